"""Writes core/src/catalog/contact/world_plans.rs: the numbering plans of the world as sets of first digits.

Not part of any build. Run it by hand when the plans have changed, and look at what the tests and `git diff` say:

    python -m venv venv && venv/bin/pip install phonenumbers
    venv/bin/python xtask/scripts/phone_plans.py > core/src/catalog/contact/world_plans.rs
    cargo fmt --all && cargo test -p wimple --lib contact

Comes in: the metadata of libphonenumber (Apache-2.0, https://github.com/google/libphonenumber), as the package
`phonenumbers` carries it: for each region and kind of number a regular expression. Goes out: for each country code and
length, which first two digits a subscriber's and a service's number may have, and the trunk prefix of each region.
Only these facts are taken, no expression.
"""

import sys

try:
    from re._parser import parse
except ImportError:
    from sre_parse import parse

import phonenumbers
from phonenumbers import PhoneMetadata

SUBSCRIBERS = ("fixed_line", "mobile", "voip", "personal_number", "pager")
SERVICES = ("toll_free", "premium_rate", "shared_cost", "uan", "voicemail")


class Automaton:
    """A national number pattern as states and digits: what can still be reached is asked by length, not by trying."""

    def __init__(self, pattern):
        self.steps, self.jumps = [], []
        start, self.end = self.state(), None
        self.end = self.build(parse(pattern), start)
        self.start = start

    def state(self):
        self.steps.append([])
        self.jumps.append([])
        return len(self.steps) - 1

    def build(self, items, at):
        for kind, value in items:
            name = str(kind)
            if name == "LITERAL":
                at = self.step(at, {chr(value)})
            elif name == "IN":
                at = self.step(at, {d for d in "0123456789" if any(self.holds(d, *part) for part in value)})
            elif name == "SUBPATTERN":
                at = self.build(value[-1], at)
            elif name == "BRANCH":
                last = self.state()
                for branch in value[1]:
                    self.jumps[self.build(branch, at)].append(last)
                at = last
            elif name == "MAX_REPEAT":
                least, most, inner = value
                for _ in range(least):
                    at = self.build(inner, at)
                last = self.state()
                self.jumps[at].append(last)
                for _ in range(most - least):
                    at = self.build(inner, at)
                    self.jumps[at].append(last)
                at = last
            elif name not in ("ASSERT_NOT", "AT"):
                raise ValueError(name)
        return at

    @staticmethod
    def holds(digit, kind, value):
        if str(kind) == "RANGE":
            return value[0] <= ord(digit) <= value[1]
        return str(kind) == "CATEGORY" or ord(digit) == value

    def step(self, at, digits):
        after = self.state()
        self.steps[at].append((digits, after))
        return after

    def closure(self, states):
        states = set(states)
        stack = list(states)
        while stack:
            for after in self.jumps[stack.pop()]:
                if after not in states:
                    states.add(after)
                    stack.append(after)
        return states

    def after(self, states, digit):
        return self.closure(t for s in states for digits, t in self.steps[s] if digit is None or digit in digits)

    def completes(self, head, length):
        """Whether some number of `length` digits begins with `head`."""
        states = self.closure([self.start])
        for n in range(length):
            states = self.after(states, head[n] if n < len(head) else None)
        return self.end in states


def beginnings(description, sets):
    """Adds what one kind of number says to `sets`: length to a set of first two digits, one bit each."""
    if description is None or not description.national_number_pattern:
        return
    pattern = Automaton(description.national_number_pattern)
    for length in description.possible_length:
        # Shorter ones are dialled inside a town, longer ones are no numbers of E.164.
        if not 5 <= length <= 15:
            continue
        for two in range(100):
            if pattern.completes(f"{two:02}", length):
                sets[length] = sets.get(length, 0) | 1 << two


def metadata():
    for region in sorted(phonenumbers.SUPPORTED_REGIONS):
        yield region, PhoneMetadata.metadata_for_region(region)
    for code in sorted(phonenumbers.COUNTRY_CODES_FOR_NON_GEO_REGIONS):
        yield None, PhoneMetadata.metadata_for_nongeo_region(code)


plans, regions = {}, []
for region, data in metadata():
    subscribers, services = plans.setdefault(data.country_code, ({}, {}))
    for kind in SUBSCRIBERS:
        beginnings(getattr(data, kind), subscribers)
    for kind in SERVICES:
        beginnings(getattr(data, kind), services)
    if region:
        regions.append((region, data.country_code, data.national_prefix or ""))
    print(region, data.country_code, file=sys.stderr)

print(
    f'''//! Numbering plans of the world: which first two digits numbers of each length have, and what is dialled before them.
//!
//! Comes in: nothing. Goes out: tables, for `world`. Generated by `xtask/scripts/phone_plans.py` from the metadata of
//! libphonenumber {phonenumbers.__version__} (Apache-2.0); not written by hand.

/// Country code, digits of the national number, and its first two digits, one bit each: those of subscribers, those of
/// services (free, shared, premium). Sorted by code and length.
#[rustfmt::skip]
pub(super) static WORLD: &[(u16, u8, u128, u128)] = &['''
)
for code in sorted(plans):
    subscribers, services = plans[code]
    for length in sorted(set(subscribers) | set(services)):
        print(f"    ({code}, {length}, {subscribers.get(length, 0):#x}, {services.get(length, 0):#x}),")
print(
    """];

/// Region, country code, what is dialled before a national number at home.
#[rustfmt::skip]
pub(super) static REGIONS: &[(&str, u16, &str)] = &["""
)
for n in range(0, len(regions), 6):
    print("    " + " ".join(f'("{r}", {c}, "{t}"),' for r, c, t in regions[n : n + 6]))
print("];")

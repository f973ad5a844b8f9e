//! IP address, version 4 and 6.
//!
//! IPv4: four numbers 0–255 joined by dots, no leading zeros, nothing dotted before or after. IPv6: the text forms of
//! RFC 4291, with `::` at most once and an IPv4 tail. A zone (`%eth0`) and a port are not part of it.
//!
//! # Check
//! Parsing is the check. Version numbers look alike: the twin VERSION_NUMBER wins where a word says so.
use crate::catalog::prelude::*;
use crate::text::byte_set::ByteSet;

pub(super) static ENTRY: Entry = Entry::new("IP_ADDRESS")
    .title("IP address")
    .category(Category::Network)
    .sensitivity(Sensitivity::Medium)
    .score(60)
    .anchors(&[(Anchor::Dotted, v4), (Anchor::Colon, v6)])
    .context(&["ip", "ipv", "address", "adresse", "host", "server", "router", "login"])
    .finds(&[
        "login from <<203.0.113.7>> was not me",
        "192.0.2.1",
        "2001:db8::8a2e:370:7334",
        "ping <<::ffff:192.0.2.128>>",
        "router <<fe80::1ff:fe23:4567:890a>>%eth0",
    ])
    .skips(&[
        ("version 1.2.3.4", "a version, says the word before it"),
        ("1.2.3.4.5", "five numbers"),
        ("256.1.1.1", "no byte is 256"),
        ("01.2.3.4", "leading zero"),
        ("12:30:45", "a time of day"),
        ("std::vec::Vec", "a path in a program"),
    ])
    .sources(&["RFC 791", "RFC 4291, section 2.2", "RFC 5737 and RFC 3849 (documentation ranges)"]);

/// `a.b.c.d` at the start of a chain of digits.
fn v4(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let before = v.before(probe.at);
    if before.is_ascii_alphabetic() || before == b'_' || before == b'.' || before == b'-' {
        return None;
    }
    let (end, octets) = dotted(probe)?;
    // A dot and a digit after it, or a letter: something longer than an address.
    if v.at(end) == b'.' && v.at(end + 1).is_ascii_digit() || v.at(end).is_ascii_alphanumeric() || v.at(end) == b'_' {
        return None;
    }
    let specimen = matches!(octets, [192, 0, 2, _] | [198, 51, 100, _] | [203, 0, 113, _]);
    Some(Found::new(probe.at, end).verdict(Verdict::Valid).specimen(specimen))
}

fn dotted(probe: &Probe<'_>) -> Option<(usize, [u8; 4])> {
    let v = probe.view;
    let mut octets = [0u8; 4];
    let mut i = probe.at;
    for (n, octet) in octets.iter_mut().enumerate() {
        if n > 0 {
            if v.at(i) != b'.' {
                return None;
            }
            i += 1;
        }
        let start = i;
        let mut value = 0u32;
        while v.at(i).is_ascii_digit() && i - start < 4 {
            value = value * 10 + u32::from(v.at(i) - b'0');
            i += 1;
        }
        let digits = i - start;
        if digits == 0 || digits > 3 || value > 255 || digits > 1 && v.at(start) == b'0' {
            return None;
        }
        *octet = value as u8;
    }
    Some((i, octets))
}

/// Longest text form: eight groups of four, or six and an IPv4 tail.
const LONGEST: usize = 45;

/// The token around the first colon of an IPv6 address.
fn v6(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let (left, right) = (v.before(probe.at), v.at(probe.at + 1));
    // Called for every colon: a group or a second colon must stand to its right, a group or nothing to its left.
    if right != b':' && !(HEX.holds(left) && HEX.holds(right)) {
        return None;
    }
    // And another colon after at most one group. (The bytes that are one become zeros, and those the only ones whose
    // lowering by one sets their high bit alone.)
    let colons = v.eight(probe.at + 1) ^ u64::from_le_bytes([b':'; 8]);
    if colons.wrapping_sub(u64::from_le_bytes([1; 8])) & !colons & 0x80_8080_8080 == 0 {
        return None;
    }
    // Only the first colon of a token starts a look: later ones see a colon or another group before them.
    let mut start = probe.at;
    while HEX.holds(v.before(start)) && probe.at - start < 5 {
        start -= 1;
    }
    if probe.at - start > 4 || GOES_ON.holds(v.before(start)) { None } else { parse(probe, start) }
}

static HEX: ByteSet = ByteSet::of("0123456789abcdefABCDEF");
/// What does not stand before an address.
static GOES_ON: ByteSet = ByteSet::with(":._-");

#[inline(never)]
fn parse(probe: &Probe<'_>, start: usize) -> Option<Found> {
    let v = probe.view;
    let hex = |b: u8| b.is_ascii_hexdigit();
    let mut end = probe.at;
    while (hex(v.at(end)) || v.at(end) == b':' || v.at(end) == b'.') && end - start <= LONGEST {
        end += 1;
    }
    // A port, a full stop or a colon of the sentence is not part of it.
    while end > start && matches!(v.before(end), b'.' | b':') && !(v.before(end) == b':' && v.before(end - 1) == b':') {
        end -= 1;
    }
    if v.at(end).is_ascii_alphanumeric() || v.at(end) == b'_' || end - start < 3 {
        return None;
    }
    // Eight groups, or fewer with a gap: `12:30:45` is no address.
    let written = v.slice(start, end);
    let colons = written.iter().filter(|&&b| b == b':').count();
    if colons < 6 && !written.windows(2).any(|w| w == b"::") {
        return None;
    }
    let text = core::str::from_utf8(written).ok()?;
    let address: core::net::Ipv6Addr = text.parse().ok()?;
    // "::" and "a::b" are also names in programs: ask for something of substance.
    if text.bytes().filter(u8::is_ascii_hexdigit).count() < 4 && !address.is_loopback() {
        return None;
    }
    let specimen = matches!(address.segments(), [0x2001, 0x0db8, ..]);
    Some(Found::new(start, end).verdict(Verdict::Valid).specimen(specimen))
}

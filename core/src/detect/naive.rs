//! The naive twin of the scan: byte loops for the gates, every shape tried on every window. Only for tests: what it
//! keeps, the fast scan must keep, on any text.
use super::calls::{AT, BEGINS, COLON, MASKED, TOKEN};
use super::choose::Window;
use super::gates::ends_mask;
use super::number::{may_end, may_start};
use super::scan::Scan;
use super::tables::{CODE_WORDS, CODES, NUMBER_WORDS, NUMBERS, Set, shape_of};
use super::words::calls_of;
use crate::catalog::chain::Chain;
use crate::catalog::shape::{NO_CODE, code, separator_kind};
use crate::text::view::View;
use crate::text::word_set::begin_at;

fn digit(v: View<'_>, i: usize) -> bool {
    v.at(i).is_ascii_digit()
}

fn letter(b: u8) -> bool {
    b.is_ascii_alphabetic() || b >= 0x80
}

fn wordy(b: u8) -> bool {
    letter(b) || b.is_ascii_digit()
}

/// A digit, or a separator between two digits.
fn chained(v: View<'_>, i: usize) -> bool {
    digit(v, i) || separator_kind(v.at(i)) < 4 && v.before(i).is_ascii_digit() && digit(v, i + 1)
}

/// Scans with loops over bytes and settles everything.
pub(super) fn run(scan: &mut Scan<'_, '_>) {
    let v = scan.view;
    for i in 0..v.len() {
        let b = v.at(i);
        let starts_token = wordy(b) && !wordy(v.before(i));
        if b == b'@' {
            scan.call(AT.list(), i, i + 1);
        }
        if digit(v, i) && !(i > 0 && chained(v, i - 1)) {
            let mut end = i;
            while chained(v, end) {
                end += 1;
            }
            if end - i >= 7 {
                numbers(scan, i, end);
            }
            if !wordy(v.before(i)) {
                scan.place(i);
            }
        }
        if b == b' ' && digit(v, i + 1) && letter(v.at(i + 2)) {
            scan.spaced_code(i);
        }
        let behind_high = wordy(b) && b < 0x80 && v.before(i) >= 0x80;
        if (starts_token || behind_high) && code_gate(v, i) {
            codes(scan, i);
        }
        if b == b':' && colon_gate(v, i) {
            scan.call(COLON.list(), i, i + 1);
        }
        if starts_token {
            let end = (i..).find(|&j| !v.at(j).is_ascii_alphanumeric()).unwrap_or(i);
            let whole = (i..i + 16).all(|j| wordy(v.at(j)));
            if whole && end - i >= 16 {
                for call in BEGINS.of(v.slice(i, end)) {
                    scan.call(core::slice::from_ref(call), i, end.min(i + 1024));
                }
                scan.call(TOKEN.list(), i, end.min(i + 1024));
            }
        }
        if letter(b) && !letter(v.before(i)) {
            let end = (i..).find(|&j| !letter(v.at(j))).unwrap_or(i);
            // The fast scan sees words of up to 64 bytes; no word it looks for is longer.
            if end - i < 64 {
                let begin = begin_at(v.bytes(), i, end - i);
                scan.call_word(calls_of(begin, v.bytes(), i, end - i), i, end);
            }
        }
        let four = (i..i + 4).all(|j| digit(v, j)) && !digit(v, i + 4) && !v.before(i).is_ascii_digit();
        if four && ends_mask(v, i) {
            scan.call(MASKED.list(), i, i + 4);
        }
    }
    scan.settle(usize::MAX);
}

fn colon_gate(v: View<'_>, i: usize) -> bool {
    let (l, r) = (v.before(i), v.at(i + 1));
    (wordy(l) || l == b':') && (wordy(r) || matches!(r, b':' | b'-' | b'.' | b'/')) || r == b':'
}

fn numbers(scan: &mut Scan<'_, '_>, chain: usize, end: usize) {
    let v = scan.view;
    let small = super::number::small_letters_before(v, chain);
    if small < chain {
        codes(scan, small);
    }
    for start in chain..end {
        let first = start == chain;
        if !digit(v, start) || !(first && may_start(v, chain) || !first && v.before(start) == b' ') {
            continue;
        }
        let (mut n, mut groups, mut gaps, mut kinds) = (0usize, 0, 0u64, [0u64; 4]);
        for i in start..end {
            if !digit(v, i) {
                groups += 1;
                if groups == 9 || n >= 24 {
                    break;
                }
                gaps |= 1 << n;
                kinds[separator_kind(v.at(i))] |= 1 << n;
                continue;
            }
            n += 1;
            if n > 24 {
                break;
            }
            let stops = i + 1 == end;
            if n < 5 || !(stops && may_end(v, end) || !stops && v.at(i + 1) == b' ') {
                continue;
            }
            let value = characters(v.slice(start, i + 1));
            let window = Window {
                chain,
                start,
                end: i + 1,
                characters: n,
                gaps,
                kinds,
                cut: !first || !stops,
                number: true,
                value: &value,
            };
            let fits: Set<NUMBER_WORDS> = fitting(v.slice(start, i + 1), true);
            if fits.iter().any(|w| *w != 0) {
                scan.choose(&window, &fits, &NUMBERS.forms);
            }
        }
        scan.chain(Chain::read(v, start, end));
    }
    if v.at(end).is_ascii_alphabetic() || v.at(end) == b'-' && v.at(end + 1).is_ascii_alphabetic() {
        codes(scan, chain);
    }
}

/// Letters, as capitals, and digits.
fn characters(window: &[u8]) -> Vec<u8> {
    window.iter().filter(|b| b.is_ascii_alphanumeric()).map(u8::to_ascii_uppercase).collect()
}

fn fitting<const W: usize>(bytes: &[u8], number: bool) -> Set<W> {
    let mut set = [0; W];
    for form in 0..W * 64 {
        let shape = shape_of(number, form);
        if shape.max > 0 && shape.fits(bytes) {
            set[form / 64] |= 1 << (form % 64);
        }
    }
    set
}

/// What the masks of the scan say of a token start, in words.
fn code_gate(v: View<'_>, i: usize) -> bool {
    let run = |class: fn(u8) -> bool| (i..).find(|&j| !class(v.at(j))).unwrap_or(i);
    let joined = |i: usize| {
        wordy(v.at(i)) || matches!(v.at(i), b'-' | b'.' | b'/') && wordy(v.before(i)) && wordy(v.at(i + 1))
    };
    let separator = |i: usize| separator_kind(v.at(i)) < 4;
    let capitals = run(|b| b.is_ascii_uppercase());
    let letters = run(letter);
    let digits = run(|b| b.is_ascii_digit());
    capitals > i && (digit(v, capitals) || separator(capitals) && digit(v, capitals + 1))
        || letters > i && digit(v, letters) && (i..i + 7).all(|j| wordy(v.at(j)))
        || digits > i
            && (!(i > 0 && joined(i - 1)) || v.before(i) >= 0x80)
            && (i..i + 7).all(joined)
            && (letter(v.at(digits))
                || separator(digits) && letter(v.at(digits + 1))
                || separator(digits)
                    && v.at(digits) != b' '
                    && digit(v, digits + 1)
                    && letter(v.at(digits + 2)))
}

fn codes(scan: &mut Scan<'_, '_>, at: usize) {
    let v = scan.view;
    if v.before(at) == b'@' || !may_start(v, at) {
        return;
    }
    let (mut n, mut groups, mut digits, mut gaps, mut kinds) = (0usize, 0, 0, 0u64, [0u64; 4]);
    let mut i = at;
    loop {
        let c = code(v.at(i));
        if c == NO_CODE {
            let kind = separator_kind(v.at(i));
            if kind == 4 || code(v.at(i + 1)) == NO_CODE || n >= 36 {
                return;
            }
            groups += 1;
            if groups == 12 {
                return;
            }
            gaps |= 1 << n;
            kinds[kind] |= 1 << n;
            i += 1;
            continue;
        }
        n += 1;
        digits += usize::from(c < 10);
        i += 1;
        if n > 36 {
            return;
        }
        let next = v.at(i);
        if code(next) != NO_CODE {
            continue;
        }
        let goes_on = separator_kind(next) < 4 && code(v.at(i + 1)) != NO_CODE;
        if n >= 5 && digits > 0 && may_end(v, i) && (!goes_on || matches!(next, b' ' | b'.' | b'/')) {
            let value = characters(v.slice(at, i));
            let window = Window {
                chain: at,
                start: at,
                end: i,
                characters: n,
                gaps,
                kinds,
                cut: false,
                number: false,
                value: &value,
            };
            let fits: Set<CODE_WORDS> = fitting(v.slice(at, i), false);
            if fits.iter().any(|w| *w != 0) {
                scan.choose(&window, &fits, &CODES.forms);
            }
        }
    }
}

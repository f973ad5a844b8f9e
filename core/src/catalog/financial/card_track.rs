//! What the magnetic stripe of a payment card holds: track 1 and track 2.
//!
//! Track 1: `%B`, the card number, `^`, the name, `^`, expiry, service code and what the issuer adds, `?`. Track 2: `;`,
//! the card number, `=`, the same without the name, `?`; also with a `D` for the `=`, as chips give it. Sentinels are
//! often lost on the way and are not asked for on track 2. All of it is one finding: PCI DSS forbids to keep any part.
//!
//! # Check
//! The card number passes Luhn and the expiry has a month.
//!
//! # Sources
//! ISO/IEC 7813:2006, sections 5 and 6 (fields and their lengths).
use crate::catalog::prelude::*;
use crate::check::luhn;
use crate::text::phrase::digits_end;
use crate::text::view::View;

/// The longest name, and the longest data after the expiry.
const NAME: usize = 26;
const DATA: usize = 60;

pub(super) static ENTRY: Entry = Entry::new("CARD_TRACK")
    .title("Magnetic stripe of a payment card")
    .category(Category::Financial)
    .sensitivity(Sensitivity::Critical)
    .score(80)
    .anchors(&[(Anchor::Token, token), (Anchor::Equated, digits)])
    .finds(&[
        "%B4111111111111111^EXAMPLE/ANN^27121011000000000000?",
        ";4111111111111111=27121010000000000000?",
        "swipe gave <<4111111111111111=2712101123400001>> only",
        "tag 57 <<4111111111111111D27122010000000000>>",
        "<<;378282246310005=271210100000?>>",
    ])
    .skips(&[
        (";4111111111111112=27121010000000000000?", "fails Luhn"),
        ("4111111111111111=2713101", "there is no month 13"),
        ("x=4111111111111111", "no data behind the number"),
        ("4111111111111111=27", "no expiry and service code"),
    ])
    .sources(&["ISO/IEC 7813:2006", "PCI DSS 4.0.1, requirement 3.3.1.1"]);

/// A run of letters and digits: `B4111111111111111`, or digits with a `D` between them.
fn token(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    match v.at(probe.at) {
        b'B' | b'b' if v.before(probe.at) == b'%' => track_1(v, probe.at),
        b'0'..=b'9' => track_2(v, probe.at),
        _ => None,
    }
}

/// A card number shorter than sixteen digits is no run that the scan calls a token.
fn digits(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let short = (13..16).contains(&(probe.end - probe.at));
    (short && v.at(probe.end) == b'=').then(|| track_2(v, probe.at)).flatten()
}

/// End of a card number at `at`.
fn number(v: View<'_>, at: usize) -> Option<usize> {
    let end = digits_end(v, at, 19);
    ((13..=19).contains(&(end - at)) && luhn::is_valid(v.slice(at, end))).then_some(end)
}

fn track_1(v: View<'_>, at: usize) -> Option<Found> {
    let end = number(v, at + 1).filter(|&end| v.at(end) == b'^')?;
    let name = (2..=NAME).find(|&n| v.at(end + 1 + n) == b'^')?;
    let plain = v.slice(end + 1, end + 1 + name).iter().all(|&b| b >= b' ' && !matches!(b, b'^' | b'?' | b'%'));
    let data = end + 2 + name;
    let stop = data_end(v, data, is_alphanumeric_set).filter(|_| plain)?;
    Some(Found::new(at - 1, stop).verdict(Verdict::Valid).cued())
}

fn track_2(v: View<'_>, at: usize) -> Option<Found> {
    // Called for each long run: this sign is there in hardly any.
    let end = digits_end(v, at, 19);
    if end == at || !matches!(v.at(end), b'=' | b'D') {
        return None;
    }
    let end = number(v, at)?;
    let stop = data_end(v, end + 1, |b| b.is_ascii_digit() || b == b'F')?;
    let start = if v.before(at) == b';' { at - 1 } else { at };
    let edge = |b: u8| b.is_ascii_alphanumeric() || b == b'_';
    (!edge(v.before(start)) && !edge(v.at(stop))).then(|| Found::new(start, stop).verdict(Verdict::Valid).cued())
}

/// What track 1 may have in its last field.
fn is_alphanumeric_set(b: u8) -> bool {
    (b' '..=b'_').contains(&b) && b != b'?' && b != b' '
}

/// End of expiry (year, month), service code and the issuer's data at `at`, with the end sentinel where there is one.
fn data_end(v: View<'_>, at: usize, part: fn(u8) -> bool) -> Option<usize> {
    let fixed = digits_end(v, at, DATA).checked_sub(at)?;
    let month = v.slice(at + 2, at + 4);
    if fixed < 7 || !matches!(month, [b'0', b'1'..=b'9'] | [b'1', b'0'..=b'2']) {
        return None;
    }
    let mut end = at;
    while end - at < DATA && part(v.at(end)) {
        end += 1;
    }
    Some(if v.at(end) == b'?' { end + 1 } else { end })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::secret::tests::{cues, never_breaks, tokens};

    fn both(entry: &Entry, text: &str) -> Vec<Found> {
        let mut all = tokens(entry, text);
        all.extend(cues(entry, text));
        all.sort_by_key(|f| (f.start, f.end));
        all.dedup_by_key(|f| (f.start, f.end));
        all
    }

    fn found(text: &str) -> Vec<&str> {
        both(&ENTRY, text).iter().map(|f| text.get(f.start..f.end).unwrap()).collect()
    }

    #[test]
    fn both_tracks_in_one_swipe() {
        let one = "%B5555555555554444^EXAMPLE/ANN B.MS^2712101100000?";
        let two = ";5555555555554444=2712101100000?";
        assert_eq!(found(&format!("{one}{two}")), [one, two]);
    }

    #[test]
    fn other_texts() {
        for text in [
            "%B4111111111111111^A^27121011000?",
            "B4111111111111111^EXAMPLE/ANN^27121011000?",
            "%B4111111111111111^EXAMPLE/ANN WITH A NAME THAT IS FAR TOO LONG^27121011000?",
            "4111111111111111D2712",
            "41111111111111111111=2712101",
            "a4111111111111111=2712101",
            "4111111111111111=2712101a",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn no_text_breaks_it() {
        never_breaks(&ENTRY, both);
    }
}

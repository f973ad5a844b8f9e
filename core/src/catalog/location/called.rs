//! Postal codes that a word calls so: "zip 94043", "postcode: sw1a 2aa", "PLZ 10115", "code postal 75011".
//!
//! Comes in: a view and the word. Goes out: the place of the code behind it, or just before it ("94043 zip code").
//!
//! # Sources
//! Universal Postal Union, postal addressing systems: forms of the codes of the world.
use super::codes::code_at;
use crate::catalog::prelude::*;
use crate::text::view::{View, is_wordy};
use crate::text::word_set::WordSet;
use crate::text::words::{next_word, skip_spaces_back};

/// Words that call a code of any form.
#[rustfmt::skip]
pub(super) const ANY: &[&str] = &[
    "zip", "zipcode", "zips", "postal", "postale", "postcode", "postcodes", "pincode", "plz", "postleitzahl", "cep",
    "postnummer", "eircode",
];
/// Words that mean much else, so that only five digits are believed behind them.
pub(super) const FIVE: &[&str] = &["cap", "cp"];

static FILLERS: WordSet<64> =
    WordSet::of(&["code codes is number no ist es est s to was lautet è é area my del de di for"]);

/// "zip 94043", "zip code is: 94043", "postcode=BS1 4DJ".
pub(super) fn of_any_form(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let found = behind(v, p.end).and_then(|at| Some((at, world_end(v, at)?))).or_else(|| before(v, p.at))?;
    Some(Found::new(found.0, found.1).score(75).cued())
}

/// "CAP 20121", "CP: 28013"; in small letters they are other words.
pub(super) fn of_five_digits(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let at = behind(v, p.end)?;
    let loud = v.slice(p.at, p.end).iter().all(u8::is_ascii_uppercase);
    if !loud && v.at(p.end) != b':' {
        return None;
    }
    let digits = v.slice(at, at + 6).iter().take_while(|b| b.is_ascii_digit()).count();
    let end = code_at(v, at).filter(|_| digits == 5)?.end;
    Some(Found::new(at, end).score(65).cued())
}

/// Where a value behind the cue starts.
fn behind(v: View<'_>, end: usize) -> Option<usize> {
    let mut i = end;
    for _ in 0..4 {
        let (at, word) = next_word(v, i);
        if word.is_empty() || !FILLERS.holds(word) {
            break;
        }
        i = at + word.len();
    }
    let at = (i..i + 8)
        .find(|&j| !matches!(v.at(j), b' ' | b':' | b'=' | b'#' | b'"' | b'\'' | b'-' | b'\t' | b'.'))?;
    // "zip's 94043"
    let quoted = v.before(at) == b'\'' && v.at(at) == b's' && v.at(at + 1) == b' ';
    Some(if quoted { at + 2 } else { at })
}

/// "94043 zip": digits alone, and nothing that the cue speaks for behind it.
fn before(v: View<'_>, at: usize) -> Option<(usize, usize)> {
    let end = skip_spaces_back(v, at, 1);
    let mut start = end;
    while end - start < 7 && v.before(start).is_ascii_digit() {
        start -= 1;
    }
    let alone = matches!(v.before(start), 0 | b' ' | b'\n' | b'(' | b':' | b',');
    (end < at && alone && matches!(end - start, 5 | 6)).then_some((start, end))
}

/// End of a code of any country: what `codes` knows, four to six digits, or digits in the groups of some country.
fn world_end(v: View<'_>, start: usize) -> Option<usize> {
    if let Some(code) = code_at(v, start).filter(|_| !is_grouped(v, start)) {
        return Some(code.end);
    }
    if is_wordy(v.before(start)) {
        return None;
    }
    let digits = |i: usize| v.slice(i, i + 9).iter().take_while(|b| b.is_ascii_digit()).count();
    let first = digits(start);
    let end = start + first;
    let sign = v.at(end);
    let second = if matches!(sign, b'-' | b' ') { digits(end + 1) } else { 0 };
    // Poland 00-950, Portugal 1000-205, Brazil 01310-100, Japan 100-8111, Sweden 111 22, India 110 001.
    let grouped = matches!((first, sign, second), (2 | 4 | 5, b'-', 3) | (3, b'-', 4) | (3, b' ', 2 | 3));
    let end = if grouped { end + 1 + second } else { end };
    let whole = grouped || (4..=6).contains(&first);
    let open = matches!(v.at(end), b'.' | b',' | b'/' | b'-') && v.at(end + 1).is_ascii_digit();
    (whole && !open && !is_wordy(v.at(end)) && v.at(end) != b'@').then_some(end)
}

/// Whether a second group makes a longer code of the digits: `1000-205`, `01310-100`.
fn is_grouped(v: View<'_>, start: usize) -> bool {
    let first = v.slice(start, start + 6).iter().take_while(|b| b.is_ascii_digit()).count();
    let end = start + first;
    let second = v.slice(end + 1, end + 6).iter().take_while(|b| b.is_ascii_digit()).count();
    matches!(first, 4 | 5) && v.at(end) == b'-' && second == 3
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(text: &str) -> Option<&str> {
        let lower = text.to_ascii_lowercase();
        let cues = ANY.iter().map(|cue| (cue, true)).chain(FIVE.iter().map(|cue| (cue, false)));
        let (at, length, general) =
            cues.filter_map(|(cue, general)| lower.find(cue).map(|at| (at, cue.len(), general))).max()?;
        let probe = Probe { view: View::new(text), at, end: at + length, hints: Default::default() };
        let parser = if general { of_any_form } else { of_five_digits };
        parser(&probe).and_then(|f| text.get(f.start..f.end))
    }

    #[test]
    fn cues_lead_to_codes() {
        for (text, want) in [
            ("zip 94043", "94043"),
            ("my zip code is 10001-1234.", "10001-1234"),
            ("Postal code: 60601", "60601"),
            ("ZIP=60601", "60601"),
            ("my zip's 60601", "60601"),
            ("plz 10115", "10115"),
            ("zip: \"60601\"", "60601"),
            ("postcode: sw1a 2aa", "sw1a 2aa"),
            ("postal code K1A 0B1", "K1A 0B1"),
            ("postcode 1012 lg", "1012 lg"),
            ("PLZ: 8001", "8001"),
            ("código postal: 28013", "28013"),
            ("code postal 75011", "75011"),
            ("codice postale 00184", "00184"),
            ("CAP 20121", "20121"),
            ("pincode 560001", "560001"),
            ("zip 110 001", "110 001"),
            ("postal code 00-950", "00-950"),
            ("CEP: 01310-100", "01310-100"),
            ("postal code is 100-8111", "100-8111"),
            ("postnummer 111 22", "111 22"),
            ("94043 zip code", "94043"),
        ] {
            assert_eq!(found(text), Some(want), "{text}");
        }
        for text in [
            "zip file 12345",
            "zip 1234567",
            "zip 12345.67",
            "zip",
            "postal 123",
            "zip 60601abc",
            "zip 94043-12345",
            "cap 5000",
            "data cap 10000",
            "12 zips",
            "zip 12345,5",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_safe(text in "zip( code)?[ :='é]{0,4}(is )?[0-9A-Za-z -]{0,12}[é ]?") {
            if let Some(code) = found(&text) {
                prop_assert!((4..=10).contains(&code.len()));
            }
        }
    }
}

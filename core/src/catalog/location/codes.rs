//! Postal codes by their form: which country's code, if any, stands at a place.
//!
//! Comes in: a view and a place. Goes out: where the code ends and what it is. Digits alone are told apart by what stands
//! around them, which is the caller's work.
//!
//! # Sources
//! Royal Mail, Programmers' Guide to the Postcode Address File (British forms and letters); Canada Post, Addressing
//! Guidelines (letters of Canadian codes); PostNL (Dutch codes: four digits and two letters, none of SA, SD, SS); An Post
//! (Eircodes: routing keys and letters); Correios (CEP); USPS
//! Publication 28; Universal Postal Union, postal addressing systems.
use crate::text::view::{View, is_wordy};

/// What kind of code it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    British,
    Irish,
    Canadian,
    Dutch,
    /// Five digits and four, or, in Brazil, three.
    ZipPlus,
    Five,
    Four,
}

/// A postal code: its end, and what it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Code {
    pub(super) end: usize,
    pub(super) kind: Kind,
    /// Its letters, if it has any, are capitals.
    pub(super) loud: bool,
}

impl Code {
    /// The code that starts at `start`; a Dutch one whose letters are small is its four digits alone. For texts in
    /// English, where two small letters behind a number are more likely a word.
    pub(super) fn in_english(self, start: usize) -> Code {
        if self.kind == Kind::Dutch && !self.loud {
            return Code { end: start + 4, kind: Kind::Four, loud: true };
        }
        self
    }
}

/// The code that starts at `start`.
#[inline(always)]
pub(super) fn code_at(v: View<'_>, start: usize) -> Option<Code> {
    let digit = |n: usize| v.at(start + n).is_ascii_digit();
    // Words end here: a digit is the second or third character, and of a number the fourth.
    if if digit(0) { digit(3) } else { digit(1) || digit(2) } { whole_code_at(v, start) } else { None }
}

#[inline(never)]
fn whole_code_at(v: View<'_>, start: usize) -> Option<Code> {
    if is_wordy(v.before(start)) {
        return None;
    }
    let first = v.at(start);
    if first.is_ascii_digit() {
        return digits_at(v, start);
    }
    if !first.is_ascii_alphabetic() {
        return None;
    }
    let canadian = canadian_end(v, start).map(|end| (end, Kind::Canadian));
    let british = || british_end(v, start).map(|end| (end, Kind::British));
    let (end, kind) = canadian.or_else(british).or_else(|| Some((irish_end(v, start)?, Kind::Irish)))?;
    let loud = v.slice(start, end).iter().all(|b| !b.is_ascii_lowercase());
    closes(v, end).then_some(Code { end, kind, loud })
}

fn digits_at(v: View<'_>, start: usize) -> Option<Code> {
    let digits = |from, to| (from..to).all(|i| v.at(i).is_ascii_digit());
    if !digits(start, start + 4) {
        return None;
    }
    let four = start + 4;
    if v.at(four).is_ascii_digit() {
        let five = four + 1;
        for more in [5, 4] {
            let end = five + more;
            if v.at(five) == b'-' && digits(five + 1, end) && !is_wordy(v.at(end)) && closes(v, end) {
                return Some(Code { end, kind: Kind::ZipPlus, loud: true });
            }
        }
        return closes(v, five).then_some(Code { end: five, kind: Kind::Five, loud: true });
    }
    let letters = four + usize::from(v.at(four) == b' ');
    if is_dutch_pair(v, letters) && v.at(start) != b'0' {
        let loud = v.at(letters).is_ascii_uppercase();
        return Some(Code { end: letters + 2, kind: Kind::Dutch, loud });
    }
    closes(v, four).then_some(Code { end: four, kind: Kind::Four, loud: true })
}

/// Two letters that may end a Dutch code. Small ones are taken only where they are no word.
fn is_dutch_pair(v: View<'_>, i: usize) -> bool {
    let pair = [v.at(i), v.at(i + 1)];
    let upper = [pair[0].to_ascii_uppercase(), pair[1].to_ascii_uppercase()];
    let loud = pair == upper;
    upper.iter().all(u8::is_ascii_uppercase)
        && !matches!(&upper, b"SA" | b"SD" | b"SS")
        && (loud || pair[0].is_ascii_lowercase() && pair[1].is_ascii_lowercase() && !is_small_word(&upper))
        && !is_wordy(v.at(i + 2))
        && v.at(i + 2) != b'\''
}

/// Words of two letters, as capitals.
fn is_small_word(pair: &[u8; 2]) -> bool {
    #[rustfmt::skip]
    const WORDS: &[&[u8; 2]] = &[
        b"AM", b"AN", b"AS", b"AT", b"BE", b"BY", b"DE", b"DI", b"DO", b"DU", b"EL", b"EN", b"ER", b"ES", b"ET", b"EX",
        b"GO", b"HE", b"HI", b"IF", b"IK", b"IL", b"IM", b"IN", b"IS", b"IT", b"JE", b"KM", b"LA", b"LE", b"LO", b"ME",
        b"MY", b"NA", b"NO", b"OF", b"OK", b"ON", b"OP", b"OR", b"OU", b"PM", b"SE", b"SI", b"SO", b"ST", b"TE", b"TO",
        b"UM", b"UN", b"UP", b"US", b"VS", b"WE", b"YA", b"YO", b"ZU",
    ];
    WORDS.contains(&pair)
}

/// End of `K1A 0B1`: letter, digit, letter, digit, letter, digit; a space or a hyphen may stand in the middle.
fn canadian_end(v: View<'_>, start: usize) -> Option<usize> {
    let middle = start + 3;
    let rest = middle + usize::from(matches!(v.at(middle), b' ' | b'-'));
    let at = [start, start + 1, start + 2, rest, rest + 1, rest + 2].map(|i| v.at(i).to_ascii_uppercase());
    is_canadian(&at).then_some(rest + 3)
}

/// Whether six letters (as capitals) and digits are a Canadian code.
pub(super) fn is_canadian(code: &[u8; 6]) -> bool {
    let letter = |b: u8| b.is_ascii_uppercase() && !matches!(b, b'D' | b'F' | b'I' | b'O' | b'Q' | b'U');
    let &[a, b, c, d, e, f] = code;
    letter(a)
        && !matches!(a, b'W' | b'Z')
        && letter(c)
        && letter(e)
        && [b, d, f].iter().all(u8::is_ascii_digit)
}

/// End of `SW1A 2AA`; one space may stand in the middle.
fn british_end(v: View<'_>, start: usize) -> Option<usize> {
    let mut i = start;
    let mut outward = [0u8; 4];
    for slot in &mut outward {
        if !v.at(i).is_ascii_alphanumeric() {
            break;
        }
        *slot = v.at(i).to_ascii_uppercase();
        i += 1;
    }
    // Without a space the last three belong to the second half.
    for length in (2..=i - start).rev() {
        let middle = start + length;
        let rest = middle + usize::from(v.at(middle) == b' ');
        let inward = [rest, rest + 1, rest + 2].map(|i| v.at(i).to_ascii_uppercase());
        if outward.get(..length).is_some_and(is_outward) && is_inward(&inward) && !is_wordy(v.at(rest + 3)) {
            return Some(rest + 3);
        }
    }
    None
}

/// End of an Eircode, `D01 F5P2`: a letter, a digit and a digit or W, then four letters and digits, of which one at least
/// is a digit and one a letter. Only 15 letters are used.
fn irish_end(v: View<'_>, start: usize) -> Option<usize> {
    const LETTERS: &[u8] = b"ACDEFHKNPRTVWXY";
    let is_letter = |b: u8| LETTERS.contains(&b.to_ascii_uppercase());
    let key = [v.at(start), v.at(start + 1), v.at(start + 2)];
    let keyed = is_letter(key[0])
        && key[1].is_ascii_digit()
        && (key[2].is_ascii_digit() || key[2].eq_ignore_ascii_case(&b'W'));
    let rest = start + 3 + usize::from(v.at(start + 3) == b' ');
    let unique = v.slice(rest, rest + 4);
    let sound = unique.len() == 4 && unique.iter().all(|b| b.is_ascii_digit() || is_letter(*b));
    let mixed = unique.iter().any(u8::is_ascii_digit) && !unique.iter().all(u8::is_ascii_digit);
    (keyed && sound && mixed).then_some(rest + 4)
}

/// Whether `code`, capitals and digits without its space, is a British code.
pub(super) fn is_british(code: &[u8]) -> bool {
    code.len().checked_sub(3).and_then(|n| code.split_at_checked(n)).is_some_and(|(outward, inward)| {
        is_outward(outward) && <[u8; 3]>::try_from(inward).is_ok_and(|i| is_inward(&i))
    })
}

/// A digit and two letters, none of those that are never used there.
fn is_inward(code: &[u8; 3]) -> bool {
    let letter = |b: u8| b.is_ascii_uppercase() && !matches!(b, b'C' | b'I' | b'K' | b'M' | b'O' | b'V');
    code[0].is_ascii_digit() && letter(code[1]) && letter(code[2])
}

/// An area that exists and its district: `M1`, `M11`, `CR0`, `SW1A`.
fn is_outward(code: &[u8]) -> bool {
    let letters = code.iter().take_while(|b| b.is_ascii_uppercase()).count();
    let Some((area, district)) = code.split_at_checked(letters) else {
        return false;
    };
    is_area(area)
        && match district {
            [a] => a.is_ascii_digit(),
            [a, b] => {
                let last =
                    b.is_ascii_digit() || b.is_ascii_uppercase() && !matches!(b, b'I' | b'L' | b'O' | b'Z');
                (b'1'..=b'9').contains(a) && last
            }
            _ => false,
        }
}

/// The areas: two letters each, the second a space where there is only one.
#[rustfmt::skip]
const AREAS: &[u8] = b"ABALB BABBBDBHBLBNBRBSBTCACBCFCHCMCOCRCTCVCWDADDDEDGDHDLDNDTDYE ECEHENEXFKFYG GLGUGYHAHDHGHP\
    HRHSHUHXIGIMIPIVJEKAKTKWKYL LALDLELLLNLSLUM MEMKMLN NENGNNNPNRNWOLOXPAPEPHPLPOPRRGRHRMS SASESGSKSLSMSNSOSPSRSSST\
    SWSYTATDTFTNTQTRTSTWUBW WAWCWDWFWNWRWSWVYOZE";

/// First letters of areas to bits of their second ones (bit 26: none).
#[expect(
    clippy::indexing_slicing,
    reason = "computed when compiling; out of bounds would be a compile error"
)]
static SECOND: [u32; 26] = {
    let mut second = [0; 26];
    let mut i = 0;
    while i < AREAS.len() {
        let bit = if AREAS[i + 1] == b' ' { 26 } else { AREAS[i + 1] - b'A' };
        second[(AREAS[i] - b'A') as usize] |= 1 << bit;
        i += 2;
    }
    second
};

fn is_area(letters: &[u8]) -> bool {
    let (first, bit) = match *letters {
        [a] => (a, 26),
        [a, b] => (a, b.wrapping_sub(b'A')),
        _ => return false,
    };
    bit <= 26 && SECOND.get(usize::from(first.wrapping_sub(b'A'))).is_some_and(|bits| bits >> bit & 1 == 1)
}

/// Whether a code may end at `end`.
fn closes(v: View<'_>, end: usize) -> bool {
    let open = matches!(v.at(end), b'-' | b'.' | b'/' | b',' | b':') && v.at(end + 1).is_ascii_digit();
    !is_wordy(v.at(end)) && !open && !matches!(v.at(end), b'@' | b'%')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn kind(text: &str) -> Option<(&str, Kind)> {
        code_at(View::new(text), 0).map(|c| (text.get(..c.end).unwrap(), c.kind))
    }

    #[test]
    fn forms_are_told_apart() {
        for (text, code, want) in [
            ("SW1A 2AA.", "SW1A 2AA", Kind::British),
            ("m1 1ae", "m1 1ae", Kind::British),
            ("CR26XH", "CR26XH", Kind::British),
            ("DN551PT", "DN551PT", Kind::British),
            ("W1A 0AX", "W1A 0AX", Kind::British),
            ("K1A 0B1", "K1A 0B1", Kind::Canadian),
            ("m5v2t6", "m5v2t6", Kind::Canadian),
            ("H3Z-2Y7,", "H3Z-2Y7", Kind::Canadian),
            ("1015 CJ Amsterdam", "1015 CJ", Kind::Dutch),
            ("3011ab", "3011ab", Kind::Dutch),
            ("8001 Zürich", "8001", Kind::Four),
            ("1010 am", "1010", Kind::Four),
            ("10115 Berlin", "10115", Kind::Five),
            ("95014-2083", "95014-2083", Kind::ZipPlus),
            ("01310-100,", "01310-100", Kind::ZipPlus),
            ("D01 F5P2", "D01 F5P2", Kind::Irish),
            ("t12w8kp.", "t12w8kp", Kind::Irish),
            ("D6W XK42", "D6W XK42", Kind::Irish),
        ] {
            assert_eq!(kind(text), Some((code, want)), "{text}");
        }
        for text in [
            "",
            "123",
            "123456",
            "1234.5",
            "12345,6",
            "12345-67",
            "B01 F5P2",
            "D01 FAPP",
            "D01 1234",
            "D01 F5P",
            "D01 F5M2",
            "12345a",
            "1234 SS",
            "XX1 1AA",
            "SW1A 2CA",
            "D1A 0B1",
            "K1A 0O1",
            "W1A 0B1",
            "Z1A 0B1",
            "B2B 3C",
            "A 1AA",
            "SW1A 2AAX",
            "é",
        ] {
            assert!(
                kind(text).is_none_or(|k| matches!(k.1, Kind::Four) && text.starts_with("1234 ")),
                "{text}"
            );
        }
    }

    #[test]
    fn areas_are_whole() {
        assert_eq!(AREAS.len(), 2 * 124);
        assert!(AREAS.as_chunks::<2>().0.is_sorted(), "sorted, so that none is there twice unseen");
        assert!(is_area(b"ZE") && is_area(b"G") && !is_area(b"PS") && !is_area(b"A") && !is_area(b""));
    }

    proptest! {
        #[test]
        fn any_text_is_safe(text in "[A-Za-z0-9 é'-]{0,12}") {
            if let Some((code, _)) = kind(&text) {
                prop_assert!((4..=10).contains(&code.len()));
            }
        }
    }
}

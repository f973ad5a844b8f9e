//! Values written with signs between their characters: `4 1 1 1 …`, `4-1-1-1`, `b o @ e x a m p l e . c o m`.
//!
//! Comes in: a folded text. Goes out: the same without the signs that stand between every two characters. A longer or other
//! sign between groups stays as one space or dash, so that the groups of a number are seen.
use smallvec::SmallVec;

use super::map::{Folded, Writer, mark};

/// The fewest characters of a row.
const FEWEST: usize = 3;
/// The most bytes of signs between two characters.
const GAP: usize = 3;

/// The text without the signs; nothing where there is no row.
pub(super) fn fold(text: &Folded) -> Option<Folded> {
    let mut w = Writer::new(text);
    let mut i = 0;
    while i < text.len() {
        if !is_single(text, i) {
            i += 1;
            continue;
        }
        let row = Row::read(text, i);
        if row.is_mail() || row.digits >= FEWEST {
            row.write(text, &mut w);
        }
        i = row.end().max(i + 1);
    }
    w.finish()
}

/// Whether the character at `i` stands alone.
fn is_single(text: &Folded, i: usize) -> bool {
    let wordy = |b: u8| b.is_ascii_alphanumeric() || b >= 0x80;
    let b = text.at(i);
    b == b'@' || b.is_ascii_alphanumeric() && !wordy(text.before(i)) && !wordy(text.at(i + 1))
}

fn is_sign(b: u8) -> bool {
    matches!(b, b' ' | b'-' | b'.' | b',' | b'_' | b'*' | b'/' | b'|' | b'~' | b':' | b'\n')
}

/// The most characters of a row: more than any value has.
const MOST: usize = 128;

/// Single characters with signs between.
struct Row {
    /// Where each of them stands.
    places: SmallVec<[usize; 32]>,
    /// The sign between the first two: where it begins and ends.
    sign: (usize, usize),
    digits: usize,
    letters: usize,
    at: bool,
    dot_behind: bool,
}

impl Row {
    /// Reads from the single character at `start` on. Letters in a row of digits are those of an account number in capitals;
    /// with an `@`, all of them.
    fn read(text: &Folded, start: usize) -> Row {
        let address = addressed(text, start);
        let mut row = Row {
            places: SmallVec::new(),
            sign: (0, 0),
            digits: 0,
            letters: 0,
            at: false,
            dot_behind: false,
        };
        let mut next = Some(start);
        while let Some(i) = next.filter(|_| row.places.len() < MOST) {
            match text.at(i) {
                b'0'..=b'9' => row.digits += 1,
                b'A'..=b'Z' => row.letters += 1,
                // Typed for a digit, among digits.
                b'l' | b'o' if row.digits > 0 => {}
                b'a'..=b'z' if address => row.letters += 1,
                b'@' if address && !row.at => row.at = true,
                b'.' if row.at => row.dot_behind = true,
                b'.' | b'_' | b'-' | b'+' if address => {}
                _ => break,
            }
            row.places.push(i);
            next = row.next(text, i + 1, address);
        }
        row
    }

    /// Where the next character of the row stands, behind the signs at `i`.
    fn next(&mut self, text: &Folded, i: usize, address: bool) -> Option<usize> {
        let signs = text.slice(i, i + GAP + 1).iter().take_while(|b| is_sign(**b)).count();
        let next = i + signs;
        let sign = text.slice(self.sign.0, self.sign.1);
        if sign.is_empty() {
            let fits = (1..=GAP).contains(&signs) && is_single(text, next);
            self.sign = if fits { (i, next) } else { self.sign };
            return fits.then_some(next);
        }
        let behind = i + sign.len();
        if text.slice(i, behind) == sign {
            // In an address a full stop or the like is a character of its own, with the sign on both sides.
            let joint = address
                && matches!(text.at(behind), b'.' | b'_' | b'-' | b'+')
                && text.slice(behind + 1, behind + 1 + sign.len()) == sign;
            if joint || is_single(text, behind) {
                return Some(behind);
            }
        }
        if address && (text.before(i) == b'@' || text.at(next) == b'@') {
            // `b.o @ e x`: around the at sign any gap will do, and behind it another sign.
            let gap = text.slice(i, i + GAP).iter().take_while(|b| **b == b' ').count();
            if text.before(i) == b'@' {
                self.sign = (0, 0);
            }
            return is_single(text, i + gap).then_some(i + gap);
        }
        // Another sign between groups.
        ((1..=GAP).contains(&signs) && is_single(text, next)).then_some(next)
    }

    fn is_mail(&self) -> bool {
        self.at && self.dot_behind && self.letters >= 5
    }

    fn end(&self) -> usize {
        self.places.last().map_or(0, |last| last + 1)
    }

    fn write(&self, text: &Folded, w: &mut Writer<'_>) {
        let sign = text.slice(self.sign.0, self.sign.1);
        for pair in self.places.windows(2) {
            let [at, next] = *pair else { return };
            // The character itself stays, whatever it is.
            w.keep_to(at + 1);
            let gap = text.slice(at + 1, next);
            let kept = gap.iter().find(|b| matches!(b, b'-' | b'/' | b'.')).copied().unwrap_or(b' ');
            if gap == sign || self.is_mail() {
                w.leave_out(next, mark::SOFT_GAP);
            } else {
                w.put(next, &[kept], mark::SOFT);
            }
        }
        w.keep_to(self.end());
    }
}

/// Whether the row that begins at `start` comes to an `@` soon: only then it may hold small letters.
fn addressed(text: &Folded, start: usize) -> bool {
    let mut i = start;
    while i < start + 160 && i < text.len() {
        if text.at(i) == b'@' {
            return i > start;
        }
        if !is_single(text, i) && !is_sign(text.at(i)) && text.at(i) != b'+' {
            return false;
        }
        i += 1;
    }
    false
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn folded(text: &str) -> Option<String> {
        Folded::tried(text, fold)
    }

    #[test]
    fn signs_between_characters_go() {
        for (text, plain) in [
            ("card 4 1 1 1 1 1, ok", "card 411111, ok"),
            ("4.1.1.1", "4111"),
            ("4 - 1 - 1 - 1", "4111"),
            ("4, 1, 1, 1", "4111"),
            ("4_1_1_1", "4111"),
            ("4 1 1 1  1 1 1 1", "4111 1111"),
            ("4 7 2 - 8 1 - 0 0", "472-81-00"),
            ("D E 8 9 3 7", "DE8937"),
            ("mail b o @ e x a m p l e . c o m ok", "mail bo@example.com ok"),
            ("b.o@e.x.a.m.p.l.e...c.o.m", "bo@example.com"),
            ("b.o @ e x a m p l e . c o m", "bo@example.com"),
        ] {
            assert_eq!(folded(text).as_deref(), Some(plain), "{text}");
        }
        for text in ["a b c", "1 2", "41 11 11", "i a m h e r e", "4111 1111", "e.g. i.e. a.m."] {
            assert_eq!(folded(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_safe(text in "([a-cA1-3@.]([ .,_-]{0,3}|é)){0,30}") {
            folded(&text);
        }
    }
}

//! Boxes at a post office: `PO Box 12`, `Postfach 10 20 30`, `Apartado 45`, `BP 12`, `Casella postale 3`, `Postbus 99`,
//! `Caixa Postal 5`.
//!
//! Comes in: a view and a cue word. Goes out: the box and the place behind it.
//!
//! # Sources
//! USPS Publication 28; Royal Mail, Australia Post, Deutsche Post, La Poste, Correos, Poste Italiane and PostNL:
//! addressing of boxes.
use super::Style;
use super::gaps::is_capital;
use super::tail::tail_end;
use crate::catalog::prelude::*;
use crate::text::view::{View, is_wordy};
use crate::text::words::{is_any, is_word, next_word, previous_word, skip_spaces, skip_spaces_back};

/// "PO Box 123", "P.O. Box 123", "GPO Box 5", "Locked Bag 12", "post office box 9".
pub(super) fn english(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let number = number_end(v, p.end)?;
    let start = if is_word(v.slice(p.at, p.end), "pobox") { p.at } else { before_box(v, p.at)? };
    if is_wordy(v.before(start)) {
        return None;
    }
    let tail = tail_end(v, number, Style::English);
    // "a private bag 9" is luggage.
    if is_word(v.slice(p.at, p.end), "bag") && !tail.proven && !tail.city && !is_capital(v, start) {
        return None;
    }
    Some(super::whole(start, tail.end, tail.proven).score(75).cued())
}

fn before_box(v: View<'_>, at: usize) -> Option<usize> {
    let (start, word) = previous_word(v, at);
    let dotted = skip_spaces_back(v, at, 2);
    if is_any(word, &["po", "gpo", "locked", "private"]) {
        return Some(start);
    }
    if is_word(word, "office") {
        let (start, post) = previous_word(v, start);
        return is_word(post, "post").then_some(start);
    }
    let abbreviated = |letters: &str| is_word(v.slice(dotted.saturating_sub(letters.len()), dotted), letters);
    for letters in ["g.p.o.", "p.o.", "p.o", "p. o."] {
        if abbreviated(letters) {
            return Some(dotted - letters.len());
        }
    }
    let (first, p) = previous_word(v, start);
    (is_word(word, "o") && is_word(p, "p")).then_some(first)
}

/// "Postfach 10 20 30", "Postbus 12", "case postale 5", "casella postale 3", "apartado de correos 45".
pub(super) fn foreign(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let word = v.slice(p.at, p.end);
    let mut end = p.end;
    let start = if is_word(word, "postale") {
        let (start, word) = previous_word(v, p.at);
        is_any(word, &["case", "casella", "boîte", "boite"]).then_some(start)?
    } else {
        p.at
    };
    if is_word(word, "caixa") {
        let (at, postal) = next_word(v, end);
        end = is_word(postal, "postal").then_some(at + postal.len())?;
    }
    if is_any(word, &["apartado", "apdo", "aptdo"]) {
        end += usize::from(v.at(end) == b'.');
        for part in ["de", "correos", "postal"] {
            let (at, word) = next_word(v, end);
            if is_word(word, part) {
                end = at + word.len();
            }
        }
    }
    let number = number_end(v, end)?;
    if is_wordy(v.before(start)) {
        return None;
    }
    let tail = tail_end(v, number, Style::Continental);
    let found = super::whole(start, tail.end, tail.proven);
    // "el apartado 4" is a paragraph, too.
    let paragraph = end == p.end && is_word(word, "apartado") && !tail.proven;
    Some(if paragraph { found.score(50).weak() } else { found.score(72).cued() })
}

/// "BP 123, 75001 Paris", "CS 12345": letters that mean much else, so that only a postal code makes a box of them.
pub(super) fn french(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let loud = v.slice(p.at, p.end).iter().all(u8::is_ascii_uppercase);
    let number = number_end(v, p.end).filter(|_| loud && !is_wordy(v.before(p.at)))?;
    let tail = tail_end(v, number, Style::Continental);
    tail.code.is_some().then(|| super::whole(p.at, tail.end, true).score(70).cued())
}

/// End of the box number behind `end`: up to eight digits, in groups of two as well.
fn number_end(v: View<'_>, end: usize) -> Option<usize> {
    let mut i = skip_spaces(v, end + usize::from(matches!(v.at(end), b'.' | b':')), 2);
    i += usize::from(v.at(i) == b'#');
    let (mut digits, mut at, mut last) = (0, i, None);
    while digits <= 8 {
        let count = v.slice(at, at + 9).iter().take_while(|b| b.is_ascii_digit()).count();
        // "Postfach 10 20 30": a last group of one to three; five digits behind a space are the postal code.
        if count == 0 || last.is_some() && count > 3 || digits + count > 8 {
            break;
        }
        digits += count;
        last = Some(at + count);
        if v.at(at + count) != b' ' || count > 3 {
            break;
        }
        at += count + 1;
    }
    last.filter(|&end| !is_wordy(v.at(end)) && v.at(end) != b'/')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_end() {
        for (text, want) in [
            (" 123, x", Some(" 123")),
            (" #77", Some(" #77")),
            (" 10 20 30, 12345 Berlin", Some(" 10 20 30")),
            (" 12 10115 Berlin", Some(" 12")),
            (": 5", Some(": 5")),
            (" 123456789", None),
            (" 12a", None),
            (" 120/80", None),
            (" of", None),
            ("", None),
        ] {
            assert_eq!(number_end(View::new(text), 0).map(|end| text.get(..end).unwrap()), want, "{text}");
        }
    }
}

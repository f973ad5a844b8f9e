//! A telephone number said digit by digit in words, as voice messages are written down: "my number is six five oh …".
//!
//! Comes in: a cue word. Goes out: the row of digit words behind it, at least seven, with at most four other words between
//! ("my new number for you is"). A number that is introduced as an order's, a card's or the like is none.
use crate::catalog::prelude::*;
use crate::text::sixteen::Sixteen;
use crate::text::view::{View, is_wordy};
use crate::text::word_set::WordSet;

/// What a spelled-out telephone number follows.
#[rustfmt::skip]
pub(super) const CUES: &[&str] = &[
    "number", "phone", "telephone", "mobile", "cell", "call", "reach", "dial", "whatsapp", "text",
    "telefonnummer", "handynummer", "nummer", "número", "numéro", "numero", "telefoonnummer", "teléfono", "téléphone",
    "telefono", "telefone",
];
/// Words before "number" that make it another number.
static OTHERS: WordSet<32> = WordSet::of(&[
    "order ticket account card tracking case reference booking policy invoice serial model routing claim flight part",
]);
/// Digits in English, German, Spanish, French, Italian, Portuguese and Dutch, and what repeats the next one.
static DIGITS: WordSet<256> = WordSet::of(&[
    "zero oh o nought one two three four five six seven eight nine double triple",
    "null eins zwei zwo drei vier fünf sechs sieben acht neun",
    "cero uno dos tres cuatro cinco seis siete ocho nueve",
    "zéro un deux trois quatre cinq sept huit neuf",
    "due tre quattro cinque sei sette otto nove",
    "um dois duas três quatro sete oito meia",
    "nul een één twee drie vijf zes zeven negen dubbel",
]);
/// The fewest digits of a telephone number, and the most (ITU-T E.164).
const FEWEST: usize = 7;
const MOST: usize = 15;
/// Other words between the cue and the number.
const BETWEEN: usize = 4;
/// Longer than any word here, in bytes, and as many as are looked at together.
const LONGEST: usize = 16;

pub(super) fn spelled(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let mut first = word_after(v, p.end)?;
    for _ in 0..BETWEEN {
        if is_digit(v, first) {
            break;
        }
        first = word_after(v, first.1)?;
    }
    // Nearly always ordinary words follow: whose number it is, is asked last.
    if !is_digit(v, first) || is_another(v, p.at) {
        return None;
    }
    let (mut count, mut last) = (0, first);
    let mut next = Some(first);
    while let Some(word) = next.filter(|word| is_digit(v, *word)) {
        count += 1;
        last = word;
        if count > MOST {
            return None;
        }
        next = word_after(v, word.1);
    }
    (count >= FEWEST).then(|| Found { cued: true, score: Some(75), ..Found::new(first.0, last.1) })
}

/// The word behind `at`, over a space and perhaps a comma, a colon or a hyphen.
fn word_after(v: View<'_>, at: usize) -> Option<(usize, usize)> {
    let mut start = at;
    while start < at + 3 && matches!(v.at(start), b' ' | b',' | b'-' | b':' | b'.') {
        start += 1;
    }
    let here = Sixteen::at(v, start);
    let end = start + (here.letters() | here.digits() | here.either(b'_', b'_')).trailing_ones() as usize;
    (start > at && end > start && !is_wordy(v.at(end))).then_some((start, end))
}

fn is_digit(v: View<'_>, (start, end): (usize, usize)) -> bool {
    DIGITS.hold(v, start, end)
}

/// Whether the word before the cue says whose number it is.
fn is_another(v: View<'_>, cue: usize) -> bool {
    let before = v.slice(cue.saturating_sub(LONGEST), cue);
    let Some(before) = before.strip_suffix(b" ") else { return false };
    let start = before.iter().rposition(|b| !is_wordy(*b)).map_or(0, |at| at + 1);
    before.get(start..).is_some_and(|word| OTHERS.holds(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(text: &'t str, cue: &str) -> Option<&'t str> {
        let at = text.find(cue).expect("a cue");
        let probe = Probe { view: View::new(text), at, end: at + cue.len(), hints: Default::default() };
        spelled(&probe).and_then(|f| text.get(f.start..f.end))
    }

    #[test]
    fn digits_in_words_behind_a_cue() {
        let seven = "five five five oh one two three";
        for (before, after) in
            [("number is ", ""), ("number: ", " and thanks"), ("number for you now is ", ".")]
        {
            let text = format!("my {before}{seven}{after}");
            assert_eq!(found(&text, "number"), Some(seven));
        }
        assert_eq!(
            found("Nummer fünf, zwei, Drei, null, null, null, null", "Nummer"),
            Some("fünf, zwei, Drei, null, null, null, null")
        );
        for text in [
            "order number five five five oh one two three",
            "number five five five oh one two",
            "number of things that we have sent to you one two three four five six seven",
            "number is",
            "number (five five five oh one two three)",
        ] {
            assert_eq!(found(text, "number"), None, "{text}");
        }
        assert_eq!(found(&format!("number {}", "one ".repeat(16)), "number"), None, "too many");
        assert!(found(&format!("number {}", "one ".repeat(15)), "number").is_some());
    }
}

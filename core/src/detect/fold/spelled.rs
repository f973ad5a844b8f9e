//! Digits said in words: `four double one oh`, `vier eins eins null`.
//!
//! Comes in: a folded text. Goes out: the same with digits for the words of a row of at least three, one space between
//! them; a word for a dash becomes one. English, Spanish, French, German, Portuguese, Italian, Dutch and Swedish; the
//! words of a row may be mixed with digits, since many people write both.
use super::map::{Folded, Writer, mark};
use crate::text::view::{View, is_wordy};
use crate::text::word_set::WordSet;

/// Words for digits that open the gate: those for one are left out, since in most languages they are articles.
#[rustfmt::skip]
pub(in super::super) const CUES: &[&str] = &[
    "zero", "oh", "nought", "two", "three", "four", "five", "six", "seven", "eight", "nine", "double", "triple",
    "null", "zwei", "zwo", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "doppel",
    "cero", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "doble",
    "zéro", "deux", "trois", "quatre", "cinq", "sept", "huit", "neuf",
    "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "doppio",
    "dois", "duas", "três", "quatro", "sete", "oito", "meia", "dobro",
    "nul", "twee", "drie", "vijf", "zes", "zeven", "negen", "dubbel",
    "noll", "två", "fyra", "fem", "sju", "åtta", "nio",
];

/// All words of a row, for the gate.
static WORDS: WordSet<256> = WordSet::of(&[
    "zero oh o nought one two three four five six seven eight nine double triple",
    "null eins zwei zwo drei vier fünf sechs sieben acht neun doppel",
    "cero uno dos tres cuatro cinco seis siete ocho nueve doble",
    "zéro un deux trois quatre cinq sept huit neuf",
    "due tre quattro cinque sei sette otto nove doppio",
    "um dois duas três quatro sete oito meia dobro",
    "nul een één twee drie vijf zes zeven negen dubbel",
    "noll ett två fyra fem sex sju åtta nio",
]);

/// What a word says, by its bytes in small letters.
#[rustfmt::skip]
const SAID: [(Said, &[&str]); 14] = [
    (Said::Digit(b'0'), &["zero", "oh", "o", "nought", "null", "cero", "zéro", "nul", "noll"]),
    (Said::Digit(b'1'), &["one", "eins", "uno", "un", "um", "een", "één", "ett"]),
    (Said::Digit(b'2'), &["two", "zwei", "zwo", "dos", "deux", "due", "dois", "duas", "twee", "två"]),
    (Said::Digit(b'3'), &["three", "drei", "tres", "trois", "tre", "três", "drie"]),
    (Said::Digit(b'4'), &["four", "vier", "cuatro", "quatre", "quattro", "quatro", "fyra"]),
    (Said::Digit(b'5'), &["five", "fünf", "cinco", "cinq", "cinque", "vijf", "fem"]),
    (Said::Digit(b'6'), &["six", "sechs", "seis", "sei", "zes", "meia", "sex"]),
    (Said::Digit(b'7'), &["seven", "sieben", "siete", "sept", "sette", "sete", "zeven", "sju"]),
    (Said::Digit(b'8'), &["eight", "acht", "ocho", "huit", "otto", "oito", "åtta"]),
    (Said::Digit(b'9'), &["nine", "neun", "nueve", "neuf", "nove", "negen", "nio"]),
    (Said::Times(2), &["double", "doppel", "doble", "doppio", "dobro", "dubbel"]),
    (Said::Times(3), &["triple"]),
    (Said::Dash, &["dash", "hyphen", "minus", "strich", "bindestrich", "guion", "guión", "tiret", "trattino", "hífen", "streepje"]),
    (Said::Plus, &["plus"]),
];

/// The fewest words of a row.
const FEWEST: usize = 3;
/// The most words read as one row: more than any value has.
const MOST: usize = 64;
/// The longest word, in bytes.
const LONGEST: usize = 16;

#[derive(Clone, Copy, PartialEq)]
enum Said {
    Digit(u8),
    /// Digits as they are.
    Digits,
    Times(u8),
    Dash,
    Plus,
}

/// Whether a row of words may begin with the word `at..end`, or go on with it: two more digits stand behind it, one of them
/// a word at least. In a row of many each of them answers.
pub(super) fn begins_row(view: View<'_>, at: usize, end: usize) -> bool {
    let word = |(at, end): (usize, usize)| WORDS.hold(view, at, end);
    let digits = |(at, end): (usize, usize)| view.at(at).is_ascii_digit() && end - at <= 4;
    let Some(next) = word_at(view, over_gap(view, end)).filter(|next| word(*next) || digits(*next)) else {
        return false;
    };
    let other = word_at(view, over_gap(view, next.1));
    word((at, end)) && other.is_some_and(|other| word(other) || word(next) && digits(other))
}

/// What may stand between two words of a row: a space, a comma, a dash, a full stop, two of them at most, or a line break.
fn over_gap(view: View<'_>, at: usize) -> usize {
    let gap =
        view.slice(at, at + 3).iter().take_while(|b| matches!(b, b' ' | b',' | b'-' | b'.' | b'\n')).count();
    at + gap
}

fn word_at(view: View<'_>, at: usize) -> Option<(usize, usize)> {
    let length = view.slice(at, at + LONGEST + 1).iter().take_while(|b| is_wordy(**b)).count();
    (1..=LONGEST).contains(&length).then_some((at, at + length))
}

fn said(view: View<'_>, (at, end): (usize, usize)) -> Option<Said> {
    let word = view.slice(at, end);
    if word.iter().all(u8::is_ascii_digit) {
        return (word.len() <= 4).then_some(Said::Digits);
    }
    let lower = core::str::from_utf8(word).ok()?.to_lowercase();
    SAID.iter().find(|(_, words)| words.contains(&lower.as_str())).map(|(said, _)| *said)
}

/// The text with digits for words; nothing where there is no row of them.
pub(super) fn fold(text: &Folded) -> Option<Folded> {
    let view = text.view()?;
    let mut w = Writer::new(text);
    let mut i = 0;
    while i < text.len() {
        if !is_wordy(view.at(i)) {
            i += 1;
            continue;
        }
        let word_end = word_end(view, i);
        let row = row_end(view, i);
        match row {
            Some(end) => {
                write(&mut w, view, i, end);
                i = end;
            }
            None => i = word_end,
        }
    }
    w.finish()
}

fn word_end(view: View<'_>, at: usize) -> usize {
    let run = view.bytes().iter().skip(at).take_while(|b| is_wordy(**b)).count();
    at + run.max(1)
}

/// The end of a row of at least three words for digits that begins at `at`, at least two of them words.
fn row_end(view: View<'_>, at: usize) -> Option<usize> {
    let (mut i, mut digits, mut words, mut end, mut times) = (at, 0, 0, None, false);
    for _ in 0..MOST {
        let Some((start, word_end)) = word_at(view, i) else { break };
        let Some(what) = said(view, (start, word_end)) else { break };
        match what {
            Said::Digit(_) => (digits, words) = (digits + 1 + usize::from(times), words + 1),
            Said::Digits if i == at => break,
            Said::Digits => digits += 1,
            Said::Plus if i != at => break,
            Said::Dash if i == at => break,
            Said::Times(_) | Said::Dash | Said::Plus => {}
        }
        times = matches!(what, Said::Times(_));
        if matches!(what, Said::Digit(_) | Said::Digits) {
            end = Some(word_end);
        }
        i = over_gap(view, word_end);
        if i == word_end {
            break;
        }
    }
    end.filter(|_| digits >= FEWEST && words >= 2)
}

fn write(w: &mut Writer<'_>, view: View<'_>, at: usize, end: usize) {
    const SAID: u8 = mark::SOFT | mark::WRITTEN;
    let (mut i, mut times, mut first) = (at, 1, true);
    // A gap becomes one space, so that groups of digits stand as they were said; around a dash nothing.
    let mut glue: &[u8];
    while i < end
        && let Some((start, word_end)) = word_at(view, i)
        && let Some(what) = said(view, (start, word_end))
    {
        w.keep_to(if first { start } else { i });
        match what {
            Said::Digit(digit) => {
                let mut row = [b' '; 6];
                let length = usize::from(times) * 2 - 1;
                row.iter_mut().step_by(2).for_each(|place| *place = digit);
                w.put(word_end, row.get(..length).unwrap_or_default(), SAID);
                glue = b" ";
            }
            Said::Digits => {
                w.keep_to(word_end);
                glue = b" ";
            }
            Said::Dash => {
                w.put(word_end, b"-", SAID);
                glue = b"";
            }
            Said::Plus => {
                w.put(word_end, b"+", SAID);
                glue = b"";
            }
            Said::Times(_) => {
                w.leave_out(word_end, mark::SOFT_GAP | mark::WRITTEN);
                glue = b"";
            }
        }
        times = if let Said::Times(n) = what { n } else { 1 };
        first = false;
        let next = over_gap(view, word_end);
        if word_end >= end {
            return;
        }
        let dashed = word_at(view, next).and_then(|word| said(view, word)) == Some(Said::Dash);
        if glue.is_empty() || dashed {
            w.leave_out(next, mark::SOFT_GAP);
        } else {
            w.put(next, glue, mark::SOFT);
        }
        i = next;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn folded(text: &str) -> Option<String> {
        Folded::tried(text, fold)
    }

    #[test]
    fn every_word_that_opens_the_gate_is_one_of_a_row() {
        for word in CUES {
            assert!(WORDS.holds(word.as_bytes()), "{word}");
            assert!(said(View::new(word), (0, word.len())).is_some(), "{word}");
        }
        let all: usize = SAID.iter().take(12).map(|(_, words)| words.len()).sum();
        let known = SAID.iter().take(12).flat_map(|(_, words)| *words).filter(|w| WORDS.holds(w.as_bytes()));
        assert_eq!(known.count(), all);
    }

    #[test]
    fn rows_become_digits() {
        for (text, plain) in [
            ("card four double one oh, thanks", "card 4 1 1 0, thanks"),
            ("Four, One, triple two", "4 1 2 2 2"),
            ("four seven two dash eight one dash zero", "4 7 2-8 1-0"),
            ("plus four nine one", "+4 9 1"),
            ("eins zwo Drei", "1 2 3"),
            ("uno dos tres cuatro", "1 2 3 4"),
            ("un deux trois zéro", "1 2 3 0"),
            ("een één twee", "1 1 2"),
            ("ett två åtta", "1 2 8"),
            ("it is one 2 three 45 ok", "it is 1 2 3 45 ok"),
        ] {
            assert_eq!(folded(text).as_deref(), Some(plain), "{text}");
        }
        for text in [
            "one or two three",
            "the two of three",
            "double trouble",
            "1 2 3",
            "one 2 3",
            "twofour fiveone six",
        ] {
            assert_eq!(folded(text), None, "{text}");
        }
        let text = "a four one one b";
        let place = fold(&Folded::of(View::new(text), 0, text.len())).unwrap().original(2, 7).unwrap();
        assert_eq!(&text[place.0 as usize..place.1 as usize], "four one one");
    }

    proptest! {
        #[test]
        fn any_text_is_safe(text in "((one|two|double|dash|plus|7|oh|vier|\\PC)[ ,.-]{0,3}){0,20}") {
            folded(&text);
        }
    }
}

//! Addresses without any street type that a word calls an address: "my address is 32 basant vihar moscow".
//!
//! Comes in: a view and the word. Goes out: the words behind it, from a house number to the end of the clause. What has a
//! street type is left to the other grammars, which know better where it ends.
use super::gaps::name_end;
use super::house_number::number_end;
use super::stops::{ends_name, is_counted};
use super::street_types::{CLEAR, EVERYDAY, RARE};
use super::{compound, leading};
use crate::catalog::prelude::*;
use crate::text::phrase::{NONE, lead};
use crate::text::view::is_wordy;
use crate::text::word_set::WordSet;
use crate::text::words::{is_any, previous_word, skip_spaces};

pub(super) const CUES: &[&str] = &[
    "address",
    "addr",
    "adress",
    "adresse",
    "anschrift",
    "lieferadresse",
    "rechnungsadresse",
    "dirección",
    "direccion",
    "indirizzo",
    "adres",
    "endereço",
];

static FILLERS: WordSet<64> = WordSet::of(&[
    "new my the current correct shipping delivery billing home to as following now neue meine nueva no nr number",
]);
/// Words that make another kind of address.
static OTHERS: WordSet<64> = WordSet::of(&[
    "email mail e ip mac web site url wallet bitcoin btc eth crypto gmail server memory contract",
]);
/// Words that begin what is said next.
static NEXT: WordSet<64> = WordSet::of(&[
    "and phone ph tel contact mobile email mail zip pin name number card kindly thx thank ok okay please account ssn dob",
]);

/// Words of such an address, at most and at least.
const MOST: usize = 7;
const LEAST: usize = 2;

pub(super) fn behind_word(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    if is_wordy(v.at(p.end))
        || OTHERS.holds(previous_word(v, p.at).1)
        || matches!(v.before(p.at), b'-' | b'_')
    {
        return None;
    }
    let lead = lead(v, p.end, &FILLERS, &NONE, 40);
    if !(lead.sign || lead.verb) || !v.at(lead.at).is_ascii_digit() {
        return None;
    }
    let number = number_end(v, lead.at)?;
    let (mut end, mut words) = (number, 0);
    for _ in 0..MOST + 4 {
        let comma = usize::from(v.at(end) == b',');
        let start = skip_spaces(v, end + comma, 2);
        if start == end + comma {
            break;
        }
        let digits = v.slice(start, start + 7).iter().take_while(|b| b.is_ascii_digit()).count();
        let next = if digits > 0 { start + digits } else { name_end(v, start) };
        let word = v.slice(start, next);
        let over = next == start || words == MOST || digits > 6 || is_wordy(v.at(next)) || v.at(next) == b'@';
        if over || words == 0 && is_counted(word) || ends_name(word) || NEXT.holds(word) {
            break;
        }
        if is_type(word) {
            return None;
        }
        words += usize::from(digits == 0 && word.len() > 1);
        end = next;
    }
    let closed = matches!(v.at(end), 0 | b' ' | b'.' | b',' | b'\n' | b'\r' | b'!' | b';' | b')');
    (words >= LEAST && closed).then(|| Found::new(lead.at, end).score(52).cued())
}

fn is_type(word: &[u8]) -> bool {
    [CLEAR, EVERYDAY, RARE, leading::CLEAR, leading::CAPITAL].iter().any(|types| is_any(word, types))
        || compound::is_street(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::view::View;

    fn found(text: &str) -> Option<&str> {
        let lower = text.to_lowercase();
        let (at, cue) =
            CUES.iter().filter_map(|cue| lower.find(cue).map(|at| (at, cue))).max_by_key(|c| c.1.len())?;
        let probe = Probe { view: View::new(text), at, end: at + cue.len(), hints: Default::default() };
        behind_word(&probe).and_then(|f| text.get(f.start..f.end))
    }

    #[test]
    fn clauses_behind_the_word() {
        for (text, want) in [
            ("my address is 32 basant vihar moscow and number is 5", Some("32 basant vihar moscow")),
            (
                "Address: 55 Teachers Colony, Adyar, Chennai 600020.",
                Some("55 Teachers Colony, Adyar, Chennai 600020"),
            ),
            ("new address is no 87 jp nagar, thanks", Some("87 jp nagar")),
            ("my address is 12 oak street", None),
            ("my email address is 12 monkeys dot", None),
            ("the ip address is 10.0.0.1", None),
            ("address is 3 blocks from here", None),
            ("my address is wrong", None),
            ("address 12 is missing", None),
            ("address: 12345678 foo bar", None),
        ] {
            assert_eq!(found(text), want, "{text}");
        }
    }
}

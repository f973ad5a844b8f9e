//! Personal identification number (PIN) of a card, a phone or an account.
//!
//! Four to six digits behind `pin`, `Geheimzahl`, `pincode`, `code secret`, `código secreto`, `codice segreto`, …, or
//! before it (`4821 is my pin`); a sign or a verb allows up to eight. Who is not sure writes two: `either 4821 or 8421`
//! is one value. In India the *PIN code* is the postal code and has six digits. Six digits count only where somebody's
//! own number or a card is spoken of.
//!
//! # Sources
//! ISO 9564-1 section 5.1 (four to twelve digits); Department of Posts, India (Postal Index Number: six digits).
use super::typed::is_amount;
use crate::catalog::card_words::CARD_WORDS;
use crate::catalog::prelude::*;
use crate::text::phrase::{
    Lead, clause_ends, closes, digit_ahead, digit_between, digits_end, follows, goes_on, is_covered, is_label,
    lead, near, stands_alone, within,
};
use crate::text::view::View;
use crate::text::word_set::WordSet;
use crate::text::words::{
    is_any, is_letter, is_word, next_word, previous_word, skip_spaces, skip_spaces_back,
};

static CUES: &[&str] = &["pin", "pins", "pincode", "pinnummer", "geheimzahl", "geheimnummer", "nip", "puk"];
/// What makes a *code* one of these, behind it.
static SECRET: &[&str] = &["secret", "secreto", "segreto", "confidentiel"];
static CODES: WordSet<8> = WordSet::of(&["code código codigo codice"]);

/// Passed between the cue and the value: `PIN-Code`.
static CODE: WordSet<8> = WordSet::of(&["code código codigo kod"]);

static FILLERS: WordSet<256> = WordSet::of(&[
    "of for on the my your account number no nr num nummer card i use used set have now still either maybe might",
    "should that new old with a it and atm sim phone debit credit",
    "bancomat le de la mi tarjeta und mein meine meiner der zur karte konto entweder vielleicht du ma mon carte soit",
    "da do meu cartão cartao conta del della mio mia carta van mijn de kaart pas telefoon oder ou o ou",
]);

/// Pins that no bank gives out.
static OTHERS: WordSet<64> = WordSet::of(&[
    "hair bowling safety lapel rolling drop drawing connector power usb hdmi gpio enamel map push cotter locking",
    "firing header badge steuer rückruf",
]);

/// Whose it is, in languages in which *pin* means nothing else.
static MINE: WordSet<64> = WordSet::of(&[
    "mein meine meiner mon ma mi meu minha mio mia mijn sua seu votre ihre su codice code código codigo",
]);
/// The same where a postal code may be meant.
static MY: WordSet<32> = WordSet::of(&["my your his her atm sim card app phone banking mobile"]);

/// What stands before an Indian postal code.
static PLACES: WordSet<32> =
    WordSet::of(&["city state street address area district town postal zip road nagar india"]);

pub(super) static ENTRY: Entry = Entry::new("PIN")
    .title("Personal identification number (PIN)")
    .category(Category::Secret)
    .sensitivity(Sensitivity::Critical)
    .score(80)
    .anchors(&[(Anchor::Cue(CUES), named), (Anchor::Cue(SECRET), secret)])
    .finds(&[
        "account and the pin is <<9431>>",
        "my pin is either <<3941 or 0314>>",
        "PIN #<<4821>>",
        "<<4821>> is my pin",
        "mi pin es <<4821>>",
        "mon code secret est <<4821>>",
        "meine Geheimzahl lautet <<4821>>",
        "o meu código secreto é <<4821>>",
        "il mio codice PIN è <<48215>>",
        "mijn pincode is <<4821>>",
    ])
    .skips(&[
        ("pin code 560001", "an Indian postal code"),
        ("my pincode is 411 001", "an Indian postal code in two groups"),
        ("city is pune and pin is 411001", "an Indian postal code"),
        ("i entered my pin 3 times", "no value"),
        ("pin 12 of the connector", "a pin of a plug"),
        ("the hair pin 4821", "a thing"),
        ("pin 2024", "a year, and nothing says that it is the number"),
    ])
    .sources(&["ISO 9564-1", "Department of Posts, India: Postal Index Number"]);

/// Behind a name of the number itself.
fn named(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let ahead = digit_ahead(v, probe.end, 56);
    if !ahead && !digit_between(v, probe.at.saturating_sub(40), probe.at) {
        return None;
    }
    if is_label(v, probe.at, probe.end) || is_plug(v, probe.at) || follows(v, probe.at, &OTHERS, 1) {
        return None;
    }
    let lead = lead(v, probe.end, &FILLERS, &CODE, 48);
    if is_covered(v, lead.at) {
        return None;
    }
    found(probe, lead).or_else(|| before(probe))
}

/// Whether the pins before `at` are counted: `8-pin`, `24 pin`.
fn is_plug(v: View<'_>, at: usize) -> bool {
    let end = at - usize::from(matches!(v.before(at), b' ' | b'-'));
    let digits = v.slice(end.saturating_sub(3), end).iter().rev().take_while(|b| b.is_ascii_digit()).count();
    (1..=2).contains(&digits)
}

/// Behind `secret` and its like, where they stand after a word for *code*.
fn secret(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    if !digit_ahead(v, probe.end, 48) || !follows(v, probe.at, &CODES, 1) || is_label(v, probe.at, probe.end)
    {
        return None;
    }
    let lead = lead(v, probe.end, &FILLERS, &CODE, 40);
    (lead.sign || lead.verb).then(|| found(probe, lead)).flatten()
}

fn found(probe: &Probe<'_>, lead: Lead) -> Option<Found> {
    let v = probe.view;
    let told = lead.sign || lead.verb;
    let at = lead.at + usize::from(matches!(v.at(lead.at), b'"' | b'\''));
    let end = digits_end(v, at, if told { 8 } else { 6 });
    let length = end - at;
    let year = length == 4 && matches!(v.slice(at, at + 2), b"19" | b"20");
    if length < 4 || !is_end(v, at, end) || year && !told && !follows(v, probe.at, &MY, 2) {
        return None;
    }
    if length == 6 && is_postal(probe, &lead, end) {
        return None;
    }
    Some(Found::new(at, with_second(v, at, end)).cued())
}

/// Whether a number may end there: no sum, no part of something longer.
fn is_end(v: View<'_>, at: usize, end: usize) -> bool {
    let joined = v.at(end) == b'-' && v.at(end + 1).is_ascii_alphanumeric();
    closes(v, end) && !joined && !goes_on(v, at, end) && !is_amount(v, at, end)
}

/// Whether six digits are an Indian postal code.
fn is_postal(probe: &Probe<'_>, lead: &Lead, end: usize) -> bool {
    let v = probe.view;
    let cue = v.slice(probe.at, probe.end);
    let named = lead.marked || is_word(cue, "pincode");
    if !named && !is_word(cue, "pin") || follows(v, probe.at, &MINE, 2) {
        return false;
    }
    let place = within(v, probe.at.saturating_sub(48), probe.at, &PLACES);
    let mine = follows(v, probe.at, &MY, 2) || near(v, probe.at, end, &CARD_WORDS, 32);
    named || place || !mine
}

/// The end of the second number of `4821 or 8421`, else `end`.
fn with_second(v: View<'_>, at: usize, end: usize) -> usize {
    let (word_at, word) = next_word(v, end);
    if !is_any(word, &["or", "oder", "ou", "o", "of"]) {
        return end;
    }
    let from = skip_spaces(v, word_at + word.len(), 2);
    let second = digits_end(v, from, 8);
    if second - from == end - at && is_end(v, from, second) { second } else { end }
}

static LINKS: WordSet<32> = WordSet::of(&["is as was ist est es é è als war comme como come"]);
static BRIDGES: WordSet<64> =
    WordSet::of(&["my the a your new old mein meine mon ma mi o meu il mio mijn de le la el code bank card"]);

/// `4821 is my pin`, `4821 as pin code`.
fn before(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let (at, word) = next_word(v, probe.end);
    let after = if is_any(word, &["number", "code", "nummer"]) { at + word.len() } else { probe.end };
    if !clause_ends(v, after) {
        return None;
    }
    let (mut at, mut linked) = (probe.at, false);
    for _ in 0..5 {
        at = skip_spaces_back(v, at, 4);
        if v.before(at).is_ascii_digit() {
            break;
        }
        let (start, word) = previous_word(v, at);
        if LINKS.holds(word) {
            linked = true;
        } else if linked || word.is_empty() || !BRIDGES.holds(word) {
            return None;
        }
        // `c'est`
        at = if v.slice(start.saturating_sub(2), start).eq_ignore_ascii_case(b"c'") {
            start - 2
        } else {
            start
        };
    }
    let mut start = at;
    while at - start <= 6 && v.before(start).is_ascii_digit() {
        start -= 1;
    }
    let whole =
        linked && (4..=6).contains(&(at - start)) && stands_alone(v, start, at) && !is_letter(v.at(at));
    // The last group of a longer number is none.
    let group = v.before(start) == b' ' && v.at(start.wrapping_sub(2)).is_ascii_digit();
    (whole && !group).then(|| Found::new(start, at).cued())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::secret::tests::{conforms, cues};

    #[test]
    fn examples() {
        conforms(&ENTRY, cues);
    }
}

//! Mark of a text that is not for everybody: `strictly confidential`, `for internal use only`, `TLP:AMBER`, `under NDA`.
//!
//! The mark is nobody's data: it says that the text around it should not leave the house, and a policy may refuse such a text.
//! Off by default, since the foot of every second mail has one.
use crate::catalog::prelude::*;
use crate::text::view::View;
use crate::text::words::{is_any, is_word, next_word, previous_word, word_end};

#[rustfmt::skip]
static CUES: &[&str] = &[
    "confidential", "internal", "nda", "tlp", "proprietary", "redistribute", "distribution", "vertraulich", "gebrauch",
    "verschlusssache", "confidentiel", "interne", "confidencial", "interno", "riservato", "vertrouwelijk", "embargo",
];

pub(super) static ENTRY: Entry = Entry::new("CONFIDENTIAL_MARKING")
    .title("Mark of confidential text")
    .category(Category::Business)
    .sensitivity(Sensitivity::Low)
    .score(70)
    .off_by_default()
    .anchors(&[(Anchor::Cue(CUES), mark)])
    .finds(&[
        "<<STRICTLY CONFIDENTIAL>>: roadmap",
        "this sheet is <<for internal use only>>.",
        "classification <<TLP:AMBER+STRICT>>",
        "we share it <<under NDA>> with you",
        "<<not for distribution>>",
        "<<Streng vertraulich>>!",
        "<<nur für den internen Gebrauch>>",
        "<<strictement confidentiel>>",
        "<<uso interno>>",
    ])
    .skips(&[
        ("is my data kept confidential?", "talk about it"),
        ("an internal server error", "another meaning"),
        ("the distribution of parcels", "another meaning"),
        ("l'interne n'a pas répondu", "a person"),
    ])
    .sources(&["FIRST: Traffic Light Protocol 2.0", "ISO/IEC 27001:2022, annex A 5.13 (labels of information)"]);

/// What stands before and behind the cue; each word of several is one of a choice, nearest first.
struct Phrase {
    cue: &'static [&'static str],
    before: &'static [&'static [&'static str]],
    after: &'static [&'static [&'static str]],
}

const fn phrase(
    cue: &'static [&'static str],
    before: &'static [&'static [&'static str]],
    after: &'static [&'static [&'static str]],
) -> Phrase {
    Phrase { cue, before, after }
}

/// The longer ones of one cue first.
static PHRASES: &[Phrase] = &[
    phrase(&["confidential"], &[&["strictly", "highly", "company", "commercially", "private"]], &[]),
    phrase(&["confidential"], &[&["and"], &["private", "proprietary", "privileged"]], &[]),
    phrase(&["confidential"], &[], &[&["and"], &["proprietary", "privileged"]]),
    phrase(&["confidential"], &[], &[&["information"]]),
    phrase(&["internal"], &[&["for"]], &[&["use"], &["only"]]),
    phrase(&["internal"], &[], &[&["use"], &["only"]]),
    phrase(&["internal"], &[], &[&["only"]]),
    phrase(&["nda"], &[&["an"], &["under"]], &[]),
    phrase(&["nda"], &[&["under"]], &[]),
    phrase(&["proprietary"], &[], &[&["information"]]),
    phrase(&["redistribute"], &[&["not"], &["do"]], &[]),
    phrase(&["distribution"], &[&["for"], &["not"]], &[]),
    phrase(&["vertraulich"], &[&["streng"]], &[]),
    phrase(&["gebrauch"], &[&["internen"], &["den"], &["für"], &["nur"]], &[]),
    phrase(&["gebrauch"], &[&["dienstgebrauch", "internen"], &["den"], &["für"]], &[]),
    phrase(&["verschlusssache"], &[], &[]),
    phrase(&["confidentiel"], &[&["strictement", "document"]], &[]),
    phrase(&["interne"], &[&["usage"]], &[]),
    phrase(&["confidencial"], &[&["estrictamente", "estritamente", "documento", "información"]], &[]),
    phrase(&["interno"], &[&["uso"]], &[]),
    phrase(&["riservato"], &[&["strettamente"]], &[]),
    phrase(&["vertrouwelijk"], &[&["strikt"]], &[]),
    phrase(&["embargo"], &[&["under"]], &[]),
    phrase(&["embargo"], &[], &[&["until"]]),
];

fn mark(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let cue = v.slice(p.at, p.end);
    if is_word(cue, "tlp") {
        return traffic_light(v, p);
    }
    let fits = |phrase: &Phrase| {
        let (mut start, mut end) = (p.at, p.end);
        for choice in phrase.before {
            let (at, word) = previous_word(v, start);
            if !is_any(word, choice) {
                return None;
            }
            start = at;
        }
        for choice in phrase.after {
            let (at, word) = next_word(v, end);
            if !is_any(word, choice) {
                return None;
            }
            end = at + word.len();
        }
        Some(Found::new(start, end).cued())
    };
    PHRASES.iter().filter(|phrase| is_any(cue, phrase.cue)).find_map(fits)
}

/// `TLP:RED`, `TLP:AMBER`, `TLP:AMBER+STRICT`, `TLP:GREEN`.
fn traffic_light(v: View<'_>, p: &Probe<'_>) -> Option<Found> {
    let colon = v.at(p.end) == b':';
    let start = p.end + 1;
    let end = word_end(v, start);
    if !colon || !is_any(v.slice(start, end), &["red", "amber", "green"]) {
        return None;
    }
    let strict = v.at(end) == b'+' && is_word(v.slice(end + 1, end + 7), "strict");
    Some(Found::new(p.at, if strict { end + 7 } else { end }).cued())
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

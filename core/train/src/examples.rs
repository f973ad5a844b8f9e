//! A labelled message → runs with labels, as the decoder would see the text.
use core::ops::Range;

use wimple::training::{Hidden, label, runs};

use crate::corpus::{ADDRESS, LOCATION, Message};
use crate::crf::Example;
use crate::math::Random;

/// In how many of a hundred names what the lexicon knows of a word is hidden, and which word it is.
const HIDE_CLASS: u32 = 14;
const HIDE_WORD: u32 = 20;
/// In how many of a hundred other words both are hidden.
const HIDE_OTHER: u32 = 2;

/// The examples of a message. With `random`, names lose at times what makes them easy, so that the model learns to see
/// them by what is around.
#[must_use]
pub fn examples(message: &Message, lexicon: &[u8], random: Option<&mut Random>) -> Vec<Example> {
    let mut random = random;
    let inside = |place: &Range<usize>| {
        message.spans.iter().any(|(span, _)| place.start < span.end && span.start < place.end)
    };
    let runs = runs(&message.text, lexicon, |place| match &mut random {
        Some(random) if inside(&place) => {
            Hidden { class: random.chance(HIDE_CLASS), word: random.chance(HIDE_WORD) }
        }
        // Not every word that no list knows is a name.
        Some(random) => {
            let hidden = random.chance(HIDE_OTHER);
            Hidden { class: hidden, word: hidden }
        }
        None => Hidden::default(),
    });
    let labelled = runs.into_iter().map(|run| {
        let labels = labels(&run.places, &run.values, message);
        Example { rows: run.rows, labels }
    });
    labelled.collect()
}

/// The labels of a run's tokens. Of a name that only partly lies in the run, that part is the name.
fn labels(places: &[Range<usize>], values: &[bool], message: &Message) -> Vec<u8> {
    let mut labels = vec![0; places.len()];
    for (span, kind) in &message.spans {
        let inside = |at: &usize| {
            places.get(*at).is_some_and(|p| p.start < span.end && span.start < p.end)
                && values.get(*at) == Some(&false)
        };
        let Some(first) = (0..places.len()).find(inside) else { continue };
        let count = (first..places.len()).take_while(inside).count();
        // What is one word is a place, not an address.
        let kind = if *kind == ADDRESS && count == 1 { LOCATION } else { *kind };
        for (n, place) in labels.iter_mut().skip(first).take(count).enumerate() {
            *place = label(kind, n, count);
        }
    }
    labels
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::PERSON;
    use wimple::training::may_follow;

    fn message(text: &str, name: &str, kind: u8) -> Message {
        let at = text.find(name).expect("the name is there");
        let spans = vec![(at..at + name.len(), kind)];
        Message { text: text.to_owned(), spans, language: "en".to_owned(), real: false }
    }

    #[test]
    fn labels_follow_each_other_as_the_decoder_allows() {
        let lexicon = include_bytes!("../../src/model/lexicon.bin");
        for (text, name, kind, count) in [
            ("my name is Zanthia Quorble-Vint, thanks", "Zanthia Quorble-Vint", PERSON, 2),
            (
                "send to 12 Quorble Street, Zanthia 12345 please",
                "12 Quorble Street, Zanthia 12345",
                ADDRESS,
                6,
            ),
            ("Zanthia", "Zanthia", ADDRESS, 1),
        ] {
            let made = examples(&message(text, name, kind), lexicon, None);
            let labels: Vec<u8> = made.iter().flat_map(|e| e.labels.clone()).collect();
            assert_eq!(labels.iter().filter(|l| **l != 0).count(), count, "{text}: {labels:?}");
            for example in made {
                let chain: Vec<u8> = [0].into_iter().chain(example.labels).chain([0]).collect();
                assert!(chain.windows(2).all(|pair| may_follow(pair[0], pair[1])), "{chain:?}");
            }
        }
    }
}

//! Varies finished sentences, so that what is learnt of a name is more than the sentence it stands in: pieces go in,
//! pieces with somebody addressed, or with other words around, come out.
use super::Kind;
use super::draft::{Draft, Piece};
use super::names;
use super::things;
use super::writer::Writer;

/// A sentence that names nobody, said to somebody or about somebody: `where is my order` → `Ann, where is my order`,
/// `My router is broken` → `Ann's router is broken`.
pub(super) fn involve(writer: &mut Writer<'_>, sentence: Draft) -> Draft {
    let english = writer.language.language.code == "en";
    if english
        && writer.random.chance(40)
        && let Some(draft) = about(writer, &sentence)
    {
        return draft;
    }
    let name = slot(writer, 15);
    let mut draft = Draft::default();
    if writer.random.chance(50) {
        draft.push(&name, Some(Kind::Person));
        draft.push(writer.random.word(&[", ", ", ", " ", " - ", ": ", "! "]), None);
        draft.append(sentence);
    } else {
        draft.append(sentence);
        draft.trim_end();
        draft.push(writer.random.word(&[", ", ", ", " ", " ", " - "]), None);
        draft.push(&name, Some(Kind::Person));
        draft.push(writer.random.word(&[".", "", "", "!", "?"]), None);
    }
    draft
}

/// The first word of an English sentence replaced by a name, where that word is `I`, `my` or `the`.
fn about(writer: &mut Writer<'_>, sentence: &Draft) -> Option<Draft> {
    let [Piece { text, kind: None }] = sentence.pieces.as_slice() else { return None };
    let (first, rest) = text.split_once(' ')?;
    let owner = match first {
        "I" | "i" => false,
        "My" | "my" | "The" | "the" | "Our" | "our" => true,
        _ => return None,
    };
    let name = slot(writer, 40);
    let mut draft = Draft::default();
    draft.push(&name, Some(Kind::Person));
    draft.push(if owner { writer.random.word(&["'s ", "'s ", "’s ", "s "]) } else { " " }, None);
    draft.push(rest, None);
    Some(draft)
}

/// A full name in so many of a hundred cases, a first name in the others.
fn slot(writer: &mut Writer<'_>, full: u64) -> String {
    let slot = if writer.random.chance(full) { "PER" } else { "FIRST" };
    names::value(writer, slot)
}

/// Replaces about one word in eight by another of the language; names, numbers and words with capitals stay.
pub(super) fn blur(writer: &mut Writer<'_>, draft: &mut Draft) {
    for piece in draft.pieces.iter_mut().filter(|piece| piece.kind.is_none()) {
        let mut text = String::with_capacity(piece.text.len());
        for part in piece.text.split_inclusive(|c: char| !(c.is_alphanumeric() || c == '@' || c == '.')) {
            let word = part.trim_end_matches(|c: char| !c.is_alphanumeric());
            let plain = word.chars().count() > 1 && word.chars().all(char::is_lowercase);
            if plain && writer.random.chance(13) {
                text.push_str(&things::value(writer, "W"));
                text.push_str(part.strip_prefix(word).unwrap_or_default());
            } else {
                text.push_str(part);
            }
        }
        piece.text = text;
    }
}

#[cfg(test)]
mod tests {
    use super::super::pools::Pools;
    use super::super::random::Random;
    use super::super::shelf::Shelf;
    use super::*;

    fn texts(change: impl Fn(&mut Writer<'_>, Draft) -> Draft, sentence: &str) -> Vec<(String, usize)> {
        let (shelf, pools) = (Shelf::own(), Pools::own());
        let language = shelf.language(0).expect("English");
        let made = (0..200).map(|number| {
            let random = Random::of(1, number);
            let mut writer = Writer { random, shelf: &shelf, pools: &pools, language, person: None };
            let mut draft = Draft::default();
            draft.push(sentence, None);
            let labelled = change(&mut writer, draft).finish("en");
            (labelled.text, labelled.spans.len())
        });
        made.collect()
    }

    #[test]
    fn somebody_is_involved_once() {
        for (text, count) in texts(involve, "My order is late.") {
            assert!(count == 1 && text.contains("order is late"), "{text}");
            assert!(!text.contains(".,") && !text.ends_with(' '), "{text}");
        }
    }

    #[test]
    fn blurred_sentences_keep_their_signs_and_capitals() {
        let all = texts(
            |writer, mut draft| {
                blur(writer, &mut draft);
                draft
            },
            "Please call us, the line is open; write to help@example.com.",
        );
        assert!(
            all.iter().all(|(text, _)| text.starts_with("Please ") && text.ends_with("help@example.com."))
        );
        let changed =
            all.iter().filter(|(text, _)| !text.contains("call us, the line is open; write to")).count();
        assert!((60..190).contains(&changed), "{changed} of 200 are changed");
    }
}

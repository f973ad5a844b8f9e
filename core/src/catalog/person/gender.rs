//! Gender of a person, where its writer says it: `gender: female`, `I am a non-binary person`, `Geschlecht: w`.
//!
//! A word of the list right behind a label of a record, or behind *I am* with nothing but an article between. What is said of
//! others (`the man at the counter`) is none. Off by default: it is told in every second message and names nobody.
use crate::catalog::prelude::*;
use crate::text::phrase::{NONE, is_covered, is_label, lead};
use crate::text::view::View;
use crate::text::word_set::WordSet;
use crate::text::words::{next_word, previous_word, word_end};

static LABELS: &[&str] = &["gender", "sex", "geschlecht", "sexe", "sexo", "género", "genero", "genre", "sesso", "genere", "geslacht", "płeć", "kön", "sukupuoli"];

#[rustfmt::skip]
static TERMS: &[&str] = &[
    "woman", "female", "male", "nonbinary", "binary", "transgender", "trans", "genderqueer", "genderfluid", "agender",
    "intersex", "frau", "mann", "weiblich", "männlich", "femme", "homme", "féminin", "masculin", "mujer", "hombre",
    "mulher", "homem", "donna", "uomo", "vrouw", "transfrau", "transmann",
];
static VALUES: WordSet<128> = WordSet::of(&[
    "woman female male man nonbinary non binary transgender trans genderqueer genderfluid agender intersex frau mann",
    "weiblich männlich divers femme homme féminin masculin mujer hombre femenino masculino mulher homem feminino donna uomo",
    "femminile maschile vrouw vrouwelijk mannelijk f m w d x",
]);
static ARTICLES: WordSet<32> = WordSet::of(&["a an eine ein une un una een uma um as"]);
static SELF: WordSet<64> = WordSet::of(&["i’m im soy sono sou bin ben suis am"]);
static FILLERS: WordSet<16> = WordSet::of(&["my the at birth mein mi mon"]);

pub(super) static ENTRY: Entry = Entry::new("GENDER")
    .title("Gender of a person")
    .category(Category::Person)
    .sensitivity(Sensitivity::Medium)
    .score(65)
    .off_by_default()
    .anchors(&[(Anchor::Cue(LABELS), labelled), (Anchor::Cue(TERMS), said)])
    .finds(&[
        "Gender: <<female>>",
        "\"sex\": \"<<M>>\"",
        "I am a <<woman>> and the title is wrong",
        "I'm <<non-binary>>, please change the form",
        "Geschlecht: <<weiblich>>",
        "je suis une <<femme>>",
        "soy <<mujer>>",
    ])
    .skips(&[
        ("the woman at the counter was kind", "somebody else"),
        ("gender: [GENDER]", "a label"),
        ("the male connector is bent", "a plug"),
        ("please choose a gender", "no value"),
    ])
    .sources(&["ISO/IEC 5218", "Regulation (EU) 2016/679, recital 71"]);

fn labelled(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let lead = lead(v, p.end, &FILLERS, &NONE, 24);
    if !(lead.sign || lead.verb) || is_label(v, p.at, p.end) || is_covered(v, lead.at) {
        return None;
    }
    let start = lead.at + usize::from(matches!(v.at(lead.at), b'"' | b'\''));
    let end = term_end(v, start)?;
    // One letter stands for a word only behind a sign.
    (end - start > 1 || lead.sign).then(|| Found::new(start, end).cued())
}

fn said(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let hyphened = v.before(p.at) == b'-' && v.slice(p.at.saturating_sub(4), p.at) == b"non-";
    let start = if hyphened { p.at - 4 } else { p.at };
    let (at, word) = previous_word(v, start);
    let (mut from, mut word) = (at, word);
    if ARTICLES.holds(word) {
        (from, word) = previous_word(v, from);
    }
    let apostrophe = word.eq_ignore_ascii_case(b"m") && v.before(from) == b'\'';
    (apostrophe || SELF.holds(word)).then(|| Found::new(start, p.end).cued())
}

/// The end of the term at `start`: one word, or `non-binary`.
fn term_end(v: View<'_>, start: usize) -> Option<usize> {
    let end = word_end(v, start);
    let word = v.slice(start, end);
    if !VALUES.holds(word) {
        return None;
    }
    let joined = matches!(v.at(end), b'-' | b' ') && word.eq_ignore_ascii_case(b"non");
    let (next, other) = next_word(v, end + usize::from(joined));
    Some(if joined && other.eq_ignore_ascii_case(b"binary") { next + other.len() } else { end })
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

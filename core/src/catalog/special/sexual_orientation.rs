//! Sexual orientation or gender identity.
//!
//! What counts is a word of the list that its writer says of a person: in the first person, or behind a label.
use super::told::told;
use crate::catalog::prelude::*;
use crate::text::word_set::WordSet;

pub(super) static ENTRY: Entry = Entry::new("SEXUAL_ORIENTATION")
    .title("Sexual orientation or gender identity")
    .category(Category::SpecialCategory)
    .sensitivity(Sensitivity::High)
    .score(65)
    .off_by_default()
    .anchors(&[(Anchor::Cue(WORDS), said)])
    .finds(&[
        "I am <<gay>> and was insulted by the driver",
        "Sexual orientation: <<bisexual>>",
        "ich bin <<lesbisch>>",
        "je suis <<homosexuel>>",
        "soy <<lesbiana>>",
    ])
    .skips(&[
        ("gay pride flag, 90x150", "an article"),
        ("queer cinema tickets", "an event"),
        ("the gay bar on the corner", "a bar"),
    ])
    .sources(&[
        "Regulation (EU) 2016/679, article 9(1)",
    ]);

#[rustfmt::skip]
const WORDS: &[&str] = &[
    "gay", "lesbian", "bisexual", "pansexual", "asexual", "queer", "heterosexual", "homosexual", "transgender",
    "transsexual", "nonbinary", "genderqueer", "intersex", "schwul", "lesbisch", "bisexuell", "heterosexuell",
    "homosexuell", "transgeschlechtlich", "nichtbinär", "lesbienne", "bisexuel", "bisexuelle", "homosexuel",
    "homosexuelle", "hétérosexuel", "hétérosexuelle", "transgenre", "lesbiana", "bisexuales", "transexual",
    "transgénero",
];

/// Labels of a record.
static LABELS: WordSet<64> = WordSet::of(&["orientation sexuality identifies gender sexualität orientierung sexualité sexualidad orientación género geschlecht genre"]);

fn said(p: &Probe<'_>) -> Option<Found> {
    told(p, &LABELS)
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

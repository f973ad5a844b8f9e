//! Racial or ethnic origin.
//!
//! What counts is a word of the list that its writer says of a person: in the first person, or behind a label.
use super::told::told;
use crate::catalog::prelude::*;
use crate::text::word_set::WordSet;

pub(super) static ENTRY: Entry = Entry::new("ETHNICITY")
    .title("Racial or ethnic origin")
    .category(Category::SpecialCategory)
    .sensitivity(Sensitivity::High)
    .score(65)
    .off_by_default()
    .anchors(&[(Anchor::Cue(WORDS), said)])
    .finds(&[
        "Ethnicity: <<Hispanic>>",
        "I am <<Kurdish>> and they treated me badly",
        "je suis d'origine <<maghrébine>>",
        "Herkunft: <<Kurdin>>",
        "soy <<gitana>>",
    ])
    .skips(&[
        ("the asian noodles were cold", "it is food"),
        ("an Arabic keyboard layout", "a keyboard"),
        ("my name is Roma", "a name"),
    ])
    .sources(&[
        "Regulation (EU) 2016/679, article 9(1)",
        "Office for National Statistics: ethnic group categories",
    ]);

#[rustfmt::skip]
const WORDS: &[&str] = &[
    "asian", "african", "arab", "arabic", "roma", "romani", "sinti", "hispanic", "latino", "latina", "caucasian",
    "kurdish", "kurd", "aboriginal", "maori", "caribbean", "biracial", "türkischstämmig", "afrodeutsch",
    "afrodeutsche", "araber", "araberin", "kurde", "kurdin", "arabe", "maghrébin", "maghrébine", "africain",
    "africaine", "métis", "gitano", "gitana", "mestizo", "mestiza", "afrodescendiente", "indígena", "árabe",
];

/// Labels of a record.
static LABELS: WordSet<64> = WordSet::of(&["ethnicity race origin ethnic ethnie herkunft abstammung origine origines etnia raza origen"]);

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

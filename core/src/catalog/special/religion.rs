//! Religion or belief.
//!
//! What counts is a word of the list that its writer says of a person: in the first person, or behind a label.
use super::told::told;
use crate::catalog::prelude::*;
use crate::text::word_set::WordSet;

pub(super) static ENTRY: Entry = Entry::new("RELIGION")
    .title("Religion or belief")
    .category(Category::SpecialCategory)
    .sensitivity(Sensitivity::High)
    .score(65)
    .off_by_default()
    .anchors(&[(Anchor::Cue(WORDS), said)])
    .finds(&[
        "I am <<Muslim>> and need a halal option",
        "Religion: <<Catholic>>",
        "ich bin <<evangelisch>>",
        "je suis <<juive>>",
        "soy <<católica>>",
    ])
    .skips(&[
        ("my name is Christian", "a name"),
        ("an orthodox method", "a method"),
        ("the Jewish museum opens at ten", "a museum"),
    ])
    .sources(&[
        "Regulation (EU) 2016/679, article 9(1)",
    ]);

#[rustfmt::skip]
const WORDS: &[&str] = &[
    "christian", "catholic", "protestant", "orthodox", "muslim", "islam", "jewish", "jew", "judaism", "hindu",
    "hinduism", "buddhist", "buddhism", "sikh", "atheist", "agnostic", "mormon", "evangelical", "lutheran",
    "methodist", "baptist", "quaker", "shia", "sunni", "baha’i", "katholisch", "evangelisch", "muslimisch",
    "muslimin", "jüdisch", "jude", "jüdin", "hinduistisch", "buddhistisch", "atheistin", "konfessionslos",
    "catholique", "protestante", "musulman", "musulmane", "juif", "juive", "bouddhiste", "athée", "católico",
    "católica", "musulmán", "musulmana", "judío", "judía", "budista", "ateo", "atea", "evangélico", "evangélica",
];

/// Labels of a record.
static LABELS: WordSet<64> = WordSet::of(&["religion faith belief denomination konfession glaube bekenntnis konfessionszugehörigkeit foi croyance religión fe creencia confesión"]);

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

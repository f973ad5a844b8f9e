//! Membership of a trade union.
//!
//! What counts is a word of the list that its writer says of a person: in the first person, or behind a label.
use super::told::told;
use crate::catalog::prelude::*;
use crate::text::word_set::WordSet;

pub(super) static ENTRY: Entry = Entry::new("TRADE_UNION")
    .title("Membership of a trade union")
    .category(Category::SpecialCategory)
    .sensitivity(Sensitivity::High)
    .score(65)
    .off_by_default()
    .anchors(&[(Anchor::Cue(WORDS), said)])
    .finds(&[
        "I am a member of <<Unison>>",
        "Union: <<Teamsters>>",
        "ich bin <<Gewerkschaftsmitglied>>",
        "je suis <<syndiquée>>",
        "soy <<sindicalista>>",
    ])
    .skips(&[
        ("unite all contacts in one list", "a verb"),
        ("the Verdi opera", "music"),
        ("Teamsters strike delays parcels", "news of a strike"),
    ])
    .sources(&[
        "Regulation (EU) 2016/679, article 9(1)",
    ]);

#[rustfmt::skip]
const WORDS: &[&str] = &[
    "unison", "unite", "teamsters", "afscme", "seiu", "aflcio", "gmb", "usdaw", "verdi", "gewerkschaft",
    "gewerkschaftsmitglied", "gewerkschafter", "gewerkschafterin", "syndicat", "syndiqué", "syndiquée", "cgt", "cfdt",
    "sindicato", "sindicalista", "sindicalizado", "ccoo", "ugt", "unionized", "unionised", "unionist",
];

/// Labels of a record.
static LABELS: WordSet<64> = WordSet::of(&["union member membership joined steward mitglied mitgliedschaft membre adhérent miembro afiliado afiliada"]);

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

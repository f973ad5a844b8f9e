//! Political opinion, or the party of a person.
//!
//! What counts is a word of the list that its writer says of a person: in the first person, or behind a label.
use super::told::told;
use crate::catalog::prelude::*;
use crate::text::word_set::WordSet;

pub(super) static ENTRY: Entry = Entry::new("POLITICAL_OPINION")
    .title("Political opinion or party")
    .category(Category::SpecialCategory)
    .sensitivity(Sensitivity::High)
    .score(65)
    .off_by_default()
    .anchors(&[(Anchor::Cue(WORDS), said)])
    .finds(&[
        "I am a lifelong <<Democrat>>",
        "Party: <<Labour>>",
        "ich wähle die <<SPD>>",
        "je suis <<socialiste>>",
        "soy <<comunista>>",
    ])
    .skips(&[
        ("a liberal returns policy", "no opinion"),
        ("labour costs are high", "it is work"),
        ("the Conservative estimate", "an estimate"),
    ])
    .sources(&[
        "Regulation (EU) 2016/679, article 9(1)",
    ]);

#[rustfmt::skip]
const WORDS: &[&str] = &[
    "republican", "democrat", "democrats", "communist", "socialist", "conservative", "liberal", "libertarian",
    "anarchist", "labour", "tory", "tories", "maga", "marxist", "kommunist", "kommunistin", "sozialist",
    "sozialistin", "konservativ", "sozialdemokrat", "sozialdemokratin", "afd", "cdu", "csu", "spd", "fdp", "grüne",
    "linke", "communiste", "socialiste", "macroniste", "lepéniste", "gaulliste", "anarchiste", "comunista",
    "socialista", "conservador", "conservadora", "anarquista", "psoe", "podemos",
];

/// Labels of a record.
static LABELS: WordSet<64> = WordSet::of(&["politics party vote voted voter votes politische partei wähle gewählt wähler parti vote voté militant partido voto votado votante política"]);

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

//! Medicine that a person takes.
//!
//! What counts is a word of the list that its writer says of a person: in the first person, or behind a label.
use super::told::told;
use crate::catalog::prelude::*;
use crate::text::word_set::WordSet;

pub(super) static ENTRY: Entry = Entry::new("MEDICATION")
    .title("Medicine somebody takes")
    .category(Category::SpecialCategory)
    .sensitivity(Sensitivity::High)
    .score(65)
    .off_by_default()
    .anchors(&[(Anchor::Cue(WORDS), said)])
    .finds(&[
        "I take <<sertraline>> every morning",
        "Medication: <<metformin>> twice a day",
        "ich nehme <<Insulin>>",
        "mon traitement: <<metformine>>",
        "medicamento: <<insulina>>",
    ])
    .skips(&[
        ("a lithium battery", "a battery"),
        ("viagra spam filter", "it is spam"),
        ("insulin cooling bag, order 12", "an article"),
    ])
    .sources(&[
        "Regulation (EU) 2016/679, article 9(1)",
        "World Health Organization: Model List of Essential Medicines; international nonproprietary names",
    ]);

#[rustfmt::skip]
const WORDS: &[&str] = &[
    "insulin", "metformin", "ozempic", "semaglutide", "warfarin", "xarelto", "prozac", "fluoxetine", "sertraline",
    "zoloft", "citalopram", "escitalopram", "lexapro", "paroxetine", "venlafaxine", "lithium", "quetiapine",
    "olanzapine", "risperidone", "haloperidol", "diazepam", "valium", "lorazepam", "alprazolam", "xanax", "ritalin",
    "methylphenidate", "adderall", "elvanse", "methadone", "buprenorphine", "oxycodone", "morphine", "fentanyl",
    "tramadol", "gabapentin", "pregabalin", "lamotrigine", "levetiracetam", "valproate", "levothyroxine",
    "prednisone", "prednisolone", "methotrexate", "humira", "adalimumab", "tamoxifen", "truvada", "viagra",
    "sildenafil", "cialis", "levodopa", "donepezil", "antidepressants", "antidepressant", "chemotherapeutic",
    "lisinopril", "atorvastatin", "metoprolol", "amlodipine", "ramipril", "salbutamol", "ibuprofen", "insuline",
    "metformine", "sertralin", "antidepressiva", "antidépresseurs", "antidépresseur", "insulina", "metformina",
    "sertralina", "antidepresivos", "morphin", "morfina", "morphium", "methylphenidat",
];

/// Labels of a record.
static LABELS: WordSet<64> = WordSet::of(&["medication medications medicine prescribed prescription takes dose medikament medikamente medikation nimmt verschrieben médicament médicaments traitement prescrit medicamento medicamentos receta toma"]);

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

//! Illness, disability or other condition of a person's health.
//!
//! What counts is a word of the list that its writer says of a person: in the first person, or behind a label.
use super::told::told;
use crate::catalog::prelude::*;
use crate::text::word_set::WordSet;

pub(super) static ENTRY: Entry = Entry::new("HEALTH_CONDITION")
    .title("Illness or condition")
    .category(Category::SpecialCategory)
    .sensitivity(Sensitivity::High)
    .score(65)
    .off_by_default()
    .anchors(&[(Anchor::Cue(WORDS), said)])
    .finds(&[
        "I have been living with <<diabetes>> since 2010",
        "Diagnosis: <<epilepsy>>",
        "my son is <<autistic>>",
        "ich bin <<schwanger>>",
        "je suis <<asthmatique>>",
        "padezco <<epilepsia>>",
    ])
    .skips(&[
        ("the cancer research shop", "nobody's illness"),
        ("my order says aids kit, ordered as first aids", "an order"),
        ("no diabetes", "it is denied"),
        ("asthma inhaler holder, black", "an article"),
    ])
    .sources(&[
        "Regulation (EU) 2016/679, article 9(1)",
        "World Health Organization: ICD-11, titles of common conditions",
        "45 CFR 160.103: health information",
    ]);

#[rustfmt::skip]
const WORDS: &[&str] = &[
    "diabetes", "diabetic", "cancer", "leukemia", "leukaemia", "tumor", "tumour", "hiv", "aids", "epilepsy",
    "epileptic", "asthma", "asthmatic", "depression", "depressed", "bipolar", "schizophrenia", "anxiety", "autism",
    "autistic", "adhd", "dementia", "alzheimer", "alzheimer’s", "parkinson", "parkinson’s", "sclerosis", "hepatitis",
    "tuberculosis", "anorexia", "bulimia", "alcoholic", "alcoholism", "pregnant", "pregnancy", "miscarriage",
    "arthritis", "migraine", "migraines", "lupus", "crohn", "crohn’s", "dialysis", "chemotherapy", "stroke",
    "wheelchair", "ptsd", "hypertension", "insomnia", "eczema", "psoriasis", "krebs", "leukämie", "epilepsie",
    "epileptisch", "asthmatiker", "asthmatikerin", "depressionen", "schizophrenie", "autistisch", "demenz",
    "schwanger", "schwangerschaft", "fehlgeburt", "schlaganfall", "chemotherapie", "rollstuhl", "bluthochdruck",
    "magersucht", "behindert", "schwerbehindert", "cancéreux", "diabétique", "épilepsie", "épileptique", "asthme",
    "asthmatique", "dépression", "schizophrénie", "autiste", "démence", "enceinte", "grossesse", "tuberculose",
    "anorexie", "boulimie", "hypertonie", "handicapé", "handicapée", "cáncer", "diabético", "diabética", "epilepsia",
    "epiléptico", "asmático", "asma", "depresión", "esquizofrenia", "autista", "embarazada", "embarazo", "demencia",
    "hipertensión", "discapacitado", "discapacitada", "sida", "vih",
];

/// Labels of a record.
static LABELS: WordSet<64> = WordSet::of(&["diagnosis diagnosed diagnoses condition conditions suffer suffers suffering patient patients diagnose diagnostiziert leidet vorerkrankung diagnostic diagnostiqué diagnostiquée souffre diagnóstico padece sufre enfermedad maladie erkrankung"]);

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

//! Medical record number: the number a hospital or practice gives to a patient.
//!
//! Every house has a form of its own, so it counts only right behind the words that name it: `MRN`, `medical record
//! number`, `patient id`, `Patientennummer`, `historia clínica`, `dossier médical`.
//!
//! # Check
//! Five to fifteen letters and digits, at least four digits among them, in one piece or with dashes; no date.
use crate::catalog::called;
use crate::catalog::prelude::*;
use crate::text::phrase::{self, closes, digit_ahead, follows, is_label};
use crate::text::view::View;
use crate::text::word_set::WordSet;

pub(super) static ENTRY: Entry = Entry::new("MEDICAL_RECORD_NUMBER")
    .title("Medical record number")
    .category(Category::Health)
    .sensitivity(Sensitivity::High)
    .score(75)
    .anchors(&[(Anchor::Cue(NAMES), behind_name), (Anchor::Cue(SUBJECTS), behind_subject), (Anchor::Cue(ADJECTIVES), behind_adjective)])
    .finds(&[
        "MRN: <<00123456>>",
        "medical record number is <<A-1234567>>",
        "patient id <<P123456>>",
        "Patientennummer <<4711-2301>>",
        "historia clínica nº <<123456>>",
        "mrn <<12-34-56>>",
    ])
    .skips(&[
        ("patient 4711230", "nothing says that it is the patient's number"),
        ("medical record of 2024-05-12", "a date"),
        ("patient number 12", "too short"),
        ("mrn is missing", "no number"),
        ("medical supplies order 4711230", "an order"),
    ])
    .sources(&["45 CFR 164.514(b)(2)(i)(H): medical record numbers", "HL7 v2.x table 0203: MR, medical record number"]);

const NAMES: &[&str] = &["mrn", "mrns", "patientennummer", "patientennr", "patientenid", "patientid"];
const SUBJECTS: &[&str] = &["patient", "patients", "patienten", "hospital", "chart", "medical"];
const ADJECTIVES: &[&str] = &["clínica", "clinica", "médico", "médical"];

static FILLERS: WordSet<32> = WordSet::of(&["number numbers no num nr id nº n° n número numero numéro is s"]);
/// What makes a number of it.
static KINDS: WordSet<32> = WordSet::of(&["number no num nr id nummer mrn record records identifier kennung"]);
static FILES: WordSet<16> = WordSet::of(&["historia dossier expediente cartella"]);

/// Behind a word that means nothing else.
fn behind_name(p: &Probe<'_>) -> Option<Found> {
    let at = start(p)?;
    found(p.view, called::bridge(p.view, at, &FILLERS).at)
}

/// Behind a word that means a record only together with another.
fn behind_subject(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let lead = phrase::lead(v, start(p)?, &BETWEEN, &KINDS, 40);
    let told = lead.marked || v.before(lead.at) == b'#';
    found(v, lead.at + usize::from(v.at(lead.at) == b'"')).filter(|_| told)
}

static BETWEEN: WordSet<8> = WordSet::of(&["s health card"]);

/// Behind `clínica` and the like, where a file stands before it.
fn behind_adjective(p: &Probe<'_>) -> Option<Found> {
    let at = start(p)?;
    if !follows(p.view, p.at, &FILES, 2) {
        return None;
    }
    found(p.view, called::bridge(p.view, at, &FILLERS).at)
}

/// The end of the cue, if a digit follows at all and it is no label of an earlier run.
fn start(p: &Probe<'_>) -> Option<usize> {
    (digit_ahead(p.view, p.end, 56) && !is_label(p.view, p.at, p.end)).then_some(p.end)
}

fn found(v: View<'_>, at: usize) -> Option<Found> {
    let (mut end, mut digits, mut characters, mut groups) = (at, 0, 0, [0usize; 3]);
    let mut group = 0;
    loop {
        let b = v.at(end);
        if b.is_ascii_alphanumeric() {
            characters += 1;
            digits += usize::from(b.is_ascii_digit());
            if let Some(length) = groups.get_mut(group) {
                *length += 1;
            }
        } else if b == b'-' && characters > 0 && v.at(end + 1).is_ascii_alphanumeric() {
            group += 1;
        } else {
            break;
        }
        end += 1;
        if characters > 15 {
            return None;
        }
    }
    let date = characters == 8 && matches!(groups, [4, 2, 2] | [2, 2, 4]) && group == 2;
    let enough = characters >= 5 && digits >= 4 && !date && closes(v, end);
    enough.then(|| Found::new(at, end).cued())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::secret::tests::{conforms, cues, finds, skips};

    #[test]
    fn examples() {
        conforms(&ENTRY, cues);
    }

    #[test]
    fn typed_in_chat() {
        for text in [
            "mrn#<<1234567>>", "MRN = <<H00123456>>.", "patient's id is <<4711230>>", "hospital number: <<4711230>>",
            "chart no. <<4711230>>", "patient #<<4711230>>", "dossier médical n° <<4711230>>", "Patienten-ID: <<4711230>>",
            "medical record #<<4711230>>", "{\"mrn\":\"<<4711230>>\"}",
        ] {
            finds(&ENTRY, cues, text);
        }
    }

    #[test]
    fn other_numbers() {
        for text in [
            "patient since 2019", "hospital bill 4711230", "medical 4711230", "[MEDICAL_RECORD_NUMBER] 4711230", "mrn 12/05/1980",
            "mrn 1234", "patient id ABCDEF", "clínica 4711230", "mrn 1234567890123456",
        ] {
            skips(&ENTRY, cues, text, "no record number");
        }
    }
}

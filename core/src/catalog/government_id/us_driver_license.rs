//! US driver's license number.
//!
//! Each state has forms of its own and nothing in them can be checked, so it counts only right behind the words that
//! name it: `driver's license number D1234567`, `DL# 12345678`. Behind `license number` alone it is less sure, and
//! nothing where a license of another kind is spoken of.
//!
//! # Check
//! The form is that of some state: letters and digits in the order and number its office gives, and its grouping.
use crate::catalog::called;
use crate::catalog::prelude::*;
use crate::text::phrase::{self, closes, digit_ahead, follows, is_label};
use crate::text::view::View;
use crate::text::word_set::WordSet;

pub(super) static ENTRY: Entry = Entry::new("US_DRIVER_LICENSE")
    .title("US driver's license number")
    .category(Category::GovernmentId)
    .sensitivity(Sensitivity::High)
    .score(65)
    .anchors(&[(Anchor::Cue(LICENSE), behind_license), (Anchor::Cue(&["dl", "dln"]), behind_letters)])
    .finds(&[
        "my driver's license number is <<D1234567>>",
        "drivers license: <<123456789>>",
        "driving licence no <<S123-4567-8901>>",
        "DL# <<99-123-4567>>",
        "dl number <<WDLABCD456DG>>",
        "licencia de conducir <<F255-921-50-094-0>>",
        "licence number <<D1234567>> for the rental",
    ])
    .skips(&[
        ("D1234567", "a code that nobody calls a driver's license"),
        ("license key D1234567", "a license of another kind"),
        ("software license number D1234567", "a license of another kind"),
        ("dl 12345678", "a download or a row"),
        ("driver's license expires 12/05/2026", "a date"),
        ("driver's license 2026-12-05", "a date"),
    ])
    .sources(&["American Association of Motor Vehicle Administrators: DL/ID Card Design Standard", "Licence number formats of the state offices"]);

const LICENSE: &[&str] = &["license", "licence", "licenses", "licences", "conducir"];
static DRIVING: WordSet<32> = WordSet::of(&["driver drivers driver’s drivers’ driving operator licencia"]);
static FILLERS: WordSet<32> = WordSet::of(&["number numbers no num nr id state card número numero"]);

/// Licenses of other kinds.
static OTHERS: WordSet<64> = WordSet::of(&[
    "software product windows office key plate business medical nursing professional contractor liquor fishing",
    "hunting gun marriage user volume site server antivirus trial subscription plugin app enterprise",
]);
static NUMBER: WordSet<16> = WordSet::of(&["number no num nr número numero"]);

/// Behind `license`: of a driver, or a number at least.
fn behind_license(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    if !digit_ahead(v, p.end, 48) || is_label(v, p.at, p.end) {
        return None;
    }
    let lead = phrase::lead(v, p.end, &FILLERS, &NUMBER, 40);
    let driving = follows(v, p.at, &DRIVING, 2);
    if !driving && (!lead.marked || follows(v, p.at, &OTHERS, 3)) {
        return None;
    }
    let found = Found::new(lead.at, number_end(v, lead.at)?).cued();
    Some(if driving { found } else { found.score(55) })
}

/// Behind the two or three letters, which mean other things as well: a sign or a word must lead on.
fn behind_letters(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    if !digit_ahead(v, p.end, 32) || is_label(v, p.at, p.end) {
        return None;
    }
    let lead = called::bridge(v, p.end, &FILLERS);
    let told = lead.sign || lead.verb || lead.words > 0 || v.before(lead.at) == b'#' || v.slice(p.end, lead.at).contains(&b'#');
    let end = number_end(v, lead.at).filter(|_| told)?;
    Some(Found::new(lead.at, end).cued())
}

/// More groups and characters than any number has.
const GROUPS: usize = 5;
const LONGEST: usize = 24;

/// End of the longest number of some state's form that starts at `at`.
fn number_end(v: View<'_>, at: usize) -> Option<usize> {
    // Rows of letters count below zero, rows of digits above: `D123-4567` is -1, 7.
    let (mut rows, mut count) = ([0i8; 8], 0);
    let (mut groups, mut sign, mut best) = ([0usize; GROUPS], 0, None);
    let mut i = at;
    for n in 0..GROUPS {
        let from = i;
        while v.at(i).is_ascii_alphanumeric() && i - at < LONGEST {
            let step = if v.at(i).is_ascii_digit() { 1 } else { -1 };
            let goes_on = count > 0 && rows.get(count - 1).is_some_and(|row| (*row > 0) == (step > 0));
            count += usize::from(!goes_on);
            *rows.get_mut(count - 1)? += step;
            i += 1;
        }
        *groups.get_mut(n)? = i - from;
        let grouped = n == 0 || groups.get(..=n).is_some_and(|g| GROUPINGS.contains(&g));
        let joined = v.at(i) == b'-' && v.at(i + 1).is_ascii_alphanumeric();
        if grouped && !joined && closes(v, i) && rows.get(..count).is_some_and(is_form) {
            best = Some(i);
        }
        if !matches!(v.at(i), b'-' | b' ') || n > 0 && v.at(i) != sign {
            break;
        }
        sign = v.at(i);
        i += 1;
    }
    best
}

/// Groups as the cards show them.
const GROUPINGS: &[&[usize]] = &[
    &[4, 4, 4], &[4, 4, 4, 2], &[4, 3, 2, 3, 1], &[1, 3, 3, 3, 3], &[5, 5, 5], &[3, 2, 4], &[2, 3, 4], &[4, 2, 4],
    &[3, 3, 3], &[2, 3, 3],
];

/// Whether some state gives letters and digits in these rows.
fn is_form(rows: &[i8]) -> bool {
    match rows {
        // Most states; Oregon to Utah have fewer, but those look like anything.
        [6..=10 | 12..=14 | 16] => true,
        // Most of the others: California, Florida, Illinois, Maryland, Michigan, New Jersey, Virginia, …
        [-1, 4..=14 | 18] => true,
        // Colorado, Ohio, West Virginia; North Dakota, New Hampshire.
        [-2, 3..=7] | [-3, 6..=9] => true,
        // Maine, Missouri, New York, Vermont; Missouri.
        [6..=9, -1] | [8, -2] | [-1, 6, -1] => true,
        // Iowa, New Hampshire, Idaho, Kansas, Washington.
        [3, -2, 4] | [2, -3, 5] | [-2, 6, -1] | [-1, 1, -1, 1, -1] | [-7, 3, -2] => true,
        _ => false,
    }
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
    fn forms_of_the_states() {
        for text in [
            "dl: <<1234567>>", "dl: <<D1234567>>", "dl: <<S123456789012>>", "dl: <<A-123-456-789-012>>",
            "dl: <<A1234 56789 01234>>", "dl: <<K12-34-5678>>", "dl: <<123AB4567>>", "dl: <<12ABC34567>>",
            "dl: <<AB123456C>>", "dl: <<12345678AB>>", "dl: <<1234567A>>", "dl: <<ABC-12-3456>>", "dl: <<123 456 789>>",
            "dl: <<A1B2C>>", "driver’s license <<D1234567>>.", "drivers license # <<D1234567>> (CA)",
            "driver's license is <<D1234567>> 12 May",
        ] {
            finds(&ENTRY, cues, text);
        }
    }

    #[test]
    fn other_numbers() {
        for text in [
            "dl: 12345", "dl: D12", "dl: ABCDEFGH", "dl: 1234567890123456789", "dl: 12-34-56-78", "driver license agreement 4.0",
            "driver 12345678", "a license 12345678", "dl: D1234567-89", "driver's license [US_DRIVER_LICENSE]",
        ] {
            skips(&ENTRY, cues, text, "no number of a license");
        }
    }
}

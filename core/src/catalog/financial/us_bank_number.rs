//! US bank account number.
//!
//! Four to seventeen digits, in one row or in groups of three and more, behind `account`, `acct` and the like, where
//! something says that a bank's account is meant: `checking account`, or a word such as `bank`, `routing`, `deposit`
//! nearby. A shop's own account numbers are another type.
//!
//! There is no check digit: each bank numbers as it likes.
//!
//! # Sources
//! Nacha Operating Rules (an account number field of 17 characters).
use crate::catalog::prelude::*;
use crate::text::phrase::{closes, digit_ahead, digits_end, follows, is_label, lead, near, stands_alone};
use crate::text::view::View;
use crate::text::word_set::WordSet;

static CUES: &[&str] = &["account", "acct", "acc", "accountnumber"];

static FILLERS: WordSet<64> = WordSet::of(&[
    "number no num nr the my for in and at our with bank of as to which",
]);

/// What makes an account a bank's, right before the word or after it.
static KINDS: WordSet<32> = WordSet::of(&["checking chequing savings saving bank deposit payroll"]);

/// The same, anywhere near.
static BANKING: WordSet<64> = WordSet::of(&[
    "bank banks banking routing aba rtn ach wire deposit deposits payroll payout withdrawal overdraft",
]);

pub(super) static ENTRY: Entry = Entry::new("US_BANK_NUMBER")
    .title("US bank account number")
    .category(Category::Financial)
    .sensitivity(Sensitivity::High)
    .score(75)
    .context(&["bank", "checking", "savings", "routing"])
    .anchors(&[(Anchor::Cue(CUES), told)])
    .finds(&[
        "my bank account number is <<000123456789>>",
        "checking account: <<12345678>>",
        "my routing is correct, account <<744529>>",
        "savings acct # <<1234-5678-901>>",
        "please deposit the refund to account no. <<4567 8901 2345>>",
    ])
    .skips(&[
        ("my account number is 48291357", "nothing speaks of a bank"),
        ("order 123456789012 on my bank account", "the number is the order's"),
        ("bank account opened 12-04-2026", "a date"),
        ("my bank account 2 days ago", "no account has one digit"),
        ("the bank account is overdrawn by 250.75", "a sum"),
    ])
    .sources(&["Nacha, ACH file details: DFI account number, 17 characters"]);

fn told(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    if !digit_ahead(v, probe.end, 32) || is_label(v, probe.at, probe.end) {
        return None;
    }
    let lead = lead(v, probe.end, &FILLERS, &KINDS, 40);
    let end = number(v, lead.at, lead.sign || lead.verb)?;
    let banked = lead.marked || follows(v, probe.at, &KINDS, 1) || near(v, probe.at, end, &BANKING, 80);
    banked.then(|| Found::new(lead.at, end).cued())
}

/// The most digits, as the field of the payment network has them.
const MOST: usize = 17;

/// End of the account number at `at`: digits in a row, or groups of three and more behind the same sign; what is too short
/// for a group is something else. Fewer than six digits need a sign or a verb before them.
fn number(v: View<'_>, at: usize, told: bool) -> Option<usize> {
    let mut end = digits_end(v, at, MOST);
    let mut digits = end - at;
    if digits == 0 {
        return None;
    }
    let sign = v.at(end);
    while matches!(sign, b' ' | b'-') && v.at(end) == sign && digits <= MOST {
        let stop = digits_end(v, end + 1, MOST);
        if stop < end + 4 || !closes(v, stop) && v.at(stop) != sign {
            break;
        }
        digits += stop - end - 1;
        end = stop;
    }
    // `12-04-2026`: the groups that were no part of it are glued to it.
    let glued = matches!(v.at(end), b'-' | b'/' | b'.') && v.at(end + 1).is_ascii_digit();
    let least = if told { 4 } else { 6 };
    ((least..=MOST).contains(&digits) && !glued && stands_alone(v, at, end)).then_some(end)
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
            "routing 021000021 acct <<123456>>",
            "Bank: First Example. Account number: <<0012345678>>",
            "account <<12345678901>> at my bank",
            "wire it to acct#<<98765432>>",
            "checking acct number is <<4417>>",
            "savings account <<123456789>> 2 days ago",
        ] {
            finds(&ENTRY, cues, text);
        }
    }

    #[test]
    fn other_numbers() {
        for text in [
            "account 12345678",
            "checking account 4417",
            "checking account 123-45-6789",
            "bank account 4",
            "bank account -12345678",
            "bank account 123 123 123 123 123 123 123",
            "bank account 123456789012345678",
            "bank account $1234567",
            "bank account 12345678abc",
            "[US_BANK_NUMBER] account 12345",
            "bank account since 2019",
            "my bank account has a problem, order 12345678",
        ] {
            skips(&ENTRY, cues, text, "no account of a bank");
        }
    }
}

//! UK sort code and bank account number.
//!
//! Six digits, mostly `12-34-56`, behind `sort code`; the account number of eight digits right behind it belongs to
//! the same finding. An account number that stands apart is found behind `account` where a sort code is spoken of.
//!
//! # Check
//! None here: the modulus checks need a table of weights that the payment schemes change all the time, so they would
//! only ever move the score.
//!
//! # Sources
//! Pay.UK, "Validating account numbers": six and eight digits, older accounts of seven padded with a zero.
use crate::catalog::prelude::*;
use crate::text::phrase::{NONE, closes, digit_ahead, digits_end, is_label, lead, stands_alone, within};
use crate::text::view::View;
use crate::text::word_set::WordSet;
use crate::text::words::{is_word, skip_spaces, word_end};

static SORT: &[&str] = &["sort", "sortcode", "sortcodes"];
static ACCOUNT: &[&str] = &["account", "acct", "acc", "accountnumber"];

static FILLERS: WordSet<64> = WordSet::of(&[
    "number no num nr my the for and account acc acct code bank details of",
]);

pub(super) static ENTRY: Entry = Entry::new("UK_SORT_CODE_ACCOUNT")
    .title("UK sort code or account number")
    .category(Category::Financial)
    .sensitivity(Sensitivity::High)
    .score(80)
    .context(&["sortcode", "bacs"])
    .anchors(&[(Anchor::Cue(SORT), sort_code), (Anchor::Cue(ACCOUNT), account)])
    .finds(&[
        "sort code <<12-34-56>>",
        "my sort code is <<123456>> thanks",
        "sort code/account number: <<12-34-56 12345678>>",
        "account number <<12345678>>, my sort code is with the bank",
        "Sort-code <<12 34 56>>",
    ])
    .skips(&[
        ("please sort out my order 12-34-56", "nobody speaks of a sort code"),
        ("sort code 12-34-567", "seven digits"),
        ("account number 12345678", "no sort code is spoken of"),
        ("sort codes are six digits", "no value"),
    ])
    .sources(&["Pay.UK, Vocalink: Validating account numbers, section 2"]);

fn sort_code(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let mut end = probe.end;
    if is_word(v.slice(probe.at, probe.end), "sort") {
        end = code_after(v, end)?;
    }
    if !digit_ahead(v, end, 40) || is_label(v, probe.at, end) {
        return None;
    }
    let at = lead(v, end, &FILLERS, &NONE, 40).at;
    let at = if matches!(v.at(at), b'"' | b'\'') { at + 1 } else { at };
    let stop = six(v, at).filter(|&stop| stands_alone(v, at, stop))?;
    Some(Found::new(at, with_account(v, stop).unwrap_or(stop)).cued())
}

/// End of `code` behind `sort`: `sort code`, `sort-code`, `sort_code`.
fn code_after(v: View<'_>, sort: usize) -> Option<usize> {
    let at = if matches!(v.at(sort), b'-' | b'_') { sort + 1 } else { skip_spaces(v, sort, 2) };
    let end = word_end(v, at);
    let word = v.slice(at, end);
    (is_word(word, "code") || is_word(word, "codes")).then_some(end)
}

/// End of six digits, in one row or in pairs behind the same sign.
fn six(v: View<'_>, at: usize) -> Option<usize> {
    match digits_end(v, at, 6) - at {
        6 => Some(at + 6),
        2 if matches!(v.at(at + 2), b'-' | b' ' | b'.') => {
            let sign = v.at(at + 2);
            let pair = |i: usize| v.at(i) == sign && digits_end(v, i + 1, 2) == i + 3;
            (pair(at + 2) && pair(at + 5)).then_some(at + 8)
        }
        _ => None,
    }
}

/// End of an account number right behind the sort code.
fn with_account(v: View<'_>, end: usize) -> Option<usize> {
    let mut at = skip_spaces(v, end, 2);
    if matches!(v.at(at), b',' | b'/' | b'|') {
        at = skip_spaces(v, at + 1, 2);
    }
    eight(v, at).filter(|_| at > end)
}

fn eight(v: View<'_>, at: usize) -> Option<usize> {
    let end = digits_end(v, at, 8);
    (end == at + 8 && closes(v, end)).then_some(end)
}

static SORTS: WordSet<4> = WordSet::of(&["sort sortcode"]);

/// How far from the account number a sort code may be spoken of, in bytes.
const NEAR: usize = 80;

fn account(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    if !digit_ahead(v, probe.end, 32) || is_label(v, probe.at, probe.end) {
        return None;
    }
    let at = lead(v, probe.end, &FILLERS, &NONE, 32).at;
    let end = eight(v, at).filter(|&end| stands_alone(v, at, end))?;
    speaks_of_sort_code(v, probe.at.saturating_sub(NEAR), end + NEAR).then(|| Found::new(at, end).cued())
}

/// Whether `sort code` stands whole in `from..to`.
fn speaks_of_sort_code(v: View<'_>, from: usize, to: usize) -> bool {
    // Hardly any account has the word near; only then is the place looked for.
    let bytes = if within(v, from, to, &SORTS) { v.slice(from, to) } else { &[] };
    (0..bytes.len()).any(|n| {
        let at = from + n;
        bytes.get(n..n + 4).is_some_and(|word| is_word(word, "sort"))
            && !v.before(at).is_ascii_alphanumeric()
            && (code_after(v, at + 4).is_some() || is_word(v.slice(at, word_end(v, at)), "sortcode"))
            && at + 8 <= to
    })
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
            "sortcode: <<123456>>",
            "\"sort_code\": \"<<12-34-56>>\"",
            "Sort Code: <<12-34-56 / 12345678>>",
            "sort code <<12-34-56>> acc name J Example",
            "acc <<12345678>> sort code below",
            "my sort code's <<12.34.56>>",
        ] {
            finds(&ENTRY, cues, text);
        }
        let both = cues(&ENTRY, "Sort code: 12-34-56, Account: 12345678");
        assert_eq!(both.iter().map(|f| (f.start, f.end)).collect::<Vec<_>>(), [(11, 19), (30, 38)]);
    }

    #[test]
    fn other_numbers() {
        for text in [
            "sort it by code 123456",
            "sort code 1234567",
            "sort code 12-34/56",
            "resort code 123456",
            "[UK_SORT_CODE_ACCOUNT] sort 12-34-56",
            "account 123456789, sort code to follow",
            "sort code 12-34-56-78",
        ] {
            skips(&ENTRY, cues, text, "no sort code");
        }
    }
}

//! Sums of money: a number with a currency sign or code at its side.
use crate::catalog::prelude::*;
use crate::text::byte_set::ByteSet;
use crate::text::view::View;
use crate::text::word_set::WordSet;
use crate::text::words::{skip_spaces, skip_spaces_back, word_end, word_start};

pub(super) static ENTRY: Entry = Entry::new("AMOUNT")
    .title("Sum of money")
    .category(Category::Benign)
    .sensitivity(Sensitivity::Low)
    .score(60)
    .anchors(&[(Anchor::Rival, beside_currency)])
    .finds(&["paid EUR <<4111111111111111>> in all", "<<4539148803436467>> € in total", "sum: $ <<4539148803436467>>"])
    .skips(&[
        ("4539148803436467", "no currency beside it"),
        ("card 4111 1111 1111 1111", "a card in its grouping"),
        ("12 dollars", "too short to be mistaken for data"),
    ])
    .sources(&["ISO 4217 currency codes and the signs in use"]);

static CODES: WordSet<32> = WordSet::of(&[
    "usd eur gbp chf cad aud jpy inr sek nok dkk pln euro euros",
]);

/// A candidate of digits and separators whose neighbour is a currency.
fn beside_currency(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    if !(v.at(probe.at).is_ascii_digit() && v.before(probe.end).is_ascii_digit()) {
        return None;
    }
    // A sign has one of few bytes, and a code begins and ends with few letters: most neighbours are neither.
    let left = probe.at - usize::from(v.before(probe.at) == b' ');
    let right = probe.end + usize::from(v.at(probe.end) == b' ');
    let (before, after) = (v.before(left), v.at(right));
    let may = CODES.ends(v.at(left.wrapping_sub(2)), before)
        | CODES.begins(after, v.at(right + 1))
        | MAY_BE_SIGN.holds(before)
        | MAY_BE_SIGN.holds(after);
    if may { judge(probe) } else { None }
}

/// What a sign begins or ends with, cents begin with, and more spaces.
static MAY_BE_SIGN: ByteSet = ByteSet::of("$£¥€₹, \t\u{a0}");

#[inline(never)]
fn judge(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let (left, right) = (skip_spaces_back(v, probe.at, 2), skip_spaces(v, probe.end, 2));
    let cents = v.at(probe.end) == b',' && v.at(probe.end + 1).is_ascii_digit();
    let money = is_sign_before(v, left)
        || is_sign_at(v, right)
        || is_code(v, word_start(v, left), left)
        || is_code(v, right, word_end(v, right))
        || cents && v.at(probe.end + 3) == b' ' && is_sign_at(v, probe.end + 4);
    let number = |b: &u8| b.is_ascii_digit() || matches!(b, b'.' | b' ' | b'-' | b'/');
    let found = money && v.slice(probe.at, probe.end).iter().all(number);
    found.then(|| Found::new(probe.at, probe.end).cued())
}

fn is_code(v: View<'_>, start: usize, end: usize) -> bool {
    (3..=5).contains(&(end - start)) && CODES.hold(v, start, end)
}

/// `$ £ ¥`, and `€ ₹`, which have three bytes.
const SIGNS: [&str; 4] = ["£", "¥", "€", "₹"];

fn is_sign_at(v: View<'_>, i: usize) -> bool {
    let first = v.at(i);
    first == b'$' || first >= 0xC2 && SIGNS.iter().any(|s| v.slice(i, i + s.len()) == s.as_bytes())
}

fn is_sign_before(v: View<'_>, i: usize) -> bool {
    let last = v.before(i);
    last == b'$' || last >= 0x80 && SIGNS.iter().any(|s| v.slice(i.saturating_sub(s.len()), i) == s.as_bytes())
}

//! Text that somebody has covered already: `XXXX`, `****`, `j***@example.com`.
//!
//! A candidate of mask characters and separators alone is no value; a mail address whose local part is masked is none
//! either.
use crate::catalog::prelude::*;
use crate::text::words::either;

pub(super) static ENTRY: Entry = Entry::new("REDACTED_TEXT")
    .title("Text that is covered already")
    .category(Category::Benign)
    .sensitivity(Sensitivity::Low)
    .score(60)
    .anchors(&[(Anchor::Candidate, covered)])
    .finds(&[
        "my name is <<XXXX>>",
        "Dear Mr. <<Xxxxx>>,",
        "write to <<j***@example.com>>",
        "email <<xxxx@xxxx.xxx>>",
        "Best regards,\n<<XXXX XXXX>>",
    ])
    .skips(&[
        ("my name is Xaver", "a name with an x"),
        ("bo*lind@example.com", "one star may be a part of an address"),
        ("x1@example.com", "a short address"),
        ("4111 1111 1111 1111", "a number of one digit, mostly"),
    ])
    .sources(&["Forms seen in published and masked conversations"]);

fn covered(probe: &Probe<'_>) -> Option<Found> {
    // Most candidates are numbers.
    if probe.view.at(probe.at).is_ascii_digit() { None } else { no_number(probe) }
}

#[inline(never)]
fn no_number(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let first = v.at(probe.at);
    // Nearly every one of the others begins with no x and holds neither star nor bullet.
    let near = probe.end.min(probe.at + 64);
    if !matches!(first, b'x' | b'X') && either(v, probe.at, near, b'*', 0xE2).is_none() {
        return None;
    }
    is_covered(v.slice(probe.at, probe.end)).then(|| Found::new(probe.at, probe.end).cued())
}

#[inline(never)]
fn is_covered(value: &[u8]) -> bool {
    let x = |b: &u8| matches!(b, b'x' | b'X');
    let first = value.first().copied().unwrap_or(0);
    let all = (x(&first) || first == b'*') && {
        let sign = |b: &u8| matches!(b, b'*' | b'#' | b'@' | b' ' | b'-' | b'.' | b'/' | b'_');
        let letters = value.iter().filter(|b| x(b)).count() + value.iter().filter(|b| **b == b'*').count();
        letters >= 3 && value.iter().all(|b| x(b) || sign(b))
    };
    all || is_masked_mail(value)
}

/// Whether the part before an `@` is nothing but `x`, or holds two stars or a bullet: `xxx@xxxx.xxx`, `j**n@…`.
fn is_masked_mail(value: &[u8]) -> bool {
    let (mut filled, mut starred, mut before) = (true, false, 0);
    for (n, &b) in value.iter().take(64).enumerate() {
        match b {
            b'@' => return starred || filled && n >= 3,
            b'*' => starred |= before == b'*',
            0xE2 => starred |= value.get(n..n + 3) == Some("•".as_bytes()),
            b'0'..=b'9' | b' ' if n == 0 => return false,
            _ => filled &= matches!(b, b'x' | b'X'),
        }
        filled &= !matches!(b, b'*' | 0xE2);
        before = b;
    }
    false
}

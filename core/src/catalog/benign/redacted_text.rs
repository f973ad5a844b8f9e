//! Text that somebody has covered already: `XXXX`, `****`, `j***@example.com`.
//!
//! A candidate of mask characters and separators alone is no value; a mail address whose local part is masked is none
//! either.
use crate::catalog::prelude::*;

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
    let v = probe.view;
    let value = v.slice(probe.at, probe.end);
    let first = v.at(probe.at);
    let x = |b: &u8| matches!(b, b'x' | b'X');
    let all = (x(&first) || first == b'*') && {
        let sign = |b: &u8| matches!(b, b'*' | b'#' | b'@' | b' ' | b'-' | b'.' | b'/' | b'_');
        let letters = value.iter().filter(|b| x(b)).count() + value.iter().filter(|b| **b == b'*').count();
        letters >= 3 && value.iter().all(|b| x(b) || sign(b))
    };
    let mail = !first.is_ascii_digit()
        && value.iter().take(64).position(|&b| b == b'@').is_some_and(|sign| {
            value.get(..sign).is_some_and(|local| {
                let filled = local.len() >= 3 && local.iter().all(x);
                filled
                    || local.windows(2).any(|w| w == b"**")
                    || local.windows(3).any(|w| w == "•".as_bytes())
            })
        });
    (all || mail).then(|| Found::new(probe.at, probe.end).cued())
}

//! Signature of a message: the lines with name, trade, telephone and address under the last greeting, as one value.
//!
//! Behind a line that closes a letter (`Best regards,`, `Mit freundlichen Grüßen`, `Cordialement`, …) or behind `-- `, two
//! to eight short lines up to a blank one, with a number, an address of mail or a page among them. What stands in it is
//! found, too. Off by default: the parts are found one by one anyway.
use crate::catalog::prelude::*;
use crate::text::view::View;
use crate::text::words::word_end;

#[rustfmt::skip]
static CLOSERS: &[&str] = &[
    "regards", "sincerely", "cheers", "faithfully", "grüßen", "grüße", "grüssen", "grüsse", "gruß", "gruss",
    "cordialement", "salutations", "saludos", "atentamente", "cordialmente", "atenciosamente", "cumprimentos", "saluti",
    "groet", "groeten",
];
/// Words that stand in signatures behind `-- `.
static LABELS: &[&str] = &["tel", "phone", "mobile", "mob", "fax", "cell", "www", "email", "mail", "office"];

/// The most lines, and the most bytes of one.
const LINES: usize = 8;
const LINE: usize = 90;

pub(super) static ENTRY: Entry = Entry::new("SIGNATURE_BLOCK")
    .title("Signature of a message")
    .category(Category::Person)
    .sensitivity(Sensitivity::Medium)
    .score(60)
    .off_by_default()
    .holds_others()
    .anchors(&[(Anchor::Cue(CLOSERS), closed), (Anchor::Cue(LABELS), marked)])
    .finds(&[
        "Best regards,\n<<Ann Lee\nSupport Lead\n+1 650-253-0000>>",
        "Mit freundlichen Grüßen\n\n<<Jana Roth\njana.roth@example.com>>\n\nDiese Mail ist vertraulich.",
        "Thanks!\n-- \n<<Bo Lind\nTel: +46 8 465 004 15\nwww.example.com>>\n",
    ])
    .skips(&[
        ("Best regards,\nAnn", "a name alone"),
        ("with regards to order 4417, call me", "no end of a letter"),
        ("Cheers,\n\nthe parcel came\nand it is broken\n", "no way to reach anybody"),
    ])
    .sources(&["RFC 3676, section 4.3 (the line before a signature)", "Forms seen in mail"]);

fn closed(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let end = p.end + usize::from(matches!(v.at(p.end), b',' | b'.' | b'!'));
    let end = end + v.slice(end, end + 3).iter().take_while(|b| matches!(b, b' ' | b'\r')).count();
    if v.at(end) != b'\n' {
        return None;
    }
    block(v, after_blank(v, end + 1))
}

/// A word of a signature, where a line of two hyphens stands not far before it.
fn marked(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let from = p.at.saturating_sub(LINES * LINE / 2);
    let before = v.slice(from, p.at);
    let at = |mark: &[u8]| before.windows(mark.len()).rposition(|w| w == mark).map(|n| from + n + mark.len());
    let start = [&b"\n-- \n"[..], b"\n--\n", b"\n-- \r\n"].into_iter().find_map(at)?;
    block(v, start).filter(|found| found.end >= p.end)
}

/// Over one blank line.
fn after_blank(v: View<'_>, at: usize) -> usize {
    let skip = v.slice(at, at + 3).iter().take_while(|b| matches!(b, b' ' | b'\r')).count();
    if v.at(at + skip) == b'\n' { at + skip + 1 } else { at }
}

#[inline(never)]
fn block(v: View<'_>, start: usize) -> Option<Found> {
    let (mut at, mut end, mut lines, mut reaches) = (start, start, 0, false);
    while lines < LINES {
        let line = v.slice(at, at + LINE + 1).split(|b| *b == b'\n').next().unwrap_or_default();
        let text = line.trim_ascii_end();
        let quoted = matches!(text.first(), None | Some(b'>' | b'-' | b'_' | b'=' | b'*'));
        if quoted || line.len() > LINE || text.ends_with(b":") && lines > 0 {
            break;
        }
        reaches |= is_reached(text);
        end = at + text.len();
        at += line.len() + 1;
        lines += 1;
    }
    let named = word_end(v, start) > start;
    (lines >= 2 && reaches && named).then(|| Found::new(start, end).cued())
}

/// Whether a line tells how somebody is reached.
fn is_reached(line: &[u8]) -> bool {
    let digits = line.iter().filter(|b| b.is_ascii_digit()).count();
    let others = line.iter().filter(|b| b.is_ascii_alphabetic()).count();
    digits >= 7 && others < 24 || line.contains(&b'@') || line.windows(4).any(|w| w.eq_ignore_ascii_case(b"www."))
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

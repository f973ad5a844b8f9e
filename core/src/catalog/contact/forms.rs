//! What the digits of a telephone number and their grouping say about it.
//!
//! Comes in: digits and groups. Goes out: which plan's number it is, in how sure a form, if it is one.
use super::dialled::Dialled;
use super::numbering::national;

/// How much a form says by itself, in percent; `weak` needs a context word.
#[derive(Clone, Copy)]
pub(super) struct Form {
    pub(super) score: u8,
    pub(super) weak: bool,
    pub(super) valid: bool,
}

const fn strong(score: u8) -> Option<Form> {
    Some(Form { score, weak: false, valid: true })
}
const WEAK: Option<Form> = Some(Form { score: 50, weak: true, valid: false });

/// What the digits and their grouping say.
pub(super) fn form(d: &Dialled, cued: bool, region: [u8; 2]) -> Option<Form> {
    let digits = d.digits();
    if d.plus {
        return match national(digits) {
            Some(([1], rest)) => is_nanp(rest).then_some(strong(75)?),
            Some(_) => strong(75),
            None => (cued && (8..=15).contains(&digits.len())).then_some(WEAK?),
        };
    }
    let alone = d.groups().len() == 1;
    for exit in [&[0, 0][..], &[0, 1, 1][..]] {
        let country = digits.strip_prefix(exit).and_then(national);
        let apart = d.groups().first().is_some_and(|g| usize::from(g.len) <= exit.len() + 3);
        let dashed = apart && d.groups().get(1).is_some_and(|g| g.sign == b'-');
        if country.is_some_and(|(code, rest)| code != [1] || is_nanp(rest)) && !d.has(b'.') && !dashed {
            return if alone || !apart { WEAK } else { strong(65) };
        }
    }
    if let Some(form) = north_american(d) {
        return Some(at_home(form, digits.len() >= 10 && matches!(&region, b"US" | b"CA")));
    }
    if let Some(form) = with_trunk_zero(d) {
        return Some(at_home(form, digits.len() >= 10 && matches!(&region, b"GB" | b"DE")));
    }
    elsewhere(d, cued)
}

/// In its own country a whole national number needs no word and no grouping.
fn at_home(form: Form, home: bool) -> Form {
    if home && form.weak { Form { score: 55, weak: false, valid: false } } else { form }
}

/// Area code, exchange, line: `NXX NXX XXXX`, neither of the first two ending in 11.
fn is_nanp(digits: &[u8]) -> bool {
    let code = |c: &[u8]| matches!(c, [2..=9, b, c] if !(*b == 1 && *c == 1));
    digits.len() == 10 && digits.get(..3).is_some_and(code) && digits.get(3..6).is_some_and(code)
}

fn north_american(d: &Dialled) -> Option<Form> {
    let digits = d.digits();
    let local = if digits.len() == 11 { digits.strip_prefix(&[1])? } else { digits };
    if !is_nanp(local) {
        let exchange = matches!(local, [2..=9, b, c, ..] if !(*b == 1 && *c == 1));
        return if exchange && local.len() == 7 && d.is_grouped(&[3, 4]) && d.has(b'-') {
            WEAK
        } else {
            None
        };
    }
    let whole = d.is_grouped(&[3, 3, 4]) || d.is_grouped(&[1, 3, 3, 4]);
    if whole {
        return strong(if d.is_loose() { 60 } else { 70 });
    }
    let bracketed = d.groups().iter().any(|g| g.sign == b'(' && g.len == 3);
    let half = d.is_grouped(&[3, 7]) || d.is_grouped(&[1, 3, 7]);
    if half && bracketed { strong(62) } else { WEAK }
}

/// National numbers that are dialled with a leading 0: the UK's and Germany's known groupings, others weak.
fn with_trunk_zero(d: &Dialled) -> Option<Form> {
    let digits = d.digits();
    let &[0, first, second, ..] = digits else {
        return None;
    };
    if first == 0 || !(8..=13).contains(&digits.len()) {
        return None;
    }
    let groups = d.groups();
    let head = groups.first()?;
    let british = [&[3, 4, 4][..], &[4, 3, 4], &[5, 6], &[5, 3, 3], &[5, 5], &[4, 3, 3], &[3, 8]];
    if digits.len() == 11 && first == 7 && second != 0 && groups.len() <= 4 {
        return strong(65);
    }
    // French numbers are said and written in pairs.
    if digits.len() == 10 && d.is_grouped(&[2; 5]) && !d.has(b'/') && !d.has(b'-') {
        return strong(60);
    }
    // The four German cities whose code has three digits: "030 23125 417".
    let city = head.len == 3 && matches!((first, second), (3 | 4, 0) | (6 | 8, 9));
    if city && matches!(groups.len(), 2 | 3) && d.is_loose() && (9..=11).contains(&digits.len()) {
        return strong(55);
    }
    let area = (3..=6).contains(&head.len) && (first != 1 || matches!(second, 5..=7));
    let slashes = groups.iter().filter(|g| g.sign == b'/').count();
    if area && slashes == 1 && groups.get(1).is_some_and(|g| g.sign == b'/') && !d.has(b'.') {
        return strong(65);
    }
    if d.has(b'/') {
        return None;
    }
    if matches!(first, 1 | 2 | 3 | 5 | 8 | 9)
        && matches!(digits.len(), 10 | 11)
        && !d.has(b'.')
        && british.iter().any(|g| d.is_grouped(g))
    {
        return strong(62);
    }
    if area && head.sign == b'(' {
        return strong(62);
    }
    let mobile = first == 1 && matches!(second, 5..=7) && matches!(digits.len(), 11 | 12);
    if mobile && groups.len() > 1 && matches!(head.len, 4 | 5) {
        return strong(55);
    }
    if digits.len() >= 9 { WEAK } else { None }
}

/// Numbers of plans we have no grouping for: nine digits as in Spain, or whatever a cue calls a telephone number.
fn elsewhere(d: &Dialled, cued: bool) -> Option<Form> {
    let digits = d.digits();
    if d.has(b'.') || d.has(b'/') {
        return None;
    }
    let spanish = [&[9][..], &[3, 3, 3], &[3, 2, 2, 2], &[3, 3, 3]];
    if digits.len() == 9 && matches!(digits.first(), Some(6..=9)) && spanish.iter().any(|g| d.is_grouped(g)) {
        return WEAK;
    }
    let date = d.is_grouped(&[4, 2, 2]) || d.is_grouped(&[2, 2, 4]);
    let stubs = d.groups().iter().filter(|g| g.len == 1).count() > 1;
    (cued && (7..=13).contains(&digits.len()) && !date && !stubs).then_some(WEAK?)
}

/// Numbers set aside for films and examples: 555-01xx, and Ofcom's 07700 900xxx.
pub(super) fn is_fiction(digits: &[u8]) -> bool {
    let tail = |n: usize| digits.get(digits.len().saturating_sub(n)..).unwrap_or(&[]);
    let american = matches!(digits.len(), 7 | 10 | 11 | 13 | 14) && tail(7).starts_with(&[5, 5, 5, 0, 1]);
    american || tail(10).starts_with(&[7, 7, 0, 0, 9, 0, 0])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn specimens() {
        assert!(
            is_fiction(&[6, 5, 0, 5, 5, 5, 0, 1, 9, 9]) && is_fiction(&[4, 4, 7, 7, 0, 0, 9, 0, 0, 1, 2, 3])
        );
        assert!(!is_fiction(&[6, 5, 0, 2, 5, 3, 0, 0, 0, 0]));
    }
}

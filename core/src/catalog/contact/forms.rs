//! What the digits of a telephone number and their grouping say about it.
//!
//! Comes in: digits and groups. Goes out: in how sure a form it is one, by itself and behind a word that says so.
use super::dialled::Dialled;
use super::national::{Says, judge};
use super::numbering::national;
use super::world::{exists, is_dialled_in};

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
/// In its own country a whole national number needs no word and no grouping.
const AT_HOME: Option<Form> = Some(Form { score: 55, weak: false, valid: false });

/// What a number is worth.
#[derive(Clone, Copy)]
pub(super) struct Worth {
    /// By itself.
    pub(super) alone: Option<Form>,
    /// Right behind a word that calls it a telephone number.
    pub(super) called: Form,
}

/// What the digits and their grouping say; nothing where not even a word before them makes a number of them.
pub(super) fn worth(d: &Dialled, region: [u8; 2]) -> Option<Worth> {
    let alone = form(d, region);
    let called = alone.or_else(|| whatever(d))?;
    Some(Worth { alone, called })
}

fn form(d: &Dialled, region: [u8; 2]) -> Option<Form> {
    let digits = d.digits();
    if d.plus {
        return match national(digits) {
            Some(([1], rest)) => is_nanp(rest).then_some(strong(75)?),
            Some((code, rest)) if exists(code, rest) => strong(75),
            // A length its country has, but no such first digits: a word must call it one.
            Some(_) => WEAK,
            None => None,
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
    let american = north_american(d, region);
    if american.is_some_and(|f| !f.weak) {
        return american;
    }
    let zero = digits.first() == Some(&0);
    match judge(d, region) {
        Says::Telling if d.is_grouped(&[11]) => strong(65),
        Says::Telling => strong(if zero { 62 } else { 55 }),
        Says::Home => AT_HOME,
        _ if is_home(d, region) => AT_HOME,
        Says::Usual if zero => with_trunk_zero(d).or(WEAK),
        Says::Nothing if zero => with_trunk_zero(d),
        Says::Usual => american.or(WEAK),
        Says::Nothing => american,
    }
}

/// Whether it is dialled so in the input's region, and is no date.
fn is_home(d: &Dialled, region: [u8; 2]) -> bool {
    let date = matches!(d.digits(), [1, 9, ..] | [2, 0, ..]) && d.digits().len() == 8
        || d.is_grouped(&[4, 2, 2])
        || d.is_grouped(&[2, 2, 4]);
    region != [0; 2] && !date && !d.has(b'.') && !d.has(b'/') && is_dialled_in(region, d.digits())
}

/// Area code, exchange, line: `NXX NXX XXXX`, neither of the first two ending in 11.
fn is_nanp(digits: &[u8]) -> bool {
    let code = |c: &[u8]| matches!(c, [2..=9, b, c] if !(*b == 1 && *c == 1));
    digits.len() == 10 && digits.get(..3).is_some_and(code) && digits.get(3..6).is_some_and(code)
}

fn north_american(d: &Dialled, region: [u8; 2]) -> Option<Form> {
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
    if half && bracketed {
        return strong(62);
    }
    if matches!(&region, b"US" | b"CA") { AT_HOME } else { WEAK }
}

/// Numbers with a leading 0 whose area code is set off, as in Germany and Austria, whatever the grouping of the rest.
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
    if area && head.sign == b'(' {
        return strong(62);
    }
    let mobile = first == 1 && matches!(second, 5..=7) && matches!(digits.len(), 11 | 12);
    if mobile && groups.len() > 1 && matches!(head.len, 4 | 5) {
        return strong(55);
    }
    // The codes of larger cities end in 1: "0221 1234567".
    let larger = head.len == 4 && first != 1 && digits.get(3) == Some(&1);
    if larger && matches!(groups.len(), 2 | 3) && d.is_loose() && (9..=12).contains(&digits.len()) {
        return strong(52);
    }
    if digits.len() >= 9 { WEAK } else { None }
}

/// Whatever has about as many digits: a telephone number where a word says so.
fn whatever(d: &Dialled) -> Option<Form> {
    let digits = d.digits();
    if d.plus {
        return if (8..=15).contains(&digits.len()) { WEAK } else { None };
    }
    if d.has(b'.') || d.has(b'/') {
        return None;
    }
    let date = d.is_grouped(&[4, 2, 2]) || d.is_grouped(&[2, 2, 4]);
    let stubs = d.groups().iter().filter(|g| g.len == 1).count() > 1;
    if (7..=13).contains(&digits.len()) && !date && !stubs { WEAK } else { None }
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

//! Some letters and digits shown, the others starred, in the layout of the value.

/// At least this many letters and digits are starred, and at least half of them.
const LEAST: usize = 4;

/// Appends the value with the letters and digits starred of which `show`, asked with their place and how many there are,
/// says no. `None`, and nothing appended, where none is shown.
pub(super) fn starred(value: &str, show: impl Fn(usize, usize) -> bool, out: &mut String) -> Option<()> {
    let n = count(value);
    if !(0..n).any(|at| show(at, n)) {
        return None;
    }
    let mut at = 0;
    for c in value.chars() {
        if c.is_alphanumeric() {
            out.push(if show(at, n) { c } else { '*' });
            at += 1;
        } else if matches!(c, ' ' | '-' | '.' | '/' | '(' | ')' | '+' | ':' | '#') {
            out.push(c);
        } else if c.is_whitespace() {
            out.push(' ');
        } else if matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}') {
            out.push('-');
        }
        // What is left is invisible, or a sign nobody expects: a value could be hidden in it.
    }
    Some(())
}

/// The last `n` letters and digits; fewer where too few would be starred.
pub(super) fn last(value: &str, n: usize, out: &mut String) -> Option<()> {
    let shown = n.min(most(count(value)));
    starred(value, |at, all| at + shown >= all, out)
}

/// The first `n` letters and digits, if at least `hidden` others are starred.
pub(super) fn first(value: &str, n: usize, hidden: usize, out: &mut String) -> Option<()> {
    (count(value) >= n + hidden).then(|| starred(value, |at, _| at < n, out))?
}

/// The last four; of six or fewer the last two, of four or fewer none.
pub(super) fn account(value: &str, out: &mut String) -> Option<()> {
    match count(value) {
        0..=4 => None,
        5 | 6 => last(value, 2, out),
        _ => last(value, 4, out),
    }
}

/// How many letters and digits there are.
pub(super) fn count(value: &str) -> usize {
    value.chars().filter(|c| c.is_alphanumeric()).count()
}

/// How many of `n` may be shown.
pub(super) fn most(n: usize) -> usize {
    n - n.div_ceil(2).max(LEAST).min(n)
}

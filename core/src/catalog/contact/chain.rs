//! A first look at a chain of digits, before it is read as a telephone number.
//!
//! Comes in: a view and the chain's place. Goes out: whether it can hold or end a telephone number.
use crate::text::view::{View, is_wordy};

/// Whether a look at the chain shows that no telephone number starts with its first digit: a card, an order number of
/// 3, 7 and 7 digits, a date, an IP address, the later groups of an IBAN.
pub(super) fn is_hopeless(v: View<'_>, start: usize, end: usize, inside: bool) -> bool {
    let chain = v.slice(start, end);
    let goes_on = match v.at(end) {
        b' ' => matches!(v.at(end + 1), b'(' | b'/' | b'-'),
        b'(' | 0xC2 => true,
        _ => false,
    };
    if inside && !goes_on && chain.iter().all(|b| b.is_ascii_digit() || *b == b' ') {
        return true;
    }
    let run = chain.iter().position(|&b| b == b' ').unwrap_or(chain.len());
    let (head, rest) = chain.split_at_checked(run).unwrap_or((chain, &[]));
    let (mut digits, mut signs) = (0, 0);
    for &b in head {
        if b.is_ascii_digit() {
            digits += 1;
        } else {
            signs |= if b == b'-' { 1 } else { 2 };
        }
    }
    // Only behind `0` or `00` do the longest numbers fit, and dots or slashes only in North American ones.
    let local = v.at(start) != b'0';
    let most = if local { 13 } else { 18 };
    if digits > most {
        return true;
    }
    if goes_on {
        return false;
    }
    if rest.is_empty() {
        // "2024-01-15", "01/02/2024", "15.01.2024".
        let date = digits == 8 && run == 10 && {
            let sign = |at| !v.at(start + at).is_ascii_digit();
            sign(2) && sign(5) || sign(4) && sign(7)
        };
        let odd = local && signs > 1 && !matches!(digits, 10 | 11);
        return digits < 7 || date || odd || !closes(v, end);
    }
    // Groups with only spaces between count as a whole.
    let mut all = digits;
    for &b in rest {
        if signs != 0 {
            return false;
        }
        all += usize::from(b.is_ascii_digit());
        signs |= u8::from(!b.is_ascii_digit() && b != b' ');
    }
    signs == 0 && !(7..=most).contains(&all)
}

/// Whether a number may end at `end`.
pub(super) fn closes(v: View<'_>, end: usize) -> bool {
    let (next, then) = (v.at(end), v.at(end + 1));
    match next {
        b'-' | b'.' | b'/' => !is_wordy(then),
        b':' | b',' => !then.is_ascii_digit(),
        b'@' | b'%' | b'$' | b'+' | b'=' => false,
        // "650-253-0000x464"
        b'x' | b'X' => then.is_ascii_digit(),
        0xC2 | 0xE2 | 0xEF => true,
        b => !is_wordy(b),
    }
}

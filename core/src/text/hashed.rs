//! Hashes that the operator `hash` has left in a text: `[EMAIL_ADDRESS:5f3a…]`.
//!
//! Comes in: a view and a place. Goes out: whether exactly the digits of such a hash stand there.
use super::view::View;

/// Hexadecimal digits of a hash.
const HASH: usize = 32;
/// The longest name of an entity type.
const NAME: usize = 32;

/// Whether `start..end` is to the letter the hash that an earlier run has left: `[EMAIL_ADDRESS:5f3a…]`. Nothing shorter,
/// longer or in capitals is, nor anything inside one, so that this form is no place to hide a number in.
pub(crate) fn is_hash(v: View<'_>, start: usize, end: usize) -> bool {
    if end - start != HASH || v.at(end) != b']' || v.before(start) != b':' {
        return false;
    }
    let name = v.slice(start.saturating_sub(NAME + 1), start - 1);
    let letters =
        name.iter().rev().take_while(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || **b == b'_').count();
    let named = letters > 0
        && v.at(start - 1 - letters).is_ascii_uppercase()
        && v.before(start - 1 - letters) == b'[';
    named && v.slice(start, end).iter().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_of_earlier_runs() {
        let digits = "0123456789abcdef0123456789abcdef";
        let hash = |text: &str| {
            let start = text.find("0123").unwrap_or(0);
            is_hash(View::new(text), start, start + 32)
        };
        assert!(hash(&format!("my [EMAIL_ADDRESS:{digits}] is")) && hash(&format!("[A:{digits}]")));
        assert!(
            hash(&format!("[{}:{digits}]", "A".repeat(32)))
                && !hash(&format!("[{}:{digits}]", "A".repeat(33)))
        );
        for text in [
            "[:~]", "[a:~]", "[1:~]", "A:~]", "[A:~", "[A~]", "[A.~]", "[A:~0]", "A:B:~]", ":~]", "~]",
            "é:~]",
        ] {
            assert!(!hash(&text.replace('~', digits)), "{text}");
        }
        assert!(
            !hash(&format!("[A:{}]", digits.replace('f', "F")))
                && !hash(&format!("[A:{}]", digits.replace('f', "g")))
        );
        assert!(!is_hash(View::new(&format!("[A:{digits}]")), 3, 34));
    }
}

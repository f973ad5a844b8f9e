//! What several secrets share: values that stand for a secret without being one.
use crate::text::byte_set::ByteSet;
use crate::text::sixteen::{holds_either, holds_pair};
use crate::text::word_set::WordSet;
use crate::text::words::{fold, is_word};

/// Whether a value stands for a secret without being one: a mask, a label, a template variable, `YOUR_PASSWORD`.
pub(crate) fn is_placeholder(value: &[u8]) -> bool {
    let Some((&first, rest)) = value.split_first() else { return true };
    let opens = match first {
        b'<' | b'[' | b'{' => true,
        b'$' | b'#' | b'%' => matches!(rest.first(), Some(b'{' | b'(' | b'[')),
        // A mask may be made of a character of several bytes, such as a bullet.
        0xE2 => value.len() >= 3 && value.chunks(3).all(|c| c == "•".as_bytes() || c == "●".as_bytes()),
        _ => false,
    };
    let monotone =
        || (!first.is_ascii_digit() || value.len() >= 12) && rest.iter().all(|&b| fold(b) == fold(first));
    opens || monotone() || names_itself(value) || is_part_covered(value)
}

/// Whether a value is a word and what stands for a secret: `pypi-xxxxxxxx`, `sk_<token>`. Words alone (`blue-token`) are none.
pub(super) fn is_prefixed_placeholder(value: &[u8]) -> bool {
    let head = value.get(..value.len().min(12)).unwrap_or_default();
    let rest = head.iter().position(|b| matches!(b, b'-' | b'_' | b'.')).and_then(|at| value.get(at + 1..));
    rest.is_some_and(|rest| {
        let first = rest.first().copied().unwrap_or(0);
        let words = rest.iter().all(u8::is_ascii_alphabetic) && rest.iter().any(|b| *b != first);
        rest.len() >= 4 && !words && is_placeholder(rest)
    })
}

/// Whether a label or a mask of an earlier run is part of it: `s3same/[URL]`, `****word`.
fn is_part_covered(value: &[u8]) -> bool {
    let name = |b: u8| b.is_ascii_uppercase() || b == b'_';
    let label = |w: &[u8]| matches!(w, [b'[', a, b, c] if name(*a) && name(*b) && name(*c));
    holds_either(value, b'[', b'*') && value.windows(4).any(|w| label(w) || w == b"****")
}

/// `YOUR_PASSWORD`, `your-secret`, `my_password`, `<secret>` without its brackets, `changeme` is a password.
fn names_itself(value: &[u8]) -> bool {
    static WORDS: WordSet<32> = WordSet::of(&[
        "password passwd passwort secret token yourpassword yourtoken placeholder redacted hidden null",
        "none undefined true false",
    ]);
    let yours = matches!(value, [b'y' | b'Y', _, _, _, b'_' | b'-' | b'a' | b'A' | b'p' | b'P', ..])
        && value.get(..4).is_some_and(|head| is_word(head, "your"));
    yours || WORDS.holds(value)
}

/// Letters and digits.
static WORDY: ByteSet = ByteSet::with("");

/// Whether the body of a key only shows where the key goes: `your-api-key`, `xxxxxxxxxxxxxxxx`, `T00000000`. One
/// character that fills it, or that leaves hardly any other, is no key.
pub(super) fn is_dummy(body: &[u8]) -> bool {
    // Letters, of both cases, and digits by their last five bits: `0` and `p` share one, and so it is asked again below.
    let mut counts = [0u16; 32];
    let mut count = |bytes: &[u8]| {
        for &b in bytes {
            if let Some(count) = counts.get_mut(usize::from(b & 31)) {
                *count = count.saturating_add(u16::from(WORDY.holds(b)));
            }
        }
        counts.iter().fold((0, 0), |(all, most), &n| (all + usize::from(n), most.max(usize::from(n))))
    };
    // What the first part of a long key shows may be sure already: too much that is not the same character.
    let (head, tail) = body.split_at(body.len() * 5 / 8);
    let (all, most) = count(head);
    let varied = (all - most) * 5 > body.len() * 2;
    let fills = !varied && {
        let (all, _) = count(tail);
        let last = body.iter().rev().find(|b| b.is_ascii_alphanumeric()).copied().unwrap_or(0);
        let most = |sign: u8| {
            counts.get(usize::from(sign & 31)).is_some_and(|&n| usize::from(n) * 5 >= all * 3)
                && body.iter().filter(|b| b.eq_ignore_ascii_case(&sign)).count() * 5 >= all * 3
        };
        [b'x', b'0', b'a', b'1', last].into_iter().any(most)
    };
    fills || says_your(body) || is_placeholder(body)
}

/// Whether `your` begins a part of the body: `your-key`, `sk_YOUR`.
fn says_your(body: &[u8]) -> bool {
    let part =
        |at: usize| at == 0 || body.get(at - 1).is_some_and(|b| matches!(b, b'-' | b'_' | b'.' | b'/'));
    holds_pair(body, b'y', b'o') && body.windows(4).enumerate().any(|(at, w)| is_word(w, "your") && part(at))
}

/// Whether a value calls itself an example, as those of many vendors' documents do.
pub(super) fn is_example(value: &[u8]) -> bool {
    holds_pair(value, b'x', b'a') && value.windows(7).any(|w| w == b"EXAMPLE" || w == b"example")
}

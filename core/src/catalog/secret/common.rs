//! What several secrets share: values that stand for a secret without being one.
use crate::text::word_set::WordSet;
use crate::text::words::{fold, is_word};

/// Whether a value stands for a secret without being one: a mask, a label, a template variable, `YOUR_PASSWORD`.
pub(crate) fn is_placeholder(value: &[u8]) -> bool {
    let Some((&first, rest)) = value.split_first() else { return true };
    let opens = match first {
        b'<' | b'[' | b'{' => true,
        b'$' | b'#' | b'%' => matches!(rest.first(), Some(b'{' | b'(' | b'[')),
        _ => false,
    };
    let monotone = rest.iter().all(|&b| fold(b) == fold(first)) && !first.is_ascii_digit();
    // A mask may be made of a character of several bytes, such as a bullet.
    let bullets = value.len() >= 3 && value.chunks(3).all(|c| c == "•".as_bytes() || c == "●".as_bytes());
    opens || monotone || bullets || names_itself(value) || is_part_covered(value)
}

/// Whether a label or a mask of an earlier run is part of it: `s3same/[URL]`, `****word`.
fn is_part_covered(value: &[u8]) -> bool {
    let name = |b: u8| b.is_ascii_uppercase() || b == b'_';
    let label = |w: &[u8]| matches!(w, [b'[', a, b, c] if name(*a) && name(*b) && name(*c));
    let signs = value.iter().fold(false, |any, b| any | (*b == b'[') | (*b == b'*'));
    signs && value.windows(4).any(|w| label(w) || w == b"****")
}

/// `YOUR_PASSWORD`, `your-secret`, `my_password`, `<secret>` without its brackets, `changeme` is a password.
fn names_itself(value: &[u8]) -> bool {
    static WORDS: WordSet<32> = WordSet::of(&[
        "password passwd passwort secret token yourpassword yourtoken placeholder redacted hidden null",
        "none undefined true false",
    ]);
    let yours =
        value.get(..5).is_some_and(|v| ["your_", "your-", "youra", "yourp"].iter().any(|w| is_word(v, w)));
    yours || WORDS.holds(value)
}

/// Whether the body of a key only shows where the key goes: `your-api-key`, `xxxxxxxxxxxxxxxx`, `T00000000`. One
/// character that fills it, or that leaves hardly any other, is no key.
pub(super) fn is_dummy(body: &[u8]) -> bool {
    let part =
        |at: usize| at == 0 || body.get(at - 1).is_some_and(|b| matches!(b, b'-' | b'_' | b'.' | b'/'));
    let (mut counts, mut all, mut last, mut yours) = ([0usize; 32], 0, 0, false);
    for (at, &b) in body.iter().enumerate() {
        // Digits and small letters by their last five bits: `0` and `p` share one, and so it is asked again below.
        if b.is_ascii_alphanumeric() {
            if let Some(count) = counts.get_mut(usize::from(b & 31)) {
                *count += 1;
            }
            all += 1;
            last = b;
        }
        yours |= fold(b) == b'y' && part(at) && body.get(at..at + 4).is_some_and(|w| is_word(w, "your"));
    }
    let most = |sign: u8| {
        counts.get(usize::from(sign & 31)).is_some_and(|n| n * 5 >= all * 3)
            && body.iter().filter(|b| b.eq_ignore_ascii_case(&sign)).count() * 5 >= all * 3
    };
    yours || [b'x', b'0', b'a', b'1', last].into_iter().any(most) || is_placeholder(body)
}

/// Whether a value calls itself an example, as those of many vendors' documents do.
pub(super) fn is_example(value: &[u8]) -> bool {
    value.windows(7).any(|w| w == b"EXAMPLE" || w == b"example")
}

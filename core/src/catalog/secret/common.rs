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
    value.windows(4).any(|w| label(w) || w == b"****")
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

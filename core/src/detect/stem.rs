//! Inflected forms of context words: `tarjetas`, `Kontonummern`, `PESELem`, `SSNs`.
//!
//! Comes in: a word that is none of the catalogue's. Goes out: the one it is a form of, if it is one. Endings only, and only
//! such as leave enough of a word that another word with that beginning is unlikely; an acronym in capitals may have any
//! ending in small letters. Words that change inside (`Pässe`) are listed by their entries.
use super::words::{STEM, Word, context_word, may_be_a_form, may_tell};
use crate::text::word_set::begin_at;
use crate::text::words::is_word;

/// Endings of plurals and cases in the languages of the catalogue, and how many bytes must stand before them.
const ENDINGS: [(&str, usize); 13] = [
    ("s", 4),
    ("es", 4),
    ("n", 5),
    ("en", 4),
    ("e", 5),
    ("m", 5),
    ("em", 4),
    ("er", 6),
    ("u", 4),
    ("a", 5),
    ("i", 5),
    ("ni", 4),
    ("ra", 5),
];

const _: () = {
    let mut n = 0;
    while let Some(((_, least), _)) = ENDINGS.split_at(n).1.split_first() {
        assert!(*least >= STEM, "as many letters as are asked for");
        n += 1;
    }
};

/// The longest ending of an acronym, and the shortest acronym.
const ENDING: usize = 4;
const ACRONYM: usize = 3;

/// The context word that the word of `length` bytes at `at`, whose first eight letters are `begin`, is a form of.
#[inline(always)]
pub(super) fn word(begin: u64, bytes: &[u8], at: usize, length: usize) -> Option<Word> {
    // Nearly half of all words end with none of these letters, and short ones are no forms.
    let last = bytes.get(at + length - 1).copied().unwrap_or(0);
    if length <= ACRONYM || LAST >> (last & 31) & 1 == 0 {
        return None;
    }
    // Most of the others begin as no context word does.
    let acronym = bytes.get(at + 1).is_some_and(u8::is_ascii_uppercase);
    if acronym || may_be_a_form(begin) { form(bytes, at, length) } else { None }
}

/// The last letters of endings, by their lower five bits: a, d, e, i, k, l, m, n, r, s, t, u.
const LAST: u32 = {
    let (mut set, mut n) = (0, 0);
    let letters = b"adeiklmnrstu";
    while let Some((letter, _)) = letters.split_at(n).1.split_first() {
        set |= 1 << (*letter & 31);
        n += 1;
    }
    set
};

#[inline(never)]
fn form(bytes: &[u8], at: usize, length: usize) -> Option<Word> {
    let typed = bytes.get(at..at + length)?;
    let known = |length: usize| {
        let begin = begin_at(bytes, at, length);
        if may_tell(begin) { context_word(begin, bytes, at, length) } else { None }
    };
    let capitals = typed.iter().take_while(|b| b.is_ascii_uppercase()).count();
    let ending = length - capitals;
    if capitals >= ACRONYM
        && (1..=ENDING).contains(&ending)
        && typed.iter().skip(capitals).all(u8::is_ascii_lowercase)
    {
        return known(capitals);
    }
    ENDINGS.iter().find_map(|&(ending, least)| {
        let rest = length.checked_sub(ending.len()).filter(|rest| *rest >= least)?;
        if is_word(typed.get(rest..)?, ending) { known(rest) } else { None }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> bool {
        word(begin_at(text.as_bytes(), 0, text.len()), text.as_bytes(), 0, text.len()).is_some()
    }

    #[test]
    fn forms_are_known_and_other_words_are_not() {
        for text in [
            "Kontos",
            "passports",
            "tarjetas",
            "wallets",
            "PESELem",
            "SSNs",
            "IBANu",
            "Telefone",
            "IBANs",
            "rufnummern",
        ] {
            assert!(of(text), "{text}");
        }
        for text in
            ["ssnx", "telephonist", "walletta", "IBANKER", "s", "es", "tin", "theirs", "always", "PESELabcde"]
        {
            assert!(!of(text), "{text}");
        }
    }
}

//! Portuguese tax number (número de identificação fiscal, NIF).
//!
//! Nine digits, written 3-3-3 or bare. Telephone numbers look the same, so it counts only near a word.
//!
//! # Check
//! Weights 9 to 2; what the sum lacks to a multiple of 11, 10 and 11 written 0. The first digits say who it belongs to,
//! and some are never given.
use crate::catalog::called;
use crate::catalog::prelude::*;
use crate::check::weighted::{digit_11, is_digit};
use crate::text::phrase::follows;
use crate::text::word_set::WordSet;

pub(super) static ENTRY: Entry = Entry::new("PT_NIF")
    .title("Portuguese tax number")
    .category(Category::GovernmentId)
    .sensitivity(Sensitivity::High)
    .shape("999~999~999?")
    .check(check)
    .specimen(is_specimen)
    .score(60)
    .context(&["nif", "nipc", "contribuinte", "contribuintes"])
    .anchors(&[(Anchor::Cue(&["fiscal"]), behind_word)])
    .finds(&["NIF <<123456789>>", "o meu contribuinte é o <<245 678 905>>", "número fiscal: <<501 234 560>>", "nif <<123456788>>"])
    .skips(&[
        ("123456789", "nine bare digits that nobody calls a NIF"),
        ("encomenda 123456789", "an order"),
        ("nif 12345678", "a digit is missing"),
        ("fiscal year 123456789", "the English word"),
    ])
    .sources(&["Decreto-Lei 14/2013: fiscal identification", "Autoridade Tributária e Aduaneira: structure of the NIF"]);

static FILLERS: WordSet<8> = WordSet::of(&["é número nº"]);
static BEFORE: WordSet<16> = WordSet::of(&["número numero nº identificação identificacao"]);

/// Behind `número fiscal`, `identificação fiscal`.
fn behind_word(p: &Probe<'_>) -> Option<Found> {
    called::number::<9>(p, &FILLERS, check, is_specimen).filter(|_| follows(p.view, p.at, &BEFORE, 1))
}

fn is_specimen(digits: &[u8]) -> bool {
    digits == b"123456789"
}

fn check(digits: &[u8]) -> Verdict {
    let given = match digits {
        [b'1' | b'2' | b'3' | b'5' | b'6' | b'8', ..] => true,
        [b'4', second, ..] => *second == b'5',
        [b'7', second, ..] => !matches!(second, b'3' | b'6'),
        [b'9', second, ..] => matches!(second, b'0' | b'1' | b'8' | b'9'),
        _ => false,
    };
    Verdict::from_check(given && is_digit(digits.last(), digit_11(digits, &[9, 8, 7, 6, 5, 4, 3, 2])))
}

//! Whether a word is said of a person.
//!
//! Comes in: a view, the word's place, the labels of its kind. Goes out: whether a word of the first person or a label
//! stands before it in the same clause, and nothing that takes it back.
use crate::catalog::prelude::*;
use crate::text::byte_set::ByteSet;
use crate::text::phrase::{follows, is_label};
use crate::text::word_set::{WordSet, Words};
use crate::text::words::previous_word;

/// Words by which people speak of themselves or of those they care for.
static FIRST_PERSON: WordSet<256> = WordSet::of(&[
    "i i’m im i’ve ive me my we we’re our am myself ich mein meine meinem meinen meiner mir mich bin wir unser unsere",
    "je j j’ai j’étais suis moi mon ma mes nous notre ai soy tengo mi mis me nos nuestro nuestra estoy padezco yo",
]);

/// What is no word about a person: a name, a shop, a day off.
static OTHERS: WordSet<128> = WordSet::of(&[
    "name named called not no never nicht kein keine keinen nie heiße heisse heißt pas jamais appelle nom nunca llamo nombre",
    "book books movie song restaurant food music shop order ordered buch film livre libro película bestellt",
]);

/// How many words before it are read.
const NEAR: usize = 7;

/// The word of the probe, where it is said of a person.
pub(super) fn told(p: &Probe<'_>, labels: &Words) -> Option<Found> {
    let v = p.view;
    let said = || {
        is_behind_label(p, labels) || follows(v, p.at, labels, NEAR) || follows(v, p.at, &FIRST_PERSON, NEAR)
    };
    if is_label(v, p.at, p.end) || !said() || follows(v, p.at, &OTHERS, NEAR) {
        return None;
    }
    Some(Found::new(p.at, p.end).cued())
}

/// `Religion: Catholic`, `"ethnicity": "Hispanic"`.
fn is_behind_label(p: &Probe<'_>, labels: &Words) -> bool {
    static SIGNS: ByteSet = ByteSet::of(" \t:=\"'");
    let v = p.view;
    let left = v.slice(p.at.saturating_sub(8), p.at);
    let sign = left.get(left.len() - SIGNS.run_back(left)..).unwrap_or_default();
    let (_, word) = previous_word(v, p.at - sign.len());
    sign.iter().any(|b| matches!(b, b':' | b'=')) && labels.holds(word)
}

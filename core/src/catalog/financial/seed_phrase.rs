//! Recovery phrase of a crypto wallet (seed phrase, mnemonic): twelve to twenty-four words of a fixed list.
//!
//! Found behind a cue (`seed`, `recovery phrase`, `mnemonic`), and without one where one of some 260 words of the
//! list that hardly occur in messages leads into the middle of it (see `seed_words`): four of five phrases of twelve
//! words and nearly all of twenty-four hold one. Words may stand in a row, in lines, behind commas or numbers.
//!
//! # Check
//! The last bits of the words are the first bits of the hash of the others. A phrase that its writer calls one and whose
//! checksum fails is kept at a low score: a mistyped word still tells nearly all of it.
//!
//! # Sources
//! BIP-39 and its English word list.
use super::seed_row::{BETWEEN, Row, SIDE, Word, next, previous, word_at};
use super::seed_words::{IS_RARE, RARE};
use crate::catalog::prelude::*;
use crate::check::bip39;
use crate::text::phrase::is_label;
use crate::text::view::View;
use crate::text::word_set::WordSet;
use crate::text::words::{is_letter, skip_spaces};

#[rustfmt::skip]
static CUES: &[&str] = &[
    "seed", "seedphrase", "mnemonic", "mnemonics", "recovery", "phrase", "passphrase", "seeds", "frase", "semilla", "semente",
    "mnémonique", "mnemonica", "mnemónica", "wiederherstellungsphrase", "wiederherstellungswörter", "seedwörter",
];

/// The same, met on the way.
static CUE_WORDS: WordSet<64> = WordSet::of(&[
    "seed seedphrase mnemonic mnemonics recovery phrase passphrase seeds frase semilla semente mnémonique mnemonica",
    "mnemónica wiederherstellungsphrase wiederherstellungswörter seedwörter",
]);

pub(super) static ENTRY: Entry = Entry::new("SEED_PHRASE")
    .title("Recovery phrase of a crypto wallet")
    .category(Category::Secret)
    .sensitivity(Sensitivity::Critical)
    .score(75)
    .anchors(&[(Anchor::Cue(CUES), told), (Anchor::Cue(RARE), inside)])
    .finds(&[
        concat!("my seed phrase is <<abandon abandon abandon abandon abandon abandon abandon ", "abandon abandon abandon abandon about>>"),
        concat!("legal winner thank year wave sausage ", "worth useful legal winner thank yellow"),
        concat!("recovery words: <<yard great barely achieve mesh bind ", "spirit shoot rule plate train movie>>, all of them"),
        concat!("mnemonic\n1. <<appear 2. reason 3. awful 4. proof 5. child 6. unlock 7. globe 8. segment ", "9. monitor 10. decade 11. alley 12. certain 13. asthma 14. deliver 15. pause>>"),
        concat!("here you go: <<dice wild brick option heavy human transfer gain drastic jungle arrest hunt ", "blood aisle parent term purpose account foil need injury road that velvet>>"),
    ])
    .skips(&[
        (concat!("abandon abandon abandon abandon abandon abandon abandon ", "abandon abandon abandon abandon abandon"), "the checksum fails and nobody calls it a phrase"),
        ("seed phrase: legal winner thank year wave sausage worth useful legal winner thank", "eleven words"),
        ("my recovery phrase is lost, can you help me to find the wallet again please", "prose"),
        ("legal winner thank year wave sausage worth useful legal winner thank yellows", "a word that is not in the list"),
    ])
    .sources(&["BIP-39", "BIP-39, English word list"]);

/// How far behind a cue a phrase may start, in words that are not in the list.
const OTHERS: usize = 8;

fn told(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    if is_label(v, probe.at, probe.end) {
        return None;
    }
    let mut end = probe.end;
    for n in 0..OTHERS {
        // `phrase: …`, `words = …`
        let sign = skip_spaces(v, end, 2);
        if matches!(v.at(sign), b':' | b'=') {
            end = sign + 1;
        }
        let start = (end..end + BETWEEN).find(|&i| is_letter(v.at(i)))?;
        let other = (start..start + 28).find(|&i| !is_letter(v.at(i)))?;
        // The next cue looks for itself.
        if CUE_WORDS.holds(v.slice(start, other)) || n == 0 && is_led_to(v, probe.at) {
            return None;
        }
        let mut row = Row::new();
        let mut cued = false;
        while let Some(word) = next(v, end).filter(|_| row.count < SIDE) {
            cued |= CUE_WORDS.holds(v.slice(word.start, word.end));
            row.push(word);
            end = word.end;
        }
        if row.count >= 12 {
            return row.phrase().or_else(|| claimed(&row));
        }
        if cued {
            return None;
        }
        if matches!(v.at(skip_spaces(v, end, 2)), b':' | b'=') {
            continue;
        }
        // Over a word that is not in the list.
        if row.count == 0 {
            end = other;
        }
    }
    None
}

/// Whether words of the list and, before them, another cue lead to the cue at `start`: that one has seen what follows.
/// Keeps texts of nothing but cues and words of the list from being walked again and again.
fn is_led_to(v: View<'_>, start: usize) -> bool {
    let (mut at, mut words) = (start, 0);
    while let Some(word) = previous(v, at).filter(|_| words < SIDE) {
        let cue = CUE_WORDS.holds(v.slice(word.start, word.end));
        if cue && words > 0 {
            return true;
        }
        words += usize::from(!cue);
        at = word.start;
        if cue && start - at > 64 {
            return true;
        }
    }
    false
}

/// As many words as a phrase has, right where it is said to be.
fn claimed(row: &Row) -> Option<Found> {
    let words = row.words();
    let (first, last) = (words.first()?, words.last()?);
    let fits = bip39::LENGTHS.contains(&words.len());
    fits.then(|| Found::new(first.start, last.end).verdict(Verdict::Invalid).score(50).cued())
}

fn is_rare(word: Word) -> bool {
    IS_RARE.get(usize::from(word.number) / 64).is_some_and(|bits| bits >> (word.number % 64) & 1 == 1)
}

/// From a rare word of the list to both sides.
fn inside(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let own = word_at(v, probe.at)?;
    // Alone among other words it is a word like them.
    let after = next(v, own.end);
    if after.is_none() && previous(v, own.start).is_none() {
        return None;
    }
    let mut before = [Word::default(); SIDE];
    let (mut count, mut start) = (0, own.start);
    for place in &mut before {
        let Some(word) = previous(v, start) else { break };
        // The first rare word of a row has seen it all.
        if is_rare(word) {
            return None;
        }
        *place = word;
        (count, start) = (count + 1, word.start);
    }
    let mut row = Row::new();
    before.iter().take(count).rev().for_each(|&w| row.push(w));
    row.push(own);
    let mut end = own.end;
    while let Some(word) = next(v, end).filter(|_| row.count < count + SIDE) {
        row.push(word);
        end = word.end;
    }
    if row.count >= 12 { row.phrase() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::secret::tests::{conforms, finds, skips};
    use crate::text::words::is_any;

    /// Calls the parsers as the scan does; several anchors may lead to the same phrase.
    fn cues(entry: &Entry, text: &str) -> Vec<Found> {
        let mut all = crate::catalog::secret::tests::cues(entry, text);
        all.sort_by_key(|f| (f.start, f.end, f.verdict != Verdict::Valid));
        all.dedup_by_key(|f| (f.start, f.end));
        all
    }

    #[test]
    fn examples() {
        conforms(&ENTRY, cues);
    }

    #[test]
    fn written_in_many_ways() {
        for text in [
            "the seed phrase is: <<letter advice cage absurd amount doctor acoustic avoid letter advice cage above>>",
            "LETTER ADVICE CAGE ABSURD AMOUNT DOCTOR ACOUSTIC AVOID LETTER ADVICE CAGE ABOVE",
            "seed: \"<<letter advice cage absurd amount doctor acoustic avoid letter advice cage above>>\"",
            "letter, advice, cage, absurd, amount, doctor, acoustic, avoid, letter, advice, cage, above",
            "letter\nadvice\ncage\nabsurd\namount\ndoctor\nacoustic\navoid\nletter\nadvice\ncage\nabove",
            "the twelve: <<letter advice cage absurd amount doctor acoustic avoid letter advice cage above>>. thanks",
            "my recovery seed phrase <<position oblige satisfy above live humor goose buzz gravity salon tumble regret pepper east despair coach gospel salad>>",
        ] {
            finds(&ENTRY, cues, text);
        }
    }

    #[test]
    fn a_phrase_with_a_wrong_word_is_claimed_behind_a_cue_only() {
        let wrong = "letter advice cage absurd amount doctor acoustic avoid letter advice cage zoo";
        assert!(cues(&ENTRY, wrong).is_empty());
        let told = cues(&ENTRY, &format!("seed phrase: {wrong}"));
        assert_eq!(told.iter().map(|f| (f.verdict, f.score)).collect::<Vec<_>>(), [(Verdict::Invalid, Some(50))]);
    }

    #[test]
    fn two_phrases_are_one_finding() {
        let one = "letter advice cage absurd amount doctor acoustic avoid letter advice cage above";
        let other = "legal winner thank year wave sausage worth useful legal winner thank yellow";
        finds(&ENTRY, cues, &format!("{one}\n{other}"));
        finds(&ENTRY, cues, &format!("my seed phrases, phrase: <<{one} {other}>>"));
    }

    #[test]
    fn prose_is_none() {
        for text in [
            "the seed phrase you gave me does not work with this wallet and i can not log in any more",
            "recovery of my account",
            "zoo zoo zoo",
            "sausage with potato and mango",
            "[SEED_PHRASE] seed letter",
        ] {
            skips(&ENTRY, cues, text, "prose");
        }
    }

    #[test]
    fn the_rare_words_are_in_the_list() {
        for word in RARE {
            assert!(bip39::index_of(word.as_bytes()).is_some(), "{word}");
            assert!(is_any(word.as_bytes(), RARE) && word.bytes().all(is_letter));
        }
        assert!(CUES.iter().all(|cue| CUE_WORDS.holds(cue.as_bytes())));
        assert!(RARE.windows(2).all(|w| w[0] < w[1]), "in order, each once");
    }
}

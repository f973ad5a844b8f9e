//! The name of the field as the words that lead to its value: `/customer/dateOfBirth` beside `4th of march 81`.
//!
//! Comes in: a text and its path. Goes out: what the catalogue would have found at the text's start, had its writer put the
//! field's name and a colon before it. No parser is written twice, and only where the name has a word that calls one, or a short
//! value has, is anything looked at. Words that merely speak for a type are counted where values are weighed (see `context`).
use zeroize::Zeroizing;

use super::candidate::Candidate;
use super::scan::Scan;
use super::words::calls_of;
use crate::finding::ContextKind;
use crate::text::view::View;
use crate::text::word_set::begin_at;
use crate::text::words::WORD;

/// How much of the text is looked at, in bytes: what a field holds is short, and a message is no field.
pub(super) const LOOKED_AT: usize = 512;
/// How much behind that may be one value with what is found there.
pub(super) const BESIDE: usize = 1024;
/// A value whose own words are looked at is no longer than this, in bytes.
const SHORT: usize = 64;
/// The longest name, in bytes.
const NAME: usize = 80;

impl Scan<'_, '_> {
    /// Looks at the text with the name of its field before it. What was found so far must be settled.
    #[inline(never)]
    pub(super) fn find_in_field(&mut self, text: &str, path: &str) {
        let name = words_of(path);
        let mut end = text.len().min(LOOKED_AT);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let value = text.get(..end).unwrap_or_default();
        // A word of a short value may be what the name is the label of: `religion` beside a religion.
        if name.is_empty() || !calls_any(&name) && (text.len() > SHORT || !calls_any(value)) {
            return;
        }
        let led = Zeroizing::new([name.as_str(), ": ", value].concat());
        let skipped = value.len() - value.trim_start_matches([' ', '"', '\'']).len();
        let begin = name.len() + 2 + skipped;
        let mut scan = Scan::new(View::new(&led), self.settings, "", self.hints, false);
        scan.run();
        let told = |c: &&Candidate| c.context == ContextKind::Cue && c.start as usize == begin;
        // What goes on where the look ends may be longer.
        let whole = |c: &&Candidate| c.end as usize + 1 < led.len() || value.len() == text.len();
        let back = (name.len() + 2) as u32;
        let found = scan.kept.iter().filter(told).filter(whole);
        let mut found: Vec<Candidate> = found
            .map(|c| Candidate {
                start: c.start - back,
                end: c.end - back,
                context: ContextKind::Field,
                ..*c
            })
            .collect();
        let there =
            |c: &Candidate| self.kept.iter().any(|k| (k.entry, k.start, k.end) == (c.entry, c.start, c.end));
        found.retain(|c| !there(c));
        self.pending.extend(found);
        self.settle_newcomers();
    }
}

/// The words of the last part of a path, with single spaces: `/rows/dateOfBirth` and `date_of_birth` are `date of birth`.
fn words_of(path: &str) -> String {
    let last = path.rsplit(['/', ':']).find(|part| part.chars().any(char::is_alphabetic)).unwrap_or_default();
    let mut words = String::new();
    let mut small = false;
    for c in last.chars() {
        let part = c.is_alphanumeric() || !c.is_ascii();
        if (!part || small && c.is_uppercase()) && !words.is_empty() && !words.ends_with(' ') {
            words.push(' ');
        }
        if part {
            words.push(c);
        }
        small = c.is_lowercase();
    }
    words.truncate(words.trim_end().len());
    if words.len() > NAME { String::new() } else { words }
}

/// Whether a word of the name calls a parser.
fn calls_any(name: &str) -> bool {
    let (bytes, mut at) = (name.as_bytes(), 0);
    name.split(|c: char| c.is_ascii() && !c.is_ascii_alphabetic()).any(|word| {
        let start = at;
        at += word.len() + 1;
        let length = word.len();
        length > 0
            && length <= WORD
            && !calls_of(begin_at(bytes, start, length), bytes, start, length).is_empty()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_fields_are_words() {
        for (path, words) in [
            ("/customer/dateOfBirth", "date Of Birth"),
            ("rows.csv:date_of_birth", "date of birth"),
            ("PASSWORD", "PASSWORD"),
            ("/a/mot-de-passe", "mot de passe"),
            ("/messages/0", "messages"),
            ("/", ""),
            ("", ""),
        ] {
            assert_eq!(words_of(path), words, "{path}");
        }
        assert!(calls_any("user password") && calls_any("date of birth") && !calls_any("blue sky"));
    }
}

//! A user's word list, taken apart: terms as plain words with what stands between them.
//!
//! Comes in: terms as they were written. Goes out: for each term the plain words, each in the forms it may have in a
//! text, and the signs before, between and after them; or what is wrong with the list, without quoting it.
use std::sync::Arc;

use super::pattern::Pattern;
use crate::text::plain::{Plain, is_unspaced, is_word_char};

/// The most terms of one list, and the longest term, in bytes.
const TERMS: usize = 100_000;
const TERM: usize = 256;
/// The shortest word, in letters, that may have an ending.
const BENDS: usize = 3;
/// Plurals and cases that need no knowledge of the language: `Auroras`, `Foxes`, `des Projektes`, `die Buchen`.
const ENDINGS: [&str; 4] = ["s", "es", "n", "en"];
/// Bytes of literals in one pattern, so that no pattern is too long.
const PATTERN: usize = 2048;

/// A word list.
#[derive(Clone)]
pub(crate) struct Words {
    source: Vec<String>,
    terms: Vec<Term>,
    /// Terms in scripts without spaces: they are looked for inside longer runs of letters.
    patterns: Vec<Pattern>,
}

/// A plain word.
pub(crate) type Word = Box<str>;

/// One term. Between its words there may be any white space and hyphens, and there must be the signs the term has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Term {
    /// Signs before the first word: the dot of `.NET`.
    pub(crate) lead: Box<str>,
    /// All words but the last, each with the signs after it.
    pub(crate) words: Vec<(Word, Box<str>)>,
    /// The forms the last word may have, the term's own first.
    pub(crate) last: Vec<Word>,
    /// Signs after the last word: the `++` of `C++`.
    pub(crate) trail: Box<str>,
}

impl Words {
    pub(crate) fn new(source: Vec<String>) -> Result<Self, &'static str> {
        if source.is_empty() {
            return Err("is empty");
        }
        if source.len() > TERMS {
            return Err("has more than 100000 terms");
        }
        let mut terms = Vec::with_capacity(source.len());
        let mut literals = Vec::new();
        for term in &source {
            if term.len() > TERM {
                return Err("has a term of more than 256 bytes");
            }
            if term.chars().any(is_word_char) {
                terms.push(Term::parse(term.trim())?);
            } else if term.chars().any(is_unspaced) {
                literals.push(regex_syntax::escape(term.trim()));
            } else {
                return Err("has a term without a letter or digit");
            }
        }
        // The longest first: of two terms that begin alike, the longer one is meant.
        literals.sort_by(|a, b| (b.len(), a).cmp(&(a.len(), b)));
        let mut patterns = Vec::new();
        let mut rest = &literals[..];
        while !rest.is_empty() {
            let mut size = 0;
            let count = rest.iter().take_while(|literal| {
                size += literal.len() + 1;
                size <= PATTERN
            });
            let (now, later) = rest.split_at(count.count().max(1));
            patterns.push(Pattern::new(&format!("(?i:{})", now.join("|")))?);
            rest = later;
        }
        Ok(Words { source, terms, patterns })
    }

    /// As they were written.
    pub(crate) fn source(&self) -> &[String] {
        &self.source
    }

    pub(crate) fn terms(&self) -> &[Term] {
        &self.terms
    }

    pub(crate) fn patterns(&self) -> &[Pattern] {
        &self.patterns
    }
}

impl Term {
    /// `term` holds a word.
    fn parse(term: &str) -> Result<Self, &'static str> {
        let mut words: Vec<(Word, Box<str>)> = Vec::new();
        let mut lead = "";
        let mut rest = term;
        while !rest.is_empty() {
            let begins = rest.find(is_word_char).unwrap_or(rest.len());
            let (signs, tail) = rest.split_at(begins);
            match words.last_mut() {
                None => lead = signs,
                Some((_, after)) => *after = signs.into(),
            }
            let ends = tail.find(|c| !is_word_char(c)).unwrap_or(tail.len());
            let (word, tail) = tail.split_at(ends);
            if !word.is_empty() {
                let plain = Plain::of(word).ok_or("has a word of more than 64 bytes")?;
                if plain.word().is_empty() {
                    return Err("has a term without a letter or digit");
                }
                words.push((plain.word().into(), "".into()));
            }
            rest = tail;
        }
        let (last, trail) = words.pop().ok_or("has a term without a letter or digit")?;
        for (_, signs) in &mut words {
            *signs = signs_of(signs).collect::<String>().into();
        }
        let last = if trail.is_empty() { forms(&last) } else { vec![last] };
        Ok(Term { lead: lead.into(), words, last, trail })
    }
}

/// What is compared of the signs between two words: white space and hyphens go, apostrophes are straight.
pub(crate) fn signs_of(between: &str) -> impl Iterator<Item = char> {
    between.chars().filter(|c| !is_loose(*c)).map(|c| if c == '’' { '\'' } else { c })
}

/// White space, hyphens and the underscore: between words they are all alike.
fn is_loose(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '_' | '\u{2010}'..='\u{2015}')
}

/// The word itself, and with the endings it may have.
fn forms(word: &str) -> Vec<Word> {
    let mut forms: Vec<Word> = vec![word.into()];
    let latin = word.ends_with(|c: char| c.is_ascii_alphabetic());
    if word.chars().count() < BENDS || !latin {
        return forms;
    }
    if let Some(stem) = word.strip_suffix('y').filter(|stem| !stem.ends_with('e')) {
        forms.push(format!("{stem}ies").into());
    }
    forms.extend(ENDINGS.iter().map(|ending| Word::from(format!("{word}{ending}"))));
    forms
}

/// Word lists are the same where their terms are.
impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.source == other.source
    }
}

/// Shared, since a list may be long and engines are many.
pub(crate) type SharedWords = Arc<Words>;

#[cfg(test)]
mod tests {
    use super::*;

    fn words(terms: &[&str]) -> Result<Words, &'static str> {
        Words::new(terms.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn terms_are_taken_apart() {
        let list = words(&["Projekt  Müller-Lüdenscheidt", ".NET", "C++", "AC/DC", "Wendy’s", "東京", "X2"])
            .unwrap();
        let told: Vec<String> = list
            .terms()
            .iter()
            .map(|t| {
                let words = t.words.iter().map(|(w, s)| format!("{w}<{s}>"));
                let last: Vec<&str> = t.last.iter().map(|w| &**w).collect();
                format!("{}|{}{}|{}", t.lead, words.collect::<String>(), last.join(","), t.trail)
            })
            .collect();
        assert_eq!(
            told,
            [
                "|projekt<>muller<>ludenscheidt,ludenscheidts,ludenscheidtes,ludenscheidtn,ludenscheidten|",
                ".|net,nets,netes,netn,neten|",
                "|c|++",
                "|ac</>dc|",
                "|wendy<'>s|",
                "|x2|",
            ]
        );
        assert_eq!(list.patterns().len(), 1);
        assert!(list.patterns()[0].at("東京都".as_bytes(), 0).is_some());
    }

    #[test]
    fn lists_are_bounded() {
        for (terms, problem) in [
            (&[][..], "empty"),
            (&["a", "--"], "without a letter"),
            (&[" "], "without a letter"),
            (&["\u{301}"], "without a letter"),
            (&[&"a".repeat(65)], "64 bytes"),
            (&[&"a ".repeat(200)], "256 bytes"),
        ] {
            assert!(words(terms).is_err_and(|p| p.contains(problem)), "{terms:?}");
        }
        let many = vec!["語".repeat(80); 40];
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        assert_eq!(words(&many).unwrap().patterns().len(), 5);
    }
}

//! A user's regular expression, bounded and compiled.
//!
//! Comes in: a pattern as it was written. Goes out: what begins and ends a match of it, or what is wrong with it,
//! without quoting it.
use regex_automata::meta::Regex;
use regex_automata::nfa::thompson::WhichCaptures;
use regex_automata::{Anchored, Input, PatternID};
use regex_syntax::ParserBuilder;

use super::beginning::Beginning;
use crate::catalog::entry::REACH;

/// The longest pattern, in bytes.
const PATTERN_BYTES: usize = 4096;
/// Compiled size of one pattern, and of what it keeps while it works, in bytes.
const PATTERN_SIZE: usize = 1 << 20;
const PATTERN_NEST: u32 = 50;
/// The group that is the value where a pattern also matches what leads to it.
const VALUE: &str = "value";

/// A compiled pattern.
#[derive(Clone)]
pub(crate) struct Pattern {
    source: String,
    regex: Regex,
    beginning: Beginning,
    /// Where the group `value` has its start and end among the slots of a search.
    value: Option<(usize, usize)>,
}

/// Where a pattern matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Matched {
    /// The value: the group of that name, or all of it.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// End of the whole match.
    pub(crate) whole: usize,
}

impl Pattern {
    pub(crate) fn new(source: &str) -> Result<Self, &'static str> {
        if source.len() > PATTERN_BYTES {
            return Err("the pattern is longer than 4096 bytes");
        }
        let tree = ParserBuilder::new()
            .nest_limit(PATTERN_NEST)
            .build()
            .parse(source)
            .map_err(|_| "is not a regular expression of the supported syntax, or nested too deeply")?;
        match tree.properties().minimum_len() {
            None => return Err("matches nothing"),
            Some(0) => return Err("matches the empty text"),
            Some(least) if least > REACH => return Err("matches only what is longer than 1024 bytes"),
            Some(_) => {}
        }
        let named = tree.properties().explicit_captures_len() > 0;
        let config = Regex::config()
            .nfa_size_limit(Some(PATTERN_SIZE))
            .onepass_size_limit(Some(PATTERN_SIZE))
            .hybrid_cache_capacity(PATTERN_SIZE)
            .which_captures(if named { WhichCaptures::All } else { WhichCaptures::Implicit });
        let regex = Regex::builder()
            .configure(config)
            .build_from_hir(&tree)
            .map_err(|_| "is too large when it is compiled")?;
        let value =
            regex.group_info().to_index(PatternID::ZERO, VALUE).map(|group| (2 * group, 2 * group + 1));
        Ok(Pattern { source: source.to_owned(), beginning: Beginning::of_regex(&tree), regex, value })
    }

    /// As it was written.
    pub(crate) fn source(&self) -> &str {
        &self.source
    }

    pub(crate) fn beginning(&self) -> &Beginning {
        &self.beginning
    }

    /// The match that begins at `at`, if there is one of at most [`REACH`] bytes; of several, the one a regular
    /// expression prefers. What stands before and after it counts for `\b` and its like.
    pub(crate) fn at(&self, text: &[u8], at: usize) -> Option<Matched> {
        let input = Input::new(text).range(at..(at + REACH).min(text.len())).anchored(Anchored::Yes);
        let Some((start, end)) = self.value else {
            let found = self.regex.search(&input)?;
            return Some(Matched { start: found.start(), end: found.end(), whole: found.end() });
        };
        let mut slots = vec![None; self.regex.group_info().slot_len()];
        self.regex.search_slots(&input, &mut slots)?;
        let slot = |n: usize| slots.get(n).copied().flatten().map(|slot| slot.get());
        // Where the group took no part there is no value.
        let matched = Matched { start: slot(start)?, end: slot(end)?, whole: slot(1)? };
        (matched.start < matched.end).then_some(matched)
    }
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.source == other.source
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_bounded() {
        for (pattern, problem) in [
            ("(", "not a regular expression"),
            (r"(?=a)", "not a regular expression"),
            ("", "empty text"),
            (r"\b", "empty text"),
            ("a*", "empty text"),
            (r"[a&&b]", "nothing"),
            (r"\w{400}{9}", "longer than 1024"),
            (r"\w{300}\w{300}\w{300}", "too large"),
            (&"(".repeat(60), "not a regular expression"),
            (&format!("{}a{}", "(".repeat(51), ")".repeat(51)), "nested too deeply"),
            (&"a".repeat(4097), "longer than 4096"),
        ] {
            assert!(Pattern::new(pattern).is_err_and(|p| p.contains(problem)), "{pattern}");
        }
    }

    #[test]
    fn matches_begin_where_they_are_asked_for_and_see_what_is_around() {
        let at = |pattern: &str, text: &str, at: usize| {
            Pattern::new(pattern).unwrap().at(text.as_bytes(), at).map(|m| (m.start, m.end, m.whole))
        };
        assert_eq!(at(r"\d+", "ab 123", 3), Some((3, 6, 6)));
        assert_eq!(at(r"\d+", "ab 123", 2), None);
        assert_eq!(at(r"\b\d+\b", "a123", 1), None);
        assert_eq!(at(r"no\. (?<value>\d+)x?", "no. 77x", 0), Some((4, 6, 7)));
        assert_eq!(at(r"no\.(?<value>\d+)?", "no. 77", 0), None);
        let long = "a".repeat(2000);
        assert_eq!(at("a+", &long, 0), Some((0, REACH, REACH)));
        assert_eq!(at(r"a+\b", &long, 0), None, "an end beyond reach is no end");
    }
}

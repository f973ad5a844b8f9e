//! The words a policy may hold, and which of them was probably meant.
use crate::entity::{self, Category, EntityType};

/// The longest unknown word that an error repeats, in bytes.
const ECHO: usize = 64;
/// The most known words that a hint lists.
const LISTED: usize = 24;
/// How alike two words are (Jaro-Winkler) for one to be taken for a slip of the other.
const CLOSE: f64 = 0.86;

/// What the document may say somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    Keys(&'static [&'static str]),
    Types,
    Categories,
    TypesAndCategories,
    Words(&'static str, &'static [&'static str]),
}

pub(super) const OPERATORS: Known = Known::Words(
    "operator",
    &[
        "keep",
        "remove",
        "label",
        "mask",
        "partial",
        "hash",
        "generalize",
        "placeholder",
        "tokenize",
        "encrypt",
        "fpe",
        "pseudonym",
        "shift_date",
        "custom",
    ],
);
pub(super) const FORMS: Known = Known::Words("value", &["exact", "canonical"]);
pub(super) const KINDS: Known =
    Known::Words("kind", &["age", "date", "postal_code", "ip_address", "coordinates", "amount"]);
pub(super) const DATES: Known = Known::Words("value", &["year", "month"]);
pub(super) const SPECIMENS: Known = Known::Words("value", &["redact", "ignore"]);
pub(super) const CHECKS: Known =
    Known::Words("check", &["luhn", "gs1", "verhoeff", "mod11_2", "mod11_10", "mod97"]);
pub(super) const SENSITIVITIES: Known = Known::Words("sensitivity", &["low", "medium", "high", "critical"]);

impl Known {
    /// `entity type`, `key`, …
    fn noun(self) -> &'static str {
        match self {
            Known::Keys(_) => "key",
            Known::Types => "entity type",
            Known::Categories => "category",
            Known::TypesAndCategories => "entity type or category",
            Known::Words(noun, _) => noun,
        }
    }

    fn plural(self) -> &'static str {
        match self {
            Known::Keys(_) => "keys here",
            Known::Types => "entity types",
            Known::Categories => "categories",
            Known::TypesAndCategories => "entity types and categories",
            Known::Words("operator", _) => "operators",
            Known::Words("preset", _) => "presets",
            Known::Words("check", _) => "checks",
            Known::Words("sensitivity", _) => "sensitivities",
            Known::Words(..) => "values",
        }
    }

    pub(super) fn all(self) -> Vec<&'static str> {
        let types = || entity::builtins().iter().map(EntityType::name);
        let categories = || Category::ALL.into_iter().map(Category::name);
        match self {
            Known::Keys(words) | Known::Words(_, words) => words.to_vec(),
            Known::Types => types().collect(),
            Known::Categories => categories().collect(),
            Known::TypesAndCategories => types().chain(categories()).collect(),
        }
    }

    /// `unknown operator "msak"`; the word is left out where it does not look like a name.
    pub(super) fn problem(self, word: &str) -> String {
        if is_name(word) {
            format!("unknown {} \"{word}\"", self.noun())
        } else {
            format!("unknown {}", self.noun())
        }
    }

    /// `did you mean "mask"?`, or what there is.
    pub(super) fn hint(self, word: &str) -> String {
        let all = self.all();
        if let Some(meant) = closest(word, all.iter().copied()) {
            return meant;
        }
        let listed: Vec<&str> = all.iter().copied().take(LISTED).collect();
        let more = all.len() - listed.len();
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        format!("known {}: {}{more}", self.plural(), listed.join(", "))
    }
}

/// `did you mean "mask"?`, where one of `all` is so close to a word that it probably was meant.
pub(super) fn closest<'k>(word: &str, all: impl Iterator<Item = &'k str>) -> Option<String> {
    let lower = word.to_lowercase();
    let best = all
        .filter(|_| is_name(word))
        .map(|known| (strsim::jaro_winkler(&lower, &known.to_lowercase()), known))
        .filter(|(like, _)| *like >= CLOSE)
        .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(a.1)));
    best.map(|(_, known)| format!("did you mean \"{known}\"?"))
}

/// Whether a word reads like a name somebody mistyped. Anything else may be a value and is never repeated.
pub(super) fn is_name(word: &str) -> bool {
    word.len() <= ECHO
        && word.starts_with(|c: char| c.is_ascii_alphabetic())
        && word.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-')
}

/// Whether a word is part of the language of policies, so that an excerpt may show it.
pub(super) fn is_vocabulary(word: &str) -> bool {
    const SYNTAX: &[&str] = &["true", "false", "null", "same"];
    SYNTAX.contains(&word)
        || super::document::KEYS.iter().any(|keys| keys.contains(&word))
        || EntityType::builtin(word).is_some()
        || Category::from_name(word).is_some()
        || [OPERATORS, FORMS, SPECIMENS, KINDS, DATES, CHECKS, SENSITIVITIES]
            .iter()
            .any(|known| known.all().contains(&word))
        || super::preset::NAMES.all().contains(&word)
}

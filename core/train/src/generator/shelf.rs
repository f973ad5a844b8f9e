//! Which files belong to which language and country: the files go in, grammars come out.
use std::collections::BTreeMap;

use super::grammar::{Grammar, Template};
use super::writer::kind_of;

/// A language of messages.
#[derive(Debug)]
pub(super) struct Language {
    /// ISO 639-1.
    pub(super) code: &'static str,
    /// Locales of names, as the pools call them.
    pub(super) locales: &'static [&'static str],
    /// Countries of addresses; one that is there twice is drawn twice as often.
    pub(super) countries: &'static [&'static str],
    files: &'static [&'static str],
}

macro_rules! files {
    ($($name:literal),+) => { &[$(include_str!(concat!("templates/", $name, ".txt"))),+] };
}

/// All languages, English first.
pub(super) static LANGUAGES: &[Language] = &[
    language(
        "en",
        &["en"],
        &["us", "us", "us", "us", "gb", "gb", "ca", "ca", "au", "ie", "nz", "in"],
        files!(
            "en_people",
            "en_places",
            "en_firms",
            "en_neutral",
            "en_long",
            "en_hard",
            "en_frames",
            "en_fillers"
        ),
    ),
    language("es", &["es"], &["es", "es", "es", "mx"], files!("es")),
    language("fr", &["fr"], &["fr", "fr", "fr", "be", "ch", "ca"], files!("fr")),
    language("de", &["de"], &["de", "de", "de", "at", "ch"], files!("de")),
    language("pt", &["pt"], &["br", "br", "pt"], files!("pt")),
    language("it", &["it"], &["it", "it", "it", "ch"], files!("it")),
    language("nl", &["nl"], &["nl", "nl", "be"], files!("nl")),
    language("pl", &["pl"], &["pl"], files!("pl")),
    language("sv", &["sv", "sv", "sv", "no"], &["se"], files!("sv")),
    language("da", &["da", "da", "no"], &["dk"], files!("da")),
    language("fi", &["fi", "fi", "fi", "sv"], &["fi"], files!("fi")),
];

const fn language(
    code: &'static str,
    locales: &'static [&'static str],
    countries: &'static [&'static str],
    files: &'static [&'static str],
) -> Language {
    Language { code, locales, countries, files }
}

macro_rules! countries {
    ($($code:literal),+) => { &[$(($code, include_str!(concat!("countries/", $code, ".txt")))),+] };
}

/// Address grammars by ISO 3166-1 code in small letters.
static COUNTRIES: &[(&str, &str)] = countries!(
    "at", "au", "be", "br", "ca", "ch", "de", "dk", "es", "fi", "fr", "gb", "ie", "in", "it", "mx", "nl",
    "nz", "pl", "pt", "se", "us"
);

/// All grammars.
#[derive(Debug)]
pub(super) struct Shelf {
    languages: Vec<Shelved>,
    countries: BTreeMap<&'static str, Grammar>,
    /// Sections for all languages: products, dates, brands.
    pub(super) common: Grammar,
}

/// A language with its grammar.
#[derive(Debug)]
pub(super) struct Shelved {
    pub(super) language: &'static Language,
    pub(super) grammar: Grammar,
    /// Words of its neutral sentences, frequent ones more than once.
    pub(super) words: Vec<String>,
    /// By section: templates that name somebody or something, and those that do not.
    split: BTreeMap<String, [Vec<usize>; 2]>,
}

impl Shelf {
    /// The grammars of this crate.
    ///
    /// # Panics
    /// Where a file of templates is not well formed, which a test rules out.
    #[expect(clippy::expect_used, reason = "files of this crate, all read by a test")]
    pub(super) fn own() -> Self {
        let read = |file: &&str| Grammar::parse(file).expect("templates are well formed");
        let shelved = |language: &'static Language| {
            let mut grammar = Grammar::default();
            language.files.iter().for_each(|file| grammar.add(read(file)));
            Shelved::new(language, grammar)
        };
        Shelf {
            languages: LANGUAGES.iter().map(shelved).collect(),
            countries: COUNTRIES.iter().map(|(code, file)| (*code, read(file))).collect(),
            common: read(&include_str!("templates/common.txt")),
        }
    }

    /// A language by its place in [`LANGUAGES`].
    pub(super) fn language(&self, at: usize) -> Option<&Shelved> {
        self.languages.get(at)
    }

    /// The address grammar of a country.
    pub(super) fn country(&self, code: &str) -> Option<&Grammar> {
        self.countries.get(code)
    }

    /// The codes of all countries.
    pub(super) fn countries(&self) -> Vec<&'static str> {
        self.countries.keys().copied().collect()
    }

    /// See [`super::neutral_words`].
    pub(super) fn neutral_words(&self) -> Vec<String> {
        let mut counts: BTreeMap<String, u32> = BTreeMap::new();
        for word in self.languages.iter().flat_map(|shelved| &shelved.words) {
            *counts.entry(word.to_lowercase()).or_default() += 1;
        }
        counts.into_iter().filter(|(_, count)| *count > 1).map(|(word, _)| word).collect()
    }
}

impl Shelved {
    fn new(language: &'static Language, grammar: Grammar) -> Self {
        let mut split: BTreeMap<String, [Vec<usize>; 2]> = BTreeMap::new();
        let mut words = Vec::new();
        for (name, templates) in grammar.sections() {
            for (at, template) in templates.iter().enumerate() {
                let neutral = !template.slots().iter().any(|slot| kind_of(slot).is_some());
                split.entry(name.to_owned()).or_default()[usize::from(neutral)].push(at);
                if neutral && SECTIONS.contains(&name) {
                    words.extend(plain_words(&template.source, language.code == "de"));
                }
            }
        }
        Shelved { language, grammar, words, split }
    }

    /// Templates of a section that name something, or those that do not.
    pub(super) fn templates(&self, section: &str, naming: bool) -> Vec<&Template> {
        let all = self.grammar.section(section);
        let places = self.split.get(section).map(|split| &split[usize::from(!naming)]);
        places.into_iter().flatten().filter_map(|at| all.get(*at)).collect()
    }
}

/// The sections that messages are made of.
pub(super) static SECTIONS: &[&str] =
    &["greet", "people", "places", "firms", "neutral", "hard", "bare", "form", "sign"];

/// The words of a template that are no slot and written small; in German also nouns, which a sentence does not begin with.
fn plain_words(source: &str, nouns: bool) -> Vec<String> {
    let mut depth = 0u32;
    let outside = |c: char| {
        depth = if c == '{' { depth + 1 } else { depth };
        let kept = if depth == 0 && (c.is_alphabetic() || c == '\'') { c } else { ' ' };
        depth = if c == '}' { depth.saturating_sub(1) } else { depth };
        kept
    };
    let text: String = source.replace("\\n", " ").chars().map(outside).collect();
    let fits = |(at, word): &(usize, &str)| {
        let rest = word.chars().skip(1).all(char::is_lowercase) && word.chars().count() > 1;
        rest && word.starts_with(|c: char| c.is_lowercase() || (nouns && *at > 0 && c.is_uppercase()))
    };
    text.split_whitespace().enumerate().filter(fits).map(|(_, word)| word.to_owned()).collect()
}

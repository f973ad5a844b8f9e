//! Names of months, written as others were: in the same language, as short, in the same case.
//!
//! Comes in: a month's name as it stood in a date, the date around it, and another month. Goes out: that month's name.
//! Languages: English, German, Spanish, French, Italian, Portuguese, Dutch. Where several share a name (`mai`, `abril`),
//! what stands around it decides, then the order here. A misspelt name becomes an English one.
use unicode_normalization::UnicodeNormalization as _;

struct Language {
    whole: [&'static str; 12],
    short: [&'static str; 12],
    /// Words in a date that speak for the language.
    words: &'static [&'static str],
    /// Other names: the month's number, the name, whether it is short.
    others: &'static [(u8, &'static str, bool)],
}

#[rustfmt::skip]
static LANGUAGES: [Language; 7] = [
    Language {
        whole: ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"],
        short: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
        words: &["of", "the", "st", "nd", "rd", "th", "in"],
        others: &[(9, "sept", true)],
    },
    Language {
        whole: ["januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember"],
        short: ["jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez"],
        words: &["."],
        others: &[(1, "jänner", false), (1, "jaenner", false), (1, "jän", true), (3, "maerz", false), (3, "mrz", true)],
    },
    Language {
        whole: ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"],
        short: ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"],
        words: &["de", "del"],
        others: &[(9, "setiembre", false), (9, "set", true)],
    },
    Language {
        whole: ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
        short: ["janv", "févr", "mars", "avr", "mai", "juin", "juil", "août", "sept", "oct", "nov", "déc"],
        words: &["er", "le"],
        others: &[(2, "fév", true)],
    },
    Language {
        whole: ["gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"],
        short: ["gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"],
        words: &["di", "del"],
        others: &[(1, "genn", true), (2, "febbr", true), (5, "magg", true), (9, "sett", true)],
    },
    Language {
        whole: ["janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro"],
        short: ["jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez"],
        words: &["de", "do"],
        others: &[],
    },
    Language {
        whole: ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"],
        short: ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
        words: &["van", "ste"],
        others: &[(2, "febr", true)],
    },
];

/// The name of `month` (1 to 12), written as `name` is in the date `value`.
pub(super) fn written_like(name: &str, value: &str, month: u8) -> String {
    let wanted = folded(name);
    let known = LANGUAGES.iter().filter_map(|language| Some((language, language.is_short(&wanted)?)));
    // The first of those that most words speak for.
    let best =
        known.max_by_key(|(language, _)| (language.heard(value), core::cmp::Reverse(language.place())));
    let [english, ..] = &LANGUAGES;
    let (language, short) = best.unwrap_or((english, name.chars().count() < 5));
    let names = if short { &language.short } else { &language.whole };
    let index = usize::from(month.clamp(1, 12)) - 1;
    cased(names.get(index).copied().unwrap_or_default(), name)
}

/// What stands behind a day's number, for another day: English has four endings, French one for the first alone, Dutch
/// takes `e` behind any.
pub(super) fn ordinal(like: &str, day: u8) -> &'static str {
    let folded = folded(like);
    match folded.as_str() {
        "st" | "nd" | "rd" | "th" => {
            let lower = match (day % 10, day / 10) {
                (_, 1) => 3,
                (1, _) => 0,
                (2, _) => 1,
                (3, _) => 2,
                _ => 3,
            };
            let endings = if like.starts_with(char::is_uppercase) {
                ["ST", "ND", "RD", "TH"]
            } else {
                ["st", "nd", "rd", "th"]
            };
            endings.get(lower).copied().unwrap_or_default()
        }
        "er" | "re" if day == 1 => "er",
        "ste" | "de" | "e" => "e",
        "eme" => "ème",
        "o" if like != "o" => "º",
        "o" => "o",
        "a" => "ª",
        _ => "",
    }
}

impl Language {
    /// Whether a folded name is a short one of this language; `None` where it is none of it.
    fn is_short(&self, name: &str) -> Option<bool> {
        let is = |known: &str| folded(known) == name;
        let other = || self.others.iter().find(|(_, known, _)| is(known)).map(|(_, _, short)| *short);
        // `may` is whole and short: short names beside it would be strange.
        if self.whole.iter().any(|known| is(known)) {
            return Some(false);
        }
        if self.short.iter().any(|known| is(known)) { Some(true) } else { other() }
    }

    /// How many words of a date speak for it.
    fn heard(&self, value: &str) -> usize {
        let words: Vec<String> =
            value.split(|c: char| !c.is_alphabetic()).map(|word| word.to_lowercase()).collect();
        let dotted = || value.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with('.');
        let speaks = |sign: &&&str| match **sign {
            "." => dotted(),
            word => words.iter().any(|w| w == word),
        };
        self.words.iter().filter(speaks).count()
    }

    fn place(&self) -> usize {
        LANGUAGES.iter().position(|language| core::ptr::eq(language, self)).unwrap_or(0)
    }
}

/// Small letters without accents.
fn folded(word: &str) -> String {
    let letters = word.nfkd().filter(|c| c.is_alphabetic());
    letters.flat_map(char::to_lowercase).collect()
}

/// `name` in the case of `like`: all capitals, a capital first, or small letters.
fn cased(name: &str, like: &str) -> String {
    let mut letters = like.chars();
    let first = letters.next().is_some_and(char::is_uppercase);
    if first && letters.clone().next().is_some() && letters.all(char::is_uppercase) {
        return name.to_uppercase();
    }
    let mut letters = name.chars();
    match letters.next().filter(|_| first) {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::month::month;

    #[test]
    fn every_name_is_known_as_its_month() {
        for language in &LANGUAGES {
            for names in [&language.whole, &language.short] {
                for (index, name) in names.iter().enumerate() {
                    assert_eq!(month(name.as_bytes()), Some(index as u8 + 1), "{name}");
                }
            }
            for (number, name, _) in language.others {
                if let Some(known) = month(name.as_bytes()) {
                    assert_eq!(known, *number, "{name}");
                }
            }
        }
    }

    #[test]
    fn names_keep_language_length_and_case() {
        for (name, value, to, expected) in [
            ("January", "January 2nd, 1980", 2, "February"),
            ("jan", "2 jan 80", 12, "dec"),
            ("MAY", "4 MAY 1980", 6, "JUNE"),
            ("Januar", "2. Januar 1980", 3, "März"),
            ("mai", "2. mai 1980", 10, "oktober"),
            ("Mai", "le 2 Mai 1980", 12, "Décembre"),
            ("marzo", "3 de marzo de 1980", 1, "enero"),
            ("maio", "3 de maio de 1980", 12, "dezembro"),
            ("fevrier", "1er fevrier 1980", 8, "août"),
            ("luglio", "1 luglio 1980", 9, "settembre"),
            ("mrt", "3 mrt 1980", 5, "mei"),
            ("Jänner", "2. Jänner 1980", 2, "Februar"),
            ("janury", "2 janury 1980", 7, "july"),
        ] {
            assert_eq!(written_like(name, value, to), expected, "{value}");
        }
    }

    #[test]
    fn endings_fit_the_day() {
        let english: Vec<_> = [1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 30, 31].map(|d| ordinal("th", d)).to_vec();
        assert_eq!(english, ["st", "nd", "rd", "th", "th", "th", "th", "st", "nd", "rd", "th", "st"]);
        assert_eq!(
            [ordinal("TH", 1), ordinal("er", 1), ordinal("er", 2), ordinal("ste", 8)],
            ["ST", "er", "", "e"]
        );
        assert_eq!(
            [ordinal("º", 3), ordinal("ª", 3), ordinal("ème", 3), ordinal("o", 3)],
            ["º", "ª", "ème", "o"]
        );
    }
}

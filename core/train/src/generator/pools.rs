//! Names of people, places and things that fill the slots: files go in, lists with weights come out.
//!
//! A small pool of invented pairings lies in the repository (`pools/names.txt`); a large one may be added as JSON.
use serde_json::Value;

use super::random::Random;

/// Names of one language and country.
#[derive(Clone, Debug, Default)]
pub(super) struct Locale {
    /// `de_AT`
    pub(super) code: String,
    pub(super) first: Vec<String>,
    pub(super) last: Vec<String>,
    /// Whether the names are in Latin letters.
    pub(super) latin: bool,
}

/// Words, some more frequent than others.
#[derive(Clone, Debug, Default)]
pub(super) struct Weighted {
    words: Vec<String>,
    /// Running totals.
    totals: Vec<u64>,
}

/// Names to fill slots with.
#[derive(Clone, Debug, Default)]
pub struct Pools {
    locales: Vec<Locale>,
    /// First and last names of the United States by frequency.
    pub(super) first: Weighted,
    pub(super) last: Weighted,
    /// Cities by country, in small letters: `de`.
    cities: Vec<(String, Weighted)>,
    /// English words.
    pub(super) words: Vec<String>,
}

impl Weighted {
    fn push(&mut self, word: &str, weight: u64) {
        if weight > 0 && !word.trim().is_empty() {
            self.words.push(word.trim().to_owned());
            self.totals.push(self.totals.last().copied().unwrap_or(0) + weight);
        }
    }

    /// One of the words; none where there are none.
    pub(super) fn pick(&self, random: &mut Random) -> Option<&str> {
        self.words.get(random.weighted(&self.totals)).map(String::as_str)
    }
}

impl Pools {
    /// The pool of the repository: first and last names of twenty-odd countries.
    #[must_use]
    pub fn own() -> Self {
        let mut pools = Pools::default();
        let mut section: Option<(String, bool)> = None;
        for line in include_str!("pools/names.txt").lines() {
            if let Some(header) = line.strip_prefix("= ") {
                section = header.split_once(' ').map(|(what, code)| (code.to_owned(), what == "first"));
            } else if let Some((code, first)) = &section
                && !line.starts_with('#')
            {
                let names = line.split(',').map(str::trim).filter(|name| !name.is_empty());
                pools.add(code, *first, names);
            }
        }
        // The lists of the United States are in the order of frequency, which falls about as the rank rises.
        if let Some(home) = pools.locales.iter().find(|locale| locale.code == "en_US") {
            let ranked = |names: &[String]| {
                let mut weighted = Weighted::default();
                for (rank, name) in (0u64..).zip(names) {
                    weighted.push(name, 1000 / (rank + 8));
                }
                weighted
            };
            (pools.first, pools.last) = (ranked(&home.first), ranked(&home.last));
        }
        pools
    }

    /// The pool of the repository, and what a JSON document adds: `first` and `last` (locale → names), `us_first` and
    /// `us_last` (pairs of name and count), `cities` (name, inhabitants, country), `common` (words). Each may be missing.
    ///
    /// # Errors
    /// Where it is no JSON object, or one of these has another form; the message names it.
    pub fn from_json(document: &str) -> Result<Self, String> {
        let value: Value = serde_json::from_str(document).map_err(|problem| problem.to_string())?;
        let map = value.as_object().ok_or("the pools are no object")?;
        let mut pools = Pools::own();
        for (key, is_first) in [("first", true), ("last", false)] {
            let Some(locales) = map.get(key) else { continue };
            for (code, names) in locales.as_object().ok_or(format!("{key} is no object"))? {
                let names = names.as_array().ok_or(format!("{key} of {code} is no list"))?;
                pools.add(code, is_first, names.iter().filter_map(Value::as_str));
            }
        }
        // Rare names are seen often enough where the root of the counts weighs.
        let weight = |value: &Value| value.as_f64().map(|count| ((count * 10_000.0) as u64).isqrt().max(1));
        for (key, list) in [("us_first", &mut pools.first), ("us_last", &mut pools.last)] {
            let Some(pairs) = map.get(key) else { continue };
            *list = Weighted::default();
            for pair in pairs.as_array().ok_or(format!("{key} is no list"))? {
                let name = pair.get(0).and_then(Value::as_str);
                let (Some(name), Some(weight)) = (name, pair.get(1).and_then(weight)) else {
                    return Err(format!("{key} holds something that is no name with a count"));
                };
                list.push(name, weight);
            }
        }
        for city in map.get("cities").and_then(Value::as_array).into_iter().flatten() {
            let text = |at: usize| city.get(at).and_then(Value::as_str);
            let (Some(name), Some(weight), Some(country)) = (text(0), city.get(1).and_then(weight), text(2))
            else {
                return Err("cities holds something that is no name, count and country".to_owned());
            };
            pools.add_city(name, weight, &country.to_ascii_lowercase());
        }
        let words = map.get("common").and_then(Value::as_array).into_iter().flatten();
        pools.words.extend(words.filter_map(Value::as_str).map(str::to_owned));
        Ok(pools)
    }

    fn add<'a>(&mut self, code: &str, first: bool, names: impl Iterator<Item = &'a str>) {
        let at = self.locales.iter().position(|locale| locale.code == code).unwrap_or_else(|| {
            self.locales.push(Locale { code: code.to_owned(), ..Locale::default() });
            self.locales.len() - 1
        });
        let Some(locale) = self.locales.get_mut(at) else { return };
        let list = if first { &mut locale.first } else { &mut locale.last };
        let known: std::collections::BTreeSet<String> = list.iter().cloned().collect();
        list.extend(names.filter(|name| fits(name) && !known.contains(*name)).map(str::to_owned));
        locale.latin = locale.first.iter().chain(&locale.last).all(|name| name.chars().all(is_latin));
    }

    fn add_city(&mut self, name: &str, weight: u64, country: &str) {
        let at = self.cities.iter().position(|(of, _)| of == country).unwrap_or_else(|| {
            self.cities.push((country.to_owned(), Weighted::default()));
            self.cities.len() - 1
        });
        if let Some((_, list)) = self.cities.get_mut(at)
            && fits(name)
        {
            list.push(name, weight);
        }
    }

    /// Locales that begin so (`de`, `de_AT`; all for the empty text) and have first and last names.
    pub(super) fn locales(&self, prefix: &str, latin: bool) -> Vec<&Locale> {
        let complete = |locale: &&Locale| !locale.first.is_empty() && !locale.last.is_empty();
        let wanted = |locale: &&Locale| locale.latin == latin && locale.code.starts_with(prefix);
        self.locales.iter().filter(complete).filter(wanted).collect()
    }

    /// A city of a country, or of any country where `country` is empty.
    pub(super) fn city(&self, country: &str, random: &mut Random) -> Option<&str> {
        if country.is_empty() {
            return random.pick(&self.cities).and_then(|(_, list)| list.pick(random));
        }
        self.cities.iter().find(|(of, _)| of == country).and_then(|(_, list)| list.pick(random))
    }
}

/// Whether a name may fill a slot: letters, and what joins the parts of names.
fn fits(name: &str) -> bool {
    let sign = |c: char| c.is_alphabetic() || " '’-.".contains(c) || is_mark(c);
    name.trim() == name && !name.is_empty() && name.len() <= 60 && name.chars().all(sign)
}

/// Vowel signs of scripts that write them as marks of their own.
fn is_mark(c: char) -> bool {
    ('\u{0300}'..='\u{036f}').contains(&c) || (!c.is_alphanumeric() && ('\u{0900}'..='\u{0e7f}').contains(&c))
}

fn is_latin(c: char) -> bool {
    !c.is_alphabetic() || c < '\u{0250}' || ('\u{1e00}'..'\u{1f00}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_own_pool_serves_every_language() {
        let pools = Pools::own();
        for language in super::super::shelf::LANGUAGES {
            for prefix in language.locales {
                let locales = pools.locales(prefix, true);
                assert!(!locales.is_empty(), "{prefix}");
                assert!(locales.iter().all(|l| l.first.len() >= 30 && l.last.len() >= 30), "{prefix}");
            }
        }
        assert!(!pools.locales("", false).is_empty(), "other scripts");
        assert!(pools.first.pick(&mut Random::of(1, 1)).is_some());
    }

    #[test]
    fn a_document_adds_to_it() {
        let document = r#"{"first":{"xx_YY":["Abcde"]},"last":{"xx_YY":["Fghij", "no 1", " "]},
            "us_first":[["Klmno",9.0]],"us_last":[["Pqrst",0.5]],"cities":[["Uvwxy",25000,"YY"]],"common":["word"]}"#;
        let pools = Pools::from_json(document).expect("a good document");
        let mut random = Random::of(1, 1);
        assert_eq!(pools.locales("xx", true)[0].last, ["Fghij"]);
        assert_eq!(pools.first.pick(&mut random), Some("Klmno"));
        assert_eq!(pools.last.pick(&mut random), Some("Pqrst"));
        assert_eq!(pools.city("yy", &mut random), Some("Uvwxy"));
        assert_eq!(pools.city("zz", &mut random), None);
        assert_eq!(pools.words, ["word"]);
        for wrong in ["[]", "{", r#"{"first":[]}"#, r#"{"us_first":[["a"]]}"#, r#"{"cities":[[1]]}"#] {
            assert!(Pools::from_json(wrong).is_err(), "{wrong}");
        }
    }
}

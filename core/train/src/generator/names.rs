//! Names of people: a slot goes in, a name comes out as people of many countries write theirs.
use super::pools::{Locale, Weighted};
use super::things::capital;
use super::writer::Writer;

/// A person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) first: String,
    pub(super) last: String,
}

/// Fills a slot of a message: `PER` first and last name, `FIRST`, `LAST`, `ANY` one or both, `INFLECTED` a first name as
/// languages with cases write it.
pub(super) fn value(writer: &mut Writer<'_>, slot: &str) -> String {
    let name = draw(writer);
    let text = match slot {
        "FIRST" => name.first.clone(),
        "LAST" => name.last.clone(),
        "ANY" if writer.random.chance(45) => name.first.clone(),
        "INFLECTED" => {
            let forms = writer.language.grammar.section("inflected");
            let form = writer.random.pick(forms).map(|template| template.source.clone());
            form.unwrap_or_else(|| name.first.clone())
        }
        _ => full(writer, &name),
    };
    writer.person = Some(name);
    text
}

/// A name inside a street's or company's name.
pub(super) fn plain(writer: &mut Writer<'_>, slot: &str, country: &str) -> String {
    let suffix = format!("_{}", country.to_ascii_uppercase());
    let pools = writer.pools;
    let all = pools.locales("", true);
    let home: Vec<&Locale> = all.iter().copied().filter(|locale| locale.code.ends_with(&suffix)).collect();
    let Some(locale) = writer.random.pick(if home.is_empty() { &all } else { &home }) else {
        return String::new();
    };
    let mut part = |names: &[String]| writer.random.pick(names).cloned().unwrap_or_default();
    match slot {
        "FIRST" => part(&locale.first),
        "LAST" => part(&locale.last),
        _ => format!("{} {}", part(&locale.first), part(&locale.last)),
    }
}

/// First and last name: of the message's language mostly, of anywhere at times, of nowhere seldom.
fn draw(writer: &mut Writer<'_>) -> Name {
    let (pools, language) = (writer.pools, writer.language.language);
    let random = &mut writer.random;
    if language.code == "en" && random.chance(48) {
        let mut pick = |of: &Weighted| of.pick(random).unwrap_or_default().to_owned();
        let name = Name { first: pick(&pools.first), last: pick(&pools.last) };
        return altered(writer, name);
    }
    let latin = random.chance(97);
    let prefix = if latin && random.chance(62) { random.word(language.locales) } else { "" };
    let locales = pools.locales(prefix, latin);
    let Some(locale) = random.pick(&locales) else { return Name::default() };
    let mut pick = |of: &[String]| random.pick(of).cloned().unwrap_or_default();
    let mut name = Name { first: pick(&locale.first), last: pick(&locale.last) };
    // People whose names come from two places.
    if latin && random.chance(12) {
        let other = pools.locales("", true);
        let last = random.pick(&other).and_then(|locale| random.pick(&locale.last));
        name.last = last.cloned().unwrap_or(name.last);
    }
    if latin { altered(writer, name) } else { name }
}

/// Names that are words, and names no list has: both must be known by what stands around them.
fn altered(writer: &mut Writer<'_>, mut name: Name) -> Name {
    let words = writer.shelf.common.section("wordname");
    let share = if writer.language.language.code == "en" { 10 } else { 3 };
    if writer.random.chance(share)
        && let Some(word) = writer.random.pick(words)
    {
        name.first = capital(&word.source);
    }
    if writer.random.chance(7) {
        name.first = blend(writer, &name.first, true);
    }
    if writer.random.chance(7) {
        name.last = blend(writer, &name.last, false);
    }
    name
}

/// The beginning of one name and the end of another.
fn blend(writer: &mut Writer<'_>, name: &str, first: bool) -> String {
    let (pools, random) = (writer.pools, &mut writer.random);
    let locales = pools.locales("", true);
    let Some(locale) = random.pick(&locales) else { return name.to_owned() };
    let other = random.pick(if first { &locale.first } else { &locale.last }).cloned().unwrap_or_default();
    let simple = |name: &str| name.chars().count() > 3 && name.chars().all(char::is_alphabetic);
    if !simple(name) || !simple(&other) {
        return name.to_owned();
    }
    let count = name.chars().count();
    let kept = random.between(2, (count as u64).saturating_sub(2).max(2)) as usize;
    let left: String = name.chars().take(kept).collect();
    let skipped = other.chars().count() / 2;
    let right: String = other.chars().skip(skipped).collect();
    left + &right.to_lowercase()
}

/// First and last name together, with what people put between and around.
fn full(writer: &mut Writer<'_>, name: &Name) -> String {
    let Name { first, last } = name;
    let code = writer.language.language.code;
    let second = draw(writer);
    let random = &mut writer.random;
    let initial = |name: &str| name.chars().next().map(String::from).unwrap_or_default();
    // Two last names are the rule in Spanish and frequent in Portuguese.
    if matches!(code, "es" | "pt") && random.chance(if code == "es" { 40 } else { 25 }) {
        return format!("{first} {last} {}", second.last);
    }
    let particles: &[&str] = match code {
        "nl" => &["van", "de", "van der", "van den", "van de", "ten", "ter", "den"],
        "de" => &["von", "zu", "von der", "van"],
        "fr" => &["de", "du", "de la", "Le", "d'"],
        "it" => &["di", "De", "Di", "Lo", "La", "Del"],
        "pt" => &["da", "de", "dos", "do", "das"],
        "es" => &["de", "de la", "del", "de los"],
        "da" | "sv" | "fi" => &["von", "af", "de"],
        _ => &["van", "de", "van der", "von", "da", "dos", "el", "bin", "al", "di", "le", "Mc", "O'", "St."],
    };
    let particle = if matches!(code, "nl") { 30 } else { 4 };
    match random.below(100) {
        0..6 => format!("{first} {}. {last}", initial(&second.first)),
        6..9 => format!("{first} {} {last}", initial(&second.first)),
        9..13 => format!("{first} {} {last}", second.first),
        13..16 => format!("{first} {last}-{}", second.last),
        16..19 => format!("{last}, {first}"),
        19..21 => format!("{}. {last}", initial(first)),
        21 => format!("{}.{}. {last}", initial(first), initial(&second.first)),
        22 => format!("{first} {}.", initial(last)),
        23 => format!("{first}-{} {last}", second.first),
        24 => format!("{first} {last} {}", random.word(&["Jr.", "Jr", "Sr.", "II", "III"])),
        25 => format!("{last} {first}"),
        26 => format!("{} {first}", last.to_uppercase()),
        27 => format!("{first} {}", last.to_uppercase()),
        n if n < 28 + particle => {
            let particle = random.word(particles);
            let glued = particle.ends_with('\'') || particle == "Mc";
            format!("{first} {particle}{}{last}", if glued { "" } else { " " })
        }
        _ => format!("{first} {last}"),
    }
}

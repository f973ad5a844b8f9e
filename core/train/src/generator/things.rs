//! What fills the slots that name nobody: mail addresses, words, headings; and the names of companies.
use super::names;
use super::writer::Writer;

/// The value of a slot of [`super::writer::THINGS`].
pub(super) fn value(writer: &mut Writer<'_>, slot: &str) -> String {
    match slot {
        "EMAIL" => mail(writer),
        "USER" => user(writer),
        "HEAD" => {
            let count = writer.random.between(1, 3);
            let words: Vec<String> = (0..count).map(|_| capital(&word(writer))).collect();
            words.join(" ")
        }
        "SALAD" => salad(writer),
        "WORDNAME" => section(writer, "wordname"),
        "PHONE" => phone(writer),
        _ => word(writer),
    }
}

/// A company, an authority, a school.
pub(super) fn organization(writer: &mut Writer<'_>) -> String {
    let shelf = writer.shelf;
    let country = writer.random.word(writer.language.language.countries);
    let own = writer.language.grammar.section("company");
    let common = shelf.common.section("company");
    let templates = if !own.is_empty() && writer.random.chance(60) { own } else { common };
    let Some(template) = writer.random.pick(templates) else { return String::new() };
    writer.spell(&template.parts, &writer.language.grammar, country)
}

/// The first letter as a capital.
pub(super) fn capital(word: &str) -> String {
    let mut signs = word.chars();
    signs.next().map(|first| first.to_uppercase().chain(signs).collect()).unwrap_or_default()
}

/// A word that is no name: of the pools where it is English, else of the neutral sentences.
fn word(writer: &mut Writer<'_>) -> String {
    let (pools, language) = (writer.pools, writer.language);
    if language.language.code == "en"
        && writer.random.chance(60)
        && let Some(word) = writer.random.pick(&pools.words)
    {
        return word.clone();
    }
    writer.random.pick(&language.words).cloned().unwrap_or_default()
}

/// A word that may be a company's or a street's name: one of four letters or more where a few tries find one.
pub(super) fn long_word(writer: &mut Writer<'_>) -> String {
    let tries: Vec<String> = (0..4).map(|_| word(writer)).collect();
    let long = tries.iter().find(|word| word.chars().count() > 3);
    long.or(tries.first()).cloned().unwrap_or_default()
}

/// Words in no order, some with a capital: what is learnt from it is that a capital alone says nothing.
fn salad(writer: &mut Writer<'_>) -> String {
    let count = writer.random.between(3, 10);
    let capitals = writer.random.below(60);
    let mut words: Vec<String> = Vec::new();
    for _ in 0..count {
        let word = word(writer);
        words.push(if writer.random.chance(capitals) { capital(&word) } else { word });
    }
    words.join(" ")
}

/// A template of a common section, filled.
fn section(writer: &mut Writer<'_>, name: &str) -> String {
    let common = &writer.shelf.common;
    let template = writer.random.pick(common.section(name));
    template.map(|template| writer.spell(&template.parts, common, "")).unwrap_or_default()
}

/// A mail address: of the person named last, or of somebody else.
fn mail(writer: &mut Writer<'_>) -> String {
    let person = writer.person.clone().filter(|_| writer.random.chance(75));
    let part = |text: &str| -> String {
        text.chars().flat_map(char::to_lowercase).filter(char::is_ascii_alphanumeric).collect()
    };
    let (first, last) = match person {
        Some(name) => (part(&name.first), part(&name.last)),
        None => (part(&names::plain(writer, "FIRST", "")), part(&names::plain(writer, "LAST", ""))),
    };
    let digits =
        if writer.random.chance(40) { writer.random.between(1, 1999).to_string() } else { String::new() };
    let initial: String = first.chars().take(1).collect();
    let local = match writer.random.below(8) {
        0..3 => format!("{first}.{last}{digits}"),
        3 => format!("{first}_{last}"),
        4 => format!("{initial}{last}{digits}"),
        5 => format!("{last}{first}"),
        6 => format!(
            "{}{digits}",
            word(writer).chars().filter(char::is_ascii_alphanumeric).collect::<String>()
        ),
        _ => format!("{first}{digits}"),
    };
    let local =
        if local.starts_with(|c: char| c.is_ascii_alphanumeric()) { local } else { format!("me{digits}") };
    format!("{local}@{}", section(writer, "maildomain"))
}

fn user(writer: &mut Writer<'_>) -> String {
    let name: String = names::plain(writer, "FIRST", "").to_lowercase();
    let word = word(writer);
    match writer.random.below(4) {
        0 => format!("{name}{}", writer.random.between(1, 999)),
        1 => format!("{word}_{name}"),
        2 => format!("{}{word}{}", name.chars().take(1).collect::<String>(), writer.random.between(1, 99)),
        _ => format!("{word}.{}", writer.random.between(10, 9999)),
    }
}

fn phone(writer: &mut Writer<'_>) -> String {
    let shelf = writer.shelf;
    let country = writer.random.word(writer.language.language.countries);
    let Some(grammar) = shelf.country(country) else { return String::new() };
    let template = writer.random.pick(grammar.section("phone"));
    template.map(|template| writer.spell(&template.parts, grammar, country)).unwrap_or_default()
}

//! Addresses and places: a slot goes in, an address of some country comes out.
use super::writer::Writer;

/// An address. `STREET` is street and number alone, `LINES` has a line for each part, `ADDR` is any of its forms.
pub(super) fn address(writer: &mut Writer<'_>, slot: &str) -> String {
    let country = country(writer);
    let shelf = writer.shelf;
    let Some(grammar) = shelf.country(country) else { return String::new() };
    let section = match slot {
        "STREET" => "street",
        "LINES" => "lines",
        _ if writer.random.chance(22) => "street",
        _ if writer.random.chance(22) => "lines",
        _ if writer.random.chance(5) => "box",
        _ => "line",
    };
    let templates = grammar.section(section);
    let templates = if templates.is_empty() { grammar.section("line") } else { templates };
    let Some(template) = writer.random.pick(templates) else { return String::new() };
    writer.spell(&template.parts, grammar, country)
}

/// A country of the message's language mostly.
fn country(writer: &mut Writer<'_>) -> &'static str {
    let home = writer.language.language.countries;
    if writer.random.chance(80) {
        return writer.random.word(home);
    }
    let all = writer.shelf.countries();
    writer.random.word(&all)
}

/// A city, region or country.
pub(super) fn location(writer: &mut Writer<'_>, slot: &str) -> String {
    let shelf = writer.shelf;
    let wanted = match slot {
        "LOC" => match writer.random.below(10) {
            0..6 => "CITY",
            6 | 7 => "REGION",
            _ => "COUNTRY",
        },
        slot => slot,
    };
    let country = country(writer);
    let local = match wanted {
        "CITY" => return city(writer, country),
        "TOWN" => return town(writer, country),
        "REGION" => shelf.country(country).map_or(&[][..], |grammar| grammar.section("region")),
        _ => writer.language.grammar.section("country"),
    };
    writer.random.pick(local).map(|template| template.source.clone()).unwrap_or_else(|| city(writer, country))
}

/// A city of a country: of the pools, or of the country's own grammar.
pub(super) fn city(writer: &mut Writer<'_>, country: &str) -> String {
    let (shelf, pools) = (writer.shelf, writer.pools);
    if writer.random.chance(70)
        && let Some(city) = pools.city(country, &mut writer.random)
    {
        return city.to_owned();
    }
    let Some(grammar) = shelf.country(country) else { return String::new() };
    let Some(template) = writer.random.pick(grammar.section("city")) else { return String::new() };
    writer.spell(&template.parts, grammar, country)
}

/// A city with its postal code, as people answer when they are asked for both.
fn town(writer: &mut Writer<'_>, country: &str) -> String {
    let city = city(writer, country);
    let shelf = writer.shelf;
    let Some(grammar) = shelf.country(country) else { return city };
    let Some(template) = writer.random.pick(grammar.section("zip")) else { return city };
    let code = writer.spell(&template.parts, grammar, country);
    let behind = matches!(country, "us" | "gb" | "ca" | "au" | "nz" | "ie" | "in");
    let between = writer.random.word(&[" ", " ", " ", " ", ", ", " and "]);
    let (first, last) = if behind == writer.random.chance(80) { (city, code) } else { (code, city) };
    format!("{first}{between}{last}")
}

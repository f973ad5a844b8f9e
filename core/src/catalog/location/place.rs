//! City, region, postal code and country behind a street.
//!
//! Comes in: a view and the place where street and unit end. Goes out: where the place ends, and how well it is proven.
use super::Style;
use super::cities::city_end;
use super::city_name::city_behind_code;
use super::codes::{Code, Kind, code_at};
use super::gaps::{gap, is_capital, name_end};
use super::regions::{self, Region, country_end, is_australian, region_at};
use super::states::holds;
use super::stops::is_stop;
use crate::text::view::{View, is_wordy};
use crate::text::word_set::WordSet;

/// Where the city and what goes with it ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Place {
    pub(super) end: usize,
    /// A region or a postal code was found; a city alone proves nothing.
    pub(super) proven: bool,
    pub(super) code: Option<Kind>,
    /// A city was found.
    pub(super) city: bool,
}

/// What was passed on the way to the postal code.
struct Way {
    words: usize,
    /// All words had capitals.
    capital: bool,
    /// A comma or a line break was passed.
    comma: bool,
    best: Option<Place>,
    region: Option<regions::Kind>,
}

/// Words of a city before its code, at most.
const WORDS: usize = 6;

/// End of ", City, ST 12345", "\nCity ST", " city sw1a 2aa", ", 10115 Berlin", ", Bristol" behind `end`.
pub(super) fn place_end(v: View<'_>, end: usize, style: Style) -> Option<Place> {
    let first = gap(v, end);
    if first.to == end {
        return None;
    }
    let mut i = first.to;
    let mut way = Way { words: 0, capital: true, comma: first.strong, best: None, region: None };
    for _ in 0..=WORDS {
        i = over_country_prefix(v, i);
        if let Some(code) = code_in(v, i, style) {
            return with_code(v, code, &way, style).or(way.best);
        }
        // "Montréal (Québec) H3G 1Y8"
        i += usize::from(v.at(i) == b'(');
        let brazilian =
            if way.words > 0 && style == Style::Continental { regions::brazilian_end(v, i) } else { None };
        let mut after = if let Some(state) = brazilian {
            way.best = Some(Place { end: state, proven: true, code: None, city: true });
            state
        } else if let Some(county) = regions::county_end(v, i) {
            way.best = Some(Place { end: county, proven: true, code: None, city: false });
            county
        } else if let Some(region) = region_at(v, i) {
            if let Some(place) = region_code(v, i, &region, way.comma, style) {
                return Some(place);
            }
            if region.clear && (way.words == 0 || way.comma && way.capital || !is_capital(v, i)) {
                way.best = Some(Place { end: region.end, proven: true, code: None, city: false });
                way.region = Some(region.kind);
            } else if is_stop(v.slice(i, region.end)) {
                break;
            }
            region.end
        } else if let Some(city) = city_end(v, i).map(|city| regions::district_end(v, i, city)) {
            way.best =
                Some(Place { end: city, proven: way.best.is_some_and(|b| b.proven), code: None, city: true });
            city
        } else if let Some(country) = country_end(v, i) {
            way.best = Some(Place { end: country, proven: true, code: None, city: false });
            break;
        } else {
            name_end(v, i)
        };
        if after == i || is_stop(v.slice(i, after)) && way.best.is_none_or(|b| b.end != after) {
            break;
        }
        after += usize::from(v.at(after) == b')' && v.before(i) == b'(');
        way.capital &= is_capital(v, i);
        way.words += 1;
        let next = gap(v, after);
        if next.to == after || is_wordy(v.at(after)) {
            break;
        }
        way.comma |= next.strong;
        i = next.to;
    }
    way.best.map(|place| with_country(v, place))
}

/// The code at `i`, as a text of that style means it.
fn code_in(v: View<'_>, i: usize, style: Style) -> Option<Code> {
    let code = code_at(v, i)?;
    Some(if style == Style::English { code.in_english(i) } else { code })
}

/// Over the `D-` of "D-10115 Berlin".
#[inline(always)]
fn over_country_prefix(v: View<'_>, i: usize) -> usize {
    if v.at(i + 1) != b'-' && v.at(i + 2) != b'-' {
        return i;
    }
    let letters = v.slice(i, i + 2).iter().take_while(|b| b.is_ascii_uppercase()).count();
    let code = i + letters + 1;
    if letters > 0 && v.at(code - 1) == b'-' && code_at(v, code).is_some() { code } else { i }
}

/// The place that a postal code on the way ends or begins.
fn with_code(v: View<'_>, code: Code, way: &Way, style: Style) -> Option<Place> {
    let found = |end| Some(with_country(v, Place { end, proven: true, code: Some(code.kind), city: true }));
    match code.kind {
        Kind::British | Kind::Irish | Kind::Canadian | Kind::ZipPlus => found(code.end),
        Kind::Five | Kind::Dutch | Kind::Four if way.words == 0 => {
            let short = code.kind == Kind::Four;
            if short && style == Style::English {
                return None;
            }
            match city_behind_code(v, code.end) {
                Some(city) if way.comma || city.capital || city.large || !short => found(city.end),
                // A code alone, behind a comma or on the next line.
                _ if way.comma && !short => found(code.end),
                _ => None,
            }
        }
        // Without comma, region or capitals, five digits behind words are any number.
        Kind::Five | Kind::Dutch if way.comma || way.capital || way.best.is_some() => {
            // A district or a hamlet may stand between street and code: "Dorfstr. 5, Ortsteil Au, 38640 Goslar".
            let city = city_behind_code(v, code.end).filter(|c| style == Style::Continental && c.capital);
            found(city.map_or(code.end, |city| city.end))
        }
        Kind::Four if way.region == Some(regions::Kind::Australian) => found(code.end),
        Kind::Four if way.best.is_some() && way.region.is_none() && !is_year(v, code.end - 4) => {
            found(code.end)
        }
        _ => None,
    }
}

fn is_year(v: View<'_>, i: usize) -> bool {
    matches!((v.at(i), v.at(i + 1)), (b'1', b'9') | (b'2', b'0'))
}

/// Abbreviations of states that are an English word: a code of another state behind them is any number.
static ENGLISH_WORDS: WordSet<32> = WordSet::of(&["as hi id in me ok or oh pa"]);

/// A region with its postal code behind it.
fn region_code(v: View<'_>, start: usize, region: &Region<'_>, comma: bool, style: Style) -> Option<Place> {
    let at = gap(v, region.end + usize::from(v.at(region.end) == b')')).to;
    let place = |end, kind| Some(with_country(v, Place { end, proven: true, code: Some(kind), city: true }));
    let lies_in = |zip: &[u8]| region.state.is_some_and(|state| holds(state, zip));
    // A ZIP code of nine digits without its hyphen.
    let digits = v.slice(at, at + 10).iter().take_while(|b| b.is_ascii_digit()).count();
    if digits == 9 && lies_in(v.slice(at, at + 9)) && !is_wordy(v.at(at + 9)) {
        return place(at + 9, Kind::ZipPlus);
    }
    let code = code_in(v, at, style)?;
    let word = v.slice(start, region.end);
    let sound = match (region.kind, code.kind) {
        (regions::Kind::American, Kind::Five | Kind::ZipPlus) => {
            let word = style == Style::Continental || ENGLISH_WORDS.holds(word);
            region.clear || comma || !word || lies_in(v.slice(at, code.end))
        }
        (regions::Kind::American, Kind::Four) if is_australian(word) => true,
        // Spreadsheets drop the zero of "02301".
        (regions::Kind::American, Kind::Four) => lies_in(&[b'0', v.at(at), v.at(at + 1)]),
        (regions::Kind::Canadian, Kind::Canadian) | (regions::Kind::Australian, Kind::Four) => true,
        // "CA" and "PA" may be words before a code of letters.
        (regions::Kind::American, Kind::British | Kind::Canadian) => true,
        _ => false,
    };
    if sound { place(code.end, code.kind) } else { None }
}

/// With ", USA" where it follows.
fn with_country(v: View<'_>, place: Place) -> Place {
    let next = gap(v, place.end);
    let country = if next.to > place.end { country_end(v, next.to) } else { None };
    country.map_or(place, |end| Place { end, ..place })
}

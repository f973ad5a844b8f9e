//! Geographic coordinates: where somebody is, to within a street.
//!
//! Latitude and longitude as decimal degrees, in degrees, minutes and seconds (`52°31'12"N 13°24'18"E`), as a `geo:` link
//! or behind the `@` of a map's link; plus codes and geohashes behind their names. Decimal pairs have three decimals and more (about a hundred metres); those that
//! nobody calls coordinates need four, a comma between them and a value over ten, because exchange rates and measures
//! come in pairs, too.
//!
//! # Check
//! Latitude up to 90, longitude up to 180, minutes and seconds below 60.
//!
//! # Sources
//! ISO 6709:2022 (forms and ranges), RFC 5870 (`geo` links), EPSG:4326 (order of the two).
use super::degrees::{Degrees, decimal, with_letter, written};
use super::grid_code::{geohash, plus_code};
use crate::catalog::prelude::*;
use crate::text::phrase::{NONE, digit_ahead, is_label, lead};
use crate::text::view::{View, is_wordy};
use crate::text::word_set::WordSet;
use crate::text::words::{is_word, skip_spaces, skip_spaces_back};

#[rustfmt::skip]
static CUES: &[&str] = &[
    "coordinates", "coordinate", "coords", "gps", "lat", "latitude", "latlng", "latlon", "geolocation", "location",
    "koordinaten", "standort", "coordenadas", "ubicación", "coordonnées", "coördinaten", "position",
];

static FILLERS: WordSet<64> = WordSet::of(&[
    "my the our current at of location position gps coordinates long lng lon and here pin exact decimal point",
]);

pub(super) static ENTRY: Entry = Entry::new("GEO_COORDINATES")
    .title("Geographic coordinates")
    .category(Category::Location)
    .sensitivity(Sensitivity::Medium)
    .score(60)
    .context(&["coordinates", "coords", "gps", "latitude", "longitude", "location", "koordinaten", "coordenadas", "coordonnées"])
    .anchors(&[
        (Anchor::Decimal, bare),
        (Anchor::Cue(CUES), told),
        (Anchor::Cue(&["°", "°n", "°s"]), signed),
        (Anchor::Cue(&["plus", "pluscode", "olc"]), plus_code),
        (Anchor::Cue(&["geohash"]), geohash),
        (Anchor::Colon, link),
        (Anchor::At, map),
    ])
    .finds(&[
        "I am at <<52.5200, 13.4050>> now",
        "GPS: <<-33.868, 151.209>>",
        "<<40.712776,-74.005974>>",
        "lat <<48.8584>> lon 2.2945",
        "<<52°31'12\"N 13°24'18\"E>>",
        "<<52.5200° N, 13.4050° E>>",
        "geo:<<37.786971,-122.399677>>",
        "plus code: <<9F4MGC22+2X>>",
        "geohash <<u33dc0fwk>>",
    ])
    .skips(&[
        ("rates were 1.0842, 1.2671 today", "two values below ten that nobody calls coordinates"),
        ("95.5200, 13.4050", "there is no latitude of 95"),
        ("52.52, 13.40", "two decimals name a town, not a place"),
        ("it is 20° C outside", "a temperature"),
        ("52°71'12\"N 13°24'18\"E", "there are no 71 minutes"),
    ])
    .sources(&["ISO 6709:2022", "RFC 5870", "Open Location Code specification", "G. Niemeyer, geohash.org, 2008"]);

/// Latitude and longitude of at least `decimals` digits behind the point, starting at `at`, with a comma, and spaces or a
/// word for the longitude, between them.
fn pair(v: View<'_>, at: usize, decimals: usize) -> Option<(Degrees, Degrees)> {
    let first = decimal(v, at, 90)?;
    let comma = skip_spaces(v, first.end, 2);
    let spaced = comma > first.end;
    let comma_there = matches!(v.at(comma), b',' | b';' | b'/' | b'|');
    if !comma_there && !spaced {
        return None;
    }
    let second = decimal(v, if comma_there { skip_spaces(v, comma + 1, 4) } else { comma }, 180)?;
    let fine = first.decimals >= decimals && second.decimals >= decimals && comma_there | (first.signed || second.signed);
    fine.then_some((first, second))
}

/// A chain of digits that begins a pair, with a minus before it or not.
fn bare(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let minus = v.before(probe.at) == b'-' && !is_wordy(v.before(probe.at.wrapping_sub(1)));
    let start = if minus { probe.at - 1 } else { probe.at };
    let (first, second) = pair(v, start, 4).or_else(|| {
        // The longitude's chain is long enough for the scan, the latitude's was not.
        let before = skip_spaces_back(v, start, 2);
        let earlier = number_start(v, before.checked_sub(1).filter(|_| v.before(before) == b',')?);
        pair(v, earlier, 4)
    })?;
    let broad = first.whole >= 10 || second.whole >= 10;
    (broad && begins(v, first.start)).then(|| Found::new(first.start, second.end).cued())
}

/// Start of the decimal number that ends at `end`.
fn number_start(v: View<'_>, end: usize) -> usize {
    let mut at = end;
    while end - at < 20 && (v.before(at).is_ascii_digit() || v.before(at) == b'.') {
        at -= 1;
    }
    if v.before(at) == b'-' { at - 1 } else { at }
}

/// Whether a pair may begin at `at`: not inside a longer row of numbers or a word.
fn begins(v: View<'_>, at: usize) -> bool {
    let before = v.before(at);
    let row = before == b',' || before == b' ' && matches!(v.before(at - 1), b',' | b'0'..=b'9');
    !is_wordy(before) && !matches!(before, b'.' | b'-' | b'$') && !row
}

/// Behind `coordinates`, `gps`, `lat`: three decimals do, and the latitude may stand alone.
fn told(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    if !digit_ahead(v, probe.end, 32) || is_label(v, probe.at, probe.end) {
        return None;
    }
    let mut at = lead(v, probe.end, &FILLERS, &NONE, 40).at;
    if matches!(v.at(at), b'(' | b'[' | b'"') {
        at += 1;
    }
    if let Some((first, second)) = pair(v, at, 3) {
        return Some(Found::new(first.start, second.end).cued());
    }
    let alone = is_word(v.slice(probe.at, probe.end), "lat") || is_word(v.slice(probe.at, probe.end), "latitude");
    let first = decimal(v, at, 90).filter(|d| alone && d.decimals >= 3)?;
    Some(Found::new(first.start, first.end).cued())
}

/// From the first degree sign: the number before it, and the other one with its own sign.
fn signed(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    // A temperature has no digit before the sign, or no second number.
    if !v.before(probe.at).is_ascii_digit() && v.before(probe.at) != b' ' {
        return None;
    }
    let start = with_letter(v, number_start(v, skip_spaces_back(v, probe.at, 1)));
    let first = written(v, start)?;
    let between = skip_spaces(v, first.end, 2);
    let between = if matches!(v.at(between), b',' | b';' | b'/') { skip_spaces(v, between + 1, 4) } else { between };
    let second = written(v, between)?;
    let crossed = first.is_latitude != second.is_latitude;
    (crossed && !is_wordy(v.before(first.start)))
        .then(|| Found::new(first.start, second.end).cued())
}

/// `geo:52.52,13.405`
fn link(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let scheme = probe.at.checked_sub(3)?;
    if !is_word(v.slice(scheme, probe.at), "geo") || is_wordy(v.before(scheme)) {
        return None;
    }
    behind(v, probe.at + 1)
}

/// `maps/@52.5200,13.4050,15z`
fn map(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    if v.before(probe.at) != b'/' || !matches!(v.at(probe.at + 1), b'0'..=b'9' | b'-') {
        return None;
    }
    behind(v, probe.at + 1)
}

fn behind(v: View<'_>, at: usize) -> Option<Found> {
    let (first, second) = pair(v, at, 3)?;
    Some(Found::new(first.start, second.end).cued())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::secret::tests::{cues, never_breaks};

    fn all(entry: &Entry, text: &str) -> Vec<Found> {
        let mut all = cues(entry, text);
        for (at, _) in text.match_indices(':') {
            all.extend(link(&Probe { view: View::new(text), at, end: at + 1, hints: Default::default() }));
        }
        all.sort_by_key(|f| (f.start, f.end));
        all.dedup_by_key(|f| (f.start, f.end));
        all
    }

    fn found(text: &str) -> Vec<&str> {
        all(&ENTRY, text).iter().map(|f| text.get(f.start..f.end).unwrap()).collect()
    }

    #[test]
    fn written_in_many_ways() {
        for (text, value) in [
            ("we are at 52.52000,13.40500.", "52.52000,13.40500"),
            ("coords (-33.868, 151.209)", "-33.868, 151.209"),
            ("location: 48.858 2.294", ""),
            ("location: 48.858 -2.294", "48.858 -2.294"),
            ("my gps location is 48.858, 2.294 ok", "48.858, 2.294"),
            ("33°51'31.9\"S 151°12'51.5\"E", "33°51'31.9\"S 151°12'51.5\"E"),
            ("52° 31′ 12″ N, 13° 24′ 18″ O", "52° 31′ 12″ N, 13° 24′ 18″ O"),
            ("N 40° 26.767' W 79° 58.933'", "N 40° 26.767' W 79° 58.933'"),
            ("40.7128°N 74.0060°W", "40.7128°N 74.0060°W"),
            ("https://maps.example/maps/@52.5200,13.4050,15z", "52.5200,13.4050"),
            ("latitude: 52.520", "52.520"),
            ("-8.340539, 115.091949", "-8.340539, 115.091949"),
        ] {
            assert_eq!(found(text), if value.is_empty() { vec![] } else { vec![value] }, "{text}");
        }
    }

    #[test]
    fn other_numbers() {
        for text in [
            "1.23456, 2.34567", "152.5200, 13.4050", "52.5200, 213.4050", "12.5000 13.4000",
            "version 12.3456, 13.4567a", "$52.5200, 13.4050", "turn 90° left", "20°C and 30°C", "52°N 13°N", "lat 52", "@52.5200",
            "geo: 52", "52.5200 , x", "the location 12345",
        ] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }

    #[test]
    fn no_text_breaks_it() {
        never_breaks(&ENTRY, all);
    }
}

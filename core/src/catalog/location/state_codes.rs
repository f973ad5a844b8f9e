//! ZIP codes behind the name of their state: "texas 75074", "fl 33124". Capitals ("FL 33124") are a shape of the entry.
//!
//! Comes in: a view and a word of a state's name. Goes out: the place of the code, if it lies in that state.
use super::codes::{Kind, code_at};
use super::gaps::gap;
use super::regions::region_at;
use super::states::holds;
use crate::catalog::prelude::*;
use crate::text::words::{is_any, previous_word};

/// The last word of each state's name, and abbreviations that are no other word.
#[rustfmt::skip]
pub(super) const WORDS: &[&str] = &[
    "alabama", "alaska", "arizona", "arkansas", "california", "colorado", "connecticut", "delaware", "florida", "hawaii",
    "idaho", "illinois", "indiana", "iowa", "kansas", "kentucky", "louisiana", "maine", "maryland", "massachusetts",
    "michigan", "minnesota", "mississippi", "missouri", "montana", "nebraska", "nevada", "hampshire", "jersey", "mexico",
    "york", "carolina", "dakota", "ohio", "oklahoma", "oregon", "pennsylvania", "island", "tennessee", "texas", "utah",
    "vermont", "virginia", "washington", "wisconsin", "wyoming", "rico",
    "ak", "az", "ct", "dc", "fl", "ga", "ia", "ks", "ky", "nj", "nh", "nm", "nv", "nc", "ny", "ri", "tn", "tx", "ut", "vt",
    "wa", "wi", "wv", "wy",
];

pub(super) fn behind_state(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let next = gap(v, p.end);
    if next.to == p.end || next.line || !v.at(next.to).is_ascii_digit() {
        return None;
    }
    let (before_at, before) = previous_word(v, p.at);
    let start =
        if is_any(before, &["new", "north", "south", "west", "rhode", "puerto"]) { before_at } else { p.at };
    let region = region_at(v, start).filter(|region| region.end == p.end)?;
    let code = code_at(v, next.to).filter(|code| matches!(code.kind, Kind::Five | Kind::ZipPlus))?;
    holds(region.state?, v.slice(next.to, code.end))
        .then(|| Found::new(next.to, code.end).verdict(Verdict::Valid).cued())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::view::View;

    #[test]
    fn codes_lie_in_their_state() {
        for (text, word, want) in [
            ("texas 75074", "texas", Some("75074")),
            ("Florida, 33124-1000", "florida", Some("33124-1000")),
            ("new jersey 07065", "jersey", Some("07065")),
            ("fl 33124", "fl", Some("33124")),
            ("texas 12500", "texas", None),
            ("jersey 07065", "jersey", None),
            ("ny 10 days", "ny", None),
            ("florida", "florida", None),
        ] {
            let at = text.to_lowercase().find(word).unwrap();
            let probe = Probe { view: View::new(text), at, end: at + word.len(), hints: Default::default() };
            assert_eq!(behind_state(&probe).and_then(|f| text.get(f.start..f.end)), want, "{text}");
        }
    }
}

//! Where a person lives or is: street addresses, postal codes, coordinates.
//!
//! Comes in: a view and a cue word, or a shape's match. Goes out: the place of the address or the code.
//!
//! Each family of grammars has its file: `english` (number, name, type), `leading` (type first), `compound` (type at the
//! end of the name, number behind), `line` (known by the postal code), `labelled` (called an address), `boxes`. What follows a street is the same for all
//! of them: `tail`, with `units` and `place`.
mod beside_city;
mod boxes;
mod called;
mod cities;
mod city_codes;
mod city_name;
mod codes;
mod compound;
mod degrees;
mod english;
mod gaps;
mod grid_code;
mod house_number;
mod labelled;
mod land;
mod leading;
mod line;
mod place;
mod regions;
mod state_codes;
mod states;
mod stops;
mod street_name;
mod street_types;
mod tail;
mod units;

pub(super) use land::{land_of_address, land_of_code};

use super::entry::Found;
use crate::finding::Verdict;

/// In which order an address is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Style {
    /// City, region, postal code.
    English,
    /// Postal code, city.
    Continental,
}

/// The address `start..end`; a unit, a region or a postal code behind the street proves it.
fn whole(start: usize, end: usize, proven: bool) -> Found {
    let found = Found::new(start, end);
    if proven { found.score(75).verdict(Verdict::Valid) } else { found.score(62) }
}

super::entries! {
    street_address,
    postal_code,
    geo_coordinates,
    location,
}

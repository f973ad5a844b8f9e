//! Making a value less exact.
//!
//! Comes in: a value in its place, what it is, and how exact it may stay. Goes out: the less exact value; its label, where
//! it cannot be read; itself, where it already is that general, so that a second run changes nothing.
mod age;
mod amount;
mod coordinates;
mod date;
mod ip;
mod postal_code;

use super::place::{Place, label};
use crate::finding::Finding;
use crate::input::Input;
use crate::policy::{Generalization, Generalize};

/// What came of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// The less exact value was appended.
    Written,
    /// The value is as general as was asked for; nothing was appended.
    Already,
    /// It is not of a form that is known; nothing was appended.
    Unreadable,
}

/// Appends the less exact form of the value at `place`.
pub(super) fn generalize(
    place: &Place<'_>,
    finding: &Finding,
    input: &Input<'_>,
    how: &Generalize,
    out: &mut String,
) {
    let entity = finding.entity_type();
    let outcome = match how.kind.or_else(|| Generalization::of(entity)) {
        Some(Generalization::Age) => age::age(place, how.width, out),
        Some(Generalization::Date) => date::date(place.value(), how.month, input.today_hint(), out),
        Some(Generalization::PostalCode) => postal_code::postal_code(place.value(), input.region_hint(), out),
        Some(Generalization::IpAddress) => ip::ip(place, out),
        Some(Generalization::Coordinates) => coordinates::coordinates(place.value(), how.decimals, out),
        Some(Generalization::Amount) => amount::amount(place.value(), out),
        None => Outcome::Unreadable,
    };
    match outcome {
        Outcome::Written => {}
        Outcome::Already => out.push_str(place.value()),
        Outcome::Unreadable => label(entity, out),
    }
}

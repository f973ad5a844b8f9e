//! Where a person lives or is: street addresses, postal codes, coordinates.
//!
//! Comes in: a view and a cue word, or a shape's match. Goes out: the place of the address or the code.
mod degrees;
mod house_number;
mod states;
mod street_types;
mod suffix;

super::entries! {
    street_address,
    postal_code,
    geo_coordinates,
}

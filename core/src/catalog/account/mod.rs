//! What people are called by a service: login names, handles, customer numbers.
//!
//! Comes in: a view and a cue word or an `@`. Goes out: the place of the name or number.
mod login;

super::entries! {
    username,
    customer_id,
}

super::families! {
    cards,
}

//! Ways to reach a person: e-mail addresses and telephone numbers.
//!
//! Comes in: a view and an anchor (an `@`, a chain of digits). Goes out: the place of the address or number.
mod at_home;
mod dialled;
mod forms;
mod mail_domain;
mod national;
mod numbering;
mod plans;
mod spelled;
mod surroundings;
#[cfg(test)]
mod tests;
mod world;
mod world_plans;

pub(crate) use at_home::at_home;
pub(super) use at_home::land_of;

super::entries! {
    email_address,
    phone_number,
}

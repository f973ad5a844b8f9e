//! Ways to reach a person: e-mail addresses and telephone numbers.
//!
//! Comes in: a view and an anchor (an `@`, a chain of digits). Goes out: the place of the address or number.
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

super::entries! {
    email_address,
    phone_number,
}

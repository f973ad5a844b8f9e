//! Passwords, codes, keys and tokens: what opens a door at once.

mod believable;
mod common;
mod in_url;
mod typed;

pub(super) use common::is_placeholder;
pub(super) use typed::{is_participle, is_said_of_things};

super::entries! {
    aws_access_key,
    jwt,
    auth_token,
    password,
    pin,
    one_time_code,
    security_answer,
}

#[cfg(test)]
pub(super) mod tests;

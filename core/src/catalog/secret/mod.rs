//! Passwords, codes, keys and tokens: what opens a door at once.

mod common;
mod typed;

super::entries! {
    aws_access_key,
    jwt,
    auth_token,
    password,
    one_time_code,
}

#[cfg(test)]
pub(super) mod tests;

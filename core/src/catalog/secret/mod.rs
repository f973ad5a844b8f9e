//! Passwords, codes, keys and tokens: what opens a door at once.

mod common;
mod in_url;
mod typed;

super::entries! {
    aws_access_key,
    jwt,
    auth_token,
    password,
    pin,
    one_time_code,
}

#[cfg(test)]
pub(super) mod tests;

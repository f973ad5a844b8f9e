//! Passwords, codes, keys and tokens: what opens a door at once.

mod armour;
mod base64;
mod common;
mod keys;
mod pairs;
mod typed;

super::entries! {
    private_key_block,
    aws_access_key,
    github_token,
    stripe_key,
    slack_token,
    google_api_key,
    llm_api_key,
    helpdesk_token,
    jwt,
    connection_string,
    authorization_header,
    session_cookie,
    auth_token,
    password,
    one_time_code,
}

#[cfg(test)]
pub(super) mod tests;

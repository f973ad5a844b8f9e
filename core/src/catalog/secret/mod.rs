//! Passwords, codes, keys and tokens: what opens a door at once.

mod armour;
mod base64;
mod believable;
mod code_words;
mod common;
mod in_url;
mod keys;
mod looks_random;
mod pairs;
mod typed;

pub(super) use common::is_placeholder;
pub(super) use typed::{is_participle, is_said_of_things};

super::entries! {
    private_key_block,
    aws_access_key,
    aws_secret_key,
    azure_auth_token,
    github_token,
    stripe_key,
    slack_token,
    google_api_key,
    llm_api_key,
    helpdesk_token,
    cloud_api_key,
    developer_token,
    payment_api_key,
    messaging_token,
    jwt,
    connection_string,
    authorization_header,
    session_cookie,
    auth_token,
    generic_secret,
    password,
    pin,
    one_time_code,
    recovery_code,
    otp_seed,
    security_answer,
    wifi_credentials,
}

#[cfg(test)]
pub(super) mod tests;

//! The built-in entity types, sorted. Generated from the catalogue: `WIMPLE_BLESS=1 cargo test -p wimple` rewrites it.
use super::EntityType;

macro_rules! names {
    ($($(#[$doc:meta])* $id:ident),+ $(,)?) => {
        $($(#[$doc])* pub const $id: EntityType = EntityType::new(stringify!($id));)+
        pub(super) static ALL: &[EntityType] = &[$($id),+];
    };
}

names! {
    /// Credentials of an Authorization header.
    AUTHORIZATION_HEADER,
    /// Access token in a link.
    AUTH_TOKEN,
    /// AWS access key id.
    AWS_ACCESS_KEY,
    /// Expiry date of a payment card.
    CARD_EXPIRY,
    /// Card verification code (CVV, CVC).
    CARD_VERIFICATION_CODE,
    /// Connection string with a password.
    CONNECTION_STRING,
    /// Payment card number.
    CREDIT_CARD,
    /// Date of birth.
    DATE_OF_BIRTH,
    /// E-mail address.
    EMAIL_ADDRESS,
    /// GitHub access token.
    GITHUB_TOKEN,
    /// Google API key.
    GOOGLE_API_KEY,
    /// Token of a helpdesk system.
    HELPDESK_TOKEN,
    /// International bank account number.
    IBAN_CODE,
    /// IP address.
    IP_ADDRESS,
    /// JSON web token.
    JWT,
    /// API key of a language model service.
    LLM_API_KEY,
    /// One-time code.
    ONE_TIME_CODE,
    /// Password.
    PASSWORD,
    /// Name of a person.
    PERSON,
    /// Telephone number.
    PHONE_NUMBER,
    /// Postal code.
    POSTAL_CODE,
    /// Private key.
    PRIVATE_KEY_BLOCK,
    /// Session cookie.
    SESSION_COOKIE,
    /// Slack token or webhook.
    SLACK_TOKEN,
    /// Street address.
    STREET_ADDRESS,
    /// Stripe secret key.
    STRIPE_KEY,
    /// UK national insurance number.
    UK_NINO,
    /// Web address.
    URL,
    /// US social security number.
    US_SSN,
}

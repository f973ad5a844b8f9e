//! The built-in entity types, sorted. Generated from the catalogue: `WIMPLE_BLESS=1 cargo test -p wimple` rewrites it.
use super::EntityType;

macro_rules! names {
    ($($(#[$doc:meta])* $id:ident),+ $(,)?) => {
        $($(#[$doc])* pub const $id: EntityType = EntityType::new(stringify!($id));)+
        pub(super) static ALL: &[EntityType] = &[$($id),+];
    };
}

names! {
    /// Age of a person.
    AGE,
    /// Access token in a link.
    AUTH_TOKEN,
    /// AWS access key id.
    AWS_ACCESS_KEY,
    /// Expiry date of a payment card.
    CARD_EXPIRY,
    /// Card verification code (CVV, CVC).
    CARD_VERIFICATION_CODE,
    /// Payment card number.
    CREDIT_CARD,
    /// Date of birth.
    DATE_OF_BIRTH,
    /// E-mail address.
    EMAIL_ADDRESS,
    /// International bank account number.
    IBAN_CODE,
    /// IP address.
    IP_ADDRESS,
    /// JSON web token.
    JWT,
    /// One-time code.
    ONE_TIME_CODE,
    /// Password.
    PASSWORD,
    /// Name of a person.
    PERSON,
    /// Telephone number.
    PHONE_NUMBER,
    /// Personal identification number (PIN).
    PIN,
    /// Postal code.
    POSTAL_CODE,
    /// Street address.
    STREET_ADDRESS,
    /// UK national insurance number.
    UK_NINO,
    /// Web address.
    URL,
    /// US social security number.
    US_SSN,
}

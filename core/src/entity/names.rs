//! The built-in entity types, sorted. Generated from the catalogue: `WIMPLE_BLESS=1 cargo test -p wimple` rewrites it.
use super::EntityType;

macro_rules! names {
    ($($(#[$doc:meta])* $id:ident),+ $(,)?) => {
        $($(#[$doc])* pub const $id: EntityType = EntityType::new(stringify!($id));)+
        pub(super) static ALL: &[EntityType] = &[$($id),+];
    };
}

names! {
    /// US bank routing number.
    ABA_ROUTING_NUMBER,
    /// Access token in a link.
    AUTH_TOKEN,
    /// AWS access key id.
    AWS_ACCESS_KEY,
    /// Expiry date of a payment card.
    CARD_EXPIRY,
    /// Last four digits of a card or account.
    CARD_LAST_FOUR,
    /// Magnetic stripe of a payment card.
    CARD_TRACK,
    /// Card verification code (CVV, CVC).
    CARD_VERIFICATION_CODE,
    /// Payment card number.
    CREDIT_CARD,
    /// Crypto wallet address.
    CRYPTO,
    /// Private key of a crypto wallet.
    CRYPTO_PRIVATE_KEY,
    /// Date of birth.
    DATE_OF_BIRTH,
    /// E-mail address.
    EMAIL_ADDRESS,
    /// Geographic coordinates.
    GEO_COORDINATES,
    /// International bank account number.
    IBAN_CODE,
    /// Mobile phone number of the device (IMEI).
    IMEI,
    /// IP address.
    IP_ADDRESS,
    /// JSON web token.
    JWT,
    /// Network device address (MAC).
    MAC_ADDRESS,
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
    /// Recovery phrase of a crypto wallet.
    SEED_PHRASE,
    /// Street address.
    STREET_ADDRESS,
    /// Bank identifier code (BIC, SWIFT).
    SWIFT_CODE,
    /// UK national insurance number.
    UK_NINO,
    /// UK sort code or account number.
    UK_SORT_CODE_ACCOUNT,
    /// Web address.
    URL,
    /// US bank account number.
    US_BANK_NUMBER,
    /// US social security number.
    US_SSN,
    /// Universally unique identifier (UUID).
    UUID,
    /// Vehicle identification number.
    VIN,
}

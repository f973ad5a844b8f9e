//! The built-in entity types, sorted. Generated from the catalogue: `WIMPLE_BLESS=1 cargo test -p wimple` rewrites it.
use super::EntityType;

macro_rules! names {
    ($($(#[$doc:meta])* $id:ident),+ $(,)?) => {
        $($(#[$doc])* pub const $id: EntityType = EntityType::new(&stringify!($id));)+
        pub(super) static ALL: &[EntityType] = &[$($id),+];
    };
}

names! {
    /// US bank routing number.
    ABA_ROUTING_NUMBER,
    /// Age of a person.
    AGE,
    /// Credentials of an Authorization header.
    AUTHORIZATION_HEADER,
    /// Access token in a link.
    AUTH_TOKEN,
    /// Australian Medicare card number.
    AU_MEDICARE,
    /// Australian tax file number.
    AU_TFN,
    /// AWS access key id.
    AWS_ACCESS_KEY,
    /// AWS secret access key.
    AWS_SECRET_KEY,
    /// Azure key or client secret.
    AZURE_AUTH_TOKEN,
    /// Belgian national number.
    BE_NATIONAL_NUMBER,
    /// Brazilian taxpayer number of a company.
    BR_CNPJ,
    /// Brazilian taxpayer number of a person.
    BR_CPF,
    /// Expiry date of a payment card.
    CARD_EXPIRY,
    /// Last four digits of a card or account.
    CARD_LAST_FOUR,
    /// Magnetic stripe of a payment card.
    CARD_TRACK,
    /// Card verification code (CVV, CVC).
    CARD_VERIFICATION_CODE,
    /// Canadian social insurance number.
    CA_SIN,
    /// Swiss social insurance number.
    CH_AHV,
    /// Key of a cloud, hosting or database service.
    CLOUD_API_KEY,
    /// Chinese resident identity number.
    CN_RESIDENT_ID,
    /// Connection string with a password.
    CONNECTION_STRING,
    /// Payment card number.
    CREDIT_CARD,
    /// Crypto wallet address.
    CRYPTO,
    /// Private key of a crypto wallet.
    CRYPTO_PRIVATE_KEY,
    /// Customer or member number.
    CUSTOMER_ID,
    /// Date of birth.
    DATE_OF_BIRTH,
    /// Token of a developer's service.
    DEVELOPER_TOKEN,
    /// German tax identification number.
    DE_TAX_ID,
    /// Driving licence number.
    DRIVER_LICENSE,
    /// E-mail address.
    EMAIL_ADDRESS,
    /// Spanish identity number of foreigners.
    ES_NIE,
    /// Spanish tax and identity card number.
    ES_NIF,
    /// Racial or ethnic origin.
    ETHNICITY,
    /// French social security number.
    FR_NIR,
    /// Geographic coordinates.
    GEO_COORDINATES,
    /// GitHub access token.
    GITHUB_TOKEN,
    /// Google API key.
    GOOGLE_API_KEY,
    /// Illness or condition.
    HEALTH_CONDITION,
    /// Token of a helpdesk system.
    HELPDESK_TOKEN,
    /// International bank account number.
    IBAN_CODE,
    /// Mobile phone number of the device (IMEI).
    IMEI,
    /// Indian Aadhaar number.
    IN_AADHAAR,
    /// Indian permanent account number.
    IN_PAN,
    /// IP address.
    IP_ADDRESS,
    /// Italian fiscal code of a person.
    IT_FISCAL_CODE,
    /// Japanese individual number.
    JP_MY_NUMBER,
    /// JSON web token.
    JWT,
    /// Korean resident registration number.
    KR_RRN,
    /// License plate of a vehicle.
    LICENSE_PLATE,
    /// API key of a language model service.
    LLM_API_KEY,
    /// Machine-readable zone of a passport or identity card.
    MACHINE_READABLE_ZONE,
    /// Network device address (MAC).
    MAC_ADDRESS,
    /// Medical record number.
    MEDICAL_RECORD_NUMBER,
    /// Medicine somebody takes.
    MEDICATION,
    /// Token of a mail or message service.
    MESSAGING_TOKEN,
    /// Dutch citizen service number.
    NL_BSN,
    /// One-time code.
    ONE_TIME_CODE,
    /// Order number.
    ORDER_ID,
    /// Seed of one-time codes.
    OTP_SEED,
    /// Passport number.
    PASSPORT,
    /// Password.
    PASSWORD,
    /// Key of a payment or shop service.
    PAYMENT_API_KEY,
    /// Name of a person.
    PERSON,
    /// Telephone number.
    PHONE_NUMBER,
    /// Personal identification number (PIN).
    PIN,
    /// Polish personal number.
    PL_PESEL,
    /// Political opinion or party.
    POLITICAL_OPINION,
    /// Postal code.
    POSTAL_CODE,
    /// Private key.
    PRIVATE_KEY_BLOCK,
    /// Portuguese tax number.
    PT_NIF,
    /// Religion or belief.
    RELIGION,
    /// Answer to a security question.
    SECURITY_ANSWER,
    /// Recovery phrase of a crypto wallet.
    SEED_PHRASE,
    /// Session cookie.
    SESSION_COOKIE,
    /// Sexual orientation or gender identity.
    SEXUAL_ORIENTATION,
    /// Swedish personal identity number.
    SE_PERSONNUMMER,
    /// Singapore identity card number.
    SG_NRIC_FIN,
    /// Slack token or webhook.
    SLACK_TOKEN,
    /// Street address.
    STREET_ADDRESS,
    /// Stripe secret key.
    STRIPE_KEY,
    /// Bank identifier code (BIC, SWIFT).
    SWIFT_CODE,
    /// Membership of a trade union.
    TRADE_UNION,
    /// UK driving licence number.
    UK_DRIVER_LICENSE,
    /// UK National Health Service number.
    UK_NHS,
    /// UK national insurance number.
    UK_NINO,
    /// UK sort code or account number.
    UK_SORT_CODE_ACCOUNT,
    /// UK unique taxpayer reference.
    UK_UTR,
    /// Web address.
    URL,
    /// Login name or handle.
    USERNAME,
    /// US bank account number.
    US_BANK_NUMBER,
    /// US driver's license number.
    US_DRIVER_LICENSE,
    /// US employer identification number.
    US_EIN,
    /// US individual taxpayer identification number.
    US_ITIN,
    /// US Medicare beneficiary identifier.
    US_MBI,
    /// US national provider identifier.
    US_NPI,
    /// US passport number.
    US_PASSPORT,
    /// US social security number.
    US_SSN,
    /// Universally unique identifier (UUID).
    UUID,
    /// Vehicle identification number.
    VIN,
}

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
    /// Advertising identifier of a device.
    ADVERTISING_ID,
    /// Emirates ID number.
    AE_EMIRATES_ID,
    /// Age of a person.
    AGE,
    /// Argentine bank account number (CBU).
    AR_CBU,
    /// Argentine tax number (CUIT, CUIL).
    AR_CUIT,
    /// Argentine national identity document (DNI).
    AR_DNI,
    /// Austrian social insurance number.
    AT_SVNR,
    /// Credentials of an Authorization header.
    AUTHORIZATION_HEADER,
    /// Access token in a link.
    AUTH_TOKEN,
    /// Australian business number.
    AU_ABN,
    /// Australian company number.
    AU_ACN,
    /// Australian bank account number (BSB).
    AU_BSB_ACCOUNT,
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
    /// Bosnian unique master citizen number (JMBG).
    BA_JMBG,
    /// Bangladeshi national identity number.
    BD_NID,
    /// Belgian national number.
    BE_NATIONAL_NUMBER,
    /// Bulgarian uniform civil number (EGN).
    BG_EGN,
    /// Bahraini personal number (CPR).
    BH_CPR,
    /// Booking reference (PNR).
    BOOKING_REFERENCE,
    /// Brazilian taxpayer number of a company.
    BR_CNPJ,
    /// Brazilian taxpayer number of a person.
    BR_CPF,
    /// Belarusian payer's number (UNP).
    BY_UNP,
    /// Expiry date of a payment card.
    CARD_EXPIRY,
    /// Last four digits of a card or account.
    CARD_LAST_FOUR,
    /// Magnetic stripe of a payment card.
    CARD_TRACK,
    /// Card verification code (CVV, CVC).
    CARD_VERIFICATION_CODE,
    /// Canadian bank transit number.
    CA_BANK_NUMBER,
    /// Canadian business number.
    CA_BN,
    /// Health card number of Ontario.
    CA_OHIP,
    /// Personal health number of British Columbia.
    CA_PHN,
    /// Health insurance number of Quebec.
    CA_RAMQ,
    /// Canadian social insurance number.
    CA_SIN,
    /// Swiss social insurance number.
    CH_AHV,
    /// Swiss enterprise identification number.
    CH_UID,
    /// Key of a cloud, hosting or database service.
    CLOUD_API_KEY,
    /// Chilean tax and identity number (RUT, RUN).
    CL_RUT,
    /// Chinese resident identity number.
    CN_RESIDENT_ID,
    /// Chinese unified social credit code.
    CN_USCC,
    /// Mark of confidential text.
    CONFIDENTIAL_MARKING,
    /// Connection string with a password.
    CONNECTION_STRING,
    /// Price or discount of a contract.
    CONTRACT_PRICE,
    /// Colombian citizenship card number.
    CO_CEDULA,
    /// Colombian tax number (NIT).
    CO_NIT,
    /// Payment card number.
    CREDIT_CARD,
    /// Crypto wallet address.
    CRYPTO,
    /// Private key of a crypto wallet.
    CRYPTO_PRIVATE_KEY,
    /// Costa Rican identity card number.
    CR_CEDULA,
    /// North American security number (CUSIP).
    CUSIP,
    /// Customer or member number.
    CUSTOMER_ID,
    /// Cypriot tax identification code.
    CY_TIN,
    /// Czech and Slovak birth number.
    CZ_BIRTH_NUMBER,
    /// Date of birth.
    DATE_OF_BIRTH,
    /// Token of a developer's service.
    DEVELOPER_TOKEN,
    /// Serial number of a machine.
    DEVICE_SERIAL,
    /// German identity card number.
    DE_ID_CARD,
    /// German health insurance number.
    DE_KVNR,
    /// German pension insurance number.
    DE_SOCIAL_SECURITY,
    /// German tax identification number.
    DE_TAX_ID,
    /// Danish civil registration number (CPR).
    DK_CPR,
    /// Name of a machine or domain.
    DOMAIN_NAME,
    /// Dominican identity card number.
    DO_CEDULA,
    /// Driving licence number.
    DRIVER_LICENSE,
    /// Ecuadorian identity card number.
    EC_CEDULA,
    /// Estonian personal identification code.
    EE_ISIKUKOOD,
    /// Egyptian national identity number.
    EG_NATIONAL_ID,
    /// E-mail address.
    EMAIL_ADDRESS,
    /// Spanish tax number of a company (CIF).
    ES_CIF,
    /// Spanish identity number of foreigners.
    ES_NIE,
    /// Spanish tax and identity card number.
    ES_NIF,
    /// Spanish social security number.
    ES_NUSS,
    /// Racial or ethnic origin.
    ETHNICITY,
    /// European health insurance card number.
    EU_HEALTH_CARD,
    /// Airline ticket number.
    E_TICKET_NUMBER,
    /// Finnish personal identity code.
    FI_PERSONAL_IDENTITY_CODE,
    /// French identity card number.
    FR_CNI,
    /// French social security number.
    FR_NIR,
    /// French company number (SIREN).
    FR_SIREN,
    /// French establishment number (SIRET).
    FR_SIRET,
    /// French tax number (numéro fiscal).
    FR_SPI,
    /// Gender of a person.
    GENDER,
    /// Secret beside its name.
    GENERIC_SECRET,
    /// Geographic coordinates.
    GEO_COORDINATES,
    /// Ghana card number.
    GH_CARD,
    /// Gift card number.
    GIFT_CARD,
    /// GitHub access token.
    GITHUB_TOKEN,
    /// Google API key.
    GOOGLE_API_KEY,
    /// Greek tax number (AFM).
    GR_AFM,
    /// Greek social security number (AMKA).
    GR_AMKA,
    /// Guatemalan tax number (NIT).
    GT_NIT,
    /// Illness or condition.
    HEALTH_CONDITION,
    /// Token of a helpdesk system.
    HELPDESK_TOKEN,
    /// Hong Kong identity card number.
    HK_ID,
    /// Croatian personal identification number (OIB).
    HR_OIB,
    /// Hungarian social security number (TAJ).
    HU_TAJ,
    /// Hungarian tax identification number.
    HU_TAX_ID,
    /// International bank account number.
    IBAN_CODE,
    /// SIM card number (ICCID).
    ICCID,
    /// Indonesian population number (NIK).
    ID_NIK,
    /// Indonesian tax number (NPWP).
    ID_NPWP,
    /// Irish personal public service number.
    IE_PPS,
    /// Israeli identity number.
    IL_ID,
    /// Mobile phone number of the device (IMEI).
    IMEI,
    /// Mobile subscriber number (IMSI).
    IMSI,
    /// Indian Aadhaar number.
    IN_AADHAAR,
    /// Indian goods and services tax number.
    IN_GSTIN,
    /// Indian bank branch code (IFSC).
    IN_IFSC,
    /// Indian permanent account number.
    IN_PAN,
    /// Indian payment address (UPI).
    IN_UPI,
    /// Indian virtual identity number (VID).
    IN_VID,
    /// Indian voter's card number (EPIC).
    IN_VOTER,
    /// IP address.
    IP_ADDRESS,
    /// International securities number (ISIN).
    ISIN,
    /// Icelandic identification number.
    IS_KENNITALA,
    /// Italian fiscal code of a person.
    IT_FISCAL_CODE,
    /// Italian value-added tax number.
    IT_VAT_CODE,
    /// Japanese corporate number.
    JP_CORPORATE_NUMBER,
    /// Japanese individual number.
    JP_MY_NUMBER,
    /// JSON web token.
    JWT,
    /// Kenyan national identity card number.
    KE_NATIONAL_ID,
    /// Kenyan tax number (KRA PIN).
    KE_PIN,
    /// Korean business registration number.
    KR_BRN,
    /// Korean resident registration number.
    KR_RRN,
    /// Kuwaiti civil number.
    KW_CIVIL_ID,
    /// Kazakh individual identification number (IIN).
    KZ_IIN,
    /// Legal entity identifier (LEI).
    LEI,
    /// Licence key of a program.
    LICENSE_KEY,
    /// License plate of a vehicle.
    LICENSE_PLATE,
    /// Sri Lankan identity card number.
    LK_NIC,
    /// API key of a language model service.
    LLM_API_KEY,
    /// City, region or country.
    LOCATION,
    /// Lithuanian personal code.
    LT_ASMENS_KODAS,
    /// Luxembourg national identification number.
    LU_NIN,
    /// Latvian personal code.
    LV_PERSONAS_KODS,
    /// Machine-readable zone of a passport or identity card.
    MACHINE_READABLE_ZONE,
    /// Network device address (MAC).
    MAC_ADDRESS,
    /// Moroccan common company identifier (ICE).
    MA_ICE,
    /// Moldovan identification number (IDNP, IDNO).
    MD_IDNO,
    /// US prescriber's registration number (DEA).
    MEDICAL_LICENSE,
    /// Medical record number.
    MEDICAL_RECORD_NUMBER,
    /// Medicine somebody takes.
    MEDICATION,
    /// Mobile phone number of the device (MEID).
    MEID,
    /// Token of a mail or message service.
    MESSAGING_TOKEN,
    /// Montenegrin unique master citizen number (JMBG).
    ME_JMBG,
    /// Macedonian unique master citizen number (EMBG).
    MK_EMBG,
    /// Maltese identity card number.
    MT_ID_CARD,
    /// Mexican bank account number (CLABE).
    MX_CLABE,
    /// Mexican population registry code (CURP).
    MX_CURP,
    /// Mexican taxpayer code (RFC).
    MX_RFC,
    /// Malaysian identity card number (MyKad).
    MY_NRIC,
    /// Nigerian bank verification number.
    NG_BVN,
    /// Nigerian national identification number.
    NG_NIN,
    /// Dutch citizen service number.
    NL_BSN,
    /// Norwegian identity number.
    NO_FODSELSNUMMER,
    /// New Zealand bank account number.
    NZ_BANK_ACCOUNT,
    /// New Zealand tax number (IRD).
    NZ_IRD,
    /// New Zealand national health index number.
    NZ_NHI,
    /// Omani civil number.
    OM_CIVIL_ID,
    /// One-time code.
    ONE_TIME_CODE,
    /// Order number.
    ORDER_ID,
    /// Company, authority or club.
    ORGANIZATION,
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
    /// Peruvian identity document (DNI).
    PE_DNI,
    /// Peruvian taxpayer number (RUC).
    PE_RUC,
    /// Telephone number.
    PHONE_NUMBER,
    /// Philippine identity number (PhilSys).
    PH_PHILSYS,
    /// Philippine tax number (TIN).
    PH_TIN,
    /// Philippine social insurance number (UMID, SSS, PhilHealth).
    PH_UMID,
    /// Personal identification number (PIN).
    PIN,
    /// Pakistani identity card number (CNIC).
    PK_CNIC,
    /// Polish identity card number.
    PL_ID_CARD,
    /// Polish tax number (NIP).
    PL_NIP,
    /// Polish personal number.
    PL_PESEL,
    /// Polish statistical number (REGON).
    PL_REGON,
    /// Insurance policy or claim number.
    POLICY_NUMBER,
    /// Political opinion or party.
    POLITICAL_OPINION,
    /// Postal code.
    POSTAL_CODE,
    /// Private key.
    PRIVATE_KEY_BLOCK,
    /// Portuguese citizen card number.
    PT_CC,
    /// Portuguese tax number.
    PT_NIF,
    /// Portuguese social security number.
    PT_NISS,
    /// Paraguayan taxpayer number (RUC).
    PY_RUC,
    /// Qatari identity number (QID).
    QA_ID,
    /// Recovery code of an account or a disk.
    RECOVERY_CODE,
    /// Religion or belief.
    RELIGION,
    /// Romanian personal numerical code (CNP).
    RO_CNP,
    /// Serbian unique master citizen number (JMBG).
    RS_JMBG,
    /// Russian taxpayer number (INN).
    RU_INN,
    /// Russian pension insurance number (SNILS).
    RU_SNILS,
    /// Saudi national identity or residence number.
    SA_NATIONAL_ID,
    /// Answer to a security question.
    SECURITY_ANSWER,
    /// British and Irish security number (SEDOL).
    SEDOL,
    /// Recovery phrase of a crypto wallet.
    SEED_PHRASE,
    /// Session cookie.
    SESSION_COOKIE,
    /// Sexual orientation or gender identity.
    SEXUAL_ORIENTATION,
    /// Swedish organisation number.
    SE_ORGANISATIONSNUMMER,
    /// Swedish personal identity number.
    SE_PERSONNUMMER,
    /// Singapore identity card number.
    SG_NRIC_FIN,
    /// Singaporean unique entity number.
    SG_UEN,
    /// Signature of a message.
    SIGNATURE_BLOCK,
    /// Slovenian unique master citizen number (EMŠO).
    SI_EMSO,
    /// Slovenian tax number.
    SI_TAX_NUMBER,
    /// Slack token or webhook.
    SLACK_TOKEN,
    /// Street address.
    STREET_ADDRESS,
    /// Stripe secret key.
    STRIPE_KEY,
    /// Bank identifier code (BIC, SWIFT).
    SWIFT_CODE,
    /// Thai identity number.
    TH_TNIN,
    /// Membership of a trade union.
    TRADE_UNION,
    /// Turkish identity number.
    TR_NATIONAL_ID,
    /// Turkish tax number.
    TR_VKN,
    /// Taiwanese identity card number.
    TW_ID,
    /// Taiwanese unified business number.
    TW_UBN,
    /// Ukrainian taxpayer number (RNTRC).
    UA_RNTRC,
    /// Scottish community health index number (CHI).
    UK_CHI,
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
    /// US adoption taxpayer identification number.
    US_ATIN,
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
    /// US preparer tax identification number.
    US_PTIN,
    /// US social security number.
    US_SSN,
    /// Universally unique identifier (UUID).
    UUID,
    /// Uruguayan identity card number.
    UY_CI,
    /// European value-added tax number.
    VAT_NUMBER,
    /// Venezuelan tax number (RIF).
    VE_RIF,
    /// Vehicle identification number.
    VIN,
    /// Vietnamese citizen identity number (CCCD).
    VN_CCCD,
    /// Vietnamese tax code (MST).
    VN_TAX_CODE,
    /// Wi-Fi network with its password.
    WIFI_CREDENTIALS,
    /// South African identity number.
    ZA_ID,
}

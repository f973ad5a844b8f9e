//! Operators that work under a key of the engine's keyset: their options, and which types they can be said of.
use crate::entity::{self, EntityType};

use super::operator::Operator;

/// How a value becomes a token that can be opened again.
///
/// ```
/// use wimple::{Engine, Keyset, Operator, Policy, TokenForm, entity};
/// let canonical = Operator::tokenize().form(TokenForm::Canonical);
/// let policy = Policy::new().on(entity::CREDIT_CARD, canonical);
/// let engine = Engine::builder().policy(policy).keyset(Keyset::generate()?).build()?;
/// # let _ = engine;
/// # Ok::<(), wimple::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tokenize {
    pub(crate) form: TokenForm,
}

/// What a token stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum TokenForm {
    /// The value as it was written: it comes back byte for byte.
    #[default]
    Exact,
    /// The value whatever its spelling: one token for all of them, and the canonical spelling comes back.
    Canonical,
}

impl TokenForm {
    /// Both, in the order above.
    pub const ALL: [TokenForm; 2] = [TokenForm::Exact, TokenForm::Canonical];

    /// The name used in policies: `canonical`.
    pub const fn name(self) -> &'static str {
        match self {
            TokenForm::Exact => "exact",
            TokenForm::Canonical => "canonical",
        }
    }
}

/// How a number becomes another of the same length.
///
/// ```
/// use wimple::{Engine, Keyset, Operator, Policy, entity};
/// let policy = Policy::new().on(entity::CREDIT_CARD, Operator::fpe().keep_last(4));
/// let engine = Engine::builder().policy(policy).keyset(Keyset::generate()?).build()?;
/// let out = engine.redact("paid by card 4111 1111 1111 1111")?;
/// assert!(out.text().ends_with(" 1111") && out.text().len() == 32 && !out.text().contains("4111"));
/// # Ok::<(), wimple::Error>(())
/// ```
///
/// What is kept are digits, counted without separators; separators stay where they are. Only for types whose values
/// are numbers: a policy that asks it of another is refused. A value that holds letters, or leaves fewer than a million
/// numbers to choose from, becomes its label (NIST SP 800-38G Rev. 1, second draft: the domain of FF1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fpe {
    pub(crate) keep_first: usize,
    pub(crate) keep_last: usize,
}

/// The most digits an `fpe` may keep of each end: what PCI DSS 4.0.1 (requirement 3.4.1) lets be seen of a card.
pub(super) const KEEP_FIRST: usize = 6;
pub(super) const KEEP_LAST: usize = 4;
/// The most digits kept of a card: of sixteen, one carries the checksum and six must be left to choose from.
const KEPT_OF_CARD: usize = 9;

/// Types whose values are numbers, beside those of the user.
#[rustfmt::skip]
static NUMBERS: &[&str] = &[
    "ABA_ROUTING_NUMBER", "AE_EMIRATES_ID", "AR_CBU", "AR_CUIT", "AR_DNI", "AT_SVNR", "AU_ABN", "AU_ACN",
    "AU_MEDICARE", "AU_TFN", "BA_JMBG", "BD_NID", "BE_NATIONAL_NUMBER", "BG_EGN", "BH_CPR", "BR_CNPJ", "BR_CPF",
    "BY_UNP", "CA_BANK_NUMBER", "CA_OHIP", "CA_PHN", "CA_SIN", "CH_AHV", "CN_RESIDENT_ID", "CO_CEDULA", "CO_NIT",
    "CREDIT_CARD", "CR_CEDULA", "CUSTOMER_ID", "CZ_BIRTH_NUMBER", "DE_TAX_ID", "DK_CPR", "DO_CEDULA", "EC_CEDULA",
    "EE_ISIKUKOOD", "EG_NATIONAL_ID", "ES_NUSS", "EU_HEALTH_CARD", "FR_NIR", "FR_SIREN", "FR_SIRET", "FR_SPI",
    "GR_AFM", "GR_AMKA", "HR_OIB", "HU_TAJ", "HU_TAX_ID", "ICCID", "ID_NIK", "ID_NPWP", "IL_ID", "IMEI", "IMSI",
    "IN_AADHAAR", "IN_VID", "IS_KENNITALA", "JP_CORPORATE_NUMBER", "JP_MY_NUMBER", "KE_NATIONAL_ID", "KR_BRN",
    "KR_RRN", "KW_CIVIL_ID", "KZ_IIN", "LT_ASMENS_KODAS", "LU_NIN", "LV_PERSONAS_KODS", "MA_ICE", "MD_IDNO",
    "MEDICAL_RECORD_NUMBER", "ME_JMBG", "MK_EMBG", "MX_CLABE", "MY_NRIC", "NG_BVN", "NG_NIN", "NL_BSN",
    "NO_FODSELSNUMMER", "NZ_BANK_ACCOUNT", "NZ_IRD", "OM_CIVIL_ID", "ORDER_ID", "PE_DNI", "PE_RUC", "PHONE_NUMBER",
    "PH_PHILSYS", "PH_TIN", "PH_UMID", "PK_CNIC", "PL_NIP", "PL_PESEL", "PL_REGON", "PT_NIF", "PT_NISS", "PY_RUC",
    "QA_ID", "RO_CNP", "RS_JMBG", "RU_INN", "RU_SNILS", "SA_NATIONAL_ID", "SE_ORGANISATIONSNUMMER", "SE_PERSONNUMMER",
    "SI_EMSO", "SI_TAX_NUMBER", "TH_TNIN", "TR_NATIONAL_ID", "TR_VKN", "TW_UBN", "UA_RNTRC", "UK_CHI", "UK_NHS",
    "UK_SORT_CODE_ACCOUNT", "UK_UTR", "US_ATIN", "US_BANK_NUMBER", "US_DRIVER_LICENSE", "US_EIN", "US_ITIN", "US_NPI",
    "US_PASSPORT", "US_SSN", "UY_CI", "VN_CCCD", "VN_TAX_CODE", "ZA_ID",
];

/// How far dates are shifted.
///
/// ```
/// use wimple::{Engine, Input, Keyset, Operator, Policy, entity};
/// let policy = Policy::new().on(entity::DATE_OF_BIRTH, Operator::shift_date().between(30, 300));
/// let engine = Engine::builder().policy(policy).keyset(Keyset::generate()?).build()?;
/// let of = |subject| engine.redact(Input::new("born on 20.12.1980").subject(subject));
/// assert_ne!(of("customer 17")?.text(), "born on 20.12.1980");
/// assert_eq!(of("customer 17")?.text(), of("customer 17")?.text());
/// assert!(of("").is_err(), "nobody's dates are not shifted");
/// # Ok::<(), wimple::Error>(())
/// ```
///
/// All dates of one [subject](crate::Input::subject) are shifted alike, so that the time between them stays; whoever
/// learns one of the true dates knows them all. Only for dates: a policy that asks it of another built-in type is
/// refused. A date whose day and month cannot be told apart (without a [region](crate::Input::region)) becomes its
/// year, what is no date its label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShiftDate {
    pub(crate) least: u16,
    pub(crate) most: u16,
    pub(crate) keep_weekday: bool,
}

/// The farthest a date may be shifted, in days: some ten years.
pub(super) const FARTHEST: u16 = 3660;
/// The fewest shifts there may be to choose from, forwards and backwards together.
const FEWEST_SHIFTS: u16 = 20;

impl Operator {
    /// The value becomes a token: the same token for the same value.
    pub const fn tokenize() -> Tokenize {
        Tokenize { form: TokenForm::Exact }
    }

    /// The value becomes a token, another one each time.
    pub const fn encrypt() -> Self {
        Operator::Encrypt
    }

    /// The number becomes another number: a card one that no card has, since its check digit is wrong, any other number
    /// one between marks, `{wimf_us_ssn:…:…}`.
    pub const fn fpe() -> Fpe {
        Fpe { keep_first: 0, keep_last: 0 }
    }

    /// The value becomes another of its kind that nobody has, the same for the same value: a name from a list, an address
    /// at example.com, a number that was never issued. It cannot be turned back. Types of which there is none become
    /// their label.
    ///
    /// ```
    /// use wimple::{Engine, Keyset, Operator, Policy};
    /// let policy = Policy::new().default(Operator::pseudonym());
    /// let engine = Engine::builder().policy(policy).keyset(Keyset::generate()?).build()?;
    /// let out = engine.redact("I am at bo@company.example")?;
    /// assert!(out.text().ends_with("@example.com"));
    /// # Ok::<(), wimple::Error>(())
    /// ```
    pub const fn pseudonym() -> Self {
        Operator::Pseudonym
    }

    /// The date becomes another, as far away for all dates of one subject: by 1 to 365 days unless said otherwise.
    pub const fn shift_date() -> ShiftDate {
        ShiftDate { least: 1, most: 365, keep_weekday: false }
    }

    /// Whether it needs keys of a [`Keyset`](crate::Keyset).
    pub(crate) const fn is_keyed(&self) -> bool {
        matches!(
            self,
            Operator::Tokenize(_)
                | Operator::Encrypt
                | Operator::Fpe(_)
                | Operator::Pseudonym
                | Operator::ShiftDate(_)
        )
    }
}

impl Tokenize {
    /// What the token stands for.
    #[must_use]
    pub const fn form(mut self, form: TokenForm) -> Self {
        self.form = form;
        self
    }
}

impl Fpe {
    /// Leaves the first `digits` as they are, at most 6.
    #[must_use]
    pub const fn keep_first(mut self, digits: usize) -> Self {
        self.keep_first = digits;
        self
    }

    /// Leaves the last `digits` as they are, at most 4.
    #[must_use]
    pub const fn keep_last(mut self, digits: usize) -> Self {
        self.keep_last = digits;
        self
    }

    /// The key that is wrong, and why.
    pub(super) fn check(&self) -> Result<(), (&'static str, &'static str)> {
        if self.keep_first > KEEP_FIRST {
            return Err(("keep_first", "fpe keeps at most the first 6 digits"));
        }
        if self.keep_last > KEEP_LAST {
            return Err(("keep_last", "fpe keeps at most the last 4 digits"));
        }
        Ok(())
    }

    /// Whether it can be done to the values of this type; if not, why not.
    pub(super) fn fits(&self, entity: &EntityType) -> Result<(), String> {
        if *entity == entity::CREDIT_CARD && self.keep_first + self.keep_last > KEPT_OF_CARD {
            return Err(format!(
                "fpe may keep {KEPT_OF_CARD} digits of a {entity}, not {}: too few numbers are left to choose from",
                self.keep_first + self.keep_last
            ));
        }
        let built_in = EntityType::builtin(entity.name()).is_some();
        if built_in && NUMBERS.binary_search(&entity.name()).is_err() {
            return Err(format!("fpe cannot be applied to {entity}"));
        }
        Ok(())
    }
}

impl ShiftDate {
    /// By at least and at most so many days, forwards or backwards: 1 to 3660, and 20 shifts or more to choose from.
    #[must_use]
    pub const fn between(mut self, least: u16, most: u16) -> Self {
        self.least = least;
        self.most = most;
        self
    }

    /// By whole weeks, so that a Monday stays a Monday.
    #[must_use]
    pub const fn keep_weekday(mut self, keep: bool) -> Self {
        self.keep_weekday = keep;
        self
    }

    /// How many days one step is: a week where the day of the week is kept.
    pub(crate) const fn step(&self) -> u16 {
        if self.keep_weekday { 7 } else { 1 }
    }

    /// How many lengths there are to choose from, in one direction.
    pub(crate) const fn lengths(&self) -> u16 {
        let below = if self.least == 0 { 0 } else { (self.least - 1) / self.step() };
        (self.most / self.step()).saturating_sub(below)
    }

    /// The key that is wrong, and why.
    pub(super) fn check(&self) -> Result<(), (&'static str, &'static str)> {
        if !(1..=FARTHEST).contains(&self.least) {
            return Err(("least", "the least shift is 1 to 3660 days"));
        }
        if !(self.least..=FARTHEST).contains(&self.most) {
            return Err(("most", "the greatest shift is from the least one to 3660 days"));
        }
        if 2 * self.lengths() < FEWEST_SHIFTS {
            return Err(("most", "leaves fewer than 20 shifts to choose from"));
        }
        Ok(())
    }

    /// Whether it can be done to the values of this type; if not, why not.
    pub(super) fn fits(&self, entity: &EntityType) -> Result<(), String> {
        let built_in = EntityType::builtin(entity.name()).is_some();
        match built_in && *entity != entity::DATE_OF_BIRTH {
            true => Err(format!("shift_date cannot be applied to {entity}")),
            false => Ok(()),
        }
    }
}

impl From<Tokenize> for Operator {
    fn from(tokenize: Tokenize) -> Self {
        Operator::Tokenize(tokenize)
    }
}

impl From<Fpe> for Operator {
    fn from(fpe: Fpe) -> Self {
        Operator::Fpe(fpe)
    }
}

impl From<ShiftDate> for Operator {
    fn from(shift: ShiftDate) -> Self {
        Operator::ShiftDate(shift)
    }
}

#[cfg(test)]
mod tests;

//! Values of the same kind that nobody has.
//!
//! Comes in: a value and a key. Goes out: another value of its kind, the same for all spellings of it; its label, where there
//! is no kind of which nobody can have one. It cannot be turned back, and two values may have one pseudonym.
//!
//! Names come from lists (version 1, never edited); addresses and numbers only from what is set aside for examples, or
//! from what was never issued, because the check of the type says so.
//!
//! # Sources
//! RFC 2606 (example.com), RFC 5737 (192.0.2.0/24), RFC 3849 (2001:db8::/32), RFC 9542 (00-00-5E-00-53-xx), RFC 9562
//! (UUID version 8), NANPA (555-0100 to 555-0199), ISO 3166-1 (`ZZ`: no country), ISO 9362 (test codes: a 0 at the eighth
//! place), ISO 3779 (no Q in a vehicle's number), Social Security Administration (area 000), HMRC (prefix QQ).
mod draw;
mod issued;
mod lists;
mod numbers;
mod people;

use zeroize::Zeroizing;

use super::Work;
use crate::crypto::{Purpose, Scope};
use crate::entity::EntityType;
use crate::transform::canonical::{CANONICAL, canonical};
use crate::transform::place::label;
use draw::Draw;

/// How often another choice is made where one will not do.
const ATTEMPTS: u32 = 64;

pub(in crate::transform) fn pseudonym(work: &Work<'_>, out: &mut String) -> Result<(), &'static str> {
    let keys = work.tools.keyset.as_ref().ok_or("the engine has no keys")?;
    let (entity, tenant) = (work.finding.entity_type(), work.input.tenant_hint());
    let scope = Scope { purpose: Purpose::Pseudonym, tenant, entity: entity.name(), canonical: CANONICAL };
    let key = keys.derive::<32>(keys.primary(), &scope).ok_or("there is no key for it")?;
    let form = canonical(entity, work.finding.category(), work.value);
    match made(&key, entity, work.value, &form) {
        Some(made) => out.push_str(&made),
        None => label(entity, out),
    }
    Ok(())
}

/// The pseudonym of a value whose canonical form is `form`.
fn made(key: &[u8; 32], entity: &EntityType, value: &str, form: &str) -> Option<String> {
    let make = maker(entity.name())?;
    (0..ATTEMPTS)
        .map_while(|attempt| make(entity.name(), value, &mut Draw::new(key, form, attempt)))
        .find(|made| made.will_do && !tells(&made.text, value))
        .map(|made| made.text)
}

/// One choice.
struct Made {
    text: String,
    /// Nobody has it.
    will_do: bool,
}

impl From<String> for Made {
    fn from(text: String) -> Self {
        Made { text, will_do: true }
    }
}

/// Makes a choice; `None` where the value is not of a form that can be made.
type Maker = fn(&str, &str, &mut Draw<'_>) -> Option<Made>;

/// The table. A type that is not in it has no kind of which nobody can have one: secrets, numbers that their issuer
/// could give to somebody (customers, accounts, passports), and what generalizing or shifting is for (dates, ages, places).
fn maker(entity: &str) -> Option<Maker> {
    Some(match entity {
        "PERSON" => people::person,
        "EMAIL_ADDRESS" => people::email,
        "PHONE_NUMBER" => people::phone,
        "USERNAME" => people::user,
        "STREET_ADDRESS" => people::street,
        "URL" => people::url,
        "IP_ADDRESS" => numbers::ip,
        "MAC_ADDRESS" => numbers::mac_address,
        "UUID" => numbers::uuid,
        "CREDIT_CARD" => numbers::card,
        "IBAN_CODE" => numbers::iban,
        "SWIFT_CODE" => numbers::bic,
        "US_SSN" | "US_ITIN" | "UK_NINO" | "VIN" => numbers::reserved,
        "ABA_ROUTING_NUMBER" | "AU_MEDICARE" | "AU_TFN" | "BE_NATIONAL_NUMBER" | "BR_CNPJ" | "BR_CPF"
        | "CA_SIN" | "CH_AHV" | "CN_RESIDENT_ID" | "DE_TAX_ID" | "ES_NIE" | "ES_NIF" | "FR_NIR" | "IMEI"
        | "IN_AADHAAR" | "IN_PAN" | "IT_FISCAL_CODE" | "JP_MY_NUMBER" | "KR_RRN" | "NL_BSN" | "PL_PESEL"
        | "PT_NIF" | "SE_PERSONNUMMER" | "SG_NRIC_FIN" | "UK_NHS" | "UK_UTR" | "US_EIN" | "US_NPI" => {
            numbers::never_issued
        }
        _ if issued::ISSUED.binary_search(&entity).is_ok() => numbers::never_issued,
        _ => return None,
    })
}

/// Whether a pseudonym shows the value or a name in it: it holds the value, however that is written, or has a word in common
/// with it that is more than a part of every pseudonym. Values of one to three letters or digits are compared whole.
fn tells(made: &str, value: &str) -> bool {
    const COMMON: [&str; 6] = ["example", "com", "https", "http", "www", "street"];
    let words = |text: &str| {
        let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 2);
        words.map(|word| Zeroizing::new(word.to_lowercase())).collect::<Vec<_>>()
    };
    let plain = |text: &str| -> Zeroizing<String> {
        Zeroizing::new(text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect())
    };
    let theirs = words(value);
    let shared = |word: &Zeroizing<String>| !COMMON.contains(&word.as_str()) && theirs.contains(word);
    let (holder, held) = (plain(made), plain(value));
    let long = held.chars().nth(3).is_some();
    *holder == *held || long && holder.contains(held.as_str()) || words(made).iter().any(shared)
}

#[cfg(test)]
mod tests;

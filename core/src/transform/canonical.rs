//! What two spellings of one value have in common, so that both get one number.
//!
//! Comes in: a finding's type and its value. Goes out: the value's canonical form, in memory that is wiped.
use zeroize::Zeroizing;

use crate::entity::{self, Category, EntityType};

/// The version of the canonical forms. It is part of what keys are derived from: another form of anything is a new version.
pub(crate) const CANONICAL: u8 = 1;

/// The canonical form. Numbers lose their separators and case (`4111 1111` is `4111-1111`), e-mail addresses the case
/// of their domain, everything else the amount of its white space. Of addresses of crypto-currencies the case counts.
pub(super) fn canonical(entity: &EntityType, category: Category, value: &str) -> Zeroizing<String> {
    // Never grows: a buffer that moved would leave a copy behind. Lower case can be longer than upper (`İ`).
    let mut form = Zeroizing::new(String::with_capacity(value.len() * 3 / 2 + 8));
    let numeric = matches!(category, Category::Financial | Category::GovernmentId | Category::Health)
        && *entity != entity::CRYPTO;
    if numeric || *entity == entity::PHONE_NUMBER {
        form.extend(value.chars().map(ascii).filter(|c| c.is_alphanumeric() || *c == '+').map(capital));
        if !form.is_empty() {
            return form;
        }
    }
    if *entity == entity::EMAIL_ADDRESS
        && let Some((local, domain)) = value.rsplit_once('@')
    {
        form.push_str(local);
        form.push('@');
        form.extend(domain.chars().flat_map(char::to_lowercase));
        return form;
    }
    for word in value.split_whitespace() {
        if !form.is_empty() {
            form.push(' ');
        }
        form.push_str(word);
    }
    form
}

/// Full-width digits and letters as the plain ones.
pub(super) fn ascii(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        c => c,
    }
}

fn capital(c: char) -> char {
    c.to_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(entity: &EntityType, category: Category, value: &str) -> String {
        canonical(entity, category, value).to_string()
    }

    #[test]
    fn spellings_of_one_value_meet() {
        let card = |v| form(&entity::CREDIT_CARD, Category::Financial, v);
        assert_eq!(card("4111 1111-1111.1111"), card("４１１１111111111111"));
        let phone = |v| form(&entity::PHONE_NUMBER, Category::Contact, v);
        assert_eq!(phone("+1 (555) 555-0123"), phone("+15555550123"));
        let iban = |v| form(&entity::IBAN_CODE, Category::Financial, v);
        assert_eq!(iban("gb82 west 1234"), iban("GB82WEST1234"));
        let mail = |v| form(&entity::EMAIL_ADDRESS, Category::Contact, v);
        assert_eq!(mail("bo@Example.COM"), mail("bo@example.com"));
        assert_ne!(mail("Bo@example.com"), mail("bo@example.com"));
        let crypto = |v| form(&EntityType::new("CRYPTO"), Category::Financial, v);
        assert_ne!(crypto("1ExampleOfAnAddress"), crypto("1EXAMPLEoFaNaDDRESS"));
        let person = |v| form(&entity::PERSON, Category::Person, v);
        assert_eq!(person("Bo  \n Lee"), person("Bo Lee"));
        assert_ne!(person("bo lee"), person("Bo Lee"));
    }

    #[test]
    fn a_value_without_letters_keeps_its_form() {
        assert_ne!(form(&entity::CREDIT_CARD, Category::Financial, "--"), "");
    }
}

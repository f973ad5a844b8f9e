//! Cards and bank accounts.
use super::entries;

entries! {
    credit_card,
    iban_code,
    card_verification_code,
    card_expiry,
}

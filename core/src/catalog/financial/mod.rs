//! Cards and bank accounts.
use super::entries;

entries! {
    credit_card,
    iban_code,
}

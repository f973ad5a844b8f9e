//! Payment cards and bank accounts.

super::entries! {
    card_verification_code,
    card_expiry,
}

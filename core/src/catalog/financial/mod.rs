//! Cards, bank accounts and wallets.
mod seed_row;
mod seed_words;
mod wallets;

super::entries! {
    credit_card,
    iban_code,
    card_verification_code,
    card_expiry,
    card_track,
    card_last_four,
    aba_routing_number,
    uk_sort_code_account,
    us_bank_number,
    swift_code,
    in_upi,
    crypto,
    crypto_private_key,
    seed_phrase,
}

super::families! {
    accounts,
}

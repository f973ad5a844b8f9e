//! Words that say a payment card is meant, for the parsers of what stands on cards.

/// A card, its brands, and what is asked together with it.
#[rustfmt::skip]
pub(crate) static CARD_WORDS: &[&str] = &[
    "card", "cards", "visa", "mastercard", "amex", "maestro", "discover", "cvv", "cvc", "cvn", "credit",
    "debit", "tarjeta", "crédito", "credito", "débito", "debito", "carte", "bancaire", "cb", "karte",
    "kreditkarte", "kartennummer", "prüfnummer", "creditcard", "cc", "cryptogramme", "girocard",
];

/// What turns a *code* into a security code.
pub(crate) static SECURITY: &[&str] =
    &["security", "seguridad", "sécurité", "securite", "card", "sicherheits"];

//! Words that say a payment card is meant, for the parsers of what stands on cards.

use crate::text::word_set::WordSet;

/// A card, its brands, and what is asked together with it.
pub(crate) static CARD_WORDS: WordSet<256> = WordSet::of(&[
    "card cards visa mastercard amex maestro discover cvv cvc cvn credit debit tarjeta crédito",
    "credito débito debito carte bancaire cb karte kreditkarte kartennummer prüfnummer creditcard cc",
    "cryptogramme girocard cartão cartao cartões cartoes carta bancomat postepay prepagata kaart creditkaart betaalkaart",
    "bankkaart betaalpas bankpas pinpas kaartnummer bankkarte",
]);

/// What turns a *code* into a security code.
pub(crate) static SECURITY: WordSet<32> = WordSet::of(&[
    "security seguridad sécurité securite card sicherheits segurança seguranca sicurezza beveiligings",
]);

//! Words around a *code*: what makes it a one-time code, what makes it another, and what says nothing.
//!
//! Comes in: nothing. Goes out: sets of words of seven languages in small letters.
use crate::text::word_set::WordSet;

/// What makes a code a one-time code.
pub(super) static KINDS: WordSet<256> = WordSet::of(&[
    "verification verify verifying confirmation confirm login logon signin access sms text time",
    "onetime auth authentication authenticator authorization otp fa mfa factor step security",
    "verificação verificacao confirmação confirmacao acesso segurança seguranca autenticação autenticacao ativação",
    "verifica conferma accesso sicurezza autenticazione attivazione sblocco monouso único unico usage uso inlog",
    "verificatie bevestiging autenticación autenticacion authentification confirmation activación",
    "clearance activation recovery backup unlock passcode verificación verificacion confirmación",
    "confirmacion acceso seguridad vérification accès sécurité securite google whatsapp",
]);

/// What makes it another code.
pub(super) static OTHERS: WordSet<256> = WordSet::of(&[
    "error zip postal post area country promo promotion promotional discount coupon gift voucher",
    "product bar qr sort swift bic status exit dress source item order tracking reason response http",
    "referral color colour airport dial dialing branch routing ifsc tax hs sku model part fault offer",
    "rebate style pin plu city booking reservation erreur barre remise promoción descuento fehler",
    "gutschein store postale sconto fiscale promozionale prodotto articolo errore avviamento ordine prenotazione",
    "tributo spedizione postal desconto erro produto barras rastreio rastreamento pedido cupom promocional reserva",
    "korting fout bestelling landcode artikel cliente client kunden klant",
]);

/// Words between the code and the value that say nothing.
pub(super) static FILLERS: WordSet<256> = WordSet::of(&[
    "the my your i got get received was sent me you they to by via from of for on and it number just",
    "came here now that as de el la mi le du reçu que para por mein der phone email app this in a",
    "says use o meu recebi foi por sms il mio ho ricevuto è arrivato via per mijn ik kreeg heb gekregen uit die solo un à me",
    "llegó llego recibí recibi enviaron chegou mandaram mi che inviato arrivata foi war habe",
    "ce mon j’ai reçois del al di do da ist mein ich habe bekommen",
]);

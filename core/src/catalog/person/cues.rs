//! Words that lead to a name, by the way they do it, and words that may stand between.
//!
//! Comes in: nothing. Goes out: lists in small letters, for the scanner's anchors and the parsers behind them.

use crate::text::view::View;
use crate::text::word_set::WordSet;
use crate::text::words::word_end;

#[rustfmt::skip]
pub(super) const GREETINGS: &[&str] = &[
    "hi", "hello", "hey", "dear", "hola", "hallo", "bonjour", "bonsoir", "ciao", "liebe", "lieber",
    "estimado", "estimada", "querido", "querida", "cher", "chère", "morning", "afternoon", "evening",
    "tardes", "noches", "días",
];

/// Greetings after which a name in small letters is believed.
pub(super) const OPENERS: &[&str] = &["hi", "hello", "hey", "dear", "hola", "hallo", "bonjour"];

#[rustfmt::skip]
pub(super) const SIGN_OFFS: &[&str] = &[
    "regards", "sincerely", "cheers", "thanks", "thx", "thank", "best", "grüße", "grüßen", "gruß", "gruss",
    "gruesse", "gruessen", "grüsse", "grüssen", "saludos", "saludo", "atentamente", "cordialement",
    "salutations", "yours", "warmly", "respectfully", "cordially", "gracias", "merci", "danke", "mfg", "vg",
    "lg",
];

/// What may stand between a sign-off and the end of its line or the name.
pub(super) static TAILS: WordSet<128> = WordSet::of(&[
    "regards wishes you so much again in advance very many a lot and kind best thanks sincerely truly faithfully",
    "for your help time support to all cordiales saludos cordiaux vielmals schön beaucoup aus grüße distinguées",
    "warm dear bien",
]);

pub(super) const NAME: &[&str] = &["name", "surname", "nombre", "nom", "nome", "names"];

#[rustfmt::skip]
pub(super) const LABELS: &[&str] = &[
    "customer", "client", "cardholder", "holder", "contact", "recipient", "passenger", "patient", "guest",
    "attn", "employee", "sender", "payee", "beneficiary", "subscriber", "applicant", "agent", "kunde",
    "cliente", "kundin", "kontoinhaber", "kontoinhaberin", "karteninhaber", "inhaber", "empfänger", "absender",
    "ansprechpartner", "titular", "titulaire", "destinatario", "remitente", "from", "to", "cc", "bcc", "von",
    "an", "de", "para", "à",
];

/// Labels that are header fields of a mail too, and everyday words.
pub(super) static HEADERS: WordSet<32> = WordSet::of(&["from to cc bcc von an de para à"]);

/// Labels whose name follows without a colon: "account holder Ann Lee".
pub(super) static HOLDERS: WordSet<64> = WordSet::of(&[
    "holder cardholder beneficiary payee kontoinhaber kontoinhaberin karteninhaber inhaber titular titulaire kunde",
    "kundin customer passenger patient guest recipient employee cliente agent",
]);

pub(super) const CALLED: &[&str] = &["llamo", "chiamo", "chamo", "heiße", "heisse", "appelle", "m’appelle"];

pub(super) const BEING: &[&str] =
    &["this", "hier", "it", "its", "it’s", "am", "m", "im", "i’m", "soy", "suis", "bin"];

#[rustfmt::skip]
pub(super) const TITLES: &[&str] = &[
    "mr", "mrs", "ms", "miss", "mx", "dr", "herr", "herrn", "frau", "señor", "señora", "señorita", "sr",
    "sra", "srta", "monsieur", "madame", "mademoiselle", "mme", "mlle", "m", "doña", "prof",
];

static TITLE_WORDS: WordSet<64> = WordSet::of(TITLES);

/// Whether a form of address stands at `i`: what follows it is `titled`'s to find.
pub(super) fn is_title(v: View<'_>, i: usize) -> bool {
    TITLE_WORDS.holds(v.slice(i, word_end(v, i)))
}

/// Things that have names too.
pub(super) static NOT_PEOPLE: WordSet<256> = WordSet::of(&[
    "user company firm restaurant product file domain brand host business store display model item folder project",
    "server app event school street city plan package variable column field table bank pet dog cat network wifi",
    "device login screen hotel class function method group team channel shop organization workspace campaign tag",
    "d image key type resource bucket database db game print drug de service",
]);

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
    "tardes", "noches", "días", "olá", "ola", "oi", "caro", "cara", "prezado", "prezada", "tarde", "noite", "dia",
    "buongiorno", "buonasera", "salve", "gentile", "egregio", "beste", "geachte", "hoi", "goedemorgen",
    "goedemiddag", "goedenavond", "dag",
];

/// Times of day, which greet behind a word for *good* only.
pub(super) const TIMES: &[&str] =
    &["morning", "afternoon", "evening", "tardes", "noches", "días", "tarde", "noite", "dia"];

/// Greetings that mean other things inside a sentence: dear, best, day.
pub(super) static STARTERS: WordSet<32> =
    WordSet::of(&["caro cara salve gentile egregio beste geachte dag prezado prezada"]);

/// Greetings after which a name in small letters is believed.
#[rustfmt::skip]
pub(super) const OPENERS: &[&str] = &[
    "hi", "hello", "hey", "dear", "hola", "hallo", "bonjour", "olá", "ola", "oi", "ciao", "hoi", "buongiorno",
];

#[rustfmt::skip]
pub(super) const SIGN_OFFS: &[&str] = &[
    "regards", "sincerely", "cheers", "thanks", "thx", "thank", "best", "grüße", "grüßen", "gruß", "gruss",
    "gruesse", "gruessen", "grüsse", "grüssen", "saludos", "saludo", "atentamente", "cordialement",
    "salutations", "yours", "warmly", "respectfully", "cordially", "gracias", "merci", "danke", "mfg", "vg",
    "lg", "atenciosamente", "cumprimentos", "obrigado", "obrigada", "abraços", "abraço", "saluti", "grazie",
    "cordialmente", "groet", "groeten", "groetjes", "bedankt", "mvg",
];

/// What may stand between a sign-off and the end of its line or the name.
pub(super) static TAILS: WordSet<256> = WordSet::of(&[
    "regards wishes you so much again in advance very many a lot and kind best thanks sincerely truly faithfully",
    "for your help time support to all cordiales saludos cordiaux vielmals schön beaucoup aus grüße distinguées",
    "warm dear bien pela pelo ajuda apoio desde já pelos melhores mille per l aiuto tante cordiali voor uw je hulp alvast",
    "bij voorbaat vriendelijke met com os",
]);

#[rustfmt::skip]
pub(super) const NAME: &[&str] = &[
    "name", "surname", "nombre", "nom", "nome", "names", "naam", "voornaam", "achternaam", "cognome", "sobrenome",
    "apellido", "apellidos", "prénom", "vorname", "nachname", "firstname", "lastname", "fullname",
];

/// Passed between a word for *name* and its sign or verb: `nome e cognome:`, `nombre completo es`.
pub(super) static WHOLE: WordSet<64> = WordSet::of(&[
    "completo completa complet complète vollständiger voller volledige full e y et und en and cognome apellido apellidos",
    "sobrenome prénom prenom vorname nachname achternaam voornaam surname",
]);

#[rustfmt::skip]
pub(super) const LABELS: &[&str] = &[
    "customer", "client", "cardholder", "holder", "contact", "recipient", "passenger", "patient", "guest",
    "attn", "employee", "sender", "payee", "beneficiary", "subscriber", "applicant", "agent", "kunde",
    "cliente", "kundin", "kontoinhaber", "kontoinhaberin", "karteninhaber", "inhaber", "empfänger", "absender",
    "ansprechpartner", "titular", "titulaire", "destinatario", "remitente", "from", "to", "cc", "bcc", "von",
    "an", "de", "para", "à", "klant", "rekeninghouder", "kaarthouder", "ontvanger", "afzender", "contactpersoon",
    "intestatario", "mittente", "titolare", "destinatário", "remetente",
];

/// Labels that are header fields of a mail too, and everyday words.
pub(super) static HEADERS: WordSet<32> = WordSet::of(&["from to cc bcc von an de para à"]);

/// Labels whose name follows without a colon: "account holder Ann Lee".
pub(super) static HOLDERS: WordSet<64> = WordSet::of(&[
    "holder cardholder beneficiary payee kontoinhaber kontoinhaberin karteninhaber inhaber titular titulaire kunde",
    "kundin customer passenger patient guest recipient employee cliente agent rekeninghouder kaarthouder ontvanger",
    "intestatario titolare klant",
]);

pub(super) const CALLED: &[&str] =
    &["llamo", "chiamo", "chamo", "heiße", "heisse", "appelle", "m’appelle", "heet"];

pub(super) const BEING: &[&str] = &[
    "this", "hier", "it", "its", "it’s", "am", "m", "im", "i’m", "soy", "suis", "bin", "sono", "sou", "ben",
];

#[rustfmt::skip]
pub(super) const TITLES: &[&str] = &[
    "mr", "mrs", "ms", "miss", "mx", "dr", "herr", "herrn", "frau", "señor", "señora", "señorita", "sr",
    "sra", "srta", "monsieur", "madame", "mademoiselle", "mme", "mlle", "m", "doña", "prof", "signor", "signora", "sig",
    "dott", "dottoressa", "senhor", "senhora", "dra", "dhr", "mevr", "mevrouw", "meneer",
];

static TITLE_WORDS: WordSet<128> = WordSet::of(TITLES);

/// Whether a form of address stands at `i`: what follows it is `titled`'s to find.
pub(super) fn is_title(v: View<'_>, i: usize) -> bool {
    // The first letters of all of them: most names end here.
    matches!(v.at(i) | 0x20, b'd' | b'f' | b'h' | b'm' | b'p' | b's')
        && TITLE_WORDS.holds(v.slice(i, word_end(v, i)))
}

/// Things that have names too.
pub(super) static NOT_PEOPLE: WordSet<256> = WordSet::of(&[
    "user company firm restaurant product file domain brand host business store display model item folder project",
    "server app event school street city plan package variable column field table bank pet dog cat network wifi",
    "device login screen hotel class function method group team channel shop organization workspace campaign tag",
    "empresa loja produto arquivo domínio prodotto azienda negozio bedrijf winkel bestand firma tienda archivo",
    "d image key type resource bucket database db game print drug de service",
]);

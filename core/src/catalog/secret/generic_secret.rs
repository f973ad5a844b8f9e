//! Secret of no known form, beside the name of a setting that says what it is.
//!
//! `client_secret = …`, `"encryptionKey": "…"`, `SIGNING_KEY='…'`, `my api key is …`: a value that a machine drew, at
//! least sixteen characters without a space. The name must say *secret*, *token* or *credential*, or *key* with a word
//! that tells which (`api`, `private`, `signing`). Alone such a value is nothing: hashes, ids and tokens of pages look
//! alike.
//!
//! # Check
//! How its characters are spread, and that its letters make no words (`looks_random`). UUIDs, paths, addresses,
//! placeholders and names of variables are no secrets; nor is what the name calls public, a hash or an id.
use super::common::{is_dummy, is_example, is_placeholder};
use super::looks_random::{is_hexadecimal, looks_random};
use crate::catalog::prelude::*;
use crate::text::byte_set::ByteSet;
use crate::text::phrase::{NONE, digit_ahead, follows, lead};
use crate::text::view::View;
use crate::text::word_set::WordSet;
use crate::text::words::{is_letter, next_word, word_start};

/// The longest value, in bytes.
const LONGEST: usize = 512;
/// The longest name of a setting, in bytes.
const NAME: usize = 64;

/// Names that say it all.
#[rustfmt::skip]
static SECRETS: &[&str] = &[
    "secret", "secrets", "clientsecret", "appsecret", "apisecret", "consumersecret", "sharedsecret", "webhooksecret",
    "signingsecret", "jwtsecret", "sessionsecret", "tokensecret", "secretkey", "secretaccesskey", "apikey", "apikeys",
    "appkey", "authkey", "accesskey", "privatekey", "signingkey", "encryptionkey", "masterkey", "hmackey", "adminkey",
    "servicekey", "deploykey", "rootkey", "token", "tokens", "authtoken", "apitoken", "accesstoken", "refreshtoken",
    "bearertoken", "bottoken", "credential", "credentials", "geheimnis", "zugangsschlüssel", "geheimschlüssel",
    "segredo", "secreto", "segreto", "geheim", "jeton",
];
/// Words for a key, which opens doors, tables and songs as well.
static KEYS: &[&str] = &["key", "keys", "schlüssel", "clé", "cle", "clave", "chave", "chiave", "sleutel"];

/// What makes a secret of a key, before it or behind.
static KINDS: WordSet<256> = WordSet::of(&[
    "api secret secrete access private auth authentication authorization signing signature encryption master client app",
    "webhook service account shared hmac jwt consumer admin root deploy license ssh symmetric aes cipher crypt decrypt",
    "server backend live prod production integration rest application geheimer geheimen privater privaten privée privee",
    "secrète d’api d’accès secreta privada acceso acesso segreta privata d’accesso geheime privé l’api production",
]);

/// What takes it back: the name calls it public, or something else.
static OTHERS: WordSet<128> = WordSet::of(&[
    "public publishable hash hashed sha md digest checksum fingerprint cache primary foreign partition sort row etag",
    "idempotency object page next continuation cursor pagination sync kid commit index lookup translation license",
    "product serial foreignkey message event device push registration csrf xsrf",
]);

static FILLERS: WordSet<64> =
    WordSet::of(&["my the new old current value mein neuer mon ma nouvelle mi nueva minha nova mia nuova"]);

pub(super) static ENTRY: Entry = Entry::new("GENERIC_SECRET")
    .title("Secret beside its name")
    .category(Category::Secret)
    .sensitivity(Sensitivity::Critical)
    .score(70)
    .anchors(&[(Anchor::Cue(SECRETS), secret), (Anchor::Cue(KEYS), key)])
    .finds(&[
        concat!("secret: <<", "kJ8vQz2Lw9XtR4bN7s", ">>"),
        concat!("DJANGO_SECRET_KEY='<<", "x7$kq2!vz9&mw4@hb8#tn5%jd", ">>'"),
        concat!("{\"clientSecret\": \"<<", "q7W3kz81MvX0c5hDtr2Jn9pB", ">>\"}"),
        concat!("my api key is <<", "q7w3kz81mvx0c5hdtr2jn9pb", ">>, does it still work?"),
        concat!("unser API-Schlüssel lautet <<", "q7w3kz81mvx0c5hdtr2jn9pb", ">>"),
        concat!("notre clé secrète : <<", "q7w3kz81mvx0c5hdtr2jn9pb", ">>"),
        concat!("token: <<", "Zk93-pQx7_Lm20vB-tRw8", ">>"),
        concat!("<signingKey><<", "kJ8vQz2Lw9XtR4bN7s", ">></signingKey>"),
    ])
    .skips(&[
        ("9f8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c", "nothing says what it is"),
        ("the key is under the mat, room 1204", "prose"),
        ("secret: 6d92078a-8246-4ba4-ae5b-76104861e7dc", "a UUID"),
        ("public_key: q7w3kz81mvx0c5hdtr2jn9pb", "public"),
        ("cache key: q7w3kz81mvx0c5hdtr2jn9pb", "another kind of key"),
        ("token_hash = 9f8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c", "the name goes on"),
        ("secret = process.env.CLIENT_SECRET_V2_01", "the name of a variable"),
        ("secret: your-secret-goes-here-1234", "a placeholder"),
        ("secret_name: projects/48211/secrets/webhook/2", "a path"),
        ("secret: https://example.com/a1b2c3d4e5f6g7h8", "an address"),
        ("the key 4411 8829 does not turn", "no value of a machine"),
    ])
    .sources(&[
        "Wimple: what settings and headers of common software are called",
        "A. Rényi, \"On measures of entropy and information\", 1961 (the measure, of order 2)",
    ]);

fn secret(p: &Probe<'_>) -> Option<Found> {
    if digit_ahead(p.view, p.end, NAME + 40) { told(p, false) } else { None }
}

fn key(p: &Probe<'_>) -> Option<Found> {
    if digit_ahead(p.view, p.end, NAME + 40) { told(p, true) } else { None }
}

#[inline(never)]
fn told(p: &Probe<'_>, doubtful: bool) -> Option<Found> {
    let v = p.view;
    // `[API_KEY]`, `secret_name`, `key-id`, `secret2`
    if matches!(v.at(p.end), b']' | b'_' | b'-' | b'.' | b'0'..=b'9') {
        return None;
    }
    // The value of a link's query is an access token.
    let asked = v.slice(p.at.saturating_sub(NAME), p.at).iter().rev().find(|b| !(b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.')));
    if matches!(asked, Some(b'?' | b'&')) {
        return None;
    }
    let element = v.at(p.end) == b'>' && v.slice(p.at.saturating_sub(NAME), p.at).contains(&b'<');
    let lead = lead(v, p.end, &FILLERS, &NONE, 40);
    // A key that is called secret behind its noun: `clé secrète : …`.
    let (_, behind) = next_word(v, p.end);
    let (lead, kind_behind) = if !lead.sign && !lead.verb && doubtful && KINDS.holds(behind) {
        let (start, word) = next_word(v, p.end);
        (self::lead(v, start + word.len(), &FILLERS, &NONE, 40), true)
    } else {
        (lead, false)
    };
    let at = if element { p.end + 1 } else { lead.at };
    if !(element || lead.sign || lead.verb) || is_called(v, p.at, &OTHERS) {
        return None;
    }
    if doubtful && !kind_behind && !is_called(v, p.at, &KINDS) {
        return None;
    }
    let (start, end) = value(v, at)?;
    let text = v.slice(start, end);
    (is_secret(text)).then(|| Found::new(start, end).specimen(is_example(text)).cued())
}

/// Whether one of `words` is a part of the name that ends with the word at `at`, or the word before it.
fn is_called(v: View<'_>, at: usize, words: &crate::text::word_set::Words) -> bool {
    let floor = at.saturating_sub(NAME);
    let mut end = at;
    loop {
        while end > floor && matches!(v.before(end), b'_' | b'-' | b'.' | b'0'..=b'9') {
            end -= 1;
        }
        let start = word_start(v, end);
        if start == end || start < floor {
            return end == at && follows(v, at, words, 2);
        }
        if words.hold(v, start, end) {
            return true;
        }
        if !matches!(v.before(start), b'_' | b'-' | b'.') {
            return end == at && follows(v, start, words, 1);
        }
        end = start;
    }
}

/// Where the value at `at` starts and ends: within its quotes, or as far as no space comes.
fn value(v: View<'_>, at: usize) -> Option<(usize, usize)> {
    static PART: ByteSet = ByteSet::with("-_.~+/=!#$%&*^@?:");
    let quote = v.at(at);
    let quoted = matches!(quote, b'"' | b'\'' | b'`');
    let start = at + usize::from(quoted);
    let mut end = start + PART.run(v.slice(start, start + LONGEST));
    if quoted {
        return (v.at(end) == quote).then_some((start, end));
    }
    while end > start && matches!(v.before(end), b'.' | b'?' | b'!' | b':') {
        end -= 1;
    }
    let closed = !is_letter(v.at(end)) && !matches!(v.at(end), b'(' | b'{' | b'[' | b'\\');
    closed.then_some((start, end))
}

fn is_secret(text: &[u8]) -> bool {
    let first = text.first().copied().unwrap_or(0);
    // A variable, an option, a path, a label in brackets.
    let stands_for = matches!(first, b'$' | b'%' | b'/' | b'-' | b'.' | b'@' | b'<') && !text.iter().any(|b| b"!#&*^".contains(b));
    let address = text.windows(3).any(|w| w == b"://") || is_mail(text);
    let uuid = text.len() == 36 && text.iter().enumerate().all(|(n, b)| matches!(n, 8 | 13 | 18 | 23) == (*b == b'-'));
    let pairs = text.iter().filter(|b| **b == b':').count() > 1;
    let few = is_hexadecimal(text) && text.len() < 24;
    // Tokens of their own form are other types.
    let jwt = text.starts_with(b"eyJ") && text.contains(&b'.');
    let checked = [&b"ghp_"[..], b"gho_", b"ghu_", b"ghs_", b"ghr_", b"npm_"].iter().any(|p| text.starts_with(p));
    !(checked || stands_for || address || uuid || pairs || few || jwt)
        && looks_random(text)
        && !is_placeholder(text)
        && !is_dummy(text)
}

/// `name@host.example`
fn is_mail(text: &[u8]) -> bool {
    let mut parts = text.splitn(2, |b| *b == b'@');
    parts.next();
    parts.next().is_some_and(|host| {
        host.contains(&b'.') && host.iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::secret::tests::{conforms, cues};

    #[test]
    fn examples() {
        conforms(&ENTRY, cues);
    }

    #[test]
    fn settings_of_all_kinds() {
        let value = concat!("q7W3kz81MvX0", "c5hDtr2Jn9pB");
        for text in [
            format!("CLIENT_SECRET={value}"),
            format!("export WEBHOOK_SECRET=\"{value}\""),
            format!("client-secret: {value}"),
            format!("\"encryption_key\" : \"{value}\","),
            format!("private key = `{value}`"),
            format!("token => '{value}'"),
            format!("credentials:\n{value}\n"),
            format!("the secret is {value}."),
        ] {
            let found = cues(&ENTRY, &text);
            let values: Vec<_> = found.iter().map(|f| text.get(f.start..f.end).unwrap()).collect();
            assert_eq!(values, [value], "{text}");
        }
        for text in [
            format!("commit: {value}"),
            format!("id = {value}"),
            value.to_string(),
            format!("keyboard: {value}"),
            format!("next page token: {value}"),
            format!("primary key: {value}"),
            format!("the secret of {value}"),
        ] {
            assert!(cues(&ENTRY, &text).is_empty(), "{text}");
        }
    }
}

//! Password or passphrase, told in words.
//!
//! A cue (`password`, `pwd`, `contraseña`, `mot de passe`, `Kennwort`, `senha`, `wachtwoord`, …) and a value after a
//! sign (`:` `=` `->`), after a verb (`is`, `war`, …), or right after the cue. The less stands between them, the more
//! the value must look like a password: after a cue alone it needs digits or signs among letters; a plain word counts
//! only after a sign or verb, at the end of its clause, and not if people say it *about* passwords (`wrong`,
//! `expired`).
//! In a URL it is what stands between `user:` and `@host`.
//!
//! # Sources
//! RFC 3986 section 3.2.1 (user information); NIST SP 800-63B section 5.1.1 (memorized secrets).
use super::believable::{Way, believable};
use super::common::is_placeholder;
use super::in_url::in_url;
use super::typed::{LONGEST, value};
use crate::catalog::prelude::*;
use crate::text::phrase::{Lead, follows, lead};
use crate::text::view::View;
use crate::text::word_set::WordSet;
use crate::text::words::is_any;

#[rustfmt::skip]
static CUES: &[&str] = &[
    "password", "passwords", "passwd", "pwd", "pw", "passcode", "passphrase", "passwort", "kennwort",
    "contraseña", "contrasena", "clave", "mdp", "pswd", "psw", "passwrd", "pasword", "pass", "senha",
    "wachtwoord", "paswoord", "wachtwoorden", "ww",
];
static FOREIGN: WordSet<32> =
    WordSet::of(&["passwort kennwort contraseña contrasena clave mdp senha wachtwoord paswoord wachtwoorden ww"]);
/// The last part of `mot de passe` and `palavra-passe`.
static PASSE: &[&str] = &["passe"];

/// Words between the cue and the verb or the value that say nothing.
static FILLERS: WordSet<256> = WordSet::of(&[
    "provvisoria provvisorio minha meu atual nova antiga provisória temporária mia tua attuale nuova vecchia temporanea",
    "mijn het nieuwe oude",
    "tijdelijke wi fi isto esta questa dit neue alte wlan provisoire temporaire nouveau",
    "to the my your log in number i use used set have tried now still just currently either maybe",
    "might should la mi le du mon mein zum des actual here new old temporary temp que usé that this",
    "and wifi changed",
]);

/// Words that lead to what the password is for.
static PURPOSES: WordSet<64> = WordSet::of(&[
    "for of on login account user username email de cuenta para compte pour für konto voor van per do da della di conta",
    "del dell",
]);

/// Passes that are no passwords.
static PASSES: WordSet<32> = WordSet::of(&[
    "boarding bus travel day season gate rail ski train visitor parking gym guest",
]);

/// Where a password is a one-time code.
static ONE_TIME: WordSet<16> = WordSet::of(&["time onetime otp temporary einmal sms verification"]);

pub(super) static ENTRY: Entry = Entry::new("PASSWORD")
    .title("Password")
    .category(Category::Secret)
    .sensitivity(Sensitivity::Critical)
    .score(75)
    .anchors(&[
        (Anchor::Cue(CUES), told),
        (Anchor::Cue(PASSE), passe),
        (Anchor::Colon, in_url),
    ])
    .finds(&[
        "my password is <<hunter2>>",
        "i tried pw <<sunnyday74!>> and it locked me out",
        "Password: <<Tr0ub4dor&3>>, please check",
        "password to log in is <<qbyt1gfk8d>>",
        "pass=<<S3same>>",
        "pwd -> \"<<correct horse battery>>\"",
        "mi contraseña es <<Girasol99>>",
        "mon mot de passe est <<soleil-42>>",
        "mein Passwort lautet <<Blume#7>>.",
        "my password is <<sesame>>",
    ])
    .skips(&[
        ("i need a password reset", "talk about passwords"),
        ("my password is not working", "talk about passwords"),
        ("the password is incorrect.", "what people say of passwords"),
        ("my password, please", "no value"),
        ("password: ", "no value"),
        ("password: ********", "masked"),
        ("password = [PASSWORD]", "a label"),
        ("password={{password}}", "a template variable"),
        ("PASSWORD=${DB_PASSWORD}", "a template variable"),
        ("mi contraseña es incorrecta", "what people say of passwords"),
        ("mein passwort ist falsch", "what people say of passwords"),
        ("the one time password is 879087", "a one-time code"),
        ("boarding pass 12A34", "another kind of pass"),
    ])
    .sources(&["RFC 3986, section 3.2.1", "NIST SP 800-63B, section 5.1.1"]);

fn told(probe: &Probe<'_>) -> Option<Found> {
    behind(probe, false)
}

/// `mot de passe`, `mot-de-passe`, `palavra-passe`.
fn passe(probe: &Probe<'_>) -> Option<Found> {
    static FIRST: WordSet<4> = WordSet::of(&["de palavra"]);
    follows(probe.view, probe.at, &FIRST, 1).then(|| behind(probe, true)).flatten()
}

/// The value behind a cue, of which `several` say that it has more words than the probe's.
fn behind(probe: &Probe<'_>, several: bool) -> Option<Found> {
    let v = probe.view;
    let cue = v.slice(probe.at, probe.end);
    let after = v.at(probe.end);
    if after.is_ascii_alphanumeric() || matches!(after, b'_' | b']' | b'}' | b'-') && v.at(probe.end + 1) != b'>' {
        return None;
    }
    if v.at(probe.at.wrapping_sub(1)) == b'[' {
        return None;
    }
    // `passwd.conf`
    if after == b'.' && v.at(probe.end + 1).is_ascii_alphanumeric() {
        return None;
    }
    // `<password>…</password>`
    if v.before(probe.at) == b'<' && after == b'>' {
        return element(v, probe.end + 1);
    }
    let mut lead = lead(v, probe.end, &FILLERS, &PURPOSES, 56);
    if lead.marked && !lead.verb && !lead.sign {
        // `password for bob12 is …`: what comes first is whose it is.
        lead = after_owner(v, lead.at)?;
    }
    let short = is_any(cue, &["pass", "ww"]);
    if short && (!lead.sign || follows(v, probe.at, &PASSES, 1)) {
        return None;
    }
    let joined = v.before(probe.at).is_ascii_alphanumeric() || matches!(v.before(probe.at), b'_' | b'-' | b'.' | b'/');
    if joined && !lead.sign && !several {
        return None;
    }
    let (at, end) = value(v, lead.at)?;
    let text = v.slice(at, end);
    if text.iter().all(u8::is_ascii_digit) && follows(v, probe.at, &ONE_TIME, 2) && (4..=8).contains(&text.len()) {
        return None;
    }
    let quoted = at > lead.at && v.at(lead.at) != b'(';
    // The endings of English participles are those of words elsewhere: `Schmetterling`.
    let english = !several && !FOREIGN.holds(cue);
    believable(v, at, end, Way { lead, quoted, english }).map(|end| Found::new(at, end).cued())
}

/// What stands between `>` and `</`.
fn element(v: View<'_>, at: usize) -> Option<Found> {
    let mut end = at;
    while end - at <= LONGEST && !matches!(v.at(end), 0..=b' ' | b'<') {
        end += 1;
    }
    let closed = v.slice(end, end + 2) == b"</";
    (closed && end > at && !is_placeholder(v.slice(at, end))).then(|| Found::new(at, end).cued())
}

/// The bridge behind the one word at `i` that says whose password it is; only one with a verb or sign.
fn after_owner(v: View<'_>, i: usize) -> Option<Lead> {
    let mut end = i;
    while end - i < 64 && !matches!(v.at(end), 0..=b' ' | b':' | b'=') {
        end += 1;
    }
    let lead = lead(v, end, &FILLERS, &PURPOSES, 40);
    (end > i && (lead.verb || lead.sign)).then_some(lead)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::secret::tests::{conforms, cues, finds, skips};

    #[test]
    fn examples() {
        conforms(&ENTRY, cues);
    }

    #[test]
    fn typed_in_chat() {
        for text in [
            "yeah my password is <<curran 8799>>",
            "my name is john and password <<2419>>",
            "password for user bob12 is <<hunter22>>",
            "{\"user\":\"bob\",\"password\":\"<<abc123>>\"}",
            "password for my account is <<FooBarBaz>>",
            "bob@example.com pw <<hunter2>>",
            "Password:\n<<hunter2>>\nthanks",
            "password = '<<two words>>'",
"password (<<hunter2>>)",
"Password=<<abc123>>;Server=x",
"i changed my password, the password is changed to <<bluebird88>>",
            "password was “<<sesam>>”",
            "https://bob:<<s3cret>>@example.com/",
            "clave: <<mariposa>>",
            "contraseña era <<Ñandu2020>>",
            "https://example.com/?user=bob&password=<<abc123>>&x=1",
            "<password><<abc123>></password>",
            "postgres://app:<<p@ss>>@db.example.com:5432/x",
            "DB_PASSWORD=<<s3same>>",
            "i tried pw <<yhQUuVGOCS>> and it",
            "i tried pw <<zdd!tuwtrn>> and it",
            "password is <<monkey>>\nthanks",
        ] {
            finds(&ENTRY, cues, text);
        }
    }

    #[test]
    fn talk_about_passwords() {
        for text in [
            "forgot my password", "forgot password for bob123", "password for bob123 is wrong", "Password is incorrect!!", "password: bob@example.com", "password is wrong", "PASSWORD IS WRONG", "password: incorrect", "password isnt working",
            "my password is the same as before", "password don't work", "password is my dog", "change password 3 times",
            "password reset link to bob@example.com", "password was changed", "password is abc", "is my password ok?",
            "username / password: xxxx", "password: <password>", "password: [PASSWORD_1]", "password: YOUR_PASSWORD",
            "enter your password: username", "[PASSWORD] abc123", "password 2023", "password expires in 30days",
            "password 48hours", "password OneDrive", "password *required*", "reset_password=true", "i forgot my pin", "my pass 4821",
            "mot de passe oublié", "mon mot de passe est incorrect", "passwort vergessen", "clave incorrecta",
            "https://example.com/a:b@c", "mailto:bob@example.com", "user:pass@example.com", "1password account is 12345",
        ] {
            skips(&ENTRY, cues, text, "it is talk");
        }
    }
}

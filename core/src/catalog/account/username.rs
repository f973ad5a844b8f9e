//! Login name, screen name or handle.
//!
//! A token of letters, digits, `_`, `.` and `-` behind a cue (`username`, `user id`, `login`, `screen name`,
//! `Benutzername`, `nom d'utilisateur`, `usuario`, `nome utente`, …), or behind the name of a network (`my insta is
//! bob_77`). The less the cue says, the more the token must look like a login name: letters alone count only behind a
//! sign or verb, at the end of a clause, and not if people say them *about* user names. `@bob_77` counts where words
//! before it speak of a handle and of no company.
//!
//! # Sources
//! The forms that sign-up pages of common services allow; the rules are ours.
use super::login::{Login, Looks, is_plain_name, read};
use crate::catalog::prelude::*;
use crate::text::phrase::{Lead, closes, follows, is_covered, is_label, lead, within};
use crate::text::view::View;
use crate::text::word_set::WordSet;
use crate::text::words::{is_any, is_word, next_word, word_end};

/// Nothing else is called so.
#[rustfmt::skip]
static NAMES: &[&str] = &[
    "username", "userid", "loginname", "loginid", "screenname", "gamertag", "benutzername", "benutzernamen",
    "nutzername", "anmeldename", "benutzerkennung", "identifiant", "gebruikersnaam", "inlognaam",
];
/// Somebody who has a name: `user name`, `nombre de usuario`, `user bob_77`.
#[rustfmt::skip]
static USERS: &[&str] = &[
    "user", "usuario", "usuário", "utilizador", "utente", "utilisateur", "benutzer", "nutzer", "gebruiker", "nick",
    "nickname", "pseudo", "screen", "d’utilisateur",
];
static LOGINS: &[&str] = &["login", "logon", "inlog", "anmeldung"];
#[rustfmt::skip]
static NETWORKS: &[&str] = &[
    "insta", "instagram", "ig", "discord", "telegram", "skype", "snapchat", "tiktok", "twitter", "psn", "steam",
    "twitch", "reddit", "github",
];

/// What makes a name of a user.
static NAME: WordSet<32> =
    WordSet::of(&["name names id nombre nom nome naam handle username nick identificador kennung"]);

static FILLERS: WordSet<64> = WordSet::of(&[
    "the my your for on here account mein meine mi mon le la il mio o meu mijn de do da del konto of und called this",
    "that tag ign",
]);

pub(super) static ENTRY: Entry = Entry::new("USERNAME")
    .title("Login name or handle")
    .category(Category::Account)
    .sensitivity(Sensitivity::Medium)
    .score(70)
    .anchors(&[
        (Anchor::Cue(NAMES), named),
        (Anchor::Cue(USERS), user),
        (Anchor::Cue(LOGINS), login),
        (Anchor::Cue(NETWORKS), network),
        (Anchor::Cue(&["handle"]), handle),
        (Anchor::At, mentioned),
    ])
    .finds(&[
        "my username is <<bob_77>>",
        "user name: <<jsmith>>",
        "user id <<kmiller82>>",
        "login: <<bob.miller>>",
        "my screen name is <<sunny_day>>",
        "my handle is @<<bob>>",
        "my insta is <<bob_77>>",
        "nombre de usuario: <<ana.lopez>>",
        "mon identifiant est <<jdupont75>>",
        "mein Benutzername ist <<max_muster>>",
        "nome utente <<mrossi80>>",
    ])
    .skips(&[
        ("my username is incorrect", "what people say of user names"),
        ("i forgot my username", "no value"),
        ("the login page is down", "no value"),
        ("username: bob@example.com", "an e-mail address"),
        ("@ExampleSupport please help", "a company"),
        ("username: [USERNAME]", "a label"),
        ("login is not working", "no value"),
    ])
    .sources(&["Wimple"]);

/// Whether the cue is a part of an address, a path or a longer name.
fn is_glued(v: View<'_>, p: &Probe<'_>) -> bool {
    let dotted = v.at(p.end) == b'.' && v.at(p.end + 1).is_ascii_alphanumeric();
    matches!(v.before(p.at), b'@' | b'/' | b'.' | b'\\')
        || matches!(v.at(p.end), b'@' | b'0'..=b'9')
        || dotted
}

/// Behind a word for the name itself.
fn named(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    if is_label(v, p.at, p.end) || is_glued(v, p) {
        return None;
    }
    let lead = lead(v, p.end, &FILLERS, &NAME, 40);
    told(v, p.end, lead, lead.sign || lead.verb)
}

/// Behind *user* and its like: a word for *name* before or behind it says that one follows.
fn user(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    if matches!(v.before(p.at), b'_' | b'[') || v.at(p.end) == b']' || is_glued(v, p) {
        return None;
    }
    // `user_name`, `user-id`
    let joined = p.end + usize::from(matches!(v.at(p.end), b'_' | b'-'));
    let name = is_any(v.slice(joined, word_end(v, joined)), &["name", "id"]);
    if joined > p.end && !name {
        return None;
    }
    let lead = lead(v, joined, &FILLERS, &NAME, 40);
    let cue = v.slice(p.at, p.end);
    let led = lead.sign || lead.verb || lead.marked;
    // `user on account AC1234`; and a word right behind *user* is none of a user's name.
    let telling = |login: Login| login.at_sign || login.looks >= Looks::Joined;
    let follows_at_once = || lead.words == 0 && read(v, lead.at).is_some_and(telling);
    if !(led || follows_at_once()) {
        return None;
    }
    let marked = lead.marked || follows(v, p.at, &NAME, 3);
    if is_word(cue, "screen") && !marked {
        return None;
    }
    let sign = lead.sign && !is_any(cue, &["nick", "pseudo", "user"]);
    let owned = is_any(cue, &["nick", "pseudo", "nickname", "usuario", "usuário", "utilizador"])
        && follows(v, p.at, &MY, 2);
    let strong = (marked || owned) && (lead.sign || lead.verb)
        || sign
        || is_word(cue, "user") && lead.sign && lead.words == 0;
    told(v, joined, lead, strong)
        .filter(|f| marked || v.slice(f.start, f.end).iter().any(|b| !b.is_ascii_digit()))
}

/// Behind *login*, which is a page, a button and a deed as well.
fn login(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    if is_label(v, p.at, p.end) || is_glued(v, p) || matches!(v.before(p.at), b'-' | b'(') {
        return None;
    }
    let lead = lead(v, p.end, &FILLERS, &NAME, 32);
    let bare = lead.words == 0 && lead.sign;
    if !(lead.sign || lead.verb || lead.marked) {
        return None;
    }
    told(v, p.end, lead, bare || lead.marked && (lead.sign || lead.verb))
}

/// Behind the name of a network: `my insta is bob_77`, `discord: bob#1234`.
fn network(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    if is_label(v, p.at, p.end) || is_glued(v, p) {
        return None;
    }
    let lead = lead(v, p.end, &FILLERS, &NAME, 32);
    if !(lead.sign || lead.verb || lead.marked) || lead.at == p.end {
        return None;
    }
    // Skype's names: `live:bob_77`.
    let at = if is_word(v.slice(lead.at, lead.at + 5), "live:") { lead.at + 5 } else { lead.at };
    told(v, p.end, Lead { at, ..lead }, false)
}

/// Behind *handle*, which is a part of doors and a deed as well.
fn handle(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let lead = lead(v, p.end, &FILLERS, &NAME, 24);
    let login = read(v, lead.at)?;
    let whose = follows(v, p.at, &MY, 2) || follows(v, p.at, &PLATFORMS, 1);
    let told = lead.sign || lead.verb;
    if is_company(v, &login) {
        return None;
    }
    let found = login.at_sign
        || told && (login.looks >= Looks::Joined || whose && is_plain_name(v, &login, lead.sign));
    (found && !is_label(v, p.at, p.end)).then(|| Found::new(login.start, login.end).cued())
}

/// The token behind the bridge from `from`. `strong` says that the words before it allow letters and digits alone.
fn told(v: View<'_>, from: usize, lead: Lead, strong: bool) -> Option<Found> {
    if is_covered(v, lead.at) {
        return None;
    }
    let login = read(v, lead.at)?;
    let led = lead.sign || lead.verb;
    // Right behind the cue, and no `THE_NAME` of a manual.
    let close = v.slice(from, lead.at).iter().all(|b| b.is_ascii_whitespace() || b.is_ascii_alphabetic());
    let loud = !v.slice(login.start, login.end).iter().any(u8::is_ascii_lowercase);
    let (enough, score) = match login.looks {
        _ if login.at_sign => (!is_company(v, &login), 75),
        Looks::Mixed => (true, 75),
        Looks::Joined if led => (true, 75),
        Looks::Joined => (strong || close && !loud && v.slice(login.start, login.end).contains(&b'_'), 70),
        Looks::Word if lead.marked && !led => {
            (is_plain_name(v, &login, false) && is_before_password(v, login.end), 60)
        }
        Looks::Word => (strong && is_plain_name(v, &login, lead.sign), 65),
        Looks::Number => {
            ((strong || lead.marked) && login.end - login.start >= 4 && closes(v, login.end), 65)
        }
    };
    enough.then(|| Found::new(login.start, login.end).cued().score(score))
}

/// Whether a password is told next: `user id jsmith and password …`.
fn is_before_password(v: View<'_>, end: usize) -> bool {
    static PASSWORDS: WordSet<32> =
        WordSet::of(&["password pasword passwort contraseña senha wachtwoord pw pwd pass mdp clave passwd"]);
    let (at, first) = next_word(v, end);
    let joins = is_any(first, &["and", "und", "y", "e", "et", "en", "with", "con", "mit"]);
    PASSWORDS.holds(if joins { next_word(v, at + first.len()).1 } else { first })
}

/// Whose it is.
static MY: WordSet<64> =
    WordSet::of(&["my his her mi su mon son ma mein meine ihr meu minha sua mio mia mijn"]);

static PLATFORMS: WordSet<64> = WordSet::of(&[
    "insta instagram ig discord telegram skype snapchat snap tiktok twitter psn steam twitch reddit github x xbox",
    "mastodon bluesky threads facebook fb youtube venmo",
]);

/// What is said before somebody's own handle.
static HANDLES: WordSet<128> = WordSet::of(&[
    "handle username user nick nickname insta instagram ig discord telegram skype snapchat snap tiktok twitter twitch",
    "reddit github mastodon bluesky threads venmo facebook fb usuario usuário utente benutzername benutzer pseudo",
    "gebruikersnaam identifiant profile profil perfil profilo profiel",
]);

/// Whose handle is no customer's.
static COMPANY: WordSet<32> =
    WordSet::of(&["your official company brand support ur thanks hey hi cc dear vuestro"]);

/// `my insta @bob_77`: at the sign.
fn mentioned(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let opens = matches!(v.before(p.at), b' ' | b':' | b'(' | b'"' | b'\n' | b'=');
    let named = v.at(p.end).is_ascii_alphabetic() || v.at(p.end) == b'_';
    if opens && named { mention(p) } else { None }
}

#[inline(never)]
fn mention(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let from = p.at.saturating_sub(40);
    if !within(v, from, p.at, &HANDLES) || within(v, from, p.at, &COMPANY) {
        return None;
    }
    let login = read(v, p.at)?;
    (!is_company(v, &login)).then(|| Found::new(login.start, login.end).cued().score(65))
}

/// Whether a handle names the house: `@ExampleHelp`, `@acme_support`.
fn is_company(v: View<'_>, login: &Login) -> bool {
    const PARTS: [&[u8]; 7] = [b"support", b"help", b"care", b"official", b"service", b"team", b"store"];
    let text = v.slice(login.start, login.end);
    PARTS.iter().any(|part| text.windows(part.len()).any(|w| w.eq_ignore_ascii_case(part)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::secret::tests::{conforms, cues};

    #[test]
    fn examples() {
        conforms(&ENTRY, cues);
    }
}

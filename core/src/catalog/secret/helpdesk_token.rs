//! Token of a helpdesk or customer system: Zendesk, Intercom, Freshdesk, HubSpot, Salesforce, Jira.
//!
//! - Intercom: base64 of `tok:` and the app's id, so that it begins with `dG9rO`.
//! - HubSpot: `pat-`, the region (`na1`, `eu1`), `-`, a UUID.
//! - Salesforce: a session id, the organisation's id (`00D` and twelve more), `!`, forty or more characters.
//! - Jira and Confluence: `ATATT3` and a long base64url text.
//! - Zendesk: forty letters and digits behind `/token:`, or where the name Zendesk and a word for a key lead to them.
//! - Freshdesk: twenty letters and digits behind the name and a word for a key, or `-u …:X` before the name.
//!
//! # Check
//! Intercom's is decoded: `tok:` and hexadecimal groups. The others have none.
use super::common::{is_dummy, is_example};
use super::keys::{Alphabet, Key, Keys, cues, find, is_mixed};
use crate::catalog::prelude::*;
use crate::text::view::{View, is_wordy};
use crate::text::words::{either, is_word};

pub(super) static ENTRY: Entry = Entry::new("HELPDESK_TOKEN")
    .title("Token of a helpdesk system")
    .category(Category::Secret)
    .sensitivity(Sensitivity::Critical)
    .score(90)
    .anchors(&[
        (Anchor::Begins(&["dG9rO"]), intercom),
        (Anchor::Token, salesforce),
        (Anchor::Cue(&CUES), key),
        (Anchor::Cue(&["token"]), zendesk),
        (Anchor::Cue(&["zendesk", "freshdesk"]), named),
    ])
    .finds(&[
        concat!("curl -u \"$ZENDESK_USER/token:<<", "6wiIBWbGkBMo1mRDMuVw", "kw1EPsNkeUj95PIz2akv>>\""),
        concat!("ZENDESK_API_TOKEN=<<", "EXAMPLE0123456789abc", "defghijklmnopqrstuvw>>"),
        concat!("the HubSpot one is <<", "pat-", "na1-", "0123abcd-4567-89ab-cdef-0123456789ab>>"),
        concat!("intercom <<", "dG9r", "OjAxMjNhYmNkXzQ1NjdfODlhYl9jZGVmXzAxMjM0NTY3ODlhYjoxOjA=>>"),
        concat!(
            "sid <<",
            "00D",
            "50000000IZ3Z!",
            "AQ0AQDpEDKYsn7io.KXMPLE2aSmgCjgrPjG9eRLza8jX_WoW7uA90V39rvQaIy1>> expired"
        ),
        concat!("curl -u <<", "EXAMPLEa1B2c3D4e5F6g", ">>:X https://acme.freshdesk.com/api/v2/tickets"),
    ])
    .skips(&[
        ("ZENDESK_API_TOKEN=YOUR_ZENDESK_API_TOKEN_GOES_HERE", "a placeholder"),
        ("pat-na1-xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx", "a placeholder"),
        ("zendesk ticket 12345678901234567890123456789012345678901", "digits alone"),
        ("dG9rOG9tbW9uLXRvLWFsbA==", "base64 of something else"),
        ("Pat-na1 called about the Zendesk token", "no token"),
        ("00D50000000IZ3Z", "the organisation's id alone"),
    ])
    .sources(&[
        "Zendesk developer documentation, \"Security and authentication\"",
        "Intercom developer documentation, \"Authentication\"",
        "Freshdesk API reference, \"Authentication\"",
        "HubSpot developer documentation, \"Private apps\"",
        "Salesforce REST API Developer Guide, \"Session ids\"",
        "Atlassian Support, \"Manage API tokens\"",
    ]);

static CUES: [&str; ROWS.len()] = cues(ROWS);

pub(super) static KEYS: Keys = Keys::of(ROWS);

static ROWS: &[Key] = &[
    Key::new("pat-", Alphabet::DASHED, 40, 40).check(region_and_uuid).by("HubSpot"),
    Key::new("ATATT3", Alphabet::PADDED_URL, 60, 400).cue("atatt").by("Atlassian"),
    Key::new("plainApiKey_", Alphabet::NAME, 32, 128).cue("plainapikey").by("Plain"),
    Key::new("pylon_api_", Alphabet::HEX, 64, 64).by("Pylon"),
    Key::new("missive_pat-", Alphabet::URL, 40, 120).by("Missive"),
    Key::new("api_", Alphabet::DOTTED, 45, 45).check(close).by("Close"),
];

fn key(probe: &Probe<'_>) -> Option<Found> {
    find(probe, &KEYS)
}

/// `na1-`, then groups of 8, 4, 4, 4 and 12 hexadecimal digits.
fn region_and_uuid(body: &[u8]) -> Option<Verdict> {
    let mut parts = body.split(|&b| b == b'-');
    let region = matches!(parts.next()?, [a, b, n] if a.is_ascii_lowercase() && b.is_ascii_lowercase() && n.is_ascii_digit());
    let uuid = [8, 4, 4, 4, 12].into_iter().all(|length| {
        parts.next().is_some_and(|part| part.len() == length && part.iter().all(u8::is_ascii_hexdigit))
    });
    (region && uuid).then_some(Verdict::Unknown)
}

/// Two parts of 22 letters and digits.
fn close(body: &[u8]) -> Option<Verdict> {
    body.split(|&b| b == b'.').map(<[u8]>::len).eq([22, 22]).then_some(Verdict::Unknown)
}

/// Base64 of `tok:0123abcd_4567_…:1:0`.
fn intercom(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    // The middle of a longer text is no token.
    if is_wordy(v.before(probe.at)) || matches!(v.before(probe.at), b'+' | b'/') {
        return None;
    }
    let mut end = probe.at;
    while end - probe.at < 128 && Alphabet::BASE64.holds(v.at(end)) {
        end += 1;
    }
    let mut text = [0u8; 96];
    let length = super::base64::decode(v.slice(probe.at, end), &mut text)?;
    let inside = text.get(..length)?.strip_prefix(b"tok:")?;
    let id = inside.iter().take_while(|&&b| b != b':').count();
    let hex = |b: &u8| b.is_ascii_hexdigit() || *b == b'_';
    let fits = id >= 16 && inside.get(..id).is_some_and(|id| id.iter().all(hex));
    (fits && !is_wordy(v.at(end))).then(|| Found::new(probe.at, end).cued().verdict(Verdict::Valid))
}

/// The first long run behind the `!` of a session id.
fn salesforce(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    if !matches!(v.before(probe.at), b'!' | b'.' | b'_') {
        return None;
    }
    let left = v.slice(probe.at.saturating_sub(80), probe.at);
    // The parts of other tokens have dots before them, and none of these has the sign.
    either(v, probe.at.saturating_sub(80), probe.at, b'!', b'!')?;
    let sign =
        left.iter().rposition(|&b| !Alphabet::DOTTED.holds(b)).filter(|&at| left.get(at) == Some(&b'!'))?;
    let (organisation, run) = left.split_at_checked(sign)?;
    let id = organisation.iter().rev().take_while(|b| b.is_ascii_alphanumeric()).count();
    let first = run.split(|b| !b.is_ascii_alphanumeric()).all(|part| part.len() < 16);
    let begins = organisation.get(organisation.len() - id..)?.starts_with(b"00D");
    if !first || !begins || id != 15 && id != 18 {
        return None;
    }
    let body = probe.at - run.len() + 1;
    let start = body - 1 - id;
    let end = joined(v, body, 2048, |b| Alphabet::DOTTED.holds(b));
    let value = v.slice(body, end);
    (value.len() >= 40 && is_mixed(value) && !is_dummy(value) && !is_wordy(v.before(start)))
        .then(|| Found::new(start, end).cued())
}

/// `bo@example.com/token:…`, the user name that Zendesk's interface asks for.
fn zendesk(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    if v.at(probe.end) != b':' || v.before(probe.at) != b'/' {
        return None;
    }
    random(v, probe.end + 1, 40)
}

/// A token behind the name of the system and a word that calls it one; of Freshdesk also `-u …:X` before the name.
fn named(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let fresh = is_word(v.slice(probe.at, probe.end), "freshdesk");
    let length = if fresh { 20 } else { 40 };
    let mut called = false;
    let mut at = probe.end;
    while at - probe.end < 72 && v.at(at) >= b' ' {
        let end = joined(v, at, 64, |b| b.is_ascii_alphanumeric());
        let word = v.slice(at, end);
        called |= ["token", "key", "secret"].iter().any(|w| is_word(word, w) || ends(word, w));
        if called && end - at == length {
            return random(v, at, length);
        }
        at = end.max(at + 1);
    }
    fresh.then(|| curl(v, probe.at)).flatten()
}

/// `apikey`, `accessToken`.
fn ends(word: &[u8], end: &str) -> bool {
    word.len() > end.len() && word.get(word.len() - end.len()..).is_some_and(|tail| is_word(tail, end))
}

/// `curl -u KEY:X https://acme.freshdesk.com`: the key before the name at `at`.
fn curl(v: View<'_>, at: usize) -> Option<Found> {
    let from = at.saturating_sub(120);
    let option = v.slice(from, at).windows(3).rposition(|w| w == b"-u ")?;
    let start = from + option + 3;
    let start = if matches!(v.at(start), b'"' | b'\'') { start + 1 } else { start };
    random(v, start, 20).filter(|_| v.slice(start + 20, start + 22).eq_ignore_ascii_case(b":x"))
}

/// Exactly `length` letters and digits from `start`, of both kinds.
fn random(v: View<'_>, start: usize, length: usize) -> Option<Found> {
    let end = joined(v, start, length + 1, |b| b.is_ascii_alphanumeric());
    let value = v.slice(start, end);
    let both = value.iter().any(u8::is_ascii_digit) && value.iter().any(u8::is_ascii_alphabetic);
    let fits = value.len() == length
        && both
        && !is_dummy(value)
        && !is_wordy(v.before(start))
        && !is_wordy(v.at(end));
    fits.then(|| Found::new(start, end).cued().specimen(is_example(value) || value == PUBLISHED))
}

/// The token in Zendesk's documentation.
static PUBLISHED: &[u8] = concat!("6wiIBWbGkBMo1mRDMuVw", "kw1EPsNkeUj95PIz2akv").as_bytes();

fn joined(v: View<'_>, at: usize, most: usize, part: fn(u8) -> bool) -> usize {
    let mut end = at;
    while end - at < most && part(v.at(end)) {
        end += 1;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::secret::tests::{conforms, everything, finds, skips};

    #[test]
    fn examples() {
        conforms(&ENTRY, everything);
    }

    #[test]
    fn other_spellings() {
        for text in [
            concat!("zendesk token: <<", "EXAMPLE0123456789abc", "defghijklmnopqrstuvw>>"),
            concat!("my freshdesk api key is <<", "EXAMPLEa1B2c3D4e5F6g>>"),
            concat!("<<", "pat-", "eu1-", "0123abcd-4567-89ab-cdef-0123456789ab>>"),
            concat!(
                "<<",
                "AT",
                "ATT3",
                "xFfGF0EXAMPLE0123456789abcdefghijklmnopqrstuvwxyz_0123456789-abcdefghij=0A1B2C3D>>"
            ),
        ] {
            finds(&ENTRY, everything, text);
        }
        for text in ["zendesk help centre article aboutthenewticketingsystem99", "freshdesk key accounts"] {
            skips(&ENTRY, everything, text, "no token");
        }
    }
}

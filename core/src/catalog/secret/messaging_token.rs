//! Token of a mail, message, social or telephone service, or the address of one of its webhooks.
//!
//! One row each: who gives it out, its prefix, the alphabet and the length of what follows. Three have a form without a
//! prefix: Telegram's bots (`123456789:AA…`), Discord's bots (the bot's id in base64, two dots), Mailchimp's keys (32 of
//! hexadecimal and the data center). Slack's tokens are a type of their own.
//!
//! # Check
//! Discord: the first part is the base64 of a number of 17 to 20 digits. Nostr: Bech32.
use super::base64::decode;
use super::cloud_api_key::random;
use super::common::is_dummy;
use super::keys::{Alphabet, Key, Keys, beginnings, begun, begun_as, cues, find, is_mixed};
use crate::catalog::prelude::*;
use crate::check::bech32;
use crate::text::view::is_wordy;
use crate::text::words::is_word;

pub(super) static ENTRY: Entry = Entry::new("MESSAGING_TOKEN")
    .title("Token of a mail or message service")
    .category(Category::Secret)
    .sensitivity(Sensitivity::Critical)
    .score(95)
    .anchors(&[
        (Anchor::Cue(&CUES), token),
        (Anchor::Begins(&BEGINNINGS), running),
        (Anchor::Begins(&["SK"]), twilio),
        (Anchor::Colon, telegram),
        (Anchor::Token, discord),
        (Anchor::Token, mailchimp),
        (Anchor::Cue(&["discord", "discordapp"]), webhook),
    ])
    .finds(&[
        concat!("<<", "S", "G.EXAMPLEa1B2c3D4e5F6g7H.EXAMPLE0123456789-abcdefghijklmnopqrstuvwxy>> is for SendGrid"),
        concat!("TWILIO_KEY=<<", "S", "K0123456789abcdef0123456789abcdee>>"),
        concat!("bot <<", "123456789", ":AAEXAMPLE0123456789abcdefghijklmnop>>"),
        concat!("<<", "MTIzNDU2Nzg5MDEyMzQ1Njc4", ".GEXAMP.EXAMPLE0123456789abcdefghijklmnopq>> for the Discord bot"),
        concat!("mailchimp: <<", "0123456789abcdef0123456789abcdee", "-us12>>"),
        concat!("it posts to <<https://discord", ".com/api/webhooks/", "123456789012345678/EXAMPLE0123456789-abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_01>>"),
        concat!("BREVO=<<", "xkey", "sib-", "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdee-EXAMPLEa1B2c3D4e>>"),
    ])
    .skips(&[
        (concat!("S", "G.xxxxxxxxxxxxxxxxxxxxxx.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"), "a placeholder"),
        ("SKU0123456789abcdef", "an article"),
        ("123456789:00 in the log", "a time"),
        ("MTIzNDU2Nzg5MDEyMzQ1Njc4 alone", "one part"),
        ("key-value-store and md-files", "words"),
        ("https://discord.com/api/webhooks", "no secret in it"),
        ("0123456789abcdef0123456789abcdee", "a hash"),
    ])
    .sources(&[
        "Prefixes as the issuers' keys are known to look; not yet read again in each issuer's own documents",
        "Telegram, \"Bot API\": authorizing your bot; Discord Developer Documentation, \"Authentication\", \"Webhooks\"",
        "Nostr NIP-19: private keys are Bech32 with the prefix nsec",
    ]);

static CUES: [&str; Keys::count(ROWS, true)] = cues(ROWS);
static BEGINNINGS: [&str; Keys::count(ROWS, false)] = beginnings(ROWS);
pub(super) static KEYS: Keys = Keys::of(ROWS);

#[rustfmt::skip]
static ROWS: &[Key] = &[
    Key::new("SG.", Alphabet::DOTTED, 66, 66).cue("sg").by("Twilio SendGrid"),
    Key::new("key-", Alphabet::PLAIN, 32, 32).check(small).by("Mailgun"),
    Key::new("md-", Alphabet::URL, 22, 22).check(random).by("Mailchimp Transactional"),
    Key::new("xkeysib-", Alphabet::DASHED, 81, 81).by("Brevo"),
    Key::new("xsmtpsib-", Alphabet::DASHED, 81, 81).by("Brevo"),
    Key::new("re_", Alphabet::NAME, 30, 40).check(random).by("Resend"),
    Key::begins("EAAA", Alphabet::PLAIN, 80, 400).check(random).by("Meta"),
    Key::begins("EAAG", Alphabet::PLAIN, 80, 400).check(random).by("Meta"),
    Key::begins("EAAJ", Alphabet::PLAIN, 80, 400).check(random).by("Meta"),
    Key::begins("EAAC", Alphabet::PLAIN, 80, 400).check(random).by("Meta"),
    Key::begins("IGQV", Alphabet::URL, 100, 300).by("Instagram"),
    Key::begins("IGAA", Alphabet::URL, 100, 300).by("Instagram"),
    Key::begins("AAAAAAAAAAAAAAAAAAAAA", Alphabet::ESCAPED, 60, 120).check(random).by("X (Twitter)"),
    Key::new("WPL_AP1.", Alphabet::JOINED, 16, 80).cue("wpl").by("LinkedIn"),
    Key::new("pk_", Alphabet::HEX, 34, 34).by("Klaviyo"),
    Key::new("os_v2_app_", Alphabet::PLAIN, 80, 120).by("OneSignal"),
    Key::new("os_v2_org_", Alphabet::PLAIN, 80, 120).by("OneSignal"),
    Key::new("pk_prod_", Alphabet::PLAIN, 28, 28).by("Courier"),
    Key::begins("KEY01", Alphabet::NAME, 40, 60).by("Telnyx"),
    Key::new("vk1.a.", Alphabet::URL, 150, 300).cue("vk").by("VK"),
    Key::new("sl.", Alphabet::URL, 130, 1400).check(random).by("Dropbox"),
    Key::new("tfp_", Alphabet::URL, 44, 64).by("Typeform"),
    Key::new("kit_", Alphabet::PLAIN, 32, 32).by("Kit"),
    Key::new("mlsn.", Alphabet::HEX, 64, 64).by("MailerSend"),
    Key::new("api-", Alphabet::PLAIN, 32, 32).check(shouted).by("SMTP2GO"),
    Key::new("fio-u-", Alphabet::URL, 64, 64).by("Frame.io"),
    Key::new("tk_", Alphabet::PLAIN, 29, 29).by("ntfy"),
    Key::begins("nsec1", Alphabet::PLAIN, 58, 58).check(nostr).by("Nostr"),
];

fn token(probe: &Probe<'_>) -> Option<Found> {
    find(probe, &KEYS)
}

fn running(probe: &Probe<'_>) -> Option<Found> {
    begun(probe, &KEYS)
}

/// Twilio's prefix is too short for the table.
static TWILIO: Key = Key::begins("SK", Alphabet::HEX, 32, 32).by("Twilio");

fn twilio(probe: &Probe<'_>) -> Option<Found> {
    begun_as(probe, &TWILIO)
}

fn small(body: &[u8]) -> Option<Verdict> {
    (!body.iter().any(u8::is_ascii_uppercase) && body.iter().any(u8::is_ascii_lowercase)).then_some(Verdict::Unknown)
}

fn shouted(body: &[u8]) -> Option<Verdict> {
    (!body.iter().any(u8::is_ascii_lowercase)).then_some(Verdict::Unknown)
}

fn nostr(body: &[u8]) -> Option<Verdict> {
    let mut whole = [0; 63];
    let (head, tail) = whole.split_at_mut(5);
    head.copy_from_slice(b"nsec1");
    if tail.len() != body.len() {
        return None;
    }
    tail.copy_from_slice(body);
    matches!(bech32::variant(&whole)?, (_, bech32::Variant::Bech32)).then_some(Verdict::Valid)
}

/// The bot's number, `:`, 35 characters that begin with `AA`.
fn telegram(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let body = probe.at + 1;
    if v.slice(body, body + 2) != b"AA" {
        return None;
    }
    let digits = v.slice(probe.at.saturating_sub(11), probe.at).iter().rev().take_while(|b| b.is_ascii_digit()).count();
    let start = probe.at - digits;
    let end = body + v.slice(body, body + 36).iter().take_while(|&&b| Alphabet::URL.holds(b)).count();
    let edges = !is_wordy(v.before(start)) || v.slice(start.saturating_sub(3), start) == b"bot";
    let value = v.slice(body, end);
    ((8..=10).contains(&digits) && end - body == 35 && edges && is_mixed(value) && !is_dummy(value))
        .then(|| Found::new(start, end).cued())
}

/// A number in base64, `.`, six characters, `.`, 27 and more.
fn discord(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let length = probe.end - probe.at;
    if !matches!(v.at(probe.at), b'M' | b'N' | b'O') || !(23..=28).contains(&length) || v.at(probe.end) != b'.' {
        return None;
    }
    if is_wordy(v.before(probe.at)) || v.before(probe.at) == b'.' {
        return None;
    }
    let part = |at: usize, most: usize| v.slice(at, at + most).iter().take_while(|&&b| Alphabet::URL.holds(b)).count();
    let middle = probe.end + 1;
    let last = middle + 7;
    let rest = part(last, 60);
    if part(middle, 7) != 6 || v.at(middle + 6) != b'.' || !(27..=45).contains(&rest) {
        return None;
    }
    let mut number = [0; 24];
    let digits = decode(v.slice(probe.at, probe.end), &mut number).and_then(|n| number.get(..n))?;
    let fits = (17..=20).contains(&digits.len()) && digits.iter().all(u8::is_ascii_digit);
    fits.then(|| Found::new(probe.at, last + rest).verdict(Verdict::Valid).cued())
}

/// 32 of hexadecimal, `-us` and the number of a data center.
fn mailchimp(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    if probe.end - probe.at != 32 || v.slice(probe.end, probe.end + 3) != b"-us" {
        return None;
    }
    let number = v.slice(probe.end + 3, probe.end + 6).iter().take_while(|b| b.is_ascii_digit()).count();
    let end = probe.end + 3 + number;
    let key = v.slice(probe.at, probe.end);
    let hex = key.iter().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    ((1..=2).contains(&number) && hex && !is_wordy(v.at(end)) && !is_wordy(v.before(probe.at)) && !is_dummy(key))
        .then(|| Found::new(probe.at, end).cued())
}

/// `discord.com/api/webhooks/ID/TOKEN`, with its `https://`.
fn webhook(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let path = ".com/api/webhooks/";
    let id = probe.end + path.len();
    if !is_word(v.slice(probe.end, id), path) {
        return None;
    }
    let digits = v.slice(id, id + 21).iter().take_while(|b| b.is_ascii_digit()).count();
    let body = id + digits + 1;
    let length = v.slice(body, body + 90).iter().take_while(|&&b| Alphabet::URL.holds(b)).count();
    let key = v.slice(body, body + length);
    if !(17..=20).contains(&digits) || v.at(body - 1) != b'/' || length < 60 || !is_mixed(key) || is_dummy(key) {
        return None;
    }
    let https = probe.at.saturating_sub(8);
    let start = if v.slice(https, probe.at) == b"https://" { https } else { probe.at };
    Some(Found::new(start, body + length).cued())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::secret::tests::{conforms, everything};

    #[test]
    fn examples() {
        conforms(&ENTRY, everything);
    }
}

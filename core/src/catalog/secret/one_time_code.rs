//! One-time code: what arrives by text message, mail or app to confirm a login or payment.
//!
//! Four to eight digits, also in two groups (`123-456`) or as `G-123456`, behind `otp`, `2fa`, `TAN`, or a word for
//! *code* that a word such as `verification` explains; a bare *code* needs a verb or sign. Six capitals and digits mixed
//! count after `code is` and `code:`. Codes of other kinds (error, postal, area, promo, product, …) do not.
//! Three digits behind `security code` are a card's: see `CARD_VERIFICATION_CODE`.
//!
//! # Sources
//! RFC 4226 section 5.3 and RFC 6238 (six to eight digits); NIST SP 800-63B section 5.1.3 (out-of-band secrets).
use super::code_words::{FILLERS, KINDS, OTHERS};
use crate::catalog::card_words::{CARD_WORDS, SECURITY};
use crate::catalog::prelude::*;
use crate::text::phrase::{closes, digit_ahead, digit_between, digits_end, follows, goes_on, is_covered, is_label, lead, near, stands_alone, within};
use crate::text::view::View;
use crate::text::word_set::WordSet;
use crate::text::words::{is_any, is_letter, is_word, previous_word, skip_spaces, skip_spaces_back};

static CODES: &[&str] = &["code", "codes", "código", "codigo", "codice", "passcode", "password"];
/// The same, passed on the way from another cue.
static CODE_WORDS: WordSet<16> = WordSet::of(&["code codes código codigo codice passcode password"]);
#[rustfmt::skip]
static NAMED: &[&str] = &[
    "otp", "totp", "tan", "mtan", "smstan", "bestätigungscode", "sicherheitscode", "einmalcode",
    "zugangscode", "verifizierungscode", "freischaltcode", "anmeldecode", "einmalpasswort", "fa", "mfa",
    "verificatiecode", "bevestigingscode", "beveiligingscode", "inlogcode", "toegangscode", "activeringscode",
    "activatiecode", "eenmalige",
];

pub(super) static ENTRY: Entry = Entry::new("ONE_TIME_CODE")
    .title("One-time code")
    .category(Category::Secret)
    .sensitivity(Sensitivity::High)
    .score(75)
    .context(&["otp", "verification", "code", "sms", "login", "código", "bestätigungscode"])
    .anchors(&[(Anchor::Cue(CODES), code), (Anchor::Cue(NAMED), named)])
    .finds(&[
        "the code is <<482913>>",
        "your verification code: <<123-456>>",
        "otp <<4829>> not working",
        "<<G-123456>> is your Google verification code",
        "2fa code <<482 913>>",
        "access code of <<639431>>",
        "mi código de verificación es <<482913>>",
        "le code est <<482913>>",
        "TAN: <<482913>>",
        "the one time password is <<879087>>",
        "login code is <<A7K9Q2>>",
    ])
    .skips(&[
        ("error code 50012", "an error"),
        ("zip code is 98101", "a postal code"),
        ("promo code: SAVE20", "a discount"),
        ("security code 123", "a card's code"),
        ("my card's security code is 1234", "a card's code of four digits"),
        ("the country code is 4420", "a dialling code"),
        ("code 2024", "a year"),
        ("the code costs 4500 dollars", "a price"),
        ("the code is 4500 dollars", "a price"),
        ("i never got the verification code", "no value"),
    ])
    .sources(&["RFC 4226, section 5.3", "RFC 6238", "NIST SP 800-63B, section 5.1.3"]);

static PASSWORD_KINDS: WordSet<16> = WordSet::of(&["time onetime otp verification temporary sms"]);

/// Behind a word that means nothing but a one-time code.
fn named(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let word = v.slice(probe.at, probe.end);
    let factor = is_word(word, "fa");
    let before = v.before(probe.at);
    if is_label(v, probe.at, probe.end) || factor && before != b'2' || !factor && before.is_ascii_digit() {
        return None;
    }
    let (ahead, behind) = (digit_ahead(v, probe.end, 50), digit_behind(v, probe.at));
    if !ahead && !behind {
        return None;
    }
    let lead = lead(v, probe.end, &FILLERS, &CODE_WORDS, 40);
    let Some(end) = digits(v, lead.at) else {
        return (behind && !is_covered(v, lead.at)).then(|| value_before(v, probe.at, true)).flatten();
    };
    // `tan` is also a colour and a name: without sign or verb it needs six digits.
    let told = lead.sign || lead.verb || !is_any(word, &["tan", "fa", "mfa"]) || end - lead.at >= 6;
    let card = is_word(word, "sicherheitscode") && end - lead.at == 4 && is_card(v, probe.at, end);
    (told && !card).then(|| Found::new(lead.at, end).cued())
}

/// Behind a word for *code* that may mean other things.
fn code(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let word = v.slice(probe.at, probe.end);
    let hidden = matches!(v.at(probe.end), b']' | b'-') || v.at(probe.end).is_ascii_digit();
    if is_label(v, probe.at, probe.end) || hidden {
        return None;
    }
    let ahead = digit_ahead(v, probe.end, 64);
    if !ahead && !digit_behind(v, probe.at) || follows(v, probe.at, &OTHERS, 2) {
        return None;
    }
    let password = is_word(word, "password") || is_word(word, "passcode");
    let kind = if password {
        follows(v, probe.at, &PASSWORD_KINDS, 2)
    } else {
        follows(v, probe.at, &KINDS, 3)
    };
    let lead = lead(v, probe.end, &FILLERS, &KINDS, 48);
    let explained = kind || lead.marked && !password;
    if password && !explained {
        return None;
    }
    let told = lead.sign || lead.verb;
    if is_covered(v, lead.at) {
        return None;
    }
    if !ahead {
        return value_before(v, probe.at, explained);
    }
    let security = follows(v, probe.at, &SECURITY, 1) || lead.marked && within(v, probe.end, lead.at, &SECURITY);
    if let Some(end) = digits(v, lead.at) {
        let length = end - lead.at;
        let year = length == 4 && matches!(v.slice(lead.at, lead.at + 2), b"19" | b"20");
        // `the code 482913`: six digits right behind a bare word.
        let enough = explained || told && !year || length >= 6;
        if !enough || security && length == 4 && is_card(v, probe.at, end) || is_price(v, end) || speaks_of_others(v, probe.at, explained)
        {
            return None;
        }
        return Some(Found::new(lead.at, end).cued());
    }
    if let Some(end) = mixed(v, lead.at).filter(|_| told && !speaks_of_others(v, probe.at, explained)) {
        return Some(Found::new(lead.at, end).cued().score(if explained { 75 } else { 60 }));
    }
    value_before(v, probe.at, explained)
}

/// Whether a digit stands near before `i`, as in `482913 is my code`.
fn digit_behind(v: View<'_>, i: usize) -> bool {
    digit_between(v, i.saturating_sub(64), i)
}

/// A card is near: four digits are its verification code.
fn is_card(v: View<'_>, start: usize, end: usize) -> bool {
    near(v, start, end, &CARD_WORDS, 48)
}

/// Whether the clause before a bare *code* names another kind of code further away: `error on page 3: code 50012`.
fn speaks_of_others(v: View<'_>, at: usize, explained: bool) -> bool {
    static FAR: WordSet<32> = WordSet::of(&[
        "error zip promo coupon discount voucher gift postal fehler erreur",
    ]);
    !explained && within(v, at.saturating_sub(40), at, &FAR)
}

/// End of four to eight digits at `i`, also in two equal groups and behind `G-`.
fn digits(v: View<'_>, i: usize) -> Option<usize> {
    let quoted = matches!(v.at(i), b'"' | b'\'');
    if quoted || v.before(i).is_ascii_alphanumeric() {
        return None;
    }
    let i = if matches!(v.slice(i, i + 2), b"G-" | b"g-") { i + 2 } else { i };
    let first = digits_end(v, i, 8);
    let length = first - i;
    if matches!(length, 3 | 4) && matches!(v.at(first), b' ' | b'-') {
        let second = digits_end(v, first + 1, 4);
        let longer = v.at(second) == b'-' && v.at(second + 1).is_ascii_digit() || goes_on(v, first + 1, second);
        if second == first + 1 + length && closes(v, second) && !longer {
            return Some(second);
        }
    }
    ((4..=8).contains(&length) && closes(v, first) && !goes_on(v, i, first)).then_some(first)
}

/// End of six capitals and digits at `i`, at least one of each and mixed.
fn mixed(v: View<'_>, i: usize) -> Option<usize> {
    let text = v.slice(i, i + 6);
    let fits = text.len() == 6 && text.iter().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase());
    let both = text.iter().any(u8::is_ascii_digit) && text.iter().any(u8::is_ascii_uppercase);
    // `SAVE20`: a word and a percentage make a coupon.
    let coupon = text.iter().take(4).all(u8::is_ascii_uppercase);
    (fits && both && !coupon && closes(v, i + 6) && !matches!(v.at(i + 6), b'-' | b'_')).then_some(i + 6)
}

fn is_price(v: View<'_>, end: usize) -> bool {
    static UNITS: WordSet<32> = WordSet::of(&[
        "dollars usd eur euro euros pounds bucks times inr rs rupees points miles",
    ]);
    let next = skip_spaces(v, end, 1);
    let mut stop = next;
    while stop < next + 8 && is_letter(v.at(stop)) {
        stop += 1;
    }
    UNITS.holds(v.slice(next, stop))
}

static VERBS: WordSet<32> = WordSet::of(&["is es est ist was as é è war als como come"]);

/// `482913 is my code`, `G-123456 is your Google verification code`.
fn value_before(v: View<'_>, cue: usize, explained: bool) -> Option<Found> {
    let mut at = cue;
    let (mut verb, mut strange) = (false, false);
    for _ in 0..7 {
        at = skip_spaces_back(v, at, 4);
        if v.before(at) == b'-' && is_letter(v.at(at)) {
            at -= 1;
        }
        if v.before(at).is_ascii_digit() {
            break;
        }
        let (start, word) = previous_word(v, at);
        if VERBS.holds(word) {
            verb = true;
        } else if word.is_empty() || verb {
            return None;
        } else if !KINDS.holds(word) && !FILLERS.holds(word) {
            // One word may be a name: `482913 is your Example code`.
            if strange || !explained {
                return None;
            }
            strange = true;
        }
        at = start;
    }
    let mut start = at;
    while at - start <= 9 && (v.before(start).is_ascii_digit() || v.before(start) == b'-') {
        start -= 1;
    }
    if matches!(v.before(start), b'G' | b'g') && v.at(start) == b'-' {
        start -= 1;
    }
    let whole = verb && stands_alone(v, start, at) && digits(v, start) == Some(at);
    (whole && (explained || at - start >= 6)).then(|| Found::new(start, at).cued())
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
            "i found it its an access code and its <<425931>>",
            "they just sent me the code: <<93103>>.",
            "<<482913>> is my verification code",
            "i got the code <<482913>> by sms",
            "code for verification is <<4829>>",
            "mein bestätigungscode lautet <<482913>>",
            "security code is <<482913>>",
            "code de vérification : <<482913>>",
            "confirmation code - <<4829>>", "<<482913>> is your Example OTP", "<<482913>> is your one-time password",
        ] {
            finds(&ENTRY, cues, text);
        }
    }

    #[test]
    fn other_codes() {
        for text in [
            "code 404", "the area code is 4155", "code is 123-456-7890", "gift card code 48291357", "discount code is 482913",
            "error on page 3: code 50012", "what code?", "the code is wrong", "code is 12.345", "exit code: 1234",
            "qr code 482913", "[POSTAL_CODE] 482913", "my passcode is 482913", "tan 1234", "a tan jacket 4829",
            "order 482913 has a code",
        ] {
            skips(&ENTRY, cues, text, "another code");
        }
    }
}

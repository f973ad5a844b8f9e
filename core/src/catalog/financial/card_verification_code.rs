//! Card verification code (CVV, CVC, CID): the three digits on a card's back, or four on the front.
//!
//! Known by its cue alone: `cvv`, `cvc`, `security code`, `code on the back`, `Prüfnummer`, `cryptogramme`, … with the
//! value after it, or before it (`123 is the cvv`). Cues with other meanings (`cid`, `csc`, `cv`, a security code of
//! four digits) need a word about cards nearby.
//!
//! # Sources
//! PCI DSS 4.0, requirement 3.3.1.2 (sensitive authentication data); names as the card networks use them.
use crate::catalog::card_words::{CARD_WORDS, SECURITY};
use crate::catalog::prelude::*;
use crate::text::phrase::{NONE, closes, digit_ahead, digits_end, follows, goes_on, has_digit, is_covered, is_label, lead, near, stands_alone, within};
use crate::text::view::View;
use crate::text::word_set::WordSet;
use crate::text::words::{is_any, is_word, next_word, previous_word, skip_spaces_back};

#[rustfmt::skip]
static NAMES: &[&str] = &[
    "cvv", "cvc", "cvn", "ccv", "cvvs", "cryptogramme", "prüfnummer", "pruefnummer", "kartenprüfnummer",
    "kartenprüfziffer", "prüfziffer", "cv", "csc", "cid", "cav", "controlegetal", "kaartverificatiecode",
];
#[rustfmt::skip]
static CODES: &[&str] = &[
    "code", "código", "codigo", "codice", "sicherheitscode", "beveiligingscode", "veiligheidscode", "digits",
];
#[rustfmt::skip]
static BACK: &[&str] = &[
    "back", "dos", "atrás", "atras", "reverso", "rückseite", "trás", "verso", "retro", "achterkant", "achterzijde",
    "achterop",
];

/// The same, passed on the way.
static BEHIND: WordSet<32> =
    WordSet::of(&["back dos atrás atras reverso rückseite trás verso retro achterkant achterzijde achterop"]);

/// Cues that mean many things.
static VAGUE: WordSet<16> = WordSet::of(&["cv csc cid cav prüfziffer"]);

static FILLERS: WordSet<256> = WordSet::of(&[
    "di del della dello sul mia carta bancomat segurança seguranca sicurezza do da meu minha cartão cartao verso no",
    "trás tras que está estão van mijn de het kaart bankpas pas op achterkant achterop achterzijde staat bei meiner meine",
    "kreditkarte creditcard",
    "number nr num code my the of on card cards back for this that in visa amex mastercard debit",
    "credit as de la mi tarjeta ma carte al dos der karte auf rückseite to here digit value numéro",
    "número cvc cvv it reverso del au visuel",
]);

pub(super) static ENTRY: Entry = Entry::new("CARD_VERIFICATION_CODE")
    .title("Card verification code (CVV, CVC)")
    .category(Category::Financial)
    .sensitivity(Sensitivity::Critical)
    .score(80)
    .context(&["cvv", "cvc", "card", "visa", "mastercard", "amex", "tarjeta", "carte", "karte", "cartão", "kaart"])
    .anchors(&[(Anchor::Cue(NAMES), named), (Anchor::Cue(CODES), code), (Anchor::Cue(BACK), back), (Anchor::Dated, trailing)])
    .finds(&[
        "cvv <<123>>",
        "cvc: <<9876>>",
        "the security code is <<123>>",
        "3 digits on the back are <<456>>",
        "código de seguridad <<321>>",
        "cryptogramme : <<321>>",
        "Prüfnummer lautet <<321>>",
        "<<123>> is the cvv",
    ])
    .skips(&[
        ("my cvv is not accepted", "no value"),
        ("security code 482913", "a one-time code"),
        ("cvv 12345", "five digits"),
        ("cid 1234 of the customer", "a customer's number"),
        ("area code 415", "a dialling code"),
        ("call me back 555", "no code is named"),
    ])
    .sources(&["PCI DSS 4.0, requirement 3.3.1.2"]);

/// Behind a name of the code itself.
fn named(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let word = v.slice(probe.at, probe.end);
    if is_label(v, probe.at, probe.end) || v.before(probe.at).is_ascii_digit() {
        return None;
    }
    // `cvv2`, `cv2`
    let two = v.at(probe.end) == b'2' && !v.at(probe.end + 1).is_ascii_alphanumeric();
    // `cvc-code`, but not `cv-joint`.
    let joined = v.at(probe.end) == b'-' && v.at(probe.end + 1).is_ascii_alphabetic();
    let other = joined && !is_any(next_word(v, probe.end + 1).1, &["code", "nummer", "number"]);
    if is_word(word, "cv") && !two || other {
        return None;
    }
    let end = if two { probe.end + 1 } else { probe.end };
    let digit = digit_ahead(v, end, 48) || has_digit(v.slice(probe.at.saturating_sub(48), probe.at));
    if !digit {
        return None;
    }
    let lead = lead(v, end, &FILLERS, &NONE, 40);
    let found = match value(v, lead.at) {
        Some(stop) => Found::new(lead.at, stop).cued(),
        None if is_covered(v, lead.at) => return None,
        None => value_before(v, probe.at)?,
    };
    let vague = VAGUE.holds(word) && !near(v, probe.at, end, &CARD_WORDS, 80);
    (!vague).then_some(found)
}

static MARKS: WordSet<32> = WordSet::of(&[
    "seguridad sécurité securite back dos reverso segurança seguranca sicurezza verso retro",
]);

/// Behind a word for *code* that something around it makes a card's security code.
fn code(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let word = v.slice(probe.at, probe.end);
    if is_label(v, probe.at, probe.end) || !digit_ahead(v, probe.end, 64) {
        return None;
    }
    let digits = is_word(word, "digits");
    let lead = lead(v, probe.end, &FILLERS, &MARKS, 56);
    let backed = lead.marked || within(v, probe.end, lead.at, &BEHIND);
    let named = is_any(word, &["sicherheitscode", "beveiligingscode", "veiligheidscode"]);
    let security = named || follows(v, probe.at, &SECURITY, 1);
    if !(backed || security && !digits) {
        return None;
    }
    let end = value(v, lead.at)?;
    // Four digits are as often a one-time code.
    let card = end - lead.at == 3 || backed && digits || near(v, probe.at, end, &CARD_WORDS, 48);
    card.then(|| Found::new(lead.at, end).cued())
}

/// Behind "numbers on the back", where the code is not called a code.
fn back(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    static THINGS: WordSet<64> = WordSet::of(&[
        "number numbers code digits digit nummer ziffern chiffres números número numero cifre numeri cijfers dígitos codice código",
    ]);
    if is_label(v, probe.at, probe.end) || !digit_ahead(v, probe.end, 48) || !follows(v, probe.at, &THINGS, 4) {
        return None;
    }
    let lead = lead(v, probe.end, &FILLERS, &NONE, 40);
    let end = value(v, lead.at)?;
    let told = lead.verb || lead.sign || near(v, probe.at, end, &CARD_WORDS, 48);
    told.then(|| Found::new(lead.at, end).cued())
}

/// End of three or four digits that stand alone at `i`.
fn value(v: View<'_>, i: usize) -> Option<usize> {
    let end = digits_end(v, i, 4);
    let more = goes_on(v, i, end) && !is_date(v, end + 1);
    (end >= i + 3 && closes(v, end) && !more).then_some(end)
}

/// Whether the digits at `i` start an expiry date, which may well follow.
fn is_date(v: View<'_>, i: usize) -> bool {
    matches!(v.at(digits_end(v, i, 2)), b'/' | b'-')
}

static BRIDGES: WordSet<64> =
    WordSet::of(&["is the my es el est le ist die as was mi é è o meu il mio de het mijn ma mein der"]);

/// `123 is the cvv`, `123 cvv`.
fn value_before(v: View<'_>, cue: usize) -> Option<Found> {
    let mut at = cue;
    for _ in 0..4 {
        at = skip_spaces_back(v, at, 4);
        if matches!(v.before(at), b'(' | b'-' | b'=') && v.before(at - 1) == b' ' {
            at = skip_spaces_back(v, at - 1, 4);
        }
        if v.before(at).is_ascii_digit() {
            break;
        }
        let (start, word) = previous_word(v, at);
        if !BRIDGES.holds(word) {
            return None;
        }
        at = start;
    }
    let mut start = at;
    while at - start < 5 && v.before(start).is_ascii_digit() {
        start -= 1;
    }
    // The last group of a longer number is no code.
    let left = start.saturating_sub(1);
    let group = v.slice(left.saturating_sub(7), left).iter().rev().take_while(|b| b.is_ascii_digit()).count();
    let grouped = v.before(start) == b' ' && group == at - start && !matches!(v.before(left - group), b'.' | b'-') && !ends_date(v, left);
    let whole = (3..=4).contains(&(at - start)) && stands_alone(v, start, at) && !grouped;
    whole.then(|| Found::new(start, at).cued())
}

/// Whether `MM/YY` or `MM/YYYY` ends at `end`.
fn ends_date(v: View<'_>, end: usize) -> bool {
    let slash = |i: usize| matches!(v.at(i), b'/' | b'-') && v.before(i).is_ascii_digit();
    end >= 4 && slash(end - 3) || end >= 6 && slash(end - 5)
}

/// The last group of a chain of digits that is a card number, `MM/YY` and this: `4111 1111 1111 1111 09/27 123`.
fn trailing(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let start = probe.at;
    let length = probe.end.checked_sub(start)?;
    // Shorter chains cannot hold a card number, longer ones hold something else.
    if !(20..=40).contains(&length) {
        return None;
    }
    // Three or four digits behind a space, and a date before it: two bytes tell nearly every other chain.
    let at = [4, 5].iter().map(|n| probe.end - n).find(|&p| v.at(p) == b' ')? + 1;
    let date = at.checked_sub(1).filter(|&end| ends_date(v, end))?;
    let month = v.slice(start, date).iter().rposition(|&b| b == b' ').map(|p| start + p)?;
    let card = v.slice(start, month).iter().filter(|b| b.is_ascii_digit()).count();
    let fits = (13..=19).contains(&card) && value(v, at) == Some(probe.end);
    fits.then(|| Found::new(at, probe.end).cued())
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
            "cvv2 <<123>>",
            "4111 1111 1111 1111 09/27 <<123>>",
            "exp 09/27 cvc: <<9876>>", "cvv<<123>>", "CVV/CVC: <<123>>", "my cvv number is <<4567>>", "cv2 <<123>> for the visa card",
            "the code on the back of my card is <<123>>", "the number on the back is <<123>>", "card 09/27 <<123>> cvv",
            "security code <<1234>> on my amex", "code de sécurité <<123>>", "cvv=<<123>>",
        ] {
            finds(&ENTRY, cues, text);
        }
    }

    #[test]
    fn other_numbers() {
        for text in [
            "cvv", "[CARD_VERIFICATION_CODE] 123", "cvv 123-456", "4111 1111 1111 1111 cvv", "cvv 123.45", "last 4 digits 1234",
            "security code 1234", "send it back 123", "cv 2019", "error code 123", "the code is 123",
        ] {
            skips(&ENTRY, cues, text, "no code of a card");
        }
    }
}

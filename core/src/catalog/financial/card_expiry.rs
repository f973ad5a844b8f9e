//! Expiry date of a payment card.
//!
//! Month and year, `MM/YY`, `MM/YYYY`, `MM-YY`, `MM YY`, `MMYY` or with the month's name, behind `exp`, `expiry`,
//! `valid thru`, `caduca`, `gültig bis`, …, where a word about cards or a long number stands near: coupons and
//! passports expire too. Also what follows a card number in one chain of digits: `4111 1111 1111 1111 09/27`.
//!
//! # Sources
//! ISO/IEC 7813 (month and year on a card); PCI DSS 4.0, requirement 3 (cardholder data).
use crate::catalog::card_words::CARD_WORDS;
use crate::catalog::prelude::*;
use crate::text::date;
use crate::text::phrase::{clause_ends, closes, digit_ahead, digits_end, follows, goes_on, has_digit, is_label, lead, near};
use crate::text::view::View;
use crate::text::word_set::WordSet;
use crate::text::words::{skip_spaces, word_end};

#[rustfmt::skip]
static CUES: &[&str] = &[
    "exp", "expiry", "expires", "expire", "expiration", "expiring", "expired", "expdate", "caduca",
    "caducidad", "vencimiento", "vence", "ablaufdatum", "verfallsdatum", "verfalldatum", "mhd", "valable",
    "expirant", "validade", "expira", "scadenza", "scade", "scadrà", "vervaldatum", "verloopt", "vervalt", "vencen",
    "läuft",
];
/// Words that need `thru`, `until`, `hasta`, `bis` behind them.
static VALID: &[&str] =
    &["valid", "good", "válida", "valida", "válido", "valido", "gültig", "validez", "geldig", "valable"];
static UNTIL: WordSet<64> =
    WordSet::of(&["thru through until till til to hasta jusqu’à jusqu’au jusque jusqu bis até ate fino tot"]);

static FILLERS: WordSet<256> = WordSet::of(&[
    "data di della del mia al ad o do da meu minha cartão cartao carta em van mijn kaart op eind pas creditcard",
    "meine ist ab mi carta d bancomat está estão ma",
    "date dt for of on in my the card month year and at fecha el en de la tarjeta le du carte am der",
    "karte end will it fin ende a à au",
]);

/// Other things that expire.
static OTHERS: WordSet<256> = WordSet::of(&[
    "coupon voucher offer passport license licence subscription contract warranty visa promo trial",
    "membership points ticket id code cupón pasaporte gutschein vertrag passeport passaporte passaporto paspoort",
    "bilhete biglietto abbonamento assinatura abonnement abonnementet contrato contrat contratto garantía garantia",
    "garanzia garantie buono bon cupom coupon sconto offerta oferta angebot promoção promozione rijbewijs patente",
    "führerschein permis carné carnet identità identidad identité ausweis personalausweis aanbieding kortingsbon",
    "reisepass suscripción",
]);

pub(super) static ENTRY: Entry = Entry::new("CARD_EXPIRY")
    .title("Expiry date of a payment card")
    .category(Category::Financial)
    .sensitivity(Sensitivity::Medium)
    .score(75)
    .context(&["card", "visa", "mastercard", "amex", "cvv", "tarjeta", "carte", "karte", "cartão", "kaart"])
    .anchors(&[(Anchor::Cue(CUES), told), (Anchor::Cue(VALID), valid), (Anchor::Dated, trailing), (Anchor::Cue(BEFORE), before_code)])
    .finds(&[
        "card exp <<09/27>>",
        "my visa expires <<9/2027>>",
        "expiry date of the card: <<09-27>>",
        "credit card valid thru <<12/28>>",
        "tarjeta caduca <<09/27>>",
        "la carte expire <<09/2027>>",
        "Karte gültig bis <<09/27>>",
        "mastercard exp <<0927>>",
    ])
    .skips(&[
        ("the coupon expires 10/25", "no card"),
        ("card expires 13/27", "no month"),
        ("my card expired", "no value"),
        ("exp 10/25", "nothing speaks of a card"),
        ("card exp 10/25/2020", "a full date"),
        ("my card has 10 years exp 5/10", "no year of a card"),
    ])
    .sources(&["ISO/IEC 7813", "PCI DSS 4.0, requirement 3"]);

fn told(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let attached = v.at(probe.end) == b'-' || v.before(probe.at).is_ascii_digit();
    if is_label(v, probe.at, probe.end) || attached || !digit_ahead(v, probe.end, 64) {
        return None;
    }
    found(v, probe.at, lead(v, probe.end, &FILLERS, &UNTIL, 48).at)
}

fn valid(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    if !digit_ahead(v, probe.end, 64) {
        return None;
    }
    let lead = lead(v, probe.end, &FILLERS, &UNTIL, 48);
    (lead.marked && !is_label(v, probe.at, probe.end)).then(|| found(v, probe.at, lead.at)).flatten()
}

fn found(v: View<'_>, cue: usize, at: usize) -> Option<Found> {
    let end = month_year(v, at)?;
    let card = near(v, cue, end, &CARD_WORDS, 80) || follows_number(v, cue);
    let other = follows(v, cue, &OTHERS, 2) && !is_visa_card(v, cue);
    (card && !other).then(|| Found::new(at, end).cued())
}

static VISA: WordSet<2> = WordSet::of(&["visa"]);
static PASSPORT: WordSet<2> = WordSet::of(&["passport"]);

/// `my visa expires`: a card; `my visa to the US expires`: a stamp in a passport.
fn is_visa_card(v: View<'_>, cue: usize) -> bool {
    follows(v, cue, &VISA, 1) && !follows(v, cue, &PASSPORT, 3)
}

/// Names of the verification code, which people write behind the date: `4111…, 09/27, cvv 123`.
static BEFORE: &[&str] = &["cvv", "cvc", "csc"];

fn before_code(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let mut end = probe.at;
    // Nearly always a code of its own, with words before it.
    if !has_digit(v.slice(probe.at.saturating_sub(4), probe.at)) {
        return None;
    }
    while probe.at - end < 3 && matches!(v.before(end), b' ' | b',' | b';') {
        end -= 1;
    }
    let mut at = end;
    while end - at < 8 && (v.before(at).is_ascii_digit() || v.before(at) == b'/') {
        at -= 1;
    }
    let slash = v.slice(at, end).contains(&b'/') && !v.before(at).is_ascii_alphanumeric();
    let date = slash && !is_label(v, probe.at, probe.end) && month_year(v, at) == Some(end);
    (date && follows_number(v, at)).then(|| Found::new(at, end).cued())
}

/// End of a month and a year of a card's life at `i`.
fn month_year(v: View<'_>, i: usize) -> Option<usize> {
    let digits = digits_end(v, i, 4);
    if digits == i {
        let word = word_end(v, i);
        date::month(v.slice(i, word))?;
        let dot = if v.at(word) == b'.' { word + 1 } else { word };
        let comma = if v.at(dot) == b',' { dot + 1 } else { dot };
        let at = skip_spaces(v, comma, 2);
        let at = if matches!(v.at(at), b'/' | b'-' | b'\'') { at + 1 } else { at };
        return year_end(v, at);
    }
    match digits - i {
        1 | 2 => {
            (1..=12).contains(&value(v, i, digits)).then_some(())?;
            let sign = skip_spaces(v, digits, 2);
            let spaced = sign > digits && v.at(sign).is_ascii_digit() && digits == i + 2;
            let at = if spaced { sign } else { skip_spaces(v, sign + 1, 2) };
            (spaced || matches!(v.at(sign), b'/' | b'-' | b'.')).then(|| year_end(v, at)).flatten()
        }
        // `0927`
        4 => {
            let month = (1..=12).contains(&value(v, i, i + 2)) && v.at(i) <= b'1';
            (month && is_year(v, i + 2, digits) && closes(v, digits) && clause_or_word(v, digits)).then_some(digits)
        }
        _ => None,
    }
}

/// After four digits no further group may follow: they would be part of a longer number.
fn clause_or_word(v: View<'_>, end: usize) -> bool {
    clause_ends(v, end) || !goes_on(v, end - 4, end)
}

/// End of a year of two or four digits at `at`.
fn year_end(v: View<'_>, at: usize) -> Option<usize> {
    let end = digits_end(v, at, 4);
    (is_year(v, at, end) && closes(v, end)).then_some(end)
}

/// 2015 to 2049, by two or four digits: a card expired long ago or yet to expire.
fn is_year(v: View<'_>, at: usize, end: usize) -> bool {
    match end - at {
        2 => (15..=49).contains(&value(v, at, end)),
        4 => v.slice(at, at + 2) == b"20" && (15..=49).contains(&value(v, at + 2, end)),
        _ => false,
    }
}

fn value(v: View<'_>, at: usize, end: usize) -> u16 {
    v.slice(at, end).iter().fold(0, |n, d| n * 10 + u16::from(d.wrapping_sub(b'0') % 10))
}

/// Whether a number of twelve digits or more, in any grouping, stands within 64 bytes before `i`.
fn follows_number(v: View<'_>, i: usize) -> bool {
    let mut count = 0;
    // From the right: where there is one, it is near.
    for &b in v.slice(i.saturating_sub(64), i).iter().rev() {
        match b {
            b'0'..=b'9' => count += 1,
            b' ' | b'-' | b'.' | 0xC2 | 0xA0 => {}
            _ => count = 0,
        }
        if count >= 12 {
            return true;
        }
    }
    false
}

/// What follows a card number in one chain of digits: `4111 1111 1111 1111 09/27`.
fn trailing(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let length = probe.end.checked_sub(probe.at)?;
    // Called for each start: at the card's own, where the chain holds a card number, a date and at most one code.
    if !(18..=40).contains(&length) {
        return None;
    }
    // The shortest card number, a space and a month stand before the slash.
    let from = probe.at + 15;
    let slash = v.slice(from, probe.end).iter().position(|&b| b == b'/').map(|p| from + p)?;
    let at = slash.checked_sub(2).filter(|&at| at > probe.at && v.before(at) == b' ')?;
    let card = v.slice(probe.at, at).iter().filter(|b| b.is_ascii_digit()).count();
    let end = month_year(v, at).filter(|&end| end == probe.end || v.at(end) == b' ')?;
    ((13..=19).contains(&card) && end <= probe.end).then(|| Found::new(at, end).cued())
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
            "card exp date is <<09 28>>", "visa exp. <<09/27>>",
            "visa 4111111111111111, <<09/27>>, cvv 123",
            "4111 1111 1111 1111 <<09/27>> 123",
            "expiry date: <<09-27>>, cvv 123", "credit card expiring <<march 2027>>", "card expires in <<sept '27>>",
            "4111-1111-1111-1111, exp: <<9/27>>", "expiration date (mm/yy) <<09/27>> for the debit card", "EXP<<09/27>> VISA",
            "my card is valid until <<10 / 2027>>", "karte ablaufdatum <<09.27>>",
        ] {
            finds(&ENTRY, cues, text);
        }
    }

    #[test]
    fn other_things_expire() {
        for text in [
            "my passport expires 10/27, can i pay by card", "card exp-09", "[CARD_EXPIRY] 09/27", "the gift card offer expires 10/27",
            "card expires 00/27", "card exp 0927 1234", "[CREDIT_CARD] exp soon", "my card expires next month",
        ] {
            skips(&ENTRY, cues, text, "no date of a card");
        }
    }
}

//! Last four digits of a payment card or account.
//!
//! Behind `ending in`, `last 4`, `termina en`, `endet auf`, `se terminant par`, `laatste 4 cijfers`, … or behind a mask:
//! `xxxx-4417`, `•••• 4417`, `Visa **** 4417`. Not where an order, a phone or another number is said to end so. Four digits
//! that may be a year need a word about cards.
//!
//! Of stars only one group of two to four counts, and only behind the name of a card: our own masks that keep four digits
//! look the same, and what was masked once is not masked again. So a whole card number in stars is left alone.
//!
//! # Sources
//! PCI DSS 4.0.1, requirement 3.4.1 (what may be shown of a card number).
use crate::catalog::card_words::CARD_WORDS;
use crate::catalog::prelude::*;
use crate::text::phrase::{closes, digit_ahead, digits_end, follows, is_label, lead, near, stands_alone, within};
use crate::text::view::View;
use crate::text::word_set::WordSet;
use crate::text::words::{is_any, previous_word, skip_spaces, skip_spaces_back};

/// Verbs that need a preposition behind them, or a card near.
#[rustfmt::skip]
static ENDS: &[&str] = &[
    "ending", "ends", "finishing", "termina", "terminada", "terminado", "acabada", "acaba", "acabado", "terminant",
    "terminée", "finissant", "finit", "terminando", "endet", "endend", "endende", "endenden", "eindigend", "eindigt",
    "eindigende",
];

/// Words for *last*, which need a *four* or *digits* beside them.
#[rustfmt::skip]
static LAST: &[&str] = &[
    "last", "últimos", "ultimos", "últimas", "ultime", "derniers", "letzte", "letzten", "laatste",
];

/// Names of the digits themselves, which need a card near.
static NAMES: &[&str] = &["final", "endziffern", "endziffer", "lastfour"];

/// What stands behind a verb of `ENDS`.
static PREPOSITIONS: WordSet<32> = WordSet::of(&["in with en con em com par per auf mit op met"]);

/// What stands behind a word of `LAST`.
static FOUR: WordSet<64> = WordSet::of(&[
    "four digits digit numbers cuatro dígitos digitos cifras números numeros quatre chiffres quatro vier ziffern",
    "stellen zahlen quattro cifre cijfers",
]);

static FILLERS: WordSet<128> = WordSet::of(&[
    "the of my on card visa mastercard amex debit credit number de la mi tarjeta ma carte les du der meiner karte",
    "cartão cartao da do meu della mia carta van mijn kaart pas account los las os are as são sao sono lauten zijn è",
]);

/// More words for what has such digits.
static CARDS: WordSet<64> = WordSet::of(&[
    "cartão cartao carta kaart pas bankpas account acct konto cuenta compte conta conto rekening paypal",
]);

/// Other things that end in digits.
static OTHERS: WordSet<128> = WordSet::of(&[
    "order orders ticket case invoice phone mobile cell telephone ssn social serial tracking reference ref imei vin",
    "sim parcel pedido commande bestellung rechnung teléfono téléphone telefon telefone telefono handy mobil policy",
    "license passport booking claim coupon voucher plate season quarter sale offer model part sku po version code",
    "building house room flight",
]);

pub(super) static ENTRY: Entry = Entry::new("CARD_LAST_FOUR")
    .title("Last four digits of a card or account")
    .category(Category::Financial)
    .sensitivity(Sensitivity::Low)
    .score(70)
    .context(&["card", "visa", "mastercard", "amex", "tarjeta", "karte", "carte"])
    .anchors(&[
        (Anchor::Cue(ENDS), ends),
        (Anchor::Cue(LAST), last),
        (Anchor::Cue(NAMES), named),
        (Anchor::Cue(MASKS), masked),
        (Anchor::Masked, starred),
    ])
    .finds(&[
        "my card ending in <<4417>>",
        "last 4: <<4417>>",
        "the last four digits are <<4417>>",
        "visa **** <<4417>>",
        "xxxx-<<4417>>",
        "meine Karte endet auf <<4417>>",
        "mi tarjeta terminada en <<4417>>",
        "ma carte se terminant par <<4417>>",
        "cartão com final <<4417>>",
        "carta che termina con <<4417>>",
        "pas eindigend op <<4417>>",
    ])
    .skips(&[
        ("order ending in 4417", "an order"),
        ("the sale is ending in 2026", "a year"),
        ("my phone number ending in 4417", "a phone"),
        ("card **** **** **** 4417", "a whole card number that is masked already"),
        ("last 4 days 1200 calls", "no digits of a card"),
        ("ending 4417", "neither a preposition nor a card"),
    ])
    .sources(&["PCI DSS 4.0.1, requirement 3.4.1", "ISO/IEC 7812-1"]);

/// End of four digits at `at` that are no part of a longer number.
fn four(v: View<'_>, at: usize) -> Option<usize> {
    let end = digits_end(v, at, 4);
    let goes_on = matches!(v.at(end), b' ' | b'*') && digits_end(v, end + 1, 24) >= end + 3 || v.at(end) == b'*';
    (end == at + 4 && !goes_on && closes(v, end)).then_some(end)
}

/// Four digits read as a year of our time.
fn is_year(v: View<'_>, at: usize) -> bool {
    matches!(v.slice(at, at + 2), b"19" | b"20")
}

/// What may stand before a verb of `ENDS` and leave open what it is that ends so.
static OPEN: WordSet<32> = WordSet::of(&["one ones it that which mine checking savings number que qui che die der"]);

/// Whether nothing says what it is that ends at `cue`, or something that may well be a card.
fn is_open(v: View<'_>, cue: usize) -> bool {
    let (_, word) = previous_word(v, cue);
    word.is_empty() || OPEN.holds(word)
}

/// Whether a card or account is spoken of near the cue and its value.
fn card_near(v: View<'_>, start: usize, end: usize) -> bool {
    near(v, start, end, &CARD_WORDS, 48) || near(v, start, end, &CARDS, 48)
}

/// Whether another thing is said to end so: right before the cue, or between it and the value.
fn is_of_another(v: View<'_>, cue: usize, end: usize, value: usize) -> bool {
    // `order … card ending in`: the card is nearer.
    let other = follows(v, cue, &OTHERS, 3) && !follows(v, cue, &CARD_WORDS, 1);
    other || within(v, end, value, &OTHERS)
}

fn ends(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    if !digit_ahead(v, probe.end, 24) || is_label(v, probe.at, probe.end) {
        return None;
    }
    let lead = lead(v, probe.end, &FILLERS, &PREPOSITIONS, 40);
    let end = four(v, lead.at).filter(|&end| stands_alone(v, lead.at, end))?;
    let told = lead.marked && !is_year(v, lead.at) && is_open(v, probe.at) || card_near(v, probe.at, end);
    (told && !is_of_another(v, probe.at, probe.end, lead.at)).then(|| Found::new(lead.at, end).cued())
}

/// `last 4: 4417`, `los 4 últimos`, `les 4 derniers chiffres`: the four may stand on either side of the word.
fn last(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    if !digit_ahead(v, probe.end, 40) || is_label(v, probe.at, probe.end) {
        return None;
    }
    let next = skip_spaces(v, probe.end, 2);
    let counted = v.at(next) == b'4' && !v.at(next + 1).is_ascii_alphanumeric();
    let counted_before = v.before(probe.at) == b' ' && v.before(probe.at - 1) == b'4';
    let lead = lead(v, if counted { next + 1 } else { next }, &FILLERS, &FOUR, 56);
    let end = four(v, lead.at).filter(|&end| stands_alone(v, lead.at, end))?;
    let card = card_near(v, probe.at, end);
    // `last 4 1200`: nothing links the two.
    let dashed = counted && v.slice(next + 1, lead.at).contains(&b'-');
    let linked = lead.marked || lead.sign || lead.verb || dashed || card;
    let told = (counted || counted_before || lead.marked) && linked && (card || !is_year(v, lead.at));
    (told && !is_of_another(v, probe.at, probe.end, lead.at)).then(|| Found::new(lead.at, end).cued())
}

fn named(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    if !digit_ahead(v, probe.end, 16) || is_label(v, probe.at, probe.end) {
        return None;
    }
    let lead = lead(v, probe.end, &FILLERS, &PREPOSITIONS, 32);
    let end = four(v, lead.at).filter(|&end| stands_alone(v, lead.at, end))?;
    let card = near(v, probe.at, probe.at, &CARD_WORDS, 32) || near(v, probe.at, probe.at, &CARDS, 32);
    // `final 4417` is also the last of many things.
    let clear = !is_any(v.slice(probe.at, probe.end), &["final"]) || !is_year(v, lead.at);
    (card && clear && !is_of_another(v, probe.at, probe.end, lead.at)).then(|| Found::new(lead.at, end).cued())
}

/// Masks that are words for the scan, in the lengths cards are written with.
#[rustfmt::skip]
static MASKS: &[&str] = &[
    "xxxx", "xxxxxxxx", "xxxxxxxxxxx", "xxxxxxxxxxxx", "••", "•••", "••••", "••••••••", "••••••••••••",
];

fn masked(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let start = if matches!(v.at(probe.end), b' ' | b'-') { probe.end + 1 } else { probe.end };
    let end = four(v, start)?;
    let other = is_of_another(v, probe.at, probe.end, start);
    (!other || near(v, probe.at, end, &CARD_WORDS, 48)).then(|| Found::new(start, end).cued())
}

/// Names of cards, and what links them to their digits, before a group of stars.
static BRANDS: WordSet<64> = WordSet::of(&[
    "card visa mastercard amex maestro discover debit credit ending tarjeta karte carte kreditkarte cartão carta kaart",
]);

/// Behind one group of two to four stars that the name of a card leads to.
fn starred(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let end = four(v, probe.at)?;
    let stars_end = if v.before(probe.at) == b'*' { probe.at } else { probe.at - 1 };
    let mut stars = stars_end;
    while v.before(stars) == b'*' && stars_end - stars < 5 {
        stars -= 1;
    }
    let mut name = skip_spaces_back(v, stars, 2);
    if matches!(v.before(name), b':' | b'(') {
        name = skip_spaces_back(v, name - 1, 2);
    }
    let group = (2..=4).contains(&(stars_end - stars));
    (group && follows(v, name, &BRANDS, 2)).then(|| Found::new(probe.at, end).cued())
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
            "ending in <<4417>>",
            "card ending <<4417>>",
            "card ending in <<2024>> was charged",
            "last four of my card: <<4417>>",
            "last 4 digits of the visa are <<1999>>",
            "last 4 - <<4417>>",
            "my visa ends with <<0005>>",
            "account ending in <<4417>>",
            "the order was paid by card ending in <<4417>>",
            "los últimos 4 dígitos son <<4417>>",
            "les 4 derniers chiffres de ma carte : <<4417>>",
            "os últimos 4 dígitos do cartão são <<4417>>",
            "le ultime 4 cifre della carta: <<4417>>",
            "de laatste 4 cijfers van mijn pas: <<4417>>",
            "die letzten vier Ziffern der Karte lauten <<4417>>",
            "Karte mit Endziffern <<4417>>",
            "XXXX-XXXX-XXXX-<<4417>>",
            "XXXXXXXXXXXX<<4417>>",
            "•••• <<4417>>",
            "Visa •• <<4417>>",
            "mastercard ****<<4417>>",
            "Card ending **<<4417>>",
            "Visa (****<<4417>>)",
            "card no: ****-<<4417>>",
        ] {
            finds(&ENTRY, cues, text);
        }
    }

    #[test]
    fn other_digits() {
        for text in [
            "the quarter ending in 2024",
            "the meeting ending in 1500",
            "building number ending in 1200",
            "PO xxxx4417",
            "last 4 orders: 12345",
            "last year 2024",
            "last 4 of my phone: 4417",
            "last 4 of my social 4417",
            "serial xxxx-4417",
            "ending in 44171",
            "card ending in 44 17",
            "card ending in 4417 2210 1234",
            "ends at 4417",
            "last 4 1200",
            "final score 4417",
            "[CARD_LAST_FOUR] ending in [CARD_LAST_FOUR]",
            "visa **** **** **** 4417",
            "visa ************4417",
            "card ****** 4417",
            "**** 4417",
            "card and phone (***) ***-4417",
            "your card code is **4417**",
            "account ****4417, no card",
            "phone xxx-xxx-4417",
            "4111 xxxx xxxx 4417 2210",
        ] {
            skips(&ENTRY, cues, text, "not the last digits of a card");
        }
    }
}

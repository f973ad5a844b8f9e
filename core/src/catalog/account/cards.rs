//! What shops, airlines, insurers and makers of software give their customers: known by the words around it, so all of
//! these are off by default.
use crate::catalog::called::bridge;
use crate::catalog::prelude::*;
use crate::catalog::reference::told;
use crate::catalog::rows;
use crate::text::phrase::{closes, follows};
use crate::text::word_set::WordSet;
use crate::text::words::{is_any, next_word};

rows! { BOOKING_REFERENCE, E_TICKET_NUMBER, GIFT_CARD, LICENSE_KEY, POLICY_NUMBER }

const fn account(id: &'static str, title: &'static str, sensitivity: Sensitivity) -> Entry {
    Entry::new(id).title(title).category(Category::Account).sensitivity(sensitivity).off_by_default()
}

/// Booking reference of an airline or hotel (PNR, record locator).
///
/// Six capital letters and digits behind a word. With the passenger's name it opens the booking.
static BOOKING_REFERENCE: Entry = account("BOOKING_REFERENCE", "Booking reference (PNR)", Sensitivity::High)
    .score(72)
    .anchors(&[(Anchor::Cue(&["pnr", "locator", "booking", "buchungscode", "localizador", "reservation", "confirmation"]), booking)])
    .finds(&["PNR <<XKQ7PL>>", "booking reference: <<ABCDEF>>", "Buchungscode <<K4T9ZQ>>", "record locator is <<M3NP7Q>>"])
    .skips(&[
        ("XKQ7PL", "a code that nobody calls so"),
        ("pnr xkq7pl8", "too long"),
        ("booking LONDON", "a town"),
    ])
    .sources(&["IATA Reservations Handbook: record locator", "IATA Resolution 830d"]);

fn booking(p: &Probe<'_>) -> Option<Found> {
    static FILLERS: WordSet<32> = WordSet::of(&["reference ref code number no locator id is my the confirmation record"]);
    let v = p.view;
    let lead = bridge(v, p.end, &FILLERS);
    let (start, end) = (lead.at, lead.at + 6);
    let value = v.slice(start, end);
    let capital = |b: &u8| b.is_ascii_uppercase() || b.is_ascii_digit();
    let letters = value.iter().filter(|b| b.is_ascii_uppercase()).count();
    // Words in capitals are no code, unless a sign or a noun says that one comes.
    let sure = is_any(v.slice(p.at, p.end), &["pnr", "buchungscode", "localizador", "locator"]);
    let named = sure || lead.sign && lead.at > p.end + 4 || letters < 6 && lead.at > p.end + 1 && lead.sign;
    let form = value.len() == 6 && value.iter().all(capital) && letters > 0 && closes(v, end);
    (form && named && (sure || lead.sign)).then(|| Found::new(start, end).cued())
}

/// Number of an airline's ticket.
///
/// Three digits for the airline and ten for the document. It counts only near a word.
///
/// # Check
/// No check of the thirteen digits; a fourteenth is the rest modulo 7 and only raises the score.
static E_TICKET_NUMBER: Entry = account("E_TICKET_NUMBER", "Airline ticket number", Sensitivity::Medium)
    .shape("999-9999999999?|999 9999999999?|9{13,14}?|999-9999999999-9?")
    .check(|d| {
        let rest = d.iter().skip(3).take(10).fold(0, |rest, d| (rest * 10 + u32::from(d.wrapping_sub(b'0'))) % 7);
        match d.get(13) {
            Some(last) if u32::from(last.wrapping_sub(b'0')) == rest => Verdict::Valid,
            _ => Verdict::Unknown,
        }
    })
    .score(58)
    .context(&["eticket", "etix", "etkt", "flugticket", "tkt"])
    .finds(&["eTicket <<220-1234567890>>", "e-ticket ETKT <<1251234567890>>", "TKT: <<016 2345678901>>"])
    .skips(&[
        ("220-1234567890", "digits that nobody calls so"),
        ("eticket 220-12345", "too short"),
        ("order 2201234567890", "an order"),
    ])
    .sources(&["IATA Resolution 722: electronic ticket numbers"]);

/// Number of a gift card or voucher.
///
/// Letters and digits behind a word. Who knows it can spend it.
static GIFT_CARD: Entry = account("GIFT_CARD", "Gift card number", Sensitivity::High)
    .score(75)
    .anchors(&[(Anchor::Cue(&["gift"]), gift), (Anchor::Cue(GIFT_CARDS), card)])
    .finds(&["gift card number <<6006491234567>>", "Geschenkkarte: <<GK-4417-2290>>", "giftcard code: <<A4K9-22PQ>>"])
    .skips(&[
        ("a gift for 25 people", "no card"),
        ("gift card is missing", "no value"),
        ("6006491234567", "a number that nobody calls so"),
    ])
    .sources(&["Forms seen on gift cards"]);

const GIFT_CARDS: &[&str] = &["giftcard", "giftcards", "geschenkkarte", "geschenkgutschein", "cadeaukaart", "cadeaubon"];

fn card(p: &Probe<'_>) -> Option<Found> {
    told(p, true)
}

/// Behind `gift card`.
fn gift(p: &Probe<'_>) -> Option<Found> {
    let (start, word) = next_word(p.view, p.end);
    if !is_any(word, &["card", "cards", "voucher", "certificate"]) {
        return None;
    }
    told(&Probe { end: start + word.len(), ..*p }, false)
}

/// Licence key of a program.
///
/// Five groups of five letters and digits in capitals: `ABCDE-12345-FGHIJ-67890-KLMNO`. Nothing in it can be checked.
static LICENSE_KEY: Entry = account("LICENSE_KEY", "Licence key of a program", Sensitivity::High)
    .shape("=XXXXX-XXXXX-XXXXX-XXXXX-XXXXX")
    .score(60)
    .context(&["licence", "license", "activation", "lizenz", "lizenzschlüssel", "produktschlüssel", "product"])
    .finds(&[
        "VK7JG-NPHTM-C97JM-9MPGT-3V66A",
        "licence key: <<A1B2C-3D4E5-F6G7H-8J9K1-L2M3N>>",
        "Lizenzschlüssel <<7QX4K-22PLM-8VTRW-1ZN5C-J6HBD>>",
    ])
    .skips(&[
        ("VK7JG-NPHTM-C97JM-9MPGT", "a group is missing"),
        ("vk7jg-nphtm-c97jm-9mpgt-3v66a", "small letters"),
        ("VK7JG-NPHTM-C97JM-9MPGT-3V66AA", "too long"),
    ])
    .sources(&["Forms seen on product keys"]);

/// Number of an insurance policy or claim.
///
/// Letters and digits behind a word.
static POLICY_NUMBER: Entry = account("POLICY_NUMBER", "Insurance policy or claim number", Sensitivity::Medium)
    .score(75)
    .anchors(&[(Anchor::Cue(POLICIES), card), (Anchor::Cue(&["policy", "claim", "póliza", "poliza", "police", "polizza", "sinistre"]), policy)])
    .finds(&["policy number <<POL-4417-22>>", "Versicherungsscheinnummer: <<88-123456>>", "claim no. <<C2026-88123>>", "póliza nº <<4417-22>>"])
    .skips(&[
        ("the policy of 2019", "a year"),
        ("policy number is missing", "no value"),
        ("return policy 30 days", "no number of a policy"),
    ])
    .sources(&["Forms seen on insurance papers"]);

const POLICIES: &[&str] =
    &["versicherungsscheinnummer", "schadennummer", "schadensnummer", "policennummer", "polisnummer", "schadenummer"];

/// `return policy`, `privacy policy`: what a shop writes.
static KINDS: WordSet<16> = WordSet::of(&["return refund privacy cookie shipping the our"]);

fn policy(p: &Probe<'_>) -> Option<Found> {
    told(p, false).filter(|_| !follows(p.view, p.at, &KINDS, 1))
}

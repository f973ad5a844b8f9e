//! Telephone number: international forms of every country, national forms of the US and Canada, the UK and Germany.
//!
//! A number with a country code has the length its country's plan allows. A national number is believed for the way
//! its digits are grouped; without grouping it counts only near a word that speaks of telephones, and so does a
//! grouped one that is introduced as an order, a ticket or the like. An extension belongs to the number.
//!
//! # Sources
//! ITU-T E.164; North American Numbering Plan Administrator (area and exchange codes, 555-01xx); Ofcom National
//! Telephone Numbering Plan and numbers for drama; Bundesnetzagentur numbering plan.
use super::dialled::Dialled;
use super::numbering::national;
use crate::catalog::prelude::*;
use crate::text::view::{View, is_wordy};
use crate::text::words::{is_any, skip_spaces, word_end, word_start};

pub(super) static ENTRY: Entry = Entry::new("PHONE_NUMBER")
    .title("Telephone number")
    .category(Category::Contact)
    .sensitivity(Sensitivity::Medium)
    .score(60)
    .context(&[
        "phone", "telephone", "tel", "call", "called", "calling", "mobile", "cell", "cellphone", "landline",
        "whatsapp", "sms", "text", "fax", "callback", "ring", "reach", "dial", "telefon", "telefonnummer", "handy",
        "handynummer", "mobil", "rufnummer", "anrufen", "teléfono", "telefono", "móvil", "movil", "celular",
        "llamar", "llámame", "téléphone", "portable", "appeler", "appelez", "telefone", "cellulare",
    ])
    .anchors(&[(Anchor::Digits, typed)])
    .finds(&[
        "+49 (0)30 123456",
        "+1 (650) 253-0000",
        "<<(650) 253-0000 ext. 464>> please",
        "call me on <<650.253.0000>>",
        "+44 7700 900123",
        "ring <<07700 900123>> after six",
        "Telefon <<030/1234567>>",
        "mobile <<6502530000>> thanks",
    ])
    .skips(&[
        ("114-4663600-3067245", "an order number in groups of 3, 7 and 7"),
        ("2024-01-15 10:30:00", "a timestamp"),
        ("1.234.567", "a sum"),
        ("tracking 771234567890", "twelve digits in a row"),
        ("phone 192.168.100.200", "an IP address"),
        ("650-911-0000", "no exchange code ends in 11"),
    ])
    .sources(&["ITU-T E.164", "NANPA", "Ofcom National Telephone Numbering Plan", "Bundesnetzagentur"]);

/// What the words before a number call it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lead {
    Nothing,
    /// "phone:", "my number is"
    Phone,
    /// "order", "ticket", "#"
    Business,
}

/// How much a form says by itself, in percent; `weak` needs a context word.
#[derive(Clone, Copy)]
struct Form {
    score: u8,
    weak: bool,
    valid: bool,
}

const fn strong(score: u8) -> Option<Form> {
    Some(Form { score, weak: false, valid: true })
}
const WEAK: Option<Form> = Some(Form { score: 50, weak: true, valid: false });

fn typed(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let mut tries = [p.at; BACK + 1];
    let mut count = 1;
    // An opening `+1 (`, `(` or `+49 (0)` lies before the chain; the scanner has seen only what follows it.
    if !v.before(p.at).is_ascii_digit() && !(v.before(p.at) == b' ' && v.before(p.at - 1).is_ascii_digit()) {
        for back in 1..=BACK.min(p.at) {
            let at = p.at - back;
            if !matches!(v.at(at), b'0'..=b'9' | b' ' | b'(' | b')' | b'+' | b'-' | b'.' | b'/') {
                break;
            }
            let joined = v.before(at).is_ascii_digit() || v.before(at) == b'+';
            let opens = matches!(v.at(at), b'+' | b'(') || v.at(at).is_ascii_digit() && !joined;
            if opens && let Some(slot) = tries.get_mut(count) {
                *slot = at;
                count += 1;
            }
        }
    } else if v.before(p.at) == b'+' {
        return None;
    }
    tries.get(..count)?.iter().rev().find_map(|&start| from(v, start, p.at))
}

/// How far before the chain a number may begin, in bytes.
const BACK: usize = 12;

/// The number that starts at `start` and reaches beyond `through`.
fn from(v: View<'_>, start: usize, through: usize) -> Option<Found> {
    let before = v.before(start);
    if is_wordy(before) || matches!(before, b'@' | b'/' | b'\\' | b'$' | b'+' | b'&' | b'%') {
        return None;
    }
    if matches!(before, b'-' | b'.') && is_wordy(v.before(start - 1)) && before == b'-' {
        return None;
    }
    let lead = lead(v, start);
    let crowded = before == b' ' && v.before(start - 1).is_ascii_digit();
    let mut rest = Some(Dialled::read(v, start));
    while let Some(d) = rest {
        let end = d.groups().last()?.end;
        if end <= through {
            return None;
        }
        if closes(v, end)
            && let Some(form) = form(&d, lead == Lead::Phone)
            && (d.plus || !(d.is_loose() && (crowded || goes_on(v, end))))
        {
            let cued = lead == Lead::Phone;
            let weak = form.weak && !cued || lead == Lead::Business && !d.plus;
            let score = if cued { form.score.max(60) } else { form.score };
            let verdict = if form.valid { Verdict::Valid } else { Verdict::Unknown };
            let mut found = Found::new(start, extension(v, end)).score(score).specimen(is_fiction(d.digits()));
            found = if weak { found.weak() } else { found.verdict(verdict) };
            return Some(if cued || d.plus { found.cued() } else { found });
        }
        rest = d.shorter();
    }
    None
}

/// Whether a number may end at `end`.
fn closes(v: View<'_>, end: usize) -> bool {
    let (next, then) = (v.at(end), v.at(end + 1));
    match next {
        b'-' | b'.' | b'/' => !is_wordy(then),
        b':' | b',' => !then.is_ascii_digit(),
        b'@' | b'%' | b'$' | b'+' | b'=' => false,
        // "650-253-0000x464"
        b'x' | b'X' => then.is_ascii_digit(),
        0xC2 | 0xE2 | 0xEF => true,
        b => !is_wordy(b),
    }
}

/// Whether more digits of the same chain follow.
fn goes_on(v: View<'_>, end: usize) -> bool {
    v.at(end) == b' ' && v.at(end + 1).is_ascii_digit()
}

/// What the digits and their grouping say.
fn form(d: &Dialled, cued: bool) -> Option<Form> {
    let digits = d.digits();
    if d.plus {
        return match national(digits) {
            Some(([1], rest)) => is_nanp(rest).then_some(strong(75)?),
            Some(_) => strong(75),
            None => (cued && (8..=15).contains(&digits.len())).then_some(WEAK?),
        };
    }
    let alone = d.groups().len() == 1;
    for exit in [&[0, 0][..], &[0, 1, 1][..]] {
        let country = digits.strip_prefix(exit).and_then(national);
        let apart = d.groups().first().is_some_and(|g| g.len <= exit.len() + 3);
        if country.is_some_and(|(code, rest)| code != [1] || is_nanp(rest)) && !d.has(b'.') {
            return if alone || !apart { WEAK } else { strong(65) };
        }
    }
    north_american(d).or_else(|| with_trunk_zero(d)).or_else(|| elsewhere(d, cued))
}

/// Area code, exchange, line: `NXX NXX XXXX`, neither of the first two ending in 11.
fn is_nanp(digits: &[u8]) -> bool {
    let code = |c: &[u8]| matches!(c, [2..=9, b, c] if !(*b == 1 && *c == 1));
    digits.len() == 10 && digits.get(..3).is_some_and(code) && digits.get(3..6).is_some_and(code)
}

fn north_american(d: &Dialled) -> Option<Form> {
    let digits = d.digits();
    let local = if digits.len() == 11 { digits.strip_prefix(&[1])? } else { digits };
    if !is_nanp(local) {
        let exchange = matches!(local, [2..=9, b, c, ..] if !(*b == 1 && *c == 1));
        return if exchange && local.len() == 7 && d.is_grouped(&[3, 4]) && d.has(b'-') { WEAK } else { None };
    }
    let whole = d.is_grouped(&[3, 3, 4]) || d.is_grouped(&[1, 3, 3, 4]);
    if whole {
        return strong(if d.is_loose() { 60 } else { 70 });
    }
    let bracketed = d.groups().iter().any(|g| g.sign == b'(' && g.len == 3);
    let half = d.is_grouped(&[3, 7]) || d.is_grouped(&[1, 3, 7]);
    if half && bracketed { strong(62) } else { WEAK }
}

/// National numbers that are dialled with a leading 0: the UK's and Germany's known groupings, others weak.
fn with_trunk_zero(d: &Dialled) -> Option<Form> {
    let digits = d.digits();
    let &[0, first, second, ..] = digits else {
        return None;
    };
    if first == 0 || !(8..=13).contains(&digits.len()) {
        return None;
    }
    let groups = d.groups();
    let head = groups.first()?;
    let british = [&[3, 4, 4][..], &[4, 3, 4], &[5, 6], &[5, 3, 3], &[5, 5], &[4, 3, 3], &[3, 8]];
    if digits.len() == 11 && first == 7 && second != 0 && groups.len() <= 4 {
        return strong(65);
    }
    let area = (3..=6).contains(&head.len) && (first != 1 || matches!(second, 5..=7));
    let slashes = groups.iter().filter(|g| g.sign == b'/').count();
    if area && slashes == 1 && groups.get(1).is_some_and(|g| g.sign == b'/') && !d.has(b'.') {
        return strong(65);
    }
    if d.has(b'/') {
        return None;
    }
    if matches!(first, 1 | 2 | 3 | 5 | 8 | 9)
        && matches!(digits.len(), 10 | 11)
        && !d.has(b'.')
        && british.iter().any(|g| d.is_grouped(g))
    {
        return strong(62);
    }
    if area && head.sign == b'(' {
        return strong(62);
    }
    let mobile = first == 1 && matches!(second, 5..=7) && matches!(digits.len(), 11 | 12);
    if mobile && groups.len() > 1 && matches!(head.len, 4 | 5) {
        return strong(55);
    }
    if digits.len() >= 9 { WEAK } else { None }
}

/// Numbers of plans we have no grouping for: nine digits as in Spain, or whatever a cue calls a telephone number.
fn elsewhere(d: &Dialled, cued: bool) -> Option<Form> {
    let digits = d.digits();
    if d.has(b'.') || d.has(b'/') {
        return None;
    }
    let spanish = [&[9][..], &[3, 3, 3], &[3, 2, 2, 2], &[3, 3, 3]];
    if digits.len() == 9 && matches!(digits.first(), Some(6..=9)) && spanish.iter().any(|g| d.is_grouped(g)) {
        return WEAK;
    }
    let date = d.is_grouped(&[4, 2, 2]) || d.is_grouped(&[2, 2, 4]);
    let stubs = d.groups().iter().filter(|g| g.len == 1).count() > 1;
    (cued && (7..=13).contains(&digits.len()) && !date && !stubs).then_some(WEAK?)
}

/// Numbers set aside for films and examples: 555-01xx, and Ofcom's 07700 900xxx.
fn is_fiction(digits: &[u8]) -> bool {
    let tail = |n: usize| digits.get(digits.len().saturating_sub(n)..).unwrap_or(&[]);
    let american = matches!(digits.len(), 7 | 10 | 11 | 13 | 14) && tail(7).starts_with(&[5, 5, 5, 0, 1]);
    american || tail(10).starts_with(&[7, 7, 0, 0, 9, 0, 0])
}

/// What the words just before `start` call the number.
fn lead(v: View<'_>, start: usize) -> Lead {
    let (mut i, mut number) = (start, false);
    for _ in 0..5 {
        let mut j = i;
        while i - j < 5 && matches!(v.before(j), b' ' | b'\t' | b':' | b'=' | b'.' | b'"' | b'\'' | b'(' | b'-') {
            j -= 1;
        }
        if v.before(j) == b'#' {
            return Lead::Business;
        }
        let word_at = word_start(v, j);
        let word = v.slice(word_at, j);
        if is_any(word, PHONE) {
            return Lead::Phone;
        } else if is_any(word, BUSINESS) {
            return Lead::Business;
        } else if is_any(word, NUMBER) {
            number = true;
        } else if number && is_any(word, MINE) {
            return Lead::Phone;
        } else if !is_any(word, FILLERS) {
            return Lead::Nothing;
        }
        i = word_at;
    }
    Lead::Nothing
}

const PHONE: &[&str] = &[
    "phone", "telephone", "tel", "mobile", "cell", "cellphone", "landline", "whatsapp", "fax", "telefon",
    "telefonnummer", "handy", "handynummer", "mobil", "mobilnummer", "rufnummer", "telefono", "teléfono", "móvil",
    "celular", "téléphone", "portable", "tél", "ph", "mob",
];
const BUSINESS: &[&str] = &[
    "order", "orders", "tracking", "ticket", "case", "invoice", "account", "acct", "policy", "serial", "sku", "model",
    "ref", "reference", "confirmation", "booking", "part", "item", "transaction", "routing", "id", "parcel",
    "shipment", "receipt", "rechnung", "rechnungsnummer", "bestellung", "bestellnummer", "pedido", "commande",
    "version", "isbn", "imei", "vin", "ssn", "iban", "card",
];
const NUMBER: &[&str] = &["number", "no", "nr", "num", "nummer", "número", "numero", "numéro"];
const MINE: &[&str] = &["my", "our", "his", "her", "meine", "mein", "mi", "mon", "contact", "daytime", "home", "work"];
const FILLERS: &[&str] = &["is", "ist", "es", "est", "at", "on", "s", "under", "unter"];

/// End of the number with the extension that may follow it.
fn extension(v: View<'_>, end: usize) -> usize {
    let mut i = skip_spaces(v, end + usize::from(v.at(end) == b','), 2);
    let after_word = word_end(v, i);
    let word = v.slice(i, after_word);
    if v.at(i) == b'#' {
        i += 1;
    } else if is_any(word, &["x", "ext", "extn", "extension", "durchwahl", "dw", "poste"]) {
        i = skip_spaces(v, after_word + usize::from(matches!(v.at(after_word), b'.' | b':')), 2);
    } else {
        return end;
    }
    let digits = v.slice(i, i + 7).iter().take_while(|b| b.is_ascii_digit()).count();
    if (1..=6).contains(&digits) && !is_wordy(v.at(i + digits)) { i + digits } else { end }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Calls the parser where the scanner would: at each chain's start and after each space in it.
    fn found(text: &str) -> Vec<(&str, bool)> {
        let (view, b) = (View::new(text), text.as_bytes());
        let (mut out, mut i) = (Vec::new(), 0);
        while i < b.len() {
            if !b[i].is_ascii_digit() {
                i += 1;
                continue;
            }
            let start = i;
            while view.at(i).is_ascii_digit() || b" -./".contains(&view.at(i)) && view.at(i + 1).is_ascii_digit() {
                i += 1;
            }
            if i - start < 7 {
                continue;
            }
            for at in (start..i).filter(|&at| at == start || b[at - 1] == b' ') {
                let hit = typed(&Probe { view, at, end: i, today: None }).map(|f| (&text[f.start..f.end], f.weak));
                out.extend(hit.filter(|h| !out.contains(h)));
            }
        }
        out
    }

    #[test]
    fn examples_hold() {
        for text in ENTRY.finds {
            let plain = text.replace("<<", "").replace(">>", "");
            let want = text.split("<<").nth(1).and_then(|t| t.split(">>").next()).unwrap_or(text);
            assert_eq!(found(&plain).iter().map(|f| f.0).collect::<Vec<_>>(), [want]);
        }
        for (text, why) in ENTRY.skips {
            assert!(found(text).iter().all(|f| f.1 && !text.contains("phone")), "{why}");
        }
    }

    #[test]
    fn strong_forms() {
        for text in [
            "650-253-0000", "1-650-253-0000", "650 253 0000", "(650)253-0000", "1 (650) 253-0000", "650.253.0000",
            "0049 30 123456", "+4930123456", "+33 6 12 34 56 78", "+55 (11) 91234-5678", "+44 (0) 20 7946 0958",
            "020 7946 0958", "(020) 7946 0958", "0161 496 0000", "01632 960983", "07700900123", "0151/12345678",
            "030 / 1234567", "(030) 1234567", "0170 1234567", "650-253-0000x464", "650-253-0000, ext 12",
            "030/1234567 Durchwahl 12", "+7 (495) 123-45-67", "+44 07700 900123", "011 44 20 7946 0958",
        ] {
            assert_eq!(found(text), [(text, false)]);
        }
        for text in ["my number is 6502530000", "phone: 1234567890", "Tel. 030 123456", "mi número es 612345678"] {
            assert!(matches!(found(text)[..], [(_, false)]), "{text}");
        }
    }

    #[test]
    fn bare_or_bespoke_numbers_are_weak_or_nothing() {
        for text in ["6502530000", "0151123456789", "612345678", "order 650-253-0000", "order #650-253-0000", "253-0000"] {
            assert!(found(text).iter().all(|f| f.1), "{text}");
        }
        for text in [
            "DE89 3704 0044 0532 0130 00", "v1.650.2530", "10.20.30.40", "4111 1111 1111 1111", "$650-253-0000",
            "2024-01-15", "15/01/2024 10.30", "id650-253-0000", "9400 1000 0000 0000 0000 00", "+1234567", "1234567890",
            "phone 2024-01-15", "01/02/2024", "6502530000@example.com", "1.234.567,89",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn specimens() {
        assert!(is_fiction(&[6, 5, 0, 5, 5, 5, 0, 1, 9, 9]) && is_fiction(&[4, 4, 7, 7, 0, 0, 9, 0, 0, 1, 2, 3]));
        assert!(!is_fiction(&[6, 5, 0, 2, 5, 3, 0, 0, 0, 0]));
    }

    proptest! {
        #[test]
        fn any_text_is_safe(text in "[0-9+() \\-./x#\u{a0}eé]{0,40}") {
            for (value, _) in found(&text) {
                prop_assert!(value.bytes().filter(u8::is_ascii_digit).count() >= 7);
            }
        }

        #[test]
        fn nanp_codes_decide(area in 200u16..1000, exchange in 200u16..1000, line in 0u16..10_000) {
            let text = format!("{area}-{exchange}-{line:04}");
            prop_assert_eq!(found(&text).len(), usize::from(area % 100 != 11 && exchange % 100 != 11));
        }
    }
}

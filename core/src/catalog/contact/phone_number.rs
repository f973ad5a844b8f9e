//! Telephone number: international forms of every country, national forms of some forty, and of every country where
//! the input's region names it.
//!
//! A number with a country code has a length and first digits its country's plan allows; one with other first digits needs a
//! word, unless it is written in groups. A national number is believed for the way
//! its digits are grouped where that is telling (`06 12 34 56 78`, `(11) 98765-4321`); otherwise it counts only near a
//! word that speaks of telephones or in the input's own region, and not at all where it is introduced as an order, a
//! ticket or the like. Digits in words count behind a word that speaks of telephones. An extension belongs to the number.
//!
//! # Sources
//! ITU-T E.164; North American Numbering Plan Administrator (area and exchange codes, 555-01xx); Ofcom numbers for
//! drama; the national numbering plans listed in `plans`; the metadata of libphonenumber (`world_plans`).
use super::dialled::Dialled;
use super::forms::{is_fiction, worth};
use super::spelled;
use super::surroundings::{Lead, closes, extension, lead};
use crate::catalog::chain::{Chain, is_opened};
use crate::catalog::prelude::*;
use crate::text::view::{View, is_wordy};

pub(super) static ENTRY: Entry = Entry::new("PHONE_NUMBER")
    .title("Telephone number")
    .category(Category::Contact)
    .sensitivity(Sensitivity::Medium)
    .score(60)
    .context(WORDS)
    .anchors(&[(Anchor::Dialled, typed), (Anchor::Cue(spelled::CUES), spelled::spelled)])
    .finds(&[
        "+49 (0)30 123456",
        "+1 (650) 253-0000",
        "<<(650) 253-0000 ext. 464>> please",
        "call me on <<650.253.0000>>",
        "+44 7700 900123",
        "ring <<07700 900123>> after six",
        "Telefon <<030/1234567>>",
        "mobile <<6502530000>> thanks",
        "c'est le <<06 12 34 56 78>>",
        "<<(11) 98765-4321>> por favor",
        "llamar al <<612345678>>",
        "<<0412 345 678>> is fine",
        "mijn telefoonnummer is <<020 1234567>>",
        "my number is <<six five oh five five five oh one two three>>",
        "meine Nummer: <<null eins sieben zwei null null null null null>>",
    ])
    .skips(&[
        ("114-4663600-3067245", "an order number in groups of 3, 7 and 7"),
        ("2024-01-15 10:30:00", "a timestamp"),
        ("1.234.567", "a sum"),
        ("tracking 771234567890", "twelve digits in a row"),
        ("phone 192.168.100.200", "an IP address"),
        ("650-911-0000", "no exchange code ends in 11"),
        ("612345678", "nine bare digits that nobody calls a telephone number"),
        ("98765-4321", "half of a Brazilian number, and a ZIP code"),
        ("order 0412 345 678", "its writer calls it an order"),
        ("order number four one five five five five oh one", "its writer calls it an order"),
        ("call me at one or two", "hours, no digits of a number"),
        ("04-2103594", "an employer's number, dialled nowhere so"),
        ("sort code 04-00-04 12345678", "a sort code and an account"),
    ])
    .sources(&[
        "ITU-T E.164",
        "NANPA",
        "ITU-T E.129: national numbering plans as their regulators present them",
        "Ofcom: telephone numbers for drama use",
        "libphonenumber, metadata of numbering plans (Apache-2.0)",
    ]);

#[rustfmt::skip]
const WORDS: &[&str] = &[
    "phone", "telephone", "tel", "call", "called", "calling", "mobile", "cell", "cellphone", "landline",
    "whatsapp", "sms", "text", "fax", "callback", "ring", "reach", "dial", "telefon", "telefonnummer",
    "handy", "handynummer", "mobil", "rufnummer", "anrufen", "anruf", "anrufe", "angerufen", "rückruf",
    "zurückrufen", "rufen", "ruf", "rang", "llame", "appelle", "appel", "teléfono", "telefono", "móvil", "movil",
    "celular", "llamar", "llámame", "téléphone", "portable", "appeler", "appelez", "telefone", "cellulare",
    "telefoon", "telefoonnummer", "mobiel", "gsm", "bel", "bellen", "gebeld", "chiamare", "chiami", "chiamatemi", "chiamami",
    "telemóvel", "telemovel", "ligar", "ligue", "ringa", "telefonu", "puhelin", "soita",
];

pub(super) fn typed(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    if is_opened(v, p.at) {
        return opened(p);
    }
    from(v, p.at, p.at, p.hints.region)
}

/// An opening `+1 (`, `(` or `+49 (0)` lies before the chain; the scanner has seen only what follows it.
fn opened(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let mut tries = [0; BACK];
    let mut count = 0;
    for at in (p.at.saturating_sub(BACK)..p.at).rev() {
        let (b, next) = (v.at(at), v.at(at + 1));
        let opens = match b {
            // Nothing that begins before a plus goes on over it, but for the bracket in `(+49)`.
            b'+' => true,
            b'(' => next == b'+' || next.is_ascii_digit(),
            b'0'..=b'9' => !v.before(at).is_ascii_digit() && v.before(at) != b'+',
            _ if joins(b, next) => false,
            _ => break,
        };
        if opens && let Some(slot) = tries.get_mut(count) {
            *slot = at;
            count += 1;
        }
        if next == b'+' || b == b'+' && v.before(at) != b'(' {
            break;
        }
    }
    let earlier = tries.get(..count)?.iter().rev().find_map(|&start| from(v, start, p.at, p.hints.region));
    let whole = || Chain::read(v, p.at, p.end).is_whole_number(v);
    earlier.or_else(|| if whole() { from(v, p.at, p.at, p.hints.region) } else { None })
}

/// Whether a number may go on over the sign `b` with `next` behind it: see `dialled`.
fn joins(b: u8, next: u8) -> bool {
    match b {
        b')' => next.is_ascii_digit() || matches!(next, b' ' | b'-' | b'.' | b'/' | b'('),
        b' ' => next.is_ascii_digit() || matches!(next, b'(' | b'/' | b'-'),
        b'-' | b'/' => next.is_ascii_digit() || next == b' ',
        b'.' => next.is_ascii_digit(),
        _ => false,
    }
}

/// How far before the chain a number may begin, in bytes.
const BACK: usize = 12;

/// Digits of the shortest number without a country code.
const FEWEST: usize = 7;

/// The number that starts at `start` and reaches beyond `through`.
fn from(v: View<'_>, start: usize, through: usize, region: [u8; 2]) -> Option<Found> {
    let before = v.before(start);
    if is_wordy(before) || matches!(before, b'@' | b'/' | b'\\' | b'$' | b'+' | b'&' | b'%') {
        return None;
    }
    if matches!(before, b'-' | b'.') && is_wordy(v.before(start - 1)) && before == b'-' {
        return None;
    }
    let crowded = before == b' ' && v.before(start - 1).is_ascii_digit();
    let mut d = Dialled::read(v, start);
    // The longest number of any plan, behind what is dialled before it to leave a country.
    let most = match d.digits().first() {
        _ if d.plus => 16,
        Some(0) => 19,
        _ => 13,
    };
    loop {
        let end = d.end();
        // No form has fewer digits.
        if end <= through || !d.plus && d.digits().len() < FEWEST {
            return None;
        }
        if d.digits().len() <= most
            && closes(v, end)
            && (d.plus || !(d.is_loose() && (crowded || goes_on(v, end))))
            && let Some(worth) = worth(&d, region)
        {
            // The words before it are read only now: hardly any number comes so far.
            let lead = lead(v, start);
            let cued = lead == Lead::Phone;
            let form = if cued { Some(worth.called) } else { worth.alone };
            if let Some(form) = form.filter(|_| d.plus || lead != Lead::Business) {
                let weak = form.weak && !cued;
                let score = if cued { form.score.max(60) } else { form.score };
                let verdict = if form.valid { Verdict::Valid } else { Verdict::Unknown };
                let mut found =
                    Found::new(start, extension(v, end)).score(score).specimen(is_fiction(d.digits()));
                found = if weak { found.weak() } else { found.verdict(verdict) };
                // A country code says what it is; where no number of that country begins so, only of what is written in
                // groups.
                let coded = d.plus && (!weak || d.groups().len() > 2);
                return Some(if cued || coded { found.cued() } else { found });
            }
        }
        if !d.shorten() {
            return None;
        }
    }
}

/// Whether more digits of the same chain follow.
fn goes_on(v: View<'_>, end: usize) -> bool {
    v.at(end) == b' ' && v.at(end + 1).is_ascii_digit()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[rustfmt::skip]
    const STRONG: &[&str] = &[
        "650-253-0000", "1-650-253-0000", "650 253 0000", "(650)253-0000", "1 (650) 253-0000", "650.253.0000",
        "0049 30 123456", "+4930123456", "+33 6 12 34 56 78", "+55 (11) 91234-5678", "+44 (0) 20 7946 0958",
        "020 7946 0958", "(020) 7946 0958", "0161 496 0000", "01632 960983", "07700900123", "0151/12345678",
        "030 / 1234567", "(030) 1234567", "0170 1234567", "650-253-0000x464", "650-253-0000, ext 12",
        "030/1234567 Durchwahl 12", "+7 (495) 123-45-67", "+44 07700 900123", "011 44 20 7946 0958",
        "(+33) 6 12 34 56 78", "(+44) 20 7946 0958", "+33 (0)6 12 34 56 78",
        "030 23125 417", "06 17 25 00 95", "06.17.25.00.95",
    ];

    #[rustfmt::skip]
    const WEAK_FORMS: &[&str] = &[
        "6502530000", "0151123456789", "612345678", "+393033792662", "+39 3033792662", "order 650-253-0000", "order #650-253-0000", "253-0000",
    ];

    #[rustfmt::skip]
    const NOTHING: &[&str] = &[
        "DE89 3704 0044 0532 0130 00", "v1.650.2530", "10.20.30.40", "4111 1111 1111 1111", "$650-253-0000",
        "2024-01-15", "15/01/2024 10.30", "id650-253-0000", "9400 1000 0000 0000 0000 00", "+1234567",
        "1234567890", "phone 2024-01-15", "01/02/2024", "6502530000@example.com", "1.234.567,89",
    ];

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
            while view.at(i).is_ascii_digit()
                || b" -./".contains(&view.at(i)) && view.at(i + 1).is_ascii_digit()
            {
                i += 1;
            }
            if i - start < 7 {
                continue;
            }
            for at in (start..i).filter(|&at| at == start || b[at - 1] == b' ') {
                if !Chain::read(view, at, i).is_dialled(view) {
                    continue;
                }
                let hit = typed(&Probe { view, at, end: i, hints: Default::default() })
                    .map(|f| (text.get(f.start..f.end).unwrap(), f.weak));
                out.extend(hit.filter(|h| !out.contains(h)));
            }
        }
        out
    }

    #[test]
    fn examples_hold() {
        // Digits in words have tests of their own.
        for text in ENTRY.finds.iter().filter(|text| text.bytes().any(|b| b.is_ascii_digit())) {
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
        for &text in STRONG {
            assert_eq!(found(text), [(text, false)]);
        }
        for text in
            ["my number is 6502530000", "my new number is 6502530000", "phone: 1234567890", "Tel. 030 123456", "mi número es 612345678"]
        {
            assert!(matches!(found(text)[..], [(_, false)]), "{text}");
        }
    }

    #[test]
    fn bare_or_bespoke_numbers_are_weak_or_nothing() {
        for &text in WEAK_FORMS {
            assert!(found(text).iter().all(|f| f.1), "{text}");
        }
        for &text in NOTHING {
            assert_eq!(found(text), [], "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_safe(text in "[0-9+() \\-./x#\u{a0}eé]{0,40}") {
            for (value, _) in found(&text) {
                prop_assert!(value.bytes().filter(u8::is_ascii_digit).count() >= 7);
            }
        }

        #[test]
        fn no_start_before_a_chain_is_missed(head in "[0-9+() ./-]{0,14}", chain in "[0-9]{7,11}") {
            let text = format!("{head}{chain}");
            let (v, end) = (View::new(&text), text.len());
            let at = end - text.bytes().rev().take_while(u8::is_ascii_digit).count();
            let try_at = |start| from(v, start, at, [0; 2]);
            let whole = || if Chain::read(v, at, end).is_whole_number(v) { try_at(at) } else { None };
            let want = (at.saturating_sub(BACK)..at).find_map(try_at).or_else(whole);
            if is_opened(v, at) {
                prop_assert_eq!(opened(&Probe { view: v, at, end, hints: Default::default() }), want);
            }
        }

        #[test]
        fn nanp_codes_decide(area in 200u16..1000, exchange in 200u16..1000, line in 0u16..10_000) {
            let text = format!("{area}-{exchange}-{line:04}");
            let strong = found(&text).iter().filter(|f| !f.1).count();
            prop_assert_eq!(strong, usize::from(area % 100 != 11 && exchange % 100 != 11));
        }
    }
}

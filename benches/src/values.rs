//! The name of a slot goes in; a made or reserved value comes out: no number here belongs to a person.
//!
//! Numbers are specimens their issuers published, or lie in ranges set aside for examples: 555-01xx, the drama ranges
//! of Ofcom and the Bundesnetzagentur, example.com, 192.0.2.0/24 and its sisters, 2001:db8::/32.
use crate::random::Random;

const ALNUM: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const UPNUM: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
const HEX: &str = "0123456789abcdef";

const FIRST: &[&str] = &[
    "Ada", "Bruno", "Carla", "Dmitri", "Elif", "Femi", "Greta", "Hugo", "Ines", "Jonas", "Keiko", "Liam",
    "Mirjam", "Nadia", "Oscar", "Petra", "Rosa", "Sven", "Tara", "Uwe", "Vera", "Yusuf", "Zoë",
];
const LAST: &[&str] = &[
    "Albright",
    "Baumgartner",
    "Castellan",
    "Dunmore",
    "Eriksen",
    "Fairweather",
    "Grünwald",
    "Hollis",
    "Ibarra",
    "Juniper",
    "Kestrel",
    "Lindqvist",
    "Marchetti",
    "Nightingale",
    "O'Malley",
    "Pemberton",
    "Quill",
    "Rosenthal",
];
const STREET: &[&str] = &[
    "Maple Street",
    "Oak Ave",
    "Elm St",
    "Lakeview Drive",
    "Harbor Blvd",
    "Cedar Lane",
    "2nd Ave",
    "N Mill Rd",
];
const CITY: &[&str] =
    &["Springfield", "Riverton", "Fairview", "Leeds", "Munich", "Denver", "Portland", "Lyon"];
const STATE: &[&str] = &["IL", "NY", "CA", "OR", "TX", "MA", "WA"];
const DAY: &[&str] = &["Monday", "Tuesday", "Friday", "yesterday", "last night", "this morning", "March 3rd"];
const MONTH: &[&str] = &["January", "March", "May", "July", "September", "November"];
const PRODUCT: &[&str] = &[
    "AquaPure 3000 filter",
    "SoundPod Mini 2",
    "TrailMate GTX boots",
    "Brewline X9",
    "desk lamp Nova",
    "UltraView 27",
    "PowerBrick 20000",
    "Cosy blanket",
    "Starter plan",
    "Team plan (annual)",
    "smart plug 4-pack",
    "Kettle K12",
];
const CARD: &[&str] = &[
    "4111111111111111",
    "4012888888881881",
    "4242424242424242",
    "5555555555554444",
    "5105105105105100",
    "2223003122003222",
    "378282246310005",
    "371449635398431",
    "6011111111111117",
    "3530111333300000",
];
const IBAN: &[&str] = &[
    "GB29NWBK60161331926819",
    "DE89370400440532013000",
    "FR1420041010050500013M02606",
    "NL91ABNA0417164300",
    "ES9121000418450200051332",
    "BE68539007547034",
    "CH9300762011623852957",
    "AT611904300234573201",
];
const SSN: &[&str] = &["078-05-1120", "219-09-9999", "987-65-4320", "987-65-4325", "219 09 9999"];
const NINO: &[&str] = &["AB 12 34 56 C", "AB123456D", "JG 10 37 59 A", "JG103759A"];
const EMOJI: &[&str] = &["😀", "🙏", "…", "👍", "–", "é", "😡", "“thanks”"];

/// The value of one slot of a template.
///
/// # Panics
/// Where no slot has this name: a template of this crate is misspelt.
pub(crate) fn value(slot: &str, r: &mut Random) -> String {
    match slot {
        "first" => r.pick(FIRST).into(),
        "name" => format!("{} {}", r.pick(FIRST), r.pick(LAST)),
        "email" => email(r),
        "phone" => phone(r),
        "card" => card(r),
        "cvc" => r.digits(3),
        "expiry" => format!("{:02}/{}", r.between(1, 12), r.between(27, 34)),
        "iban" => {
            let iban = r.pick(IBAN);
            if r.chance(50) { grouped(iban, " ") } else { iban.into() }
        }
        "ip" => ip(r),
        "url" => format!("https://shop.example.com/reset?user={}&token={}", r.digits(5), r.string(ALNUM, 24)),
        "ssn" => r.pick(SSN).into(),
        "nino" => r.pick(NINO).into(),
        "birth" => birth(r),
        "password" => {
            format!("{}{}!{}", r.pick(&["Blue", "river", "Stern", "Luna"]), r.digits(3), r.string(ALNUM, 3))
        }
        "code" => r.digits(6),
        "jwt" => jwt(r),
        "aws" => format!("{}{}{}", "AK", "IA", r.string("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 9)) + "EXAMPLE",
        "address" => format!(
            "{} {}, {}, {} 0{}",
            r.between(1, 9800),
            r.pick(STREET),
            r.pick(CITY),
            r.pick(STATE),
            r.digits(4)
        ),
        "order" => order(r),
        "ticket" => match r.below(4) {
            0 => format!("#{}", r.digits(6)),
            1 => format!("TCK-{}", r.digits(5)),
            2 => format!("CASE-2026-{}", r.digits(6)),
            _ => format!("INC{}", r.digits(7)),
        },
        "tracking" => match r.below(4) {
            0 => format!("1Z{}", r.string(UPNUM, 16)),
            1 => r.digits(12),
            2 => format!("JD{}", r.digits(18)),
            _ => format!("94{}", r.digits(20)),
        },
        "price" => match r.below(4) {
            0 => format!("${}.{}", r.between(1, 999), r.digits(2)),
            1 => format!("{},{} €", r.between(1, 99), r.digits(2)),
            2 => format!("£{}.{}", r.between(1, 400), r.digits(2)),
            _ => format!("${},{}.00", r.between(1, 9), r.digits(3)),
        },
        "date" => match r.below(4) {
            0 => format!("{}/{}/2026", r.between(1, 12), r.between(1, 28)),
            1 => format!("2026-{:02}-{:02}", r.between(1, 12), r.between(1, 28)),
            2 => format!("{} {}", r.pick(MONTH), r.between(1, 28)),
            _ => r.pick(DAY).into(),
        },
        "stamp" => format!(
            "2026-{:02}-{:02}T{:02}:{:02}:07Z",
            r.between(1, 12),
            r.between(1, 28),
            r.below(24),
            r.below(60)
        ),
        "time" => format!("{}:{:02}", r.below(24), r.below(60)),
        "day" => r.pick(DAY).into(),
        "city" => r.pick(CITY).into(),
        "product" => r.pick(PRODUCT).into(),
        "sku" => format!("{}-{}-{}", r.string(UPNUM, 3), r.digits(4), r.string(UPNUM, 2)),
        "version" => format!("{}.{}.{}", r.between(1, 19), r.below(20), r.below(10)),
        "error" => format!("0x{}", r.string("0123456789ABCDEF", 8)),
        "hash" => r.string(HEX, 40),
        "n" => r.between(1, 60).to_string(),
        "emoji" => r.pick(EMOJI).into(),
        other => panic!("no slot is called {other}"),
    }
}

fn email(r: &mut Random) -> String {
    let (first, last) = (r.pick(FIRST).to_lowercase(), r.pick(LAST).to_lowercase().replace('\'', ""));
    let tag = if r.chance(10) { "+shop" } else { "" };
    format!(
        "{first}.{last}{}{tag}@{}",
        r.below(100),
        r.pick(&["example.com", "example.org", "mail.example.net"])
    )
}

fn phone(r: &mut Random) -> String {
    let (area, last) = (r.pick(&["212", "415", "617", "303"]), r.digits(2));
    match r.below(9) {
        0 => format!("({area}) 555-01{last}"),
        1 => format!("{area}-555-01{last}"),
        2 => format!("{area}.555.01{last}"),
        3 => format!("+1 {area} 555 01{last}"),
        4 => format!("+1{area}55501{last}"),
        5 => format!("+44 7700 900{}", r.digits(3)),
        6 => format!("020 7946 0{}", r.digits(3)),
        7 => format!("+49 30 23125 {}", r.digits(3)),
        _ => format!("0171 39200 {last}"),
    }
}

fn card(r: &mut Random) -> String {
    let number = r.pick(CARD);
    match r.below(4) {
        0 => number.into(),
        1 if number.len() == 15 => format!("{} {} {}", &number[..4], &number[4..10], &number[10..]),
        1 | 2 => grouped(number, " "),
        _ => grouped(number, "-"),
    }
}

fn ip(r: &mut Random) -> String {
    match r.below(5) {
        0 => format!("2001:db8::{}:{}", r.string(HEX, 4), r.string(HEX, 4)),
        1 => format!("198.51.100.{}", r.below(256)),
        2 => format!("203.0.113.{}", r.below(256)),
        _ => format!("192.0.2.{}", r.below(256)),
    }
}

fn birth(r: &mut Random) -> String {
    let (year, month, day) = (r.between(1940, 2005), r.between(1, 12), r.between(1, 28));
    match r.below(4) {
        0 => format!("{month:02}/{day:02}/{year}"),
        1 => format!("{year}-{month:02}-{day:02}"),
        2 => format!("{day:02}.{month:02}.{year}"),
        _ => format!("{} {day}, {year}", r.pick(MONTH)),
    }
}

fn order(r: &mut Random) -> String {
    match r.below(4) {
        0 => format!("#{}", r.digits(7)),
        1 => format!("{}-{}-{}", r.digits(3), r.digits(7), r.digits(7)),
        2 => format!("ORD-{}", r.digits(8)),
        _ => format!("SO{}", r.digits(9)),
    }
}

/// A token of the right form that no key ever signed.
fn jwt(r: &mut Random) -> String {
    let header = base64(br#"{"alg":"HS256","typ":"JWT"}"#);
    let claims = base64(format!(r#"{{"sub":"{}","iat":17{}}}"#, r.digits(8), r.digits(8)).as_bytes());
    format!("{header}.{claims}.{}", r.string(ALNUM, 43))
}

fn grouped(text: &str, separator: &str) -> String {
    let groups: Vec<&str> = (0..text.len()).step_by(4).map(|at| &text[at..text.len().min(at + 4)]).collect();
    groups.join(separator)
}

/// URL-safe base64 without padding.
pub(crate) fn base64(bytes: &[u8]) -> String {
    const SYMBOLS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let bits = (0..3).fold(0, |bits, at| bits << 8 | group.get(at).map_or(0, |&byte| usize::from(byte)));
        text.extend((0..=group.len()).map(|at| char::from(SYMBOLS[bits >> (18 - 6 * at) & 63])));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{base64, grouped};

    #[test]
    fn groups_and_base64() {
        assert_eq!(grouped("123456789", " "), "1234 5678 9");
        assert_eq!(base64(b"Wimple"), "V2ltcGxl");
        assert_eq!(base64(b"a"), "YQ");
    }
}

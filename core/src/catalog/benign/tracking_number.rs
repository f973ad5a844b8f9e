//! Parcel tracking numbers: UPS, the Universal Postal Union's S10, FedEx, DHL, USPS, Amazon.
//!
//! # Check
//! UPS 1Z: letters as digits (A = 2 … ), odd places plus twice the even ones. S10: weights 8 6 4 2 3 5 9 7 modulo 11.
//! Bare digits of carrier lengths count only with a word.
use crate::catalog::prelude::*;
use crate::check::weighted;

pub(super) static ENTRY: Entry = Entry::new("TRACKING_NUMBER")
    .title("Parcel tracking number")
    .category(Category::Benign)
    .sensitivity(Sensitivity::Low)
    .score(60)
    .shape("'1Z'X{16}|'1Z'~XXX~XXX~XX~XXXX~XXXX|AA999999999AA|AA 999 999 999 AA|AA 9999 9999 9AA|'JD'9{16,18}|'JJD'9{16,19}|'TBA'9{12}|'94'9{20}|'92'9{20}|9{10}?|9{12}?|9{14,15}?|9{20,22}?|9999 9999 9999?|9999 9999 9999 9999 9999 99")
    .check(check)
    .context(&[
        "tracking", "track", "trackingnumber", "parcel", "package", "shipment", "shipping", "delivery", "courier",
        "ups", "fedex", "dhl", "usps", "hermes", "dpd", "gls", "waybill", "consignment", "sendung", "sendungsnummer",
        "sendungsverfolgung", "paket", "paketnummer", "lieferung", "envío", "envio", "paquete", "seguimiento", "colis", "suivi",
    ])
    .finds(&["1Z999AA10123456784", "tracking <<RB123456785GB>>", "tracking number <<449044304137821>>"])
    .skips(&[
        ("1Z999AA10123456783", "wrong check digit"),
        ("449044304137821", "a bare number that nobody calls a parcel"),
        ("the parcel is late", "no number"),
    ])
    .sources(&["UPS tracking number guide", "UPU standard S10: identification of postal items"]);

fn check(c: &[u8]) -> Verdict {
    match c {
        [b'1', b'Z', body @ ..] if c.len() == 18 => Verdict::from_check(ups(body)),
        [a, b, digits @ .., y, z] if c.len() == 13 && [a, b, y, z].iter().all(|l| l.is_ascii_uppercase()) => {
            Verdict::from_check(s10(digits))
        }
        _ => Verdict::Unknown,
    }
}

/// Sixteen characters, the last a check digit; a letter counts as its ASCII code less 63, modulo 10.
fn ups(body: &[u8]) -> bool {
    let Some((check, rest)) = body.split_last() else { return false };
    let sum: u32 = rest
        .iter()
        .enumerate()
        .map(|(i, &b)| {
            let value = if b.is_ascii_digit() { u32::from(b - b'0') } else { u32::from(b.wrapping_sub(63)) % 10 };
            value * if i % 2 == 1 { 2 } else { 1 }
        })
        .sum();
    check.is_ascii_digit() && (10 - sum % 10) % 10 == u32::from(check - b'0')
}

fn s10(digits: &[u8]) -> bool {
    let Some((check, serial)) = digits.split_last() else { return false };
    let expected = match 11 - weighted::sum(serial, &[8, 6, 4, 2, 3, 5, 9, 7]) % 11 {
        10 => 0,
        11 => 5,
        n => n,
    };
    digits.iter().all(u8::is_ascii_digit) && u32::from(check - b'0') == expected
}

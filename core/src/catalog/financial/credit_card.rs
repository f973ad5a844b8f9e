//! Payment card number (PAN).
//!
//! Twelve to nineteen digits: an issuer identification number, an account number, a check digit. Usual groupings are
//! strong; any other grouping counts only where a word calls it a card, because one order number in ten passes Luhn.
//!
//! # Check
//! The issuer range with its lengths, then Luhn over all digits. What a writer calls a card and fails the check is
//! kept as claimed: a mistyped card still tells nearly all of it.
use crate::catalog::prelude::*;
use crate::check::luhn;

pub(super) static ENTRY: Entry = Entry::new("CREDIT_CARD")
    .title("Payment card number")
    .category(Category::Financial)
    .sensitivity(Sensitivity::High)
    .shape("[2-6]9{11,18}|[2-6]999~9999~9999~9999|[3]999~999999~99999|[3]999~999999~9999|[2-6]999~9999~9999~9999~999|999999~9999999999999|*[2-6]9{11,18}?|*[017-9]9{13,15}?")
    .check(check)
    .specimen(specimen)
    .score(70)
    .context(&[
        "card", "cards", "visa", "mastercard", "amex", "discover", "maestro", "unionpay", "diners", "jcb", "credit",
        "debit", "cc", "pan", "tarjeta", "karte", "kreditkarte", "kartennummer", "carte", "bancaire", "crédito",
    ])
    .finds(&[
        "4111 1111 1111 1111",
        "4111111111111111",
        "5555-5555-5555-4444",
        "3782 822463 10005",
        "6011.1111.1111.1117",
        "my card <<4111 1111 1111 1112>> was declined",
        "<<36227206271667>>",
        "credit card number is <<9452642384526785>>",
    ])
    .skips(&[
        ("4111 1111 1111 1112", "fails Luhn and nobody calls it a card"),
        ("order 4539148803436467", "Luhn holds by chance, the writer calls it an order"),
        ("1234 5678 9012 3456", "no issuer has numbers that begin with 1"),
        ("365-5601280-0585709", "grouped as an order number"),
    ])
    .sources(&[
        "ISO/IEC 7812-1:2017, Annex B (Luhn) and numbering",
        "Published issuer ranges of Visa, Mastercard (51-55, 2221-2720), American Express (34, 37), Discover (6011, 644-649, 65), JCB (3528-3589), Diners Club (300-305, 36, 38, 39), UnionPay (62, 81), Maestro (50, 56-69), Mir (2200-2204)",
        "Test numbers published by payment processors",
    ]);

fn check(digits: &[u8]) -> Verdict {
    Verdict::from_check(has_issuer(digits) && luhn::is_valid(digits))
}

/// Whether an issuer range with this length exists.
fn has_issuer(digits: &[u8]) -> bool {
    let lead = |n: usize| digits.iter().take(n).fold(0u32, |v, d| v * 10 + u32::from(d.wrapping_sub(b'0')));
    let length = digits.len();
    if digits.len() < 6 {
        return false;
    }
    // A number that is one digit over and over passes Luhn now and then and is never issued.
    if digits.windows(2).all(|w| w.first() == w.last()) {
        return false;
    }
    match lead(2) {
        40..=49 => matches!(length, 13 | 16 | 19),
        51..=55 => length == 16,
        34 | 37 => length == 15,
        36 => (14..=19).contains(&length),
        38 | 39 => (14..=19).contains(&length),
        30 => matches!(lead(3), 300..=305 | 309) && (14..=19).contains(&length),
        35 => (3528..=3589).contains(&lead(4)) && (16..=19).contains(&length),
        22..=27 => {
            let four = lead(4);
            (2221..=2720).contains(&four) && length == 16 || (2200..=2204).contains(&four) && (16..=19).contains(&length)
        }
        62 => (16..=19).contains(&length),
        60 => match lead(4) {
            6011 => (16..=19).contains(&length),
            _ => (12..=19).contains(&length),
        },
        64 | 65 => (16..=19).contains(&length) || (12..=19).contains(&length),
        50 | 56..=59 | 61 | 63 | 66..=69 => (12..=19).contains(&length),
        _ => false,
    }
}

/// Test numbers that card networks and processors publish.
fn specimen(digits: &[u8]) -> bool {
    const TEST_NUMBERS: [&str; 18] = [
        "4111111111111111", "4242424242424242", "4012888888881881", "4000056655665556", "4222222222222",
        "5555555555554444", "5105105105105100", "5200828282828210", "2223003122003222", "2223000048400011",
        "378282246310005", "371449635398431", "6011111111111117", "6011000990139424", "30569309025904",
        "38520000023237", "3530111333300000", "36227206271667",
    ];
    TEST_NUMBERS.iter().any(|t| t.as_bytes() == digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges() {
        for good in ["4222222222222", "2223000048400011", "371449635398431", "30569309025904", "6304000000000000"] {
            assert_eq!(check(good.as_bytes()), Verdict::Valid, "{good}");
        }
        for bad in ["411111111111116", "1111111111111117", "4444444444444444", "5105105105105101", "99"] {
            assert_eq!(check(bad.as_bytes()), Verdict::Invalid, "{bad}");
        }
    }
}

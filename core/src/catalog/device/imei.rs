//! Number of a mobile phone (IMEI).
//!
//! Fifteen digits, in a row or 2-6-6-1. Cards, orders and parcels have fifteen digits, too, and one in ten passes the
//! check, so it counts only where a word calls it an IMEI.
//!
//! # Check
//! Luhn. What the writer calls an IMEI and fails is kept as claimed.
use crate::catalog::prelude::*;
use crate::check::luhn;

pub(super) static ENTRY: Entry = Entry::new("IMEI")
    .title("Mobile phone number of the device (IMEI)")
    .category(Category::Device)
    .sensitivity(Sensitivity::Medium)
    .shape("99~999999~999999~9?")
    .check(check)
    .score(65)
    .context(&["imei", "imeis"])
    .finds(&[
        "IMEI <<490154203237518>>",
        "imei: <<49-015420-323751-8>>",
        "the imei number is <<35 209900 176148 1>>",
        "<<490154203237518>> (IMEI)",
    ])
    .skips(&[
        ("490154203237518", "fifteen bare digits"),
        ("order 490154203237518", "the writer calls it an order"),
        ("tracking number 490154203237518", "a parcel"),
        ("imei 4901542032375", "thirteen digits"),
    ])
    .sources(&["3GPP TS 23.003, section 6.2 and annex B", "GSMA TS.06, IMEI allocation"]);

fn check(digits: &[u8]) -> Verdict {
    let alike = digits.windows(2).all(|pair| pair.first() == pair.last());
    Verdict::from_check(!alike && luhn::is_valid(digits))
}

//! US national provider identifier (NPI) of a doctor, hospital or other provider.
//!
//! Ten digits, the first one 1 or 2. They count only near a word.
//!
//! # Check
//! Luhn, over the number with 80840 before it.
use crate::catalog::prelude::*;
use crate::check::luhn;

pub(super) static ENTRY: Entry = Entry::new("US_NPI")
    .title("US national provider identifier")
    .category(Category::Health)
    .sensitivity(Sensitivity::Low)
    .shape("9999999999?")
    .check(check)
    .specimen(|d| d == b"1234567893")
    .score(60)
    .context(&["npi", "npis", "nppes", "prescriber"])
    .finds(&["NPI <<1234567893>>", "the doctor's npi is <<1245319599>>", "npi: <<1234567890>>"])
    .skips(&[
        ("1234567893", "ten bare digits that nobody calls a provider"),
        ("order 1245319599", "an order"),
        ("npi 123456789", "a digit is missing"),
    ])
    .sources(&["Centers for Medicare & Medicaid Services: Requirements for National Provider Identifier (NPI) and NPI check digit"]);

fn check(digits: &[u8]) -> Verdict {
    let mut whole = *b"808400000000000";
    let Some(place) = whole.get_mut(5..).filter(|place| place.len() == digits.len()) else { return Verdict::Invalid };
    place.copy_from_slice(digits);
    Verdict::from_check(matches!(digits.first(), Some(b'1' | b'2')) && luhn::is_valid(&whole))
}

//! Check digits a user's template may ask for.
use crate::check::{gs1, iso7064, luhn, mod97, verhoeff};
use crate::finding::Verdict;

/// How the check digits of a template's values are computed. The check digits come last; letters do not count unless
/// it is said.
///
/// ```
/// use wimple::{Check, Engine, Policy, Recognizer};
/// let loyalty = Recognizer::template("LOYALTY_NO", "'L'-9999-9999")?.check(Check::Luhn);
/// let engine = Engine::builder().policy(Policy::new().recognizer(loyalty)).build()?;
/// assert_eq!(engine.analyze("L-7992-7398")?.len(), 1);
/// assert_eq!(engine.analyze("L-7992-7393")?.len(), 0);
/// # Ok::<(), wimple::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Check {
    /// Luhn's formula: payment and loyalty cards (ISO/IEC 7812-1).
    Luhn,
    /// Modulo 10 with weights 3 and 1: the numbers of goods and of cards issued as such (GS1).
    Gs1,
    /// Verhoeff's check digit.
    Verhoeff,
    /// MOD 11-2 (ISO/IEC 7064): the last character is a digit, or an X for ten.
    Mod11_2,
    /// MOD 11,10 (ISO/IEC 7064).
    Mod11_10,
    /// MOD 97-10 (ISO/IEC 7064): letters and digits, read as one number in which A is 10 and Z 35, leave 1.
    Mod97,
}

impl Check {
    /// Every check, in the order above.
    pub const ALL: [Check; 6] =
        [Check::Luhn, Check::Gs1, Check::Verhoeff, Check::Mod11_2, Check::Mod11_10, Check::Mod97];

    /// The name used in policies: `luhn`, `gs1`, `verhoeff`, `mod11_2`, `mod11_10`, `mod97`.
    pub const fn name(self) -> &'static str {
        match self {
            Check::Luhn => "luhn",
            Check::Gs1 => "gs1",
            Check::Verhoeff => "verhoeff",
            Check::Mod11_2 => "mod11_2",
            Check::Mod11_10 => "mod11_10",
            Check::Mod97 => "mod97",
        }
    }

    /// The check of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Check::ALL.into_iter().find(|c| c.name() == name)
    }

    /// Judges a value, given as its letters (in capitals) and digits alone.
    pub(crate) fn judge(self, value: &[u8]) -> Verdict {
        let digits = || -> Vec<u8> { value.iter().copied().filter(u8::is_ascii_digit).collect() };
        Verdict::from_check(match self {
            Check::Luhn => luhn::is_valid(&digits()),
            Check::Gs1 => gs1::is_valid(&digits()),
            Check::Verhoeff => verhoeff::is_valid(&digits()),
            Check::Mod11_2 => {
                let mut characters = digits();
                characters.extend(value.last().filter(|c| **c == b'X'));
                iso7064::is_valid_11_2(&characters)
            }
            Check::Mod11_10 => iso7064::is_valid_11_10(&digits()),
            Check::Mod97 => mod97::remainder(value.iter().copied()) == Some(1),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back() {
        for check in Check::ALL {
            assert_eq!(Check::from_name(check.name()), Some(check));
        }
        assert_eq!(Check::from_name("Luhn"), None);
    }

    #[test]
    fn published_values() {
        assert_eq!(Check::Luhn.judge(b"L79927398713"), Verdict::Valid);
        assert_eq!(Check::Luhn.judge(b"L79927398710"), Verdict::Invalid);
        for check in Check::ALL {
            assert_eq!(check.judge(b"LX"), Verdict::Invalid, "{}", check.name());
        }
        // GS1's own example of a GTIN-13, the example of Verhoeff's paper, ISO 7064's example and that of ISNI.
        assert_eq!(Check::Gs1.judge(b"K6291041500213"), Verdict::Valid);
        assert_eq!(Check::Gs1.judge(b"K6291041500214"), Verdict::Invalid);
        assert_eq!(Check::Verhoeff.judge(b"V2363"), Verdict::Valid);
        assert_eq!(Check::Verhoeff.judge(b"V2633"), Verdict::Invalid);
        assert_eq!(Check::Mod11_10.judge(b"07945"), Verdict::Valid);
        assert_eq!(Check::Mod11_10.judge(b"07946"), Verdict::Invalid);
        assert_eq!(Check::Mod11_2.judge(b"000000012146438X"), Verdict::Valid);
        assert_eq!(Check::Mod11_2.judge(b"0000000121464380"), Verdict::Invalid);
        // The national part of the IBAN registry's example, its head moved behind it.
        assert_eq!(Check::Mod97.judge(b"NWBK60161331926819GB29"), Verdict::Valid);
        assert_eq!(Check::Mod97.judge(b"NWBK60161331926819GB92"), Verdict::Invalid);
    }
}

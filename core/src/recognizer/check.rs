//! Check digits a user's template may ask for.
use crate::check::{luhn, mod97};
use crate::finding::Verdict;

/// How the check digits of a template's values are computed.
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
    /// Luhn's formula over the digits, the last one being the check digit (ISO/IEC 7812-1). Letters do not count.
    Luhn,
    /// MOD 97-10 (ISO/IEC 7064): letters and digits, read as one number in which A is 10 and Z 35, leave 1.
    Mod97,
}

impl Check {
    /// Every check, in the order above.
    pub const ALL: [Check; 2] = [Check::Luhn, Check::Mod97];

    /// The name used in policies: `luhn`, `mod97`.
    pub const fn name(self) -> &'static str {
        match self {
            Check::Luhn => "luhn",
            Check::Mod97 => "mod97",
        }
    }

    /// The check of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Check::ALL.into_iter().find(|c| c.name() == name)
    }

    /// Judges a value, given as its letters (in capitals) and digits alone.
    pub(crate) fn judge(self, value: &[u8]) -> Verdict {
        Verdict::from_check(match self {
            Check::Luhn => {
                let digits: Vec<u8> = value.iter().copied().filter(u8::is_ascii_digit).collect();
                luhn::is_valid(&digits)
            }
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
        assert_eq!(Check::Luhn.judge(b"LX"), Verdict::Invalid);
        // The national part of the IBAN registry's example, its head moved behind it.
        assert_eq!(Check::Mod97.judge(b"NWBK60161331926819GB29"), Verdict::Valid);
        assert_eq!(Check::Mod97.judge(b"NWBK60161331926819GB92"), Verdict::Invalid);
    }
}

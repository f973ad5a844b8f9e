//! Cards that become numbers of the same length, without marks.
//!
//! Comes in: a card's digits. Goes out: digits that no card has, from which keys make the card again.
//!
//! # How it is known
//! Two signs, both of which a card lacks: the check digit is wrong, by the slot of the key plus one; and the first digit,
//! 2 to 6 in every card that is found here, becomes one with which those do not begin. Opened, it must be the number of
//! an issuer. So a mistyped card is not taken for a number of ours, which would leave it in the text. The first digit
//! tells the network, as it did before. Of other numbers that begin so, one in a dozen passes by chance: enough to leave
//! alone what stands where a card is spoken of, not enough to turn back any number in a text.
use zeroize::Zeroizing;

use super::cipher::{CARD, Job, Way};
use super::number;
use crate::catalog;
use crate::check::luhn;
use crate::entity;
use crate::finding::Verdict;
use crate::keyset::{KeyId, Keyset};

/// A first digit of cards, and the one that stands for it. No card of the catalogue begins with one of the latter.
const FIRST: [(u8, u8); 5] = [(b'2', b'0'), (b'3', b'1'), (b'4', b'7'), (b'5', b'8'), (b'6', b'9')];

/// Whether the digits are a card's: an issuer's range and Luhn.
pub(super) fn is_card(digits: &[u8]) -> bool {
    CARD.contains(&digits.len())
        && catalog::verdict(entity::CREDIT_CARD.name(), digits) == Some(Verdict::Valid)
}

/// What stands for a card whose last digits stay.
pub(super) fn close(keys: &Keyset, tenant: &str, last: usize, digits: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    if !is_card(digits) {
        return None;
    }
    // The first digit is changed last: until then the number is a card, as its way asks.
    let closed = job(keys, keys.primary(), tenant, last).close(digits)?;
    let slot = keys.slot(keys.primary())?;
    marked(closed, FIRST, last, slot + 1)
}

/// The card as it was written, where the value is what an enabled key made of one whose last digits stayed.
pub(super) fn open(keys: &Keyset, tenant: &str, last: usize, value: &str) -> Option<Zeroizing<String>> {
    let digits = number::digits(value).filter(|digits| CARD.contains(&digits.len()))?;
    let remainder = luhn::remainder(&digits)?;
    let id = keys.in_slot(remainder.checked_sub(1)?)?;
    let plain = marked(digits, FIRST.map(|(card, ours)| (ours, card)), last, remainder)?;
    let card = job(keys, id, tenant, last).open(&plain).filter(|card| is_card(card))?;
    Some(number::with_digits(value, &card))
}

fn job<'j>(keys: &'j Keyset, id: KeyId, tenant: &'j str, last: usize) -> Job<'j> {
    let entity = "CREDIT_CARD";
    Job { keys, id, tenant, entity, way: Way::Card, first: 1, last }
}

/// The number with another first digit and the carrier at which Luhn's sum is `remainder` again.
fn marked(
    mut digits: Zeroizing<Vec<u8>>,
    table: [(u8, u8); 5],
    last: usize,
    remainder: u8,
) -> Option<Zeroizing<Vec<u8>>> {
    let first = digits.first_mut()?;
    *first = table.iter().find(|(from, _)| from == first)?.1;
    super::cipher::carried(digits, last, remainder)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A card of an issuer that gives out this length.
    fn cards() -> impl Strategy<Value = Vec<u8>> {
        let issuers = prop::sample::select(vec![
            ("4", 16),
            ("4", 13),
            ("51", 16),
            ("2221", 16),
            ("34", 15),
            ("6011", 16),
            ("67", 12),
            ("62", 19),
        ]);
        (issuers, prop::collection::vec(b'0'..=b'9', 19)).prop_map(|((begin, length), rest)| {
            let mut digits = [begin.as_bytes(), &rest].concat()[..length].to_vec();
            while !luhn::is_valid(&digits) {
                let last = digits.last_mut().unwrap();
                *last = b'0' + (*last - b'0' + 1) % 10;
            }
            digits
        })
    }

    proptest! {
        #[test]
        fn cards_come_back_from_numbers_that_are_none(digits in cards(), last in 0..=4usize, slot in 1..=9u8) {
            let keys = Keyset::of_bytes(&[1, 2, 3, 4, 5, 6, 7, 8, 9]).with_primary(slot);
            let closed = close(&keys, "t", last, &digits).unwrap();
            prop_assert_eq!(luhn::remainder(&closed), Some(slot));
            prop_assert!(b"01789".contains(&closed[0]) && closed.len() == digits.len() && !is_card(&closed));
            prop_assert_eq!(&closed[digits.len() - last..], &digits[digits.len() - last..]);
            let text = String::from_utf8(closed.to_vec()).unwrap();
            let spaced: String = text.chars().flat_map(|c| [c, ' ']).collect();
            let plain = String::from_utf8(digits.clone()).unwrap();
            prop_assert_eq!(open(&keys, "t", last, &text).unwrap().to_string(), plain.clone());
            prop_assert_eq!(open(&keys, "t", last, &spaced).unwrap().replace(' ', ""), plain.clone());
            // Another key, and nobody's key, give something else or nothing.
            let others = Keyset::of_bytes(&[11, 12, 13, 14, 15, 16, 17, 18, 19]);
            prop_assert_ne!(open(&others, "t", last, &text).map(|card| card.to_string()), Some(plain.clone()));
            prop_assert_ne!(open(&keys, "u", last, &text).map(|card| card.to_string()), Some(plain));
            prop_assert!(open(&Keyset::of_bytes(&[]), "t", last, &text).is_none());
        }

        #[test]
        fn cards_with_a_slip_are_not_ours(digits in cards(), at in 0..12usize, by in 1..10u8, last in 0..=4usize) {
            let keys = Keyset::of_bytes(&[1, 2, 3, 4, 5, 6, 7, 8, 9]);
            let mut slip = digits;
            slip[at] = b'0' + (slip[at] - b'0' + by) % 10;
            prop_assume!(b"23456".contains(&slip[0]));
            prop_assert!(open(&keys, "", last, core::str::from_utf8(&slip).unwrap()).is_none());
        }
    }

    /// How often a number that merely begins so is taken for one of ours: the figure above.
    #[test]
    fn by_chance_few_numbers_are_taken_for_ours() {
        let keys = Keyset::of_bytes(&[1]);
        let taken = (0..5000u64).filter(|n| {
            let number = format!(
                "{}{:015}",
                [0, 1, 7, 8, 9][(n % 5) as usize],
                n * 7_919_777_333 % 1_000_000_000_000_000
            );
            open(&keys, "", 4, &number).is_some()
        });
        let taken = taken.count();
        assert!((250..550).contains(&taken), "{taken} of 5000");
    }

    #[test]
    fn others_are_no_cards() {
        let keys = Keyset::of_bytes(&[1]);
        for digits in [&b"4111111111111112"[..], b"1234567890123456", b"79927398713", b"4111"] {
            assert!(close(&keys, "", 4, digits).is_none());
        }
        for value in ["", "4111 1111 1111 1111", "7x11111111111111", "7111111111111111 12345"] {
            assert!(open(&keys, "", 4, value).is_none());
        }
    }

    #[test]
    fn frozen() {
        let keys = Keyset::of_bytes(&[1, 2]);
        let made = |tenant: &str, last| {
            let closed = close(&keys, tenant, last, b"4111111111111111").unwrap();
            String::from_utf8(closed.to_vec()).unwrap()
        };
        assert_eq!(
            [made("", 0), made("", 4), made("acme", 4)],
            ["7132505644706975", "7350600161321111", "7773652802451111"]
        );
    }
}

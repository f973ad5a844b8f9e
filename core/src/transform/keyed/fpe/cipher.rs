//! Numbers that become other numbers of the same length, none of which is a card's.
//!
//! Comes in: digits, how many of either end stay, and keys. Goes out: as many digits, and how they were made.
//!
//! # The two ways
//! Cards and their like (12 to 19 digits) that pass Luhn give one digit away, the *carrier*: FF1 encrypts the others, and
//! the carrier is set so that Luhn's sum is 1 to 9. Opening sets it so that the sum is 0 again. So each number has one of its
//! own, and none of them passes Luhn.
//!
//! Every other number is encrypted whole. Where it is as long as a card's and what comes out passes Luhn, it is encrypted
//! again until it does not (cycle walking: the walk through numbers ends, since the one it began with does not pass).
use zeroize::Zeroizing;

use crate::check::luhn;
use crate::crypto::{FF1_LEAST, Purpose, Scope, digest, ff1_decrypt, ff1_encrypt};
use crate::keyset::{KeyId, Keyset};

/// How many digits a card has (ISO/IEC 7812-1).
pub(super) const CARD: core::ops::RangeInclusive<usize> = 12..=19;

/// Steps of the longest walk: nine in ten numbers do not pass Luhn, so that one so long does not happen.
const WALK: usize = 400;

/// How a number was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// Whole.
    Whole,
    /// With a carrier.
    Carrier,
    /// With a carrier, as a card that is written without marks.
    Card,
}

impl Way {
    /// The way for a number between marks.
    pub(super) fn of(digits: &[u8]) -> Self {
        if CARD.contains(&digits.len()) && luhn::is_valid(digits) { Way::Carrier } else { Way::Whole }
    }
}

/// What a number is encrypted for.
#[derive(Clone, Copy)]
pub(super) struct Job<'j> {
    pub(super) keys: &'j Keyset,
    pub(super) id: KeyId,
    pub(super) tenant: &'j str,
    pub(super) entity: &'j str,
    pub(super) way: Way,
    /// Digits that stay.
    pub(super) first: usize,
    pub(super) last: usize,
}

impl Job<'_> {
    /// The number that stands for `digits`. `None` where too few of them are left to encrypt, where this is not the way
    /// for them, or where there is no key.
    pub(super) fn close(&self, digits: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        if Way::of(digits) != (if self.way == Way::Card { Way::Carrier } else { self.way }) {
            return None;
        }
        match self.way {
            Way::Whole => self.walk(digits, ff1_encrypt),
            Way::Carrier | Way::Card => {
                let remainder = self.keys.slot(self.id)? + 1;
                self.step(digits, ff1_encrypt).and_then(|closed| carried(closed, self.last, remainder))
            }
        }
    }

    /// The number that `digits` stand for. Whether they were made with this key is for others to know.
    pub(super) fn open(&self, digits: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        match self.way {
            Way::Whole => self.walk(digits, ff1_decrypt),
            Way::Carrier | Way::Card => {
                self.step(digits, ff1_decrypt).and_then(|open| carried(open, self.last, 0))
            }
        }
    }

    fn walk(&self, digits: &[u8], ff1: Ff1) -> Option<Zeroizing<Vec<u8>>> {
        let like_a_card = CARD.contains(&digits.len());
        let mut number = self.step(digits, ff1)?;
        for _ in 0..WALK {
            if !(like_a_card && luhn::is_valid(&number)) {
                return Some(number);
            }
            number = self.step(&number, ff1)?;
        }
        None
    }

    /// Encrypts or decrypts what does not stay and is no carrier.
    fn step(&self, digits: &[u8], ff1: Ff1) -> Option<Zeroizing<Vec<u8>>> {
        let end = digits.len().checked_sub(self.last + self.carriers())?;
        let inside = digits.get(self.first..end)?;
        if inside.len() < FF1_LEAST {
            return None;
        }
        let kept = [digits.get(..self.first)?, digits.get(digits.len() - self.last..)?];
        let scope = Scope { purpose: Purpose::Fpe, tenant: self.tenant, entity: self.entity, canonical: 0 };
        let key = self.keys.derive::<32>(self.id, &scope)?;
        let made = Zeroizing::new(ff1(&key, &self.tweak(kept), inside)?);
        let mut number = Zeroizing::new(digits.to_vec());
        number.get_mut(self.first..end)?.iter_mut().zip(made.iter()).for_each(|(to, from)| *to = *from);
        Some(number)
    }

    fn carriers(&self) -> usize {
        usize::from(self.way != Way::Whole)
    }

    /// Everything that a number is bound to beside its key.
    fn tweak(&self, kept: [&[u8]; 2]) -> [u8; 32] {
        let [first, last] = kept;
        let way: &[u8] = match self.way {
            Way::Whole => b"whole",
            Way::Carrier => b"carrier",
            Way::Card => b"card",
        };
        digest(&[b"wimple fpe 1", self.tenant.as_bytes(), self.entity.as_bytes(), way, first, last])
    }
}

/// The number with the carrier, right before the last digits that stay, at which Luhn's sum has this remainder. There
/// always is one: each digit at the carrier's place, doubled or not, gives another remainder.
pub(super) fn carried(
    mut number: Zeroizing<Vec<u8>>,
    last: usize,
    remainder: u8,
) -> Option<Zeroizing<Vec<u8>>> {
    let at = number.len().checked_sub(last + 1)?;
    for digit in b'0'..=b'9' {
        *number.get_mut(at)? = digit;
        if luhn::remainder(&number) == Some(remainder) {
            return Some(number);
        }
    }
    None
}

type Ff1 = fn(&[u8; 32], &[u8], &[u8]) -> Option<Vec<u8>>;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn job(keys: &Keyset, way: Way, first: usize, last: usize) -> Job<'_> {
        Job { keys, id: keys.primary(), tenant: "", entity: "CREDIT_CARD", way, first, last }
    }

    fn number(length: core::ops::RangeInclusive<usize>) -> impl Strategy<Value = Vec<u8>> {
        prop::collection::vec(b'0'..=b'9', length)
    }

    fn valid(mut digits: Vec<u8>) -> Vec<u8> {
        while !luhn::is_valid(&digits) {
            let last = digits.last_mut().unwrap();
            *last = b'0' + (*last - b'0' + 1) % 10;
        }
        digits
    }

    proptest! {
        #[test]
        fn cards_come_back_and_none_passes_luhn(digits in number(12..=19), first in 0..=6usize, last in 0..=4usize, slot in 1..=9u8) {
            let keys = Keyset::of_bytes(&[1, 2, 3, 4, 5, 6, 7, 8, 9]).with_primary(slot);
            let (digits, job) = (valid(digits), job(&keys, Way::Carrier, first, last));
            let closed = job.close(&digits);
            prop_assert_eq!(closed.is_some(), digits.len() - first - last > 6);
            if let Some(closed) = closed {
                prop_assert_eq!(luhn::remainder(&closed), Some(slot), "the slot is in the sum");
                prop_assert!(closed[..first] == digits[..first] && closed[digits.len() - last..] == digits[digits.len() - last..]);
                prop_assert_eq!(job.open(&closed).unwrap().to_vec(), digits);
            }
        }

        #[test]
        fn other_numbers_come_back_and_are_no_cards(digits in number(6..=40), first in 0..=6usize, last in 0..=4usize) {
            let keys = Keyset::of_bytes(&[7]);
            let job = job(&keys, Way::Whole, first, last);
            let fits = digits.len() >= first + last + 6;
            prop_assume!(!(CARD.contains(&digits.len()) && luhn::is_valid(&digits)));
            let closed = job.close(&digits);
            prop_assert_eq!(closed.is_some(), fits);
            if let Some(closed) = closed {
                prop_assert!(!(CARD.contains(&closed.len()) && luhn::is_valid(&closed)));
                prop_assert_eq!(job.open(&closed).unwrap().to_vec(), digits);
            }
        }
    }

    #[test]
    fn key_tenant_type_way_and_kept_digits_are_bound() {
        let keys = Keyset::of_bytes(&[1, 2]);
        let base = job(&keys, Way::Carrier, 0, 4);
        let card = b"4111111111111111";
        let all = [
            base,
            Job { id: [0, 0, 0, 2], ..base },
            Job { tenant: "b", ..base },
            Job { entity: "IMEI", ..base },
            Job { way: Way::Card, ..base },
        ];
        let mut made: Vec<Vec<u8>> = all.iter().map(|job| job.close(card).unwrap()[..11].to_vec()).collect();
        // Another last digit that stays changes the others, too.
        made.push(base.close(b"4111111111111129").unwrap()[..11].to_vec());
        made.sort();
        made.dedup();
        assert_eq!(made.len(), 6);
        assert!(Job { id: [9; 4], ..base }.close(card).is_none(), "no such key");
        let ten = Keyset::of_bytes(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        assert!(
            Job { keys: &ten, id: [0, 0, 0, 10], ..base }.close(card).is_none(),
            "a tenth key has no slot"
        );
    }

    #[test]
    fn small_numbers_are_one_to_one() {
        // A million numbers, here a thousand of them, give a thousand.
        let keys = Keyset::of_bytes(&[3]);
        let job = job(&keys, Way::Whole, 0, 0);
        let made: std::collections::BTreeSet<Vec<u8>> =
            (0..1000).map(|n| job.close(format!("{n:06}").as_bytes()).unwrap().to_vec()).collect();
        assert_eq!(made.len(), 1000);
    }
}

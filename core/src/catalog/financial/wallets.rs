//! Addresses and seeds of chains that are no relatives of Bitcoin's: Monero, Ripple, Stellar, Cardano and those of Cosmos,
//! Tezos, Zcash, Bitcoin Cash, Solana.
//!
//! Comes in: an unbroken run of letters and digits. Goes out: whether it is an address, by its chain's own checksum. Its
//! first letter and its length end nearly every run.
use sha3::{Digest, Keccak256};

use crate::catalog::prelude::*;
use crate::check::{base58, bech32};
use crate::text::view::is_wordy;

/// Prefixes of chains that write addresses in Bech32 of any length.
#[rustfmt::skip]
const BECH32: [&str; 14] = [
    "addr", "stake", "cosmos", "osmo", "terra", "inj", "celestia", "kava", "thor", "bnb", "erd", "zil", "axelar", "juno",
];

/// Ripple's order of the 58 digits.
const RIPPLE: &[u8; 58] = b"rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz";
/// Bitcoin's.
const BITCOIN: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

pub(super) fn wallet(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let length = probe.end.checked_sub(probe.at)?;
    let (first, second) = (v.at(probe.at), v.at(probe.at + 1));
    let text = || v.slice(probe.at, probe.end);
    let valid = match (first, second, length) {
        (b'4' | b'8', _, 95 | 106) => is_monero(text()),
        (b'r', _, 25..=35) => ripple(text(), 0, 20),
        (b'G', _, 56) => is_stellar(text(), 6 << 3),
        (b't', b'z', 36) | (b'K', b'T', 36) => is_tezos(text()),
        (b't', b'1' | b'3', 35) => is_zcash(text()),
        (b'q' | b'p', _, 42) => is_bitcoin_cash(text()),
        (b'a'..=b'z', _, 42..=110) => bech32::is_behind(text(), &BECH32),
        _ => false,
    };
    let joined = |b: u8| matches!(b, b'_' | b'+' | b'=' | b'/') || b >= 0x80;
    if joined(v.before(probe.at)) || is_wordy(v.at(probe.end)) || matches!(v.at(probe.end), b'+' | b'=') {
        return None;
    }
    if valid {
        return Some(Found::new(probe.at, probe.end).verdict(Verdict::Valid));
    }
    // Thirty-two bytes and no checksum: only where a word says so.
    let bytes = matches!(length, 43 | 44) && is_mixed(text()) && base58_length(text()) == Some(32);
    bytes.then(|| Found::new(probe.at, probe.end).weak())
}

/// The seed of a Stellar or a Ripple account.
pub(super) fn is_seed(text: &[u8]) -> bool {
    is_stellar(text, 18 << 3) || ripple(text, 0x21, 16)
}

fn is_mixed(text: &[u8]) -> bool {
    let any = |class: fn(&u8) -> bool| text.iter().any(class);
    any(u8::is_ascii_digit) && any(u8::is_ascii_lowercase) && any(u8::is_ascii_uppercase)
}

fn base58_length(text: &[u8]) -> Option<usize> {
    base58::decoded(text, &mut [0; base58::LONGEST]).map(<[u8]>::len)
}

/// Base58 in blocks of eleven characters for eight bytes; the last four bytes are those of the Keccak-256 of the rest.
fn is_monero(text: &[u8]) -> bool {
    /// Characters that stand for so many bytes.
    const SIZES: [usize; 9] = [0, 2, 3, 5, 6, 7, 9, 10, 11];
    let mut bytes = Vec::with_capacity(80);
    for block in text.chunks(11) {
        let Some(size) = SIZES.iter().position(|n| *n == block.len()) else { return false };
        let mut number = 0u128;
        for b in block {
            let digit = base58::value(*b);
            if digit == 58 {
                return false;
            }
            number = number * 58 + u128::from(digit);
        }
        if number >> (8 * size) != 0 {
            return false;
        }
        bytes.extend(number.to_be_bytes().iter().skip(16 - size));
    }
    let Some((body, sum)) = bytes.split_last_chunk::<4>() else { return false };
    // Addresses, those with a payment id, those of accounts below.
    let known = matches!((body.first(), body.len()), (Some(18 | 42), 65) | (Some(19), 73));
    known && Keccak256::digest(body).get(..4) == Some(sum)
}

/// Base58Check in Ripple's order of digits: one byte of `version`, `bytes` more.
fn ripple(text: &[u8], version: u8, bytes: usize) -> bool {
    let mut plain = [0u8; 40];
    for (to, from) in plain.iter_mut().zip(text) {
        let digit = RIPPLE.iter().position(|r| r == from).and_then(|n| BITCOIN.get(n));
        let Some(digit) = digit else { return false };
        *to = *digit;
    }
    let is_it = |p: &[u8]| p.len() == bytes + 1 && p.first() == Some(&version);
    let mut buffer = [0; base58::LONGEST];
    plain.get(..text.len()).is_some_and(|text| base58::checked(text, &mut buffer, is_it).is_some())
}

/// Base32 of a byte of `version`, 32 bytes, and their CRC-16 (XMODEM), lowest byte first.
fn is_stellar(text: &[u8], version: u8) -> bool {
    let (mut bits, mut count, mut bytes) = (0u32, 0, Vec::with_capacity(35));
    for b in text {
        let five = match b {
            b'A'..=b'Z' => b - b'A',
            b'2'..=b'7' => b - b'2' + 26,
            _ => return false,
        };
        bits = bits << 5 & 0xffff | u32::from(five);
        count += 5;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    let Some((body, sum)) = bytes.split_last_chunk::<2>() else { return false };
    let crc = body.iter().fold(0u16, |crc, b| {
        (0..8).fold(
            crc ^ u16::from(*b) << 8,
            |crc, _| if crc & 0x8000 != 0 { crc << 1 ^ 0x1021 } else { crc << 1 },
        )
    });
    body.len() == 33 && body.first() == Some(&version) && crc.to_le_bytes() == *sum
}

/// Three bytes that make `tz1`, `tz2`, `tz3` or `KT1` of the beginning, and twenty of a hash.
fn is_tezos(text: &[u8]) -> bool {
    let known = |p: &[u8]| {
        let begin = matches!(p.get(..3), Some([6, 161, 159 | 161 | 164] | [2, 90, 121]));
        begin && p.len() == 23
    };
    base58::checked(text, &mut [0; base58::LONGEST], known).is_some()
}

/// Two bytes of version and twenty of a hash: Zcash's addresses that hide nothing.
fn is_zcash(text: &[u8]) -> bool {
    let known = |p: &[u8]| p.len() == 22 && matches!(p.get(..2), Some([0x1c, 0xb8 | 0xbd]));
    base58::checked(text, &mut [0; base58::LONGEST], known).is_some()
}

/// The digits of Bech32 under a longer checksum, over the prefix `bitcoincash` and a zero.
fn is_bitcoin_cash(text: &[u8]) -> bool {
    const GENERATOR: [u64; 5] =
        [0x98_f2bc_8e61, 0x79_b76d_99e2, 0xf3_3e5f_b3c4, 0xae_2eab_e2a8, 0x1e_4f43_e470];
    let step = |sum: u64, value: u8| {
        let top = sum >> 35;
        let next = (sum & 0x07_ffff_ffff) << 5 ^ u64::from(value);
        GENERATOR
            .iter()
            .enumerate()
            .fold(next, |next, (n, g)| if top >> n & 1 == 1 { next ^ g } else { next })
    };
    let prefix = b"bitcoincash".iter().map(|b| b & 31).chain([0]).fold(1, step);
    let sum = text.iter().try_fold(prefix, |sum, b| bech32::value(*b).map(|value| step(sum, value)));
    sum == Some(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::view::View;

    /// Made of hashes of counters, by a script that shares no code with this.
    const MADE: [&str; 12] = [
        "46wNqtTPqR47BtQSVZkxazFa6KUeUqz265h5tt9WBhorWQphyfb6gcdd4GcwwABvmC44cvAZffgbdBPnzH1oPbAkBfrDRjg",
        "4HjnZSQjKKxaGbVCsoukSp6BHwaxcW1sQJHjZKSJpwHnCW8yD2fh1Mg79ozNe4ATMHHZz7BJfS3kqQd7R4VWifaTYYBwQH9wZqUPe4uWBw",
        "8BWUhoCzFbQByt7N4H81Kk2ScEt4fq4at5sixrhCuBnnA7zkbF7GABBegaEb3CMCxi8MD5f52PukBU8mevJ9P5ma8sfG9w5",
        "rsgQLD6u8JCVkxyuvdcWrDibpz4pUeCE79",
        "GCGXOIWSKF6DVGNGYMJ4BQIEKOIXBTCKMIJ67EOO7UCVKKO4TU2Q64BQ",
        "tz1TS7nEEuSPqUjUwin5aq41MnkcNUt26vJU",
        "KT1Sp1Ri9j2qxuGGMD4HQNETdSnYd4NgYiCu",
        "t1Ld56pjr3WxotqjdVzPJxoPsrnLCSLVNPF",
        "addr1q8p8fx666p3l8k43yp0k2mxl3qst9prvkf4zdfmhmr5x5qls3k9sdpn72es6yg06u6td6knru6ugj93urpd2qw0fqd5sjrrmqg",
        "addr1v88jarrtvlacdksflnh56uqjexnqwrgpm2qcj0hqxmvdhmsqu3fru",
        "cosmos1y35dvys4dru4vglpl09eyhacu4jsueer02h5af",
        "qrr9jydm76v4xpgrvjec5nxap8lugkfk5sjgygny0d",
    ];

    fn found(text: &str) -> Option<Found> {
        wallet(&Probe { view: View::new(text), at: 0, end: text.len(), hints: Default::default() })
    }

    #[test]
    fn addresses_of_other_chains() {
        for text in MADE {
            assert_eq!(found(text).map(|f| (f.verdict, f.end)), Some((Verdict::Valid, text.len())), "{text}");
        }
        let solana = found("GcDGNEbdjLzCciFcadWJEL27HdUmCrGuQFLtfS5UV9td").unwrap();
        assert!(solana.weak && solana.verdict == Verdict::Unknown);
        assert!(is_seed(concat!("SDGVJ2X5ZF5OQSLSOBXFS7ET7C2W", "USDSRW2RR37L3PS2Q5TITYOOWOWC").as_bytes()));
        assert!(is_seed(concat!("ssMtSuaDAner8dHMn", "SRGTbnrV8vK5").as_bytes()));
    }

    /// A checksum of 16 bits and more misses hardly any.
    #[test]
    fn another_character_anywhere_is_another_text() {
        for text in MADE {
            let mut passed = 0;
            for at in 0..text.len() {
                let mut other = text.as_bytes().to_vec();
                other[at] = if other[at] == b'7' { b'3' } else { b'7' };
                let other = String::from_utf8(other).unwrap();
                passed += usize::from(found(&other).is_some_and(|f| !f.weak) && other != text);
            }
            assert_eq!(passed, 0, "{text}");
        }
    }
}

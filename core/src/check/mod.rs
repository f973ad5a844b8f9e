//! Check digits and number rules: pure functions of digits, each algorithm once.
//!
//! Comes in: bytes that are letters and digits alone. Goes out: yes or no. Nothing here allocates or panics.

pub(crate) mod aba;
pub(crate) mod base58;
pub(crate) mod bech32;
pub(crate) mod bip39;
pub(crate) mod country;
pub(crate) mod crc32;
pub(crate) mod digits;
pub(crate) mod eip55;
pub(crate) mod gs1;
pub(crate) mod icao;
pub(crate) mod iso7064;
pub(crate) mod luhn;
pub(crate) mod mod23;
pub(crate) mod mod97;
pub(crate) mod odd_even;
pub(crate) mod verhoeff;
pub(crate) mod vin;
pub(crate) mod weighted;

#[cfg(test)]
pub(crate) mod tests;

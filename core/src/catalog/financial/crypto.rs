//! Address of a crypto-currency wallet.
//!
//! Bitcoin and its relatives in Base58Check (`1…`, `3…`) or Bech32 (`bc1…`), extended public keys (`xpub…`), Ethereum
//! and what shares its addresses (`0x…`, forty hexadecimal digits); Monero, Ripple, Stellar, Cardano, Cosmos, Tezos,
//! Zcash and Bitcoin Cash; Solana near a word. A run of letters and digits of another form, such
//! as the hash of a file, is none of these.
//!
//! # Check
//! The checksum of Base58Check, Bech32 or Bech32m must hold. An Ethereum address in both cases must follow EIP-55; in
//! one case it carries no checksum. The others carry their chain's own checksum; Solana's 32 bytes have none.
//!
//! # Sources
//! BIP-13, BIP-32, BIP-173, BIP-350, EIP-55; version bytes as each chain's software has them.
use super::wallets::wallet;
use crate::catalog::prelude::*;
use crate::check::{base58, bech32, eip55};
use crate::text::view::View;

pub(super) static ENTRY: Entry = Entry::new("CRYPTO")
    .title("Crypto wallet address")
    .category(Category::Financial)
    .sensitivity(Sensitivity::Medium)
    .score(70)
    .context(&[
        "wallet", "bitcoin", "btc", "ethereum", "eth", "usdt", "usdc", "crypto", "litecoin", "ltc", "dogecoin", "doge",
        "tron", "trx", "blockchain", "monero", "xmr", "ripple", "xrp", "solana", "phantom", "stellar", "xlm", "cardano",
        "tezos", "xtz", "zcash", "zec", "bch", "billetera", "portefeuille", "carteira", "portafoglio", "geldbörse",
    ])
    .anchors(&[(Anchor::Token, token), (Anchor::Token, wallet)])
    .finds(&[
        "send it to <<1ubusjQmomHQCU5dgKrcGtvU3oo8FnKzG>>",
        "3Be8bjQn4rJreCTxoup6iPBaRwzMpHCYYE",
        "wallet: <<bc1qqgk7tgc2tzm2qzl2mh9h4ud97pkv8p79nhffmk>>",
        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
        "my eth address <<0xde709f2102306220921060314715629080e2fb77>>",
        "USDT on TRON: <<THxqDtPZur9Nq9V4GqK3FucaCdQA8UeP7K>>",
        "Monero to <<46wNqtTPqR47BtQSVZkxazFa6KUeUqz265h5tt9WBhorWQphyfb6gcdd4GcwwABvmC44cvAZffgbdBPnzH1oPbAkBfrDRjg>>",
        "XRP: <<rsgQLD6u8JCVkxyuvdcWrDibpz4pUeCE79>>",
        "my solana wallet <<GcDGNEbdjLzCciFcadWJEL27HdUmCrGuQFLtfS5UV9td>>",
    ])
    .skips(&[
        ("1ubusjQmomHQCU5dgKrcGtvU3oo8FnKzH", "the checksum fails"),
        ("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", "the checksum fails"),
        ("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1Beaed", "both cases, and not those of EIP-55"),
        ("GcDGNEbdjLzCciFcadWJEL27HdUmCrGuQFLtfS5UV9td", "32 bytes that nobody calls a wallet"),
        ("rsgQLD6u8JCVkxyuvdcWrDibpz4pUeCE78", "the checksum fails"),
        ("da39a3ee5e6b4b0d3255bfef95601890afd80709", "the SHA-1 of nothing"),
        ("d41d8cd98f00b204e9800998ecf8427e", "the MD5 of nothing"),
        ("0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "64 digits: a transaction or a hash"),
    ])
    .sources(&[
        "BIP-13",
        "BIP-32",
        "BIP-173",
        "BIP-350",
        "EIP-55",
        "Monero, CryptoNote standard 007 and monero-project/src/cryptonote_basic (address, Keccak-256)",
        "XRP Ledger documentation: base58 encodings",
        "Stellar SEP-23: strkey",
        "Cardano CIP-19",
        "Bitcoin Cash: spec/cashaddr",
        "Tezos documentation: prefixes of addresses; Zcash protocol specification, section 5.6.1",
        "Solana documentation: accounts are 32 bytes in base58",
    ]);

fn token(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let length = probe.end.checked_sub(probe.at)?;
    // Called for each long run: first letters and length end nearly all.
    let verdict = match v.at(probe.at) {
        b'0' if length == 42 && matches!(v.at(probe.at + 1), b'x' | b'X') => ethereum(v.slice(probe.at + 2, probe.end)),
        b'b' | b'B' | b't' | b'T' | b'l' | b'L' if (14..=90).contains(&length) && is_bech32(v, probe.at, probe.end) => {
            Some(Verdict::Valid)
        }
        b'1' | b'2' | b'3' | b'm' | b'n' | b'L' | b'M' | b'D' | b'X' | b'T' | b'7' | b'9' | b'A' if (26..=35).contains(&length) => {
            is_address(v.slice(probe.at, probe.end)).then_some(Verdict::Valid)
        }
        b'x' | b'y' | b'z' | b't' if length == 111 => is_public_key(v.slice(probe.at, probe.end)).then_some(Verdict::Valid),
        _ => None,
    }?;
    let inside = |b: u8| matches!(b, b'_' | b'+' | b'=');
    // In a row of base64 it is chance; `?to=0x…` is a link's.
    let cut = matches!(v.before(probe.at), b'_' | b'+') || inside(v.at(probe.end)) || v.at(probe.end) >= 0x80;
    (!cut).then(|| Found::new(probe.at, probe.end).verdict(verdict))
}

fn ethereum(digits: &[u8]) -> Option<Verdict> {
    let lower = digits.iter().any(|b| matches!(b, b'a'..=b'f'));
    let upper = digits.iter().any(|b| matches!(b, b'A'..=b'F'));
    let first = digits.first()?;
    if !digits.iter().all(u8::is_ascii_hexdigit) || digits.iter().all(|b| b == first) {
        return None;
    }
    match lower && upper {
        true => eip55::is_checksummed(digits).then_some(Verdict::Valid),
        false => Some(Verdict::Unknown),
    }
}

fn is_bech32(v: View<'_>, at: usize, end: usize) -> bool {
    // Bitcoin and Litecoin, and Bitcoin's test nets.
    const PREFIXES: [&str; 4] = ["bc", "tb", "bcrt", "ltc"];
    // The separator is the first thing to look at.
    (2..=4).any(|n| v.at(at + n) == b'1') && bech32::is_segwit_address(v.slice(at, end), &PREFIXES)
}

/// A version byte and twenty bytes of hash. Versions: Bitcoin, Litecoin, Dogecoin, Dash, Tron, and Bitcoin's test net.
fn is_address(text: &[u8]) -> bool {
    let mut buffer = [0; base58::LONGEST];
    let known = |version: u8| {
        matches!(version, 0x00 | 0x05 | 0x30 | 0x32 | 0x1e | 0x16 | 0x4c | 0x10 | 0x41 | 0x6f | 0xc4)
    };
    let plausible = |p: &[u8]| p.len() == 21 && p.first().is_some_and(|&v| known(v));
    base58::checked(text, &mut buffer, plausible).is_some()
}

/// An extended public key shows every address of a wallet.
fn is_public_key(text: &[u8]) -> bool {
    let mut buffer = [0; base58::LONGEST];
    if text.get(1..4) != Some(b"pub") {
        return false;
    }
    base58::checked(text, &mut buffer, |p| p.len() == 78).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::secret::tests::{finds, never_breaks, skips, tokens};

    #[test]
    fn examples() {
        // What needs a word near is the catalogue's own test.
        for example in ENTRY.finds.iter().filter(|text| !text.contains("solana")) {
            finds(&ENTRY, tokens, example);
        }
        for (text, reason) in ENTRY.skips {
            skips(&ENTRY, tokens, text, reason);
        }
        never_breaks(&ENTRY, tokens);
    }

    #[test]
    fn other_chains() {
        for text in [
            "LREuksUnnyS8JN8KC22VmY7bTYbHJb13fp",
            "MQzuzHAGcFeQL9xKXyh7BzPCdWHTWNBumE",
            "DPdaWCgC6mBGwA2J3tnCpG5mzNZVGnd4xa",
            "Xnshs5qJsL6NnL7GuHpqaVPpxrXy8d7sAe",
            "miuk9aFgLbTvW8EWoRDhEFrYHSRgsHudU4",
            "2N2McFs7ee25gsLJUo2sKFA4MM2Thh39WwC",
            "ltc1qqgk7tgc2tzm2qzl2mh9h4ud97pkv8p79htndrx",
            "tb1qqqqqp399et2xygdj5xreqhjjvcmzhxw4aywxecjdzew6hylgvsesrxh6hy",
            "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4",
            "0X52908400098527886E0F7030069857D2E4169EE7",
            "https://example.com/address/<<1ubusjQmomHQCU5dgKrcGtvU3oo8FnKzG>>",
            "xpub661MyMwAqRbcG1wepzSKy7hDbc5tDuzAzSSZ9qufJNWb97QUgGsDk6XVxvZr5BGvsT8erHSmoxj8gEGxXCEkCgNyyH9W5rqUTW6BWTBCSdM",
        ] {
            finds(&ENTRY, tokens, text);
        }
    }

    #[test]
    fn hashes_and_keys_are_no_addresses() {
        for text in [
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "1b4b0d3255bfef95601890afd807091b",
            "0x0000000000000000000000000000000000000000",
            "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAedd",
            "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeg",
            "1111111111111111111111111111111",
            "a1ubusjQmomHQCU5dgKrcGtvU3oo8FnKzG",
        ] {
            skips(&ENTRY, tokens, text, "no address");
        }
    }
}

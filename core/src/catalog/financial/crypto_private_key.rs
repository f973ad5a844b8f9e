//! Private key of a crypto wallet.
//!
//! One key in the wallet import format (51 or 52 characters that begin with `5`, `K`, `L`), the root of a whole wallet
//! as an extended key (`xprv…`, `yprv…`, `zprv…`), the seed of a Stellar or Ripple account (`S…`, `s…`), or 64 hexadecimal digits that the writer calls a private key. Bare
//! ones of 64 digits are mostly hashes.
//!
//! # Check
//! Base58Check with the version of a private key; Stellar's CRC-16. Hexadecimal digits have none.
//!
//! # Sources
//! BIP-32 (extended keys), SLIP-132 (their versions); the wallet import format of Bitcoin's reference software.
use super::wallets::is_seed;
use crate::catalog::prelude::*;
use crate::check::base58;
use crate::text::phrase::{follows, is_label, lead};
use crate::text::view::{View, is_wordy};
use crate::text::word_set::WordSet;
use crate::text::words::{is_word, word_end};

static CUES: &[&str] = &[
    "private", "privatekey", "privkey", "privater", "privaten", "privatschlüssel", "privée", "privee", "privada", "privata",
    "privésleutel",
];
static FILLERS: WordSet<64> = WordSet::of(&[
    "of my the for wallet eth btc ethereum bitcoin metamask hex in from de mi ma di der meines für da del",
]);
static KEYS: WordSet<16> = WordSet::of(&["key keys schlüssel clé clave chiave chave sleutel"]);

pub(super) static ENTRY: Entry = Entry::new("CRYPTO_PRIVATE_KEY")
    .title("Private key of a crypto wallet")
    .category(Category::Secret)
    .sensitivity(Sensitivity::Critical)
    .score(80)
    .context(&["wallet", "bitcoin", "btc", "ethereum", "eth", "private", "crypto", "metamask", "ledger", "trezor"])
    .anchors(&[(Anchor::Token, token), (Anchor::Token, seed), (Anchor::Cue(CUES), told)])
    .finds(&[
        concat!("5KfdiBU16qJ6tCHW3Nzw", "WS7AiUv84thrLcVwXEaQ79tnz8WCJ3a"),
        concat!("wif: <<L5PX2mCBSkAUxxoq", "BW6jaupDt6DUCBDJmZgjeSvQzAFbxoTqBkkr>>"),
        concat!(
            "<<xprv9s21ZrQH143K448bHwqP5uJBBV2meP3S2mdAUY5J7Wf4A",
            "G8HLPf8zb45ELn41Aoo7pGCe1Yaaaii58GaGs72aaXThYMVggZ4SqLN2dyWaXq>> restores it"
        ),
        concat!("my private key is <<0x1f1e1d1c1b1a19181716151413121110", "0f0e0d0c0b0a09080706050403020100>>"),
        concat!("SDGVJ2X5ZF5OQSLSOBXFS7ET7C2W", "USDSRW2RR37L3PS2Q5TITYOOWOWC"),
        concat!("xrp secret <<", "ssMtSuaDAner8dHMn", "SRGTbnrV8vK5>>"),
        concat!("clé privée : <<1f1e1d1c1b1a19181716151413121110", "0f0e0d0c0b0a09080706050403020100>>"),
    ])
    .skips(&[
        (concat!("5KfdiBU16qJ6tCHW3Nzw", "WS7AiUv84thrLcVwXEaQ79tnz8WCJ3b"), "the checksum fails"),
        ("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "the SHA-256 of nothing"),
        ("sha256 of the private build: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "no key is named"),
        ("private key e3b0c44298fc1c149afbf4c8996fb924", "32 digits"),
    ])
    .sources(&["BIP-32, serialization format", "SLIP-132", "Bitcoin Core, key_io (wallet import format)", "Stellar SEP-23", "XRP Ledger documentation: base58 encodings"]);

fn token(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let length = probe.end.checked_sub(probe.at)?;
    let fits = match v.at(probe.at) {
        b'5' | b'9' => length == 51,
        b'K' | b'L' | b'c' => length == 52,
        b'x' | b'y' | b'z' | b't' | b'u' | b'v' | b'Y' | b'Z' | b'U' | b'V' => length == 111 && v.slice(probe.at + 1, probe.at + 4) == b"prv",
        _ => false,
    };
    if !fits || is_wordy(v.before(probe.at)) || is_wordy(v.at(probe.end)) {
        return None;
    }
    let mut buffer = [0; base58::LONGEST];
    base58::checked(v.slice(probe.at, probe.end), &mut buffer, is_key)?;
    Some(Found::new(probe.at, probe.end).verdict(Verdict::Valid).cued())
}

/// Seeds of Stellar and Ripple, from which the key is made.
fn seed(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let length = probe.end.checked_sub(probe.at)?;
    let fits = matches!((v.at(probe.at), length), (b'S', 56) | (b's', 27..=31));
    if !fits || is_wordy(v.before(probe.at)) || is_wordy(v.at(probe.end)) || !is_seed(v.slice(probe.at, probe.end)) {
        return None;
    }
    Some(Found::new(probe.at, probe.end).verdict(Verdict::Valid).cued())
}

/// A version and 32 bytes, with a 1 where the public key is compressed; or an extended key, whose secret follows a 0.
fn is_key(payload: &[u8]) -> bool {
    match payload {
        [0x80 | 0xef, rest @ ..] => rest.len() == 32 || rest.len() == 33 && rest.last() == Some(&1),
        [0x04 | 0x02, rest @ ..] => rest.len() == 77 && rest.get(44) == Some(&0),
        _ => false,
    }
}

fn told(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    if is_label(v, probe.at, probe.end) && v.at(probe.end) != b'_' {
        return None;
    }
    // `private_key`: the name of a setting.
    let setting = word_end(v, probe.end + 1);
    let is_setting = v.at(probe.end) == b'_' && KEYS.holds(v.slice(probe.end + 1, setting));
    let lead = lead(v, if is_setting { setting } else { probe.end }, &FILLERS, &KEYS, 48);
    // `privkey` says it all; `private` alone speaks of anything.
    let whole = probe.end - probe.at > "privaten".len() || is_word(v.slice(probe.at, probe.end), "privkey");
    let named = lead.marked || is_setting || whole || follows(v, probe.at, &KEYS, 1);
    let at = if matches!(v.at(lead.at), b'"' | b'\'' | b'`') { lead.at + 1 } else { lead.at };
    let end = hexadecimal(v, at).filter(|_| named)?;
    Some(Found::new(at, end).cued())
}

/// End of 64 hexadecimal digits, with or without `0x`.
fn hexadecimal(v: View<'_>, at: usize) -> Option<usize> {
    let from = if v.at(at) == b'0' && matches!(v.at(at + 1), b'x' | b'X') { at + 2 } else { at };
    let digits = v.slice(from, from + 64);
    let all = digits.len() == 64 && digits.iter().all(u8::is_ascii_hexdigit);
    (all && !is_wordy(v.at(from + 64)) && !is_wordy(v.before(at))).then_some(from + 64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::secret::tests::{cues, never_breaks, tokens};

    fn both(entry: &Entry, text: &str) -> Vec<Found> {
        let mut all = tokens(entry, text);
        all.extend(cues(entry, text));
        all
    }

    fn found(text: &str) -> Vec<&str> {
        both(&ENTRY, text).iter().map(|f| text.get(f.start..f.end).unwrap()).collect()
    }

    #[test]
    fn extended_keys_of_each_kind() {
        for key in [
            // BIP-32, test vector 1.
            concat!("xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3jPPqjiChkVvvNKmP", "GJxWUtg6LnF5kejMRNNU3TGtRBeJgk33yuGBxrMPHi"),
            concat!("yprvABrGsX5C9jantvnV5nTXeSZzMTXH4pRQUd3A1wnaEmiUrVmvy7oGcJzH8PjvdZBRv", "kuHK6rdLpUMvASnWg1W6PVgHo6awQqFJMwv3Gn8kYL"),
            concat!("zprvAWgYBBk7JR8Gjsj82ZZkQaFT41huK7vdJvgJo48X6NuX2ybFZPPermq25Fo6xSPnH", "2vGTUHW6C98guVeMkQPUC4fgL45hr37HLvHdpTxPp8"),
            concat!("tprv8ZgxMBicQKsPeBDXJiwNpvmRG8ceXUq47687gdhxWXoRiRqA6m4uLYB33D5jzyFSm", "4YJiUTK1XJ3pYez3hd92VutqdzFuUhcdJyPYm5CBu6"),
        ] {
            assert_eq!(found(key), [key]);
            let (head, tail) = key.split_at(50);
            assert!(found(&format!("{head}1{}", tail.get(1..).unwrap())).is_empty());
        }
    }

    #[test]
    fn called_a_private_key() {
        let key = concat!("1f1e1d1c1b1a19181716151413121110", "0f0e0d0c0b0a09080706050403020100");
        for lead in [
            "private key of my eth wallet: ",
            "PRIVATE_KEY=",
            "\"private_key\": \"",
            "privkey ",
            "mi clave privada es ",
            "privater Schlüssel: ",
        ] {
            assert_eq!(found(&format!("{lead}{key}")), [key], "{lead}");
        }
        for text in [format!("private {key}"), format!("private key hash {key}"), format!("private key {key}0")] {
            assert!(found(&text).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_public_key_is_none() {
        assert!(!is_key(&[0x04; 10]) && !is_key(&[4; 78]) && !is_key(&[0x80; 34]) && !is_key(&[]));
    }

    #[test]
    fn no_text_breaks_it() {
        never_breaks(&ENTRY, both);
    }
}

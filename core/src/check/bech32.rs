//! Bech32 and Bech32m, the writing of segregated-witness addresses (BIP-173, BIP-350).
//!
//! Comes in: the text of a token. Goes out: which of the two checksums holds, and whether it is an address.

/// The 32 characters of the data part.
const ALPHABET: &[u8; 32] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";

/// The longest text the checksum is made for.
const LONGEST: usize = 90;

/// Characters of the checksum.
const CHECKSUM: usize = 6;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Variant {
    Bech32,
    Bech32m,
}

/// A value of five bits for each byte, 32 for what is not in the alphabet; letters in either case.
#[expect(
    clippy::indexing_slicing,
    reason = "computed when compiling; out of bounds would be a compile error"
)]
static VALUE: [u8; 256] = {
    let mut value = [32u8; 256];
    let mut n = 0;
    while n < ALPHABET.len() {
        value[ALPHABET[n] as usize] = n as u8;
        value[ALPHABET[n].to_ascii_uppercase() as usize] = n as u8;
        n += 1;
    }
    value
};

/// The five bits of a character.
pub(crate) fn value(b: u8) -> Option<u8> {
    VALUE.get(usize::from(b)).copied().filter(|&v| v < 32)
}

/// Which checksum holds, and where the separator stands.
pub(crate) fn variant(text: &[u8]) -> Option<(usize, Variant)> {
    if text.len() > LONGEST { None } else { variant_of_any(text) }
}

/// Whether the first checksum holds for `text`, of any length, behind one of `prefixes` (lower case). Some chains have
/// longer addresses than the code is made for.
pub(crate) fn is_behind(text: &[u8], prefixes: &[&str]) -> bool {
    let known =
        |prefix: &&str| text.strip_prefix(prefix.as_bytes()).is_some_and(|rest| rest.first() == Some(&b'1'));
    prefixes.iter().any(known) && variant_of_any(text).is_some_and(|(_, variant)| variant == Variant::Bech32)
}

fn variant_of_any(text: &[u8]) -> Option<(usize, Variant)> {
    if text.iter().any(u8::is_ascii_lowercase) && text.iter().any(u8::is_ascii_uppercase) {
        return None;
    }
    let separator = text.iter().rposition(|&b| b == b'1')?;
    let (prefix, data) = text.split_at_checked(separator)?;
    let data = data.get(1..)?;
    if prefix.is_empty() || data.len() < CHECKSUM || !prefix.iter().all(|b| (33..=126).contains(b)) {
        return None;
    }
    let lower = |b: &u8| b.to_ascii_lowercase();
    let mut sum = prefix.iter().fold(1, |sum, b| step(sum, lower(b) >> 5));
    sum = step(sum, 0);
    sum = prefix.iter().fold(sum, |sum, b| step(sum, lower(b) & 31));
    for &b in data {
        sum = step(sum, value(b)?);
    }
    match sum {
        1 => Some((separator, Variant::Bech32)),
        0x2bc8_30a3 => Some((separator, Variant::Bech32m)),
        _ => None,
    }
}

/// One step of the checksum, a BCH code over five-bit values.
fn step(sum: u32, value: u8) -> u32 {
    const GENERATOR: [u32; 5] = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3];
    let top = sum >> 25;
    let next = (sum & 0x01ff_ffff) << 5 ^ u32::from(value);
    GENERATOR.iter().enumerate().fold(next, |next, (n, g)| if top >> n & 1 == 1 { next ^ g } else { next })
}

/// Whether `text` is the address of a witness program behind one of `prefixes` (lower case).
pub(crate) fn is_segwit_address(text: &[u8], prefixes: &[&str]) -> bool {
    let Some((separator, variant)) = variant(text) else { return false };
    let known =
        text.get(..separator).is_some_and(|p| prefixes.iter().any(|k| p.eq_ignore_ascii_case(k.as_bytes())));
    let Some(data) = text.get(separator + 1..text.len() - CHECKSUM).filter(|_| known) else { return false };
    let Some((&first, program)) = data.split_first() else { return false };
    let Some(version) = value(first) else { return false };
    // Eight bits from five: what is left over is less than a value, and zeros.
    let (length, left) = (program.len() * 5 / 8, program.len() * 5 % 8);
    let padding = program.last().and_then(|&b| value(b)).unwrap_or(0) & ((1 << left) - 1);
    let wanted = if version == 0 { Variant::Bech32 } else { Variant::Bech32m };
    version <= 16
        && variant == wanted
        && (2..=40).contains(&length)
        && (version > 0 || matches!(length, 20 | 32))
        && left < 5
        && padding == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn published_checksums() {
        for (text, wanted) in [
            ("A12UEL5L", Variant::Bech32),
            ("a12uel5l", Variant::Bech32),
            (
                "an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1tt5tgs",
                Variant::Bech32,
            ),
            ("abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw", Variant::Bech32),
            ("split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w", Variant::Bech32),
            ("?1ezyfcl", Variant::Bech32),
            ("A1LQFN3A", Variant::Bech32m),
            ("a1lqfn3a", Variant::Bech32m),
            ("abcdef1l7aum6echk45nj3s0wdvt2fg8x9yrzpqzd3ryx", Variant::Bech32m),
            ("split1checkupstagehandshakeupstreamerranterredcaperredlc445v", Variant::Bech32m),
            ("?1v759aa", Variant::Bech32m),
        ] {
            assert_eq!(variant(text.as_bytes()).map(|v| v.1), Some(wanted), "{text}");
        }
        for text in [
            "",
            "pzry9x0s0muk",
            "1pzry9x0s0muk",
            "x1b4n0q5v",
            "li1dgmt3",
            "A1G7SGD8",
            "10a06t8",
            "1qzzfhee",
            "a12uel5l0",
            "a12UEL5L",
            "abc1rzg",
            "in1muywd",
            "mm1crxm3i",
            "au1s5cgom",
            "M1VUXWEZ",
        ] {
            assert_eq!(variant(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn published_addresses() {
        for good in [
            "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4",
            "tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3q0sl5k7",
            "bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y",
            "BC1SW50QGDZ25J",
            "bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs",
            "tb1qqqqqp399et2xygdj5xreqhjjvcmzhxw4aywxecjdzew6hylgvsesrxh6hy",
            "tb1pqqqqp399et2xygdj5xreqhjjvcmzhxw4aywxecjdzew6hylgvsesf3hn0c",
            "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
        ] {
            assert!(is_segwit_address(good.as_bytes(), &["bc", "tb"]), "{good}");
        }
        for (bad, reason) in [
            ("tc1qw508d6qejxtdg4y5r3zarvary0c5xw7kg3g4ty", "unknown prefix"),
            ("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd", "Bech32 for version 1"),
            ("tb1z0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqglt7rf", "Bech32 for version 2"),
            ("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh", "Bech32m for version 0"),
            ("bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4", "o is not in the alphabet"),
            ("BC130XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ7ZWS8R", "version 17"),
            ("bc1pw5dgrnzv", "a program of one byte"),
            ("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v8n0nx0muaewav253zgeav", "41 bytes"),
            ("BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P", "16 bytes of version 0"),
            ("tb1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vq47Zagq", "both cases"),
            ("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v07qwwzcrf", "five bits of padding"),
            ("tb1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vpggkg4j", "padding that is not zero"),
            ("bc1gmk9yu", "no data"),
        ] {
            assert!(!is_segwit_address(bad.as_bytes(), &["bc", "tb"]), "{bad}: {reason}");
        }
    }

    proptest! {
        /// The code finds every error in up to four characters.
        #[test]
        fn up_to_four_wrong_characters_are_caught(errors in prop::collection::vec((3usize..42, 0usize..32), 1..=4)) {
            let good = *b"bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4";
            let mut text = good;
            for (place, other) in errors {
                text[place] = ALPHABET[other];
            }
            prop_assert_eq!(variant(&text).is_some(), text == good);
        }
    }
}

//! The grammar held against the crate that writes Bech32m, and against its own published strings.
use super::*;
use proptest::prelude::*;

fn text(kind: TokenKind, entity: &str, data: &[u8]) -> String {
    let mut out = String::new();
    let start = Start::new(kind, entity).unwrap();
    start.write(data, &mut out).unwrap();
    let hrp = Hrp::parse(start.readable()).unwrap();
    assert_eq!(out, bech32::encode::<Bech32m>(hrp, data).unwrap(), "as the crate writes it");
    out
}

/// Header, body and tag of a well-formed token.
fn parts() -> impl Strategy<Value = (TokenKind, Vec<u8>)> {
    use TokenKind::{Deterministic, Hash, Random, Vault};
    (prop::sample::select(vec![Vault, Deterministic, Random, Hash]), 1usize..=LONGEST_VALUE).prop_flat_map(
        |(kind, n)| {
            let body = match kind {
                Vault => VAULT_ID,
                Hash => HASH,
                Deterministic => MAC + n,
                Random => NONCE + MAC + n,
            };
            (0u8..4, prop::collection::vec(any::<u8>(), body + 4 + TAG)).prop_map(move |(flags, rest)| {
                let mut data = vec![VERSION << 4 | flags << 1];
                data.extend(rest);
                (kind, data)
            })
        },
    )
}

proptest! {
    /// What is written is read again, for every kind, length and name.
    #[test]
    fn reads_what_it_writes((kind, data) in parts(), name in "[A-Z][A-Z0-9_]{0,30}[A-Z0-9]") {
        let written = text(kind, &name, &data);
        prop_assert!(written.len() <= 1023 && written.bytes().all(|b| b.is_ascii_graphic()));
        let token = Token::read(&written).unwrap();
        prop_assert_eq!((token.kind, token.entity()), (kind, name));
        prop_assert_eq!([token.tagged(), &token.tag()].concat(), data);
    }

    /// No other text is the same token: another character anywhere is damage.
    #[test]
    fn one_other_character_is_damage((kind, data) in parts(), at in any::<prop::sample::Index>(), with in "[ -~]") {
        let written = text(kind, "EMAIL_ADDRESS", &data);
        let at = at.index(written.len());
        let mut other = written.clone();
        other.replace_range(at..=at, &with);
        prop_assert_eq!(Token::read(&other).is_some(), other == written);
    }

    /// Any text at all is taken.
    #[test]
    fn takes_any_text(any in "\\PC{0,60}", tail in "(wim[vdhe]_[a-z_]{1,33}1[02-9ac-hj-np-z]{0,70})?") {
        prop_assert!(Token::read(&any).is_none());
        let _ = Token::read(&tail);
    }
}

#[test]
fn lengths_versions_and_flags_are_those_of_the_kind() {
    let data = |first: u8, rest: usize| [vec![first], vec![7; rest]].concat();
    let read = |kind, data: &[u8]| Token::read(&text(kind, "US_SSN", data)).is_some();
    let whole = |body: usize| 4 + body + TAG;
    use TokenKind::{Deterministic, Hash, Random, Vault};
    for (kind, least, most) in [
        (Vault, 12, 12),
        (Hash, 16, 16),
        (Deterministic, 17, 16 + LONGEST_VALUE),
        (Random, 29, 28 + LONGEST_VALUE),
    ] {
        for (body, ok) in [(least - 1, false), (least, true), (most, true), (most + 1, false)] {
            assert_eq!(read(kind, &data(0x10, whole(body))), ok, "{kind:?} {body}");
        }
        for first in 0..=255 {
            let ok = matches!(first, 0x10 | 0x12 | 0x14 | 0x16);
            assert_eq!(read(kind, &data(first, whole(least))), ok, "{kind:?} {first:02x}");
        }
    }
    assert!(!read(Hash, &[]) && !read(Hash, &[0x10; 9]));
}

/// BIP-350's own example strings are no tokens of ours, and its invalid ones are no strings at all.
#[test]
fn published_strings_are_read_as_bech32m() {
    for valid in [
        "a1lqfn3a",
        "abcdef1l7aum6echk45nj3s0wdvt2fg8x9yrzpqzd3ryx",
        "split1checkupstagehandshakeupstreamerranterredcaperredlc445v",
    ] {
        assert!(CheckedHrpstring::new::<Bech32m>(valid).is_ok() && Token::read(valid).is_none());
    }
    // The last three are right in Bech32 (BIP-173), which is another code.
    for invalid in [
        "qyrz8wqd2c9m",
        "1qyrz8wqd2c9m",
        "y1b0jsk6g",
        "lt1igcx5c0",
        "a12uel5l",
        "an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1tt5tgs",
        "split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w",
    ] {
        assert!(CheckedHrpstring::new::<Bech32m>(invalid).is_err(), "{invalid}");
    }
}

/// The finished text says which type it stands for, and bits left over are zeros.
#[test]
fn padding_bits_are_zeros() {
    use bech32::Fe32IterExt;
    let data = [vec![0x10], vec![9; 4 + VAULT_ID + TAG]].concat();
    let hrp = Hrp::parse("wimv_us_ssn").unwrap();
    let spell = |extra: u8| -> String {
        let mut fes: Vec<Fe32> = data.iter().copied().bytes_to_fes().collect();
        let last = fes.pop().unwrap();
        fes.push(Fe32::try_from(last.to_u8() | extra).unwrap());
        fes.into_iter().with_checksum::<Bech32m>(&hrp).chars().collect()
    };
    assert_eq!(spell(0), text(TokenKind::Vault, "US_SSN", &data));
    // 22 bytes are 35 characters and a bit: four bits are left.
    for extra in [1, 2, 4, 8] {
        assert!(Token::read(&spell(extra)).is_none());
    }
}

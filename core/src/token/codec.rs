//! How a token is written: Bech32m (BIP-350), the kind and the entity type in clear, everything else in the data.
//!
//! Comes in: the parts of a token, or a text in lower case. Goes out: the text, or the parts, or that it is damaged.
//! Nothing here knows a key.
use bech32::primitives::checksum::{Engine, PackedFe32};
use bech32::primitives::decode::CheckedHrpstring;
use bech32::{Bech32m, ByteIterExt, Checksum, Fe32, Hrp};

use crate::keyset::KeyId;

/// Bytes of a recognition tag.
pub(crate) const TAG: usize = 5;
/// Bytes before the body: version and flags, then the key's id.
pub(crate) const HEADER: usize = 5;
/// Random bytes that name a value in a vault.
pub(crate) const VAULT_ID: usize = 12;
/// Bytes of a keyed hash.
pub(crate) const HASH: usize = 16;
/// Bytes of a synthetic IV (RFC 5297), and of the tag of AES-GCM-SIV (RFC 8452).
pub(crate) const MAC: usize = 16;
/// Bytes of the nonce of AES-GCM-SIV.
pub(crate) const NONCE: usize = 12;
/// The longest value that a token can carry itself, in bytes. Bech32m ends at 1023 characters.
pub(crate) const LONGEST_VALUE: usize = 512;
/// The version in the upper half of the first byte. The other half are the flags.
const VERSION: u8 = 1;

/// What a token is, and whether it can be opened.
///
/// ```
/// use wimple::TokenKind;
/// assert_eq!(TokenKind::Hash.name(), "hash");
/// assert!(!TokenKind::Hash.is_reversible() && TokenKind::Vault.is_reversible());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum TokenKind {
    /// `wimv_…`: names a value that is kept in a vault.
    Vault,
    /// `wimd_…`: carries its value, encrypted; the same value gives the same token.
    Deterministic,
    /// `wime_…`: carries its value, encrypted; another token each time.
    Random,
    /// `wimh_…`: a keyed hash. Nothing opens it.
    Hash,
}

impl TokenKind {
    /// `vault`, `deterministic`, `random` or `hash`.
    pub const fn name(self) -> &'static str {
        match self {
            TokenKind::Vault => "vault",
            TokenKind::Deterministic => "deterministic",
            TokenKind::Random => "random",
            TokenKind::Hash => "hash",
        }
    }

    /// Whether whoever has the key, and the vault where there is one, gets the value back.
    pub const fn is_reversible(self) -> bool {
        !matches!(self, TokenKind::Hash)
    }

    const fn letter(self) -> char {
        match self {
            TokenKind::Vault => 'v',
            TokenKind::Deterministic => 'd',
            TokenKind::Random => 'e',
            TokenKind::Hash => 'h',
        }
    }

    pub(crate) const fn from_letter(letter: u8) -> Option<Self> {
        match letter {
            b'v' => Some(TokenKind::Vault),
            b'd' => Some(TokenKind::Deterministic),
            b'e' => Some(TokenKind::Random),
            b'h' => Some(TokenKind::Hash),
            _ => None,
        }
    }

    /// Whether a body of that many bytes can be of this kind.
    fn fits(self, body: usize) -> bool {
        let value = |rest: usize| body.checked_sub(rest).is_some_and(|n| (1..=LONGEST_VALUE).contains(&n));
        match self {
            TokenKind::Vault => body == VAULT_ID,
            TokenKind::Hash => body == HASH,
            TokenKind::Deterministic => value(MAC),
            TokenKind::Random => value(NONCE + MAC),
        }
    }
}

/// What the header says of the value. Other flags than these are no token of this version.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Flags {
    /// The value is the canonical spelling, not the one that was written.
    pub(crate) canonical: bool,
    /// The token opens for the subject it was made for, and no other.
    pub(crate) bound: bool,
}

impl Flags {
    const fn bits(self) -> u8 {
        (self.canonical as u8) << 1 | (self.bound as u8) << 2
    }

    fn from_bits(bits: u8) -> Option<Self> {
        let flags = Flags { canonical: bits & 2 != 0, bound: bits & 4 != 0 };
        (flags.bits() == bits).then_some(flags)
    }
}

/// What stands before the body, and is bound to it by every cipher and tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Header {
    pub(crate) flags: Flags,
    pub(crate) key: KeyId,
}

impl Header {
    pub(crate) fn bytes(self) -> [u8; HEADER] {
        let [a, b, c, d] = self.key;
        [VERSION << 4 | self.flags.bits(), a, b, c, d]
    }

    fn read(bytes: [u8; HEADER]) -> Option<Self> {
        let [first, key @ ..] = bytes;
        if first >> 4 != VERSION {
            return None;
        }
        Some(Header { flags: Flags::from_bits(first & 15)?, key })
    }
}

/// The part of a token that people can read, `wimd_email_address`, with the checksum so far: the same for all tokens of
/// one kind and type.
pub(crate) struct Start {
    readable: String,
    checksum: Engine<Bech32m>,
}

impl Start {
    /// `None` where the name is none of an entity type.
    pub(crate) fn new(kind: TokenKind, entity: &str) -> Option<Self> {
        let mut readable = String::with_capacity(5 + entity.len());
        readable.push_str("wim");
        readable.push(kind.letter());
        readable.push('_');
        readable.extend(entity.chars().map(|c| c.to_ascii_lowercase()));
        let mut checksum = Engine::new();
        checksum.input_hrp(Hrp::parse(&readable).ok()?);
        Some(Start { readable, checksum })
    }

    pub(crate) fn readable(&self) -> &str {
        &self.readable
    }

    /// Appends the token of `data`, which is header, body and tag. `None`, and nothing appended, where it would be longer
    /// than the code allows.
    pub(crate) fn write(&self, data: &[u8], out: &mut String) -> Option<()> {
        let signs = (data.len() * 8).div_ceil(5) + Bech32m::CHECKSUM_LENGTH;
        let length = self.readable.len() + 1 + signs;
        if length > Bech32m::CODE_LENGTH {
            return None;
        }
        out.reserve(length);
        out.push_str(&self.readable);
        out.push('1');
        let mut checksum = self.checksum.clone();
        for sign in data.iter().copied().bytes_to_fes() {
            checksum.input_fe(sign);
            out.push(sign.to_char());
        }
        checksum.input_target_residue();
        for place in (0..Bech32m::CHECKSUM_LENGTH).rev() {
            out.push(Fe32::try_from(checksum.residue().unpack(place)).ok()?.to_char());
        }
        Some(())
    }
}

/// A token that was read: its checksum holds and its parts have the lengths of its kind. Whose it is, it does not say.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) kind: TokenKind,
    pub(crate) header: Header,
    /// As [`Start`] writes it.
    pub(crate) readable: String,
    /// Header, body and tag.
    data: Vec<u8>,
}

impl Token {
    /// Reads a whole token in lower case.
    pub(crate) fn read(text: &str) -> Option<Token> {
        let checked = CheckedHrpstring::new::<Bech32m>(text).ok()?;
        // What the last character has too much must be zeros, as BIP-173 asks: one token has one text.
        checked.validate_segwit_padding().ok()?;
        let (readable, _) = text.rsplit_once('1')?;
        let (kind, entity) = readable.strip_prefix("wim")?.split_at_checked(1)?;
        let kind = TokenKind::from_letter(*kind.as_bytes().first()?)?;
        let name = entity.strip_prefix('_')?;
        let named = (1..=32).contains(&name.len())
            && name.starts_with(|c: char| c.is_ascii_lowercase())
            && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        let data: Vec<u8> = checked.byte_iter().collect();
        let header = Header::read(data.first_chunk().copied()?)?;
        let body = data.len().checked_sub(HEADER + TAG)?;
        (named && kind.fits(body)).then(|| Token { kind, header, readable: readable.to_owned(), data })
    }

    /// The name of the entity type, as the catalogue writes it.
    pub(crate) fn entity(&self) -> String {
        self.readable.get(5..).unwrap_or_default().to_ascii_uppercase()
    }

    /// What the tag is of.
    pub(crate) fn tagged(&self) -> &[u8] {
        self.data.split_last_chunk::<TAG>().map_or(&[], |(tagged, _)| tagged)
    }

    pub(crate) fn tag(&self) -> [u8; TAG] {
        self.data.last_chunk().copied().unwrap_or_default()
    }

    pub(crate) fn body(&self) -> &[u8] {
        self.tagged().get(HEADER..).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
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
        (prop::sample::select(vec![Vault, Deterministic, Random, Hash]), 1usize..=LONGEST_VALUE)
            .prop_flat_map(|(kind, n)| {
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
            })
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
}

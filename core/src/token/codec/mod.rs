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
        let mut checksum = self.checksum;
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
mod tests;

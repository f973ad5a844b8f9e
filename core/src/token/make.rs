//! Values become tokens that carry them, and values again.
//!
//! Comes in: a value, its entity type, and whose it is. Goes out: a token; or the value of a token that opens.
use std::sync::Arc;

use hmac::Mac;
use zeroize::Zeroizing;

use super::codec::{Flags, HASH, HEADER, Header, LONGEST_VALUE, MAC, NONCE, TAG, Token, TokenKind};
use super::ring::{For, Ring, Stamp};
use super::seal::{Bound, open_random, seal_random};

/// Whose a value is: tokens of one tenant, and those bound to one subject, open for no other.
#[derive(Clone, Copy)]
pub(crate) struct Whose<'w> {
    pub(crate) tenant: &'w str,
    /// Empty where the token shall be bound to nobody.
    pub(crate) subject: &'w str,
}

/// A value as it shall come back: which spelling, and of which version where it is the canonical one.
#[derive(Clone, Copy)]
pub(crate) struct Spelled<'v> {
    pub(crate) value: &'v str,
    /// 0: as it was written.
    pub(crate) canonical: u8,
}

/// Why there is no token.
pub(crate) const NO_KEYS: &str = "it needs a keyset, and the engine was given none";
pub(crate) const TOO_LONG: &str = "the value is longer than 512 bytes; a vault holds longer ones";
const EMPTY: &str = "there is no value";
const NAMES: &str = "the tenant's name is too long";
const RANDOM: &str = "the operating system gave no randomness";

/// Appends the token of a value: the same token for the same value, type, tenant and subject.
pub(crate) fn deterministic(
    ring: &Ring,
    entity: &str,
    value: Spelled<'_>,
    whose: Whose<'_>,
    out: &mut String,
) -> Result<(), &'static str> {
    let (header, stamp) = head(ring, TokenKind::Deterministic, entity, value, whose)?;
    let key = ring.deterministic(scope(header, entity, value.canonical, whose)).ok_or(NAMES)?;
    let bound = Bound { header, readable: stamp.readable(), tenant: whose.tenant, subject: whose.subject };
    let body = key.seal(&bound, value.value.as_bytes()).ok_or(TOO_LONG)?;
    stamp.write(header, &body, out).ok_or(TOO_LONG)
}

/// Appends a token of a value, another one each time.
pub(crate) fn random(
    ring: &Ring,
    entity: &str,
    value: &str,
    whose: Whose<'_>,
    out: &mut String,
) -> Result<(), &'static str> {
    let value = Spelled { value, canonical: 0 };
    let (header, stamp) = head(ring, TokenKind::Random, entity, value, whose)?;
    let key = ring.random(scope(header, entity, 0, whose)).ok_or(NAMES)?;
    let bound = Bound { header, readable: stamp.readable(), tenant: whose.tenant, subject: whose.subject };
    let body = seal_random(&key, &bound, value.value.as_bytes()).map_err(|_| RANDOM)?.ok_or(TOO_LONG)?;
    stamp.write(header, &body, out).ok_or(TOO_LONG)
}

/// Appends the keyed hash of a value in its canonical form: the first 128 bits of HMAC-SHA-256. The subject has no part
/// in it, so that one value has one hash all over a tenant.
pub(crate) fn hash(
    ring: &Ring,
    entity: &str,
    canonical: Spelled<'_>,
    tenant: &str,
    out: &mut String,
) -> Result<(), &'static str> {
    let key = ring.primary().ok_or(NO_KEYS)?;
    let header = Header { flags: Flags { canonical: true, bound: false }, key };
    let whose = Whose { tenant, subject: "" };
    let mac = ring.hash(scope(header, entity, canonical.canonical, whose)).ok_or(NAMES)?;
    let full = (*mac).clone().chain_update(canonical.value).finalize().into_bytes();
    let body = full.first_chunk::<HASH>().ok_or(NAMES)?;
    ring.stamp(TokenKind::Hash, entity, key).and_then(|stamp| stamp.write(header, body, out)).ok_or(NAMES)
}

/// The value of a token that carries it; `None` where it does not open: of another tenant or subject, or of a key that
/// may not be used. `newest` is the newest version of the canonical form.
pub(crate) fn open(ring: &Ring, token: &Token, whose: Whose<'_>, newest: u8) -> Option<Zeroizing<String>> {
    let (header, entity) = (token.header, token.entity());
    let subject = if header.flags.bound { whose.subject } else { "" };
    let bound = Bound { header, readable: &token.readable, tenant: whose.tenant, subject };
    // A token does not say by which version its value was spelled; the key does.
    let versions = if header.flags.canonical { 1..=newest } else { 0..=0 };
    let value = versions.rev().find_map(|version| {
        let scope = scope(header, &entity, version, whose);
        match token.kind {
            TokenKind::Deterministic => ring.deterministic(scope)?.open(&bound, token.body()),
            TokenKind::Random => open_random(&*ring.random(scope)?, &bound, token.body()),
            TokenKind::Hash | TokenKind::Vault => None,
        }
    })?;
    text(value)
}

/// A value as text; what is none was never a value of ours.
pub(crate) fn text(mut value: Zeroizing<Vec<u8>>) -> Option<Zeroizing<String>> {
    match String::from_utf8(core::mem::take(&mut *value)) {
        Ok(text) => Some(Zeroizing::new(text)),
        Err(error) => {
            drop(Zeroizing::new(error.into_bytes()));
            None
        }
    }
}

/// Header and stamp of a token that carries a value.
fn head(
    ring: &Ring,
    kind: TokenKind,
    entity: &str,
    value: Spelled<'_>,
    whose: Whose<'_>,
) -> Result<(Header, Arc<Stamp>), &'static str> {
    let key = ring.primary().ok_or(NO_KEYS)?;
    match value.value.len() {
        0 => return Err(EMPTY),
        length if length > LONGEST_VALUE => return Err(TOO_LONG),
        _ => {}
    }
    let flags = Flags { canonical: value.canonical > 0, bound: !whose.subject.is_empty() };
    Ok((Header { flags, key }, ring.stamp(kind, entity, key).ok_or(NO_KEYS)?))
}

fn scope<'f>(header: Header, entity: &'f str, canonical: u8, whose: Whose<'f>) -> For<'f> {
    For { key: header.key, tenant: whose.tenant, entity, canonical }
}

/// The longest body fits the code whatever the name.
const _: () = assert!(38 + (HEADER + NONCE + LONGEST_VALUE + MAC + TAG) * 8 / 5 + 1 + 6 <= 1023);

#[cfg(test)]
mod tests {
    use super::super::recognize::TokenState;
    use super::*;
    use crate::keyset::Keyset;
    use proptest::prelude::*;

    const NOBODY: Whose<'static> = Whose { tenant: "", subject: "" };

    fn ring() -> Ring {
        Ring::new(Some(Keyset::generate().unwrap()))
    }

    fn made(make: impl FnOnce(&mut String) -> Result<(), &'static str>) -> Token {
        let mut out = String::new();
        make(&mut out).unwrap();
        Token::read(&out).unwrap()
    }

    proptest! {
        #[test]
        fn what_is_made_is_ours_and_opens(value in "\\PC{1,128}", canonical in 0u8..3, tenant in "\\PC{0,5}", subject in "\\PC{0,5}") {
            let ring = ring();
            let whose = Whose { tenant: &tenant, subject: &subject };
            let spelled = Spelled { value: &value, canonical };
            let one = made(|out| deterministic(&ring, "PERSON", spelled, whose, out));
            let two = made(|out| random(&ring, "PERSON", &value, whose, out));
            for token in [&one, &two] {
                prop_assert_eq!(ring.recognition().state(token), TokenState::Own);
                prop_assert_eq!(token.entity(), "PERSON");
                prop_assert_eq!(open(&ring, token, whose, 2).unwrap().to_string(), value.clone());
                let other = Whose { tenant: "other tenant", ..whose };
                prop_assert!(open(&ring, token, other, 2).is_none());
                let other = Whose { subject: "somebody else", ..whose };
                prop_assert_eq!(open(&ring, token, other, 2).is_some(), subject.is_empty());
            }
            prop_assert!(made(|out| deterministic(&ring, "PERSON", spelled, whose, out)) == one);
            prop_assert!(made(|out| random(&ring, "PERSON", &value, whose, out)) != two);
        }

        #[test]
        fn equal_for_equals_only(value in "[a-c]{1,3}", other in "[a-c]{1,3}", tenant in "[ab]{0,1}", subject in "[ab]{0,1}") {
            let ring = ring();
            let whose = Whose { tenant: &tenant, subject: &subject };
            let token = |value, whose, canonical| made(|out| deterministic(&ring, "PERSON", Spelled { value, canonical }, whose, out));
            let hashed = |value, tenant| made(|out| hash(&ring, "PERSON", Spelled { value, canonical: 1 }, tenant, out));
            prop_assert_eq!(token(&value, whose, 0) == token(&other, whose, 0), value == other);
            prop_assert!(token(&value, whose, 0) != token(&value, whose, 1));
            let other_subject = Whose { subject: "else", ..whose };
            prop_assert!(token(&value, whose, 0) != token(&value, other_subject, 0));
            prop_assert_eq!(hashed(&value, &tenant) == hashed(&other, &tenant), value == other);
            prop_assert!(hashed(&value, &tenant) != hashed(&value, "c"));
            prop_assert!(open(&ring, &hashed(&value, &tenant), whose, 1).is_none());
        }
    }

    #[test]
    fn what_cannot_be_a_token_is_refused() {
        let (ring, mut out) = (ring(), String::new());
        let long = "é".repeat(257);
        let spelled = |value| Spelled { value, canonical: 0 };
        let full = "x".repeat(LONGEST_VALUE);
        let name = "N".repeat(32);
        assert_eq!(deterministic(&ring, &name, spelled(&full), NOBODY, &mut out), Ok(()));
        assert_eq!(random(&ring, &name, &full, NOBODY, &mut out), Ok(()));
        let before = out.clone();
        let far = "t".repeat(70_000);
        for (problem, value, tenant) in
            [(TOO_LONG, long.as_str(), ""), (EMPTY, "", ""), (NAMES, "x", far.as_str())]
        {
            let whose = Whose { tenant, subject: "" };
            assert_eq!(deterministic(&ring, "PERSON", spelled(value), whose, &mut out), Err(problem));
            assert_eq!(random(&ring, "PERSON", value, whose, &mut out), Err(problem));
        }
        assert_eq!(hash(&ring, "PERSON", spelled("x"), &far, &mut out), Err(NAMES));
        assert_eq!(deterministic(&Ring::new(None), "PERSON", spelled("x"), NOBODY, &mut out), Err(NO_KEYS));
        assert_eq!(out, before, "nothing is left of what was refused");
    }
}

//! A session written down under a key, to be taken up again later or elsewhere.
//!
//! Comes in: the memory of a session and whose it is, or a sealed text. Goes out: the other.
//!
//! The text is `wims1.` and, in base64url without padding (RFC 4648), the id of the key (4 bytes), a nonce (12) and the
//! memory under AES-256-GCM-SIV (RFC 8452). Name and tenant are authenticated with it, so that a text sealed for one
//! conversation opens for no other.
use core::fmt;

use aes_gcm_siv::aead::{AeadInOut, KeyInit};
use aes_gcm_siv::{Aes256GcmSiv, Nonce};
use base64ct::{Base64UrlUnpadded, Encoding};
use zeroize::Zeroizing;

use super::Session;
use crate::crypto::{Purpose, Scope, fill};
use crate::engine::Engine;
use crate::entity;
use crate::error::{Error, SessionProblem};
use crate::finding::Verdict;
use crate::keyset::{KeyStatus, Keyset};
use crate::transform::Numbers;

/// What a sealed session begins with; the digit is the version.
const HEAD: &str = "wims1.";
const FAMILY: &str = "wims";
const KEY_ID: usize = 4;
const NONCE: usize = 12;
const MAC: usize = 16;

/// The longest sealed session, in bytes.
const SIZE: usize = 256 << 20;

/// Which conversation a sealed session is of, so that it is not taken for another one's.
///
/// ```
/// let ticket = wimple::SessionName::new("ticket-4711").tenant("acme");
/// # let _ = ticket;
/// ```
///
/// A `&str` turns into a name without a tenant. Up to 65,535 bytes each.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct SessionName<'n> {
    name: &'n str,
    tenant: &'n str,
}

impl<'n> SessionName<'n> {
    /// The number or name the host has for the conversation.
    pub fn new(name: &'n str) -> Self {
        SessionName { name, tenant: "" }
    }

    /// Whose customer it is with, where one host serves several.
    #[must_use]
    pub fn tenant(mut self, tenant: &'n str) -> Self {
        self.tenant = tenant;
        self
    }

    /// What is authenticated beside the memory, lengths before the parts.
    fn bound(&self, key: [u8; KEY_ID]) -> Result<Vec<u8>, SessionProblem> {
        let mut bound = b"WIM1 session 1".to_vec();
        for part in [&key[..], self.tenant.as_bytes(), self.name.as_bytes()] {
            let length = u16::try_from(part.len()).map_err(|_| SessionProblem::NameTooLong)?;
            bound.extend(length.to_be_bytes());
            bound.extend(part);
        }
        Ok(bound)
    }
}

impl<'n> From<&'n str> for SessionName<'n> {
    fn from(name: &'n str) -> Self {
        SessionName::new(name)
    }
}

impl fmt::Debug for SessionName<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SessionName(..)")
    }
}

impl Session {
    /// Writes the memory of the conversation down: a text of ASCII characters, encrypted under the primary key of the
    /// engine's keyset and bound to `name`.
    ///
    /// ```
    /// use wimple::{Engine, Keyset, Operator, Policy};
    /// let policy = Policy::new().default(Operator::placeholder());
    /// let engine = Engine::builder().policy(policy).keyset(Keyset::generate()?).build()?;
    /// let mut session = engine.session();
    /// let question = session.redact("I am bo@example.com")?.into_text();
    /// let sealed = session.seal("ticket-4711")?;      // kept in the host's database
    ///
    /// let mut session = engine.resume("ticket-4711", &sealed)?;
    /// assert_eq!(session.restore(&question).text(), "I am bo@example.com");
    /// assert_eq!(session.redact("I am bo@example.com")?.text(), question);
    /// assert!(engine.resume("ticket-4712", &sealed).is_err());
    /// # Ok::<(), wimple::Error>(())
    /// ```
    ///
    /// The session goes on; what comes after is not in the text. Sealed twice it is two different texts. Their length
    /// tells how much is remembered, in steps of 256 bytes. Two copies that are resumed and go on apart know what was
    /// before, and neither opens what the other gave out since.
    ///
    /// # Errors
    /// [`Error::Session`] without a keyset or with a name that is too long; [`Error::Limit`] over 256 MiB;
    /// [`Error::Random`] where the operating system gives no randomness.
    pub fn seal<'n>(&self, name: impl Into<SessionName<'n>>) -> Result<String, Error> {
        let (keyset, name) = (keyset(&self.engine)?, name.into());
        let key = keyset.primary();
        let bound = name.bound(key).map_err(Error::Session)?;
        let memory = self.numbers.pack().ok_or_else(|| too_long(usize::MAX))?;
        let mut sealed = Vec::with_capacity(KEY_ID + NONCE + memory.len() + MAC);
        let mut nonce = [0; NONCE];
        fill(&mut nonce)?;
        sealed.extend(key);
        sealed.extend(nonce);
        // The memory is encrypted where it stands, in a place that is wiped if that fails.
        let mut body = memory;
        let tag = cipher(keyset, key, &name)
            .and_then(|cipher| {
                let nonce = Nonce::from(nonce);
                cipher.encrypt_inout_detached(&nonce, &bound, body.as_mut_slice().into()).ok()
            })
            .ok_or(Error::Session(SessionProblem::KeyDisabled))?;
        sealed.extend_from_slice(&body);
        sealed.extend_from_slice(&tag);
        let text = HEAD.to_owned() + &Base64UrlUnpadded::encode_string(&sealed);
        if text.len() > SIZE { Err(too_long(text.len())) } else { Ok(text) }
    }
}

impl Engine {
    /// Takes up a conversation that was [sealed](Session::seal) under a key of this engine's keyset, for the same name
    /// and tenant. What is remembered is as it was; the policy is this engine's.
    ///
    /// # Errors
    /// [`Error::Session`] that says why: no keyset, no sealed session, an unknown, disabled or destroyed key, or that it
    /// does not open, which is all that is said of a wrong name, a wrong tenant and a changed text. [`Error::Limit`]
    /// over 256 MiB.
    pub fn resume<'n>(&self, name: impl Into<SessionName<'n>>, sealed: &str) -> Result<Session, Error> {
        let keyset = keyset(self)?;
        if sealed.len() > SIZE {
            return Err(too_long(sealed.len()));
        }
        let numbers = open(keyset, &name.into(), sealed).map_err(Error::Session)?;
        let mut session = Session::new(self.clone(), numbers);
        let Session { numbers, known, said, .. } = &mut session;
        for (entity, value) in numbers.values() {
            if [entity::IBAN_CODE, entity::PHONE_NUMBER].contains(entity) {
                known.learn_land(entity.name(), value);
            }
            if *entity == entity::PERSON {
                known.learn_name(value);
            } else if let Some(category) = self.category_of(entity) {
                said.learn_value(entity, category, Verdict::Unknown, value);
            }
        }
        Ok(session)
    }
}

fn open(keyset: &Keyset, name: &SessionName<'_>, sealed: &str) -> Result<Numbers, SessionProblem> {
    let body = sealed.strip_prefix(HEAD).ok_or_else(|| no_head(sealed))?;
    let bytes = Base64UrlUnpadded::decode_vec(body).map_err(|_| SessionProblem::NotSealed)?;
    let (head, body) = bytes.split_at_checked(KEY_ID + NONCE).ok_or(SessionProblem::NotSealed)?;
    let (key, nonce) = head.split_first_chunk::<KEY_ID>().ok_or(SessionProblem::NotSealed)?;
    let nonce: [u8; NONCE] = nonce.try_into().map_err(|_| SessionProblem::NotSealed)?;
    let (body, tag) = body.split_last_chunk::<MAC>().ok_or(SessionProblem::NotSealed)?;
    match keyset.status(*key) {
        Some(KeyStatus::Enabled) => {}
        Some(KeyStatus::Disabled) => return Err(SessionProblem::KeyDisabled),
        Some(KeyStatus::Destroyed) => return Err(SessionProblem::KeyDestroyed),
        None => return Err(SessionProblem::UnknownKey),
    }
    let bound = name.bound(*key)?;
    let mut memory = Zeroizing::new(body.to_vec());
    cipher(keyset, *key, name)
        .and_then(|cipher| {
            let (nonce, tag) = (Nonce::from(nonce), (*tag).into());
            cipher.decrypt_inout_detached(&nonce, &bound, memory.as_mut_slice().into(), &tag).ok()
        })
        .and_then(|()| Numbers::unpack(&memory))
        .ok_or(SessionProblem::DoesNotOpen)
}

fn cipher(keyset: &Keyset, key: [u8; KEY_ID], name: &SessionName<'_>) -> Option<Aes256GcmSiv> {
    let scope = Scope { purpose: Purpose::Session, tenant: name.tenant, entity: "", canonical: 0 };
    let key = keyset.derive::<32>(key, &scope)?;
    Some(Aes256GcmSiv::new((&*key).into()))
}

/// What a text is that does not begin as ours do: of a later release, or something else.
fn no_head(sealed: &str) -> SessionProblem {
    let version =
        sealed.strip_prefix(FAMILY).and_then(|rest| rest.split_once('.')).map(|(version, _)| version);
    match version {
        Some(v) if (1..=3).contains(&v.len()) && v.bytes().all(|b| b.is_ascii_digit()) => {
            SessionProblem::UnknownVersion
        }
        _ => SessionProblem::NotSealed,
    }
}

fn keyset(engine: &Engine) -> Result<&Keyset, Error> {
    engine.keyset().ok_or(Error::Session(SessionProblem::NoKeyset))
}

fn too_long(actual: usize) -> Error {
    Error::Limit { what: "bytes of a sealed session", actual, limit: SIZE }
}

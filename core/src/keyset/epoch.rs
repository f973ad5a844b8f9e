//! Keys of durable vaults: one for each epoch of a vault, kept with the keyset and never in the vault.
//!
//! Comes in: the id of a vault. Goes out: keys that seal and open what the vault holds of its subjects' data keys.
//!
//! What is erased from a vault may live on in old copies of its file. So a vault's data keys are wrapped once more, under
//! the key of an epoch. To finish an erasure the vault goes over to a new epoch and the old key is destroyed; then the
//! copies hold nothing that opens.
use core::fmt;

use aes_gcm_siv::aead::{Aead, KeyInit, Payload};
use aes_gcm_siv::{Aes256GcmSiv, Nonce};

use super::Keyset;
use super::change::MOST;
use super::key::{Root, problem};
use super::sheet::{FileKeys, Format, bound};
use crate::crypto::{Purpose, Scope, WRAPPED, derive, fill, unwrap, wrap};
use crate::error::{Error, KeysetProblem};

/// Bytes of a nonce of AES-GCM-SIV (RFC 8452).
const NONCE: usize = 12;

/// The key of one epoch of one vault.
#[derive(Clone)]
pub(super) struct Epoch {
    vault: [u8; 8],
    number: u32,
    root: Root,
}

/// The key of one epoch of one vault, made ready.
///
/// ```
/// use wimple::Keyset;
/// let mut keyset = Keyset::generate()?;
/// let number = keyset.add_epoch([7; 8])?;
/// let key = keyset.epoch([7; 8], number).ok_or(wimple::Error::Random)?;
/// let sealed = key.seal(b"its place", b"a data key")?;
/// assert_eq!(key.open(b"its place", &sealed).as_deref(), Some(&b"a data key"[..]));
/// assert_eq!(key.open(b"another place", &sealed), None);
/// # Ok::<(), wimple::Error>(())
/// ```
///
/// For those who write a vault of their own. Wiped when dropped, silent in `Debug`.
pub struct EpochKey {
    number: u32,
    cipher: Aes256GcmSiv,
}

impl EpochKey {
    /// The number of its epoch, from 1.
    pub fn number(&self) -> u32 {
        self.number
    }

    /// Seals `secret` for one place: 28 bytes longer, by AES-256-GCM-SIV (RFC 8452) under a random nonce.
    ///
    /// # Errors
    /// [`Error::Random`] where the operating system gives no randomness.
    pub fn seal(&self, place: &[u8], secret: &[u8]) -> Result<Vec<u8>, Error> {
        let mut nonce = [0; NONCE];
        fill(&mut nonce)?;
        let sealed = self
            .cipher
            .encrypt(&Nonce::from(nonce), Payload { msg: secret, aad: place })
            .map_err(|_| Error::Random)?;
        Ok([&nonce[..], &sealed].concat())
    }

    /// What [`seal`](EpochKey::seal) has sealed for this place; `None` where it was changed, moved, or sealed under
    /// another key. The bytes are the caller's to wipe.
    pub fn open(&self, place: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE>()?;
        self.cipher.decrypt(&Nonce::from(*nonce), Payload { msg: sealed, aad: place }).ok()
    }
}

impl fmt::Debug for EpochKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EpochKey(..)")
    }
}

impl Keyset {
    /// Makes the key of a vault's next epoch, at first of its first; gives its number. It has to be kept, with the keyset,
    /// before the vault uses it.
    ///
    /// ```
    /// let mut keyset = wimple::Keyset::generate()?;
    /// assert_eq!((keyset.add_epoch([7; 8])?, keyset.add_epoch([7; 8])?), (1, 2));
    /// keyset.destroy_epoch([7; 8], 1)?;
    /// assert_eq!(keyset.epochs([7; 8]), [2]);
    /// # Ok::<(), wimple::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Random`]; [`KeysetProblem::TooManyKeys`] where there are 1000 of them.
    pub fn add_epoch(&mut self, vault: [u8; 8]) -> Result<u32, Error> {
        let newest = self.epochs(vault).into_iter().max().unwrap_or(0);
        let number = newest.checked_add(1).filter(|_| self.inner.epochs.len() < MOST);
        let number = number.ok_or(problem(KeysetProblem::TooManyKeys { limit: MOST }))?;
        let root = Root::generate()?;
        self.change().epochs.push(Epoch { vault, number, root });
        Ok(number)
    }

    /// The numbers of a vault's epochs whose keys are here, in ascending order.
    pub fn epochs(&self, vault: [u8; 8]) -> Vec<u32> {
        let mut numbers: Vec<u32> =
            self.inner.epochs.iter().filter(|epoch| epoch.vault == vault).map(|epoch| epoch.number).collect();
        numbers.sort_unstable();
        numbers
    }

    /// The key of one epoch; `None` where it is not here.
    pub fn epoch(&self, vault: [u8; 8], number: u32) -> Option<EpochKey> {
        let epoch = self.inner.epochs.iter().find(|e| e.vault == vault && e.number == number)?;
        let scope = Scope { purpose: Purpose::Epoch, tenant: "", entity: "", canonical: 0 };
        let key = derive::<32>(epoch.root.bytes(), &self.inner.salt, number.to_be_bytes(), &scope)?;
        Some(EpochKey { number, cipher: Aes256GcmSiv::new((&*key).into()) })
    }

    /// Destroys the key of an epoch that is over. What is still under it, in old copies of the vault, never opens again.
    /// Says whether it was there.
    ///
    /// Clones have it still, and so have older files: delete those too.
    ///
    /// # Errors
    /// [`KeysetProblem::EpochIsNewest`]: the vault's own data keys are under that one.
    pub fn destroy_epoch(&mut self, vault: [u8; 8], number: u32) -> Result<bool, Error> {
        let numbers = self.epochs(vault);
        if numbers.last() == Some(&number) {
            return Err(problem(KeysetProblem::EpochIsNewest));
        }
        let known = numbers.contains(&number);
        if known {
            self.change().epochs.retain(|epoch| epoch.vault != vault || epoch.number != number);
        }
        Ok(known)
    }
}

/// What a file says of an epoch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct EpochLine {
    pub(super) vault: [u8; 8],
    pub(super) number: u32,
    pub(super) root: [u8; WRAPPED],
}

impl EpochLine {
    /// The vault as files name it: `vt_` and sixteen hexadecimal digits.
    pub(super) fn vault(&self) -> String {
        format!("vt_{:016x}", u64::from_be_bytes(self.vault))
    }

    /// The vault of that name.
    pub(super) fn named(text: &str) -> Option<[u8; 8]> {
        let digits = text.strip_prefix("vt_")?;
        let exact = digits.len() == 16 && digits.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        Some(u64::from_str_radix(digits, 16).ok().filter(|_| exact)?.to_be_bytes())
    }

    /// Says what is wrong with the lines of a file.
    pub(super) fn check(lines: &[EpochLine]) -> Result<(), KeysetProblem> {
        if lines.len() > MOST {
            return Err(KeysetProblem::TooManyKeys { limit: MOST });
        }
        if lines.iter().any(|line| line.number == 0) {
            return Err(KeysetProblem::ZeroId);
        }
        let mut ids: Vec<_> = lines.iter().map(|line| (line.vault, line.number)).collect();
        ids.sort_unstable();
        match ids.windows(2).any(|pair| matches!(pair, [a, b] if a == b)) {
            true => Err(KeysetProblem::RepeatedId),
            false => Ok(()),
        }
    }

    /// What the MAC of the file is over.
    pub(super) fn parts(&self) -> [Vec<u8>; 3] {
        [self.vault.to_vec(), self.number.to_be_bytes().to_vec(), self.root.to_vec()]
    }

    /// What its root is bound to. The words keep it apart from the line of a root key.
    fn bound(vault: [u8; 8], number: u32, keyset: &str) -> Vec<u8> {
        let file = bound(Format::Keyset, keyset);
        [b"epoch 1 ", &vault[..], &number.to_be_bytes(), file.as_bytes()].concat()
    }

    pub(super) fn unwrapped(&self, file: &FileKeys, keyset: &str) -> Result<Epoch, Error> {
        let bound = EpochLine::bound(self.vault, self.number, keyset);
        let root = Root::written(|to| unwrap(file.wrap.bytes(), &bound, &self.root, to))
            .ok_or(problem(KeysetProblem::RootDoesNotOpen))?;
        if root.is_weak() {
            return Err(problem(KeysetProblem::WeakRoot));
        }
        Ok(Epoch { vault: self.vault, number: self.number, root })
    }
}

impl Epoch {
    pub(super) fn wrapped(&self, file: &FileKeys, keyset: &str) -> Result<EpochLine, Error> {
        let bound = EpochLine::bound(self.vault, self.number, keyset);
        let root = wrap(file.wrap.bytes(), &bound, self.root.bytes())?;
        Ok(EpochLine { vault: self.vault, number: self.number, root })
    }
}

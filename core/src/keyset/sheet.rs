//! What a file says, as data: neither read nor written yet.
//!
//! Comes in: the lines of a file. Goes out: whether they can be a keyset, and what its MAC is over.
//!
//! # What holds a file together
//! A file has a key of its own, 32 random bytes, new each time it is written and wrapped under a passphrase or by a key
//! service. From it two keys are derived: one wraps the roots, each bound to its line, the other makes a MAC over all
//! that the file says. So who has one root, or an older file, cannot make another root primary or bring a destroyed one
//! back.
use super::change::MOST;
use super::epoch::EpochLine;
use super::key::{KeyId, KeyStatus, Root, SLOTS, hex, problem};
use super::passphrase::{Cost, SALT};
use crate::crypto::{Purpose, ROOT, Scope, WRAPPED, derive, equal, mac, unwrap, wrap};
use crate::error::{Error, KeysetProblem};
use crate::text::date::Date;

/// The version of the file format.
pub(super) const VERSION: u64 = 1;
/// The suite of algorithms keys are for.
pub(super) const SUITE: &str = "WIM1";

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// Root keys.
    Keyset,
    /// Recognition keys: what stands for roots opens nothing.
    Recognizer,
}

impl Format {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Format::Keyset => "wimple-keyset",
            Format::Recognizer => "wimple-recognizer",
        }
    }
}

/// How the key of the file is wrapped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wrap {
    Passphrase { cost: Cost, salt: [u8; SALT], key: [u8; WRAPPED] },
    Wrapper { name: String, key: Vec<u8> },
}

/// One key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) id: KeyId,
    pub(super) status: KeyStatus,
    pub(super) compromised: bool,
    pub(super) slot: Option<u8>,
    pub(super) created: Option<Date>,
    pub(super) expires: Option<Date>,
    pub(super) root: Option<[u8; WRAPPED]>,
}

/// A whole file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sheet {
    pub(super) format: Format,
    pub(super) id: String,
    pub(super) sequence: u64,
    pub(super) salt: [u8; ROOT],
    /// Of a keyset, and of nothing else.
    pub(super) primary: Option<KeyId>,
    pub(super) wrap: Wrap,
    pub(super) keys: Vec<Line>,
    /// Keys of vaults. Missing in the file where there are none, and then no part of the MAC.
    pub(super) epochs: Vec<EpochLine>,
    pub(super) mac: [u8; 32],
}

/// A day as files write it: `2026-11-23`.
pub(super) fn day(day: Date) -> String {
    format!("{:04}-{:02}-{:02}", day.year, day.month, day.day)
}

/// What the key of a file is bound to.
pub(super) fn bound(format: Format, id: &str) -> String {
    format!("{} {VERSION} {id}", format.name())
}

/// What a root is bound to: its file and its line. The status is not among it, as it is the MAC's to hold.
fn bound_root(format: Format, id: &str, line: &Line) -> Vec<u8> {
    let slot = line.slot.map(|slot| slot.to_string()).unwrap_or_default();
    let created = line.created.map(day).unwrap_or_default();
    let parts = [&bound(format, id), &hex(line.id), SUITE, &slot, &created];
    let mut bytes = Vec::new();
    for part in parts {
        bytes.extend((part.len() as u64).to_be_bytes());
        bytes.extend(part.as_bytes());
    }
    bytes
}

impl Line {
    /// Wraps a root into the line.
    pub(super) fn wrap(
        &mut self,
        file: &FileKeys,
        format: Format,
        id: &str,
        root: &Root,
    ) -> Result<(), Error> {
        self.root = Some(wrap(file.wrap.bytes(), &bound_root(format, id, self), root.bytes())?);
        Ok(())
    }

    /// The root of the line; `None` where it has none, being destroyed.
    pub(super) fn root(&self, file: &FileKeys, format: Format, id: &str) -> Result<Option<Root>, Error> {
        let Some(wrapped) = &self.root else { return Ok(None) };
        let bound = bound_root(format, id, self);
        let root = Root::written(|to| unwrap(file.wrap.bytes(), &bound, wrapped, to))
            .ok_or(problem(KeysetProblem::RootDoesNotOpen))?;
        if root.is_weak() {
            return Err(problem(KeysetProblem::WeakRoot));
        }
        Ok(Some(root))
    }
}

/// The two keys that are derived from the key of a file.
pub(super) struct FileKeys {
    pub(super) wrap: Root,
    mac: Root,
}

impl FileKeys {
    /// The salt of the keyset goes in, though the key is random already: one way of deriving for everything.
    pub(super) fn new(key: &Root, salt: &[u8; ROOT]) -> Result<Self, Error> {
        let derived = |purpose| {
            let scope = Scope { purpose, tenant: "", entity: "", canonical: 0 };
            let key = derive::<32>(key.bytes(), salt, [0; 4], &scope)?;
            Root::written(|to| {
                to.copy_from_slice(&*key);
                true
            })
        };
        let keys = || Some(FileKeys { wrap: derived(Purpose::Wrap)?, mac: derived(Purpose::Keyset)? });
        keys().ok_or(problem(KeysetProblem::DoesNotUnwrap))
    }
}

impl Sheet {
    /// A keyset's sheet with nothing on it, to be filled in.
    pub(super) fn blank() -> Self {
        Sheet {
            format: Format::Keyset,
            id: String::new(),
            sequence: 0,
            salt: [0; ROOT],
            primary: None,
            wrap: Wrap::Wrapper { name: String::new(), key: Vec::new() },
            keys: Vec::new(),
            epochs: Vec::new(),
            mac: [0; 32],
        }
    }

    /// Says what is wrong with a file that can be read: this needs no key.
    pub(super) fn check(&self, today: Option<Date>) -> Result<(), KeysetProblem> {
        if self.keys.is_empty() {
            return Err(KeysetProblem::NoKeys);
        }
        if self.keys.len() > MOST {
            return Err(KeysetProblem::TooManyKeys { limit: MOST });
        }
        let (mut ids, mut slots) = (Vec::new(), [false; SLOTS as usize]);
        for line in &self.keys {
            if line.id == [0; 4] {
                return Err(KeysetProblem::ZeroId);
            }
            match (line.status, line.root) {
                (KeyStatus::Destroyed, Some(_)) => return Err(KeysetProblem::RootNotGone),
                (KeyStatus::Enabled | KeyStatus::Disabled, None) => return Err(KeysetProblem::RootMissing),
                _ => {}
            }
            if let Some(taken) = line.slot.and_then(|slot| slots.get_mut(usize::from(slot))) {
                if *taken {
                    return Err(KeysetProblem::RepeatedSlot);
                }
                *taken = true;
            }
            ids.push(line.id);
        }
        ids.sort_unstable();
        if ids.windows(2).any(|pair| matches!(pair, [a, b] if a == b)) {
            return Err(KeysetProblem::RepeatedId);
        }
        EpochLine::check(&self.epochs)?;
        self.primary.map_or(Ok(()), |primary| self.check_primary(primary, today))
    }

    fn check_primary(&self, primary: KeyId, today: Option<Date>) -> Result<(), KeysetProblem> {
        let line = self.keys.iter().find(|line| line.id == primary).ok_or(KeysetProblem::PrimaryUnknown)?;
        if line.status != KeyStatus::Enabled {
            return Err(KeysetProblem::PrimaryNotEnabled);
        }
        if line.compromised {
            return Err(KeysetProblem::PrimaryCompromised);
        }
        match (today, line.expires) {
            (Some(today), Some(expires)) if today >= expires => Err(KeysetProblem::PrimaryExpired),
            _ => Ok(()),
        }
    }

    /// Whether the MAC in the file is the right one.
    pub(super) fn is_whole(&self, keys: &FileKeys) -> bool {
        equal(&self.computed(keys), &self.mac)
    }

    /// The MAC over all that the file says, in a fixed order, each part with its length before it: white space and the
    /// order of fields do not matter, everything else does.
    pub(super) fn computed(&self, keys: &FileKeys) -> [u8; 32] {
        let mut parts = vec![
            self.format.name().to_owned().into_bytes(),
            VERSION.to_string().into_bytes(),
            self.id.clone().into_bytes(),
            self.sequence.to_string().into_bytes(),
            self.salt.to_vec(),
            self.primary.map(hex).unwrap_or_default().into_bytes(),
        ];
        match &self.wrap {
            Wrap::Passphrase { cost, salt, key } => {
                parts.push(b"passphrase".to_vec());
                parts.extend([cost.memory, cost.passes, cost.lanes].map(|n| n.to_be_bytes().to_vec()));
                parts.extend([salt.to_vec(), key.to_vec()]);
            }
            Wrap::Wrapper { name, key } => {
                parts.extend([b"wrapper".to_vec(), name.clone().into_bytes(), key.clone()]);
            }
        }
        parts.push(self.keys.len().to_string().into_bytes());
        for line in &self.keys {
            parts.extend([
                hex(line.id).into_bytes(),
                line.status.name().to_owned().into_bytes(),
                vec![u8::from(line.compromised)],
                SUITE.to_owned().into_bytes(),
                line.slot.map(|slot| vec![slot]).unwrap_or_default(),
                line.created.map(day).unwrap_or_default().into_bytes(),
                line.expires.map(day).unwrap_or_default().into_bytes(),
                line.root.map(Vec::from).unwrap_or_default(),
            ]);
        }
        if !self.epochs.is_empty() {
            parts.push(self.epochs.len().to_string().into_bytes());
            parts.extend(self.epochs.iter().flat_map(EpochLine::parts));
        }
        let parts: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
        mac(keys.mac.bytes(), &parts)
    }
}

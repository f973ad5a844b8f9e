//! What may become of keys: made, promoted, disabled, enabled, destroyed, marked.
//!
//! Comes in: the id of a key. Goes out: nothing, or why not; a change that is refused has not happened.
use std::sync::Arc;

use super::key::{KeyId, KeyStatus, Root, RootKey, free_slot, fresh_id, from_hex, hex, problem};
use super::{Inner, Keyset};
use crate::error::{Error, KeysetProblem};
use crate::text::date::Date;

/// The most keys of a keyset, destroyed ones included: one a day for two years and a half.
pub(super) const MOST: usize = 1000;

impl Keyset {
    /// Makes a new key and makes it primary; gives its id. The old keys stay enabled, so that their tokens open.
    ///
    /// ```
    /// let mut keyset = wimple::Keyset::generate()?;
    /// let id = keyset.rotate()?;
    /// assert_eq!((keyset.primary_id(), keyset.keys().len()), (id, 2));
    /// # Ok::<(), wimple::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`add`](Keyset::add).
    pub fn rotate(&mut self) -> Result<String, Error> {
        let id = self.add()?;
        self.promote(&id)?;
        Ok(id)
    }

    /// Makes a new key, enabled and not primary; gives its id.
    ///
    /// # Errors
    /// [`Error::Random`] where the operating system gives no randomness; [`KeysetProblem::TooManyKeys`] where there are
    /// 1000 keys, destroyed ones included.
    pub fn add(&mut self) -> Result<String, Error> {
        let keys = &self.inner.keys;
        if keys.len() >= MOST {
            return Err(problem(KeysetProblem::TooManyKeys { limit: MOST }));
        }
        let key = RootKey {
            id: fresh_id(keys)?,
            slot: free_slot(keys),
            status: KeyStatus::Enabled,
            compromised: false,
            created: None,
            expires: None,
            root: Some(Root::generate()?),
        };
        let id = key.id;
        self.change().keys.push(key);
        Ok(hex(id))
    }

    /// Makes a key the primary one.
    ///
    /// # Errors
    /// [`KeysetProblem::UnknownKey`], [`KeysetProblem::KeyDisabled`], [`KeysetProblem::KeyDestroyed`] or
    /// [`KeysetProblem::KeyCompromised`].
    pub fn promote(&mut self, id: &str) -> Result<(), Error> {
        let key = self.named(id)?;
        match (key.status, key.compromised) {
            (KeyStatus::Disabled, _) => return Err(problem(KeysetProblem::KeyDisabled)),
            (KeyStatus::Destroyed, _) => return Err(problem(KeysetProblem::KeyDestroyed)),
            (KeyStatus::Enabled, true) => return Err(problem(KeysetProblem::KeyCompromised)),
            (KeyStatus::Enabled, false) => {}
        }
        let id = key.id;
        if id != self.inner.primary {
            self.change().primary = id;
        }
        Ok(())
    }

    /// Puts a key out of use: its tokens stay closed until it is enabled again, and are still known as ours.
    ///
    /// # Errors
    /// [`KeysetProblem::UnknownKey`], [`KeysetProblem::KeyIsPrimary`] or [`KeysetProblem::KeyDestroyed`].
    pub fn disable(&mut self, id: &str) -> Result<(), Error> {
        self.put(id, KeyStatus::Disabled)
    }

    /// Puts a disabled key into use again.
    ///
    /// # Errors
    /// [`KeysetProblem::UnknownKey`] or [`KeysetProblem::KeyDestroyed`].
    pub fn enable(&mut self, id: &str) -> Result<(), Error> {
        self.put(id, KeyStatus::Enabled)
    }

    /// Destroys a key: its root is gone from this keyset, and what was made with it can never be opened. The id stays, so
    /// that its tokens are told from foreign ones.
    ///
    /// ```
    /// use wimple::KeyStatus;
    /// let mut keyset = wimple::Keyset::generate()?;
    /// let old = keyset.primary_id();
    /// keyset.rotate()?;
    /// keyset.destroy(&old)?;
    /// assert_eq!(keyset.keys()[0].status(), KeyStatus::Destroyed);
    /// assert!(keyset.enable(&old).is_err(), "there is no way back");
    /// # Ok::<(), wimple::Error>(())
    /// ```
    ///
    /// Clones and engines made before still have it, and so have older files: destroy those too.
    ///
    /// # Errors
    /// [`KeysetProblem::UnknownKey`] or [`KeysetProblem::KeyIsPrimary`].
    pub fn destroy(&mut self, id: &str) -> Result<(), Error> {
        let (id, status) = (self.named(id)?.id, self.named(id)?.status);
        if id == self.inner.primary {
            return Err(problem(KeysetProblem::KeyIsPrimary));
        }
        if status != KeyStatus::Destroyed {
            self.alter(id, |key| {
                key.status = KeyStatus::Destroyed;
                key.root = None;
            });
        }
        Ok(())
    }

    /// Notes that somebody may have a key who should not. It is never made primary again; it still opens, so that texts
    /// can be rewritten under another key. The mark is never taken back.
    ///
    /// # Errors
    /// [`KeysetProblem::UnknownKey`] or [`KeysetProblem::KeyIsPrimary`].
    pub fn mark_compromised(&mut self, id: &str) -> Result<(), Error> {
        let (id, compromised) = (self.named(id)?.id, self.named(id)?.compromised);
        if id == self.inner.primary {
            return Err(problem(KeysetProblem::KeyIsPrimary));
        }
        if !compromised {
            self.alter(id, |key| key.compromised = true);
        }
        Ok(())
    }

    /// Notes the day a key was made. The library has no clock.
    ///
    /// ```
    /// use wimple::{Date, Keyset};
    /// let mut keyset = Keyset::generate()?;
    /// let id = keyset.primary_id();
    /// keyset.set_created(&id, Some(Date { year: 2026, month: 11, day: 23 }))?;
    /// keyset.set_expires(&id, Some(Date { year: 2027, month: 11, day: 23 }))?;
    /// assert_eq!(keyset.keys()[0].expires().map(|day| day.year), Some(2027));
    /// # Ok::<(), wimple::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`KeysetProblem::UnknownKey`]; [`Error::InvalidArgument`] where the calendar has no such day.
    pub fn set_created(&mut self, id: &str, day: Option<Date>) -> Result<(), Error> {
        let (id, day) = (self.named(id)?.id, checked(day)?);
        self.alter(id, |key| key.created = day);
        Ok(())
    }

    /// Sets the day from which a key shall be primary no more: a file with an expired primary key is not opened where the
    /// host says what day it is ([`OpenOptions::today`](super::OpenOptions::today)). Expired keys that are not primary
    /// open what was made with them.
    ///
    /// # Errors
    /// As [`set_created`](Keyset::set_created).
    pub fn set_expires(&mut self, id: &str, day: Option<Date>) -> Result<(), Error> {
        let (id, day) = (self.named(id)?.id, checked(day)?);
        self.alter(id, |key| key.expires = day);
        Ok(())
    }

    /// Gives the slot of a destroyed key to the next key that is made. There are nine; a card that was made by `fpe` names
    /// its key by the slot alone. Do it when no such card of the destroyed key is left anywhere: it would be turned into a
    /// card nobody wrote.
    ///
    /// # Errors
    /// [`KeysetProblem::UnknownKey`] or [`KeysetProblem::KeyNotDestroyed`].
    pub fn free_slot(&mut self, id: &str) -> Result<(), Error> {
        let (id, status) = (self.named(id)?.id, self.named(id)?.status);
        if status != KeyStatus::Destroyed {
            return Err(problem(KeysetProblem::KeyNotDestroyed));
        }
        self.alter(id, |key| key.slot = None);
        Ok(())
    }

    fn put(&mut self, id: &str, wanted: KeyStatus) -> Result<(), Error> {
        let (id, status) = (self.named(id)?.id, self.named(id)?.status);
        if status == KeyStatus::Destroyed {
            return Err(problem(KeysetProblem::KeyDestroyed));
        }
        if wanted != KeyStatus::Enabled && id == self.inner.primary {
            return Err(problem(KeysetProblem::KeyIsPrimary));
        }
        if status != wanted {
            self.alter(id, |key| key.status = wanted);
        }
        Ok(())
    }

    fn named(&self, id: &str) -> Result<&RootKey, Error> {
        from_hex(id).and_then(|id| self.key(id)).ok_or(problem(KeysetProblem::UnknownKey))
    }

    fn alter(&mut self, id: KeyId, how: impl FnOnce(&mut RootKey)) {
        if let Some(key) = self.change().keys.iter_mut().find(|key| key.id == id) {
            how(key);
        }
    }

    /// The keyset's own copy, one change on. Roots are shared by copies, not copied.
    pub(super) fn change(&mut self) -> &mut Inner {
        let inner = Arc::make_mut(&mut self.inner);
        inner.sequence = inner.sequence.saturating_add(1);
        inner
    }
}

fn checked(day: Option<Date>) -> Result<Option<Date>, Error> {
    match day {
        Some(Date { year, month, day })
            if year == 0 || year > 9999 || Date::new(year, month, day).is_none() =>
        {
            Err(Error::InvalidArgument { what: "day", problem: "the calendar has no such day".to_owned() })
        }
        _ => Ok(day),
    }
}

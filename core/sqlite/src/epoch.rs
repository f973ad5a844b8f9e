//! Finishing an erasure: the vault goes over to a new epoch key, and the old one is destroyed.
//!
//! Comes in: the keyset, and a way to have it kept. Goes out: a receipt. At every moment there is a keyset on disk that
//! opens the vault that is on disk:
//!
//! 1. The new key is added to the keyset, and `keep` has it on disk.
//! 2. Everything under the old key is wrapped anew, in one transaction.
//! 3. The old key is destroyed, and `keep` has that on disk.
//!
//! A lock is held over each step, so that two who finish at the same time cannot overwrite each other's keyset.
use rusqlite::{Transaction, params};
use serde_json::{Value, json};
use wimple::vault::{SubjectRef, VaultError};
use wimple::{EpochKey, Error, Keyset};
use zeroize::Zeroizing;

use crate::day::{Day, written};
use crate::failure::{CORRUPT, MISSING_KEY, Told};
use crate::keys::{Keys, NO_RANDOM, VaultId, current_epoch, meta, place_of_key, resealed_rows, set_meta};
use crate::marks;
use crate::vault::SqliteVault;

/// Has a keyset on disk before it returns.
type Keep<'k> = &'k mut dyn FnMut(&Keyset) -> Result<(), Error>;

/// How many data keys are in memory at a time.
const CHUNK: u32 = 4096;

impl SqliteVault {
    /// Makes erasures reach old copies of the file: backups, snapshots, what the disk still has. The answer is a receipt.
    ///
    /// ```text
    /// keyset {1}      vault 1
    /// keyset {1, 2}   vault 1      `keep` has been called
    /// keyset {1, 2}   vault 2
    /// keyset {2}      vault 2      `keep` has been called; old copies of the vault are dead
    /// ```
    ///
    /// With `keep_days`, the old key is kept as many days, so that backups that old can still be restored; the receipt says
    /// until when, and [`destroy_epochs`](SqliteVault::destroy_epochs) destroys it then. Without, all copies that were made
    /// before are dead at once, with everybody's values in them.
    ///
    /// `keep` is called up to twice, and has the keyset on disk before it returns. It must not call this vault. Where
    /// anything fails, or the process dies, call it again: what was done is not undone.
    ///
    /// Other processes need the new key from now on: see [`Options::reload`](crate::Options::reload) and
    /// [`take_keys`](SqliteVault::take_keys).
    ///
    /// # Errors
    /// What `keep` says; [`Error::Vault`]; [`Error::Random`].
    pub fn finalise_erasure(
        &self,
        keyset: &mut Keyset,
        keep: Keep<'_>,
        keep_days: Option<u32>,
    ) -> Result<String, Error> {
        let day = self.day();
        let until = keep_days.map(|days| day.saturating_add(Day::from(days)));
        let moved = self.pool.change(|step| -> Result<_, Error> {
            let keys = Keys::open(&step, keyset)?;
            let old = current_epoch(&step)?;
            // One that is newer was added by a call that did not come to its end.
            let newer = keyset.epochs(keys.vault).into_iter().max().filter(|newest| *newest > old);
            let new = newer.map_or_else(|| keyset.add_epoch(keys.vault), Ok)?;
            keep(keyset)?;
            let from = keyset.epoch(keys.vault, old).ok_or(MISSING_KEY)?;
            let to = keyset.epoch(keys.vault, new).ok_or(MISSING_KEY)?;
            let subjects = rewrap(&step, keys.vault, &from, &to)?;
            step.execute(
                "UPDATE epochs SET ended = ?2, kept_until = ?3 WHERE ended IS NULL AND number < ?1",
                params![new, day, until],
            )
            .told()?;
            step.execute("INSERT INTO epochs (number) VALUES (?1)", [new]).told()?;
            set_meta(&step, "epoch", &new)?;
            let keys = Keys::open(&step, keyset)?;
            step.commit().told()?;
            // Before the next one may write: it has to know the new epoch.
            self.known.put(keys);
            Ok((old, new, subjects))
        })?;
        let (old, new, subjects) = moved;
        let emptied = self.pool.empty_log().unwrap_or(false);
        let destroyed = self.destroy(keyset, keep)?;
        // Keys of earlier epochs may be kept for longer.
        let open_until: Option<Day> = self.pool.read(|state| {
            state.query_row("SELECT max(kept_until) FROM epochs", [], |row| row.get(0)).told()
        })?;
        let fields = json!({
            "from_epoch": old,
            "to_epoch": new,
            "subjects": subjects,
            "log_emptied": emptied,
            "destroyed_epochs": destroyed,
            "old_copies_open_until": open_until.map_or(Value::Null, |day| written(day).into()),
        });
        self.receipt(&self.known.now(), "finalise_erasure", fields)
    }

    /// Destroys the keys of epochs that are over and whose time is up; see `keep_days` of
    /// [`finalise_erasure`](SqliteVault::finalise_erasure). Where there are none, `keep` is not called. The answer is a
    /// receipt.
    ///
    /// # Errors
    /// As [`finalise_erasure`](SqliteVault::finalise_erasure).
    pub fn destroy_epochs(&self, keyset: &mut Keyset, keep: Keep<'_>) -> Result<String, Error> {
        let destroyed = self.destroy(keyset, keep)?;
        self.receipt(&self.known.now(), "destroy_epochs", json!({ "destroyed_epochs": destroyed }))
    }

    fn destroy(&self, keyset: &mut Keyset, keep: Keep<'_>) -> Result<Vec<u32>, Error> {
        let day = self.day();
        let destroyed = self.pool.change(|step| -> Result<_, Error> {
            // Fails where the keyset is older than the vault: then it must not be kept in the place of the newer one.
            let keys = Keys::open(&step, keyset)?;
            let current = current_epoch(&step)?;
            let over: Vec<u32> = {
                let sql =
                    "SELECT number FROM epochs WHERE ended IS NOT NULL AND coalesce(kept_until, 0) <= ?1";
                let mut statement = step.prepare(sql).told()?;
                let numbers = statement.query_map([day], |row| row.get(0)).told()?;
                numbers.map(Told::told).collect::<Result<_, _>>()?
            };
            let mut destroyed = Vec::new();
            let mut smaller = keyset.clone();
            for number in over.into_iter().filter(|number| *number < current) {
                if smaller.destroy_epoch(keys.vault, number)? {
                    destroyed.push(number);
                }
            }
            if !destroyed.is_empty() {
                keep(&smaller)?;
                *keyset = smaller;
            }
            step.execute(
                "DELETE FROM epochs WHERE ended IS NOT NULL AND coalesce(kept_until, 0) <= ?1",
                [day],
            )
            .told()?;
            step.commit().told()?;
            Ok(destroyed)
        })?;
        let keys = self.pool.read(|state| Keys::open(state, keyset))?;
        self.known.put(keys);
        Ok(destroyed)
    }
}

/// Wraps everything that is under one epoch key under another; says how many data keys there were.
fn rewrap(
    step: &Transaction<'_>,
    vault: VaultId,
    from: &EpochKey,
    to: &EpochKey,
) -> Result<usize, VaultError> {
    let rows: Vec<u8> = meta(step, "rows")?;
    set_meta(step, "rows", &resealed_rows(vault, from, to, &rows)?)?;
    for (subject, _, sealed) in marks::all(step)? {
        let sealed = marks::resealed(vault, from, to, &subject, &sealed)?;
        step.execute("UPDATE marks SET named = ?2 WHERE subject = ?1", params![subject.bytes(), sealed])
            .told()?;
    }
    let sql = "SELECT n, subject, wrapped FROM subjects WHERE n > ?1 ORDER BY n LIMIT ?2";
    let mut select = step.prepare(sql).told()?;
    let mut update = step.prepare("UPDATE subjects SET wrapped = ?2 WHERE n = ?1").told()?;
    let (mut last, mut count) = (i64::MIN, 0);
    loop {
        let rows = select.query_map(params![last, CHUNK], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, [u8; 32]>(1)?, row.get::<_, Vec<u8>>(2)?))
        });
        let chunk = rows.told()?.map(Told::told).collect::<Result<Vec<_>, _>>()?;
        if chunk.is_empty() {
            return Ok(count);
        }
        count += chunk.len();
        for (n, subject, wrapped) in chunk {
            // In a file that is damaged a walk may come round to where it was.
            if n <= last {
                return Err(CORRUPT);
            }
            last = n;
            let place = place_of_key(vault, &SubjectRef::new(subject));
            let key = Zeroizing::new(from.open(&place, &wrapped).ok_or(CORRUPT)?);
            let wrapped = to.seal(&place, &key).map_err(|_| NO_RANDOM)?;
            update.execute(params![n, wrapped]).told()?;
        }
    }
}

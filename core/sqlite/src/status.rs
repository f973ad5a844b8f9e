//! What an operator wants to know of a vault, and copies of it.
//!
//! Comes in: an open vault. Goes out: names and numbers as JSON, safe to log; a file.
use std::path::Path;

use rusqlite::Connection;
use serde_json::{Map, Value, json};
use wimple::Error;
use wimple::vault::VaultError;

use crate::day::written;
use crate::failure::Told;
use crate::file;
use crate::keys::current_epoch;
use crate::receipt::counted;
use crate::retention::counts;
use crate::vault::SqliteVault;

impl SqliteVault {
    /// What is in the vault, in numbers, as JSON: values by type and by key, subjects, marks, retention, epochs, bytes.
    ///
    /// ```json
    /// {"vault":"vt_…","schema":1,"epoch":2,"epochs_kept":{"1":"2026-12-25"},"bytes":4096,"subjects":7,"held":0,
    ///  "restricted":1,"values":{"total":9,"by_type":{"EMAIL_ADDRESS":9}},"by_key":{"3f9a1c07":9},
    ///  "kept_days":{"EMAIL_ADDRESS":365}}
    /// ```
    ///
    /// # Errors
    /// [`Error::Vault`] where the vault cannot answer.
    pub fn status(&self) -> Result<String, Error> {
        let kept_days = self.retention()?;
        let status = self.pool.read(|state| {
            let one = |sql: &str| state.query_row(sql, [], |row| row.get::<_, i64>(0)).told();
            Ok(json!({
                "vault": self.id(),
                "schema": one("PRAGMA user_version")?,
                "epoch": current_epoch(state)?,
                "epochs_kept": epochs(state)?,
                "bytes": self.pool.bytes(),
                "subjects": one("SELECT count(*) FROM subjects")?,
                "held": one("SELECT count(*) FROM marks WHERE held")?,
                "restricted": one("SELECT count(*) FROM marks WHERE restricted")?,
                "values": counted(&counts(state)?),
                "by_key": by_key(state)?,
                "kept_days": kept_days,
            }))
        })?;
        Ok(status.to_string())
    }

    /// Writes a copy of the vault, as it is at one moment, to a file that is not there yet. Others can work meanwhile. It
    /// opens with the keyset as it is now, until the epoch key it is under is destroyed.
    ///
    /// # Errors
    /// [`Error::Vault`] where there is a file already, or the copy cannot be written.
    pub fn backup(&self, to: impl AsRef<Path>) -> Result<(), Error> {
        let to = to.as_ref();
        let Some(name) = to.to_str() else {
            let problem = "is no Unicode text".to_owned();
            return Err(Error::InvalidArgument { what: "path", problem });
        };
        file::new_private(to)?;
        let copied =
            self.pool.writer(|connection| connection.execute("VACUUM INTO ?1", [name]).told().map(drop));
        if copied.is_err() {
            let _ = std::fs::remove_file(to);
        }
        Ok(copied?)
    }
}

/// Epochs that are over and whose keys are still kept, with the last day.
fn epochs(state: &Connection) -> Result<Map<String, Value>, VaultError> {
    let sql = "SELECT number, kept_until FROM epochs WHERE ended IS NOT NULL";
    let mut statement = state.prepare(sql).told()?;
    let rows = statement.query_map([], |row| Ok((row.get::<_, u32>(0)?, row.get::<_, Option<i64>>(1)?)));
    let each = |row: rusqlite::Result<(u32, Option<i64>)>| {
        let (number, until) = row.told()?;
        Ok((number.to_string(), until.map_or(Value::Null, |day| written(day).into())))
    };
    rows.told()?.map(each).collect()
}

/// How many values there are under each root key: none of them may be destroyed while there are.
fn by_key(state: &Connection) -> Result<Map<String, Value>, VaultError> {
    let mut statement = state.prepare("SELECT lower(hex(key)), count(*) FROM records GROUP BY key").told()?;
    let rows =
        statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?.into()))).told()?;
    rows.map(Told::told).collect()
}

//! How long values of a type are kept, and the sweeper that forgets older ones.
//!
//! Comes in: an entity type and days. Goes out: a receipt of what was forgotten.
use std::collections::BTreeMap;

use rusqlite::{Connection, params};
use serde_json::json;
use wimple::Error;
use wimple::vault::{VaultError, VaultErrorKind};

use crate::day::Day;
use crate::failure::{CORRUPT, Told, failed};
use crate::receipt::{Counts, counted};
use crate::vault::SqliteVault;

/// How many records one transaction forgets, so that others can write in between.
const CHUNK: usize = 1000;

impl SqliteVault {
    /// Sets how many days values of a type are kept, counted from the day they came; `None` for ever. It holds for what is
    /// kept already, at the next [`sweep`](SqliteVault::sweep), and for every process.
    ///
    /// # Errors
    /// [`Error::InvalidArgument`] where it is no name of an entity type; [`Error::Vault`].
    pub fn set_retention(&self, entity: &str, days: Option<u32>) -> Result<(), Error> {
        let named = (1..=64).contains(&entity.len())
            && entity.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_');
        if !named {
            let problem = "is no name of an entity type".to_owned();
            return Err(Error::InvalidArgument { what: "entity type", problem });
        }
        self.pool.write(|step| {
            let sql = "INSERT INTO types (name, kept_days) VALUES (?1, ?2) \
                       ON CONFLICT (name) DO UPDATE SET kept_days = ?2";
            step.execute(sql, params![entity, days]).told().map(drop)
        })?;
        Ok(())
    }

    /// The days that values are kept, of each type for which there is a limit.
    ///
    /// # Errors
    /// [`Error::Vault`] where the vault cannot answer.
    pub fn retention(&self) -> Result<BTreeMap<String, u32>, Error> {
        Ok(self.pool.read(|state| {
            let sql = "SELECT name, kept_days FROM types WHERE kept_days IS NOT NULL";
            let mut statement = state.prepare_cached(sql).told()?;
            let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).told()?;
            rows.map(Told::told).collect()
        })?)
    }

    /// Forgets every value that is older than its type is kept, but for those of subjects with a legal hold; and subjects of
    /// whom nothing is left. Run it once a day. The answer is a receipt.
    ///
    /// A value that has been kept for as many days as its type is kept is forgotten: kept for 30 days, one of 1 March is
    /// forgotten on the 31st.
    ///
    /// # Errors
    /// [`Error::Vault`] where the vault cannot forget; what was forgotten before stays so.
    pub fn sweep(&self) -> Result<String, Error> {
        let today = self.day();
        let mut swept = Counts::new();
        for (name, days) in self.retention()? {
            let last = today.saturating_sub(Day::from(days));
            loop {
                let gone = self.pool.write(|step| forget(step, &name, last))?;
                *swept.entry(name.clone()).or_default() += gone;
                if gone < CHUNK {
                    break;
                }
            }
        }
        let subjects = self.pool.write(|step| {
            // A subject of today may be in the midst of coming in. One that is written to meanwhile is taken in anew.
            let sql = "DELETE FROM subjects WHERE day < ?1 \
                       AND NOT EXISTS (SELECT 1 FROM records r WHERE r.subject = subjects.n)";
            step.execute(sql, [today]).told()
        })?;
        let emptied = self.pool.empty_log().unwrap_or(false);
        swept.retain(|_, count| *count > 0);
        let fields = json!({ "values": counted(&swept), "subjects": subjects, "log_emptied": emptied });
        self.receipt(&self.known.now(), "sweep", fields)
    }

    /// How many values of each type there are.
    ///
    /// # Errors
    /// [`Error::Vault`] where the vault cannot answer.
    pub fn counts(&self) -> Result<BTreeMap<String, usize>, Error> {
        Ok(self.pool.read(|state| counts(state))?)
    }
}

pub(crate) fn counts(state: &Connection) -> Result<Counts, VaultError> {
    let sql = "SELECT t.name, count(*) FROM records r JOIN types t ON t.n = r.type GROUP BY r.type";
    let mut statement = state.prepare_cached(sql).told()?;
    let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?))).told()?;
    let mut counts = Counts::new();
    for row in rows {
        let (name, count) = row.told()?;
        counts.insert(name, usize::try_from(count).map_err(|_| CORRUPT)?);
    }
    Ok(counts)
}

fn forget(step: &Connection, entity: &str, last: Day) -> Result<usize, VaultError> {
    let sql = "DELETE FROM records WHERE n IN (\
                 SELECT r.n FROM records r JOIN types t ON t.n = r.type JOIN subjects s ON s.n = r.subject \
                 LEFT JOIN marks m ON m.subject = s.subject \
                 WHERE t.name = ?1 AND r.day <= ?2 AND coalesce(m.held, 0) = 0 LIMIT ?3)";
    let most =
        i64::try_from(CHUNK).map_err(|_| failed(VaultErrorKind::Other, "the sweeper's step is too large"))?;
    step.prepare_cached(sql).told()?.execute(params![entity, last, most]).told()
}

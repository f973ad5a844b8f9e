//! Forgetting one subject: its data key, its values and what they are found by.
//!
//! Comes in: a tenant and a subject. Goes out: a receipt. What may be left in old copies of the file is the affair of
//! [`finalise_erasure`](SqliteVault::finalise_erasure).
use rusqlite::Connection;
use serde_json::json;
use wimple::Error;
use wimple::vault::{SubjectRef, VaultError, VaultErrorKind};

use crate::failure::{Told, failed};
use crate::keys::current_epoch;
use crate::marks::marked;
use crate::receipt::{Counts, counted, pseudonym};
use crate::row;
use crate::vault::SqliteVault;

const HELD: VaultError = failed(VaultErrorKind::Held, "a legal hold is on this subject");

impl SqliteVault {
    /// Erases a subject, under every key of the keyset that is not destroyed: its tokens open no more from now on, and
    /// nothing of it is left in the file and its log. The answer is a receipt: how many values of which type, which epoch
    /// they were under, and whether the log could be emptied at once (`log_emptied`; else the next call does that, or the
    /// last handle that is closed).
    ///
    /// Old copies of the file are reached by [`finalise_erasure`](SqliteVault::finalise_erasure). What was kept under a
    /// destroyed key cannot be found, and opens for nobody.
    ///
    /// # Errors
    /// [`VaultErrorKind::Held`] where a legal hold is on it; [`Error::Vault`] where the vault cannot forget. Then nothing is
    /// forgotten.
    pub fn erase(&self, tenant: &str, subject: &str) -> Result<String, Error> {
        let refs = self.refs(tenant, subject)?;
        let erased = self.erase_refs(&refs)?;
        // It is done already; a log that is in use is emptied later.
        let emptied = self.pool.empty_log().unwrap_or(false);
        let keys = self.known.now();
        let epoch = self.pool.read(|state| current_epoch(state))?;
        let fields = json!({
            "subject": pseudonym(&refs), "values": counted(&erased), "epoch": epoch, "log_emptied": emptied
        });
        self.receipt(&keys, "erase", fields)
    }

    /// The same by what the vault knows the subject by, in one step.
    pub(crate) fn erase_refs(&self, refs: &[SubjectRef]) -> Result<Counts, VaultError> {
        self.pool.write(|step| {
            if marked(step, refs)?.held {
                return Err(HELD);
            }
            let mut erased = Counts::new();
            for subject in refs {
                step.execute("DELETE FROM marks WHERE subject = ?1", [subject.bytes()]).told()?;
                let Some(n) = row::subject(step, subject)? else { continue };
                for (name, count) in counts_of(step, n)? {
                    *erased.entry(name).or_default() += count;
                }
                step.execute("DELETE FROM records WHERE subject = ?1", [n]).told()?;
                step.execute("DELETE FROM subjects WHERE n = ?1", [n]).told()?;
            }
            Ok(erased)
        })
    }
}

fn counts_of(connection: &Connection, subject: i64) -> Result<Vec<(String, usize)>, VaultError> {
    let sql = "SELECT t.name, count(*) FROM records r JOIN types t ON t.n = r.type WHERE r.subject = ?1 GROUP BY t.n";
    let mut statement = connection.prepare_cached(sql).told()?;
    let rows = statement.query_map([subject], |row| Ok((row.get(0)?, row.get::<_, u32>(1)? as usize)));
    rows.told()?.map(Told::told).collect()
}

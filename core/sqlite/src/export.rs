//! What is kept about one person, for that person, and corrected where it is wrong (GDPR, articles 15, 16 and 20).
//!
//! Comes in: a tenant and a subject. Goes out: JSON with values in clear, the one place where the vault gives them to
//! somebody who has no token of them.
use rusqlite::Transaction;
use serde_json::{Value, json};
use wimple::Error;
use wimple::vault::{Lookup, SubjectKeys, SubjectRef, TokenId, VaultError, VaultErrorKind};

use crate::day::written;
use crate::failure::{CORRUPT, Told, failed};
use crate::keys::{Keys, NO_RANDOM};
use crate::marks::marked;
use crate::receipt::pseudonym;
use crate::row::{self, Kept, Rows};
use crate::vault::{SqliteVault, ids_of};

const NOBODYS: Error =
    Error::Vault { problem: failed(VaultErrorKind::Other, "no value of this subject has that token or id") };
const CLOSED: Error =
    Error::Vault { problem: failed(VaultErrorKind::MissingKey, "the value's key is not enabled") };
const EMPTY: Error = Error::Vault { problem: failed(VaultErrorKind::Other, "there is no new value") };

impl SqliteVault {
    /// Everything that is kept about a subject, as JSON, restricted or not:
    ///
    /// ```json
    /// {"format":"wimple-export","version":1,"vault":"vt_…","day":"2026-11-25","held":false,"restricted":false,
    ///  "closed":0,"values":[{"id":"…","type":"EMAIL_ADDRESS","value":"bo@example.com","since":"2026-11-25"}]}
    /// ```
    ///
    /// Values are in the order of the days they were kept since, then of their ids. `closed` counts those whose key is
    /// disabled. Whoever has the answer has the values: it is the caller's to guard and to wipe.
    ///
    /// # Errors
    /// [`Error::Vault`] where the vault cannot answer, or what it holds is not what was kept.
    pub fn export(&self, tenant: &str, subject: &str) -> Result<String, Error> {
        let keys = self.known.now();
        let person = SubjectKeys::new(&keys.keyset, tenant, subject)?;
        let (mut values, mut closed) = (Vec::new(), 0usize);
        let found = self.renewing(|keys| self.pool.read(|state| records(state, keys, person.refs())))?;
        for (key, kept) in found.of {
            match person.open(&key, &kept.record)? {
                Some(value) => values.push((kept, value)),
                None => closed += 1,
            }
        }
        values.sort_by_key(|(kept, _)| (kept.day, kept.record.id()));
        let each = |(kept, value): &(Kept, wimple::vault::KeptValue)| {
            json!({
                "id": hex(kept.record.id()),
                "type": kept.record.entity(),
                "value": value.value(),
                "since": written(kept.day),
            })
        };
        let export = json!({
            "format": "wimple-export",
            "version": 1,
            "vault": self.id(),
            "day": written(self.day()),
            "held": found.marks.held,
            "restricted": found.marks.restricted,
            "closed": closed,
            "values": values.iter().map(each).collect::<Vec<Value>>(),
        });
        Ok(export.to_string())
    }

    /// Corrects a value: `which` is a token of it (`wimv_…`) or its id in an export. Its tokens restore to the new value from
    /// now on, and nothing of the old one is left in the file and its log. The answer is a receipt.
    ///
    /// # Errors
    /// [`Error::Vault`] where no value of this subject has that token or id, its key is not enabled, or the vault cannot
    /// keep it. Then it is as it was.
    pub fn rectify(&self, tenant: &str, subject: &str, which: &str, value: &str) -> Result<String, Error> {
        if value.is_empty() {
            return Err(EMPTY);
        }
        let id = TokenId::of_token(which).or_else(|| from_hex(which)).ok_or(NOBODYS)?;
        let keys = self.known.now();
        let person = SubjectKeys::new(&keys.keyset, tenant, subject)?;
        let mut nothing = [0; 32];
        getrandom::fill(&mut nothing).map_err(|_| NO_RANDOM)?;
        let entity = self.pool.change(|step| -> Result<String, Error> {
            let kept = Rows::by_id(&step, &keys)?.one(id.bytes())?;
            let kept = kept.filter(|kept| person.refs().contains(&kept.record.subject())).ok_or(NOBODYS)?;
            let of = kept.record.subject();
            let key = data_key(&step, &keys, &of)?;
            let new = person.rectified(&key, &kept.record, value)?.ok_or(CLOSED)?;
            row::replace(&step, &keys, &kept, &new, Lookup::new(nothing))?;
            step.commit().told()?;
            Ok(kept.record.entity().to_owned())
        })?;
        let emptied = self.pool.empty_log().unwrap_or(false);
        let fields = json!({
            "subject": pseudonym(person.refs()), "id": hex(id), "type": entity, "log_emptied": emptied
        });
        self.receipt(&keys, "rectify", fields)
    }
}

/// What is kept about a subject.
struct Found {
    marks: crate::marks::Marks,
    of: Vec<(wimple::vault::WrappedKey, Kept)>,
}

fn records(state: &Transaction<'_>, keys: &Keys, refs: &[SubjectRef]) -> Result<Found, VaultError> {
    let mut of = Vec::new();
    let mut rows = Rows::by_id(state, keys)?;
    for subject in refs {
        let ids = ids_of(state, subject, None, usize::MAX)?;
        if ids.is_empty() {
            continue;
        }
        let key = data_key(state, keys, subject)?;
        for id in ids {
            of.push((key.clone(), rows.one(id.bytes())?.ok_or(CORRUPT)?));
        }
    }
    Ok(Found { marks: marked(state, refs)?, of })
}

fn data_key(
    state: &Transaction<'_>,
    keys: &Keys,
    subject: &SubjectRef,
) -> Result<wimple::vault::WrappedKey, VaultError> {
    let mut statement = state.prepare_cached("SELECT wrapped FROM subjects WHERE subject = ?1").told()?;
    let wrapped: Vec<u8> = statement.query_row([subject.bytes()], |row| row.get(0)).told()?;
    keys.unwrap(state, subject, &wrapped)
}

fn hex(id: TokenId) -> String {
    id.bytes().iter().map(|byte| format!("{byte:02x}")).collect()
}

fn from_hex(text: &str) -> Option<TokenId> {
    let exact = text.len() == 24 && text.bytes().all(|b| b.is_ascii_hexdigit());
    let number = u128::from_str_radix(text, 16).ok().filter(|_| exact)?;
    let [_, _, _, _, id @ ..] = number.to_be_bytes();
    Some(TokenId::new(id))
}

//! Receipts: what was done to the vault, in names and numbers, with a MAC that only the keyset can make.
//!
//! Comes in: an action and its fields. Goes out: JSON. No value, tenant or name of a subject is in it.
use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use wimple::Error;
use wimple::vault::SubjectRef;

use crate::day::written;
use crate::keys::Keys;
use crate::vault::SqliteVault;

/// How many values of each type.
pub(crate) type Counts = BTreeMap<String, usize>;

impl SqliteVault {
    /// The receipt of an action, made with the primary key.
    pub(crate) fn receipt(&self, keys: &Keys, action: &str, fields: Value) -> Result<String, Error> {
        let mut receipt = Map::new();
        receipt.insert("format".into(), "wimple-receipt".into());
        receipt.insert("version".into(), 1.into());
        receipt.insert("action".into(), action.into());
        receipt.insert("vault".into(), self.id().into());
        receipt.insert("keyset".into(), keys.keyset.id().into());
        receipt.insert("day".into(), written(self.day()).into());
        if let Value::Object(fields) = fields {
            receipt.extend(fields);
        }
        keys.keyset.receipt(&Value::Object(receipt).to_string())
    }
}

/// The pseudonym of a subject in receipts: what the vault knows it by under the primary key.
pub(crate) fn pseudonym(refs: &[SubjectRef]) -> String {
    let first = refs.first().map(SubjectRef::bytes).into_iter().flatten();
    first.map(|byte| format!("{byte:02x}")).collect()
}

/// Counts as JSON, with their sum.
pub(crate) fn counted(counts: &Counts) -> Value {
    json!({ "total": counts.values().sum::<usize>(), "by_type": counts })
}

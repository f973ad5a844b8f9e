//! Receipts: a JSON object that says what was done, with a MAC that only the keyset can make.
//!
//! Comes in: the object. Goes out: the same with `kid` and `mac`; or whether a receipt is one of ours.
use base64ct::{Base64, Encoding};
use serde_json::{Map, Value};

use super::Keyset;
use super::key::{from_hex, hex, problem};
use crate::crypto::{Purpose, Scope, equal, mac};
use crate::error::{Error, KeysetProblem};

/// The longest receipt that is looked at, in bytes.
const LONGEST: usize = 1 << 20;

impl Keyset {
    /// Makes a receipt of a JSON object: the id of the primary key and a MAC are added (`kid`, `mac`).
    ///
    /// ```
    /// let keyset = wimple::Keyset::generate()?;
    /// let receipt = keyset.receipt(r#"{"action":"erase","values":3}"#)?;
    /// assert!(keyset.verify_receipt(&receipt)?);
    /// assert!(!keyset.verify_receipt(&receipt.replace("\"values\":3", "\"values\":2"))?);
    /// # Ok::<(), wimple::Error>(())
    /// ```
    ///
    /// The MAC is HMAC-SHA-256 over the object with its keys sorted and no white space, so that it outlives another
    /// writer. Numbers are to be whole.
    ///
    /// # Errors
    /// [`KeysetProblem::NotAReceipt`] where `object` is no JSON object, or has those fields already.
    pub fn receipt(&self, object: &str) -> Result<String, Error> {
        let mut fields = fields(object)?;
        if fields.contains_key("kid") || fields.contains_key("mac") {
            return Err(problem(KeysetProblem::NotAReceipt));
        }
        fields.insert("kid".into(), hex(self.primary()).into());
        let made = self.receipt_mac(self.primary(), &fields).ok_or(problem(KeysetProblem::UnknownKey))?;
        fields.insert("mac".into(), Base64::encode_string(&made).into());
        Ok(sorted(&Value::Object(fields)))
    }

    /// Whether a receipt is of this keyset and says what it said. White space and the order of fields do not matter.
    ///
    /// # Errors
    /// [`KeysetProblem::NotAReceipt`]; [`KeysetProblem::UnknownKey`] or [`KeysetProblem::KeyDestroyed`] where its key is
    /// not here to ask.
    pub fn verify_receipt(&self, receipt: &str) -> Result<bool, Error> {
        let mut fields = fields(receipt)?;
        let text = |value: Option<Value>| value.and_then(|value| value.as_str().map(str::to_owned));
        let said = text(fields.remove("mac")).and_then(|mac| Base64::decode_vec(&mac).ok());
        let id = fields.get("kid").and_then(Value::as_str).and_then(from_hex);
        let (Some(said), Some(id)) = (said, id) else { return Err(problem(KeysetProblem::NotAReceipt)) };
        let key = self.key(id).ok_or(problem(KeysetProblem::UnknownKey))?;
        let made = self.receipt_mac(key.id, &fields).ok_or(problem(KeysetProblem::KeyDestroyed))?;
        Ok(equal(&made, &said))
    }

    fn receipt_mac(&self, id: super::KeyId, fields: &Map<String, Value>) -> Option<[u8; 32]> {
        let scope = Scope { purpose: Purpose::Receipt, tenant: "", entity: "", canonical: 0 };
        let key = self.derive_closed::<32>(id, &scope)?;
        let text = sorted(&Value::Object(fields.clone()));
        Some(mac(&key, &[b"wimple receipt 1", text.as_bytes()]))
    }
}

fn fields(text: &str) -> Result<Map<String, Value>, Error> {
    let wrong = problem(KeysetProblem::NotAReceipt);
    if text.len() > LONGEST {
        return Err(wrong);
    }
    match serde_json::from_str(text) {
        Ok(Value::Object(fields)) => Ok(fields),
        _ => Err(wrong),
    }
}

/// JSON without white space, the keys of every object in the order of their bytes, whatever the parser kept. Its depth is
/// that of the parser: 128.
fn sorted(value: &Value) -> String {
    match value {
        Value::Object(fields) => {
            let mut fields: Vec<_> = fields.iter().collect();
            fields.sort_by_key(|(name, _)| name.as_bytes());
            let each = |(name, value): (&String, &Value)| {
                format!("{}:{}", Value::from(name.as_str()), sorted(value))
            };
            format!("{{{}}}", fields.into_iter().map(each).collect::<Vec<_>>().join(","))
        }
        Value::Array(list) => format!("[{}]", list.iter().map(sorted).collect::<Vec<_>>().join(",")),
        other => other.to_string(),
    }
}

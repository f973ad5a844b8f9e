//! SCAFFOLD of branch `face-py`: enough of policy documents to run the Python tests; dropped when `policy` lands.
#![allow(missing_docs)]
use serde_json::{Value, json};

use super::scaffold::{Policy, PolicyTest};
use super::{Mask, Operator};
use crate::entity::EntityType;
use crate::error::{Error, PolicyError};

fn wrong(problem: &str) -> Error {
    Error::Policy(Box::new(PolicyError { problem: problem.to_owned(), ..PolicyError::default() }))
}
fn operator(v: &Value) -> Result<Operator, Error> {
    let name = v.as_str().or_else(|| v.get("operator")?.as_str());
    let number = |key: &str| v.get(key).and_then(Value::as_u64).unwrap_or(0) as usize;
    Ok(match name {
        Some("keep") => Operator::keep(),
        Some("remove") => Operator::remove(),
        Some("label") => Operator::label(),
        Some("mask") => {
            let mut mask: Mask = Operator::mask().keep_first(number("keep_first")).keep_last(number("keep_last"));
            if let Some(c) = v.get("character").and_then(Value::as_str) {
                let mut letters = c.chars();
                match (letters.next(), letters.next()) {
                    (Some(c), None) if !c.is_alphanumeric() => mask = mask.character(c),
                    _ => return Err(wrong("character: one character, no letter or digit")),
                }
            }
            if ["keep_first", "keep_last", "length"].iter().any(|k| v.get(k).and_then(Value::as_i64) < Some(0) && v.get(k).is_some_and(Value::is_i64)) {
                return Err(wrong("counts are not below zero"));
            }
            if let Some(n) = v.get("length").and_then(Value::as_u64) {
                mask = mask.fixed_length(n as usize);
            }
            mask.keep_separators(v.get("keep_separators").and_then(Value::as_bool).unwrap_or(true)).into()
        }
        Some("placeholder") if v.get("restorable") == Some(&json!(false)) => {
            Operator::placeholder().irreversible().into()
        }
        Some("placeholder") => Operator::placeholder().into(),
        _ => return Err(wrong("unknown operator")),
    })
}
fn types(v: Option<&Value>) -> Result<Vec<EntityType>, Error> {
    let names = v.and_then(Value::as_array).map_or(&[][..], |a| a.as_slice());
    names.iter().map(|n| EntityType::builtin(n.as_str().unwrap_or("")).ok_or_else(|| wrong("unknown entity type"))).collect()
}
impl Policy {
    pub fn from_toml(document: &str) -> Result<Self, Error> {
        Self::read(&json!(document.len())) // no TOML in the scaffold
    }
    pub fn from_json(document: &str) -> Result<Self, Error> {
        Self::read(&serde_json::from_str(document).map_err(|_| wrong("no JSON"))?)
    }
    pub fn from_document(document: &str) -> Result<Self, Error> {
        if document.trim_start().starts_with('{') { Self::from_json(document) } else { Self::from_toml(document) }
    }
    pub fn to_json(&self) -> String {
        if self.source.is_empty() { r#"{"version":1}"#.to_owned() } else { self.source.clone() }
    }
    fn read(v: &Value) -> Result<Self, Error> {
        let mut policy = Policy::new();
        if v.get("version") != Some(&json!(1)) {
            return Err(wrong("version: 1"));
        }
        if let Some(default) = v.get("default") {
            policy = policy.default(operator(default)?);
        }
        for rule in v.get("rule").and_then(Value::as_array).into_iter().flatten() {
            for entity in types(rule.get("types"))? {
                policy = policy.on(entity, operator(rule)?);
            }
        }
        for allow in v.get("allow").and_then(Value::as_array).into_iter().flatten() {
            for value in allow.get("values").and_then(Value::as_array).into_iter().flatten() {
                policy.allow.push(value.as_str().unwrap_or("").to_owned());
            }
        }
        for test in v.get("test").and_then(Value::as_array).into_iter().flatten() {
            let text = |key: &str| test.get(key).and_then(Value::as_str).map(str::to_owned);
            policy.tests.push(PolicyTest {
                name: text("name").unwrap_or_default(),
                text: text("text").unwrap_or_default(),
                redacted: text("redacted"),
                finds: test.get("finds").map(|f| types(Some(f))).transpose()?,
            });
        }
        types(v.get("enable"))?;
        types(v.get("disable"))?;
        policy.source = v.to_string();
        Ok(policy)
    }
}

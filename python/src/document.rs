//! Arguments of `Policy(...)` come in; the policy document that says the same goes out.
//!
//! So that there is one reader of policies, the core's, and one set of words for what is wrong with them.
use pyo3::prelude::*;
use pyo3::types::{PyMapping, PyString};
use serde_json::{Map, Value, json};

use crate::errors;
use crate::operator::Operator;

/// A list of strings; a lone string is refused, since its letters are never what was meant.
pub(crate) fn names(py: Python<'_>, what: &str, given: &Bound<'_, PyAny>) -> PyResult<Vec<String>> {
    if given.is_instance_of::<PyString>() {
        return Err(errors::argument(py, &format!("{what}: a list of strings, not one string")));
    }
    given.try_iter()?.map(|name| crate::text::utf8(name?.cast::<PyString>()?).map(str::to_owned)).collect()
}

/// One rule a key, in the order given. A key is an entity type, or a category where it is the name of one.
pub(crate) fn rules(given: &Bound<'_, PyMapping>) -> PyResult<Vec<Value>> {
    let mut rules = Vec::new();
    for item in given.items()?.iter() {
        let (key, operator): (Bound<'_, PyString>, Bound<'_, Operator>) = item.extract()?;
        let key = crate::text::utf8(&key)?;
        let by = if wimple::Category::from_name(key).is_some() { "categories" } else { "types" };
        let mut rule = operator.get().table().clone();
        rule.insert(by.to_owned(), json!([key]));
        rules.push(Value::from(rule));
    }
    Ok(rules)
}

/// One template a name; the value is a shape in the catalogue's notation.
pub(crate) fn templates(given: &Bound<'_, PyMapping>) -> PyResult<Vec<Value>> {
    let mut templates = Vec::new();
    for item in given.items()?.iter() {
        let (name, shape): (String, String) = item.extract()?;
        templates.push(json!({ "name": name, "shape": shape }));
    }
    Ok(templates)
}

/// The core's policy of a document made here.
pub(crate) fn read(py: Python<'_>, keys: Map<String, Value>) -> PyResult<wimple::Policy> {
    let document = format!("{:#}", Value::from(keys));
    wimple::Policy::from_json(&document).map_err(|e| errors::raise_built(py, &e, &document))
}

//! Arguments of the operator functions come in; operators that the core has accepted go out.
use pyo3::prelude::*;
use pyo3::types::PyString;
use serde_json::{Map, Value, json};
use wimple::Generalization;

use crate::document;
use crate::errors;
use crate::finding::hashed;
use crate::result::parsed;
use crate::text::utf8;

/// What is done to a finding. Made by `keep`, `remove`, `label`, `mask`, `partial`, `hash`, `generalize`, `placeholder`,
/// `tokenize`, `encrypt`, `fpe`, `pseudonym`, `shift_date` and `custom`.
#[pyclass(module = "wimple", frozen)]
#[derive(Clone, PartialEq)]
pub(crate) struct Operator {
    /// The keys of a policy document: `operator` and the settings that were given.
    table: Map<String, Value>,
}

impl Operator {
    /// The core says now, not when a policy is made of it, what it does not take.
    fn checked(py: Python<'_>, name: &str, settings: Map<String, Value>) -> PyResult<Self> {
        let mut table = Map::new();
        table.insert("operator".to_owned(), name.into());
        table.extend(settings);
        let mut document = Map::new();
        document.insert("version".to_owned(), 1.into());
        // Some need a type to be read with; which they are applied to in the end is the policy's to say.
        let on = match name {
            "generalize" => {
                let mut dated = table.clone();
                kind_is_known(py, dated.remove("kind").as_ref())?;
                Some(json!({ "DATE_OF_BIRTH": dated }))
            }
            "shift_date" => Some(json!({ "DATE_OF_BIRTH": table })),
            "fpe" => Some(json!({ "US_SSN": table })),
            _ => None,
        };
        match on {
            Some(on) => document.insert("on".to_owned(), on),
            None => document.insert("default".to_owned(), table.clone().into()),
        };
        document::read(py, document)?;
        Ok(Operator { table })
    }

    pub(crate) fn table(&self) -> &Map<String, Value> {
        &self.table
    }

    fn settings(&self) -> impl Iterator<Item = (&String, &Value)> {
        self.table.iter().filter(|(key, _)| *key != "operator")
    }
}

/// Whether the core knows values of this kind.
fn kind_is_known(py: Python<'_>, kind: Option<&Value>) -> PyResult<()> {
    let known = || Generalization::ALL.iter().map(|kind| kind.name());
    if kind.is_none_or(|kind| known().any(|name| kind == name)) {
        return Ok(());
    }
    let known: Vec<&str> = known().collect();
    Err(errors::argument(py, &format!("kind: one of {}", known.join(", "))))
}

#[pymethods]
impl Operator {
    #[new]
    #[pyo3(signature = (name, settings=None))]
    fn new(
        py: Python<'_>,
        name: &Bound<'_, PyString>,
        settings: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        let settings: String = match settings {
            Some(settings) => py.import("json")?.call_method1("dumps", (settings,))?.extract()?,
            None => "{}".to_owned(),
        };
        match serde_json::from_str::<Value>(&settings) {
            Ok(Value::Object(settings)) => Operator::checked(py, utf8(name)?, settings),
            _ => Err(errors::argument(py, "settings: a mapping from setting to value")),
        }
    }

    /// The name used in policies and reports.
    #[getter]
    fn name(&self) -> &str {
        self.table.get("operator").and_then(Value::as_str).unwrap_or_default()
    }

    fn __getnewargs__<'py>(&self, py: Python<'py>) -> PyResult<(&str, Bound<'py, PyAny>)> {
        let settings: Map<String, Value> = self.settings().map(|(k, v)| (k.clone(), v.clone())).collect();
        Ok((self.name(), parsed(py, &Value::from(settings).to_string())?))
    }

    fn __eq__(&self, other: &Bound<'_, Operator>) -> bool {
        self.table == other.get().table
    }

    fn __hash__(&self) -> u64 {
        hashed(&Value::from(self.table.clone()).to_string())
    }

    fn __repr__(&self) -> String {
        let settings: Vec<String> = self
            .settings()
            .map(|(key, value)| match value {
                Value::Bool(true) => format!("{key}=True"),
                Value::Bool(false) => format!("{key}=False"),
                value => format!("{key}={value}"),
            })
            .collect();
        format!("{}({})", self.name(), settings.join(", "))
    }
}

/// The value stays; the finding is reported.
#[pyfunction]
pub(crate) fn keep(py: Python<'_>) -> PyResult<Operator> {
    Operator::checked(py, "keep", Map::new())
}

/// The value is deleted.
#[pyfunction]
pub(crate) fn remove(py: Python<'_>) -> PyResult<Operator> {
    Operator::checked(py, "remove", Map::new())
}

/// The value becomes its type in brackets: `[EMAIL_ADDRESS]`.
#[pyfunction]
pub(crate) fn label(py: Python<'_>) -> PyResult<Operator> {
    Operator::checked(py, "label", Map::new())
}

/// Characters are covered. Counts are what a reader sees as one character. At least half of a value, and never less
/// than four characters of it, is covered, so that a mask never returns its input.
///
/// `length=None` leaves the value as long as it is; a number gives that many mask characters whatever it was.
#[pyfunction]
#[pyo3(signature = (keep_first=0, keep_last=0, character="*", keep_separators=true, length=None))]
pub(crate) fn mask(
    py: Python<'_>,
    keep_first: i64,
    keep_last: i64,
    character: &str,
    keep_separators: bool,
    length: Option<i64>,
) -> PyResult<Operator> {
    let mut settings = Map::new();
    // What is as it is without saying stays unsaid, so that equal masks are equal operators.
    let mut say = |key: &str, value: Value, unsaid: Value| {
        if value != unsaid {
            settings.insert(key.to_owned(), value);
        }
    };
    say("keep_first", keep_first.into(), 0.into());
    say("keep_last", keep_last.into(), 0.into());
    say("character", character.into(), "*".into());
    say("keep_separators", keep_separators.into(), true.into());
    say("length", length.map_or("same".into(), Value::from), "same".into());
    Operator::checked(py, "mask", settings)
}

/// What is harmless of the value is shown, by its type: `j****@e****.com`, the last four digits of a card. Types of which
/// nothing is harmless become their label. `roles` names who sees a wider view; see the `role` of `Engine.redact`.
#[pyfunction]
#[pyo3(signature = (roles=None))]
pub(crate) fn partial(py: Python<'_>, roles: Option<&Bound<'_, PyAny>>) -> PyResult<Operator> {
    let mut settings = Map::new();
    let roles = roles.map_or(Ok(Vec::new()), |roles| document::names(py, "roles", roles))?;
    if !roles.is_empty() {
        settings.insert("roles".to_owned(), roles.into());
    }
    Operator::checked(py, "partial", settings)
}

/// The value becomes its type and a keyed hash: `[EMAIL_ADDRESS:5f3a…]`, the same for the same value. The key is an
/// argument of `Engine`.
#[pyfunction]
pub(crate) fn hash(py: Python<'_>) -> PyResult<Operator> {
    Operator::checked(py, "hash", Map::new())
}

/// The value becomes less exact: dates their year (or, `to="month"`, their month), ages a band of `width` years, postal
/// codes their prefix, IP addresses their network, coordinates `decimals` decimals. `kind` says what values of types of
/// your own are.
#[pyfunction]
#[pyo3(signature = (to="year", width=10, decimals=1, kind=None))]
pub(crate) fn generalize(
    py: Python<'_>,
    to: &str,
    width: i64,
    decimals: i64,
    kind: Option<&str>,
) -> PyResult<Operator> {
    let mut settings = Map::new();
    let mut say = |key: &str, value: Value, unsaid: Value| {
        if value != unsaid {
            settings.insert(key.to_owned(), value);
        }
    };
    say("to", to.into(), "year".into());
    say("width", width.into(), 10.into());
    say("decimals", decimals.into(), 1.into());
    say("kind", kind.map_or(Value::Null, Value::from), Value::Null);
    Operator::checked(py, "generalize", settings)
}

/// The value becomes a token that the keys of `Engine` open again, the same for the same value. `form` is `"exact"` (the
/// value comes back as it was written) or `"canonical"` (one token for all spellings of a value).
#[pyfunction]
#[pyo3(signature = (form="exact"))]
pub(crate) fn tokenize(py: Python<'_>, form: &str) -> PyResult<Operator> {
    let mut settings = Map::new();
    if form != "exact" {
        settings.insert("form".to_owned(), form.into());
    }
    Operator::checked(py, "tokenize", settings)
}

/// The value becomes a token that the keys of `Engine` open again, another one each time.
#[pyfunction]
pub(crate) fn encrypt(py: Python<'_>) -> PyResult<Operator> {
    Operator::checked(py, "encrypt", Map::new())
}

/// The number becomes another number of as many digits, which the keys of `Engine` turn back. A card becomes one that no
/// card has, any other number one between marks: `{wimf_us_ssn:…:…}`. `keep_first` and `keep_last` digits stay.
#[pyfunction]
#[pyo3(signature = (keep_first=0, keep_last=0))]
pub(crate) fn fpe(py: Python<'_>, keep_first: i64, keep_last: i64) -> PyResult<Operator> {
    let mut settings = Map::new();
    for (key, digits) in [("keep_first", keep_first), ("keep_last", keep_last)] {
        if digits != 0 {
            settings.insert(key.to_owned(), digits.into());
        }
    }
    Operator::checked(py, "fpe", settings)
}

/// The value becomes another of its kind that nobody has, the same for the same value under the keys of `Engine`: a name
/// from a list, an address at example.com, a number that was never issued. It cannot be turned back.
#[pyfunction]
pub(crate) fn pseudonym(py: Python<'_>) -> PyResult<Operator> {
    Operator::checked(py, "pseudonym", Map::new())
}

/// The date becomes another, as far away for all dates of one `subject` (see `Engine.redact`): by `least` to `most` days,
/// forwards or backwards. `keep_weekday` shifts by whole weeks.
#[pyfunction]
#[pyo3(signature = (least=1, most=365, keep_weekday=false))]
pub(crate) fn shift_date(py: Python<'_>, least: i64, most: i64, keep_weekday: bool) -> PyResult<Operator> {
    let mut settings = Map::new();
    let mut say = |key: &str, value: Value, unsaid: Value| {
        if value != unsaid {
            settings.insert(key.to_owned(), value);
        }
    };
    say("least", least.into(), 1.into());
    say("most", most.into(), 365.into());
    say("keep_weekday", keep_weekday.into(), false.into());
    Operator::checked(py, "shift_date", settings)
}

/// The value becomes what a callable answers: the one that `Engine` was given under this name.
#[pyfunction]
pub(crate) fn custom(py: Python<'_>, callback: &Bound<'_, PyString>) -> PyResult<Operator> {
    let mut settings = Map::new();
    settings.insert("callback".to_owned(), utf8(callback)?.into());
    Operator::checked(py, "custom", settings)
}

/// The value becomes a numbered stand-in, the same number for the same value in one session: `[PERSON_1.k7q]`, which
/// the session can open again, or, where `restorable` is false, `[PERSON_1]`, which nobody can.
#[pyfunction]
#[pyo3(signature = (restorable=true))]
pub(crate) fn placeholder(py: Python<'_>, restorable: bool) -> PyResult<Operator> {
    let mut settings = Map::new();
    if !restorable {
        settings.insert("restorable".to_owned(), false.into());
    }
    Operator::checked(py, "placeholder", settings)
}

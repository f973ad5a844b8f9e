//! Answers of the core come in; frozen objects go out that hold texts and never show them in `repr`.
use std::collections::BTreeMap;

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyString, PyTuple};
use serde_json::Value;
use wimple::{Span, Units};

use crate::finding::Finding;

/// `json.loads`.
pub(crate) fn parsed<'py>(py: Python<'py>, json: &str) -> PyResult<Bound<'py, PyAny>> {
    static LOADS: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    LOADS.import(py, "json", "loads")?.call1((json,))
}

/// A text with the policy applied to it, what was found, and what was done.
#[pyclass(module = "wimple", frozen)]
pub(crate) struct Redacted {
    text: Py<PyString>,
    findings: Vec<Finding>,
    shown: PyOnceLock<Py<PyTuple>>,
    report: Report,
    /// Names of earlier turns, and what they became.
    revisions: Vec<(String, String)>,
}

/// As the core wrote it, or as it was pickled.
enum Report {
    Core(wimple::Report),
    Json(String),
}

impl Report {
    fn json(&self) -> String {
        match self {
            Report::Core(report) => report.to_json(),
            Report::Json(json) => json.clone(),
        }
    }
}

/// What can be taken from the core without the interpreter: the answer, and its findings in code points.
pub(crate) struct Answer {
    redacted: wimple::Redacted,
    findings: Vec<Finding>,
}

impl Answer {
    pub(crate) fn new(text: &str, redacted: wimple::Redacted) -> Self {
        let findings = Finding::all(text, redacted.findings());
        Answer { redacted, findings }
    }

    pub(crate) fn redacted(&self) -> &wimple::Redacted {
        &self.redacted
    }
}

impl Redacted {
    pub(crate) fn of(py: Python<'_>, answer: Answer) -> Self {
        let report = answer.redacted.report().clone();
        let revisions = answer.redacted.revisions().iter();
        let revisions =
            revisions.map(|revision| (revision.turn().to_owned(), revision.redacted().text().to_owned()));
        Redacted {
            revisions: revisions.collect(),
            text: PyString::new(py, answer.redacted.text()).unbind(),
            findings: answer.findings,
            shown: PyOnceLock::new(),
            report: Report::Core(report),
        }
    }
}

#[pymethods]
impl Redacted {
    #[new]
    #[pyo3(signature = (text, findings, report, revisions=None))]
    fn new(
        text: Py<PyString>,
        findings: Vec<Bound<'_, Finding>>,
        report: &Bound<'_, PyAny>,
        revisions: Option<&Bound<'_, PyDict>>,
    ) -> PyResult<Self> {
        let json: String = match report.cast::<PyString>() {
            Ok(json) => json.to_str()?.to_owned(),
            Err(_) => report.py().import("json")?.call_method1("dumps", (report,))?.extract()?,
        };
        let findings = findings.iter().map(|finding| finding.get().clone()).collect();
        let revisions = revisions.into_iter().flatten();
        let revisions = revisions.map(|(turn, text)| Ok((turn.extract()?, text.extract()?)));
        let revisions = revisions.collect::<PyResult<Vec<_>>>()?;
        Ok(Redacted { text, findings, shown: PyOnceLock::new(), report: Report::Json(json), revisions })
    }

    /// The text that came out.
    #[getter]
    fn text(&self, py: Python<'_>) -> Py<PyString> {
        self.text.clone_ref(py)
    }

    /// What was found, in order; offsets are indexes of the text that went in.
    #[getter]
    fn findings(&self, py: Python<'_>) -> PyResult<Py<PyTuple>> {
        let made = || PyTuple::new(py, self.findings.iter().cloned()).map(Bound::unbind);
        Ok(self.shown.get_or_try_init(py, made)?.clone_ref(py))
    }

    /// What was found and done, in numbers and names: safe to log.
    #[getter]
    fn report<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        parsed(py, &self.report.json())
    }

    /// Earlier turns of the session that this one shows in another light: by `turn`, the text to show instead.
    #[getter]
    fn revisions<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let revisions = PyDict::new(py);
        self.revisions.iter().try_for_each(|(turn, text)| revisions.set_item(turn, text))?;
        Ok(revisions)
    }

    #[expect(clippy::type_complexity, reason = "the arguments of the constructor")]
    fn __getnewargs__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<(Py<PyString>, Py<PyTuple>, String, Bound<'py, PyDict>)> {
        Ok((self.text(py), self.findings(py)?, self.report.json(), self.revisions(py)?))
    }

    fn __eq__(&self, py: Python<'_>, other: &Bound<'_, Redacted>) -> PyResult<bool> {
        let other = other.get();
        Ok(self.findings == other.findings
            && self.revisions == other.revisions
            && self.text.bind(py).as_any().eq(other.text.bind(py))?
            && self.report(py)?.eq(other.report(py)?)?)
    }

    fn __hash__(&self) -> u64 {
        crate::finding::hashed(&self.findings)
    }

    fn __repr__(&self) -> String {
        let mut counts = BTreeMap::<&str, usize>::new();
        for finding in &self.findings {
            *counts.entry(finding.name()).or_default() += 1;
        }
        let counts: Vec<String> = counts.iter().map(|(name, n)| format!("{name}: {n}")).collect();
        format!(
            "Redacted({})",
            if counts.is_empty() { "nothing found".to_owned() } else { counts.join(", ") }
        )
    }
}

/// A text with the values of a session's placeholders put back.
#[pyclass(module = "wimple", frozen)]
pub(crate) struct Restored {
    text: Py<PyString>,
    report: String,
}

impl Restored {
    pub(crate) fn of(py: Python<'_>, restored: &wimple::Restored) -> Self {
        Restored { text: PyString::new(py, restored.text()).unbind(), report: restored.report().to_json() }
    }
}

#[pymethods]
impl Restored {
    /// The text that came out.
    #[getter]
    fn text(&self, py: Python<'_>) -> Py<PyString> {
        self.text.clone_ref(py)
    }

    /// What was met on the way, in numbers: safe to log.
    #[getter]
    fn report<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        parsed(py, &self.report)
    }

    fn __repr__(&self) -> String {
        format!("Restored({})", self.report)
    }
}

/// Why something was found, and why something else was not. Holds types, places and reasons, never the text.
#[pyclass(module = "wimple", frozen)]
pub(crate) struct Explanation {
    text: String,
    json: String,
}

impl Explanation {
    /// Needs no interpreter.
    pub(crate) fn of(text: &str, explanation: &wimple::Explanation) -> Self {
        let json = explanation.to_json();
        Explanation {
            text: explanation.to_text(),
            json: if text.is_ascii() { json } else { moved(text, &json) },
        }
    }
}

#[pymethods]
impl Explanation {
    /// One paragraph a finding, then one line a candidate that was not kept. Offsets are bytes of UTF-8.
    #[getter]
    fn text(&self) -> &str {
        &self.text
    }

    /// The same as an object with `catalog`, `findings` and `dropped`. Offsets are indexes of the text.
    fn json<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        parsed(py, &self.json)
    }

    fn __str__(&self) -> &str {
        &self.text
    }

    fn __repr__(&self) -> &'static str {
        "Explanation(...)"
    }
}

/// The core's JSON with byte offsets turned into code points.
fn moved(text: &str, json: &str) -> String {
    let Ok(mut whole) = serde_json::from_str::<Value>(json) else { return json.to_owned() };
    for list in ["findings", "dropped"] {
        let Some(items) = whole.get_mut(list).and_then(Value::as_array_mut) else { continue };
        let at = |item: &Value, key| {
            item.get(key).and_then(Value::as_u64).and_then(|n| usize::try_from(n).ok()).unwrap_or(0)
        };
        let spans: Vec<Span> = items.iter().map(|i| Span::new(at(i, "start"), at(i, "end"))).collect();
        for (item, (start, end)) in items.iter_mut().zip(Units::CodePoints.convert(text, &spans)) {
            if let Some(item) = item.as_object_mut() {
                item.insert("start".to_owned(), start.into());
                item.insert("end".to_owned(), end.into());
            }
        }
    }
    whole.to_string()
}

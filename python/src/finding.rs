//! Findings of the core come in with the text they belong to; frozen objects with `str` indexes go out.
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use pyo3::prelude::*;
use pyo3::types::{PyString, PyTuple};
use wimple::{Span, Units};

use crate::errors;

/// Why a finding was believed: names and verdicts, never the value.
#[pyclass(module = "wimple", frozen)]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Evidence {
    recognizer: String,
    check: String,
    context: String,
    claimed: bool,
    specimen: bool,
    alternatives: Vec<String>,
    twin: Option<String>,
    folding: String,
}

impl Evidence {
    fn of(evidence: &wimple::Evidence) -> Self {
        Evidence {
            recognizer: evidence.recognizer().name().to_owned(),
            check: evidence.verdict().name().to_owned(),
            context: evidence.context().name().to_owned(),
            claimed: evidence.claimed(),
            specimen: evidence.specimen(),
            alternatives: evidence.alternatives().iter().map(|e| e.name().to_owned()).collect(),
            twin: evidence.twin().map(|e| e.name().to_owned()),
            folding: evidence.folding().name().to_owned(),
        }
    }
}

type EvidenceArgs<'py> =
    (&'py str, &'py str, &'py str, bool, bool, Bound<'py, PyTuple>, Option<&'py str>, &'py str);

#[pymethods]
impl Evidence {
    #[new]
    #[pyo3(signature = (recognizer, check="unknown", context="none", claimed=false, specimen=false, alternatives=Vec::new(), twin=None, folding="plain"))]
    #[expect(clippy::too_many_arguments, reason = "arguments of a Python constructor")]
    fn new(
        py: Python<'_>,
        recognizer: String,
        check: &str,
        context: &str,
        claimed: bool,
        specimen: bool,
        alternatives: Vec<String>,
        twin: Option<String>,
        folding: &str,
    ) -> PyResult<Self> {
        if !["valid", "invalid", "unknown"].contains(&check) {
            return Err(errors::argument(py, "check: valid, invalid or unknown"));
        }
        if !["none", "before", "after", "field", "cue", "question", "model", "earlier"].contains(&context) {
            return Err(errors::argument(
                py,
                "context: none, before, after, field, cue, question, model or earlier",
            ));
        }
        if !["plain", "signs", "written"].contains(&folding) {
            return Err(errors::argument(py, "folding: plain, signs or written"));
        }
        let (check, context, folding) = (check.to_owned(), context.to_owned(), folding.to_owned());
        Ok(Evidence { recognizer, check, context, claimed, specimen, alternatives, twin, folding })
    }

    /// What found it; for built-in recognizers the entity type.
    #[getter]
    fn recognizer(&self) -> &str {
        &self.recognizer
    }

    /// What the recognizer's check said: `valid`, `invalid` or `unknown`.
    #[getter]
    fn check(&self) -> &str {
        &self.check
    }

    /// What near the value spoke for its type: `none`, `before`, `after`, `field`, `cue`, `model` or `earlier`.
    #[getter]
    fn context(&self) -> &str {
        &self.context
    }

    /// The check failed, but the writer calls the value by this type's name.
    #[getter]
    fn claimed(&self) -> bool {
        self.claimed
    }

    /// A published test number or reserved value.
    #[getter]
    fn specimen(&self) -> bool {
        self.specimen
    }

    /// Other entity types the same text could be, best first.
    #[getter]
    fn alternatives<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, &self.alternatives)
    }

    /// The harmless thing that competed for the same text and lost.
    #[getter]
    fn twin(&self) -> Option<&str> {
        self.twin.as_deref()
    }

    /// How the value is written: `plain`, `signs` (other characters for the plain ones, or some that nobody sees) or
    /// `written` (in words or codes, spaced out, with letters for digits).
    #[getter]
    fn folding(&self) -> &str {
        &self.folding
    }

    fn __getnewargs__<'py>(&'py self, py: Python<'py>) -> PyResult<EvidenceArgs<'py>> {
        Ok((
            &self.recognizer,
            &self.check,
            &self.context,
            self.claimed,
            self.specimen,
            self.alternatives(py)?,
            self.twin(),
            self.folding(),
        ))
    }

    fn __eq__(&self, other: &Bound<'_, Evidence>) -> bool {
        self == other.get()
    }

    fn __hash__(&self) -> u64 {
        hashed(self)
    }

    fn __repr__(&self) -> String {
        let mut said =
            format!("Evidence({}, check {}, context {}", self.recognizer, self.check, self.context);
        for (flag, name) in [(self.claimed, "claimed"), (self.specimen, "specimen")] {
            if flag {
                said.push_str(", ");
                said.push_str(name);
            }
        }
        said + ")"
    }
}

/// One place believed to hold sensitive data: where and why, never the value.
///
/// `text[finding.start:finding.end]` is the value.
#[pyclass(module = "wimple", frozen)]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Finding {
    entity_type: String,
    category: String,
    start: usize,
    end: usize,
    percent: u8,
    evidence: Evidence,
}

impl Finding {
    /// The findings of `text`, with offsets in code points. Needs no interpreter.
    pub(crate) fn all(text: &str, findings: &[wimple::Finding]) -> Vec<Finding> {
        if findings.is_empty() {
            return Vec::new();
        }
        let spans: Vec<Span> = findings.iter().map(wimple::Finding::span).collect();
        Finding::placed(findings, Units::CodePoints.convert(text, &spans))
    }

    /// The findings at their places in code points.
    pub(crate) fn placed(findings: &[wimple::Finding], places: Vec<(usize, usize)>) -> Vec<Finding> {
        findings
            .iter()
            .zip(places)
            .map(|(finding, (start, end))| Finding {
                entity_type: finding.entity_type().name().to_owned(),
                category: finding.category().name().to_owned(),
                start,
                end,
                percent: finding.score().percent(),
                evidence: Evidence::of(finding.evidence()),
            })
            .collect()
    }

    pub(crate) fn name(&self) -> &str {
        &self.entity_type
    }
}

#[pymethods]
impl Finding {
    #[new]
    #[pyo3(signature = (entity_type, category, start, end, score, evidence=None))]
    fn new(
        py: Python<'_>,
        entity_type: String,
        category: String,
        start: usize,
        end: usize,
        score: f64,
        evidence: Option<&Bound<'_, Evidence>>,
    ) -> PyResult<Self> {
        if wimple::Category::from_name(&category).is_none() {
            return Err(errors::argument(py, "category: one of the categories of entities()"));
        }
        if end < start {
            return Err(errors::argument(py, "end: not before start"));
        }
        if !(0.0..=1.0).contains(&score) {
            return Err(errors::argument(py, "score: from 0.0 to 1.0"));
        }
        let evidence = match evidence {
            Some(evidence) => evidence.get().clone(),
            None => Evidence::new(
                py,
                entity_type.clone(),
                "unknown",
                "none",
                false,
                false,
                Vec::new(),
                None,
                "plain",
            )?,
        };
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a score is 0 to 100 percent"
        )]
        let percent = (score * 100.0).round() as u8;
        Ok(Finding { entity_type, category, start, end, percent, evidence })
    }

    /// What kind of data it is, for example `EMAIL_ADDRESS`.
    #[getter]
    fn entity_type<'py>(&self, py: Python<'py>) -> Bound<'py, PyString> {
        PyString::intern(py, &self.entity_type)
    }

    /// The family of that kind, for example `contact`.
    #[getter]
    fn category<'py>(&self, py: Python<'py>) -> Bound<'py, PyString> {
        PyString::intern(py, &self.category)
    }

    /// Index of its first character.
    #[getter]
    fn start(&self) -> usize {
        self.start
    }

    /// Index after its last character.
    #[getter]
    fn end(&self) -> usize {
        self.end
    }

    /// How sure it is, 0.0 to 1.0.
    #[getter]
    fn score(&self) -> f64 {
        f64::from(self.percent) / 100.0
    }

    /// Why it was believed.
    #[getter]
    fn evidence(&self) -> Evidence {
        self.evidence.clone()
    }

    fn __getnewargs__(&self) -> (&str, &str, usize, usize, f64, Evidence) {
        (&self.entity_type, &self.category, self.start, self.end, self.score(), self.evidence.clone())
    }

    fn __eq__(&self, other: &Bound<'_, Finding>) -> bool {
        self == other.get()
    }

    fn __hash__(&self) -> u64 {
        hashed(self)
    }

    fn __repr__(&self) -> String {
        format!("Finding({}, {}:{}, {:.2})", self.entity_type, self.start, self.end, self.score())
    }
}

/// A hash of what `Hash` sees, for `__hash__` of the classes whose equality is not derived.
pub(crate) fn hashed(what: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    hasher.finish()
}

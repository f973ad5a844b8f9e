//! The catalogue for people: what each entity type is, as frozen objects.
use pyo3::prelude::*;
use pyo3::types::PyTuple;

/// What the catalogue says of one entity type.
#[pyclass(module = "wimple", frozen)]
pub(crate) struct EntityInfo {
    info: wimple::EntityInfo,
}

#[pymethods]
impl EntityInfo {
    /// The id, for example `EMAIL_ADDRESS`.
    #[getter]
    fn id(&self) -> &str {
        self.info.id()
    }

    /// What it is, in a few words.
    #[getter]
    fn title(&self) -> &str {
        self.info.title()
    }

    /// What it is and what it looks like, in a few sentences.
    #[getter]
    fn about(&self) -> &str {
        self.info.about()
    }

    /// What its check tests; empty where there is nothing to tell.
    #[getter]
    fn about_check(&self) -> &str {
        self.info.about_check()
    }

    /// Its family; `benign` are harmless things that look like data and are never reported.
    #[getter]
    fn category(&self) -> &str {
        self.info.category().name()
    }

    /// How much harm a leaked value does: `low`, `medium`, `high` or `critical`.
    #[getter]
    fn sensitivity(&self) -> &str {
        self.info.sensitivity().name()
    }

    /// Score before check and context, 0.0 to 1.0.
    #[getter]
    fn score(&self) -> f64 {
        f64::from(self.info.score().percent()) / 100.0
    }

    /// Whether it is looked for unless a policy says otherwise.
    #[getter]
    fn by_default(&self) -> bool {
        self.info.by_default()
    }

    /// Its form in the catalogue's notation; empty where a parser finds it.
    #[getter]
    fn shape(&self) -> &str {
        self.info.shape()
    }

    /// Whether a check tells right from wrong values.
    #[getter]
    fn has_check(&self) -> bool {
        self.info.has_check()
    }

    /// Words near a value that speak for it.
    #[getter]
    fn context<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.info.context())
    }

    /// Words near a value that speak for it only where its check holds, such as the name of its country.
    #[getter]
    fn hints<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.info.hints())
    }

    /// Phrases that lead to a value.
    #[getter]
    fn cues<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.info.cues())
    }

    /// Examples that are found.
    #[getter]
    fn finds<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.info.finds())
    }

    /// Examples that are not found, each with the reason.
    #[getter]
    fn skips<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.info.skips())
    }

    /// Where its definition comes from.
    #[getter]
    fn sources<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.info.sources())
    }

    /// All of it, as a page to read.
    fn to_text(&self) -> String {
        self.info.to_text()
    }

    /// All of it, as a JSON object.
    fn to_json(&self) -> String {
        self.info.to_json()
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (&str,))> {
        Ok((py.import("wimple._pickle")?.getattr("entity")?, (self.info.id(),)))
    }

    fn __eq__(&self, other: &Bound<'_, EntityInfo>) -> bool {
        self.info.id() == other.get().info.id()
    }

    fn __hash__(&self) -> u64 {
        crate::finding::hashed(&self.info.id())
    }

    fn __repr__(&self) -> String {
        format!("EntityInfo({})", self.info.id())
    }
}

/// Every entity type of the catalogue, in its order.
#[pyfunction]
pub(crate) fn entities() -> Vec<EntityInfo> {
    wimple::entities().map(|info| EntityInfo { info }).collect()
}

//! Texts come in; findings, redacted texts and explanations go out.
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyByteArray, PyBytes, PyDate, PyDict, PyMapping, PyString};
use wimple::{Input, Limits, Redacted as CoreRedacted, Secret};

use crate::callback;
use crate::errors;
use crate::finder::Callables;
use crate::finding::Finding;
use crate::keyset::{Keyset, TokenRecognizer};
use crate::policy::Policy;
use crate::reader;
use crate::result::{Answer, Explanation, Redacted, Restored};
use crate::session::{Session, options};
use crate::stream::{Collected, Redactor, Restorer, restorer_of};
use crate::text::{Hints, utf8, work};
use crate::token::{self, FoundToken, Retokenized};
use crate::vault;

/// Finds sensitive data and applies one policy to it. Immutable; threads may share one.
///
/// `policy` is a `Policy`, a policy document (TOML or JSON) or None for the default. `max_input` bounds one text in
/// bytes of UTF-8, `max_findings` what one text may give. `hash_key` is the key of the operator `hash`, 32 random bytes
/// or more. `custom` maps names to callables for the operator `custom`: each is given an entity type and a value and
/// answers with what shall stand there. `recognizers` maps entity types to callables that find them: `callable(text,
/// hints)` gives `(start, end)` or `(start, end, score)` for each place, in code points. Threads call them at the same
/// time; where one raises, the call fails with an `Error` of code 600. `models` are pairs of entity types and a callable
/// that reads whole texts: `callable(texts)` gives, for each text, `(type, start, end)` or `(type, start, end, score)` for
/// each place; `analyze_many` and `redact_many` call it once for all their texts. `vault` is where `tokenize` keeps values.
/// `keyset` has the keys of `tokenize`, `encrypt`, `fpe`, `pseudonym`, `shift_date` and `hash` and of sealed sessions, as
/// they are now; `token_recognizer` lets it know tokens that it cannot open.
#[pyclass(module = "wimple", frozen)]
pub(crate) struct Engine {
    inner: wimple::Engine,
    recognizers: Callables,
    max_input: Option<i64>,
    max_findings: Option<i64>,
    /// Holds keys, a vault, callables for `custom` or models, which do not go to other processes.
    bound: bool,
    /// Its vault waits for a disk and for other processes, so that every call that asks it lets go of the interpreter.
    waits: bool,
}

impl Engine {
    /// Needs no interpreter.
    pub(crate) fn redacted(&self, text: &str) -> Result<CoreRedacted, wimple::Error> {
        self.inner.redact(text)
    }

    /// How much work a text of that many bytes is, for [`work`].
    pub(crate) fn size(&self, bytes: usize) -> usize {
        if self.waits { usize::MAX } else { bytes }
    }
}

#[pymethods]
impl Engine {
    #[new]
    #[pyo3(signature = (policy=None, *, max_input=None, max_findings=None, hash_key=None, custom=None, recognizers=None, vault=None, keyset=None, token_recognizer=None, models=None))]
    #[expect(clippy::too_many_arguments, reason = "keyword arguments of Python, each a part of an engine")]
    fn new(
        py: Python<'_>,
        policy: Option<&Bound<'_, PyAny>>,
        max_input: Option<i64>,
        max_findings: Option<i64>,
        hash_key: Option<&Bound<'_, PyAny>>,
        custom: Option<&Bound<'_, PyMapping>>,
        recognizers: Option<&Bound<'_, PyMapping>>,
        vault: Option<&Bound<'_, PyAny>>,
        keyset: Option<&Bound<'_, Keyset>>,
        token_recognizer: Option<&Bound<'_, TokenRecognizer>>,
        models: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        let mut limits = Limits::default();
        if let Some(bytes) = bound(py, "max_input", max_input)? {
            limits = limits.max_input(bytes);
        }
        if let Some(count) = bound(py, "max_findings", max_findings)? {
            limits = limits.max_findings(count);
        }
        let recognizers = Callables::given(py, recognizers)?;
        let mut builder = recognizers.give(wimple::Engine::builder().limits(limits));
        if let Some(policy) = Policy::given(py, policy)? {
            builder = builder.policy(policy);
        }
        if let Some(key) = hash_key {
            builder = builder.hash_key(secret(key)?);
        }
        if let Some(callables) = custom {
            builder = callback::add(builder, callables)?;
        }
        let mut waits = false;
        if let Some(models) = models {
            builder = reader::give(builder, models)?;
        }
        if let Some(vault) = vault {
            let given = vault::given(vault)?;
            waits = given.waits;
            builder = builder.vault(given.vault);
        }
        if let Some(keyset) = keyset {
            builder = builder.keyset(keyset.get().snapshot());
        }
        if let Some(recognizer) = token_recognizer {
            builder = builder.token_recognizer(recognizer.get().shared());
        }
        let inner = builder.build().map_err(|e| errors::raise(py, &e))?;
        let keys = hash_key.is_some() || keyset.is_some() || token_recognizer.is_some();
        let bound = keys || custom.is_some() || vault.is_some() || models.is_some();
        Ok(Engine { inner, recognizers, max_input, max_findings, bound, waits })
    }

    /// Says what is in a text.
    ///
    /// `path` is where the text came from (`/customer/ssn`, a column), `region` an ISO 3166 country code, `today` the
    /// date against which birth and expiry dates are held, `tenant` whose customer the text is about.
    #[pyo3(signature = (text, *, path=None, region=None, today=None, tenant=None))]
    fn analyze(
        &self,
        text: &Bound<'_, PyString>,
        path: Option<&Bound<'_, PyString>>,
        region: Option<&Bound<'_, PyString>>,
        today: Option<&Bound<'_, PyDate>>,
        tenant: Option<&Bound<'_, PyString>>,
    ) -> PyResult<Vec<Finding>> {
        let (body, hints) = (utf8(text)?, Hints::new(path, region, today)?.about(tenant, None)?);
        work(text.py(), body.len(), || Ok(Finding::all(body, &self.inner.analyze(hints.with(body))?)))
    }

    /// Applies the policy to a text. `role` is who will see it: policies may show a role more of a value. `tenant` is whose
    /// customer it is about, where one host serves several, and `subject` whom: operators with keys are bound to them.
    #[pyo3(signature = (text, *, path=None, region=None, today=None, role=None, tenant=None, subject=None))]
    #[expect(clippy::too_many_arguments, reason = "keyword arguments of Python, each a hint")]
    fn redact(
        &self,
        text: &Bound<'_, PyString>,
        path: Option<&Bound<'_, PyString>>,
        region: Option<&Bound<'_, PyString>>,
        today: Option<&Bound<'_, PyDate>>,
        role: Option<&Bound<'_, PyString>>,
        tenant: Option<&Bound<'_, PyString>>,
        subject: Option<&Bound<'_, PyString>>,
    ) -> PyResult<Redacted> {
        let hints = Hints::new(path, region, today)?.role(role)?.about(tenant, subject)?;
        let (py, body) = (text.py(), utf8(text)?);
        let size = self.size(body.len());
        let answer = work(py, size, || Ok(Answer::new(body, self.inner.redact(hints.with(body))?)))?;
        Ok(Redacted::of(py, answer))
    }

    /// Starts the redaction of a text that comes in pieces; the hints are those of `redact`. What `write` and `end` of the
    /// redactor give is, put together, what `redact` gives for the whole.
    #[pyo3(signature = (*, path=None, region=None, today=None, role=None, tenant=None, subject=None))]
    #[expect(clippy::too_many_arguments, reason = "keyword arguments of Python, each a hint")]
    fn redactor(
        &self,
        py: Python<'_>,
        path: Option<&Bound<'_, PyString>>,
        region: Option<&Bound<'_, PyString>>,
        today: Option<&Bound<'_, PyDate>>,
        role: Option<&Bound<'_, PyString>>,
        tenant: Option<&Bound<'_, PyString>>,
        subject: Option<&Bound<'_, PyString>>,
    ) -> PyResult<Redactor> {
        let hints = Hints::new(path, region, today)?.role(role)?.about(tenant, subject)?;
        let redactor = self.inner.redactor(hints.with(""), Collected::default());
        Ok(Redactor::of_text(redactor.map_err(|error| errors::raise(py, &error))?))
    }

    /// Starts to put the values of tokens back into a text that comes in pieces; the arguments are those of `restore`.
    #[pyo3(signature = (tolerance="tolerant", *, sink="text", tenant=None, subject=None))]
    fn restorer(
        &self,
        py: Python<'_>,
        tolerance: &str,
        sink: &str,
        tenant: Option<&Bound<'_, PyString>>,
        subject: Option<&Bound<'_, PyString>>,
    ) -> PyResult<Restorer> {
        let hints = Hints::default().about(tenant, subject)?;
        restorer_of(py, &self.inner, hints.with(""), options(py, tolerance, sink)?)
    }

    /// `analyze` for each of several texts, in one go.
    fn analyze_many(&self, texts: &Bound<'_, PyAny>) -> PyResult<Vec<Vec<Finding>>> {
        each(
            texts,
            |size| size,
            |bodies| {
                let inputs: Vec<Input<'_>> = bodies.iter().map(|body| Input::new(body)).collect();
                let found = self.inner.analyze_many(&inputs)?;
                Ok(bodies.iter().zip(&found).map(|(body, found)| Finding::all(body, found)).collect())
            },
        )
    }

    /// `redact` for each of several texts, in one go. Where one of them fails, the whole call does.
    fn redact_many(&self, texts: &Bound<'_, PyAny>) -> PyResult<Vec<Redacted>> {
        let answers = each(
            texts,
            |size| self.size(size),
            |bodies| {
                let inputs: Vec<Input<'_>> = bodies.iter().map(|body| Input::new(body)).collect();
                let redacted = self.inner.redact_many(&inputs)?;
                Ok(bodies.iter().zip(redacted).map(|(body, redacted)| Answer::new(body, redacted)).collect())
            },
        )?;
        Ok(answers.into_iter().map(|answer: Answer| Redacted::of(texts.py(), answer)).collect())
    }

    /// Says why something was found in a text, and why something else was not.
    #[pyo3(signature = (text, *, path=None, region=None, today=None))]
    fn explain(
        &self,
        text: &Bound<'_, PyString>,
        path: Option<&Bound<'_, PyString>>,
        region: Option<&Bound<'_, PyString>>,
        today: Option<&Bound<'_, PyDate>>,
    ) -> PyResult<Explanation> {
        let (body, hints) = (utf8(text)?, Hints::new(path, region, today)?);
        work(text.py(), body.len(), || Ok(Explanation::of(body, &self.inner.explain(hints.with(body))?)))
    }

    /// Puts the values of tokens back: of those made with this engine's keyset for the tenant, and, where a token is bound
    /// to a subject, for the subject. `tolerance` and `sink` are as for `Session.restore`.
    #[pyo3(signature = (text, tolerance="tolerant", *, sink="text", tenant=None, subject=None))]
    fn restore(
        &self,
        text: &Bound<'_, PyString>,
        tolerance: &str,
        sink: &str,
        tenant: Option<&Bound<'_, PyString>>,
        subject: Option<&Bound<'_, PyString>>,
    ) -> PyResult<Restored> {
        let options = options(text.py(), tolerance, sink)?;
        let size = self.size(utf8(text)?.len());
        token::restore(&self.inner, text, size, Hints::default().about(tenant, subject)?, options)
    }

    /// Renews the tokens of a text: those of older keys of the keyset become tokens of its primary key.
    #[pyo3(signature = (text, *, tenant=None, subject=None))]
    fn retokenize(
        &self,
        text: &Bound<'_, PyString>,
        tenant: Option<&Bound<'_, PyString>>,
        subject: Option<&Bound<'_, PyString>>,
    ) -> PyResult<Retokenized> {
        let size = self.size(utf8(text)?.len());
        token::retokenize(&self.inner, text, size, Hints::default().about(tenant, subject)?)
    }

    /// The places in a text that read like tokens, whichever way they are spelled, and whose they are.
    fn tokens(&self, text: &Bound<'_, PyString>) -> PyResult<Vec<FoundToken>> {
        let body = utf8(text)?;
        work(text.py(), body.len(), || Ok(FoundToken::all(&self.inner, body)))
    }

    /// Starts a conversation: placeholders keep their numbers over its turns and can be opened.
    fn session(&self) -> Session {
        Session::of(self.inner.session())
    }

    /// Takes up a conversation that `Session.seal` wrote down, under a key of this engine's keyset and for the same name
    /// and tenant. What does not open is a `SessionError` that says why.
    #[pyo3(signature = (sealed, name, *, tenant=None))]
    fn resume(
        &self,
        sealed: &Bound<'_, PyString>,
        name: &Bound<'_, PyString>,
        tenant: Option<&Bound<'_, PyString>>,
    ) -> PyResult<Session> {
        let py = sealed.py();
        let (sealed, name) = (utf8(sealed)?, crate::session::named(name, tenant)?);
        self.inner.resume(name, sealed).map(Session::of).map_err(|e| errors::raise(py, &e))
    }

    /// The policy this engine applies.
    #[getter]
    fn policy(&self) -> Policy {
        Policy::of(self.inner.policy().clone())
    }

    /// The entity types this engine looks for: those of the catalogue that are on, then those of its own recognizers.
    fn entities(&self) -> Vec<String> {
        self.inner.entities().iter().map(|entity| entity.name().to_owned()).collect()
    }

    /// Runs the examples of the policy; a line for each that does not hold.
    fn check(&self, py: Python<'_>) -> PyResult<Vec<String>> {
        let failures = work(py, 0, || self.inner.check())?;
        Ok(failures.iter().map(ToString::to_string).collect())
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, Pickled<'py>)> {
        let (this, py) = (slf.get(), slf.py());
        if this.bound {
            return Err(PyTypeError::new_err(
                "an Engine that holds keys, a vault, custom callables or models cannot be pickled or copied; pickle its policy \
                 and make an engine of it where they are",
            ));
        }
        let make = py.import("wimple._pickle")?.getattr("engine")?;
        Ok((make, (this.policy(), this.max_input, this.max_findings, this.recognizers.kept(py)?)))
    }

    fn __repr__(&self) -> String {
        format!("Engine({})", self.policy().shown())
    }
}

/// What an engine is pickled as.
type Pickled<'py> = (Policy, Option<i64>, Option<i64>, Option<Bound<'py, PyDict>>);

/// Says what is in a text, with the default set of entity types and a minimum score of 0.5.
#[pyfunction]
#[pyo3(signature = (text, *, path=None, region=None))]
pub(crate) fn analyze(
    text: &Bound<'_, PyString>,
    path: Option<&Bound<'_, PyString>>,
    region: Option<&Bound<'_, PyString>>,
) -> PyResult<Vec<Finding>> {
    let (body, hints) = (utf8(text)?, Hints::new(path, region, None)?);
    work(text.py(), body.len(), || Ok(Finding::all(body, &wimple::analyze(hints.with(body))?)))
}

/// Replaces what is sensitive in a text by labels, with the default set of entity types and a minimum score of 0.5.
#[pyfunction]
#[pyo3(signature = (text, *, path=None, region=None))]
pub(crate) fn redact(
    text: &Bound<'_, PyString>,
    path: Option<&Bound<'_, PyString>>,
    region: Option<&Bound<'_, PyString>>,
) -> PyResult<Redacted> {
    let (py, body, hints) = (text.py(), utf8(text)?, Hints::new(path, region, None)?);
    let answer = work(py, body.len(), || Ok(Answer::new(body, wimple::redact(hints.with(body))?)))?;
    Ok(Redacted::of(py, answer))
}

/// Runs `call` on all texts while other threads have the interpreter.
fn each<T: Send>(
    texts: &Bound<'_, PyAny>,
    size: impl Fn(usize) -> usize,
    call: impl Fn(&[&str]) -> Result<Vec<T>, wimple::Error> + Sync + Send,
) -> PyResult<Vec<T>> {
    let py = texts.py();
    if texts.is_instance_of::<PyString>() {
        return Err(PyTypeError::new_err("texts: several texts, not one str"));
    }
    let held: Vec<Bound<'_, PyString>> =
        texts.try_iter()?.map(|text| Ok(text?.cast_into::<PyString>()?)).collect::<PyResult<_>>()?;
    let bodies: Vec<&str> = held.iter().map(utf8).collect::<PyResult<_>>()?;
    let size = size(bodies.iter().map(|body| body.len()).sum());
    work(py, size, || call(&bodies))
}

/// A key. Of a `bytearray` the caller can wipe what is left with him.
fn secret(key: &Bound<'_, PyAny>) -> PyResult<Secret> {
    if let Ok(bytes) = key.cast::<PyBytes>() {
        return Ok(Secret::new(bytes.as_bytes()));
    }
    let bytes = key.cast::<PyByteArray>();
    Ok(Secret::new(bytes.map_err(|_| PyTypeError::new_err("hash_key: bytes or bytearray"))?.to_vec()))
}

fn bound(py: Python<'_>, what: &str, given: Option<i64>) -> PyResult<Option<usize>> {
    given
        .map(|n| usize::try_from(n).map_err(|_| errors::argument(py, &format!("{what}: not below zero"))))
        .transpose()
}

//! Results: what the core gave for one text, read fact by fact so that new facts change no struct.
use core::ffi::c_char;
use core::fmt;
use core::mem::MaybeUninit;
use std::sync::OnceLock;

use wimple::{
    Finding, Findings, HtmlReport, Redacted, RestoreReport, Restored, Retokenized, Revision, Span, Streamed,
    Units,
};
use zeroize::Zeroize;

use crate::boundary::{Failure, ask, end, needed, utf8};
use crate::status::{wimple_error, wimple_status};
use crate::text::{make_text, wimple_str, wimple_text};

/// Spans in bytes of UTF-8.
pub const WIMPLE_BYTES: u32 = 0;

/// Spans in UTF-16 code units, as JavaScript, Java, C# and Windows count.
pub const WIMPLE_UTF16: u32 = 1;

/// Spans in code points, as Python counts.
pub const WIMPLE_CODE_POINTS: u32 = 2;

/// A place in the original text: from start up to, not including, end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(C)]
pub struct wimple_span {
    pub start: usize,
    pub end: usize,
}

/// What came of one text. Immutable, and independent of the engine, the session and the text it came from.
///
/// Findings are numbered from 0 in the order of their places; spans are disjoint or one lies inside another. Where index
/// is out of range, texts are empty, spans and numbers zero, truth values false.
pub struct wimple_result {
    outcome: Outcome,
    utf16: Vec<(usize, usize)>,
    code_points: Vec<(usize, usize)>,
    report: OnceLock<String>,
}

#[allow(clippy::large_enum_variant, reason = "one result lives behind one handle of its own")]
enum Outcome {
    Analysis(Findings),
    Redaction(Redacted),
    Restoration(Restored),
    Renewal(Retokenized),
    Stream(Streamed, Vec<Revision>),
    RestoredStream(RestoreReport),
}

impl wimple_result {
    pub(crate) fn analysis(text: &str, findings: Findings) -> Self {
        Self::new(text, Outcome::Analysis(findings))
    }

    pub(crate) fn redaction(text: &str, redacted: Redacted) -> Self {
        Self::new(text, Outcome::Redaction(redacted))
    }

    pub(crate) fn restoration(restored: Restored) -> Self {
        Self::new("", Outcome::Restoration(restored))
    }

    pub(crate) fn renewal(renewed: Retokenized) -> Self {
        Self::new("", Outcome::Renewal(renewed))
    }

    /// Of a text that came in pieces: its places were counted on the way.
    pub(crate) fn stream(done: Streamed, revisions: Vec<Revision>) -> Self {
        let (utf16, code_points) = (done.places(Units::Utf16), done.places(Units::CodePoints));
        let mut result = Self::new("", Outcome::Stream(done, revisions));
        (result.utf16, result.code_points) = (utf16, code_points);
        result
    }

    pub(crate) fn restored_stream(report: RestoreReport) -> Self {
        Self::new("", Outcome::RestoredStream(report))
    }

    /// Offsets of other units are counted now, since the text is not ours to keep; for ASCII they are the bytes.
    fn new(text: &str, outcome: Outcome) -> Self {
        let mut result =
            wimple_result { outcome, utf16: Vec::new(), code_points: Vec::new(), report: OnceLock::new() };
        if !result.findings().is_empty() && !text.is_ascii() {
            let spans: Vec<Span> = result.findings().iter().map(Finding::span).collect();
            result.utf16 = Units::Utf16.convert(text, &spans);
            result.code_points = Units::CodePoints.convert(text, &spans);
        }
        result
    }

    fn findings(&self) -> &[Finding] {
        match &self.outcome {
            Outcome::Analysis(findings) => findings,
            Outcome::Redaction(redacted) => redacted.findings(),
            Outcome::Stream(done, _) => done.findings(),
            Outcome::Restoration(_) | Outcome::Renewal(_) | Outcome::RestoredStream(_) => &[],
        }
    }

    fn revisions(&self) -> &[Revision] {
        match &self.outcome {
            Outcome::Redaction(redacted) => redacted.revisions(),
            Outcome::Stream(_, revisions) => revisions,
            _ => &[],
        }
    }

    fn text(&self) -> &str {
        match &self.outcome {
            Outcome::Analysis(_) | Outcome::Stream(..) | Outcome::RestoredStream(_) => "",
            Outcome::Redaction(redacted) => redacted.text(),
            Outcome::Restoration(restored) => restored.text(),
            Outcome::Renewal(renewed) => renewed.text(),
        }
    }

    fn report(&self) -> &str {
        self.report.get_or_init(|| match &self.outcome {
            Outcome::Analysis(_) => String::new(),
            Outcome::Redaction(redacted) => redacted.report().to_json(),
            Outcome::Restoration(restored) => restored.report().to_json(),
            Outcome::Renewal(renewed) => renewed.report().to_json(),
            Outcome::Stream(done, _) => done.report().to_json(),
            Outcome::RestoredStream(report) => report.to_json(),
        })
    }

    fn span(&self, index: usize, unit: u32) -> Option<wimple_span> {
        let bytes = self.findings().get(index)?.span();
        let bytes = (bytes.start(), bytes.end());
        let (start, end) = match unit {
            WIMPLE_BYTES => bytes,
            WIMPLE_UTF16 => self.utf16.get(index).copied().unwrap_or(bytes),
            WIMPLE_CODE_POINTS => self.code_points.get(index).copied().unwrap_or(bytes),
            _ => return None,
        };
        Some(wimple_span { start, end })
    }

    fn wipe(self) {
        match self.outcome {
            Outcome::Analysis(_) | Outcome::Stream(..) | Outcome::RestoredStream(_) => {}
            Outcome::Redaction(redacted) => redacted.into_text().zeroize(),
            Outcome::Restoration(restored) => restored.into_text().zeroize(),
            Outcome::Renewal(renewed) => renewed.into_text().zeroize(),
        }
    }
}

impl fmt::Debug for wimple_result {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("wimple_result").finish_non_exhaustive()
    }
}

/// The fact `fact` of one finding, or its default.
fn of<T: Default>(
    result: Option<&wimple_result>,
    index: usize,
    fact: impl FnOnce(&Finding) -> Option<T>,
) -> T {
    ask(|| result?.findings().get(index).and_then(fact))
}

/// The new text; empty after an analysis, and of a text that came in pieces.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_result_text(result: Option<&wimple_result>) -> wimple_str {
    ask(|| result.map(|r| r.text().into()))
}

/// What was found and done, in numbers and names, as JSON; empty after an analysis. Safe to log.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_result_report(result: Option<&wimple_result>) -> wimple_str {
    ask(|| result.map(|r| r.report().into()))
}

/// One self-contained HTML page that shows text, what was found in it and why, and what became of it. text is the one
/// the result was redacted from; the results of other calls are refused with WIMPLE_STATUS_INVALID_ARGUMENT. The page
/// holds the text, folded away until a reader opens it; with originals false it is made from the redacted text, and no
/// value that was replaced is in it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_result_html(
    result: Option<&wimple_result>,
    text: *const c_char,
    len: usize,
    originals: bool,
    out: Option<&mut MaybeUninit<*mut wimple_text>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make_text(out, err, || {
        let result = needed(result, "result")?;
        // SAFETY: the contract of the header promises `len` bytes there, unchanged during the call.
        let text = unsafe { utf8(text, len, "text") }?;
        let Outcome::Redaction(redacted) = &result.outcome else {
            return Err(Failure::argument("result is not one of a redaction"));
        };
        if redacted.report().input_bytes() != text.len() {
            return Err(Failure::argument("text is not the one the result came from"));
        }
        let page = HtmlReport::new();
        let mut page = if originals { page } else { page.without_originals() };
        Ok(page.message("", text, redacted).to_html())
    })
}

/// How many earlier turns of the conversation this one shows in another light: each must be shown anew.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_result_revision_count(result: Option<&wimple_result>) -> usize {
    ask(|| result.map(|r| r.revisions().len()))
}

/// Which turn a revision is of, as wimple_input_set_turn named it. Revisions are numbered from 0, in the order of their turns.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_result_revision_turn(result: Option<&wimple_result>, index: usize) -> wimple_str {
    ask(|| result?.revisions().get(index).map(|revision| revision.turn().into()))
}

/// The text to show for that turn instead of the one given before.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_result_revision_text(result: Option<&wimple_result>, index: usize) -> wimple_str {
    ask(|| result?.revisions().get(index).map(|revision| revision.redacted().text().into()))
}

/// How many findings there are.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_result_count(result: Option<&wimple_result>) -> usize {
    ask(|| result.map(|r| r.findings().len()))
}

/// What kind of data a finding is: "EMAIL_ADDRESS".
#[unsafe(no_mangle)]
pub extern "C" fn wimple_result_entity(result: Option<&wimple_result>, index: usize) -> wimple_str {
    of(result, index, |f| Some(f.entity_type().name().into()))
}

/// The family of that kind: "contact".
#[unsafe(no_mangle)]
pub extern "C" fn wimple_result_category(result: Option<&wimple_result>, index: usize) -> wimple_str {
    of(result, index, |f| Some(f.category().name().into()))
}

/// How sure it is, 0.0 to 1.0.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_result_score(result: Option<&wimple_result>, index: usize) -> f64 {
    of(result, index, |f| Some(f64::from(f.score().percent()) / 100.0))
}

/// Where it stood in the original text, in WIMPLE_BYTES, WIMPLE_UTF16 or WIMPLE_CODE_POINTS; zero for other units.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_result_span(result: Option<&wimple_result>, index: usize, unit: u32) -> wimple_span {
    ask(|| result?.span(index, unit))
}

/// What found it; for a built-in recognizer the entity type.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_result_recognizer(result: Option<&wimple_result>, index: usize) -> wimple_str {
    of(result, index, |f| Some(f.evidence().recognizer().name().into()))
}

/// What its check said: "valid", "invalid" or "unknown".
#[unsafe(no_mangle)]
pub extern "C" fn wimple_result_verdict(result: Option<&wimple_result>, index: usize) -> wimple_str {
    of(result, index, |f| Some(f.evidence().verdict().name().into()))
}

/// What near it spoke for its type: "none", "before", "after", "field", "cue", "question" (in a session), "model" (the name
/// model reads the sentence so) or "earlier" (a name that the text has said before, or a value that
/// the session has).
#[unsafe(no_mangle)]
pub extern "C" fn wimple_result_context(result: Option<&wimple_result>, index: usize) -> wimple_str {
    of(result, index, |f| Some(f.evidence().context().name().into()))
}

/// The check failed, but the writer calls it by this type's name: a mistyped card is still a card number.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_result_claimed(result: Option<&wimple_result>, index: usize) -> bool {
    of(result, index, |f| Some(f.evidence().claimed()))
}

/// A published test number or reserved value.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_result_specimen(result: Option<&wimple_result>, index: usize) -> bool {
    of(result, index, |f| Some(f.evidence().specimen()))
}

/// How the value is written: "plain", "signs" (other characters for the plain ones, or some that nobody sees) or "written"
/// (in words or codes, spaced out, with letters for digits).
#[unsafe(no_mangle)]
pub extern "C" fn wimple_result_folding(result: Option<&wimple_result>, index: usize) -> wimple_str {
    of(result, index, |f| Some(f.evidence().folding().name().into()))
}

/// How many other entity types the same value could also be.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_result_alternative_count(result: Option<&wimple_result>, index: usize) -> usize {
    of(result, index, |f| Some(f.evidence().alternatives().len()))
}

/// One of those entity types, best first.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_result_alternative(
    result: Option<&wimple_result>,
    index: usize,
    alternative: usize,
) -> wimple_str {
    of(result, index, |f| f.evidence().alternatives().get(alternative).map(|a| a.name().into()))
}

/// The harmless thing that competed for the same place and lost; empty where there was none.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_result_twin(result: Option<&wimple_result>, index: usize) -> wimple_str {
    of(result, index, |f| f.evidence().twin().map(|t| t.name().into()))
}

/// Ends a result and wipes its text.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_result_free(result: Option<Box<wimple_result>>) {
    end(result, wimple_result::wipe);
}

//! A text in pieces → the redacted text in pieces: the state behind a redactor.
//!
//! Comes in: pieces. Goes out: what may go on, and at the end findings and report. A piece is appended to what is held; when
//! enough is new, detection goes on, and what it says is final goes out with the policy applied. After an error nothing goes
//! out any more.
use core::ops::Range;

use crate::detect::{Course, Known};
use crate::engine::Engine;
use crate::error::Error;
use crate::finding::{Finding, Findings};
use crate::input::Input;
use crate::report::Report;
use crate::session::{Said, SaidAgain};
use crate::text::units::Units;
use crate::token::Tokens;
use crate::transform::{Numbers, Redacted};

use super::frames::Frames;
use super::held::{Held, floor};
use super::hints::Hints;

/// The fewest new bytes that are looked at, and which part of what is held they are at least.
const STEP: usize = 256;
const PART: usize = 8;
/// The most bytes of a piece that are taken at a time.
const SLAB: usize = 16 << 10;
/// What is kept of the text before what goes out next, for operators that look around: as far as any parser looks.
const BEFORE: usize = 1024;
/// The fewest bytes that are worth letting go of.
const WORTH: usize = 1024;

/// The state of a redactor.
pub(super) struct Flow {
    engine: Engine,
    hints: Hints,
    course: Course,
    /// What earlier turns have said, in a conversation.
    said: Option<SaidAgain>,
    tokens: Tokens,
    held: Held,
    /// Bytes of what is held that were there at the last look, and that have gone out.
    looked: usize,
    done: usize,
    /// Final, but for what is known of tokens; final, and not yet gone out.
    waiting: Vec<Finding>,
    ready: Vec<Finding>,
    findings: Vec<Finding>,
    report: Report,
    given: usize,
    counted: Counted,
    frames: Option<Frames>,
    numbered: bool,
    dead: bool,
}

impl Flow {
    pub(super) fn new(
        engine: &Engine,
        input: &Input<'_>,
        known: &Known,
        said: &Said,
        numbers: &mut Numbers,
    ) -> Result<Self, Error> {
        engine.takes_pieces()?;
        numbers.begin();
        Ok(Flow {
            engine: engine.clone(),
            hints: Hints::of(input),
            course: Course::new(known),
            said: SaidAgain::new(said),
            tokens: Tokens::default(),
            held: Held::default(),
            looked: 0,
            done: 0,
            waiting: Vec::new(),
            ready: Vec::new(),
            findings: Vec::new(),
            report: Report::default(),
            given: 0,
            counted: Counted::default(),
            frames: numbers.is_session().then(Frames::default),
            numbered: numbers.is_session() || engine.numbers_values(),
            dead: false,
        })
    }

    /// Takes a piece; `give` gets what may go on, and each finding in its text before it goes out.
    pub(super) fn write(
        &mut self,
        piece: &str,
        numbers: &mut Numbers,
        way: &mut impl Way,
    ) -> Result<(), Error> {
        self.alive()?;
        self.dead = true;
        let mut rest = piece;
        while !rest.is_empty() {
            let (slab, later) = rest.split_at(floor(rest, SLAB));
            self.held.push(slab);
            rest = later;
            let len = self.held.len();
            if len - self.looked >= STEP.max(len / PART) {
                self.look(numbers, way, false).inspect_err(|_| self.held.wipe())?;
            }
        }
        self.dead = false;
        Ok(())
    }

    /// Ends the text.
    pub(super) fn end(&mut self, numbers: &mut Numbers, way: &mut impl Way) -> Result<Streamed, Error> {
        self.alive()?;
        self.dead = true;
        let ended = self.look(numbers, way, true);
        self.held.wipe();
        ended?;
        let mut report = core::mem::take(&mut self.report);
        report.close(self.held.offset() + self.looked, self.given);
        let findings = Findings::from_sorted(core::mem::take(&mut self.findings));
        Ok(Streamed { findings, report, counted: core::mem::take(&mut self.counted) })
    }

    /// Nothing goes out any more.
    pub(super) fn fail(&mut self) {
        self.dead = true;
        self.held.wipe();
        self.done = 0;
    }

    /// What is held, from what has not gone out yet.
    pub(super) fn held(&self) -> usize {
        self.held.len().saturating_sub(self.done)
    }

    fn alive(&self) -> Result<(), Error> {
        if self.dead { Err(dead("redactor")) } else { Ok(()) }
    }

    fn look(&mut self, numbers: &mut Numbers, way: &mut impl Way, ended: bool) -> Result<(), Error> {
        let input = self.hints.input(self.held.text(), self.held.offset());
        self.looked = self.held.len();
        let (mut more, mut settled) =
            self.engine.go_on(&mut self.course, &mut self.tokens, &mut self.waiting, &input, ended)?;
        if let Some(said) = &mut self.said {
            (more, settled) = said.go_on(&self.engine, &input, more, settled);
        }
        self.ready.append(&mut more);
        // What goes out ends where no value is cut.
        let over = self.ready.iter().position(|f| f.span().end() > settled);
        let until = over.and_then(|n| self.ready.get(n)).map_or(settled, |f| f.span().start().min(settled));
        let until = floor(self.held.text(), until).max(self.done);
        let count = over.unwrap_or(self.ready.len());
        let findings = Findings::from_sorted(self.ready.drain(..count).collect());
        if until > self.done {
            let range = self.done..until;
            let part = self.engine.redact_part(&input, range, &findings, numbers, &mut self.report)?;
            findings.iter().for_each(|finding| way.found(self.held.text(), finding));
            self.counted.count(self.held.text(), self.done..until, &findings);
            self.given += part.text.len();
            if let Some(frames) = &mut self.frames {
                frames.take(&part.text, part.placeholders, numbers);
            }
            way.give(&part.text)?;
            self.done = until;
        }
        let offset = self.held.offset();
        self.findings.extend(findings.iter().map(|finding| finding.moved(offset)));
        if self.numbered {
            let read = if ended { usize::MAX } else { self.done };
            numbers.reserve_before(self.held.text(), read);
        }
        if ended {
            if let Some(frames) = &mut self.frames {
                frames.end(numbers);
            }
            return Ok(());
        }
        self.forget(numbers);
        let (actual, limit) = (self.held.len(), self.engine.limits().held());
        if actual > limit {
            return Err(Error::Limit { what: "held bytes", actual, limit });
        }
        Ok(())
    }

    /// Lets go of what nobody asks for any more, in whole blocks of the scan.
    fn forget(&mut self, numbers: &mut Numbers) {
        let first = self.waiting.iter().chain(&self.ready).map(|f| f.span().start()).min();
        let first = first.into_iter().chain(self.said.as_ref().and_then(SaidAgain::first)).min();
        let first = first.unwrap_or(self.done).min(self.done).saturating_sub(BEFORE);
        let count = self.course.needed().min(first) / 64 * 64;
        if count < WORTH {
            return;
        }
        self.course.forget(count);
        if let Some(said) = &mut self.said {
            said.forget(count);
        }
        self.tokens.forget(count);
        numbers.forget(count);
        for finding in self.waiting.iter_mut().chain(&mut self.ready) {
            *finding = finding.moved_back(count);
        }
        self.held.forget(count);
        (self.looked, self.done) = (self.looked - count, self.done - count);
    }
}

/// Where the text of a flow goes, and who sees its findings.
pub(super) trait Way {
    /// A finding that goes out next, in the text that is held.
    fn found(&mut self, text: &str, finding: &Finding);

    fn give(&mut self, piece: &str) -> Result<(), Error>;
}

/// Said to whoever writes into a stream that has failed.
pub(super) fn dead(what: &'static str) -> Error {
    let problem = "it has failed before, and nothing goes out any more".to_owned();
    Error::InvalidArgument { what, problem }
}

/// What a stream has found and done when it has ended.
///
/// ```
/// let mut redactor = wimple::Engine::new().redactor("", |_: &str| ())?;
/// redactor.write("card 4111 1111 1111 1111")?;
/// let done = redactor.end()?;
/// assert_eq!(done.findings()[0].span().start(), 5);
/// assert_eq!(done.report().input_bytes(), 24);
/// # Ok::<(), wimple::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Streamed {
    findings: Findings,
    report: Report,
    counted: Counted,
}

/// Places of findings as other hosts count them, and how much has been counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Counted {
    utf16: Vec<(usize, usize)>,
    code_points: Vec<(usize, usize)>,
    /// UTF-16 units and code points of what was counted.
    before: (usize, usize),
}

impl Counted {
    /// Counts the findings in the bytes `range` of what is held, which are the next. Between their edges bytes are counted many
    /// at a time: a character has one that is no continuation (RFC 3629), and two UTF-16 units where it begins with four set bits.
    fn count(&mut self, text: &str, range: Range<usize>, findings: &[Finding]) {
        let part = text.as_bytes().get(range.clone()).unwrap_or_default();
        let place = |at: usize| at.saturating_sub(range.start).min(part.len());
        let ends = findings.iter().flat_map(|f| [place(f.span().start()), place(f.span().end())]);
        let mut edges: Vec<usize> = ends.chain([part.len()]).collect();
        edges.sort_unstable();
        edges.dedup();
        let (mut at, mut now) = (0, self.before);
        let counts: Vec<(usize, usize)> = edges
            .iter()
            .map(|&edge| {
                let bytes = part.get(at..edge).unwrap_or_default();
                let points = how_many(bytes, |b| b & 0xC0 != 0x80);
                now.0 += points + how_many(bytes, |b| b >= 0xF0);
                now.1 += points;
                at = edge;
                now
            })
            .collect();
        let count = |at: usize| {
            let known = edges.binary_search(&place(at)).ok().and_then(|n| counts.get(n));
            known.copied().unwrap_or(now)
        };
        for finding in findings {
            let (start, end) = (count(finding.span().start()), count(finding.span().end()));
            self.utf16.push((start.0, end.0));
            self.code_points.push((start.1, end.1));
        }
        self.before = now;
    }
}

/// How many bytes are such. Up to 255 are counted in one byte, so that sixteen go at a time.
fn how_many(bytes: &[u8], such: impl Fn(u8) -> bool + Copy) -> usize {
    let few = |few: &[u8]| few.iter().map(|b| u8::from(such(*b))).sum::<u8>();
    bytes.chunks(usize::from(u8::MAX)).map(|chunk| usize::from(few(chunk))).sum()
}

impl Streamed {
    /// Of a text that was redacted as a whole.
    pub(super) fn of(text: &str, redacted: &Redacted) -> Self {
        let mut counted = Counted::default();
        counted.count(text, 0..text.len(), redacted.findings());
        Streamed { findings: redacted.findings().clone(), report: redacted.report().clone(), counted }
    }

    /// Start and end of each finding, counted as the host counts ([`Units::convert`] has no text to count in).
    ///
    /// ```
    /// use wimple::{Engine, Units};
    /// let redactor = Engine::new().redactor("café 😀 bo@example.com", |_: &str| ())?;
    /// assert_eq!(redactor.end()?.places(Units::CodePoints), [(7, 21)]);
    /// # Ok::<(), wimple::Error>(())
    /// ```
    pub fn places(&self, units: Units) -> Vec<(usize, usize)> {
        match units {
            Units::Bytes => self.findings.iter().map(|f| (f.span().start(), f.span().end())).collect(),
            Units::Utf16 => self.counted.utf16.clone(),
            Units::CodePoints => self.counted.code_points.clone(),
        }
    }

    /// What was found. Spans are bytes of the whole text.
    pub fn findings(&self) -> &Findings {
        &self.findings
    }

    /// What was done, in numbers and names.
    pub fn report(&self) -> &Report {
        &self.report
    }
}

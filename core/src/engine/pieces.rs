//! What a text in pieces asks of the engine: the halves of `redact`, each for what is there so far.
use core::ops::Range;

use super::{Engine, Inner};
use crate::detect::Course;
use crate::error::Error;
use crate::finding::{Finding, Findings};
use crate::input::Input;
use crate::limits::Limits;
use crate::policy::Operator;
use crate::report::Report;
use crate::token::Tokens;
use crate::transform::{self, Numbers, Portion};

impl Engine {
    pub(crate) fn limits(&self) -> &Limits {
        &self.inner.limits
    }

    /// Refuses what looks at each text as a whole: its answer about a part need not be its answer about the whole.
    pub(crate) fn takes_pieces(&self) -> Result<(), Error> {
        let Inner { detector, models, .. } = &*self.inner;
        let problem = match () {
            () if detector.calls_back() => "a recognizer that is a function sees whole texts only",
            () if !models.is_empty() => "a model of the host's sees whole texts only",
            () => return Ok(()),
        };
        Err(Error::InvalidArgument { what: "redactor", problem: problem.to_owned() })
    }

    /// Whether the policy may give out numbers, so that those that people typed have to be known.
    pub(crate) fn numbers_values(&self) -> bool {
        self.inner.policy.operators().any(|operator| matches!(operator, Operator::Placeholder(_)))
    }

    /// Goes on with a text of which `input` is what is there. What is final and still waits for what is known of tokens is
    /// in `waiting`; gives what counts, and up to where all of it is known.
    pub(crate) fn go_on(
        &self,
        course: &mut Course,
        tokens: &mut Tokens,
        waiting: &mut Vec<Finding>,
        input: &Input<'_>,
        ended: bool,
    ) -> Result<(Vec<Finding>, usize), Error> {
        let Inner { policy, limits, detector, tools, .. } = &*self.inner;
        waiting.append(&mut detector.go_on(course, input, limits, ended)?);
        let text = input.text();
        let read = tokens.find(text, tools.ring.recognition(), ended);
        let settled = if ended { text.len() } else { course.settled().min(read) };
        let ready = waiting.iter().position(|f| f.span().end() > settled).unwrap_or(waiting.len());
        let settled = waiting.get(ready).map_or(settled, |f| f.span().start().min(settled));
        // As for whole texts: what lies in tokens of ours, in numbers of ours, or is not sure enough.
        let numbers = !tools.known.is_empty();
        let counts = |f: &Finding| {
            tokens.let_pass(text, f)
                && policy.wanted(f, input)
                && !(numbers && transform::own_fpe(input, f, tools))
        };
        Ok((waiting.drain(..ready).filter(counts).collect(), settled))
    }

    /// What the bytes `range` become, with the findings in them.
    pub(crate) fn redact_part(
        &self,
        input: &Input<'_>,
        range: Range<usize>,
        findings: &Findings,
        numbers: &mut Numbers,
        report: &mut Report,
    ) -> Result<Portion, Error> {
        let Inner { policy, tools, .. } = &*self.inner;
        let decisions = policy.decide(findings, input);
        transform::apply_to(input, range, findings, &decisions, numbers, tools, report)
            .map_err(|error| in_whole(error, input.offset()))
    }
}

/// An error with its places counted from where the text began.
fn in_whole(error: Error, offset: usize) -> Error {
    match error {
        Error::Operator { operator, entity, start, end, problem } => {
            Error::Operator { operator, entity, start: start + offset, end: end + offset, problem }
        }
        other => other,
    }
}

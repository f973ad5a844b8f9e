//! Decisions become text.
//!
//! Comes in: a text, its findings, one decision for each. Goes out: the text with the decisions carried out, and the
//! report. All or nothing: where one operator cannot apply there is no output.
mod canonical;
mod custom;
mod generalize;
mod glyph;
mod hash;
mod keyed;
mod likeness;
mod mask;
mod numbers;
mod partial;
mod place;
mod redacted;
mod replacement;
mod revision;
mod tools;

use core::ops::Range;

pub(crate) use canonical::{CANONICAL, ascii};
pub(crate) use keyed::{Wrapped, next_wrapped, open_card, open_wrapped, own_fpe, renewed_card};
pub(crate) use likeness::{Likeness, Reading, Typed, bare_name, next_before, next_tolerant, undecided};
pub(crate) use numbers::{Issued, Numbers};
pub use redacted::Redacted;
pub use replacement::Replacement;
pub use revision::Revision;
pub(crate) use tools::{Kept, Tools};

use smallvec::SmallVec;

use crate::error::Error;
use crate::finding::{Finding, Findings, Folding};
use crate::input::Input;
use crate::policy::{Decision, Mask, Operator};
use crate::report::Report;
use crate::span::Span;
use keyed::Work;
use place::{Place, label};

/// Name under which a report counts findings inside one that was replaced.
const COVERED: &str = "covered";
/// How far behind a value placeholders that people typed are looked for, before it gets its number: their numbers are not
/// given out. No farther, so that a text that comes in pieces is numbered as the whole is.
pub(crate) const AHEAD: usize = 512;

/// Carries out one decision per finding, in one pass over the original.
///
/// What is acted on is the outermost finding that is not kept: a kept link lets the secret inside it be replaced, a
/// replaced link covers whatever it holds.
pub(crate) fn apply(
    input: &Input<'_>,
    findings: Findings,
    decisions: &[Decision<'_>],
    numbers: &mut Numbers,
    tools: &Tools,
) -> Result<Redacted, Error> {
    let text = input.text();
    let mut report = Report::default();
    numbers.begin();
    let portion = apply_to(input, 0..text.len(), &findings, decisions, numbers, tools, &mut report)?;
    let Portion { text: out, replacements, placeholders } = portion;
    if numbers.is_session() {
        numbers.reserve_before(text, usize::MAX);
        if placeholders {
            numbers.frame(&out);
        }
    }
    report.close(text.len(), out.len());
    Ok(Redacted { text: out, findings, replacements, report, revisions: Vec::new() })
}

/// What a part of a text has become.
pub(crate) struct Portion {
    pub(crate) text: String,
    replacements: SmallVec<[Replacement; 2]>,
    /// Whether some of it are placeholders.
    pub(crate) placeholders: bool,
}

/// The same for the bytes `range` of a text, in which the findings lie.
pub(crate) fn apply_to(
    input: &Input<'_>,
    range: Range<usize>,
    findings: &Findings,
    decisions: &[Decision<'_>],
    numbers: &mut Numbers,
    tools: &Tools,
    report: &mut Report,
) -> Result<Portion, Error> {
    let text = input.text();
    let bytes = text.as_bytes();
    // Most policies mask or label, and then there is nothing to prepare.
    let alone = !numbers.is_session() && decisions.iter().all(|decision| works_alone(decision.operator));
    let prepared = if alone { None } else { Some(prepare(input, findings, decisions, numbers, tools)?) };
    let Prepared { placeholders, answers, kept } = prepared.unwrap_or_default();
    let (mut answers, mut kept) = (answers.into_iter(), kept.into_iter());
    // Bytes, and checked once at the end that they are text: masks cover sixteen of them at a time.
    let mut out = Vec::with_capacity(if findings.is_empty() { 0 } else { range.len() + 8 * findings.len() });
    // What all other operators write into.
    let mut piece = String::new();
    let mut replacements = SmallVec::with_capacity(findings.len());
    let mut done = range.start;
    for (index, (finding, decision)) in findings.iter().zip(decisions).enumerate() {
        let operator = readable(finding, acting(decision));
        let span = finding.span();
        if span.start() < done {
            report.count(finding, COVERED, decision.allowed);
            continue;
        }
        let name = operator.name();
        report.count(finding, name, decision.allowed);
        if matches!(operator, Operator::Keep) {
            continue;
        }
        let Some(place) = Place::of(text, span.range()) else {
            return Err(refusal(finding, operator, "the finding is not a place in the text"));
        };
        let start = out.len() + (span.start() - done);
        if let Operator::Mask(how) = operator {
            // What stands before the value and the value itself are one piece of the text, copied together.
            out.extend_from_slice(bytes.get(done..span.end()).unwrap_or_default());
            let how = how.lawful(finding.entity_type());
            if is_written(finding) {
                mask::mask(place.value(), &bare(&how), &mut out);
            } else {
                mask::mask(place.value(), &how, &mut out);
            }
        } else {
            out.extend_from_slice(bytes.get(done..span.start()).unwrap_or_default());
            piece.clear();
            match operator {
                Operator::Tokenize(_) if tools.vault.is_some() => {
                    piece.push_str(&kept.next().unwrap_or_default());
                }
                Operator::Custom(_) => piece.push_str(&answers.next().unwrap_or_default()),
                _ => replace(input, finding, &place, operator, numbers, tools, &mut piece)?,
            }
            out.extend_from_slice(piece.as_bytes());
        }
        done = span.end();
        let span = Span::new(start, out.len());
        replacements.push(Replacement { finding: index, operator: name, span });
    }
    let out = if replacements.is_empty() {
        text.get(range).unwrap_or_default().to_owned()
    } else {
        out.extend_from_slice(bytes.get(done..range.end).unwrap_or_default());
        // Pieces of texts are a text; were they none, nothing would go out.
        match (String::from_utf8(out), findings.first(), decisions.first()) {
            (Ok(out), ..) => out,
            (Err(_), Some(finding), Some(decision)) => {
                return Err(refusal(finding, acting(decision), "what came out is no text"));
            }
            (Err(_), ..) => String::new(),
        }
    };
    Ok(Portion { text: out, replacements, placeholders })
}

/// Writes what takes the place of one value; of operators whose answer is not there yet.
#[inline(never)]
fn replace(
    input: &Input<'_>,
    finding: &Finding,
    place: &Place<'_>,
    operator: &Operator,
    numbers: &mut Numbers,
    tools: &Tools,
    out: &mut String,
) -> Result<(), Error> {
    let work = Work { finding, value: place.value(), input, tools };
    let done = match operator {
        Operator::Keep | Operator::Remove | Operator::Mask(_) | Operator::Custom(_) => Ok(()),
        Operator::Label => {
            label(finding.entity_type(), out);
            Ok(())
        }
        Operator::Partial(how) => {
            partial::partial(place, finding, input, how, tools.hash.as_deref(), out);
            Ok(())
        }
        Operator::Generalize(how) => {
            generalize::generalize(place, finding, input, how, out);
            Ok(())
        }
        Operator::Placeholder(how) => {
            numbers.reserve_before(input.text(), finding.span().end() + AHEAD);
            numbers
                .stand_in(finding, place.value(), how.restorable, out)
                .ok_or("there is no number left for it")
        }
        Operator::Hash => hash::hash(finding, place.value(), input, tools, out),
        Operator::Tokenize(how) => keyed::tokenize(&work, how, out),
        Operator::Encrypt => keyed::encrypt(&work, out),
        Operator::Fpe(how) => keyed::fpe(&work, how, out),
        Operator::Pseudonym => keyed::pseudonym(&work, out),
        Operator::ShiftDate(how) => keyed::shift_date(&work, how, out),
    };
    done.map_err(|problem| refusal(finding, operator, problem))
}

/// What is there before anything is written.
#[derive(Default)]
struct Prepared {
    /// Whether there will be placeholders.
    placeholders: bool,
    /// What the host's callbacks answer.
    answers: Vec<String>,
    /// Tokens of values that the vault has taken in.
    kept: Vec<String>,
}

/// Whatever can fail is tried before anything is written or remembered; the vault last, since it remembers.
#[inline(never)]
fn prepare(
    input: &Input<'_>,
    findings: &Findings,
    decisions: &[Decision<'_>],
    numbers: &mut Numbers,
    tools: &Tools,
) -> Result<Prepared, Error> {
    let (mut placeholders, mut custom, mut vaulted) = (false, false, false);
    for (index, decision) in decisions.iter().enumerate() {
        match acting(decision) {
            Operator::Custom(_) => custom = true,
            Operator::Tokenize(_) => vaulted = tools.vault.is_some(),
            operator @ Operator::Placeholder(how) => {
                placeholders = true;
                if how.restorable
                    && !numbers.prepare()?
                    && let Some(finding) = findings.get(index)
                {
                    return Err(refusal(
                        finding,
                        operator,
                        "a placeholder that can be restored needs a session",
                    ));
                }
            }
            _ => {}
        }
    }
    let answers = match custom {
        true => custom::answers(input, findings, decisions, &tools.callbacks)?,
        false => Vec::new(),
    };
    let kept = match vaulted {
        true => keyed::kept(input, findings, decisions, tools)?,
        false => Vec::new(),
    };
    Ok(Prepared { placeholders, answers, kept })
}

/// Whether an operator asks nobody and remembers nothing.
fn works_alone(operator: &Operator) -> bool {
    matches!(
        operator,
        Operator::Keep
            | Operator::Remove
            | Operator::Label
            | Operator::Mask(_)
            | Operator::Partial(_)
            | Operator::Hash
            | Operator::Generalize(_)
    )
}

/// What is done: an allow list keeps.
fn acting<'p>(decision: &Decision<'p>) -> &'p Operator {
    if decision.allowed { &Operator::Keep } else { decision.operator }
}

/// Whether a value is not there character for character: in words, in codes, spaced out.
fn is_written(finding: &Finding) -> bool {
    finding.evidence().folding() == Folding::Written
}

/// What is done with a value that may be there in words or codes. An operator that shows a part of it, or counts on its
/// form, would show other characters than were meant, so its label takes its place.
fn readable<'p>(finding: &Finding, operator: &'p Operator) -> &'p Operator {
    match operator {
        Operator::Partial(_)
        | Operator::Generalize(_)
        | Operator::Fpe(_)
        | Operator::Pseudonym
        | Operator::ShiftDate(_)
            if is_written(finding) =>
        {
            &Operator::Label
        }
        operator => operator,
    }
}

/// A mask that shows nothing.
#[cold]
#[inline(never)]
fn bare(how: &Mask) -> Mask {
    how.clone().keep_first(0).keep_last(0).keep_separators(false).fixed_length(WRITTEN)
}

/// How many mask characters stand for a value that is there in words or codes: its own length says how it was written.
const WRITTEN: usize = 8;

#[cold]
#[inline(never)]
fn refusal(finding: &Finding, operator: &Operator, problem: &'static str) -> Error {
    let span = finding.span();
    Error::Operator {
        operator: operator.name(),
        entity: finding.entity_type().clone(),
        start: span.start(),
        end: span.end(),
        problem,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::{self, Category, EntityType};
    use crate::error::ErrorCode;
    use crate::finding::{ContextKind, Evidence, Verdict};
    use crate::score::Score;
    use crate::span::Span;

    fn finding(entity: EntityType, category: Category, start: usize, end: usize) -> Finding {
        let evidence = Evidence {
            recognizer: entity.clone(),
            verdict: Verdict::Unknown,
            context: ContextKind::None,
            claimed: false,
            specimen: true,
            folding: Folding::Plain,
            alternatives: Vec::new(),
            twin: None,
        };
        Finding { entity, category, span: Span::new(start, end), score: Score::new(90), evidence }
    }

    const LINK: &str = "see https://example.com/?token=abcdef ok";

    fn link(outer: &Operator, allowed: bool, inner: &Operator) -> Result<Redacted, Error> {
        let findings = Findings::from_sorted(vec![
            finding(entity::URL, Category::Network, 4, 37),
            finding(entity::AUTH_TOKEN, Category::Secret, 31, 37),
        ]);
        let decisions = [
            Decision { operator: outer, rule: None, allowed },
            Decision { operator: inner, rule: None, allowed: false },
        ];
        apply(&Input::new(LINK), findings, &decisions, &mut Numbers::of_text(), &Tools::default())
    }

    #[test]
    fn acts_on_the_outermost_that_is_not_kept() {
        let (keep, label, remove) = (Operator::keep(), Operator::label(), Operator::remove());
        let counts = |r: &Redacted| {
            let mut lines: Vec<_> = r.report().counts().map(|(e, o, n)| format!("{e} {o} {n}")).collect();
            lines.sort();
            lines
        };

        let out = link(&label, false, &label).unwrap();
        assert_eq!(out.text(), "see [URL] ok");
        assert_eq!(counts(&out), ["AUTH_TOKEN covered 1", "URL label 1"]);

        let out = link(&keep, false, &remove).unwrap();
        assert_eq!(out.text(), "see https://example.com/?token= ok");
        assert_eq!(counts(&out), ["AUTH_TOKEN remove 1", "URL keep 1"]);

        let out = link(&label, true, &label).unwrap();
        assert_eq!(out.text(), "see https://example.com/?token=[AUTH_TOKEN] ok");
        assert_eq!((out.report().allowed(), out.report().specimens()), (1, 2));

        assert_eq!(link(&keep, false, &keep).unwrap().text(), LINK);
        assert_eq!(link(&remove, false, &keep).unwrap().text(), "see  ok");
    }

    #[test]
    fn a_restorable_placeholder_needs_a_session() {
        let placeholder = Operator::from(Operator::placeholder());
        let error = link(&Operator::keep(), false, &placeholder).unwrap_err();
        assert_eq!(error.code(), ErrorCode::Operator);
        assert!(error.to_string().contains("needs a session"));
        // Where the outer one covers it, it still is a policy that cannot work.
        assert!(link(&Operator::label(), false, &placeholder).is_err());
        let plain = Operator::from(Operator::placeholder().irreversible());
        assert_eq!(link(&plain, false, &Operator::keep()).unwrap().text(), "see [URL_1] ok");
    }

    #[test]
    fn a_span_that_is_no_place_gives_no_output() {
        for (start, end) in [(1, 2), (0, 9)] {
            let findings = Findings::from_sorted(vec![finding(entity::URL, Category::Network, start, end)]);
            let decisions = [Decision { operator: &Operator::label(), rule: None, allowed: false }];
            let error =
                apply(&Input::new("é"), findings, &decisions, &mut Numbers::of_text(), &Tools::default())
                    .unwrap_err();
            assert_eq!(error.code(), ErrorCode::Operator);
        }
    }

    #[test]
    fn one_number_for_one_value() {
        let text = "Bo Lee, Bo  Lee, Al, [PERSON_2], Bo Lee";
        let at = [(0, 6), (8, 15), (17, 19), (33, 39)];
        let findings = at.map(|(s, e)| finding(entity::PERSON, Category::Person, s, e)).to_vec();
        let run = |operator: Operator, numbers: &mut Numbers| {
            let decisions: Vec<_> =
                at.iter().map(|_| Decision { operator: &operator, rule: None, allowed: false }).collect();
            apply(
                &Input::new(text),
                Findings::from_sorted(findings.clone()),
                &decisions,
                numbers,
                &Tools::default(),
            )
            .unwrap()
            .into_text()
        };
        let plain = Operator::from(Operator::placeholder().irreversible());
        // Both spellings are one value; the typed [PERSON_2] is nobody's.
        let expected = "[PERSON_1], [PERSON_1], [PERSON_3], [PERSON_2], [PERSON_1]";
        assert_eq!(run(plain.clone(), &mut Numbers::of_text()), expected);

        let mut numbers = Numbers::of_session();
        assert_eq!(run(plain, &mut numbers), expected);
        let out = run(Operator::from(Operator::placeholder()), &mut numbers);
        let untagged: String =
            out.split('.').map(|part| part.get(3..).filter(|_| part != out).unwrap_or(part)).collect();
        // The first spelling shares the number of its value, the second has its own.
        assert!(out.starts_with("[PERSON_1."), "{out}");
        assert!(untagged.contains("[PERSON_4") && untagged.contains("[PERSON_3"), "{untagged}");
        assert_eq!(numbers.restorable(), 3);
    }
}

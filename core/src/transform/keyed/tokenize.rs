//! A value becomes a token that opens again: the same token for the same value.
//!
//! Comes in: a value. Goes out: `wimd_…`, which carries the value; or, where the engine has a vault, `wimv_…`, which names
//! the place where it is kept.
use zeroize::Zeroizing;

use super::{Work, authenticates};
use crate::error::Error;
use crate::finding::{Finding, Findings};
use crate::input::Input;
use crate::policy::{Decision, Operator, TokenForm, Tokenize};
use crate::token::{self, Keep, NO_KEYS, Spelled, Whose};
use crate::transform::canonical::{CANONICAL, canonical};
use crate::transform::place::{Place, label};
use crate::transform::{Tools, acting, refusal};

/// Appends the token that carries the value.
pub(in crate::transform) fn tokenize(
    work: &Work<'_>,
    how: &Tokenize,
    out: &mut String,
) -> Result<(), &'static str> {
    let entity = work.finding.entity_type();
    if authenticates(entity) {
        label(entity, out);
        return Ok(());
    }
    let form = Form::of(how, work.finding, work.value);
    token::deterministic(&work.tools.ring, entity.name(), form.spelled(work.value), whose(work.input), out)
}

/// What stands there for each value that is tokenized, in their order, all of them kept in the vault in one step. Nothing
/// where there is no vault. What an outer finding covers is not kept.
pub(in crate::transform) fn kept(
    input: &Input<'_>,
    findings: &Findings,
    decisions: &[Decision<'_>],
    tools: &Tools,
) -> Result<Vec<String>, Error> {
    let Some(vault) = &tools.vault else { return Ok(Vec::new()) };
    let mut values = Vec::new();
    let mut done = 0;
    for (finding, decision) in findings.iter().zip(decisions) {
        let operator = acting(decision);
        let span = finding.span();
        if span.start() < done || *operator == Operator::Keep {
            continue;
        }
        done = span.end();
        let Operator::Tokenize(how) = operator else { continue };
        let Some(place) = Place::of(input.text(), span.range()) else {
            return Err(refusal(finding, operator, "the finding is not a place in the text"));
        };
        if tools.ring.primary().is_none() {
            return Err(refusal(finding, operator, NO_KEYS));
        }
        values.push((finding, place.value(), Form::of(how, finding, place.value())));
    }
    let keep: Vec<Keep<'_>> = values
        .iter()
        .filter(|(finding, ..)| !authenticates(finding.entity_type()))
        .map(|(finding, value, form)| Keep {
            entity: finding.entity_type().name(),
            value: form.spelled(value),
        })
        .collect();
    if keep.is_empty() {
        return Ok(values.iter().map(|(finding, ..)| labeled(finding)).collect());
    }
    let mut tokens = token::keep(&*vault.0, &tools.ring, &keep, whose(input))?.into_iter();
    let stand_in = |(finding, ..): &(&Finding, &str, Form)| match authenticates(finding.entity_type()) {
        true => labeled(finding),
        false => tokens.next().unwrap_or_else(|| labeled(finding)),
    };
    Ok(values.iter().map(stand_in).collect())
}

fn labeled(finding: &Finding) -> String {
    let mut out = String::new();
    label(finding.entity_type(), &mut out);
    out
}

/// Whose the tokens of a text are.
pub(in crate::transform) fn whose<'i>(input: &Input<'i>) -> Whose<'i> {
    Whose { tenant: input.tenant_hint(), subject: input.subject_hint() }
}

/// The spelling that shall come back.
enum Form {
    Exact,
    Canonical(Zeroizing<String>),
}

impl Form {
    fn of(how: &Tokenize, finding: &Finding, value: &str) -> Self {
        match how.form {
            TokenForm::Exact => Form::Exact,
            TokenForm::Canonical => {
                Form::Canonical(canonical(finding.entity_type(), finding.category(), value))
            }
        }
    }

    fn spelled<'v>(&'v self, value: &'v str) -> Spelled<'v> {
        match self {
            Form::Exact => Spelled { value, canonical: 0 },
            Form::Canonical(form) => Spelled { value: form, canonical: CANONICAL },
        }
    }
}

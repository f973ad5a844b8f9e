//! Matches of a user's recognizers → candidates: labels are left alone, checks and words near are weighed.
use super::walk::Walked;
use super::{Part, Plan, Raw};
use crate::catalog::COUNT;
use crate::catalog::shape::{NO_CODE, code};
use crate::detect::candidate::{Candidate, NONE, Support, weigh};
use crate::detect::context::{AFTER, BEFORE, is_in_value};
use crate::detect::scan::Scan;
use crate::detect::trace::Reason;
use crate::entity::EntityType;
use crate::error::Error;
use crate::finding::{ContextKind, Folding, Verdict};
use crate::input::Input;
use crate::text::plain::{Plain, is_word_char};
use crate::text::view::View;

/// The longest label looked at, in bytes: a type's name, and a number and a tag or a hash.
const LABEL: usize = 80;

impl Scan<'_, '_> {
    /// Looks for everything in the plan but what callbacks find.
    #[inline(never)]
    pub(in crate::detect) fn find_own(&mut self, plan: &Plan, path: &str) {
        self.find_own_before(plan, path, self.view.len(), &mut Walked::default());
    }

    /// The same from where the walk has come to up to `until`.
    pub(in crate::detect) fn find_own_before(
        &mut self,
        plan: &Plan,
        path: &str,
        until: usize,
        walked: &mut Walked,
    ) {
        for raw in plan.matches_before(self.view, until, walked) {
            if !is_in_label(plan, self.view, raw.start, raw.end) {
                self.take_own(plan, raw, None, path);
            }
        }
        self.order_own();
    }

    /// Asks the callbacks about the text.
    #[inline(never)]
    pub(in crate::detect) fn call_back(
        &mut self,
        plan: &Plan,
        input: &Input<'_>,
        most: usize,
    ) -> Result<(), Error> {
        for (part, callback) in &plan.callbacks {
            for found in callback.ask(input, most)? {
                let span = found.span();
                let raw = Raw { start: span.start(), end: span.end(), part: *part, weak: false };
                self.take_own(plan, raw, found.own_score().map(|s| s.percent()), input.path_hint());
            }
        }
        self.order_own();
        Ok(())
    }

    /// The last one first: what the scan has come to is taken from the end.
    fn order_own(&mut self) {
        self.own.sort_by_key(|c| core::cmp::Reverse((c.start, c.end, c.entry)));
    }

    fn take_own(&mut self, plan: &Plan, raw: Raw, score: Option<u8>, path: &str) {
        let Some(part) = plan.parts.get(usize::from(raw.part)) else { return };
        let entry = COUNT as u16 + raw.part;
        let (view, Raw { start, end, .. }) = (self.view, raw);
        let context = part.context_of(view, start, end, path);
        if raw.weak && context == ContextKind::None {
            return self.drop_with(entry, start, end, Reason::NoContext);
        }
        let verdict = part.check.map_or(Verdict::Unknown, |check| check.judge(&characters(view, start, end)));
        let claimed =
            verdict == Verdict::Invalid && matches!(context, ContextKind::Before | ContextKind::Field);
        if verdict == Verdict::Invalid && !claimed {
            return self.drop_with(entry, start, end, Reason::CheckFailed);
        }
        let score = weigh(score.unwrap_or(part.score), verdict, context, claimed);
        if score < self.settings.minimum {
            return self.drop_with(entry, start, end, Reason::BelowMinimum);
        }
        if self.settings.templates.iter().any(|template| template.around(view, start, end).is_some()) {
            return self.drop_with(entry, start, end, Reason::Template);
        }
        self.own.push(Candidate {
            start: start as u32,
            end: end as u32,
            entry,
            // What its owner wrote down says by its form what it is.
            support: if claimed { Support::Nothing } else { Support::Nearest },
            verdict,
            exact: true,
            score,
            context,
            claimed,
            specimen: false,
            folding: Folding::Plain,
            others: [NONE; 3],
            twin: NONE,
        });
    }
}

impl Part {
    /// Which of the words around a match speaks for it, if one does.
    fn context_of(&self, view: View<'_>, start: usize, end: usize, path: &str) -> ContextKind {
        if self.context.is_empty() {
            return ContextKind::None;
        }
        let speaks = |view: View<'_>, from: usize, to: usize| {
            words(view, from, to).any(|(plain, at, end)| {
                self.context.iter().any(|word| word.bytes() == plain.bytes()) && !is_in_value(view, at, end)
            })
        };
        let field = path.rsplit(['/', ':']).next().unwrap_or(path);
        if speaks(view, start.saturating_sub(BEFORE), start) {
            ContextKind::Before
        } else if speaks(View::new(field), 0, field.len()) {
            ContextKind::Field
        } else if speaks(view, end, end + AFTER) {
            ContextKind::After
        } else {
            ContextKind::None
        }
    }
}

/// The words that lie wholly in `from..to`, and where each one stands.
fn words(view: View<'_>, from: usize, to: usize) -> impl Iterator<Item = (Plain, usize, usize)> {
    let mut at = from;
    // Of a word that began before there is no more than a part.
    while view.char_at(at).is_none() && at < to.min(view.len()) {
        at += 1;
    }
    if view.char_before(at).is_some_and(is_word_char) {
        at = end_of_word(view, at, to);
    }
    core::iter::from_fn(move || {
        while at < to {
            let c = view.char_at(at)?;
            if !is_word_char(c) {
                at += c.len_utf8();
                continue;
            }
            let start = at;
            at = end_of_word(view, at, to);
            let whole = !view.char_at(at).is_some_and(is_word_char);
            if let Some(plain) = core::str::from_utf8(view.slice(start, at)).ok().and_then(Plain::of)
                && whole
            {
                return Some((plain, start, at));
            }
        }
        None
    })
}

/// Where the word at `at` ends, at `to` or a little behind it where it goes on.
fn end_of_word(view: View<'_>, mut at: usize, to: usize) -> usize {
    while at < to
        && let Some(c) = view.char_at(at).filter(|c| is_word_char(*c))
    {
        at += c.len_utf8();
    }
    at
}

/// The letters, as capitals, and digits of a value.
fn characters(view: View<'_>, start: usize, end: usize) -> Vec<u8> {
    let value = view.slice(start, end).iter().filter(|b| code(**b) != NO_CODE);
    value.map(u8::to_ascii_uppercase).collect()
}

/// Whether a match lies inside a label, placeholder or hash of ours: `[CONTRACT_NO]`, `[CONTRACT_NO_1.k7q]`,
/// `[CONTRACT_NO:5f3a…]`. What only looks like one is text.
fn is_in_label(plan: &Plan, view: View<'_>, start: usize, end: usize) -> bool {
    let inside = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.' | b':');
    let (mut left, mut right) = (start, end);
    while inside(view.before(left)) && right - left < LABEL {
        left -= 1;
    }
    while inside(view.at(right)) && right - left < LABEL {
        right += 1;
    }
    if view.before(left) != b'[' || view.at(right) != b']' {
        return false;
    }
    let Ok(label) = core::str::from_utf8(view.slice(left, right)) else { return false };
    let head = match (label.split_once('.'), label.split_once(':')) {
        (Some((head, _)), None) => head,
        (None, Some((head, hash))) if hash.len() == 32 && hash.bytes().all(|b| b.is_ascii_hexdigit()) => head,
        _ => label,
    };
    let name = match head.rsplit_once('_') {
        Some((name, number)) if !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => head,
    };
    EntityType::builtin(name).is_some() || plan.parts.iter().any(|part| part.entity.name() == name)
}

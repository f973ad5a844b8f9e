//! Several entries fit one window: context first, then their checks, then the best by rank.
use super::candidate::{Candidate, NONE, Support, weigh};
use super::context::BEFORE;
use super::scan::Scan;
use super::tables::{ENTRY_WORDS, Entries, Form, Set, shape_of};
use super::trace::Reason;
use crate::catalog::shape::{NO_CODE, code, is_usual};
use crate::catalog::{CATALOG, COUNT};
use crate::entity::Category;
use crate::finding::{ContextKind, Folding, Verdict};

/// A stretch of text that some shape fits.
pub(super) struct Window<'v> {
    /// Start of the whole chain, where the words before it are looked up.
    pub(super) chain: usize,
    pub(super) start: usize,
    pub(super) end: usize,
    /// Letters and digits in it.
    pub(super) characters: usize,
    /// Bit n: a separator stands before character n; the same by kind.
    pub(super) gaps: u64,
    pub(super) kinds: [u64; 4],
    /// It is a part of a longer chain.
    pub(super) cut: bool,
    pub(super) number: bool,
    /// Its letters, as capitals, and digits.
    pub(super) value: &'v [u8],
}

impl Scan<'_, '_> {
    /// Puts the best entry of the window forward; tells whether there was one.
    #[inline(never)]
    #[expect(clippy::indexing_slicing, reason = "form and entry numbers come from bits of sets of that size")]
    pub(super) fn choose<const W: usize>(
        &mut self,
        window: &Window<'_>,
        fits: &Set<W>,
        forms: &[Form],
    ) -> bool {
        let (mut strong, mut weak, mut exact): (Entries, Entries, Entries) = Default::default();
        for (w, bits) in fits.iter().enumerate() {
            let mut bits = *bits;
            while bits != 0 {
                let number = w * 64 + bits.trailing_zeros() as usize;
                bits &= bits - 1;
                let form = &forms[number];
                if !self.really_fits(window, form, number) {
                    continue;
                }
                let usual = form.usual != 0 && is_usual(form.usual, window.characters, window.gaps);
                let is_weak = form.weak || form.usual != 0 && !usual;
                for e in 0..ENTRY_WORDS {
                    let who = form.who[e] & self.settings.enabled[e];
                    if is_weak {
                        weak[e] |= who;
                    } else {
                        strong[e] |= who;
                    }
                    if usual || !form.anywhere {
                        exact[e] |= who;
                    }
                }
            }
        }
        let mut live: Entries = strong;
        live.iter_mut().zip(&weak).for_each(|(a, b)| *a |= b);
        if live.iter().all(|w| *w == 0) {
            return false;
        }
        // Words before the chain, or before the window where the chain began long ago.
        let from = window.chain.max(window.start.saturating_sub(BEFORE));
        let refusable = self.trace.is_none() && all_checked(&live);
        // A code that counts only where a word calls for it is nobody's claim: refused, it is nothing.
        let called_only = !window.number && strong.iter().all(|w| *w == 0);
        if refusable && called_only && refused(&live, window.value) {
            return false;
        }
        let said = self.near.said_before(self.view, from, &live);
        // Words after it save no value that its own check refuses.
        if said.is_none() && refusable && refused(&live, window.value) {
            return false;
        }
        let (supported, support, context) =
            said.unwrap_or_else(|| self.near.said_after(self.view, window.end, &live));
        let mut run: Entries = Default::default();
        for e in 0..ENTRY_WORDS {
            run[e] = strong[e] | weak[e] & supported[e];
        }
        if self.trace.is_some() {
            self.trace_without_context(window, &weak, &run);
        }
        if run.iter().all(|w| *w == 0) {
            return false;
        }
        self.best(window, &run, &strong, &exact, &supported, support, context)
    }

    /// What the tables cannot tell: alike separators, narrow positions, capitals. Only for the few that come this far.
    fn really_fits(&self, window: &Window<'_>, form: &Form, number: usize) -> bool {
        if window.gaps & form.optional != 0 {
            let kinds = window.kinds.iter().filter(|k| *k & form.optional != 0).count();
            let all = form.optional & ((1u64 << window.characters) - 1);
            if kinds > 1 || !form.anywhere && window.gaps & form.optional != all {
                return false;
            }
        }
        let bytes = self.view.slice(window.start, window.end);
        // No early end: sixteen bytes at a time are quicker.
        if form.capitals && bytes.iter().fold(false, |any, b| any | b.is_ascii_lowercase()) {
            return false;
        }
        if !form.narrow {
            return true;
        }
        let shape = shape_of(window.number, number);
        let codes = bytes.iter().map(|&b| code(b)).filter(|&c| c != NO_CODE);
        codes.enumerate().all(|(n, c)| shape.admits(n, usize::from(c)))
    }

    #[expect(clippy::too_many_arguments, reason = "one step of `choose`, split off for the reader")]
    #[expect(clippy::indexing_slicing, reason = "entry numbers come from bits of a set of that size")]
    fn best(
        &mut self,
        window: &Window<'_>,
        run: &Entries,
        strong: &Entries,
        exact: &Entries,
        supported: &Entries,
        support: Support,
        context: ContextKind,
    ) -> bool {
        let mut best: Option<Candidate> = None;
        let mut others = [NONE; 3];
        let mut twin = NONE;
        for (w, bits) in run.iter().enumerate() {
            let mut bits = *bits;
            while bits != 0 {
                let bit = bits & bits.wrapping_neg();
                let entry = w * 64 + bits.trailing_zeros() as usize;
                bits ^= bit;
                let definition = CATALOG[entry];
                let verdict = definition.check.map_or(Verdict::Unknown, |check| check(window.value));
                let spoken_for = supported[w] & bit != 0;
                // A mistyped card is still a card: kept, but as the writer's claim and behind everything else.
                let claimed = verdict == Verdict::Invalid
                    && spoken_for
                    && context != ContextKind::After
                    && support != Support::Hinted
                    && (window.number || strong[w] & bit != 0)
                    && definition.category != Category::Benign;
                if verdict == Verdict::Invalid && !claimed {
                    self.drop_with(entry as u16, window.start, window.end, Reason::CheckFailed);
                    continue;
                }
                if window.cut && verdict != Verdict::Valid && !spoken_for {
                    continue;
                }
                // A hint counts for nothing where no check holds.
                let spoken_for = spoken_for && (support != Support::Hinted || verdict == Verdict::Valid);
                if !spoken_for && strong[w] & bit == 0 {
                    self.drop_with(entry as u16, window.start, window.end, Reason::NoContext);
                    continue;
                }
                let (support, context) =
                    if spoken_for { (support, context) } else { (Support::Nothing, ContextKind::None) };
                let number = matches!(
                    definition.category,
                    Category::GovernmentId | Category::Financial | Category::Health
                );
                let doubted = !spoken_for && verdict == Verdict::Unknown && number && {
                    let from = window.chain.max(window.start.saturating_sub(BEFORE));
                    self.near.is_harmless(self.view, from)
                };
                // Grouped its own way and a check that a random number fails: it says by itself what it is.
                let self_evident = verdict == Verdict::Valid && window.gaps != 0 && exact[w] & bit != 0;
                let lead = definition.lead_of.map_or(definition.lead, |lead| lead(window.value));
                let candidate =
                    Candidate {
                        start: window.start as u32 + u32::from(lead),
                        end: window.end as u32,
                        entry: entry as u16,
                        support: match (claimed, self_evident) {
                            (true, _) => Support::Nothing,
                            (_, true) => support.max(Support::Nearest),
                            _ => support,
                        },
                        verdict,
                        exact: exact[w] & bit != 0,
                        score: weigh(definition.score, verdict, context, claimed)
                            .saturating_sub(if doubted { DOUBT } else { 0 }),
                        context,
                        claimed,
                        specimen: definition.specimen.is_some_and(|specimen| specimen(window.value)),
                        folding: Folding::Plain,
                        others: [NONE; 3],
                        twin: NONE,
                    };
                match &best {
                    Some(leader) if candidate.rank() <= leader.rank() => {
                        note(&mut others, &mut twin, &candidate);
                    }
                    _ => {
                        if let Some(leader) = best.replace(candidate) {
                            note(&mut others, &mut twin, &leader);
                        }
                    }
                }
            }
        }
        let Some(mut best) = best else { return false };
        best.others = others;
        best.twin = twin;
        if best.is_benign() {
            for other in others.into_iter().filter(|o| *o != NONE) {
                self.drop_with(other, window.start, window.end, Reason::Twin(best.entry));
            }
        }
        self.offer(best);
        true
    }

    #[inline(never)]
    #[expect(clippy::indexing_slicing, reason = "w is below the length of both")]
    fn trace_without_context(&mut self, window: &Window<'_>, weak: &Entries, run: &Entries) {
        for w in 0..ENTRY_WORDS {
            let mut bits = weak[w] & !run[w];
            while bits != 0 {
                let entry = (w * 64) as u16 + bits.trailing_zeros() as u16;
                bits &= bits - 1;
                self.drop_with(entry, window.start, window.end, Reason::NoContext);
            }
        }
    }
}

/// What a form that nothing proves loses behind a word for something harmless, in percent.
const DOUBT: u8 = 10;

/// Entries that have a check of their own.
#[expect(clippy::indexing_slicing, reason = "const fn has no get; e is below COUNT")]
static CHECKED: Entries = {
    let mut set = [0; ENTRY_WORDS];
    let mut e = 0;
    while e < COUNT {
        if CATALOG[e].check.is_some() {
            set[e / 64] |= 1 << (e % 64);
        }
        e += 1;
    }
    set
};

#[inline(always)]
fn all_checked(entries: &Entries) -> bool {
    entries.iter().zip(&CHECKED).all(|(bits, checked)| bits & !checked == 0)
}

/// Whether the checks of all `entries` refuse the value.
#[inline(always)]
fn refused(entries: &Entries, value: &[u8]) -> bool {
    for (w, bits) in entries.iter().enumerate() {
        let mut bits = *bits;
        while bits != 0 {
            let entry = w * 64 + bits.trailing_zeros() as usize;
            bits &= bits - 1;
            let check = CATALOG.get(entry).and_then(|e| e.check);
            if check.is_none_or(|check| check(value) != Verdict::Invalid) {
                return false;
            }
        }
    }
    true
}

/// Remembers one that lost inside its window: a twin as the twin, others by order of coming, best first where equal.
fn note(others: &mut [u16; 3], twin: &mut u16, loser: &Candidate) {
    if loser.is_benign() {
        *twin = loser.entry;
    } else if let Some(place) = others.iter_mut().find(|o| **o == NONE) {
        *place = loser.entry;
    }
}

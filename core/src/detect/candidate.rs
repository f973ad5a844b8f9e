//! A match not yet believed, and how much speaks for it.
use smallvec::SmallVec;

use crate::catalog::{CATALOG, COUNT};
use crate::entity::Category;
use crate::finding::{ContextKind, Folding, Verdict};

/// No entry: for empty places in lists of entries.
pub(super) const NONE: u16 = u16::MAX;

/// Some candidates; those of most texts need no memory of their own.
pub(super) type Candidates = SmallVec<[Candidate; 4]>;

/// How strongly the surroundings say what the value is. Later beats earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Support {
    /// Nothing does.
    Nothing,
    /// A word before it that says something only where the check holds.
    Hinted,
    /// A word after it.
    After,
    /// A word before it, with another entry's word nearer.
    Farther,
    /// The nearest word before it that speaks for anything, the field's name, a cue, or a form that says it by itself.
    Nearest,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) start: u32,
    pub(super) end: u32,
    /// Number in the catalogue; from `COUNT` on, in the plan of the user's recognizers.
    pub(super) entry: u16,
    pub(super) support: Support,
    pub(super) verdict: Verdict,
    /// Grouped as the entry's own forms say, not any way.
    pub(super) exact: bool,
    pub(super) score: u8,
    pub(super) context: ContextKind,
    pub(super) claimed: bool,
    pub(super) specimen: bool,
    /// How the text had to be folded for it.
    pub(super) folding: Folding,
    /// Other entries that accept the same text, best first.
    pub(super) others: [u16; 3],
    /// The benign entry that lost against it.
    pub(super) twin: u16,
}

/// Written precedence inside one window: what the surroundings say, the verdict, its own grouping over any grouping,
/// the score, and last the catalogue's order (through `better`).
pub(super) type Rank = (Support, Verdict, bool, u8);

impl Candidate {
    pub(super) fn rank(&self) -> Rank {
        (self.support, self.verdict, self.exact, self.score)
    }

    pub(super) fn length(&self) -> u32 {
        self.end - self.start
    }

    pub(super) fn holds(&self, other: &Candidate) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    pub(super) fn overlaps(&self, other: &Candidate) -> bool {
        self.start < other.end && other.start < self.end
    }

    pub(super) fn is_benign(&self) -> bool {
        CATALOG.get(usize::from(self.entry)).is_some_and(|e| e.category == Category::Benign)
    }

    /// Of a recognizer of the user's: their numbers follow those of the catalogue.
    pub(super) fn is_own(&self) -> bool {
        usize::from(self.entry) >= COUNT
    }

    pub(super) fn holds_others(&self) -> bool {
        CATALOG.get(usize::from(self.entry)).is_some_and(|e| e.holds_others)
    }

    /// Precedence between windows that overlap: what the surroundings say and whether the check passed, then the
    /// longer, then the score, the catalogue's order, the place.
    pub(super) fn beats(&self, other: &Candidate) -> bool {
        let class = |c: &Candidate| (c.support, c.verdict == Verdict::Valid);
        let key = |c: &Candidate| (class(c), c.length(), c.score);
        match key(self).cmp(&key(other)) {
            core::cmp::Ordering::Greater => true,
            core::cmp::Ordering::Less => false,
            core::cmp::Ordering::Equal => (self.entry, self.start) < (other.entry, other.start),
        }
    }
}

/// Percent for a base score, what the check said and what stands near: +20 for a valid check, +15 for a word before
/// or the field's name, +10 for a word after; what is only claimed stays at 50.
pub(super) fn weigh(base: u8, verdict: Verdict, context: ContextKind, claimed: bool) -> u8 {
    let check = if verdict == Verdict::Valid { 20 } else { 0 };
    let near = match context {
        ContextKind::Before | ContextKind::Field => 15,
        ContextKind::After => 10,
        ContextKind::Cue
        | ContextKind::Question
        | ContextKind::Model
        | ContextKind::Earlier
        | ContextKind::None => 0,
    };
    let score = base.saturating_add(check).saturating_add(near).min(100);
    if claimed { score.min(50) } else { score }
}

//! Text → candidates: byte classes, the gates that need no digit, and what each gate calls.
//!
//! A gate is a handful of operations on masks of 64 bytes, with the block before as carry and the block after as
//! look-ahead, so prose costs no branch. Behind it stand the shape walks (`number`, `code`) and the parsers of the
//! catalogue. `detect/tests.rs` compares all of it with `naive`, a scan that tries every shape on every window.
use core::num::NonZeroU64;

use super::Settings;
use super::calls::{AT, BEGINS, COLON, Call, HOLDER, HOLDERS, TOKEN};
use super::candidate::{Candidate, Candidates};
use super::context::{Near, is_of_a_token};
use super::fold::Places;
use super::gates::{Gates, Open};
use super::masks::{Masks, block_at, classify};
use super::resolve;
use super::trace::Trace;
use super::words::{FOLD, begin_in, calls_of, filled_up, may_call};
use crate::catalog::entry::{Found, Hints, Probe, REACH};
use crate::text::byte_set::ByteSet;
use crate::text::view::View;

/// Letters of ASCII and digits.
static WORDY: ByteSet = ByteSet::with("");

/// One pass over one text.
pub(super) struct Scan<'s, 't> {
    pub(super) view: View<'t>,
    pub(super) settings: &'s Settings,
    pub(super) hints: Hints,
    pub(super) near: Near,
    /// Found, not yet settled against each other.
    pub(super) pending: Candidates,
    /// Found by the user's recognizers, the last one first; the scan takes them up as it comes to their places.
    pub(super) own: Vec<Candidate>,
    /// How many of them were too near to the scan to be settled the last time: sorted again only when as many as fill
    /// a cluster are new.
    pub(super) unsettled: usize,
    /// What a stream has settled before it was due.
    pub(super) early: Early,
    /// Settled, roughly in order of place.
    pub(super) kept: Candidates,
    /// Once a model is asked: the bytes of the longest one kept.
    pub(super) longest: u32,
    /// How many of the last ones reach into what is pending.
    pub(super) over: usize,
    /// Places where a folded look is worth while (see `fold`).
    pub(super) foldable: Places,
    pub(super) trace: Option<Trace>,
    pub(super) skip: Skip,
}

/// What was settled early since the last time that candidates were due: how many are gone and how many of them are the
/// user's own, and how many of the user's own were taken up.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Early {
    pub(super) gone: usize,
    pub(super) own: usize,
    pub(super) taken: usize,
}

/// Up to where each gate's last look has seen all there is, so that no byte is walked again and again.
#[derive(Clone, Copy, Default)]
pub(super) struct Skip {
    pub(super) number: usize,
    pub(super) code: usize,
    token: usize,
    /// The last value of each entry that holds others: it is not looked for inside itself.
    outer: [(usize, usize); HOLDERS],
    /// Where the farthest of them ends.
    outer_end: usize,
}

impl Skip {
    /// The first `count` bytes of the text are gone.
    pub(super) fn forget(&mut self, count: usize) {
        let places = [&mut self.number, &mut self.code, &mut self.token, &mut self.outer_end];
        let outer = self.outer.iter_mut().flat_map(|(start, end)| [start, end]);
        places.into_iter().chain(outer).for_each(|place| *place = place.saturating_sub(count));
    }
}

/// What the next block must know of this one.
#[derive(Clone, Copy, Default)]
pub(super) struct Carry {
    pub(super) digit: u64,
    pub(super) letter: u64,
    pub(super) wordy: u64,
    pub(super) chain: u64,
    pub(super) code_chain: u64,
    pub(super) open: Open,
}

impl<'s, 't> Scan<'s, 't> {
    #[inline(always)]
    pub(super) fn new(view: View<'t>, settings: &'s Settings, path: &str, hints: Hints, trace: bool) -> Self {
        Scan {
            view,
            settings,
            hints,
            near: Near::new(path),
            pending: Candidates::new(),
            own: Vec::new(),
            unsettled: 0,
            early: Early::default(),
            kept: Candidates::new(),
            longest: 0,
            over: 0,
            foldable: Places::default(),
            trace: trace.then(Trace::default),
            skip: Skip::default(),
        }
    }

    /// Scans the whole text and settles everything.
    pub(super) fn run(&mut self) {
        let bytes = self.view.bytes();
        let (blocks, tail) = bytes.as_chunks::<64>();
        let mut carry = Carry::default();
        let last = block_at(bytes, bytes.len() - tail.len());
        let mut this = classify(blocks.first().unwrap_or(&last));
        let (mut base, mut ahead) = (0, blocks.iter().skip(1).chain((!tail.is_empty()).then_some(&last)));
        if blocks.is_empty() {
            ahead.next(); // the tail is the first block
        }
        // One call for all blocks, the last one included, so that all of it may be put in line.
        loop {
            let next = ahead.next();
            let masks = next.map(classify).unwrap_or_default();
            self.block(base, &this, &masks, &mut carry);
            if next.is_none() {
                break;
            }
            if self.pending.len() >= self.unsettled + resolve::MOST {
                self.settle(base);
            }
            base += 64;
            this = masks;
        }
        if !self.own.is_empty() {
            self.pending.extend(core::mem::take(&mut self.own));
        }
        self.settle(usize::MAX);
    }

    #[inline(always)]
    pub(super) fn block(&mut self, base: usize, this: &Masks, next: &Masks, carry: &mut Carry) {
        let before = |mask: u64, carried: u64| mask << 1 | carried >> 63;
        let after = |mask: u64, ahead: u64| mask >> 1 | ahead << 63;
        let wordy = this.digit | this.letter;
        let next_wordy = next.digit | next.letter;

        // One between two others is no parser's: rows of them cost nothing but their ends.
        let mut ats = this.at & !(this.at << 1 & this.at >> 1);
        while ats != 0 {
            let at = base + ats.trailing_zeros() as usize;
            ats &= ats - 1;
            self.call(AT.list(), at, at + 1);
            self.note_at(at);
        }

        let joint = this.separator & !this.space;
        let chain =
            this.digit | this.separator & before(this.digit, carry.digit) & after(this.digit, next.digit);
        let code_chain = wordy | joint & before(wordy, carry.wordy) & after(wordy, next_wordy);
        let token_starts = wordy & !before(wordy, carry.wordy);
        let ahead = |x: u64, y: u64, n: u32| x >> n | y << (64 - n);
        let next_two = next_wordy & next_wordy >> 1;
        let two = wordy & after(wordy, next_wordy);
        let four = two & ahead(two, next_two, 2);
        // Most blocks of prose hold no digit, and then neither a number nor a code, unless a token or a space before one
        // reaches to the digits of the next block.
        let reaching = if wordy >> 63 != 0 { next.digit } else { next.digit & 0b11 };
        let open = if this.digit | reaching != 0 {
            let gates =
                Gates { this, next, wordy, next_wordy, four, next_two, chain, code_chain, token_starts };
            self.numbers_and_codes(base, &gates, carry)
        } else {
            Open::default()
        };

        // A colon between two characters of a token: addresses of pages and machines, clock times.
        let token_like = wordy | this.colon;
        let mut colons = this.colon
            & before(token_like, carry.wordy)
            & after(token_like | joint, next_wordy | next.colon | next.separator & !next.space);
        // "::" may begin an address.
        colons |= this.colon & after(this.colon, next.colon);
        // Right behind another one none is any parser's: those of addresses are looked at from their first one.
        colons &= !(this.colon << 1);
        while colons != 0 {
            let at = base + colons.trailing_zeros() as usize;
            colons &= colons - 1;
            self.call(COLON.list(), at, at + 1);
        }

        // Unbroken tokens of sixteen and more: keys.
        if four & token_starts != 0 {
            let next_four = next_two & next_two >> 2;
            let eight = four & ahead(four, next_four, 4);
            let next_eight = next_four & next_four >> 4;
            let mut tokens = eight & ahead(eight, next_eight, 8) & token_starts;
            while tokens != 0 {
                let at = base + tokens.trailing_zeros() as usize;
                tokens &= tokens - 1;
                if at >= self.skip.token {
                    self.skip.token = self.token(at);
                }
            }
        }

        let words = this.letter & !before(this.letter, carry.letter);
        if words != 0 {
            self.words(base, words, this.letter, next.letter);
        }

        if this.high != 0 {
            self.note_high(base, this.high);
        }

        *carry = Carry { digit: this.digit, letter: this.letter, wordy, chain, code_chain, open };
    }

    /// Cue words: what each word that starts in the block calls.
    #[inline(never)]
    fn words(&mut self, base: usize, starts: u64, letter: u64, next: u64) {
        let bytes = self.view.bytes();
        // The block, and as much of the next one as a word that starts at its end is looked at.
        let padded;
        let block = match bytes.get(base..).and_then(|rest| rest.first_chunk()) {
            Some(block) => block,
            None => {
                padded = filled_up(bytes, base);
                &padded
            }
        };
        let mut called = may_call(block, starts, letter, next);
        let letters = u128::from(letter) | u128::from(next) << 64;
        while let Some(first) = NonZeroU64::new(called) {
            let o = first.trailing_zeros() as usize;
            called &= called - 1;
            let run = (letters >> o) as u64;
            let (at, length) = (base + o, run.trailing_ones() as usize);
            let calls = calls_of(begin_in(block, o, run), bytes, at, length);
            if !calls.is_empty() {
                self.call_word(calls, at, at + length);
            }
        }
    }

    /// Asks the parsers of a cue word, unless it is part of a token.
    #[inline(always)]
    pub(super) fn call_word(&mut self, calls: &'static [Call], at: usize, end: usize) {
        if !is_of_a_token(self.view, at) {
            self.call(calls, at, end);
        }
    }

    /// Asks the parsers of an anchor.
    #[inline(never)]
    pub(super) fn call(&mut self, calls: &'static [Call], at: usize, end: usize) {
        let probe = Probe { view: self.view, at, end, hints: self.hints };
        for &(entry, parser) in calls {
            if !self.settings.is_on(entry) || at < self.skip.outer_end && self.is_inside(entry, at) {
                if entry == FOLD {
                    self.note_word(at, end);
                }
                continue;
            }
            if let Some(found) = parser(&probe) {
                self.parsed(entry, found);
            }
        }
    }

    /// Whether `at` lies in the last value of an entry that holds others.
    fn is_inside(&self, entry: u16, at: usize) -> bool {
        let holder = HOLDER.get(usize::from(entry)).map_or(HOLDERS, |&n| usize::from(n));
        self.skip.outer.get(holder).is_some_and(|&(start, end)| (start..end).contains(&at))
    }

    #[inline(never)]
    fn parsed(&mut self, entry: u16, found: Found) {
        let holder = HOLDER.get(usize::from(entry)).map_or(HOLDERS, |&n| usize::from(n));
        if let Some(outer) = self.skip.outer.get_mut(holder) {
            *outer = (found.start, found.end);
            self.skip.outer_end = self.skip.outer_end.max(found.end);
        }
        self.take(entry, found);
    }

    /// A run of letters and digits from `at`; gives its end.
    #[inline(never)]
    fn token(&mut self, at: usize) -> usize {
        let end = at + WORDY.run(self.view.slice(at, at + REACH));
        if end - at >= 16 {
            if BEGINS.may_call(self.view.at(at), self.view.at(at + 1)) {
                for call in BEGINS.of(self.view.slice(at, end)) {
                    self.call(core::slice::from_ref(call), at, end);
                }
            }
            self.call(TOKEN.list(), at, end);
            self.note_island(at, end);
        }
        // The rest of a longer run is no token start of its own.
        end
    }
}

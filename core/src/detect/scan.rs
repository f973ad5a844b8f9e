//! Text → candidates: byte classes, gates by bit algebra, and what each gate calls.
//!
//! A gate is a handful of operations on masks of 64 bytes, with the block before as carry and the block after as
//! look-ahead, so prose costs no branch. Behind it stand the shape walks (`number`, `code`) and the parsers of the
//! catalogue. `detect/tests.rs` compares all of it with `naive`, a scan that tries every shape on every window.
use core::num::NonZeroU64;

use super::Settings;
use super::candidate::{Candidate, NONE, Support, weigh};
use super::context::Near;
use super::masks::{Masks, block_at, classify};
use super::resolve::{self, Lost};
use super::tables::{
    AT, BEGINS, CANDIDATE, COLON, Call, Entries, HOLDER, HOLDERS, LINE, MASKED, RIVAL, SUFFIX, TOKEN,
    may_be_suffix,
};
use super::trace::{Reason, Trace};
use super::words::{begin, calls_of, may_call};
use crate::catalog::CATALOG;
use crate::catalog::entry::{Found, Hints, Probe, REACH};
use crate::finding::{ContextKind, Verdict};
use crate::text::hashed::is_hash;
use crate::text::view::{View, is_wordy};

/// One pass over one text.
pub(super) struct Scan<'s, 't> {
    pub(super) view: View<'t>,
    pub(super) settings: &'s Settings,
    pub(super) hints: Hints,
    pub(super) near: Near,
    /// Found, not yet settled against each other.
    pub(super) pending: Vec<Candidate>,
    /// Found by the user's recognizers, the last one first; the scan takes them up as it comes to their places.
    pub(super) own: Vec<Candidate>,
    /// How many of them were too near to the scan to be settled the last time: sorted again only when as many as fill
    /// a cluster are new.
    unsettled: usize,
    /// Settled, roughly in order of place.
    pub(super) kept: Vec<Candidate>,
    /// How many of the last ones reach into what is pending.
    over: usize,
    /// Places where a folded look is worth while (see `fold`).
    pub(super) foldable: Vec<usize>,
    pub(super) trace: Option<Trace>,
    skip: Skip,
}

/// Up to where each gate's last look has seen all there is, so that no byte is walked again and again.
#[derive(Clone, Copy, Default)]
struct Skip {
    number: usize,
    code: usize,
    token: usize,
    /// The last value of each entry that holds others: it is not looked for inside itself.
    outer: [(usize, usize); HOLDERS],
}

/// What the next block must know of this one.
#[derive(Clone, Copy, Default)]
struct Carry {
    digit: u64,
    letter: u64,
    wordy: u64,
    chain: u64,
    code_chain: u64,
}

/// What the gates for numbers and codes are made of.
struct Gates<'m> {
    this: &'m Masks,
    next: &'m Masks,
    wordy: u64,
    next_wordy: u64,
    chain: u64,
    code_chain: u64,
    token_starts: u64,
}

impl<'s, 't> Scan<'s, 't> {
    #[inline(always)]
    pub(super) fn new(view: View<'t>, settings: &'s Settings, path: &str, hints: Hints, trace: bool) -> Self {
        Scan {
            view,
            settings,
            hints,
            near: Near::new(path),
            pending: Vec::new(),
            own: Vec::new(),
            unsettled: 0,
            kept: Vec::new(),
            over: 0,
            foldable: Vec::new(),
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
        let mut base = 0;
        for ahead in blocks.iter().skip(1).chain((!tail.is_empty() && !blocks.is_empty()).then_some(&last)) {
            let next = classify(ahead);
            self.block(base, &this, &next, &mut carry);
            if self.pending.len() >= self.unsettled + resolve::MOST {
                self.settle(base);
            }
            base += 64;
            this = next;
        }
        self.block(base, &this, &Masks::default(), &mut carry);
        if !self.own.is_empty() {
            self.pending.append(&mut self.own);
        }
        self.settle(usize::MAX);
    }

    #[inline(always)]
    fn block(&mut self, base: usize, this: &Masks, next: &Masks, carry: &mut Carry) {
        let before = |mask: u64, carried: u64| mask << 1 | carried >> 63;
        let after = |mask: u64, ahead: u64| mask >> 1 | ahead << 63;
        let wordy = this.digit | this.letter;
        let next_wordy = next.digit | next.letter;

        let mut ats = this.at;
        while ats != 0 {
            let at = base + ats.trailing_zeros() as usize;
            ats &= ats - 1;
            self.call(AT.list(), at, at + 1);
        }

        let joint = this.separator & !this.space;
        let chain =
            this.digit | this.separator & before(this.digit, carry.digit) & after(this.digit, next.digit);
        let code_chain = wordy | joint & before(wordy, carry.wordy) & after(wordy, next_wordy);
        let token_starts = wordy & !before(wordy, carry.wordy);
        // Most blocks of prose hold no digit, and then neither a number nor a code.
        if this.digit | next.digit != 0 {
            let gates = Gates { this, next, wordy, next_wordy, chain, code_chain, token_starts };
            self.numbers_and_codes(base, &gates, carry);
        }

        // A colon between two characters of a token: addresses of pages and machines, clock times.
        let token_like = wordy | this.colon;
        let mut colons = this.colon
            & before(token_like, carry.wordy)
            & after(token_like | joint, next_wordy | next.colon | next.separator & !next.space);
        // "::" may begin an address.
        colons |= this.colon & after(this.colon, next.colon);
        while colons != 0 {
            let at = base + colons.trailing_zeros() as usize;
            colons &= colons - 1;
            self.call(COLON.list(), at, at + 1);
        }

        // Unbroken tokens of sixteen and more: keys.
        let ahead = |x: u64, y: u64, n: u32| x >> n | y << (64 - n);
        let next_two = next_wordy & next_wordy >> 1;
        let two = wordy & after(wordy, next_wordy);
        let four = two & ahead(two, next_two, 2);
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

        // A digit beside a character beyond ASCII: perhaps a no-break space that only looks like an end.
        let mut high = this.high & (before(this.digit, carry.digit) | after(this.digit, next.digit));
        while high != 0 {
            let at = base + high.trailing_zeros() as usize;
            high &= high - 1;
            self.note_foldable(at);
        }

        *carry = Carry { digit: this.digit, letter: this.letter, wordy, chain, code_chain };
    }

    /// Cue words: what each word that starts in the block calls.
    #[inline(never)]
    fn words(&mut self, base: usize, mut starts: u64, letter: u64, next: u64) {
        let bytes = self.view.bytes();
        let block = bytes.get(base..).unwrap_or_default();
        while let Some(first) = NonZeroU64::new(starts) {
            let o = first.trailing_zeros() as usize;
            starts &= starts - 1;
            let run = letter >> o | next << 1 << (63 - o);
            let begin = begin(block, o, run);
            if may_call(begin) {
                let at = base + o;
                let length = run.trailing_ones() as usize;
                let calls = calls_of(begin, bytes, at, length);
                if !calls.is_empty() {
                    self.call(calls, at, at + length);
                }
            }
        }
    }

    /// The gates that need a digit, for a block that has one at hand.
    #[inline(never)]
    fn numbers_and_codes(&mut self, base: usize, gates: &Gates<'_>, carry: &Carry) {
        let before = |mask: u64, carried: u64| mask << 1 | carried >> 63;
        let wide = |mask: u64, ahead: u64| u128::from(mask) | u128::from(ahead) << 64;
        let &Gates { this, next, wordy, next_wordy, chain, code_chain, token_starts } = gates;
        // Digits joined by single separators, seven bytes or longer: numbers, phones, addresses, dates.
        let next_chain = next.digit | next.separator & before(next.digit, this.digit) & next.digit >> 1;
        let long = {
            let x = wide(chain, next_chain);
            let x = x & x >> 1;
            let x = x & x >> 2;
            (x & x >> 3) as u64
        };
        let mut starts = long & !before(chain, carry.chain);
        if starts != 0 {
            let (digit, separator, space) = (
                wide(this.digit, next.digit),
                wide(this.separator, next.separator),
                wide(this.space, next.space),
            );
            while starts != 0 {
                let o = starts.trailing_zeros();
                starts &= starts - 1;
                let at = base + o as usize;
                if at >= self.skip.number {
                    self.skip.number =
                        self.number(at, (digit >> o) as u64, (separator >> o) as u64, (space >> o) as u64);
                }
            }
        }

        // Four digits and no more: looked at where a mask ends before them.
        let run = wide(this.digit, next.digit);
        let run = run & run >> 1;
        let run = (run & run >> 2 & !(run >> 3)) as u64;
        let mut fours = run & !before(this.digit, carry.digit);
        while fours != 0 {
            let at = base + fours.trailing_zeros() as usize;
            fours &= fours - 1;
            if ends_mask(self.view, at) {
                self.call(MASKED.list(), at, at + 4);
            }
        }

        // What addresses are made of: numbers behind a word or at the start of a line, `9AA` behind a space.
        let numbers = chain & !before(chain | wordy, carry.chain | carry.wordy);
        if numbers != 0 {
            self.places(base, numbers);
        }
        let ahead = |x: u64, y: u64, n: u32| x >> n | y << (64 - n);
        let spaced = this.space & ahead(this.digit, next.digit, 1) & ahead(this.letter, next.letter, 2);
        if spaced != 0 {
            self.spaced_codes(base, spaced);
        }

        // Codes: capitals then a digit, with or without a separator; seven letters and digits that begin with
        // letters; digits then a letter, or a separator, one digit and a letter.
        let token_starts_wide = u128::from(token_starts);
        let (upper, letter, digit, separator) = (
            wide(this.upper, next.upper),
            wide(this.letter, next.letter),
            wide(this.digit, next.digit),
            wide(this.separator, next.separator),
        );
        let all = wide(wordy, next_wordy);
        let ascii = all & !wide(this.high, next.high);
        let two = all & all >> 1;
        let four = two & two >> 2;
        let seven = four & four >> 3;
        let upper_starts = token_starts_wide & upper;
        let upper_ends = upper.wrapping_add(upper_starts) & !upper & !upper_starts;
        let letter_starts = token_starts_wide & seven & letter;
        let letter_ends = letter.wrapping_add(letter_starts) & !letter;
        let mut codes = letter_ends & digit | upper_ends & (digit | separator & digit >> 1);
        let next_code_chain =
            next_wordy | next.separator & !next.space & before(next_wordy, wordy) & next_wordy >> 1;
        let long_code = {
            let x = wide(code_chain, next_code_chain);
            let x = x & x >> 1;
            let x = x & x >> 2;
            x & x >> 3
        };
        let digit_starts =
            token_starts_wide & digit & long_code & !u128::from(before(code_chain, carry.code_chain));
        let space = wide(this.space, next.space);
        let joint = separator & !space;
        let then_letter = letter | separator & letter >> 1 | joint & digit >> 1 & letter >> 2;
        codes |= digit.wrapping_add(digit_starts) & !digit & then_letter;
        while codes != 0 {
            let o = codes.trailing_zeros();
            codes &= codes - 1;
            let earlier = token_starts_wide & ((1 << o) - 1);
            if earlier == 0 {
                continue;
            }
            let b = 127 - earlier.leading_zeros();
            let at = base + b as usize;
            if at >= self.skip.code {
                let run = (ascii >> b).trailing_ones() as usize;
                self.skip.code = self.code(at, run).max(at + 1);
            }
        }
    }

    #[inline(never)]
    fn places(&mut self, base: usize, mut numbers: u64) {
        while numbers != 0 {
            let at = base + numbers.trailing_zeros() as usize;
            numbers &= numbers - 1;
            self.place(at);
        }
    }

    /// A number that starts at `at`, not glued to a letter: asks the parsers of addresses, if a word that may be a street
    /// stands before it, or if it is four or five digits behind a comma or a line break. Nearly every number is done with
    /// after a look at the eight bytes before it.
    #[inline(always)]
    pub(super) fn place(&mut self, at: usize) {
        let bytes = self.view.bytes();
        let mut last = match bytes.get(at.wrapping_sub(8)..at).and_then(|last| last.first_chunk::<8>()) {
            Some(last) => u64::from_le_bytes(*last),
            None => self.view.slice(0, at).iter().fold(0, |last, &b| last >> 8 | u64::from(b) << 56),
        };
        if last >> 56 == u64::from(b' ') {
            last <<= 8;
        }
        match (last >> 56) as u8 {
            b',' | b'\n' => self.line(at),
            sign => {
                if sign == b'.' {
                    last <<= 8;
                }
                if may_be_suffix(last >> 40) {
                    self.call(SUFFIX.list(), at, at + 1);
                }
            }
        }
    }

    #[inline(never)]
    fn line(&mut self, at: usize) {
        let digits = self.view.slice(at, at + 6).iter().take_while(|b| b.is_ascii_digit()).count();
        if matches!(digits, 4 | 5) {
            self.call(LINE.list(), at, at + digits);
        }
    }

    #[inline(never)]
    fn spaced_codes(&mut self, base: usize, mut spaced: u64) {
        while spaced != 0 {
            let at = base + spaced.trailing_zeros() as usize;
            spaced &= spaced - 1;
            self.spaced_code(at);
        }
    }

    /// A space before a digit and a letter: `sw1a 2aa` may be a code, though the gate for codes asks for capitals before
    /// the first digit. What has them has been walked already.
    pub(super) fn spaced_code(&mut self, at: usize) {
        let view = self.view;
        // Three letters and digits behind the space, two to four before it.
        if !is_wordy(view.at(at + 3)) || is_wordy(view.at(at + 4)) {
            return;
        }
        let mut start = at;
        while is_wordy(view.before(start)) && at - start < 5 {
            start -= 1;
        }
        let token = view.slice(start, at);
        let capitals = token.iter().take_while(|b| b.is_ascii_uppercase()).count();
        let walked = capitals > 0 && token.get(capitals).is_some_and(u8::is_ascii_digit);
        let sound = (2..=4).contains(&token.len()) && token.iter().any(u8::is_ascii_digit);
        if sound && view.at(start).is_ascii_alphabetic() && !walked {
            self.code(start, token.len());
        }
    }

    /// Asks the parsers of an anchor.
    #[inline(never)]
    pub(super) fn call(&mut self, calls: &'static [Call], at: usize, end: usize) {
        let probe = Probe { view: self.view, at, end, hints: self.hints };
        for &(entry, parser) in calls {
            let holder = HOLDER.get(usize::from(entry)).map_or(HOLDERS, |&n| usize::from(n));
            let inside = self.skip.outer.get(holder).is_some_and(|&(start, end)| (start..end).contains(&at));
            if inside || !self.settings.is_on(entry) {
                continue;
            }
            if let Some(found) = parser(&probe) {
                if let Some(outer) = self.skip.outer.get_mut(holder) {
                    *outer = (found.start, found.end);
                }
                self.take(entry, found);
            }
        }
    }

    /// A run of letters and digits from `at`; gives its end.
    #[inline(never)]
    fn token(&mut self, at: usize) -> usize {
        let mut end = at;
        while self.view.at(end).is_ascii_alphanumeric() && end - at < REACH {
            end += 1;
        }
        if end - at >= 16 {
            if BEGINS.may_call(self.view.at(at), self.view.at(at + 1)) {
                for call in BEGINS.of(self.view.slice(at, end)) {
                    self.call(core::slice::from_ref(call), at, end);
                }
            }
            self.call(TOKEN.list(), at, end);
        }
        // The rest of a longer run is no token start of its own.
        end
    }

    /// Weighs what a parser found.
    fn take(&mut self, entry: u16, found: Found) {
        let Some(definition) = CATALOG.get(usize::from(entry)) else { return };
        let (mut support, mut context) = (Support::Nothing, ContextKind::None);
        if found.cued {
            (support, context) = (Support::Nearest, ContextKind::Cue);
        } else if !definition.context.is_empty() {
            let only = single(entry);
            let (_, s, c) = self.near.support(self.view, found.start, found.end, &only);
            (support, context) = (s, c);
        }
        if found.weak && context == ContextKind::None {
            self.drop_with(entry, found.start, found.end, Reason::NoContext);
            return;
        }
        // As with shapes: what fails its check is kept as the writer's claim, where the words before it call it so.
        let claimed = found.verdict == Verdict::Invalid;
        if claimed && matches!(context, ContextKind::None | ContextKind::After) {
            self.drop_with(entry, found.start, found.end, Reason::CheckFailed);
            return;
        }
        self.offer(Candidate {
            start: found.start as u32,
            end: found.end as u32,
            entry,
            support: if claimed { Support::Nothing } else { support },
            verdict: found.verdict,
            exact: true,
            score: weigh(found.score.unwrap_or(definition.score), found.verdict, context, claimed),
            context,
            claimed,
            specimen: found.specimen,
            others: [NONE; 3],
            twin: NONE,
        });
    }

    /// Takes a candidate that passed its own test: unless it is too unsure, it goes on to be settled, with its rivals.
    pub(super) fn offer(&mut self, candidate: Candidate) {
        let (start, end) = (candidate.start as usize, candidate.end as usize);
        if candidate.is_benign() {
            self.pending.push(candidate);
            return;
        }
        if candidate.score < self.settings.minimum {
            self.drop_with(candidate.entry, start, end, Reason::BelowMinimum);
            return;
        }
        if is_hash(self.view, start, end) {
            self.drop_with(candidate.entry, start, end, Reason::Hash);
            return;
        }
        for template in &self.settings.templates {
            if template.around(self.view, start, end).is_some() {
                self.drop_with(candidate.entry, start, end, Reason::Template);
                return;
            }
        }
        let probe = Probe { view: self.view, at: start, end, hints: self.hints };
        for &(twin, parser) in CANDIDATE.list() {
            if self.settings.is_on(twin) && parser(&probe).is_some() {
                self.drop_with(candidate.entry, start, end, Reason::Twin(twin));
                return;
            }
        }
        self.pending.push(candidate);
        if candidate.context != ContextKind::Cue {
            for &(entry, parser) in RIVAL.list() {
                if self.settings.is_on(entry) && parser(&probe).is_some() {
                    self.pending.push(Candidate {
                        entry,
                        support: Support::Nearest,
                        verdict: Verdict::Unknown,
                        exact: true,
                        score: 60,
                        context: ContextKind::Cue,
                        claimed: false,
                        specimen: false,
                        ..candidate
                    });
                }
            }
        }
    }

    /// Settles the clusters that end well before `base`; nothing found from there on can reach them.
    #[inline(always)]
    pub(super) fn settle(&mut self, base: usize) {
        if !self.pending.is_empty() {
            self.settle_pending(base);
        }
    }

    #[inline(never)]
    fn settle_pending(&mut self, base: usize) {
        let mut pending = core::mem::take(&mut self.pending);
        while let Some(own) = self.own.pop_if(|c| (c.start as usize) < base) {
            pending.push(own);
        }
        let place = |c: &Candidate| (c.start, c.end, c.entry);
        if !pending.is_sorted_by_key(place) {
            pending.sort_unstable_by_key(place);
        }
        // Most texts are short, with nothing that overlaps: then what was found is what is kept.
        let touch = |pair: &[Candidate]| matches!(pair, [a, b] if b.start < a.end);
        if base == usize::MAX && self.kept.is_empty() && !pending.windows(2).any(touch) {
            self.kept = pending;
            return;
        }
        let safe = base.saturating_sub(REACH);
        // The user's own are all known up to here, so that any number of them may wait.
        let own = self.settings.own.as_ref().map_or(0, |_| pending.iter().filter(|c| c.is_own()).count());
        let mut rest: &mut [Candidate] = &mut pending;
        loop {
            let reached = resolve::reach(&self.kept, self.over);
            let mut end = rest.first().map_or(0, |c| c.end.max(reached));
            let mut count = usize::from(!rest.is_empty());
            while let Some(next) = rest.get(count).filter(|c| c.start < end && count < resolve::MOST) {
                end = end.max(next.end);
                count += 1;
            }
            if count == 0
                || end as usize >= safe && rest.len() < 4 * resolve::MOST + own && base != usize::MAX
            {
                break;
            }
            let (cluster, others) = rest.split_at_mut(count);
            let (view, trace) = (self.view, &mut self.trace);
            let first = self.kept.len() - self.over;
            resolve::settle(view, cluster, self.over, &mut self.kept, |loser, to| {
                if let Some(trace) = trace {
                    let reason = match to {
                        Lost::To(winner) => Reason::LostTo(winner),
                        Lost::Twin(twin) => Reason::Twin(twin),
                    };
                    trace.drop_with(loser.entry, loser.start as usize, loser.end as usize, reason);
                }
            });
            // A row that is cut here: what reaches over the cut stands against the rest of it, too.
            let goes_on = others.first().filter(|next| next.start < end).map(|next| next.start);
            self.over = resolve::reaching(&mut self.kept, first, goes_on);
            rest = others;
        }
        let left = rest.len();
        let done = pending.len() - left;
        pending.drain(..done);
        self.pending = pending;
        self.unsettled = left;
    }

    pub(super) fn drop_with(&mut self, entry: u16, start: usize, end: usize, reason: Reason) {
        if let Some(trace) = &mut self.trace {
            trace.drop_with(entry, start, end, reason);
        }
    }
}

/// Whether a `*` stands right before `at`, or before the space or `-` there.
#[inline(always)]
pub(super) fn ends_mask(view: View<'_>, at: usize) -> bool {
    match view.before(at) {
        b'*' => true,
        b' ' | b'-' => view.before(at - 1) == b'*',
        _ => false,
    }
}

/// The set of one entry.
pub(super) fn single(entry: u16) -> Entries {
    let mut set = Entries::default();
    if let Some(word) = set.get_mut(usize::from(entry) / 64) {
        *word = 1 << (entry % 64);
    }
    set
}

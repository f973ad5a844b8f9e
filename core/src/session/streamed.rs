//! What a turn that comes in pieces asks of its conversation.
//!
//! A turn of the customer that stays short is a turn like any other: it may be a bare answer or a part of a value. Of a
//! longer one the conversation learns as of a whole one, when it has ended.
use zeroize::Zeroizing;

use super::slots::{LONGEST, READ};
use super::{Restoring, Said, Session, Speaker, is_whole};
use crate::detect::Known;
use crate::engine::Engine;
use crate::error::Error;
use crate::finding::{Finding, Findings};
use crate::input::Input;
use crate::restored::{RestoreOptions, RestoreReport};
use crate::transform::{Numbers, Redacted};

use super::turn::Turn;

/// What is taken down of a turn that is not short.
pub(crate) struct Long {
    known: Known,
    said: Said,
    /// Whether it holds a whole value.
    whole: bool,
    /// The end of what was said: that may ask something.
    tail: Zeroizing<String>,
}

impl Long {
    /// A piece was said.
    pub(crate) fn say(&mut self, piece: &str) {
        let most = 2 * READ.max(piece.len());
        if self.tail.len() + piece.len() > most {
            let from = self.tail.len().saturating_sub(READ + 4);
            let from = (0..=from).rev().find(|at| self.tail.is_char_boundary(*at)).unwrap_or(0);
            let mut tail = Zeroizing::new(String::with_capacity(most + READ + 8));
            tail.push_str(self.tail.get(from..).unwrap_or_default());
            self.tail = tail;
        }
        self.tail.push_str(piece);
    }

    /// A finding goes out.
    pub(crate) fn found(&mut self, text: &str, finding: &Finding) {
        self.whole |= is_whole(finding, text);
        self.known.learn(text, &Findings::from_sorted(vec![finding.clone()]));
        self.said.learn(text, core::slice::from_ref(finding));
    }
}

impl Session {
    /// Whether a turn can be judged at its end only, when `piece` has come behind `before` bytes of it that had to wait: one of
    /// the customer that may be a bare answer or a part of a value. A part of the conversation that looks at whole turns has
    /// to say so here.
    pub(crate) fn waits_for_the_whole(&self, speaker: Speaker, before: usize, piece: &str) -> bool {
        let said = piece.trim_end().len();
        speaker == Speaker::Customer && (said == 0 || before + said <= LONGEST)
    }

    pub(crate) fn engine(&self) -> &Engine {
        &self.engine
    }

    /// What detection needs to know of the turns before, and the numbers of the conversation.
    pub(crate) fn parts(&mut self) -> (&Known, &Said, &mut Numbers) {
        (&self.known, &self.said, &mut self.numbers)
    }

    pub(crate) fn begin_long(&self) -> Long {
        Long {
            known: self.known.clone(),
            said: self.said.clone(),
            whole: false,
            tail: Zeroizing::new(String::new()),
        }
    }

    /// A turn has ended that was not short.
    pub(crate) fn end_long(&mut self, long: Long, speaker: Speaker, at: Option<u64>) {
        match speaker {
            Speaker::Customer => {
                // Nothing this long answers a question, but it is one turn since.
                self.slots.answer("", at, |_, _| Vec::new());
                self.pieces.pass_long(long.whole);
            }
            Speaker::Agent | Speaker::Bot => {
                self.pieces.pass();
                self.slots.ask(&long.tail, at);
            }
            Speaker::System => self.pieces.pass(),
        }
        (self.known, self.said) = (long.known, long.said);
    }

    /// A turn that has ended and is short.
    pub(crate) fn redact_short(
        &mut self,
        input: Input<'_>,
        speaker: Speaker,
        id: &str,
        at: Option<u64>,
    ) -> Result<Redacted, Error> {
        let turn = Turn { input, speaker, id, at };
        self.redact(turn)
    }

    /// Goes on restoring a text that comes in pieces.
    pub(crate) fn restore_more(
        &self,
        restoring: &mut Restoring,
        text: &str,
        options: &RestoreOptions<'_>,
        ended: bool,
        out: &mut String,
    ) {
        restoring.go_on(text, &self.numbers, options, ended, out);
    }

    /// How it went.
    pub(crate) fn restored(&self, restoring: Restoring) -> RestoreReport {
        restoring.report(&self.numbers)
    }
}

impl<'t> Turn<'t> {
    pub(crate) fn told(&self) -> (Input<'t>, Speaker, &'t str, Option<u64>) {
        (self.input, self.speaker, self.id, self.at)
    }
}

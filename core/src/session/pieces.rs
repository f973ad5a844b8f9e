//! Values typed over several messages.
//!
//! Comes in: turns that are nothing but part of a number or code, one after another. Goes out: what they are together. A value
//! is one when its whole check holds or a question asked for its type, and each of its messages is covered as far as the
//! value reaches. Only the customer's messages are taken, so that those of two people are never put together.
use core::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use zeroize::Zeroizing;

use super::turn::Turn;
use crate::entity::EntityType;
use crate::finding::{Finding, Verdict};
use crate::input::Input;
use crate::span::Span;
use crate::text::date::Date;

/// The most messages a value is put together from.
const MOST: usize = 4;
/// How many other messages may stand between two of them.
const BETWEEN: u8 = 2;
/// A message with more bytes than this is no part of a value.
const LONGEST: usize = 64;
/// A value that is known by its check alone has so many letters and digits at least.
const SHORTEST: usize = 9;

/// A message that may be part of a value.
#[derive(Clone)]
pub(super) struct Piece {
    id: String,
    text: Zeroizing<String>,
    /// Where the part is.
    part: Range<usize>,
    hints: Hints,
    /// What the host was given for it.
    pub(super) given: String,
    /// What it was found to be part of.
    found: Option<Finding>,
}

/// The hints of a turn, to be asked again.
#[derive(Clone, Default)]
struct Hints {
    path: String,
    region: String,
    role: String,
    tenant: String,
    subject: String,
    today: Option<Date>,
}

impl Piece {
    /// The part, if the turn is one.
    fn of(turn: &Turn<'_>) -> Option<Self> {
        let input = &turn.input;
        let part = part(input.text())?;
        let hints = Hints {
            path: input.path_hint().to_owned(),
            region: input.region_hint().to_owned(),
            role: input.role_hint().to_owned(),
            tenant: input.tenant_hint().to_owned(),
            subject: input.subject_hint().to_owned(),
            today: input.today_hint(),
        };
        let text = Zeroizing::new(input.text().to_owned());
        Some(Piece { id: turn.id.to_owned(), text, part, hints, given: String::new(), found: None })
    }

    pub(super) fn id(&self) -> &str {
        &self.id
    }

    /// The turn as it came in.
    pub(super) fn input(&self) -> Input<'_> {
        let Hints { path, region, role, tenant, subject, today } = &self.hints;
        let input =
            Input::new(&self.text).path(path).region(region).role(role).tenant(tenant).subject(subject);
        today.map_or(input, |today| input.today(today))
    }

    /// What it is part of.
    pub(super) fn found(&self) -> Option<&Finding> {
        self.found.as_ref()
    }
}

/// The last messages of the customer that may be parts.
#[derive(Clone, Default)]
pub(super) struct Pieces {
    pieces: Vec<Piece>,
    /// How many messages were said since the last of them.
    between: u8,
}

impl Pieces {
    /// Takes a turn of the customer; tells whether it is a part of a value, together with those before it. `whole` says that
    /// the turn holds a value by itself. `find` gives what is found in a text, behind each of `leads` or without.
    pub(super) fn take(
        &mut self,
        turn: &Turn<'_>,
        whole: bool,
        leads: &[(EntityType, &str)],
        mut find: impl FnMut(&str) -> Vec<Finding>,
    ) -> bool {
        if whole {
            *self = Pieces::default();
            return false;
        }
        let Some(piece) = Piece::of(turn) else {
            self.pass();
            return false;
        };
        self.between = 0;
        self.pieces.push(piece);
        let over = self.pieces.len().saturating_sub(MOST);
        self.pieces.drain(..over);
        let mut lengths = (2..=self.pieces.len()).rev();
        lengths.any(|count| {
            let first = self.pieces.len() - count;
            let last = self.pieces.get_mut(first..).unwrap_or_default();
            let Some(finding) = together(last, leads, &mut find) else { return false };
            for piece in last {
                let span = Span::new(piece.part.start, piece.part.end);
                piece.found = Some(Finding { span, ..finding.clone() });
            }
            true
        })
    }

    /// A turn of the customer that is too long for a part passes by, or ends what was begun where it holds a value: `whole`.
    pub(super) fn pass_long(&mut self, whole: bool) {
        if whole { *self = Pieces::default() } else { self.pass() }
    }

    /// A turn that is no part passes by.
    pub(super) fn pass(&mut self) {
        self.between += 1;
        if self.between > BETWEEN {
            *self = Pieces::default();
        }
    }

    /// What the host was given for the last turn, if it may be a part.
    pub(super) fn give(&mut self, text: &str) {
        if let Some(piece) = self.pieces.last_mut().filter(|_| self.between == 0) {
            text.clone_into(&mut piece.given);
        }
    }

    /// The value that the last ones are together, without what stands between its parts.
    pub(super) fn value(&self) -> Option<(Finding, Zeroizing<String>)> {
        let found = self.pieces.last()?.found()?.clone();
        let parts = self
            .pieces
            .iter()
            .filter(|piece| piece.found().is_some_and(|other| other.entity_type() == found.entity_type()));
        let mut value = Zeroizing::new(String::with_capacity(MOST * LONGEST));
        parts.filter_map(|piece| piece.text.get(piece.part.clone())).for_each(|part| value.push_str(part));
        Some((found, value))
    }

    /// All of them, the last one last.
    pub(super) fn all(&mut self) -> &mut [Piece] {
        &mut self.pieces
    }
}

/// What some pieces are together, all of them.
fn together(
    pieces: &[Piece],
    leads: &[(EntityType, &str)],
    find: &mut impl FnMut(&str) -> Vec<Finding>,
) -> Option<Finding> {
    let parts: Vec<&str> = pieces.iter().filter_map(|piece| piece.text.get(piece.part.clone())).collect();
    // A group may have been broken, or two groups parted: each place tries both.
    (0..1u32 << (parts.len() - 1)).find_map(|spaces| {
        let mut joined = Zeroizing::new(String::with_capacity(LONGEST * parts.len() + 64));
        for (n, part) in parts.iter().enumerate() {
            if n > 0 && spaces >> (n - 1) & 1 == 1 {
                joined.push(' ');
            }
            joined.push_str(part);
        }
        let long = joined.chars().filter(|c| c.is_alphanumeric()).count() >= SHORTEST;
        let bare = find(&joined).into_iter().find(|finding| {
            long && finding.span() == Span::new(0, joined.len())
                && finding.evidence().verdict() == Verdict::Valid
        });
        bare.or_else(|| {
            leads.iter().find_map(|(entity, lead)| {
                let led = Zeroizing::new([lead, joined.as_str()].concat());
                let all = Span::new(lead.len(), led.len());
                find(&led)
                    .into_iter()
                    .find(|finding| finding.entity_type() == entity && finding.span() == all)
            })
        })
    })
}

/// The part of a value in a text that is nothing else: groups of digits, or of digits and capitals.
fn part(text: &str) -> Option<Range<usize>> {
    if text.len() > LONGEST {
        return None;
    }
    let coded = |word: &str| word.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase());
    let mut words = text.unicode_word_indices().skip_while(|(_, word)| is_passed_over(word)).peekable();
    let (mut start, _) = *words.peek()?;
    let mut end = start;
    for (at, word) in words.by_ref().take_while(|(_, word)| coded(word)) {
        end = at + word.len();
    }
    let rest = text.get(end..)?;
    let behind_said = rest.unicode_words().all(is_passed_over);
    // The sign between two groups may have come with either.
    let sign = |c: char| matches!(c, '-' | '.' | '+');
    start = text.get(..start)?.trim_end_matches(sign).len();
    end = text.len() - rest.trim_start_matches(sign).len();
    let part = text.get(start..end)?;
    let apart = part.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, ' ' | '-' | '.' | '+'));
    (behind_said && apart && end > start).then_some(start..end)
}

/// What is said around parts: "then", "and".
fn is_passed_over(word: &str) -> bool {
    #[rustfmt::skip]
    const SAID: &[&str] = &[
        "then", "and", "next", "its", "it's", "it", "is", "ok", "okay", "so", "yes", "starts", "with", "ends", "in", "und", "dann", "y", "luego",
        "et", "puis", "e", "depois", "poi", "en", "dan", "the", "rest",
    ];
    SAID.contains(&word.to_lowercase().as_str())
}

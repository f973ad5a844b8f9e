//! Which parsers an anchor calls, computed from the catalogue when compiling.
#![expect(
    clippy::indexing_slicing,
    reason = "const fn has no get; every index is below the length it is made from"
)]

use crate::catalog::entry::{Anchor, Found, Parser, Probe};
use crate::catalog::{CATALOG, COUNT};

/// One parser of one entry.
pub(super) type Call = (u16, Parser);

/// Fills the empty places of tables of parsers; never called.
pub(super) fn never(_: &Probe<'_>) -> Option<Found> {
    None
}

/// Parsers behind one kind of anchor, in catalogue order.
pub(super) struct Calls<const N: usize> {
    list: [Call; N],
    count: usize,
}

impl<const N: usize> Calls<N> {
    pub(super) fn list(&self) -> &[Call] {
        &self.list[..self.count]
    }
}

const fn same_kind(a: &Anchor, b: &Anchor) -> bool {
    matches!(
        (a, b),
        (Anchor::At, Anchor::At)
            | (Anchor::Colon, Anchor::Colon)
            | (Anchor::Dialled, Anchor::Dialled)
            | (Anchor::Dotted, Anchor::Dotted)
            | (Anchor::Decimal, Anchor::Decimal)
            | (Anchor::Dated, Anchor::Dated)
            | (Anchor::Equated, Anchor::Equated)
            | (Anchor::Token, Anchor::Token)
            | (Anchor::Masked, Anchor::Masked)
            | (Anchor::Rival, Anchor::Rival)
            | (Anchor::Candidate, Anchor::Candidate)
            | (Anchor::Suffix(_), Anchor::Suffix(_))
            | (Anchor::Line, Anchor::Line)
    )
}

const fn calls(kind: Anchor) -> Calls<COUNT> {
    let mut calls = Calls { list: [(0u16, never as Parser); COUNT], count: 0 };
    let mut e = 0;
    while e < COUNT {
        let anchors = CATALOG[e].anchors;
        let mut a = 0;
        while a < anchors.len() {
            if same_kind(&anchors[a].0, &kind) {
                calls.list[calls.count] = (e as u16, anchors[a].1);
                calls.count += 1;
            }
            a += 1;
        }
        e += 1;
    }
    calls
}

pub(super) static AT: Calls<COUNT> = calls(Anchor::At);
pub(super) static COLON: Calls<COUNT> = calls(Anchor::Colon);
pub(super) static DIALLED: Calls<COUNT> = calls(Anchor::Dialled);
pub(super) static DOTTED: Calls<COUNT> = calls(Anchor::Dotted);
pub(super) static DECIMAL: Calls<COUNT> = calls(Anchor::Decimal);
pub(super) static DATED: Calls<COUNT> = calls(Anchor::Dated);
pub(super) static EQUATED: Calls<COUNT> = calls(Anchor::Equated);
pub(super) static TOKEN: Calls<COUNT> = calls(Anchor::Token);
pub(super) static MASKED: Calls<COUNT> = calls(Anchor::Masked);
pub(super) static RIVAL: Calls<COUNT> = calls(Anchor::Rival);
pub(super) static CANDIDATE: Calls<COUNT> = calls(Anchor::Candidate);
pub(super) static SUFFIX: Calls<COUNT> = calls(Anchor::Suffix(&[]));
pub(super) static LINE: Calls<COUNT> = calls(Anchor::Line);

/// How many entries hold others.
pub(super) const HOLDERS: usize = {
    let (mut count, mut e) = (0, 0);
    while e < COUNT {
        count += CATALOG[e].holds_others as usize;
        e += 1;
    }
    count
};

/// The number of each entry among those that hold others, `HOLDERS` for all else.
pub(super) static HOLDER: [u8; COUNT] = {
    let (mut numbers, mut count, mut e) = ([HOLDERS as u8; COUNT], 0, 0);
    while e < COUNT {
        if CATALOG[e].holds_others {
            numbers[e] = count;
            count += 1;
        }
        e += 1;
    }
    numbers
};

/// Parsers of tokens by what the token begins with.
pub(super) struct TokenStarts {
    /// One bit for each value of `pair`: nearly every token ends here.
    filter: [u64; 64],
    list: [(&'static str, Call); TOKEN_STARTS],
}

/// A number for the first two bytes of a token.
const fn pair(first: u8, second: u8) -> usize {
    (first as usize & 63) << 6 | second as usize & 63
}

impl TokenStarts {
    /// Whether a token that begins with these two bytes may have a parser.
    #[inline(always)]
    pub(super) fn may_call(&self, first: u8, second: u8) -> bool {
        let bit = pair(first, second);
        self.filter[bit / 64] >> (bit % 64) & 1 == 1
    }

    /// The parsers whose beginning `token` has, in catalogue order.
    pub(super) fn of(&self, token: &[u8]) -> impl Iterator<Item = &Call> {
        // The first two bytes tell most of them apart, and no call is made to compare them.
        let begins = move |begin: &[u8]| begin.get(..2) == token.get(..2) && token.starts_with(begin);
        self.list.iter().filter(move |(begin, _)| begins(begin.as_bytes())).map(|(_, call)| call)
    }
}

const fn count_token_starts() -> usize {
    let (mut count, mut e) = (0, 0);
    while e < COUNT {
        let anchors = CATALOG[e].anchors;
        let mut a = 0;
        while a < anchors.len() {
            if let Anchor::Begins(begins) = anchors[a].0 {
                count += begins.len();
            }
            a += 1;
        }
        e += 1;
    }
    count
}

const TOKEN_STARTS: usize = count_token_starts();

pub(super) static BEGINS: TokenStarts = {
    let mut t = TokenStarts { filter: [0; 64], list: [("", (0, never as Parser)); TOKEN_STARTS] };
    let (mut count, mut e) = (0, 0);
    while e < COUNT {
        let anchors = CATALOG[e].anchors;
        let mut a = 0;
        while a < anchors.len() {
            if let Anchor::Begins(begins) = anchors[a].0 {
                let mut b = 0;
                while b < begins.len() {
                    let begin = begins[b].as_bytes();
                    assert!(begin.len() >= 2, "a beginning has two characters at least");
                    let bit = pair(begin[0], begin[1]);
                    t.filter[bit / 64] |= 1 << (bit % 64);
                    t.list[count] = (begins[b], (e as u16, anchors[a].1));
                    count += 1;
                    b += 1;
                }
            }
            a += 1;
        }
        e += 1;
    }
    t
};

/// Ends of words that call a parser: one bit for each three letters.
static ENDS: [u64; 1 << 9] = {
    let mut ends = [0; 1 << 9];
    let mut e = 0;
    while e < COUNT {
        let anchors = CATALOG[e].anchors;
        let mut a = 0;
        while a < anchors.len() {
            if let Anchor::Suffix(words) = anchors[a].0 {
                let mut w = 0;
                while w < words.len() {
                    let word = words[w].as_bytes();
                    let n = word.len();
                    let bit =
                        three((word[n - 3] as u64) | (word[n - 2] as u64) << 8 | (word[n - 1] as u64) << 16);
                    ends[bit / 64] |= 1 << (bit % 64);
                    w += 1;
                }
            }
            a += 1;
        }
        e += 1;
    }
    ends
};

/// A number for three letters, in any case: five bits of each, mixed.
#[inline(always)]
const fn three(letters: u64) -> usize {
    let bits = letters & 0x1f_1f1f;
    ((bits ^ bits >> 3 ^ bits >> 6) & 0x7fff) as usize
}

/// Whether some suffix of the catalogue may end with these three bytes, the last one highest.
#[inline(always)]
pub(super) fn may_be_suffix(letters: u64) -> bool {
    let bit = three(letters);
    ENDS[bit / 64] >> (bit % 64) & 1 == 1
}

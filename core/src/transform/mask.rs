//! Covering characters.
//!
//! Comes in: a value and how to mask it. Goes out: what may be shown of it. Counts are graphemes.
use unicode_segmentation::UnicodeSegmentation;
use wide::i8x16;

use crate::policy::{Mask, MaskLength};

/// What a value of nothing but separators or mask characters becomes: this many mask characters.
const NOTHING: usize = 6;

/// At least this many graphemes are covered; values no longer than this are covered whole.
const LEAST: usize = 4;

/// Masks `value`, which is what `out` ends with.
///
/// Nothing that has to be covered survives, whatever the counts ask for. What comes out equals `value` only where
/// `value` is already such a mask: every place to cover holds the mask character, and something else is left readable.
#[inline(never)] // a loop of its own keeps its constants in registers
pub(super) fn mask(value: &str, mask: &Mask, out: &mut Vec<u8>) {
    if !cover_ascii(value.as_bytes(), mask, out) {
        rewrite(value, mask, out);
    }
}

/// The same for whatever value and mask.
#[inline(never)]
fn rewrite(value: &str, mask: &Mask, out: &mut Vec<u8>) {
    let mut masked = String::with_capacity(value.len());
    let simple = value.chars().all(|c| c < '\u{300}' && c != '\r');
    if !simple {
        write(value.graphemes(true).collect::<Vec<_>>().into_iter(), mask, &mut masked);
    } else if !cover_characters(value, mask, &mut masked) {
        write(value.split_inclusive(|_| true), mask, &mut masked); // below the combining marks each character is a grapheme
    }
    out.truncate(out.len().saturating_sub(value.len()));
    out.extend_from_slice(masked.as_bytes());
}

/// The usual mask of characters that are graphemes each; `false`, and nothing written, for an unusual one.
fn cover_characters(value: &str, mask: &Mask, out: &mut String) -> bool {
    if mask.length != MaskLength::Same || mask.keep_first + mask.keep_last > 0 {
        return false;
    }
    let mut plain = false;
    for c in value.chars() {
        let separator = c != mask.character && u8::try_from(c).is_ok_and(is_separator_byte);
        plain |= !separator && c != mask.character;
        out.push(if separator && mask.keep_separators { c } else { mask.character });
    }
    if !plain {
        out.clear();
    }
    plain
}

/// Bytes covered together.
const LANES: usize = 16;

/// From byte n on: all bits of the last n of sixteen lanes.
static LAST: [u8; 2 * LANES] = {
    let mut lanes = [0; 2 * LANES];
    let (_, last) = lanes.split_at_mut(LANES);
    let mut rest = last;
    while let Some((lane, others)) = rest.split_first_mut() {
        *lane = 0xff;
        rest = others;
    }
    lanes
};

/// The usual mask of ASCII characters, in place, sixteen bytes at a time from the end on: a value has its length, and
/// what stands before a short one stays. `false` for what has to be written anew.
#[inline(always)]
fn cover_ascii(value: &[u8], mask: &Mask, out: &mut [u8]) -> bool {
    let Ok(cover) = u8::try_from(mask.character) else { return false };
    if mask.length != MaskLength::Same || !cover.is_ascii() {
        return false;
    }
    let (mut left, mut end, mut plain) = (value.len(), out.len(), false);
    while left > 0 {
        let n = left.min(LANES);
        let lanes = out.get_mut(..end).and_then(|out| out.last_chunk_mut());
        let last = LAST.get(n..).and_then(|last| last.first_chunk());
        let some = match lanes.zip(last) {
            Some((lanes, last)) => cover_lanes(lanes, last, cover, mask.keep_separators),
            None => cover_few(out.get_mut(end - n..end).unwrap_or_default(), cover, mask.keep_separators),
        };
        let Some(some) = some else { return false };
        plain |= some;
        left -= n;
        end -= n;
    }
    if plain && mask.keep_first + mask.keep_last > 0 {
        show(value, cover, mask, out.get_mut(end..).unwrap_or_default());
    }
    plain
}

/// Covers the lanes that `last` says, without a branch for any of them. Says whether a byte is neither separator nor mask
/// character; `None`, and nothing done, for what is no plain ASCII.
#[inline(always)]
fn cover_lanes(lanes: &mut [u8; LANES], last: &[u8; LANES], cover: u8, separators: bool) -> Option<bool> {
    let splat = |b: u8| i8x16::splat(b as i8);
    let of = |bytes: &[u8; LANES]| i8x16::new(bytes.map(|b| b as i8));
    let (v, value) = (of(lanes), of(last));
    let is = |b: u8| v.simd_eq(splat(b));
    if ((v | is(b'\r')) & value).to_bitmask() != 0 {
        return None;
    }
    // From "(" to "/", without "*" and ",".
    let range = (v + splat(0x80 - b'(')).simd_lt(splat(0x88)) & !(is(b'*') | is(b','));
    let separator = range | is(b' ') | is(b'@');
    let covers = is(cover);
    let plain = (value & !(separator | covers)).to_bitmask() != 0;
    let covered = if separators { value & !(separator & !covers) } else { value };
    *lanes = covered.select(splat(cover), v).to_array().map(|b| b as u8);
    Some(plain)
}

/// The same for a value at the start of a text, where there are no sixteen bytes.
#[inline(never)]
fn cover_few(value: &mut [u8], cover: u8, separators: bool) -> Option<bool> {
    if value.iter().any(|&b| b >= 0x80 || b == b'\r') {
        return None;
    }
    let mut plain = false;
    for b in value {
        let separator = is_separator_byte(*b);
        plain |= !separator & (*b != cover);
        *b = if separator & separators { *b } else { cover };
    }
    Some(plain)
}

/// Puts what may be shown of `value` back into its cover.
#[inline(never)]
fn show(value: &[u8], cover: u8, mask: &Mask, covered: &mut [u8]) {
    let (head, tail) = shown(value, cover, mask);
    for (at, (to, &b)) in covered.iter_mut().zip(value).enumerate() {
        if (at < head || at >= tail) && !b.is_ascii_control() && !is_separator_byte(b) {
            *to = b;
        }
    }
}

/// Up to where, and from where on, what is no separator is shown.
fn shown(value: &[u8], cover: u8, mask: &Mask) -> (usize, usize) {
    let counted = |b: u8| !is_separator_byte(b) | (b == cover);
    let n = value.iter().map(|&b| usize::from(counted(b))).sum();
    let (first, last) = kept(n, mask);
    let mut places = value.iter().enumerate().filter(|(_, b)| counted(**b)).map(|(at, _)| at);
    let head = first.checked_sub(1).and_then(|nth| places.nth(nth)).map_or(0, |at| at + 1);
    let tail = last.checked_sub(1).and_then(|nth| places.nth_back(nth)).unwrap_or(value.len());
    (head, tail)
}

fn is_separator_byte(b: u8) -> bool {
    matches!(b, b' ' | b'-' | b'.' | b'/' | b'(' | b')' | b'@' | b'+')
}

fn write<'v>(graphemes: impl Iterator<Item = &'v str> + Clone, mask: &Mask, out: &mut String) {
    let counted = graphemes.clone().filter(|g| !is_separator(g, mask));
    if counted.clone().all(|g| is_char(g, mask.character)) {
        let same = counted.count() == NOTHING && graphemes.count() == NOTHING;
        cover(NOTHING + usize::from(same), mask, out);
        return;
    }
    let n = counted.count();
    let (first, last) = kept(n, mask);
    let mut covered = false;
    let mut at = 0;
    for grapheme in graphemes {
        let separator = is_separator(grapheme, mask);
        let show = if separator {
            mask.keep_separators && mask.length == MaskLength::Same
        } else {
            at += 1;
            (at <= first || at > n - last) && is_readable(grapheme)
        };
        // A fixed run of mask characters stands where the first covered character stood.
        if !separator && at > first && !covered {
            covered = true;
            if let MaskLength::Fixed(count) = mask.length {
                cover(count, mask, out);
            }
        }
        if show {
            out.push_str(grapheme);
        } else if mask.length == MaskLength::Same {
            out.push(mask.character);
        }
    }
}

/// How many graphemes stay at either end of `n`: as many as asked for, less (the last first) where too few were covered.
fn kept(n: usize, mask: &Mask) -> (usize, usize) {
    let most = n - n.div_ceil(2).max(LEAST).min(n);
    let first = mask.keep_first.min(most);
    (first, mask.keep_last.min(most - first))
}

fn cover(count: usize, mask: &Mask, out: &mut String) {
    out.extend(core::iter::repeat_n(mask.character, count));
}

/// The mask character is never a separator, or a masked value would count shorter than it was.
fn is_separator(grapheme: &str, mask: &Mask) -> bool {
    matches!(grapheme, " " | "-" | "." | "/" | "(" | ")" | "@" | "+") && !is_char(grapheme, mask.character)
}

fn is_char(grapheme: &str, c: char) -> bool {
    let mut chars = grapheme.chars();
    chars.next() == Some(c) && chars.next().is_none()
}

/// Whether a grapheme may be shown. Those that hold invisible characters (joiners, direction marks, selectors, tags:
/// a whole value can be hidden in them), that are long, or that would merge with a mask character may not.
fn is_readable(grapheme: &str) -> bool {
    if grapheme.len() == 1 {
        return !grapheme.chars().any(char::is_control);
    }
    grapheme.chars().count() <= LEAST
        && !grapheme.chars().any(is_invisible)
        && ["*", grapheme, "*"].concat().graphemes(true).count() == 3
}

fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}'
            | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::policy::Operator;

    fn masked(value: &str, how: &Mask) -> String {
        // Behind much and behind little: what stands before a value stays.
        let [much, little] = ["ab-cd 12-34 *** éf gh (ij)", ""].map(|before| {
            let mut out = [before, value].concat().into_bytes();
            mask(value, how, &mut out);
            String::from_utf8(out).unwrap().strip_prefix(before).map(str::to_owned)
        });
        assert_eq!(much, little);
        little.unwrap()
    }

    /// Every length and every count: at least half, and four, is covered; never the input.
    #[test]
    fn never_the_input_at_any_length() {
        let alphabet: String = ('A'..='Z').chain('a'..='z').chain('0'..='9').chain("é語".chars()).collect();
        for n in 0..=64 {
            let value: String = alphabet.chars().cycle().take(n).collect();
            for first in 0..=64 {
                for last in 0..=64 {
                    let how = Operator::mask().keep_first(first).keep_last(last);
                    let out = masked(&value, &how);
                    assert_ne!(out, value);
                    if n == 0 {
                        continue;
                    }
                    let hidden = out.chars().filter(|&c| c == '*').count();
                    assert_eq!(out.chars().count(), n);
                    assert!(hidden >= n.div_ceil(2).max(4).min(n), "{n} {first} {last}");
                    assert_eq!(hidden, n - (first + last).min(n - n.div_ceil(2).max(4).min(n)));
                    assert_ne!(masked(&value, &how.clone().fixed_length(n)), value);
                }
            }
        }
    }

    proptest! {
        #[test]
        fn bytes_are_masked_as_graphemes(value in "[ -~\t]{0,70}", first in 0usize..9, last in 0usize..9, keep: bool) {
            let how = Operator::mask().keep_first(first).keep_last(last).keep_separators(keep);
            let (mut bytes, mut graphemes) = (value.clone().into_bytes(), String::new());
            if cover_ascii(value.as_bytes(), &how, &mut bytes) {
                write(value.split_inclusive(|_| true), &how, &mut graphemes);
                prop_assert_eq!(bytes, graphemes.into_bytes());
            }
        }
    }

    #[test]
    fn keeps_shrink_the_last_first() {
        let how = Operator::mask().keep_first(3).keep_last(4);
        assert_eq!(masked("0123456789", &how), "012*****89");
        assert_eq!(masked("012345", &how), "01****");
        assert_eq!(masked("0123", &how), "****");
    }

    #[test]
    fn separators_stay_unless_told() {
        let four = Operator::mask().keep_last(4);
        assert_eq!(masked("4111 1111 1111 1111", &four), "**** **** **** 1111");
        assert_eq!(masked("(555) 555-0123", &four), "(***) ***-0123");
        assert_eq!(masked("bo@example.com", &Operator::mask()), "**@*******.***");
        assert_eq!(masked("4111-1111-1111", &four.clone().keep_separators(false)), "**********1111");
        assert_eq!(masked("4111 1111 1111 1111", &four.clone().fixed_length(3)), "***1111");
        assert_eq!(masked("4111 1111 1111 1111", &four.clone().keep_first(1).fixed_length(3)), "4***1111");
        assert_eq!(masked("4111-1111-1111", &four.character('-')), "----------1111");
    }

    #[test]
    fn of_nothing_becomes_a_fixed_run() {
        for value in ["", "-", "....", "( ) -", "****", "** **", "*"] {
            assert_eq!(masked(value, &Operator::mask().keep_last(9)), "******");
        }
        assert_eq!(masked("******", &Operator::mask()), "*******");
        assert_eq!(masked("*******", &Operator::mask()), "******");
        assert_eq!(masked("###", &Operator::mask().character('#')), "######");
    }

    #[test]
    fn counts_what_a_reader_sees() {
        let two = Operator::mask().keep_first(2);
        assert_eq!(masked("Zoe\u{308}lle", &two), "Zo****");
        assert_eq!(masked("e\u{301}toile", &two), "e\u{301}t****");
        assert_eq!(masked("🇩🇪abcdefg", &two), "🇩🇪a******");
    }

    #[test]
    fn invisible_characters_are_never_kept() {
        for hidden in [
            "\u{202E}",
            "\u{200B}",
            "a\u{FE0F}",
            "\u{1F468}\u{200D}\u{1F469}",
            "\n",
            "x\u{E0041}",
            "a\u{301}\u{301}\u{301}\u{301}",
        ] {
            let value = format!("{hidden}bcdefghij");
            let out = masked(&value, &Operator::mask().keep_first(2));
            assert!(out.starts_with("*b"), "{out:?}");
        }
    }

    fn any_mask() -> impl Strategy<Value = Mask> {
        (
            0usize..12,
            0usize..12,
            any::<bool>(),
            prop::option::of(0usize..10),
            prop::sample::select(vec!['*', '#', '•', '-']),
        )
            .prop_map(|(first, last, separators, fixed, character)| {
                let mask = Operator::mask().keep_first(first).keep_last(last).keep_separators(separators);
                let mask = mask.character(character);
                if let Some(count) = fixed { mask.fixed_length(count) } else { mask }
            })
    }

    proptest! {
        /// A value without mask characters never comes back.
        #[test]
        fn never_the_input(value in "\\PC{0,40}|[ -~]{0,30}|[a-z@. -]{0,20}", how in any_mask()) {
            prop_assume!(!value.contains(how.character));
            prop_assert_ne!(masked(&value, &how), value);
        }

        /// Any value at all comes back only where it was masked before and shows something else beside.
        #[test]
        fn the_input_only_where_it_is_a_mask(value in "[*a-c -]{0,14}", how in any_mask()) {
            let out = masked(&value, &how);
            if out == value {
                let run = value.chars().filter(|&c| c == how.character).count();
                prop_assert!(value.chars().any(|c| c != how.character));
                prop_assert!(run >= 4 || matches!(how.length, MaskLength::Fixed(_)), "{}", value);
            }
        }

        /// Law 7: the quick way for ASCII is the slow way.
        #[test]
        fn ascii_is_no_exception(value in "[ -~\t\n]{0,30}", how in any_mask()) {
            let mut slow = String::new();
            write(value.graphemes(true), &how, &mut slow);
            prop_assert_eq!(masked(&value, &how), slow);
        }

        /// Masking twice is masking once, as long as the length stays and something is left to read.
        #[test]
        fn twice_is_once(value in "\\PC{0,30}|[a-z0-9@. -]{0,30}", how in any_mask()) {
            let how = Mask { length: MaskLength::Same, ..how };
            let once = masked(&value, &how);
            let count = |text: &str| text.graphemes(true).filter(|g| !is_separator(g, &how)).count();
            let readable = once.graphemes(true).any(|g| !is_separator(g, &how) && !is_char(g, how.character));
            if readable && count(&once) == count(&value) {
                prop_assert_eq!(masked(&once, &how), once);
            }
        }
    }
}

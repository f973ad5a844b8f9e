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

/// Appends the masked `value` to `out`.
///
/// Nothing that has to be covered survives, whatever the counts ask for. What comes out equals `value` only where
/// `value` is already such a mask: every place to cover holds the mask character, and something else is left readable.
pub(super) fn mask(value: &str, mask: &Mask, out: &mut String) {
    if write_bytes(value, mask, out) {
        return;
    }
    if value.chars().all(|c| c < '\u{300}' && c != '\r') {
        write(value.split_inclusive(|_| true), mask, out); // below the combining marks each character is a grapheme
    } else {
        write(value.graphemes(true).collect::<Vec<_>>().into_iter(), mask, out);
    }
}

/// Bytes covered together, and bytes written together.
const LANES: usize = 16;
const BLOCK: usize = 64;

/// The same as `write` for the usual mask of ASCII characters; `false`, and nothing written, for an unusual one.
fn write_bytes(value: &str, mask: &Mask, out: &mut String) -> bool {
    let Ok(cover) = u8::try_from(mask.character) else { return false };
    if mask.length != MaskLength::Same || !cover.is_ascii() {
        return false;
    }
    let value = value.as_bytes();
    let (head, tail) =
        if mask.keep_first + mask.keep_last == 0 { (0, value.len()) } else { shown(value, cover, mask) };
    let before = out.len();
    let mut plain = false;
    for (n, block) in value.chunks(BLOCK).enumerate() {
        let mut covered = [0; BLOCK];
        let Some(some) = cover_block(block, cover, mask.keep_separators, &mut covered) else {
            out.truncate(before);
            return false;
        };
        plain |= some;
        let covered = covered.get_mut(..block.len()).unwrap_or_default();
        if head > 0 || tail < value.len() {
            for (at, (to, &b)) in (n * BLOCK..).zip(covered.iter_mut().zip(block)) {
                if (at < head || at >= tail) && !b.is_ascii_control() && !is_separator_byte(b) {
                    *to = b;
                }
            }
        }
        out.push_str(core::str::from_utf8(covered).unwrap_or_default());
    }
    if !plain {
        out.truncate(before);
    }
    plain
}

/// Covers a block, sixteen bytes at a time: the last sixteen may overlap those before. Says whether a byte is neither
/// separator nor mask character; `None` for what is no plain ASCII.
fn cover_block(from: &[u8], cover: u8, separators: bool, to: &mut [u8; BLOCK]) -> Option<bool> {
    let Some(last) = from.len().checked_sub(LANES) else {
        return cover_few(from, cover, separators, to);
    };
    let (mut at, mut plain) = (0, false);
    loop {
        let lanes = from.get(at..).and_then(|rest| rest.first_chunk())?;
        let (covered, some) = cover_lanes(lanes, cover, separators)?;
        plain |= some;
        *to.get_mut(at..).and_then(|rest| rest.first_chunk_mut())? = covered;
        if at == last {
            return Some(plain);
        }
        at = (at + LANES).min(last);
    }
}

/// The same for fewer than sixteen bytes: the first eight and the last eight, or one by one.
fn cover_few(from: &[u8], cover: u8, separators: bool, to: &mut [u8; BLOCK]) -> Option<bool> {
    const HALF: usize = LANES / 2;
    if let (Some(first), Some(last)) = (from.first_chunk::<HALF>(), from.last_chunk::<HALF>()) {
        let both = u128::from(u64::from_le_bytes(*first)) | u128::from(u64::from_le_bytes(*last)) << 64;
        let (covered, plain) = cover_lanes(&both.to_le_bytes(), cover, separators)?;
        let end = from.len() - HALF;
        *to.first_chunk_mut()? = *covered.first_chunk::<HALF>()?;
        *to.get_mut(end..).and_then(|rest| rest.first_chunk_mut())? = *covered.last_chunk::<HALF>()?;
        return Some(plain);
    }
    let mut plain = false;
    for (to, &b) in to.iter_mut().zip(from) {
        if b >= 0x80 || b == b'\r' {
            return None;
        }
        let separator = is_separator_byte(b);
        plain |= !separator & (b != cover);
        *to = if separator & separators { b } else { cover };
    }
    Some(plain)
}

/// Covers sixteen bytes, without a branch for any of them.
#[inline(always)]
fn cover_lanes(from: &[u8; LANES], cover: u8, separators: bool) -> Option<([u8; LANES], bool)> {
    let splat = |b: u8| i8x16::splat(b as i8);
    let v = i8x16::new(from.map(|b| b as i8));
    let is = |b: u8| v.simd_eq(splat(b));
    // From "(" to "/", without "*" and ",".
    let range = (v + splat(0x80 - b'(')).simd_lt(splat(0x88)) & !(is(b'*') | is(b','));
    let separator = range | is(b' ') | is(b'@');
    let covers = is(cover);
    if (v | is(b'\r')).to_bitmask() != 0 {
        return None;
    }
    let plain = (separator | covers).to_bitmask() & 0xffff != 0xffff;
    let shown = if separators { separator & !covers } else { splat(0) };
    Some((shown.select(v, splat(cover)).to_array().map(|b| b as u8), plain))
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
        let mut out = String::new();
        mask(value, how, &mut out);
        out
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
            let (mut bytes, mut graphemes) = (String::new(), String::new());
            if write_bytes(&value, &how, &mut bytes) {
                write(value.split_inclusive(|_| true), &how, &mut graphemes);
                prop_assert_eq!(bytes, graphemes);
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
            let once = masked(&value, &how);
            let count = |text: &str| text.graphemes(true).filter(|g| !is_separator(g, &how)).count();
            let readable = once.graphemes(true).any(|g| !is_separator(g, &how) && !is_char(g, how.character));
            prop_assume!(readable && count(&once) == count(&value) && how.length == MaskLength::Same);
            prop_assert_eq!(masked(&once, &how), once);
        }
    }
}

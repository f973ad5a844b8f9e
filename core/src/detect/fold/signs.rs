//! Characters that stand for others: other digits, compatibility letters, look-alikes, spaces, dashes; and those that
//! nobody sees.
//!
//! Comes in: a folded text. Goes out: the same with plain characters. Digits of any script (Unicode, general category Nd)
//! are those of ASCII; what has a compatibility decomposition (UAX #15, NFKC) to ASCII is that: full-width, mathematical,
//! enclosed, raised and lowered letters and digits. Letters that look like those of ASCII (UTS #39) count only in a token
//! with an ASCII letter, digit or `@`, and only where every letter beyond ASCII in it is one: `kоnto` with a Cyrillic о is
//! meant to be read as ASCII, `иван@example.com` is not.
use unicode_normalization::UnicodeNormalization as _;

use super::map::{Folded, Writer, mark};
use super::tables::{LOOK_ALIKES, ZEROS};

/// As many invisible characters in a row are seen through; more end the value.
const UNSEEN: usize = 64;
/// The longest token that is looked at for letters that look alike, in bytes.
const TOKEN: usize = 96;

/// The value of a decimal digit of any script.
pub(super) fn decimal(c: char) -> Option<u8> {
    let row = ZEROS.partition_point(|zero| *zero <= c).checked_sub(1)?;
    let value = u32::from(c) - u32::from(*ZEROS.get(row)?);
    (value < 10).then_some(value as u8)
}

/// The character of ASCII that `c` looks like.
pub(super) fn look_alike(c: char) -> Option<u8> {
    let listed = LOOK_ALIKES.binary_search_by_key(&c, |pair| pair.0).ok().and_then(|n| LOOK_ALIKES.get(n));
    listed.map(|pair| pair.1).or_else(|| beside_the_list(c))
}

/// Small letters that are read as ASCII ones in most typefaces, though UTS #39 keeps them apart.
fn beside_the_list(c: char) -> Option<u8> {
    Some(match c {
        'к' | 'κ' => b'k',
        'м' => b'm',
        'т' | 'τ' => b't',
        'в' => b'b',
        'н' => b'h',
        'ε' => b'e',
        'η' => b'n',
        _ => return None,
    })
}

/// Whether `c` is seen by nobody: soft hyphen, zero-width and direction signs, fillers, selectors, tags; and what encloses
/// or strikes out the character before it.
pub(super) fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206F}'
        | '\u{20DD}'..='\u{20E4}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}'
        | '\u{332}'..='\u{338}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Whether an unseen sign is part of how the character before it looks: what encloses it, strikes it out or selects its
/// form.
fn is_joined(c: char) -> bool {
    is_mark(c) || matches!(c, '\u{FE00}'..='\u{FE0F}')
}

/// An accent that says nothing on a digit.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20F0}')
}

/// The ASCII character that a tag repeats (U+E0020 to U+E007E): a text that nobody sees.
fn tagged(c: char) -> Option<u8> {
    u8::try_from(u32::from(c).checked_sub(0xE0000)?).ok().filter(|b| (0x20..0x7F).contains(b))
}

/// Spaces and dashes of other widths, and the full stop of Chinese inside an address.
fn space_or_dash(c: char) -> Option<u8> {
    Some(match c {
        '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => b' ',
        '\u{2D7}'
        | '\u{2010}'..='\u{2015}'
        | '\u{2043}'
        | '\u{2212}'
        | '\u{2796}'
        | '\u{FE58}'
        | '\u{FE63}' => b'-',
        _ => return None,
    })
}

/// Enclosed letters and digits that have no decomposition, and those in brackets or with a full stop, without them.
fn enclosed(c: char) -> Option<u8> {
    let from = |first: u32, plain: u8| u8::try_from(u32::from(c) - first).ok().map(|n| plain + n);
    match c {
        '\u{2474}'..='\u{247C}' => from(0x2474, b'1'),
        '\u{2488}'..='\u{2490}' => from(0x2488, b'1'),
        '\u{24EA}' | '\u{24FF}' | '\u{1F100}' | '\u{1F10B}' | '\u{1F10C}' => Some(b'0'),
        '\u{24F5}'..='\u{24FD}' => from(0x24F5, b'1'),
        '\u{2776}'..='\u{277E}' => from(0x2776, b'1'),
        '\u{2780}'..='\u{2788}' => from(0x2780, b'1'),
        '\u{278A}'..='\u{2792}' => from(0x278A, b'1'),
        '\u{1F101}'..='\u{1F10A}' => from(0x1F101, b'0'),
        '\u{1F110}'..='\u{1F129}' => from(0x1F110, b'A'),
        '\u{1F150}'..='\u{1F169}' => from(0x1F150, b'A'),
        '\u{1F170}'..='\u{1F189}' => from(0x1F170, b'A'),
        '\u{249C}'..='\u{24B5}' => from(0x249C, b'a'),
        _ => None,
    }
}

/// What `c`, which is not of ASCII, stands for whatever surrounds it.
pub(super) fn stand_in(c: char) -> Option<([u8; 4], usize)> {
    match c {
        // Greek to Armenian, kana, ideographs and Hangul: none, and most of what is asked.
        '\u{370}'..='\u{5FF}'
        | '\u{3040}'..='\u{312F}'
        | '\u{3400}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7FF}' => return None,
        // From Arabic to the Vedic signs, nothing but digits.
        '\u{600}'..='\u{1CFF}' => return decimal(c).map(|n| ([b'0' + n, 0, 0, 0], 1)),
        _ => {}
    }
    let one = decimal(c).map(|n| b'0' + n).or_else(|| space_or_dash(c)).or_else(|| enclosed(c));
    if let Some(b) = one {
        return Some(([b, 0, 0, 0], 1));
    }
    // Dots in a row are no part of anything, and these two letters mark numbers.
    if matches!(c, '…' | '‥' | 'ª' | 'º') {
        return None;
    }
    let (mut plain, mut count) = ([0; 4], 0);
    for c in core::iter::once(c).nfkc() {
        let place = plain.get_mut(count)?;
        *place = u8::try_from(c).ok().filter(|b| b.is_ascii_graphic() || *b == b' ')?;
        count += 1;
    }
    (count > 0).then_some((plain, count))
}

/// The text with plain characters; nothing where it has no other ones.
pub(super) fn fold(text: &Folded) -> Option<Folded> {
    if text.bytes().is_ascii() {
        return None;
    }
    let mut w = Writer::new(text);
    let (mut i, mut unseen, mut read_to, mut reads_alike) = (0, 0, 0, false);
    while i < text.len() {
        let b = text.at(i);
        if b < 0x80 {
            unseen = 0;
            i += 1;
            continue;
        }
        let Some(c) = text.char_at(i) else { break };
        let end = i + c.len_utf8();
        if let Some((row, hidden)) = tags(text, i) {
            w.keep_to(i);
            // Each of them stands for its own four bytes.
            for (n, b) in hidden.iter().take(row).enumerate() {
                w.put(i + 4 * (n + 1), core::slice::from_ref(b), mark::SIGN | mark::WRITTEN);
            }
            i += 4 * row;
            continue;
        }
        let beside_digit = text.before(i).is_ascii_digit() || unseen > 0;
        if is_unseen(c) || is_mark(c) && beside_digit {
            unseen += 1;
            if unseen <= UNSEEN {
                w.keep_to(i);
                if is_joined(c) {
                    w.join(end);
                }
                w.leave_out(end, mark::GAP);
            }
            i = end;
            continue;
        }
        unseen = 0;
        if let Some((plain, count)) = stand_in(c) {
            w.keep_to(i);
            w.put(end, plain.get(..count).unwrap_or_default(), mark::SIGN);
        } else if c == '。' && text.before(i).is_ascii_alphanumeric() && text.at(end).is_ascii_alphanumeric()
        {
            w.keep_to(i);
            w.put(end, b".", mark::SIGN);
        } else if let Some(b) = look_alike(c) {
            if i >= read_to {
                (read_to, reads_alike) = token(text, i);
            }
            if reads_alike {
                w.keep_to(i);
                w.put(end, &[b], mark::SIGN);
            }
        }
        i = end;
    }
    w.finish()
}

/// A row of at least three tags from `i` on, and the ASCII text it repeats. What is shorter is left out like other
/// invisible signs: so tags stand between the digits of a number.
fn tags(text: &Folded, i: usize) -> Option<(usize, [u8; UNSEEN])> {
    let (mut row, mut hidden) = (0, [0; UNSEEN]);
    for place in &mut hidden {
        match text.char_at(i + 4 * row).and_then(tagged) {
            Some(b) => *place = b,
            None => break,
        }
        row += 1;
    }
    (row >= 3).then_some((row, hidden))
}

/// Where the token that holds the letter at `i` ends, and whether it is written in letters that look like ASCII ones.
fn token(text: &Folded, i: usize) -> (usize, bool) {
    let inside =
        |b: u8| b.is_ascii_alphanumeric() || b >= 0x80 || matches!(b, b'@' | b'.' | b'_' | b'-' | b'+');
    let (mut start, mut end) = (i, i);
    if let Some(lone) = lone(text, i) {
        return lone;
    }
    while i - start < TOKEN && start > 0 && inside(text.before(start)) {
        start -= 1;
    }
    while end - i < TOKEN && end < text.len() && inside(text.at(end)) {
        end += 1;
    }
    let (mut at, mut ascii) = (start, false);
    while at < end {
        let b = text.at(at);
        if b < 0x80 {
            ascii |= b.is_ascii_alphanumeric() || b == b'@';
            at += 1;
            continue;
        }
        // A token that is cut in the middle of a character.
        let Some(c) = text.char_at(at) else {
            at += 1;
            continue;
        };
        if look_alike(c).is_none() && stand_in(c).is_none() && !is_unseen(c) && c != '。' {
            return (end, false);
        }
        ascii |= stand_in(c).is_some();
        at += c.len_utf8();
    }
    (end, ascii)
}

/// A letter that stands alone beside another one that does, of ASCII: `b о @`.
fn lone(text: &Folded, i: usize) -> Option<(usize, bool)> {
    let end = i + text.char_at(i)?.len_utf8();
    let sign = |b: u8| matches!(b, b' ' | b'-' | b'.' | b'_');
    let one = |before: u8, b: u8, after: u8| {
        sign(before) && (b.is_ascii_alphanumeric() || b == b'@') && sign(after)
    };
    let alone = sign(text.before(i)) && sign(text.at(end));
    let left = i >= 3 && one(text.at(i - 3), text.at(i - 2), text.before(i));
    let right = one(text.at(end), text.at(end + 1), text.at(end + 2));
    (alone && (left || right)).then_some((end, true))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::view::View;

    fn folded(text: &str) -> Option<String> {
        Folded::tried(text, fold)
    }

    #[test]
    fn tables_are_in_order_and_hold_no_ascii() {
        assert!(ZEROS.is_sorted() && LOOK_ALIKES.is_sorted_by_key(|pair| pair.0));
        assert!(ZEROS.iter().all(|zero| decimal(*zero) == Some(0)));
        assert!(LOOK_ALIKES.iter().all(|(c, b)| !c.is_ascii() && b.is_ascii_alphanumeric()));
    }

    #[test]
    fn digits_are_numeric_characters_of_the_standard_library() {
        for c in (0x80..0x11_0000).filter_map(char::from_u32) {
            if let Some(n) = decimal(c) {
                // Two scripts are younger than the tables of the compiler.
                assert!(c.is_numeric() || c > '\u{1000}', "{c:?}");
                assert!(n < 10);
            }
        }
        for (text, plain) in
            [("٤٥", "45"), ("４５", "45"), ("४५", "45"), ("𝟜𝟝", "45"), ("๔๕", "45"), ("🯴🯵", "45")]
        {
            assert_eq!(folded(text).unwrap(), plain);
        }
    }

    #[test]
    fn what_stands_for_others() {
        for (text, plain) in [
            ("ｂｏ＠ｅｘａｍｐｌｅ．ｃｏｍ", "bo@example.com"),
            ("𝐛𝑜@𝖾𝘅", "bo@ex"),
            ("④①①①", "4111"),
            ("❹➀➊⓵", "4111"),
            ("⁴¹₁", "411"),
            ("4\u{FE0F}\u{20E3}1\u{FE0F}\u{20E3}", "41"),
            ("4\u{336}1\u{301}1", "411"),
            ("4\u{200B}1\u{AD}1\u{2066}1\u{E0041}1", "41111"),
            ("\u{E0034}\u{E0031}\u{E0031}", "411"),
            ("4\u{A0}1\u{2013}1", "4 1-1"),
            ("bо@ехample。com", "bo@example.com"),
            ("4111О", "4111O"),
        ] {
            assert_eq!(folded(text).as_deref(), Some(plain), "{text}");
        }
        for text in ["иван", "кот", "иван@почта", "café", "plain", "Ωmega", "für"] {
            assert_eq!(folded(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_safe_and_maps_back(text in "(\\PC|[0-9@.]|\u{200b}|\u{e0034}|[оОа]|４){0,40}") {
            let whole = Folded::of(View::new(&text), 0, text.len());
            if let Some(folded) = fold(&whole) {
                for i in 0..folded.len() {
                    let (start, end) = folded.original(i, i + 1).unwrap();
                    prop_assert!(start < end && end as usize <= text.len());
                }
            }
        }
    }
}

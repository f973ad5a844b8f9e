//! Bytes → classes: what a byte may be part of.

/// What a byte may be part of.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Byte {
    Space,
    Break,
    Small,
    Capital,
    Digit,
    /// `'` and `-`: inside a word between letters.
    Joint,
    /// `.`: inside a number or an address.
    Dot,
    /// `_`: inside a token.
    Bar,
    At,
    /// Part of a character beyond ASCII.
    High,
    Sign,
}

/// The class of each byte.
pub(super) static CLASS: [Byte; 256] = {
    let mut classes = [Byte::Sign; 256];
    let mut b = 0;
    while b < 256 {
        let byte = b as u8;
        let class = if byte >= 0x80 {
            Byte::High
        } else if byte.is_ascii_lowercase() {
            Byte::Small
        } else if byte.is_ascii_uppercase() {
            Byte::Capital
        } else if byte.is_ascii_digit() {
            Byte::Digit
        } else {
            match byte {
                b' ' | b'\t' | b'\r' | 0x0b | 0x0c => Byte::Space,
                b'\n' => Byte::Break,
                b'\'' | b'-' => Byte::Joint,
                b'.' => Byte::Dot,
                b'_' => Byte::Bar,
                b'@' => Byte::At,
                _ => Byte::Sign,
            }
        };
        #[expect(clippy::indexing_slicing, reason = "b is below 256; computed when compiling")]
        {
            classes[b] = class;
        }
        b += 1;
    }
    classes
};

/// The class of `byte`.
#[inline(always)]
pub(super) fn class(byte: u8) -> Byte {
    #[expect(clippy::indexing_slicing, reason = "a byte is below 256")]
    CLASS[usize::from(byte)]
}

/// Whether a character is a letter, a digit, or a mark on one.
pub(super) fn is_wordy(c: char) -> bool {
    c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c)
}

/// Signs that are there and cannot be seen: they end no word and are no part of it.
pub(super) fn is_hidden(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

//! What a verifier sees: bytes of UTF-8, plus the way back to the original text.
//!
//! For plain text the way back is the identity. A folded text (see `detect::fold`) has a map, so that one catalogue
//! serves both.

/// A text to verify candidates in. Copying it is free; reading beyond its ends gives 0, never a panic.
#[derive(Clone, Copy)]
pub(crate) struct View<'t> {
    bytes: &'t [u8],
}

impl<'t> View<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        View { bytes: text.as_bytes() }
    }

    pub(crate) fn bytes(self) -> &'t [u8] {
        self.bytes
    }

    pub(crate) fn len(self) -> usize {
        self.bytes.len()
    }

    /// The byte at `i`, 0 beyond the end.
    #[inline(always)]
    pub(crate) fn at(self, i: usize) -> u8 {
        self.bytes.get(i).copied().unwrap_or(0)
    }

    /// The byte just before `i`, 0 at the start.
    #[inline(always)]
    pub(crate) fn before(self, i: usize) -> u8 {
        self.bytes.get(i.wrapping_sub(1)).copied().unwrap_or(0)
    }

    /// The bytes `start..end`, cut at the end of the text.
    #[inline(always)]
    pub(crate) fn slice(self, start: usize, end: usize) -> &'t [u8] {
        let end = end.min(self.bytes.len());
        self.bytes.get(start.min(end)..end).unwrap_or(&[])
    }

    /// The eight bytes from `i`, the first one lowest; zeros beyond the end.
    #[inline(always)]
    pub(crate) fn eight(self, i: usize) -> u64 {
        match self.bytes.get(i..).and_then(|rest| rest.first_chunk::<8>()) {
            Some(bytes) => u64::from_le_bytes(*bytes),
            None => self.last_few(i),
        }
    }

    #[inline(never)]
    fn last_few(self, i: usize) -> u64 {
        match (self.bytes.last_chunk::<8>(), self.bytes.len().saturating_sub(i)) {
            (Some(_), 0) => 0,
            (Some(last), left) => u64::from_le_bytes(*last) >> (64 - 8 * left),
            (None, _) => self.slice(i, i + 8).iter().rev().fold(0, |eight, &b| eight << 8 | u64::from(b)),
        }
    }

    /// The character that starts at `i`, if `i` is a character edge inside the text.
    pub(crate) fn char_at(self, i: usize) -> Option<char> {
        let first = *self.bytes.get(i)?;
        if first < 0x80 {
            return Some(first as char);
        }
        let end = (i + 4).min(self.bytes.len());
        let chunk = self.bytes.get(i..end)?;
        decode(chunk)
    }

    /// The character that ends at `i`.
    pub(crate) fn char_before(self, i: usize) -> Option<char> {
        let mut start = i.checked_sub(1)?;
        let floor = i.saturating_sub(4);
        while start > floor && self.at(start) & 0xC0 == 0x80 {
            start -= 1;
        }
        let c = self.char_at(start)?;
        (start + c.len_utf8() == i).then_some(c)
    }
}

impl core::fmt::Debug for View<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("View").field("len", &self.bytes.len()).finish_non_exhaustive()
    }
}

/// First character of a chunk that starts on a character edge.
fn decode(chunk: &[u8]) -> Option<char> {
    let text = match core::str::from_utf8(chunk) {
        Ok(text) => text,
        Err(e) => core::str::from_utf8(chunk.get(..e.valid_up_to())?).ok()?,
    };
    text.chars().next()
}

/// Letter, digit or any byte of a non-ASCII character: what a value may not touch.
#[inline(always)]
pub(crate) fn is_wordy(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b >= 0x80 || b == b'_'
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn eight_bytes_are_what_the_bytes_are_one_by_one(text in "\\PC{0,24}", i in 0usize..40) {
            let v = View::new(&text);
            prop_assert_eq!(v.eight(i).to_le_bytes(), core::array::from_fn(|n| v.at(i + n)));
        }
    }
}

//! Where a value stands: operators whose output is plain text look whether they have been there before.
use core::ops::Range;

use crate::entity::EntityType;

/// A value in its text.
#[derive(Clone, Copy)]
pub(super) struct Place<'t> {
    text: &'t str,
    start: usize,
    value: &'t str,
}

impl<'t> Place<'t> {
    /// `None` where the range is no place in the text.
    pub(super) fn of(text: &'t str, range: Range<usize>) -> Option<Self> {
        let start = range.start;
        Some(Place { text, start, value: text.get(range)? })
    }

    pub(super) fn value(&self) -> &'t str {
        self.value
    }

    pub(super) fn before(&self) -> &'t str {
        self.text.get(..self.start).unwrap_or_default()
    }

    pub(super) fn after(&self) -> &'t str {
        self.text.get(self.start + self.value.len()..).unwrap_or_default()
    }

    /// The unbroken run of ASCII characters that meet `inside` around the byte `at` of the value; it may reach out of it.
    /// At most `most` bytes to either side are looked at: that is longer than what is looked for.
    pub(super) fn run(&self, at: usize, most: usize, inside: impl Fn(u8) -> bool) -> &'t str {
        let bytes = self.text.as_bytes();
        let middle = self.start + at;
        let (mut left, mut right) = (middle, middle);
        while middle - left < most
            && left.checked_sub(1).and_then(|i| bytes.get(i)).is_some_and(|b| inside(*b))
        {
            left -= 1;
        }
        while right - middle < most && bytes.get(right).is_some_and(|b| inside(*b)) {
            right += 1;
        }
        self.text.get(left..right).unwrap_or_default()
    }

    /// The value between `«` and `»`, or the whole text.
    #[cfg(test)]
    pub(super) fn marked(marked: &str, work: impl FnOnce(&Place<'_>)) {
        let text = marked.replace(['«', '»'], "");
        let start = marked.find('«').unwrap_or(0);
        let end = marked.find('»').map_or(text.len(), |end| end - '«'.len_utf8());
        work(&Place::of(&text, start..end).expect("marked on character edges"));
    }
}

/// The type in brackets: what every operator falls back to.
pub(super) fn label(entity: &EntityType, out: &mut String) {
    out.push('[');
    out.push_str(entity.name());
    out.push(']');
}

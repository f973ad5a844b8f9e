//! A place in a text.

/// A half-open byte range `start..end` of the original text, always on character edges.
///
/// ```
/// let findings = wimple::analyze("mail bo@example.com")?;
/// let span = findings[0].span();
/// assert_eq!((span.start(), span.end(), span.len()), (5, 19, 14));
/// # Ok::<(), wimple::Error>(())
/// ```
///
/// Offsets count bytes of UTF-8. [`Units`](crate::Units) converts them for hosts that count UTF-16 code units or
/// code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    start: usize,
    end: usize,
}

impl Span {
    /// The range `start..end`; an end before the start is moved up to it.
    pub const fn new(start: usize, end: usize) -> Self {
        Span { start, end: if end < start { start } else { end } }
    }

    /// First byte of the range.
    pub const fn start(self) -> usize {
        self.start
    }

    /// One past the last byte of the range.
    pub const fn end(self) -> usize {
        self.end
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the range holds no byte.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies wholly inside `self` (equal ranges do).
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// As a standard range, for slicing with `str::get`.
    pub const fn range(self) -> core::ops::Range<usize> {
        self.start..self.end
    }
}

//! Byte, UTF-16 and code-point offsets.
//!
//! Comes in: a text and byte spans of it. Goes out: the same places, counted as the host counts.
use crate::span::Span;

/// What an offset counts.
///
/// ```
/// use wimple::{Span, Units};
/// let text = "zoë 😀 bo@example.com";
/// let spans = [Span::new(10, 24)];
/// assert_eq!(Units::Bytes.convert(text, &spans), [(10, 24)]);
/// assert_eq!(Units::Utf16.convert(text, &spans), [(7, 21)]);
/// assert_eq!(Units::CodePoints.convert(text, &spans), [(6, 20)]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Units {
    /// Bytes of UTF-8: Rust, C, Go.
    Bytes,
    /// UTF-16 code units: JavaScript, Java, C#, Windows.
    Utf16,
    /// Unicode code points: Python.
    CodePoints,
}

impl Units {
    /// `bytes`, `utf16` or `codepoints`.
    pub const fn name(self) -> &'static str {
        match self {
            Units::Bytes => "bytes",
            Units::Utf16 => "utf16",
            Units::CodePoints => "codepoints",
        }
    }

    /// The unit of that [`name`](Units::name).
    pub fn from_name(name: &str) -> Option<Self> {
        [Units::Bytes, Units::Utf16, Units::CodePoints].into_iter().find(|u| u.name() == name)
    }

    /// Start and end of each span in this unit, in the order given.
    ///
    /// Walks the text once, however many spans there are; spans may come in any order. An offset beyond the end counts
    /// as the end, one inside a character as the end of that character (bytes are returned as they came).
    pub fn convert(self, text: &str, spans: &[Span]) -> Vec<(usize, usize)> {
        let mut places: Vec<(usize, usize)> = spans.iter().map(|s| (s.start(), s.end())).collect();
        if self == Units::Bytes {
            return places;
        }
        let mut edges: Vec<&mut usize> = places.iter_mut().flat_map(|(start, end)| [start, end]).collect();
        // Nested spans end out of order, so the edges are sorted, not the spans; nearly sorted input costs little.
        edges.sort();
        let bytes = text.as_bytes();
        let (mut at, mut units) = (0, 0);
        for edge in edges {
            let to = (*edge).min(bytes.len());
            units += self.count(bytes.get(at..to).unwrap_or(&[]));
            at = to;
            *edge = units;
        }
        places
    }

    /// Units of the characters that begin in `bytes`.
    fn count(self, bytes: &[u8]) -> usize {
        let characters = bytes.iter().filter(|&&b| b & 0xC0 != 0x80).count();
        match self {
            Units::Bytes => bytes.len(),
            Units::CodePoints => characters,
            Units::Utf16 => characters + bytes.iter().filter(|&&b| b >= 0xF0).count(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn agrees_with_counting_each_prefix(text in "\\PC{0,40}", cuts in prop::collection::vec(0usize..60, 0..12)) {
            let edge = |cut: usize| (0..=cut.min(text.len())).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0);
            let spans: Vec<Span> = cuts
                .chunks_exact(2)
                .map(|c| Span::new(edge(c[0].min(c[1])), edge(c[0].max(c[1]))))
                .collect();
            for (units, count) in [
                (Units::Bytes, (|s: &str| s.len()) as fn(&str) -> usize),
                (Units::Utf16, |s| s.encode_utf16().count()),
                (Units::CodePoints, |s| s.chars().count()),
            ] {
                let expected: Vec<_> = spans
                    .iter()
                    .map(|s| (count(text.get(..s.start()).unwrap()), count(text.get(..s.end()).unwrap())))
                    .collect();
                prop_assert_eq!(units.convert(&text, &spans), expected);
            }
        }
    }

    #[test]
    fn takes_any_offset() {
        let spans = [Span::new(3, 900), Span::new(1, 2), Span::new(0, 0)];
        assert_eq!(Units::CodePoints.convert("aé", &spans), [(2, 2), (1, 2), (0, 0)]);
        assert_eq!(Units::Utf16.convert("", &spans), [(0, 0), (0, 0), (0, 0)]);
        assert_eq!(Units::Utf16.convert("x", &[]), []);
    }

    #[test]
    fn names_lead_back() {
        for units in [Units::Bytes, Units::Utf16, Units::CodePoints] {
            assert_eq!(Units::from_name(units.name()), Some(units));
        }
        assert_eq!(Units::from_name("Bytes"), None);
    }
}

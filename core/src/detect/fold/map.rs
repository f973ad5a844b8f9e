//! A folded text, and where each of its bytes stands in the original.
//!
//! Comes in: a stretch of the original, then what each kind of folding writes instead of it. Goes out: the folded text,
//! and for each place of it the bytes of the original and what was done to them. One kind of folding reads what the one
//! before has written, so that two disguises on one value are taken off one after the other, and the way back is still
//! one look.
use zeroize::Zeroizing;

use crate::text::view::View;

/// What was done to a byte, or right before it.
pub(super) mod mark {
    /// One character stands for another: as sure as the plain one.
    pub(in super::super) const SIGN: u8 = 1;
    /// Something invisible was left out right before it.
    pub(in super::super) const GAP: u8 = 2;
    /// It could be meant otherwise: what is read from it needs a proof.
    pub(in super::super) const SOFT: u8 = 4;
    /// The same of what was left out right before it.
    pub(in super::super) const SOFT_GAP: u8 = 8;
    /// It is no longer what stands in the text, character for character: encoded, or said in words.
    pub(in super::super) const WRITTEN: u8 = 16;
    /// Those that say nothing of the byte itself, only of what is missing before it.
    pub(in super::super) const GAPS: u8 = GAP | SOFT_GAP;
}

/// Where a byte of the folded text comes from.
#[derive(Clone, Copy, Default)]
struct Origin {
    start: u32,
    end: u32,
    mark: u8,
}

/// A text with the way back. Its buffer is wiped.
pub(super) struct Folded {
    bytes: Zeroizing<Vec<u8>>,
    /// One for each byte, and one for the end.
    origins: Vec<Origin>,
}

impl Folded {
    /// The bytes `start..end` of the original, nothing folded yet.
    pub(super) fn of(view: View<'_>, start: usize, end: usize) -> Self {
        let bytes = Zeroizing::new(view.slice(start, end).to_vec());
        let place = |at: usize| Origin { start: at as u32, end: at as u32 + 1, mark: 0 };
        let last = Origin { start: end as u32, end: end as u32, mark: 0 };
        let origins = (start..start + bytes.len()).map(place).chain([last]).collect();
        Folded { bytes, origins }
    }

    pub(super) fn view(&self) -> Option<View<'_>> {
        core::str::from_utf8(&self.bytes).ok().map(View::new)
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub(super) fn len(&self) -> usize {
        self.bytes.len()
    }

    /// The byte at `i`, 0 beyond the end.
    pub(super) fn at(&self, i: usize) -> u8 {
        self.bytes.get(i).copied().unwrap_or(0)
    }

    /// The byte before `i`, 0 at the start.
    pub(super) fn before(&self, i: usize) -> u8 {
        self.at(i.wrapping_sub(1))
    }

    pub(super) fn slice(&self, start: usize, end: usize) -> &[u8] {
        let end = end.min(self.bytes.len());
        self.bytes.get(start.min(end)..end).unwrap_or_default()
    }

    /// The character that starts at `i`.
    pub(super) fn char_at(&self, i: usize) -> Option<char> {
        let chunk = self.slice(i, i + 4);
        let text = match core::str::from_utf8(chunk) {
            Ok(text) => text,
            Err(e) => core::str::from_utf8(chunk.get(..e.valid_up_to())?).ok()?,
        };
        text.chars().next()
    }

    /// What a fold makes of a text.
    #[cfg(test)]
    pub(super) fn tried(text: &str, fold: fn(&Folded) -> Option<Folded>) -> Option<String> {
        let folded = fold(&Folded::of(View::new(text), 0, text.len()))?;
        Some(String::from_utf8(folded.bytes().to_vec()).expect("a text becomes a text"))
    }

    /// The bytes of the original that `start..end` stands for.
    pub(super) fn original(&self, start: usize, end: usize) -> Option<(u32, u32)> {
        let first = self.origins.get(start)?;
        let last = self.origins.get(end.checked_sub(1)?)?;
        (start < end && end <= self.len()).then_some((first.start, last.end.max(first.end)))
    }

    /// What was done within `start..end`, and what right beside it.
    pub(super) fn marks(&self, start: usize, end: usize) -> (u8, u8) {
        let of = |i: usize| self.origins.get(i).map_or(0, |origin| origin.mark);
        let all = self.origins.get(start + 1..end).unwrap_or_default();
        let inside = all.iter().fold(of(start) & !mark::GAPS, |marks, origin| marks | origin.mark);
        let before = start.checked_sub(1).map_or(0, |i| of(i) & !mark::GAPS);
        (inside, before | of(start) & mark::GAPS | of(end))
    }
}

/// Writes the next folded text, from the one before it.
pub(super) struct Writer<'f> {
    from: &'f Folded,
    bytes: Zeroizing<Vec<u8>>,
    origins: Vec<Origin>,
    /// What was left out since the last byte.
    gap: u8,
    changed: bool,
    /// Up to where the text before it has been read.
    at: usize,
}

impl<'f> Writer<'f> {
    pub(super) fn new(from: &'f Folded) -> Self {
        // A buffer that moved would leave a copy behind; only what grows by half may.
        let room = from.len() + from.len() / 2;
        let bytes = Zeroizing::new(Vec::with_capacity(room));
        Writer { from, bytes, origins: Vec::with_capacity(room + 1), gap: 0, changed: false, at: 0 }
    }

    /// Up to where the text before it has been read.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Keeps what stands up to `end`.
    pub(super) fn keep_to(&mut self, end: usize) {
        let end = end.min(self.from.len());
        if let (Some(bytes), Some(origins)) =
            (self.from.bytes.get(self.at..end), self.from.origins.get(self.at..end))
        {
            let first = self.bytes.len();
            self.bytes.extend_from_slice(bytes);
            self.origins.extend_from_slice(origins);
            if let Some(origin) = self.origins.get_mut(first) {
                origin.mark |= core::mem::take(&mut self.gap);
            }
            self.at = end;
        }
    }

    /// Writes `bytes` instead of what stands up to `end`.
    pub(super) fn put(&mut self, end: usize, bytes: &[u8], mark: u8) {
        let end = end.min(self.from.len());
        let read = self.from.origins.get(self.at..end).unwrap_or_default();
        let (Some(first), Some(last)) = (read.first(), read.last()) else { return };
        let done = read.iter().fold(mark, |marks, origin| marks | origin.mark & !mark::GAPS);
        let gap = core::mem::take(&mut self.gap) | first.mark & mark::GAPS;
        for (n, &b) in bytes.iter().enumerate() {
            let gap = if n == 0 { gap } else { 0 };
            self.bytes.push(b);
            self.origins.push(Origin { start: first.start, end: last.end, mark: done | gap });
        }
        self.changed = true;
        self.at = end;
    }

    /// Leaves out what stands up to `end` and belongs to the character before it: a value that ends there ends behind it.
    pub(super) fn join(&mut self, end: usize) {
        let end = end.min(self.from.len());
        let last = end.checked_sub(1).and_then(|i| self.from.origins.get(i)).filter(|_| end > self.at);
        if let (Some(read), Some(before)) = (last, self.origins.last_mut()) {
            before.end = read.end;
            before.mark |= mark::SIGN;
            self.changed = true;
            self.at = end;
        }
    }

    /// Leaves out what stands up to `end`.
    pub(super) fn leave_out(&mut self, end: usize, gap: u8) {
        let end = end.min(self.from.len());
        let read = self.from.origins.get(self.at..end).unwrap_or_default();
        if !read.is_empty() {
            self.gap |= gap | read.iter().fold(0, |marks, origin| marks | gap_of(origin.mark));
            self.changed = true;
            self.at = end;
        }
    }

    /// Keeps the rest. Nothing where nothing was changed.
    pub(super) fn finish(mut self) -> Option<Folded> {
        if !self.changed {
            return None;
        }
        self.keep_to(self.from.len());
        let mut last = self.from.origins.last().copied().unwrap_or_default();
        last.mark |= self.gap;
        self.origins.push(last);
        core::str::from_utf8(&self.bytes).ok()?;
        Some(Folded { bytes: self.bytes, origins: self.origins })
    }
}

/// What a byte that is left out hands on: how sure it was.
fn gap_of(done: u8) -> u8 {
    let soft = if done & (mark::SOFT | mark::SOFT_GAP) != 0 { mark::SOFT_GAP } else { 0 };
    let hard = if done & (mark::SIGN | mark::GAP) != 0 { mark::GAP } else { 0 };
    soft | hard | done & mark::WRITTEN
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_back_goes_through_every_fold() {
        let text = "ab-c-d!";
        let whole = Folded::of(View::new(text), 1, 7);
        assert!(Writer::new(&whole).finish().is_none());
        let mut w = Writer::new(&whole);
        w.keep_to(1);
        w.leave_out(2, mark::GAP);
        w.put(3, b"C", mark::SIGN);
        let once = w.finish().unwrap();
        assert_eq!(once.bytes(), b"bC-d!");
        let mut w = Writer::new(&once);
        w.keep_to(2);
        w.leave_out(3, mark::SOFT_GAP);
        let twice = w.finish().unwrap();
        assert_eq!(twice.bytes(), b"bCd!");
        assert_eq!(twice.original(0, 3), Some((1, 6)));
        assert_eq!(twice.original(1, 2), Some((3, 4)));
        assert_eq!(twice.marks(0, 1), (0, mark::SIGN | mark::GAP));
        assert_eq!(twice.marks(1, 2), (mark::SIGN, mark::GAP | mark::SOFT_GAP));
        assert_eq!(twice.marks(0, 3), (mark::SIGN | mark::GAP | mark::SOFT_GAP, 0));
        assert_eq!(twice.original(3, 3), None);
    }

    #[test]
    fn what_is_left_out_at_the_end_is_beside_the_last_byte() {
        let whole = Folded::of(View::new("ab"), 0, 2);
        let mut w = Writer::new(&whole);
        w.keep_to(1);
        w.leave_out(2, mark::GAP);
        let folded = w.finish().unwrap();
        assert_eq!((folded.bytes(), folded.original(0, 1)), (&b"a"[..], Some((0, 1))));
        assert_eq!(folded.marks(0, 1), (0, mark::GAP));
    }
}

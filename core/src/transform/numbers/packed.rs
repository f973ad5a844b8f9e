//! The memory of a session as bytes, and back.
//!
//! Comes in: numbers, or bytes that were made of some. Goes out: the other. The bytes hold values: whoever has them
//! encrypts them or drops them, and dropped they are wiped.
//!
//! The key of the tags is not among them. Each placeholder that was given out has its tag beside it, and those to come
//! get theirs from a fresh key: where two copies of one session go on apart, both give out the next number, and without
//! that the placeholder of one would open as somebody else's value in the other.
use zeroize::Zeroizing;

use super::{Held, Issued, MOST, Numbers, Shelf};
use crate::crypto::{TAG, TAG_ALPHABET, Tag};
use crate::entity::EntityType;

/// The bytes fill whole blocks of this size, so that their number says little about the values.
const BLOCK: usize = 256;

const PLAIN: u8 = 1;
const FRAMED: u8 = 2;
const OPEN: u8 = 4;

impl Numbers {
    /// The memory as bytes; `None` where a text in it is longer than 4 GiB.
    pub(crate) fn pack(&self) -> Option<Zeroizing<Vec<u8>>> {
        let mut out = Packer::default();
        out.count(self.shelves.len())?;
        for (name, shelf) in &self.shelves {
            out.text(&name.0)?;
            out.number(shelf.last);
            out.count(shelf.reserved.len())?;
            shelf.reserved.iter().for_each(|n| out.number(*n));
            out.count(shelf.issued.len())?;
            for (number, issued) in &shelf.issued {
                out.number(*number);
                out.text(issued.entity.name())?;
                let flag = |set: bool, flag: u8| if set { flag } else { 0 };
                let flags = flag(issued.plain, PLAIN)
                    | flag(issued.framed, FRAMED)
                    | flag(issued.open.is_some(), OPEN);
                out.bytes(&[flags]);
                if let Some((tag, value)) = &issued.open {
                    out.bytes(tag);
                    out.text(&value.0)?;
                }
            }
        }
        out.count(self.by_canonical.len())?;
        for (key, number) in &self.by_canonical {
            out.text(&key.0)?;
            out.number(*number);
        }
        let filled = out.0.len().next_multiple_of(BLOCK);
        out.bytes(&vec![0; filled - out.0.len()]);
        Some(out.0)
    }

    /// The session that these bytes were made of; `None` where they were made of none.
    pub(crate) fn unpack(bytes: &[u8]) -> Option<Self> {
        let mut from = Unpacker(bytes);
        let mut numbers = Numbers::of_session();
        for _ in 0..from.number()? {
            let name = from.text()?;
            let shelf = shelf(&mut from, &mut numbers)?;
            if !shelf.issued.is_empty() {
                numbers.given.insert(name.to_owned());
            }
            numbers.shelves.insert(Held::value(name), shelf);
        }
        for _ in 0..from.number()? {
            let key = Held::value(from.text()?);
            numbers.by_canonical.insert(key, from.number()?);
        }
        (from.0.len() < BLOCK && from.0.iter().all(|b| *b == 0)).then_some(numbers)
    }
}

fn shelf(from: &mut Unpacker<'_>, numbers: &mut Numbers) -> Option<Shelf> {
    let mut shelf = Shelf { last: from.number()?, ..Shelf::default() };
    for _ in 0..from.number()? {
        shelf.reserved.insert(from.number()?);
    }
    for _ in 0..from.number()? {
        let number = from.number().filter(|n| (1..=MOST).contains(n))?;
        let entity = EntityType::named(from.text()?).ok()?;
        let [flags] = from.array()?;
        let mut open = None;
        if flags & OPEN != 0 {
            let tag: Tag = from.array::<TAG>()?;
            let value = from.text()?;
            tag.iter().all(|c| TAG_ALPHABET.contains(c)).then_some(())?;
            numbers.by_spelling.insert(Held::of(&entity, value), number);
            open = Some((tag, Held::value(value)));
        }
        let (plain, framed) = (flags & PLAIN != 0, flags & FRAMED != 0);
        shelf.issued.insert(number, Issued { entity, plain, framed, open });
    }
    Some(shelf)
}

/// Writes into memory that is wiped, also where it has to move to a larger place.
#[derive(Default)]
struct Packer(Zeroizing<Vec<u8>>);

impl Packer {
    fn bytes(&mut self, bytes: &[u8]) {
        let needed = self.0.len() + bytes.len();
        if needed > self.0.capacity() {
            let mut larger = Zeroizing::new(Vec::with_capacity(2 * needed.max(BLOCK)));
            larger.extend_from_slice(&self.0);
            self.0 = larger;
        }
        self.0.extend_from_slice(bytes);
    }

    fn number(&mut self, number: u32) {
        self.bytes(&number.to_be_bytes());
    }

    fn count(&mut self, count: usize) -> Option<()> {
        self.number(u32::try_from(count).ok()?);
        Some(())
    }

    fn text(&mut self, text: &str) -> Option<()> {
        self.count(text.len())?;
        self.bytes(text.as_bytes());
        Some(())
    }
}

struct Unpacker<'b>(&'b [u8]);

impl<'b> Unpacker<'b> {
    fn bytes(&mut self, count: usize) -> Option<&'b [u8]> {
        let (bytes, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(bytes)
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.bytes(N)?.try_into().ok()
    }

    fn number(&mut self) -> Option<u32> {
        self.array().map(u32::from_be_bytes)
    }

    fn text(&mut self) -> Option<&'b str> {
        let count = usize::try_from(self.number()?).ok()?;
        core::str::from_utf8(self.bytes(count)?).ok()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::Scope;
    use super::*;
    use crate::crypto::Key;

    /// A session in which some values were given out, some without a tag, and some numbers were typed.
    fn session(values: &[(bool, bool, String)], typed: &str) -> Numbers {
        let mut numbers = Numbers::of_session();
        numbers.scope = Scope::Session(Some(Key::generate().unwrap()));
        numbers.reserve(typed);
        for (person, restorable, value) in values {
            let entity = if *person { crate::entity::PERSON } else { EntityType::named("OWN_NO").unwrap() };
            let finding = crate::finding::Finding {
                category: crate::entity::Category::Person,
                span: crate::span::Span::new(0, value.len()),
                score: crate::score::Score::new(90),
                evidence: crate::finding::Evidence {
                    recognizer: entity.clone(),
                    verdict: crate::finding::Verdict::Unknown,
                    context: crate::finding::ContextKind::None,
                    claimed: false,
                    specimen: false,
                    folding: crate::finding::Folding::Plain,
                    alternatives: Vec::new(),
                    twin: None,
                },
                entity,
            };
            numbers.stand_in(&finding, value, *restorable, &mut String::new()).unwrap();
        }
        numbers
    }

    proptest! {
        /// What was packed is unpacked to what packs to the same bytes; nothing is lost, and nothing added.
        #[test]
        fn there_and_back(
            values in prop::collection::vec((any::<bool>(), any::<bool>(), ".{0,12}"), 0..12),
            typed in "(\\[PERSON_[1-9]\\] ?){0,4}",
        ) {
            let numbers = session(&values, &typed);
            let bytes = numbers.pack().unwrap();
            let back = Numbers::unpack(&bytes).expect("made of a session");
            prop_assert_eq!(&*back.pack().unwrap(), &*bytes);
            prop_assert_eq!(back.restorable(), numbers.restorable());
            prop_assert!(bytes.len().is_multiple_of(BLOCK));
        }

        /// No bytes make a panic, and cut ones make no session.
        #[test]
        fn bytes_are_not_trusted(bytes in prop::collection::vec(any::<u8>(), 0..600), cut in 1usize..600) {
            let _ = Numbers::unpack(&bytes);
            let whole = session(&[(true, true, "Bo".to_owned())], "").pack().unwrap();
            let left = whole.len() - cut.min(whole.len());
            let unpacked = whole.get(..left).and_then(Numbers::unpack);
            prop_assert!(unpacked.is_none_or(|_| cut < BLOCK));
        }
    }

    #[test]
    fn a_count_that_is_not_there_reserves_no_memory() {
        assert!(Numbers::unpack(&[0xFF; 4]).is_none());
        assert!(Numbers::unpack(&[0, 0, 0, 1, 0xFF, 0xFF, 0xFF, 0xFF, 65]).is_none());
    }

    #[test]
    fn copies_that_go_on_apart_do_not_open_each_others_placeholders() {
        let before = session(&[(true, true, "Bo".to_owned())], "");
        let bytes = before.pack().unwrap();
        let mut same = 0;
        for _ in 0..8 {
            let mut copies = [(); 2].map(|()| Numbers::unpack(&bytes).unwrap());
            let tags = copies.each_mut().map(|copy| {
                assert!(copy.prepare().unwrap());
                let Scope::Session(Some(key)) = &copy.scope else { panic!("prepared") };
                key.tag("PERSON", 2)
            });
            same += usize::from(tags[0] == tags[1]);
        }
        // By chance one in 32768.
        assert!(same < 2);
    }
}

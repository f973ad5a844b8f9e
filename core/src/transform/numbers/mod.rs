//! Which value has which number: the memory behind placeholders.
//!
//! Comes in: values. Goes out: placeholders, and the values again where they are restorable. Held values and the key
//! are wiped when the memory is dropped.
use core::borrow::Borrow;
use core::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use zeroize::Zeroizing;

mod packed;

use super::canonical::canonical;
use super::likeness::{Likeness, Reading, Typed, next_before, next_tolerant, squeezed};
use crate::crypto::{Key, Tag, same};
use crate::entity::{EntityType, builtins};
use crate::error::Error;
use crate::finding::Finding;
use crate::restored::Tolerance;

/// The highest number; the next value of that type fails.
const MOST: u32 = 999_999_999;

/// Numbers of one text or one session.
///
/// The rule: a value that shall be restored has one number per spelling, since restoring is byte for byte; one that
/// shall not has one number per canonical value. A canonical value's first spelling shares its number with it.
pub(crate) struct Numbers {
    scope: Scope,
    /// By name without gaps, as tolerant reading sees it. Names that people typed are held as their values are.
    shelves: BTreeMap<Held, Shelf>,
    /// Names of shelves from which numbers were given out: few, whatever people typed.
    given: BTreeSet<String>,
    by_canonical: BTreeMap<Held, u32>,
    by_spelling: BTreeMap<Held, u32>,
    /// How far the text was read for what people typed.
    typed: Typed,
}

enum Scope {
    /// One text: nothing can be restored.
    Text,
    /// One example of a policy: as a session, but no tags, since they differ from run to run.
    Example,
    /// A session; the key is made when it is first needed.
    Session(Option<Key>),
}

#[derive(Default)]
struct Shelf {
    last: u32,
    /// Numbers people wrote themselves: never given out.
    reserved: BTreeSet<u32>,
    issued: BTreeMap<u32, Issued>,
}

/// One number that was given out.
pub(crate) struct Issued {
    entity: EntityType,
    /// Given out as `[TYPE_1]`.
    plain: bool,
    /// Given out between square brackets of the text's own.
    framed: bool,
    open: Option<(Tag, Held)>,
}

/// A value or something made of it: wiped when dropped, compared as text.
#[derive(PartialEq, Eq)]
struct Held(Zeroizing<String>);

impl Ord for Held {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.as_str().cmp(other.0.as_str())
    }
}

impl PartialOrd for Held {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Borrow<str> for Held {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl Held {
    /// The name of the type and the text: values of two types are two values.
    fn of(entity: &EntityType, text: &str) -> Self {
        let mut key = Zeroizing::new(String::with_capacity(entity.name().len() + 1 + text.len()));
        key.push_str(entity.name());
        key.push('\n');
        key.push_str(text);
        Held(key)
    }

    fn value(text: &str) -> Self {
        Held(Zeroizing::new(text.to_owned()))
    }
}

impl Issued {
    /// The value, where it can be restored.
    pub(crate) fn value(&self) -> Option<&str> {
        self.open.as_ref().map(|(_, value)| value.borrow())
    }

    fn bears(&self, written: &Tag) -> bool {
        self.open.as_ref().is_some_and(|(tag, _)| same(tag, written))
    }

    pub(crate) fn framed(&self) -> bool {
        self.framed
    }
}

impl Numbers {
    /// For one text.
    pub(crate) fn of_text() -> Self {
        Numbers::new(Scope::Text)
    }

    /// For one example of a policy.
    pub(crate) fn of_example() -> Self {
        Numbers::new(Scope::Example)
    }

    /// For one conversation.
    pub(crate) fn of_session() -> Self {
        Numbers::new(Scope::Session(None))
    }

    /// For one conversation, with a key that a test knows.
    #[cfg(test)]
    pub(crate) fn of_session_with(key: Key) -> Self {
        Numbers::new(Scope::Session(Some(key)))
    }

    fn new(scope: Scope) -> Self {
        Numbers {
            scope,
            shelves: BTreeMap::new(),
            given: BTreeSet::new(),
            by_canonical: BTreeMap::new(),
            by_spelling: BTreeMap::new(),
            typed: Typed::default(),
        }
    }

    /// The values that can be put back, with their types.
    pub(crate) fn values(&self) -> impl Iterator<Item = (&EntityType, &str)> {
        let issued = self.shelves.values().flat_map(|shelf| shelf.issued.values());
        issued.filter_map(|issued| Some((&issued.entity, issued.value()?)))
    }

    /// Whether other texts will follow.
    pub(crate) fn is_session(&self) -> bool {
        matches!(self.scope, Scope::Session(_))
    }

    /// Gets ready for restorable placeholders; `Ok(false)` where there can be none.
    pub(crate) fn prepare(&mut self) -> Result<bool, Error> {
        match &mut self.scope {
            Scope::Text => Ok(false),
            Scope::Example | Scope::Session(Some(_)) => Ok(true),
            Scope::Session(key) => {
                *key = Some(Key::generate()?);
                Ok(true)
            }
        }
    }

    /// A text begins.
    pub(crate) fn begin(&mut self) {
        self.typed = Typed::default();
    }

    /// The first `count` bytes of the text are gone.
    pub(crate) fn forget(&mut self, count: usize) {
        self.typed.forget(count);
    }

    /// Sets aside the number of everything that reads like a placeholder and has its bracket or dot before the byte
    /// `until`: whoever wrote it shall not be handed somebody's value for it.
    pub(crate) fn reserve_before(&mut self, text: &str, until: usize) {
        while let Some(likeness) = next_before(text, Tolerance::Loose, &mut self.typed, until) {
            self.typed.go_on(likeness.retry());
            for Reading { name, number, .. } in likeness.readings {
                self.shelves.entry(Held(Zeroizing::new(name))).or_default().reserved.insert(number);
            }
        }
    }

    /// The same for a whole text.
    #[cfg(test)]
    pub(crate) fn reserve(&mut self, text: &str) {
        self.begin();
        self.reserve_before(text, usize::MAX);
    }

    /// Appends the placeholder of a value. `None`, and nothing appended, where there is no number or no key.
    pub(crate) fn stand_in(
        &mut self,
        finding: &Finding,
        value: &str,
        restorable: bool,
        out: &mut String,
    ) -> Option<()> {
        let entity = finding.entity_type();
        let open = restorable && !matches!(self.scope, Scope::Text);
        let tagged = self.is_session();
        let number = self.number(finding, value, open)?;
        let issued = self.shelves.get_mut(squeezed(entity.name()).as_str())?.issued.get_mut(&number)?;
        out.push('[');
        out.push_str(entity.name());
        out.push('_');
        out.push_str(&number.to_string());
        if let Some((tag, _)) = issued.open.as_ref().filter(|_| open && tagged) {
            out.push('.');
            out.extend(tag.iter().map(|&b| char::from(b)));
        } else {
            issued.plain = true;
        }
        out.push(']');
        Some(())
    }

    /// The number of a value, a new one where it has none.
    fn number(&mut self, finding: &Finding, value: &str, open: bool) -> Option<u32> {
        let entity = finding.entity_type();
        let spelling = Held::of(entity, value);
        if open && let Some(number) = self.by_spelling.get(&spelling) {
            return Some(*number);
        }
        let canonical = Held::of(entity, &canonical(entity, finding.category(), value));
        let shelf = self.shelves.entry(Held(Zeroizing::new(squeezed(entity.name())))).or_default();
        let known = self.by_canonical.get(&canonical).copied();
        // A number that was given out without a tag may get one, unless somebody has typed it since.
        let free = |n: &u32| {
            !open
                || (shelf.issued.get(n).is_some_and(|issued| issued.open.is_none())
                    && !shelf.reserved.contains(n))
        };
        let number = match known.filter(free) {
            Some(number) => number,
            None => {
                self.given.insert(squeezed(entity.name()));
                shelf.issue(entity)?
            }
        };
        if known.is_none() {
            self.by_canonical.insert(canonical, number);
        }
        if open {
            let tag = match &self.scope {
                Scope::Session(key) => key.as_ref()?.tag(entity.name(), number),
                Scope::Example | Scope::Text => Tag::default(),
            };
            shelf.issued.get_mut(&number)?.open = Some((tag, Held::value(value)));
            self.by_spelling.insert(spelling, number);
        }
        Some(number)
    }

    /// The restorable placeholder a likeness is, if its tag says so, and how it is read. Where `loose`, a name that is no
    /// type's may be the translation of one.
    pub(crate) fn open<'l>(&self, likeness: &'l Likeness, loose: bool) -> Option<(&'l Reading, &Issued)> {
        let written = likeness.tag?;
        let by_name = likeness.readings.iter().find_map(|reading| {
            let issued = self.shelves.get(reading.name.as_str())?.issued.get(&reading.number)?;
            issued.bears(&written).then_some((reading, issued))
        });
        match by_name {
            None if loose && !likeness.bare => self.translated(likeness, &written),
            found => found,
        }
    }

    /// The one placeholder that has the number and the tag, whatever its name. None where two have, where the name is
    /// that of a type (then it is another placeholder, and an invented one) or ends in one (then other words are before
    /// it), where it holds a digit that may belong to the number, or where people wrote it themselves.
    fn translated<'l>(&self, likeness: &'l Likeness, written: &Tag) -> Option<(&'l Reading, &Issued)> {
        let mut found = None;
        for reading in &likeness.readings {
            let own = self.shelves.get(reading.name.as_str());
            let taken = own.is_some_and(|s| s.reserved.contains(&reading.number));
            let longer = self.given.iter().any(|name| reading.name.ends_with(name));
            let digit = reading.name.bytes().any(|b| b.is_ascii_digit());
            if taken || longer || digit || is_builtin(&reading.name) {
                return None;
            }
            for shelf in self.given.iter().filter_map(|name| self.shelves.get(name.as_str())) {
                if let Some(issued) = shelf.issued.get(&reading.number).filter(|i| i.bears(written)) {
                    if found.is_some() {
                        return None;
                    }
                    found = Some((reading, issued));
                }
            }
        }
        found
    }

    /// Takes down which placeholders of a redacted text stand between brackets of the text's own, so that restoring
    /// does not take those for brackets somebody doubled.
    #[inline(never)]
    pub(crate) fn frame(&mut self, redacted: &str) {
        let mut from = 0;
        while let Some(likeness) = next_tolerant(redacted, from) {
            from = likeness.end;
            if let Some((name, number)) = self.framed(&likeness) {
                self.mark_framed(&name, number);
            }
        }
    }

    /// Name and number of a placeholder of ours that stands between brackets of the text's own.
    pub(crate) fn framed(&self, likeness: &Likeness) -> Option<(String, u32)> {
        let (reading, _) = self.open(likeness, false)?;
        likeness.doubled.then(|| (reading.name.clone(), reading.number))
    }

    /// Takes down that a placeholder stands between brackets of the text's own.
    pub(crate) fn mark_framed(&mut self, name: &str, number: u32) {
        if let Some(issued) = self.shelves.get_mut(name).and_then(|shelf| shelf.issued.get_mut(&number)) {
            issued.framed = true;
        }
    }

    /// Whether a likeness that does not open is news: neither given out without a tag, nor written by the people
    /// whose texts were redacted. Of what is no exact form, only names this memory knows count.
    pub(crate) fn is_unknown(&self, likeness: &Likeness) -> bool {
        let mut named = likeness.exact;
        for Reading { name, number, .. } in &likeness.readings {
            let Some(shelf) = self.shelves.get(name.as_str()) else { continue };
            named |= !shelf.issued.is_empty();
            let plain = likeness.tag.is_none() && shelf.issued.get(number).is_some_and(|issued| issued.plain);
            if plain || (shelf.reserved.contains(number) && !shelf.issued.contains_key(number)) {
                return false;
            }
        }
        named
    }

    /// How many restorable placeholders were given out.
    pub(crate) fn restorable(&self) -> usize {
        self.by_spelling.len()
    }
}

/// Whether a built-in type has that name, written without gaps.
fn is_builtin(name: &str) -> bool {
    builtins().iter().any(|e| e.name().bytes().filter(|&b| b != b'_').eq(name.bytes()))
}

impl Shelf {
    fn issue(&mut self, entity: &EntityType) -> Option<u32> {
        let mut number = self.last + 1;
        while self.reserved.contains(&number) {
            number += 1;
        }
        if number > MOST {
            return None;
        }
        self.last = number;
        let issued = Issued { entity: entity.clone(), plain: false, framed: false, open: None };
        self.issued.insert(number, issued);
        Some(number)
    }
}

impl Issued {
    /// The placeholder to the letter, where it is restorable.
    pub(crate) fn exact(&self, number: u32) -> Option<String> {
        let (tag, _) = self.open.as_ref()?;
        let tag = core::str::from_utf8(tag).ok()?;
        Some(format!("[{}_{number}.{tag}]", self.entity.name()))
    }
}

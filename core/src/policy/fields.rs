//! Typed access to one table of a document. Comes in: a node and the keys it may have. Goes out: values, or faults.
use core::ops::Range;

use crate::entity::{Category, EntityType};
use crate::score::Score;

use super::names::Known;
use super::place::Fault;
use super::tree::{Entry, Node, Value};

/// A table all of whose keys are known.
pub(super) struct Fields<'n, 'd> {
    pub(super) at: Range<usize>,
    entries: &'n [Entry<'d>],
}

impl<'n, 'd> Fields<'n, 'd> {
    pub(super) fn of(node: &'n Node<'d>, keys: &'static [&'static str]) -> Result<Self, Fault> {
        let entries = table(node)?;
        if let Some(entry) = entries.iter().find(|e| !keys.contains(&e.key.as_ref())) {
            return Err(unknown(Known::Keys(keys), &entry.key, &entry.key_at));
        }
        Ok(Fields { at: node.at.clone(), entries })
    }

    pub(super) fn entry(&self, key: &str) -> Option<&'n Entry<'d>> {
        self.entries.iter().find(|e| e.key == key)
    }

    pub(super) fn node(&self, key: &str) -> Option<&'n Node<'d>> {
        self.entry(key).map(|e| &e.node)
    }

    /// The value of `key` read by `read`, where it is there.
    pub(super) fn maybe<T>(
        &self,
        key: &str,
        read: impl FnOnce(&'n Node<'d>) -> Result<T, Fault>,
    ) -> Result<Option<T>, Fault> {
        self.node(key).map(read).transpose()
    }

    /// The elements of the list under `key`, each read by `read`; nothing where it is not there.
    pub(super) fn each<T>(
        &self,
        key: &str,
        read: impl FnMut(&'n Node<'d>) -> Result<T, Fault>,
    ) -> Result<Vec<T>, Fault> {
        self.node(key).map_or(Ok(Vec::new()), |node| list(node)?.iter().map(read).collect())
    }

    /// As [`each`](Fields::each), but a list that is there may not be empty.
    pub(super) fn some<T>(
        &self,
        key: &str,
        read: impl FnMut(&'n Node<'d>) -> Result<T, Fault>,
    ) -> Result<Vec<T>, Fault> {
        let items = self.each(key, read)?;
        match self.node(key) {
            Some(node) if items.is_empty() => Err(Fault::new(&node.at, "an empty list matches nothing")
                .hint("leave the key out to match everything")),
            _ => Ok(items),
        }
    }
}

pub(super) fn table<'n, 'd>(node: &'n Node<'d>) -> Result<&'n [Entry<'d>], Fault> {
    match &node.value {
        Value::Table(entries) => Ok(entries),
        _ => Err(expected("a table", node)),
    }
}

fn list<'n, 'd>(node: &'n Node<'d>) -> Result<&'n [Node<'d>], Fault> {
    match &node.value {
        Value::List(items) => Ok(items),
        _ => Err(expected("a list", node)),
    }
}

pub(super) fn text<'n>(node: &'n Node<'_>) -> Result<&'n str, Fault> {
    match &node.value {
        Value::Text(text) => Ok(text),
        _ => Err(expected("a string", node)),
    }
}

/// A string that is not empty.
pub(super) fn filled<'n>(node: &'n Node<'_>) -> Result<&'n str, Fault> {
    match text(node)? {
        "" => Err(Fault::new(&node.at, "may not be empty")),
        text => Ok(text),
    }
}

pub(super) fn boolean(node: &Node<'_>) -> Result<bool, Fault> {
    match node.value {
        Value::Bool(b) => Ok(b),
        _ => Err(expected("true or false", node)),
    }
}

/// A whole number from `least` to 255.
pub(super) fn count(node: &Node<'_>, least: i64) -> Result<usize, Fault> {
    let out_of_range = || Fault::new(&node.at, format!("not a whole number from {least} to 255")).shown();
    match node.value {
        Value::Integer(i) if (least..=255).contains(&i) => usize::try_from(i).map_err(|_| out_of_range()),
        Value::Integer(_) | Value::Float(_) => Err(out_of_range()),
        _ => Err(expected("a whole number", node)),
    }
}

/// A score from 0.0 to 1.0, in hundredths.
pub(super) fn score(node: &Node<'_>) -> Result<Score, Fault> {
    let value = match node.value {
        Value::Integer(0) => 0.0,
        Value::Integer(1) => 1.0,
        Value::Integer(percent @ 2..=100) => {
            return Err(Fault::new(&node.at, "a score is a number from 0.0 to 1.0")
                .hint(format!("did you mean {}.{:02}?", percent / 100, percent % 100))
                .shown());
        }
        Value::Float(f) => f,
        Value::Integer(_) => f64::NAN,
        _ => return Err(expected("a number from 0.0 to 1.0", node)),
    };
    if !(0.0..=1.0).contains(&value) {
        return Err(Fault::new(&node.at, "a score is a number from 0.0 to 1.0").shown());
    }
    let percent = (value * 100.0).round();
    if (value * 100.0 - percent).abs() > 1e-6 {
        return Err(Fault::new(&node.at, "a score has at most two decimals").shown());
    }
    // Between 0 and 100, as was just made sure.
    Ok(Score::new(percent as u8))
}

pub(super) fn entity(node: &Node<'_>) -> Result<EntityType, Fault> {
    let name = text(node)?;
    EntityType::builtin(name).ok_or_else(|| unknown(Known::Types, name, &node.at))
}

pub(super) fn category(node: &Node<'_>) -> Result<Category, Fault> {
    let name = text(node)?;
    Category::from_name(name).ok_or_else(|| unknown(Known::Categories, name, &node.at))
}

pub(super) fn unknown(known: Known, word: &str, at: &Range<usize>) -> Fault {
    Fault::new(at, known.problem(word)).hint(known.hint(word)).shown()
}

pub(super) fn expected(what: &str, node: &Node<'_>) -> Fault {
    Fault::new(&node.at, format!("expected {what}, found {}", node.value.kind()))
}

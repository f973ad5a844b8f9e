//! TOML and JSON as one tree in which everything knows its place.
//!
//! Comes in: a document. Goes out: nested values with byte ranges, entries in the order of the document, no key twice.
use core::ops::Range;
use std::borrow::Cow;
use std::collections::BTreeSet;

use jsonc_parser::errors::ParseErrorKind;
use jsonc_parser::{CollectOptions, ParseOptions, ast, common::Ranged, parse_to_ast};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::place::Fault;

/// How deep a document may be nested; the deepest right one needs four.
const DEPTH: usize = 16;

#[derive(Debug)]
pub(super) struct Node<'d> {
    pub(super) at: Range<usize>,
    pub(super) value: Value<'d>,
}

#[derive(Debug)]
pub(super) enum Value<'d> {
    Text(Cow<'d, str>),
    Integer(i64),
    Float(f64),
    Bool(bool),
    List(Vec<Node<'d>>),
    Table(Vec<Entry<'d>>),
    Null,
    Date,
}

#[derive(Debug)]
pub(super) struct Entry<'d> {
    pub(super) key: Cow<'d, str>,
    pub(super) key_at: Range<usize>,
    pub(super) node: Node<'d>,
}

impl Value<'_> {
    /// What it is, with its article.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Value::Text(_) => "a string",
            Value::Integer(_) | Value::Float(_) => "a number",
            Value::Bool(_) => "true or false",
            Value::List(_) => "a list",
            Value::Table(_) => "a table",
            Value::Null => "null",
            Value::Date => "a date",
        }
    }
}

/// Reads TOML.
pub(super) fn from_toml(document: &str) -> Result<Node<'_>, Fault> {
    let table = DeTable::parse(document).map_err(|e| {
        let at = e.span().unwrap_or(0..0);
        // The parser's messages are fixed sentences; the place is what the document adds to them.
        Fault::new(&at, format!("not valid TOML: {}", e.message()))
    })?;
    Ok(Node { at: 0..0, value: toml_table(table.into_inner(), 1)? })
}

fn toml_table(table: DeTable<'_>, depth: usize) -> Result<Value<'_>, Fault> {
    let mut entries = Vec::with_capacity(table.len());
    for (key, node) in table {
        let key_at = key.span();
        let node = toml_node(node, depth)?;
        entries.push(Entry { key: key.into_inner(), key_at, node });
    }
    entries.sort_by_key(|e| e.key_at.start);
    Ok(Value::Table(entries))
}

fn toml_node(node: Spanned<DeValue<'_>>, depth: usize) -> Result<Node<'_>, Fault> {
    let at = node.span();
    if depth > DEPTH {
        return Err(too_deep(&at));
    }
    let value = match node.into_inner() {
        DeValue::String(text) => Value::Text(text),
        DeValue::Integer(i) => {
            i64::from_str_radix(i.as_str(), i.radix()).map_or(Value::Float(f64::NAN), Value::Integer)
        }
        DeValue::Float(f) => Value::Float(f.as_str().parse().unwrap_or(f64::NAN)),
        DeValue::Boolean(b) => Value::Bool(b),
        DeValue::Datetime(_) => Value::Date,
        DeValue::Array(list) => {
            Value::List(list.into_iter().map(|n| toml_node(n, depth + 1)).collect::<Result<_, _>>()?)
        }
        DeValue::Table(table) => toml_table(table, depth + 1)?,
    };
    Ok(Node { at, value })
}

/// Reads JSON, without the liberties of JSONC.
pub(super) fn from_json(document: &str) -> Result<Node<'_>, Fault> {
    let strict = ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    };
    let parsed = parse_to_ast(document, &CollectOptions::default(), &strict).map_err(|e| {
        let problem = match e.kind() {
            // Its messages quote escape sequences.
            ParseErrorKind::String(_) => "a string is not closed or has a wrong escape".to_owned(),
            kind => kind.to_string(),
        };
        let range = e.range();
        Fault::new(&(range.start..range.end), format!("not valid JSON: {problem}"))
    })?;
    match parsed.value {
        Some(value) => json_node(value, 1),
        None => Err(Fault::new(&(0..0), "the document is empty")),
    }
}

fn json_node(value: ast::Value<'_>, depth: usize) -> Result<Node<'_>, Fault> {
    let range = value.range();
    let at = range.start..range.end;
    if depth > DEPTH {
        return Err(too_deep(&at));
    }
    let value = match value {
        ast::Value::StringLit(text) => Value::Text(text.value),
        ast::Value::NumberLit(number) => number
            .value
            .parse()
            .map_or_else(|_| Value::Float(number.value.parse().unwrap_or(f64::NAN)), Value::Integer),
        ast::Value::BooleanLit(b) => Value::Bool(b.value),
        ast::Value::NullKeyword(_) => Value::Null,
        ast::Value::Array(list) => {
            Value::List(list.elements.into_iter().map(|n| json_node(n, depth + 1)).collect::<Result<_, _>>()?)
        }
        ast::Value::Object(object) => {
            let mut entries = Vec::with_capacity(object.properties.len());
            let mut seen = BTreeSet::new();
            for property in object.properties {
                let range = property.name.range();
                let key_at = range.start..range.end;
                let key = match property.name {
                    ast::ObjectPropName::String(text) => text.value,
                    ast::ObjectPropName::Word(word) => Cow::Borrowed(word.value),
                };
                if !seen.insert(key.clone()) {
                    return Err(Fault::new(&key_at, "duplicate key").shown());
                }
                entries.push(Entry { key, key_at, node: json_node(property.value, depth + 1)? });
            }
            Value::Table(entries)
        }
    };
    Ok(Node { at, value })
}

fn too_deep(at: &Range<usize>) -> Fault {
    Fault::new(at, "nested too deeply")
}

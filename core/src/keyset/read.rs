//! JSON, read strictly: nothing unknown, nothing twice, nothing of another kind.
//!
//! Comes in: a text. Goes out: a sheet, or what is wrong and where. No part of the text is in what is said.
use core::ops::Range;

use base64ct::{Base64, Encoding};
use jsonc_parser::ast::{ObjectPropName, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::epoch::EpochLine;
use super::key::{KeyStatus, SLOTS, from_hex};
use super::lock::{ANSWER, is_name};
use super::passphrase::Cost;
use super::sheet::{Format, Line, SUITE, Sheet, VERSION, Wrap};
use crate::error::KeysetProblem;
use crate::text::date::Date;

/// The longest file, in bytes: a thousand keys take a fifth of it.
const LONGEST: usize = 1 << 20;

/// A version that is above this is no number we would have given it.
const VERSIONS: u64 = 1000;

type Outcome<T> = Result<T, KeysetProblem>;

/// Reads a file of the given format.
pub(super) fn read(text: &str, format: Format) -> Outcome<Sheet> {
    if text.len() > LONGEST {
        return Err(KeysetProblem::TooLong { limit: LONGEST });
    }
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
    let parsed = parse_to_ast(text, &CollectOptions::default(), &strict)
        .map_err(|error| KeysetProblem::NotJson { at: error.range().start })?;
    let expected = format.name();
    let wrong = KeysetProblem::WrongFormat { expected };
    let Some(Value::Object(object)) = parsed.value else { return Err(wrong) };
    let mut file = Fields::of(object)?;
    // The format and its version first, so that a file of something else, or of a later release, is told as such.
    let named = matches!(file.take("format"), Some(Value::StringLit(name)) if name.value == expected);
    if !named {
        return Err(wrong);
    }
    match file.number("version", 1..=VERSIONS)? {
        VERSION => {}
        _ => return Err(KeysetProblem::UnknownVersion),
    }
    let sheet = Sheet {
        format,
        id: file.text("id", is_id)?,
        sequence: file.number("seq", 1..=MOST_EXACT)?,
        salt: file.bytes("salt")?,
        primary: match format {
            Format::Keyset => Some(file.parsed("primary", from_hex)?),
            Format::Recognizer => None,
        },
        wrap: wrapped(file.object("wrap")?)?,
        keys: file.list("keys")?.into_iter().map(line).collect::<Outcome<_>>()?,
        epochs: match format {
            Format::Keyset => file.perhaps("epochs", Fields::list)?.unwrap_or_default(),
            Format::Recognizer => Vec::new(),
        }
        .into_iter()
        .map(epoch)
        .collect::<Outcome<_>>()?,
        mac: file.bytes("mac")?,
    };
    file.end()?;
    Ok(sheet)
}

/// The highest whole number that every reader of JSON keeps exactly: 2⁵³ − 1 (RFC 8259, section 6).
const MOST_EXACT: u64 = (1 << 53) - 1;

fn wrapped(mut fields: Fields<'_>) -> Outcome<Wrap> {
    let wrap = match &*fields.text("method", |_| true)? {
        "passphrase" => Wrap::Passphrase {
            cost: Cost {
                memory: fields.small("memory_kib")?,
                passes: fields.small("passes")?,
                lanes: fields.small("lanes")?,
            },
            salt: fields.bytes("salt")?,
            key: fields.bytes("key")?,
        },
        "wrapper" => Wrap::Wrapper {
            name: fields.text("name", is_name)?,
            key: fields.parsed("key", |text| {
                Base64::decode_vec(text).ok().filter(|key| (1..=ANSWER).contains(&key.len()))
            })?,
        },
        _ => return Err(KeysetProblem::UnknownWrap),
    };
    fields.end()?;
    Ok(wrap)
}

fn line(value: Value<'_>) -> Outcome<Line> {
    let at = value.range().start;
    let Value::Object(object) = value else { return Err(KeysetProblem::WrongField { field: "keys", at }) };
    let mut fields = Fields::of(object)?;
    if fields.text("suite", |_| true)? != SUITE {
        return Err(KeysetProblem::UnknownSuite);
    }
    let line = Line {
        id: fields.parsed("kid", from_hex)?,
        status: fields.parsed("status", KeyStatus::named)?,
        compromised: fields.perhaps("compromised", Fields::yes)?.unwrap_or(false),
        slot: fields
            .perhaps("slot", |f, name| f.number(name, 0..=u64::from(SLOTS) - 1))?
            .and_then(|n| n.try_into().ok()),
        created: fields.perhaps("created", |f, name| f.parsed(name, date))?,
        expires: fields.perhaps("expires", |f, name| f.parsed(name, date))?,
        root: fields.perhaps("root", Fields::bytes)?,
    };
    fields.end()?;
    Ok(line)
}

fn epoch(value: Value<'_>) -> Outcome<EpochLine> {
    let at = value.range().start;
    let Value::Object(object) = value else { return Err(KeysetProblem::WrongField { field: "epochs", at }) };
    let mut fields = Fields::of(object)?;
    let line = EpochLine {
        vault: fields.parsed("vault", EpochLine::named)?,
        number: fields.small("epoch")?,
        root: fields.bytes("root")?,
    };
    fields.end()?;
    Ok(line)
}

fn is_id(text: &str) -> bool {
    let digits = text.strip_prefix("ks_").unwrap_or_default();
    digits.len() == 16 && digits.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

fn date(text: &str) -> Option<Date> {
    let bytes = text.as_bytes();
    let shape = bytes.len() == 10
        && bytes
            .iter()
            .enumerate()
            .all(|(i, b)| if matches!(i, 4 | 7) { *b == b'-' } else { b.is_ascii_digit() });
    let mut parts = text.split('-').filter(|_| shape);
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    Date::new(year.parse().ok().filter(|year| *year > 0)?, month.parse().ok()?, day.parse().ok()?)
}

/// The fields of an object that nobody has asked for yet.
struct Fields<'t> {
    left: Vec<(String, usize, Value<'t>)>,
}

impl<'t> Fields<'t> {
    fn of(object: jsonc_parser::ast::Object<'t>) -> Outcome<Self> {
        let mut left: Vec<(String, usize, Value<'t>)> = Vec::with_capacity(object.properties.len());
        for property in object.properties {
            let at = property.name.range().start;
            let name = match property.name {
                ObjectPropName::String(text) => text.value.into_owned(),
                ObjectPropName::Word(_) => return Err(KeysetProblem::NotJson { at }),
            };
            // No object that is taken has more, so that looking through them all stays cheap.
            if left.len() >= 16 {
                return Err(KeysetProblem::UnknownField { at });
            }
            if left.iter().any(|(other, ..)| *other == name) {
                return Err(KeysetProblem::RepeatedField { at });
            }
            left.push((name, at, property.value));
        }
        Ok(Fields { left })
    }

    fn take(&mut self, name: &'static str) -> Option<Value<'t>> {
        let at = self.left.iter().position(|(other, ..)| other == name)?;
        Some(self.left.swap_remove(at).2)
    }

    fn value(&mut self, field: &'static str) -> Outcome<(Value<'t>, Range<usize>)> {
        let value = self.take(field).ok_or(KeysetProblem::MissingField { field })?;
        let range = value.range();
        Ok((value, range.start..range.end))
    }

    /// A string of which `parse` makes something.
    fn parsed<T>(&mut self, field: &'static str, parse: impl FnOnce(&str) -> Option<T>) -> Outcome<T> {
        let (value, at) = self.value(field)?;
        let made = match &value {
            Value::StringLit(text) => parse(&text.value),
            _ => None,
        };
        made.ok_or(KeysetProblem::WrongField { field, at: at.start })
    }

    fn text(&mut self, field: &'static str, is_right: impl FnOnce(&str) -> bool) -> Outcome<String> {
        self.parsed(field, |text| is_right(text).then(|| text.to_owned()))
    }

    fn bytes<const N: usize>(&mut self, field: &'static str) -> Outcome<[u8; N]> {
        self.parsed(field, |text| Base64::decode_vec(text).ok()?.try_into().ok())
    }

    fn number(&mut self, field: &'static str, range: core::ops::RangeInclusive<u64>) -> Outcome<u64> {
        let (value, at) = self.value(field)?;
        let number = match &value {
            Value::NumberLit(number) => number.value.parse().ok().filter(|n| range.contains(n)),
            _ => None,
        };
        number.ok_or(KeysetProblem::WrongField { field, at: at.start })
    }

    fn small(&mut self, field: &'static str) -> Outcome<u32> {
        // What is above is beyond every bound, and told by them.
        self.number(field, 0..=u64::from(u32::MAX)).map(|n| u32::try_from(n).unwrap_or(u32::MAX))
    }

    fn yes(&mut self, field: &'static str) -> Outcome<bool> {
        let (value, at) = self.value(field)?;
        match value {
            Value::BooleanLit(b) => Ok(b.value),
            _ => Err(KeysetProblem::WrongField { field, at: at.start }),
        }
    }

    /// What `read` makes of a field that may be missing.
    fn perhaps<T>(
        &mut self,
        field: &'static str,
        read: impl FnOnce(&mut Self, &'static str) -> Outcome<T>,
    ) -> Outcome<Option<T>> {
        let there = self.left.iter().any(|(other, ..)| other == field);
        there.then(|| read(self, field)).transpose()
    }

    fn object(&mut self, field: &'static str) -> Outcome<Fields<'t>> {
        match self.value(field)? {
            (Value::Object(object), _) => Fields::of(object),
            (_, at) => Err(KeysetProblem::WrongField { field, at: at.start }),
        }
    }

    fn list(&mut self, field: &'static str) -> Outcome<Vec<Value<'t>>> {
        match self.value(field)? {
            (Value::Array(list), _) => Ok(list.elements),
            (_, at) => Err(KeysetProblem::WrongField { field, at: at.start }),
        }
    }

    /// Nothing may be left.
    fn end(self) -> Outcome<()> {
        let first = self.left.iter().map(|(_, at, _)| *at).min();
        first.map_or(Ok(()), |at| Err(KeysetProblem::UnknownField { at }))
    }
}

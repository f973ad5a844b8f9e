//! Forms of values: what all spellings of one have in common, and where one of them stands.
//!
//! Every look is bounded: [`LONGEST`] letters and digits, each with at most [`GAP`] signs behind it.
use zeroize::Zeroizing;

use crate::entity::{self, Category, EntityType};
use crate::text::date::{self, Date};
use crate::text::view::View;
use crate::transform::ascii;

/// The fewest letters and digits of a value that is held.
const SHORTEST: usize = 6;
/// The most of them, so that no spelling is longer than a parser may look ahead.
const LONGEST: usize = 64;
/// So many of them are digits, except in secrets.
const DIGITS: usize = 4;
/// The fewest digits two spellings of a telephone number share at their ends (ITU-T E.164 leaves so many to the shortest
/// national numbers with their area).
const SUBSCRIBER: usize = 7;
/// By how many digits one of them may be longer: a country code and a carrier's.
const PREFIX: usize = 4;
/// The most signs between two letters or digits of a value.
const GAP: usize = 3;

/// What its spellings have in common.
#[derive(Clone, PartialEq)]
pub(super) enum Form {
    /// Letters and digits, whatever stands between them.
    Signs(Zeroizing<String>),
    /// The digits of a telephone number.
    Number(Zeroizing<String>),
    /// Every sign.
    Letter(Zeroizing<String>),
    Day(Date),
}

/// The form of a value; `None` where it is too short to be told from others.
pub(super) fn form(entity: &EntityType, category: Category, value: &str) -> Option<Form> {
    if *entity == entity::DATE_OF_BIRTH {
        let written = date::read(View::new(value), 0).filter(|written| written.end == value.len())?;
        // Of two readings neither is known to be meant.
        return written.date.filter(|_| written.other.is_none()).map(Form::Day);
    }
    if *entity == entity::PHONE_NUMBER {
        return Some(Form::Number(significant(value))).filter(|form| form.length() >= SUBSCRIBER);
    }
    let signs: usize = value.chars().filter(|c| c.is_alphanumeric()).count();
    let digits = value.chars().filter(|c| ascii(*c).is_ascii_digit()).count();
    if !(SHORTEST..=LONGEST).contains(&signs) {
        return None;
    }
    if category == Category::Secret && digits < signs {
        let telling = value.chars().any(|c| !c.is_alphabetic()) && value.len() <= LONGEST;
        return telling.then(|| Form::Letter(Zeroizing::new(value.to_owned())));
    }
    if digits < DIGITS {
        return None;
    }
    let mut form = Zeroizing::new(String::with_capacity(2 * value.len()));
    form.extend(value.chars().map(sign).filter(|c| c.is_alphanumeric()));
    Some(Form::Signs(form))
}

/// A letter or digit as it is compared.
fn sign(c: char) -> char {
    let c = ascii(c);
    c.to_lowercase().next().unwrap_or(c)
}

/// What may stand between the letters and digits of a value.
fn is_between(c: char) -> bool {
    matches!(
        c,
        '-' | '.' | ',' | '/' | '_' | '(' | ')' | ':' | '·' | '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2010}'..='\u{2015}' | '\u{2060}'
    ) || c.is_whitespace()
}

/// The digits of a telephone number up to its extension, without the zeros before it.
fn significant(value: &str) -> Zeroizing<String> {
    let trunk = value.find("(0)").unwrap_or(value.len());
    let (code, rest) = value.split_at_checked(trunk).unwrap_or((value, ""));
    let signs = code.chars().chain(rest.chars().skip("(0)".len()));
    let mut digits = Zeroizing::new(String::with_capacity(value.len()));
    digits.extend(signs.map(ascii).take_while(|c| !c.is_alphabetic()).filter(char::is_ascii_digit));
    let zeros = digits.len() - digits.trim_start_matches('0').len();
    digits.drain(..zeros);
    digits
}

impl Form {
    fn length(&self) -> usize {
        match self {
            Form::Signs(form) | Form::Number(form) | Form::Letter(form) => form.len(),
            Form::Day(_) => 0,
        }
    }

    /// Where the value begins whose first letter or digit stands at `at`: a telephone number may have a sign before it.
    pub(super) fn start(&self, text: &str, at: usize, end: usize) -> usize {
        let Form::Number(_) = self else { return at };
        let sign = text.get(..at).and_then(|before| before.chars().next_back());
        let closed = || text.get(at..end).is_some_and(|number| number.contains(')'));
        if sign == Some('+') || sign == Some('(') && closed() { at - 1 } else { at }
    }

    /// Where the value ends that begins at the byte `at`, if it is this one; `word` says whether a letter or digit stands
    /// there.
    pub(super) fn end(&self, text: &str, at: usize, word: bool) -> Option<usize> {
        let rest = text.get(at..)?;
        match self {
            Form::Signs(_) | Form::Number(_) | Form::Day(_) if !word => None,
            Form::Signs(form) => {
                let end = at + same_signs(rest, form)?;
                let alone = !form.bytes().all(|b| b.is_ascii_digit()) || is_alone(text, at, end);
                alone.then_some(end)
            }
            Form::Number(form) => Some(at + same_number(rest, form)?),
            Form::Letter(form) => {
                let after = rest.strip_prefix(form.as_str())?;
                ends(after, form).then_some(at + form.len())
            }
            Form::Day(day) => {
                let view = View::new(text);
                let compact = || date::read_compact(view, at).filter(|written| written.end - at == 8);
                let written = date::read(view, at).or_else(compact)?;
                [written.date, written.other].contains(&Some(*day)).then_some(written.end)
            }
        }
    }
}

/// Whether a value is over where `after` begins.
fn ends(after: &str, value: &str) -> bool {
    let goes_on = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !(goes_on(after.chars().next()) && goes_on(value.chars().next_back()))
}

/// Whether the digits of `start..end` are no part of a longer row of groups.
fn is_alone(text: &str, start: usize, end: usize) -> bool {
    let joins = |signs: (Option<char>, Option<char>)| matches!(signs, (Some(' ' | '-' | '.' | '/'), Some(digit)) if ascii(digit).is_ascii_digit());
    let mut before = text.get(..start).unwrap_or_default().chars().rev();
    let mut after = text.get(end..).unwrap_or_default().chars();
    !joins((before.next(), before.next())) && !joins((after.next(), after.next()))
}

/// The bytes at the start of `text` that are the letters and digits of `form`, and no more of them.
fn same_signs(text: &str, form: &str) -> Option<usize> {
    let (mut left, mut gap) = (form.chars(), 0);
    for (at, c) in text.char_indices() {
        let c = (sign(c), c.len_utf8());
        if c.0.is_alphanumeric() {
            if left.next() != Some(c.0) {
                return None;
            }
            gap = 0;
            if left.as_str().is_empty() {
                let end = at + c.1;
                return ends(text.get(end..)?, form).then_some(end);
            }
        } else if is_between(c.0) && gap < GAP {
            gap += 1;
        } else {
            return None;
        }
    }
    None
}

/// The bytes at the start of `text` that are the number `form`, with or without what is dialled before it: the most of
/// them.
fn same_number(text: &str, form: &str) -> Option<usize> {
    let mut digits = Zeroizing::new(String::with_capacity(32));
    let (mut gap, mut end) = (0, None);
    for (at, c) in text.char_indices() {
        let digit = ascii(c);
        if digit.is_ascii_digit() {
            if digits.len() == 2 * (SUBSCRIBER + PREFIX) {
                break;
            }
            // Zeros before a number are dialled, not part of it.
            if !digits.is_empty() || digit != '0' {
                digits.push(digit);
            }
            gap = 0;
            let next = at + c.len_utf8();
            if ends(text.get(next..)?, "0") && is_same_number(&digits, form) {
                end = Some(next);
            }
        } else if is_between(c) && gap < GAP {
            gap += 1;
        } else {
            break;
        }
    }
    end
}

fn is_same_number(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    short.len() >= SUBSCRIBER && long.len() - short.len() <= PREFIX && long.ends_with(short)
}

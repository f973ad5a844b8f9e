//! Operators in a document, with their options.
//!
//! Comes in: a node, and what the operator shall act on. Goes out: an operator that can, or the first thing that is wrong.
use super::fields::{Fields, boolean, count, expected, filled, text, unknown};
use super::generalize::{Generalization, Generalize};
use super::keyed::{FARTHEST, TokenForm};
use super::names::{self, Known};
use super::operator::{Custom, MaskLength, Operator};
use super::place::Fault;
use super::tree::{Node, Value};
use super::validate::{self, Target};

/// What a table that holds an operator and nothing else may hold.
const OPERATOR: &[&str] = &[
    "operator",
    "keep_first",
    "keep_last",
    "character",
    "keep_separators",
    "length",
    "roles",
    "kind",
    "to",
    "width",
    "decimals",
    "restorable",
    "callback",
    "form",
    "least",
    "most",
    "keep_weekday",
];

/// Which operator an option belongs to.
const OPTIONS: &[(&str, &[&str])] = &[
    ("mask", &["keep_first", "keep_last", "character", "keep_separators", "length"]),
    ("partial", &["roles"]),
    ("generalize", &["kind", "to", "width", "decimals"]),
    ("placeholder", &["restorable"]),
    ("custom", &["callback"]),
    ("tokenize", &["form"]),
    ("fpe", &["keep_first", "keep_last"]),
    ("shift_date", &["least", "most", "keep_weekday"]),
];

/// An operator by its name, or as a table with options.
pub(super) fn operator(node: &Node<'_>, target: &Target<'_>) -> Result<Operator, Fault> {
    match &node.value {
        Value::Text(_) => {
            let operator = named(node)?;
            match operator {
                Operator::Custom(_) => Err(no_callback(&node.at)),
                operator => fitting(operator, target, &node.at),
            }
        }
        Value::Table(_) => options(&Fields::of(node, OPERATOR)?, target),
        _ => Err(expected("an operator's name or a table", node)),
    }
}

/// The operator of that name; the callback of a custom one is not known yet.
fn named(node: &Node<'_>) -> Result<Operator, Fault> {
    match text(node)? {
        "keep" => Ok(Operator::Keep),
        "remove" => Ok(Operator::Remove),
        "label" => Ok(Operator::Label),
        "mask" => Ok(Operator::mask().into()),
        "partial" => Ok(Operator::partial().into()),
        "hash" => Ok(Operator::Hash),
        "generalize" => Ok(Operator::generalize().into()),
        "placeholder" => Ok(Operator::placeholder().into()),
        "tokenize" => Ok(Operator::tokenize().into()),
        "encrypt" => Ok(Operator::Encrypt),
        "fpe" => Ok(Operator::fpe().into()),
        "pseudonym" => Ok(Operator::Pseudonym),
        "shift_date" => Ok(Operator::shift_date().into()),
        "custom" => Ok(Operator::Custom(Custom { callback: String::new() })),
        other => Err(unknown(names::OPERATORS, other, &node.at)),
    }
}

/// The key `operator` and the options beside it.
pub(super) fn options(f: &Fields<'_, '_>, target: &Target<'_>) -> Result<Operator, Fault> {
    let Some(node) = f.node("operator") else {
        return Err(Fault::new(&f.at, "operator is missing").hint(names::OPERATORS.hint("")));
    };
    let mut operator = named(node)?;
    own_options(f, operator.name())?;
    match &mut operator {
        Operator::Mask(mask) => {
            mask.keep_first = f.maybe("keep_first", |n| count(n, 0))?.unwrap_or(mask.keep_first);
            mask.keep_last = f.maybe("keep_last", |n| count(n, 0))?.unwrap_or(mask.keep_last);
            mask.character = f.maybe("character", character)?.unwrap_or(mask.character);
            mask.keep_separators = f.maybe("keep_separators", boolean)?.unwrap_or(mask.keep_separators);
            mask.length = f.maybe("length", length)?.unwrap_or(mask.length);
        }
        Operator::Partial(partial) => partial.roles = f.some("roles", |n| filled(n).map(str::to_owned))?,
        Operator::Generalize(generalize) => less_exact(f, generalize)?,
        Operator::Placeholder(p) => p.restorable = f.maybe("restorable", boolean)?.unwrap_or(p.restorable),
        Operator::Custom(custom) => {
            let name = f.maybe("callback", text)?.ok_or_else(|| no_callback(&f.at))?;
            custom.callback = name.to_owned();
        }
        Operator::Tokenize(tokenize) => tokenize.form = f.maybe("form", form)?.unwrap_or(tokenize.form),
        Operator::Fpe(fpe) => {
            fpe.keep_first = f.maybe("keep_first", |n| count(n, 0))?.unwrap_or(fpe.keep_first);
            fpe.keep_last = f.maybe("keep_last", |n| count(n, 0))?.unwrap_or(fpe.keep_last);
        }
        Operator::ShiftDate(shift) => {
            shift.least = f.maybe("least", days)?.unwrap_or(shift.least);
            shift.most = f.maybe("most", days)?.unwrap_or(shift.most);
            shift.keep_weekday = f.maybe("keep_weekday", boolean)?.unwrap_or(shift.keep_weekday);
        }
        Operator::Keep | Operator::Remove | Operator::Label | Operator::Hash => {}
        Operator::Encrypt | Operator::Pseudonym => {}
    }
    if let Err((key, problem)) = validate::operator(&operator) {
        return Err(Fault::new(f.node(key).map_or(&f.at, |n| &n.at), problem));
    }
    fitting(operator, target, &node.at)
}

/// Refuses an option of another operator.
fn own_options(f: &Fields<'_, '_>, operator: &str) -> Result<(), Fault> {
    let own = OPTIONS.iter().find(|(owner, _)| *owner == operator).map_or(&[][..], |(_, keys)| keys);
    let foreign = OPTIONS.iter().flat_map(|(owner, keys)| {
        let others = keys.iter().filter(|key| !own.contains(key));
        others.filter_map(move |key| Some((owner, f.entry(key)?)))
    });
    let Some((owner, entry)) = foreign.min_by_key(|(_, e)| e.key_at.start) else { return Ok(()) };
    let problem = format!("operator {operator} has no option {}", entry.key);
    Err(Fault::new(&entry.key_at, problem).hint(format!("{} belongs to {owner}", entry.key)).shown())
}

/// The operator, if it can act on all of `target`.
fn fitting(operator: Operator, target: &Target<'_>, at: &core::ops::Range<usize>) -> Result<Operator, Fault> {
    validate::fits(&operator, target).map_err(|problem| Fault::new(at, problem))?;
    Ok(operator)
}

fn no_callback(at: &core::ops::Range<usize>) -> Fault {
    Fault::new(at, "callback is missing").hint("custom needs the name of a callback that the engine is given")
}

fn less_exact(f: &Fields<'_, '_>, generalize: &mut Generalize) -> Result<(), Fault> {
    generalize.kind = f.maybe("kind", kind)?;
    generalize.month = f.maybe("to", to_month)?.unwrap_or(generalize.month);
    let small = |n: &Node<'_>| count(n, 0).map(|n| u8::try_from(n).unwrap_or(u8::MAX));
    generalize.width = f.maybe("width", small)?.unwrap_or(generalize.width);
    generalize.decimals = f.maybe("decimals", small)?.unwrap_or(generalize.decimals);
    Ok(())
}

fn kind(node: &Node<'_>) -> Result<Generalization, Fault> {
    let word = text(node)?;
    let known = Generalization::ALL.into_iter().find(|kind| kind.name() == word);
    known.ok_or_else(|| unknown(names::KINDS, word, &node.at))
}

fn to_month(node: &Node<'_>) -> Result<bool, Fault> {
    match text(node)? {
        "year" => Ok(false),
        "month" => Ok(true),
        other => Err(unknown(names::DATES, other, &node.at)),
    }
}

fn form(node: &Node<'_>) -> Result<TokenForm, Fault> {
    let word = text(node)?;
    let known = TokenForm::ALL.into_iter().find(|form| form.name() == word);
    known.ok_or_else(|| unknown(names::FORMS, word, &node.at))
}

/// A whole number of days.
fn days(node: &Node<'_>) -> Result<u16, Fault> {
    let out_of_range = || Fault::new(&node.at, format!("not a whole number from 1 to {FARTHEST}")).shown();
    match node.value {
        Value::Integer(days) => {
            u16::try_from(days).ok().filter(|d| (1..=FARTHEST).contains(d)).ok_or_else(out_of_range)
        }
        Value::Float(_) => Err(out_of_range()),
        _ => Err(expected("a whole number", node)),
    }
}

fn character(node: &Node<'_>) -> Result<char, Fault> {
    let mut characters = text(node)?.chars();
    match (characters.next(), characters.next()) {
        (Some(c), None) => Ok(c),
        _ => Err(Fault::new(&node.at, "expected a single character")),
    }
}

fn length(node: &Node<'_>) -> Result<MaskLength, Fault> {
    const WORDS: Known = Known::Words("length", &["same"]);
    match &node.value {
        Value::Text(word) if word == "same" => Ok(MaskLength::Same),
        Value::Text(word) => Err(unknown(WORDS, word, &node.at)),
        _ => Ok(MaskLength::Fixed(count(node, 1)?)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::document::KEYS;
    use super::*;

    #[test]
    fn every_option_can_be_said_everywhere() {
        let options = OPTIONS.iter().flat_map(|(_, keys)| keys.iter());
        let mut all: Vec<&str> = options.copied().chain(["operator"]).collect();
        all.sort();
        all.dedup();
        let rule = KEYS.iter().find(|keys| keys.contains(&"operator")).expect("rules have operators");
        assert!(all.iter().all(|key| rule.contains(key)));
        let mut said = OPERATOR.to_vec();
        said.sort();
        assert_eq!(all, said);
    }

    #[test]
    fn the_words_of_hints_are_those_that_are_read() {
        let Known::Words(_, operators) = names::OPERATORS else { panic!("operators are words") };
        for name in operators {
            let node = Node { at: 0..0, value: Value::Text((*name).into()) };
            assert_eq!(named(&node).map(|o| o.name()).ok(), Some(*name));
        }
        let Known::Words(_, kinds) = names::KINDS else { panic!("kinds are words") };
        assert_eq!(kinds, Generalization::ALL.map(Generalization::name));
        let Known::Words(_, forms) = names::FORMS else { panic!("forms are words") };
        assert_eq!(forms, TokenForm::ALL.map(TokenForm::name));
    }
}

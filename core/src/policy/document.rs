//! The one strict reader of policy documents.
//!
//! Comes in: a document and what turns its syntax into a tree. Goes out: a policy, or the first thing that is wrong.
use crate::catalog::template::Template;
use crate::entity::Category;
use crate::error::Error;

use super::fields::{self, Fields, boolean, category, count, entity, expected, filled, score, text, unknown};
use super::names::{self, Known};
use super::operator::{MaskLength, Operator};
use super::own::{RECOGNIZER, Types};
use super::place::Fault;
use super::tree::{Node, Value};
use super::{Allow, Policy, PolicyTest, Rule, own, validate};

/// The longest document, in bytes.
const SIZE: usize = 1 << 20;
const VERSION: i64 = 1;

const TOP: &[&str] = &[
    "version",
    "default",
    "minimum_score",
    "specimens",
    "enable",
    "disable",
    "on",
    "rule",
    "allow",
    "benign",
    "recognizer",
    "test",
];
const RULE: &[&str] = &[
    "name",
    "types",
    "categories",
    "paths",
    "minimum_score",
    "operator",
    "keep_first",
    "keep_last",
    "character",
    "keep_separators",
    "length",
    "restorable",
];
const OPERATOR: &[&str] =
    &["operator", "keep_first", "keep_last", "character", "keep_separators", "length", "restorable"];
const MASK: &[&str] = &["keep_first", "keep_last", "character", "keep_separators", "length"];
const ALLOW: &[&str] = &["values", "patterns", "types", "reason"];
const BENIGN: &[&str] = &["name", "shape", "regex"];
const TEST: &[&str] = &["name", "text", "redacted", "finds"];
/// Every key there is.
pub(super) const KEYS: &[&[&str]] = &[TOP, RULE, ALLOW, BENIGN, RECOGNIZER, TEST];

/// Reads a document whose syntax `parse` knows.
pub(super) fn read(
    document: &str,
    parse: impl for<'d> Fn(&'d str) -> Result<Node<'d>, Fault>,
) -> Result<Policy, Error> {
    if document.len() > SIZE {
        return Err(Error::Limit { what: "policy document bytes", actual: document.len(), limit: SIZE });
    }
    parse(document).and_then(|root| policy(&root)).map_err(|fault| fault.into_error(document))
}

fn policy(root: &Node<'_>) -> Result<Policy, Fault> {
    let f = Fields::of(root, TOP)?;
    version(&f)?;
    let mut policy = Policy::new();
    if let Some(default) = f.maybe("default", operator)? {
        policy = policy.default(default);
    }
    if let Some(minimum) = f.maybe("minimum_score", score)? {
        policy = policy.minimum_score(minimum);
    }
    policy = policy.ignore_specimens(f.maybe("specimens", specimens)?.unwrap_or(false));
    for entity in f.each("enable", entity)? {
        policy = policy.enable(entity);
    }
    for (entity, at) in f.each("disable", |n| Ok((entity(n)?, &n.at)))? {
        if policy.enable.contains(&entity) {
            return Err(Fault::new(at, format!("{entity} is both enabled and disabled")).shown());
        }
        policy = policy.disable(entity);
    }
    policy.recognizers = own::recognizers(&f)?;
    let types = Types::of(&policy.recognizers);
    policy = on(&f, policy, &types)?;
    policy.rules = f.each("rule", |n| rule(n, &types))?;
    policy.allow = f.each("allow", |n| allow(n, &types))?;
    policy.benign = f.each("benign", benign)?;
    policy.tests = f.each("test", |n| test(n, &types))?;
    validate::patterns(&policy).map_err(|problem| Fault::new(&f.at, problem))?;
    Ok(policy)
}

fn version(f: &Fields<'_, '_>) -> Result<(), Fault> {
    const HINT: &str = "this release reads version = 1";
    match f.node("version") {
        None => Err(Fault::new(&f.at, "version is missing").hint(HINT)),
        Some(Node { value: Value::Integer(VERSION), .. }) => Ok(()),
        Some(Node { at, value: Value::Integer(_) | Value::Float(_) }) => {
            Err(Fault::new(at, "unknown version").hint(HINT).shown())
        }
        Some(node) => Err(expected("the number 1", node).hint(HINT)),
    }
}

fn specimens(node: &Node<'_>) -> Result<bool, Fault> {
    match text(node)? {
        "redact" => Ok(false),
        "ignore" => Ok(true),
        other => Err(unknown(names::SPECIMENS, other, &node.at)),
    }
}

/// `[on]`: an operator for each entity type or category named.
fn on(f: &Fields<'_, '_>, mut policy: Policy, types: &Types) -> Result<Policy, Fault> {
    let Some(node) = f.node("on") else { return Ok(policy) };
    for entry in fields::table(node)? {
        let operator = |node| operator(node);
        if let Some(entity) = types.find(&entry.key) {
            policy = policy.on(entity, operator(&entry.node)?);
        } else if let Some(category) = Category::from_name(&entry.key) {
            policy = policy.on_category(category, operator(&entry.node)?);
        } else {
            let fault = unknown(Known::TypesAndCategories, &entry.key, &entry.key_at);
            return Err(types.close_to(&entry.key).into_iter().fold(fault, Fault::hint));
        }
    }
    Ok(policy)
}

/// An operator by its name, or as a table with options.
fn operator(node: &Node<'_>) -> Result<Operator, Fault> {
    match &node.value {
        Value::Text(_) => named(node),
        Value::Table(_) => options(&Fields::of(node, OPERATOR)?),
        _ => Err(expected("an operator's name or a table", node)),
    }
}

fn named(node: &Node<'_>) -> Result<Operator, Fault> {
    match text(node)? {
        "keep" => Ok(Operator::Keep),
        "remove" => Ok(Operator::Remove),
        "label" => Ok(Operator::Label),
        "mask" => Ok(Operator::mask().into()),
        "placeholder" => Ok(Operator::placeholder().into()),
        other => Err(unknown(names::OPERATORS, other, &node.at)),
    }
}

/// The key `operator` and the options beside it.
fn options(f: &Fields<'_, '_>) -> Result<Operator, Fault> {
    let Some(node) = f.node("operator") else {
        return Err(Fault::new(&f.at, "operator is missing").hint(names::OPERATORS.hint("")));
    };
    let mut operator = named(node)?;
    let others: &[&str] = match operator {
        Operator::Mask(_) => &["restorable"],
        Operator::Placeholder(_) => MASK,
        _ => OPERATOR,
    };
    let foreign = others.iter().filter(|key| **key != "operator").filter_map(|key| f.entry(key));
    if let Some(entry) = foreign.min_by_key(|e| e.key_at.start) {
        let whose = if MASK.contains(&entry.key.as_ref()) { "mask" } else { "placeholder" };
        let problem = format!("operator {} has no option {}", operator.name(), entry.key);
        return Err(Fault::new(&entry.key_at, problem)
            .hint(format!("{} belongs to {whose}", entry.key))
            .shown());
    }
    match &mut operator {
        Operator::Mask(mask) => {
            mask.keep_first = f.maybe("keep_first", |n| count(n, 0))?.unwrap_or(mask.keep_first);
            mask.keep_last = f.maybe("keep_last", |n| count(n, 0))?.unwrap_or(mask.keep_last);
            mask.character = f.maybe("character", character)?.unwrap_or(mask.character);
            mask.keep_separators = f.maybe("keep_separators", boolean)?.unwrap_or(mask.keep_separators);
            mask.length = f.maybe("length", length)?.unwrap_or(mask.length);
            if let Err((key, problem)) = validate::mask(mask) {
                return Err(Fault::new(f.node(key).map_or(&f.at, |n| &n.at), problem));
            }
        }
        Operator::Placeholder(p) => p.restorable = f.maybe("restorable", boolean)?.unwrap_or(p.restorable),
        _ => {}
    }
    Ok(operator)
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

fn rule(node: &Node<'_>, types: &Types) -> Result<Rule, Fault> {
    let f = Fields::of(node, RULE)?;
    Ok(Rule {
        name: f.maybe("name", filled)?.map(str::to_owned),
        types: f.some("types", |n| types.read(n))?,
        categories: f.some("categories", category)?,
        paths: f.some("paths", |n| filled(n).map(str::to_owned))?,
        minimum: f.maybe("minimum_score", score)?,
        operator: options(&f)?,
    })
}

fn allow(node: &Node<'_>, types: &Types) -> Result<Allow, Fault> {
    let f = Fields::of(node, ALLOW)?;
    let mut allow = Allow::nothing();
    for value in f.each("values", filled)? {
        allow.push_value(value.to_owned());
    }
    f.each("patterns", |n| allow.push_pattern(text(n)?).map_err(|e| pattern(n, e)))?;
    if allow.is_empty() {
        return Err(Fault::new(&f.at, "allows nothing").hint("give values or patterns"));
    }
    allow.types = f.some("types", |n| types.read(n))?;
    allow.reason = f.maybe("reason", text)?.map(str::to_owned);
    Ok(allow.seal())
}

fn benign(node: &Node<'_>) -> Result<Template, Fault> {
    let f = Fields::of(node, BENIGN)?;
    let Some(name) = f.maybe("name", filled)? else { return Err(Fault::new(&f.at, "name is missing")) };
    match (f.node("shape"), f.node("regex")) {
        (Some(n), None) => Template::shape(name, text(n)?).map_err(|e| pattern(n, e)),
        (None, Some(n)) => Template::regex(name, text(n)?).map_err(|e| pattern(n, e)),
        (None, None) => Err(Fault::new(&f.at, "shape or regex is missing")),
        (Some(_), Some(n)) => {
            Err(Fault::new(&n.at, "both shape and regex are given").hint("one of them will do"))
        }
    }
}

/// What is wrong with a pattern, at its place. These errors do not quote the pattern.
pub(super) fn pattern(node: &Node<'_>, error: Error) -> Fault {
    match error {
        Error::Pattern { what, problem } => Fault::new(&node.at, format!("{what}: {problem}")),
        _ => Fault::new(&node.at, "the pattern is not valid"),
    }
}

fn test(node: &Node<'_>, types: &Types) -> Result<PolicyTest, Fault> {
    let f = Fields::of(node, TEST)?;
    let Some(input) = f.maybe("text", text)? else { return Err(Fault::new(&f.at, "text is missing")) };
    let test = PolicyTest {
        name: f.maybe("name", text)?.unwrap_or_default().to_owned(),
        text: input.to_owned(),
        redacted: f.maybe("redacted", text)?.map(str::to_owned),
        finds: f.node("finds").map(|_| f.each("finds", |n| types.read(n))).transpose()?,
    };
    if test.redacted.is_none() && test.finds.is_none() {
        return Err(Fault::new(&f.at, "the test expects nothing").hint("give redacted, finds or both"));
    }
    Ok(test)
}

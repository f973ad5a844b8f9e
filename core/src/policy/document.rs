//! The one strict reader of policy documents.
//!
//! Comes in: a document and what turns its syntax into a tree. Goes out: a policy, or the first thing that is wrong.
use crate::catalog::template::Template;
use crate::entity::Category;
use crate::error::Error;

use super::fields::{self, Fields, category, entity, expected, filled, score, text, unknown};
use super::names::{self, Known};
use super::options::{operator, options};
use super::own::{RECOGNIZER, Types};
use super::place::Fault;
use super::tree::{Node, Value};
use super::validate::Target;
use super::{Allow, Policy, PolicyTest, Rule, extended, own, validate};

/// The longest document, in bytes.
const SIZE: usize = 1 << 20;
const VERSION: i64 = 1;

const TOP: &[&str] = &[
    "version",
    "extends",
    "override_reason",
    "default",
    "minimum_score",
    "specimens",
    "names",
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
    let mut policy = extended::base(&f)?;
    if let Some(default) = f.maybe("default", |n| operator(n, &Target::All))? {
        policy = policy.default(default);
    }
    if let Some(minimum) = f.maybe("minimum_score", score)? {
        policy = policy.minimum_score(minimum);
    }
    policy = policy.ignore_specimens(f.maybe("specimens", specimens)?.unwrap_or(false));
    policy = policy.names(f.maybe("names", fields::boolean)?.unwrap_or(true));
    let enabled = f.each("enable", entity)?;
    for entity in &enabled {
        policy = policy.enable(entity.clone());
    }
    for (entity, at) in f.each("disable", |n| Ok((entity(n)?, &n.at)))? {
        if enabled.contains(&entity) {
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
    extended::check(&f, &policy)?;
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
        if let Some(entity) = types.find(&entry.key) {
            let operator = operator(&entry.node, &Target::Types(core::slice::from_ref(&entity)))?;
            policy = policy.on(entity, operator);
        } else if let Some(category) = Category::from_name(&entry.key) {
            policy = policy.on_category(category, operator(&entry.node, &Target::All)?);
        } else {
            let fault = unknown(Known::TypesAndCategories, &entry.key, &entry.key_at);
            return Err(types.close_to(&entry.key).into_iter().fold(fault, Fault::hint));
        }
    }
    Ok(policy)
}

fn rule(node: &Node<'_>, own: &Types) -> Result<Rule, Fault> {
    let f = Fields::of(node, RULE)?;
    let types = f.some("types", |n| own.read(n))?;
    let categories = f.some("categories", category)?;
    let operator = options(&f, &Target::of(&types, &categories))?;
    Ok(Rule {
        name: f.maybe("name", filled)?.map(str::to_owned),
        types,
        categories,
        paths: f.some("paths", |n| filled(n).map(str::to_owned))?,
        minimum: f.maybe("minimum_score", score)?,
        operator,
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

//! Documents that extend presets: where they start from, and whether they may say what they say.
//!
//! Comes in: the top table of a document. Goes out: the policy of its presets; later, the place of what is not allowed.
use super::fields::{Fields, text, unknown};
use super::place::Fault;
use super::preset::{self, HINT, NAMES, REASON};
use super::tree::{Node, Value};
use super::{Policy, Weakening};

/// `extends` and `override_reason`.
pub(super) fn base(f: &Fields<'_, '_>) -> Result<Policy, Fault> {
    let presets = f.some("extends", |n| {
        let name = text(n)?;
        preset::find(name).ok_or_else(|| unknown(NAMES, name, &n.at))
    })?;
    let mut policy = preset::base(&presets).map_err(|_| Fault::new(&f.at, "a preset cannot be read"))?;
    if let Some(node) = f.node("override_reason") {
        let reason = text(node)?;
        if reason.chars().count() < REASON {
            return Err(Fault::new(&node.at, preset::short_reason()));
        }
        if presets.is_empty() {
            return Err(Fault::new(&node.at, "there is nothing to override").hint("extends names no preset"));
        }
        policy.override_reason = Some(reason.to_owned());
    }
    Ok(policy)
}

/// Refuses what a preset forbids, and what makes one weaker without a reason, where the document says it. Whether tokens
/// come from a vault is not known yet; the engine's builder asks again.
pub(super) fn check(f: &Fields<'_, '_>, policy: &Policy) -> Result<(), Fault> {
    if let Some((operator, problem)) = policy.forbidden(true) {
        let at = operators(f).find(|n| matches!(&n.value, Value::Text(name) if name == operator.name()));
        return Err(Fault::new(at.map_or(&f.at, |n| &n.at), problem).hint("label and remove are safe"));
    }
    match policy.unexplained() {
        Ok(None) => Ok(()),
        Ok(Some((preset, weakening))) => {
            let at = said(f, &weakening).or_else(|| f.node("extends")).map_or(&f.at, |n| &n.at);
            Err(Fault::new(at, preset::weaker(preset, &weakening)).hint(HINT))
        }
        Err(_) => Err(Fault::new(&f.at, "a preset cannot be read")),
    }
}

/// Where the document names the operator of the types that became weaker: the line of the type, or of another of its
/// settings. `None` where a rule or a category may have done it.
fn said<'n>(f: &Fields<'n, '_>, weakening: &Weakening) -> Option<&'n Node<'n>> {
    let of_type = weakening.entity_types().first().and_then(|entity| {
        let Value::Table(lines) = &f.node("on")?.value else { return None };
        lines.iter().find(|line| line.key == entity.name()).map(|line| &line.node)
    });
    of_type.or_else(|| {
        let key = ["specimens", "allow", "benign"].into_iter().find(|key| weakening.now().starts_with(key));
        f.node(key?)
    })
}

/// The nodes that name operators, in the order of a reader's eyes: default, `[on]`, rules.
fn operators<'n>(f: &Fields<'n, '_>) -> impl Iterator<Item = &'n Node<'n>> {
    let mut all = Vec::new();
    all.extend(f.node("default"));
    if let Some(Node { value: Value::Table(lines), .. }) = f.node("on") {
        all.extend(lines.iter().map(|line| &line.node));
    }
    if let Some(Node { value: Value::List(rules), .. }) = f.node("rule") {
        all.extend(rules);
    }
    all.into_iter().filter_map(|node| match &node.value {
        Value::Table(entries) => entries.iter().find(|e| e.key == "operator").map(|e| &e.node),
        _ => Some(node),
    })
}

//! Why something was found, as a box that a button opens. In: a finding and what was done. Out: HTML. It knows types,
//! scores and reasons, and no part of the text.
use core::fmt::Write as _;

use super::escape;
use super::places::Fate;
use crate::catalog::info::EntityInfo;
use crate::entity::EntityType;
use crate::finding::{Finding, Verdict};
use crate::report::words;

/// Adds the box of finding number `number`. `holds` are the findings that went with it.
pub(super) fn why(finding: &Finding, number: usize, fate: &Fate<'_>, holds: &[&Finding], out: &mut String) {
    let evidence = finding.evidence();
    let (category, score) = (finding.category().name(), finding.score().percent());
    let name = finding.entity_type().name();
    let _ =
        write!(out, r#"<div class="why c-{category}" popover id="f{number}" role="dialog" aria-label="Why "#);
    escape::plain(name, out);
    out.push_str(r#""><div class="why-head"><b>"#);
    escape::text(name, out);
    let _ = write!(out, r#"</b><span class="score" title="score">{score} %</span></div>"#);
    let _ = write!(
        out,
        r#"<svg class="meter" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect width="{score}" height="4"/></svg>"#
    );
    if let Some(info) = EntityInfo::of(name) {
        out.push_str("<p>");
        escape::text(info.title(), out);
        out.push_str("</p>");
    }
    out.push_str("<dl>");
    let check = match evidence.verdict() {
        Verdict::Valid => "✓ passed",
        Verdict::Invalid => "✗ failed",
        Verdict::Unknown => "none that could tell",
    };
    row("Check", check, out);
    row("Words", words::context(evidence.context()), out);
    if evidence.claimed() {
        row("Claimed", words::CLAIMED, out);
    }
    if evidence.specimen() {
        row("Specimen", words::SPECIMEN, out);
    }
    if let Some(how) = words::folding(evidence.folding()) {
        row("Hidden", how, out);
    }
    if !evidence.alternatives().is_empty() {
        let names: Vec<&str> = evidence.alternatives().iter().map(EntityType::name).collect();
        row("Could be", &names.join(", "), out);
    }
    if let Some(twin) = evidence.twin() {
        row("Beat", &format!("{twin}, a harmless look-alike"), out);
    }
    if evidence.recognizer() != finding.entity_type() {
        row("Found by", evidence.recognizer().name(), out);
    }
    row("Done", &done(fate), out);
    if !holds.is_empty() {
        let names: Vec<&str> = holds.iter().map(|f| f.entity_type().name()).collect();
        row("Holds", &names.join(", "), out);
    }
    row("Category", &category.replace('_', " "), out);
    out.push_str("</dl></div>\n");
}

/// The operator, in the word the policy has for it.
fn done(fate: &Fate<'_>) -> String {
    match fate {
        Fate::Replaced(replacement) => replacement.operator().to_owned(),
        Fate::Covered(outer) => format!("covered: went with the {} around it", outer.entity_type()),
        Fate::Kept => "keep".to_owned(),
    }
}

fn row(name: &str, value: &str, out: &mut String) {
    let _ = write!(out, "<dt>{name}</dt><dd>");
    escape::text(value, out);
    out.push_str("</dd>");
}

//! Counts and their picture. In: the findings of each message. Out: figures, and a chart by category and type whose
//! lines are also what the page is filtered by.
use core::cmp::Reverse;
use core::fmt::Write as _;
use std::collections::BTreeMap;

use super::escape;
use crate::catalog::info::EntityInfo;
use crate::entity::{Category, EntityType};
use crate::finding::Findings;

/// What was found in all messages.
#[derive(Clone, Default)]
pub(super) struct Counts {
    types: BTreeMap<(Category, EntityType), usize>,
    pub(super) messages: usize,
    with_findings: usize,
    pub(super) findings: usize,
    specimens: usize,
    claimed: usize,
}

impl Counts {
    pub(super) fn add(&mut self, findings: &Findings) {
        self.messages += 1;
        self.with_findings += usize::from(!findings.is_empty());
        for finding in findings {
            self.findings += 1;
            self.specimens += usize::from(finding.evidence().specimen());
            self.claimed += usize::from(finding.evidence().claimed());
            *self.types.entry((finding.category(), finding.entity_type().clone())).or_default() += 1;
        }
    }

    /// The sentence under the title.
    pub(super) fn sentence(&self) -> String {
        match (self.messages, self.findings) {
            (0, _) => "There are no messages.".to_owned(),
            (messages, 0) => format!("Nothing was found in {}.", many(messages, "message")),
            (messages, findings) => format!(
                "{} of {} in {} of {}.",
                many(findings, "finding"),
                many(self.types.len(), "type"),
                self.with_findings,
                many(messages, "message")
            ),
        }
    }

    /// The figures in a row.
    pub(super) fn figures(&self, out: &mut String) {
        let figures = [
            (self.messages, "messages", "messages in all"),
            (self.with_findings, "with findings", "messages in which something was found"),
            (self.findings, "findings", "places found, nested ones included"),
            (self.types.len(), "types", "kinds of data found"),
            (self.specimens, "specimens", "published test numbers and reserved values"),
            (self.claimed, "claimed", "the check failed, but the writer names the type"),
        ];
        for (number, name, help) in figures {
            let _ = write!(out, r#"<div title="{help}"><dt>{name}</dt><dd>{number}</dd></div>"#);
        }
    }

    /// The chart: one bar with the share of each category, then a group for each category with a bar a type.
    pub(super) fn chart(&self, out: &mut String) {
        let mut groups: BTreeMap<Category, Vec<(&EntityType, usize)>> = BTreeMap::new();
        for ((category, entity), count) in &self.types {
            groups.entry(*category).or_default().push((entity, *count));
        }
        let mut groups: Vec<_> = groups
            .into_iter()
            .map(|(category, mut types)| {
                // The sorts keep the order of names, and of categories, among equals.
                types.sort_by_key(|(_, count)| Reverse(*count));
                let total: usize = types.iter().map(|(_, count)| count).sum();
                (category, total, types)
            })
            .collect();
        groups.sort_by_key(|(_, total, _)| Reverse(*total));
        let most = self.types.values().copied().max().unwrap_or(0);
        self.shares(&groups, out);
        out.push_str(
            "<p class=\"hint\">Tick types to see the messages that hold them.</p>\n<div class=\"groups\">\n",
        );
        for (category, total, types) in &groups {
            let name = category.name();
            let _ = write!(
                out,
                r#"<fieldset class="group c-{name}"><legend><i></i>{} <b>{total}</b></legend><ul>"#,
                name.replace('_', " ")
            );
            for (entity, count) in types {
                bar(entity, *count, most, out);
            }
            out.push_str("</ul></fieldset>\n");
        }
        out.push_str("</div>\n");
    }

    /// One bar, a part for each category.
    fn shares<T>(&self, groups: &[(Category, usize, T)], out: &mut String) {
        let said: Vec<String> =
            groups.iter().map(|(c, n, _)| format!("{} {n}", c.name().replace('_', " "))).collect();
        let _ = write!(
            out,
            r#"<svg class="shares" viewBox="0 0 1000 10" preserveAspectRatio="none" role="img" aria-label="Findings by category: {}">"#,
            said.join(", ")
        );
        let mut before = 0;
        for (category, total, _) in groups {
            let start = share(before, self.findings, 1000);
            before += total;
            let width = share(before, self.findings, 1000) - start;
            let name = category.name();
            let _ = write!(
                out,
                r#"<rect class="c-{name}" x="{start}" width="{width}" height="10"><title>{}: {total}</title></rect>"#,
                name.replace('_', " ")
            );
        }
        out.push_str("</svg>\n");
    }
}

/// One type: its name, a bar, its count; and a box to tick, by which messages can be chosen.
fn bar(entity: &EntityType, count: usize, most: usize, out: &mut String) {
    let title = EntityInfo::of(entity.name()).map_or("", |info| info.title());
    out.push_str("<li><label title=\"");
    escape::plain(title, out);
    out.push_str("\"><input type=\"checkbox\" name=\"type\" value=\"");
    escape::plain(entity.name(), out);
    out.push_str("\"><span class=\"name\">");
    escape::text(entity.name(), out);
    // A bar too short to see would say that there is none.
    let width = share(count, most, 100).max(2);
    let _ = write!(
        out,
        r#"</span><svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width="{width}" height="10"/></svg><span class="count">{count}</span></label></li>"#
    );
}

/// `part` of `whole` on a scale to `full`, in whole numbers, so that every machine writes the same.
fn share(part: usize, whole: usize, full: usize) -> usize {
    part.saturating_mul(full).checked_div(whole).unwrap_or(0)
}

/// `1 message`, `2 messages`.
pub(super) fn many(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

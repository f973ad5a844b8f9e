//! Draws a text with its findings. In: the text, and places in it that are disjoint or nested. Out: HTML with a mark
//! for each place.
use core::fmt::Write as _;

use super::escape;
use crate::finding::Finding;
use crate::span::Span;

/// A finding as it is drawn, in the original or in the output.
pub(super) struct Place<'f> {
    pub(super) finding: &'f Finding,
    /// Where in the text that is drawn.
    pub(super) span: Span,
    /// Number of its explanation on the page.
    pub(super) number: usize,
    pub(super) kind: Kind,
}

/// What is seen at a place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The value; a button with the name of its type follows it.
    Value,
    /// What took its place; it is a button itself.
    StandIn,
}

/// Adds `text` with a mark for each of `places`, which are in order, an outer one before what it holds.
///
/// Anything that is no place in the text is left out: a wrong text gives a poor page, never a panic.
pub(super) fn draw(text: &str, places: &[Place<'_>], out: &mut String) {
    let mut done = 0;
    let mut open: Vec<&Place<'_>> = Vec::new();
    for place in places {
        while let Some(outer) = open.pop_if(|outer| outer.span.end() <= place.span.start()) {
            done = close(text, done, outer, out);
        }
        let inside = open.last().is_none_or(|outer| outer.span.contains(place.span));
        if place.span.start() < done || !inside || text.get(place.span.range()).is_none() {
            continue;
        }
        escape::text(text.get(done..place.span.start()).unwrap_or_default(), out);
        done = place.span.start();
        begin(place, out);
        match place.kind {
            Kind::Value => open.push(place),
            Kind::StandIn => {
                stand_in(text, place, out);
                done = place.span.end();
            }
        }
    }
    while let Some(outer) = open.pop() {
        done = close(text, done, outer, out);
    }
    escape::text(text.get(done..).unwrap_or_default(), out);
}

fn begin(place: &Place<'_>, out: &mut String) {
    let (tag, class) = match place.kind {
        Kind::Value => ("mark", "value"),
        Kind::StandIn => ("button", "stand-in"),
    };
    let category = place.finding.category().name();
    let _ = write!(out, r#"<{tag} class="{class} c-{category}" data-type=""#);
    escape::plain(place.finding.entity_type().name(), out);
    let _ = write!(out, r#"" data-score="{}""#, place.finding.score().percent());
    if place.kind == Kind::StandIn {
        let _ = write!(out, r#" type="button" popovertarget="f{}""#, place.number);
    }
    out.push('>');
}

fn stand_in(text: &str, place: &Place<'_>, out: &mut String) {
    if place.span.is_empty() {
        out.push_str(r#"<span class="nothing">removed: "#);
        escape::text(place.finding.entity_type().name(), out);
        out.push_str("</span>");
    } else {
        escape::text(text.get(place.span.range()).unwrap_or_default(), out);
        out.push_str(r#"<span class="unseen">, why?</span>"#);
    }
    out.push_str("</button>");
}

/// The rest of a value, and the button with its type. Gives where the text goes on.
fn close(text: &str, done: usize, place: &Place<'_>, out: &mut String) -> usize {
    escape::text(text.get(done..place.span.end()).unwrap_or_default(), out);
    let _ = write!(out, r#"<button type="button" class="tag" popovertarget="f{}">"#, place.number);
    escape::text(place.finding.entity_type().name(), out);
    out.push_str(r#"<span class="unseen">, why?</span></button></mark>"#);
    place.span.end()
}

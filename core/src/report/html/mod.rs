//! A page to look at: what was found in messages, and what became of them.
//!
//! Comes in: texts with what was found in them and their redacted forms. Goes out: one HTML page that needs nothing
//! beside itself. It works without scripts, loads nothing, and shows whatever a message holds as text. Built from the
//! same messages it is the same page, byte for byte.
mod chart;
mod draw;
mod escape;
mod places;
mod seal;
mod why;

use core::fmt::{self, Write as _};

use chart::{Counts, many};
use draw::draw;
use places::{Fate, fates, in_original, in_output};
use why::why;

use crate::catalog::CATALOG_VERSION;
use crate::transform::Redacted;

const PAGE: &str = include_str!("page.html");
const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// The end of a conversation.
const END: &str = "</div></section>\n";

/// A page that shows messages, their findings, why they were found, and what became of them.
///
/// ```
/// use wimple::{Engine, HtmlReport};
/// let mut session = Engine::new().session();
/// let mut page = HtmlReport::new().title("Chats of today");
/// for text in ["hello", "I am at bo@example.com"] {
///     page.message("customer", text, &session.redact(text)?);
/// }
/// let html = page.to_html();
/// assert!(html.starts_with("<!doctype html>"));
/// assert!(html.contains("[EMAIL_ADDRESS]"));
/// # Ok::<(), wimple::Error>(())
/// ```
///
/// **Of all that Wimple makes this alone holds originals**: whoever has the page can read them, although they stay folded
/// away until somebody opens them. [`without_originals`](HtmlReport::without_originals) makes a page from the redacted
/// texts, in which no replaced value is. Title, conversations and notes are shown as they are given.
#[derive(Clone)]
pub struct HtmlReport {
    title: String,
    originals: bool,
    counts: Counts,
    /// How many messages were drawn; more may have been counted.
    drawn: usize,
    /// How many findings have a number.
    numbered: usize,
    conversation: Option<String>,
    body: String,
}

impl HtmlReport {
    /// A page without messages.
    pub fn new() -> Self {
        HtmlReport {
            title: "Redaction report".to_owned(),
            originals: true,
            counts: Counts::default(),
            drawn: 0,
            numbered: 0,
            conversation: None,
            body: String::new(),
        }
    }

    /// With a title of your own.
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = title.into();
        self
    }

    /// Without the original texts: the page is made from the redacted ones. Say it before the first message.
    ///
    /// ```
    /// use wimple::{Engine, HtmlReport};
    /// let text = "I am at bo@example.com";
    /// let mut page = HtmlReport::new().without_originals();
    /// page.message("", text, &Engine::new().redact(text)?);
    /// assert!(!page.to_html().contains("bo@example.com"));
    /// # Ok::<(), wimple::Error>(())
    /// ```
    pub fn without_originals(mut self) -> Self {
        self.originals = false;
        self
    }

    /// The messages from here on belong to the conversation of that name; the empty name is none.
    pub fn conversation(&mut self, name: &str) -> &mut Self {
        if self.conversation.as_deref() != Some(name) {
            self.end_conversation();
            self.body.push_str("<section class=\"conversation\">\n");
            if !name.is_empty() {
                self.body.push_str("<h3 dir=\"auto\">");
                escape::text(name, &mut self.body);
                self.body.push_str("</h3>\n");
            }
            self.body.push_str("<div class=\"thread\">\n");
            self.conversation = Some(name.to_owned());
        }
        self
    }

    /// Adds a message: `text` and what came of it. `note` is what stands beside it, who wrote it for one.
    pub fn message(&mut self, note: &str, text: &str, redacted: &Redacted) -> &mut Self {
        if self.conversation.is_none() {
            self.conversation("");
        }
        self.counts.add(redacted.findings());
        self.drawn += 1;
        let first = self.numbered;
        self.numbered += redacted.findings().len();
        let number = self.drawn;
        let findings = redacted.findings();
        let out = &mut self.body;
        let _ = write!(out, r#"<article class="message" id="m{number}" data-found=""#);
        for finding in findings {
            escape::plain(finding.entity_type().name(), out);
            let _ = write!(out, ":{} ", finding.score().percent());
        }
        let _ = write!(
            out,
            r##""><div class="meta"><a class="number" href="#m{number}" aria-label="Message {number}">{number}</a>"##
        );
        if !note.is_empty() {
            out.push_str(r#"<span class="note">"#);
            escape::text(note, out);
            out.push_str("</span>");
        }
        if !findings.is_empty() {
            let _ = write!(out, r#"<span class="tally">{}</span>"#, many(findings.len(), "finding"));
        }
        out.push_str(r#"</div><div class="body"><div class="text" dir="auto">"#);
        if redacted.text().is_empty() && findings.is_empty() {
            out.push_str(r#"<span class="nothing">empty</span>"#);
        }
        let fates = fates(redacted);
        draw(redacted.text(), &in_output(redacted, &fates, first), out);
        out.push_str("</div>\n");
        if self.originals && !findings.is_empty() {
            out.push_str(r#"<details><summary>Original</summary><div class="text original" dir="auto">"#);
            draw(text, &in_original(findings, first), out);
            out.push_str("</div></details>\n");
        }
        for (index, (finding, fate)) in findings.iter().zip(&fates).enumerate() {
            // What only the original shows needs no box where there is no original.
            if self.originals || !matches!(fate, Fate::Covered(_)) {
                let covered = fates.iter().skip(index + 1).take_while(|f| matches!(f, Fate::Covered(_)));
                let holds = match fate {
                    Fate::Replaced(_) => findings.iter().skip(index + 1).take(covered.count()).collect(),
                    _ => Vec::new(),
                };
                why(finding, first + index, fate, &holds, out);
            }
        }
        out.push_str("</div></article>\n");
        self
    }

    /// Counts a message without showing it.
    pub fn count(&mut self, redacted: &Redacted) -> &mut Self {
        self.counts.add(redacted.findings());
        self
    }

    /// The page.
    pub fn to_html(&self) -> String {
        let (mut title, mut figures, mut chart) = (String::new(), String::new(), String::new());
        escape::plain(&self.title, &mut title);
        self.counts.figures(&mut figures);
        if self.counts.findings > 0 {
            self.counts.chart(&mut chart);
        }
        let mut messages = self.body.clone();
        if self.conversation.is_some() {
            messages.push_str(END);
        }
        let more = self.counts.messages - self.drawn;
        if more > 0 {
            let _ = writeln!(
                messages,
                r#"<p class="more">{} counted but not shown.</p>"#,
                many(more, "more message")
            );
        }
        let notice = if self.originals {
            "This page holds the original messages, also where they are folded away. Pass it on only to those who may \
             read them."
        } else {
            "The values that were replaced are not in this page."
        };
        fill(
            PAGE,
            &[
                ("title", &title),
                ("sentence", &self.counts.sentence()),
                ("notice-class", if self.originals { "holds" } else { "holds-not" }),
                ("notice", notice),
                ("figures", &figures),
                ("chart", &chart),
                ("messages", &messages),
                ("version", env!("CARGO_PKG_VERSION")),
                ("catalogue", CATALOG_VERSION),
                ("style-hash", &seal::hash(STYLE)),
                ("script-hash", &seal::hash(SCRIPT)),
                ("style", STYLE),
                ("script", SCRIPT),
            ],
        )
    }

    fn end_conversation(&mut self) {
        if self.conversation.take().is_some() {
            self.body.push_str(END);
        }
    }
}

impl Default for HtmlReport {
    /// As [`HtmlReport::new`].
    fn default() -> Self {
        HtmlReport::new()
    }
}

impl fmt::Debug for HtmlReport {
    /// The page holds texts; this shows how many.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HtmlReport").field("messages", &self.counts.messages).finish_non_exhaustive()
    }
}

/// `template` with each `{{name}}` replaced. In one go, so that what was put in is not looked through again.
fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut page = String::with_capacity(template.len() + values.iter().map(|v| v.1.len()).sum::<usize>());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        page.push_str(before);
        let (name, after) = after.split_once("}}").unwrap_or((after, ""));
        let value = values.iter().find(|(key, _)| *key == name);
        page.push_str(value.map_or("", |(_, value)| value));
        rest = after;
    }
    page.push_str(rest);
    page
}

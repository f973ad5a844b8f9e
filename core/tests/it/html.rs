//! The HTML report: whatever a message holds is shown as text and nothing else, and what must not be there is not.
use std::fmt::Write as _;

use wimple::{Engine, HtmlReport, Operator, Policy, Redacted, entity};

use crate::laws;

/// What a browser may meet in the page, and no more.
const TAGS: [&str; 40] = [
    "html", "head", "meta", "title", "link", "style", "script", "body", "a", "header", "p", "svg", "path",
    "button", "h1", "h2", "h3", "main", "section", "dl", "dt", "dd", "div", "rect", "fieldset", "legend",
    "i", "b", "ul", "li", "label", "input", "span", "output", "article", "mark", "details", "summary",
    "abbr", "footer",
];
const EMPTY: [&str; 3] = ["meta", "link", "input"];

/// Signs that markup, templates and writing directions are made of.
const HOSTILE: [&str; 12] =
    ["<", ">", "&", "\"", "'", "</script>", "<!--", "{{messages}}", "&lt;", "\u{202e}", "\u{2066}", "\0"];

/// The texts an HTML page shows in elements of class `text`, by a reader that takes nothing it does not know.
fn shown(page: &str) -> Vec<String> {
    let mut texts = Vec::new();
    let mut open: Vec<(&str, String)> = Vec::new();
    let mut rest = page.strip_prefix("<!doctype html>").expect("a doctype");
    loop {
        let raw = matches!(open.last(), Some(("style" | "script", _)));
        let end = if raw { rest.find("</") } else { rest.find('<') };
        let (text, markup) = rest.split_at(end.unwrap_or(rest.len()));
        take(&open, text, raw, &mut texts);
        let Some(markup) = markup.strip_prefix('<') else { break };
        let (tag, after) = markup.split_once('>').expect("a tag ends");
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            let (closed, _) = open.pop().expect("nothing is closed that was not opened");
            assert_eq!(closed, name);
            continue;
        }
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        assert!(TAGS.contains(&name), "<{tag}>");
        let whole = attributes.strip_suffix('/');
        let class = attributes_of(whole.unwrap_or(attributes));
        if class.split(' ').any(|c| c == "text") {
            texts.push(String::new());
        }
        if whole.is_none() && !EMPTY.contains(&name) {
            open.push((name, class));
        }
    }
    assert!(open.is_empty(), "everything is closed");
    texts
}

/// Adds a piece of text to the message it belongs to, read as a browser reads it.
fn take(open: &[(&str, String)], text: &str, raw: bool, texts: &mut [String]) {
    assert!(raw || !text.contains('>'));
    let class = |name: &str| open.iter().any(|(_, class)| class.split(' ').any(|c| c == name));
    if !class("text") || class("tag") || class("unseen") || class("nothing") {
        return;
    }
    let last = texts.last_mut().unwrap();
    if let Some((_, sign)) = open.last().filter(|(name, _)| *name == "abbr") {
        let code = sign.split("U+").nth(1).unwrap();
        last.push(char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap());
        return;
    }
    let mut text = text.to_string();
    for (name, sign) in [("lt", "<"), ("gt", ">"), ("quot", "\""), ("#39", "'"), ("amp", "&")] {
        text = text.replace(&format!("&{name};"), sign);
    }
    last.push_str(&text);
}

/// The class of an element, and the code of a sign. Attributes are `name` or `name="value"`, and no handler is one.
fn attributes_of(mut attributes: &str) -> String {
    let mut class = String::new();
    while !attributes.is_empty() {
        let end = attributes.find([' ', '=']).unwrap_or(attributes.len());
        let (name, after) = attributes.split_at(end);
        assert!(
            !name.starts_with("on") && name.chars().all(|c| c.is_ascii_alphabetic() || c == '-'),
            "{name}"
        );
        assert!(!["src", "style", "srcdoc", "action"].contains(&name), "{name}");
        let Some(after) = after.strip_prefix("=\"") else {
            attributes = after.trim_start_matches(' ');
            continue;
        };
        let (value, after) = after.split_once('"').expect("a value ends");
        assert!(!value.contains(['<', '>']));
        match name {
            "class" => class.push_str(value),
            "title" if class == "sign" => class.push_str(value),
            "href" => assert!(value.starts_with('#') || value == "data:,"),
            _ => {}
        }
        attributes = after.trim_start_matches(' ');
    }
    class
}

fn engine() -> Engine {
    let policy = Policy::new()
        .on(entity::CREDIT_CARD, Operator::mask().keep_last(4))
        .on(entity::URL, Operator::keep())
        .on(entity::PHONE_NUMBER, Operator::remove())
        .on(entity::PERSON, Operator::placeholder().irreversible());
    Engine::builder().policy(policy).build().unwrap()
}

fn page(text: &str, redacted: &Redacted) -> String {
    HtmlReport::new().title(text).conversation(text).message(text, text, redacted).to_html()
}

/// As a page shows it: a line break is one character.
fn lines(text: &str) -> String {
    text.replace("\r\n", "\n")
}

#[test]
fn every_message_is_shown_as_it_is() {
    let engine = engine();
    let mut report = HtmlReport::new();
    let mut expected = Vec::new();
    for (n, text) in laws::texts().into_iter().enumerate() {
        let sign = HOSTILE[n % HOSTILE.len()];
        let text = format!("{sign}{}{sign}", text.replacen(' ', sign, n % 3));
        let redacted = engine.redact(text.as_str()).unwrap();
        report.conversation(&text).message(&text, &text, &redacted);
        expected.push(lines(redacted.text()));
        if !redacted.findings().is_empty() {
            expected.push(lines(&text));
        }
    }
    let page = report.to_html();
    assert_eq!(shown(&page), expected);
    let turns = |c| matches!(c, '\u{61c}' | '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    assert!(!page.contains(turns), "no sign that turns the writing direction is in it");
    assert_eq!(page, report.clone().to_html(), "the same page each time");
}

#[test]
fn nothing_that_is_typed_becomes_markup() {
    for sign in HOSTILE {
        for text in [format!("{sign} mail bo@example.com {sign}"), format!("{sign}{sign}"), sign.to_string()]
        {
            let redacted = engine().redact(text.as_str()).unwrap();
            // The title, the name of the conversation and the note are read by the same reader.
            assert_eq!(shown(&page(&text, &redacted)).last(), Some(&text));
            let harmless = "x".repeat(text.len());
            let as_many = |text: &str| page(text, &engine().redact(text).unwrap()).matches('<').count();
            let signs = page(&text, &redacted).matches("class=\"sign\"").count();
            if redacted.findings().is_empty() {
                assert_eq!(as_many(&text), as_many(&harmless) + 2 * signs, "{sign}");
            }
        }
    }
}

#[test]
fn a_page_without_originals_knows_nothing_of_them() {
    let page = |name: &str| {
        let text =
            format!("write to {name}@example.com, see https://example.com/?token=x{name}y9876543210abcdef");
        let redacted = wimple::redact(text.as_str()).unwrap();
        assert!(redacted.findings().len() > 2, "one of them nested");
        HtmlReport::new().without_originals().message("", &text, &redacted).to_html()
    };
    let one = page("xylocarp");
    assert!(!one.contains("xylocarp") && !one.contains("9876543210"));
    assert_eq!(one, page("quibbled"), "the page cannot tell one value from another");
    assert!(shown(&one).len() == 1 && !one.contains("<details"));
}

#[test]
fn the_page_says_what_was_found_and_why() {
    let text = "card 4111 1111 1111 1112, see https://example.com/?token=abcdef0123456789abcdef";
    let redacted = wimple::redact(text).unwrap();
    let page = HtmlReport::new().message("agent", text, &redacted).to_html();
    for part in [
        "CREDIT_CARD",
        "Payment card number",
        "kept because the writer calls it so",
        "✗ failed",
        "went with the URL around it",
        r#"<dt>Holds</dt><dd>AUTH_TOKEN</dd>"#,
        r#"value="AUTH_TOKEN""#,
        "3 findings of 3 types in 1 of 1 message.",
        "aria-label=\"Findings by category: ",
    ] {
        assert!(page.contains(part), "{part}");
    }
    // The inner mark lies in the outer one, and each has a button that opens its box.
    let original = page.split("class=\"text original\"").nth(1).unwrap().split("</details>").next().unwrap();
    let outer = original.split("data-type=\"URL\"").nth(1).unwrap();
    let inner = outer.find("data-type=\"AUTH_TOKEN\"").unwrap();
    assert!(inner < outer.find("</mark>").unwrap());
    assert_eq!(original.matches("popovertarget").count(), 3);
    for number in 0..3 {
        assert_eq!(page.matches(&format!("id=\"f{number}\"")).count(), 1);
    }
}

#[test]
fn messages_that_are_only_counted_are_not_shown() {
    let redacted = wimple::redact("bo@example.com").unwrap();
    let mut report = HtmlReport::new();
    report.message("", "bo@example.com", &redacted).count(&redacted).count(&redacted);
    let page = report.to_html();
    assert!(page.contains("3 findings of 1 type in 3 of 3 messages."));
    assert!(page.contains("2 more messages counted but not shown."));
    assert_eq!(page.matches("<article").count(), 1);
    let empty = HtmlReport::default().to_html();
    assert!(empty.contains("There are no messages.") && shown(&empty).is_empty());
}

#[test]
fn a_text_that_is_another_makes_a_poor_page_and_no_panic() {
    let redacted = wimple::redact("mail bo@example.com or call (212) 555-0147").unwrap();
    for text in ["", "é", "ééééééééééééééééééééééééééé", "short"] {
        let page = HtmlReport::new().message("", text, &redacted).to_html();
        assert_eq!(shown(&page).last().map(String::as_str), Some(text));
    }
    let mut shown = String::new();
    write!(shown, "{:?}", HtmlReport::new().title("xylocarp").message("", "xylocarp", &redacted)).unwrap();
    assert_eq!(shown, "HtmlReport { messages: 1, .. }");
}

#[test]
fn replacements_are_where_the_output_differs() {
    let engine = engine();
    for text in laws::texts() {
        let out = engine.redact(text.as_str()).unwrap();
        let (mut rebuilt, mut done) = (String::new(), 0);
        for place in out.replacements() {
            rebuilt.push_str(&out.text()[done..place.span().start()]);
            rebuilt.push_str(&text[out.findings()[place.finding()].span().range()]);
            done = place.span().end();
        }
        rebuilt.push_str(&out.text()[done..]);
        assert_eq!(rebuilt, text);
        let done =
            out.report().counts().filter(|c| c.1 != "keep" && c.1 != "covered").map(|c| c.2).sum::<usize>();
        assert_eq!(out.replacements().len(), done);
    }
}

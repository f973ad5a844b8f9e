//! What a restored value becomes where it is put back, so that data never turns into code.
//!
//! Comes in: a value. Goes out: the value as its place must spell it.

/// The kind of text that values are put back into.
///
/// A value is whatever somebody wrote, `"><script>` included. Put back as it is into a page or a document it would be
/// part of the page. A sink says what the text is, and each value is escaped for it; the text around the values is the
/// caller's and stays as it is.
///
/// ```
/// use wimple::{Engine, Operator, Policy, Recognizer, Sink};
/// let names = Recognizer::words("NICK", [r#"Bo "the" Lee"#])?;
/// let policy = Policy::new().default(Operator::placeholder()).recognizer(names);
/// let mut session = Engine::builder().policy(policy).build()?.session();
/// let out = session.redact("Bo \"the\" Lee called")?;
/// let reply = session.restore_with(&format!(r#"{{"note": "{}"}}"#, out.text()), Sink::Json);
/// assert_eq!(reply.text(), r#"{"note": "Bo \"the\" Lee called"}"#);
/// # Ok::<(), wimple::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
#[non_exhaustive]
pub enum Sink {
    /// Plain text: values stand as they are.
    #[default]
    Text,
    /// Inside the strings of a JSON document (RFC 8259, section 7): `"`, `\` and control characters are escaped, and
    /// U+2028 and U+2029, which end a line in older JavaScript. `<` is escaped, too, so that the document may stand in a
    /// page's `<script>`.
    Json,
    /// HTML text and attributes in quotes: `& < > " '` become references. Not for scripts, styles, addresses of links
    /// and attributes without quotes, which follow other rules.
    Html,
}

impl Sink {
    /// Where a value begins that takes the place of what stands from `start` on; what is before `done` was written. In a
    /// JSON string the backslash before it may not become half of an escape: `\\` and half of `\"`, with which a value may
    /// begin, would end the string.
    pub(crate) fn begin(self, text: &str, done: usize, start: usize) -> usize {
        let before = text.get(done..start).unwrap_or_default();
        let slashes = before.bytes().rev().take_while(|b| *b == b'\\').count();
        if self != Sink::Json || slashes.is_multiple_of(2) {
            start
        } else if text.as_bytes().get(start) == Some(&b'\\') {
            // The second half of a pair is in what is replaced: it stays with the first.
            start + 1
        } else {
            // A lone one, which no JSON has there: it goes with what it was put before.
            start - 1
        }
    }

    /// Up to where a text whose bytes up to `done` were written may be written that goes on behind `until`: in a JSON string a
    /// backslash that may go with what follows waits.
    pub(crate) fn hold(self, text: &str, done: usize, until: usize) -> usize {
        let until = (0..=until.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let written = text.get(done..until).unwrap_or_default();
        let slashes = written.bytes().rev().take_while(|b| *b == b'\\').count();
        if self == Sink::Json { until - slashes % 2 } else { until }
    }

    /// Appends a value as this sink spells it.
    pub(crate) fn write(self, value: &str, out: &mut String) {
        match self {
            Sink::Text => out.push_str(value),
            Sink::Json => value.chars().for_each(|c| json(c, out)),
            Sink::Html => value.chars().for_each(|c| html(c, out)),
        }
    }
}

fn json(c: char, out: &mut String) {
    match c {
        '"' => out.push_str("\\\""),
        '\\' => out.push_str("\\\\"),
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        '\0'..='\u{1F}' | '\u{7F}' | '<' | '\u{2028}' | '\u{2029}' => {
            out.push_str(&format!("\\u{:04x}", u32::from(c)));
        }
        c => out.push(c),
    }
}

fn html(c: char, out: &mut String) {
    match c {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '"' => out.push_str("&quot;"),
        '\'' => out.push_str("&#39;"),
        c => out.push(c),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn written(sink: Sink, value: &str) -> String {
        let mut out = String::new();
        sink.write(value, &mut out);
        out
    }

    proptest! {
        /// What a reader of JSON makes of it is the value, and nothing in it can end a string or a script.
        #[test]
        fn json_reads_back(value in any::<String>()) {
            let out = written(Sink::Json, &value);
            prop_assert_eq!(serde_json::from_str::<String>(&format!("\"{out}\"")).unwrap(), value);
            prop_assert!(!out.contains('<') && out.chars().all(|c| c >= ' '));
        }

        /// No sign that means something in HTML is left, and the references read back.
        #[test]
        fn html_reads_back(value in r#"[a-z&<>"'; #0-9é]{0,40}"#) {
            let out = written(Sink::Html, &value);
            prop_assert!(!out.contains(['<', '>', '"', '\'']));
            let back = out.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
            prop_assert_eq!(back.replace("&amp;", "&"), value);
        }

        #[test]
        fn text_stands_as_it_is(value in any::<String>()) {
            prop_assert_eq!(written(Sink::Text, &value), value);
        }
    }
}

//! Text of any kind becomes text of a page. In: what somebody wrote. Out: HTML that shows it and does nothing else.
//!
//! Markup is escaped. Characters that would be invisible, or that turn the writing direction of what follows, do not
//! reach the page: each is shown by its short name in a box.
use core::fmt::Write as _;

/// Adds `text` as content of an element.
pub(super) fn text(text: &str, out: &mut String) {
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(c),
            // As mail has it: one line break, not a sign and a line break.
            '\r' if characters.peek() == Some(&'\n') => {}
            _ => match name(c) {
                None => out.push(c),
                Some(name) => {
                    let code = u32::from(c);
                    let _ = write!(out, r#"<abbr class="sign" title="U+{code:04X}">{name}</abbr>"#);
                }
            },
        }
    }
}

/// Adds `text` as a quoted value, or where only text may stand (a title). What would not be shown is left out.
pub(super) fn plain(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ if name(c).is_some() => out.push(' '),
            _ => out.push(c),
        }
    }
}

/// The short name of a character that is not to reach a page as it is.
///
/// Joiners are not among them: they belong to Persian, Hindi and many emoji, and turn nothing.
fn name(c: char) -> Option<&'static str> {
    Some(match c {
        // HTML has no way to write NUL, and takes a carriage return for a line break.
        '\0' => "NUL",
        '\r' => "CR",
        '\u{1b}' => "ESC",
        '\u{7f}' => "DEL",
        '\t' | '\n' => return None,
        _ if c.is_control() => "CTRL",
        '\u{ad}' => "SHY",
        '\u{61c}' => "ALM",
        '\u{180e}' => "MVS",
        '\u{200b}' => "ZWSP",
        '\u{200e}' => "LRM",
        '\u{200f}' => "RLM",
        '\u{2028}' => "LSEP",
        '\u{2029}' => "PSEP",
        '\u{202a}' => "LRE",
        '\u{202b}' => "RLE",
        '\u{202c}' => "PDF",
        '\u{202d}' => "LRO",
        '\u{202e}' => "RLO",
        '\u{2060}' => "WJ",
        '\u{2061}'..='\u{2064}' => "INV",
        '\u{2066}' => "LRI",
        '\u{2067}' => "RLI",
        '\u{2068}' => "FSI",
        '\u{2069}' => "PDI",
        '\u{206a}'..='\u{206f}' => "DEP",
        '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' => "FILL",
        '\u{feff}' => "BOM",
        '\u{fff9}'..='\u{fffb}' => "ANN",
        '\u{e0000}'..='\u{e007f}' => "TAG",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(given: &str) -> String {
        let mut out = String::new();
        text(given, &mut out);
        out
    }

    #[test]
    fn markup_is_text() {
        assert_eq!(shown(r#"<b a='1' c="2">&amp;"#), "&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;amp;");
        let mut out = String::new();
        plain("\"><script>\u{202e}", &mut out);
        assert_eq!(out, "&quot;&gt;&lt;script&gt; ");
    }

    #[test]
    fn what_cannot_be_seen_is_shown() {
        let sign = |code: &str, name: &str| format!(r#"<abbr class="sign" title="U+{code}">{name}</abbr>"#);
        assert_eq!(shown("a\u{202e}b"), format!("a{}b", sign("202E", "RLO")));
        assert_eq!(shown("a\r\nb\rc\0\t"), format!("a\nb{}c{}\t", sign("000D", "CR"), sign("0000", "NUL")));
        assert_eq!(shown("👩\u{200d}👧 ۀ \u{fe0f}ü"), "👩\u{200d}👧 ۀ \u{fe0f}ü");
    }

    /// Whatever Unicode says controls the direction is in the list.
    #[test]
    fn nothing_that_turns_the_direction_gets_through() {
        let bidi = ['\u{61c}', '\u{200e}', '\u{200f}'].into_iter();
        let bidi = bidi.chain('\u{202a}'..='\u{202e}').chain('\u{2066}'..='\u{2069}');
        for c in bidi.chain('\0'..='\u{9f}').filter(|c| !c.is_control() || !matches!(c, '\t' | '\n')) {
            let out = shown(&c.to_string());
            assert!(c.is_ascii_graphic() || c == ' ' || !out.contains(c), "{c:?}");
        }
    }
}

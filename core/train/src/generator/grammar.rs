//! Files of templates: text goes in, sections of templates come out.
//!
//! ```text
//! # a remark
//! = section
//! My name is {PER}.
//! [hi|hello|] {FIRST}, order {:AA-99999} is {2-14} days late\nthanks
//! ```
//!
//! A line is a template. `{NAME}` is a slot: what it holds is said by the code, by the section of that name, or by a
//! section of a file beside it. `{:9A}` is a form, a digit for each 9 and a capital for each A. `{2-14}` is a number.
//! `[a|b|]` is a choice, which may hold slots and choices. `\n` is a line break.
use std::collections::BTreeMap;

use super::random::Random;

/// What is wrong with a file of templates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line, the first one is 1.
    pub line: usize,
    /// What is wrong there.
    pub what: &'static str,
}

/// A part of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// As it is.
    Text(String),
    /// Filled by whoever writes.
    Slot(String),
    /// 9 is a digit, A a capital.
    Form(String),
    /// A number from the first to the second one.
    Number(u64, u64),
    /// One of these.
    Choice(Vec<Vec<Part>>),
}

/// A line of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Template {
    pub(super) parts: Vec<Part>,
    /// As it was written.
    pub(super) source: String,
}

/// The sections of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Grammar {
    sections: BTreeMap<String, Vec<Template>>,
}

impl Grammar {
    /// Reads a file.
    pub(super) fn parse(file: &str) -> Result<Self, Problem> {
        let mut grammar = Grammar::default();
        let mut section = None;
        for (number, line) in file.lines().enumerate() {
            let problem = |what| Problem { line: number + 1, what };
            if let Some(name) = line.strip_prefix("= ") {
                section = Some(name.trim().to_owned());
                continue;
            }
            if line.trim().is_empty() || line.starts_with("# ") {
                continue;
            }
            let name = section.clone().ok_or(problem("a template before the first section"))?;
            let parts = parts(line).map_err(problem)?;
            grammar.sections.entry(name).or_default().push(Template { parts, source: line.to_owned() });
        }
        Ok(grammar)
    }

    /// Adds the sections of another file; sections of one name become one.
    pub(super) fn add(&mut self, other: Grammar) {
        for (name, templates) in other.sections {
            self.sections.entry(name).or_default().extend(templates);
        }
    }

    /// The templates of a section; none where there is no such section.
    pub(super) fn section(&self, name: &str) -> &[Template] {
        self.sections.get(name).map_or(&[], Vec::as_slice)
    }

    /// Names and templates, in alphabetic order.
    pub(super) fn sections(&self) -> impl Iterator<Item = (&str, &[Template])> {
        self.sections.iter().map(|(name, templates)| (name.as_str(), templates.as_slice()))
    }
}

impl Template {
    /// The names of its slots, those of choices too.
    pub(super) fn slots(&self) -> Vec<&str> {
        let (mut names, mut left): (Vec<&str>, Vec<&Part>) = (Vec::new(), self.parts.iter().rev().collect());
        while let Some(part) = left.pop() {
            match part {
                Part::Slot(name) => names.push(name),
                Part::Choice(ways) => left.extend(ways.iter().flatten()),
                Part::Text(_) | Part::Form(_) | Part::Number(..) => {}
            }
        }
        names
    }
}

/// A digit for each 9, a capital for each A; Q, I and O are left out, as issuers do.
pub(super) fn form(pattern: &str, random: &mut Random) -> String {
    let letters: Vec<char> = "ABCDEFGHJKLMNPRSTUVWXYZ".chars().collect();
    let sign = |c| match c {
        '9' => char::from_digit(random.below(10) as u32, 10).unwrap_or('0'),
        'A' => random.pick(&letters).copied().unwrap_or('A'),
        other => other,
    };
    pattern.chars().map(sign).collect()
}

fn parts(line: &str) -> Result<Vec<Part>, &'static str> {
    let mut signs = line.chars().peekable();
    let mut ways = choice(&mut signs, false)?;
    ways.pop().ok_or("nothing in it")
}

/// The ways of a choice up to its bracket, or the only way of a whole line.
fn choice(
    signs: &mut core::iter::Peekable<core::str::Chars<'_>>,
    inside: bool,
) -> Result<Vec<Vec<Part>>, &'static str> {
    let (mut ways, mut parts, mut text) = (Vec::new(), Vec::new(), String::new());
    fn keep(text: &mut String, parts: &mut Vec<Part>) {
        if !text.is_empty() {
            parts.push(Part::Text(core::mem::take(text)));
        }
    }
    while let Some(sign) = signs.next() {
        match sign {
            '{' => {
                keep(&mut text, &mut parts);
                let mut name = String::new();
                loop {
                    match signs.next() {
                        Some('}') => break,
                        Some(sign) => name.push(sign),
                        None => return Err("a slot without its end"),
                    }
                }
                parts.push(slot(&name)?);
            }
            '[' => {
                keep(&mut text, &mut parts);
                parts.push(Part::Choice(choice(signs, true)?));
            }
            '|' if inside => {
                keep(&mut text, &mut parts);
                ways.push(core::mem::take(&mut parts));
            }
            ']' if inside => {
                keep(&mut text, &mut parts);
                ways.push(parts);
                return if ways.len() > 1 { Ok(ways) } else { Err("a choice of one") };
            }
            '}' | ']' => return Err("a bracket that closes nothing"),
            '\\' => match signs.next() {
                Some('n') => text.push('\n'),
                _ => return Err("only \\n is known"),
            },
            other => text.push(other),
        }
    }
    if inside {
        return Err("a choice without its end");
    }
    keep(&mut text, &mut parts);
    ways.push(parts);
    Ok(ways)
}

fn slot(name: &str) -> Result<Part, &'static str> {
    if let Some(pattern) = name.strip_prefix(':') {
        return Ok(Part::Form(pattern.to_owned()));
    }
    if let Some((low, high)) = name.split_once('-')
        && let (Ok(low), Ok(high)) = (low.parse(), high.parse())
    {
        return if low < high { Ok(Part::Number(low, high)) } else { Err("a number from more to less") };
    }
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '_';
    if name.is_empty() || !name.chars().all(fits) {
        return Err("no name of a slot");
    }
    Ok(Part::Slot(name.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_becomes_parts() {
        let file = "# remark\n= one\n[a|{B} c|]x{:9A}\\n{2-5}\n\n= two\nplain | {Z}\n";
        let grammar = Grammar::parse(file).expect("a good file");
        let template = &grammar.section("one")[0];
        let text = |t: &str| Part::Text(t.to_owned());
        let expected = [
            Part::Choice(vec![vec![text("a")], vec![Part::Slot("B".into()), text(" c")], vec![]]),
            text("x"),
            Part::Form("9A".into()),
            text("\n"),
            Part::Number(2, 5),
        ];
        assert_eq!(template.parts, expected);
        assert_eq!(template.slots(), ["B"]);
        assert_eq!(grammar.section("two")[0].parts, [text("plain | "), Part::Slot("Z".into())]);
        assert_eq!(grammar.sections().map(|(name, _)| name).collect::<Vec<_>>(), ["one", "two"]);
        assert!(grammar.section("three").is_empty());
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        for wrong in ["{A B}", "{", "[a|b", "a]", "a}", "[a]", "\\t", "{5-2}", "{}", "[a|[b|c]"] {
            let problem = Grammar::parse(&format!("= s\nok\n{wrong}\n")).expect_err(wrong);
            assert_eq!(problem.line, 3, "{wrong}");
        }
        assert_eq!(Grammar::parse("x").expect_err("no section").line, 1);
    }

    #[test]
    fn forms_keep_all_but_nine_and_a() {
        let made = form("AA-99 x9", &mut Random::of(1, 1));
        let fits = |(c, p): (char, char)| match p {
            '9' => c.is_ascii_digit(),
            'A' => c.is_ascii_uppercase(),
            _ => c == p,
        };
        assert!(made.len() == 8 && made.chars().zip("AA-99 x9".chars()).all(fits), "{made}");
    }
}

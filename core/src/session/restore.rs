//! The way back: placeholders in a text become the values they stand for.
//!
//! Comes in: a text and the numbers of a session. Goes out: the text with the values, and what was met on the way.
use std::collections::BTreeMap;

use crate::restored::{RestoreOptions, RestoreReport, Restored, Tolerance};
use crate::transform::{Issued, Likeness, Numbers, Reading, Typed, bare_name, next_before, undecided};

/// One pass, left to right; what was put back is not read again.
pub(super) fn restore(text: &str, numbers: &Numbers, options: &RestoreOptions<'_>) -> Restored {
    let mut out = String::with_capacity(text.len());
    let mut restoring = Restoring::default();
    restoring.go_on(text, numbers, options, true, &mut out);
    Restored::new(out, restoring.report(numbers))
}

/// How far a text is restored that may come in pieces.
#[derive(Default)]
pub(crate) struct Restoring {
    /// What is before this byte was written.
    pub(crate) done: usize,
    /// How far it was read.
    read: Typed,
    report: RestoreReport,
    met: BTreeMap<String, usize>,
}

impl Restoring {
    /// Goes on with what is there of a text. Where it has not `ended`, what may still become a placeholder waits.
    pub(crate) fn go_on(
        &mut self,
        text: &str,
        numbers: &Numbers,
        options: &RestoreOptions<'_>,
        ended: bool,
        out: &mut String,
    ) {
        let (tolerance, sink) = (options.tolerance_wish(), options.sink_wish());
        let loose = tolerance == Tolerance::Loose;
        let until = |from: usize| if ended { usize::MAX } else { undecided(text, from, tolerance) };
        loop {
            let decided = until(self.read.tried);
            let Some(likeness) = next_before(text, tolerance, &mut self.read, decided) else { break };
            let opened = numbers.open(&likeness, loose).and_then(|(reading, issued)| {
                let exact = issued.exact(reading.number)?;
                let place = place(text, &likeness, reading, issued, &exact);
                let to_the_letter = text.get(place.0..place.1) == Some(&exact);
                let near = to_the_letter || tolerance != Tolerance::Exact;
                near.then_some((exact, place, to_the_letter, issued.value()?))
            });
            if let Some((exact, (start, end), to_the_letter, value)) = opened {
                let start = sink.begin(text, self.done, start);
                out.push_str(text.get(self.done..start).unwrap_or_default());
                sink.write(value, out);
                self.report.restored += 1;
                self.report.normalized += usize::from(!to_the_letter);
                *self.met.entry(exact).or_default() += 1;
                self.done = end;
                self.read.go_on(end);
            } else {
                let unknown = numbers.is_unknown(&likeness);
                self.report.unknown += usize::from(unknown);
                self.read.go_on(if loose && !unknown { likeness.retry() } else { likeness.end });
            }
        }
        let decided = match ended {
            true => text.len(),
            false => {
                let decided = self.read.tried.min(until(self.read.tried));
                // The name before a dot waits with it.
                let before = text.get(..decided).unwrap_or_default();
                sink.hold(text, self.done, if loose { bare_name(before) } else { decided })
            }
        };
        out.push_str(text.get(self.done..decided).unwrap_or_default());
        self.done = self.done.max(decided);
    }

    /// The first `count` bytes of the text are gone.
    pub(crate) fn forget(&mut self, count: usize) {
        self.done = self.done.saturating_sub(count);
        self.read.forget(count);
    }

    /// How it went, when the text has ended.
    pub(crate) fn report(self, numbers: &Numbers) -> RestoreReport {
        let missing = numbers.restorable() - self.met.len();
        let duplicated = self.met.values().map(|n| n - 1).sum();
        RestoreReport { missing, duplicated, ..self.report }
    }
}

/// Which bytes the value takes the place of. Where the placeholder stands there to the letter it is only those: a
/// backslash or bracket before it belongs to the text it came from, unless brackets were doubled that were not there.
fn place(text: &str, likeness: &Likeness, reading: &Reading, issued: &Issued, exact: &str) -> (usize, usize) {
    let from = likeness.bracket;
    let to_the_letter = text.get(from..).is_some_and(|rest| rest.starts_with(exact));
    if to_the_letter && (!likeness.doubled || issued.framed()) {
        (from, from + exact.len())
    } else {
        (reading.start, likeness.end)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::entity::{self, Category, EntityType};
    use crate::finding::{ContextKind, Evidence, Finding, Findings, Verdict};
    use crate::input::Input;
    use crate::policy::{Decision, Operator};
    use crate::restored::Sink;
    use crate::score::Score;
    use crate::span::Span;
    use crate::transform;

    fn finding(entity: EntityType, start: usize, end: usize) -> Finding {
        let evidence = Evidence {
            recognizer: entity.clone(),
            verdict: Verdict::Unknown,
            context: ContextKind::None,
            claimed: false,
            specimen: false,
            folding: crate::finding::Folding::Plain,
            alternatives: Vec::new(),
            twin: None,
        };
        let (category, score) = (Category::Person, Score::new(90));
        Finding { entity, category, span: Span::new(start, end), score, evidence }
    }

    fn redact(text: &str, findings: Vec<Finding>, operators: &[Operator], numbers: &mut Numbers) -> String {
        let decisions: Vec<_> = findings
            .iter()
            .zip(operators.iter().cycle())
            .map(|(_, operator)| Decision { operator, rule: None, allowed: false })
            .collect();
        let findings = Findings::from_sorted(findings);
        transform::apply(&Input::new(text), findings, &decisions, numbers, &transform::Tools::default())
            .unwrap()
            .into_text()
    }

    /// Texts full of what tolerant reading reads.
    fn hostile() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "[",
            "]",
            "[[",
            "]]",
            "\\",
            "\\[",
            "\\]",
            "&lsqb;",
            "&rsqb;",
            "&#91;",
            "［",
            "］",
            "(",
            ")",
            "<",
            ">",
            "{{",
            "}}",
            "【",
            "】",
            "PERSON",
            "person",
            "_",
            " ",
            "-",
            "1",
            "2",
            "12",
            ".",
            ".qqq",
            "[PERSON_1]",
            "[PERSON_2.qpz]",
            "(url 3)",
            "é",
            "\u{200B}",
            "\n",
            "*",
            "Bo",
            "\\u005b",
            "PERSON 1.qqq",
            "#",
            ":",
            "人",
            "=",
            "\"",
            "\\\\",
            "&",
            ";",
        ]);
        prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
    }

    /// Disjoint findings of two types, cut at any character edges.
    fn cut(text: &str, cuts: &[usize]) -> Vec<Finding> {
        let mut edges: Vec<usize> = cuts.iter().map(|c| c % (text.len() + 1)).collect();
        edges.retain(|&e| text.is_char_boundary(e));
        edges.sort();
        edges.dedup();
        let types = [entity::PERSON, entity::URL];
        edges
            .windows(2)
            .enumerate()
            .filter(|(i, _)| i % 3 != 2)
            .map(|(i, w)| finding(types[i % 2].clone(), w[0], w[1]))
            .collect()
    }

    proptest! {
        /// Law 2, for any text and any findings in it: what was replaced comes back byte for byte, at both tolerances.
        #[test]
        fn restores_what_was_redacted(
            turns in prop::collection::vec((hostile(), prop::collection::vec(0usize..200, 0..9)), 1..4)
        ) {
            let mut numbers = Numbers::of_session();
            let placeholder = [Operator::from(Operator::placeholder())];
            for (text, _) in &turns {
                // Later turns are known from the start: a tag that is guessed right is another law's matter.
                numbers.reserve(text);
            }
            for (text, cuts) in &turns {
                let out = redact(text, cut(text, cuts), &placeholder, &mut numbers);
                prop_assert_eq!(restore(&out, &numbers, &Tolerance::Exact.into()).into_text(), text.as_str());
                prop_assert_eq!(restore(&out, &numbers, &Tolerance::Tolerant.into()).into_text(), text.as_str());
                prop_assert_eq!(restore(&out, &numbers, &Tolerance::Loose.into()).into_text(), text.as_str());
            }
        }

        /// Put into a JSON document and back by its reader, the text is the same, whatever stands before the values:
        /// none of them can end the string it is in.
        #[test]
        fn values_stay_inside_json_strings(text in hostile(), cuts in prop::collection::vec(0usize..200, 0..9)) {
            let mut numbers = Numbers::of_session();
            let placeholder = [Operator::from(Operator::placeholder())];
            let out = redact(&text, cut(&text, &cuts), &placeholder, &mut numbers);
            for tolerance in [Tolerance::Exact, Tolerance::Tolerant, Tolerance::Loose] {
                let options = RestoreOptions::from(tolerance).sink(Sink::Json);
                let document = serde_json::to_string(&out).unwrap();
                let restored = restore(&document, &numbers, &options).into_text();
                prop_assert_eq!(serde_json::from_str::<String>(&restored).ok(), Some(text.clone()), "{}", restored);
            }
        }

        /// The document may be written by others: however a placeholder is escaped in it, a document stays one.
        #[test]
        fn documents_of_others_stay_documents(
            around in prop::collection::vec(
                prop::sample::select(vec!["\\\\", "\\u005b", "\\u005d", "[", "]", "\\n", "\\\"", "@", " ", "(", ")"]),
                0..12,
            ),
            value in "[\"\\\\a<\n]{1,4}",
        ) {
            let mut numbers = Numbers::of_session();
            let placeholder = [Operator::from(Operator::placeholder())];
            let out = redact(&value, vec![finding(entity::PERSON, 0, value.len())], &placeholder, &mut numbers);
            let body = out.trim_matches(['[', ']']);
            let document = format!("\"{}\"", around.concat().replace('@', body));
            prop_assert!(serde_json::from_str::<String>(&document).is_ok(), "{}", document);
            for tolerance in [Tolerance::Exact, Tolerance::Tolerant, Tolerance::Loose] {
                let options = RestoreOptions::from(tolerance).sink(Sink::Json);
                let restored = restore(&document, &numbers, &options).into_text();
                prop_assert!(serde_json::from_str::<String>(&restored).is_ok(), "{} {}", document, restored);
            }
        }

        /// With other operators beside: no panic, and what was not replaced by a placeholder stays as it went out.
        #[test]
        fn other_operators_stay(text in hostile(), cuts in prop::collection::vec(0usize..200, 0..9)) {
            let mut numbers = Numbers::of_session();
            let operators = [Operator::label(), Operator::mask().keep_last(2).into(), Operator::remove(), Operator::keep()];
            let out = redact(&text, cut(&text, &cuts), &operators, &mut numbers);
            prop_assert_eq!(restore(&out, &numbers, &Tolerance::Tolerant.into()).into_text(), out.as_str());
        }

        /// Any text at all is taken, and without placeholders given out it comes back as it is.
        #[test]
        fn leaves_texts_alone(text in hostile()) {
            for tolerance in [Tolerance::Exact, Tolerance::Tolerant, Tolerance::Loose] {
                prop_assert_eq!(restore(&text, &Numbers::of_session(), &tolerance.into()).into_text(), text.as_str());
            }
        }
    }

    #[test]
    fn a_restored_value_is_not_read_again() {
        let mut numbers = Numbers::of_session();
        let placeholder = [Operator::from(Operator::placeholder())];
        let first = redact("Bo", vec![finding(entity::PERSON, 0, 2)], &placeholder, &mut numbers);
        let link = format!("see {first}");
        let second = redact(&link, vec![finding(entity::URL, 4, link.len())], &placeholder, &mut numbers);
        assert_eq!(restore(&second, &numbers, &Tolerance::Tolerant.into()).text(), link);
        assert_eq!(restore(&first, &numbers, &Tolerance::Tolerant.into()).text(), "Bo");
    }

    #[test]
    fn brackets_of_the_text_itself_are_kept() {
        for text in ["[Bo]", "[[Bo]]", "\\Bo", "\\[Bo\\]", "&lsqb;Bo]", "(Bo)", "［Bo］", "[Bo"] {
            let mut numbers = Numbers::of_session();
            let at = text.find("Bo").unwrap();
            let placeholder = [Operator::from(Operator::placeholder())];
            let out = redact(text, vec![finding(entity::PERSON, at, at + 2)], &placeholder, &mut numbers);
            assert_eq!(restore(&out, &numbers, &Tolerance::Tolerant.into()).into_text(), text);
        }
    }

    /// Twice the text is twice the work, not four times: the same placeholder-like openings over and over.
    #[test]
    fn a_body_is_read_for_one_opening_only() {
        for piece in [
            "[",
            "[[",
            "(a",
            "\\",
            "\\\\[",
            "&#91;",
            "&",
            "[PERSON_",
            "[PERSON_1.qqq",
            "{\u{200B}",
            "【a ",
            "a 1.qqq ",
            "[a 1.",
            "A_",
            "1.qqq",
        ] {
            let text = piece.repeat(40_000);
            let numbers = Numbers::of_session();
            assert_eq!(restore(&text, &numbers, &Tolerance::Tolerant.into()).into_text(), text.as_str());
            assert_eq!(restore(&text, &numbers, &Tolerance::Loose.into()).into_text(), text.as_str());
        }
    }
}

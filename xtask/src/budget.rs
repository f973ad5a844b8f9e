//! The text of `benches/budget.txt` goes in; what was allowed, and whether it may be compared, comes out.

use std::fmt::Write as _;

pub(crate) const FILE: &str = "benches/budget.txt";
/// A rise of more than this share is refused.
pub(crate) const RISE: f64 = 0.10;

/// Instructions per byte of each corpus, and the compiler and processor they were counted with.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Budget {
    pub(crate) compiler: String,
    pub(crate) counts: Vec<(String, f64)>,
}

impl Budget {
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let mut budget = Budget { compiler: String::new(), counts: Vec::new() };
        for line in text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
            let Some((name, value)) = line.split_once(':') else {
                return Err(format!("{FILE}: no colon in: {line}"));
            };
            if name == "compiler" {
                budget.compiler = value.trim().into();
            } else {
                let count = value.trim().parse().map_err(|_| format!("{FILE}: no number in: {line}"))?;
                budget.counts.push((name.into(), count));
            }
        }
        Ok(budget)
    }

    pub(crate) fn to_text(&self) -> String {
        let mut text = String::from(
            "# Instructions per byte, counted by callgrind; `cargo xtask perf --bless` writes this file.\n\
             # `cargo xtask test --full` refuses a rise of more than 10 % under the same compiler.\n",
        );
        _ = writeln!(text, "compiler: {}", self.compiler);
        for (name, count) in &self.counts {
            _ = writeln!(text, "{name}: {count:.2}");
        }
        text
    }

    /// The corpora that now need too much, one a line.
    pub(crate) fn exceeded_by(&self, now: &Budget) -> Vec<String> {
        let mut exceeded = Vec::new();
        for (name, count) in &now.counts {
            match self.counts.iter().find(|(allowed, _)| allowed == name) {
                None => exceeded.push(format!("{name}: {count:.2}, but {FILE} has no line for it")),
                Some((_, allowed)) if *count > allowed * (1.0 + RISE) => {
                    exceeded
                        .push(format!("{name}: {count:.2} instructions per byte, {allowed:.2} were enough"));
                }
                Some(_) => {}
            }
        }
        exceeded
    }
}

#[cfg(test)]
mod tests {
    use super::Budget;

    fn budget(clean: f64) -> Budget {
        Budget { compiler: "rustc 1.90.0, x86_64".into(), counts: vec![("clean".into(), clean)] }
    }

    #[test]
    fn text_and_back() {
        assert_eq!(Budget::parse(&budget(16.5).to_text()), Ok(budget(16.5)));
        assert!(Budget::parse("clean: many").is_err());
    }

    #[test]
    fn a_tenth_more_is_borne_and_no_further() {
        assert!(budget(10.0).exceeded_by(&budget(10.9)).is_empty());
        assert_eq!(budget(10.0).exceeded_by(&budget(11.1)).len(), 1);
        let empty = Budget { counts: Vec::new(), ..budget(0.0) };
        assert_eq!(empty.exceeded_by(&budget(1.0)).len(), 1);
    }
}

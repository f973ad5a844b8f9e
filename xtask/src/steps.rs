//! Steps go in, one after another; their names, times and counts come out, and what to type where one fails.

use std::time::Instant;

use crate::call::Call;

/// What one step came to.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
    pub(crate) skipped: usize,
}

/// Why a step failed, and the command that shows it again.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) why: String,
    pub(crate) again: String,
    pub(crate) count: Count,
}

/// The steps so far. A test of a step counts one; a step without tests of its own counts one itself.
#[derive(Debug)]
pub(crate) struct Steps {
    total: Count,
    skips: Vec<String>,
    begun: Instant,
}

impl Steps {
    pub(crate) fn new() -> Self {
        Steps { total: Count::default(), skips: Vec::new(), begun: Instant::now() }
    }

    /// One command is one step.
    pub(crate) fn call(&mut self, name: &str, call: Call) -> Result<(), String> {
        self.step(name, || run(&call))
    }

    /// Runs a step.
    ///
    /// # Errors
    /// Where the step failed; everything about it is printed by then, so the message is empty.
    pub(crate) fn step(
        &mut self,
        name: &str,
        work: impl FnOnce() -> Result<Count, Failure>,
    ) -> Result<(), String> {
        println!("\n=== {name}");
        let started = Instant::now();
        let done = work();
        let time = started.elapsed().as_secs_f64();
        match done {
            Ok(count) => {
                println!("--- {name}: {time:.1} s");
                self.total.passed += if count == Count::default() { 1 } else { count.passed };
                if count.skipped > 0 {
                    self.total.skipped += count.skipped;
                    self.skips.push(format!(
                        "{name}: {} left out by the tests themselves, see above",
                        count.skipped
                    ));
                }
                Ok(())
            }
            Err(failure) => {
                println!("--- {name}: failed after {time:.1} s, {}", failure.why);
                println!("    again: {}", failure.again);
                self.total.passed += failure.count.passed;
                self.total.failed += failure.count.failed.max(1);
                self.total.skipped += failure.count.skipped;
                self.close();
                Err(String::new())
            }
        }
    }

    /// Notes a step that cannot be done here.
    pub(crate) fn skip(&mut self, name: &str, why: &str) {
        println!("\n=== {name}: skipped, {why}");
        self.skips.push(format!("{name}: {why}"));
        self.total.skipped += 1;
    }

    /// Prints the skips and the closing line.
    pub(crate) fn close(&self) {
        println!("\nall steps: {:.0} s", self.begun.elapsed().as_secs_f64());
        for skip in &self.skips {
            println!("skipped: {skip}");
        }
        println!(
            "{} passed, {} failed, {} skipped",
            self.total.passed, self.total.failed, self.total.skipped
        );
    }
}

/// Runs `call`, counting the tests it reports.
pub(crate) fn run(call: &Call) -> Result<Count, Failure> {
    let again = call.to_string();
    match call.run() {
        Ok(ended) if ended.success => Ok(count(&ended.output)),
        Ok(ended) => Err(Failure { why: "see above".into(), again, count: count(&ended.output) }),
        Err(problem) => Err(Failure {
            why: format!("it could not be started: {problem}"),
            again,
            count: Count::default(),
        }),
    }
}

/// Adds up the closing lines of cargo test and of pytest.
fn count(output: &str) -> Count {
    let mut total = Count::default();
    for line in output.lines() {
        let pytest = line.starts_with("===") || line.trim_end().ends_with('s') && line.contains(" in ");
        if !line.starts_with("test result: ") && !pytest {
            continue;
        }
        let words: Vec<&str> = line.split([' ', ';', ',', '=']).filter(|word| !word.is_empty()).collect();
        for pair in words.windows(2) {
            let Ok(number) = pair[0].parse::<usize>() else { continue };
            match pair[1] {
                "passed" => total.passed += number,
                "failed" | "error" | "errors" => total.failed += number,
                "ignored" | "skipped" | "xfailed" => total.skipped += number,
                _ => {}
            }
        }
    }
    total
}

#[cfg(test)]
mod tests {
    use super::{Count, count};

    #[test]
    fn closing_lines_are_added_up() {
        let output = "\
running 3 tests
test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s
test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s
==== 20 passed, 1 skipped in 0.31s ====
7 passed in 1.20s
";
        assert_eq!(count(output), Count { passed: 42, failed: 2, skipped: 2 });
        assert_eq!(count("Success: no issues found in 4 modules\n"), Count::default());
    }
}

//! One measure goes in; one line of the table of `cargo xtask perf` comes out.

/// The first lines of a table with this title.
pub fn heading(title: &str) -> String {
    let line = row(title, "measured", "reference", "ratio", "to reach");
    format!("\n{line}\n{}", "-".repeat(line.chars().count()))
}

/// One line: what was measured, how much it was, what the reference loop did beside it, reference over measured, and
/// the figure to reach. Columns that do not apply are empty.
pub fn row(measure: &str, measured: &str, reference: &str, ratio: &str, goal: &str) -> String {
    format!("{measure:<34} {measured:>14} {reference:>14} {ratio:>8} {goal:>12}")
}

#[cfg(test)]
mod tests {
    use super::{heading, row};

    #[test]
    fn columns_line_up() {
        let head = heading("speed");
        let widths: Vec<_> = head.lines().skip(1).map(|line| line.chars().count()).collect();
        assert_eq!(widths, [row("clean", "1 µs", "", "", "").chars().count(); 2]);
    }
}

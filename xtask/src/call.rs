//! A program with its arguments goes in; what it said and how it ended comes out. Shown, it is a line for the shell.

use std::fmt;
use std::io::{self, Read as _, Write as _};
use std::process::{Command, Stdio};

/// One program to run from the repository's root.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    words: Vec<String>,
    variables: Vec<(String, String)>,
    input: String,
}

/// How a call ended.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) success: bool,
    pub(crate) output: String,
}

impl Call {
    /// A call of `line`, split at its spaces.
    pub(crate) fn new(line: &str) -> Self {
        let words = line.split_whitespace().map(str::to_owned).collect();
        Call { words, variables: Vec::new(), input: String::new() }
    }

    /// One more argument, spaces and all.
    pub(crate) fn argument(mut self, argument: impl Into<String>) -> Self {
        self.words.push(argument.into());
        self
    }

    /// With this environment variable.
    pub(crate) fn variable(mut self, name: &str, value: &str) -> Self {
        self.variables.push((name.into(), value.into()));
        self
    }

    /// With this text on standard input, which is empty otherwise.
    pub(crate) fn input(mut self, text: &str) -> Self {
        self.input = text.into();
        self
    }

    /// Runs and shows what the program says while it says it; standard output is kept as well.
    pub(crate) fn run(&self) -> io::Result<Ended> {
        self.start(Stdio::inherit(), true)
    }

    /// Runs and keeps standard output, showing nothing but complaints.
    pub(crate) fn read(&self) -> io::Result<Ended> {
        self.start(Stdio::inherit(), false)
    }

    /// Runs and shows nothing; both streams are kept, complaints last.
    pub(crate) fn quiet(&self) -> io::Result<Ended> {
        let output = self.command().stdin(Stdio::null()).output()?;
        let mut text = String::from_utf8_lossy(&output.stdout).into_owned();
        text.push_str(&String::from_utf8_lossy(&output.stderr));
        Ok(Ended { success: output.status.success(), output: text })
    }

    /// Whether the program is installed and answers `--version`.
    pub(crate) fn installed(program: &str) -> bool {
        Call::new(program).argument("--version").quiet().is_ok_and(|ended| ended.success)
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.words[0]);
        command.args(&self.words[1..]).envs(self.variables.iter().map(|(name, value)| (name, value)));
        command
    }

    fn start(&self, complaints: Stdio, shown: bool) -> io::Result<Ended> {
        let mut child =
            self.command().stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(complaints).spawn()?;
        if let Some(mut pipe) = child.stdin.take() {
            match pipe.write_all(self.input.as_bytes()) {
                Err(problem) if problem.kind() != io::ErrorKind::BrokenPipe => return Err(problem),
                _ => {}
            }
        }
        let mut output = Vec::new();
        if let Some(mut pipe) = child.stdout.take() {
            let mut buffer = [0; 8192];
            loop {
                let count = pipe.read(&mut buffer)?;
                if count == 0 {
                    break;
                }
                output.extend_from_slice(&buffer[..count]);
                if shown {
                    io::stdout().write_all(&buffer[..count])?;
                    io::stdout().flush()?;
                }
            }
        }
        let success = child.wait()?.success();
        Ok(Ended { success, output: String::from_utf8_lossy(&output).into_owned() })
    }
}

impl fmt::Display for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.input.is_empty() {
            write!(f, "printf %s {} | ", quoted(&self.input))?;
        }
        for (name, value) in &self.variables {
            write!(f, "{name}={} ", quoted(value))?;
        }
        let words: Vec<String> = self.words.iter().map(|word| quoted(word)).collect();
        f.write_str(&words.join(" "))
    }
}

/// The word as a shell reads it back.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./=:,+@%".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.into()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::Call;

    #[test]
    fn a_call_reads_as_a_shell_line() {
        let call = Call::new("cargo doc").argument("it's").variable("RUSTDOCFLAGS", "-D warnings");
        assert_eq!(call.to_string(), r"RUSTDOCFLAGS='-D warnings' cargo doc 'it'\''s'");
        assert_eq!(Call::new("cat").input("a b").to_string(), "printf %s 'a b' | cat");
    }
}

//! Processes that are killed: while they write, while they erase, and at each step of finishing an erasure.
use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::thread::sleep;
use std::time::Duration;

use super::*;

/// How often a child is killed, fast and in full.
fn rounds() -> u64 {
    if full() { 200 } else { 10 }
}

/// What a child said in whole lines before it was killed.
fn killed(name: &str, folder: &Path, what: &str, after: Duration) -> Vec<String> {
    let mut child = child(name, folder, what);
    let mut lines = BufReader::new(child.stdout.take().unwrap());
    // The clock runs from its first line, so that a slow start is not what is killed.
    let mut said = Vec::new();
    let mut line = Vec::new();
    while said.is_empty() && lines.read_until(b'\n', &mut line).unwrap() > 0 {
        said.extend(whole(&mut line));
    }
    sleep(after);
    child.kill().unwrap();
    child.wait().unwrap();
    while lines.read_until(b'\n', &mut line).unwrap() > 0 {
        said.extend(whole(&mut line));
    }
    said
}

/// A line that came whole and is the child's own, not the test harness's.
fn whole(line: &mut Vec<u8>) -> Option<String> {
    let text = String::from_utf8(core::mem::take(line)).unwrap();
    Some(text.strip_suffix('\n')?.split_once("said ")?.1.to_owned())
}

fn say(text: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "said {text}").unwrap();
    out.flush().unwrap();
}

/// Keeps values, three in a step, and says each token when it is acknowledged.
#[test]
fn a_child_that_writes() {
    let Some((folder, round)) = task() else { return };
    let (vault, keyset) = opened(&folder);
    let engine = engine(&vault, &keyset);
    for n in 0.. {
        let subject = format!("{}", n % 7);
        let text = format!("a{round}x{n}@example.com b{round}x{n}@example.com c{round}x{n}@example.com");
        let out = engine.redact(about(&text, &subject)).unwrap().into_text();
        say(&format!("{subject} {text} {out}"));
    }
}

#[test]
fn what_was_acknowledged_outlives_a_kill() {
    let folder = Folder::new();
    drop(made(&folder));
    let mut acknowledged: BTreeMap<String, (String, String)> = BTreeMap::new();
    for round in 0..rounds() {
        let after = Duration::from_millis(1 + round * 17 % 60);
        for line in killed("crash::a_child_that_writes", &folder.0, &round.to_string(), after) {
            let words: Vec<&str> = line.split(' ').collect();
            for n in 1..4 {
                acknowledged.insert(words[n + 3].to_owned(), (words[0].to_owned(), words[n].to_owned()));
            }
        }
        let (vault, keyset) = opened(&folder.0);
        let engine = engine(&vault, &keyset);
        let health = vault.check().unwrap();
        assert!(health.is_well(), "{health:?}");
        // Steps of three: whole or not at all, and none lost.
        assert!(health.records() >= acknowledged.len() && health.records().is_multiple_of(3), "{health:?}");
        for (token, (subject, value)) in &acknowledged {
            assert_eq!(&restored(&engine, token, subject), value);
        }
    }
    assert!(acknowledged.len() >= 3 * rounds() as usize, "children came to write: {}", acknowledged.len());
    // Whoever asks for a value that was acknowledged is given its token.
    let (vault, keyset) = opened(&folder.0);
    for (known, (subject, value)) in acknowledged.iter().take(50) {
        assert_eq!(&token(&engine(&vault, &keyset), value, subject), known);
    }
}

/// How many subjects there are to erase.
const PEOPLE: usize = 12;

fn person(n: usize) -> (String, String) {
    (format!("p{n}"), format!("person{n}@example.com and card 4111 1111 1111 1111"))
}

/// Erases one subject after the other, finishes now and then, and says what is done.
#[test]
fn a_child_that_erases() {
    let Some((folder, _)) = task() else { return };
    let (vault, mut keyset) = opened(&folder);
    say("begun");
    for n in 0..PEOPLE {
        vault.erase("acme", &person(n).0).unwrap();
        say(&format!("{n}"));
        if n % 3 == 2 {
            vault.finalise_erasure(&mut keyset, &mut |keyset| keep(&folder, keyset), None).unwrap();
        }
    }
    loop {
        vault.finalise_erasure(&mut keyset, &mut |keyset| keep(&folder, keyset), None).unwrap();
    }
}

#[test]
fn an_erasure_that_is_killed_is_whole_or_not_begun() {
    for round in 0..rounds() {
        let folder = Folder::new();
        let (vault, keyset) = made(&folder);
        let working = engine(&vault, &keyset);
        let texts: Vec<String> = (0..PEOPLE)
            .map(|n| working.redact(about(&person(n).1, &person(n).0)).unwrap().into_text())
            .collect();
        drop((vault, working));
        let after = Duration::from_millis(round * 13 % 90);
        let said = killed("crash::a_child_that_erases", &folder.0, "", after);
        let done =
            said.iter().filter_map(|line| line.parse::<usize>().ok()).map(|n| n + 1).max().unwrap_or(0);
        let (vault, keyset) = opened(&folder.0);
        let engine = engine(&vault, &keyset);
        assert!(vault.check().unwrap().is_well());
        for (n, text) in texts.iter().enumerate() {
            let (subject, value) = person(n);
            let back = restored(&engine, text, &subject);
            let (erased, there) = (back == *text, back == value);
            assert!(erased || there, "half of {n} is gone");
            assert!(n >= done || erased, "{n} was acknowledged as erased");
            assert!(n <= done || there, "{n} was not asked for");
        }
    }
}

/// Finishes an erasure and dies where it is told: at a call of `keep`, before or after it has done its work.
#[test]
fn a_child_that_dies_at_a_step() {
    let Some((folder, step)) = task() else { return };
    let (vault, mut keyset) = opened(&folder);
    let dies_at: usize = step.parse().unwrap();
    let mut steps = 0;
    let mut keeper = |keyset: &Keyset| {
        for work in [false, true] {
            if work {
                keep(&folder, keyset)?;
            }
            if steps == dies_at {
                std::process::abort();
            }
            steps += 1;
        }
        Ok(())
    };
    let _ = vault.finalise_erasure(&mut keyset, &mut keeper, None);
    say("it came to its end");
}

#[test]
fn a_death_at_any_step_loses_nothing_and_can_be_made_good() {
    for step in 0..5 {
        let folder = Folder::new();
        let (vault, keyset) = made(&folder);
        let token = token(&engine(&vault, &keyset), "bo@example.com", "42");
        let gone = super::token(&engine(&vault, &keyset), "al@example.com", "43");
        vault.erase("acme", "43").unwrap();
        drop(vault);
        let ended =
            child("crash::a_child_that_dies_at_a_step", &folder.0, &step.to_string()).wait_with_output();
        let ended = ended.unwrap();
        let came_to_its_end = String::from_utf8(ended.stdout).unwrap().contains("it came to its end");
        assert_eq!((ended.status.success(), came_to_its_end), (step == 4, step == 4), "step {step}");

        let (vault, mut keyset) = opened(&folder.0);
        let id = u64::from_str_radix(&vault.id()[3..], 16).unwrap().to_be_bytes();
        let epochs = match step {
            0 => vec![1],
            1 | 2 => vec![1, 2],
            _ => vec![2],
        };
        assert_eq!(keyset.epochs(id), epochs, "step {step}");
        assert_eq!(restored(&engine(&vault, &keyset), &token, "42"), "bo@example.com");
        vault.finalise_erasure(&mut keyset, &mut |keyset| keep(&folder.0, keyset), None).unwrap();
        assert_eq!(keyset.epochs(id).len(), 1, "all older keys are gone");
        drop(vault);
        let (vault, keyset) = opened(&folder.0);
        assert_eq!(restored(&engine(&vault, &keyset), &token, "42"), "bo@example.com");
        assert_eq!(restored(&engine(&vault, &keyset), &gone, "43"), gone);
        assert!(vault.check().unwrap().is_well());
    }
}

//! Restoring in pieces is restoring the whole, at every tolerance and for every kind of text.
use proptest::prelude::*;
use wimple::{Engine, Input, Keyset, Operator, Policy, RestoreOptions, Session, Sink, Tolerance, entity};

use super::{Numbers, cut, difference, is_full};

const TOLERANCES: [Tolerance; 3] = [Tolerance::Exact, Tolerance::Tolerant, Tolerance::Loose];
const SINKS: [Sink; 3] = [Sink::Text, Sink::Json, Sink::Html];

fn session() -> (Session, Vec<String>) {
    let policy = Policy::new().default(Operator::placeholder());
    let mut session = Engine::builder().policy(policy).build().unwrap().session();
    let values = ["bo@example.com", "4111 1111 1111 1111", "al@example.org"];
    let given = values.map(|value| session.redact(value).unwrap().into_text());
    (session, given.to_vec())
}

/// Holds the law for one text and one partition.
fn hold(session: &Session, text: &str, options: RestoreOptions<'_>, sizes: impl FnMut() -> usize) {
    let should = session.restore_with(text, options);
    let mut shown = String::new();
    let mut restorer = session.restorer(options, |piece: &str| shown.push_str(piece)).unwrap();
    for piece in cut(text.as_bytes(), sizes) {
        restorer.write_bytes(piece).unwrap();
    }
    let report = restorer.end().unwrap();
    assert!(shown == should.text(), "{options:?} {text:?}: {}", difference(&shown, should.text()));
    assert_eq!(&report, should.report(), "{options:?} {text:?}");
}

/// What writers and models make of a placeholder, and what only looks like one.
fn mutated(placeholder: &str, n: usize) -> String {
    let inner = placeholder.trim_matches(['[', ']']);
    match n % 20 {
        0 => placeholder.to_lowercase(),
        1 => format!("({inner})"),
        2 => format!("\\[{inner}\\]"),
        3 => format!("&#91;{inner}&rsqb;"),
        4 => format!("[[{inner}]]"),
        5 => format!("【{}】", inner.replace('_', " ")),
        6 => format!("[**{}**]", inner.replace('_', "\u{200b}_")),
        7 => inner.to_owned(),
        8 => format!("[{}", inner.replace('_', "\n")),
        9 => format!("<{}>", inner.replace('_', "-")),
        10 => format!("\\u005b{inner}\\u005d"),
        11 => format!("[{inner}"),
        12 => format!("[{}]", inner.replace('.', ":")),
        13 => format!("{{{{{inner}}}}}"),
        14 => format!("[Persona{}]", &inner[inner.find('_').unwrap_or(0)..]),
        15 => format!("\\\\{placeholder}"),
        16 => format!("\\{placeholder}"),
        17 => format!("[EMAIL_ADDRESS_1.qqq]{inner}"),
        _ => placeholder.to_owned(),
    }
}

#[test]
fn answers_in_pieces_are_answers_in_one() {
    let (session, given) = session();
    let mut numbers = Numbers(4711);
    let around = [
        " ",
        "",
        "\\",
        "(",
        "[",
        ". ",
        "so we wrote (as you know) to ",
        "人",
        "\n> ",
        "&",
        "e.g. ",
        "swim ",
        "\"",
        "1.",
        "A_",
    ];
    for round in 0..if is_full() { 20_000 } else { 400 } {
        let mut text = String::new();
        for _ in 0..1 + numbers.below(if round % 50 == 0 { 400 } else { 8 }) {
            text.push_str(around[numbers.below(around.len())]);
            text.push_str(&mutated(&given[numbers.below(3)], numbers.below(20)));
            text.push_str(around[numbers.below(around.len())]);
        }
        for tolerance in TOLERANCES {
            let options = RestoreOptions::from(tolerance).sink(SINKS[numbers.below(3)]);
            let size = [1, 3, 20, 1000][numbers.below(4)];
            hold(&session, &text, options, || numbers.below(2 * size) + 1);
        }
    }
}

#[test]
fn every_split_of_an_answer() {
    let (session, given) = session();
    for n in 0..20 {
        let text = format!("né {} and {}.", mutated(&given[n % 3], n), mutated(&given[(n + 1) % 3], n + 3));
        for at in 0..=text.len() {
            for tolerance in TOLERANCES {
                let mut sizes = [at, text.len()].into_iter();
                hold(&session, &text, tolerance.into(), || sizes.next().unwrap_or(1));
            }
        }
    }
}

proptest! {
    #[test]
    fn whatever_the_text(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "[", "]", "[[", "]]", "\\", "\\[", "&lsqb;", "&#91;", "［", "(", ")", "<", ">", "{{", "【", "PERSON", "email_address", "_", " ", "-", "1", "2",
            ".", ".qqq", "[EMAIL_ADDRESS_1]", "é", "\u{200B}", "\n", "*", "\\u005b", "#", ":", "人", "=", "\"", "&", ";", "EMAIL ADDRESS 1",
        ]), 0..40),
        sizes in prop::collection::vec(1usize..12, 1..9),
        loose in 0usize..3, sink in 0usize..3,
    ) {
        let (session, given) = session();
        let mut text = pieces.concat();
        text.push_str(&given[0]);
        text.push_str(&pieces.concat());
        let mut sizes = sizes.into_iter().cycle();
        hold(&session, &text, RestoreOptions::from(TOLERANCES[loose]).sink(SINKS[sink]), || sizes.next().unwrap());
    }
}

#[test]
fn words_that_can_be_no_placeholder_go_out_at_once() {
    let (session, _) = session();
    let shown = std::cell::Cell::new(0);
    let mut restorer =
        session.restorer(Tolerance::Tolerant, |piece: &str| shown.set(shown.get() + piece.len())).unwrap();
    let mut written = 0;
    for word in ["We ", "wrote ", "to ", "you, ", "and ", "wait ", "(as "] {
        restorer.write(word).unwrap();
        written += word.len();
        assert!(written - shown.get() <= 4, "only an open bracket waits");
    }
    restorer.write("so on, ").unwrap();
    assert_eq!(written + 7 - shown.get(), 0, "a comma is in no placeholder");
}

#[test]
fn tokens_in_pieces_are_tokens_in_one() {
    let keyset = Keyset::generate().unwrap();
    let policy = Policy::new().default(Operator::tokenize()).on(entity::US_SSN, Operator::fpe());
    let engine = Engine::builder().policy(policy).keyset(keyset).build().unwrap();
    let out = engine.redact("bo@example.com and ssn 472-81-0094 there").unwrap().into_text();
    let (token, rest) = out.split_once(' ').unwrap();
    let wrapped = rest.split(' ').find(|word| word.starts_with('{')).unwrap();
    let mut numbers = Numbers(31);
    let wrapped_at = token.len() / 2;
    let folded = format!("{}\n{}", &token[..wrapped_at], &token[wrapped_at..]);
    let damaged = token.replace('1', "1q");
    let pieces = [
        token,
        wrapped,
        &folded,
        &damaged,
        " swim with ",
        "wim",
        "{",
        "{wimf_us",
        " - ",
        ", ",
        "x",
        "\n",
        &token.to_uppercase(),
        "\\_",
    ];
    for _ in 0..if is_full() { 20_000 } else { 500 } {
        let text: String = (0..numbers.below(12)).map(|_| pieces[numbers.below(pieces.len())]).collect();
        let tolerance = TOLERANCES[numbers.below(3)];
        let should = engine.restore_with(&text, tolerance).unwrap();
        let mut shown = String::new();
        let mut restorer = engine.restorer("", tolerance, |piece: &str| shown.push_str(piece)).unwrap();
        let size = [1, 7, 100][numbers.below(3)];
        for piece in cut(text.as_bytes(), || numbers.below(2 * size) + 1) {
            restorer.write_bytes(piece).unwrap();
        }
        let report = restorer.end().unwrap();
        assert!(shown == should.text(), "{text:?}: {}", difference(&shown, should.text()));
        assert_eq!(&report, should.report(), "{text:?}");
    }
    assert!(Engine::new().restorer("", Tolerance::Exact, |_: &str| ()).is_err(), "there are no keys");
}

/// Tokens of an earlier run stay in a text that comes in pieces, as they do in a whole.
#[test]
fn redacting_tokens_in_pieces() {
    let policy = Policy::new().default(Operator::tokenize());
    let engine = Engine::builder().policy(policy).keyset(Keyset::generate().unwrap()).build().unwrap();
    let token = engine.redact("4111 1111 1111 1111").unwrap().into_text();
    let mut text = String::new();
    for n in 0..60 {
        text.push_str(&format!(
            "card {token} and 5500 0000 0000 00{n:02} wim swim {} so it goes ",
            &token[..30]
        ));
        text.push_str(&"and nobody answers ".repeat(n));
    }
    let should = super::whole(&engine, Input::new(&text)).unwrap();
    for size in [1, 300, 4096] {
        super::hold(&engine, &text, || size, &should);
    }
}

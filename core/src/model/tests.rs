//! Laws of the model that hold for any text and any weights, and what the shipped files promise.
#![allow(clippy::indexing_slicing, clippy::expect_used, reason = "tests")]
use super::features::{COUNT, rows};
use super::gate::is_hot;
use super::label::{CLOSED, LABELS, may_follow};
use super::lexicon::joined;
use super::token::{PHRASE_FIRST, PHRASE_REST, Shape, class, line};
use super::tokens::Tokens;
use super::*;
use proptest::prelude::*;
use sha2::{Digest, Sha256};

/// Places and rows of the tokens of one run.
type Run = Vec<(u32, u32, [u32; COUNT])>;

fn shipped() -> &'static Model<'static> {
    Model::shipped().expect("files of this edition")
}

fn found(text: &str) -> Vec<Named> {
    let mut all = Vec::new();
    shipped().find(text, |named| all.push(named));
    all
}

fn walked(text: &str) -> Vec<Run> {
    let mut walk = Walk::new(text, *shipped().lexicon());
    let mut runs = Vec::new();
    while let Some(run) = walk.next_run() {
        runs.push(run.map(|at| described(walk.tokens(), at)).collect());
    }
    runs
}

fn described(tokens: &[Token], at: usize) -> (u32, u32, [u32; COUNT]) {
    let mut all = [0; COUNT];
    rows(tokens, at, &mut all);
    (tokens[at].start, tokens[at].end, all)
}

/// The same by definition: all tokens at once, no window, each rule in a pass of its own.
fn naive(text: &str) -> Vec<Run> {
    let lexicon = *shipped().lexicon();
    let mut source = Tokens::new(text, 0);
    let mut tokens: Vec<Token> = core::iter::from_fn(|| source.next(&lexicon)).collect();
    let count = tokens.len();
    for at in 0..count {
        if tokens[at].class & class::STARTS == 0 || at + 1 == count {
            continue;
        }
        let two = joined(tokens[at].hash, tokens[at + 1].hash);
        let three = tokens.get(at + 2).map_or(0, |third| lexicon.phrase(two, third.hash));
        let (words, known) = if three != 0 { (3, three) } else { (2, lexicon.class(two)) };
        for n in (0..words).filter(|_| known != 0) {
            tokens[at + n].phrase |= known & 0xffff | if n == 0 { PHRASE_FIRST } else { PHRASE_REST };
        }
    }
    let hot: Vec<usize> = (0..count).filter(|at| is_hot(&tokens[*at])).collect();
    for at in &hot {
        let near = at.saturating_sub(1)..(at + 2).min(count);
        tokens[near].iter_mut().for_each(|t| t.hot = true);
    }
    for pair in hot.windows(2) {
        // Marks reach one to either side; two more may lie between them.
        if pair[1] - pair[0] <= 4 {
            (pair[0]..pair[1]).for_each(|at| tokens[at].hot = true);
        }
    }
    let mut start = 0;
    while start < count {
        let end = (start..count).find(|at| tokens[*at].shape == Shape::Break).unwrap_or(count);
        let said = &tokens[start..end.min(start + 64)];
        let of = |shapes: &[Shape]| said.iter().filter(|t| shapes.contains(&t.shape)).count();
        let (small, title, capitals) =
            (of(&[Shape::Lower]), of(&[Shape::Title, Shape::Mixed]), of(&[Shape::Upper]));
        let case = match (small, title, capitals) {
            (_, 0, 0) => 0,
            (s, t, c) if c > s + t => 3,
            (s, t, _) if t > 2 * s => 2,
            _ => 1,
        };
        for (at, token) in tokens[start..end].iter_mut().enumerate() {
            token.case = case;
            token.line |= if end - start <= 4 { line::SHORT } else { 0 };
            token.line |= if at == 0 { line::FIRST } else { 0 };
            token.line |= if start + at + 1 == end { line::LAST } else { 0 };
        }
        start = end + 1;
    }
    let mut runs: Vec<Run> = Vec::new();
    let mut length = 0;
    for at in 0..count {
        if !tokens[at].hot {
            length = 0;
            continue;
        }
        if length % LONGEST == 0 {
            runs.push(Vec::new());
        }
        length += 1;
        runs.last_mut().expect("just begun").push(described(&tokens, at));
    }
    runs
}

/// Words of all sorts, signs and breaks, in any order.
fn texts() -> impl Strategy<Value = String> {
    let pieces = [
        "the",
        "is",
        "my",
        "name",
        "John",
        "smith",
        "New",
        "York",
        "rio",
        "de",
        "janeiro",
        "Straße",
        "12",
        "90210",
        "SW1A",
        "2AA",
        "hope",
        "Will",
        "zxqv",
        "Q.",
        "o'brien",
        "l'ami",
        "Jean-Luc",
        "it's",
        ",",
        ".",
        "\n",
        "\n\n",
        ":",
        "-",
        "#7",
        "[PERSON]",
        "[US_SSN]",
        "bo@example.com",
        "www.example.com",
        "日本",
        "é",
        "\u{a0}",
        "\u{200b}",
        "😀",
        "ÀÉ",
        "a.b.c",
    ];
    proptest::collection::vec(
        prop_oneof![6 => proptest::sample::select(pieces.to_vec()).prop_map(str::to_owned), 1 => "\\PC{0,6}"],
        0..90,
    )
    .prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn the_window_sees_what_the_whole_shows(text in texts(), times in 1usize..6) {
        let text = text.repeat(times);
        prop_assert!(walked(&text) == naive(&text));
    }

    #[test]
    fn names_lie_in_the_text_in_order_on_edges(text in prop_oneof![texts(), "\\PC{0,200}", any::<String>()]) {
        let mut end = 0;
        for named in found(&text) {
            prop_assert!(named.start >= end && named.start < named.end, "{named:?} in {text:?}");
            prop_assert!(text.get(named.start..named.end).is_some_and(|t| t.trim() == t), "{named:?} in {text:?}");
            prop_assert!((1..=99).contains(&named.percent));
            end = named.end;
        }
    }

    #[test]
    fn what_stands_far_away_says_nothing(text in texts(), lines in 1usize..40) {
        // Lines of words nobody is called by: no run goes through them.
        let far = |lines: usize| "it is what it is and that was it\n".repeat(lines);
        let behind = |lines: usize| {
            let far = far(lines);
            let moved = |n: Named| Named { start: n.start - far.len(), end: n.end - far.len(), ..n };
            found(&format!("{far}{text}")).into_iter().map(moved).collect::<Vec<_>>()
        };
        prop_assert_eq!(behind(1 + lines), behind(1));
    }

    #[test]
    fn shares_are_those_of_all_paths(
        scores in proptest::collection::vec(proptest::array::uniform16(-60i16..60), 1..4),
    ) {
        let weights = shipped().weights;
        let half = |s: &[i16; LABELS], from: usize| wide::i16x8::new(core::array::from_fn(|n| s[from + n]));
        let lanes: Vec<Scores> = scores.iter().map(|s| [half(s, 0), half(s, 8)]).collect();
        let exact = exact_shares(&scores, &weights);
        for (start, end) in (0..=scores.len()).flat_map(|end| (0..=end).map(move |start| (start, end))) {
            let shares = shipped().chances.shares(&lanes, start..end, &weights);
            prop_assert_eq!(shares.len(), end - start);
            for (shares, exact) in shares.iter().zip(&exact[start..]) {
                for (kind, exact) in [Kind::Person, Kind::Location, Kind::Organization, Kind::Address].into_iter().zip(exact) {
                    let share = f64::from(shares.share(kind)) / f64::from(weights::ONE);
                    prop_assert!((share - exact).abs() < 1e-5, "{share} and {exact}");
                }
            }
        }
    }
}

/// The shares of the kinds by trying all paths, in floating point.
fn exact_shares(scores: &[[i16; LABELS]], weights: &Weights<'_>) -> Vec<[f64; 4]> {
    let one = f64::from(weights::ONE);
    let own = |at: usize, label: u8| {
        let top = *scores[at].iter().max().expect("sixteen");
        weights.power(u32::from(top.abs_diff(scores[at][usize::from(label)]))) as f64 / one
    };
    let step = |label: u8, next: u8| weights.share(usize::from(label), usize::from(next)) as f64 / one;
    let mut paths = vec![(vec![label::OUTSIDE], 1f64)];
    for at in 0..scores.len() {
        let longer = paths.iter().flat_map(|(path, share)| {
            let last = path[path.len() - 1];
            let next = (0..LABELS as u8).filter(move |l| may_follow(last, *l));
            next.map(move |l| {
                let longer = path.iter().copied().chain([l]).collect::<Vec<_>>();
                (longer, share * step(last, l) * own(at, l))
            })
        });
        paths = longer.collect();
    }
    paths.retain(|(path, _)| CLOSED.contains(&path[path.len() - 1]));
    paths.iter_mut().for_each(|(path, share)| *share *= step(path[path.len() - 1], 0));
    let all: f64 = paths.iter().map(|(_, share)| share).sum();
    let of = |at: usize, kind: usize| {
        let of_kind =
            paths.iter().filter(|(path, _)| label::kind_of(path[at + 1]).is_some_and(|k| k as usize == kind));
        of_kind.map(|(_, share)| share).sum::<f64>() / all
    };
    (0..scores.len()).map(|at| core::array::from_fn(|kind| of(at, kind))).collect()
}

#[test]
fn the_files_are_those_of_the_manifest() {
    let manifest = include_str!("MANIFEST.toml");
    for (name, file) in [("weights.bin", WEIGHTS), ("lexicon.bin", LEXICON)] {
        let hash: String = Sha256::digest(file).iter().map(|b| format!("{b:02x}")).collect();
        assert!(manifest.contains(&format!("\"{name}\" = \"{hash}\"")), "{name} is {hash}");
    }
    assert!(WEIGHTS.len() + LEXICON.len() <= 3 << 20, "weights and lexicon: 3 MB at most");
}

#[test]
fn files_of_another_edition_are_refused() {
    for at in [0, 8, 12] {
        let mut weights = WEIGHTS.to_vec();
        weights[at] ^= 1;
        assert!(Model::new(&weights, LEXICON).is_none(), "byte {at}");
    }
    assert!(Model::new(&WEIGHTS[1..], LEXICON).is_none());
    assert!(Model::new(WEIGHTS, &LEXICON[1..]).is_none());
    assert!(Model::new(WEIGHTS, &[]).is_none());
}

#[test]
fn tokens_are_words_values_and_signs() {
    let split = |text: &str| {
        let lexicon = *shipped().lexicon();
        let mut source = Tokens::new(text, 0);
        let tokens: Vec<Token> = core::iter::from_fn(|| source.next(&lexicon)).collect();
        let of = |t: &Token| text.get(t.start as usize..t.end as usize).expect("on edges").to_owned();
        tokens.iter().map(of).collect::<Vec<_>>()
    };
    for (text, tokens) in [
        ("it's John's", vec!["it", "'", "s", "John", "'", "s"]),
        ("O'Brien d'Artagnan l'ami", vec!["O'Brien", "d", "'", "Artagnan", "l", "'", "ami"]),
        ("Jean-Luc 12-14b", vec!["Jean-Luc", "12-14b"]),
        (
            "bo.lee@example.com, www.x.com/a?b done.",
            vec!["bo.lee@example.com", ",", "www.x.com/a?b", "done", "."],
        ),
        ("[PERSON_1.k7q] [x]", vec!["[PERSON_1.k7q]", "[", "x", "]"]),
        ("@bo #tag #12", vec!["@bo", "#tag", "#", "12"]),
        ("a\n \n b", vec!["a", "\n", "b"]),
        ("St. 3.50", vec!["St", ".", "3.50"]),
        ("Zo\u{eb}\u{a0}Müller", vec!["Zo\u{eb}", "Müller"]),
    ] {
        assert_eq!(split(text), tokens, "{text:?}");
    }
}

proptest! {
    /// The short way and the long way to a word or number agree. A soft hyphen is no part of a word and leads the long way.
    #[test]
    fn a_plain_word_is_a_word(word in "[A-Za-z][a-z]{0,17}|[A-Za-z]{1,4}|[0-9]{1,12}", after in "[ ,.:!?-]{0,2}[a-z ]{0,20}") {
        let first = |text: &str| Tokens::new(text, 0).next(shipped().lexicon()).expect("a word");
        let (short, long) = (first(&format!("{word}{after}")), first(&format!("{word}\u{ad}{after}")));
        prop_assume!(short.end as usize == word.len());
        let seen = |t: &Token| (t.hash, t.tail, t.head, t.class, t.shape, t.start);
        prop_assert_eq!(seen(&short), seen(&long));
    }
}

#[test]
fn shapes_are_told() {
    let shape = |text: &str| Tokens::new(text, 0).next(shipped().lexicon()).map(|t| t.shape);
    for (text, expected) in [
        ("word", Shape::Lower),
        ("Word", Shape::Title),
        ("WORD", Shape::Upper),
        ("W", Shape::Initial),
        ("McDonald", Shape::Mixed),
        ("iPhone", Shape::Mixed),
        ("7", Shape::Digit),
        ("12345", Shape::Digits5),
        ("1234567", Shape::Digits6),
        ("12b", Shape::Code),
        ("李雷", Shape::Caseless),
        ("Élan", Shape::Title),
        (",", Shape::Sign),
        ("\n", Shape::Break),
        ("https://example.com", Shape::Value),
    ] {
        assert_eq!(shape(text), Some(expected), "{text:?}");
    }
}

#[test]
fn case_and_digits_do_not_change_what_a_word_is() {
    let hash = |text: &str| Tokens::new(text, 0).next(shipped().lexicon()).map(|t| t.hash);
    assert_eq!(hash("SMITH"), hash("smith"));
    assert_eq!(hash("ÉLAN"), hash("élan"));
    assert_eq!(hash("90210"), hash("12345"));
    assert_eq!(hash("SW1A"), hash("EC3R"));
    assert_ne!(hash("smith"), hash("smyth"));
}

//! The plan finds what each recognizer finds alone, and that is what a loop over all places finds.
use super::walk::{pattern_at, stands_alone};
use super::*;
use crate::detect::number::may_start;
use crate::recognizer::{Matched, Term, signs_of};
use crate::text::plain::is_word_char;
use crate::text::view::View;

/// Patterns of every kind a gate may get wrong: literals, classes, beginnings that are signs, spaces, beyond ASCII.
#[rustfmt::skip]
const PATTERNS: &[&str] = &[
    r"CT-\d{6}", r"(?i)ticket[- ]?#?\d{3,8}", r"[A-Z]{3}-\d{4}-[A-Z]{2}", r"\b\d{8}\b", r"#\d+", r"\s\d{3}", r"[€£]\d+",
    r"_\w+", r"é\w+", r"a|ab|abc", r"\d{2,12}", r".{3}", r"(?i:straße) \d+", r"\w+@x", r"東京|大阪", r"x+y", r"\+\d{2,4}",
    r"(?<value>\d+) EUR", r"no\. (?<value>\d+)?", r"\d{4}(-\d{4}){0,3}", r"^ab", r"ab$", r"[a-z]+-\d+", r"“\w+”", r"\n\w",
];

#[rustfmt::skip]
const SHAPES: &[&str] = &[
    "'C'-999999", "'K'~999999", "9999999", "*9{6,9}", "='AB'99999", "99999-99|99999", "AAA9{2,5}", "4*'X'9{12}",
];

#[rustfmt::skip]
const TERMS: &[&str] = &[
    "Aurora", "Blue Falcon", "blue", "Projekt Müller", ".NET", "NET", "C++", "AC/DC", "Wendy's", "Galaxy", "京都", "X2",
    "Straße", "node.js", "New York City", "New York", "Zoë", "ab", "Übergrößenträger-Programm",
];

#[rustfmt::skip]
const PIECES: &[&str] = &[
    " ", " ", " ", "-", ".", ", ", "/", "#", "_", "'", "’", "“", "”", "€", "+", "\n", "\u{a0}", "\u{301}", "1", "12", "1234",
    "123456", "12345678", "a", "ab", "abc", "é", "ß", "東京", "京都", "です", "를", "CT-", "CT-123456", "ticket", "Ticket #",
    "ABC-1234-XY", "C-123456", "K 123456", "k123456", "C123456", "aurora", "AURORAS", "Auroren", "blue", "Blue", "falcons",
    "falcon", "PROJEKT", "Muller", "müllers", "Mu\u{308}ller", ".NET", "c++", "ac / dc", "wendy’s", "galaxies", "x2", "STRASSE",
    "Strassen 7", "node.js", "new", "york", "city", "zoe", "uebergroessentraegerprogramm", "übergrößenträger programme",
    "5 EUR", "no. 7", "straße 5", "bo@x", "xxy", "1234-5678-9012", "AB12345", "X123 4567 8901 2", "[CODE]", "the parcel is late", "AAA123", "😀",
];

fn texts(count: usize) -> impl Iterator<Item = String> {
    let mut state = 0x2545_F491_4F6C_DD1Du64;
    let mut next = move |n: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) as usize % n
    };
    (0..count).map(move |_| (0..1 + next(40)).map(|_| PIECES[next(PIECES.len())]).collect())
}

fn recognizers() -> Vec<Recognizer> {
    let mut all: Vec<Recognizer> =
        PATTERNS.iter().map(|pattern| Recognizer::regex("PATTERN", pattern).unwrap()).collect();
    all.extend(SHAPES.iter().map(|shape| Recognizer::template("SHAPE", shape).unwrap()));
    all.push(Recognizer::words("TERM", TERMS.iter().copied()).unwrap());
    all.push(Recognizer::words("OTHER_TERM", ["blue", "falcon", "York"]).unwrap());
    all.push(Recognizer::regexes("SEVERAL", [r"\d{3}", r"[a-c]{2}"]).unwrap());
    all
}

/// What the shape fits that begins at `at`, by trying every end.
fn shape_by_ends(text: &str, at: usize, shape: &Shape) -> Option<Matched> {
    let view = View::new(text);
    let wordy = |i: usize| view.at(i).is_ascii_alphanumeric();
    let marked = view.before(at) == b'#' && !(at > 1 && wordy(at - 2));
    if !wordy(at) || !(marked || may_start(view, at)) {
        return None;
    }
    let ends = (at + 1..=text.len().min(at + 80)).rev();
    let end = ends.into_iter().find(|&end| {
        let letters = view.slice(at, end).iter().any(u8::is_ascii_alphabetic);
        shape.fits(view.slice(at, end)) && stands_alone(view, end, letters)
    })?;
    Some(Matched { start: at, end, whole: end })
}

/// The words of a text with their places.
fn tokens(text: &str) -> Vec<(usize, usize, String)> {
    let mut tokens: Vec<(usize, usize, String)> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| is_word_char(*c)) {
        match tokens.last_mut() {
            Some((_, end, word)) if *end == at => {
                word.push(c);
                *end = at + c.len_utf8();
            }
            _ => tokens.push((at, at + c.len_utf8(), c.to_string())),
        }
    }
    tokens
}

/// Where `term` stands if its first word is `tokens[n]`.
fn term_by_words(
    text: &str,
    tokens: &[(usize, usize, String)],
    n: usize,
    term: &Term,
) -> Option<(usize, usize)> {
    let plain = |i: usize| Plain::of(&tokens.get(i)?.2).map(|p| p.bytes().to_vec());
    for (i, (word, signs)) in term.words.iter().enumerate() {
        let between = text.get(tokens.get(n + i)?.1..tokens.get(n + i + 1)?.0)?;
        let signs: String = signs.chars().collect();
        if plain(n + i)? != word.as_bytes()
            || signs_of(between).collect::<String>() != signs
            || between.chars().count() > 4
        {
            return None;
        }
    }
    let last = n + term.words.len();
    let word = plain(last)?;
    if word.is_empty() || !term.last.iter().any(|form| form.as_bytes() == &*word) {
        return None;
    }
    let (start, end) = (tokens.get(n)?.0, tokens.get(last)?.1);
    let whole = text.get(..start)?.ends_with(&*term.lead) && text.get(end..)?.starts_with(&*term.trail);
    whole.then_some((start - term.lead.len(), end + term.trail.len()))
}

/// What a recognizer finds, by a loop over all places.
fn naive(text: &str, recognizer: &Recognizer, part: u16, found: &mut Vec<Raw>) {
    let view = View::new(text);
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let mut row = |at: &dyn Fn(usize) -> Option<Matched>, part: u16| {
        let mut end = 0;
        for &place in &places {
            if place >= end
                && let Some(m) = at(place)
            {
                end = m.whole;
                found.push(Raw { start: m.start, end: m.end, part, weak: false });
            }
        }
    };
    match &recognizer.form {
        Form::Regex(patterns) => {
            for (n, pattern) in patterns.iter().enumerate() {
                row(&|at| pattern_at(view, at, pattern), part + n as u16);
            }
        }
        Form::Template { shapes, .. } => {
            shapes.iter().for_each(|shape| row(&|at| shape_by_ends(text, at, shape), part));
        }
        Form::Words(words) => {
            words.patterns().iter().for_each(|pattern| row(&|at| pattern_at(view, at, pattern), part));
            let tokens = tokens(text);
            let mut end = 0;
            for n in 0..tokens.len() {
                let places = words.terms().iter().filter_map(|term| term_by_words(text, &tokens, n, term));
                let longest = places.max_by_key(|(start, end)| (end - start, core::cmp::Reverse(*start)));
                if let Some((start, to)) = longest.filter(|(start, _)| *start >= end) {
                    end = to;
                    found.push(Raw { start, end, part, weak: false });
                }
            }
        }
        Form::Callback => {}
    }
}

fn tidy(mut found: Vec<Raw>) -> Vec<Raw> {
    found.sort_unstable();
    found.dedup();
    found
}

fn rounds() -> usize {
    if std::env::var_os("WIMPLE_FULL").is_some() { 40_000 } else { 3_000 }
}

#[test]
fn the_plan_finds_what_each_recognizer_finds_alone() {
    let all = recognizers();
    let plan = Plan::new(&all, &[]).unwrap();
    let alone: Vec<Plan> = all.iter().map(|r| Plan::new(core::slice::from_ref(r), &[]).unwrap()).collect();
    let mut total = 0;
    for text in texts(rounds()) {
        let together = plan.matches(View::new(&text));
        total += together.len();
        let (mut one_by_one, mut by_loop, mut first) = (Vec::new(), Vec::new(), 0);
        for (recognizer, plan) in all.iter().zip(&alone) {
            let own = plan.matches(View::new(&text)).into_iter();
            one_by_one.extend(own.map(|raw| Raw { part: raw.part + first, ..raw }));
            naive(&text, recognizer, first, &mut by_loop);
            first += plan.parts.len() as u16;
        }
        assert_eq!(together, tidy(one_by_one), "{text:?}");
        assert_eq!(together, tidy(by_loop), "{text:?}");
    }
    assert!(total > rounds() * 8, "{total}");
}

#[test]
fn every_pattern_shape_and_term_is_found_by_some_text() {
    let plan = Plan::new(&recognizers(), &[]).unwrap();
    let mut seen = vec![0; plan.parts.len()];
    for text in texts(rounds()) {
        plan.matches(View::new(&text)).iter().for_each(|raw| seen[usize::from(raw.part)] += 1);
    }
    let unseen = (0..seen.len()).filter(|n| seen[*n] == 0).map(|n| PATTERNS.get(n).unwrap_or(&"no pattern"));
    assert_eq!(unseen.collect::<Vec<_>>(), [&""; 0]);
}

#[test]
fn more_patterns_than_one_table_holds_are_one_plan() {
    let pattern = |n: usize| format!(r"Q{n:03}-\d+");
    let all = Recognizer::regexes("MANY", (0..200).map(pattern)).unwrap();
    let plan = Plan::new(&[all], &[]).unwrap();
    assert_eq!(plan.gates.len(), 7);
    for n in 0..200 {
        let text = format!("see Q{n:03}-77 now");
        let found = plan.matches(View::new(&text));
        assert_eq!(found, [Raw { start: 4, end: 11, part: n as u16, weak: false }]);
        assert_eq!(plan.parts[n].name.name(), format!("regex:MANY#{}", n + 1));
    }
}

#[test]
fn long_texts_and_long_runs_are_read_to_their_end() {
    let plan = Plan::new(&recognizers(), &[]).unwrap();
    for filler in ["a", "é", "京", "7", " ", "-", "\u{301}", "あurora"] {
        let text = format!("{} Aurora CT-123456", filler.repeat(3000));
        let found = plan.matches(View::new(&text));
        for tail in ["Aurora", "CT-123456"] {
            assert!(found.iter().any(|raw| text.get(raw.start..raw.end) == Some(tail)), "{filler} {tail}");
        }
    }
}

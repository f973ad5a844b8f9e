//! A plain stand-in for the scanner, so that each entry's own tests can call its parsers where the scanner would.
use crate::catalog::chain::Chain;
use crate::catalog::entry::{Anchor, Entry, Found, Probe};
use crate::finding::Verdict;
use crate::text::view::View;
use crate::text::words::{is_any, is_letter};
use proptest::prelude::*;

/// Calls an entry's parsers for each anchor of one kind in a text.
pub(crate) type Scan = fn(&Entry, &str) -> Vec<Found>;

fn runs(text: &str, part: impl Fn(u8) -> bool) -> Vec<(usize, usize)> {
    let mut all = Vec::new();
    let mut start = None;
    for (i, b) in text.bytes().chain([b' ']).enumerate() {
        match (part(b), start) {
            (true, None) => start = Some(i),
            (false, Some(s)) => {
                all.push((s, i));
                start = None;
            }
            _ => {}
        }
    }
    all
}

fn probe(text: &str, at: usize, end: usize) -> Probe<'_> {
    Probe { view: View::new(text), at, end, hints: Default::default() }
}

/// Chains of digits joined by single signs, seven bytes or longer.
fn chains(text: &str) -> Vec<(usize, usize)> {
    let bytes = text.as_bytes();
    let digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    let (mut all, mut i) = (Vec::new(), 0);
    while i < bytes.len() {
        let start = i;
        while digit(i)
            || i > start && matches!(bytes[i], b' ' | b'-' | b'.' | b'/') && digit(i - 1) && digit(i + 1)
        {
            i += 1;
            if i == bytes.len() {
                break;
            }
        }
        if i - start >= 7 {
            all.push((start, i));
        }
        i = i.max(start + 1);
    }
    all
}

/// Runs of 16 and more letters and digits.
pub(crate) fn tokens(entry: &Entry, text: &str) -> Vec<Found> {
    let mut all = Vec::new();
    for (at, end) in runs(text, |b| b.is_ascii_alphanumeric()).into_iter().filter(|(s, e)| e - s >= 16) {
        for (anchor, parser) in entry.anchors {
            let asked = match anchor {
                Anchor::Token => true,
                Anchor::Begins(begins) => {
                    begins.iter().any(|b| text.as_bytes()[at..end].starts_with(b.as_bytes()))
                }
                _ => false,
            };
            all.extend(asked.then(|| parser(&probe(text, at, end))).flatten());
        }
    }
    all
}

/// Tokens, cue words, chains of digits and the signs `@` and `:`; the same place found twice counts once.
pub(crate) fn everything(entry: &Entry, text: &str) -> Vec<Found> {
    let mut all = tokens(entry, text);
    all.extend(cues(entry, text));
    all.sort_by_key(|f| (f.start, f.end));
    all.dedup_by_key(|f| (f.start, f.end));
    all
}

/// Cue words, chains of digits, masked ends and the signs `@` and `:`; the same place found behind two cues counts once.
pub(crate) fn cues(entry: &Entry, text: &str) -> Vec<Found> {
    let mut all = Vec::new();
    for (at, end) in runs(text, is_letter) {
        for (anchor, parser) in entry.anchors {
            // What holds others is not looked for inside itself.
            let inside = entry.holds_others && all.iter().any(|f: &Found| f.start <= at && at < f.end);
            if let Anchor::Cue(words) = anchor
                && is_any(&text.as_bytes()[at..end], words)
                && !inside
            {
                all.extend(parser(&probe(text, at, end)));
            }
        }
    }
    for (at, sign) in text.match_indices(['@', ':']) {
        for (anchor, parser) in entry.anchors {
            if matches!((anchor, sign), (Anchor::At, "@") | (Anchor::Colon, ":")) {
                all.extend(parser(&probe(text, at, at + 1)));
            }
        }
    }
    for (at, end) in runs(text, |b| b.is_ascii_digit()) {
        let behind = text.get(..at).unwrap().trim_end_matches([' ', '-']).ends_with('*');
        for (anchor, parser) in entry.anchors {
            if matches!(anchor, Anchor::Masked) && end - at == 4 && behind {
                all.extend(parser(&probe(text, at, end)));
            }
        }
    }
    for (at, end) in chains(text) {
        for (anchor, parser) in entry.anchors {
            let starts = (at..end).filter(|&i| i == at || text.as_bytes()[i - 1] == b' ');
            let asked = |i: &usize| {
                let (chain, view) = (Chain::read(View::new(text), *i, end), View::new(text));
                match anchor {
                    Anchor::Dialled => chain.is_dialled(view),
                    Anchor::Dotted => matches!(chain.decimals(view), 1..=3),
                    Anchor::Decimal => chain.decimals(view) > 3,
                    Anchor::Dated => chain.is_dated(),
                    Anchor::Equated => view.at(end) == b'=',
                    _ => false,
                }
            };
            all.extend(starts.filter(asked).filter_map(|i| parser(&probe(text, i, end))));
        }
    }
    all.sort_by_key(|f| (f.start, f.end));
    all.dedup_by_key(|f| (f.start, f.end));
    all
}

/// Every example is found where it says, nothing is found in the others, and no text breaks a parser.
pub(crate) fn conforms(entry: &'static Entry, scan: Scan) {
    assert!(entry.finds.len() >= 3 && entry.skips.len() >= 3 && !entry.sources.is_empty(), "{}", entry.id);
    for example in entry.finds {
        finds(entry, scan, example);
    }
    for (text, reason) in entry.skips {
        skips(entry, scan, text, reason);
    }
    never_breaks(entry, scan);
}

/// The value between `<<` and `>>`, or the whole text, is what is found.
pub(crate) fn finds(entry: &Entry, scan: Scan, example: &str) {
    let text = example.replace("<<", "").replace(">>", "");
    let found = scan(entry, &text);
    let found: Vec<&str> =
        found.iter().filter(|f| weight(entry, f) >= 50).map(|f| text.get(f.start..f.end).unwrap()).collect();
    let wanted = match (example.find("<<"), example.find(">>")) {
        (Some(a), Some(b)) => example.get(a + 2..b).unwrap(),
        _ => example,
    };
    assert_eq!(found, [wanted], "{}: {example}", entry.id);
}

/// Nothing is found, or too little is said for it.
pub(crate) fn skips(entry: &Entry, scan: Scan, text: &str, reason: &str) {
    let found = scan(entry, text);
    let found: Vec<&str> =
        found.iter().filter(|f| weight(entry, f) >= 50).map(|f| text.get(f.start..f.end).unwrap()).collect();
    assert!(found.is_empty(), "{}: {text}: {found:?} though {reason}", entry.id);
}

fn weight(entry: &Entry, found: &Found) -> u8 {
    // What is weak, or fails its check, needs words that a parser does not read.
    let unsure = found.weak || found.verdict == Verdict::Invalid && !found.cued;
    if unsure { 0 } else { found.score.unwrap_or(entry.score) }
}

/// Cuts and joins the entry's own examples with odd characters: no text makes a parser panic or point outside it.
pub(crate) fn never_breaks(entry: &'static Entry, scan: Scan) {
    let words: Vec<&'static str> = entry
        .anchors
        .iter()
        .flat_map(|(a, _)| if let Anchor::Cue(w) = a { *w } else { &[] })
        .copied()
        .collect();
    let texts: Vec<&'static str> = entry.finds.iter().copied().chain(words).collect();
    let piece = prop_oneof![
        (prop::sample::select(texts), any::<prop::sample::Index>(), any::<bool>()).prop_map(
            |(text, cut, head)| {
                let cut = cut.index(text.len() + 1);
                let at = (0..=cut).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0);
                let (left, right) = text.split_at(at);
                if head { left.to_owned() } else { right.to_owned() }
            }
        ),
        "[0-9]{1,6}",
        "\\PC{0,4}",
        prop::sample::select(vec![
            " ", ":", " is ", "=", "\n", "/", "-", "’", "é", "\u{a0}", "@", "://", "(", "\"", "eyJ"
        ])
        .prop_map(str::to_owned),
    ];
    let pieces = prop::collection::vec(piece, 0..9).prop_map(|p| p.concat());
    let mut runner = prop::test_runner::TestRunner::new(ProptestConfig::with_cases(400));
    let law = |text: String| {
        for f in scan(entry, &text) {
            prop_assert!(
                f.start < f.end && text.get(f.start..f.end).is_some(),
                "{}..{} of {text:?}",
                f.start,
                f.end
            );
        }
        Ok(())
    };
    runner.run(&pieces, law).unwrap();
}

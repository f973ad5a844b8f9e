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

/// Every table of keys.
fn tables() -> [(&'static str, &'static super::keys::Keys); 9] {
    [
        ("GITHUB_TOKEN", &super::github_token::KEYS),
        ("STRIPE_KEY", &super::stripe_key::KEYS),
        ("SLACK_TOKEN", &super::slack_token::KEYS),
        ("LLM_API_KEY", &super::llm_api_key::KEYS),
        ("HELPDESK_TOKEN", &super::helpdesk_token::KEYS),
        ("CLOUD_API_KEY", &super::cloud_api_key::KEYS),
        ("DEVELOPER_TOKEN", &super::developer_token::KEYS),
        ("PAYMENT_API_KEY", &super::payment_api_key::KEYS),
        ("MESSAGING_TOKEN", &super::messaging_token::KEYS),
    ]
}

#[test]
fn every_row_has_a_provider_and_there_are_many() {
    let rows = tables().into_iter().flat_map(|(_, keys)| keys.rows);
    let mut providers: Vec<&str> = rows.map(|key| key.provider).collect();
    assert!(providers.iter().all(|provider| !provider.is_empty()));
    providers.sort_unstable();
    providers.dedup();
    assert!(providers.len() >= 130, "{}: {providers:?}", providers.len());
}

/// Keys made of each row's own alphabet and length are found in text of every kind, whole, and as what they are.
#[test]
fn made_keys_are_found_in_text_of_every_kind() {
    let (mut wrong, mut made) = (Vec::new(), 0);
    let mut state = 0x9E37_79B9_7F4A_7C15u64;
    for (id, keys) in tables() {
        for key in keys.rows {
            for _ in 0..2 {
                let Some(value) = key.made(&mut state) else { continue };
                made += 1;
                for text in [
                    format!("yesterday {value} was posted by mistake"),
                    format!("credential: {value}"),
                    format!("({value})"),
                    format!("see \"{value}\", then"),
                    format!("密 {value} 钥"),
                    format!("{value} {value}"),
                    format!("credential:\n{value}\nthanks"),
                ] {
                    let found = crate::analyze(text.as_str()).unwrap();
                    let whole = |f: &&crate::Finding| {
                        f.entity_type().name() == id && text.get(f.span().range()) == Some(value.as_str())
                    };
                    if !found.iter().any(|f| whole(&f)) {
                        let names: Vec<_> = found.iter().map(|f| f.entity_type().name()).collect();
                        wrong.push(format!("{id} {}: {text:?} gives {names:?}", key.provider));
                    }
                }
                let inside = format!("a{value}");
                let found = crate::analyze(inside.as_str()).unwrap();
                if found.iter().any(|f| f.entity_type().name() == id && f.span().start() == 1) {
                    wrong.push(format!("{id} {}: found inside {inside:?}", key.provider));
                }
            }
        }
    }
    assert!(made > 250, "{made} keys made");
    assert!(wrong.is_empty(), "{} of {made}:\n{}", wrong.len(), wrong.join("\n"));
}

/// docs/secrets.md tells whose keys are known, by the tables; `WIMPLE_BLESS=1` writes it anew.
#[test]
fn the_page_of_prefixes_is_that_of_the_tables() {
    use std::fmt::Write as _;
    let mut rows: Vec<(String, &str, Vec<&str>)> = Vec::new();
    for (id, keys) in tables() {
        for key in keys.rows {
            let name = key.provider.to_owned();
            match rows.iter_mut().find(|row| row.0 == name && row.1 == id) {
                Some(row) if !row.2.contains(&key.prefix) => row.2.push(key.prefix),
                Some(_) => {}
                None => rows.push((name, id, vec![key.prefix])),
            }
        }
    }
    rows.sort_by_key(|row| row.0.to_lowercase());
    let mut page = String::from(
        "# Keys known by their prefix\n\nGenerated from the tables in `core/src/catalog/secret/`: \
         `WIMPLE_BLESS=1 cargo test -p wimple --lib the_page_of_prefixes` writes it anew. Keys without a prefix \
         (passwords, cookies, private keys, Telegram, Discord, …) are in [entities.md](entities.md).\n\n\
         Prefixes and lengths are as the issuers' keys are known to look. Where a type's sources in entities.md name no document \
         of an issuer, none was opened for it. Keys whose issuer puts a checksum into them (GitHub, npm, Grafana, GitLab's \
         routable tokens, age) are checked by it.\n\n\
         | Issuer | Type | Prefixes |\n|---|---|---|\n",
    );
    for (provider, id, prefixes) in rows {
        writeln!(page, "| {provider} | `{id}` | `{}` |", prefixes.join("`, `")).unwrap();
    }
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/secrets.md");
    if std::env::var_os("WIMPLE_BLESS").is_some() {
        return std::fs::write(file, page).unwrap();
    }
    assert_eq!(std::fs::read_to_string(file).unwrap_or_default().replace("\r\n", "\n"), page);
}

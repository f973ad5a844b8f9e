//! What is made of tokens on the way, as written down in `tests/data/mutations.tsv`: each row is restored at the tolerance
//! that promises it, and nothing is ever restored to something else.
use wimple::{Operator, Tolerance};

use super::{engine, keyset, redacted, with_vault};

const CORPUS: &str = include_str!("../../data/mutations.tsv");

const LEVELS: [(&str, Tolerance); 3] =
    [("exact", Tolerance::Exact), ("tolerant", Tolerance::Tolerant), ("loose", Tolerance::Loose)];

/// With the token, its spellings and halves, and the code points between `⟦` and `⟧` written out.
fn plain(written: &str, token: &str) -> String {
    let (head, tail) = token.split_at(token.len() / 2);
    let spellings = [
        ("{token}", token.to_owned()),
        ("{TOKEN}", token.to_uppercase()),
        ("{head}", head.to_owned()),
        ("{tail}", tail.to_owned()),
        ("{HEAD}", head.to_uppercase()),
        ("{TAIL}", tail.to_uppercase()),
        ("{md}", token.replace('_', "\\_")),
        ("{json}", token.replace('_', "\\u005f")),
        ("{html}", token.replace('_', "&#95;")),
    ];
    let mut text = written.to_owned();
    for (name, spelling) in spellings {
        text = text.replace(name, &spelling);
    }
    while let Some((before, code)) = text.split_once('⟦') {
        let (code, after) = code.split_once('⟧').expect("closed");
        let sign = u32::from_str_radix(code, 16).ok().and_then(char::from_u32).expect("a code point");
        text = format!("{before}{sign}{after}");
    }
    text
}

#[test]
fn tokens_are_restored_where_it_is_promised_and_nowhere_wrong() {
    let keys = keyset();
    let rows: Vec<Vec<&str>> = CORPUS
        .lines()
        .filter(|line| line.starts_with("token\t"))
        .map(|line| line.split('\t').collect())
        .collect();
    assert!(rows.len() > 60);
    for engine in [
        engine(Operator::tokenize(), &keys),
        engine(Operator::encrypt(), &keys),
        with_vault(Operator::tokenize(), &keys).0,
    ] {
        let mut broken = Vec::new();
        let token = redacted(&engine, "bo@example.com");
        for row in &rows {
            let from = LEVELS.iter().position(|(name, _)| *name == row[1]).unwrap_or(LEVELS.len());
            let written = plain(row[2], &token);
            let restored = row.get(3).map_or(written.clone(), |restored| plain(restored, &token));
            for (level, (name, tolerance)) in LEVELS.into_iter().enumerate() {
                let outcome = engine.restore_with(&written, tolerance).unwrap();
                let expected = if level >= from { &restored } else { &written };
                let normalized = outcome.report().normalized() > 0;
                if outcome.text() != expected
                    || normalized != (level >= from && (1..LEVELS.len()).contains(&from))
                {
                    broken.push(format!(
                        "{name}: {written} became {} {:?}",
                        outcome.text(),
                        outcome.report()
                    ));
                }
            }
        }
        assert!(broken.is_empty(), "{} broken:\n{}", broken.len(), broken.join("\n"));
    }
}

//! Tokens in every surrounding and spelling; texts that only read like them.
use super::*;
use crate::token::codec::Start;
use proptest::prelude::*;

fn token(kind: TokenKind, entity: &str, fill: u8, value: usize) -> String {
    let body = match kind {
        TokenKind::Vault => 12,
        TokenKind::Hash => 16,
        TokenKind::Deterministic => 16 + value,
        TokenKind::Random => 28 + value,
    };
    let data: Vec<u8> =
        (0..5 + body + 5).map(|n| if n == 0 { 0x10 } else { fill.wrapping_mul(n as u8 | 1) }).collect();
    let mut out = String::new();
    Start::new(kind, entity).unwrap().write(&data, &mut out).unwrap();
    out
}

fn any_token() -> impl Strategy<Value = String> {
    use TokenKind::{Deterministic, Hash, Random, Vault};
    let names = ["US_SSN", "EMAIL_ADDRESS", "PERSON", "TAX1_ID", "B1", "X1QQ_REFERENCE_NUMBER_OF_PARTY"];
    (
        prop::sample::select(vec![Vault, Hash, Deterministic, Random]),
        prop::sample::select(names.to_vec()),
        any::<u8>(),
        1usize..60,
    )
        .prop_map(|(kind, name, fill, value)| token(kind, name, fill, value))
}

fn tokens(text: &str) -> Vec<(&str, bool)> {
    find(text).filter(|f| f.token.is_some()).map(|f| (&text[f.span], f.to_the_letter)).collect()
}

proptest! {
    /// Whatever stands before and after it, and be it glued to it, a token is found to the letter.
    #[test]
    fn found_in_any_surroundings(
        one in any_token(), two in any_token(),
        before in "(\\PC{0,9}|[a-z0-9_]{0,9}|wim[vdhe]_[a-z]{0,3}1?)", between in "(\\PC{0,9}|[a-z0-9]{0,9})", after in "(\\PC{0,9}|[a-z0-9]{0,9})"
    ) {
        let text = format!("{before}{one}{between}{two}{after}");
        let found = tokens(&text);
        prop_assert_eq!(found, vec![(one.as_str(), true), (two.as_str(), true)], "{}", text);
    }

    /// As people, programs and language models leave it: found, and known to be no more to the letter.
    #[test]
    fn found_however_it_is_spelled(token in any_token(), how in 0usize..14) {
        let name_end = token.rfind('1').unwrap();
        let (name, data) = token.split_at(name_end);
        let middle = data.len() / 2;
        let inside = |what: &str| format!("{name}{}{what}{}", &data[..middle], &data[middle..]);
        let spelled = match how {
            0 => token.to_uppercase(),
            1 => token.replace('_', "\\_"),
            2 => token.replace('_', " "),
            3 => token.replace('_', "-"),
            4 => token.replace('_', "\u{A0}"),
            5 => token.replace('_', "\\u005f"),
            6 => token.replace('_', "&#95;"),
            7 => inside("\u{200B}"),
            8 => inside("\u{AD}"),
            9 => inside("=\r\n"),
            10 => inside("<wbr>"),
            11 => inside("\r\n"),
            12 => inside("\n"),
            _ => token.replacen('_', "&lowbar;", 1),
        };
        for text in [spelled.clone(), format!("see _{spelled}_, ok"), format!("**{spelled}**'s")] {
            let found = tokens(&text);
            prop_assert_eq!(found, vec![(spelled.as_str(), false)], "{}", text);
        }
    }

    /// Any text is taken, and places are in order and apart.
    #[test]
    fn takes_any_text(pieces in prop::collection::vec(prop::sample::select(vec!["wim", "wimd_", "WIMV-", "email", "_", "1", "q", "s", "qqqqqqqqqqqqqqqqqq", "\u{200B}", "=\n", "\n", " ", "\\", "&#95;", "é", "i"]), 0..40)) {
        let text = pieces.concat();
        let mut done = 0;
        for found in find(&text) {
            prop_assert!(found.span.start >= done && found.span.end > found.span.start);
            prop_assert!(text.get(found.span.clone()).is_some() && found.token.is_none());
            done = found.span.end;
        }
    }

    /// The search for beginnings is the obvious one.
    #[test]
    fn finds_every_beginning(text in "[wimWIM d]{0,200}", from in 0usize..200) {
        let from = from.min(text.len());
        let naive = text.to_lowercase()[from..].find("wim").map(|at| from + at);
        prop_assert_eq!(next_wim(text.as_bytes(), from), naive);
    }
}

#[test]
fn damage_is_seen_where_a_token_would_stand() {
    let whole = token(TokenKind::Deterministic, "EMAIL_ADDRESS", 7, 20);
    let state = |text: &str| find(text).map(|f| f.token.is_some()).collect::<Vec<_>>();
    let mut swapped = whole.clone();
    let last = swapped.pop().unwrap();
    swapped.push(if last == 'q' { 'p' } else { 'q' });
    assert_eq!(state(&whole), [true]);
    assert_eq!(state(&swapped), [false]);
    assert_eq!(state(&whole[..whole.len() - 5]), [false]);
    assert_eq!(state(&format!("{swapped} {whole}")), [false, true]);
    for text in [
        "wimd_email_address1",
        "wimd_email_address1qqq",
        "wimd email address 1",
        "wimp",
        "wimbledon, swimming",
        "wimd_1qqqqqqqqqqqqqqqqqqqq",
        "",
    ] {
        assert!(state(text).is_empty(), "{text}");
    }
    assert!(state(&format!("x{swapped}")).is_empty(), "a word that holds it by chance");
}

/// Twice the text is not four times the work: beginnings that lead nowhere, over and over.
#[test]
fn hostile_texts_are_read_in_linear_time() {
    for piece in [
        "wimd_",
        "wim",
        "wimd_x1",
        "wimd_x1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq",
        "wimd_x1\u{200B}",
        "wimd x1q ",
        "\u{200B}_",
        "wimd_x1q\n",
    ] {
        let text = piece.repeat(300_000 / piece.len());
        assert_eq!(tokens(&text), [], "{piece}");
    }
}

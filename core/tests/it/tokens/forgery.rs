//! What nobody without the key can do: hide data in something that reads like a token, or make one that is taken for ours.
//!
//! `WIMPLE_FULL` tries all that the specification asks for.
use wimple::{Engine, Operator, TokenState};

use super::{engine, keyset, redacted, with_vault};

fn full() -> bool {
    std::env::var_os("WIMPLE_FULL").is_some()
}

struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % n
    }
}

/// Tokens of every kind, with their engine.
fn tokens() -> Vec<(Engine, String)> {
    let keys = keyset();
    let engines = [
        engine(Operator::tokenize(), &keys),
        engine(Operator::encrypt(), &keys),
        engine(Operator::hash(), &keys),
        with_vault(Operator::tokenize(), &keys).0,
    ];
    let values = ["bo@example.com", "4111 1111 1111 1111", "192.0.2.7"];
    let token = |engine: &Engine, value: &str| (engine.clone(), redacted(engine, value));
    engines.iter().flat_map(|engine| values.map(|value| token(engine, value))).collect()
}

const LETTERS: &[u8; 36] = b"abcdefghijklmnopqrstuvwxyz0123456789";

/// One character is another: the token is damaged, or reads like none; it is never ours.
#[test]
fn one_wrong_character_is_never_accepted() {
    let tokens = tokens();
    let (mut tried, mut dice) = (0, Dice(0x9E37_79B9_7F4A_7C15));
    let most = if full() { 100_000 } else { 4_000 };
    while tried < most {
        let (engine, token) = &tokens[dice.below(tokens.len())];
        let at = dice.below(token.len());
        let mut other = token.clone().into_bytes();
        other[at] = LETTERS[dice.below(LETTERS.len())];
        let other = String::from_utf8(other).unwrap();
        if other == *token {
            continue;
        }
        tried += 1;
        assert!(engine.tokens(&other).iter().all(|t| t.state() == TokenState::Damaged), "{token}\n{other}");
        assert_eq!(engine.restore(&other).unwrap().report().restored(), 0);
    }
}

/// Characters lost, doubled, swapped with their neighbour, and tokens cut off anywhere: nothing is taken for ours.
#[test]
fn slips_of_the_pen_are_never_accepted() {
    for (engine, token) in tokens() {
        let ours = |text: &str| engine.tokens(text).iter().any(|t| t.state() == TokenState::Own);
        for at in 0..token.len() {
            let (left, right) = token.split_at(at);
            let lost = format!("{left}{}", &right[1..]);
            let doubled = format!("{left}{}{right}", &right[..1]);
            // A first or last letter written twice is a token with a letter beside it; so is one of two alike at its end.
            let beside = at == 0 || right.bytes().all(|b| b == right.as_bytes()[0]);
            assert!(!ours(&lost) && (!ours(&doubled) || beside), "{token} {at}");
            assert!(!ours(left));
            let mut swapped = token.clone().into_bytes();
            if at + 1 < token.len() && swapped[at] != swapped[at + 1] {
                swapped.swap(at, at + 1);
                assert!(!ours(std::str::from_utf8(&swapped).unwrap()), "{token} {at}");
            }
        }
    }
}

/// The checksum is public. Whoever writes it right still has no tag: of tokens with a known key and random bodies and
/// tags none is taken for ours.
#[test]
fn forged_tokens_are_never_accepted() {
    use bech32::{Bech32m, Hrp};
    let count = if full() { 1_000_000 } else { 5_000 };
    let keys = keyset();
    let engine = engine(Operator::tokenize(), &keys);
    let ours = redacted(&engine, "bo@example.com");
    let (_, data) = bech32::decode(&ours).unwrap();
    let hrp = Hrp::parse("wimd_email_address").unwrap();
    let mut dice = Dice(0xDEAD_BEEF_0BAD_CAFE);
    for n in 0..count {
        let mut forged = data.clone();
        // Half of them keep the body and guess the tag, half keep the tag and change the body.
        let range = if n % 2 == 0 { forged.len() - 5..forged.len() } else { 5..forged.len() - 5 };
        for byte in &mut forged[range] {
            *byte = dice.below(256) as u8;
        }
        if forged == data {
            continue;
        }
        let text = bech32::encode::<Bech32m>(hrp, &forged).unwrap();
        let found = engine.tokens(&text);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].state(), TokenState::Forged);
        if n % 100 == 0 {
            let restored = engine.restore(&text).unwrap();
            assert_eq!((restored.text(), restored.report().forged()), (text.as_str(), 1));
        }
    }
}

/// A body, tag or name taken from one token and put into another is forged.
#[test]
fn parts_of_tokens_make_no_token() {
    use bech32::{Bech32m, Hrp};
    let keys = keyset();
    let engine = engine(Operator::tokenize(), &keys);
    let (one, two) = (redacted(&engine, "bo@example.com"), redacted(&engine, "al@example.com"));
    let state = |hrp: &str, data: &[u8]| {
        let text = bech32::encode::<Bech32m>(Hrp::parse(hrp).unwrap(), data).unwrap();
        engine.tokens(&text)[0].state()
    };
    let (_, a) = bech32::decode(&one).unwrap();
    let (_, b) = bech32::decode(&two).unwrap();
    let end = a.len() - 5;
    assert_eq!(state("wimd_email_address", &a), TokenState::Own);
    assert_eq!(state("wimd_email_address", &[&a[..end], &b[end..]].concat()), TokenState::Forged);
    assert_eq!(state("wimd_phone_number", &a), TokenState::Forged);
    assert_eq!(state("wime_email_address", &a), TokenState::Forged);
    let mut bound = a.clone();
    bound[0] |= 4;
    assert_eq!(state("wimd_email_address", &bound), TokenState::Forged);
    let mut key = a.clone();
    key[2] ^= 1;
    assert_eq!(state("wimd_email_address", &key), TokenState::UnknownKey);
}

/// Data in something that reads like a token is found, whatever it reads like, unless the tag verifies.
#[test]
fn nothing_hides_in_what_reads_like_a_token() {
    use bech32::{Bech32m, Hrp};
    let keys = keyset();
    let engine = engine(Operator::label(), &keys);
    let tokens = super::engine(Operator::tokenize(), &keys);
    let ours = redacted(&tokens, "bo@example.com");
    let (_, data) = bech32::decode(&ours).unwrap();
    let mut foreign = data.clone();
    foreign[1] ^= 1;
    let mut forged = data.clone();
    forged[9] ^= 1;
    let write =
        |data: &[u8]| bech32::encode::<Bech32m>(Hrp::parse("wimd_email_address").unwrap(), data).unwrap();
    let values = ["al@example.com", "4111 1111 1111 1111", "+1 650 253 0000"];
    for wrapper in [
        &ours,
        &write(&foreign),
        &write(&forged),
        "wimd_email_address1",
        "wimd_email_address1qqqqqqqqqqqqqqqqqqqqqqqqq",
    ] {
        for value in values {
            for text in [
                format!("{wrapper} {value}"),
                format!("{value} {wrapper}"),
                format!("{wrapper}, {value}; {wrapper}"),
            ] {
                let out = redacted(&engine, &text);
                assert!(!out.contains(value), "{text}\n{out}");
                assert_eq!(out.contains(&ours), text.contains(&ours), "{out}");
            }
        }
    }
    // Whatever reads like one and is none changes nothing.
    let plain = Engine::new();
    for text in [
        "wimd_4111111111111111_1qqqqqqqqqqqqqqqqqq",
        "wimd_x1 4111111111111111 qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq",
        "wimd_credit_card1qqqqqqqqqqqqqqqqqqqqqqqq:4111111111111111",
        "wimd_email_address1qqqqqqqqqqqqqqqq@example.com",
    ] {
        assert_eq!(redacted(&engine, text), redacted(&plain, text));
    }
}

//! A size goes in; messages come out, the same ones every time.
use crate::random::Random;
use crate::templates::{CLEAN, DENSE};
use crate::values::value;

const SEED: u64 = 0x57_49_4D_50_4C_45;

/// At least `bytes` of support messages of about 110 bytes, full of order and tracking numbers, dates, prices and
/// versions. One message in 50 holds personal data.
///
/// ```
/// let messages = wimple_benches::clean(10_000);
/// assert!(messages.iter().map(String::len).sum::<usize>() >= 10_000);
/// ```
pub fn clean(bytes: usize) -> Vec<String> {
    fill(bytes, |number, r| {
        let templates = if number % 50 == 49 { DENSE } else { CLEAN };
        let mut message = render(r.pick(templates), r);
        if r.chance(25) {
            message.push(' ');
            message.push_str(&render(r.pick(CLEAN), r));
        }
        message
    })
}

/// At least `bytes` of messages with one to three personal values each, of all the built-in kinds.
pub fn dense(bytes: usize) -> Vec<String> {
    fill(bytes, |_, r| render(r.pick(DENSE), r))
}

/// `count` messages of about 90 bytes, personal data in 15 of 100.
pub fn short(count: usize) -> Vec<String> {
    let mut random = Random::new(SEED);
    let r = &mut random;
    (0..count)
        .map(|_| if r.chance(15) { render(r.pick(DENSE), r) } else { render(r.pick(CLEAN), r) })
        .collect()
}

fn fill(bytes: usize, mut message: impl FnMut(usize, &mut Random) -> String) -> Vec<String> {
    let mut random = Random::new(SEED);
    let (mut messages, mut size) = (Vec::new(), 0);
    while size < bytes {
        let text = message(messages.len(), &mut random);
        size += text.len();
        messages.push(text);
    }
    messages
}

fn render(template: &str, r: &mut Random) -> String {
    let mut text = String::with_capacity(160);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (slot, tail) = after.split_once('}').expect("a slot ends");
        text.push_str(before);
        text.push_str(&value(slot, r));
        rest = tail;
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_renders_without_a_brace_left() {
        let r = &mut Random::new(3);
        for template in CLEAN.iter().chain(DENSE) {
            for _ in 0..50 {
                assert!(!render(template, r).contains(['{', '}']));
            }
        }
    }

    #[test]
    fn corpora_repeat_and_keep_their_measures() {
        assert_eq!(clean(100_000), clean(100_000));
        assert_eq!(dense(100_000), dense(100_000));
        let mean = |messages: Vec<String>| messages.iter().map(String::len).sum::<usize>() / messages.len();
        assert!((95..=125).contains(&mean(clean(200_000))), "{}", mean(clean(200_000)));
        assert!((75..=105).contains(&mean(short(2_000))), "{}", mean(short(2_000)));
    }

    #[test]
    fn a_longer_corpus_begins_with_the_shorter_one() {
        let (small, large) = (clean(10_000), clean(50_000));
        assert_eq!(small[..], large[..small.len()]);
    }
}

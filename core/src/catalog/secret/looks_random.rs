//! Whether a value was drawn by a machine: what tells a key from a word, a name of a setting, a date or a number.
//!
//! Comes in: the bytes of a value. Goes out: yes or no. Whole numbers only, so that every machine says the same.
use crate::text::words::fold;

/// Fewer characters are a password at best.
const SHORTEST: usize = 16;

/// Whether the characters of `value` are spread as chance spreads them, and its letters make no words.
///
/// The measure is the collision entropy, `N² / Σ n²` for characters that come `n` times among `N`: at least 3.3 bits a
/// character, 2.8 where only hexadecimal digits stand there. A row of words has about as much from some twenty characters
/// on, so of its letters no more than three in five may be spoken. What is a word and a number is none.
pub(super) fn looks_random(value: &[u8]) -> bool {
    let length = value.len();
    let digits = value.iter().filter(|b| b.is_ascii_digit()).count();
    let letters = value.iter().filter(|b| b.is_ascii_alphabetic()).count();
    let small = value.iter().any(u8::is_ascii_lowercase);
    let capital = value.iter().any(u8::is_ascii_uppercase);
    let mixed = digits >= 2 || digits == 1 && small && capital;
    if length < SHORTEST || letters < 4 || !mixed {
        return false;
    }
    let mut counts = [0u16; 128];
    for b in value {
        match counts.get_mut(usize::from(*b)) {
            Some(count) => *count += 1,
            None => return false,
        }
    }
    let repeated: usize = counts.iter().map(|n| usize::from(*n) * usize::from(*n)).sum();
    // Six letters make hardly a word.
    let hexadecimal = is_hexadecimal(value);
    let spread = if hexadecimal { 7 } else { 10 };
    repeated * spread <= length * length
        && (hexadecimal || spoken(value) * 5 < letters * 3)
        && !ends_with_its_number(value, digits)
}

/// Letters of one case and then all digits: `sonnenblume2024`.
fn ends_with_its_number(value: &[u8], digits: usize) -> bool {
    let (word, number) = value.split_at(value.len() - digits.min(value.len()));
    let alike = word.iter().skip(1).all(u8::is_ascii_lowercase) || word.iter().all(u8::is_ascii_uppercase);
    alike && number.iter().all(u8::is_ascii_digit)
}

/// Whether only hexadecimal digits stand there.
pub(super) fn is_hexadecimal(value: &[u8]) -> bool {
    value.iter().all(u8::is_ascii_hexdigit)
}

/// How many letters stand in rows that can be spoken: four and more of small letters, or of capitals, or with a capital
/// first, with vowels enough.
fn spoken(value: &[u8]) -> usize {
    let (mut sum, mut at) = (0, 0);
    while let Some(rest) = value.get(at..).filter(|rest| !rest.is_empty()) {
        let run = word_like(rest);
        sum += if run >= 4 && is_spoken(rest.get(..run).unwrap_or_default()) { run } else { 0 };
        at += run.max(1);
    }
    sum
}

/// How many letters from the start are alike, a capital before small ones allowed.
fn word_like(rest: &[u8]) -> usize {
    let capitals = rest.iter().take_while(|b| b.is_ascii_uppercase()).count();
    let small = rest.iter().skip(capitals).take_while(|b| b.is_ascii_lowercase()).count();
    if capitals <= 1 { capitals + small } else { capitals - usize::from(small > 1) }
}

fn is_spoken(run: &[u8]) -> bool {
    let vowel = |b: &u8| matches!(fold(*b), b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    let vowels = run.iter().filter(|b| vowel(b)).count();
    vowels * 4 >= run.len() && vowels < run.len() && !run.windows(4).any(|four| !four.iter().any(vowel))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_machines_draw() {
        for value in [
            "9f8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c",
            "kJ8vQz2Lw9XtR4bN",
            "q7w3kz81mvx0c5hdtr2jn9pb",
            "ZGVtbzpwQDU1dzByZCEhOTk4Nw==",
            "s3cr-8Gh2$kP!qz9Lm#4vT",
            "A7K9-QQ2M-81ZX-PL4T-0RVB",
        ] {
            assert!(looks_random(value.as_bytes()), "{value}");
        }
    }

    #[test]
    fn what_people_write() {
        for value in [
            "",
            "short1A",
            "process.env.SECRET_KEY_2_V1",
            "projects/48211/secrets/webhook-key/versions/2",
            "2026-11-25T10:20:30.000Z",
            "correct-horse-battery-staple-2026",
            "my-application-secret-key-01",
            "customerAccountSecretName12",
            "1234567890123456",
            "aaaaaaaaaaaaaaaaaaaa1111",
            "abababababababab1212",
            "PRODUCTION_DATABASE_SECRET_01",
            "donaudampfschifffahrtsgesellschaft2024",
            "Summer2024Vacation!",
            "utf8Base64KeyMaterial2",
        ] {
            assert!(!looks_random(value.as_bytes()), "{value}");
        }
    }

    /// Of values drawn from the alphabets in use, hardly any is missed.
    #[test]
    fn made_values_are_seen() {
        let mut state = 0x9E37_79B9_7F4A_7C15u64;
        let mut below = |n: usize| {
            state = state.wrapping_mul(0x5851_F42D_4C95_7F2D).wrapping_add(0x1405_7B7E_F767_814F);
            (state >> 33) as usize % n
        };
        for (alphabet, length, least) in [
            ("0123456789abcdef", 32, 960),
            ("0123456789abcdef", 64, 990),
            ("abcdefghijklmnopqrstuvwxyz0123456789", 24, 860),
            ("abcdefghijklmnopqrstuvwxyz0123456789", 40, 920),
            ("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 20, 930),
            ("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", 40, 980),
            ("abcdefghijklmnopqrstuvwxyz0123456789!@#$%^&*(-_=+)", 50, 930),
        ] {
            let letters: Vec<u8> = alphabet.bytes().collect();
            let seen = (0..1000)
                .filter(|_| {
                    looks_random(&(0..length).map(|_| letters[below(letters.len())]).collect::<Vec<_>>())
                })
                .count();
            assert!(seen >= least, "{seen} of 1000 of {length} from {alphabet}");
        }
    }
}

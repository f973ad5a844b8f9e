//! The check digit of vehicle identification numbers (49 CFR 565.15(c)).

/// Weight of each place; the ninth is the check digit's own.
const WEIGHTS: [u32; 17] = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

/// What a character counts. I, O and Q are in no number.
fn value(c: u8) -> Option<u32> {
    Some(match c {
        b'0'..=b'9' => u32::from(c - b'0'),
        b'A'..=b'H' => u32::from(c - b'A') + 1,
        b'J'..=b'N' => u32::from(c - b'J') + 1,
        b'P' => 7,
        b'R' => 9,
        b'S'..=b'Z' => u32::from(c - b'S') + 2,
        _ => return None,
    })
}

/// Whether the ninth of seventeen characters, in capitals, is the check digit of the others. `None` where they are no
/// number at all: another length, or a character that none has.
pub(crate) fn is_valid(characters: &[u8]) -> Option<bool> {
    let mut sum = 0;
    for (&c, weight) in characters.iter().zip(WEIGHTS) {
        sum += value(c)? * weight;
    }
    let digit = match sum % 11 {
        10 => b'X',
        n => b'0' + n as u8,
    };
    (characters.len() == WEIGHTS.len()).then(|| characters.get(8) == Some(&digit))
}

#[cfg(test)]
mod tests {
    use super::is_valid;

    #[test]
    fn known_numbers() {
        // Seventeen ones, the number with which the sum is tried by hand, and the example of 49 CFR 565's explanations.
        assert_eq!(is_valid(b"11111111111111111"), Some(true));
        assert_eq!(is_valid(b"1M8GDM9AXKP042788"), Some(true));
        assert_eq!(is_valid(b"1M8GDM9A1KP042788"), Some(false));
        for none in ["", "1M8GDM9AXKP04278", "1M8GDM9AXKP0427888", "IM8GDM9AXKP042788", "1m8gdm9axkp042788"] {
            assert_eq!(is_valid(none.as_bytes()), None, "{none}");
        }
    }

    /// Eleven is a prime: a wrong digit at a place with a weight that is no multiple of it changes the rest.
    #[test]
    fn every_wrong_digit_is_caught() {
        let good = *b"1M8GDM9AXKP042788";
        for place in (0..17).filter(|place| good[*place].is_ascii_digit()) {
            for d in b'0'..=b'9' {
                let mut bad = good;
                bad[place] = d;
                assert_eq!(is_valid(&bad), Some(d == good[place]), "{place}");
            }
        }
    }
}

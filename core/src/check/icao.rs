//! Check digits of travel documents (ICAO Doc 9303, part 3): weights 7 3 1, over and over, modulo 10.

/// The check digit of digits and capitals; a capital counts 10 to 35, the filler `<` nothing. `None` for other bytes.
pub(crate) fn check_digit(characters: &[u8]) -> Option<u8> {
    let mut sum = 0;
    for (c, weight) in characters.iter().zip([7, 3, 1].into_iter().cycle()) {
        sum += weight
            * match c {
                b'0'..=b'9' => u32::from(c - b'0'),
                b'A'..=b'Z' => u32::from(c - b'A') + 10,
                b'<' => 0,
                _ => return None,
            };
    }
    Some(b'0' + (sum % 10) as u8)
}

#[cfg(test)]
mod tests {
    use super::check_digit;
    use crate::check::tests::caught;

    #[test]
    fn examples_of_the_standard() {
        // Part 3, section 4.9: a date, a document number; part 4: the specimen of Utopia.
        for (field, digit) in [("520727", b'3'), ("AB2134<<<", b'5'), ("L898902C3", b'6'), ("740812", b'2')] {
            assert_eq!(check_digit(field.as_bytes()), Some(digit), "{field}");
        }
        assert_eq!((check_digit(b""), check_digit(b"a1")), (Some(b'0'), None));
    }

    #[test]
    fn every_wrong_digit_is_caught() {
        let rate = caught(10, |d| check_digit(&d[..9]) == Some(d[9]));
        assert!(rate.single == 1.0 && rate.swapped > 0.85, "{rate:?}");
    }
}

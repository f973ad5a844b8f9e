//! The letter of Spanish identity numbers: a number modulo 23 in a table of letters. Catches every wrong digit and
//! every swap of neighbours.

const LETTERS: &[u8; 23] = b"TRWAGMYFPDXBNJZSQVHLCKE";

/// The letter that belongs to the number.
pub(crate) fn letter(number: u32) -> u8 {
    LETTERS.get(number as usize % 23).copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::letter;

    #[test]
    fn published_numbers() {
        // Specimens of the Spanish police and of the tax agency.
        assert_eq!(
            (letter(12_345_678), letter(99_999_999), letter(0), letter(1_234_567)),
            (b'Z', b'R', b'T', b'L')
        );
    }

    #[test]
    fn no_two_of_23_neighbours_share_a_letter() {
        // 10 ^ n is no multiple of 23, so a wrong digit moves the remainder, and so does a swap (by 9 * d * 10 ^ n).
        for n in 0..23 {
            for other in n + 1..23 {
                assert_ne!(letter(n), letter(other));
            }
        }
        let number = 58_463_201u32;
        for place in 0..8 {
            for step in 1..10 {
                assert_ne!(letter(number), letter(number + step * 10u32.pow(place)));
            }
            assert_ne!(letter(number), letter(number + 9 * 10u32.pow(place)));
        }
    }
}

//! Check digits of goods and books: GS1's modulo 10, and the modulo 11 of ISBNs of ten characters.

/// Whether the last digit is the check digit: from the right, digits count three times and once in turn, and the sum is
/// a multiple of ten. For GTINs of 8, 12, 13 and 14 digits, which is UPC, EAN, ISBN-13.
pub(crate) fn is_valid(digits: &[u8]) -> bool {
    let weights = [1u32, 3].iter().cycle();
    let sum: u32 = digits.iter().rev().zip(weights).map(|(d, w)| u32::from(d.wrapping_sub(b'0')) * w).sum();
    !digits.is_empty() && digits.iter().all(u8::is_ascii_digit) && sum.is_multiple_of(10)
}

/// Whether ten characters are an ISBN-10: digits times 10, 9, … 1, an X at the end for ten, a multiple of eleven.
pub(crate) fn is_isbn_10(characters: &[u8]) -> bool {
    let mut sum = 0;
    for (n, &c) in characters.iter().enumerate() {
        let value = match c {
            b'0'..=b'9' => usize::from(c - b'0'),
            b'X' if n == 9 => 10,
            _ => return false,
        };
        sum += value * 10usize.saturating_sub(n);
    }
    characters.len() == 10 && sum.is_multiple_of(11)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn every_single_digit_error_is_caught(good: &[u8], check: fn(&[u8]) -> bool) {
        assert!(check(good));
        for place in 0..good.len() {
            for d in b'0'..=b'9' {
                let mut bad = good.to_vec();
                bad[place] = d;
                assert_eq!(check(&bad), d == good[place], "{place} {d}");
            }
        }
    }

    #[test]
    fn published_numbers() {
        // GS1's own worked example, the ISBN agency's, and one each of eight, twelve and fourteen digits.
        for good in ["6291041500213", "9783161484100", "73513537", "036000291452", "10614141000415"] {
            every_single_digit_error_is_caught(good.as_bytes(), is_valid);
        }
        every_single_digit_error_is_caught(b"316148410X", is_isbn_10);
        every_single_digit_error_is_caught(b"0306406152", is_isbn_10);
        assert!(!is_valid(b"") && !is_valid(b"629104150021A"));
        assert!(!is_isbn_10(b"") && !is_isbn_10(b"31614X410X") && !is_isbn_10(b"030640615"));
    }

    /// Modulo 11 also finds two neighbours changed for each other.
    #[test]
    fn swapped_neighbours_in_an_isbn_10_are_caught() {
        let good = *b"0306406152";
        for place in 0..9 {
            let mut bad = good;
            bad.swap(place, place + 1);
            assert_eq!(is_isbn_10(&bad), bad == good);
        }
    }
}

//! The check digit of US bank routing numbers (ABA key to routing numbers).
use super::weighted;

/// Whether nine digits are a routing number: a prefix that is given out, and 3 7 1 times the digits in turn makes a
/// multiple of ten.
pub(crate) fn is_valid(digits: &[u8]) -> bool {
    let prefix = match digits {
        [a, b, ..] => a.wrapping_sub(b'0').wrapping_mul(10).wrapping_add(b.wrapping_sub(b'0')),
        _ => return false,
    };
    // Federal Reserve districts, thrift institutions, electronic payments, travellers' cheques.
    let given = matches!(prefix, 0..=12 | 21..=32 | 61..=72 | 80);
    digits.len() == 9
        && digits.iter().all(u8::is_ascii_digit)
        && given
        && digits.iter().any(|&d| d != b'0')
        && weighted::sum(digits, &[3, 7, 1, 3, 7, 1, 3, 7, 1]).is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::is_valid;

    #[test]
    fn published_numbers() {
        // Banks of the Federal Reserve in Boston and San Francisco, and the example of the ABA's own explanation.
        for good in ["011000015", "121000374", "111000025"] {
            assert!(is_valid(good.as_bytes()), "{good}");
        }
        for (bad, reason) in [
            ("000000000", "all zeros"),
            ("130000006", "no such district"),
            ("990000007", "no such district"),
            ("01100001", "eight digits"),
            ("0110000155", "ten digits"),
            ("01100001A", "no digit"),
            ("", "nothing"),
        ] {
            assert!(!is_valid(bad.as_bytes()), "{bad}: {reason}");
        }
    }

    #[test]
    fn every_wrong_digit_and_nearly_every_swap_is_caught() {
        let good = *b"121000374";
        for place in 0..9 {
            for d in b'0'..=b'9' {
                let mut bad = good;
                bad[place] = d;
                assert_eq!(is_valid(&bad), d == good[place]);
            }
        }
        for place in 0..8 {
            let mut bad = good;
            bad.swap(place, place + 1);
            let apart = good[place].abs_diff(good[place + 1]);
            // Weights differ by 4, 6 and 2: a swap of digits five apart is not seen.
            assert!(bad == good || apart.is_multiple_of(5) || !is_valid(&bad));
        }
    }
}

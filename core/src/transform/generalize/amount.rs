//! Amounts of money: `€1,234.56` becomes `€1000-2000`. Ranges grow as amounts do: 1, 2, 5, 10, 20, 50, …
use super::Outcome;

/// The most digits before the decimals.
const DIGITS: usize = 15;

pub(super) fn amount(value: &str, out: &mut String) -> Outcome {
    let Some(start) = value.find(|c: char| c.is_ascii_digit()) else { return Outcome::Unreadable };
    let end = value.rfind(|c: char| c.is_ascii_digit()).map_or(value.len(), |at| at + 1);
    let parts = (value.get(..start), value.get(start..end), value.get(end..));
    let (Some(head), Some(number), Some(tail)) = parts else { return Outcome::Unreadable };
    if !is_currency(head) || !is_currency(tail) {
        return Outcome::Unreadable;
    }
    if let Some((low, high)) = number.split_once('-') {
        let own = whole(low).is_some_and(|low| range(low) == (low, high.parse().unwrap_or(0)));
        return if own { Outcome::Already } else { Outcome::Unreadable };
    }
    let Some(whole) = whole(number) else { return Outcome::Unreadable };
    let (low, high) = range(whole);
    out.push_str(&format!("{head}{low}-{high}{tail}"));
    Outcome::Written
}

/// The range an amount lies in: from a number of the row, up to and without the next.
fn range(whole: u64) -> (u64, u64) {
    let mut decade = 1;
    while whole >= decade * 10 {
        decade *= 10;
    }
    match whole / decade {
        0 => (0, 1),
        1 => (decade, 2 * decade),
        2..=4 => (2 * decade, 5 * decade),
        _ => (5 * decade, 10 * decade),
    }
}

/// What stands before the decimals: `1234`, `1,234.56`, `1.234,56`, `1 234`, `1'234.–`.
fn whole(number: &str) -> Option<u64> {
    let sign = |c: char| matches!(c, '.' | ',' | '\'' | '’' | ' ' | '\u{A0}' | '\u{202F}');
    let groups: Vec<&str> = number.split(sign).collect();
    let signs: Vec<char> = number.chars().filter(|c| sign(*c)).collect();
    let (last, others) = groups.split_last()?;
    // One or two digits behind the last sign are decimals; all other groups behind the first have three digits.
    let decimals =
        !others.is_empty() && matches!(last.len(), 1 | 2) && matches!(signs.last(), Some('.' | ','));
    let (groups, signs) = match decimals {
        true => (others, signs.get(..signs.len() - 1)?),
        false => (groups.as_slice(), signs.as_slice()),
    };
    let even = groups.iter().skip(1).all(|group| group.len() == 3)
        && signs.windows(2).all(|w| w.first() == w.last());
    let digits = groups.concat();
    let plain =
        even && !digits.is_empty() && digits.len() <= DIGITS && digits.bytes().all(|b| b.is_ascii_digit());
    if plain { digits.parse().ok() } else { None }
}

/// Whether nothing but a currency stands here: its sign, or its three letters.
fn is_currency(text: &str) -> bool {
    let text = text.trim();
    let code = text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase());
    let name = ["euro", "euros", "dollar", "dollars", "pounds", "francs"].contains(&text);
    let mut characters = text.chars();
    let sign =
        characters.next().is_none_or(|c| matches!(c, '$' | '€' | '£' | '¥' | '₹' | '₽' | '₩' | '₺' | '₪'));
    code || name
        || ["kr", "zł", "Fr.", "US$", "A$", "C$", "R$"].contains(&text)
        || sign && characters.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn made(value: &str) -> (Outcome, String) {
        let mut out = String::new();
        (amount(value, &mut out), out)
    }

    #[test]
    fn amounts_become_ranges() {
        for (value, expected) in [
            ("€1,234.56", "€1000-2000"),
            ("1.234,56 €", "1000-2000 €"),
            ("$49.99", "$20-50"),
            ("EUR 5000", "EUR 5000-10000"),
            ("1 234 567", "1000000-2000000"),
            ("CHF 1'234.50", "CHF 1000-2000"),
            ("0.99", "0-1"),
            ("1.234.56", "1000-2000"),
            ("1,234", "1000-2000"),
            ("10", "10-20"),
            ("7 euros", "5-10 euros"),
        ] {
            assert_eq!(made(value), (Outcome::Written, expected.to_owned()), "{value}");
        }
        for value in ["1000-2000 €", "$20-50", "0-1"] {
            assert_eq!(made(value), (Outcome::Already, String::new()), "{value}");
        }
        for value in
            ["", "much", "12k", "1000-3000", "12,34,567", "5 for Bo", "-50", "1234567890123456", "1-2-3"]
        {
            assert_eq!(made(value), (Outcome::Unreadable, String::new()), "{value}");
        }
    }

    proptest! {
        #[test]
        fn every_amount_is_in_its_range(whole in 0u64..1_000_000_000_000_000, cents in 0u8..100) {
            let value = format!("{whole}.{cents:02}");
            let (outcome, out) = made(&value);
            prop_assert_eq!(outcome, Outcome::Written);
            let (low, high) = out.split_once('-').unwrap();
            prop_assert!((low.parse().unwrap()..high.parse().unwrap()).contains(&whole), "{} {}", whole, out);
            prop_assert_eq!(made(&out).0, Outcome::Already);
        }
    }
}

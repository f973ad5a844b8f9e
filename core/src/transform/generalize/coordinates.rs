//! Coordinates: `52.52001, 13.40495` becomes `52.5, 13.4`; degrees with minutes and seconds become decimal degrees.
use super::Outcome;

pub(super) fn coordinates(value: &str, decimals: u8, out: &mut String) -> Outcome {
    let start = out.len();
    let outcome = if value.contains(['\'', '′', '’', '"', '″', '”']) {
        sexagesimal(value, decimals, out)
    } else {
        decimal(value, decimals, out)
    };
    if outcome == Outcome::Unreadable || outcome == Outcome::Already {
        out.truncate(start);
    }
    outcome
}

/// What may stand between decimal degrees.
fn is_sign(c: char) -> bool {
    matches!(c, ' ' | ',' | ';' | '+' | '-' | '−' | '°' | 'º' | '(' | ')' | '/' | 'N' | 'S' | 'E' | 'W' | 'O')
}

/// Each number loses the decimals that are too many, and is not rounded: what stays is what stood there.
fn decimal(value: &str, decimals: u8, out: &mut String) -> Outcome {
    let mut rest = value.strip_prefix("geo:").unwrap_or(value);
    out.push_str(value.get(..value.len() - rest.len()).unwrap_or_default());
    let (mut numbers, mut cut) = (0, false);
    while let Some(c) = rest.chars().next() {
        if !c.is_ascii_digit() {
            if !is_sign(c) {
                return Outcome::Unreadable;
            }
            out.push(c);
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
            continue;
        }
        let (whole, behind) = digits(rest);
        let fraction = behind.strip_prefix('.').map(digits).filter(|(fraction, _)| !fraction.is_empty());
        let (fraction, behind) = fraction.unwrap_or(("", behind));
        if whole.len() > 3 || behind.starts_with('.') {
            return Outcome::Unreadable;
        }
        numbers += 1;
        let kept = fraction.get(..usize::from(decimals)).unwrap_or(fraction);
        cut |= kept.len() < fraction.len();
        out.push_str(whole);
        if !kept.is_empty() {
            out.push('.');
            out.push_str(kept);
        }
        rest = behind;
    }
    match (numbers, cut) {
        (2, true) => Outcome::Written,
        (2, false) => Outcome::Already,
        _ => Outcome::Unreadable,
    }
}

fn digits(text: &str) -> (&str, &str) {
    text.split_at_checked(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()))
        .unwrap_or((text, ""))
}

/// `52°31'12"N 13°24'18"E`: two times degrees, minutes, perhaps seconds, and the side of the world.
fn sexagesimal(value: &str, decimals: u8, out: &mut String) -> Outcome {
    let mut rest = value;
    for n in 0..2 {
        rest = rest.trim_start_matches([' ', ',', ';']);
        let before = rest.chars().next().filter(|c| is_side(*c));
        rest = before.map_or(rest, |_| rest.get(1..).unwrap_or_default().trim_start());
        let Some((degrees, behind)) = part(rest, &['°', 'º']) else { return Outcome::Unreadable };
        let Some((minutes, behind)) = part(behind, &['\'', '′', '’']) else { return Outcome::Unreadable };
        let (seconds, behind) = part(behind, &['"', '″', '”']).unwrap_or((0.0, behind));
        rest = behind.trim_start();
        let side = before.or_else(|| rest.chars().next().filter(|c| is_side(*c)));
        let Some(side) = side else { return Outcome::Unreadable };
        if before.is_none() {
            rest = rest.get(1..).unwrap_or_default();
        }
        if degrees > 180.0 || minutes >= 60.0 || seconds >= 60.0 {
            return Outcome::Unreadable;
        }
        let scale = 10f64.powi(decimals.into());
        let cut = ((degrees + minutes / 60.0 + seconds / 3600.0) * scale).floor() / scale;
        out.push_str(if n == 0 { "" } else { " " });
        out.push_str(&format!("{cut:.*}°{side}", usize::from(decimals)));
    }
    if rest.trim_end().is_empty() { Outcome::Written } else { Outcome::Unreadable }
}

fn is_side(c: char) -> bool {
    matches!(c, 'N' | 'S' | 'E' | 'W' | 'O')
}

/// A number of at most three digits, with decimals perhaps, and one of `marks` behind it.
fn part<'t>(text: &'t str, marks: &[char]) -> Option<(f64, &'t str)> {
    let text = text.trim_start();
    let length = text.find(|c: char| !(c.is_ascii_digit() || c == '.'))?;
    let (number, behind) = text.split_at_checked(length)?;
    let number = number.parse().ok().filter(|n: &f64| (0.0..1000.0).contains(n))?;
    Some((number, behind.trim_start().strip_prefix(marks)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn made(value: &str, decimals: u8) -> (Outcome, String) {
        let mut out = String::new();
        (coordinates(value, decimals, &mut out), out)
    }

    #[test]
    fn decimals_are_cut() {
        for (value, decimals, expected) in [
            ("52.52001, 13.40495", 1, "52.5, 13.4"),
            ("52.52001,13.40495", 0, "52,13"),
            ("52.52001,13.40495", 2, "52.52,13.40"),
            ("-33.8688 151.2093", 1, "-33.8 151.2"),
            ("52.5200° N, 13.4050° E", 1, "52.5° N, 13.4° E"),
            ("(52.52, 13.4)", 1, "(52.5, 13.4)"),
            ("geo:52.52001,13.40495", 1, "geo:52.5,13.4"),
            ("52°31'12\"N 13°24'18\"E", 1, "52.5°N 13.4°E"),
            ("N 52° 31.2' E 13° 24.3'", 1, "52.5°N 13.4°E"),
            ("52°31′12.3″N, 13°24′18″W", 0, "52°N 13°W"),
        ] {
            assert_eq!(made(value, decimals), (Outcome::Written, expected.to_owned()), "{value}");
        }
        for value in ["52.5, 13.4", "52, 13", "52.5° N 13° E"] {
            assert_eq!(made(value, 1), (Outcome::Already, String::new()), "{value}");
        }
        for value in [
            "",
            "Berlin",
            "52.52001",
            "52.5,13.4,7.1",
            "52,52001 13,40495",
            "u33db",
            "1.2.3.4",
            "52°31'12\"N",
            "52°61'N 13°24'E",
            "52°31'12\" 13°24'18\"",
            "1234.5, 13.4",
            "52.52 Lee 13.40",
        ] {
            assert_eq!(made(value, 1), (Outcome::Unreadable, String::new()), "{value}");
        }
    }

    proptest! {
        #[test]
        fn no_decimal_too_many(lat in -90.0..90.0f64, lon in -180.0..180.0f64, decimals in 0u8..=2) {
            let value = format!("{lat:.5}, {lon:.6}");
            let (outcome, out) = made(&value, decimals);
            prop_assert_eq!(outcome, Outcome::Written);
            for number in out.split(", ") {
                prop_assert!(number.split_once('.').map_or(0, |(_, f)| f.len()) == usize::from(decimals), "{}", out);
            }
            prop_assert_eq!(made(&out, decimals).0, Outcome::Already);
        }

        #[test]
        fn any_text_is_safe(value in "[0-9.,°'\"NSEW -]{0,24}|\\PC{0,12}", decimals in 0u8..=2) {
            let (outcome, out) = made(&value, decimals);
            prop_assert_eq!(out.is_empty(), outcome != Outcome::Written);
            prop_assert!(out.is_empty() || out != value);
        }
    }
}

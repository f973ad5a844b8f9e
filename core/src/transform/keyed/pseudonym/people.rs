//! Names, and addresses by which people are reached.
use super::draw::Draw;
use super::lists::{FIRST_NAMES, LAST_NAMES, STREETS, WAYS};
use super::{Made, numbers};

/// As many names as the value has, one or two, in its case.
pub(super) fn person(_: &str, value: &str, draw: &mut Draw<'_>) -> Option<Made> {
    let (first, last) = (draw.of(&FIRST_NAMES), draw.of(&LAST_NAMES));
    let name =
        if value.split_whitespace().count() > 1 { format!("{first} {last}") } else { first.to_owned() };
    let capitals = value.chars().any(char::is_uppercase) && !value.chars().any(char::is_lowercase);
    Some(Made::from(if capitals && value.chars().count() > 2 { name.to_uppercase() } else { name }))
}

/// `maria.novak4821@example.com`
pub(super) fn email(_: &str, _: &str, draw: &mut Draw<'_>) -> Option<Made> {
    Some(Made::from(format!("{}@example.com", handle(draw, '.'))))
}

/// `maria_novak4821`, behind an `@` where there was one.
pub(super) fn user(_: &str, value: &str, draw: &mut Draw<'_>) -> Option<Made> {
    let at = if value.starts_with('@') { "@" } else { "" };
    Some(Made::from(format!("{at}{}", handle(draw, '_'))))
}

fn handle(draw: &mut Draw<'_>, between: char) -> String {
    let (first, last, number) = (draw.of(&FIRST_NAMES), draw.of(&LAST_NAMES), draw.below(10_000));
    format!("{first}{between}{last}{number:04}").to_lowercase()
}

/// A number that is set aside for fiction, written as a North American one was, or as `+1 212-555-0142`.
pub(super) fn phone(_: &str, value: &str, draw: &mut Draw<'_>) -> Option<Made> {
    let area = loop {
        let area = [draw.character("23456789"), draw.digit(), draw.digit()];
        // No service (two digits alike at its end: 911, 800), nothing kept for later (9 in the middle, 37x, 96x), and none
        // that is no place (52x, 456, 710): there 555-01xx may be given out.
        let [a, b, c] = area;
        let later = b == '9' || matches!((a, b), ('3', '7') | ('9', '6'));
        let nowhere = (a, b) == ('5', '2') || matches!(area, ['4', '5', '6'] | ['7', '1', '0']);
        if b != c && !later && !nowhere {
            break area;
        }
    };
    let [a, b, c] = area;
    let line = [draw.digit(), draw.digit()];
    let national: String = [a, b, c, '5', '5', '5', '0', '1'].into_iter().chain(line).collect();
    let digits = value.chars().filter(char::is_ascii_digit).count();
    let plain =
        value.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '.' | '/' | '(' | ')' | '+'));
    let long = value.chars().find(char::is_ascii_digit) == Some('1');
    let text = match digits {
        10 if plain && !value.contains('+') => numbers::laid_out(value, &national),
        11 if plain && long => numbers::laid_out(value, &format!("1{national}")),
        _ => {
            let (area, rest) = national.split_at_checked(3)?;
            let (exchange, line) = rest.split_at_checked(3)?;
            format!("+1 {area}-{exchange}-{line}")
        }
    };
    Some(Made::from(text))
}

/// `4821 Example Street`: the street says that there is none.
pub(super) fn street(_: &str, _: &str, draw: &mut Draw<'_>) -> Option<Made> {
    let (number, street, way) = (1 + draw.below(9999), draw.of(&STREETS), draw.of(&WAYS));
    Some(Made::from(format!("{number} {street} {way}")))
}

/// A page of example.com.
pub(super) fn url(_: &str, _: &str, draw: &mut Draw<'_>) -> Option<Made> {
    let page: String = (0..16).map(|_| draw.character("0123456789abcdef")).collect();
    Some(Made::from(format!("https://example.com/{page}")))
}

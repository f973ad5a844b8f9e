//! Where a value typed behind a cue starts and ends, and what it looks like: what a password's parser asks.
//!
//! Comes in: a view and a place, or the bytes of a value. Goes out: places and answers. Every walk is bounded.
use crate::text::byte_set::ByteSet;
use crate::text::phrase::digits_end;
use crate::text::view::View;
use crate::text::word_set::WordSet;
use crate::text::words::{skip_spaces, word_end};

/// The longest password, in bytes; longer runs are something else.
pub(super) const LONGEST: usize = 128;

/// What a value without quotes is made of, no-break spaces aside.
static INSIDE: ByteSet = ByteSet::without(b"\"<\xC2");

/// Where a value stands at `i`: the text inside quotes, or up to the next space, without the sentence's own signs.
pub(super) fn value(v: View<'_>, i: usize) -> Option<(usize, usize)> {
    if let Some(inside) = quoted(v, i) {
        return Some(inside);
    }
    let i = if v.at(i) == b'(' { i + 1 } else { i };
    let mut end = i;
    loop {
        end += INSIDE.run(v.slice(end, i + LONGEST + 1));
        // The first byte of a no-break space, and of other characters.
        if v.at(end) != 0xC2 || v.at(end + 1) == 0xA0 || end - i > LONGEST {
            break;
        }
        end += 1;
    }
    if end - i > LONGEST {
        return None;
    }
    // `?password=abc&x=1`, `Password=abc;Server=x`
    let sign = || v.slice(i, end).iter().position(|&b| matches!(b, b'&' | b';'));
    if v.before(i) == b'='
        && let Some(cut) = sign()
    {
        let after = v.slice(i + cut, end);
        if after.contains(&b'=') {
            end = i + cut;
        }
    }
    while end > i && matches!(v.before(end), b'.' | b',' | b';' | b')' | b'?' | b':' | b'\'' | b'`') {
        end -= 1;
    }
    // `hunter2”`: the quote of a phone's keyboard.
    while end >= i + 3
        && v.at(end - 3) == 0xE2
        && v.at(end - 2) == 0x80
        && matches!(v.at(end - 1), 0x98..=0x9F)
    {
        end -= 3;
    }
    (end > i).then_some((i, end))
}

/// The text inside the quotes that open at `i`, on one line.
pub(super) fn quoted(v: View<'_>, i: usize) -> Option<(usize, usize)> {
    static PAIRS: &[(&str, &str)] =
        &[("\"", "\""), ("'", "'"), ("`", "`"), ("“", "”"), ("„", "“"), ("‘", "’"), ("«", "»"), ("»", "«")];
    if !matches!(v.at(i), b'"' | b'\'' | b'`' | 0xC2 | 0xE2) {
        return None;
    }
    let (open, close) = PAIRS.iter().find(|(open, _)| v.slice(i, i + open.len()) == open.as_bytes())?;
    let at = i + open.len();
    let mut end = at;
    while end - at <= LONGEST {
        if matches!(v.at(end), 0 | b'\n') {
            return None;
        }
        if v.slice(end, end + close.len()) == close.as_bytes() {
            return (end > at).then_some((at, end));
        }
        end += 1;
    }
    None
}

/// Letters nobody would type as a word: a sign in the middle of them, or capitals all over.
pub(super) fn is_jumbled(text: &[u8]) -> bool {
    let signs = text
        .windows(2)
        .any(|w| matches!(w, [b'!' | b'$' | b'^' | b'~' | b'=', next] if next.is_ascii_alphabetic()));
    let capitals = text.iter().filter(|b| b.is_ascii_uppercase()).count();
    let smalls = text.iter().filter(|b| b.is_ascii_lowercase()).count();
    text.len() >= 6 && (signs || capitals >= 3 && smalls >= 2 && text.iter().all(u8::is_ascii_alphabetic))
}

/// English participles and adverbs, which tell what became of a password.
pub(crate) fn is_said_of_things(word: &[u8]) -> bool {
    static ENDS: &[&[u8]] = &[b"ed", b"ing", b"ly", b"able", b"ible", b"ated"];
    let mut low = [0u8; 24];
    let Some(place) = low.get_mut(..word.len()) else { return false };
    place.copy_from_slice(word);
    place.make_ascii_lowercase();
    word.len() > 4 && ENDS.iter().any(|end| place.ends_with(end))
}

/// French, Spanish, Portuguese and Italian participles in small letters, which tell the same.
pub(crate) fn is_participle(word: &[u8]) -> bool {
    const ENDS: [&str; 11] = ["é", "ée", "ado", "ada", "ido", "ida", "ato", "ata", "uto", "uta", "ária"];
    let small = !word.first().is_some_and(u8::is_ascii_uppercase);
    word.len() > 5 && small && ENDS.iter().any(|end| word.ends_with(end.as_bytes()))
}

/// A number of something: `4827 times`, `48hours`.
pub(super) fn is_amount(v: View<'_>, at: usize, end: usize) -> bool {
    static UNITS: WordSet<256> = WordSet::of(&[
        "times time days day hours hour hrs weeks months minutes mins min sec seconds years characters",
        "chars letters digits x st nd rd th veces fois mal usd eur dollars euros",
        "vezes volte volta keer intentos tentatives tentativas tentativi pogingen versuche attempts attempt tries",
        "días dias jours tage giorni dagen horas heures stunden ore uur minutos minuten minuti",
        "zeichen stellen caracteres caractères caratteri tekens dígitos chiffres cifre cijfers ziffern",
    ]);
    let digits = digits_end(v, at, 12);
    if digits == at {
        return false;
    }
    let unit = skip_spaces(v, digits, 1);
    let word = word_end(v, unit);
    word >= end && UNITS.holds(v.slice(unit, word))
}

/// An e-mail or web address, which is a type of its own.
pub(super) fn is_address(text: &[u8]) -> bool {
    let sign = text.iter().position(|&b| b == b'@').filter(|&p| p > 0);
    let host = sign.and_then(|p| text.get(p + 1..)).unwrap_or(&[]);
    let dot = host.iter().rposition(|&b| b == b'.').filter(|&p| p > 0);
    let domain = dot.and_then(|p| host.get(p + 1..)).unwrap_or(&[]);
    let mail = domain.len() >= 2 && domain.iter().all(u8::is_ascii_alphabetic);
    mail || text.windows(3).any(|w| w == b"://") || text.starts_with(b"www.")
}

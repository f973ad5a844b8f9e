//! Streets whose type is the end of the name, the house number behind it: `Hauptstraße 12`, `Keizersgracht 123`.
//!
//! Comes in: a view and a number behind a word with such an end. Goes out: the address around it.
//!
//! The scanner knows whole words only, and no list holds all streets of Germany; but every such street has a number right
//! behind it, and numbers are rare. So the number is the anchor, and three letters before it end nearly every look.
//! Ends that are found in much else (`-weg`, `-platz`) need a postal code behind them or a word about addresses near.
#![expect(
    clippy::indexing_slicing,
    reason = "const blocks have no get; every index is below the length it is made from"
)]
use super::Style;
use super::gaps::{is_capital, name_start};
use super::house_number::number_behind;
use super::stops::ends_name;
use super::tail::tail_end;
use crate::catalog::prelude::*;
use crate::text::view::{View, is_wordy};
use crate::text::word_set::WordSet;
use crate::text::words::{fold, is_word, previous_word, skip_spaces_back, word_start};

/// Ends of names, and whether hardly a word has them that is no street.
#[rustfmt::skip]
const LIST: &[(&str, bool)] = &[
    ("straße", true), ("strasse", true), ("str", true), ("gasse", true), ("allee", true), ("chaussee", true),
    ("straat", true), ("laan", true), ("gracht", true), ("plein", true), ("kade", true), ("dijk", true),
    ("singel", true), ("dreef", true), ("plantsoen", true), ("steeg", true), ("burgwal", true),
    ("weg", false), ("platz", false), ("ring", false), ("ufer", false), ("damm", false), ("steig", false),
    ("stieg", false), ("graben", false), ("markt", false), ("hof", false), ("pfad", false), ("brücke", false),
    ("promenade", false),
];

/// All ends, for the scanner's anchor.
pub(super) const ENDS: &[&str] = &{
    let mut ends = [""; LIST.len()];
    let mut n = 0;
    while n < LIST.len() {
        ends[n] = LIST[n].0;
        n += 1;
    }
    ends
};

/// The last three bytes of each end and its place in the list; sorted.
static KEYS: [(u32, u8); LIST.len()] = {
    let mut keys = [(0, 0); LIST.len()];
    let mut n = 0;
    while n < LIST.len() {
        let end = LIST[n].0.as_bytes();
        let key = key(end[end.len() - 3], end[end.len() - 2], end[end.len() - 1]);
        let mut at = n;
        while at > 0 && keys[at - 1].0 > key {
            keys[at] = keys[at - 1];
            at -= 1;
        }
        keys[at] = (key, n as u8);
        n += 1;
    }
    keys
};

const fn key(a: u8, b: u8, c: u8) -> u32 {
    fold(a) as u32 | (fold(b) as u32) << 8 | (fold(c) as u32) << 16
}

/// Words with such an end that are no streets, in small letters.
static OTHERS: WordSet<256> = WordSet::of(&[
    "umweg heimweg rückweg hinweg arbeitsweg schulweg ausweg radweg gehweg versandweg zahlungsweg rechtsweg postweg snelweg \
     onderweg mittelweg lösungsweg dienstweg kundenweg \
     arbeitsplatz stellplatz sitzplatz parkplatz studienplatz spielplatz speicherplatz startplatz tabellenplatz \
     supermarkt baumarkt arbeitsmarkt bahnhof friedhof flughafen innenhof hinterhof bauernhof \
     bahnsteig bürgersteig spring string during bring wiring ordering entering offering wearing sharing hearing storing \
     monitoring answering engineering transferring referring considering delivering remembering registering earring \
     dekade arkade kaskade brigade blockade fassade",
]);

/// Adjectives and prepositions before a name, which belong to it where they have a capital.
static BEFORE: WordSet<256> = WordSet::of(&[
    "am an auf im in zum zur bei beim unter hinter vor neben ober alte alter altes neue neuer große grosse großer kleine \
     kleiner obere oberer untere unterer lange langer kurze kurzer hohe hoher breite breiter innere äußere erste zweite \
     dritte mittlere vordere hintere rote weiße grüne schöne sankt st eerste tweede derde oude nieuwe korte lange hoge grote \
     kleine sint prins prinses koning koningin burgemeester dokter professor van jan",
]);
/// Small words inside a name.
static INSIDE: WordSet<16> = WordSet::of(&["der den dem de van het"]);

/// The number's first digit is at `p.at`, behind a dot or a space or both.
pub(super) fn behind_name(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let spaced = p.at - usize::from(v.before(p.at) == b' ');
    let word_end = spaced - usize::from(v.before(spaced) == b'.');
    around(v, word_end, p.at)
}

/// "Hauptstraße Nr. 12": the cue is the `Nr`.
pub(super) fn with_label(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let mut number = p.end + usize::from(v.at(p.end) == b'.');
    number += usize::from(v.at(number) == b' ');
    let word_end = skip_spaces_back(v, p.at, 1);
    let comma = word_end - usize::from(v.before(word_end) == b',');
    around(v, comma - usize::from(v.before(comma) == b'.'), number)
}

/// The address whose street ends at `word_end` and whose number starts at `number`.
fn around(v: View<'_>, word_end: usize, number: usize) -> Option<Found> {
    // Most numbers behind such a word have more digits than a house number.
    if (number..number + 5).all(|i| v.at(i).is_ascii_digit()) {
        return None;
    }
    let part = word_start(v, word_end);
    let word = v.slice(part, word_end);
    let (end, clear) = end_of(word)?;
    let start = name_start(v, word_end);
    let chained = start < part;
    let stem = word.len() - end;
    // Only an abbreviation has a dot: "Hauptstr. 12", but "… die Straße. 12 Tage später".
    let dotted = v.at(word_end) == b'.' && !word.get(stem..).is_some_and(|end| is_word(end, "str"));
    if !chained && stem > 0 && OTHERS.holds(word)
        || is_wordy(v.before(start))
        || v.before(start) == b'@'
        || dotted
    {
        return None;
    }
    // "12 Strasse 5": a type without a name.
    let (start, named) = if stem == 0 && !chained { with_adjective(v, start)? } else { (start, false) };
    if stem > 0 && stem < 2 && !chained {
        return None;
    }
    let start = if named { start } else { with_words_before(v, start) };
    let house = number_behind(v, number)?;
    let tail = tail_end(v, house.end, Style::Continental);
    let found = super::whole(start, tail.end, tail.proven);
    if tail.code.is_some() {
        return Some(found.cued());
    }
    if house.year {
        return None;
    }
    // "Hans-Meier-Weg 5": nothing but streets is named so.
    let loud = is_capital(v, start) && (clear || chained && is_capital(v, part));
    match (clear, loud) {
        (_, true) => Some(found.cued()),
        (true, false) if stem > 2 || chained || named => Some(found.score(58).cued()),
        _ if is_capital(v, start) || tail.proven => Some(found.score(52).weak()),
        _ => None,
    }
}

/// How many bytes of `word` the longest of the ends has that it ends with, and whether that end is a clear one.
fn end_of(word: &[u8]) -> Option<(usize, bool)> {
    let &[.., a, b, c] = word else {
        return None;
    };
    let key = key(a, b, c);
    let first = KEYS.partition_point(|k| k.0 < key);
    let ends = KEYS.iter().skip(first).take_while(|k| k.0 == key).filter_map(|k| LIST.get(usize::from(k.1)));
    let fits = |end: &str| {
        let from = word.len().checked_sub(end.len());
        from.and_then(|from| word.get(from..)).is_some_and(|tail| is_word(tail, end))
    };
    ends.filter(|(end, _)| fits(end)).map(|&(end, clear)| (end.len(), clear)).max()
}

/// Whether a word is, or ends with, a street type that means little else.
pub(super) fn is_street(word: &[u8]) -> bool {
    end_of(word).is_some_and(|(_, clear)| clear)
}

/// The word that names a street whose type is a word of its own: "Berliner Straße", "lange straat", "Alte Allee".
fn with_adjective(v: View<'_>, start: usize) -> Option<(usize, bool)> {
    let (_, word) = previous_word(v, start);
    let end = skip_spaces_back(v, start, 1);
    let at = name_start(v, end);
    let sound = end < start && !word.is_empty() && !is_wordy(v.before(at)) && !ends_name(word);
    let small = BEFORE.holds(word) && word.len() > 3 || word.len() > 4 && word.ends_with(b"er");
    (sound && (is_capital(v, at) || small)).then_some((at, true))
}

/// Start of the name with the words that belong before it: "Am Alten Markt", "Große Elbstraße", "Van der Hoopstraat".
fn with_words_before(v: View<'_>, start: usize) -> usize {
    let (mut i, mut best) = (start, start);
    for _ in 0..3 {
        let end = skip_spaces_back(v, i, 1);
        let at = word_start(v, end);
        let word = v.slice(at, end);
        if end == i || word.is_empty() || is_wordy(v.before(at)) {
            break;
        }
        if is_capital(v, at) && BEFORE.holds(word) {
            best = at;
        } else if !INSIDE.holds(word) {
            break;
        }
        i = at;
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_of_words() {
        for (end, clear) in LIST {
            assert_eq!(end_of(end.as_bytes()), Some((end.len(), *clear)), "{end}");
            assert!(end.len() >= 3, "{end} is too short for the anchor");
        }
        assert_eq!(end_of("HAUPTSTRAßE".as_bytes()), Some((7, true)));
        assert_eq!(end_of(b"Oudezijds"), None);
        assert_eq!(end_of(b"weg"), Some((3, false)));
        assert_eq!(end_of(b"eg"), None);
        assert_eq!(end_of(b""), None);
    }
}

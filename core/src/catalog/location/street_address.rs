//! Street address as it is written in the US, found from its street type.
//!
//! House number, one to five words of a name, the street type; then, as far as they are there, a direction, a unit,
//! and city, state and ZIP code, over up to two line breaks. All of it is one value. Small letters are taken too, but
//! then no word of the name may be one of the words that measure or count ("24 hours drive"), and a type that is an
//! everyday word ("place", "way") needs a unit, a ZIP code or a word about addresses near it. Also post office boxes.
//!
//! # Sources
//! USPS Publication 28, Postal Addressing Standards (street suffixes, units, boxes).
use super::house_number::{digit_before, is_house_number, is_ordinal};
use super::street_types::{CLEAR, EVERYDAY, RARE};
use super::suffix::{is_stop, tail_end};
use crate::catalog::prelude::*;
use crate::text::view::{View, is_wordy};
use crate::text::words::{is_any, is_word, next_word, previous_word, skip_spaces_back};

pub(super) static ENTRY: Entry = Entry::new("STREET_ADDRESS")
    .title("Street address")
    .category(Category::Location)
    .sensitivity(Sensitivity::Medium)
    .score(62)
    .context(&[
        "address",
        "addresses",
        "addr",
        "ship",
        "shipping",
        "shipped",
        "deliver",
        "delivered",
        "delivery",
        "live",
        "lives",
        "living",
        "moved",
        "move",
        "moving",
        "mail",
        "mailing",
        "located",
        "reside",
        "billing",
        "house",
        "apartment",
        "home",
        "residence",
        "pickup",
    ])
    .anchors(&[
        (Anchor::Cue(CLEAR), clear),
        (Anchor::Cue(EVERYDAY), everyday),
        (Anchor::Cue(RARE), rare),
        (Anchor::Cue(&["box"]), boxed),
    ])
    .finds(&[
        "<<1600 Amphitheatre Pkwy, Mountain View, CA 94043>>",
        "i live at <<45 elm street apt 5p>>",
        "Ship to <<350 5th Ave, Suite 200\nNew York, NY 10118>> please",
        "send it to <<PO Box 123, Springfield, IL 62704>>",
        "<<221B Baker St>>.",
    ])
    .skips(&[
        ("it is a 2 way street", "a kind of street"),
        ("24 hours drive", "a length of time"),
        ("i have 3 st left", "no street name"),
        ("in 5 days way too late", "a length of time"),
        ("500 gb hard drive", "a device"),
    ])
    .sources(&["USPS Publication 28"]);

/// How much a street type says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Clear,
    Everyday,
    Rare,
}

fn clear(p: &Probe<'_>) -> Option<Found> {
    street(p, Kind::Clear)
}

fn everyday(p: &Probe<'_>) -> Option<Found> {
    street(p, Kind::Everyday)
}

fn rare(p: &Probe<'_>) -> Option<Found> {
    street(p, Kind::Rare)
}

fn street(p: &Probe<'_>, kind: Kind) -> Option<Found> {
    let v = p.view;
    if !digit_before(v, p.at) || matches!(v.at(p.end), b'\'' | b'_' | b'@') || v.at(p.end).is_ascii_digit() {
        return None;
    }
    let (start, capital) = number_before(v, p.at)?;
    let (end, proven) = tail_end(v, p.end);
    let found = whole(start, end, proven);
    if proven || capital && kind != Kind::Rare {
        return Some(found.cued());
    }
    Some(if kind == Kind::Clear { found.score(58).cued() } else { found.score(50).weak() })
}

/// The address `start..end`; a unit, a state or a ZIP code behind the street proves it.
fn whole(start: usize, end: usize, proven: bool) -> Found {
    let found = Found::new(start, end);
    if proven { found.score(75).verdict(Verdict::Valid) } else { found.score(62) }
}

/// The house number before the street's name, which ends at `at`; and whether the name is written with capitals.
fn number_before(v: View<'_>, at: usize) -> Option<(usize, bool)> {
    let (mut i, mut words, mut capital) = (at, 0, true);
    while words <= 5 {
        let end = skip_spaces_back(v, i, 3);
        if end == i && words > 0 || end == i && v.before(i) != b' ' && i == at {
            return None;
        }
        let comma = v.before(end) == b',';
        let end = if comma { end - 1 } else { end };
        let mut start = end;
        while end - start < 40
            && (is_wordy(v.before(start)) || matches!(v.before(start), b'-' | b'\'' | b'.' | b'/'))
        {
            start -= 1;
        }
        let token = v.slice(start, end);
        if words > 0 && is_house_number(token) {
            let lead = v.before(start);
            let open = lead == 0
                || matches!(lead, b' ' | b'\n' | b'\t' | b'\r' | b'(' | b',' | b':' | b'"' | b'>' | b'=');
            return (open && !is_counted(v, start)).then_some((start, capital));
        }
        let ordinal = token.first().is_some_and(u8::is_ascii_digit);
        if comma || token.is_empty() || ordinal && !is_ordinal(token) || is_stop(token) {
            return None;
        }
        let first = v.char_at(start)?;
        if !first.is_alphanumeric() {
            return None;
        }
        capital &= first.is_uppercase() || ordinal;
        words += 1;
        i = start;
    }
    None
}

/// Whether the number counts something: "version 10 Home Drive", "at $ 5 …".
fn is_counted(v: View<'_>, start: usize) -> bool {
    let (_, word) = previous_word(v, start);
    is_any(
        word,
        &["windows", "version", "ios", "android", "iphone", "galaxy", "order", "ticket", "usd", "eur"],
    )
}

/// "PO Box 123", "P.O. Box 123".
fn boxed(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let (at, word) = previous_word(v, p.at);
    let dotted = skip_spaces_back(v, p.at, 2);
    let start = if is_any(word, &["po", "pobox"]) {
        at
    } else if is_word(word, "office") {
        let (at, post) = previous_word(v, at);
        is_word(post, "post").then_some(at)?
    } else if v.before(dotted) == b'.' && is_word(v.slice(dotted.saturating_sub(4), dotted), "p.o.") {
        dotted.saturating_sub(4)
    } else if is_word(word, "o") {
        let (at, p) = previous_word(v, at);
        is_word(p, "p").then_some(at)?
    } else {
        return None;
    };
    if is_wordy(v.before(start)) {
        return None;
    }
    let (mut i, _) = next_word(v, p.end);
    i += usize::from(v.at(i) == b'#');
    let digits = v.slice(i, i + 8).iter().take_while(|b| b.is_ascii_digit()).count();
    if !(1..=6).contains(&digits) || is_wordy(v.at(i + digits)) {
        return None;
    }
    let (end, proven) = tail_end(v, i + digits);
    Some(whole(start, end, proven).score(75).cued())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words::word_end;
    use proptest::prelude::*;

    /// Calls each parser at each of its cue words; the longest of each start.
    fn found(text: &str) -> Vec<(&str, bool)> {
        let view = View::new(text);
        let (mut hits, mut at) = (Vec::<Found>::new(), 0);
        while at < text.len() {
            let end = word_end(view, at).max(at + 1);
            for (anchor, parser) in ENTRY.anchors {
                if let Anchor::Cue(words) = anchor
                    && is_any(view.slice(at, end), words)
                    && !view.before(at).is_ascii_alphanumeric()
                {
                    hits.extend(parser(&Probe { view, at, end, hints: Default::default() }));
                }
            }
            at = end;
        }
        hits.sort_by_key(|h| (h.start, core::cmp::Reverse(h.end)));
        hits.dedup_by_key(|h| h.start);
        hits.into_iter().map(|h| (text.get(h.start..h.end).unwrap(), h.weak)).collect()
    }

    #[test]
    fn examples_hold() {
        for text in ENTRY.finds {
            let want = text.split("<<").nth(1).and_then(|t| t.split(">>").next()).unwrap();
            let plain = text.replace("<<", "").replace(">>", "");
            assert_eq!(found(&plain), [(want, false)], "{text}");
        }
        for (text, why) in ENTRY.skips {
            assert_eq!(found(text), [], "{why}");
        }
    }

    #[test]
    fn addresses_are_one_value() {
        for (text, want) in [
            ("123 Main St", "123 Main St"),
            ("123 N Oak Ridge Rd #4, thanks", "123 N Oak Ridge Rd #4"),
            (
                "1 Infinite Loop, Cupertino, CA 95014-2083, USA.",
                "1 Infinite Loop, Cupertino, CA 95014-2083, USA",
            ),
            ("123 main st springfield il 62704 and", "123 main st springfield il 62704"),
            ("1600 Pennsylvania Ave NW, Washington, DC", "1600 Pennsylvania Ave NW, Washington, DC"),
            ("12 Elm St., Apt. 5\nBoston MA 02110", "12 Elm St., Apt. 5\nBoston MA 02110"),
            ("4 St Mary's Road unit b", "4 St Mary's Road unit b"),
            ("99 w 42nd street, suite 200", "99 w 42nd street, suite 200"),
            ("p.o. box 77", "p.o. box 77"),
            ("55 Lake Dr. Please", "55 Lake Dr"),
            ("12 Oak Ave and 5 items", "12 Oak Ave"),
            ("7 Hill Rd, Please call", "7 Hill Rd"),
            ("10 hill drive apt 3", "10 hill drive apt 3"),
        ] {
            assert_eq!(found(text), [(want, false)], "{text}");
        }
        assert_eq!(found("my home is 10 hill drive"), [("10 hill drive", true)]);
        for text in [
            "$500 Main Street",
            "the 3 main road blocks of it is",
            "box 12",
            "3 more st",
            "10.5 main st",
            "v2 main st",
            "1 of the roads and street",
            "i waited 2 months on the street",
            "12345678 Main St",
            "2 Way Street",
        ] {
            assert!(found(text).iter().all(|f| f.0.starts_with("3 main road")), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_safe(text in "([0-9]{0,7}[A-Za-zé' ,.#\n-]{0,9} ?(st|Ave|drive|po box|apt|NY)[ ,.é\n#]{0,3}[0-9]{0,6}){1,3}") {
            for (value, _) in found(&text) {
                prop_assert!(value.bytes().any(|b| b.is_ascii_digit()));
            }
        }
    }
}

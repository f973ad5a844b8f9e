//! Large cities: which one stands at a place.
//!
//! Comes in: a view and a place. Goes out: the city's end.
//!
//! # Sources
//! Those of `city_codes`; Royal Mail, An Post and Canada Post for the names of post towns.
#![expect(
    clippy::indexing_slicing,
    reason = "const fn has no get; every index is below the length it is made from"
)]
use super::city_codes::{CODE_FIRST, CODE_LAST, SHORT_CODE_FIRST, SHORT_CODE_LAST};
use super::gaps::name_end;
use crate::text::view::View;
use crate::text::word_set::{WordSet, equal, hash_at, hash_of};
use crate::text::words::is_word;

const SLOTS: usize = 1024;

/// All cities with codes, by hash of the whole name.
static INDEX: [&str; SLOTS] = {
    let mut slots = [""; SLOTS];
    let tables = [CODE_FIRST, SHORT_CODE_FIRST, CODE_LAST, SHORT_CODE_LAST];
    let (mut t, mut count) = (0, 0);
    while t < tables.len() {
        let mut n = 0;
        while n < tables[t].len() {
            let name = tables[t][n].0;
            let mut at = hash_of(name) as usize % SLOTS;
            while !slots[at].is_empty() && !equal(slots[at], name) {
                at = (at + 1) % SLOTS;
            }
            slots[at] = name;
            n += 1;
            count += 1;
        }
        t += 1;
    }
    assert!(count * 2 <= SLOTS, "at least twice as many slots as names");
    slots
};

/// British, Irish, Canadian and New Zealand's cities: their codes need no list.
static OTHERS: WordSet<256> = WordSet::of(&[
    "london birmingham manchester leeds glasgow liverpool sheffield bristol edinburgh leicester coventry bradford cardiff \
     belfast nottingham hull southampton portsmouth plymouth derby wolverhampton swansea york oxford cambridge norwich \
     aberdeen dundee brighton bournemouth swindon huddersfield luton sunderland peterborough exeter gloucester \
     cheltenham chester durham lancaster lincoln salford inverness stirling perth newport wrexham blackpool bolton \
     stockport warrington blackburn oldham rochdale wigan middlesbrough northampton ipswich colchester chelmsford \
     maidstone canterbury guildford slough crawley croydon dublin galway limerick waterford toronto montreal montréal \
     vancouver calgary edmonton ottawa winnipeg mississauga brampton halifax hamilton québec markham saskatoon regina \
     kelowna burnaby gatineau sherbrooke cork kilkenny sligo auckland wellington christchurch dunedin tauranga napier \
     rotorua whangarei invercargill",
]);

/// End of the city whose name, of up to three words, starts at `i`.
pub(super) fn city_end(v: View<'_>, i: usize) -> Option<usize> {
    let first = name_end(v, i);
    if first - i < 3 {
        return None;
    }
    if OTHERS.holds_at(v.bytes(), i, first - i) {
        return Some(first);
    }
    let (mut end, mut best) = (first, None);
    for _ in 0..3 {
        best = is_city(v, i, end).then_some(end).or(best);
        let next = name_end(v, end + 1);
        if v.at(end) != b' ' || next <= end + 1 {
            break;
        }
        end = next;
    }
    best
}

fn is_city(v: View<'_>, start: usize, end: usize) -> bool {
    let mut at = hash_at(v.bytes(), start, end - start) as usize % SLOTS;
    while !INDEX[at].is_empty() {
        if is_word(v.slice(start, end), INDEX[at]) {
            return true;
        }
        at = (at + 1) % SLOTS;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cities_end() {
        for (text, end) in [
            ("London SW1", Some(6)),
            ("new york ny", Some(8)),
            ("Salt Lake City", Some(14)),
            ("Zürich", Some(7)),
            ("Clermont-Ferrand", Some(16)),
            ("Londonderry", None),
            ("xy", None),
            ("", None),
        ] {
            assert_eq!(city_end(View::new(text), 0), end, "{text}");
        }
    }

    #[test]
    fn rows_of_one_city_stand_side_by_side_and_are_ranges() {
        for table in [CODE_FIRST, SHORT_CODE_FIRST, CODE_LAST, SHORT_CODE_LAST] {
            for &(name, from, to) in table {
                assert!(from <= to, "{name}");
                let places: Vec<_> = (0..table.len()).filter(|&n| table[n].0 == name).collect();
                assert_eq!(places.len() - 1, places[places.len() - 1] - places[0], "{name}");
            }
        }
    }
}

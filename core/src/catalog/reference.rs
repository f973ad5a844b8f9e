//! A number that a shop or service gave out, behind or after the word that says of what: `order no. 4417-22`.
//!
//! Comes in: the word's probe. Goes out: the place of the number. It has no form of its own but letters, digits and
//! hyphens, so the less the words say, the more digits it must have. Every walk is bounded.
use super::entry::{Found, Probe};
use crate::text::date;
use crate::text::phrase::{closes, digit_ahead, digits_end, follows, is_covered, is_label, lead};
use crate::text::view::View;
use crate::text::word_set::WordSet;
use crate::text::words::{next_word, word_end};

/// The longest reference, in bytes.
const LONGEST: usize = 32;

/// Words for *number*, before the noun or behind it.
static LABELS: WordSet<64> = WordSet::of(&[
    "id ids number no nr num nummer code ref reference numéro numero número n nº n° codice código codigo referencia",
    "référence referência riferimento identifiant kennung numbers kenmerk",
]);

static FILLERS: WordSet<128> = WordSet::of(&[
    "is the my our your of for was with de do du da del la le di van het meine mon mi placed und your mein il mio meu",
    "minha ma mijn account konto",
]);

/// What makes an amount of a number.
static UNITS: WordSet<64> = WordSet::of(&[
    "times euro euros eur usd dollars pounds pieces units items days hours stück pièces unidades pezzi stuks people kg",
    "ml gb points years am pm mal veces fois",
]);

/// The number at the noun `p`. `named` says that the noun itself speaks of a number: `Bestellnummer`.
pub(super) fn told(p: &Probe<'_>, named: bool) -> Option<Found> {
    let v = p.view;
    if !digit_ahead(v, p.end, 56) || matches!(v.before(p.at), b'.' | b'_' | b'[') {
        return None;
    }
    // `order_id`, `customer-no`
    let joined = word_end(v, p.end + 1);
    let key = v.at(p.end) == b'_' && LABELS.holds(v.slice(p.end + 1, joined));
    if !key && is_label(v, p.at, p.end) {
        return None;
    }
    let named = named || key;
    let lead = lead(v, if key { joined } else { p.end }, &FILLERS, &LABELS, 40);
    if is_covered(v, lead.at) {
        return None;
    }
    let hash = v.slice(p.end, lead.at).contains(&b'#');
    let labelled = named || lead.marked || hash || follows(v, p.at, &LABELS, 3);
    let (start, end) = token(v, lead.at)?;
    let end = if labelled { grouped(v, start, end) } else { end };
    let digits = v.slice(start, end).iter().filter(|b| b.is_ascii_digit()).count();
    let enough = if labelled || lead.sign && lead.words == 0 {
        end - start >= 4 && digits >= 2
    } else {
        lead.words == 0 && digits >= 5
    };
    let amount = UNITS.holds(next_word(v, end).1);
    (enough && !amount).then(|| Found::new(start, end).cued())
}

/// The end of the groups of three or four digits that go on behind `start..end` where that is one, too: `6044 210 7752`.
fn grouped(v: View<'_>, start: usize, mut end: usize) -> usize {
    let group = |from: usize, to: usize| (3..=4).contains(&(to - from));
    if !group(start, end) || digits_end(v, start, 4) != end {
        return end;
    }
    for _ in 0..3 {
        let next = digits_end(v, end + 1, 4);
        if v.at(end) != b' ' || !group(end + 1, next) || !closes(v, next) {
            break;
        }
        end = next;
    }
    end
}

/// Letters, digits and single hyphens or slashes at `i`: no date, no address, no sum.
fn token(v: View<'_>, i: usize) -> Option<(usize, usize)> {
    // `Nr.4417`
    let dot = v.at(i) == b'.' && v.before(i).is_ascii_alphabetic();
    let start = i + usize::from(dot || matches!(v.at(i), b'"' | b'\'' | b'(' | b'#'));
    let mut end = start;
    while v.at(end).is_ascii_alphanumeric()
        || matches!(v.at(end), b'-' | b'/' | b'_') && v.at(end + 1).is_ascii_alphanumeric() && end > start
    {
        end += 1;
        if end - start > LONGEST {
            return None;
        }
    }
    let address = matches!(v.at(end), b'@' | b'[' | b'\\') || v.at(end) == b':' && v.at(end + 1) == b'/';
    let clock = v.at(end) == b':' && digits_end(v, end + 1, 2) == end + 3;
    let written = date::read(v, start).is_some();
    (end > start && !address && !clock && !written && closes(v, end)).then_some((start, end))
}

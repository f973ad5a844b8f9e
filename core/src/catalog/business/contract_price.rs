//! Price, rate or discount of a contract: a sum of money or a percentage behind a word that speaks of an agreement.
//!
//! `contract value: EUR 48,000`, `agreed discount of 35 %`, `Vertragswert 12.000 €`, in the same clause and within a few words.
//! What goods cost in a shop is no secret and is not found. Off by default.
use crate::catalog::prelude::*;
use crate::text::phrase::digit_ahead;
use crate::text::view::View;
use crate::text::word_set::WordSet;
use crate::text::words::{is_letter, skip_spaces, word_end};

/// Words that say it by themselves.
#[rustfmt::skip]
static WHOLE: &[&str] = &[
    "vertragswert", "vertragspreis", "einkaufspreis", "sonderpreis", "rahmenvertrag", "mengenrabatt", "auftragswert",
    "contractwaarde", "inkoopprijs", "acv", "tcv", "arr", "msa",
];
/// Words that need one beside them that speaks of money.
#[rustfmt::skip]
static DEALS: &[&str] = &[
    "contract", "agreed", "negotiated", "wholesale", "vertrag", "vereinbarter", "vereinbarten", "vereinbart",
    "ausgehandelt", "contrat", "négocié", "négociée", "convenu", "contrato", "negociado", "acordado", "contratto",
    "concordato", "negoziato", "overeengekomen", "partner", "reseller",
];
static MONEY: WordSet<128> = WordSet::of(&[
    "price pricing rate rates discount value fee fees margin amount rebate cost quote worth total preis preise rabatt wert",
    "gebühr betrag marge honorar prix remise tarif valeur montant precio descuento tarifa valor importe preço desconto taxa",
    "prezzo sconto tariffa valore importo prijs korting tarief waarde bedrag von",
]);
static CURRENCIES: WordSet<64> =
    WordSet::of(&["usd eur gbp chf cad aud jpy inr sek nok dkk pln brl mxn euro euros dollars pounds percent prozent"]);

pub(super) static ENTRY: Entry = Entry::new("CONTRACT_PRICE")
    .title("Price or discount of a contract")
    .category(Category::Business)
    .sensitivity(Sensitivity::Medium)
    .score(65)
    .off_by_default()
    .anchors(&[(Anchor::Cue(WHOLE), whole), (Anchor::Cue(DEALS), deal)])
    .finds(&[
        "contract value: <<EUR 48,000>>",
        "the agreed discount is <<35 %>> for you",
        "our negotiated rate of <<$1.20>> per unit",
        "Vertragswert <<12.000 €>>",
        "le tarif négocié, un prix de <<450 euros>>",
        "descuento acordado, valor <<15%>>",
    ])
    .skips(&[
        ("the price is $20", "what goods cost in a shop"),
        ("contract 2024-11 was signed", "no sum"),
        ("the contract price went up", "no sum"),
        ("I agreed to pay in 3 days", "no sum"),
    ])
    .sources(&["ISO 4217 currency codes and the signs in use"]);

/// How far behind its word the sum may stand, in bytes, and over how many words.
const REACHES: usize = 48;
const WORDS: usize = 6;

fn whole(p: &Probe<'_>) -> Option<Found> {
    if digit_ahead(p.view, p.end, REACHES) { behind(p, true) } else { None }
}

fn deal(p: &Probe<'_>) -> Option<Found> {
    if digit_ahead(p.view, p.end, REACHES) { behind(p, false) } else { None }
}

#[inline(never)]
fn behind(p: &Probe<'_>, mut told: bool) -> Option<Found> {
    let v = p.view;
    told = told || crate::text::phrase::follows(v, p.at, &MONEY, 1);
    let (mut at, mut words) = (p.end, 0);
    while at < p.end + REACHES {
        at = skip_spaces(v, at, 4);
        if let Some(end) = sum(v, at) {
            return told.then(|| Found::new(at, end).cued());
        }
        let b = v.at(at);
        if is_letter(b) {
            let end = word_end(v, at);
            told |= MONEY.hold(v, at, end);
            words += 1;
            if words > WORDS || end == at {
                return None;
            }
            at = end;
        } else if matches!(b, b':' | b'=' | b'(' | b',' | b'-') {
            at += 1;
        } else {
            return None;
        }
    }
    None
}

/// The end of the sum that starts at `at`: a number with a currency or a percent sign before or behind it.
fn sum(v: View<'_>, at: usize) -> Option<usize> {
    let sign = sign_length(v, at);
    let code = word_end(v, at);
    let named = code > at && CURRENCIES.hold(v, at, code) && v.at(skip_spaces(v, code, 1)).is_ascii_digit();
    let from = if sign > 0 {
        skip_spaces(v, at + sign, 1)
    } else if named {
        skip_spaces(v, code, 1)
    } else {
        at
    };
    let end = number_end(v, from)?;
    if sign > 0 || named {
        return Some(end);
    }
    let next = skip_spaces(v, end, 1);
    let behind = sign_length(v, next) + usize::from(v.at(next) == b'%');
    if behind > 0 {
        return Some(next + behind);
    }
    let code = word_end(v, next);
    (code > next && CURRENCIES.hold(v, next, code)).then_some(code)
}

/// Digits with single signs between.
fn number_end(v: View<'_>, at: usize) -> Option<usize> {
    let mut end = at;
    while end < at + 24
        && (v.at(end).is_ascii_digit()
            || end > at && matches!(v.at(end), b'.' | b',' | b'\'') && v.at(end + 1).is_ascii_digit())
    {
        end += 1;
    }
    let suffix = matches!(v.at(end), b'k' | b'K' | b'm' | b'M') && !is_letter(v.at(end + 1));
    (end > at && end < at + 24).then_some(end + usize::from(suffix))
}

/// How many bytes the currency sign at `at` has.
fn sign_length(v: View<'_>, at: usize) -> usize {
    if v.at(at) == b'$' {
        return 1;
    }
    let starts = |sign: &&str| v.slice(at, at + sign.len()) == sign.as_bytes();
    ["£", "¥", "€", "₹"].iter().find(|sign| starts(sign)).map_or(0, |sign| sign.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::secret::tests::{conforms, cues};

    #[test]
    fn examples() {
        conforms(&ENTRY, cues);
    }
}

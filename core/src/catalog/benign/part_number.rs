//! Model, part and serial numbers: letters and digits in any grouping that a word calls so.
//!
//! They come in every form there is, and so in that of identity and telephone numbers. What is grouped like a card and
//! passes its check stays a card, whatever the word before it.
use super::before::{is_called, may_be_called};
use crate::catalog::prelude::*;
use crate::text::word_set::WordSet;

pub(super) static ENTRY: Entry = Entry::new("PART_NUMBER")
    .title("Model, part or serial number")
    .category(Category::Benign)
    .sensitivity(Sensitivity::Low)
    .score(60)
    .anchors(&[(Anchor::Rival, named)])
    .finds(&[
        "part number <<472-81-0094>>",
        "P/N: <<415-555-0123>>",
        "my model is <<AB123456C>>",
        "Teilenummer <<415-555-0123>>",
        "modèle n° <<472-81-0094>>",
        "repuesto <<415-555-0123>>",
        "serial no. <<472-81-0094>>",
    ])
    .skips(&[
        ("472-81-0094", "nobody calls it a part number"),
        ("model 4111 1111 1111 1111", "grouped like a card, and its check passes"),
        ("as a part of this my phone is 415-555-0123", "a nearer word calls it a telephone"),
        ("the part is late", "no number"),
    ])
    .sources(&["Forms seen in shop and repair systems"]);

static NAMES: WordSet<128> = WordSet::of(&[
    "part parts partnumber partno pn mpn oem model models modelnumber modelno sku serial serialnumber sn article item",
    "modell modellnummer modellnr teil teilenummer teilenr ersatzteil artikel artikelnummer artikelnr seriennummer",
    "modèle modele pièce piece référence reference série modelo pieza repuesto artículo articulo serie modello ricambio",
    "articolo onderdeel onderdeelnummer serienummer peça typenbezeichnung",
]);
static FILLERS: WordSet<64> = WordSet::of(&[
    "number numbers no nr num n° is was the code id of nummer numero número numéro nº de del du n der die das ist est es",
]);

/// A candidate of letters and digits, with a digit among them, behind such a word.
fn named(probe: &Probe<'_>) -> Option<Found> {
    if may_be_called(probe.view, probe.at, &NAMES, &FILLERS, true) { judge(probe) } else { None }
}

#[inline(never)]
fn judge(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    if !is_called(v, probe.at, &NAMES, &FILLERS, b"psm") {
        return None;
    }
    let value = v.slice(probe.at, probe.end);
    let part = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'/' | b' ');
    // A telephone number keeps its brackets and its plus.
    let code = value.len() <= 40 && value.iter().all(part) && value.iter().any(u8::is_ascii_digit);
    code.then(|| Found::new(probe.at, probe.end).cued())
}

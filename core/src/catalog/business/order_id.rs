//! Order number.
//!
//! Known by the words around it alone. Nobody's by itself, and what support talks about all day, so it is off by
//! default; `ORDER_REFERENCE` keeps such numbers from being taken for others. Who knows the form of the own numbers
//! declares a template for it.
//!
//! # Sources
//! Forms seen in shops and helpdesk systems.
use crate::catalog::prelude::*;
use crate::catalog::reference::told;

/// Words for a number of an order.
#[rustfmt::skip]
static NUMBERS: &[&str] = &[
    "ordernumber", "orderid", "orderno", "bestellnummer", "bestellnr", "auftragsnummer", "auftragsnr",
    "ordernummer", "ordernr", "bestelnummer", "bestelnr",
];
/// Words for an order.
#[rustfmt::skip]
static ORDERS: &[&str] = &[
    "order", "bestellung", "auftrag", "commande", "pedido", "encomenda", "ordine", "d’ordine", "bestelling",
];

pub(super) static ENTRY: Entry = Entry::new("ORDER_ID")
    .title("Order number")
    .category(Category::Business)
    .sensitivity(Sensitivity::Low)
    .score(75)
    .off_by_default()
    .anchors(&[(Anchor::Cue(NUMBERS), numbered), (Anchor::Cue(ORDERS), ordered)])
    .finds(&[
        "order number <<4417-22>>",
        "order #<<A-88123>>",
        "my order <<1144663>> is late",
        "Bestellnummer <<88123>>",
        "commande n° <<448812>>",
        "mi pedido <<4488123>>",
        "numero d'ordine: <<88123>>",
        "bestelnummer <<88123>>",
    ])
    .skips(&[
        ("i placed an order on 12/05/2024", "a date"),
        ("order 500 pieces", "an amount"),
        ("in order to get 10000 points", "no order is spoken of"),
        ("the order number is missing", "no value"),
        ("order no: [ORDER_ID]", "a label"),
    ])
    .sources(&["Forms seen in shops and helpdesk systems"]);

fn numbered(p: &Probe<'_>) -> Option<Found> {
    told(p, true)
}

fn ordered(p: &Probe<'_>) -> Option<Found> {
    told(p, false)
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

//! Order, ticket, case and invoice numbers: a number that its writer calls one.
//!
//! Wins over bare numbers that no better word explains. A card in its usual grouping that passes Luhn is not taken
//! for an order number, whatever the word before it.
use crate::catalog::prelude::*;

pub(super) static ENTRY: Entry = Entry::new("ORDER_REFERENCE")
    .title("Order or ticket number")
    .category(Category::Benign)
    .sensitivity(Sensitivity::Low)
    .score(50)
    .shape("9{7,20}?|999-9999999-9999999|99999-99999?|999-999-9999?|9999-9999-9999?")
    .context(&[
        "order", "orders", "ordernumber", "ticket", "case", "invoice", "reference", "ref", "incident", "request",
        "sku", "serial", "article", "item", "product", "model", "part", "transaction", "receipt", "quote", "rma",
        "bestellung", "bestellnummer", "auftrag", "auftragsnummer", "rechnung", "rechnungsnummer", "vorgang",
        "ticketnummer", "artikel", "pedido", "factura", "referencia", "artículo", "commande", "facture", "référence",
        "seriennummer", "coupon", "voucher", "booking", "reservation", "payment", "payments", "transactions", "tickets",
        "pedidos", "pago", "transacción", "transaccion", "commandes", "paiement", "zahlung", "transaktion", "bestellungen",
    ])
    .finds(&[
        "order <<4539148803436467>>",
        "mi pedido <<4539148803436467>>",
        "ma commande <<4539148803436467>>",
        "meine Bestellung <<4539148803436467>>",
        "see payment <<4539148803436467>>",
        "the transaction is <<4539148803436467>>",
        "ticket <<20261123001>>", "<<114-4663600-3067245>>",
    ])
    .skips(&[
        ("20261123001", "a bare number that nobody calls an order"),
        ("order 12", "too short to be mistaken for data"),
        ("order from friday", "no number"),
    ])
    .sources(&["Forms seen in shop and helpdesk systems"]);

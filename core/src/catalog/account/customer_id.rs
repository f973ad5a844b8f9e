//! Customer or member number.
//!
//! Whatever a shop gives its customers: known by the words around it alone. Who knows the form of the own numbers
//! declares a template for it; that is surer, and why this type is off by default.
//!
//! # Sources
//! Forms seen on invoices and in helpdesk systems.
use crate::catalog::prelude::*;
use crate::catalog::reference::told;
use crate::text::phrase::follows;
use crate::text::word_set::WordSet;

/// Words for a number of a customer.
#[rustfmt::skip]
static NUMBERS: &[&str] = &[
    "customerid", "clientid", "memberid", "custid", "custno", "kundennummer", "kundennr", "mitgliedsnummer",
    "mitgliedsnr", "mitgliedsnummern", "klantnummer", "klantnr", "klantid", "klantcode", "lidnummer",
    "ledennummer", "kundenkennung",
];
/// Words for a customer, who has other things than a number, too.
#[rustfmt::skip]
static CUSTOMERS: &[&str] = &[
    "customer", "client", "cliente", "klant", "kunde", "kunden", "member", "membership", "mitglied", "mitglieds",
    "membre", "adhérent", "socio", "sócio", "loyalty",
];

pub(super) static ENTRY: Entry = Entry::new("CUSTOMER_ID")
    .title("Customer or member number")
    .category(Category::Account)
    .sensitivity(Sensitivity::Medium)
    .score(75)
    .off_by_default()
    .anchors(&[(Anchor::Cue(NUMBERS), numbered), (Anchor::Cue(CUSTOMERS), customer)])
    .finds(&[
        "customer id <<4417-22>>",
        "Kundennummer <<88123>>",
        "my member number is <<AC74006089>>",
        "numéro client : <<448812>>",
        "número de cliente <<88123>>",
        "codice cliente <<C-88123>>",
        "klantnummer: <<88123>>",
    ])
    .skips(&[
        ("customer since 2019", "a year"),
        ("customer service 0800 123456", "a telephone number"),
        ("every customer has 3 orders", "no number of a customer"),
        ("customer id is missing", "no value"),
        ("customer number: [CUSTOMER_ID]", "a label"),
    ])
    .sources(&["Forms seen on invoices and in helpdesk systems"]);

fn numbered(p: &Probe<'_>) -> Option<Found> {
    told(p, true)
}

/// `service client 0800…`: who is called there is no customer.
static SERVICE: WordSet<16> = WordSet::of(&["service atención atencion servicio serviço servizio"]);

fn customer(p: &Probe<'_>) -> Option<Found> {
    told(p, false).filter(|_| !follows(p.view, p.at, &SERVICE, 2))
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

//! Company, authority, club.
//!
//! Found by the name model alone (feature `names`), which reads the whole sentence. Shops and banks are what support talks
//! about all day and nobody's secret, and the model is less sure of them than of people, so it is off by default.
//!
//! # Sources
//! The model card, `core/src/model/CARD.md`.
use crate::catalog::prelude::*;

pub(super) static ENTRY: Entry = Entry::new("ORGANIZATION")
    .title("Company, authority or club")
    .category(Category::Business)
    .sensitivity(Sensitivity::Low)
    .score(50)
    .off_by_default()
    .finds(&[
        "I work at <<Kettle Logistics GmbH>> as a driver",
        "the invoice is for <<Quorble Holdings Ltd>>",
        "I work for <<Northwind Insurance>>",
    ])
    .skips(&[
        ("the group is waiting", "no name"),
        ("my bank says no", "no name"),
        ("a limited offer", "no company"),
    ])
    .sources(&["The model card of the name model"]);

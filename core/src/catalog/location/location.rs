//! City, region or country that is no part of an address.
//!
//! Found by the name model alone (feature `names`), which reads the whole sentence. A place says little of a person by
//! itself and stands in half of all messages, so it is off by default; inside an address it is always covered.
//!
//! # Sources
//! The model card, `core/src/model/CARD.md`.
use crate::catalog::prelude::*;

pub(super) static ENTRY: Entry = Entry::new("LOCATION")
    .title("City, region or country")
    .category(Category::Location)
    .sensitivity(Sensitivity::Low)
    .score(50)
    .off_by_default()
    .finds(&[
        "the store in <<Manchester>> is closed",
        "we moved from <<Berlin>> last year",
        "my flight from <<Madrid>> was late",
    ])
    .skips(&[
        ("the reading lamp is broken", "a word, not the town"),
        ("a nice leather wallet", "no place"),
        ("please, turkey and chips", "a dish"),
    ])
    .sources(&["The model card of the name model"]);

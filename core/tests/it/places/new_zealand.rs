//! New Zealand: number, name, type; suburb, city and a code of four digits behind it.
use super::{addresses, none};

#[test]
fn new_zealand_addresses() {
    addresses(&[
        "<<43 Vogel Street, Wellington 6012>>",
        "<<Flat 2, 173 Park Road, Grafton, Auckland 1010>>",
        "<<3/27 Victoria Avenue, Remuera, Auckland 1050>>",
        "ship to <<12 Riccarton Road\nChristchurch 8011>> please",
        "<<Unit 5, 88 Moray Place, Dunedin 9016, New Zealand>>",
        "<<PO Box 1234, Wellington 6140>>",
        "<<Private Bag 92019, Auckland 1142>>",
        "i live at <<19 tui crescent, hamilton 3204>>",
        "<<Level 4, 21 Queen Street, Auckland 1010>>",
        "<<410 Valley Road, RD 2, Napier 4182>>",
        "<<55A Marine Parade\nNapier 4110\nNew Zealand>>",
    ]);
}

#[test]
fn no_new_zealand_addresses() {
    none(&[
        "RD 2 is closed",
        "order 6012 from Wellington is late",
        "I flew to Auckland 3 times",
        "in Wellington 2019 was a good year",
        "level 4 of the game",
        "private bag 9 was lost at the airport",
    ]);
}

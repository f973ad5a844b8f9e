//! The United Kingdom and Ireland: number, name, type; the postal code at the end.
use super::{addresses, none};

#[test]
fn british_addresses() {
    addresses(&[
        "I live at <<10 Downing Street, London SW1A 2AA>>.",
        "<<10 downing st, london sw1a 2aa>>",
        "<<221B Baker Street, London NW1 6XE>>",
        "send it to <<Flat 2, 45 High Street, Bristol BS1 4DJ>> please",
        "<<Flat 12B, 7 Rose Court, Leeds, LS1 4AP>>",
        "<<14 Church Lane\nOxford\nOX1 4AA>>",
        "<<3 Mill Close, Bath, BA1 2QA>>",
        "<<27 Park Crescent, Glasgow G3 7AB>>",
        "<<8 Victoria Gardens, York YO1 7AB>>",
        "<<19 Kings Mews, London, WC1N 2ER>>",
        "<<64 Station Road, Clifton, Bristol, BS8 4AA>>",
        "<<90 Dean Mews, Leeds CV0 4FT>>",
        "<<16 Andrews Junctions, Bristol DD9 8LP>>",
        "<<7 lawrence glen, bristol cf95 0sd>>",
        "<<5 The Green, Norwich NR1 3AB>>",
        "<<33 Hill Rise, Sheffield S10 2TN, UK>>",
        "<<Unit 4, 12 Wharf Road, Birmingham B1 2JP>>",
        "my address is <<23 acacia avenue>>",
        "<<102 Queens Drive, Liverpool>>",
        "<<6 St Mary's Road, Southampton SO14 0BH>>",
        "<<11 Oak Terrace, Edinburgh, EH3 9AB, Scotland>>",
        "<<41 Castle Street, Cardiff CF10 1BH>>",
        "<<77 Long Row, Nottingham NG1 2DH>>",
        "<<12 Grove Park, Belfast BT3 9HJ, Northern Ireland>>",
        "<<PO Box 55, Manchester M1 1AE>>",
        "<<2 harbour view, plymouth pl1 2aa>> is right",
        "<<15 O'Connell Street, Dublin>>",
        "ship to <<88 Windsor Way, Reading RG1 1AA>>, thanks",
        "<<Rose Cottage, Church Lane, Little Snoring, NR21 0HX>>",
        "to <<Church Lane, Hove BN3 3AA>> please",
        "<<9 Old Kent Road, London SE1 5TT, England>>",
    ]);
}

#[test]
fn no_british_addresses() {
    none(&[
        "please place an order 12",
        "close my account, order 4 is late",
        "can you close 3 tickets today",
        "I have 2 close friends",
        "Galaxy S21 8GB is broken",
        "the m8 4th exit",
        "got 3 emails, please close",
        "room 12 has a nice view",
        "take the 2nd left at the green",
        "5 days in a row",
        "it is 20 degrees in the park",
        "press 3 to go to the next square",
        "top 10 places in London",
        "model E1 5GB",
    ]);
}

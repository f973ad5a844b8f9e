//! Street address as it is written in the US, the UK, Canada, Australia, Germany, Austria, Switzerland, France, Spain,
//! Italy, the Netherlands, Belgium, Ireland, New Zealand and Brazil.
//!
//! House number and street in the order of the country; then, as far as they are there, a direction, a unit, and city,
//! region and postal code in the country's order, over up to two line breaks, and the country. All of it is one value.
//! Small letters are taken too, but then no word of the name may be one that measures or counts ("24 hours drive"), and a
//! type that is an everyday word ("place", "via", "-weg") needs a postal code, a unit or a word about addresses near it.
//! Also boxes at the post office.
//!
//! # Sources
//! USPS Publication 28, Postal Addressing Standards (street suffixes, units, boxes); Royal Mail, How to address your mail;
//! Canada Post, Addressing Guidelines; Australia Post, Correct addressing; DIN 5008; La Poste, NF Z 10-011; Correos;
//! Poste Italiane; PostNL; Universal Postal Union S42, templates of postal addresses.
use super::{boxes, compound, english, labelled, leading, line, street_types};
use crate::catalog::prelude::*;

pub(super) static ENTRY: Entry = Entry::new("STREET_ADDRESS")
    .title("Street address")
    .category(Category::Location)
    .sensitivity(Sensitivity::Medium)
    .score(62)
    .context(WORDS)
    .anchors(&[
        (Anchor::Cue(street_types::CLEAR), english::clear),
        (Anchor::Cue(street_types::EVERYDAY), english::everyday),
        (Anchor::Cue(street_types::RARE), english::rare),
        (Anchor::Cue(leading::CLEAR), leading::clear),
        (Anchor::Cue(leading::CAPITAL), leading::capital),
        (Anchor::Cue(leading::EVERYDAY), leading::everyday),
        (Anchor::Suffix(compound::ENDS), compound::behind_name),
        (Anchor::Cue(&["nr", "hausnummer"]), compound::with_label),
        (Anchor::Line, line::before_code),
        (Anchor::Cue(labelled::CUES), labelled::behind_word),
        (Anchor::Cue(&["box", "pobox", "bag"]), boxes::english),
        (Anchor::Cue(&["postfach", "postbus", "apartado", "apdo", "aptdo", "postale", "caixa"]), boxes::foreign),
        (Anchor::Cue(&["bp", "cs"]), boxes::french),
    ])
    .finds(&[
        "<<1600 Amphitheatre Pkwy, Mountain View, CA 94043>>",
        "i live at <<45 elm street apt 5p>>",
        "Ship to <<350 5th Ave, Suite 200\nNew York, NY 10118>> please",
        "send it to <<PO Box 123, Springfield, IL 62704>>",
        "<<221B Baker St>>.",
        "i'm at <<10 downing st, london sw1a 2aa>>",
        "<<Flat 3, 12 Rose Close, Leeds LS1 4AP>>",
        "<<111 Wellington St, Ottawa, ON K1A 0A9>>",
        "<<Unit 5/12 George St, Sydney NSW 2000>>",
        "Meine Adresse: <<Hauptstraße 12, 38640 Goslar am Harz>>.",
        "ich wohne <<lindenstr. 5>>",
        "<<Am Markt 5, 38640 Goslar>>",
        "<<Bahnhofstrasse 3, 8001 Zürich>>",
        "j'habite <<12 rue de la Paix, 75002 Paris>>",
        "vivo en <<Calle Mayor 5, 3º B, 28013 Madrid>>",
        "abito in <<via Garibaldi 12, 20121 Milano (MI)>>",
        "<<Keizersgracht 123, 1015 CJ Amsterdam>>",
        "<<Postfach 10 20 30, 50667 Köln>>",
        "my address is <<32 basant vihar moscow>> and",
    ])
    .skips(&[
        ("it is a 2 way street", "a kind of street"),
        ("24 hours drive", "a length of time"),
        ("i have 3 st left", "no street name"),
        ("in 5 days way too late", "a length of time"),
        ("500 gb hard drive", "a device"),
        ("sent via email 3 days ago", "a way of sending"),
        ("mein Arbeitsplatz 12 ist weg", "a place of work"),
        ("die Straße ist seit 3 Tagen gesperrt", "no house number"),
        ("la calle 5 días cerrada", "a length of time"),
        ("je suis dans la rue depuis 3 jours", "a length of time"),
        ("In 3 Schritten, 2024 Update", "no street"),
        ("please place an order 12", "no street"),
        ("bp 120/80", "a blood pressure"),
    ])
    .sources(&["USPS Publication 28", "Royal Mail", "Canada Post", "Australia Post", "DIN 5008", "UPU S42"]);

/// Words about addresses, in the languages of the grammars.
#[rustfmt::skip]
const WORDS: &[&str] = &[
    "address", "addresses", "addr", "ship", "shipping", "shipped", "deliver", "delivered", "delivery", "live", "lives",
    "living", "moved", "move", "moving", "mail", "mailing", "located", "reside", "billing", "house", "apartment", "home",
    "residence", "pickup",
    "adresse", "anschrift", "lieferadresse", "rechnungsadresse", "wohne", "wohnt", "wohnhaft", "umgezogen", "lieferung",
    "liefern", "hausnummer",
    "habite", "domicile", "domicilié", "livraison", "livrer", "livré",
    "dirección", "direccion", "vivo", "vive", "domicilio", "entrega", "entregar", "envíen",
    "indirizzo", "abito", "residente", "residenza", "spedire", "spedizione", "consegna", "consegnare",
    "adres", "woon", "bezorgen", "bezorgadres", "leveren", "verhuisd",
    "endereço", "moro",
];

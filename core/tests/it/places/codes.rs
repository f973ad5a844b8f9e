//! Postal codes alone.
use super::{each, none};

#[test]
fn postal_codes_alone() {
    each(
        &[
            "my postcode is <<sw1a 2aa>>",
            "<<SW1A 2AA>>",
            "<<m1 1ae>>",
            "it's <<BS1 4DJ>> I think",
            "<<K1A 0B1>> is mine",
            "postal code: <<k1a 0b1>>",
            "postcode <<1012 KL>>",
            "ich komme aus <<80331>> München",
            "PLZ: <<38640>>",
            "meine Postleitzahl ist <<8001>>",
            "code postal <<69003>>",
            "<<75011>> Paris",
            "código postal <<28013>>",
            "<<28013>> Madrid",
            "CAP <<20121>>",
            "<<00184>> Roma",
            "zip <<94043>>",
            "zip code is <<625109>>",
            "new york <<10001>>",
            "i live in texas <<75074>>",
            "fl <<33124>>",
            "Melbourne <<3065>>",
            "Sydney NSW <<2000>>",
            "<<8001>> Zürich",
            "<<1060>> Wien",
            "my city is pune and zip is <<411001>>",
            "boston <<02110>>",
            "<<98103>> seattle",
        ],
        "POSTAL_CODE",
    );
}

#[test]
fn no_postal_codes() {
    none(&[
        "order 10115",
        "10115 orders in Berlin",
        "flight 75011 to Paris",
        "boston 12345",
        "in 2020 Haarlem",
        "since 2024 Sydney 2000",
        "XY12 3ZZ",
        "PS5 2AB",
        "S10 8GB",
        "A4 5TH",
        "B2B 3C4",
        "OK 20000 then",
        "order ID 12345",
        "zip file 12345678",
        "hat size 1012 ab",
        "iPhone SE 64000",
        "code 28013",
        "Windows 11 23H2 22631",
        "E1 error 5",
        "booking AB12CD",
        "data cap 10000 MB",
        "zip the 10000 files",
    ]);
}

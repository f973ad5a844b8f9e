//! Ireland: as in the UK; counties and postal districts, and an Eircode at the end.
use super::{addresses, none};

#[test]
fn irish_addresses() {
    addresses(&[
        "<<12 O'Connell Street, Dublin 1, D01 F5P2>>",
        "<<Apt 4, 27 Merrion Road, Ballsbridge, Dublin 4, D04 X2K8>>",
        "please send it to <<45 Patrick Street, Cork T12 W8KP>>.",
        "<<8 Eyre Square\nGalway\nH91 FD60>>",
        "<<Unit 3, 19 Harbour Road, Howth, Co. Dublin>>",
        "<<3 Main Street, Naas, Co. Kildare, W91 KX42>>",
        "<<Rose Cottage, Mill Lane, Adare, Co. Limerick, V94 T2H7>>",
        "<<PO Box 77, Waterford X91 PK15>>",
        "<<16 Upper Mount Street, Dublin 2, Ireland>>",
        "i live at <<22 shannon drive, limerick v94 a1c2>>",
        "<<Flat 2B, 9 Castle Avenue, Clontarf, Dublin 3>>",
    ]);
}

#[test]
fn no_irish_addresses() {
    none(&[
        "gate D04 is closed",
        "the D01 and the F92 forms",
        "error H91 on the boiler",
        "part T12 W8 is missing",
        "room 3 in the main building",
        "I waited 4 days in Dublin",
    ]);
}

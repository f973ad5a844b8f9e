//! Austria: as in Germany; stairs, floor and door behind slashes, four digits before the city.
use super::{addresses, none};

#[test]
fn austrian_addresses() {
    addresses(&[
        "<<Mariahilfer Straße 45/3/12, 1060 Wien>>",
        "<<Landstraßer Hauptstraße 71/2/5, 1030 Wien, Österreich>>",
        "<<Lindengasse 8, Stiege 2, Tür 14, 1070 Wien>>",
        "Bitte an <<Annenstraße 20, Top 4, 8020 Graz>> senden",
        "<<Getreidegasse 9\n5020 Salzburg>>",
        "<<Maria-Theresien-Straße 18\nA-6020 Innsbruck\nÖsterreich>>",
        "<<Postfach 120, 4021 Linz>>",
        "wohnhaft <<Am Graben 12, 1010 Wien>>",
        "<<Wiener Straße 33a, 3100 St. Pölten>>",
        "ich wohne <<neubaugasse 12/7, 1070 wien>>",
    ]);
}

#[test]
fn no_austrian_addresses() {
    none(&[
        "Stiege 2 ist gesperrt",
        "Im Jahr 1060 begann alles",
        "Top 4 der Woche",
        "Tür 14 klemmt seit 3 Tagen",
        "Kapitel 45/3/12 fehlt",
    ]);
}

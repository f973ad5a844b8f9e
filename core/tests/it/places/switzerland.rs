//! Switzerland, in German, French and Italian: four digits before the city.
use super::{addresses, none};

#[test]
fn swiss_addresses() {
    addresses(&[
        "<<Bahnhofstrasse 3, 8001 Zürich>>",
        "<<Spitalgasse 14, CH-3011 Bern>>",
        "<<Rue du Rhône 48, 1204 Genève>>",
        "<<12, rue de Bourg\n1003 Lausanne>>",
        "<<Via Nassa 5, 6900 Lugano>>",
        "<<Postfach 55, 8021 Zürich>>",
        "<<Case postale 12, 1211 Genève>>",
        "<<Casella postale 8, 6901 Lugano>>",
        "<<Freie Strasse 12, 3. Stock, 4051 Basel>>",
        "<<Rosenbergstrasse 6\n9000 St. Gallen\nSchweiz>>",
        "ich wohne an der <<hofwiesenstrasse 22, 8057 zürich>>",
        "<<Avenue de la Gare 7, 1950 Sion, Suisse>>",
    ]);
}

#[test]
fn no_swiss_addresses() {
    none(&[
        "Bestellung 8001 aus Zürich",
        "le train de 1204 est en retard",
        "Das kostet 45 Franken",
        "Postfach ist voll, 12 Mails warten",
        "3. Stock, bitte klingeln",
    ]);
}

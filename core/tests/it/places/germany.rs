//! Germany, Austria, Switzerland: the type ends the name, the number stands behind it, the postal code before the city.
use super::{addresses, none};

#[test]
fn german_addresses() {
    addresses(&[
        "Meine neue Adresse lautet <<Hauptstraße 12, 38640 Goslar>>.",
        "bitte an <<hauptstr. 5, 10115 berlin>> schicken",
        "<<Weihmannring 24, 73021 München>>",
        "Lieferung bitte an <<Hans-Michael-Freudenberger-Weg 22, 92320 Garmisch-Partenkirchen>>",
        "<<Ernst-Wende-Platz 11, 58584 Bützow>> stimmt",
        "ich wohne jetzt <<lindenallee 3a, 27380 mühldorf am inn>>",
        "<<Große Elbstraße 145d, 22767 Hamburg>>",
        "<<Berliner Straße 7\n60311 Frankfurt am Main>>",
        "<<Berliner Str. 7, 60311 Frankfurt/Main>>",
        "<<Am Markt 5, 38640 Goslar>> ist richtig",
        "wohnhaft <<An der Alster 12, 20099 Hamburg>>, danke",
        "Anschrift: <<Unter den Linden 77, 10117 Berlin>>",
        "<<Karl-Marx-Str. 4-6, 04109 Leipzig>>",
        "<<St.-Martin-Straße 53, 81669 München>>",
        "<<Dr.-Otto-Röhm-Str. 18, 64331 Weiterstadt>>",
        "Rechnung an Erika Muster, <<Wagenknechtstr. 26, 75592 Ahaus>>, ohne MwSt",
        "<<Postfach 10 20 30, 50667 Köln>>",
        "bin umgezogen in die <<Gartenstraße 8>>",
        "<<Gartenstraße 8, 2. OG, 70173 Stuttgart>>",
        "<<Gartenstraße 8, Hinterhaus, 70173 Stuttgart, Deutschland>>",
        "Neue Adresse <<HAUPTSTRASSE 12, 10115 BERLIN>>",
        "<<Hauptstraße Nr. 12, 10115 Berlin>>",
        "<<Dorfstr. 5, Ortsteil Au, 38640 Goslar>>",
        "<<Alter Markt 12 | 50667 Köln>>",
        "<<Zum Sportplatz 3, 49716 Meppen>>",
        "<<Hofweg 5, 38640 Goslar>>",
        "<<Aalstr 3>>",
        "<<Kreinweg 13, 47140 Roth>>",
        "meine adresse ist <<bahnhofstr 17>>",
        "<<Rosenweg 3, D-79098 Freiburg im Breisgau>>",
        "<<Marktplatz 1, 38640 Goslar am Harz>>, Herr Muster",
        "zur <<Hauptstr.12, 10115 Berlin>>",
        "<<Platz der Republik 1, 11011 Berlin>>",
        "<<Straße des 17. Juni 135, 10623 Berlin>>",
    ]);
}

#[test]
fn austrian_and_swiss_addresses() {
    addresses(&[
        "<<Mariahilfer Straße 45/3/12, 1060 Wien>>",
        "<<Kärntner Ring 5, 1010 Wien>>",
        "wohne <<Neubaugasse 12, 1070 Wien>>",
        "<<Getreidegasse 9, A-5020 Salzburg>>",
        "<<Landstraßer Hauptstraße 71/2, 1030 Wien, Österreich>>",
        "<<Annenstraße 20, Top 4, 8020 Graz>>",
        "<<Graben 12, 1010 Wien>>",
        "<<Bahnhofstrasse 3, 8001 Zürich>>",
        "<<bahnhofstrasse 3 8001 zürich>> ist korrekt",
        "<<Spitalgasse 14, CH-3011 Bern>>",
        "<<Rue du Rhône 48, 1204 Genève>>",
        "<<Via Nassa 5, 6900 Lugano>>",
        "<<Rosenbergstrasse 6, 9000 St. Gallen>>",
        "<<Steinenvorstadt 12, 4051 Basel>>",
    ]);
}

#[test]
fn no_german_addresses() {
    none(&[
        "Die Straße ist seit 3 Tagen gesperrt",
        "Mein Arbeitsplatz 12 ist weg",
        "Ich bin weg 3 Tage lang",
        "Der Bahnhof 5 Minuten entfernt",
        "Während 2024 war alles gut, 10115 Bestellungen",
        "Bestellung 12345 ist nicht da",
        "Rechnung 5, 20241 Positionen",
        "am 5. Juni, 2024 Uhr",
        "Im Supermarkt 3 Artikel gekauft",
        "auf Seite 12, 10000 Wörter",
        "Hauptstraße ist gesperrt, seit 12 Uhr",
        "Der Monitor 27 Zoll ist defekt",
        "Faktor 2, 50000 Stück",
        "Ich warte in der Schlange, Platz 12",
        "Das Textfeld 3 ist leer",
        "Es waren 12 Straßen gesperrt",
        "Ticket 4711, 12345 bitte",
        "das liegt im Weg. 12 Leute warten",
        "nicht auf der Straße. 12 Leute warten",
        "Punktestand 5, 10000 Punkte",
        "March 5, 2024 Monday",
    ]);
}

//! The Netherlands and Flanders: the type ends the name, the number stands behind it, a code of digits and letters before
//! the city.
use super::{addresses, none};

#[test]
fn dutch_addresses() {
    addresses(&[
        "<<Keizersgracht 123, 1015 CJ Amsterdam>>",
        "Mijn adres is <<Kerkstraat 5, 3011 AB Rotterdam>>.",
        "<<Laan van Meerdervoort 12, 2517 AK Den Haag>>",
        "<<Oudegracht 158 bis, 3511 AZ Utrecht>>",
        "<<Stadhuisplein 1, 5611 EM Eindhoven>>",
        "<<Jan van Galenstraat 323, 1056 CH Amsterdam>>",
        "<<Damrak 1, 1012 LG Amsterdam>>",
        "ik woon op de <<dorpsstraat 12, 1234 ab lutjebroek>>",
        "<<Hoofdstraat 45a, 9711 KL Groningen>>",
        "<<Markt 87, 2611 GS Delft>>",
        "<<Lange Nieuwstraat 8, 3512 PG Utrecht>>",
        "<<Zuidplein 36\n1077 XV Amsterdam>>",
        "<<Molenweg 3, 7391 AA Twello>>",
        "<<Parkweg 10, 6212 XN Maastricht, Nederland>>",
        "<<Kalverstraat 92 hs, 1012 PH Amsterdam>>",
        "bezorgen op <<Stationsplein 4, 2312 AJ Leiden>>",
        "<<Westersingel 14, 3014 GN Rotterdam>>",
        "<<Kerkstraat 5, 3011AB Rotterdam>>",
        "<<kerkstraat 5 3011ab rotterdam>>",
        "<<Burgemeester de Monchyplein 4, 2585 BB Den Haag>>",
        "<<Eerste Helmersstraat 7, 1054 CX Amsterdam>>",
        "<<Hinthamerstraat 22, 5211 MN 's-Hertogenbosch>>",
        "<<Postbus 99, 3500 AB Utrecht>>",
        "<<Meir 12, 2000 Antwerpen>>",
        "<<Veldstraat 8 bus 3, 9000 Gent, België>>",
        "<<Bondgenotenlaan 20, 3000 Leuven>>",
        "adres: <<Beukenlaan 17>>",
    ]);
}

#[test]
fn no_dutch_addresses() {
    none(&[
        "ik ben onderweg 2 dagen",
        "mijn laptop 15 inch",
        "in 2024 AM kwam hij",
        "ordernummer 1012 is weg",
        "het plein is 3 dagen dicht",
        "de straat is 2 weken dicht",
        "op de snelweg 5 uur gestaan",
        "ik was 3 dagen weg 1 keer",
        "pakket 3011 van 5 stuks",
        "in de laan 2 bomen",
    ]);
}

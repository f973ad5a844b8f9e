//! Belgium, in Dutch and in French: the number behind the name, a box behind the number, four digits before the city.
use super::{addresses, none};

#[test]
fn belgian_addresses() {
    addresses(&[
        "<<Meir 12, 2000 Antwerpen>>",
        "<<Veldstraat 8 bus 3, 9000 Gent, België>>",
        "<<Rue de la Loi 16, 1000 Bruxelles>>",
        "<<Rue Neuve 45 bte 7, 1000 Bruxelles>>",
        "<<Avenue Louise 120, boîte 5, 1050 Ixelles>>",
        "<<Bondgenotenlaan 20\n3000 Leuven>>",
        "<<Chaussée de Charleroi 110\nB-1060 Bruxelles\nBelgique>>",
        "<<Postbus 40, 8000 Brugge>>",
        "j'habite <<rue des Guillemins 9, 4000 Liège>>",
        "mijn adres is <<kerkstraat 21 bus 2, 2060 antwerpen>>",
        "<<Grote Markt 1, 8500 Kortrijk>>",
        "<<Boîte postale 12, 5000 Namur>>",
    ]);
}

#[test]
fn no_belgian_addresses() {
    none(&[
        "bus 3 naar Gent is te laat",
        "le bus 45 vers Bruxelles",
        "commande 1000 de Bruxelles",
        "de boîte 5 est vide",
        "ik wacht al 20 dagen",
    ]);
}

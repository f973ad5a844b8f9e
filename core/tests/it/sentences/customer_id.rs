//! Customer numbers, for who switches them on.
use super::hold;

#[test]
fn english() {
    hold(
        "CUSTOMER_ID",
        &[
            "customer id <<4417-22>>",
            "customer number: <<88123>>",
            "customer no. <<88123>>",
            "my customer number is <<C-88123>>",
            "customer #<<88123>>",
            "client id = <<AB4417>>",
            "client number <<448812>>",
            "member id <<CUST-10327>>, dob soon",
            "member id <<6044 210 7752>>, dob soon",
            "membership number <<4390335860>>",
            "member no <<4712-4111-57>>",
            "customer <<88123>> called again",
            "customer_id=<<88123>>",
            "{\"customerId\": \"<<88123>>\"}",
            "customer id\n<<88123>>",
            "loyalty number <<448812>>",
            "customer ID - <<88123>>",
        ],
        &[
            "customer since 2019",
            "customer service 0800 123456",
            "every customer gets 10000 points",
            "the customer id is wrong",
            "customer number missing",
            "5 customers waiting",
            "customer of the year 2024",
            "client side error 500",
            "members only: 12/05/2024",
            "customer care opened 10:30",
            "customer number: [CUSTOMER_ID]",
            "customer paid 12000 euros",
            "my client version is 4.2.1",
            "customer@example.com",
            "the member joined on 12/05/2024",
        ],
    );
}

#[test]
fn romance() {
    hold(
        "CUSTOMER_ID",
        &[
            "número de cliente <<88123>>",
            "numero de cliente: <<88123>>",
            "mi número de cliente es <<88123>>",
            "id de cliente <<C88123>>",
            "código de cliente: <<4417-22>>",
            "número de socio <<448812>>",
            "numéro client : <<448812>>",
            "numéro de client <<448812>>",
            "n° client <<448812>>",
            "référence client : <<CL-4488>>",
            "identifiant client <<448812>>",
            "número do cliente: <<88123>>",
            "código do cliente <<88123>>",
            "codice cliente <<C-88123>>",
            "numero cliente: <<88123>>",
            "il mio codice cliente è <<88123>>",
        ],
        &[
            "cliente desde 2019",
            "soy cliente hace 12 años",
            "atención al cliente 900123456",
            "número de cliente incorrecto",
            "el cliente pagó 12000 euros",
            "client depuis 2019",
            "service client 0800123456",
            "numéro client manquant",
            "le client attend depuis 3 jours",
            "cliente há 12 anos",
            "serviço ao cliente 800123456",
            "código do cliente errado",
            "cliente dal 2019",
            "servizio clienti 800123456",
            "codice cliente mancante",
            "numero cliente: [CUSTOMER_ID]",
        ],
    );
}

#[test]
fn german_and_dutch() {
    hold(
        "CUSTOMER_ID",
        &[
            "Kundennummer <<88123>>",
            "Kundennummer: <<88123>>",
            "meine Kundennummer ist <<88123>>",
            "Kunden-Nr. <<88123>>",
            "Kunden-Nr.<<88123>>",
            "kundennr <<C88123>>",
            "Kunden-ID: <<4417-22>>",
            "Mitgliedsnummer <<448812>>",
            "Mitglieds-Nr. <<448812>>",
            "kundennummer\n<<88123>>",
            "Kunde <<88123>> hat angerufen",
            "klantnummer <<88123>>",
            "klantnummer: <<88123>>",
            "mijn klantnummer is <<88123>>",
            "klantnr. <<88123>>",
            "klant-id <<K-88123>>",
            "lidnummer <<448812>>",
        ],
        &[
            "Kunde seit 2019",
            "Kundenservice 0800123456",
            "meine Kundennummer fehlt",
            "Kundennummer falsch",
            "10000 Kunden warten",
            "der Kunde zahlte 12000 Euro",
            "Kunden warten seit 12.05.2024",
            "Mitglied seit 2019",
            "Kundennummer: [CUSTOMER_ID]",
            "Kunden unter 18",
            "klant sinds 2019",
            "klantenservice 0800123456",
            "klantnummer onbekend",
            "de klant wacht 3 dagen",
            "klantnummer vergeten",
            "lid sinds 12-05-2019",
        ],
    );
}

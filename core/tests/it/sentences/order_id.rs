//! Order numbers, for who switches them on.
use super::hold;

#[test]
fn english() {
    hold(
        "ORDER_ID",
        &[
            "order number <<4417-22>>",
            "order #<<88123>>",
            "order no. <<88123>>",
            "order id: <<A88123>>",
            "my order <<1144663>> is late",
            "order <<114-4663600-3067245>> never came",
            "the order number is <<WB-2024-8812>>",
            "order: <<88123>>",
            "order_id=<<88123>>",
            "where is order nr <<88123>>",
            "my order number was <<448812>>",
            "order number\n<<448812>>",
            "order (<<448812>>)",
            "about order no.<<88123>>",
            "orderid <<ORD88123>>",
        ],
        &[
            "i placed an order on 12/05/2024",
            "order 500 pieces",
            "order 2 pizzas",
            "in order to get 10000 points",
            "my order is 3 days late",
            "order number missing",
            "the order cost 12000 euros",
            "order by 10:30",
            "i want to order an iphone15",
            "order confirmation sent at 10am",
            "order no: [ORDER_ID]",
            "order of magnitude 10000",
            "i order from example.com since 2019",
            "back order 3",
            "call 555-0100 about my order",
        ],
    );
}

#[test]
fn romance() {
    hold(
        "ORDER_ID",
        &[
            "mi pedido <<4488123>>",
            "número de pedido: <<88123>>",
            "pedido nº <<88123>>",
            "el número de mi pedido es <<88123>>",
            "pedido #<<A-88123>>",
            "commande n° <<448812>>",
            "numéro de commande : <<448812>>",
            "ma commande <<448812>>",
            "commande numéro <<448812>>",
            "número do pedido: <<88123>>",
            "pedido número <<88123>>",
            "encomenda <<448812>>",
            "numero d'ordine: <<88123>>",
            "ordine n. <<88123>>",
            "il mio ordine <<448812>>",
        ],
        &[
            "mi pedido llega tarde",
            "hice un pedido el 12/05/2024",
            "pedido de 500 unidades",
            "número de pedido incorrecto",
            "el pedido costó 12000 euros",
            "ma commande du 12/05/2024",
            "commande de 3 articles",
            "numéro de commande manquant",
            "ma commande a 3 jours de retard",
            "meu pedido atrasou 3 dias",
            "pedido feito em 12/05/2024",
            "número do pedido errado",
            "il mio ordine del 12/05/2024",
            "ordine di 500 pezzi",
            "numero ordine mancante",
            "in ordine alfabetico",
        ],
    );
}

#[test]
fn german_and_dutch() {
    hold(
        "ORDER_ID",
        &[
            "Bestellnummer <<88123>>",
            "Bestellnummer: <<WB-8812>>",
            "meine Bestellung <<448812>>",
            "Bestellung Nr. <<88123>>",
            "Bestell-Nr. siehe Bestellung #<<88123>>",
            "Auftragsnummer <<88123>>",
            "Auftrag <<448812>> fehlt",
            "bestellnr. <<88123>>",
            "die Bestellnummer lautet <<448812>>",
            "Bestellung: <<88123>>",
            "bestelnummer <<88123>>",
            "bestelnummer: <<88123>>",
            "mijn bestelling <<448812>>",
            "ordernummer is <<88123>>",
            "bestelling nr <<88123>>",
        ],
        &[
            "meine Bestellung vom 12.05.2024",
            "Bestellung von 500 Stück",
            "Bestellnummer fehlt",
            "die Bestellung kam 3 Tage zu spät",
            "Bestellung über 12000 Euro",
            "Bestellnummer: [ORDER_ID]",
            "im Auftrag von",
            "ich möchte 2 bestellen",
            "die Bestellung ist weg",
            "mijn bestelling van 12-05-2024",
            "bestelling van 500 stuks",
            "bestelnummer kwijt",
            "de bestelling is 3 dagen te laat",
            "bestelling geplaatst om 10:30",
            "bestelling kostte 12000 euro",
        ],
    );
}

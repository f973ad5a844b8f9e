//! Italy: type, name, number; the postal code before the city, the province behind it.
use super::{addresses, none};

#[test]
fn italian_addresses() {
    addresses(&[
        "Abito in <<via Garibaldi 12, 20121 Milano>>.",
        "<<Via Roma, 12, 10121 Torino>>",
        "<<Via Giuseppe Verdi 5, 50122 Firenze (FI)>>",
        "<<Viale Monza 140, 20125 Milano MI>>",
        "<<Piazza Garibaldi 3, 80142 Napoli>>",
        "<<Corso Vittorio Emanuele II 24, 00186 Roma>>",
        "<<Corso Buenos Aires, 33, 20124 Milano>>",
        "<<Via dei Mille 7, 80121 Napoli NA>>",
        "<<Via XX Settembre 40, 16121 Genova>>",
        "<<Via 4 Novembre 12, 37126 Verona>>",
        "<<Viale della Libertà 8, 90143 Palermo>>",
        "<<Largo Augusto 1, 20122 Milano>>",
        "<<Vicolo Stretto 2, 06121 Perugia>>",
        "<<Strada Maggiore 22, 40125 Bologna>>",
        "<<Via San Vitale 15, scala B, int. 4, 40125 Bologna>>",
        "<<Piazzale Roma 9, 30135 Venezia>>",
        "<<Lungotevere dei Mellini 10, 00193 Roma, Italia>>",
        "<<Via Emilia 100, 42121 Reggio Emilia>>",
        "<<via mazzini 3, 40121 bologna>> grazie",
        "<<VIA ROMA 12, 20121 MILANO>>",
        "residente in <<via Dante 8>>, secondo piano",
        "spedire a <<Via Po n. 15, 10124 Torino>>",
        "<<Via dell'Orso 11, 20121 Milano>>",
        "<<viale trastevere 60, 00153 roma>>",
        "<<Piazza del Duomo 1\n20122 Milano>>",
        "<<Casella Postale 12, 39100 Bolzano>>",
        "<<Via Manzoni 4, I-20121 Milano>>",
    ]);
}

#[test]
fn no_italian_addresses() {
    none(&[
        "sent via email 3 days ago",
        "I paid via PayPal 50",
        "via DHL 12 March",
        "reply via chat in 5 minutes",
        "via app 3 volte",
        "contact us via phone 24 hours",
        "il corso dura 5 lezioni",
        "in piazza ci sono 20 persone",
        "largo 5 cm",
        "strada facendo 3 volte",
        "via Chrome 120 on Windows",
        "ordine 20121 in corso",
    ]);
}

//! Expiry dates of cards.
use super::hold;

#[test]
fn english() {
    hold(
        "CARD_EXPIRY",
        &[
            "card exp <<09/27>>",
            "my visa expires <<9/2027>>",
            "expiry date of the card: <<09-27>>",
            "credit card valid thru <<12/28>>",
            "mastercard exp <<0927>>",
            "exp <<09/27>> cvv 123",
            "the card expires in <<sept 2027>>",
            "card good through <<10/27>>",
            "visa exp. <<09/27>>",
            "expiration date (mm/yy) <<09/27>> debit card",
            "card expiry\n<<09/27>>",
            "my card expired <<03/24>>",
            "amex, exp: <<09 / 2027>>",
            "4111 1111 1111 1111 <<09/27>>",
            "exp date for the card is <<march 2027>>",
        ],
        &[
            "my card expired",
            "the coupon expires 10/25",
            "my passport expires 10/27",
            "offer valid until 12/25",
            "card expires 13/27",
            "exp 10/25",
            "the trial expires 10/27, card is fine",
            "card expires in 3 days",
            "my warranty expires 10/27",
            "5 years exp 10/12",
            "milk expires 10/25",
            "card payment failed 09/27",
            "card exp 10/25/2020",
            "the link in the card expired 24h ago",
            "membership expires 10/27 on my card",
        ],
    );
}

#[test]
fn romance() {
    hold(
        "CARD_EXPIRY",
        &[
            "mi tarjeta caduca <<09/27>>",
            "fecha de caducidad de la tarjeta: <<09/27>>",
            "tarjeta válida hasta <<09/2027>>",
            "vencimiento de la tarjeta <<09/27>>",
            "ma carte expire <<09/27>>",
            "date d'expiration de la carte : <<09/27>>",
            "carte valable jusqu'au <<09/27>>",
            "validade do cartão: <<09/27>>",
            "o cartão expira em <<09/2027>>",
            "meu cartão vence <<09/27>>",
            "cartão válido até <<09/27>>",
            "data de validade do cartao <<09-27>>",
            "la carta scade <<09/27>>",
            "scadenza carta: <<09/27>>",
            "data di scadenza della carta <<09/2027>>",
            "carta valida fino al <<09/27>>",
            "visa, scadenza <<09/27>>",
            "cartão, validade <<set 2027>>",
        ],
        &[
            "mi tarjeta ha caducado",
            "el cupón caduca 10/25",
            "la leche caduca 10/25",
            "mi pasaporte caduca 10/27",
            "la oferta es válida hasta 12/25",
            "ma carte a expiré",
            "mon passeport expire 10/27",
            "l'offre expire 10/25",
            "meu cartão venceu",
            "a oferta é válida até 12/25",
            "o passaporte expira 10/27",
            "validade do produto 10/25",
            "la mia carta è scaduta",
            "il passaporto scade 10/27",
            "la carta d'identità scade 10/27",
            "l'abbonamento scade 10/27",
            "scadenza fattura 09/27",
            "carta scade tra 3 giorni",
        ],
    );
}

#[test]
fn german_and_dutch() {
    hold(
        "CARD_EXPIRY",
        &[
            "Karte gültig bis <<09/27>>",
            "Ablaufdatum der Karte: <<09/27>>",
            "meine Kreditkarte läuft <<09/27>> ab",
            "Verfallsdatum Karte <<09.27>>",
            "karte ablaufdatum <<09.2027>>",
            "visa gültig bis <<9/27>>",
            "die karte ist gültig bis <<12/2028>>",
            "girocard gültig bis <<12/28>>",
            "kreditkarte exp <<09/27>>",
            "vervaldatum van mijn kaart: <<09/27>>",
            "mijn creditcard verloopt <<09/27>>",
            "kaart geldig tot <<09/27>>",
            "de kaart vervalt <<09/2027>>",
            "vervaldatum creditcard <<09-27>>",
            "bankpas, geldig tot <<09/27>>",
            "mijn kaart is geldig tot <<mei 2027>>",
        ],
        &[
            "meine Karte ist abgelaufen",
            "Gutschein gültig bis 12/25",
            "mein Reisepass ist gültig bis 10/27",
            "das Angebot gilt bis 12/25",
            "Milch mhd 10/25",
            "der Vertrag läuft 09/27 ab",
            "Karte gültig bis 13/27",
            "Personalausweis gültig bis 10/27",
            "Karte seit 09/27",
            "mijn kaart is verlopen",
            "de bon is geldig tot 12/25",
            "mijn paspoort verloopt 10/27",
            "het abonnement verloopt 10/27",
            "rijbewijs geldig tot 10/27",
            "aanbieding geldig tot 12/25",
            "kaart verloopt over 3 dagen",
        ],
    );
}

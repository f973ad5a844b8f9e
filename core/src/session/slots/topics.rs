//! What can be asked for, and in which words.
//!
//! Sorted so that the special comes before the general: what one topic has taken of a question (`username`) is no longer
//! there for the next (`name`). Words are written as `asks` writes questions: small letters, single spaces, no signs.
use crate::entity::{self, EntityType};

/// Something an agent asks a customer for.
#[derive(Debug)]
pub(super) struct Topic {
    pub(super) entity: EntityType,
    /// How an answer looks.
    pub(super) answer: Answer,
    /// What a customer would have written before the value, had nobody asked: the catalogue knows the value behind it.
    pub(super) lead: &'static str,
    /// How it is called in English, German, Spanish, French, Portuguese, Italian and Dutch.
    pub(super) words: &'static [&'static str],
}

/// How an answer looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// Few digits that say nothing of themselves: the answer is these and what is said around values ("it's 912 thanks").
    Digits,
    /// A value that has a form of its own: a few other words may stand around it.
    Form,
    /// Words: the answer is these and what is said before values.
    Words,
    /// One word without spaces.
    Secret,
    /// Asked for, but found without a question too, or not looked for here: its words are taken so that they open nothing else.
    Nothing,
}

const fn topic(
    entity: EntityType,
    answer: Answer,
    lead: &'static str,
    words: &'static [&'static str],
) -> Topic {
    Topic { entity, answer, lead, words }
}

#[rustfmt::skip]
pub(super) static TOPICS: &[Topic] = &[
    topic(entity::EMAIL_ADDRESS, Answer::Nothing, "", &[
        "email address", "e mail address", "mail address", "email", "e mail", "e mail adresse", "mailadresse", "correo electrónico",
        "correo", "adresse mail", "adresse e mail", "adresse email", "courriel", "endereço de e mail", "endereço de email",
        "indirizzo email", "indirizzo e mail", "e mailadres", "emailadres", "mailadres", "ip address", "web address",
        "ip adresse", "company name", "product name",
    ]),
    topic(entity::USERNAME, Answer::Secret, "username: ", &[
        "username", "user name", "login name", "user id", "benutzername", "nutzername", "anmeldename", "nombre de usuario",
        "nom d utilisateur", "identifiant", "nome de usuário", "nome de utilizador", "nome utente", "gebruikersnaam",
    ]),
    topic(entity::SECURITY_ANSWER, Answer::Words, "mother's maiden name: ", &[
        "maiden name", "first pet", "security question", "security answer", "secret question", "memorable word",
        "geburtsname ihrer mutter", "mädchenname", "sicherheitsfrage", "apellido de soltera", "pregunta de seguridad",
        "nom de jeune fille", "question secrète", "question de sécurité", "nome de solteira", "pergunta de segurança",
        "cognome da nubile", "domanda di sicurezza", "meisjesnaam", "geheime vraag",
    ]),
    topic(entity::CARD_LAST_FOUR, Answer::Digits, "card ending in ", &[
        "last 4", "last four", "final four", "final 4", "ending digits", "letzten vier", "letzten 4", "últimos cuatro",
        "últimos 4", "últimas cuatro", "últimas 4", "4 derniers", "quatre derniers", "últimos quatro", "últimas quatro",
        "ultime quattro", "ultime 4", "laatste vier", "laatste 4",
    ]),
    topic(entity::CARD_VERIFICATION_CODE, Answer::Digits, "cvv: ", &[
        "cvv", "cvc", "cvv2", "cvc2", "security code", "code on the back", "digits on the back", "numbers on the back",
        "verification number", "kartenprüfnummer", "prüfnummer", "prüfziffer", "sicherheitscode", "zahlen auf der rückseite",
        "ziffern auf der rückseite", "código de seguridad", "dígitos del reverso", "código de verificación de la tarjeta",
        "cryptogramme", "code de sécurité", "chiffres au dos", "code au dos", "código de segurança", "código no verso",
        "codice di sicurezza", "codice sul retro", "cifre sul retro", "beveiligingscode", "code op de achterkant",
        "cijfers op de achterkant",
    ]),
    topic(entity::CARD_EXPIRY, Answer::Form, "card expiry date: ", &[
        "expiry date", "expiration date", "expiry", "expiration", "expire", "expires", "valid until", "valid thru", "ablaufdatum",
        "gültig bis", "läuft ab", "fecha de vencimiento", "fecha de caducidad", "vence", "caduca", "date d expiration",
        "date de validité", "expire t elle", "data de validade", "validade", "vencimento", "data di scadenza", "scade",
        "scadenza", "vervaldatum", "geldig tot", "verloopt",
    ]),
    topic(entity::ONE_TIME_CODE, Answer::Digits, "your verification code is ", &[
        "verification code", "code we sent", "code we just sent", "code we texted", "code i sent", "code i just sent",
        "one time code", "one time passcode", "passcode", "6 digit code", "six digit code", "code from the text", "tan",
        "bestätigungscode", "code den wir", "sms code", "código de verificación", "código que le enviamos",
        "código que te enviamos", "código sms", "code de vérification", "code reçu", "code envoyé", "code que nous",
        "código de verificação", "código que enviamos", "codice di verifica", "codice che le abbiamo inviato", "codice sms",
        "verificatiecode", "code die we", "smscode",
    ]),
    topic(entity::CREDIT_CARD, Answer::Form, "card number: ", &[
        "card number", "card details", "long number", "16 digits", "number on the card", "kartennummer", "kreditkartennummer",
        "número de tarjeta", "número de la tarjeta", "número de su tarjeta", "número de tu tarjeta", "numéro de carte",
        "numéro de la carte", "numéro de votre carte", "número do cartão", "número do seu cartão", "numero di carta",
        "numero della carta", "numero della sua carta", "kaartnummer", "creditcardnummer",
    ]),
    topic(entity::PIN, Answer::Digits, "pin: ", &[
        "pin", "pin code", "pincode", "telephone banking pin", "geheimzahl", "clave de 4", "code secret", "código pin", "codice pin",
    ]),
    topic(entity::PASSWORD, Answer::Secret, "password: ", &[
        "password", "passwort", "kennwort", "contraseña", "clave de acceso", "mot de passe", "senha", "palavra passe",
        "wachtwoord",
    ]),
    topic(entity::US_SSN, Answer::Form, "ssn: ", &["social security number", "social security", "ssn", "social"]),
    topic(entity::DATE_OF_BIRTH, Answer::Form, "date of birth: ", &[
        "date of birth", "birth date", "birthdate", "dob", "birthday", "when were you born", "born", "geburtsdatum",
        "geburtstag", "geboren", "fecha de nacimiento", "naciste", "nació", "cumpleaños", "date de naissance", "né", "née",
        "data de nascimento", "nasceu", "data di nascita", "nato", "nata", "geboortedatum",
    ]),
    topic(entity::PHONE_NUMBER, Answer::Form, "phone number: ", &[
        "phone number", "phone", "mobile number", "cell number", "telephone number", "contact number", "best number",
        "number to reach you", "number to call", "callback number", "telefonnummer", "handynummer", "rufnummer",
        "mobilnummer", "número de teléfono", "teléfono", "número de móvil", "numéro de téléphone", "téléphone",
        "numéro de portable", "número de telefone", "telefone", "celular", "telemóvel", "numero di telefono", "telefono",
        "cellulare", "telefoonnummer", "mobiele nummer",
    ]),
    topic(entity::US_BANK_NUMBER, Answer::Digits, "my bank account number is ", &[
        "account number", "bank account", "kontonummer", "número de cuenta", "numéro de compte", "número da conta",
        "numero di conto", "rekeningnummer",
    ]),
    topic(entity::POSTAL_CODE, Answer::Form, "zip code ", &[
        "zip code", "zip", "postal code", "postcode", "post code", "postleitzahl", "plz", "código postal", "code postal", "cep",
        "codice postale", "cap",
    ]),
    topic(entity::STREET_ADDRESS, Answer::Form, "my address is ", &[
        "address", "street", "where do you live", "where should we send", "anschrift", "adresse", "straße", "wo wohnen sie",
        "dirección", "domicilio", "endereço", "morada", "indirizzo", "adres",
    ]),
    topic(entity::AGE, Answer::Digits, "my age is ", &[
        "how old", "your age", "wie alt", "cuántos años", "qué edad", "quel âge", "quantos anos", "que idade", "quanti anni",
        "hoe oud",
    ]),
    topic(entity::CUSTOMER_ID, Answer::Nothing, "", &[
        "customer number", "customer id", "order number", "order id", "reference number", "tracking number", "invoice number",
        "kundennummer", "bestellnummer", "número de pedido", "numéro de commande", "número do pedido", "numero d ordine",
        "klantnummer", "bestelnummer", "name of the product", "name of the item", "file name", "domain name",
    ]),
    topic(entity::PERSON, Answer::Words, "my name is ", &[
        "your name", "full name", "first name", "last name", "first and last", "name on the account", "name on the card",
        "name please", "am i speaking", "am i chatting", "ihr name", "ihren namen", "ihr vollständiger name", "wie heißen sie",
        "wie heißt du", "dein name", "su nombre", "tu nombre", "nombre completo", "cómo se llama", "cómo te llamas",
        "votre nom", "nom complet", "comment vous appelez", "seu nome", "nome completo", "como se chama", "il suo nome",
        "nome e cognome", "come si chiama", "uw naam", "je naam", "volledige naam", "hoe heet",
    ]),
    topic(entity::IBAN_CODE, Answer::Nothing, "", &["iban"]),
];

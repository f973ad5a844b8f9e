//! Questions and answers by grammars of their own, in seven languages, and short replies that answer nothing.
use wimple::{Engine, Span, entity};

use super::agent;

/// What is asked for, how in each language, and a value.
struct Asked {
    types: &'static [wimple::EntityType],
    questions: [&'static [&'static str]; 7],
    value: fn(&mut Dice, usize) -> String,
    /// Few digits: without the question they are nothing.
    bare: bool,
}

/// What is said around a value; English, German, Spanish, French, Portuguese, Italian, Dutch.
const AROUND: [&[&str]; 7] = [
    &["{}", "{}.", "it's {}", "it is {} thanks", "sure, {}", "ok {}", "{} please"],
    &["{}", "es ist {}", "ja klar, {}", "{} danke", "das ist {}", "gerne: {}", "{}."],
    &["{}", "es {}", "claro, {}", "sí, {}", "{} gracias", "{}.", "el {}"],
    &["{}", "c'est {}", "oui, {}", "{} merci", "voici : {}", "bien sûr, {}", "{}."],
    &["{}", "é {}", "claro, {}", "sim, {}", "{} obrigado", "{}.", "aqui: {}"],
    &["{}", "è {}", "sì, {}", "certo, {}", "{} grazie", "{}.", "ecco {}"],
    &["{}", "het is {}", "ja, {}", "{} bedankt", "{}.", "hier: {}", "dat is {}"],
];

const FIRST: [&str; 14] = [
    "Anna", "Tomás", "Marie", "Jonas", "Lucía", "Pierre", "Sofia", "Giulia", "Daan", "Emma", "Carlos",
    "Inês", "Marco", "Peter",
];
const LAST: [&str; 14] = [
    "Miller",
    "Schneider",
    "García",
    "Dubois",
    "Silva",
    "Rossi",
    "de Vries",
    "Jansen",
    "Bianchi",
    "Pereira",
    "Moreau",
    "López",
    "Fischer",
    "Walker",
];

const MONTHS: [[&str; 3]; 7] = [
    ["March", "july", "October"],
    ["März", "Juli", "Oktober"],
    ["marzo", "julio", "octubre"],
    ["mars", "juillet", "octobre"],
    ["março", "julho", "outubro"],
    ["marzo", "luglio", "ottobre"],
    ["maart", "juli", "oktober"],
];

struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % n
    }

    fn of<'a, T: ?Sized>(&mut self, list: &[&'a T]) -> &'a T {
        list[self.below(list.len() as u64) as usize]
    }

    fn digits(&mut self, n: usize) -> String {
        (0..n)
            .map(|i| char::from(b'0' + if i == 0 { 1 + self.below(9) } else { self.below(10) } as u8))
            .collect()
    }
}

fn birth(dice: &mut Dice, language: usize) -> String {
    let (day, month, year) = (1 + dice.below(28), dice.below(3), 1940 + dice.below(60));
    let name = MONTHS[language][month as usize];
    match (dice.below(4), language) {
        (0, 0) => format!("{}/{day:02}/{year}", 1 + month),
        (0, _) => format!("{day:02}.{:02}.{year}", 1 + month),
        (1, 0) => format!("{name} {day}, {year}"),
        (1, 1) => format!("{day}. {name} {year}"),
        (1, 2 | 4) => format!("{day} de {name} de {year}"),
        (2, _) => format!("{day:02}/{:02}/{:02}", 1 + month, year % 100),
        _ => format!("{day} {name} {year}"),
    }
}

fn name(dice: &mut Dice, _: usize) -> String {
    let full = format!("{} {}", dice.of(&FIRST), dice.of(&LAST));
    if dice.below(3) == 0 { full.to_lowercase() } else { full }
}

fn phone(dice: &mut Dice, language: usize) -> String {
    let line = 100 + dice.below(100);
    match language {
        0 => format!("{}-555-0{line}", 201 + dice.below(700)),
        1 => format!("0176 {} {}", dice.digits(3), dice.digits(5)),
        2 => format!("6{} {} {}", dice.digits(2), dice.digits(3), dice.digits(3)),
        3 => format!("06 {} {} {} {}", dice.digits(2), dice.digits(2), dice.digits(2), dice.digits(2)),
        4 => format!("(11) 9{}-{}", dice.digits(4), dice.digits(4)),
        5 => format!("347 {} {}", dice.digits(3), dice.digits(4)),
        _ => format!("06 {}", dice.digits(8)),
    }
}

fn post(dice: &mut Dice, language: usize) -> String {
    match language {
        0 => dice.of(&["75074", "10001", "SW1A 1AA", "60614", "M1 1AE"]).to_owned(),
        4 => format!("{}-{}", dice.digits(5), dice.digits(3)),
        6 => format!("{} AB", dice.digits(4)),
        _ => dice.of(&["10115", "28013", "75011", "50122", "80331"]).to_owned(),
    }
}

#[rustfmt::skip]
const ASKED: [Asked; 9] = [
    Asked { types: &[entity::DATE_OF_BIRTH], value: birth, bare: false, questions: [
        &["What is your date of birth?", "Could you confirm your dob please", "And when were you born?"],
        &["Wie lautet Ihr Geburtsdatum?", "Nennen Sie mir bitte noch Ihr Geburtsdatum.", "Wann sind Sie geboren?"],
        &["¿Cuál es su fecha de nacimiento?", "¿Me indica por favor su fecha de nacimiento?", "¿Y cuándo nació?"],
        &["Quelle est votre date de naissance ?", "Pouvez-vous me donner votre date de naissance", "Merci de m'indiquer votre date de naissance."],
        &["Qual é a sua data de nascimento?", "Pode informar a data de nascimento, por favor?", "Data de nascimento:"],
        &["Qual è la sua data di nascita?", "Mi dica per favore la sua data di nascita.", "Può confermarmi la data di nascita?"],
        &["Wat is uw geboortedatum?", "Mag ik uw geboortedatum?", "Kunt u uw geboortedatum doorgeven"],
    ] },
    Asked { types: &[entity::CARD_LAST_FOUR], value: |d, _| d.digits(4), bare: true, questions: [
        &["last 4?", "Can you give me the last four digits of the card?", "What are the last 4 digits on your card"],
        &["Wie lauten die letzten vier Ziffern der Karte?", "Nennen Sie mir bitte die letzten 4 Ziffern.", "Die letzten vier Ziffern?"],
        &["¿Cuáles son los últimos cuatro dígitos?", "¿Me da los últimos 4 dígitos de la tarjeta?", "¿Y los últimos cuatro?"],
        &["Quels sont les quatre derniers chiffres ?", "Les 4 derniers chiffres de la carte, s'il vous plaît", "Pouvez-vous donner les quatre derniers chiffres"],
        &["Quais são os últimos quatro dígitos?", "Pode informar os últimos 4 dígitos do cartão?", "E os últimos quatro?"],
        &["Quali sono le ultime quattro cifre?", "Mi dica per favore le ultime 4 cifre", "E le ultime quattro?"],
        &["Wat zijn de laatste vier cijfers?", "Mag ik de laatste 4 cijfers van de kaart?", "En de laatste vier?"],
    ] },
    Asked { types: &[entity::CARD_VERIFICATION_CODE], value: |d, _| d.digits(3), bare: true, questions: [
        &["and the code on the back?", "What's the CVV?", "Please give me the security code"],
        &["Und die Prüfnummer?", "Wie lautet der Sicherheitscode?", "Nennen Sie bitte die drei Ziffern auf der Rückseite."],
        &["¿Y el código de seguridad?", "¿Cuál es el CVV?", "Indique el código de seguridad de la tarjeta"],
        &["Et le cryptogramme ?", "Quel est le code de sécurité ?", "Les chiffres au dos, s'il vous plaît"],
        &["E o código de segurança?", "Qual é o CVV?", "Pode informar o código no verso?"],
        &["E il codice di sicurezza?", "Qual è il CVV?", "Mi dica il codice sul retro"],
        &["En de beveiligingscode?", "Wat is de CVC?", "Kunt u de cijfers op de achterkant geven"],
    ] },
    Asked { types: &[entity::ONE_TIME_CODE], value: |d, _| d.digits(6), bare: true, questions: [
        &["Please tell me the code we sent to your phone", "What is the verification code?", "Can you read me the 6 digit code?"],
        &["Wie lautet der Bestätigungscode?", "Nennen Sie mir bitte den Code, den wir geschickt haben.", "Und der SMS-Code?"],
        &["¿Cuál es el código de verificación?", "Indique el código que le enviamos", "¿Me dice el código SMS?"],
        &["Quel est le code de vérification ?", "Pouvez-vous me donner le code reçu", "Merci de saisir le code que nous avons envoyé"],
        &["Qual é o código de verificação?", "Pode informar o código que enviamos?", "Código de verificação:"],
        &["Qual è il codice di verifica?", "Mi dica il codice SMS per favore", "Può inserire il codice di verifica"],
        &["Wat is de verificatiecode?", "Kunt u de code die we stuurden geven", "En de sms-code?"],
    ] },
    Asked { types: &[entity::PIN], value: |d, _| d.digits(4), bare: true, questions: [
        &["What is your PIN?", "Enter your PIN code", "and the pin?"],
        &["Wie lautet Ihre Geheimzahl?", "Bitte nennen Sie die PIN.", "Und die PIN?"],
        &["¿Cuál es su PIN?", "Indique el código PIN", "¿Y el PIN?"],
        &["Quel est votre code secret ?", "Votre code PIN, s'il vous plaît", "Et le PIN ?"],
        &["Qual é o seu PIN?", "Informe o código PIN", "E o PIN?"],
        &["Qual è il suo PIN?", "Mi dica il codice PIN", "E il PIN?"],
        &["Wat is uw pincode?", "Kunt u de PIN geven", "En de pin?"],
    ] },
    Asked { types: &[entity::PERSON], value: name, bare: false, questions: [
        &["May I have your full name please?", "What's your name?", "Who am I speaking with?"],
        &["Wie ist Ihr Name?", "Nennen Sie mir bitte Ihren Namen.", "Wie heißen Sie?"],
        &["¿Cuál es su nombre completo?", "¿Cómo se llama?", "¿Me dice su nombre, por favor?"],
        &["Quel est votre nom ?", "Comment vous appelez-vous ?", "Pouvez-vous me donner votre nom complet"],
        &["Qual é o seu nome completo?", "Como se chama?", "Pode informar o seu nome?"],
        &["Qual è il suo nome?", "Come si chiama?", "Mi dica nome e cognome"],
        &["Wat is uw naam?", "Hoe heet u?", "Mag ik uw volledige naam?"],
    ] },
    Asked { types: &[entity::PHONE_NUMBER], value: phone, bare: false, questions: [
        &["What's the best number to reach you?", "Can I get your phone number?", "Could you confirm your mobile number please"],
        &["Wie ist Ihre Telefonnummer?", "Geben Sie mir bitte Ihre Handynummer.", "Unter welcher Rufnummer erreiche ich Sie?"],
        &["¿Cuál es su número de teléfono?", "¿Me da un teléfono?", "Indique su número de móvil"],
        &["Quel est votre numéro de téléphone ?", "Votre numéro de portable, s'il vous plaît", "Un téléphone ?"],
        &["Qual é o seu número de telefone?", "Pode informar o celular?", "Telefone:"],
        &["Qual è il suo numero di telefono?", "Mi dica il cellulare", "Un telefono?"],
        &["Wat is uw telefoonnummer?", "Mag ik uw mobiele nummer?", "Kunt u uw telefoonnummer geven"],
    ] },
    Asked { types: &[entity::POSTAL_CODE], value: post, bare: true, questions: [
        &["What's your zip code?", "Can you confirm your postcode?", "and the postal code?"],
        &["Wie ist Ihre Postleitzahl?", "Nennen Sie bitte die PLZ.", "Und die Postleitzahl?"],
        &["¿Cuál es su código postal?", "Indique el código postal", "¿Y el código postal?"],
        &["Quel est votre code postal ?", "Votre code postal, s'il vous plaît", "Et le code postal ?"],
        &["Qual é o CEP?", "Informe o seu CEP", "E o CEP?"],
        &["Qual è il CAP?", "Mi dica il codice postale", "E il CAP?"],
        &["Wat is uw postcode?", "Mag ik uw postcode?", "En de postcode?"],
    ] },
    Asked { types: &[entity::CARD_EXPIRY], value: |d, _| format!("{:02}/{}", 1 + d.below(12), 27 + d.below(6)), bare: true, questions: [
        &["What's the expiry date?", "and the expiration?", "When does the card expire?"],
        &["Wie ist das Ablaufdatum?", "Gültig bis?", "Nennen Sie bitte das Ablaufdatum."],
        &["¿Cuál es la fecha de vencimiento?", "¿Y la fecha de caducidad?", "¿Cuándo vence?"],
        &["Quelle est la date d'expiration ?", "Et la date de validité ?", "La date d'expiration, s'il vous plaît"],
        &["Qual é a validade?", "E a data de validade?", "Informe o vencimento"],
        &["Qual è la data di scadenza?", "E la scadenza?", "Quando scade?"],
        &["Wat is de vervaldatum?", "Geldig tot?", "Kunt u de vervaldatum geven"],
    ] },
];

/// Whether the value is covered by a finding of the type asked for.
fn is_found(session: &mut wimple::Session, answer: &str, value: &str, types: &[wimple::EntityType]) -> bool {
    let start = answer.find(value).expect("the answer holds the value");
    let out = session.redact(answer).expect("a short text");
    let place = Span::new(start, start + value.len());
    out.findings().iter().any(|f| f.span().contains(place) && types.contains(f.entity_type()))
}

#[test]
fn bare_answers_are_what_was_asked_for() {
    let engine = Engine::new();
    let mut dice = Dice(0x5EED_CAFE);
    let (mut pairs, mut found, mut without, mut missed) = (0, 0, 0, Vec::new());
    for (language, around) in AROUND.iter().enumerate() {
        for asked in &ASKED {
            for n in 0..8 {
                let question = asked.questions[language][n % 3];
                let value = (asked.value)(&mut dice, language);
                let answer = dice.of(around).replace("{}", &value);
                let mut session = engine.session();
                agent(&mut session, question);
                pairs += 1;
                if is_found(&mut session, &answer, &value, asked.types) {
                    found += 1;
                } else {
                    missed.push(format!("{question} – {answer}"));
                }
                without +=
                    usize::from(asked.bare && is_found(&mut engine.session(), &answer, &value, asked.types));
            }
        }
    }
    assert!(pairs >= 500);
    assert!(found * 10 >= pairs * 9, "{found} of {pairs}: {missed:#?}");
    assert!(without <= pairs / 50, "{without} were found without the question");
}

/// Replies that answer nothing, by word and number.
#[rustfmt::skip]
const REPLIES: [&[&str]; 7] = [
    &["why do you need that", "one moment", "hold on please", "no", "yes", "ok", "thanks", "not sure", "i don't know", "let me check",
      "i already told you", "sorry, what?", "is that necessary?", "just a sec", "i have 3 of them", "it is broken", "order {n}", "the {n} one",
      "since {n} days", "i paid {n} dollars", "never mind", "hello?", "are you there", "great", "perfect thank you", "it was delivered",
      "version 2.{n}", "about {n} minutes ago", "room {n}", "i called {n} times", "nothing works", "the blue one", "still waiting", "yes that works", "works now", "no luck", "already done", "same as before", "refund please",
      "my kids broke it", "cheers", "lol", "ugh", "whatever", "talk later", "makes sense", "fair enough", "my wife ordered it", "screen is black", "can you help or not", "i want to speak to a manager"],
    &["warum brauchen Sie das", "einen Moment bitte", "nein", "ja", "ok", "danke", "weiß ich nicht", "ich schaue nach", "das ist kaputt",
      "seit {n} Tagen", "Bestellung {n}", "vor {n} Minuten", "ich habe {n} bestellt", "super", "alles klar", "ist das nötig?", "passt", "stimmt so", "keine ahnung", "wird gemacht", "gute Frage", "Mist", "das Paket fehlt",
      "ich melde mich", "habe ich schon gesagt", "geht nicht", "Bildschirm schwarz", "reicht das", "mache ich", "leider vergessen"],
    &["¿por qué lo necesita?", "un momento", "no", "sí", "vale", "gracias", "no sé", "espere por favor", "está roto", "pedido {n}",
      "hace {n} días", "pagué {n} euros", "perfecto", "todavía espero", "qué fastidio", "ya lo dije", "no funciona", "falta el paquete", "mañana llamo", "de nada", "pantalla negra", "se me olvidó", "tiene sentido"],
    &["pourquoi ?", "un instant", "non", "oui", "d'accord", "merci", "je ne sais pas", "attendez", "c'est cassé", "commande {n}",
      "il y a {n} jours", "j'ai payé {n} euros", "parfait", "j'attends toujours", "aucune idée", "déjà dit", "ça marche", "rien reçu", "le colis manque", "à demain", "écran noir", "bof", "logique"],
    &["por que precisa disso?", "um momento", "não", "sim", "ok", "obrigado", "não sei", "espere", "está quebrado", "pedido {n}",
      "há {n} dias", "paguei {n} reais", "perfeito", "ainda esperando", "já falei", "nenhuma ideia", "não chegou", "falta o pacote", "até amanhã", "tela preta", "esqueci", "faz sentido"],
    &["perché le serve?", "un attimo", "no", "sì", "va bene", "grazie", "non lo so", "aspetti", "è rotto", "ordine {n}",
      "da {n} giorni", "ho pagato {n} euro", "perfetto", "sto ancora aspettando", "già detto", "nessuna idea", "manca il pacco", "a domani", "che peccato", "schermo nero", "dimenticato", "ha senso"],
    &["waarom heeft u dat nodig?", "een moment", "nee", "ja", "oké", "bedankt", "weet ik niet", "wacht even", "het is kapot",
      "bestelling {n}", "al {n} dagen", "ik heb {n} euro betaald", "prima", "ik wacht nog steeds", "geen idee", "al gezegd", "pakket ontbreekt", "tot morgen", "jammer", "doe ik", "scherm zwart", "vergeten", "logisch"],
];

#[test]
fn other_replies_answer_nothing() {
    let engine = Engine::new();
    let mut dice = Dice(0xF00D_FACE);
    let (mut replies, mut wrong) = (0, Vec::new());
    while replies < 2000 {
        let language = dice.below(7) as usize;
        let asked = &ASKED[dice.below(ASKED.len() as u64) as usize];
        let question = dice.of(asked.questions[language]);
        let digits = 1 + dice.below(6) as usize;
        let reply = dice.of(REPLIES[language]).replace("{n}", &dice.digits(digits));
        let mut session = engine.session();
        let bare = engine.redact(&reply).unwrap().into_text();
        agent(&mut session, question);
        replies += 1;
        let out = session.redact(&reply).unwrap().into_text();
        if out != bare {
            wrong.push(format!("{question} – {reply}: {out}"));
        }
    }
    assert!(wrong.len() * 50 <= replies, "{} of {replies}: {wrong:#?}", wrong.len());
}

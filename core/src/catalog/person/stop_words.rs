//! Words that are no names: what follows "hi" or "I'm" or ends a name typed in lower case.
//!
//! Comes in: a word in any case. Goes out: whether it is one. The lists are ours, from reading how people write to
//! support; a word that is also a common first name (Will, May, Mark, Grace, Hope) is left out on purpose.
use crate::text::word_set::WordSet;

static STOPS: WordSet<4096> = WordSet::of(&[
    FUNCTION, MANNERS, ADDRESSEES, TIMES, TRADE, STATES, ORIGINS, SPANISH, FRENCH, GERMAN, PORTUGUESE,
    ITALIAN, DUTCH,
]);
static ENDS: WordSet<1024> = WordSet::of(&[
    FUNCTION,
    STATES,
    "order ticket und thanks thank hi hello please regards sorry yes ok cheers asap wait \
     monday tuesday wednesday thursday saturday",
]);

/// Whether `word` is no name, wherever it stands.
pub(super) fn is_stop(word: &[u8]) -> bool {
    word.is_empty() || STOPS.holds(word)
}

/// Whether `word` ends a name even where it is written with a capital. Fewer words than [`is_stop`]: Price, Page and
/// Love are family names.
pub(super) fn ends_name(word: &[u8]) -> bool {
    ENDS.holds(word)
}

/// Pronouns, articles, prepositions, conjunctions, auxiliaries, question words.
const FUNCTION: &str = "i'm i've i'll i'd i’m i’ve i’ll i’d it's it’s don't don’t can't can’t what's what’s \
    that's that’s reply a about after all also am an and any anyone are as at be because been before but by can could currently \
    did do does for from had has have he her here his how i if in into is it its just me my no not now of \
    off on one or our out over please pls plz she should since so some still than that the their them then \
    there these they this those to too under until up us very was we were what when where which while who \
    whose why with would yet you your yours im ive id dont cant didnt only really quite again already both \
    else even ever never same such without via per another every each being actually probably maybe always \
    however though although";

/// Greetings, thanks, exclamations, feelings.
const MANNERS: &str = "hi hello hey dear thanks thank thx cheers regards sincerely best kind warm bye goodbye good-bye yum good great fine \
    goodmorning goodafternoon goodevening goodnight goodday btw wait oh cya \
    ok okay yes yeah yep nope sure sorry happy glad sad angry upset afraid unhappy disappointed frustrated \
    annoyed confused worried lol welcome morning afternoon evening night greetings lovely wonderful awesome \
    perfect alot much lots many well nice excellent interested curious grateful unable able ready sick tired \
    done furious shocked excited pleased urgent right wrong correct incorrect ridiculous unacceptable \
    important asap new late old lost stuck locked missing misspelled misspelt spelled spelt written listed \
    different";

/// Whom a message may be addressed to without naming a person.
const ADDRESSEES: &str = "team everyone everybody someone somebody anybody sir sirs madam maam ma mam customer customers client \
    support agent service services helpdesk help desk guys folks friend friends people world bot chatbot ai robot \
    assistant admin administrator manager supervisor staff sales billing hr it department dept colleague \
    colleagues user member guest seller buyer store shop company corporation inc ltd llc gmbh engineer \
    developer director officer president ceo cto human representative rep owner student teacher doctor nurse \
    lawyer mr mrs ms miss dr mx prof man mate buddy bro dude love honey god gang hiring valued recipient \
    subscriber office word excel teams windows outlook google amazon apple microsoft paypal facebook netflix \
    uber ebay walmart cardholder system applicant test prime";

const TIMES: &str = "monday tuesday wednesday thursday friday saturday sunday january february march july september october \
    november december today tomorrow yesterday day week month year soon later weekend christmas time days \
    weeks months years hour hours";

/// What support talks about.
const TRADE: &str = "account accounts address app bank booking box call card cards case cash chat code confirmation contact \
    contract credit data date debit delivery device discount email mail error file form gift history home \
    info information invoice issue item items job laptop link login message method mobile money name number \
    order orders package page parcel password payment payments pending phone plan policy portal premium \
    price privacy problem product profile purchase question receipt reference refund refunds request \
    reservation return returns review security shipping shipment site status subject subscription summary \
    ticket total tracking transaction transfer trial update username verification version visa mastercard \
    warranty website zip dob ssn birthday city state country street type none null unknown undefined true \
    false pro plus standard basic value first last";

/// What follows "I am" or "my name is" as a verb.
const STATES: &str = "having trying calling writing looking waiting getting going using asking contacting reaching wondering \
    experiencing attempting hoping missing seeing thinking planning speaking living working sending \
    receiving need needs want wants like get got go came come let lets see know make made take took tell \
    told say said ask asked try tried send sent give gave find found check checking cancel cancelled \
    canceled change changed bought buy ordered paid pay received returned forgot signed live lives work \
    works wrote moved kindly look reset born there registered under following regarding re replying confirm";

/// Nationalities and faiths, which English writes with a capital.
const ORIGINS: &str = "american british english german french spanish italian canadian australian indian chinese japanese \
    mexican dutch swedish irish scottish polish russian turkish european asian african muslim jewish \
    catholic portuguese brazilian korean";

const SPANISH: &str = "buenos buenas tardes noches días dias señor señora sr sra equipo cliente y e con por para que quiero \
    necesito tengo mi un una estoy soy desde pero muy mucho muchas gracias saludos favor quisiera no hola \
    nombre pedido todos";
const FRENCH: &str = "et bonjour bonsoir merci monsieur madame mme je vous pour avec mais mon ma un une à désolé désolée \
    client cliente équipe service tous beaucoup bien suis messieurs mesdames cordialement commande dans sur \
    pas très chez en j";
const GERMAN: &str = "und ich aus mit für bin aber bei sehr geehrte geehrter damen herren herr frau zusammen leute liebes \
    kunde kundin kundenservice guten morgen abend mein meine habe bitte danke vielen dank nicht es hallo \
    grüße gruß mal auch noch kundennummer bestellung wohne möchte alle wieder nutzer seit ihr ihre sie";
const PORTUGUESE: &str = "olá oi bom boa tarde noite dia manhã senhor senhora equipe equipa gente pessoal galera amigos amigo \
    suporte atendimento cliente e com por para que quero preciso tenho meu minha um uma estou sou mas muito obrigado \
    obrigada favor não nao os das dos ao pela pelo cumprimentos atenciosamente abraços usuário utilizador completo \
    completa caros prezados conta pedido todos errado errada escrito gerente diretor proprietário estudante aposentado vocês você moro aqui";
const ITALIAN: &str = "buongiorno buonasera ciao salve grazie mille signor signora signori staff tutti ragazzi amici assistenza \
    servizio cliente clienti e con per che voglio vorrei ho avuto il lo gli un una uno sono ma molto non mio mia favore \
    saluti cordiali distinti utente completo ordine abito qui anche sempre ancora italiano italiana tante infinite tanto sbagliato \
    sbagliata errato errata scritto responsabile titolare amministratore direttore impiegato \
    proprietario studente pensionato";
const DUTCH: &str = "goedemorgen goedemiddag goedenavond goededag hallo hoi beste geachte heer mevrouw meneer allemaal mensen team \
    klantenservice medewerker klant klanten en met ik mijn een het de van voor maar wil graag heb niet bedankt dank \
    groet groeten vriendelijke alvast hulp gebruiker woon ook nog alle weer sinds uw jullie bestelling rekening \
    nederlander belg nederlands lezer collega verkeerd fout onjuist gespeld eigenaar directeur gepensioneerd";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_not_stopped() {
        for name in
            ["anna", "Max", "bill", "will", "mark", "grace", "john", "maria", "Müller", "may", "hope", "Ravi"]
        {
            assert!(!is_stop(name.as_bytes()), "{name}");
        }
        for word in ["There", "team", "SORRY", "días", "für", "order", "goodmorning", "though", ""] {
            assert!(is_stop(word.as_bytes()), "{word}");
        }
        assert!(ends_name(b"ASAP") && ends_name(b"Wednesday"));
        assert!(is_stop(b"Price") && !ends_name(b"Price") && ends_name(b"And"));
    }
}

//! Words that are in no street's or city's name, in the languages of the grammars.
//!
//! Comes in: a word. Goes out: whether it ends a name, measures what a number counts, or names a month.
use crate::text::word_set::WordSet;

static STOP: WordSet<1024> = WordSet::of(&[ENGLISH, SCREEN]);
static FOREIGN: WordSet<2048> = WordSet::of(&[GERMAN, FRENCH, SPANISH, ITALIAN, DUTCH, WEEKDAYS]);

const ENGLISH: &str = "a about after all am an and any are as at be because been before but by can cannot could day days \
    did do does don't each every extra few for from get gb got had has have he help here hour hours how hrs i i'm if in \
    into is it its items just kb km left less lot many mb me mi mile miles min mins minute minutes mm month months more \
    most my need no not now of off on once one only or order other our out over pcs per percent pieces please pls same \
    sec second seconds she should since so some star stars still tb than thank thanks that the their them then there \
    these they this those times to too two until up us usb users via wait want was way ways we week weeks weren't were \
    what when where which who will with working business would yards year years you your phone call ticket number \
    zip code am pm hard flash external test lane different separate possible her him hi hello dear regards again ago also \
    always away both case cases customer dollars email emails euro euros false feet full gmail inches invoice item job last \
    late later messages missing nobody none null o'clock orders package parcel people person persons packs receipt ref \
    reply rooms sent session shipping sorry sure tax today tomorrow tonight total true yes yet yesterday contact";
const SCREEN: &str = "press click tap select choose button tab menu windows version android ios iphone galaxy samsung google \
    amazon paypal fedex ups usps dhl hermes dpd pages error errors status";
const WEEKDAYS: &str = "montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi \
    dimanche lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica \
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag monday tuesday wednesday thursday friday saturday sunday";
const GERMAN: &str = "aber alle als auch auf aus bei beim bin bis bitte da danke dann das dass dem den der des die dies \
    diese dieser doch ein eine einem einen einer er es für gibt habe haben hallo hat ich ihr ihre ihnen im immer in ist ja \
    jetzt kann kein keine können liegt man mehr mein meine meinem meinen meiner mich mir mit muss nach nicht noch nun nur \
    ob oder schon sehr sein seine seit sich sie sind statt tage tagen um und uns unser unsere unter uhr von vom vor war \
    warum was weg wegen wenn wer wie wieder wir wird wo wohne wohnt wohnhaft wurde zu zum zur zwei stunden stunde minuten \
    wochen monate monaten jahre jahren meter euro prozent stück mal adresse anschrift lieferadresse rechnungsadresse \
    bestellung rechnung nummer kundennummer straße";
const FRENCH: &str = "à côté près ai alors après au aussi avec avez avons bien bonjour car ce cela ces cet cette chez comme dans depuis \
    dernier donc elle elles est et était eu euros fois fait faut heure heures ici il ils j'ai j'habite j'attends je jour \
    jours jusqu'à lors ma mais me merci mes minutes mois moi mon n'est n'ai ne non nos notre nous numéro on ont ou où pas \
    pendant pièces plus pour pouvez puis qu'il quand que qui sa sans se semaine semaines ses si sinon son sont suis svp ta \
    tout tous très trop un une vers voici voilà vos votre vous y ans adresse commande facture livraison";
const SPANISH: &str = "a al ahora algo antes aquí aun aunque casi como con cual cuando desde después días dia días donde dos \
    durante ella ellos en era es esa ese eso está están este esta esto estoy euros fue gracias ha hace había han hasta hay \
    hola hora horas hoy la lo llegó más mañana me mes meses mi minutos mis mucho muy nada ni no nos nuestra nuestro nunca o \
    otra otro para pedido pero piezas poco por porque pues puede que quien quiero se según semana semanas ser si sí sido \
    sin sobre solo son soy su sus también tan tengo tiene todo todos tras tu às há faz um uma un una unas unos veces vez vive vivo y ya yo \
    años cerrada cortada número dirección gracias";
const ITALIAN: &str = "abito adesso alla allora anche ancora anni ma circa che chi ci ciao come con contro cosa così dopo \
    dove due ed era essere euro fa fino già giorni giorno grazie ha hanno ho io loro mentre mesi mese mi mia mio molto nel \
    nella noi non nostro o oggi ogni oppure ora ore per perché però più poi prima può qui quando quello questa questo sei \
    sempre senza settimane si sono sta stato stesso sua suo tra tutti tutto un una uno vado vivo volte indirizzo ordine \
    mail email sms app chat telefono fax pec";
const DUTCH: &str = "aan al alle als altijd bij ben daar dan dat deze die dit dus een en er geen graag had heb hebben heeft \
    hallo hier hij hoe ik in is je jij jullie kan kunnen maar maanden meer met mij mijn moet na naar niet nog nu om onze ook \
    of over per sinds te toch tot u uit uur uw van vanaf veel via voor waar want was wat we weg weken wel wij woon worden \
    wordt zijn zo zonder adres bestelling dagen euro minuten jaar";

/// Units and things that a number before them counts, in the languages of the grammars.
static COUNTED: WordSet<512> = WordSet::of(&[
    "am pm km m cm mm kg g gb mb tb euro euros eur usd gbp chf dollar dollars pound pounds day days week weeks month months \
     year years hour hours hr hrs min mins minute minutes second seconds times time people persons items item pieces pcs \
     percent stars star miles mile meters metres meter feet ft steps inch inches gram kilo players \
     uhr tag tage tagen woche wochen monat monate monaten jahr jahre jahren stunde stunden minuten sekunden mal stück \
     prozent personen artikel \
     jour jours semaine semaines mois an ans heure heures h fois pièces personnes pourcent mètres \
     día días dia dias semana semanas mes meses año años hora horas minutos veces vez piezas personas metros pisos plantas \
     giorno giorni settimana settimane mese mesi anno anni ora ore minuti volte volta pezzi persone metri \
     dag dagen week weken maand maanden jaar uur minuten keer stuks personen",
]);

/// Months, in the languages whose streets are named after days.
static MONTHS: WordSet<256> = WordSet::of(&[
    "janvier février fevrier mars avril mai juin juillet août aout septembre octobre novembre décembre decembre \
     enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre \
     gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre \
     januar februar märz april juni juli august september oktober dezember \
     janeiro fevereiro março maio junho julho setembro outubro dezembro",
]);

/// Whether `word` cannot be part of an English name of a street or city.
pub(super) fn is_stop(word: &[u8]) -> bool {
    STOP.holds(word)
}

/// Whether `word` cannot be part of a name in any language of the grammars. Articles and prepositions that are inside
/// names (`An der Alster`) are among them: who knows better asks first.
pub(super) fn ends_name(word: &[u8]) -> bool {
    STOP.holds(word) || FOREIGN.holds(word)
}

/// Whether a number before `word` counts something.
pub(super) fn is_counted(word: &[u8]) -> bool {
    COUNTED.holds(word)
}

/// Whether `word` is a month's name.
pub(super) fn is_month(word: &[u8]) -> bool {
    MONTHS.holds(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_judged_by_language() {
        assert!(is_stop(b"weeks") && is_stop(b"Please") && !is_stop(b"la") && !is_stop("straße".as_bytes()));
        assert!(ends_name(b"bitte") && ends_name(b"merci") && ends_name(b"gracias") && ends_name(b"please"));
        assert!(
            !ends_name(b"mayor") && !ends_name(b"hugo") && !ends_name(b"garibaldi") && !ends_name(b"berlin")
        );
        assert!(is_counted(b"Stunden") && !is_counted(b"berlin") && is_month(b"Juni") && !is_month(b"jun"));
    }
}

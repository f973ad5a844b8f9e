//! Words around an age: who has one, by which verbs, and what is old without being anybody.
//!
//! Comes in: nothing. Goes out: sets of words of seven languages in small letters.
use crate::text::word_set::WordSet;

/// People by what they are to each other. Customers and users are left out: they are one for years.
pub(super) static PEOPLE: WordSet<512> = WordSet::of(&[
    "son daughter child kid baby boy girl man woman lady gentleman guy male female mother mom mum father dad wife",
    "husband partner brother sister grandmother grandma grandfather grandpa granny nan grandson granddaughter nephew",
    "niece cousin aunt uncle parent patient toddler teenager infant student pensioner widow widower boyfriend",
    "girlfriend stepson stepdaughter mama papa twin twins veteran",
    "sohn tochter kind junge mädchen mann frau dame herr mutter vater ehefrau ehemann partnerin bruder schwester",
    "oma opa großmutter großvater enkel enkelin neffe nichte patientin rentner rentnerin studentin schüler schülerin",
    "fils fille enfant bébé garçon homme femme monsieur mère père épouse époux mari frère sœur soeur neveu nièce",
    "patiente retraité retraitée étudiant étudiante maman",
    "hijo hija niño niña bebe chico chica hombre mujer señora señor madre padre esposa esposo marido hermano hermana",
    "abuela abuelo nieto nieta sobrino sobrina paciente jubilado jubilada mamá papá pareja",
    "filho filha criança bebê menino menina rapaz homem mulher senhora senhor mãe pai irmão irmã avó avô neto neta",
    "sobrinho sobrinha aposentado aposentada",
    "figlio figlia bambino bambina neonato ragazzo ragazza uomo donna signora signore moglie fratello sorella nonna",
    "nonno nipote paziente pensionato pensionata mamma",
    "zoon dochter jongen meisje vrouw heer moeder vader echtgenoot echtgenote broer zus kleinzoon kleindochter neef",
    "nicht patiënt",
]);

/// Pronouns for people only.
pub(super) static SOMEBODY: WordSet<32> = WordSet::of(&["he she who er hij zij ze ella él ele ela lui lei"]);

/// Pronouns for things, too: believed of an age that few things reach.
pub(super) static SOMETHING: WordSet<16> = WordSet::of(&["il elle sie qui que che"]);

/// Verbs of the first person that are said of ages.
pub(super) static I_AM: WordSet<32> = WordSet::of(&["bin ben tengo tenho ho j’ai im i’m"]);

/// Those of the third person.
pub(super) static IS: WordSet<64> = WordSet::of(&[
    "is was s turns ist war wird wordt a avait tiene tenía tenia tem tinha ha aveva has he’s she’s cumple faz",
]);

/// What stands between somebody and an age.
pub(super) static OF: WordSet<16> = WordSet::of(&["of de di von van d com"]);

/// Nouns and participles of age itself: `âgée de 34 ans`, `all'età di 34 anni`.
pub(super) static AGED: WordSet<64> =
    WordSet::of(&["âgé âgée agé agée age âge edad idade età eta alter leeftijd aged compie"]);

/// Passed before a number.
pub(super) static ABOUT: WordSet<64> = WordSet::of(&[
    "about around almost nearly only just already now currently approx only ungefähr erst schon bereits gerade nur",
    "déjà presque ya casi solo apenas já quase appena già quasi al bijna nog maar",
]);

/// What may follow an age where the verb is one of having: `tengo 34 años y …`.
pub(super) static AND: WordSet<64> = WordSet::of(&[
    "y e et and und en ma mais pero mas maar aber but je me vivo soy sono sou alt old oud jung jong compiuti cumplidos",
    "mi ich ik i",
]);

/// Of whom nobody in particular is spoken, and what ages without being anybody.
pub(super) static NOBODY: WordSet<256> = WordSet::of(&[
    "minimum min legal under over above below least max maximum retirement drinking driving average mean median",
    "account domain device battery page stone ice order file required any all what old new golden digital",
    "people persons person customers customer anyone everyone adults children those users whisky whiskey rum cheese",
    "wine beef accounts invoices receivables than until voting middle personen kinder erwachsene personnes adultos",
    "adulti volwassenen mindestens",
]);

/// Units of things, and what makes a limit of a number.
pub(super) static NO_AGE: WordSet<128> = WordSet::of(&[
    "days day weeks week hours hour minutes minute months month or oder ou o of to bis until plus over above older up",
    "tage wochen stunden minuten monate jours semaines heures mois días dias semanas horas meses giorni settimane ore",
    "mesi dagen weken uur maanden percent",
]);

/// Verbs behind `my 3 year old` where a child is meant.
pub(super) static DOES: WordSet<64> = WordSet::of(&[
    "is was has and who keeps got wants loves needs likes can cannot cant just accidentally did watches plays uses",
    "bought ordered broke who's to",
]);

//! Date of birth.
//!
//! A date in any common form behind a cue (`dob`, `born`, `Geburtsdatum`, `nacimiento`, `né le`, `nato il`, …), with
//! nothing but filler words in between, or before it (`12/05/1980 is my birthday`). Behind *born* a place may come
//! first. The year is between 1900 and today.
//!
//! # Check
//! The calendar has the day, in one of the orders day–month and month–day. A customer's `31/06/1996` is a mistyped date
//! of birth all the same and is reported as claimed.
//!
//! # Sources
//! ISO 8601 and CLDR date formats of English, Spanish, French, German, Portuguese, Italian, Dutch, Polish,
//! Swedish, Danish, Norwegian, Finnish, Czech, Turkish, Romanian and Hungarian (here numbers alone); Gregorian
//! calendar.
use super::birth_place::{after_place, before_verb};
use crate::catalog::prelude::*;
use crate::text::byte_set::ByteSet;
use crate::text::date::{self, Date, Written};
use crate::text::phrase::{NONE, digit_ahead, digit_between, is_covered, is_label, lead};
use crate::text::view::View;
use crate::text::word_set::WordSet;
use crate::text::words::{is_word, previous_word, skip_spaces_back};

#[rustfmt::skip]
static CUES: &[&str] = &[
    "dob", "birth", "born", "birthday", "birthdate", "bday", "dateofbirth", "geburtsdatum", "geboren",
    "geburtstag", "geb", "nacimiento", "nacido", "nacida", "nací", "naci", "nació", "nac", "cumpleaños", "cumpleanos",
    "naissance", "naiss", "né", "née", "nee", "anniversaire", "fdn", "ddn", "nascimento", "nascido", "nascida",
    "nasci", "nasceu", "nasc", "aniversário", "nascita", "nato", "nata", "compleanno", "geboortedatum",
    "geboortedag", "geboorte", "verjaardag", "urodzenia", "urodzony", "urodzona", "urodziłem", "urodziłam", "ur",
    "födelsedatum", "född", "födelsedag", "fødselsdato", "fødselsdag", "født", "syntymäaika", "syntymäpäivä", "syntynyt",
    "narození", "narozen", "narozena", "narozeniny", "doğum", "nașterii", "născut", "născută", "született", "születési",
];

/// Cues whose date comes behind them, perhaps with a place before it.
static FORWARD: WordSet<128> = WordSet::of(&[
    "born nee geb né née geboren nací naci nacido nacida nació nasci nascido nascida nasceu nato nata",
    "urodzony urodzona urodziłem urodziłam ur född født syntynyt narozen narozena născut născută született",
]);

/// Days that are kept every year.
static BIRTHDAYS: WordSet<64> = WordSet::of(&[
    "birthday bday geburtstag cumpleaños cumpleanos anniversaire aniversário compleanno verjaardag",
    "födelsedag fødselsdag syntymäpäivä narozeniny",
]);

/// `NATO` is an alliance, *nata* is cream: these need a word before the date.
static VAGUE: WordSet<8> = WordSet::of(&["nato nata ur"]);

static FILLERS: WordSet<256> = WordSet::of(&[
    "on of the my in at date day am and it el le la de en día dia mein der den du fecha em i this",
    "here as number por verification datum data di do da del il nel mia mio meu minha o a no op mijn van het",
    "jour ma mon meine tag um his her your dd mm yyyy",
    "dnia się w dniu jestem moja jag är jeg er den olen dne jsem dato tarihi tarihim günü pe sunt mea dátum ideje",
]);

/// The oldest year of birth of anybody alive.
const OLDEST: u16 = 1900;

/// Where nobody says what today is, no later year than this is a year of birth.
const LATEST: u16 = 2035;

pub(super) static ENTRY: Entry = Entry::new("DATE_OF_BIRTH")
    .title("Date of birth")
    .category(Category::Person)
    .sensitivity(Sensitivity::High)
    .score(75)
    .context(&["dob", "born", "birth", "birthday", "geburtsdatum", "nacimiento", "naissance", "nascita", "nascimento"])
    .anchors(&[(Anchor::Cue(CUES), told), (Anchor::Cue(&["b"]), spelled)])
    .finds(&[
        "dob <<12/20/1992>>",
        "my date of birth is <<06/08/1985>> if that helps",
        "i was born on <<4th of march 81>>",
        "D.O.B: <<1988-08-09>>",
        "<<12/05/1980>> is my birthday",
        "geburtsdatum: <<2. Januar 1980>>",
        "nací el <<3 de marzo de 1980>>",
        "née le <<1er mars 1980>>",
        "Fecha de nacimiento <<08.05.1970>>",
        "nato a Roma il <<3/8/1975>>",
        "data de nascimento: <<3 de agosto de 1975>>",
        "mijn geboortedatum is <<3 maart 1975>>",
        "data urodzenia: <<3 marca 1975>>",
        "född den <<3 mars 1975>>",
        "fødselsdato: <<03.05.1975>>",
        "syntymäaika <<3. maaliskuuta 1975>>",
        "datum narození: <<3. března 1975>>",
        "doğum tarihi <<3 Mart 1975>>",
        "data nașterii: <<3 martie 1975>>",
        "születési dátum: <<1975.03.05>>",
    ])
    .skips(&[
        ("i was born to run 24/7", "no date"),
        ("my birthday party is on monday 12/05/2024", "other words stand between"),
        ("i was born a long time ago", "no date"),
        ("dob 12/05/1880", "too long ago"),
        ("the invoice of 12/05/1980", "no cue"),
        ("dob 45/67/1980", "no month and no day"),
        ("NATO 04/04/1949", "an alliance"),
    ])
    .sources(&["ISO 8601-1:2019", "Unicode CLDR, date formats"]);

fn told(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    if is_label(v, probe.at, probe.end) {
        return None;
    }
    let word = v.slice(probe.at, probe.end);
    let (ahead, behind) = (digit_ahead(v, probe.end, 72), digit_between(v, probe.at.saturating_sub(64), probe.at));
    if !ahead && !behind {
        return None;
    }
    let lead = lead(v, probe.end, &FILLERS, &NONE, 40);
    if VAGUE.holds(word) && lead.words == 0 && !lead.sign {
        return None;
    }
    // `on my birthday, 12/05/2023, it broke`
    if BIRTHDAYS.holds(word) && !lead.sign && !lead.verb && v.slice(probe.end, lead.at).contains(&b',') {
        return None;
    }
    // `dob (12/05/1980)`, `"dob": "1980-05-12"`
    let at = if matches!(v.at(lead.at), b'(' | b'"' | b'\'') { lead.at + 1 } else { lead.at };
    if let Some(written) = date::read(v, at).or_else(|| date::read_compact(v, at)) {
        return judge(probe, &written);
    }
    if is_covered(v, lead.at) {
        return None;
    }
    if FORWARD.holds(word) {
        let verb_last = || behind.then(|| before_verb(v, probe.at)).flatten();
        return judge(probe, &after_place(v, at).or_else(verb_last)?);
    }
    // Birthdays and dates of birth may stand behind their date.
    if behind { before(probe) } else { None }
}

/// Behind `d.o.b.`, three words of one letter, known by the last.
fn spelled(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let start = probe.at.checked_sub(4)?;
    let letters = v.slice(start, probe.end);
    let dotted = [b"d.o.b", b"d/o/b"].iter().any(|form| letters.eq_ignore_ascii_case(*form));
    if !dotted || v.before(start).is_ascii_alphanumeric() {
        return None;
    }
    let mut at = after_signs(v, probe.end);
    if let Some(verb) = ["is", "was"].iter().find(|verb| is_word(v.slice(at, at + verb.len()), verb)) {
        at = after_signs(v, at + verb.len());
    }
    judge(probe, &date::read(v, at)?)
}

/// What stands between the letters and the date.
static SIGNS: ByteSet = ByteSet::of(" :.-=");

/// The place behind the signs at `at`, four at most.
fn after_signs(v: View<'_>, at: usize) -> usize {
    at + SIGNS.run(v.slice(at, at + 4))
}

static VERBS: WordSet<32> = WordSet::of(&["is was es est ist era é è war"]);

static BRIDGES: WordSet<64> = WordSet::of(&[
    "my the date of mi fecha de ma mon mein as his her minha meu o a data do la mia il mio di mijn datum",
]);

/// `12/05/1980 is my birthday`, `12/05/1980 (dob)`.
fn before(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let mut at = probe.at;
    let mut words = 0;
    let mut verb = false;
    for _ in 0..6 {
        at = skip_spaces_back(v, at, 4);
        if matches!(v.before(at), b'(' | b'-' | b'=' | b'.') && words == 0 {
            at = skip_spaces_back(v, at - 1, 4);
        }
        if v.before(at).is_ascii_digit() || words > 4 {
            break;
        }
        let (start, word) = previous_word(v, at);
        if VERBS.holds(word) {
            verb = true;
        } else if is_month(word) {
            break;
        } else if !BRIDGES.holds(word) {
            return None;
        }
        words += 1;
        at = start;
    }
    // Without a verb only right before the short name: `12/05/1980 dob`.
    let short = is_word(v.slice(probe.at, probe.end), "dob") && words == 0;
    if !verb && !short {
        return None;
    }
    judge(probe, &date::read_back(v, at)?)
}

fn is_month(word: &[u8]) -> bool {
    date::month(word).is_some()
}

/// Whether somebody can have been born on that day.
fn judge(probe: &Probe<'_>, written: &Written) -> Option<Found> {
    let latest = probe.hints.today.map_or(LATEST, |today| today.year);
    // Two digits of a year to come are a year of the last century.
    let early = written.year > latest && !ends_in_full_year(probe.view, written);
    let year = if early { written.year - 100 } else { written.year };
    if !(OLDEST..=latest).contains(&year) {
        return None;
    }
    let first = written.date.or(written.other).and_then(|d| Date::new(year, d.month, d.day));
    let verdict = Verdict::from_check(first.is_some());
    // A date behind "born" that no calendar has is a slip of the keys.
    Some(Found::new(written.start, written.end).verdict(verdict).cued())
}

fn ends_in_full_year(v: View<'_>, written: &Written) -> bool {
    v.slice(written.start, written.end).windows(4).any(|w| w.iter().all(u8::is_ascii_digit))
}

#[cfg(test)]
mod tests {
    use crate::catalog::entry::Hints;
    use super::*;
    use crate::catalog::secret::tests::{conforms, cues, finds, skips};

    #[test]
    fn examples() {
        conforms(&ENTRY, cues);
    }

    #[test]
    fn typed_in_chat() {
        for text in [
            "for verification: dob <<9/8/55>>, ssn", "dob <<november 20, 1992>>", "dob:<<12051980>>", "Geb.-Datum: <<05.05.1980>>", "dob <<12 05 1980>>",
            "birthday (mm/dd/yyyy): <<12/05/1980>>", "my bday is <<5-may-90>>", "{\"dob\":\"<<1980-05-12>>\"}",
            "<<12/05/1980>> (dob)", "<<5 may 1980>> is my date of birth", "geboren am <<02.01.1980>>",
            "my d.o.b. is <<05/05/1980>>", "d.o.b. <<9/8/55>>", "D/O/B = <<May 5, 1980>>", "D.O.B. was: <<5 may 1980>>", "I was born <<04/04/1990>>.",
            "date of birth - <<12/05/1980>>", "DOB#<<12/05/1980>>", "birth date: <<Jan 2nd, 1980>>", "NÉE LE <<02/01/1980>>",
            "date of birth:\n<<12/05/1980>>",
        ] {
            finds(&ENTRY, cues, text);
        }
    }

    #[test]
    fn no_birth_dates() {
        for text in [
            "born free", "[DATE_OF_BIRTH] 12/05/1980", "birth certificate 12/05/1980", "order of 12/05/1980 for his birthday",
            "plan b 12/05/1980", "ad.o.b 12/05/1980", "d.o.b.: see 12/05/1980", "dob 12/05/2080", "dob 192.168.1.1", "we ship on 12/05/2024. birthday party",
        ] {
            skips(&ENTRY, cues, text, "no date of birth");
        }
    }

    #[test]
    fn the_calendar_judges() {
        assert_eq!(cues(&ENTRY, "dob 29/02/1980")[0].verdict, Verdict::Valid);
        assert_eq!(cues(&ENTRY, "dob 31/06/1996")[0].verdict, Verdict::Invalid);
        assert_eq!(cues(&ENTRY, "dob 29/02/1981")[0].verdict, Verdict::Invalid);
        let view = View::new("dob 12/05/2031");
        let hints = Hints::new(Some(Date { year: 2026, month: 1, day: 1 }), "");
        assert!(told(&Probe { view, at: 0, end: 3, hints }).is_none());
        let view = View::new("dob 12/05/31");
        assert!(told(&Probe { view, at: 0, end: 3, hints }).is_some());
    }
}

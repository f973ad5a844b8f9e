//! Names of the months in fifteen languages: whole, shortened, and as they are misspelt.
//!
//! Comes in: a word in any case. Goes out: which month it names. Each word of a text near a date may be asked.
use super::words::is_any;

/// The month a word names, whole or shortened: 1 to 12.
pub(crate) fn month(word: &[u8]) -> Option<u8> {
    let [first, second, ..] = word else { return None };
    let mut months = MONTHS_BY_START.get(beginning(*first, *second)).copied().unwrap_or(0);
    while months != 0 {
        let month = months.trailing_zeros() as usize;
        months &= months - 1;
        if MONTHS.get(month).is_some_and(|names| is_any(word, names)) {
            return u8::try_from(month + 1).ok();
        }
    }
    None
}

/// Five bits of each of the first two letters.
const fn beginning(first: u8, second: u8) -> usize {
    (first as usize & 31) << 5 | second as usize & 31
}

/// Which months have a name that starts with two letters, bit 0 for January: most words name none.
#[expect(clippy::indexing_slicing, reason = "const fn has no get; every index is below its length")]
static MONTHS_BY_START: [u16; 1024] = {
    let mut all = [0; 1024];
    let mut month = 0;
    while month < MONTHS.len() {
        let mut n = 0;
        while n < MONTHS[month].len() {
            let name = MONTHS[month][n].as_bytes();
            all[beginning(name[0], name[1])] |= 1 << month;
            n += 1;
        }
        month += 1;
    }
    all
};

/// English, Spanish, French, German, Portuguese, Italian, Dutch, Polish, Swedish, Danish, Norwegian, Finnish,
/// Czech, Turkish and Romanian, the first seven also without their accents. Letters whose capitals do not fold have both
/// spellings.
#[rustfmt::skip]
static MONTHS: [&[&str]; 12] = [
    &["january", "jan", "enero", "ene", "janvier", "janv", "januar", "jänner", "jän", "jaenner", "janeiro", "gennaio",
        "genn", "gen", "januari", "janury",
        "stycznia", "tammikuuta", "tammikuu", "ledna", "leden", "ocak", "ianuarie"],
    &["february", "feb", "febrero", "février", "fevrier", "févr", "fév", "fev", "februar", "febuary", "feburary",
        "fevereiro", "febbraio", "febr", "februari",
        "lutego", "luty", "helmikuuta", "helmikuu", "února", "únor", "şubat", "ŞUBAT", "februarie"],
    &["march", "mar", "marzo", "mars", "märz", "maerz", "mär", "mrz", "marz", "março", "marco", "maart", "mrt",
        "marca", "marzec", "marts", "maaliskuuta", "maaliskuu", "března", "BŘEZNA", "mart", "martie"],
    &["april", "apr", "abril", "abr", "avril", "avr", "aprile", "kwietnia",
        "huhtikuuta", "huhtikuu", "dubna", "duben", "nisan", "aprilie"],
    &["may", "mayo", "mai", "maio", "maggio", "magg", "mag", "mei", "maja", "maj", "toukokuuta",
        "toukokuu", "května", "KVĚTNA", "mayıs", "mayis"],
    &["june", "jun", "junio", "juin", "juni", "junho", "giugno", "giu", "czerwca", "czerwiec",
        "kesäkuuta", "kesäkuu", "června", "ČERVNA", "haziran", "iunie"],
    &["july", "jul", "julio", "juillet", "juil", "juli", "julho", "luglio", "lug", "lipca",
        "lipiec", "heinäkuuta", "heinäkuu", "července", "ČERVENCE", "temmuz", "iulie"],
    &["august", "aug", "agosto", "ago", "août", "aout", "augustus", "sierpnia",
        "augusti", "elokuuta", "elokuu", "srpna", "srpen", "ağustos", "AĞUSTOS"],
    &["september", "sept", "sep", "septiembre", "setiembre", "septembre", "setembro", "settembre", "sett", "set",
        "septembar", "septmber", "września", "WRZEŚNIA", "syyskuuta", "syyskuu", "září", "ZÁŘÍ", "eylül", "septembrie"],
    &["october", "oct", "octubre", "octobre", "oktober", "okt", "outubro", "out", "ottobre", "ott",
        "października", "PAŹDZIERNIKA", "lokakuuta", "lokakuu", "října", "ŘÍJNA", "ekim", "octombrie"],
    &["november", "nov", "noviembre", "novembre", "novembro", "listopada", "listopad",
        "marraskuuta", "marraskuu", "listopadu", "kasım", "kasim", "noiembrie"],
    &["december", "dec", "diciembre", "dic", "décembre", "decembre", "déc", "dezember", "dez", "dezembro", "dicembre",
        "grudnia", "desember", "joulukuuta", "joulukuu", "prosince", "prosinec", "aralık", "aralik", "decembrie"],
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_names_its_month_and_no_other() {
        for (n, names) in MONTHS.iter().enumerate() {
            for name in *names {
                assert_eq!(month(name.as_bytes()), Some(n as u8 + 1), "{name}");
                assert_eq!(month(name.to_uppercase().as_bytes()), Some(n as u8 + 1), "{name}");
            }
        }
        for word in ["", "a", "ma", "juno", "mayor", "decade", "outubros"] {
            assert_eq!(month(word.as_bytes()), None, "{word}");
        }
    }
}

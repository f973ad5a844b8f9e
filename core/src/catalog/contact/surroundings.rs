//! What stands around a telephone number: the words that introduce it, the signs that may end it, the extension that
//! follows it.
//!
//! Comes in: a view and the place where the number starts or ends. Goes out: what it is called, where it really ends.
use crate::text::byte_set::ByteSet;
use crate::text::view::{View, is_wordy};
use crate::text::word_set::WordSet;
use crate::text::words::{is_any, skip_spaces, word_end, word_start};

/// What the words before a number call it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Lead {
    Nothing,
    /// "phone:", "my number is"
    Phone,
    /// "order", "ticket", "#"
    Business,
}

/// What the words just before `start` call the number.
pub(super) fn lead(v: View<'_>, start: usize) -> Lead {
    let (mut i, mut number) = (start, false);
    for _ in 0..5 {
        let j = i - SIGNS.run_back(v.slice(i.saturating_sub(5), i));
        if v.before(j) == b'#' {
            return Lead::Business;
        }
        // Most numbers stand behind a word that ends as none of ours.
        if !KNOWN.ends(v.at(j.wrapping_sub(2)), v.before(j)) {
            return Lead::Nothing;
        }
        let word_at = word_start(v, j);
        let word = v.slice(word_at, j);
        if FILLER_WORDS.holds(word) {
        } else if PHONE_WORDS.holds(word) {
            return Lead::Phone;
        } else if BUSINESS_WORDS.holds(word) {
            return Lead::Business;
        } else if NUMBER_WORDS.holds(word) {
            number = true;
        } else if number && MINE_WORDS.holds(word) {
            return Lead::Phone;
        } else {
            return Lead::Nothing;
        }
        i = word_at;
    }
    Lead::Nothing
}

/// Signs between a word and its number.
static SIGNS: ByteSet = ByteSet::of(" \t:=.\"'(-");

const PHONE: &str = "phone telephone tel mobile cell cellphone landline whatsapp fax telefon telefonnummer handy \
    handynummer mobil mobilnummer rufnummer telefono teléfono móvil celular téléphone portable \
    tél ph mob telefoon telefoonnummer gsm mobiel telefone telemóvel telemovel cellulare fone fixe fijo fisso \
    telefonnumret telefonnr mobilnr mobiltelefon natel telefonu komórka puhelin puhelinnumero telefonszám";
const BUSINESS: &str = "order orders tracking ticket case invoice account acct policy serial sku model ref reference \
    confirmation booking part item transaction routing id parcel shipment receipt rechnung \
    rechnungsnummer bestellung bestellnummer pedido commande version isbn imei vin ssn iban card \
    auftrag auftragsnummer kundennummer seriennummer sendungsnummer artikel artikelnummer facture factura fatture \
    fattura ordine référence referencia bestelling bestelnummer ordernummer factuur factuurnummer encomenda fatura \
    customer client cliente coupon voucher rma quote";
const NUMBER: &str = "number no nr num nummer número numero numéro numer";
const MINE: &str = "my our his her meine mein mi mon contact daytime home work mijn il mio o meu min mój moj";
const FILLERS: &str =
    "is ist es est at on s under unter new old current correct best direct neue nuevo nouveau le el é è to";

static PHONE_WORDS: WordSet<128> = WordSet::of(&[PHONE]);
static NUMBER_WORDS: WordSet<32> = WordSet::of(&[NUMBER]);
static MINE_WORDS: WordSet<64> = WordSet::of(&[MINE]);
static FILLER_WORDS: WordSet<64> = WordSet::of(&[FILLERS]);
static BUSINESS_WORDS: WordSet<256> = WordSet::of(&[BUSINESS]);
static KNOWN: WordSet<512> = WordSet::of(&[PHONE, BUSINESS, NUMBER, MINE, FILLERS]);

/// Whether a number may end at `end`.
pub(super) fn closes(v: View<'_>, end: usize) -> bool {
    let (next, then) = (v.at(end), v.at(end + 1));
    match next {
        b'-' | b'.' | b'/' => !is_wordy(then),
        b':' | b',' => !then.is_ascii_digit(),
        b'@' | b'%' | b'$' | b'+' | b'=' => false,
        // "650-253-0000x464"
        b'x' | b'X' => then.is_ascii_digit(),
        0xC2 | 0xE2 | 0xEF => true,
        b => !is_wordy(b),
    }
}

/// End of the number with the extension that may follow it.
#[inline(always)]
pub(super) fn extension(v: View<'_>, end: usize) -> usize {
    // Nearly every number ends at a sign, or before a word that begins otherwise.
    match v.at(skip_spaces(v, end + usize::from(v.at(end) == b','), 2)) | 0x20 {
        b'#' | b'x' | b'e' | b'd' | b'p' => with_extension(v, end),
        _ => end,
    }
}

#[inline(never)]
fn with_extension(v: View<'_>, end: usize) -> usize {
    let mut i = skip_spaces(v, end + usize::from(v.at(end) == b','), 2);
    let after_word = word_end(v, i);
    let word = v.slice(i, after_word);
    if v.at(i) == b'#' {
        i += 1;
    } else if is_any(word, &["x", "ext", "extn", "extension", "durchwahl", "dw", "poste"]) {
        i = skip_spaces(v, after_word + usize::from(matches!(v.at(after_word), b'.' | b':')), 2);
    } else {
        return end;
    }
    let digits = v.slice(i, i + 7).iter().take_while(|b| b.is_ascii_digit()).count();
    if (1..=6).contains(&digits) && !is_wordy(v.at(i + digits)) { i + digits } else { end }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_introduced() {
        for (text, want) in [
            ("phone: ", Lead::Phone),
            ("my number is ", Lead::Phone),
            ("tel. no. ", Lead::Phone),
            ("mijn telefoonnummer is ", Lead::Phone),
            ("mon numéro est le ", Lead::Phone),
            ("il mio numero è ", Lead::Phone),
            ("order number ", Lead::Business),
            ("my order number is ", Lead::Business),
            ("il mio ordine è ", Lead::Business),
            ("#", Lead::Business),
            ("number ", Lead::Nothing),
            ("", Lead::Nothing),
        ] {
            assert!(lead(View::new(text), text.len()) == want, "{text}");
        }
    }

    #[test]
    fn extensions_belong_to_the_number() {
        for (text, want) in [
            (" ext 464", 8),
            ("x464", 4),
            (", ext. 12 or", 9),
            (" #12", 4),
            (" Durchwahl 12", 13),
            (" x", 0),
            (" exit 4", 0),
            (" x464b", 0),
            ("", 0),
        ] {
            assert_eq!(extension(View::new(text), 0), want, "{text}");
        }
    }
}

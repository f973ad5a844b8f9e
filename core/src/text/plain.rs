//! Words as a reader compares them: without case and accents.
//!
//! Comes in: a character or a word. Goes out: its plain letters, `Müller` → `muller`, `Straße` → `strasse`. Accents of
//! Latin letters go whether they are part of the letter or signs behind it; Greek loses its accents, Cyrillic the dots
//! of `ё`; other scripts lose their case.

/// The longest plain word, in bytes; what is longer is no word anybody lists.
pub(crate) const LONGEST: usize = 64;

/// A plain word, on the stack: comparing words allocates nothing.
#[derive(Clone, Copy)]
pub(crate) struct Plain {
    bytes: [u8; LONGEST],
    length: usize,
}

impl Plain {
    pub(crate) const EMPTY: Plain = Plain { bytes: [0; LONGEST], length: 0 };

    /// The plain form of `word`; `None` where it is longer than [`LONGEST`].
    pub(crate) fn of(word: &str) -> Option<Self> {
        let mut plain = Plain::EMPTY;
        word.chars().all(|c| plain.push(c)).then_some(plain)
    }

    /// Adds the plain form of `c`; false where there is no room for it.
    pub(crate) fn push(&mut self, c: char) -> bool {
        if c.is_ascii() {
            return self.put(&[c.to_ascii_lowercase() as u8]);
        }
        if is_mark(c) {
            return true;
        }
        if let Some(letters) = latin(c) {
            return self.put(letters.as_bytes());
        }
        let c = accentless(c);
        c.to_lowercase().all(|lower| self.put(accentless(lower).encode_utf8(&mut [0; 4]).as_bytes()))
    }

    fn put(&mut self, bytes: &[u8]) -> bool {
        match self.bytes.get_mut(self.length..self.length + bytes.len()) {
            Some(room) => {
                room.copy_from_slice(bytes);
                self.length += bytes.len();
                true
            }
            None => false,
        }
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or(&[])
    }

    pub(crate) fn word(&self) -> &str {
        core::str::from_utf8(self.bytes()).unwrap_or("")
    }
}

/// Whether `c` belongs to a word: letters, digits, and accents written as signs of their own. Scripts that write no
/// spaces between words, or attach particles to foreign ones, are no part of a word here, so that a Latin word among
/// their letters stands alone.
pub(crate) fn is_word_char(c: char) -> bool {
    match c {
        '\0'..='\x7F' => c.is_ascii_alphanumeric(),
        '×' | '÷' => false,
        // Nothing but letters and marks: most of what is not ASCII needs no table.
        '\u{C0}'..='\u{24F}' | '\u{300}'..='\u{36F}' | '\u{410}'..='\u{44F}' => true,
        _ => c.is_alphanumeric() && !is_unspaced(c),
    }
}

/// Letters of scripts without spaces between words: Thai to Khmer, Hangul, kana, ideographs.
pub(crate) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1100}'..='\u{11FF}' | '\u{1780}'..='\u{17FF}' | '\u{2E80}'..='\u{9FFF}'
        | '\u{A960}'..='\u{A97F}' | '\u{AC00}'..='\u{D7FF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// The bytes that characters beyond ASCII begin with whose plain form may begin with `plain`, the beginning of a plain
/// word. Some others may be among them.
pub(crate) fn leads(plain: &str) -> Vec<u8> {
    let lead = |c: char| c.encode_utf8(&mut [0; 4]).bytes().next();
    // Marks are no letters: any word may begin with them.
    let mut leads = vec![0xCC, 0xCD];
    match plain.chars().next() {
        // The rows of `LATIN`, and the sign for kelvin, which is a k in lower case.
        Some('\0'..='\x7F') => leads.extend((0xC3..=0xC8).chain([0xE1, 0xE2])),
        Some(c) => {
            leads.extend(lead(c).into_iter().chain(c.to_uppercase().filter_map(lead)));
            // What `accentless` maps, and the sign for ohm.
            leads.extend([0xCE, 0xCF, 0xD0, 0xD1, 0xE2]);
        }
        None => {}
    }
    leads
}

/// An accent that is a character of its own.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

/// The plain letters of a Latin letter beyond ASCII.
fn latin(c: char) -> Option<&'static str> {
    let c = u32::from(c);
    let at = LATIN.partition_point(|(_, last, _)| *last < c);
    LATIN.get(at).filter(|(first, ..)| *first <= c).map(|(.., letters)| *letters)
}

/// Greek and Cyrillic letters without their accent; anything else as it is.
fn accentless(c: char) -> char {
    match c {
        'ά' | 'Ά' => 'α',
        'έ' | 'Έ' => 'ε',
        'ή' | 'Ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' | 'Ί' | 'Ϊ' => 'ι',
        'ό' | 'Ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' | 'Ύ' | 'Ϋ' => 'υ',
        'ώ' | 'Ώ' => 'ω',
        'ς' => 'σ',
        'ё' | 'Ё' => 'е',
        c => c,
    }
}

/// First and last of a row of Unicode letters (Latin-1 Supplement, Latin Extended-A and parts of B, Latin Extended
/// Additional) that have the same plain letters, ascending.
#[rustfmt::skip]
const LATIN: &[(u32, u32, &str)] = &[
    (0xC0, 0xC5, "a"), (0xC6, 0xC6, "ae"), (0xC7, 0xC7, "c"), (0xC8, 0xCB, "e"), (0xCC, 0xCF, "i"), (0xD0, 0xD0, "d"),
    (0xD1, 0xD1, "n"), (0xD2, 0xD6, "o"), (0xD8, 0xD8, "o"), (0xD9, 0xDC, "u"), (0xDD, 0xDD, "y"), (0xDE, 0xDE, "th"),
    (0xDF, 0xDF, "ss"), (0xE0, 0xE5, "a"), (0xE6, 0xE6, "ae"), (0xE7, 0xE7, "c"), (0xE8, 0xEB, "e"), (0xEC, 0xEF, "i"),
    (0xF0, 0xF0, "d"), (0xF1, 0xF1, "n"), (0xF2, 0xF6, "o"), (0xF8, 0xF8, "o"), (0xF9, 0xFC, "u"), (0xFD, 0xFD, "y"),
    (0xFE, 0xFE, "th"), (0xFF, 0xFF, "y"),
    (0x100, 0x105, "a"), (0x106, 0x10D, "c"), (0x10E, 0x111, "d"), (0x112, 0x11B, "e"), (0x11C, 0x123, "g"),
    (0x124, 0x127, "h"), (0x128, 0x131, "i"), (0x132, 0x133, "ij"), (0x134, 0x135, "j"), (0x136, 0x138, "k"),
    (0x139, 0x142, "l"), (0x143, 0x14B, "n"), (0x14C, 0x151, "o"), (0x152, 0x153, "oe"), (0x154, 0x159, "r"),
    (0x15A, 0x161, "s"), (0x162, 0x167, "t"), (0x168, 0x173, "u"), (0x174, 0x175, "w"), (0x176, 0x178, "y"),
    (0x179, 0x17E, "z"), (0x17F, 0x17F, "s"),
    (0x1A0, 0x1A1, "o"), (0x1AF, 0x1B0, "u"), (0x1CD, 0x1CE, "a"), (0x1CF, 0x1D0, "i"), (0x1D1, 0x1D2, "o"),
    (0x1D3, 0x1DC, "u"), (0x1E6, 0x1E7, "g"), (0x218, 0x219, "s"), (0x21A, 0x21B, "t"),
    (0x1E00, 0x1E01, "a"), (0x1E02, 0x1E07, "b"), (0x1E08, 0x1E09, "c"), (0x1E0A, 0x1E13, "d"), (0x1E14, 0x1E1D, "e"),
    (0x1E1E, 0x1E1F, "f"), (0x1E20, 0x1E21, "g"), (0x1E22, 0x1E2B, "h"), (0x1E2C, 0x1E2F, "i"), (0x1E30, 0x1E35, "k"),
    (0x1E36, 0x1E3D, "l"), (0x1E3E, 0x1E43, "m"), (0x1E44, 0x1E4B, "n"), (0x1E4C, 0x1E53, "o"), (0x1E54, 0x1E57, "p"),
    (0x1E58, 0x1E5F, "r"), (0x1E60, 0x1E69, "s"), (0x1E6A, 0x1E71, "t"), (0x1E72, 0x1E7B, "u"), (0x1E7C, 0x1E7F, "v"),
    (0x1E80, 0x1E89, "w"), (0x1E8A, 0x1E8D, "x"), (0x1E8E, 0x1E8F, "y"), (0x1E90, 0x1E95, "z"), (0x1E9E, 0x1E9E, "ss"),
    (0x1EA0, 0x1EB7, "a"), (0x1EB8, 0x1EC7, "e"), (0x1EC8, 0x1ECB, "i"), (0x1ECC, 0x1EE3, "o"), (0x1EE4, 0x1EF1, "u"),
    (0x1EF2, 0x1EF9, "y"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(word: &str) -> String {
        Plain::of(word).unwrap().word().to_owned()
    }

    #[test]
    fn accents_and_case_go_however_they_are_written() {
        for (word, expected) in [
            ("Müller", "muller"),
            ("Mu\u{308}ller", "muller"),
            ("STRAẞE", "strasse"),
            ("Straße", "strasse"),
            ("Çağrı", "cagri"),
            ("ŁÓDŹ", "lodz"),
            ("Smørrebrød", "smorrebrod"),
            ("Nguyễn", "nguyen"),
            ("ŒUVRE", "oeuvre"),
            ("Ștefan", "stefan"),
            ("Αθήνα", "αθηνα"),
            ("ΟΔΟΣ", "οδοσ"),
            ("Королёв", "королев"),
            ("İ", "i"),
            ("X2", "x2"),
        ] {
            assert_eq!(plain(word), expected, "{word}");
        }
        assert!(Plain::of(&"a".repeat(LONGEST + 1)).is_none());
    }

    #[test]
    fn the_table_is_in_order() {
        assert!(LATIN.windows(2).all(|pair| pair[0].1 < pair[1].0) && LATIN.iter().all(|r| r.0 <= r.1));
        // What the table knows of case agrees with Unicode: capital and small letter have the same plain letters.
        for c in LATIN.iter().flat_map(|r| r.0..=r.1).filter_map(char::from_u32) {
            for other in c.to_lowercase().chain(c.to_uppercase()).filter(|o| !o.is_ascii() && !is_mark(*o)) {
                assert!(c == 'ŉ' || latin(other) == latin(c), "{c} {other}");
            }
        }
    }

    #[test]
    fn word_characters_are_those_of_unicode_whatever_is_asked_first() {
        for c in (0x80..=0x2_FFFF).filter_map(char::from_u32) {
            assert_eq!(is_word_char(c), is_mark(c) || c.is_alphanumeric() && !is_unspaced(c), "{c}");
        }
    }

    #[test]
    fn leads_are_all_there() {
        for c in (0x80..=0x2_FFFF).filter_map(char::from_u32).filter(|c| is_word_char(*c)) {
            let word = plain(&format!("{c}a"));
            let lead = c.to_string().as_bytes()[0];
            assert!(leads(&word).contains(&lead), "{c} {word}");
        }
    }

    #[test]
    fn words_end_where_scripts_without_spaces_begin() {
        for c in ['a', '7', 'é', '\u{301}', 'я', 'ß'] {
            assert!(is_word_char(c), "{c}");
        }
        for c in [' ', '_', '-', '“', '京', 'を', '를', 'ก', '€'] {
            assert!(!is_word_char(c), "{c}");
        }
    }
}

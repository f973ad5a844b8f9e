//! What the model sees of a word: a number for its letters, its shape, what the lexicon knows of it.

use super::hash::mix;

/// How a token looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
#[repr(u8)]
pub(crate) enum Shape {
    /// `word`
    #[default]
    Lower = 0,
    /// `Word`
    Title = 1,
    /// `WORD`
    Upper = 2,
    /// `W`
    Initial = 3,
    /// `McDonald`, `iPhone`
    Mixed = 4,
    /// One digit; the five after it are for two to five, and six and more.
    Digit = 5,
    Digits2 = 6,
    Digits3 = 7,
    Digits4 = 8,
    Digits5 = 9,
    Digits6 = 10,
    /// `12b`, `SW1A`
    Code = 11,
    /// A sign.
    Sign = 12,
    /// A line break, or several.
    Break = 13,
    /// Letters of a script without case.
    Caseless = 14,
    /// What is a value of another kind as a whole: an e-mail address, a link, a handle, a label of ours.
    Value = 15,
    /// Beyond the ends of the text.
    Edge = 16,
}

impl Shape {
    /// A number of `count` digits.
    pub(super) fn of_digits(count: usize) -> Self {
        match count {
            0 | 1 => Shape::Digit,
            2 => Shape::Digits2,
            3 => Shape::Digits3,
            4 => Shape::Digits4,
            5 => Shape::Digits5,
            _ => Shape::Digits6,
        }
    }

    /// Digits alone.
    pub(super) fn is_number(self) -> bool {
        matches!(self as u8, 5..=10)
    }

    /// Letters alone, with or without case.
    pub(crate) fn is_word(self) -> bool {
        matches!(
            self,
            Shape::Lower | Shape::Title | Shape::Upper | Shape::Initial | Shape::Mixed | Shape::Caseless
        )
    }
}

/// What the lexicon knows of a word, one bit each.
pub(crate) mod class {
    /// A frequent first name.
    pub(crate) const FIRST_OFTEN: u32 = 1;
    /// A first name.
    pub(crate) const FIRST: u32 = 1 << 1;
    /// A frequent last name.
    pub(crate) const LAST_OFTEN: u32 = 1 << 2;
    /// A last name.
    pub(crate) const LAST: u32 = 1 << 3;
    /// A city of more than 300,000 people.
    pub(crate) const CITY_LARGE: u32 = 1 << 4;
    /// A city.
    pub(crate) const CITY: u32 = 1 << 5;
    /// A region or a country, or its code.
    pub(crate) const REGION: u32 = 1 << 6;
    /// A word everybody uses.
    pub(crate) const COMMON: u32 = 1 << 7;
    /// A word that is known.
    pub(crate) const KNOWN: u32 = 1 << 8;
    /// A word of the large dictionaries.
    pub(crate) const RARE: u32 = 1 << 9;
    /// A type of street, of a unit, or its short form.
    pub(crate) const STREET: u32 = 1 << 10;
    /// A form of address: "Dr".
    pub(crate) const TITLE: u32 = 1 << 11;
    /// What ends the name of a company: "GmbH".
    pub(crate) const COMPANY: u32 = 1 << 13;
    /// Some name of several words begins with it.
    pub(crate) const STARTS: u32 = 1 << 16;

    /// First and last names.
    pub(crate) const NAMES: u32 = FIRST_OFTEN | FIRST | LAST_OFTEN | LAST;
    /// Frequent first and last names, and large cities.
    pub(crate) const OFTEN: u32 = FIRST_OFTEN | LAST_OFTEN | CITY_LARGE;
    /// Places.
    pub(crate) const PLACES: u32 = CITY_LARGE | CITY | REGION;
    /// Words of any dictionary.
    pub(crate) const WORDS: u32 = COMMON | KNOWN | RARE;
    /// What stands beside names and is none.
    pub(crate) const COMPANIONS: u32 = STREET | TITLE | COMPANY;
}

/// Bits of [`Token::line`].
pub(crate) mod line {
    /// The first token of its line.
    pub(crate) const FIRST: u8 = 1;
    /// The last token of its line.
    pub(crate) const LAST: u8 = 2;
    /// The line has four tokens at most.
    pub(crate) const SHORT: u8 = 4;
}

/// One word, number, sign or line break.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Token {
    /// Bytes of the text.
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// Of the word in small letters, digits as zeros.
    pub(crate) hash: u64,
    /// The last eight bytes of the word in small letters, the last one highest.
    pub(super) tail: u64,
    /// The first three, the first one lowest.
    pub(super) head: u32,
    /// Bits of [`class`].
    pub(crate) class: u32,
    /// The class of the name of several words it is part of; `PHRASE_FIRST` or `PHRASE_REST` say of which part.
    pub(super) phrase: u32,
    pub(crate) shape: Shape,
    /// Bits of [`line`].
    pub(super) line: u8,
    /// How the line is written: see `segment`.
    pub(super) case: u8,
    /// Whether the model looks at it: see `gate`.
    pub(super) hot: bool,
}

/// In [`Token::phrase`]: the first word of the name.
pub(super) const PHRASE_FIRST: u32 = 1 << 17;
/// In [`Token::phrase`]: a later one.
pub(super) const PHRASE_REST: u32 = 1 << 18;

/// What stands beyond the ends of a text.
pub(super) static EDGE: Token = Token {
    start: 0,
    end: 0,
    hash: 0x0B05,
    tail: 0,
    head: 0,
    class: 0,
    phrase: 0,
    shape: Shape::Edge,
    line: 0,
    case: 0,
    hot: false,
};

/// What the numbers of signs are mixed with.
pub(super) const SIGN: u64 = 0x5160;
/// The number of a star.
const STAR: u64 = mix(b'*' as u64, SIGN);
/// Numbers of the tokens that stand for a label of ours.
pub(super) const LABEL: u64 = 0x0E12;
pub(super) const LABEL_NAME: u64 = 0x0E13;
pub(super) const LABEL_PLACE: u64 = 0x0E14;

impl Token {
    /// What redacting leaves: a label, placeholder or hash of ours, or a star.
    pub(super) fn is_label(&self) -> bool {
        match self.shape {
            Shape::Value => matches!(self.hash, LABEL | LABEL_NAME | LABEL_PLACE),
            Shape::Sign => self.hash == STAR,
            _ => false,
        }
    }

    /// Class and phrase in one number.
    #[inline(always)]
    pub(super) fn known(&self) -> u64 {
        u64::from(self.class & 0xffff) | u64::from(self.phrase) << 20
    }
}

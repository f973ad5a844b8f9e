//! National numbering plans: how the numbers of a country look when they are dialled inside it.
//!
//! Comes in: nothing. Goes out: a table, for `national`.
//!
//! A row is one kind of number of one country: the first digits, the trunk prefix included, how many digits there are,
//! and the groupings in use there. A grouping is written as one number, `3344` for groups of 3, 3, 4 and 4 digits. A
//! grouping that hardly anything else has speaks for itself; others do so between certain signs, or not without a word
//! near.
//!
//! # Sources
//! ITU-T E.129 and E.123, and the national numbering plans in the ITU's collection: Arcep (FR), BIPT (BE), ACM (NL),
//! OFCOM (CH), RTR (AT), Bundesnetzagentur (DE), Ofcom (GB), ComReg (IE), AGCOM (IT), CNMC (ES), ANACOM (PT), UKE (PL),
//! PTS (SE), Nkom (NO), SDFI (DK), Traficom (FI), ČTÚ (CZ), EETT (GR), NMHH (HU), ANCOM (RO), BTK (TR), Ministry of
//! Communications (IL), DoT (IN), ACMA (AU), NAD (NZ), ICASA (ZA), Anatel (BR), IFT (MX), ENACOM (AR), MIC (JP), MSIT
//! (KR), IMDA (SG), OFCA (HK), MIIT (CN).
/// One kind of number of one country.
#[derive(Clone, Copy)]
pub(super) struct Plan {
    pub(super) country: [u8; 2],
    /// The first four digits lie in `from..=to`.
    pub(super) from: u16,
    pub(super) to: u16,
    /// Fewest and most digits.
    pub(super) least: u8,
    pub(super) most: u8,
    /// Its groupings, each with the signs it needs.
    pub(super) forms: &'static [u32],
}

/// What a grouping needs beside itself, above its number.
pub(super) const DASH: u32 = 1 << 28;
pub(super) const SLASH: u32 = 2 << 28;
pub(super) const TAIL: u32 = 3 << 28;
pub(super) const SPACE: u32 = 4 << 28;
pub(super) const WORD: u32 = 5 << 28;
pub(super) const CODE: u32 = (1 << 28) - 1;

/// Telling where `-` or `/` stands behind the first group.
const fn dash(code: u32) -> u32 {
    code | DASH
}

/// Telling where `/` stands behind the first group.
const fn slash(code: u32) -> u32 {
    code | SLASH
}

/// Telling where a `-` stands before the last group, and none elsewhere.
const fn tail(code: u32) -> u32 {
    code | TAIL
}

/// Telling with nothing but spaces.
const fn space(code: u32) -> u32 {
    code | SPACE
}

/// Usual, but not telling: a word must stand near, brackets around the first group, or the input's region say so.
const fn word(code: u32) -> u32 {
    code | WORD
}

/// `from` and `to` are the first digits, at most four; a number of `least` to `most` digits.
#[expect(clippy::indexing_slicing, reason = "const fn has no get; a mistake is a compile error")]
const fn plan(country: &str, from: &str, to: &str, (least, most): (u8, u8), forms: &'static [u32]) -> Plan {
    let (country, from, to) = (country.as_bytes(), from.as_bytes(), to.as_bytes());
    let mut ends = [0u16; 2];
    let mut i = 0;
    while i < 4 {
        ends[0] = ends[0] * 10 + if i < from.len() { (from[i] - b'0') as u16 } else { 0 };
        ends[1] = ends[1] * 10 + if i < to.len() { (to[i] - b'0') as u16 } else { 9 };
        i += 1;
    }
    Plan { country: [country[0], country[1]], from: ends[0], to: ends[1], least, most, forms }
}

#[rustfmt::skip]
pub(super) static PLANS: [Plan; COUNT] = [
    plan("GB", "01", "03", (10, 11), &[344, 434, 56, 533, 55, 433, 38]),
    plan("GB", "05", "05", (10, 11), &[434, 56, 433]),
    plan("GB", "071", "079", (11, 11), &[11, 56, 533, 434, 47, 38, 344, 5222, 4223, 4322]),
    plan("GB", "08", "09", (10, 11), &[434, 433, 344, 56]),
    plan("IE", "01", "01", (9, 9), &[234, slash(27), word(27)]),
    plan("IE", "02", "09", (9, 10), &[334, dash(37), word(37), word(36), word(333)]),
    plan("FR", "01", "09", (10, 10), &[22222]),
    plan("FR", "080", "089", (10, 10), &[433, 1333]),
    plan("BE", "02", "04", (9, 9), &[2322, slash(27), word(27)]),
    plan("BE", "09", "09", (9, 9), &[2322, slash(27), word(27)]),
    plan("BE", "01", "08", (9, 9), &[3222, slash(36), word(36)]),
    plan("BE", "045", "049", (10, 10), &[4222, 433, dash(46), word(46)]),
    plan("BE", "0800", "0800", (9, 9), &[423, word(432), word(45)]),
    plan("NL", "06", "06", (10, 10), &[28, 244, 22222, 2323, 2332]),
    plan("NL", "01", "05", (10, 10), &[334, 3322, 3223, dash(37), dash(46), word(37), word(46)]),
    plan("NL", "07", "08", (10, 10), &[334, 3322, 3223, dash(37), word(37)]),
    plan("CH", "02", "09", (10, 10), &[3322, 334, word(433), word(37)]),
    plan("AT", "01", "01", (7, 12), &[2322, 234, slash(27), slash(26), word(27), word(26), word(244)]),
    plan("AT", "065", "069", (10, 13), &[47, 48, 4322, 434, 443, 46, 4223]),
    plan("AT", "02", "07", (8, 12), &[dash(46), word(46), word(45), word(433)]),
    plan("DE", "02", "09", (9, 12), &[dash(46), dash(47), word(46), word(47), word(56), word(57)]),
    plan("IT", "02", "02", (8, 11), &[28, 244, 2332, 235, slash(27), word(27), word(26)]),
    plan("IT", "06", "06", (8, 11), &[28, 244, 2332, 235, slash(27), word(27), word(26)]),
    plan("IT", "01", "01", (9, 11), &[334, 3322, dash(37), dash(46), word(433), word(37), word(46)]),
    plan("IT", "03", "05", (9, 11), &[334, 3322, 4222, dash(37), dash(46), word(433), word(37), word(46)]),
    plan("IT", "07", "09", (9, 11), &[334, 3322, 4222, dash(37), dash(46), word(433), word(37), word(46)]),
    plan("IT", "32", "39", (9, 10), &[space(334), 3223, 3322, word(37), word(36), word(333), word(10)]),
    plan("ES", "6", "6", (9, 9), &[3222, word(333), word(9)]),
    plan("ES", "71", "74", (9, 9), &[3222, word(333), word(9)]),
    plan("ES", "81", "98", (9, 9), &[2322, 3222, word(333), word(27), word(9)]),
    plan("ES", "80", "80", (9, 9), &[word(333), word(3222)]),
    plan("PT", "21", "29", (9, 9), &[2322, word(333), word(234)]),
    plan("PT", "91", "96", (9, 9), &[2322, word(333), word(234), word(9)]),
    plan("PL", "12", "95", (9, 9), &[2322, word(333), word(27)]),
    plan("PL", "45", "57", (9, 9), &[word(333), word(9)]),
    plan("PL", "60", "88", (9, 9), &[word(333), word(9)]),
    plan("SE", "07", "07", (10, 10), &[3322, 4222, dash(37), dash(46), word(37), word(46)]),
    plan("SE", "08", "08", (8, 10), &[2332, 2322, dash(2222), dash(28), word(27), word(26), word(2222)]),
    plan("SE", "01", "06", (8, 10), &[3222, 3322, 4222, 4322, dash(432), dash(46), dash(37), word(36)]),
    plan("SE", "09", "09", (8, 10), &[3222, 4222, dash(432), dash(46), word(36)]),
    plan("NO", "2", "9", (8, 8), &[word(323), word(2222)]),
    plan("DK", "2", "9", (8, 8), &[word(2222), word(44)]),
    plan("FI", "04", "05", (9, 11), &[334, 3322, 433, 343, 3223, dash(37), dash(46), word(37), word(46), word(36)]),
    plan("FI", "09", "09", (8, 10), &[234, 243, word(27)]),
    plan("FI", "01", "03", (8, 11), &[334, 343, 3223, 3322, word(37), word(36)]),
    plan("CZ", "2", "7", (9, 9), &[word(333)]),
    plan("GR", "21", "28", (10, 10), &[space(334), space(244), word(10), word(37), word(46)]),
    plan("GR", "690", "699", (10, 10), &[space(334), word(433), word(10), word(37)]),
    plan("HU", "061", "069", (10, 11), &[2134, 2234, 22322, 2233, 2243, 217, 227, word(226), word(11), word(10)]),
    plan("RO", "02", "03", (10, 10), &[433, 3322, 334, 3223, dash(46), word(46), word(37)]),
    plan("RO", "07", "07", (10, 10), &[433, 4222, 334, dash(46), word(46)]),
    plan("TR", "02", "05", (11, 11), &[4322, 434, 13322, 1334, 443, dash(47), word(47)]),
    plan("TR", "2", "5", (10, 10), &[3322, word(334), word(37)]),
    plan("IL", "02", "04", (9, 9), &[234, word(27)]),
    plan("IL", "08", "09", (9, 9), &[234, word(27)]),
    plan("IL", "05", "05", (10, 10), &[334, dash(37), word(37)]),
    plan("IL", "07", "07", (10, 10), &[334, dash(37), word(37)]),
    plan("IN", "6", "9", (10, 10), &[word(55), word(10), word(334), word(433)]),
    plan("IN", "06", "09", (11, 11), &[65, word(56), word(11)]),
    plan("IN", "01", "08", (11, 11), &[344, 434, dash(38), dash(47), dash(56), word(38), word(47)]),
    plan("AU", "02", "03", (10, 10), &[244, word(28), word(2332)]),
    plan("AU", "07", "08", (10, 10), &[244, word(28), word(2332)]),
    plan("AU", "04", "04", (10, 10), &[433, 244, 4222, word(46)]),
    plan("AU", "1300", "1300", (10, 10), &[433, word(10)]),
    plan("AU", "1800", "1800", (10, 10), &[433, word(10)]),
    plan("NZ", "02", "02", (9, 11), &[334, 344, 343, dash(37), word(333), word(37), word(36), word(38)]),
    plan("NZ", "03", "09", (9, 9), &[234, word(27)]),
    plan("NZ", "0508", "0508", (10, 10), &[433, word(46)]),
    plan("NZ", "0800", "0800", (10, 11), &[433, 434, word(46), word(47)]),
    plan("ZA", "01", "08", (10, 10), &[334, 3322, word(37)]),
    plan("BR", "11", "99", (11, 11), &[tail(254), tail(2144), word(254), word(29)]),
    plan("BR", "11", "99", (10, 10), &[word(244), word(28)]),
    plan("BR", "011", "099", (11, 12), &[354, 344]),
    plan("BR", "0800", "0800", (10, 11), &[433, 434]),
    plan("MX", "33", "33", (10, 10), &[244, 22222]),
    plan("MX", "55", "56", (10, 10), &[244, 22222]),
    plan("MX", "81", "81", (10, 10), &[244, 22222]),
    plan("MX", "2", "9", (10, 10), &[word(334), word(244), word(3322)]),
    plan("MX", "01", "01", (12, 12), &[2244, 2334]),
    plan("MX", "044", "045", (13, 13), &[3244, 3334]),
    plan("AR", "011", "011", (11, 13), &[344, 3244, dash(38), word(38)]),
    plan("AR", "02", "03", (11, 13), &[434, 344, 4234, 3244, 524, 5224, dash(47), word(47)]),
    plan("AR", "11", "11", (10, 10), &[tail(244), word(244)]),
    plan("AR", "15", "15", (10, 10), &[tail(244), word(244)]),
    plan("JP", "01", "09", (10, 10), &[244, 334, dash(424)]),
    plan("JP", "0120", "0120", (10, 10), &[433]),
    plan("JP", "0570", "0570", (10, 10), &[433]),
    plan("JP", "0800", "0800", (11, 11), &[434]),
    plan("JP", "050", "050", (11, 11), &[344, word(38)]),
    plan("JP", "070", "090", (11, 11), &[344, dash(38), word(38)]),
    plan("KR", "01", "01", (10, 11), &[344, 334, dash(38), word(38)]),
    plan("KR", "02", "02", (9, 10), &[234, 244, dash(28)]),
    plan("KR", "03", "07", (10, 11), &[334, 344]),
    plan("KR", "15", "18", (8, 8), &[word(44)]),
    plan("SG", "3", "3", (8, 8), &[word(44)]),
    plan("SG", "6", "6", (8, 8), &[word(44)]),
    plan("SG", "8", "9", (8, 8), &[word(44)]),
    plan("HK", "2", "9", (8, 8), &[word(44)]),
    plan("CN", "13", "19", (11, 11), &[344, word(11), word(47)]),
    plan("CN", "010", "010", (11, 11), &[344, dash(38), word(38)]),
    plan("CN", "02", "02", (11, 11), &[344, dash(38), word(38)]),
    plan("CN", "03", "09", (11, 12), &[434, dash(47), dash(48), word(444), word(47), word(48)]),
];

pub(super) const COUNT: usize = 102;

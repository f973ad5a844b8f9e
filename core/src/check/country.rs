//! Two-letter country codes (ISO 3166-1 alpha-2).

/// The codes of ISO 3166-1, and `XK`, which banks use for Kosovo.
const CODES: &[u8] = b"ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCN\
COCRCUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIO\
IQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNG\
NINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTM\
TNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSXKYEYTZAZMZW";

/// One bit a code: by first letter, then by second.
#[expect(
    clippy::indexing_slicing,
    reason = "computed when compiling; out of bounds would be a compile error"
)]
static KNOWN: [u32; 26] = {
    let mut known = [0u32; 26];
    let mut i = 0;
    while i < CODES.len() {
        known[(CODES[i] - b'A') as usize] |= 1 << (CODES[i + 1] - b'A');
        i += 2;
    }
    known
};

/// Whether two letters, in any case, are the code of a country.
pub(crate) fn is_code(first: u8, second: u8) -> bool {
    let (first, second) = (first.to_ascii_uppercase(), second.to_ascii_uppercase());
    let row = KNOWN.get(usize::from(first.wrapping_sub(b'A'))).copied().unwrap_or(0);
    second.is_ascii_uppercase() && row >> (second - b'A') & 1 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes() {
        let count: u32 = KNOWN.iter().map(|row| row.count_ones()).sum();
        assert_eq!(count, 249 + 1, "as many as the standard has, and Kosovo");
        for [a, b] in [*b"DE", *b"gb", *b"XK", *b"AD", *b"ZW", *b"om"] {
            assert!(is_code(a, b));
        }
        for [a, b] in [*b"XX", *b"UK", *b"ZZ", *b"D1", *b"1E", *b"[A", *b"A["] {
            assert!(!is_code(a, b));
        }
    }
}

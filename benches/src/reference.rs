//! Bytes go in, a sum comes out: the loop every figure is set beside, so that a busy or slow machine can be told
//! from slow code.

static TABLE: [u64; 256] = {
    let mut table = [0; 256];
    let mut at = 0;
    while at < 256 {
        table[at] = (at as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32;
        at += 1;
    }
    table
};

/// One table look-up and one addition a byte.
///
/// ```
/// assert_eq!(wimple_benches::table_sum(b""), 0);
/// ```
pub fn table_sum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |sum, &byte| sum.wrapping_add(TABLE[usize::from(byte)]))
}

//! Bytes nobody may see: a key on its way into an engine.
use core::fmt;

use zeroize::Zeroizing;

/// Key material. Wiped when dropped, and silent in `Debug`; there is no way to read it back.
///
/// ```
/// use wimple::Secret;
/// let key = Secret::new(*b"thirty-two bytes from a key file");
/// assert_eq!(format!("{key:?}"), "Secret(..)");
/// ```
///
/// A `Vec<u8>` is taken over as it is, so that no copy stays behind; of an array or a slice the caller's own copy is the
/// caller's to wipe.
pub struct Secret(Zeroizing<Vec<u8>>);

impl Secret {
    /// Takes over `bytes`.
    pub fn new(bytes: impl Into<Vec<u8>>) -> Self {
        Secret(Zeroizing::new(bytes.into()))
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(..)")
    }
}

//! The one door to the outside: randomness of the operating system.
use crate::error::Error;

/// Fills `bytes`, or fails; there is no second source to fall back to.
pub(crate) fn fill(bytes: &mut [u8]) -> Result<(), Error> {
    getrandom::fill(bytes).map_err(|_| Error::Random)
}

//! Which Wimple this is: macros for the compiler, functions for the library that is really there.
use crate::text::wimple_str;

/// The interface this header describes. Must equal wimple_abi().
pub const WIMPLE_ABI: u32 = 1;

/// Version of this header, first part.
pub const WIMPLE_VERSION_MAJOR: u32 = 0;

/// Version of this header, second part.
pub const WIMPLE_VERSION_MINOR: u32 = 1;

/// Version of this header, third part.
pub const WIMPLE_VERSION_PATCH: u32 = 0;

/// The interface the library has. Where it is not WIMPLE_ABI, call nothing else.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_abi() -> u32 {
    WIMPLE_ABI
}

/// Version of the library: major * 1000000 + minor * 1000 + patch.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_version_number() -> u32 {
    WIMPLE_VERSION_MAJOR * 1_000_000 + WIMPLE_VERSION_MINOR * 1_000 + WIMPLE_VERSION_PATCH
}

/// Version of the library: "0.1.0". Never dies.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_version() -> wimple_str {
    wimple::VERSION.into()
}

/// Version of the catalogue of entity types: "2026.11.3". Never dies.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_catalog_version() -> wimple_str {
    wimple::CATALOG_VERSION.into()
}

//! The catalogue: which entity types there are, and what each one means.
use core::ffi::c_char;
use core::mem::MaybeUninit;

use wimple::EntityInfo;

use crate::boundary::{Failure, ask, make, utf8};
use crate::explain::wimple_explain;
use crate::status::{wimple_error, wimple_status};
use crate::text::wimple_str;

/// How many entity types the catalogue has, benign twins included.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_entity_count() -> usize {
    ask(|| Some(wimple::entities().count()))
}

/// The id of an entity type ("EMAIL_ADDRESS"), by its place in the catalogue from 0; empty where index is out of range.
/// Never dies.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_entity_id(index: usize) -> wimple_str {
    ask(|| {
        let id: &'static str = wimple::entities().nth(index)?.id();
        Some(id.into())
    })
}

/// What an entity type is: its shape, check, context words, examples and sources. An id the catalogue does not have is
/// refused with WIMPLE_STATUS_INVALID_ARGUMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_entity_explain(
    id: *const c_char,
    len: usize,
    out: Option<&mut MaybeUninit<*mut wimple_explain>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make(out, err, || {
        // SAFETY: the contract of the header promises `len` bytes at `id`, unchanged during the call.
        let id = unsafe { utf8(id, len, "id") }?;
        let info =
            EntityInfo::of(id).ok_or_else(|| Failure::argument("id is no entity type of the catalogue"))?;
        Ok(wimple_explain::new(info.to_text(), info.to_json()))
    })
}

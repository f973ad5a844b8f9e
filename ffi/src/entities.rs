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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explain::{wimple_explain_free, wimple_explain_json, wimple_explain_text};

    /// Both faces of the explanation of a type, as C gets them.
    fn explained(id: &str) -> (String, String) {
        let mut out = MaybeUninit::uninit();
        // SAFETY: the pointer and the length are those of one text.
        let status = unsafe { wimple_entity_explain(id.as_ptr().cast(), id.len(), Some(&mut out), None) };
        assert_eq!(status, wimple_status::Ok);
        // SAFETY: the call succeeded, so it wrote an object that is ours.
        let explain = unsafe { Box::from_raw(out.assume_init()) };
        let taken = |text: wimple_str| {
            // SAFETY: the text is borrowed from an object that is still there.
            let bytes = unsafe { core::slice::from_raw_parts(text.ptr.cast::<u8>(), text.len) };
            String::from_utf8(bytes.to_vec()).unwrap()
        };
        let both = (taken(wimple_explain_text(Some(&explain))), taken(wimple_explain_json(Some(&explain))));
        wimple_explain_free(Some(explain));
        both
    }

    /// `core` holds the same files against its own, and so does Python.
    #[test]
    fn c_explains_what_the_other_languages_do() {
        let (text, json) = explained("us_ssn");
        let file = |name: &str| {
            let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../core/tests/data/");
            std::fs::read_to_string(format!("{path}{name}")).unwrap().replace("\r\n", "\n")
        };
        assert_eq!(text, file("us_ssn.txt"));
        assert_eq!(format!("{json}\n"), file("us_ssn.json"));
        for info in wimple::entities() {
            assert_eq!(explained(info.id()), (info.to_text(), info.to_json()));
        }
    }
}

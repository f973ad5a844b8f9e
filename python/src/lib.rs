//! The Python face of Wimple: Python objects come in, calls of the core go out, and the answers come back as frozen
//! objects with offsets in code points.
//!
//! Nothing here decides anything about personal data; that is the core's.
use pyo3::prelude::*;

mod callback;
mod catalogue;
mod document;
mod engine;
mod errors;
mod finder;
mod finding;
mod html;
mod keyset;
mod keyset_file;
mod lock;
mod operator;
mod policy;
mod reader;
mod recognizer;
mod result;
mod session;
#[cfg(feature = "sqlite")]
mod sqlite;
#[cfg(not(feature = "sqlite"))]
mod sqlite_absent;
#[cfg(feature = "sqlite")]
mod sqlite_given;
mod stream;
mod text;
mod token;
mod vault;

/// The compiled half of `wimple`; import names from `wimple` itself.
#[pymodule(gil_used = false)]
mod _native {
    #[pymodule_export]
    use super::catalogue::{EntityInfo, entities};
    #[pymodule_export]
    use super::engine::{Engine, analyze, redact};
    #[pymodule_export]
    use super::finding::{Evidence, Finding};
    #[pymodule_export]
    use super::html::HtmlReport;
    #[pymodule_export]
    use super::keyset::{Keyset, TokenRecognizer};
    #[pymodule_export]
    use super::operator::{
        Operator, custom, encrypt, fpe, generalize, hash, keep, label, mask, partial, placeholder, pseudonym,
        remove, shift_date, tokenize,
    };
    #[pymodule_export]
    use super::policy::{Policy, Weakening};
    #[pymodule_export]
    use super::recognizer::Recognizer;
    #[pymodule_export]
    use super::result::{Explanation, Redacted, Restored};
    #[pymodule_export]
    use super::session::Session;
    #[cfg(feature = "sqlite")]
    #[pymodule_export]
    use super::sqlite::SqliteVault;
    #[cfg(not(feature = "sqlite"))]
    #[pymodule_export]
    use super::sqlite_absent::SqliteVault;
    #[pymodule_export]
    use super::stream::{Redactor, Restorer};
    #[pymodule_export]
    use super::token::{FoundToken, Retokenized};
    #[pymodule_export]
    use super::vault::MemoryVault;

    #[pymodule_export]
    #[expect(non_upper_case_globals, reason = "the name Python expects")]
    const __version__: &str = wimple::VERSION;
    #[pymodule_export]
    const CATALOG_VERSION: &str = wimple::CATALOG_VERSION;
}

//! What SQLite says becomes what a vault says: a kind and a constant sentence, never a part of a statement or a value.
use rusqlite::{Error as Sql, ErrorCode};
use wimple::vault::{VaultError, VaultErrorKind};

/// An error of that kind.
pub(crate) const fn failed(kind: VaultErrorKind, problem: &'static str) -> VaultError {
    VaultError::new(kind, problem)
}

/// What is kept is not what was kept.
pub(crate) const CORRUPT: VaultError =
    failed(VaultErrorKind::Corrupt, "the file is damaged, or was changed by another program");

/// The keyset and the vault do not belong together, or one of them is older.
pub(crate) const MISSING_KEY: VaultError = failed(
    VaultErrorKind::MissingKey,
    "the keyset has not the vault's epoch key: it is another keyset, or older than the vault",
);

/// Outcomes of SQLite as outcomes of a vault.
pub(crate) trait Told<T> {
    fn told(self) -> Result<T, VaultError>;
}

impl<T> Told<T> for Result<T, Sql> {
    fn told(self) -> Result<T, VaultError> {
        self.map_err(|error| tell(&error))
    }
}

fn tell(error: &Sql) -> VaultError {
    let code = match error {
        Sql::SqliteFailure(failure, _) => failure.code,
        // A column of another type, a row that is not there: nothing that this program has written.
        _ => return CORRUPT,
    };
    let (kind, problem) = match code {
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => {
            (VaultErrorKind::Busy, "another process or thread uses the vault; try again")
        }
        ErrorCode::DiskFull => (VaultErrorKind::Full, "there is no room left for the vault"),
        ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase | ErrorCode::TypeMismatch => return CORRUPT,
        ErrorCode::ReadOnly | ErrorCode::PermissionDenied => {
            (VaultErrorKind::Closed, "the vault can only be read")
        }
        ErrorCode::CannotOpen => (VaultErrorKind::Closed, "the vault's file cannot be opened"),
        ErrorCode::SystemIoFailure => {
            (VaultErrorKind::Other, "the vault's file cannot be read or written, or is as large as it may be")
        }
        ErrorCode::OutOfMemory => (VaultErrorKind::Other, "there is not enough memory"),
        ErrorCode::TooBig => (VaultErrorKind::Full, "a value is too long for the vault"),
        _ => (VaultErrorKind::Other, "the vault's file gave an error"),
    };
    failed(kind, problem)
}

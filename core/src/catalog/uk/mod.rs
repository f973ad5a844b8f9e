//! United Kingdom.
use super::entries;

entries! {
    uk_nino,
}

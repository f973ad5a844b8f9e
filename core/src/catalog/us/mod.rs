//! United States.
use super::entries;

entries! {
    us_ssn,
}

//! Numbers that states give to people and companies.
use super::entries;

entries! {
    uk_nino,
    us_ssn,
}

//! Numbers of patients, insured people and those who treat them.
use super::{entries, families};

entries! {
    au_medicare,
    medical_record_number,
    uk_nhs,
    us_mbi,
    us_npi,
}

families! {
    insurance,
}

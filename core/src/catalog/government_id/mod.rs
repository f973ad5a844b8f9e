//! Numbers that states give to people and companies.
use super::entry::Entry;
use super::{entries, families};
use crate::entity::{Category, Sensitivity};

pub(super) mod rows;

entries! {
    au_tfn,
    be_national_number,
    br_cnpj,
    br_cpf,
    ca_sin,
    ch_ahv,
    cn_resident_id,
    de_tax_id,
    driver_license,
    es_nie,
    es_nif,
    fr_nir,
    in_aadhaar,
    in_pan,
    it_fiscal_code,
    jp_my_number,
    kr_rrn,
    machine_readable_zone,
    nl_bsn,
    passport,
    pl_pesel,
    pt_nif,
    se_personnummer,
    sg_nric_fin,
    uk_driver_license,
    uk_nino,
    uk_utr,
    us_driver_license,
    us_ein,
    us_itin,
    us_passport,
    us_ssn,
}

families! {
    africa,
    balkans,
    baltic,
    central_europe,
    dach,
    east_asia,
    east_europe,
    middle_east,
    nordic,
    north_america,
    oceania,
    south_america,
    south_asia,
    south_europe,
    southeast_asia,
    vat,
    west_europe,
}

/// A number of a person, before anything else is said of it.
const fn person(id: &'static str, title: &'static str) -> Entry {
    Entry::new(id).title(title).category(Category::GovernmentId).sensitivity(Sensitivity::High)
}

/// A number of a company, or of whoever pays taxes: registers show it to everybody.
const fn company(id: &'static str, title: &'static str) -> Entry {
    Entry::new(id).title(title).category(Category::GovernmentId).sensitivity(Sensitivity::Medium)
}

#[cfg(test)]
mod tests;

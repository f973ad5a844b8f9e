//! Numbers that states give to people and companies.
use super::entries;

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

#[cfg(test)]
mod tests;

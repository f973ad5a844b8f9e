//! Types whose check refuses most made numbers, so that one which nobody was given is easily made. Sorted.

#[rustfmt::skip]
pub(super) const ISSUED: &[&str] = &[
    "AE_EMIRATES_ID", "AR_CBU", "AR_CUIT", "AT_SVNR", "AU_ABN", "AU_ACN", "BA_JMBG", "BG_EGN", "BH_CPR", "BY_UNP",
    "CA_BN", "CA_OHIP", "CA_PHN", "CA_RAMQ", "CH_UID", "CL_RUT", "CN_USCC", "CO_NIT", "CUSIP", "CY_TIN",
    "CZ_BIRTH_NUMBER", "DE_KVNR", "DE_SOCIAL_SECURITY", "DK_CPR", "DO_CEDULA", "EC_CEDULA", "EE_ISIKUKOOD",
    "EG_NATIONAL_ID", "ES_CIF", "ES_NUSS", "EU_HEALTH_CARD", "FI_PERSONAL_IDENTITY_CODE", "FR_SIREN", "FR_SIRET",
    "FR_SPI", "GR_AFM", "GR_AMKA", "GT_NIT", "HK_ID", "HR_OIB", "HU_TAJ", "HU_TAX_ID", "ICCID", "ID_NIK", "ID_NPWP",
    "IE_PPS", "IL_ID", "IMSI", "IN_GSTIN", "IN_VID", "ISIN", "IS_KENNITALA", "IT_VAT_CODE", "JP_CORPORATE_NUMBER",
    "KR_BRN", "KW_CIVIL_ID", "KZ_IIN", "LEI", "LK_NIC", "LT_ASMENS_KODAS", "LU_NIN", "LV_PERSONAS_KODS", "MD_IDNO",
    "MEDICAL_LICENSE", "ME_JMBG", "MK_EMBG", "MX_CLABE", "MX_CURP", "MX_RFC", "MY_NRIC", "NO_FODSELSNUMMER", "NZ_IRD",
    "NZ_NHI", "PE_RUC", "PL_ID_CARD", "PL_NIP", "PL_REGON", "PT_CC", "PT_NISS", "PY_RUC", "QA_ID", "RO_CNP",
    "RS_JMBG", "RU_INN", "RU_SNILS", "SEDOL", "SE_ORGANISATIONSNUMMER", "SG_UEN", "SI_EMSO", "SI_TAX_NUMBER",
    "TH_TNIN", "TR_NATIONAL_ID", "TR_VKN", "TW_ID", "TW_UBN", "UA_RNTRC", "UK_CHI", "UY_CI", "VAT_NUMBER", "VE_RIF",
    "VN_CCCD", "VN_TAX_CODE", "ZA_ID",
];

#[cfg(test)]
mod tests {
    use super::ISSUED;

    #[test]
    fn sorted() {
        assert!(ISSUED.is_sorted());
    }
}

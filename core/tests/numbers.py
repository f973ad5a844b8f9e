"""Numbers for the comparison with python-stdnum, which is called here and nowhere else.

Out comes one line for each number: the entity type, the number's letters and digits, and whether python-stdnum takes it
for valid (1 or 0). Valid numbers are made by trying digits until it says so; each is then spoilt by a wrong digit and by
two neighbours swapped. The same seed gives the same numbers.

    python core/tests/numbers.py COUNT > numbers.tsv     COUNT valid numbers of each format

Patterns: `#` any digit, `@` any letter, `?` a digit that is tried, `*` a letter or digit that is tried, `{ymd}` `{dmy}`
`{Ymd}` `{dmt}` a date (`t`: the year without its first digit), `{tax}` ten digits
of a German tax number, `[abc]` one of these; all else as it stands.
"""

import importlib
import random
import re
import string
import sys

FORMATS = [
    # entity type, module, patterns
    ("AR_CBU", "ar.cbu", ["####### ?#############?"]),
    ("AR_CUIT", "ar.cuit", ["[20,23,24,27,30,33,34]########?"]),
    ("AT_SVNR", "at.vnr", ["[1,2,3,4,5,6,7,8,9]##?{dmy}"]),
    ("AU_ABN", "au.abn", ["??#########"]),
    ("AU_ACN", "au.acn", ["########?"]),
    ("AU_TFN", "au.tfn", ["########?"]),
    ("BE_NATIONAL_NUMBER", "be.nn", ["{ymd}###??"]),
    ("BG_EGN", "bg.egn", ["{ymd}###?"]),
    ("BR_CNPJ", "br.cnpj", ["########0001??"]),
    ("BR_CPF", "br.cpf", ["#########??"]),
    ("BY_UNP", "by.unp", ["[1,2,3,4,5,6,7]#######?"]),
    ("CA_BN", "ca.bn", ["########?", "########?RT0001"]),
    ("CA_PHN", "ca.bc_phn", ["9########?"]),
    ("CA_SIN", "ca.sin", ["########?"]),
    ("CH_AHV", "ch.ssn", ["756#########?"]),
    ("CH_UID", "ch.uid", ["CHE########?"]),
    ("CL_RUT", "cl.rut", ["########*"]),
    ("CN_RESIDENT_ID", "cn.ric", ["110105{Ymd}###*"]),
    ("CN_USCC", "cn.uscc", ["91110000########**"]),
    ("CO_NIT", "co.nit", ["#########?"]),
    ("CUSIP", "cusip", ["#####@@#?"]),
    ("CY_TIN", "cy.vat", ["########*"]),
    ("CZ_BIRTH_NUMBER", "cz.rc", ["{ymd}###?"]),
    ("DE_TAX_ID", "de.idnr", ["{tax}?"]),
    ("DK_CPR", "dk.cpr", ["{dmy}####"]),
    ("DO_CEDULA", "do.cedula", ["##########?"]),
    ("EC_CEDULA", "ec.ci", ["[01,09,17,24][0,1,2,3,4,5]######?"]),
    ("EE_ISIKUKOOD", "ee.ik", ["[3,4]{ymd}###?"]),
    ("ES_CIF", "es.cif", ["[A,B,C,E,G,H,P,Q,W]#######*"]),
    ("ES_NIE", "es.nie", ["[X,Y,Z]#######*"]),
    ("ES_NIF", "es.nif", ["########*", "[K,L,M]#######*"]),
    ("FI_PERSONAL_IDENTITY_CODE", "fi.hetu", ["{dmy}A###*"]),
    ("FR_NIR", "fr.nir", ["[1,2]##0[1,2,3,4,5,6,7,8,9]##0#####??"]),
    ("FR_SIREN", "fr.siren", ["########?"]),
    ("FR_SIRET", "fr.siret", ["73282932#####?", "#############?"]),
    ("FR_SPI", "fr.nif", ["[0,1,2,3]#########???"]),
    ("GR_AFM", "gr.vat", ["########?"]),
    ("GR_AMKA", "gr.amka", ["{dmy}####?"]),
    ("GT_NIT", "gt.nit", ["#######*", "########*"]),
    ("HR_OIB", "hr.oib", ["##########?"]),
    ("IBAN_CODE", "iban", ["GB??ABCD##############", "DE??##################"]),
    ("IE_PPS", "ie.pps", ["#######*", "#######*A"]),
    ("IL_ID", "il.idnr", ["########?"]),
    ("IMEI", "imei", ["##############?"]),
    ("IN_AADHAAR", "in_.aadhaar", ["[2,3,4,5,6,7,8,9]##########?"]),
    ("IN_GSTIN", "in_.gstin", ["27AAPFU####F1Z*"]),
    ("IN_VID", "in_.vid", ["[2,3,4,5,6,7,8,9]##############?"]),
    ("IS_KENNITALA", "is_.kennitala", ["{dmy}##?[9,0]"]),
    ("ISIN", "isin", ["US#########?", "DE000@@@###?"]),
    ("IT_FISCAL_CODE", "it.codicefiscale", ["RSSMRA##T10A###*"]),
    ("IT_VAT_CODE", "it.iva", ["#######[001,015,058,100]?"]),
    ("JP_CORPORATE_NUMBER", "jp.cn", ["?############"]),
    ("LEI", "lei", ["5493##############??"]),
    ("LT_ASMENS_KODAS", "lt.asmens", ["[3,4]{ymd}###?"]),
    ("LV_PERSONAS_KODS", "lv.pvn", ["{dmy}####?"]),
    ("MD_IDNO", "md.idno", ["1###########?"]),
    ("MEID", "meid", ["A#############"]),
    ("MX_CURP", "mx.curp", ["HEGG{ymd}MVZRRL0?"]),
    ("MX_RFC", "mx.rfc", ["GODE{ymd}##*"]),
    ("MY_NRIC", "my.nric", ["{ymd}[01,07,14]####"]),
    ("NL_BSN", "nl.bsn", ["########?"]),
    ("NO_FODSELSNUMMER", "no.fodselsnummer", ["{dmy}###??"]),
    ("NZ_IRD", "nz.ird", ["[2,3,4,5,6,7]######?", "1[0,1,2,3,4]######?"]),
    ("PE_RUC", "pe.ruc", ["[10,20]########?"]),
    ("PL_NIP", "pl.nip", ["[5,6,7]########?"]),
    ("PL_PESEL", "pl.pesel", ["{ymd}####?"]),
    ("PL_REGON", "pl.regon", ["########?"]),
    ("PT_CC", "pt.cc", ["########?@@?"]),
    ("PT_NIF", "pt.nif", ["[1,2,5]#######?"]),
    ("PY_RUC", "py.ruc", ["########?"]),
    ("RO_CNP", "ro.cnp", ["[1,2]{ymd}12###?"]),
    ("RU_INN", "ru.inn", ["#########?", "##########??"]),
    ("SE_ORGANISATIONSNUMMER", "se.orgnr", ["556######?"]),
    ("SE_PERSONNUMMER", "se.personnummer", ["{ymd}-###?"]),
    ("SEDOL", "gb.sedol", ["######?"]),
    ("SG_UEN", "sg.uen", ["########*", "20#######*", "T01FC####*"]),
    ("SI_EMSO", "si.emso", ["{dmt}50###?"]),
    ("SI_TAX_NUMBER", "si.ddv", ["[1,2,3,4,5,6,7,8,9]######?"]),
    ("TH_TNIN", "th.pin", ["[1,2,3,4,5,6,7,8]###########?"]),
    ("TR_NATIONAL_ID", "tr.tckimlik", ["[1,2,3,4,5,6,7,8,9]########??"]),
    ("TR_VKN", "tr.vkn", ["#########?"]),
    ("TW_UBN", "tw.ubn", ["#######?"]),
    ("UA_RNTRC", "ua.rntrc", ["#########?"]),
    ("UK_NHS", "gb.nhs", ["#########?"]),
    ("UK_UTR", "gb.utr", ["?#########"]),
    ("US_ATIN", "us.atin", ["9##93####"]),
    ("US_EIN", "us.ein", ["#########"]),
    ("US_ITIN", "us.itin", ["9##7#####"]),
    ("US_PTIN", "us.ptin", ["P########"]),
    ("US_SSN", "us.ssn", ["#########"]),
    ("ABA_ROUTING_NUMBER", "us.rtn", ["0########"]),
    ("VE_RIF", "ve.rif", ["[V,E,J,P,G]########?"]),
    ("VN_TAX_CODE", "vn.mst", ["#########?"]),
    ("ZA_ID", "za.idnr", ["{ymd}####08?"]),
] + [
    ("VAT_NUMBER", "eu.vat", [pattern])
    for pattern in (
        "ATU#######?", "BE0#######??", "BG########?", "CZ#######?", "DE[1,2,3]#######?", "DK#######?", "EE########?",
        "EL########?", "ESB#######?", "FI#######?", "FR??#########", "HU#######?", "IE#######*", "LT#######1?",
        "LU######??", "LV4#########?", "MT######??", "NL########?B01", "PL#########?", "PT5#######?", "RO#######?",
        "SE5########?01", "SK########??",
    )
] + [("VAT_NUMBER", "gb.vat", ["GB#######??"])]

MOST_TRIES = 40000


def date(rng, form):
    year, month, day = rng.randint(1930, 1999), rng.randint(1, 12), rng.randint(1, 28)
    parts = {"y": f"{year % 100:02}", "Y": f"{year}", "t": f"{year % 1000:03}", "m": f"{month:02}", "d": f"{day:02}"}
    return "".join(parts[c] for c in form)


def german(rng):
    """Ten digits of a German tax number: one twice, one missing, no 0 in front."""
    digits = rng.sample(string.digits, 9)
    digits.insert(rng.randrange(9), digits[8])
    return "".join(digits) if digits[0] != "0" else german(rng)


def drawn(rng, pattern):
    """The pattern with everything drawn but what has to be tried."""

    def part(match):
        token = match.group(0)
        if token == "{tax}":
            return german(rng)
        if token[0] == "{":
            return date(rng, token[1:-1])
        if token[0] == "[":
            return rng.choice(token[1:-1].split(","))
        return rng.choice(string.digits if token == "#" else string.ascii_uppercase)

    return re.sub(r"\{\w+\}|\[[^]]+\]|#|@", part, pattern.replace(" ", ""))


def filled(rng, text):
    """What has to be tried, drawn."""
    every = string.digits + string.ascii_uppercase
    return "".join(rng.choice(string.digits) if c == "?" else rng.choice(every) if c == "*" else c for c in text)


def valid(rng, is_valid, pattern):
    for _ in range(MOST_TRIES):
        number = filled(rng, drawn(rng, pattern))
        if is_valid(number):
            return number
    sys.exit(f"{is_valid.__module__}: no valid number found for {pattern}")


def spoilt(rng, number):
    """One digit replaced, and two different neighbours of one kind swapped where there are such."""
    digits = [n for n, c in enumerate(number) if c.isdigit()]
    place = rng.choice(digits)
    other = rng.choice([d for d in string.digits if d != number[place]])
    yield number[:place] + other + number[place + 1 :]
    pairs = [n for n in digits if n + 1 in digits and number[n] != number[n + 1]]
    if pairs:
        n = rng.choice(pairs)
        yield number[:n] + number[n + 1] + number[n] + number[n + 2 :]


def main():
    count = int(sys.argv[1])
    for entity, module, patterns in FORMATS:
        rng = random.Random(f"{entity} {patterns}")
        is_valid = importlib.import_module(f"stdnum.{module}").is_valid
        rows = []
        for n in range(count):
            number = valid(rng, is_valid, patterns[n % len(patterns)])
            rows.append(number)
            rows.extend(spoilt(rng, number))
        for number in rows:
            plain = "".join(c for c in number if c.isalnum())
            print(entity, plain, int(is_valid(number)), sep="\t")


if __name__ == "__main__":
    main()

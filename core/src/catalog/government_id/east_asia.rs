//! Numbers of people and companies in China, Hong Kong, Taiwan, Japan and Korea.
use super::{company, person};
use crate::catalog::called::bridge;
use crate::catalog::prelude::*;
use crate::catalog::rows;
use crate::check::digits::is_monotone;
use crate::check::weighted::{digit_sum, is_digit, sum};
use crate::text::phrase::closes;
use crate::text::word_set::WordSet;

rows! { CN_USCC, HK_ID, JP_CORPORATE_NUMBER, KR_BRN, TW_ID, TW_UBN }

/// Chinese unified social credit code of an organisation (统一社会信用代码).
///
/// Eighteen characters without I, O, S, V and Z: two for the registrar, six digits for the place, nine for the organisation, a
/// check character. Without the `MA` of newer codes it counts only near a word.
///
/// # Check
/// Powers of three modulo 31 (GB 32100-2015).
static CN_USCC: Entry = company("CN_USCC", "Chinese unified social credit code")
    .shape("[1-9AN-Y][1239]999999'MA'[0-9A-HJ-NPQRTUWXY]{8}|[1-9AN-Y][1239]999999[0-9A-HJ-NPQRTUWXY]{10}?")
    .check(|c| Verdict::from_check(is_uscc(c).unwrap_or(false)))
    .score(65)
    .context(&["统一社会信用代码", "社会信用代码", "信用代码", "uscc", "税号", "纳税人识别号", "统一社会信用代码是"])
    .finds(&["91310000MA1FL1234Q", "统一社会信用代码：<<91110000600037341L>>", "USCC <<911100001000000AA3>>"])
    .skips(&[
        ("91310000MA1FL1234R", "wrong check character"),
        ("91110000600037341L", "a code that nobody calls so"),
        ("uscc 9111000060003734", "too short"),
    ])
    .sources(&["GB 32100-2015: coding rule of the unified social credit identifier"]);

fn is_uscc(c: &[u8]) -> Option<bool> {
    const CHARACTERS: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
    let place = |c: &u8| CHARACTERS.iter().position(|known| known == c);
    let (last, rest) = c.split_last().filter(|_| c.len() == 18)?;
    let (mut total, mut weight) = (0, 1);
    for c in rest {
        total += place(c)? * weight;
        weight = weight * 3 % 31;
    }
    Some((total + place(last)?).is_multiple_of(31))
}

/// Hong Kong identity card number (HKID).
///
/// One or two letters, six digits, a check digit or A, mostly in brackets: `A123456(3)`. It counts near a word, in brackets
/// right behind one.
///
/// # Check
/// Weights 9 to 1 modulo 11; a letter counts 10 to 35, a missing one 36; A stands for ten.
static HK_ID: Entry = person("HK_ID", "Hong Kong identity card number")
    .shape("A999999[0-9A]?|AA999999[0-9A]?")
    .check(|c| Verdict::from_check(is_hkid(c).unwrap_or(false)))
    .score(62)
    .context(&["hkid", "hkic", "身份證", "身份證號碼", "香港身份證"])
    .hints(&["kong"])
    .anchors(&[(Anchor::Cue(&["hkid", "hkic", "身份證號碼",  "身份證",  "香港身份證", "kong"]), in_brackets)])
    .finds(&["HKID <<A123456(3)>>", "my HKID number is <<G123456(A)>>", "身份證號碼 <<AB987654(3)>>", "hkid <<A1234563>>"])
    .skips(&[
        ("A1234563", "a code that nobody calls so"),
        ("hkid A123456(4)", "wrong check digit"),
        ("hkid A12345(3)", "a digit is missing"),
    ])
    .sources(&["Immigration Department of Hong Kong: Hong Kong identity card, check digit"]);

fn is_hkid(c: &[u8]) -> Option<bool> {
    let letter = |c: &u8| u32::from(c.wrapping_sub(b'A')) + 10;
    let (letters, digits) = c.split_at_checked(c.len().checked_sub(7)?)?;
    let front = match letters {
        [one] => 36 * 9 + letter(one) * 8,
        [one, two] => letter(one) * 9 + letter(two) * 8,
        _ => return None,
    };
    let (last, serial) = digits.split_last()?;
    let check = if *last == b'A' { 10 } else { u32::from(last.wrapping_sub(b'0')) };
    Some(serial.iter().all(u8::is_ascii_digit) && (front + sum(serial, &[7, 6, 5, 4, 3, 2]) + check).is_multiple_of(11))
}

/// The form with its check digit in brackets, behind a word.
fn in_brackets(p: &Probe<'_>) -> Option<Found> {
    static FILLERS: WordSet<16> = WordSet::of(&["number no id card identity my is"]);
    let v = p.view;
    let start = bridge(v, p.end, &FILLERS).at;
    let letters = (start..start + 2).take_while(|i| v.at(*i).is_ascii_alphabetic()).count();
    let open = start + letters + 6;
    let gap = usize::from(v.at(open) == b' ');
    let form = letters > 0 && v.at(open + gap) == b'(' && v.at(open + gap + 2) == b')' && closes(v, open + gap + 3);
    let serial = v.slice(start, open).iter().chain(v.slice(open + gap + 1, open + gap + 2));
    let mut characters = [0; 9];
    characters.iter_mut().zip(serial).for_each(|(place, c)| *place = c.to_ascii_uppercase());
    let held = form && is_hkid(characters.get(..letters + 7)?)?;
    held.then(|| Found::new(start, open + gap + 3).verdict(Verdict::Valid).cued())
}

/// Japanese corporate number (法人番号).
///
/// Thirteen digits, the first a check digit. It counts only near a word, or behind the T of an invoice registration.
///
/// # Check
/// Weights 1 and 2 in turn from the right over the last twelve, modulo 9; nine less that is the first digit.
static JP_CORPORATE_NUMBER: Entry = company("JP_CORPORATE_NUMBER", "Japanese corporate number")
    .shape("[1-9]999999999999?|[1-9]-9999-9999-9999?|'T'[1-9]999999999999")
    .check(|c| Verdict::from_check(is_jp_corporate(c.strip_prefix(b"T").unwrap_or(c))))
    .score(60)
    .context(&["法人番号", "法人番号は", "インボイス", "登録番号"])
    .finds(&["法人番号 <<9234567890123>>", "登録番号：<<T9234567890123>>", "法人番号は<<9234567890123>>です"])
    .skips(&[
        ("9234567890123", "thirteen bare digits that nobody calls so"),
        ("法人番号 923456789012", "a digit is missing"),
        ("T8234567890123", "wrong check digit"),
    ])
    .sources(&["National Tax Agency of Japan: Corporate Number, check digit"]);

fn is_jp_corporate(d: &[u8]) -> bool {
    let Some((first, rest)) = d.split_first().filter(|_| d.len() == 13) else { return false };
    let total = sum(rest, &[2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]);
    is_digit(Some(first), 9 - total % 9) && !is_monotone(rest)
}

/// Korean business registration number (사업자등록번호).
///
/// Ten digits, written 3-2-5. Bare ones count only near a word.
///
/// # Check
/// Weights 1 3 7 1 3 7 1 3 5, and the tens of the last product, modulo 10.
static KR_BRN: Entry = company("KR_BRN", "Korean business registration number")
    .shape("[1-9]99-99-99999|[1-9]999999999?")
    .check(kr_brn)
    .score(60)
    .context(&["사업자등록번호", "사업자번호", "사업자등록번호는", "사업자", "brn"])
    .finds(&["120-81-23460", "사업자등록번호: <<1208123460>>", "BRN <<120-81-23437>>"])
    .skips(&[
        ("120-81-23468", "wrong check digit"),
        ("1208123460", "ten bare digits that nobody calls so"),
        ("brn 120-81-2346", "a digit is missing"),
    ])
    .sources(&["National Tax Service of Korea: business registration number"]);

fn kr_brn(d: &[u8]) -> Verdict {
    let ninth = d.get(8).map_or(0, |d| u32::from(d.wrapping_sub(b'0')) * 5 / 10);
    let total = sum(d, &[1, 3, 7, 1, 3, 7, 1, 3, 5]) + ninth;
    Verdict::from_check(d.len() == 10 && is_digit(d.last(), (10 - total % 10) % 10) && !is_monotone(d))
}

/// Taiwanese identity card number, and the residence number of foreigners (身分證字號, 統一證號).
///
/// A letter for the place, 1, 2, 8 or 9 for the sex, seven digits, a check digit. It always needs a word.
///
/// # Check
/// The letter as two digits, weights 1 9 8 7 6 5 4 3 2 1 1 modulo 10.
static TW_ID: Entry = person("TW_ID", "Taiwanese identity card number")
    .shape("A[1289]99999999?")
    .check(tw_id)
    .score(62)
    .context(&["身分證", "身分證字號", "身分證號碼", "身份證字號", "身分證字號是", "我的身分證字號是", "統一證號", "居留證"])
    .hints(&["taiwan", "taiwanese"])
    .finds(&["身分證字號：<<A123456789>>", "我的身分證字號是<<F131049944>>", "居留證 <<A123456789>>"])
    .skips(&[
        ("A123456789", "a code that nobody calls so"),
        ("身分證字號 A123456788", "wrong check digit"),
        ("身分證字號 A12345678", "a digit is missing"),
    ])
    .sources(&["Ministry of the Interior, Taiwan: national identification card number"]);

fn tw_id(c: &[u8]) -> Verdict {
    const PLACES: &[u8; 26] = b"ABCDEFGHJKLMNPQRSTUVXYWZIO";
    let Some((letter, digits)) = c.split_first().filter(|_| c.len() == 10) else { return Verdict::Invalid };
    let Some(place) = (10..).zip(PLACES).find(|(_, known)| *known == letter) else { return Verdict::Invalid };
    let total = place.0 / 10 + place.0 % 10 * 9 + sum(digits, &[8, 7, 6, 5, 4, 3, 2, 1, 1]);
    Verdict::from_check(digits.iter().all(u8::is_ascii_digit) && total.is_multiple_of(10))
}

/// Taiwanese unified business number (統一編號).
///
/// Eight digits. It counts only near a word.
///
/// # Check
/// Weights 1 2 1 2 1 2 4 1, the products' digits added up, modulo 5 (10 until 2023); a 7 in seventh place may count one more.
static TW_UBN: Entry = company("TW_UBN", "Taiwanese unified business number")
    .shape("99999999?")
    .check(tw_ubn)
    .score(60)
    .context(&["統一編號", "統編", "公司統編", "統一編號是", "ubn"])
    .finds(&["統一編號：<<00458196>>", "統編 <<00458196>>", "UBN <<00458196>>"])
    .skips(&[
        ("00458196", "eight bare digits that nobody calls so"),
        ("統編 0045819", "a digit is missing"),
        ("order 00458196", "an order"),
    ])
    .sources(&["Ministry of Finance, Taiwan: check of the unified business number (2023)"]);

fn tw_ubn(d: &[u8]) -> Verdict {
    let total = digit_sum(d, &[1, 2, 1, 2, 1, 2, 4, 1]);
    let seven = d.get(6) == Some(&b'7') && (total + 1).is_multiple_of(5);
    Verdict::from_check(d.len() == 8 && (total.is_multiple_of(5) || seven) && !is_monotone(d))
}

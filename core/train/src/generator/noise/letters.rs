//! How letters are written: capitals and accents.
use super::super::draft::Draft;
use super::super::things::capital;

/// How letters are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    AsWritten,
    Lower,
    Upper,
    /// Sentences begin small, names keep their capitals.
    LowerStarts,
    /// The text is small, names are not.
    LowerButNames,
    /// Names are small, the text is as it was.
    LowerNames,
    /// Names are in capitals.
    UpperNames,
}

/// Writes all pieces so.
pub(super) fn cases(draft: &mut Draft, case: Case) {
    let mut starts = true;
    for piece in &mut draft.pieces {
        let named = piece.kind.is_some();
        piece.text = match case {
            Case::AsWritten => continue,
            Case::Lower => lower(&piece.text),
            Case::LowerButNames if !named => lower(&piece.text),
            Case::LowerNames if named => lower(&piece.text),
            Case::Upper => upper(&piece.text),
            Case::UpperNames if named => upper(&piece.text),
            Case::LowerStarts => small_starts(&piece.text, named, &mut starts),
            _ => continue,
        };
    }
}

/// `İ` alone has two characters in small letters; the dot is left out, as people do.
fn lower(text: &str) -> String {
    text.chars().filter_map(|c| c.to_lowercase().next()).collect()
}

fn upper(text: &str) -> String {
    text.chars().flat_map(char::to_uppercase).collect()
}

fn small_starts(text: &str, named: bool, starts: &mut bool) -> String {
    let mut made = String::with_capacity(text.len());
    for sign in text.chars() {
        if sign.is_alphabetic() || sign.is_numeric() {
            let kept = sign.to_string();
            made.push_str(&if *starts && !named { lower(&kept) } else { kept });
            *starts = false;
        } else {
            *starts |= matches!(sign, '.' | '!' | '?' | '\n');
            made.push(sign);
        }
    }
    made
}

/// A letter without its accent; `ü` as `ue` where `spelled`.
pub(super) fn unaccented(c: char, spelled: bool) -> String {
    if spelled {
        let pair = match c {
            'ä' | 'æ' => "ae",
            'ö' | 'ø' => "oe",
            'ü' => "ue",
            'å' => "aa",
            'ß' => "ss",
            'Ä' | 'Æ' => "Ae",
            'Ö' | 'Ø' => "Oe",
            'Ü' => "Ue",
            'Å' => "Aa",
            _ => "",
        };
        if !pair.is_empty() {
            return pair.to_owned();
        }
    }
    const FROM: &str = "áàâäãåąæçćčďéèêëęěíìîïıłñńňóòôöõøőřśšşţťúùûüůűýÿźżžğ";
    const TO: &str = "aaaaaaaacccdeeeeeeiiiiilnnnooooooorssstsuuuuuuyyzzzg";
    let small = lower(&c.to_string());
    let place = FROM.chars().position(|from| small.starts_with(from));
    match place.and_then(|place| TO.chars().nth(place)) {
        Some(plain) if c.is_uppercase() => capital(&plain.to_string()),
        Some(plain) => plain.to_string(),
        None if c == 'ß' => "ss".to_owned(),
        None => c.to_string(),
    }
}

//! Writes a message as people type: pieces go in, the same pieces in small letters, with typos, without signs come out.
//!
//! Every change is made inside one piece, or removes text between two, so that spans stay right by themselves.
use super::Kind;
use super::draft::Draft;
use super::random::Random;
use super::things::capital;

/// How letters are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Case {
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

/// What is done to one message.
#[derive(Clone, Debug)]
pub(super) struct Noise {
    case: Case,
    /// Of a hundred words so many get a typo.
    typos: u64,
    /// Commas, full stops and the like are left out.
    bare: bool,
    /// The last full stop is left out.
    open: bool,
    /// Accents are left out, as on a keyboard without them.
    plain: bool,
    /// `ü` becomes `ue` where plain.
    spelled: bool,
    /// Spaces after commas are left out.
    dense: bool,
    /// Words are torn, as text recognition does.
    torn: bool,
    emoji: bool,
    /// Line breaks in addresses become commas or spaces, and the other way round.
    broken: bool,
    /// Marks of a quoted mail at the beginning of lines.
    quoted: bool,
}

impl Noise {
    /// The shares follow what typed support chat is like.
    pub(super) fn draw(random: &mut Random, language: &str) -> Self {
        let case = match random.below(100) {
            0..30 => Case::Lower,
            30..33 => Case::Upper,
            33..40 => Case::LowerStarts,
            40..44 => Case::LowerButNames,
            44..47 => Case::LowerNames,
            47..48 => Case::UpperNames,
            _ => Case::AsWritten,
        };
        let small = case == Case::Lower;
        Noise {
            case,
            typos: if random.chance(25) { 5 } else { 0 },
            bare: random.chance(if small { 30 } else { 4 }),
            open: random.chance(25),
            plain: language != "en" && random.chance(14),
            spelled: matches!(language, "de" | "sv" | "da" | "fi") && random.chance(60),
            dense: random.chance(3),
            torn: random.chance(1),
            emoji: random.chance(6),
            broken: random.chance(30),
            quoted: random.chance(1),
        }
    }
}

/// Changes a message.
pub(super) fn apply(draft: &mut Draft, noise: &Noise, random: &mut Random) {
    if noise.broken {
        addresses(draft, random);
    }
    if noise.typos > 0 {
        typos(draft, noise.typos, random);
    }
    if noise.torn {
        tear(draft, random);
    }
    if noise.plain {
        each(draft, |text| text.chars().map(|c| unaccented(c, noise.spelled)).collect());
    }
    cases(draft, noise.case);
    if noise.open {
        open(draft);
    }
    if noise.bare {
        bare(draft);
    }
    if noise.dense {
        each(draft, |text| text.replace(", ", ",").replace(". ", "."));
    }
    if noise.emoji {
        const EMOJI: &[&str] =
            &["😊", "😡", "🙏", "👍", "😭", "!!", "??", "🎉", ":)", ":(", "...", "😅", ";-)", "❤️"];
        draft.push(random.word(&[" ", " ", ""]), None);
        draft.push(random.word(EMOJI), None);
    }
    if noise.quoted {
        each(draft, |text| text.replace('\n', "\n> "));
        let pieces = core::mem::take(&mut draft.pieces);
        draft.push("> ", None);
        draft.append(Draft { pieces });
    }
}

fn each(draft: &mut Draft, change: impl Fn(&str) -> String) {
    for piece in &mut draft.pieces {
        piece.text = change(&piece.text);
    }
}

/// Addresses over lines become one line, and the other way round.
fn addresses(draft: &mut Draft, random: &mut Random) {
    for piece in draft.pieces.iter_mut().filter(|piece| piece.kind == Some(Kind::Address)) {
        let (from, to) = match random.below(5) {
            0 => ("\n", ", "),
            1 => ("\n", " "),
            2 => (", ", "\n"),
            3 => (", ", ",\n"),
            _ => (", ", " "),
        };
        piece.text = piece.text.replace(from, to);
    }
}

fn typos(draft: &mut Draft, percent: u64, random: &mut Random) {
    for piece in &mut draft.pieces {
        let mut text = String::with_capacity(piece.text.len());
        for part in piece.text.split_inclusive(|c: char| !c.is_alphabetic()) {
            let word: Vec<char> = part.chars().collect();
            if word.len() >= 5 && random.chance(percent) {
                text.extend(typo(word, random));
            } else {
                text.push_str(part);
            }
        }
        piece.text = text;
    }
}

/// A letter left out, doubled, changed with its neighbour or with one beside it on the keyboard.
fn typo(mut word: Vec<char>, random: &mut Random) -> Vec<char> {
    // The first letter stays, and so does what ends the word.
    let at = random.between(1, word.len() as u64 - 3) as usize;
    match random.below(8) {
        0 | 1 => drop(word.remove(at)),
        2 | 3 => word.swap(at, at + 1),
        4 | 5 => word.insert(at, word.get(at).copied().unwrap_or('e')),
        _ => {
            const ROWS: &str = "qwertyuiop asdfghjkl zxcvbnm";
            let beside = word.get(at).and_then(|c| ROWS.find(*c)).and_then(|n| ROWS.as_bytes().get(n + 1));
            if let (Some(sign), Some(place)) = (beside.filter(|c| **c != b' '), word.get_mut(at)) {
                *place = char::from(*sign);
            }
        }
    }
    word
}

/// A space inside a long word of the text.
fn tear(draft: &mut Draft, random: &mut Random) {
    for piece in draft.pieces.iter_mut().filter(|piece| piece.kind.is_none()) {
        let mut words: Vec<String> = piece.text.split(' ').map(str::to_owned).collect();
        let long: Vec<usize> =
            (0..words.len()).filter(|n| words.get(*n).is_some_and(|w| w.chars().count() > 6)).collect();
        let chosen = random.pick(&long).copied();
        if let Some(word) = chosen.and_then(|n| words.get_mut(n)) {
            let at = random.between(2, 4) as usize;
            *word = word.chars().take(at).chain([' ']).chain(word.chars().skip(at)).collect();
        }
        piece.text = words.join(" ");
    }
}

fn cases(draft: &mut Draft, case: Case) {
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

fn open(draft: &mut Draft) {
    if let Some(last) = draft.pieces.last_mut()
        && last.kind.is_none()
    {
        let length = last.text.trim_end_matches(['.', '!', '?', ',']).len();
        last.text.truncate(length);
    }
}

/// Leaves out commas, full stops and apostrophes; those inside numbers, codes and mail addresses stay, and so do those
/// between two pieces without a space.
fn bare(draft: &mut Draft) {
    let edge = |at: Option<usize>, last: bool| {
        let text = at.and_then(|at| draft.pieces.get(at)).map(|piece| piece.text.as_str());
        let sign = text.and_then(|text| if last { text.chars().next_back() } else { text.chars().next() });
        sign.is_some_and(char::is_alphanumeric)
    };
    let edges: Vec<(bool, bool)> = (0..draft.pieces.len())
        .map(|at| (edge(at.checked_sub(1), true), edge(Some(at + 1), false)))
        .collect();
    for (piece, (before, after)) in draft.pieces.iter_mut().zip(edges) {
        let signs: Vec<char> = piece.text.chars().collect();
        let near = |at: usize| signs.get(at).map_or(after, |c| c.is_alphanumeric());
        let kept = |(at, sign): (usize, &char)| {
            let inside = near(at + 1) && at.checked_sub(1).map_or(before, near);
            let left_out = match sign {
                ',' | '.' | '!' | ';' | '?' | '¿' | '¡' => !inside,
                '\'' | '’' => true,
                _ => false,
            };
            (!left_out).then_some(*sign)
        };
        piece.text = signs.iter().enumerate().filter_map(kept).collect();
    }
}

fn unaccented(c: char, spelled: bool) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> Draft {
        let mut draft = Draft::default();
        draft.push("Hello there. I'm ", None);
        draft.push("Zoë Ångström", Some(Kind::Person));
        draft.push(", at ", None);
        draft.push("1 Elm St, Ely", Some(Kind::Address));
        draft.push(" now.", None);
        draft
    }

    fn text(draft: &Draft) -> String {
        draft.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }

    #[test]
    fn each_change_by_itself() {
        let changed = |change: fn(&mut Draft)| {
            let mut draft = draft();
            change(&mut draft);
            text(&draft)
        };
        assert_eq!(
            changed(|d| cases(d, Case::Lower)),
            "hello there. i'm zoë ångström, at 1 elm st, ely now."
        );
        assert_eq!(
            changed(|d| cases(d, Case::LowerStarts)),
            "hello there. i'm Zoë Ångström, at 1 Elm St, Ely now."
        );
        assert_eq!(
            changed(|d| cases(d, Case::LowerNames)),
            "Hello there. I'm zoë ångström, at 1 elm st, ely now."
        );
        assert_eq!(changed(bare), "Hello there Im Zoë Ångström at 1 Elm St Ely now");
        assert_eq!(changed(open), "Hello there. I'm Zoë Ångström, at 1 Elm St, Ely now");
        let plain = |spelled| {
            let mut draft = draft();
            each(&mut draft, |text| text.chars().map(|c| unaccented(c, spelled)).collect());
            draft.pieces[1].text.clone()
        };
        assert_eq!((plain(false).as_str(), plain(true).as_str()), ("Zoe Angstrom", "Zoe Aangstroem"));
    }

    #[test]
    fn kinds_stay_whatever_happens() {
        for number in 0..500 {
            let mut random = Random::of(3, number);
            let mut draft = draft();
            let noise = Noise::draw(&mut random, "sv");
            apply(&mut draft, &noise, &mut random);
            let kinds: Vec<Kind> = draft.finish("sv").spans.iter().map(|span| span.2).collect();
            assert_eq!(kinds, [Kind::Person, Kind::Address]);
        }
    }

    #[test]
    fn tables_of_accents_are_of_one_length() {
        assert_eq!(unaccented('ğ', false), "g");
        assert_eq!(unaccented('Ż', false), "Z");
        assert_eq!(unaccented('ß', false), "ss");
    }
}

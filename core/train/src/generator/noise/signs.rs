//! What happens to signs and words: breaks of lines, typos, spaces that come and go, signs that are left out.
use super::super::Kind;
use super::super::draft::Draft;
use super::super::random::Random;

/// Addresses over lines become one line, and the other way round.
pub(super) fn addresses(draft: &mut Draft, random: &mut Random) {
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

/// Typos in so many of a hundred words of five letters or more.
pub(super) fn typos(draft: &mut Draft, percent: u64, random: &mut Random) {
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

/// A space inside a long word of the text, or none between two of its words.
pub(super) fn tear(draft: &mut Draft, random: &mut Random) {
    let glued = random.chance(60);
    for piece in draft.pieces.iter_mut().filter(|piece| piece.kind.is_none()) {
        let inner =
            piece.text.trim().find(' ').map(|at| at + piece.text.len() - piece.text.trim_start().len());
        if let (true, Some(at)) = (glued, inner) {
            piece.text.remove(at);
            continue;
        }
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

/// Leaves out what ends the last sentence.
pub(super) fn open(draft: &mut Draft) {
    if let Some(last) = draft.pieces.last_mut()
        && last.kind.is_none()
    {
        let length = last.text.trim_end_matches(['.', '!', '?', ',']).len();
        last.text.truncate(length);
    }
}

/// Leaves out commas, full stops and apostrophes; those inside numbers, codes and mail addresses stay, and so do those
/// between two pieces without a space.
pub(super) fn bare(draft: &mut Draft) {
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

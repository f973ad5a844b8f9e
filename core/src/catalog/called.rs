//! A value that stands right behind the word that names it: `SIN: 046 454 286`, `cnpj é 12.ABC.345/01DE-35`.
//!
//! Comes in: a view and the end of the word. Goes out: where the value stands and its characters. Every walk is bounded.
use super::entry::{Found, Probe};
use crate::finding::Verdict;
use crate::text::phrase::{self, Lead, NONE, Words, closes, digit_ahead};
use crate::text::view::View;

/// How far the value may stand behind its word, in bytes.
const BRIDGE: usize = 40;

/// Walks over signs, verbs and `fillers` to where the value should start.
pub(in crate::catalog) fn bridge(v: View<'_>, from: usize, fillers: &Words) -> Lead {
    let mut lead = phrase::lead(v, from, fillers, &NONE, BRIDGE);
    // A value in quotes, as in JSON.
    lead.at += usize::from(v.at(lead.at) == b'"');
    lead
}

/// Exactly `N` letters and digits from `i`, single `signs` between any of them: the characters, letters as capitals, and
/// their end. `None` where there are fewer, or more follow.
pub(in crate::catalog) fn characters<const N: usize>(
    v: View<'_>,
    i: usize,
    signs: &[u8],
) -> Option<([u8; N], usize)> {
    let (mut all, mut end) = ([0; N], i);
    for (n, place) in all.iter_mut().enumerate() {
        if n > 0 && signs.contains(&v.at(end)) {
            end += 1;
        }
        let b = v.at(end);
        if !b.is_ascii_alphanumeric() {
            return None;
        }
        *place = b.to_ascii_uppercase();
        end += 1;
    }
    let goes_on = v.at(end) == b'-' && v.at(end + 1).is_ascii_alphanumeric();
    (!goes_on && closes(v, end)).then_some((all, end))
}

/// `N` digits behind the cue, over `fillers`. What fails the check is believed, at a low score, where a word or a sign
/// says that a number comes.
pub(in crate::catalog) fn number<const N: usize>(
    p: &Probe<'_>,
    fillers: &Words,
    check: fn(&[u8]) -> Verdict,
    specimen: fn(&[u8]) -> bool,
) -> Option<Found> {
    let v = p.view;
    if !digit_ahead(v, p.end, BRIDGE) {
        return None;
    }
    let lead = bridge(v, p.end, fillers);
    let (digits, end) = characters::<N>(v, lead.at, b" -")?;
    if !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let verdict = check(&digits);
    let found = Found::new(lead.at, end).verdict(verdict).specimen(specimen(&digits)).cued();
    match verdict {
        Verdict::Invalid => (lead.sign || lead.words > 0).then(|| found.score(50)),
        _ => Some(found),
    }
}

/// `N` letters and digits behind the cue, over `fillers`, in any groups, that pass the check.
pub(in crate::catalog) fn code<const N: usize>(
    p: &Probe<'_>,
    fillers: &Words,
    check: fn(&[u8]) -> Verdict,
) -> Option<Found> {
    let v = p.view;
    if !digit_ahead(v, p.end, BRIDGE) {
        return None;
    }
    let start = bridge(v, p.end, fillers).at;
    let (code, end) = characters::<N>(v, start, b" -")?;
    (check(&code) == Verdict::Valid).then(|| Found::new(start, end).verdict(Verdict::Valid).cued())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::word_set::WordSet;

    fn read<const N: usize>(text: &str) -> Option<(String, usize)> {
        let (all, end) = characters::<N>(View::new(text), 0, b" -")?;
        Some((String::from_utf8(all.to_vec()).unwrap(), end))
    }

    #[test]
    fn characters_with_signs_between() {
        assert_eq!(read::<4>("1a-2 3."), Some(("1A23".into(), 6)));
        assert_eq!(read::<4>("1a23 4"), Some(("1A23".into(), 4)));
        for other in ["1a2", "1a234", "1a--23", "1a23-4", "1a23_", "1a2é", "", "-1a23"] {
            assert_eq!(read::<4>(other), None, "{other}");
        }
    }

    #[test]
    fn numbers_behind_their_word() {
        static FILLERS: WordSet<8> = WordSet::of(&["number card"]);
        let even = |d: &[u8]| Verdict::from_check(d.last().is_some_and(|d| d % 2 == 0));
        let at = |text: &str| {
            let probe = Probe { view: View::new(text), at: 0, end: 2, hints: Default::default() };
            number::<5>(&probe, &FILLERS, even, |d| d == b"12344")
                .map(|f| (f.start, f.end, f.score, f.specimen))
        };
        assert_eq!(at("id 12344"), Some((3, 8, None, true)));
        assert_eq!(at("id card number is 12-342"), Some((18, 24, None, false)));
        assert_eq!(at("id: 12343"), Some((4, 9, Some(50), false)));
        for other in ["id 12343", "id of the 12344", "id: 1234", "id: 123444", "id: 1234A", "id:"] {
            assert_eq!(at(other), None, "{other}");
        }
    }
}

//! How messages open and close: greetings, sign-offs, signatures.
//!
//! Comes in: a greeting or a sign-off. Goes out: the place of the name beside it.
use super::cues::{OPENERS, STARTERS, TAILS, TIMES, is_title};
use super::names::{any_case, capitalised, clause_ends, hit, line_ends};
use crate::catalog::prelude::*;
use crate::text::words::{either, is_any, next_word, previous_word, skip_spaces};

/// "Hi Anna," "hello john" "Dear Ms. …" (the last is `titled`'s).
pub(super) fn greeted(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let cue = v.slice(p.at, p.end);
    if is_any(cue, TIMES) && !is_any(previous_word(v, p.at).1, &["good", "buenas", "buenos", "boa", "bom"])
        || STARTERS.holds(cue) && !matches!(v.before(p.at), 0 | b'\n')
    {
        return None;
    }
    let mut i = skip_spaces(v, p.end, 3);
    let comma = v.at(i) == b',';
    if comma {
        i = skip_spaces(v, i + 1, 3);
    }
    if i == p.end || is_title(v, i) {
        return None;
    }
    if let Some(name) = capitalised(v, i) {
        let open = !comma && !name.loud;
        return if clause_ends(v, name.end) || open { hit(name, 62) } else { None };
    }
    if comma || !is_any(cue, OPENERS) {
        return None;
    }
    let name = any_case(v, i)?;
    let long = name.end - name.start >= 3;
    if long && name.words == 1 && clause_ends(v, name.end) { hit(name, 55) } else { None }
}

/// "Best regards,\nJohn Smith", "Thanks Anna!", "Thanks - Anna Lee".
pub(super) fn signed(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let mut i = p.end;
    for _ in 0..6 {
        let (at, word) = next_word(v, i);
        if !TAILS.holds(word) || v.at(at).is_ascii_uppercase() && clause_ends(v, at + word.len()) && i > p.end
        {
            break;
        }
        i = at + word.len();
    }
    let (mut lines, mut dash, mut comma) = (0, false, false);
    let text = i;
    while i - text < 24 {
        match v.at(i) {
            b' ' | b'\t' | b'\r' | b'>' | b'*' => i += 1,
            b'\n' => {
                lines += 1;
                i += 1;
            }
            b',' | b'.' | b'!' => {
                comma |= v.at(i) == b',';
                i += 1;
            }
            b'-' | b'~' => {
                dash = true;
                i += 1;
            }
            0xE2 if matches!(v.char_at(i), Some('–' | '—')) => {
                dash = true;
                i += 3;
            }
            _ => break,
        }
    }
    if i == text || is_title(v, i) {
        return None;
    }
    if let Some(name) = capitalised(v, i) {
        return match lines > 0 || dash {
            true if line_ends(v, name.end) => hit(name, 68),
            // "Thanks Anna!"
            false if clause_ends(v, name.end) && v.at(skip_spaces(v, name.end, 2)) != b':' => hit(name, 60),
            _ => None,
        };
    }
    if lines == 0 && (!dash || comma) {
        return None;
    }
    let name = any_case(v, i)?;
    let whole = name.words <= 2 && name.end - name.start >= 3 && line_ends(v, name.end);
    if whole { hit(name, 55) } else { None }
}

/// "Thanks for all. - Ann Lee": a dash and a name end the message.
pub(super) fn dashed(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let mut i = p.end;
    loop {
        i = either(v, i, p.end + 82, b'-', b'\n')?;
        if v.at(i) == b'\n' {
            return None;
        }
        if v.at(i + 1) == b' ' && matches!(v.slice(i.saturating_sub(2), i), b". " | b"! " | b", ") {
            let name = any_case(v, i + 2).filter(|n| n.capital || n.words <= 2)?;
            let score = if name.capital { 62 } else { 55 };
            return if line_ends(v, name.end) { hit(name, score) } else { None };
        }
        i += 1;
    }
}

//! A place and what stands around it → whether it is somebody's address.
//!
//! A city alone says little of a person, and its type, `LOCATION`, is off by default. Where the text says that somebody
//! lives there, or a postal code stands beside it, it is a short address, and covered as one.
use super::candidate::Candidate;

/// What stands before the place that somebody lives in, comes from or was born in, in small letters.
#[rustfmt::skip]
const CUES: [&str; 100] = [
    "live in", "lives in", "living in", "lived in", "reside in", "resides in", "residing in", "resident of", "based in",
    "located in", "moved to", "moving to", "relocated to", "relocating to", "issued in", "born in", "home in",
    "house in", "apartment in", "flat in", "address in", "i'm from", "i am from", "im from", "calling from",
    "come from", "city is", "city name is", "current city", "town is", "hometown is", "city:", "city name:", "town:",
    "hometown:",
    "wohne in", "wohnen in", "wohnt in", "wohnhaft in", "lebe in", "komme aus", "umgezogen nach", "ziehe nach",
    "geboren in", "wohnort", "wohnort ist", "wohnort:", "ort:", "stadt:",
    "habite à", "habite a", "habitons à", "vis à", "réside à", "domicilié à", "domiciliée à", "né à", "née à",
    "déménagé à", "ville :", "ville:",
    "vivo en", "vivimos en", "resido en", "nací en", "mudado a", "ciudad es", "ciudad:",
    "abito a", "vivo a", "residente a", "risiedo a", "nato a", "nata a", "trasferito a", "trasferita a", "città:",
    "moro em", "moramos em", "vivo em", "resido em", "residente em", "nasci em", "cidade:",
    "woon in", "woonachtig in", "verhuisd naar", "woonplaats", "woonplaats:",
    "mieszkam w", "mieszkamy w", "miasto:",
    "bor i", "bosatt i", "bosat i", "flyttat till", "flyttet til", "född i", "født i", "kaupunki:",
];
/// What stands between a person and where he or she is from.
const FROM: [&str; 6] = ["from", "aus", "uit", "från", "fra", "of"];
/// Longer than any cue, in bytes.
const BEFORE: usize = 28;

/// Whether the words before `start` say that somebody lives there; `person_ends` says whether a person's name ends at a
/// byte.
pub(super) fn is_lived_in(text: &str, start: usize, person_ends: impl Fn(usize) -> bool) -> bool {
    let mut from = start.saturating_sub(BEFORE);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let Some(before) = text.get(from..start) else { return false };
    let before = before.trim_end();
    let small = before.to_lowercase();
    let ends_with = |cue: &str| {
        small
            .strip_suffix(cue)
            .is_some_and(|rest| !rest.chars().next_back().is_some_and(char::is_alphanumeric))
    };
    // "Joy from Bath": of a name and a word, so that "two from Bath" is nothing.
    let from_there = FROM.iter().any(|word| {
        let rest = ends_with(word).then(|| before.len().checked_sub(word.len())).flatten();
        rest.and_then(|end| before.get(..end)).is_some_and(|rest| person_ends(from + rest.trim_end().len()))
    });
    from_there || CUES.iter().any(|cue| ends_with(cue))
}

/// Where a postal code stands beside `start..end` or in it: the part of the place that is not the code.
pub(super) fn beside_code(
    text: &str,
    start: usize,
    end: usize,
    mut codes: impl Iterator<Item = Candidate>,
) -> Option<(usize, usize)> {
    let near = |from: usize, to: usize| {
        text.get(from..to)
            .is_some_and(|gap| gap.len() <= 4 && gap.chars().all(|c| matches!(c, ' ' | ',' | '\n' | '-')))
    };
    codes.find_map(|code| {
        let (first, last) = (code.start as usize, code.end as usize);
        let (from, to) = match () {
            () if last <= start && near(last, start) || end <= first && near(end, first) => (start, end),
            () if start < first && first < end => (start, first),
            () if start < last && last < end => (last, end),
            () => return None,
        };
        let named = text.get(from..to)?;
        let skipped = named.len() - named.trim_start_matches(is_gap).len();
        let kept = named.trim_end_matches(is_gap).len();
        (skipped < kept).then_some((from + skipped, from + kept))
    })
}

fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | '-' | '.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn homes_have_a_cue_or_their_owner_before_them() {
        // The place stands behind `<`; a person's name ends at the eighth byte.
        let lived_in = |text: &str| {
            let start = text.find('<').expect("a marked place");
            is_lived_in(&text.replace('<', ""), start, |end| end == 8)
        };
        for text in ["I live in <Bath", "Wohnort: <Aachen", "né à <Lyon", "moved to  <Bath", "CITY: <BATH"]
        {
            assert!(lived_in(text), "{text}");
        }
        for text in ["<Bath", "I arrive in <Bath", "olive in <Bath", "flights from <Bath", "émigré à <Lyon"]
        {
            assert!(!lived_in(text), "{text}");
        }
        assert!(lived_in("I am Joy from <Bath") && !lived_in("I am Joy, the one from <Bath"));
    }
}

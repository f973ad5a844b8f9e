//! Writes a message as people type: pieces go in, the same pieces in small letters, with typos, without signs come out.
//!
//! Every change is made inside one piece, or removes text between two, so that spans stay right by themselves.
mod letters;
mod signs;

use super::draft::Draft;
use super::random::Random;
use letters::{Case, cases, unaccented};
use signs::{addresses, bare, open, tear, typos};

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
    /// Words are torn or glued together, as text recognition and hasty thumbs do.
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
            torn: random.chance(2),
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

#[cfg(test)]
mod tests {
    use super::super::Kind;
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

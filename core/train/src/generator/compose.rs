//! Messages: grammars and random numbers go in, a labelled message comes out.
//!
//! The shares say what support text is like: most of it is a line of chat, some are mails, forms and protocols, much is
//! an answer of a word or two. Half of it names nobody.
use super::draft::Draft;
use super::noise::Noise;
use super::pools::Pools;
use super::random::Random;
use super::shelf::{LANGUAGES, Shelf};
use super::writer::Writer;
use super::{Labelled, noise, vary};

/// Of a hundred messages so many are English; the others are shared evenly.
const ENGLISH: u64 = 48;
/// Of a hundred messages so many name somebody or something.
const NAMING: u64 = 55;

/// Of a hundred sentences with a name so many are neutral ones said to somebody or about somebody.
const INVOLVED: u64 = 16;
/// Of a hundred messages so many have other words here and there.
const BLURRED: u64 = 18;

/// Sections of sentences that name something, in the shares in which they are drawn.
const BODY: &[&str] =
    &["people", "people", "people", "people", "people", "places", "places", "places", "firms"];
/// Sections of sentences that name nothing: plain ones, and those that look as if they did.
const PLAIN: &[&str] = &["neutral", "neutral", "neutral", "hard", "hard"];

/// One message.
pub(super) fn message(mut random: Random, shelf: &Shelf, pools: &Pools) -> Labelled {
    let others = (LANGUAGES.len() as u64 - 1).max(1);
    let at = if random.chance(ENGLISH) { 0 } else { 1 + random.below(others) as usize };
    let Some(language) = shelf.language(at).or(shelf.language(0)) else {
        return Draft::default().finish("en");
    };
    let mut writer = Writer { random, shelf, pools, language, person: None };
    let naming = writer.random.chance(NAMING);
    let mut draft = Draft::default();
    match writer.random.below(100) {
        0..17 => draft = writer.one(&["bare"], naming),
        17..52 => draft = writer.sentence(naming),
        52..74 => writer.chat(&mut draft, naming),
        74..87 => writer.mail(&mut draft, naming),
        87..95 => writer.form(&mut draft, naming),
        _ => writer.protocol(&mut draft, naming),
    }
    if writer.random.chance(BLURRED) {
        vary::blur(&mut writer, &mut draft);
    }
    let noise = Noise::draw(&mut writer.random, language.language.code);
    noise::apply(&mut draft, &noise, &mut writer.random);
    draft.finish(language.language.code)
}

impl Writer<'_> {
    /// One template of one of these sections; of the other half of the section where this half is empty.
    fn one(&mut self, sections: &[&str], naming: bool) -> Draft {
        let section = self.random.word(sections);
        let wanted = self.language.templates(section, naming);
        let templates = if wanted.is_empty() { self.language.templates(section, !naming) } else { wanted };
        match self.random.pick(&templates) {
            Some(template) => self.template(template),
            None => Draft::default(),
        }
    }

    /// A sentence that names something, or one that does not.
    fn sentence(&mut self, names: bool) -> Draft {
        if !names {
            return self.one(PLAIN, false);
        }
        if self.random.chance(INVOLVED) {
            let plain = self.one(PLAIN, false);
            return vary::involve(self, plain);
        }
        self.one(BODY, true)
    }

    /// Sentences, of which at least one names something where `naming` says so.
    fn body(&mut self, count: u64, naming: bool, between: &[&str], draft: &mut Draft) {
        let sure = self.random.below(count);
        for number in 0..count {
            let names = naming && (number == sure || self.random.chance(40));
            // People mix languages: an English sentence in a message of another one.
            let home = self.language;
            if self.random.chance(3)
                && let Some(english) = self.shelf.language(0)
            {
                self.language = english;
            }
            let sentence = self.sentence(names);
            self.language = home;
            self.join(draft, sentence, between);
        }
    }

    fn join(&mut self, draft: &mut Draft, more: Draft, between: &[&str]) {
        let last = draft.last();
        if !draft.is_empty() && !more.is_empty() && last != Some('\n') {
            let space = self.random.word(between);
            // Nobody writes a comma after a comma; some end a sentence that has no end.
            let open = last.is_some_and(char::is_alphanumeric);
            match space {
                ", " if !open => draft.push(" ", None),
                " " if open && self.random.chance(40) => draft.push(". ", None),
                space => draft.push(space, None),
            }
        }
        draft.append(more);
    }

    /// A line of chat: perhaps a greeting, one to three sentences, perhaps a name at the end.
    fn chat(&mut self, draft: &mut Draft, naming: bool) {
        const BETWEEN: &[&str] = &[" ", " ", " ", " ", "\n", "  ", " ... ", ", "];
        if self.random.chance(55) {
            let names = naming && self.random.chance(50);
            *draft = self.one(&["greet"], names);
        }
        let count = self.random.between(1, 3);
        self.body(count, naming, BETWEEN, draft);
        if self.random.chance(12) {
            let names = naming && self.random.chance(80);
            let sign = self.one(&["sign"], names);
            self.join(draft, sign, &[" ", "\n"]);
        }
    }

    fn mail(&mut self, draft: &mut Draft, naming: bool) {
        let greets = naming && self.random.chance(50);
        *draft = self.one(&["greet"], greets);
        draft.push(self.random.word(&["\n\n", "\n\n", "\n"]), None);
        let count = self.random.between(1, 4);
        let named = naming && self.random.chance(60);
        self.body(count, named, &[" ", " ", " ", "\n", "\n\n"], draft);
        draft.push(self.random.word(&["\n\n", "\n\n", "\n"]), None);
        let signs = naming && self.random.chance(85);
        draft.append(self.one(&["sign"], signs));
    }

    /// A form or the head of a mail, perhaps with a sentence after it.
    fn form(&mut self, draft: &mut Draft, naming: bool) {
        for number in 0..self.random.between(1, 2) {
            let names = naming && (number == 0 || self.random.chance(50));
            let form = self.one(&["form"], names);
            self.join(draft, form, &["\n"]);
        }
        if self.random.chance(35) {
            let names = naming && self.random.chance(40);
            let sentence = self.sentence(names);
            self.join(draft, sentence, &["\n", "\n\n"]);
        }
    }

    /// Turns of a conversation, with or without the names of those who speak.
    fn protocol(&mut self, draft: &mut Draft, naming: bool) {
        let speakers = if naming { "turn" } else { "speaker" };
        let language = self.language;
        for _ in 0..self.random.between(2, 4) {
            let templates = language.grammar.section(speakers);
            let templates =
                if templates.is_empty() { self.shelf.common.section(speakers) } else { templates };
            if let Some(template) = self.random.pick(templates) {
                let turn = self.template(template);
                self.join(draft, turn, &["\n"]);
            }
            let names = naming && self.random.chance(35);
            draft.append(self.sentence(names));
        }
    }
}

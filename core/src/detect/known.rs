//! Names and countries of earlier turns of a conversation.
//!
//! Comes in: a turn and what was found in it. Goes out: what the name model and the look for telephone numbers know of the
//! conversation when they read the next turn, so that "John Smith" in the first makes "smith" a name in the third, and an IBAN
//! of Germany makes a number of `0151 12345678`. Numbers of words and codes of countries are held, no words.
use super::lands::Lands;
use crate::finding::Findings;

#[cfg(feature = "names")]
use crate::entity::{EMAIL_ADDRESS, PERSON};
#[cfg(feature = "names")]
use crate::model::{Memory, Model};

/// What is known of the people of a conversation. Without the name model only where they live.
#[derive(Clone, Debug, Default)]
pub(crate) struct Known {
    lands: Lands,
    #[cfg(feature = "names")]
    memory: Memory,
}

impl Known {
    /// Remembers whom a turn names, and of which countries it speaks.
    pub(crate) fn learn(&mut self, text: &str, findings: &Findings) {
        self.lands.learn(text, findings);
        #[cfg(feature = "names")]
        self.learn_names(text, findings);
    }

    /// Remembers the country that a value speaks of.
    pub(crate) fn learn_land(&mut self, entity: &str, value: &str) {
        self.lands.learn_value(entity, value);
    }

    pub(super) fn lands(&self) -> &Lands {
        &self.lands
    }
}

#[cfg(feature = "names")]
impl Known {
    fn learn_names(&mut self, text: &str, findings: &Findings) {
        for finding in findings {
            let span = finding.span();
            if *finding.entity_type() == PERSON {
                self.learn_value(text.get(..span.end()).unwrap_or_default(), span.start(), false);
            } else if *finding.entity_type() == EMAIL_ADDRESS {
                let address = finding.text(text).unwrap_or_default();
                let at = span.start() + address.find('@').unwrap_or(0);
                self.learn_value(text.get(..at).unwrap_or_default(), span.start(), true);
            }
        }
    }

    /// Remembers the words of a name.
    pub(crate) fn learn_name(&mut self, name: &str) {
        self.learn_value(name, 0, false);
    }

    fn learn_value(&mut self, text: &str, start: usize, doubtful: bool) {
        if let Some(model) = Model::shipped() {
            self.memory.learn(text, start, text.len(), model.lexicon(), doubtful);
            // Said before the next turn begins.
            self.memory.turn();
        }
    }

    pub(super) fn memory(&self) -> &Memory {
        &self.memory
    }
}

#[cfg(not(feature = "names"))]
impl Known {
    pub(crate) fn learn_name(&mut self, _: &str) {}
}

//! Names said in earlier turns of a conversation.
//!
//! Comes in: a turn and what was found in it. Goes out: what the name model knows of the conversation when it reads the
//! next turn, so that "John Smith" in the first makes "smith" a name in the third. Numbers of words are held, no words.
use crate::finding::Findings;

#[cfg(feature = "names")]
use crate::entity::{EMAIL_ADDRESS, PERSON};
#[cfg(feature = "names")]
use crate::model::{Memory, Model};

/// What is known of the people of a conversation. Without the name model nothing is.
#[derive(Clone, Debug, Default)]
pub(crate) struct Known {
    #[cfg(feature = "names")]
    memory: Memory,
}

#[cfg(feature = "names")]
impl Known {
    /// Remembers whom a turn names.
    pub(crate) fn learn(&mut self, text: &str, findings: &Findings) {
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
    pub(crate) fn learn(&mut self, _: &str, _: &Findings) {}

    pub(crate) fn learn_name(&mut self, _: &str) {}
}

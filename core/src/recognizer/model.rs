//! A model of the host's own: a function over whole texts that knows several types.
//!
//! Comes in: one text or many, with their hints. Goes out: places with their types, made sure of, or why the call cannot
//! go on.
use core::fmt;
use core::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use super::callback::placed;
use crate::entity::EntityType;
use crate::error::Error;
use crate::input::Input;
use crate::score::Score;
use crate::span::Span;

/// Reads texts and says what it sees: a named-entity model of the host's, a service, a large language model.
///
/// ```
/// use wimple::{Engine, EntityType, Input, Model, Score, Seen, entity};
/// struct Capitals;
/// impl Model for Capitals {
///     fn entities(&self) -> Vec<EntityType> {
///         vec![entity::PERSON]
///     }
///     fn find(&self, input: &Input<'_>) -> Result<Vec<Seen>, &'static str> {
///         let at = input.text().find("ANN");
///         Ok(at.map(|at| Seen::new(entity::PERSON, at..at + 3, Score::new(80))).into_iter().collect())
///     }
/// }
/// let engine = Engine::builder().model(Capitals).build()?;
/// assert_eq!(engine.redact("hand it to ANN")?.text(), "hand it to [PERSON]");
/// # Ok::<(), wimple::Error>(())
/// ```
///
/// # How it is merged
/// Where model and engine see the same type and overlap, the value is what either covers, with the engine's evidence and
/// the higher score. In all else a model's word counts like a form that nothing near speaks for: a cue, a passed check and
/// a longer value win, and what they leave uncovered stays. Benign twins, templates, allow lists and the minimum score
/// hold for it as for the rest. Types that the engine does not look for are left out.
pub trait Model: Send + Sync {
    /// The types it may give. Asked once, when the engine is made. A name that is not built in becomes a type of the
    /// engine's own, of [`Category::Business`](crate::Category::Business).
    fn entities(&self) -> Vec<EntityType>;

    /// What it sees in one text.
    ///
    /// # Errors
    /// Why it cannot say, as a constant of the program, so that no text gets into the message. The call that asked fails
    /// with [`Error::Callback`](crate::Error::Callback), and so it does where the model panics.
    fn find(&self, input: &Input<'_>) -> Result<Vec<Seen>, &'static str>;

    /// What it sees in each of several texts, in their order; what
    /// [`Engine::redact_many`](crate::Engine::redact_many) asks, once for all its texts. Models that are quicker on many
    /// texts together say so here.
    ///
    /// # Errors
    /// As [`find`](Model::find).
    fn find_batch(&self, inputs: &[Input<'_>]) -> Result<Vec<Vec<Seen>>, &'static str> {
        inputs.iter().map(|input| self.find(input)).collect()
    }
}

/// One place that a model sees.
///
/// ```
/// use wimple::{Score, Seen, entity};
/// let seen = Seen::new(entity::PERSON, 4..9, Score::new(90));
/// assert_eq!(seen.span().len(), 5);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    entity: EntityType,
    span: Span,
    score: Score,
}

impl Seen {
    /// The bytes `range` of the text, on character edges, at least one, at most 1024; and how sure the model is.
    pub const fn new(entity: EntityType, range: Range<usize>, score: Score) -> Self {
        Seen { entity, span: Span::new(range.start, range.end), score }
    }

    /// What it is.
    pub fn entity_type(&self) -> &EntityType {
        &self.entity
    }

    /// Where it is.
    pub fn span(&self) -> Span {
        self.span
    }

    /// How sure the model is.
    pub fn score(&self) -> Score {
        self.score
    }
}

/// A model that an engine was given.
#[derive(Clone)]
pub(crate) struct Reader {
    // A model that panicked is asked again in the next call: whether it is still good for that is its own affair.
    model: Arc<AssertUnwindSafe<Box<dyn Model>>>,
    entities: Vec<EntityType>,
}

impl Reader {
    pub(crate) fn new(model: impl Model + 'static) -> Self {
        let entities = model.entities();
        Reader { model: Arc::new(AssertUnwindSafe(Box::new(model))), entities }
    }

    /// The types it may give.
    pub(crate) fn entities(&self) -> &[EntityType] {
        &self.entities
    }

    /// What it sees in each text; at most `most` places in one. One text is asked alone.
    pub(crate) fn ask(&self, inputs: &[Input<'_>], most: usize) -> Result<Vec<Vec<Seen>>, Error> {
        let stopped = |problem: &'static str| Error::Callback { what: "model".to_owned(), problem };
        let asked = || match inputs {
            [only] => self.model.find(only).map(|seen| vec![seen]),
            _ => self.model.find_batch(inputs),
        };
        let all = match catch_unwind(AssertUnwindSafe(asked)) {
            Ok(answer) => answer.map_err(stopped)?,
            Err(payload) => {
                // Never shown, since it may hold anything; never dropped, since dropping it may panic again.
                core::mem::forget(payload);
                return Err(stopped("it panicked"));
            }
        };
        if all.len() != inputs.len() {
            return Err(stopped("it gave answers for another number of texts"));
        }
        for (input, seen) in inputs.iter().zip(&all) {
            if seen.len() > most {
                return Err(Error::Limit { what: "findings", actual: seen.len(), limit: most });
            }
            for one in seen {
                placed(input.text(), one.span).map_err(stopped)?;
                if !self.entities.contains(&one.entity) {
                    return Err(stopped("it gave a type it had not named"));
                }
            }
        }
        Ok(all)
    }
}

impl fmt::Debug for Reader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Model").field("entities", &self.entities).finish_non_exhaustive()
    }
}

//! How an engine is made: policy, limits, key and callbacks come in, an engine or what is wrong with them goes out.
use std::sync::Arc;

use super::Engine;
use crate::crypto::HashKey;
use crate::entity::EntityType;
use crate::error::{Error, PolicyError};
use crate::finding::Finding;
use crate::input::Input;
use crate::keyset::{Keyset, TokenRecognizer};
use crate::limits::Limits;
use crate::policy::{Operator, Policy};
use crate::recognizer::{Callback, Match, Model, Reader};
use crate::secret::Secret;
use crate::token::Ring;
use crate::transform::{Kept, Tools};
use crate::vault::Vault;

/// Makes an [`Engine`].
///
/// ```
/// use wimple::{Engine, Limits, Operator, Policy};
/// let engine = Engine::builder()
///     .policy(Policy::new().default(Operator::remove()))
///     .limits(Limits::default().max_input(1 << 20))
///     .build()?;
/// assert_eq!(engine.redact("mail bo@example.com!")?.text(), "mail !");
/// # Ok::<(), wimple::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct EngineBuilder {
    policy: Option<Policy>,
    limits: Limits,
    hash_key: Option<Arc<Secret>>,
    tools: Tools,
    /// Functions that find, by their types.
    recognizers: Vec<Callback>,
    /// Models of the host's.
    models: Vec<Reader>,
}

impl EngineBuilder {
    /// What shall be done to what is found; without it everything is labelled.
    pub fn policy(mut self, policy: Policy) -> Self {
        self.policy = Some(policy);
        self
    }

    /// How much one call may take.
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Finds a type with a function of your own. Said twice of one type, the later counts.
    ///
    /// ```
    /// use wimple::{Engine, EntityType, Match};
    /// let seat = EntityType::named("SEAT")?;
    /// let engine = Engine::builder()
    ///     .recognizer(seat, |input| {
    ///         let at = input.text().find("17C");
    ///         Ok(at.map(|at| Match::new(at..at + 3)).into_iter().collect())
    ///     })
    ///     .build()?;
    /// assert_eq!(engine.redact("seat 17C, please")?.text(), "seat [SEAT], please");
    /// # Ok::<(), wimple::Error>(())
    /// ```
    ///
    /// Score, context words and category are those of a [`Recognizer::callback`](crate::Recognizer::callback) of the
    /// policy, or the usual ones where the policy has none. The function sees each text once, with its hints, on the
    /// thread of the call, and threads that share the engine may call it at the same time. Its matches take part in the
    /// settling of overlaps; places where they begin and end are its own affair, character edges excepted.
    ///
    /// Where the function says why it cannot answer, panics, or gives places that are none, the call fails with
    /// [`Error::Callback`] and has no output. The reason is a constant of the program, so that no text gets into it.
    pub fn recognizer(
        mut self,
        entity: EntityType,
        function: impl Fn(&Input<'_>) -> Result<Vec<Match>, &'static str> + Send + Sync + 'static,
    ) -> Self {
        self.recognizers.retain(|c| c.entity != entity);
        self.recognizers.push(Callback::new(entity, function));
        self
    }

    /// Reads every text with a model of your own, too. Said again, another model reads as well. See [`Model`].
    pub fn model(mut self, model: impl Model + 'static) -> Self {
        self.models.push(Reader::new(model));
        self
    }

    /// The key of [`Operator::hash`]: at least 32 random bytes. Engines with the same key give equal values equal
    /// hashes; whoever has it can try values out, so it is kept like a password. It is never part of a policy.
    ///
    /// ```
    /// use wimple::{Engine, Operator, Policy, Secret};
    /// # let bytes = *b"only an example, draw a real one";
    /// let engine = Engine::builder()
    ///     .policy(Policy::new().default(Operator::hash()))
    ///     .hash_key(Secret::new(bytes))
    ///     .build()?;
    /// let out = engine.redact("bo@example.com or BO@example.com, then bo@EXAMPLE.com")?;
    /// let hashes: Vec<&str> = out.text().split(' ').map(|word| word.trim_end_matches(',')).collect();
    /// assert!(hashes[0].starts_with("[EMAIL_ADDRESS:") && hashes[0].len() == 48);
    /// assert!(hashes[0] == hashes[4] && hashes[0] != hashes[2]);
    /// # Ok::<(), wimple::Error>(())
    /// ```
    pub fn hash_key(mut self, key: Secret) -> Self {
        self.hash_key = Some(Arc::new(key));
        self
    }

    /// The keys of the operators that need them: `tokenize`, `encrypt`, `fpe`, `pseudonym`, `shift_date`.
    pub fn keyset(mut self, keyset: Keyset) -> Self {
        self.tools.keyset = Some(keyset);
        self
    }

    /// Knows tokens that this engine cannot open: nothing is looked for in them, so that they stay as they are; numbers of
    /// `fpe` between marks, too. Said beside [`keyset`](EngineBuilder::keyset), or more than once, all count.
    pub fn token_recognizer(mut self, recognizer: TokenRecognizer) -> Self {
        self.tools.known.push(recognizer);
        self
    }

    /// Where [`Operator::tokenize`] keeps values. Tokens name them then (`wimv_…`), and are short whatever the value;
    /// without a vault they carry them (`wimd_…`). Engines may share one. See [`Vault`](crate::vault::Vault).
    pub fn vault(mut self, vault: Arc<dyn Vault>) -> Self {
        self.tools.vault = Some(Kept(vault));
        self
    }

    /// A callback for [`Operator::custom`] to name. It is given the finding and its value, and says what is to stand there
    /// instead. Said twice, the later counts.
    ///
    /// ```
    /// use wimple::{entity, Engine, Operator, Policy};
    /// let engine = Engine::builder()
    ///     .policy(Policy::new().on(entity::EMAIL_ADDRESS, Operator::custom("crm")))
    ///     .custom("crm", |_finding, value| match value {
    ///         "bo@example.com" => Ok("[customer 17]".to_owned()),
    ///         _ => Err("nobody has this address"),
    ///     })
    ///     .build()?;
    /// assert_eq!(engine.redact("mail bo@example.com")?.text(), "mail [customer 17]");
    /// assert!(engine.redact("mail al@example.com").is_err(), "and nothing goes out");
    /// # Ok::<(), wimple::Error>(())
    /// ```
    ///
    /// The call that asks fails with [`Error::Callback`], and gives no text, where the callback says why it cannot answer
    /// (a constant of the program, so that no value gets into the message) or panics, and where its answer holds the
    /// value: as it stands or, of values of four letters and digits or more, with other separators, case or width. What
    /// is answered is not looked at otherwise. Callbacks are called from whatever threads use the engine, several at a
    /// time.
    pub fn custom<F>(mut self, name: impl Into<String>, callback: F) -> Self
    where
        F: Fn(&Finding, &str) -> Result<String, &'static str> + Send + Sync + 'static,
    {
        self.tools.callbacks.add(name.into(), Arc::new(callback));
        self
    }

    /// Makes the engine.
    ///
    /// # Errors
    /// [`Error::Policy`] or [`Error::Pattern`] where the policy holds something that cannot work, or needs a key or a
    /// callback that was not given; [`Error::InvalidArgument`] where the key is short or one byte over and over.
    pub fn build(self) -> Result<Engine, Error> {
        let mut policy = self.policy.unwrap_or_else(Policy::new);
        for callback in &self.recognizers {
            policy = policy.declare(&callback.entity)?;
        }
        let models = self.models.iter().flat_map(Reader::entities);
        let seen: Vec<&EntityType> = models.filter(|e| EntityType::builtin(e.name()).is_none()).collect();
        for entity in &seen {
            policy = policy.declare(entity)?;
        }
        policy.validate()?;
        policy.validate_law(self.tools.vault.is_some())?;
        let given: Vec<&EntityType> = self.recognizers.iter().map(|c| &c.entity).chain(seen).collect();
        policy.validate_own(&given)?;
        let mut tools = self.tools;
        tools.known.extend(tools.keyset.as_ref().map(Keyset::export_recognizer));
        tools.ring = Arc::new(Ring::knowing(tools.keyset.clone(), &tools.known));
        tools.hash = self.hash_key.map(|key| HashKey::new(&key).map(Arc::new)).transpose()?;
        for operator in policy.operators() {
            missing(operator, &tools)?;
        }
        tools.fpe_end = policy.fpe_end();
        Ok(Engine::assemble(policy, self.limits, tools, &self.recognizers, self.models.clone()))
    }
}

/// Refuses an operator that needs what the engine was not given.
fn missing(operator: &Operator, tools: &Tools) -> Result<(), Error> {
    let (problem, hint) = match operator {
        Operator::Hash if tools.hash.is_none() && tools.keyset.is_none() => (
            "hash needs a key, and the engine was given none".to_owned(),
            "the key is an argument of the engine (keyset or hash_key), never part of the policy",
        ),
        operator if operator.is_keyed() && tools.keyset.is_none() => (
            format!("{} needs a keyset, and the engine was given none", operator.name()),
            "the keyset is an argument of the engine (keyset), never part of the policy",
        ),
        Operator::Custom(custom) if !tools.callbacks.has(&custom.callback) => (
            format!("the engine was given no callback named \"{}\"", custom.callback),
            "callbacks are arguments of the engine, under the name that the policy gives",
        ),
        _ => return Ok(()),
    };
    Err(Error::Policy(Box::new(PolicyError {
        problem,
        hint: Some(hint.to_owned()),
        ..PolicyError::default()
    })))
}

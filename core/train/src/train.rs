//! The recipe: messages and a lexicon → weights with percentages.
use crate::corpus::Message;
use crate::crf::{Field, Means, Scratch};
use crate::examples::examples;
use crate::export::{file, plain, set_percents};
use crate::math::Random;
use crate::measure::measure;

/// How a model is trained.
#[derive(Clone, Copy, Debug)]
pub struct Recipe {
    /// Another seed gives other weights; the same gives the same, byte for byte.
    pub seed: u64,
    /// How often each message is seen.
    pub epochs: usize,
}

/// In how many of a hundred real messages, each time, everything is in small letters; and in how many messages one name
/// is a label already.
const LOWERED: u32 = 30;
const REDACTED: u32 = 4;

/// The file of weights that these messages make. `calibration` is not learnt from; it says what a share is worth.
/// `note` is told of each epoch.
#[must_use]
pub fn train(
    messages: &[Message],
    calibration: &[Message],
    lexicon: &[u8],
    recipe: Recipe,
    mut note: impl FnMut(String),
) -> Vec<u8> {
    let mut random = Random::new(recipe.seed);
    let mut order: Vec<usize> = (0..messages.len()).collect();
    let (mut field, mut scratch) = (Field::default(), Scratch::default());
    let mut means = Means::default();
    for epoch in 0..recipe.epochs {
        random.shuffle(&mut order);
        // The rate falls, so that the last messages do not weigh more than the first.
        let slow = 1.0 / (1.0 + 0.6 * epoch as f32);
        let (mut cost, mut tokens) = (0f64, 0usize);
        for message in order.iter().filter_map(|at| messages.get(*at)) {
            let changed = if random.chance(REDACTED) {
                message.redacted(&mut random)
            } else if message.real && random.chance(LOWERED) {
                message.lowered()
            } else {
                message.clone()
            };
            for example in examples(&changed, lexicon, Some(&mut random)) {
                cost += field.learn(&example, slow, &mut scratch);
                tokens += example.labels.len();
            }
        }
        if 2 * (epoch + 1) > recipe.epochs {
            means.add(&field);
        }
        note(format!("epoch {}: {tokens} tokens, {:.4} a token", epoch + 1, cost / tokens.max(1) as f64));
    }
    means.put(&mut field);
    let mut weights = file(&field, &plain());
    let percents = measure(calibration.iter(), &weights, lexicon, 0).percents();
    set_percents(&mut weights, &percents);
    weights
}

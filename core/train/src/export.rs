//! Weights as they were trained → the file that is shipped.
//!
//! One scale for all: the largest but one in two thousand becomes 127. The format is that of `core/src/model/weights.rs`.
use wimple::training::{FEATURES, KINDS, LABELS, WEIGHTS, lead, may_follow};

use crate::crf::Field;
use crate::math::exp;

/// One in two thousand weights may be cut.
const CUT: usize = 2000;
/// The score of what may not be.
const NEVER: i16 = -12_000;

/// Percent of a kind for a share in 64ths.
pub type Percents = [[u8; 64]; KINDS];

/// The shares themselves, for measuring what they are worth.
#[must_use]
pub fn plain() -> Percents {
    [core::array::from_fn(|n| n as u8); KINDS]
}

/// The file of these weights.
#[must_use]
pub fn file(field: &Field, percents: &Percents) -> Vec<u8> {
    let mut sizes: Vec<f32> = field.rows.iter().flatten().map(|w| w.abs()).filter(|w| *w > 1e-6).collect();
    sizes.sort_by(f32::total_cmp);
    let largest = sizes.get(sizes.len() - 1 - sizes.len() / CUT).copied().unwrap_or(1.0);
    let unit = largest / 127.0;
    let whole = |w: f32| {
        let scaled = w / unit;
        (if scaled < 0.0 { scaled - 0.5 } else { scaled + 0.5 }) as i32
    };
    let mut file = WEIGHTS.1.to_vec();
    file.extend(FEATURES.2.to_le_bytes());
    file.extend(FEATURES.1.to_le_bytes());
    let pairs = (0..LABELS).flat_map(|label| (0..LABELS).map(move |next| (label, next)));
    let allowed = |(label, next): (usize, usize)| may_follow(label as u8, next as u8);
    let steps: Vec<i16> =
        pairs
            .map(|pair| {
                if allowed(pair) {
                    whole(field.steps[pair.0][pair.1]).clamp(-4000, 4000) as i16
                } else {
                    NEVER
                }
            })
            .collect();
    file.extend(steps.iter().flat_map(|step| step.to_le_bytes()));
    let top = steps.iter().copied().max().unwrap_or(0);
    let share = |below: i32| share(exp(-(below as f32) * unit));
    file.extend(
        steps.iter().flat_map(|s| (if *s == NEVER { 0 } else { share(i32::from(top - s)) }).to_le_bytes()),
    );
    file.extend((0..64).flat_map(|n| share(64 * n).to_le_bytes()));
    file.extend((0..64).flat_map(|n| share(n).to_le_bytes()));
    file.extend(percents.iter().flatten());
    file.extend(lead(&steps).to_le_bytes());
    file.resize(WEIGHTS.0, 0);
    debug_assert_eq!(file.len(), WEIGHTS.0);
    file.extend(field.rows.iter().flatten().map(|w| whole(*w).clamp(-127, 127) as i8 as u8));
    file
}

/// A part of one in 31 bits.
fn share(part: f32) -> u32 {
    (f64::from(part) * f64::from(1u32 << 31)) as u32
}

/// The same file with other percentages.
pub fn set_percents(file: &mut [u8], percents: &Percents) {
    let end = WEIGHTS.0 - 16;
    if let Some(place) = file.get_mut(end - 64 * KINDS..end) {
        place.iter_mut().zip(percents.iter().flatten()).for_each(|(place, percent)| *place = *percent);
    }
}

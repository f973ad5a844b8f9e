//! Words of the BIP-39 list that hardly occur in messages: each leads the scan into a phrase that nobody has announced.
//!
//! Chosen as the words of the list that none of a million words of support and forum text has, less those of technical
//! talk, and with the first words of the standard's examples. They cost nothing where they do not occur.
use crate::check::bip39;

#[rustfmt::skip]
pub(super) static RARE: &[&str] = &[
    "abandon", "absorb", "absurd", "acid", "acoustic", "adapt", "aerobic", "armor", "artefact", "aspect",
    "asthma", "axis", "barrel", "behave", "betray", "bleak", "blossom", "blush", "bounce", "brass",
    "brick", "broccoli", "bulb", "bunker", "canoe", "canvas", "carbon", "cattle", "census", "chronic",
    "chuckle", "chunk", "churn", "cigar", "cinnamon", "cloth", "cluster", "coconut", "coil", "corn",
    "coyote", "cradle", "cram", "crane", "crater", "critic", "crop", "crouch", "crumble", "damp", "daring",
    "dash", "defy", "demise", "depth", "derive", "diagram", "dial", "dilemma", "dirt", "divert", "dolphin",
    "donor", "dove", "drastic", "drip", "dust", "ecology", "embark", "embody", "embrace", "empower",
    "enact", "endless", "endorse", "enlist", "enrich", "erupt", "eternal", "ethics", "evoke", "evolve",
    "excite", "exhaust", "exile", "fade", "faint", "flee", "flock", "foil", "frog", "furnace", "gadget",
    "gasp", "gauge", "gaze", "genre", "gentle", "gesture", "giggle", "glide", "glimpse", "gloom", "glove",
    "glue", "goddess", "goose", "gorilla", "gown", "grain", "gravity", "grit", "grunt", "hammer",
    "hamster", "harbor", "helmet", "hobby", "hover", "humble", "hurdle", "hybrid", "idle", "imitate",
    "immense", "immune", "impose", "impulse", "inhale", "inherit", "inject", "insect", "inspire", "intact",
    "involve", "jaguar", "jar", "jelly", "kangaroo", "kite", "leisure", "lens", "limb", "liquid", "lumber",
    "lunar", "magnet", "mammal", "mango", "margin", "maze", "mercy", "mimic", "misery", "moral",
    "mosquito", "mutual", "myth", "naive", "napkin", "neglect", "nerve", "nominee", "notable", "obey",
    "oblige", "odor", "omit", "organ", "orphan", "ostrich", "oyster", "ozone", "pact", "paddle", "panda",
    "panther", "patrol", "pave", "pear", "peasant", "pelican", "pipe", "pledge", "pluck", "potato",
    "pottery", "predict", "prosper", "pulp", "pulse", "pupil", "purity", "puzzle", "quantum", "razor",
    "resemble", "rib", "ribbon", "rifle", "rigid", "ripple", "ritual", "rival", "rookie", "rug", "saddle",
    "satoshi", "sausage", "scissors", "scorpion", "shallow", "sheriff", "shiver", "shove", "shrug",
    "sibling", "situate", "slender", "slush", "sock", "spatial", "spawn", "sphere", "spike", "spoon",
    "stereo", "stove", "sustain", "swarm", "tenant", "thumb", "tilt", "tissue", "tobacco", "toddler",
    "torch", "toss", "trim", "trumpet", "tumble", "uncover", "unfold", "uphold", "vacant", "vacuum",
    "vanish", "vapor", "vast", "venture", "verb", "vessel", "viable", "vicious", "walnut", "warfare",
    "wasp", "wave", "weasel", "whip", "whisper", "wool", "wrestle", "zoo",
];

/// The same as bits: bit n says that word n of the list is one of them.
#[expect(
    clippy::indexing_slicing,
    reason = "computed when compiling; out of bounds would be a compile error"
)]
pub(super) static IS_RARE: [u64; bip39::WORDS / 64] = {
    let mut bits = [0u64; bip39::WORDS / 64];
    let mut i = 0;
    while i < RARE.len() {
        match bip39::index_of(RARE[i].as_bytes()) {
            Some(n) => bits[n as usize / 64] |= 1 << (n % 64),
            None => panic!("a rare word is not in the list"),
        }
        i += 1;
    }
    bits
};

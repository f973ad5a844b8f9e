//! Stripe secret key: secret and restricted API keys and the secrets that sign webhooks.
//!
//! `sk_` or `rk_`, then `live_` or `test_`, then 24 or more letters and digits; `whsec_` and 24 or more characters of
//! base64. Keys of the test mode open the test data and are secrets, too. Publishable keys (`pk_`) stand in every page
//! that takes a card, and customers, charges and payments (`cus_`, `ch_`, `pi_`) have ids of the same form: none of
//! them opens anything.
use super::keys::{Alphabet, Key, Keys, cues, find};
use crate::catalog::prelude::*;

pub(super) static ENTRY: Entry = Entry::new("STRIPE_KEY")
    .title("Stripe secret key")
    .category(Category::Secret)
    .sensitivity(Sensitivity::Critical)
    .score(95)
    .anchors(&[(Anchor::Cue(&CUES), key)])
    .finds(&[
        concat!("sk_", "live_", "51EXAMPLEq9W8e7R6t5Y4u3I2o1P0"),
        concat!("STRIPE_SECRET_KEY=<<", "sk_", "test_", "4eC39HqLyjWDarjtT1zdp7dc>>"),
        concat!("the restricted one is <<", "rk_", "live_", "51EXAMPLEz1X2c3V4b5N6m7L8k9J0>>."),
        concat!("endpoint secret \"<<", "wh", "sec_", "EXAMPLEa1B2c3D4e5F6g7H8i9J0k1L2m>>\""),
    ])
    .skips(&[
        (
            concat!("pk_", "live_", "51EXAMPLEq9W8e7R6t5Y4u3I2o1P0"),
            "a publishable key, which is in every page",
        ),
        (concat!("sk_", "live_", "xxxxxxxxxxxxxxxxxxxxxxxx"), "a placeholder"),
        (concat!("sk_", "test_", "..."), "the key is left out"),
        (concat!("sk_", "live_", "your_secret_key_goes_right_here"), "a placeholder"),
        ("charge ch_3MmlLrLkdIwHu7ix0snN0B15 of cus_NffrFeUfNV2Hib", "ids of a charge and a customer"),
        ("sk_live_mode", "a name"),
    ])
    .sources(&[
        "Stripe Docs, \"API keys\": kinds of keys and their prefixes",
        "Stripe Docs, \"Check the webhook signatures\": whsec_",
    ]);

static CUES: [&str; ROWS.len()] = cues(ROWS);

/// Keys of Stripe's documents, which every reader of them may use.
static PUBLISHED: &[&str] = &[
    concat!("4eC39HqLyj", "WDarjtT1zdp7dc"),
    concat!("BQokikJOvB", "iI2HlWgH4olfQ2"),
    concat!("26PHem9AhJ", "ZvU623DfE1x4sd"),
];

pub(super) static KEYS: Keys = Keys::of(ROWS);

static ROWS: &[Key] = &[
    Key::new("sk_live_", Alphabet::PLAIN, 24, 512).by("Stripe"),
    Key::new("sk_test_", Alphabet::PLAIN, 24, 512).specimens(PUBLISHED).by("Stripe"),
    Key::new("rk_live_", Alphabet::PLAIN, 24, 512).by("Stripe"),
    Key::new("rk_test_", Alphabet::PLAIN, 24, 512).by("Stripe"),
    Key::new("whsec_", Alphabet::BASE64, 24, 128).by("Stripe"),
];

fn key(probe: &Probe<'_>) -> Option<Found> {
    find(probe, &KEYS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::secret::tests::{conforms, cues};

    #[test]
    fn examples() {
        conforms(&ENTRY, cues);
    }

    #[test]
    fn the_key_of_the_documents_is_a_specimen() {
        let text = concat!("sk_", "test_", "4eC39HqLyj", "WDarjtT1zdp7dc");
        assert!(cues(&ENTRY, text)[0].specimen);
        let text = concat!("sk_", "live_", "4eC39HqLyj", "WDarjtT1zdp7dc");
        assert!(!cues(&ENTRY, text)[0].specimen, "published as a test key only");
    }
}

//! Key of a payment, shop or shipping service.
//!
//! One row each: who gives it out, its prefix, the alphabet and the length of what follows. Stripe's keys, and those of
//! the services that write theirs the same way (`sk_live_`: Paystack, Clerk and others), are a type of their own.
use super::cloud_api_key::random;
use super::keys::{Alphabet, Key, Keys, beginnings, begun, cues, find};
use crate::catalog::prelude::*;

pub(super) static ENTRY: Entry = Entry::new("PAYMENT_API_KEY")
    .title("Key of a payment or shop service")
    .category(Category::Secret)
    .sensitivity(Sensitivity::Critical)
    .score(95)
    .anchors(&[(Anchor::Cue(&CUES), key), (Anchor::Begins(&BEGINNINGS), running)])
    .finds(&[
        concat!("<<", "sh", "pat_", "0123456789abcdef0123456789abcdee>> is the admin token"),
        concat!("BRAINTREE=<<", "access", "_token$production$", "0123456789abcdef$0123456789abcdef0123456789abcdee>>"),
        concat!("square: <<", "sq", "0csp-", "EXAMPLE0123456789-abcdefghijklmnopqrstuvwxy>>"),
        concat!("PLAID <<", "access", "-sandbox-", "0123abcd-4567-89ab-cdef-0123456789ab>>"),
        concat!("EasyPost key <<", "EZ", "AKEXAMPLE0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJK>>"),
    ])
    .skips(&[
        (concat!("sh", "pat_", "00000000000000000000000000000000"), "a placeholder"),
        (concat!("sh", "pat_", "your_access_token"), "a placeholder"),
        ("access-production-database", "a name"),
        ("live_streaming_2026 and test_30", "names"),
        ("access_token$production$", "a prefix alone"),
    ])
    .sources(&["Prefixes as the issuers' keys are known to look; not yet read again in each issuer's own documents"]);

static CUES: [&str; Keys::count(ROWS, true)] = cues(ROWS);
static BEGINNINGS: [&str; Keys::count(ROWS, false)] = beginnings(ROWS);
pub(super) static KEYS: Keys = Keys::of(ROWS);

#[rustfmt::skip]
static ROWS: &[Key] = &[
    Key::new("access_token$production$", Alphabet::JOINED, 49, 49).by("PayPal Braintree"),
    Key::new("access_token$sandbox$", Alphabet::JOINED, 49, 49).by("PayPal Braintree"),
    Key::begins("EAAA", Alphabet::URL, 60, 64).check(random).by("Square"),
    Key::new("sq0atp-", Alphabet::URL, 22, 22).by("Square"),
    Key::new("sq0csp-", Alphabet::URL, 43, 43).by("Square"),
    Key::new("access-production-", Alphabet::UUID, 36, 36).by("Plaid"),
    Key::new("access-sandbox-", Alphabet::UUID, 36, 36).by("Plaid"),
    Key::new("access-development-", Alphabet::UUID, 36, 36).by("Plaid"),
    Key::new("FLWSECK-", Alphabet::DASHED, 34, 40).cue("flwseck").by("Flutterwave"),
    Key::new("FLWSECK_TEST-", Alphabet::DASHED, 34, 40).cue("flwseck").by("Flutterwave"),
    Key::new("rzp_live_", Alphabet::PLAIN, 14, 14).by("Razorpay"),
    Key::new("rzp_test_", Alphabet::PLAIN, 14, 14).by("Razorpay"),
    Key::new("live_", Alphabet::PLAIN, 30, 35).check(random).by("Mollie"),
    Key::new("test_", Alphabet::PLAIN, 30, 35).check(random).by("Mollie"),
    Key::new("live_", Alphabet::HEX, 35, 35).by("Lob"),
    Key::new("test_", Alphabet::HEX, 35, 35).by("Lob"),
    Key::new("live_", Alphabet::URL, 40, 40).check(random).by("GoCardless"),
    Key::new("sandbox_", Alphabet::URL, 40, 40).check(random).by("GoCardless"),
    Key::begins("AQE", Alphabet::JOINED, 100, 400).check(random).by("Adyen"),
    Key::begins("EZAK", Alphabet::PLAIN, 54, 54).check(random).by("EasyPost"),
    Key::begins("EZTK", Alphabet::PLAIN, 54, 54).check(random).by("EasyPost"),
    Key::new("shippo_live_", Alphabet::HEX, 40, 40).by("Shippo"),
    Key::new("shippo_test_", Alphabet::HEX, 40, 40).by("Shippo"),
    Key::new("duffel_live_", Alphabet::URL, 43, 43).by("Duffel"),
    Key::new("duffel_test_", Alphabet::URL, 43, 43).by("Duffel"),
    Key::new("shpat_", Alphabet::HEX, 32, 32).by("Shopify"),
    Key::new("shpss_", Alphabet::HEX, 32, 32).by("Shopify"),
    Key::new("shpca_", Alphabet::HEX, 32, 32).by("Shopify"),
    Key::new("shppa_", Alphabet::HEX, 32, 32).by("Shopify"),
    Key::new("sk_sbox_", Alphabet::PLAIN, 26, 40).by("Checkout.com"),
    Key::new("pdl_live_apikey_", Alphabet::NAME, 49, 64).by("Paddle"),
    Key::new("pdl_sdbx_apikey_", Alphabet::NAME, 49, 64).by("Paddle"),
    Key::new("polar_oat_", Alphabet::URL, 36, 64).by("Polar"),
    Key::new("polar_pat_", Alphabet::URL, 36, 64).by("Polar"),
    Key::new("xnd_production_", Alphabet::PLAIN, 40, 80).by("Xendit"),
    Key::new("xnd_development_", Alphabet::PLAIN, 40, 80).by("Xendit"),
    Key::new("Mid-server-", Alphabet::URL, 20, 32).cue("mid").by("Midtrans"),
    Key::new("APP_USR-", Alphabet::DASHED, 60, 90).cue("app").by("Mercado Pago"),
    Key::new("skey_live_", Alphabet::PLAIN, 19, 24).by("Omise"),
    Key::new("skey_test_", Alphabet::PLAIN, 19, 24).by("Omise"),
    Key::new("klarna_live_api_", Alphabet::ESCAPED, 40, 200).by("Klarna"),
    Key::new("klarna_test_api_", Alphabet::ESCAPED, 40, 200).by("Klarna"),
    Key::new("secret-token:mercury_", Alphabet::NAME, 40, 120).by("Mercury"),
    Key::new("bxt_", Alphabet::PLAIN, 32, 48).by("Brex"),
    Key::new("ck_", Alphabet::HEX, 40, 40).by("WooCommerce"),
    Key::new("cs_", Alphabet::HEX, 40, 40).by("WooCommerce"),
    Key::new("asat_", Alphabet::HEX, 32, 32).by("AfterShip"),
];

fn key(probe: &Probe<'_>) -> Option<Found> {
    find(probe, &KEYS)
}

fn running(probe: &Probe<'_>) -> Option<Found> {
    begun(probe, &KEYS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::secret::tests::{conforms, everything};

    #[test]
    fn examples() {
        conforms(&ENTRY, everything);
    }
}

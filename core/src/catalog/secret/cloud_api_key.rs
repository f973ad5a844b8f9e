//! Key of a cloud, a host, a network, a database or a store of secrets.
//!
//! One row each: who gives it out, its prefix, the alphabet and the length of what follows. Where the issuer does not
//! say how long a key is, the row takes a range around those in use.
//!
//! # Check
//! The checksum of an `age` key (Bech32) decides; the others have none that is published.
use super::keys::{Alphabet, Key, Keys, beginnings, begun, cues, find};
use crate::catalog::prelude::*;
use crate::check::bech32;

pub(super) static ENTRY: Entry = Entry::new("CLOUD_API_KEY")
    .title("Key of a cloud, hosting or database service")
    .category(Category::Secret)
    .sensitivity(Sensitivity::Critical)
    .score(95)
    .context(&["token", "key", "secret", "api"])
    .anchors(&[(Anchor::Cue(&CUES), key), (Anchor::Begins(&BEGINNINGS), running)])
    .finds(&[
        concat!("dop", "_v1_", "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdee"),
        concat!("VAULT_TOKEN=<<", "hv", "s.", "CAESIEXAMPLE0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-abcdefghi>>"),
        concat!("export DATABRICKS_TOKEN=<<", "dap", "i0123456789abcdef0123456789abcdee>>"),
        concat!("tailscale up --authkey <<", "ts", "key-auth-", "kEXAMPLE1CNTRL-a1B2c3D4e5F6g7H8i9J0>>"),
        concat!("supabase login with <<", "sb", "p_0123456789abcdef0123456789abcdef01234567>>"),
        concat!("the oc token is <<", "sha", "256~EXAMPLE0123456789abcdefghijklmnopqrstuvwxyz>>."),
    ])
    .skips(&[
        (concat!("dop", "_v1_", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"), "a placeholder"),
        (concat!("dop", "_v1_", "0123456789abcdef"), "too short"),
        (concat!("VAULT_TOKEN=", "hv", "s.YOUR_VAULT_TOKEN"), "a placeholder"),
        ("dapifoo0123456789abcdef", "no such key"),
        ("the st. james hotel in v1.0-beta", "words"),
        (concat!("AGE-SECRET", "-KEY-1QQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQ"), "the checksum is wrong"),
    ])
    .sources(&[
        "Prefixes as the issuers' keys are known to look; not yet read again in each issuer's own documents",
        "C2SP, \"The age file encryption format\": identities are Bech32 with the prefix AGE-SECRET-KEY-",
    ]);

static CUES: [&str; Keys::count(ROWS, true)] = cues(ROWS);
static BEGINNINGS: [&str; Keys::count(ROWS, false)] = beginnings(ROWS);
pub(super) static KEYS: Keys = Keys::of(ROWS);

#[rustfmt::skip]
static ROWS: &[Key] = &[
    Key::new("dop_v1_", Alphabet::HEX, 64, 64).by("DigitalOcean"),
    Key::new("doo_v1_", Alphabet::HEX, 64, 64).by("DigitalOcean"),
    Key::new("dor_v1_", Alphabet::HEX, 64, 64).by("DigitalOcean"),
    Key::new("HRKU-", Alphabet::URL, 36, 80).cue("hrku").by("Heroku"),
    Key::new("fo1_", Alphabet::URL, 43, 43).by("Fly.io"),
    Key::new("fm2_", Alphabet::BASE64, 100, 2000).by("Fly.io"),
    Key::new("fm1r_", Alphabet::BASE64, 100, 2000).by("Fly.io"),
    Key::new("vcp_", Alphabet::PLAIN, 24, 64).by("Vercel"),
    Key::new("vci_", Alphabet::PLAIN, 24, 64).by("Vercel"),
    Key::new("vca_", Alphabet::PLAIN, 24, 64).by("Vercel"),
    Key::new("vcr_", Alphabet::PLAIN, 24, 64).by("Vercel"),
    Key::new("vck_", Alphabet::PLAIN, 24, 64).by("Vercel"),
    Key::new("nfp_", Alphabet::PLAIN, 36, 40).by("Netlify"),
    Key::new("nfo_", Alphabet::PLAIN, 36, 40).by("Netlify"),
    Key::new("nfc_", Alphabet::PLAIN, 36, 40).by("Netlify"),
    Key::new("v1.0-", Alphabet::UUID, 171, 171).by("Cloudflare"),
    Key::new("cfut_", Alphabet::PLAIN, 40, 64).by("Cloudflare"),
    Key::new("cfat_", Alphabet::PLAIN, 40, 64).by("Cloudflare"),
    Key::new("cfk_", Alphabet::PLAIN, 40, 64).by("Cloudflare"),
    Key::new("rnd_", Alphabet::PLAIN, 28, 40).by("Render"),
    Key::begins("SCW", Alphabet::PLAIN, 17, 17).check(capitals).by("Scaleway"),
    Key::begins("LTAI", Alphabet::PLAIN, 16, 26).check(random).by("Alibaba Cloud"),
    Key::begins("AKID", Alphabet::PLAIN, 32, 32).by("Tencent Cloud"),
    Key::begins("AQVN", Alphabet::URL, 35, 38).check(random).by("Yandex Cloud"),
    Key::new("t1.", Alphabet::JOINED, 100, 400).check(random).by("Yandex Cloud"),
    Key::new("y0_", Alphabet::URL, 54, 70).check(random).by("Yandex"),
    Key::begins("EXO", Alphabet::HEX, 24, 26).by("Exoscale"),
    Key::new("ucat_", Alphabet::PLAIN, 26, 40).by("UpCloud"),
    Key::new("pk1_", Alphabet::HEX, 64, 64).by("Porkbun"),
    Key::new("sk1_", Alphabet::HEX, 64, 64).by("Porkbun"),
    Key::new("tskey-auth-", Alphabet::DASHED, 20, 80).by("Tailscale"),
    Key::new("tskey-api-", Alphabet::DASHED, 20, 80).by("Tailscale"),
    Key::new("tskey-client-", Alphabet::DASHED, 20, 80).by("Tailscale"),
    Key::new("tskey-scim-", Alphabet::DASHED, 20, 80).by("Tailscale"),
    Key::new("tskey-webhook-", Alphabet::DASHED, 20, 80).by("Tailscale"),
    Key::new("nbp_", Alphabet::PLAIN, 36, 36).by("NetBird"),
    Key::new("hvs.", Alphabet::URL, 90, 200).by("HashiCorp Vault"),
    Key::new("hvb.", Alphabet::URL, 130, 400).by("HashiCorp Vault"),
    Key::new("hvr.", Alphabet::URL, 90, 400).by("HashiCorp Vault"),
    Key::new("dp.pt.", Alphabet::PLAIN, 40, 44).by("Doppler"),
    Key::new("dp.st.", Alphabet::DOTTED, 40, 80).check(random).by("Doppler"),
    Key::new("dp.ct.", Alphabet::PLAIN, 40, 44).by("Doppler"),
    Key::new("dp.sa.", Alphabet::PLAIN, 40, 44).by("Doppler"),
    Key::new("dp.scim.", Alphabet::PLAIN, 40, 44).by("Doppler"),
    Key::new("dp.audit.", Alphabet::PLAIN, 40, 44).by("Doppler"),
    Key::new("st.", Alphabet::DOTTED, 70, 180).check(random).by("Infisical"),
    Key::new("ops_eyJ", Alphabet::PADDED_URL, 250, 1200).by("1Password"),
    Key::new("pul-", Alphabet::HEX, 40, 40).by("Pulumi"),
    Key::begins("dapi", Alphabet::HEX, 32, 32).by("Databricks"),
    Key::begins("dose", Alphabet::HEX, 32, 32).by("Databricks"),
    Key::new("pscale_tkn_", Alphabet::DOTTED, 32, 64).by("PlanetScale"),
    Key::new("pscale_pw_", Alphabet::DOTTED, 32, 64).by("PlanetScale"),
    Key::new("pscale_oauth_", Alphabet::DOTTED, 32, 64).by("PlanetScale"),
    Key::new("sbp_", Alphabet::HEX, 40, 40).by("Supabase"),
    Key::new("sb_secret_", Alphabet::URL, 31, 48).by("Supabase"),
    Key::new("napi_", Alphabet::PLAIN, 64, 64).by("Neon"),
    Key::new("mdb_sa_sk_", Alphabet::URL, 40, 60).by("MongoDB Atlas"),
    Key::new("AVNS_", Alphabet::URL, 19, 19).cue("avns").by("Aiven"),
    Key::new("xau_", Alphabet::PLAIN, 32, 38).by("Xata"),
    Key::new("CCDB1_", Alphabet::NAME, 63, 63).cue("ccdb").by("Cockroach Labs"),
    Key::begins("fnAE", Alphabet::URL, 36, 36).check(random).by("Fauna"),
    Key::new("essu_", Alphabet::PADDED_URL, 40, 120).by("Elastic Cloud"),
    Key::new("pcsk_", Alphabet::NAME, 50, 80).by("Pinecone"),
    Key::new("akab-", Alphabet::DASHED, 33, 33).by("Akamai"),
    Key::begins("K00", Alphabet::BASE64, 28, 28).check(random).by("Backblaze"),
    Key::new("sha256~", Alphabet::URL, 35, 43).by("Red Hat OpenShift"),
    Key::new("AGE-SECRET-KEY-1", Alphabet::PLAIN, 58, 58).cue("age").check(age).by("age"),
    Key::new("secret-live-", Alphabet::PADDED_URL, 36, 64).check(random).by("Stytch"),
    Key::new("secret-test-", Alphabet::PADDED_URL, 36, 64).check(random).by("Stytch"),
    Key::begins("cflt", Alphabet::BASE64, 60, 60).check(random).by("Confluent"),
];

fn key(probe: &Probe<'_>) -> Option<Found> {
    find(probe, &KEYS)
}

fn running(probe: &Probe<'_>) -> Option<Found> {
    begun(probe, &KEYS)
}

/// Capitals and digits alone, both.
fn capitals(body: &[u8]) -> Option<Verdict> {
    let fits = body.iter().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    (fits && body.iter().any(u8::is_ascii_digit) && body.iter().any(u8::is_ascii_uppercase))
        .then_some(Verdict::Unknown)
}

/// The prefix is short or a word: what follows has small letters, capitals and digits.
pub(super) fn random(body: &[u8]) -> Option<Verdict> {
    let any = |class: fn(&u8) -> bool| body.iter().any(class);
    (any(u8::is_ascii_digit) && any(u8::is_ascii_lowercase) && any(u8::is_ascii_uppercase))
        .then_some(Verdict::Unknown)
}

/// The checksum holds over the prefix and what follows it.
fn age(body: &[u8]) -> Option<Verdict> {
    let mut whole = [0; 74];
    let (head, tail) = whole.split_at_mut(16);
    head.copy_from_slice(b"AGE-SECRET-KEY-1");
    if tail.len() != body.len() {
        return None;
    }
    tail.copy_from_slice(body);
    matches!(bech32::variant(&whole)?, (_, bech32::Variant::Bech32)).then_some(Verdict::Valid)
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

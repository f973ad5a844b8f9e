//! Token of a code host, a package registry, a build server, a monitor or another tool of developers.
//!
//! One row each: who gives it out, its prefix, the alphabet and the length of what follows. Where the issuer does not
//! say how long a token is, the row takes a range around those in use. GitHub's tokens are a type of their own.
//!
//! # Check
//! npm: the last six of 36 characters are the CRC-32 of the thirty before them, in base 62. GitLab's routable tokens end with
//! their length and a CRC-32 in base 36; where it holds the token is sure, the older form has none. Grafana: the last eight are
//! a CRC-32 in hexadecimal; where it holds the token is sure, where it does not nothing is said. The rest have none
//! that is published.
use super::cloud_api_key::random;
use super::keys::{Alphabet, Key, Keys, beginnings, begun, cues, find, is_mixed};
use crate::catalog::prelude::*;
use crate::check::crc32;

pub(super) static ENTRY: Entry = Entry::new("DEVELOPER_TOKEN")
    .title("Token of a developer's service")
    .category(Category::Secret)
    .sensitivity(Sensitivity::Critical)
    .score(90)
    .context(&["token", "key", "npm", "gitlab", "registry", "ci"])
    .anchors(&[
        (Anchor::Cue(&CUES), token),
        (Anchor::Begins(&BEGINNINGS), running),
        (Anchor::Cue(&["atlasv"]), terraform),
    ])
    .finds(&[
        concat!("PRIVATE-TOKEN: <<", "gl", "pat-", "EXAMPLE_a1B2c3D4e5F6>>"),
        concat!("<<", "np", "m_", "0000EXAMPLE0000EXAMPLE00000000", "0s5lYl>> for the registry"),
        concat!("TWINE_PASSWORD=<<", "py", "pi-", "AgEIcHlwaS5vcmc", "CJGEXAMPLE0123456789abcdefghijklmnopqrstuvwxyzABCDEFGH>>"),
        concat!("cargo login <<", "ci", "oEXAMPLE0123456789abcdefghijklmno>>"),
        concat!("docker login -p <<", "dckr", "_pat_", "EXAMPLE0123456789-abcdefghi>>"),
        concat!("credentials \"app.terraform.io\" { token = \"<<", "EXAMPLEa1B2c3D.atlas", "v1.EXAMPLE0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTU>>\" }"),
        concat!("NEW_RELIC_KEY <<", "NR", "AK-", "EXAMPLE0123456789ABCDEFGHIJ>>"),
    ])
    .skips(&[
        (concat!("gl", "pat-", "xxxxxxxxxxxxxxxxxxxx"), "a placeholder"),
        (concat!("gl", "pat-", "your-token-goes-here"), "a placeholder"),
        (concat!("np", "m_", "0000EXAMPLE0000EXAMPLE00000000", "0s5lYm"), "the last six are not the CRC of the rest"),
        ("npm_config_registry and npm_package_version", "names of settings"),
        ("pypi-server 2.0 and api-gateway", "names of programs"),
        ("terraform.atlasv1.example", "no token"),
        ("sk.eyJ and pk.eyJ are prefixes", "prefixes alone"),
    ])
    .sources(&[
        "Prefixes as the issuers' keys are known to look; not yet read again in each issuer's own documents",
        "GitHub, \"Behind GitHub's new authentication token formats\", 2021: npm takes the same checksum",
        "GitLab Docs, \"Token overview\": prefixes; the form of routable tokens as its tokens are known to look",
        "PyPI, \"API tokens\"",
    ]);

static CUES: [&str; Keys::count(ROWS, true)] = cues(ROWS);
static BEGINNINGS: [&str; Keys::count(ROWS, false)] = beginnings(ROWS);
pub(super) static KEYS: Keys = Keys::of(ROWS);

#[rustfmt::skip]
static ROWS: &[Key] = &[
    Key::new("glpat-", Alphabet::DOTTED, 37, 310).check(routable).by("GitLab"),
    Key::new("glpat-", Alphabet::DOTTED, 20, 300).by("GitLab"),
    Key::new("gldt-", Alphabet::DOTTED, 20, 300).by("GitLab"),
    Key::new("glrt-", Alphabet::DOTTED, 20, 300).by("GitLab"),
    Key::new("glrtr-", Alphabet::DOTTED, 20, 300).by("GitLab"),
    Key::new("glcbt-", Alphabet::DOTTED, 20, 300).by("GitLab"),
    Key::new("glptt-", Alphabet::DOTTED, 20, 300).by("GitLab"),
    Key::new("glft-", Alphabet::DOTTED, 20, 300).by("GitLab"),
    Key::new("glimt-", Alphabet::DOTTED, 20, 300).by("GitLab"),
    Key::new("glagent-", Alphabet::DOTTED, 40, 300).by("GitLab"),
    Key::new("gloas-", Alphabet::DOTTED, 40, 300).by("GitLab"),
    Key::new("glsoat-", Alphabet::DOTTED, 20, 300).by("GitLab"),
    Key::new("glffct-", Alphabet::DOTTED, 20, 300).by("GitLab"),
    Key::begins("ATBB", Alphabet::PLAIN, 32, 32).by("Bitbucket"),
    Key::new("ATCTT3", Alphabet::PADDED_URL, 60, 400).cue("atctt").by("Bitbucket"),
    Key::new("npm_", Alphabet::PLAIN, 36, 36).check(npm).by("npm"),
    Key::new("pypi-AgEIcHlwaS5vcmc", Alphabet::URL, 50, 1000).by("PyPI"),
    Key::new("pypi-AgENdGVzdC5weXBpLm9yZw", Alphabet::URL, 50, 1000).by("TestPyPI"),
    Key::new("rubygems_", Alphabet::HEX, 48, 48).by("RubyGems"),
    Key::begins("cio", Alphabet::PLAIN, 32, 32).check(random).by("crates.io"),
    Key::begins("oy2", Alphabet::PLAIN, 43, 43).check(small).by("NuGet"),
    Key::new("dckr_pat_", Alphabet::URL, 27, 36).by("Docker Hub"),
    Key::new("dckr_oat_", Alphabet::URL, 27, 48).by("Docker Hub"),
    Key::begins("AKCp", Alphabet::PLAIN, 60, 72).by("JFrog"),
    Key::begins("cmVmdGtuOj", Alphabet::BASE64, 50, 80).by("JFrog"),
    Key::new("CLOJARS_", Alphabet::HEX, 60, 60).cue("clojars").by("Clojars"),
    Key::new("packagist_", Alphabet::NAME, 60, 90).by("Packagist"),
    Key::new("CCIPAT_", Alphabet::NAME, 50, 80).cue("ccipat").by("CircleCI"),
    Key::new("CCIPRJ_", Alphabet::NAME, 50, 80).cue("cciprj").by("CircleCI"),
    Key::new("bkua_", Alphabet::HEX, 40, 40).by("Buildkite"),
    Key::new("pat.", Alphabet::DOTTED, 60, 72).check(random).by("Harness"),
    Key::new("API-", Alphabet::PLAIN, 25, 32).cue("api").check(shouted).by("Octopus Deploy"),
    Key::new("sntrys_eyJ", Alphabet::JOINED, 80, 400).by("Sentry"),
    Key::new("sntryu_", Alphabet::HEX, 64, 64).by("Sentry"),
    Key::new("squ_", Alphabet::HEX, 40, 40).by("SonarQube"),
    Key::new("sqp_", Alphabet::HEX, 40, 40).by("SonarQube"),
    Key::new("sqa_", Alphabet::HEX, 40, 40).by("SonarQube"),
    Key::new("PMAK-", Alphabet::UUID, 59, 59).cue("pmak").by("Postman"),
    Key::new("PMAT-", Alphabet::PLAIN, 26, 26).cue("pmat").by("Postman"),
    Key::new("figd_", Alphabet::URL, 40, 48).by("Figma"),
    Key::new("lin_api_", Alphabet::PLAIN, 40, 48).by("Linear"),
    Key::new("lin_oauth_", Alphabet::HEX, 64, 64).by("Linear"),
    Key::new("lin_wh_", Alphabet::PLAIN, 20, 48).by("Linear"),
    Key::new("ntn_", Alphabet::PLAIN, 43, 50).by("Notion"),
    Key::new("secret_", Alphabet::PLAIN, 43, 43).check(random).by("Notion"),
    Key::begins("pat", Alphabet::DOTTED, 79, 79).check(airtable).by("Airtable"),
    Key::new("pk_", Alphabet::NAME, 38, 50).check(clickup).by("ClickUp"),
    Key::begins("ATTA", Alphabet::HEX, 72, 72).by("Trello"),
    Key::new("glsa_", Alphabet::NAME, 41, 41).check(grafana).by("Grafana"),
    Key::new("glc_", Alphabet::BASE64, 40, 400).check(random).by("Grafana Cloud"),
    Key::new("NRAK-", Alphabet::PLAIN, 27, 27).cue("nrak").by("New Relic"),
    Key::new("NRII-", Alphabet::URL, 32, 32).cue("nrii").by("New Relic"),
    Key::new("NRIQ-", Alphabet::URL, 32, 32).cue("nriq").by("New Relic"),
    Key::new("hcaik_", Alphabet::PLAIN, 58, 64).by("Honeycomb"),
    Key::new("hcxik_", Alphabet::PLAIN, 58, 64).by("Honeycomb"),
    Key::new("dt0c01.", Alphabet::DOTTED, 89, 89).by("Dynatrace"),
    Key::new("dt0s01.", Alphabet::DOTTED, 89, 89).by("Dynatrace"),
    Key::new("dt0s02.", Alphabet::DOTTED, 60, 96).by("Dynatrace"),
    Key::new("sdk-", Alphabet::UUID, 36, 36).check(uuid).by("LaunchDarkly"),
    Key::new("api-", Alphabet::UUID, 36, 36).check(uuid).by("LaunchDarkly"),
    Key::new("secret-", Alphabet::PLAIN, 40, 50).check(random).by("Statsig"),
    Key::new("CFPAT-", Alphabet::URL, 43, 48).cue("cfpat").by("Contentful"),
    Key::new("rdme_", Alphabet::PLAIN, 70, 70).by("ReadMe"),
    Key::new("pnu_", Alphabet::PLAIN, 36, 36).by("Prefect"),
    Key::new("pnb_", Alphabet::PLAIN, 36, 36).by("Prefect"),
    Key::new("dbtc_", Alphabet::PADDED_URL, 36, 64).by("dbt"),
    Key::new("dbtu_", Alphabet::PADDED_URL, 36, 64).by("dbt"),
    Key::new("sk.eyJ", Alphabet::DOTTED, 60, 300).by("Mapbox"),
    Key::new("snyk_uat.", Alphabet::DOTTED, 60, 300).by("Snyk"),
    Key::new("snyk_sat.", Alphabet::DOTTED, 60, 300).by("Snyk"),
    Key::new("apify_api_", Alphabet::PLAIN, 36, 40).by("Apify"),
    Key::new("vtwn_", Alphabet::PLAIN, 24, 40).by("Val Town"),
    Key::new("ddp_", Alphabet::PLAIN, 36, 40).by("Deno Deploy"),
    Key::new("ak-", Alphabet::PLAIN, 22, 22).check(random).by("Modal"),
    Key::new("as-", Alphabet::PLAIN, 22, 22).check(random).by("Modal"),
    Key::new("wandb_v1_", Alphabet::NAME, 60, 100).by("Weights & Biases"),
    Key::new("phx_", Alphabet::PLAIN, 40, 52).by("PostHog"),
    Key::new("phs_", Alphabet::PLAIN, 40, 52).by("PostHog"),
    Key::new("sgp_", Alphabet::PLAIN, 64, 64).by("Segment"),
    Key::new("sgp_", Alphabet::NAME, 40, 63).by("Sourcegraph"),
    Key::new("aio_", Alphabet::PLAIN, 28, 28).by("Adafruit IO"),
    Key::new("KGAT_", Alphabet::HEX, 32, 32).cue("kgat").by("Kaggle"),
    Key::new("tr_prod_", Alphabet::PLAIN, 20, 24).by("Trigger.dev"),
    Key::new("tr_dev_", Alphabet::PLAIN, 20, 24).by("Trigger.dev"),
    Key::new("signkey-prod-", Alphabet::HEX, 64, 64).by("Inngest"),
    Key::new("signkey-test-", Alphabet::HEX, 64, 64).by("Inngest"),
    Key::new("cu_", Alphabet::HEX, 32, 32).by("Checkly"),
    Key::new("xaat-", Alphabet::UUID, 36, 36).by("Axiom"),
    Key::new("xapt-", Alphabet::UUID, 36, 36).by("Axiom"),
    Key::new("pylf_v1_", Alphabet::NAME, 43, 60).by("Pydantic Logfire"),
    Key::new("p.eyJ", Alphabet::DOTTED, 60, 400).check(random).by("Tinybird"),
    Key::new("unkey_", Alphabet::NAME, 20, 40).check(random).by("Unkey"),
];

fn token(probe: &Probe<'_>) -> Option<Found> {
    find(probe, &KEYS)
}

fn running(probe: &Probe<'_>) -> Option<Found> {
    begun(probe, &KEYS)
}

/// Fourteen characters before `.atlasv1.`, sixty or more behind.
fn terraform(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let (start, body) = (probe.at.checked_sub(15)?, probe.end + 2);
    let id = v.slice(start, probe.at).strip_suffix(b".")?;
    let rest = v.slice(body, body + 100).iter().take_while(|&&b| Alphabet::URL.holds(b)).count();
    let fits = v.slice(probe.end, body) == b"1." && id.len() == 14 && id.iter().all(u8::is_ascii_alphanumeric);
    let edges = !v.before(start).is_ascii_alphanumeric();
    (fits && edges && (58..=80).contains(&rest) && is_mixed(v.slice(body, body + rest)))
        .then(|| Found::new(start, body + rest).cued())
}

fn npm(body: &[u8]) -> Option<Verdict> {
    let (random, digits) = body.split_at_checked(30)?;
    Some(Verdict::from_check(crc32::is_base62(random, digits)))
}

/// 32 characters, `_`, and the CRC-32 of all before in hexadecimal.
/// GitLab's routable form: a payload, a dot, its length in base 36 (two digits), and the CRC-32 of all before it, prefix
/// included, in base 36 (seven digits). Where the sum does not hold the next row is asked.
fn routable(body: &[u8]) -> Option<Verdict> {
    let (counted, sum) = body.split_at_checked(body.len().checked_sub(7)?)?;
    let (payload, length) = counted.split_at_checked(counted.len().checked_sub(3)?)?;
    let base36 = |digits: &[u8]| u32::from_str_radix(core::str::from_utf8(digits).ok()?, 36).ok();
    let told = base36(length.strip_prefix(b".")?)?;
    let whole = [&b"glpat-"[..], counted].concat();
    (told as usize == payload.len() && base36(sum)? == crc32::of(&whole)).then_some(Verdict::Valid)
}

fn grafana(body: &[u8]) -> Option<Verdict> {
    let (secret, sum) = body.split_at_checked(32)?;
    let sum = core::str::from_utf8(sum.strip_prefix(b"_")?).ok()?;
    let sum = u32::from_str_radix(sum, 16).ok()?;
    let mut whole = [0; 37];
    let (head, tail) = whole.split_at_mut(5);
    head.copy_from_slice(b"glsa_");
    tail.copy_from_slice(secret);
    Some(if crc32::of(&whole) == sum { Verdict::Valid } else { Verdict::Unknown })
}

fn small(body: &[u8]) -> Option<Verdict> {
    (!body.iter().any(u8::is_ascii_uppercase)).then_some(Verdict::Unknown)
}

fn shouted(body: &[u8]) -> Option<Verdict> {
    (!body.iter().any(u8::is_ascii_lowercase)).then_some(Verdict::Unknown)
}

fn uuid(body: &[u8]) -> Option<Verdict> {
    body.split(|&b| b == b'-').map(<[u8]>::len).eq([8, 4, 4, 4, 12]).then_some(Verdict::Unknown)
}

/// Fourteen characters, a dot, 64 of hexadecimal.
fn airtable(body: &[u8]) -> Option<Verdict> {
    let (id, secret) = body.split_at_checked(14)?;
    let hex = secret.strip_prefix(b".")?.iter().all(u8::is_ascii_hexdigit);
    (hex && id.iter().all(u8::is_ascii_alphanumeric)).then_some(Verdict::Unknown)
}

/// The user's number, `_`, 32 capitals and digits.
fn clickup(body: &[u8]) -> Option<Verdict> {
    let (number, secret) = body.split_at_checked(body.iter().position(|&b| b == b'_')?)?;
    let secret = secret.get(1..)?;
    let fits = secret.len() == 32 && secret.iter().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    (fits && number.iter().all(u8::is_ascii_digit)).then_some(Verdict::Unknown)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::secret::tests::{conforms, everything};

    #[test]
    fn a_routable_token_of_gitlab_is_proven_by_its_sum() {
        let text = concat!("gl", "pat-", "EXAMPLE0a1B2c3D4e5F6g7H8i9J0k1L2m3N", ".0z02avo81");
        assert_eq!(everything(&ENTRY, text)[0].verdict, Verdict::Valid);
        let text = concat!("gl", "pat-", "EXAMPLE0a1B2c3D4e5F6g7H8i9J0k1L2m3N", ".0z02avo82");
        assert_eq!(everything(&ENTRY, text)[0].verdict, Verdict::Unknown);
    }

    #[test]
    fn examples() {
        conforms(&ENTRY, everything);
    }

    #[test]
    fn the_sum_of_grafana_makes_sure() {
        let secret = "EXAMPLE0123456789abcdefghijklmno";
        let sum = crc32::of(concat!("gl", "sa_", "EXAMPLE0123456789abcdefghijklmno").as_bytes());
        assert_eq!(grafana(format!("{secret}_{sum:08x}").as_bytes()), Some(Verdict::Valid));
        assert_eq!(grafana(format!("{secret}_{:08x}", sum ^ 1).as_bytes()), Some(Verdict::Unknown));
        assert_eq!(grafana(secret.as_bytes()), None);
    }
}

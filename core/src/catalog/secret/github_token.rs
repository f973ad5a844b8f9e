//! GitHub access token: personal, OAuth, app, installation, refresh, and fine-grained personal ones.
//!
//! `ghp_`, `gho_`, `ghu_`, `ghs_` or `ghr_` and 36 letters and digits; newer refresh and installation tokens are longer.
//! Fine-grained ones are `github_pat_`, 22 characters, `_`, 59 characters.
//!
//! # Check
//! The last six of the 36 characters are the CRC-32 of the thirty before them, in base 62 (`0–9A–Za–z`, zeros in
//! front). A token with another ending is nobody's, and is kept only as a claim, where words before it call it a token.
//! The issuer publishes no such rule for the longer ones; they have none here.
use super::keys::{Alphabet, Key, Keys, cues, find};
use crate::catalog::entry::UNBROKEN;
use crate::catalog::prelude::*;
use crate::check::crc32;

pub(super) static ENTRY: Entry = Entry::new("GITHUB_TOKEN")
    .title("GitHub access token")
    .category(Category::Secret)
    .sensitivity(Sensitivity::Critical)
    .score(80)
    .context(&["github", "token"])
    .anchors(&[(Anchor::Cue(&CUES), token)])
    .finds(&[
        concat!("gh", "p_", "0000EXAMPLE0000EXAMPLE00000000", "0s5lYl"),
        concat!("export GH_TOKEN=<<", "gh", "o_", "Zm9vYmFyEXAMPLEbWFkZQ00000test", "0iS2M1>>"),
        concat!("x-access-token:<<", "gh", "s_", "1dEXAMPLE2of3an4app5token60000", "1dz0hc>>"),
        concat!(
            "<<",
            "github_",
            "pat_",
            "11EXAMPLEA0b1C2d3E4f5G",
            "_",
            "h6I7j8K9l0M1n2O3p4Q5r6S7t8U9v0",
            "W1x2Y3z4A5b6C7d8E9f0G1h2I3j4k>> expired"
        ),
    ])
    .skips(&[
        (
            concat!("gh", "p_", "0000EXAMPLE0000EXAMPLE00000000", "0s5lYm"),
            "the last six are not the CRC of the rest",
        ),
        (concat!("gh", "p_", "0000EXAMPLE0000EXAMPLE00000000", "0s5lY"), "35 characters"),
        (concat!("gh", "p_", "0000EXAMPLE0000EXAMPLE00000000", "0s5lYl1"), "37 characters"),
        (concat!("gh", "p_", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"), "a placeholder"),
        (concat!("github_", "pat_", "YOUR_TOKEN_HERE"), "a placeholder"),
        ("github_actions_workflow_run_2026_11", "a name"),
    ])
    .sources(&[
        "GitHub, \"Behind GitHub's new authentication token formats\", 2021",
        "GitHub Docs, \"About authentication to GitHub\": prefixes of tokens",
        "ISO 3309 (CRC-32)",
    ]);

static CUES: [&str; ROWS.len()] = cues(ROWS);

pub(super) static KEYS: Keys = Keys::of(ROWS);

static ROWS: &[Key] = &[
    Key::new("ghp_", Alphabet::PLAIN, 36, 36).check(checksum).by("GitHub"),
    Key::new("gho_", Alphabet::PLAIN, 36, 36).check(checksum).by("GitHub"),
    Key::new("ghu_", Alphabet::PLAIN, 36, 36).check(checksum).by("GitHub"),
    Key::new("ghs_", Alphabet::PLAIN, 36, 36).check(checksum).by("GitHub"),
    Key::new("ghr_", Alphabet::PLAIN, 36, 36).check(checksum).by("GitHub"),
    Key::new("ghr_", Alphabet::PLAIN, 76, 76).by("GitHub"),
    Key::new("ghs_", Alphabet::DOTTED, 80, UNBROKEN).by("GitHub"),
    Key::new("github_pat_", Alphabet::NAME, 82, 82).check(two_parts).by("GitHub"),
];

fn token(probe: &Probe<'_>) -> Option<Found> {
    find(probe, &KEYS)
}

fn checksum(body: &[u8]) -> Option<Verdict> {
    let (random, digits) = body.split_at_checked(30)?;
    Some(Verdict::from_check(crc32::is_base62(random, digits)))
}

fn two_parts(body: &[u8]) -> Option<Verdict> {
    (body.iter().position(|&b| b == b'_') == Some(22) && body.iter().filter(|&&b| b == b'_').count() == 1)
        .then_some(Verdict::Unknown)
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
    fn the_checksum_decides() {
        let text = concat!("gh", "p_", "zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ", "0mLq17");
        assert_eq!(cues(&ENTRY, text)[0].verdict, Verdict::Valid);
        let text = concat!("gh", "p_", "zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ", "0mLq18");
        let found = cues(&ENTRY, text)[0];
        assert!(found.verdict == Verdict::Invalid && !found.cued);
        let findings = crate::analyze(&format!("my github token is {text}")).unwrap();
        assert!(findings.len() == 1 && findings[0].evidence().claimed());
        assert!(crate::analyze(text).unwrap().is_empty(), "nobody calls it a token");
    }

    #[test]
    fn in_a_url_it_is_no_mail_address() {
        let text = concat!(
            "git clone https://",
            "gh",
            "s_",
            "1dEXAMPLE2of3an4app5token60000",
            "1dz0hc@github.com/acme/shop"
        );
        let found = crate::analyze(text).unwrap();
        let names: Vec<&str> = found.iter().map(|f| f.entity_type().name()).collect();
        assert_eq!(names, ["URL", "GITHUB_TOKEN"]);
    }
}

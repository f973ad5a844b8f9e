//! Key of a service of language models: OpenAI, Anthropic and others.
//!
//! One row each: the prefix its issuer gives, the alphabet and the length of what follows. Where the issuer does not
//! say how long a key is, the row takes a range around those in use. `sk-` alone is used by several (OpenAI's older
//! keys, DeepSeek, Moonshot); there 32 letters and digits or more must follow in one piece.
use super::keys::{Alphabet, Key, Keys, cues, find};
use crate::catalog::prelude::*;

pub(super) static ENTRY: Entry = Entry::new("LLM_API_KEY")
    .title("API key of a language model service")
    .category(Category::Secret)
    .sensitivity(Sensitivity::Critical)
    .score(95)
    .anchors(&[(Anchor::Cue(&CUES), key)])
    .finds(&[
        concat!("sk-", "EXAMPLE0123456789abcdT3BlbkFJEXAMPLE0123456789ab"),
        concat!("OPENAI_API_KEY=<<", "sk-", "proj-", "EXAMPLE_0123456789-abcdefghijklmnopqrstuvwxyzABCDEFG_hIjK>>"),
        concat!(
            "x-api-key: <<", "sk-", "ant-", "api03-",
            "EXAMPLE0123456789-abcdefghijklmnopqrstuvwxyz_0123456789-abcdefghijklmnopqrstuvwxyz_012345-abcdAA>>"
        ),
        concat!("login(\"<<", "hf", "_EXAMPLEabcdefghijklmnopqrstuvwxXYZ>>\")"),
        concat!("<<", "gs", "k_", "EXAMPLE0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHI>> is for Groq"),
        concat!("OpenRouter: <<", "sk-", "or-", "v1-", "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdee>>"),
    ])
    .skips(&[
        (concat!("sk-", "your-api-key-goes-in-here-instead-of-this"), "a placeholder"),
        (concat!("sk-", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"), "a placeholder"),
        (concat!("OPENAI_API_KEY=", "sk-", "..."), "the key is left out"),
        ("class=\"sk-fading-circle sk-circle12\"", "a style sheet's names"),
        ("the locale sk-SK and model SK-2400-EXAMPLE", "a locale and a model"),
        ("commit hf_transfer_2026_11_23", "a name"),
    ])
    .sources(&[
        "OpenAI, API reference: authentication, project and service account keys",
        "Anthropic, API documentation: authentication",
        "Hugging Face, \"User access tokens\"",
        "Documentation of Groq, OpenRouter, Perplexity, xAI, NVIDIA NIM, Cerebras, Fireworks, Together, Voyage AI, ElevenLabs, LangSmith, Langfuse",
    ]);

static CUES: [&str; ROWS.len()] = cues(ROWS);

pub(super) static KEYS: Keys = Keys::of(ROWS);

#[rustfmt::skip]
static ROWS: &[Key] = &[
    Key::new("sk-ant-", Alphabet::URL, 60, 256).check(generation).by("Anthropic"),
    Key::new("sk-proj-", Alphabet::URL, 40, 256).by("OpenAI"),
    Key::new("sk-svcacct-", Alphabet::URL, 40, 256).by("OpenAI"),
    Key::new("sk-admin-", Alphabet::URL, 40, 256).by("OpenAI"),
    Key::new("sk-or-v1-", Alphabet::HEX, 64, 64).by("OpenRouter"),
    Key::new("sk-lf-", Alphabet::UUID, 36, 36).by("Langfuse"),
    Key::new("sk-", Alphabet::PLAIN, 32, 128).by("DeepSeek"),
    Key::new("hf_", Alphabet::PLAIN, 34, 34).by("Hugging Face"),
    Key::new("gsk_", Alphabet::PLAIN, 52, 52).by("Groq"),
    Key::new("pplx-", Alphabet::PLAIN, 48, 56).by("Perplexity"),
    Key::new("xai-", Alphabet::PLAIN, 80, 80).by("xAI"),
    Key::new("nvapi-", Alphabet::URL, 60, 72).by("NVIDIA NIM"),
    Key::new("csk-", Alphabet::PLAIN, 48, 48).by("Cerebras"),
    Key::new("fw_", Alphabet::PLAIN, 22, 24).by("Fireworks"),
    Key::new("tgp_v1_", Alphabet::URL, 43, 43).by("Together"),
    Key::new("pa-", Alphabet::URL, 43, 43).check(voyage).by("Voyage AI"),
    Key::new("sk_", Alphabet::HEX, 48, 48).by("ElevenLabs"),
    Key::new("lsv2_pt_", Alphabet::NAME, 43, 43).by("LangSmith"),
    Key::new("lsv2_sk_", Alphabet::NAME, 43, 43).by("LangSmith"),
    Key::new("sk_car_", Alphabet::PLAIN, 20, 40).by("Cartesia"),
    Key::new("api_org_", Alphabet::PLAIN, 34, 34).by("Hugging Face"),
    Key::new("r8_", Alphabet::PLAIN, 37, 37).by("Replicate"),
    Key::new("esecret_", Alphabet::PLAIN, 24, 48).by("Anyscale"),
    Key::new("jina_", Alphabet::NAME, 60, 60).by("Jina AI"),
    Key::new("tvly-", Alphabet::DASHED, 32, 64).check(voyage).by("Tavily"),
    Key::new("fc-", Alphabet::HEX, 32, 32).by("Firecrawl"),
    Key::new("rpa_", Alphabet::PLAIN, 40, 52).by("RunPod"),
    Key::new("llx-", Alphabet::PLAIN, 48, 56).by("LlamaIndex"),
    Key::new("e2b_", Alphabet::HEX, 40, 40).by("E2B"),
    Key::new("bb_live_", Alphabet::URL, 24, 48).by("Browserbase"),
    Key::new("m0-", Alphabet::PLAIN, 36, 44).by("Mem0"),
    Key::new("pat_", Alphabet::PLAIN, 60, 68).by("Coze"),
];

fn key(probe: &Probe<'_>) -> Option<Found> {
    find(probe, &KEYS)
}

/// `api03-`, `admin01-`, `oat01-`: what an Anthropic key is for and of which generation.
fn generation(body: &[u8]) -> Option<Verdict> {
    let kind = body.get(..body.iter().position(|&b| b == b'-')?)?;
    let (word, number) = kind.split_at_checked(kind.len().checked_sub(2)?)?;
    let fits =
        word.len() >= 3 && word.iter().all(u8::is_ascii_lowercase) && number.iter().all(u8::is_ascii_digit);
    fits.then_some(Verdict::Unknown)
}

/// The prefix is short: a key has letters of both cases and digits, and few signs.
fn voyage(body: &[u8]) -> Option<Verdict> {
    let any = |class: fn(&u8) -> bool| body.iter().any(class);
    let random = any(u8::is_ascii_digit) && any(u8::is_ascii_lowercase) && any(u8::is_ascii_uppercase);
    (random && body.iter().filter(|b| !b.is_ascii_alphanumeric()).count() <= 6).then_some(Verdict::Unknown)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::secret::tests::{conforms, cues, finds, skips};

    #[test]
    fn examples() {
        conforms(&ENTRY, cues);
    }

    #[test]
    fn the_rows() {
        for text in [
            concat!("sk-", "svcacct-", "EXAMPLE_0123456789-abcdefghijklmnopqrstuvwxyz"),
            concat!(
                "sk-",
                "ant-",
                "oat01-",
                "EXAMPLE0123456789-abcdefghijklmnopqrstuvwxyz_0123456789-abcdefghijklmn"
            ),
            concat!("sk-", "0123456789abcdef0123456789abcdee"),
            concat!("pp", "lx-", "EXAMPLE0123456789abcdefghijklmnopqrstuvwxyzABCDE"),
            concat!("pa", "-EXAMPLE0123456789abcdefghijklmnopqrstuv-wxy"),
            concat!("ls", "v2_pt_", "0123456789abcdef0123456789abcdef_0123456789"),
            concat!("sk", "_0123456789abcdef0123456789abcdef0123456789abcdee"),
        ] {
            finds(&ENTRY, cues, text);
        }
        for text in
            ["Pittsburgh, PA-15213", "pa-rt-of-a-very-long-hyphenated-compound-worded", "sk-1234567890"]
        {
            skips(&ENTRY, cues, text, "no key");
        }
    }
}

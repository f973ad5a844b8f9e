//! Nothing goes in; a policy with recognizers of a user's own comes out: what an engine with them is measured with.
use wimple::{Error, Policy, Recognizer};

/// Two hundred code names of one to three words come of these; some begin with words that every message has.
const FIRST: [&str; 20] = [
    "Amber", "Blue", "Crimson", "Delta", "Order", "Falcon", "Granite", "Harbour", "Invoice", "Jade", "Köln",
    "Lunar", "Müritz", "Northern", "Delivery", "Project", "Quartz", "Return", "Silver", "Ticket",
];
const SECOND: [&str; 10] =
    ["Anvil", "Beacon", "Cascade", "Desk", "Élan", "Falcon", "Gateway", "Horizon X2", "Pilot", "Zephyr"];

/// Twenty patterns as hosts write them: with and without literals, some that begin like the words and numbers of every
/// message. On clean messages none matches: what is measured is the looking, not what findings cost.
const PATTERNS: [&str; 20] = [
    r"CT-\d{6}",
    r"(?i)contract no\.? ?(?<value>\d{4,8})",
    r"\bEMP\d{5}\b",
    r"[A-Z]{3}-\d{5}-[A-Z]{2}",
    r"(?i)policy[- ]number:? [A-Z]{2}\d{7}",
    r"PRJ/\d{4}/\d{3}",
    r"#\d{4}-\d{4}",
    r"\d{3}\.\d{3}\.\d{3}-[A-Z]",
    r"[A-F]\d{2}[A-F]\d{6}",
    r"(?:acct|account) ending \d{4}",
    r"(?i)\b(?:vip|gold|platinum)-\w{6,10}\b",
    r"\b\d{2}[A-Z]{5}\d{4}[A-Z]\b",
    r"usr_[0-9a-z]{12}",
    r"[a-z]{2,10}-[a-z]{2,10}-\d{4}",
    r"(?i)seat \d{1,2}[A-K]\b",
    r"\bMRN ?\d{7}\b",
    r"§ ?\d+ [A-Z]\w+",
    r"KD\d{3} \d{3} \d{3}",
    r"\b[A-Z]\d[A-Z]-\d[A-Z]\d\b",
    r"case:\w{4}-\w{4}",
];

/// The label policy with 200 terms and 20 patterns, and context words for both.
///
/// # Errors
/// None: every pattern is sound.
pub fn own() -> Result<Policy, Error> {
    let terms = FIRST.iter().flat_map(|first| SECOND.iter().map(move |second| format!("{first} {second}")));
    let words = Recognizer::words("CODENAME", terms)?.context(["project", "launch"]);
    let patterns = Recognizer::regexes("CONTRACT_NO", PATTERNS)?.context(["contract", "member"]);
    Ok(Policy::new().recognizer(words).recognizer(patterns))
}

#[cfg(test)]
mod tests {
    use wimple::Engine;

    #[test]
    fn the_recognizers_work() {
        let engine = Engine::builder().policy(super::own().unwrap()).build().unwrap();
        let text =
            "launch of blue falcons: CT-004711, seat 17C, § 12 BGB, contract no. 20177, usr_0123456789ab";
        let out = engine.redact(text).unwrap();
        assert_eq!(
            out.text(),
            "launch of [CODENAME]: [CONTRACT_NO], [CONTRACT_NO], [CONTRACT_NO], contract no. [CONTRACT_NO], [CONTRACT_NO]"
        );
    }
}

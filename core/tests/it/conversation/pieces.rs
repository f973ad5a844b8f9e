//! Values over several messages: split anywhere, with other messages between, and by two people.
use wimple::{Engine, Operator, Policy, Session, Speaker, Turn, entity};

use super::agent;

/// Published test values of four types.
const VALUES: [&str; 14] = [
    "4111 1111 1111 1111",
    "4242424242424242",
    "5555-5555-5555-4444",
    "378282246310005",
    "3782 822463 10005",
    "6011111111111117",
    "4012888888881881",
    "GB82 WEST 1234 5698 7654 32",
    "DE89 3704 0044 0532 0130 00",
    "FR1420041010050500013M02606",
    "NL91ABNA0417164300",
    "+1 650 253 0000",
    "+44 20 7946 0958",
    "+49 30 901820",
];

const BETWEEN: [&str; 6] = ["sorry", "one sec", "hold on, the cat", "ok", "let me turn it over", "hmm"];

/// What the host shows in the end: each turn as it was given, or as it was revised.
struct Chat {
    session: Session,
    shown: Vec<String>,
}

impl Chat {
    fn new(engine: &Engine) -> Self {
        Chat { session: engine.session(), shown: Vec::new() }
    }

    fn say(&mut self, speaker: Speaker, text: &str) {
        let id = self.shown.len().to_string();
        let out = self.session.redact(Turn::new(text).speaker(speaker).id(&id)).expect("a short text");
        for revision in out.revisions() {
            let turn: usize = revision.turn().parse().expect("an id of ours");
            self.shown[turn] = revision.redacted().text().to_owned();
        }
        self.shown.push(out.into_text());
    }

    fn digits_shown(&self) -> usize {
        self.shown.iter().flat_map(|text| text.bytes()).filter(u8::is_ascii_digit).count()
    }
}

/// The value in pieces at these places.
fn split<'v>(value: &'v str, places: &[usize]) -> Vec<&'v str> {
    let ends = places.iter().copied().chain([value.len()]);
    let mut start = 0;
    ends.map(|end| value[core::mem::replace(&mut start, end)..end].trim())
        .filter(|piece| !piece.is_empty())
        .collect()
}

/// Every place to split in two, and as many in three and four.
fn splits(value: &str) -> Vec<Vec<usize>> {
    let mut all: Vec<Vec<usize>> = (1..value.len()).map(|at| vec![at]).collect();
    for n in 1..value.len() - 3 {
        let step = (value.len() - n) / 3;
        all.push(vec![n, n + 1 + step]);
        all.push(vec![n, n + step.max(1), n + 2 * step.max(1)]);
    }
    all.retain(|places| places.iter().all(|at| *at < value.len()) && places.windows(2).all(|w| w[0] < w[1]));
    all
}

/// A thousand numbers that pass their check, made one after another: cards of four networks, accounts of six countries,
/// telephone numbers of three.
fn made() -> Vec<String> {
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut digits = move |count: usize| -> String {
        let mut next = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            char::from_digit((state >> 33) as u32 % 10, 10).expect("a digit")
        };
        (0..count).map(|_| next()).collect()
    };
    let card = |body: String| {
        let sum: u32 = body.chars().rev().enumerate().map(|(n, c)| luhn(c, n % 2 == 0)).sum();
        format!("{body}{}", (10 - sum % 10) % 10)
    };
    let account = |country: &str, body: String| {
        format!("{country}{:02}{body}", 98 - remainder(&format!("{body}{country}00")))
    };
    (0..1000)
        .map(|n| match n % 13 {
            0 | 1 => card(format!("4{}", digits(14))),
            2 => card(format!("54{}", digits(13))),
            3 => card(format!("37{}", digits(12))),
            4 => card(format!("6011{}", digits(11))),
            5 => account("DE", digits(18)),
            6 => account("NL", format!("ABNA{}", digits(10))),
            7 => account("GB", format!("WEST{}", digits(14))),
            8 => account("PL", digits(24)),
            9 => account("AT", digits(16)),
            10 => format!("+1650253{}", digits(4)),
            11 => format!("+44207946{}", digits(4)),
            _ => format!("+4930901{}", digits(3)),
        })
        .map(|value| if value.starts_with('+') || value.len() % 4 == 3 { value } else { in_fours(&value) })
        .collect()
}

fn luhn(digit: char, doubled: bool) -> u32 {
    let digit = digit.to_digit(10).expect("a digit");
    if doubled { (2 * digit) / 10 + (2 * digit) % 10 } else { digit }
}

/// Of the number that letters and digits are for an IBAN, divided by 97.
fn remainder(signs: &str) -> u32 {
    signs
        .chars()
        .filter_map(|c| c.to_digit(36))
        .fold(0, |rest, n| (rest * if n > 9 { 100 } else { 10 } + n) % 97)
}

fn in_fours(value: &str) -> String {
    let groups: Vec<&str> =
        (0..value.len()).step_by(4).map(|at| &value[at..(at + 4).min(value.len())]).collect();
    groups.join(" ")
}

#[test]
fn what_is_typed_over_several_messages_is_put_together() {
    let (engine, full) = (Engine::new(), std::env::var_os("WIMPLE_FULL").is_some());
    let (mut tried, mut put_together, mut missed) = (0, 0, Vec::new());
    let published = VALUES.iter().map(|value| (*value).to_owned());
    for (n, value) in published.chain(made()).enumerate() {
        // The published ones at every place; so are the made ones in the long run, otherwise at one place in two, three and four.
        let (two, more): (Vec<_>, Vec<_>) = splits(&value).into_iter().partition(|places| places.len() == 1);
        let one = |all: &[Vec<usize>]| all.get(n % all.len()).cloned();
        let every = full || n < VALUES.len();
        let some = || [one(&two), one(&more), one(&more[1..])].into_iter().flatten().collect();
        let places = if every { [&two[..], &more[..]].concat() } else { some() };
        for (m, places) in places.into_iter().enumerate() {
            let pieces = split(&value, &places);
            if pieces.len() < 2 {
                continue;
            }
            let mut chat = Chat::new(&engine);
            chat.say(Speaker::Agent, "How may I help you?");
            for (k, piece) in pieces.iter().enumerate() {
                if k > 0 && (m + n) % 3 > 0 {
                    let who = if (m + n) % 2 == 0 { Speaker::Customer } else { Speaker::Agent };
                    chat.say(who, BETWEEN[(m + n + k) % BETWEEN.len()]);
                }
                chat.say(Speaker::Customer, piece);
            }
            tried += 1;
            if chat.digits_shown() == 0 {
                put_together += 1;
            } else {
                missed.push(format!("{pieces:?} {:?}", chat.shown));
            }
        }
    }
    assert!(tried >= 3000, "{tried}");
    assert!(
        put_together * 100 >= tried * 95,
        "{put_together} of {tried}: {:#?}",
        &missed[..missed.len().min(40)]
    );
}

#[test]
fn nothing_is_put_together_of_two_people_s_messages() {
    let engine = Engine::new();
    for value in VALUES {
        for places in splits(value).into_iter().filter(|places| places.len() == 1) {
            let pieces = split(value, &places);
            let alone: Vec<String> = pieces.iter().map(|p| engine.redact(*p).unwrap().into_text()).collect();
            for second in [Speaker::Agent, Speaker::Bot, Speaker::System] {
                let mut chat = Chat::new(&engine);
                chat.say(Speaker::Customer, pieces[0]);
                chat.say(second, pieces[1]);
                assert_eq!(chat.shown, alone, "{pieces:?}");
            }
        }
    }
}

#[test]
fn questions_type_what_has_no_check() {
    let mut chat = Chat::new(&Engine::new());
    chat.say(Speaker::Agent, "Please tell me the 6 digit code we sent you");
    chat.say(Speaker::Customer, "482");
    chat.say(Speaker::Customer, "193");
    assert_eq!(chat.shown[1..], ["[ONE_TIME_CODE]", "[ONE_TIME_CODE]"]);
}

#[test]
fn parts_are_hidden_whole_and_come_back() {
    let masked = Policy::new().on(entity::CREDIT_CARD, Operator::mask().keep_last(4));
    let mut chat = Chat::new(&Engine::builder().policy(masked).build().unwrap());
    for piece in ["4111 1111", "1111 1111"] {
        chat.say(Speaker::Customer, piece);
    }
    assert_eq!(chat.shown, ["[CREDIT_CARD]", "[CREDIT_CARD]"]);

    let opened = Policy::new().default(Operator::placeholder());
    let mut chat = Chat::new(&Engine::builder().policy(opened).build().unwrap());
    for piece in ["my card: 4111 11", "11 1111 11", "11"] {
        chat.say(Speaker::Customer, piece);
    }
    agent(&mut chat.session, "thanks");
    chat.say(Speaker::Customer, "then 4111 1111");
    chat.say(Speaker::Customer, "and 1111 1111");
    for (shown, said) in chat.shown[3..].iter().zip(["then 4111 1111", "and 1111 1111"]) {
        assert_eq!(shown.matches("[CREDIT_CARD_").count(), 1, "{shown}");
        assert_eq!(chat.session.restore(shown).text(), said);
    }
}

#[test]
fn turns_without_an_id_are_not_revised() {
    let mut session = Engine::new().session();
    session.redact("4111 1111").unwrap();
    let second = session.redact("1111 1111").unwrap();
    assert_eq!(second.text(), "[CREDIT_CARD]");
    assert!(second.revisions().is_empty());
    assert!(!format!("{second:?} {session:?}").contains("1111"));
}

#[test]
fn two_numbers_are_not_one() {
    for pair in [["order 48213", "room 19"], ["12", "2024"], ["3", "5"], ["100", "200 euros"], ["2026", "11"]]
    {
        let mut chat = Chat::new(&Engine::new());
        for text in pair {
            chat.say(Speaker::Customer, text);
        }
        assert_eq!(chat.shown, pair);
    }
}

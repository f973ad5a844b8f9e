//! Values that somebody may hide, and the sentences they stand in. All are made: check digits are right, nobody has them.

/// A value of one entity type. `{}` in a sentence is its place.
pub(super) struct Value {
    pub(super) entity: &'static str,
    pub(super) text: String,
    /// Sentences that say what it is.
    pub(super) cued: &'static [&'static str],
    /// Sentences that do not; none where nobody could know it then.
    pub(super) bare: &'static [&'static str],
}

const CARD: &[&str] = &[
    "my card number is {}, can you check it?",
    "Please charge the card {} for the rest.",
    "I paid by credit card: {} on friday",
    "ok so the visa card is {} thanks",
];
const CARD_BARE: &[&str] =
    &["hi, it is {} as you asked", "{} is what I used last time", "can you look at {}, please? thank you"];
const IBAN: &[&str] = &["send the refund to my IBAN {} please", "my bank account is {}, thanks", "IBAN: {}"];
const IBAN_BARE: &[&str] = &["please use {} from now on", "{} is the one you should take"];
const MAIL: &[&str] = &[
    "my email is {}, thanks",
    "you can write to me: e-mail {} any time",
    "the mail address on file is {} I think",
];
const MAIL_BARE: &[&str] = &["hello, {} is mine", "please send the invoice to {} today", "I used {} for it"];
const PHONE: &[&str] =
    &["call me on {} after six", "my phone number is {}, thanks", "you can reach me by phone: {} any time"];
const PHONE_BARE: &[&str] = &["hi, please use {} from now on"];
const SSN: &[&str] =
    &["my SSN is {}, ok?", "social security number: {} as you asked", "here is my ssn {} thanks"];
const PIN: &[&str] = &["my PIN is {}, it does not work", "the pin for my card is {} but it is refused"];
const CVV: &[&str] = &["the cvv is {}, thanks", "security code {} on the back of the card"];
const PASSWORD: &[&str] = &["my password is {}", "password: {}"];
const NONE: &[&str] = &[];

/// Fifty of them, the same every time.
pub(super) fn values() -> Vec<Value> {
    let mut values = Vec::new();
    let mut add = |entity, text: String, cued, bare| values.push(Value { entity, text, cued, bare });
    let groups = |digits: &str, sizes: &[usize], sign: &str| {
        let (mut parts, mut rest) = (Vec::new(), digits);
        for size in sizes {
            let (part, tail) = rest.split_at(*size);
            parts.push(part);
            rest = tail;
        }
        parts.join(sign)
    };
    for n in 0..14u64 {
        let (head, length) = [("4", 16), ("52", 16), ("37", 15), ("4539", 16)][n as usize % 4];
        let digits = with_luhn(&made(head, length - 1, n));
        let sizes: &[usize] = if length == 15 { &[4, 6, 5] } else { &[4, 4, 4, 4] };
        let text = match n % 3 {
            0 => digits,
            1 => groups(&digits, sizes, " "),
            _ => groups(&digits, sizes, "-"),
        };
        add("CREDIT_CARD", text, CARD, CARD_BARE);
    }
    for (n, (country, head, length)) in [
        ("DE", "", 18),
        ("GB", "WEST", 18),
        ("FR", "", 23),
        ("ES", "", 20),
        ("NL", "INGB", 14),
        ("AT", "", 16),
        ("DE", "", 18),
        ("BE", "", 12),
    ]
    .into_iter()
    .enumerate()
    {
        let body = made(head, length, 100 + n as u64);
        let text = with_mod97(country, &body);
        let text = if n % 2 == 0 { text } else { groups_of_four(&text) };
        add("IBAN_CODE", text, IBAN, IBAN_BARE);
    }
    for mail in [
        "bo.lind@example.com",
        "ada77@example.org",
        "j.quill@mail.example.net",
        "maria_k@gmail.com",
        "tom.berger82@hotmail.com",
        "sofia@example.co.uk",
        "lena.m@gmail.com",
        "carlos.r@yahoo.es",
        "pia91@outlook.com",
        "nils@example.de",
    ] {
        add("EMAIL_ADDRESS", mail.into(), MAIL, MAIL_BARE);
    }
    for (phone, bare) in [
        ("+1 202 555 0143", PHONE_BARE),
        ("+44 20 7946 0958", PHONE_BARE),
        ("+49 30 23125 117", PHONE_BARE),
        ("+1-415-555-0182", PHONE_BARE),
        ("212-555-0167", NONE),
        ("202 555 0119", NONE),
        ("020 7946 0321", NONE),
        ("6502530000", NONE),
    ] {
        add("PHONE_NUMBER", phone.into(), PHONE, bare);
    }
    for ssn in ["472-81-0094", "521-44-1837", "318 52 7746", "604-29-5518", "417-90-3326"] {
        add("US_SSN", ssn.into(), SSN, NONE);
    }
    add("PIN", "4417".into(), PIN, NONE);
    add("PIN", "8302".into(), PIN, NONE);
    add("CARD_VERIFICATION_CODE", "912".into(), CVV, NONE);
    add("PASSWORD", "tangerine77".into(), PASSWORD, NONE);
    add("PASSWORD", "Blue4river2".into(), PASSWORD, NONE);
    values
}

/// `head`, then digits up to `length` signs.
fn made(head: &str, length: usize, seed: u64) -> String {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut text = head.to_owned();
    while text.len() < length {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        text.push(char::from(b'0' + (state >> 33) as u8 % 10));
    }
    text
}

fn with_luhn(digits: &str) -> String {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(n, b)| {
            let d = u32::from(b - b'0') * if n % 2 == 0 { 2 } else { 1 };
            if d > 9 { d - 9 } else { d }
        })
        .sum();
    format!("{digits}{}", (10 - sum % 10) % 10)
}

fn with_mod97(country: &str, body: &str) -> String {
    let digits =
        |text: &str| -> String { text.chars().map(|c| c.to_digit(36).unwrap().to_string()).collect() };
    let rest = digits(&format!("{body}{country}00"))
        .bytes()
        .fold(0u32, |rest, b| (rest * 10 + u32::from(b - b'0')) % 97);
    format!("{country}{:02}{body}", 98 - rest)
}

fn groups_of_four(text: &str) -> String {
    let parts: Vec<&str> = text.as_bytes().chunks(4).map(|part| std::str::from_utf8(part).unwrap()).collect();
    parts.join(" ")
}

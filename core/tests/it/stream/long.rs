//! Long texts of many kinds, in pieces of all sizes.
use wimple::{Engine, Limits, Operator, Policy, Recognizer, Secret};

use super::{Numbers, hold_for, is_full, whole};
use crate::laws::texts;
use wimple::Input;

/// What long texts are made of.
pub(super) fn kinds() -> Vec<(&'static str, String)> {
    let size = if is_full() { 100_000 } else { 24_000 };
    let mut numbers = Numbers(0x1234_5678_9ABC_DEF1);
    let made = texts();
    let prose =
        ["the parcel is late and nobody answers ", "So I wrote to Ana Pérez again. ", "ok\n", "— thanks, "];
    let names = [
        "Ana Pérez",
        "Tamsyn Holt",
        "Bartholomew Quigg",
        "Odalys Munk",
        "Jürgen Weiß",
        "holt",
        "ana",
        "Quigg",
    ];
    let fill = |mut next: Box<dyn FnMut() -> String + '_>| {
        let mut text = String::new();
        while text.len() < size {
            text.push_str(&next());
        }
        text
    };
    let mut all = Vec::new();
    let mut n = Numbers(numbers.below(1 << 60) as u64 | 1);
    all.push((
        "mixed",
        fill(Box::new(|| {
            let some = made[n.below(made.len())].clone();
            some + prose[n.below(prose.len())]
        })),
    ));
    let mut n = Numbers(77);
    all.push(("one line", fill(Box::new(|| made[n.below(made.len())].replace(['\n', '\r'], " ") + " and "))));
    let mut n = Numbers(78);
    all.push((
        "names",
        fill(Box::new(|| {
            format!("{}{}", names[n.below(names.len())], [" ", ", ", "\n", " and then "][n.below(4)])
        })),
    ));
    let mut n = Numbers(79);
    all.push((
        "prose and names",
        fill(Box::new(|| {
            format!(
                "{}{}",
                prose[n.below(prose.len())],
                if n.below(9) == 0 { names[n.below(names.len())] } else { "and " }
            )
        })),
    ));
    let mut n = Numbers(80);
    all.push((
        "folded",
        fill(Box::new(|| {
            let sign = ["\u{a0}", "\u{202f}", "\u{2011}", "\u{ad}", " "][n.below(5)];
            ["4111 1111 1111 1111", "10 000 €", "+1 650 253 0000", "472-81-0094"][n.below(4)]
                .replace([' ', '-'], sign)
                + [" and ", "\u{a0}", ". "][n.below(3)]
        })),
    ));
    let hidden = crate::evasion::hidden();
    let mut n = Numbers(84);
    all.push((
        "hidden",
        fill(Box::new(|| {
            hidden[n.below(hidden.len())].clone() + [" ", "\n", ", and then ", " \u{200B}"][n.below(4)]
        })),
    ));
    let mut n = Numbers(81);
    all.push((
        "chinese",
        fill(Box::new(|| {
            ["我的电话是", "13800138000", "，谢谢。", "身份证号码", "请问王小明先生在吗"][n.below(5)].into()
        })),
    ));
    let rows = [
        "1-",
        "4111 ",
        "4111 1111 1111 1111-",
        "a.a.a@",
        "bo@",
        "://",
        "PIN 1234 ",
        "1 2 3 ",
        "[PERSON_1] ",
        "((",
        "AB12",
        "AB 12 ",
    ];
    for row in rows {
        all.push(("a row", row.repeat(size / 2 / row.len())));
    }
    for row in ["bo@example.com", "4111111111111111,", "DE89370400440532013000 "] {
        all.push(("a glued row", row.repeat(size / 2 / row.len())));
    }
    let mut n = Numbers(82);
    let base64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut line = |length: usize| (0..length).map(|_| char::from(base64[n.below(64)])).collect::<String>();
    all.push(("base64", format!("see {} and bo@example.com {}", line(size / 2), "and so on ".repeat(900))));
    let key = (0..60).map(|_| line(64)).collect::<Vec<_>>().join("\n");
    let block = format!("-----BEGIN {}-----\n{key}\n-----END {}-----\n", "PRIVATE KEY", "PRIVATE KEY");
    let more = "it starts with -----BEGIN ".to_owned()
        + "PRIVATE KEY----- and then some "
        + &"more words ".repeat(500);
    all.push((
        "keys",
        format!("{block}{}{block}{more}{block}{}", "now the next ".repeat(300), "that was it ".repeat(300)),
    ));
    let mut n = Numbers(83);
    all.push(("digits", fill(Box::new(|| char::from(b'0' + n.below(10) as u8).to_string()))));
    let mut n = Numbers(84);
    all.push((
        "groups",
        fill(Box::new(|| {
            format!("{}{}", n.below(100_000), [" ", "-", "  ", " 4111 1111 1111 1111 "][n.below(4)])
        })),
    ));
    all
}

fn engines() -> Vec<(&'static str, Engine)> {
    let own = Policy::new()
        .recognizer(Recognizer::regex("CONTRACT_NO", r"CT-\d{4,90}|(?-u:\b)a.{1,30}z").unwrap())
        .recognizer(Recognizer::words("PROJECT", ["Aurora", "parcel", "and so on"]).unwrap())
        .enable(wimple::entity::LOCATION);
    let placeholders = Policy::new().default(Operator::placeholder().irreversible());
    let partial = Policy::new().default(Operator::partial());
    let key = Secret::new(*b"only an example, draw a real one");
    vec![
        ("label", Engine::new()),
        ("no names", Engine::builder().policy(Policy::new().names(false)).build().unwrap()),
        ("own", Engine::builder().policy(own).build().unwrap()),
        ("placeholders", Engine::builder().policy(placeholders).build().unwrap()),
        ("partial", Engine::builder().policy(partial).hash_key(key).build().unwrap()),
    ]
}

#[test]
fn long_texts_are_what_they_are_in_one() {
    let mut numbers = Numbers(0xFEED);
    for (name, text) in kinds() {
        for (what, engine) in engines() {
            let should = whole(&engine, Input::new(&text)).unwrap();
            let sizes = [numbers.below(100) + 1, 4096, numbers.below(3000) + 500, text.len() / 2];
            for size in &sizes[..if is_full() { 4 } else { 2 }] {
                let mut vary = Numbers(*size as u64 * 7 + 1);
                let told = format!("{name}, {what}, pieces of about {size}:");
                hold_for(&told, &engine, &text, || vary.below(2 * size) + 1, &should);
            }
        }
    }
}

#[test]
fn one_byte_at_a_time() {
    let engine = Engine::new();
    for (name, text) in kinds() {
        let text = &text[..(0..=12_000.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap()];
        let should = whole(&engine, Input::new(text)).unwrap();
        hold_for(name, &engine, text, || 1, &should);
    }
}

#[test]
fn what_never_ends_ends_the_stream_and_nothing_of_it_goes_out() {
    let engine = Engine::builder().limits(Limits::default().max_held(1 << 15)).build().unwrap();
    let mut sent = String::new();
    let mut redactor = engine.redactor("", |piece: &str| sent.push_str(piece)).unwrap();
    redactor.write(&"and so on ".repeat(900)).unwrap();
    let error = (0..10_000).find_map(|_| redactor.write("4111111111").err()).unwrap();
    assert_eq!(error.code(), wimple::ErrorCode::Limit);
    assert!(redactor.write("more").is_err() && redactor.held() == 0);
    assert!(redactor.end().is_err());
    assert!(!sent.contains("4111"), "what was held never goes out");
}

//! Nothing goes in; the tables of times are printed.

use std::error::Error;
use std::hint::black_box;
use std::process::Command;
use std::time::Instant;

use wimple::{Engine, Operator, Policy, entity};
use wimple_benches::{clean, dense, heading, hostile, row, short};

use crate::own;
use crate::pair::Pair;

pub(crate) fn all() -> Result<(), Box<dyn Error>> {
    corpora()?;
    own::shares()?;
    starts()?;
    attacks()
}

/// One call a message, as a helpdesk would.
fn corpora() -> Result<(), Box<dyn Error>> {
    let engine = masking(false)?;
    println!("{}", heading("speed, one call a message (names off unless said)"));
    let (clean, dense, short) = (clean(8_000_000), dense(8_000_000), short(20_000));
    let find = |texts: &[String]| Pair::measure(texts, || each(texts, |text| engine.analyze(text).map(drop)));
    let cover = |texts: &[String]| Pair::measure(texts, || each(texts, |text| engine.redact(text).map(drop)));
    for (measure, pair, goal) in [
        ("clean, analyze", find(&clean)?, "400 MB/s"),
        ("clean, redact", cover(&clean)?, ""),
        ("dense, analyze", find(&dense)?, ""),
        ("dense, redact (mask)", cover(&dense)?, "200 MB/s"),
    ] {
        println!("{}", row(measure, &pair.speed(), &pair.reference_speed(), &pair.ratio(), goal));
    }
    let reader = masking(true)?;
    let named = |texts: &[String]| Pair::measure(texts, || each(texts, |text| reader.redact(text).map(drop)));
    for (measure, pair, goal) in [
        ("clean, redact, names on", named(&clean)?, "40 MB/s"),
        ("dense, redact, names on", named(&dense)?, "20 MB/s"),
    ] {
        println!("{}", row(measure, &pair.speed(), &pair.reference_speed(), &pair.ratio(), goal));
    }
    for (measure, pair) in [
        ("short message, analyze", find(&short)?),
        ("short message, redact", cover(&short)?),
        ("short message, redact, names on", named(&short)?),
    ] {
        let micros =
            |time: std::time::Duration| format!("{:.3} µs", time.as_secs_f64() * 1e6 / short.len() as f64);
        let goal = match () {
            () if measure.ends_with("on") => "2 µs",
            () if measure.ends_with("redact") => "0.3 µs",
            () => "",
        };
        println!("{}", row(measure, &micros(pair.work), &micros(pair.reference), &pair.ratio(), goal));
    }
    Ok(())
}

/// An engine that masks; with or without the name model.
fn masking(names: bool) -> Result<Engine, wimple::Error> {
    Engine::builder().policy(Policy::new().default(Operator::mask()).names(names)).build()
}

fn each<E>(texts: &[String], mut call: impl FnMut(&str) -> Result<(), E>) -> Result<(), E> {
    texts.iter().try_for_each(|text| call(black_box(text.as_str())))
}

/// The first message of a process, and further engines in one that is warm.
fn starts() -> Result<(), Box<dyn Error>> {
    println!("{}", heading("start"));
    let program = std::env::current_exe()?;
    let mut firsts = Vec::new();
    for _ in 0..21 {
        let out = Command::new(&program).arg("first").output()?;
        firsts.push(String::from_utf8(out.stdout)?.trim().parse::<u64>()?);
    }
    firsts.sort_unstable();
    let micros = |nanos: u64| format!("{:.1} µs", nanos as f64 / 1e3);
    println!("{}", row("first engine and message, best", &micros(firsts[0]), "", "", ""));
    println!("{}", row("first engine and message, median", &micros(firsts[10]), "", "", "1 ms"));
    for (measure, goal, build) in BUILDS {
        let mut best = u128::MAX;
        for number in 0..500 {
            let start = Instant::now();
            let engine = build(number)?;
            best = best.min(start.elapsed().as_nanos());
            drop(black_box(engine));
        }
        println!("{}", row(measure, &micros(best as u64), "", "", goal));
    }
    Ok(())
}

type Build = fn(usize) -> Result<Engine, wimple::Error>;

const BUILDS: [(&str, &str, Build); 2] = [
    ("further engine, default policy", "100 µs", |_| Engine::builder().build()),
    ("further engine, own policy", "100 µs", |number| {
        let policy = Policy::new()
            .default(Operator::label())
            .on(entity::CREDIT_CARD, Operator::mask().keep_last(number % 5))
            .on(entity::EMAIL_ADDRESS, Operator::placeholder());
        Engine::builder().policy(policy).build()
    }),
];

/// Every hostile text at two sizes: four times the bytes may take four times as long.
fn attacks() -> Result<(), Box<dyn Error>> {
    attack(&masking(false)?, "hostile, redact, names off", "40–100 MB/s")?;
    attack(&masking(true)?, "hostile, redact, names on", "")
}

fn attack(engine: &Engine, title: &str, goal: &str) -> Result<(), Box<dyn Error>> {
    println!("{}", heading(title));
    println!("{}", row("(4 MB; time of 4 MB over 1 MB)", "", "", "growth", "≤ 5"));
    for ((name, small), (_, large)) in hostile(1_000_000).zip(hostile(4_000_000)) {
        let mut pairs = Vec::new();
        for texts in [[small], [large]] {
            pairs.push(Pair::measure(&texts, || each(&texts, |text| engine.redact(text).map(drop)))?);
        }
        let growth = pairs[1].work.as_secs_f64() / pairs[0].work.as_secs_f64().max(1e-9);
        let (speed, reference) = (pairs[1].speed(), pairs[1].reference_speed());
        println!("{}", row(name, &speed, &reference, &format!("{growth:.1}"), goal));
    }
    Ok(())
}

//! Flight numbers: `LH 1234`, behind a word that speaks of flying.
//!
//! Two characters for the airline, a letter among them, one to four digits, and sometimes a letter.
use crate::catalog::prelude::*;
use crate::text::phrase::{NONE, closes, digit_ahead, lead};
use crate::text::view::View;
use crate::text::word_set::WordSet;

static CUES: &[&str] = &[
    "flight", "flights", "flightnumber", "flug", "flugnummer", "vuelo", "vuelos", "vol", "vols", "volo", "voli", "voo",
    "vlucht", "vluchtnummer", "lot", "uçuş",
];
static FILLERS: WordSet<64> = WordSet::of(&[
    "number no nr num n° my the our with on nummer mein meine número numero numéro de del di du der mi mon il mio meu mijn",
]);

pub(super) static ENTRY: Entry = Entry::new("FLIGHT_NUMBER")
    .title("Flight number")
    .category(Category::Benign)
    .sensitivity(Sensitivity::Low)
    .score(60)
    .anchors(&[(Anchor::Cue(CUES), flight)])
    .finds(&["call me about flight <<LH 1234>>", "Flugnummer: <<EW9463>> am Montag", "mi vuelo es <<IB6250>>", "vol <<AF 0084>>"])
    .skips(&[
        ("LH 1234", "nobody says that it flies"),
        ("flight attendant 12", "no airline"),
        ("the flight of 1234 birds", "a number"),
        ("flight LH 123456", "too long"),
    ])
    .sources(&["IATA Standard Schedules Information Manual: airline designators and flight numbers"]);

fn flight(probe: &Probe<'_>) -> Option<Found> {
    if digit_ahead(probe.view, probe.end, 32) { behind(probe) } else { None }
}

#[inline(never)]
fn behind(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let start = lead(v, probe.end, &FILLERS, &NONE, 28).at;
    let end = number(v, start)?;
    (start > probe.end && closes(v, end)).then(|| Found::new(start, end).cued())
}

fn number(v: View<'_>, start: usize) -> Option<usize> {
    let capital = |b: u8| b.is_ascii_uppercase();
    let (first, second) = (v.at(start), v.at(start + 1));
    let airline = capital(first) && (capital(second) || second.is_ascii_digit()) || first.is_ascii_digit() && capital(second);
    let from = start + 2 + usize::from(v.at(start + 2) == b' ');
    let digits = v.slice(from, from + 5).iter().take_while(|b| b.is_ascii_digit()).count();
    let end = from + digits + usize::from(capital(v.at(from + digits)));
    (airline && (1..=4).contains(&digits)).then_some(end)
}

//! One seed gives the same weights, byte for byte, from the generator alone; and they find what they learnt.
use wimple_train::corpus::Message;
use wimple_train::generator::{Pools, messages};
use wimple_train::measure::measure;
use wimple_train::train::{Recipe, train};

const LEXICON: &[u8] = include_bytes!("../../src/model/lexicon.bin");

fn made(seed: u64) -> Vec<Message> {
    messages(seed, 800, &Pools::own()).map(Message::from).collect()
}

fn weights(seed: u64) -> Vec<u8> {
    let (learnt, calibrate) = (made(1), made(2));
    train(&learnt, &calibrate[..200], LEXICON, Recipe { seed, epochs: 2 }, |_| {})
}

#[test]
fn one_seed_gives_the_same_bytes() {
    let first = weights(7);
    assert!(first == weights(7), "the same seed");
    assert!(first != weights(8), "another seed");
    // Eight hundred messages are few, and still most people of other messages are found.
    let measured = measure(made(3).iter(), &first, LEXICON, 1);
    let [precision, recall, _] = measured.counts[0].figures();
    assert!(precision > 60.0 && recall > 50.0, "precision {precision:.0}, recall {recall:.0}");
}

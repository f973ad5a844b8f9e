//! Texts that only look like hiding: nothing may be found in them that had to be folded for it.
use std::fs;
use std::path::Path;

use serde_json::Value;
use wimple::{Engine, Folding};

/// Written for this test, before any of them was shown to the detector.
const HARMLESS: &[&str] = &[
    // Other scripts with names of brands.
    "Привет, мой iPhone XS не включается, заказ 12345678 от 12.03.2026",
    "Цена 500р за 3шт, доставка 1500р. Пишите на почту support",
    "Купил Xiaomi Mi 9T в ДНС, гарантия 2года, серийник не читается. т.е. совсем",
    "Установил Windows 10 и MS Office, ошибка 0х80070005 при запуске",
    "Καλησπέρα, το iPhone μου δεν ανοίγει, παραγγελία 12345678 της 3ης Μαΐου",
    "Αγόρασα PlayStation 5 με 2 χειριστήρια, τιμή 499,90€ το ένα",
    "Ես գնել եմ Samsung S21, գինը 350000 դրամ է",
    "السعر ١٥٠ ريال والكمية ٢٠ قطعة، الطلب رقم ٧٧١٢٣",
    "यह आईफोन १५ है और कीमत ७९९०० रुपये है",
    "ราคา ๑๒๐ บาท จำนวน ๓ ชิ้น",
    "ＡＢＣ株式会社の３月１５日の注文、合計１２，０００円です",
    "订单号１２３４５６７８，共３件，谢谢！",
    "İstanbul'dan aldım, sıra numarası 12, ılık su",
    "Đơn hàng số 12345678 của tôi vẫn chưa được giao",
    // Signs of typesetting.
    "10 000 € – 12 000 €, le 3 mars",
    "H₂O and CO₂, x² + y² = z², 10⁻³ m, 5½ miles",
    "① first ② second ③ third step, then ④",
    "order №\u{a0}12345678 — thanks… and 100\u{a0}% sure",
    "the 4× zoom of my Galaxy™ S10® is broken 👩‍👩‍👧‍👦 🇩🇪 1️⃣ 2️⃣",
    "na\u{ef}ve cafe\u{301} re\u{301}sume\u{301} 3\u{301}",
    // Addresses in words that are none.
    "look at gmail.com and call me at dot",
    "I am at example dot com and see nothing",
    "we meet at five. Then at home. Or at work",
    "sign in at outlook.com or at yahoo.com to check",
    "the new store at main dot opens at nine",
    "my account at yahoo.com is blocked since monday",
    "punto de venta at the corner, point de vente, Punkt drei",
    "see you @ home . com is down",
    "follow @bob_77 on instagram, or @ the shop",
    // Codes.
    "https://shop.example.com/search?q=blue%20shoes%2C%20size%2042%3F&page=2",
    "https://shop.example.com/a?w=400&h=300&size=40mm&q=%C3%BCber%20alles",
    "&quot;Hello&quot; &#39;world&#39; &amp; &nbsp;&#160;&#8211; more &hellip;",
    "{\"text\": \"caf\\u00e9 \\u2013 gr\\u00fc\\u00dfe \\n\\t\"}",
    "C:\\users\\xavier\\ud and \\x00\\x01",
    "Gr=C3=BC=C3=9Fe, die Lieferung ist da, a=5 b=42 c=41",
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "the build deadbeefcafebabe0123456789abcdef is broken",
    "SGVsbG8gd29ybGQsIGhvdyBhcmUgeW91PyBBbGwgZ29vZA==",
    // Numbers.
    "prices: 12,50, 13,00, 14.99, 1,299.00 and 5 x 3 = 15",
    "1. e4 e5 2. Nf3 Nc6 3. Bb5 a6 4. Ba4 Nf6 5. O-O Be7 6. Re1 b5",
    "score was 3 - 2, then 1 - 0, then 4 - 4 after extra time",
    "we won 6-4 3-6 7-5 on the second day",
    "dial 1 2 3 4 5 6 7 8 9 0 on the keypad",
    "1, 2, 3, 4, 5, 6, 7, 8",
    "I gave it 5 5 5 4 4 3 3 2 1 0 points in ten rounds",
    "steps: 1 . unplug 2 . wait 3 . plug in",
    // Words for numbers.
    "one two three test, test one two three four, is this thing on?",
    "I have two or three questions: one, two, three",
    "we tried one two three four five six seven eight nine ten times",
    "my order number is four five six seven eight nine zero one two",
    "uno dos tres cuatro, probando el sonido",
    "eins zwei drei vier, alles gut",
    "double trouble, triple seven, double o seven",
    // Letters beside digits.
    "iPhone 5s, 10l water, model S50, size 8B, part B2045, type O2",
    "the item S1050 and O2 sim, room 10B, 1O1 course, 5S method",
    "Windows 10 IoT, 12 Ill people, 50S, 20l, 100 SO",
];

/// The findings of a text that had to be folded.
fn folded(engine: &Engine, text: &str) -> Vec<String> {
    let findings = engine.analyze(text).unwrap();
    let folded = findings.iter().filter(|f| f.evidence().folding() != Folding::Plain);
    folded.map(ToString::to_string).collect()
}

#[test]
fn harmless_texts_hide_nothing() {
    let engine = super::engine();
    let wrong: Vec<String> = HARMLESS
        .iter()
        .map(|text| (text, folded(&engine, text)))
        .filter(|(_, found)| !found.is_empty())
        .map(|(text, found)| format!("{text}: {}", found.join(", ")))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What folding adds to the alarms of messages full of numbers and codes: `hard_negatives.rs` says what they are.
#[test]
fn folding_adds_no_alarms_to_clean_messages() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/hard_negatives.jsonl");
    let document = fs::read_to_string(path).unwrap();
    let engine = super::engine();
    let (mut all, mut added) = (0, 0);
    for line in document.lines() {
        let message: Value = serde_json::from_str(line).unwrap();
        all += 1;
        added += usize::from(!folded(&engine, message["text"].as_str().unwrap()).is_empty());
    }
    assert!(all >= 500 && added * 50 <= all, "{added} of {all}");
}

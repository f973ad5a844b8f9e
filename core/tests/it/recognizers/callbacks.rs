//! Functions of the host's that find: what they are told, how they compete, what happens where they fail.
use super::*;

#[test]
fn callbacks_see_text_and_hints_and_their_matches_compete() {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let log = Arc::clone(&seen);
    let policy = Policy::new().recognizer(
        Recognizer::callback("SEAT")
            .unwrap()
            .score(Score::new(60))
            .context(["seat"])
            .category(Category::Account),
    );
    let engine = Engine::builder()
        .policy(policy)
        .recognizer(named("SEAT"), move |input| {
            log.lock().unwrap().push((input.text().len(), input.path_hint().to_owned()));
            let places = input.text().match_indices("17C");
            let mut matches: Vec<Match> = places.map(|(at, s)| Match::new(at..at + s.len())).collect();
            if let Some(at) = input.text().find("bo@") {
                matches.push(Match::new(at..at + 2).score(Score::new(99)));
            }
            matches.reverse();
            Ok(matches)
        })
        .build()
        .unwrap();
    let findings =
        engine.analyze(Input::new("seat 17C, then far away from any word 17C").path("/a")).unwrap();
    let scores: Vec<u8> = findings.iter().map(|f| f.score().percent()).collect();
    assert_eq!(scores, [75, 75]);
    assert!(findings.iter().all(|f| f.category() == Category::Account));
    assert_eq!(findings[0].evidence().recognizer().name(), "callback:SEAT");
    // The longer one wins, and what is left of the shorter one is nothing.
    assert_eq!(engine.redact("bo@example.com").unwrap().text(), "[EMAIL_ADDRESS]");
    assert_eq!(*seen.lock().unwrap(), [(41, "/a".to_owned()), (14, String::new())]);
    // In a text of many blocks, with candidates of the catalogue all around.
    let long = "bo at 192.0.2.1 sits on 17C. ".repeat(300);
    let names =
        |name: &str| engine.analyze(&long).unwrap().iter().filter(|f| f.entity_type().name() == name).count();
    assert_eq!((names("SEAT"), names("IP_ADDRESS")), (300, 300));
}

/// What a callback must not do, and what is said of it.
type Bad = (&'static str, fn(&Input<'_>) -> Result<Vec<Match>, &'static str>);

#[test]
fn a_callback_that_fails_fails_the_call_and_tells_nothing_of_the_text() {
    let text = format!("xylocarp é 4111 1111 1111 1111 {}", "a".repeat(2000));
    let bad: [Bad; 8] = [
        ("the model is not loaded", |_| Err("the model is not loaded")),
        ("it panicked", |input| panic!("{}", input.text())),
        ("in the text or not on character edges", |_| Ok(vec![Match::new(0..10)])),
        ("in the text or not on character edges", |_| Ok(vec![Match::new(0..1), Match::new(10..11)])),
        ("in the text or not on character edges", |input| Ok(vec![Match::new(3..input.text().len() + 1)])),
        ("an empty place", |_| Ok(vec![Match::new(4..4)])),
        #[expect(clippy::reversed_empty_ranges, reason = "that is what is wrong")]
        ("an empty place", |_| Ok(vec![Match::new(5..4)])),
        ("more than 1024 bytes", |input| Ok(vec![Match::new(0..input.text().len())])),
    ];
    for (problem, function) in bad {
        let engine = Engine::builder().recognizer(named("SEAT"), function).build().unwrap();
        let errors = [
            engine.redact(&text).unwrap_err(),
            engine.analyze(&text).unwrap_err(),
            engine.explain(&text).unwrap_err(),
            engine.session().redact(&text).unwrap_err(),
        ];
        for error in errors {
            assert_eq!((error.code(), error.code() as u32), (ErrorCode::Callback, 600));
            let told = format!("{error} {error:?}");
            assert!(told.contains("callback of SEAT failed") && told.contains(problem), "{told}");
            assert!(!told.contains("xylocarp") && !told.contains("4111"), "{told}");
        }
    }
}

#[test]
fn a_callback_s_matches_are_counted() {
    let engine = Engine::builder()
        .limits(Limits::default().max_findings(3))
        .recognizer(named("SEAT"), |_| Ok(vec![Match::new(0..1); 4]))
        .build()
        .unwrap();
    assert!(matches!(engine.redact("text"), Err(Error::Limit { actual: 4, limit: 3, .. })));
}

#[test]
fn a_callback_that_panicked_once_answers_again_and_the_later_of_two_counts() {
    let calls = AtomicUsize::new(0);
    let engine = Engine::builder()
        .recognizer(named("SEAT"), |_| Err("replaced"))
        .recognizer(named("SEAT"), move |_| {
            assert!(calls.fetch_add(1, Ordering::Relaxed) > 0, "only the first time");
            Ok(vec![Match::new(0..3)])
        })
        .build()
        .unwrap();
    assert!(engine.redact("17C").is_err());
    assert_eq!(redacted(&engine, "17C"), "[SEAT]");
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| assert_eq!(redacted(&engine.clone(), "17C 17C"), "[SEAT] 17C"));
        }
    });
}

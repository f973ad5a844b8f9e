// The C++ veneer from end to end: every class, moves, errors.
#include <memory>
#include <stdexcept>
#include <string>
#include <type_traits>

#include "check.h"
#include "wimple.hpp"

template <class T>
constexpr bool move_only = std::is_nothrow_move_constructible_v<T> && std::is_nothrow_move_assignable_v<T>
    && !std::is_copy_constructible_v<T> && !std::is_copy_assignable_v<T>;

static_assert(move_only<wimple::Policy> && move_only<wimple::Config> && move_only<wimple::Input>);
static_assert(move_only<wimple::Engine> && move_only<wimple::Session>);
static_assert(move_only<wimple::Result> && move_only<wimple::Explanation>);

template <class Work>
static std::uint32_t thrown(Work work)
{
    try {
        work();
    } catch (const wimple::Error &error) {
        const std::string what = error.what();
        CHECK(!what.empty() && what.find("4111") == std::string::npos);
        return error.code();
    }
    return WIMPLE_STATUS_OK;
}

static void defaults()
{
    const wimple::Engine engine;
    const wimple::Result result = engine.redact("my card is 4111 1111 1111 1111");
    CHECK(result.text() == "my card is [CREDIT_CARD]");
    CHECK(result.size() == 1 && !result.empty());
    std::size_t seen = 0;
    for (const wimple::Finding finding : result) {
        CHECK(finding.entity() == "CREDIT_CARD" && finding.recognizer() == "CREDIT_CARD");
        CHECK(finding.category() == "financial" && finding.score() >= 0.5);
        CHECK(finding.span().start == 11 && finding.span(wimple::Unit::utf16).end == 30);
        CHECK(finding.verdict() == "valid" && finding.context() == "before");
        CHECK(finding.specimen() && !finding.claimed());
        CHECK(finding.folding() == "plain");
        for (const std::string_view other : finding.alternatives()) {
            CHECK(!other.empty() && other != finding.entity());
        }
        ++seen;
    }
    CHECK(seen == 1 && result[0].entity() == "CREDIT_CARD" && result[1].entity().empty());
    CHECK(result.report().find("CREDIT_CARD") != std::string_view::npos);
    CHECK(result.html("my card is 4111 1111 1111 1111").find("4111") != std::string::npos);
    CHECK(result.html("my card is 4111 1111 1111 1111", false).find("4111") == std::string::npos);
    CHECK(thrown([&result] { static_cast<void>(result.html("4111")); }) == WIMPLE_STATUS_INVALID_ARGUMENT);
    CHECK(engine.analyze(std::string_view{}).empty());
    CHECK(engine.explain("my card is 4111 1111 1111 1111").text().find("CREDIT_CARD") != std::string_view::npos);
    const wimple::Input hints = wimple::Input().path("/customer/ssn").region("US").today(2026, 11, 23);
    CHECK(engine.analyze("472-81-0094", hints)[0].entity() == "US_SSN");
}

static void policies()
{
    const wimple::Policy policy(R"(
        version = 1
        default = { operator = "placeholder", restorable = true }
        [[test]]
        text = "card 4111 1111 1111 1111"
        finds = ["CREDIT_CARD"]
    )");
    CHECK(policy.check() == "[]");
    const wimple::Policy again(policy.to_json());
    CHECK(again.to_json() == policy.to_json());

    wimple::Session session = wimple::Engine(wimple::Config().policy(again).max_findings(10)).session();
    const wimple::Result turn = session.redact("card 4111 1111 1111 1111");
    CHECK(turn.text().find("[CREDIT_CARD_1.") != std::string_view::npos);
    CHECK(session.restore(turn.text()).text() == "card 4111 1111 1111 1111");
    CHECK(session.restore(turn.text(), wimple::Tolerance::exact).text() == "card 4111 1111 1111 1111");
    CHECK(session.restore(turn.text(), wimple::Tolerance::loose, wimple::Sink::json).text() == "card 4111 1111 1111 1111");
    CHECK(session.analyze("ip 192.0.2.7").size() == 1);

    /* Tokens are known by every engine, and open with keys alone. */
    const wimple::Vault vault;
    CHECK(vault.count() == 0);
    const wimple::Engine keyless(wimple::Config().vault(vault));
    const wimple::Tokens tokens = keyless.tokens("wimd_email_address1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqq");
    CHECK(tokens.size() == 1 && tokens[0].state == "damaged" && tokens[0].kind.empty() && tokens[0].span.end == 49);
    CHECK(thrown([&] { static_cast<void>(keyless.restore("x")); }) == WIMPLE_STATUS_TOKEN);
    CHECK(thrown([&] { static_cast<void>(keyless.retokenize("x", wimple::Input())); }) == WIMPLE_STATUS_TOKEN);
    CHECK(thrown([&] { static_cast<void>(session.seal("ticket")); }) == WIMPLE_STATUS_SESSION);

    const wimple::Policy preset = wimple::Policy::preset("pci-dss");
    CHECK(preset.warnings() == "[]" && preset.weaker_than(preset) == "[]");
    CHECK(wimple::Policy("version = 1\ndefault = \"keep\"").weaker_than(preset).find("CREDIT_CARD") != std::string::npos);
    CHECK(wimple::Policy("version = 1\ndefault = \"keep\"").warnings().find("3.3.1") != std::string::npos);
    CHECK(thrown([] { static_cast<void>(wimple::Policy::preset("soc2")); }) == WIMPLE_STATUS_POLICY);
    CHECK(thrown([] { static_cast<void>(wimple::Engine().resume("", "ticket")); }) == WIMPLE_STATUS_SESSION);
}

static void recognizers()
{
    auto asked = std::make_shared<int>(0);
    const std::weak_ptr<int> held = asked;
    {
        const wimple::Engine engine(wimple::Config().recognizer("SEAT", [asked](wimple::Question &question) {
            ++*asked;
            CHECK(question.path() == "/seat" || question.path().empty());
            const std::size_t at = question.text().find("17C");
            if (at != std::string_view::npos) {
                question.add(at, at + 3, 0.9);
            }
            if (question.text() == "throw") {
                throw std::runtime_error("xylocarp");
            }
            if (question.text() == "beyond") {
                question.add(0, 99);
            }
        }));
        asked.reset();
        CHECK(engine.redact("seat 17C").text() == "seat [SEAT]");
        CHECK(engine.analyze("17C", wimple::Input().path("/seat"))[0].score() == 0.9);
        CHECK(thrown([&engine] { engine.redact("throw"); }) == WIMPLE_STATUS_CALLBACK);
        CHECK(thrown([&engine] { engine.redact("beyond"); }) == WIMPLE_STATUS_CALLBACK);
        CHECK(*held.lock() == 4);
        CHECK(engine.entities().back() == "SEAT" && engine.check() == "[]");
    }
    CHECK(held.expired());
    CHECK(thrown([] { wimple::Config().recognizer("seat", [](wimple::Question &) {}); })
          == WIMPLE_STATUS_INVALID_ARGUMENT);
}

static void models()
{
    auto asked = std::make_shared<int>(0);
    const std::weak_ptr<int> held = asked;
    {
        const wimple::Engine engine(wimple::Config().model({"PERSON", "SEAT"}, [asked](wimple::Reading &reading) {
            ++*asked;
            for (std::size_t i = 0; i < reading.size(); ++i) {
                CHECK(reading.path(i) == "/seat" || reading.path(i).empty());
                CHECK(reading.region(i).empty() && reading.role(i).empty());
                const std::size_t at = reading.text(i).find("17C");
                if (at != std::string_view::npos) {
                    reading.add(i, "SEAT", at, at + 3, 0.9);
                }
                if (reading.text(i) == "throw") {
                    throw std::runtime_error("xylocarp");
                }
                if (reading.text(i) == "city") {
                    reading.add(i, "CITY", 0, 4, 0.9);
                }
            }
        }));
        asked.reset();
        CHECK(engine.redact("seat 17C").text() == "seat [SEAT]");
        const std::vector<wimple::Result> many = engine.redact_many({"17C", "", "17C, ip 192.0.2.7"}, wimple::Input().path("/seat"));
        CHECK(many.size() == 3 && many[0].text() == "[SEAT]" && many[1].text().empty());
        CHECK(many[2].text() == "[SEAT], ip [IP_ADDRESS]" && many[2].size() == 2);
        CHECK(engine.redact_many({}).empty());
        CHECK(thrown([&engine] { static_cast<void>(engine.redact_many({"17C", "throw"})); }) == WIMPLE_STATUS_CALLBACK);
        CHECK(thrown([&engine] { static_cast<void>(engine.redact("city")); }) == WIMPLE_STATUS_CALLBACK);
        CHECK(engine.entities().back() == "SEAT");
    }
    CHECK(held.expired());
    CHECK(thrown([] { wimple::Config().model({}, [](wimple::Reading &) {}); }) == WIMPLE_STATUS_INVALID_ARGUMENT);
}

static void keys_roles_and_functions()
{
    static const std::uint8_t key[] = "0123456789abcdef0123456789abcdef";
    const wimple::Policy policy(R"(
        version = 1
        default = { operator = "partial", roles = ["billing"] }
        [on]
        CREDIT_CARD = "hash"
        EMAIL_ADDRESS = { operator = "custom", callback = "crm" }
        [[test]]
        text = "bo@example.com"
        redacted = "[customer 14]"
    )");
    CHECK(thrown([&policy] { policy.check(); }) == WIMPLE_STATUS_POLICY);
    const auto count = std::make_shared<int>(0);
    {
        const auto crm = [count](std::string_view entity, std::string_view value) {
            CHECK(entity == "EMAIL_ADDRESS");
            ++*count;
            if (value == "al@example.com") {
                throw std::runtime_error(std::string(value));
            }
            return "[customer " + std::to_string(value.size()) + "]";
        };
        const wimple::Engine engine(wimple::Config().policy(policy).hash_key(key, 32).custom("crm", crm));
        CHECK(engine.check() == "[]");
        CHECK(engine.redact("card 4111 1111 1111 1111").text() == "card [CREDIT_CARD:192958ad24534342bde90c7a8c00999c]");
        CHECK(engine.redact("bo@example.com, +1 650 253 0000").text() == "[customer 14], +1 *** *** **00");
        const wimple::Input role = wimple::Input().role("billing");
        CHECK(engine.redact("call +1 650 253 0000", role).text() == "call +1 *** *** 0000");
        CHECK(thrown([&engine] { engine.redact("al@example.com"); }) == WIMPLE_STATUS_CALLBACK);
        CHECK(*count == 3 && count.use_count() > 1);
    }
    CHECK(count.use_count() == 1); // what the function held is let go
}

static void conversations()
{
    wimple::Session session = wimple::Engine().session();
    session.redact("last 4?", wimple::Input().speaker(wimple::Speaker::agent).time(7));
    CHECK(session.redact("4417", wimple::Input().time(8)).text() == "[CARD_LAST_FOUR]");
    session.redact("4111 1111", wimple::Input().turn("m1"));
    const wimple::Result result = session.redact("1111 1111", wimple::Input().turn("m2"));
    CHECK(result.revisions().size() == 1);
    CHECK(result.revisions()[0].first == "m1" && result.revisions()[0].second == "[CREDIT_CARD]");
}

static void errors()
{
    CHECK(thrown([] { wimple::Policy("version = 1\ndefault = \"shred\""); }) == WIMPLE_STATUS_POLICY);
    CHECK(thrown([] { wimple::Engine(wimple::Config().max_input(3)).redact("4111"); }) == WIMPLE_STATUS_LIMIT);
    CHECK(thrown([] { wimple::Engine().redact("4111 \xff"); }) == WIMPLE_STATUS_INVALID_UTF8);
    CHECK(thrown([] { wimple::Input().today(2026, 2, 29); }) == WIMPLE_STATUS_INVALID_ARGUMENT);
    CHECK(thrown([] { wimple::explain_entity("4111"); }) == WIMPLE_STATUS_INVALID_ARGUMENT);

    wimple::Engine engine;
    const wimple::Engine moved = std::move(engine);
    CHECK(moved.redact("card 4111 1111 1111 1111").text() == "card [CREDIT_CARD]");
    CHECK(thrown([&engine] { engine.redact("4111"); }) == WIMPLE_STATUS_NULL_POINTER);

    // An empty config is no default config, and an empty input is not "no hints".
    wimple::Config config;
    const wimple::Config taken = std::move(config);
    CHECK(thrown([&config] { wimple::Engine unused(config); }) == WIMPLE_STATUS_NULL_POINTER);
    wimple::Input input;
    const wimple::Input kept = std::move(input);
    CHECK(thrown([&moved, &input] { moved.redact("4111", input); }) == WIMPLE_STATUS_NULL_POINTER);
}

int main()
{
    CHECK(wimple::version() == std::string_view(wimple_version().ptr, wimple_version().len));
    CHECK(!wimple::catalog_version().empty());
    CHECK(wimple::entities().size() == wimple_entity_count());
    CHECK(wimple::explain_entity("CREDIT_CARD").json().find("CREDIT_CARD") != std::string_view::npos);
    defaults();
    policies();
    recognizers();
    models();
    keys_roles_and_functions();
    conversations();
    errors();
    return 0;
}

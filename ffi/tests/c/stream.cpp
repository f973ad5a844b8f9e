// Texts in pieces through the veneer: what a function throws comes back, and a session restores what it gave out.
#include "check.h"
#include "wimple.hpp"

int main()
{
    wimple::Engine engine;
    std::string sent;
    wimple::Redactor redactor(engine, [&](std::string_view piece) { sent.append(piece); });
    redactor.write("my card is 4111 1111 ");
    redactor.write("1111 1111, caf\xc3");
    redactor.write("\xa9");
    CHECK(redactor.held() > 0);
    wimple::Redactor moved = std::move(redactor);
    wimple::Result done = moved.end();
    CHECK(sent == "my card is [CREDIT_CARD], caf\xc3\xa9");
    CHECK(done.size() == 1);

    struct Full {};
    bool thrown = false;
    wimple::Redactor full(engine, [](std::string_view) { throw Full(); });
    try {
        full.write("hello");
        full.end();
    } catch (const Full &) {
        thrown = true;
    }
    CHECK(thrown);
    try {
        full.write("x");
        CHECK(false);
    } catch (const wimple::Error &error) {
        CHECK(error.code() == WIMPLE_STATUS_INVALID_ARGUMENT);
    }

    wimple::Engine numbered(wimple::Config().policy(wimple::Policy("version = 1\ndefault = \"placeholder\"\n")));
    wimple::Session session = numbered.session();
    std::string asked, shown;
    wimple::Redactor turn(session, [&](std::string_view piece) { asked.append(piece); });
    turn.write("I am at bo@example.com");
    turn.end();
    CHECK(asked.compare(0, 25, "I am at [EMAIL_ADDRESS_1.") == 0);
    wimple::Restorer restorer(session, [&](std::string_view piece) { shown.append(piece); });
    for (char letter : asked) {
        restorer.write(std::string_view(&letter, 1));
    }
    CHECK(HOLDS(wimple_result_report(restorer.end().get()), "\"restored\":1"));
    CHECK(shown == "I am at bo@example.com");
    return 0;
}

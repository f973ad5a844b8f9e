/* Texts in pieces: what goes out is what it is for the whole, and a function that says stop is asked no more. */
#include "check.h"

typedef struct {
    char text[65536];
    size_t len;
    int calls;
    int stop_after;
} sink;

static int take(void *user, const char *text, size_t len)
{
    sink *to = (sink *)user;
    to->calls++;
    CHECK(len > 0 && to->len + len <= sizeof to->text);
    memcpy(to->text + to->len, text, len);
    to->len += len;
    return to->stop_after > 0 && to->calls >= to->stop_after;
}

static int equals(const sink *got, wimple_str should)
{
    return got->len == should.len && memcmp(got->text, should.ptr, should.len) == 0;
}

/* A text longer than what is held back, with values in it, in pieces of every size. */
static void redacting(const wimple_engine *engine)
{
    static char text[20000];
    static sink got;
    size_t len = 0, size, at;
    wimple_result *whole = NULL, *result = NULL;
    wimple_redactor *redactor = NULL;
    while (len + 80 < sizeof text) {
        const char *more = len % 3 ? "so it goes, caf\xc3\xa9; " : "mail bo@example.com, card 4111 1111 1111 1111 ";
        memcpy(text + len, more, strlen(more));
        len += strlen(more);
    }
    CHECK(wimple_engine_redact(engine, text, len, NULL, &whole, NULL) == WIMPLE_STATUS_OK);
    for (size = 1; size < 5000; size = size * 3 + 1) {
        memset(&got, 0, sizeof got);
        CHECK(wimple_redactor_new(engine, NULL, take, &got, &redactor, NULL) == WIMPLE_STATUS_OK);
        for (at = 0; at < len; at += size) {
            size_t piece = len - at < size ? len - at : size;
            CHECK(wimple_redactor_write(redactor, NULL, text + at, piece, NULL) == WIMPLE_STATUS_OK);
        }
        CHECK(wimple_redactor_held(redactor) > 0);
        CHECK(wimple_redactor_end(redactor, NULL, &result, NULL) == WIMPLE_STATUS_OK);
        CHECK(equals(&got, wimple_result_text(whole)));
        CHECK(wimple_result_count(result) == wimple_result_count(whole));
        for (at = 0; at < wimple_result_count(whole); at++) {
            wimple_span a = wimple_result_span(whole, at, WIMPLE_UTF16);
            wimple_span b = wimple_result_span(result, at, WIMPLE_UTF16);
            CHECK(a.start == b.start && a.end == b.end);
        }
        CHECK(wimple_result_text(result).len == 0 && wimple_result_report(result).len > 0);
        CHECK(wimple_redactor_write(redactor, NULL, "x", 1, NULL) == WIMPLE_STATUS_INVALID_ARGUMENT);
        wimple_result_free(result);
        wimple_redactor_free(redactor);
    }
    wimple_result_free(whole);

    memset(&got, 0, sizeof got);
    got.stop_after = 1;
    CHECK(wimple_redactor_new(engine, NULL, take, &got, &redactor, NULL) == WIMPLE_STATUS_OK);
    CHECK(wimple_redactor_write(redactor, NULL, text, len, NULL) == WIMPLE_STATUS_CALLBACK);
    CHECK(wimple_redactor_end(redactor, NULL, NULL, NULL) == WIMPLE_STATUS_INVALID_ARGUMENT);
    CHECK(got.calls == 1);
    wimple_redactor_free(redactor);

    CHECK(wimple_redactor_new(engine, NULL, NULL, NULL, &redactor, NULL) == WIMPLE_STATUS_NULL_POINTER);
    CHECK(wimple_redactor_new(engine, NULL, take, &got, &redactor, NULL) == WIMPLE_STATUS_OK);
    CHECK(wimple_redactor_write(redactor, NULL, "\xff", 1, NULL) == WIMPLE_STATUS_INVALID_UTF8);
    wimple_redactor_free(redactor);
    wimple_redactor_free(NULL);
    CHECK(wimple_redactor_write(NULL, NULL, "x", 1, NULL) == WIMPLE_STATUS_NULL_POINTER);
}

/* A turn in pieces, and the answer to it in pieces. */
static void talking(void)
{
    static sink sent, shown;
    wimple_policy *policy = NULL;
    wimple_config *config = NULL;
    wimple_engine *engine = NULL;
    wimple_session *session = NULL, *other = NULL;
    wimple_redactor *redactor = NULL;
    wimple_restorer *restorer = NULL;
    wimple_result *result = NULL;
    size_t at;
    CHECK(wimple_policy_from_document(TEXT("version = 1\ndefault = \"placeholder\"\n"), &policy, NULL) == WIMPLE_STATUS_OK);
    CHECK(wimple_config_new(&config, NULL) == WIMPLE_STATUS_OK);
    CHECK(wimple_config_set_policy(config, policy, NULL) == WIMPLE_STATUS_OK);
    CHECK(wimple_engine_new(config, &engine, NULL) == WIMPLE_STATUS_OK);
    CHECK(wimple_engine_session(engine, &session, NULL) == WIMPLE_STATUS_OK);
    CHECK(wimple_engine_session(engine, &other, NULL) == WIMPLE_STATUS_OK);

    CHECK(wimple_redactor_of_turn(session, NULL, take, &sent, &redactor, NULL) == WIMPLE_STATUS_OK);
    CHECK(wimple_redactor_write(redactor, session, TEXT("I am at bo@exam"), NULL) == WIMPLE_STATUS_OK);
    CHECK(wimple_redactor_write(redactor, other, TEXT("x"), NULL) == WIMPLE_STATUS_INVALID_ARGUMENT);
    CHECK(wimple_redactor_write(redactor, NULL, TEXT("x"), NULL) == WIMPLE_STATUS_NULL_POINTER);
    CHECK(wimple_redactor_write(redactor, session, TEXT("ple.com"), NULL) == WIMPLE_STATUS_OK);
    CHECK(wimple_redactor_end(redactor, session, &result, NULL) == WIMPLE_STATUS_OK);
    CHECK(wimple_result_count(result) == 1);
    wimple_result_free(result);
    wimple_redactor_free(redactor);
    CHECK(sent.len > 24 && memcmp(sent.text, "I am at [EMAIL_ADDRESS_1.", 25) == 0);

    CHECK(wimple_restorer_of_session(session, WIMPLE_TOLERANT, WIMPLE_SINK_TEXT, take, &shown, &restorer, NULL)
          == WIMPLE_STATUS_OK);
    for (at = 0; at < sent.len; at++) {
        CHECK(wimple_restorer_write(restorer, session, sent.text + at, 1, NULL) == WIMPLE_STATUS_OK);
    }
    CHECK(wimple_restorer_end(restorer, session, &result, NULL) == WIMPLE_STATUS_OK);
    CHECK(shown.len == 22 && memcmp(shown.text, "I am at bo@example.com", 22) == 0);
    CHECK(HOLDS(wimple_result_report(result), "\"restored\":1"));
    wimple_result_free(result);
    wimple_restorer_free(restorer);
    CHECK(wimple_restorer_new(engine, NULL, WIMPLE_EXACT, WIMPLE_SINK_TEXT, take, &shown, &restorer, NULL)
          == WIMPLE_STATUS_TOKEN);

    wimple_session_free(session);
    wimple_session_free(other);
    wimple_engine_free(engine);
    wimple_config_free(config);
    wimple_policy_free(policy);
}

int main(void)
{
    wimple_engine *engine = NULL;
    CHECK(wimple_engine_new(NULL, &engine, NULL) == WIMPLE_STATUS_OK);
    redacting(engine);
    talking();
    wimple_engine_free(engine);
    return 0;
}

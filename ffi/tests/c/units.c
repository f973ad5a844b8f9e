/* One place, counted in bytes, UTF-16 units and code points. */
#include "check.h"

static void at(const wimple_result *result, size_t index, uint32_t unit, size_t start, size_t end)
{
    wimple_span span = wimple_result_span(result, index, unit);
    CHECK(span.start == start && span.end == end);
}

int main(void)
{
    /* An emoji is 4 bytes, 2 units, 1 code point; e with acute is 2, 1, 1. */
    static const char text[] = "\xf0\x9f\x98\x80 caf\xc3\xa9 card 4111 1111 1111 1111 \xf0\x9f\x98\x80 ip 192.0.2.7.";
    static const char ascii[] = "card 4111 1111 1111 1111";
    wimple_engine *engine = NULL;
    wimple_result *result = NULL;

    CHECK(wimple_engine_new(NULL, &engine, NULL) == WIMPLE_STATUS_OK);
    CHECK(wimple_engine_redact(engine, TEXT(text), NULL, &result, NULL) == WIMPLE_STATUS_OK);
    CHECK(IS(wimple_result_text(result),
             "\xf0\x9f\x98\x80 caf\xc3\xa9 card [CREDIT_CARD] \xf0\x9f\x98\x80 ip [IP_ADDRESS]."));
    CHECK(wimple_result_count(result) == 2);
    CHECK(IS(wimple_result_entity(result, 0), "CREDIT_CARD") && IS(wimple_result_entity(result, 1), "IP_ADDRESS"));
    at(result, 0, WIMPLE_BYTES, 16, 35);
    at(result, 0, WIMPLE_UTF16, 13, 32);
    at(result, 0, WIMPLE_CODE_POINTS, 12, 31);
    at(result, 1, WIMPLE_BYTES, 44, 53);
    at(result, 1, WIMPLE_UTF16, 39, 48);
    at(result, 1, WIMPLE_CODE_POINTS, 37, 46);
    wimple_result_free(result);

    CHECK(wimple_engine_analyze(engine, TEXT(ascii), NULL, &result, NULL) == WIMPLE_STATUS_OK);
    at(result, 0, WIMPLE_BYTES, 5, 24);
    at(result, 0, WIMPLE_UTF16, 5, 24);
    at(result, 0, WIMPLE_CODE_POINTS, 5, 24);
    wimple_result_free(result);
    wimple_engine_free(engine);
    return 0;
}

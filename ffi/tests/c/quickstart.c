/* Versions, the catalogue, and one text from end to end with the defaults. */
#include "check.h"

static void versions(void)
{
    char expected[32];
    CHECK(wimple_abi() == WIMPLE_ABI);
    CHECK(wimple_version_number()
          == WIMPLE_VERSION_MAJOR * 1000000u + WIMPLE_VERSION_MINOR * 1000u + WIMPLE_VERSION_PATCH);
    snprintf(expected, sizeof expected, "%d.%d.%d", WIMPLE_VERSION_MAJOR, WIMPLE_VERSION_MINOR,
             WIMPLE_VERSION_PATCH);
    CHECK(is_text(wimple_version(), expected, strlen(expected)));
    CHECK(wimple_catalog_version().len > 0);
}

static void catalogue(void)
{
    size_t i, count = wimple_entity_count(), cards = 0;
    CHECK(count > 0);
    for (i = 0; i < count; i++) {
        wimple_str id = wimple_entity_id(i);
        wimple_explain *explain = NULL;
        CHECK(id.len > 0);
        CHECK(wimple_entity_explain(id.ptr, id.len, &explain, NULL) == WIMPLE_STATUS_OK);
        CHECK(wimple_explain_text(explain).len > 0);
        CHECK(wimple_explain_json(explain).ptr[0] == '{');
        wimple_explain_free(explain);
        cards += IS(id, "CREDIT_CARD") ? 1 : 0;
    }
    CHECK(cards == 1);
    CHECK(IS(wimple_entity_id(count), ""));
}

static void one_text(void)
{
    static const char text[] = "my card is 4111 1111 1111 1111, thanks";
    wimple_engine *engine = NULL;
    wimple_result *result = NULL;
    wimple_explain *explain = NULL;
    wimple_text *page = NULL;
    wimple_error err;
    wimple_span span;

    CHECK(wimple_engine_new(NULL, &engine, &err) == WIMPLE_STATUS_OK);
    CHECK(err.status == WIMPLE_STATUS_OK && err.message[0] == '\0');

    CHECK(wimple_engine_redact(engine, TEXT(text), NULL, &result, &err) == WIMPLE_STATUS_OK);
    CHECK(IS(wimple_result_text(result), "my card is [CREDIT_CARD], thanks"));
    CHECK(wimple_result_count(result) == 1);
    CHECK(IS(wimple_result_entity(result, 0), "CREDIT_CARD"));
    CHECK(IS(wimple_result_category(result, 0), "financial"));
    CHECK(wimple_result_score(result, 0) >= 0.5 && wimple_result_score(result, 0) <= 1.0);
    span = wimple_result_span(result, 0, WIMPLE_BYTES);
    CHECK(span.start == 11 && span.end == 30);
    CHECK(IS(wimple_result_recognizer(result, 0), "CREDIT_CARD"));
    CHECK(IS(wimple_result_verdict(result, 0), "valid"));
    CHECK(IS(wimple_result_context(result, 0), "before"));
    CHECK(wimple_result_specimen(result, 0) && !wimple_result_claimed(result, 0));
    CHECK(HOLDS(wimple_result_report(result), "\"CREDIT_CARD\""));
    CHECK(!HOLDS(wimple_result_report(result), "4111"));

    CHECK(wimple_result_html(result, TEXT(text), true, &page, &err) == WIMPLE_STATUS_OK);
    CHECK(HOLDS(wimple_text_str(page), "<!doctype html>") && HOLDS(wimple_text_str(page), "4111"));
    wimple_text_free(page);
    CHECK(wimple_result_html(result, TEXT(text), false, &page, &err) == WIMPLE_STATUS_OK);
    CHECK(HOLDS(wimple_text_str(page), "[CREDIT_CARD]") && !HOLDS(wimple_text_str(page), "4111"));
    wimple_text_free(page);
    CHECK(wimple_result_html(result, TEXT("another"), true, &page, &err) == WIMPLE_STATUS_INVALID_ARGUMENT);
    wimple_result_free(result);

    CHECK(wimple_engine_analyze(engine, TEXT(text), NULL, &result, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_result_count(result) == 1 && IS(wimple_result_entity(result, 0), "CREDIT_CARD"));
    CHECK(IS(wimple_result_text(result), "") && IS(wimple_result_report(result), ""));
    CHECK(wimple_result_html(result, TEXT(text), true, &page, &err) == WIMPLE_STATUS_INVALID_ARGUMENT);
    wimple_result_free(result);

    CHECK(wimple_engine_explain(engine, TEXT(text), NULL, &explain, &err) == WIMPLE_STATUS_OK);
    CHECK(HOLDS(wimple_explain_text(explain), "CREDIT_CARD"));
    CHECK(HOLDS(wimple_explain_json(explain), "\"CREDIT_CARD\""));
    CHECK(!HOLDS(wimple_explain_text(explain), "4111") && !HOLDS(wimple_explain_json(explain), "4111"));
    wimple_explain_free(explain);

    /* NULL with length 0 is the empty text. */
    CHECK(wimple_engine_redact(engine, NULL, 0, NULL, &result, &err) == WIMPLE_STATUS_OK);
    CHECK(IS(wimple_result_text(result), "") && wimple_result_count(result) == 0);
    wimple_result_free(result);
    wimple_engine_free(engine);
}

static void a_policy(void)
{
    static const char document[] = "version = 1\n"
                                   "[[rule]]\n"
                                   "types = [\"CREDIT_CARD\"]\n"
                                   "operator = \"mask\"\n"
                                   "keep_last = 4\n"
                                   "[[test]]\n"
                                   "name = \"last four\"\n"
                                   "text = \"card 4111 1111 1111 1111\"\n"
                                   "redacted = \"card **** **** **** 1111\"\n"
                                   "[[test]]\n"
                                   "name = \"does not hold\"\n"
                                   "text = \"card 4111 1111 1111 1111\"\n"
                                   "finds = [\"US_SSN\"]\n";
    wimple_policy *policy = NULL, *again = NULL;
    wimple_config *config = NULL;
    wimple_engine *engine = NULL;
    wimple_result *result = NULL;
    wimple_text *text = NULL;
    wimple_error err;

    CHECK(wimple_policy_from_document(TEXT(document), &policy, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_policy_check(policy, &text, &err) == WIMPLE_STATUS_OK);
    CHECK(HOLDS(wimple_text_str(text), "[{\"test\":1,\"name\":\"does not hold\",\"problem\":\""));
    CHECK(!HOLDS(wimple_text_str(text), "\"test\":0") && !HOLDS(wimple_text_str(text), "4111"));
    wimple_text_free(text);

    CHECK(wimple_policy_to_json(policy, &text, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_policy_from_document(wimple_text_str(text).ptr, wimple_text_str(text).len, &again, &err)
          == WIMPLE_STATUS_OK);
    wimple_text_free(text);

    /* Config, policy and engine end in any order. */
    CHECK(wimple_config_new(&config, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_config_set_policy(config, again, &err) == WIMPLE_STATUS_OK);
    wimple_policy_free(policy);
    wimple_policy_free(again);
    CHECK(wimple_engine_new(config, &engine, &err) == WIMPLE_STATUS_OK);
    wimple_config_free(config);
    CHECK(wimple_engine_redact(engine, TEXT("card 4111 1111 1111 1111"), NULL, &result, &err) == WIMPLE_STATUS_OK);
    wimple_engine_free(engine);
    CHECK(IS(wimple_result_text(result), "card **** **** **** 1111"));
    wimple_result_free(result);
}

static void hints(void)
{
    wimple_engine *engine = NULL;
    wimple_input *input = NULL;
    wimple_result *result = NULL;
    wimple_error err;

    CHECK(wimple_engine_new(NULL, &engine, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_input_new(&input, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_input_set_path(input, TEXT("/customer/ssn"), &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_input_set_region(input, TEXT("US"), &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_input_set_today(input, 2026, 11, 23, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_engine_analyze(engine, TEXT("472-81-0094"), input, &result, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_result_count(result) == 1 && IS(wimple_result_entity(result, 0), "US_SSN"));
    CHECK(IS(wimple_result_context(result, 0), "field"));
    wimple_result_free(result);
    wimple_input_free(input);
    wimple_engine_free(engine);
}

int main(void)
{
    versions();
    catalogue();
    one_text();
    a_policy();
    hints();
    return 0;
}

/* Every wrong use gives its status, leaves its output alone, and says nothing of the text. */
#include "check.h"

#define CANARY "4111 1111 1111 1111"

static wimple_error err;

/* The status of the call and of err agree; the message is there, ends, and does not hold the canary. */
static int fails(wimple_status status, wimple_status expected)
{
    wimple_str message;
    CHECK(memchr(err.message, '\0', sizeof err.message) != NULL);
    message.ptr = err.message;
    message.len = strlen(err.message);
    CHECK(message.len > 0 && !HOLDS(message, CANARY) && !HOLDS(message, "4111"));
    CHECK(err.status == status);
    return status == expected;
}

static void null_objects(const wimple_engine *engine)
{
    wimple_session *session = NULL;
    wimple_result *result = NULL;
    wimple_explain *explain = NULL;
    wimple_policy *policy = NULL;
    wimple_engine *made = NULL;
    wimple_config *config = NULL;
    wimple_text *text = NULL;
    const wimple_status null = WIMPLE_STATUS_NULL_POINTER;

    CHECK(fails(wimple_engine_redact(NULL, TEXT(CANARY), NULL, &result, &err), null));
    CHECK(fails(wimple_engine_analyze(NULL, TEXT(CANARY), NULL, &result, &err), null));
    CHECK(fails(wimple_engine_explain(NULL, TEXT(CANARY), NULL, &explain, &err), null));
    CHECK(fails(wimple_engine_session(NULL, &session, &err), null));
    CHECK(fails(wimple_session_redact(NULL, TEXT(CANARY), NULL, &result, &err), null));
    CHECK(fails(wimple_session_analyze(NULL, TEXT(CANARY), NULL, &result, &err), null));
    CHECK(fails(wimple_session_restore(NULL, TEXT(CANARY), WIMPLE_EXACT, &result, &err), null));
    CHECK(fails(wimple_session_restore_into(NULL, TEXT(CANARY), WIMPLE_EXACT, WIMPLE_SINK_TEXT, &result, &err), null));
    CHECK(fails(wimple_session_seal(NULL, TEXT(CANARY), TEXT(CANARY), &text, &err), null));
    CHECK(fails(wimple_engine_resume(NULL, TEXT(CANARY), TEXT(CANARY), TEXT(CANARY), &session, &err), null));
    CHECK(fails(wimple_policy_weaker_than(NULL, NULL, &text, &err), null));
    CHECK(fails(wimple_policy_warnings(NULL, &text, &err), null));
    CHECK(fails(wimple_policy_check(NULL, &text, &err), null));
    CHECK(fails(wimple_policy_to_json(NULL, &text, &err), null));
    CHECK(fails(wimple_config_set_policy(NULL, NULL, &err), null));
    CHECK(fails(wimple_config_set_max_input(NULL, 1, &err), null));
    CHECK(fails(wimple_config_set_max_findings(NULL, 1, &err), null));
    CHECK(fails(wimple_input_set_path(NULL, TEXT("/a"), &err), null));
    CHECK(fails(wimple_input_set_region(NULL, TEXT("US"), &err), null));
    CHECK(fails(wimple_input_set_role(NULL, TEXT("billing"), &err), null));
    CHECK(fails(wimple_input_set_tenant(NULL, TEXT("acme"), &err), null));
    CHECK(fails(wimple_input_set_subject(NULL, TEXT("17"), &err), null));
    CHECK(fails(wimple_input_set_today(NULL, 2026, 1, 1, &err), null));

    /* No place for the answer. */
    CHECK(fails(wimple_engine_new(NULL, NULL, &err), null));
    CHECK(fails(wimple_engine_redact(engine, TEXT(CANARY), NULL, NULL, &err), null));
    CHECK(fails(wimple_engine_analyze(engine, TEXT(CANARY), NULL, NULL, &err), null));
    CHECK(fails(wimple_engine_explain(engine, TEXT(CANARY), NULL, NULL, &err), null));
    CHECK(fails(wimple_engine_session(engine, NULL, &err), null));
    CHECK(fails(wimple_config_new(NULL, &err), null));
    CHECK(fails(wimple_input_new(NULL, &err), null));
    CHECK(fails(wimple_policy_from_document(TEXT("version = 1"), NULL, &err), null));
    CHECK(fails(wimple_entity_explain(TEXT("CREDIT_CARD"), NULL, &err), null));
    CHECK(fails(wimple_result_html(NULL, TEXT(CANARY), true, NULL, &err), null));

    /* A length without a text. */
    CHECK(fails(wimple_engine_redact(engine, NULL, 3, NULL, &result, &err), null));
    CHECK(fails(wimple_engine_analyze(engine, NULL, 3, NULL, &result, &err), null));
    CHECK(fails(wimple_policy_from_document(NULL, 3, &policy, &err), null));
    CHECK(fails(wimple_entity_explain(NULL, 3, &explain, &err), null));

    CHECK(wimple_config_new(&config, &err) == WIMPLE_STATUS_OK);
    CHECK(fails(wimple_config_set_policy(config, NULL, &err), null));
    wimple_config_free(config);

    /* err may be NULL as well. */
    CHECK(wimple_engine_redact(NULL, NULL, 0, NULL, NULL, NULL) == null);
    CHECK(wimple_engine_new(NULL, &made, NULL) == WIMPLE_STATUS_OK);
    wimple_engine_free(made);

    /* A failed call leaves its output alone. */
    CHECK(!session && !result && !explain && !policy && !text);
}

static void null_questions(void)
{
    wimple_span span = wimple_result_span(NULL, 0, WIMPLE_BYTES);
    CHECK(span.start == 0 && span.end == 0);
    CHECK(IS(wimple_result_text(NULL), "") && IS(wimple_result_report(NULL), ""));
    CHECK(wimple_result_count(NULL) == 0 && wimple_result_score(NULL, 0) == 0.0);
    CHECK(IS(wimple_result_entity(NULL, 0), "") && IS(wimple_result_category(NULL, 0), ""));
    CHECK(IS(wimple_result_recognizer(NULL, 0), "") && IS(wimple_result_verdict(NULL, 0), ""));
    CHECK(IS(wimple_result_context(NULL, 0), "") && IS(wimple_result_twin(NULL, 0), ""));
    CHECK(wimple_result_folding(NULL, 0).len == 0);
    CHECK(!wimple_result_claimed(NULL, 0) && !wimple_result_specimen(NULL, 0));
    CHECK(wimple_result_alternative_count(NULL, 0) == 0 && IS(wimple_result_alternative(NULL, 0, 0), ""));
    CHECK(IS(wimple_text_str(NULL), "") && IS(wimple_explain_text(NULL), "") && IS(wimple_explain_json(NULL), ""));
}

static void null_frees(void)
{
    wimple_text_free(NULL);
    wimple_policy_free(NULL);
    wimple_config_free(NULL);
    wimple_input_free(NULL);
    wimple_engine_free(NULL);
    wimple_session_free(NULL);
    wimple_result_free(NULL);
    wimple_explain_free(NULL);
}

static void texts_that_are_none(const wimple_engine *engine)
{
    static const char broken[] = "card " CANARY " \xff\xfe";
    static const char cut[] = "caf\xc3";
    static const char surrogate[] = "\xed\xa0\x80";
    wimple_session *session = NULL;
    wimple_result *result = NULL;
    wimple_explain *explain = NULL;
    wimple_policy *policy = NULL;
    wimple_input *input = NULL;
    wimple_text *text = NULL;
    const wimple_status utf8 = WIMPLE_STATUS_INVALID_UTF8;

    CHECK(fails(wimple_engine_redact(engine, TEXT(broken), NULL, &result, &err), utf8));
    CHECK(strstr(err.message, "byte 25") != NULL);
    CHECK(fails(wimple_engine_analyze(engine, TEXT(cut), NULL, &result, &err), utf8));
    CHECK(strstr(err.message, "byte 3") != NULL);
    CHECK(fails(wimple_engine_explain(engine, TEXT(surrogate), NULL, &explain, &err), utf8));
    CHECK(strstr(err.message, "byte 0") != NULL);
    CHECK(fails(wimple_policy_from_document(TEXT(broken), &policy, &err), utf8));
    CHECK(fails(wimple_entity_explain(TEXT(broken), &explain, &err), utf8));
    CHECK(wimple_input_new(&input, &err) == WIMPLE_STATUS_OK);
    CHECK(fails(wimple_input_set_path(input, TEXT(broken), &err), utf8));
    CHECK(fails(wimple_input_set_region(input, TEXT(broken), &err), utf8));
    CHECK(fails(wimple_input_set_role(input, TEXT(broken), &err), utf8));
    CHECK(fails(wimple_input_set_tenant(input, TEXT(broken), &err), utf8));
    CHECK(fails(wimple_input_set_subject(input, TEXT(broken), &err), utf8));
    wimple_input_free(input);
    CHECK(wimple_engine_session(engine, &session, &err) == WIMPLE_STATUS_OK);
    CHECK(fails(wimple_session_redact(session, TEXT(broken), NULL, &result, &err), utf8));
    CHECK(fails(wimple_session_analyze(session, TEXT(broken), NULL, &result, &err), utf8));
    CHECK(fails(wimple_session_restore(session, TEXT(broken), WIMPLE_EXACT, &result, &err), utf8));
    CHECK(fails(wimple_session_restore_into(session, TEXT(broken), WIMPLE_EXACT, WIMPLE_SINK_TEXT, &result, &err), utf8));
    CHECK(fails(wimple_session_seal(session, TEXT(broken), TEXT(""), &text, &err), utf8));
    CHECK(fails(wimple_session_seal(session, TEXT(""), TEXT(broken), &text, &err), utf8));
    wimple_session_free(session);
    CHECK(fails(wimple_policy_from_preset(TEXT(broken), &policy, &err), utf8));
    CHECK(!result && !explain && !policy && !text);
}

static void arguments(const wimple_engine *engine)
{
    wimple_session *session = NULL;
    wimple_result *result = NULL;
    wimple_explain *explain = NULL;
    wimple_input *input = NULL;
    wimple_policy *policy = NULL;
    wimple_text *text = NULL;
    const wimple_status argument = WIMPLE_STATUS_INVALID_ARGUMENT;

    CHECK(fails(wimple_engine_redact(engine, CANARY, SIZE_MAX, NULL, &result, &err), argument));
    CHECK(fails(wimple_entity_explain(TEXT("NO_SUCH_TYPE"), &explain, &err), argument));
    CHECK(fails(wimple_entity_explain(TEXT(CANARY), &explain, &err), argument));
    CHECK(wimple_input_new(&input, &err) == WIMPLE_STATUS_OK);
    CHECK(fails(wimple_input_set_today(input, 2026, 2, 29, &err), argument));
    CHECK(fails(wimple_input_set_today(input, 2026, 13, 1, &err), argument));
    CHECK(fails(wimple_input_set_today(input, 70000, 1, 1, &err), argument));
    wimple_input_free(input);
    CHECK(wimple_engine_session(engine, &session, &err) == WIMPLE_STATUS_OK);
    CHECK(fails(wimple_session_restore(session, TEXT(CANARY), 7, &result, &err), argument));
    CHECK(fails(wimple_session_restore_into(session, TEXT(CANARY), 7, WIMPLE_SINK_TEXT, &result, &err), argument));
    CHECK(fails(wimple_session_restore_into(session, TEXT(CANARY), WIMPLE_LOOSE, 7, &result, &err), argument));
    /* Without keys no session is sealed. */
    CHECK(fails(wimple_session_seal(session, TEXT("ticket"), TEXT(""), &text, &err), WIMPLE_STATUS_SESSION));
    CHECK(fails(wimple_engine_resume(engine, TEXT(CANARY), TEXT("ticket"), TEXT(""), &session, &err), WIMPLE_STATUS_SESSION));
    CHECK(fails(wimple_policy_from_preset(TEXT("soc2"), &policy, &err), WIMPLE_STATUS_POLICY));
    CHECK(fails(wimple_policy_from_preset(TEXT(CANARY), &policy, &err), WIMPLE_STATUS_POLICY));
    CHECK(!text && !policy);
    wimple_session_free(session);

    /* Out of range. */
    CHECK(wimple_engine_analyze(engine, TEXT("card " CANARY), NULL, &result, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_result_count(result) == 1);
    CHECK(IS(wimple_result_entity(result, 1), "") && IS(wimple_result_entity(result, SIZE_MAX), ""));
    CHECK(wimple_result_score(result, 1) == 0.0);
    CHECK(wimple_result_span(result, 1, WIMPLE_BYTES).end == 0);
    CHECK(wimple_result_span(result, 0, 3).end == 0 && wimple_result_span(result, 0, WIMPLE_BYTES).end != 0);
    CHECK(IS(wimple_result_alternative(result, 0, SIZE_MAX), ""));
    CHECK(IS(wimple_entity_id(SIZE_MAX), ""));
    wimple_result_free(result);
}

static void policies(void)
{
    wimple_policy *policy = NULL;
    CHECK(fails(wimple_policy_from_document(TEXT("version = 1\ndefault = \"shred\"\n"), &policy, &err),
                WIMPLE_STATUS_POLICY));
    CHECK(fails(wimple_policy_from_document(TEXT("version = "), &policy, &err), WIMPLE_STATUS_POLICY));
    CHECK(fails(wimple_policy_from_document(TEXT("{\"version\": 1, "), &policy, &err), WIMPLE_STATUS_POLICY));
    CHECK(fails(wimple_policy_from_document(NULL, 0, &policy, &err), WIMPLE_STATUS_POLICY));
    CHECK(fails(wimple_policy_from_document(
                    TEXT("version = 1\n[[benign]]\nname = \"order\"\nregex = \"ORD-(\"\n"), &policy, &err),
                WIMPLE_STATUS_POLICY));
    /* A long message is cut, and still ends. */
    CHECK(fails(wimple_policy_from_document(TEXT("version = 1\nnosuchkeynosuchkeynosuchkeynosuchkeynosuchkeynosuchkey"
                                                 "nosuchkeynosuchkeynosuchkeynosuchkeynosuchkeynosuchkeynosuchkey"
                                                 "nosuchkeynosuchkeynosuchkeynosuchkeynosuchkeynosuchkeynosuchkey"
                                                 "nosuchkeynosuchkeynosuchkeynosuchkeynosuchkeynosuchkeynosuchkey = 1\n"),
                                            &policy, &err),
                WIMPLE_STATUS_POLICY));
    CHECK(policy == NULL);
}

static void limits(void)
{
    wimple_config *config = NULL;
    wimple_engine *engine = NULL;
    wimple_result *result = NULL;

    CHECK(wimple_config_new(&config, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_config_set_max_input(config, 16, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_engine_new(config, &engine, &err) == WIMPLE_STATUS_OK);
    CHECK(fails(wimple_engine_redact(engine, TEXT("card " CANARY), NULL, &result, &err), WIMPLE_STATUS_LIMIT));
    CHECK(fails(wimple_engine_analyze(engine, TEXT("card " CANARY), NULL, &result, &err), WIMPLE_STATUS_LIMIT));
    wimple_engine_free(engine);

    CHECK(wimple_config_set_max_input(config, 1000, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_config_set_max_findings(config, 0, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_engine_new(config, &engine, &err) == WIMPLE_STATUS_OK);
    CHECK(fails(wimple_engine_redact(engine, TEXT("card " CANARY), NULL, &result, &err), WIMPLE_STATUS_LIMIT));
    CHECK(result == NULL);

    /* A call that succeeds clears err. */
    CHECK(wimple_engine_redact(engine, TEXT("hello"), NULL, &result, &err) == WIMPLE_STATUS_OK);
    CHECK(err.status == WIMPLE_STATUS_OK && err.message[0] == '\0');
    wimple_result_free(result);
    wimple_engine_free(engine);
    wimple_config_free(config);
}

int main(void)
{
    wimple_engine *engine = NULL;
    CHECK(wimple_engine_new(NULL, &engine, &err) == WIMPLE_STATUS_OK);
    null_objects(engine);
    null_questions();
    null_frees();
    texts_that_are_none(engine);
    arguments(engine);
    policies();
    limits();
    wimple_engine_free(engine);
    return 0;
}

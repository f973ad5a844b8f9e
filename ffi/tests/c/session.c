/* A conversation: the same value keeps its placeholder, and the answer gets the values back. */
#include "check.h"

static const char policy_json[] =
    "{\"version\": 1, \"default\": {\"operator\": \"placeholder\", \"restorable\": true}}";

static wimple_session *conversation(void)
{
    wimple_policy *policy = NULL;
    wimple_config *config = NULL;
    wimple_engine *engine = NULL;
    wimple_session *session = NULL;
    CHECK(wimple_policy_from_document(TEXT(policy_json), &policy, NULL) == WIMPLE_STATUS_OK);
    CHECK(wimple_config_new(&config, NULL) == WIMPLE_STATUS_OK);
    CHECK(wimple_config_set_policy(config, policy, NULL) == WIMPLE_STATUS_OK);
    CHECK(wimple_engine_new(config, &engine, NULL) == WIMPLE_STATUS_OK);
    CHECK(wimple_engine_session(engine, &session, NULL) == WIMPLE_STATUS_OK);
    /* The session keeps what it needs. */
    wimple_engine_free(engine);
    wimple_config_free(config);
    wimple_policy_free(policy);
    return session;
}

/* What was sealed is taken up again under the same keys, name and tenant, and under no others. */
static void sealed(void)
{
    wimple_policy *policy = NULL;
    wimple_config *config = NULL;
    wimple_keyset *keyset = NULL;
    wimple_engine *engine = NULL;
    wimple_session *session = NULL, *resumed = NULL;
    wimple_result *out = NULL, *back = NULL;
    wimple_text *seal = NULL;
    wimple_str text, asked;
    wimple_error err;

    CHECK(wimple_policy_from_document(TEXT(policy_json), &policy, NULL) == WIMPLE_STATUS_OK);
    CHECK(wimple_config_new(&config, NULL) == WIMPLE_STATUS_OK);
    CHECK(wimple_config_set_policy(config, policy, NULL) == WIMPLE_STATUS_OK);
    CHECK(wimple_keyset_new(&keyset, NULL) == WIMPLE_STATUS_OK);
    CHECK(wimple_config_set_keyset(config, keyset, NULL) == WIMPLE_STATUS_OK);
    CHECK(wimple_engine_new(config, &engine, NULL) == WIMPLE_STATUS_OK);
    CHECK(wimple_engine_session(engine, &session, NULL) == WIMPLE_STATUS_OK);
    CHECK(wimple_session_redact(session, TEXT("card 4111 1111 1111 1111"), NULL, &out, NULL) == WIMPLE_STATUS_OK);
    CHECK(wimple_session_seal(session, TEXT("ticket"), TEXT("acme"), &seal, &err) == WIMPLE_STATUS_OK);
    text = wimple_text_str(seal);
    CHECK(HOLDS(text, "wims1.") && !HOLDS(text, "4111"));
    wimple_session_free(session);

    CHECK(wimple_engine_resume(engine, text.ptr, text.len, TEXT("ticket"), TEXT(""), &resumed, &err)
          == WIMPLE_STATUS_SESSION);
    CHECK(resumed == NULL && strstr(err.message, "does not open") != NULL);
    CHECK(wimple_engine_resume(engine, text.ptr, text.len, TEXT("ticket"), TEXT("acme"), &resumed, &err)
          == WIMPLE_STATUS_OK);
    asked = wimple_result_text(out);
    CHECK(wimple_session_restore(resumed, asked.ptr, asked.len, WIMPLE_EXACT, &back, &err) == WIMPLE_STATUS_OK);
    CHECK(IS(wimple_result_text(back), "card 4111 1111 1111 1111"));
    wimple_result_free(back);
    wimple_result_free(out);
    wimple_session_free(resumed);
    wimple_text_free(seal);
    wimple_engine_free(engine);
    wimple_keyset_free(keyset);
    wimple_config_free(config);
    wimple_policy_free(policy);
}

int main(void)
{
    wimple_session *session = conversation(), *stranger = conversation();
    wimple_result *first = NULL, *second = NULL, *back = NULL, *found = NULL;
    wimple_error err;
    wimple_str text;

    CHECK(wimple_session_redact(session, TEXT("card 4111 1111 1111 1111"), NULL, &first, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_session_redact(session, TEXT("again, card 4111 1111 1111 1111"), NULL, &second, &err)
          == WIMPLE_STATUS_OK);
    text = wimple_result_text(first);
    CHECK(HOLDS(text, "card [CREDIT_CARD_1.") && !HOLDS(text, "4111"));
    CHECK(wimple_result_text(second).len == text.len + strlen("again, "));
    CHECK(memcmp(wimple_result_text(second).ptr + strlen("again, "), text.ptr, text.len) == 0);

    CHECK(wimple_session_restore(session, text.ptr, text.len, WIMPLE_EXACT, &back, &err) == WIMPLE_STATUS_OK);
    CHECK(IS(wimple_result_text(back), "card 4111 1111 1111 1111"));
    CHECK(wimple_result_count(back) == 0);
    CHECK(HOLDS(wimple_result_report(back), "\"restored\":1") && !HOLDS(wimple_result_report(back), "4111"));
    wimple_result_free(back);

    sealed();

    /* Without its brackets it is looked for where that is asked for; a value is escaped for where it is put. */
    CHECK(wimple_session_restore(session, text.ptr + 6, text.len - 7, WIMPLE_LOOSE, &back, &err) == WIMPLE_STATUS_OK);
    CHECK(IS(wimple_result_text(back), "4111 1111 1111 1111"));
    wimple_result_free(back);
    CHECK(wimple_session_restore_into(session, text.ptr, text.len, WIMPLE_EXACT, WIMPLE_SINK_HTML, &back, &err)
          == WIMPLE_STATUS_OK);
    CHECK(IS(wimple_result_text(back), "card 4111 1111 1111 1111"));
    wimple_result_free(back);

    /* Another conversation does not know the placeholder. */
    CHECK(wimple_session_restore(stranger, text.ptr, text.len, WIMPLE_TOLERANT, &back, &err) == WIMPLE_STATUS_OK);
    CHECK(!HOLDS(wimple_result_text(back), "4111"));
    wimple_result_free(back);

    CHECK(wimple_session_analyze(session, TEXT("ip 192.0.2.7"), NULL, &found, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_result_count(found) == 1 && IS(wimple_result_entity(found, 0), "IP_ADDRESS"));

    /* Results live longer than their session. */
    wimple_session_free(session);
    wimple_session_free(stranger);
    CHECK(HOLDS(wimple_result_text(first), "[CREDIT_CARD_1."));
    wimple_result_free(found);
    wimple_result_free(second);
    wimple_result_free(first);
    return 0;
}

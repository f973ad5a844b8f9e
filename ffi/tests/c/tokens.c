/* Tokens: made, known, opened for the right customer, renewed; and values kept in a vault. */
#include "check.h"

static const char policy_json[] = "{\"version\": 1, \"default\": \"tokenize\"}";

static wimple_engine *engine(const wimple_keyset *keyset, const wimple_vault *vault)
{
    wimple_policy *policy = NULL;
    wimple_config *config = NULL;
    wimple_engine *made = NULL;
    CHECK(wimple_policy_from_document(TEXT(policy_json), &policy, NULL) == WIMPLE_STATUS_OK);
    CHECK(wimple_config_new(&config, NULL) == WIMPLE_STATUS_OK);
    CHECK(wimple_config_set_policy(config, policy, NULL) == WIMPLE_STATUS_OK);
    CHECK(wimple_config_set_keyset(config, keyset, NULL) == WIMPLE_STATUS_OK);
    if (vault != NULL) {
        CHECK(wimple_config_set_vault(config, vault, NULL) == WIMPLE_STATUS_OK);
    }
    CHECK(wimple_engine_new(config, &made, NULL) == WIMPLE_STATUS_OK);
    wimple_config_free(config);
    wimple_policy_free(policy);
    return made;
}

static wimple_input *about(const char *tenant, const char *subject)
{
    wimple_input *input = NULL;
    CHECK(wimple_input_new(&input, NULL) == WIMPLE_STATUS_OK);
    CHECK(wimple_input_set_tenant(input, tenant, strlen(tenant), NULL) == WIMPLE_STATUS_OK);
    CHECK(wimple_input_set_subject(input, subject, strlen(subject), NULL) == WIMPLE_STATUS_OK);
    return input;
}

int main(void)
{
    wimple_keyset *keyset = NULL;
    wimple_vault *vault = NULL;
    wimple_result *out = NULL, *back = NULL, *renewed = NULL;
    wimple_tokens *tokens = NULL;
    wimple_error err;
    wimple_str text;
    wimple_span span;
    size_t count = 0;

    CHECK(wimple_keyset_new(&keyset, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_vault_new_memory(&vault, &err) == WIMPLE_STATUS_OK);
    wimple_engine *plain = engine(keyset, NULL), *kept = engine(keyset, vault);
    wimple_input *mine = about("acme", "cust-42"), *theirs = about("acme", "cust-43");

    /* A token knows its customer. */
    CHECK(wimple_engine_redact(plain, TEXT("an \xC3\xA9: bo@example.com"), mine, &out, &err) == WIMPLE_STATUS_OK);
    text = wimple_result_text(out);
    CHECK(HOLDS(text, "an \xC3\xA9: wimd_email_address1") && !HOLDS(text, "bo@"));
    CHECK(wimple_engine_restore(plain, text.ptr, text.len, mine, WIMPLE_EXACT, WIMPLE_SINK_TEXT, &back, &err)
          == WIMPLE_STATUS_OK);
    CHECK(IS(wimple_result_text(back), "an \xC3\xA9: bo@example.com") && wimple_result_count(back) == 0);
    CHECK(HOLDS(wimple_result_report(back), "\"restored\":1"));
    wimple_result_free(back);
    CHECK(wimple_engine_restore(plain, text.ptr, text.len, theirs, WIMPLE_TOLERANT, WIMPLE_SINK_TEXT, &back, &err)
          == WIMPLE_STATUS_OK);
    CHECK(!HOLDS(wimple_result_text(back), "bo@") && HOLDS(wimple_result_report(back), "\"closed\":1"));
    wimple_result_free(back);

    /* Where tokens stand, and whose they are. */
    CHECK(wimple_engine_tokens(plain, text.ptr, text.len, &tokens, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_tokens_count(tokens) == 1 && IS(wimple_tokens_state(tokens, 0), "own"));
    CHECK(IS(wimple_tokens_kind(tokens, 0), "deterministic") && IS(wimple_tokens_entity(tokens, 0), "EMAIL_ADDRESS"));
    CHECK(wimple_tokens_key_id(tokens, 0).len == 8 && wimple_tokens_state(tokens, 1).len == 0);
    span = wimple_tokens_span(tokens, 0, WIMPLE_BYTES);
    CHECK(span.start == 7 && span.end == text.len);
    CHECK(wimple_tokens_span(tokens, 0, WIMPLE_CODE_POINTS).start == 6);
    CHECK(wimple_tokens_span(tokens, 0, 9).end == 0 && wimple_tokens_span(tokens, 1, WIMPLE_BYTES).end == 0);
    wimple_tokens_free(tokens);

    /* A rotated key leaves its tokens open, and renewing makes them tokens of the new one. */
    CHECK(wimple_keyset_rotate(keyset, &err) == WIMPLE_STATUS_OK);
    wimple_engine *rotated = engine(keyset, NULL);
    CHECK(wimple_engine_retokenize(rotated, text.ptr, text.len, mine, &renewed, &err) == WIMPLE_STATUS_OK);
    CHECK(HOLDS(wimple_result_report(renewed), "\"renewed\":1"));
    CHECK(wimple_result_text(renewed).len == text.len
          && memcmp(wimple_result_text(renewed).ptr, text.ptr, text.len) != 0);
    wimple_result_free(renewed);
    wimple_result_free(out);

    /* A vault keeps a value once, and what it names is escaped for the place it goes to. */
    CHECK(wimple_engine_redact(kept, TEXT("bo@example.com, bo@example.com"), NULL, &out, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_vault_count(vault, &count, &err) == WIMPLE_STATUS_OK && count == 1);
    wimple_vault_free(vault);
    text = wimple_result_text(out);
    CHECK(HOLDS(text, "wimv_email_address1"));
    CHECK(wimple_engine_restore(kept, text.ptr, text.len, NULL, WIMPLE_TOLERANT, WIMPLE_SINK_HTML, &back, &err)
          == WIMPLE_STATUS_OK);
    CHECK(IS(wimple_result_text(back), "bo@example.com, bo@example.com"));
    wimple_result_free(back);
    CHECK(wimple_engine_restore(plain, text.ptr, text.len, NULL, 9, WIMPLE_SINK_TEXT, &back, &err)
          == WIMPLE_STATUS_INVALID_ARGUMENT);
    CHECK(wimple_engine_restore(plain, text.ptr, text.len, NULL, WIMPLE_EXACT, 9, &back, &err)
          == WIMPLE_STATUS_INVALID_ARGUMENT);

    /* Without keys nothing opens; NULL is refused where an object is needed. */
    wimple_engine *keyless = NULL;
    CHECK(wimple_engine_new(NULL, &keyless, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_engine_restore(keyless, text.ptr, text.len, NULL, WIMPLE_EXACT, WIMPLE_SINK_TEXT, &back, &err)
          == WIMPLE_STATUS_TOKEN);
    CHECK(err.status == 710);
    CHECK(wimple_engine_tokens(NULL, text.ptr, text.len, &tokens, &err) == WIMPLE_STATUS_NULL_POINTER);
    CHECK(wimple_vault_count(NULL, &count, &err) == WIMPLE_STATUS_NULL_POINTER);
    CHECK(wimple_tokens_count(NULL) == 0);
    wimple_tokens_free(NULL);
    wimple_vault_free(NULL);

    wimple_result_free(out);
    wimple_input_free(mine);
    wimple_input_free(theirs);
    wimple_engine_free(keyless);
    wimple_engine_free(rotated);
    wimple_engine_free(plain);
    wimple_engine_free(kept);
    wimple_keyset_free(keyset);
    return 0;
}

/* Keysets: the life of keys, files, key services, and what knows tokens without opening them. */
#include "check.h"

#ifdef __unix__
#include <sys/stat.h>
#endif

static wimple_error err;

static const char policy_json[] = "{\"version\": 1, \"default\": \"tokenize\"}";

static wimple_engine *engine_with(const wimple_keyset *keyset, const wimple_token_recognizer *recognizer)
{
    wimple_policy *policy = NULL;
    wimple_config *config = NULL;
    wimple_engine *engine = NULL;
    CHECK(wimple_config_new(&config, &err) == WIMPLE_STATUS_OK);
    if (keyset != NULL) {
        CHECK(wimple_policy_from_document(TEXT(policy_json), &policy, &err) == WIMPLE_STATUS_OK);
        CHECK(wimple_config_set_policy(config, policy, &err) == WIMPLE_STATUS_OK);
        CHECK(wimple_config_set_keyset(config, keyset, &err) == WIMPLE_STATUS_OK);
    }
    if (recognizer != NULL) {
        CHECK(wimple_config_add_token_recognizer(config, recognizer, &err) == WIMPLE_STATUS_OK);
    }
    CHECK(wimple_engine_new(config, &engine, &err) == WIMPLE_STATUS_OK);
    wimple_config_free(config);
    wimple_policy_free(policy);
    return engine;
}

static wimple_result *redacted(const wimple_engine *engine, wimple_str text)
{
    wimple_result *result = NULL;
    CHECK(wimple_engine_redact(engine, text.ptr, text.len, NULL, &result, &err) == WIMPLE_STATUS_OK);
    return result;
}

static wimple_str str(const char *text)
{
    wimple_str str;
    str.ptr = text;
    str.len = strlen(text);
    return str;
}

static int restores(const wimple_engine *engine, wimple_str text, const char *expected)
{
    wimple_result *result = NULL;
    int same;
    CHECK(wimple_engine_restore(engine, text.ptr, text.len, NULL, WIMPLE_EXACT, WIMPLE_SINK_TEXT, &result, &err)
          == WIMPLE_STATUS_OK);
    same = is_text(wimple_result_text(result), expected, strlen(expected));
    wimple_result_free(result);
    return same;
}

static wimple_lock *passphrase(const char *text)
{
    wimple_lock *lock = NULL;
    CHECK(wimple_lock_new_passphrase((const uint8_t *)text, strlen(text), &lock, &err) == WIMPLE_STATUS_OK);
    return lock;
}

/* One key is made, replaced, put out of use and destroyed, while a text lives. */
static void life(void)
{
    static const char value[] = "write to bo@example.com";
    wimple_keyset *keyset = NULL;
    wimple_engine *engine;
    wimple_result *result, *renewed = NULL;
    wimple_str first;
    char old[9];

    CHECK(wimple_keyset_new(&keyset, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_keyset_count(keyset) == 1 && wimple_keyset_sequence(keyset) == 1);
    CHECK(HOLDS(wimple_keyset_id(keyset), "ks_"));
    CHECK(IS(wimple_keyset_key_status(keyset, 0), "enabled") && wimple_keyset_key_is_primary(keyset, 0));
    CHECK(wimple_keyset_key_created(keyset, 0).len == 0 && wimple_keyset_key_id(keyset, 1).len == 0);
    first = wimple_keyset_key_id(keyset, 0);
    CHECK(first.len == 8);
    memcpy(old, first.ptr, 8);
    old[8] = 0;

    CHECK(wimple_keyset_set_created(keyset, TEXT("00000000"), 2026, 11, 23, &err) == WIMPLE_STATUS_KEYSET);
    CHECK(wimple_keyset_set_created(keyset, old, 8, 2026, 2, 29, &err) == WIMPLE_STATUS_INVALID_ARGUMENT);
    CHECK(wimple_keyset_set_created(keyset, old, 8, 2026, 11, 23, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_keyset_set_expires(keyset, old, 8, 2027, 11, 23, &err) == WIMPLE_STATUS_OK);
    CHECK(IS(wimple_keyset_key_created(keyset, 0), "2026-11-23") && IS(wimple_keyset_key_expires(keyset, 0), "2027-11-23"));
    CHECK(wimple_keyset_set_expires(keyset, old, 8, 0, 0, 0, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_keyset_key_expires(keyset, 0).len == 0);

    engine = engine_with(keyset, NULL);
    result = redacted(engine, str(value));
    wimple_engine_free(engine);
    CHECK(!HOLDS(wimple_result_text(result), "bo@") && HOLDS(wimple_result_text(result), "wimd_email_address1"));

    CHECK(wimple_keyset_destroy(keyset, old, 8, &err) == WIMPLE_STATUS_KEYSET);
    CHECK(strstr(err.message, "primary") != NULL);
    CHECK(wimple_keyset_rotate(keyset, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_keyset_count(keyset) == 2 && wimple_keyset_key_is_primary(keyset, 1) && !wimple_keyset_key_is_primary(keyset, 0));
    engine = engine_with(keyset, NULL);
    CHECK(restores(engine, wimple_result_text(result), value));
    CHECK(wimple_engine_retokenize(engine, wimple_result_text(result).ptr, wimple_result_text(result).len, NULL, &renewed, &err)
          == WIMPLE_STATUS_OK);
    wimple_engine_free(engine);

    CHECK(wimple_keyset_mark_compromised(keyset, old, 8, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_keyset_key_is_compromised(keyset, 0));
    CHECK(wimple_keyset_promote(keyset, old, 8, &err) == WIMPLE_STATUS_KEYSET);
    CHECK(wimple_keyset_disable(keyset, old, 8, &err) == WIMPLE_STATUS_OK);
    CHECK(IS(wimple_keyset_key_status(keyset, 0), "disabled"));
    engine = engine_with(keyset, NULL);
    CHECK(!restores(engine, wimple_result_text(result), value) && restores(engine, wimple_result_text(renewed), value));
    wimple_engine_free(engine);
    CHECK(wimple_keyset_enable(keyset, old, 8, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_keyset_free_slot(keyset, old, 8, &err) == WIMPLE_STATUS_KEYSET);
    CHECK(wimple_keyset_destroy(keyset, old, 8, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_keyset_free_slot(keyset, old, 8, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_keyset_enable(keyset, old, 8, &err) == WIMPLE_STATUS_KEYSET);
    CHECK(strstr(err.message, "destroyed") != NULL);
    engine = engine_with(keyset, NULL);
    CHECK(!restores(engine, wimple_result_text(result), value) && restores(engine, wimple_result_text(renewed), value));
    wimple_engine_free(engine);

    wimple_result_free(renewed);
    wimple_result_free(result);
    wimple_keyset_free(keyset);
}

/* Sealed with a passphrase, opened with it and with no other, and not when it is too old. */
static void sealed(void)
{
    wimple_keyset *keyset = NULL, *again = NULL;
    wimple_lock *lock = passphrase("twelve characters or more"), *other = passphrase("another passphrase");
    wimple_lock *short_one = passphrase("short");
    wimple_text *text = NULL;
    wimple_engine *engine;
    wimple_result *result;
    wimple_str file;

    CHECK(wimple_keyset_new(&keyset, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_keyset_seal(keyset, short_one, &text, &err) == WIMPLE_STATUS_KEYSET && text == NULL);
    CHECK(wimple_keyset_seal(keyset, NULL, &text, &err) == WIMPLE_STATUS_NULL_POINTER);
    CHECK(wimple_keyset_seal(keyset, lock, &text, &err) == WIMPLE_STATUS_OK);
    file = wimple_text_str(text);
    CHECK(HOLDS(file, "\"format\": \"wimple-keyset\""));
    CHECK(wimple_keyset_open(file.ptr, file.len, other, &again, &err) == WIMPLE_STATUS_KEYSET && again == NULL);
    CHECK(strstr(err.message, "another passphrase or key") != NULL && strstr(err.message, "twelve") == NULL);
    CHECK(wimple_keyset_open(file.ptr, file.len - 20, lock, &again, &err) == WIMPLE_STATUS_KEYSET);
    CHECK(wimple_keyset_open(file.ptr, file.len, NULL, &again, &err) == WIMPLE_STATUS_NULL_POINTER);
    CHECK(wimple_keyset_open(file.ptr, file.len, lock, &again, &err) == WIMPLE_STATUS_OK);

    engine = engine_with(keyset, NULL);
    result = redacted(engine, str("bo@example.com"));
    wimple_engine_free(engine);
    engine = engine_with(again, NULL);
    CHECK(restores(engine, wimple_result_text(result), "bo@example.com"));
    wimple_engine_free(engine);
    wimple_result_free(result);
    wimple_keyset_free(again);
    again = NULL;

    CHECK(wimple_lock_set_today(lock, 2026, 13, 1, &err) == WIMPLE_STATUS_INVALID_ARGUMENT);
    CHECK(wimple_lock_set_today(lock, 2026, 11, 25, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_lock_set_least_sequence(lock, 2, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_keyset_open(file.ptr, file.len, lock, &again, &err) == WIMPLE_STATUS_KEYSET);
    CHECK(strstr(err.message, "number 1, and number 2") != NULL && again == NULL);

    wimple_text_free(text);
    wimple_lock_free(short_one);
    wimple_lock_free(other);
    wimple_lock_free(lock);
    wimple_keyset_free(keyset);
}

/* What stands for a key service. */
typedef struct {
    int asked;
    int dropped;
    int broken;
} service;

static uint32_t crossed(void *user, wimple_wrapping *wrapping)
{
    uint8_t answer[64];
    size_t i;
    wimple_str key = wimple_wrapping_key(wrapping), bound = wimple_wrapping_bound(wrapping);
    service *state = (service *)user;
    state->asked++;
    CHECK(key.len == 32 && HOLDS(bound, "wimple-keyset 1 ks_"));
    for (i = 0; i < key.len; i++) {
        answer[i] = (uint8_t)(((const uint8_t *)key.ptr)[i] ^ (uint8_t)bound.ptr[i % bound.len]);
    }
    CHECK(wimple_wrapping_answer(wrapping, NULL, 3, NULL) == WIMPLE_STATUS_NULL_POINTER);
    CHECK(wimple_wrapping_answer(wrapping, answer, key.len, NULL) == WIMPLE_STATUS_OK);
    return state->broken ? 1u : 0u;
}

static uint32_t forgets(void *user, wimple_wrapping *wrapping)
{
    (void)wrapping;
    ((service *)user)->asked++;
    return 0;
}

static void dropped(void *user)
{
    ((service *)user)->dropped++;
}

static void services(void)
{
    service state = {0, 0, 0};
    wimple_keyset *keyset = NULL, *again = NULL;
    wimple_lock *lock = NULL, *lazy = NULL;
    wimple_text *text = NULL;
    wimple_str file;

    CHECK(wimple_keyset_new(&keyset, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_lock_new_wrapper(TEXT("keys/chat"), NULL, crossed, &state, dropped, &lock, &err) == WIMPLE_STATUS_NULL_POINTER);
    CHECK(wimple_lock_new_wrapper(TEXT("keys/chat"), crossed, crossed, &state, dropped, NULL, &err) == WIMPLE_STATUS_NULL_POINTER);
    CHECK(state.dropped == 0);
    CHECK(wimple_lock_new_wrapper(TEXT("keys/chat"), crossed, crossed, &state, dropped, &lock, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_lock_new_wrapper(NULL, 0, forgets, forgets, &state, dropped, &lazy, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_keyset_seal(keyset, lock, &text, &err) == WIMPLE_STATUS_OK && state.asked == 1);
    file = wimple_text_str(text);
    CHECK(HOLDS(file, "\"name\": \"keys/chat\""));
    CHECK(wimple_keyset_open(file.ptr, file.len, lock, &again, &err) == WIMPLE_STATUS_OK && state.asked == 2);
    CHECK(wimple_keyset_id(again).len == wimple_keyset_id(keyset).len);
    wimple_keyset_free(again);
    again = NULL;
    CHECK(wimple_keyset_open(file.ptr, file.len, lazy, &again, &err) == WIMPLE_STATUS_CALLBACK && again == NULL);
    state.broken = 1;
    CHECK(wimple_keyset_open(file.ptr, file.len, lock, &again, &err) == WIMPLE_STATUS_CALLBACK && again == NULL);

    wimple_text_free(text);
    wimple_lock_free(lock);
    CHECK(state.dropped == 1);
    wimple_lock_free(lazy);
    CHECK(state.dropped == 2);
    wimple_keyset_free(keyset);
}

/* Knows tokens and opens none. */
static void recognizers(void)
{
    wimple_keyset *keyset = NULL;
    wimple_token_recognizer *recognizer = NULL, *again = NULL;
    wimple_lock *lock = passphrase("twelve characters or more");
    wimple_text *text = NULL;
    wimple_engine *inside, *edge;
    wimple_result *made, *same, *closed = NULL;
    wimple_str token;

    CHECK(wimple_keyset_new(&keyset, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_keyset_export_recognizer(keyset, &recognizer, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_token_recognizer_seal(recognizer, lock, &text, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_token_recognizer_open(wimple_text_str(text).ptr, wimple_text_str(text).len, lock, &again, &err)
          == WIMPLE_STATUS_OK);
    inside = engine_with(keyset, NULL);
    edge = engine_with(NULL, again);
    made = redacted(inside, str("bo@example.com"));
    token = wimple_result_text(made);
    same = redacted(edge, token);
    CHECK(is_text(wimple_result_text(same), token.ptr, token.len));
    CHECK(wimple_engine_restore(edge, token.ptr, token.len, NULL, WIMPLE_EXACT, WIMPLE_SINK_TEXT, &closed, &err)
          == WIMPLE_STATUS_TOKEN);

    wimple_result_free(same);
    wimple_result_free(made);
    wimple_engine_free(edge);
    wimple_engine_free(inside);
    wimple_text_free(text);
    wimple_token_recognizer_free(again);
    wimple_token_recognizer_free(recognizer);
    wimple_lock_free(lock);
    wimple_keyset_free(keyset);
}

/* Files are written for their owner alone, and read if they are. The folder is the program's first argument. */
static void files(const char *folder)
{
    char path[1024];
    int length = snprintf(path, sizeof path, "%s/keyset.json", folder);
    size_t len = (size_t)length;
    wimple_keyset *keyset = NULL, *again = NULL;
    wimple_lock *lock = passphrase("twelve characters or more");
    CHECK(length > 0 && len < sizeof path);

    CHECK(wimple_keyset_new(&keyset, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_keyset_from_file(TEXT("/no/such/file"), lock, &again, &err) == WIMPLE_STATUS_KEYSET);
    CHECK(wimple_keyset_to_file(keyset, TEXT("/no/such/folder/file"), lock, &err) == WIMPLE_STATUS_KEYSET);
    CHECK(wimple_keyset_to_file(keyset, path, len, lock, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_keyset_to_file(keyset, path, len, lock, &err) == WIMPLE_STATUS_OK); /* in its place */
#ifdef __unix__
    {
        struct stat known;
        CHECK(stat(path, &known) == 0 && (known.st_mode & 0777) == 0600);
        CHECK(chmod(path, 0640) == 0);
        CHECK(wimple_keyset_from_file(path, len, lock, &again, &err) == WIMPLE_STATUS_KEYSET && again == NULL);
        CHECK(strstr(err.message, "mode is 640") != NULL);
        CHECK(chmod(path, 0600) == 0);
    }
#endif
    CHECK(wimple_keyset_from_file(path, len, lock, &again, &err) == WIMPLE_STATUS_OK);
    CHECK(is_text(wimple_keyset_id(again), wimple_keyset_id(keyset).ptr, wimple_keyset_id(keyset).len));
    wimple_keyset_free(again);
    again = NULL;
    CHECK(remove(path) == 0);

    /* The test sets the first to what protects nothing, the second to no keyset, the third to one in base64. */
    CHECK(wimple_keyset_from_env(TEXT("WIMPLE_TEST_KEYSET_NONE"), lock, &again, &err) == WIMPLE_STATUS_KEYSET);
    CHECK(wimple_keyset_from_env(TEXT("A=B"), lock, &again, &err) == WIMPLE_STATUS_KEYSET);
    CHECK(wimple_keyset_from_env(TEXT("WIMPLE_TEST_KEYSET_BARE"), lock, &again, &err) == WIMPLE_STATUS_KEYSET);
    wimple_lock_free(lock);
    lock = passphrase("published with the tests");
    CHECK(wimple_keyset_from_env(TEXT("WIMPLE_TEST_KEYSET"), lock, &again, &err) == WIMPLE_STATUS_OK);
    CHECK(IS(wimple_keyset_id(again), "ks_0123456789abcdef"));
    wimple_keyset_free(again);
    again = NULL;
    CHECK(wimple_keyset_from_env(TEXT("WIMPLE_TEST_KEYSET_BASE64"), lock, &again, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_keyset_count(again) == 4 && IS(wimple_keyset_key_status(again, 3), "destroyed"));
    CHECK(wimple_keyset_key_is_compromised(again, 1) && IS(wimple_keyset_key_created(again, 0), "2026-11-01"));
    wimple_keyset_free(again);
    wimple_lock_free(lock);
    wimple_keyset_free(keyset);
}

int main(int argc, char **argv)
{
    life();
    sealed();
    services();
    recognizers();
    /* The test names a folder and sets the environment; alone, under valgrind for one, the program writes nothing. */
    if (argc == 2) {
        files(argv[1]);
    }

    /* Nothing is nothing. */
    CHECK(wimple_keyset_count(NULL) == 0 && wimple_keyset_sequence(NULL) == 0 && wimple_keyset_id(NULL).len == 0);
    CHECK(wimple_keyset_rotate(NULL, &err) == WIMPLE_STATUS_NULL_POINTER);
    CHECK(wimple_keyset_promote(NULL, TEXT("00000001"), &err) == WIMPLE_STATUS_NULL_POINTER);
    wimple_keyset_free(NULL);
    wimple_lock_free(NULL);
    wimple_token_recognizer_free(NULL);
    return 0;
}

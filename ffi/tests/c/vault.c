/* The vault on disk: a customer is forgotten, a value corrected, a forked handle refused. POSIX. */
#define _POSIX_C_SOURCE 200809L
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"

static wimple_error err;
static char vault_path[4096], keys_path[4096], backup_path[4096];
static wimple_lock *lock;

/* A key service that encrypts nothing: a passphrase would take a tenth of a second each time. */
static uint32_t turned(void *user, wimple_wrapping *wrapping)
{
    uint8_t bytes[32];
    wimple_str key = wimple_wrapping_key(wrapping);
    size_t i;
    (void)user;
    CHECK(key.len == sizeof bytes);
    for (i = 0; i < key.len; i++) {
        bytes[i] = (uint8_t)(((const uint8_t *)key.ptr)[i] ^ 0x5a);
    }
    return wimple_wrapping_answer(wrapping, bytes, sizeof bytes, NULL) == WIMPLE_STATUS_OK ? 0 : 1;
}

static uint32_t save(void *user, const wimple_keyset *keyset)
{
    int *calls = user;
    if (calls == NULL) {
        return 1;
    }
    *calls += 1;
    return wimple_keyset_to_file(keyset, keys_path, strlen(keys_path), lock, NULL) == WIMPLE_STATUS_OK ? 0 : 1;
}

static wimple_engine *engine(const wimple_keyset *keyset, const wimple_vault *vault)
{
    static const char policy_json[] = "{\"version\": 1, \"default\": \"tokenize\"}";
    wimple_policy *policy = NULL;
    wimple_config *config = NULL;
    wimple_engine *engine = NULL;
    CHECK(wimple_config_new(&config, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_policy_from_document(TEXT(policy_json), &policy, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_config_set_policy(config, policy, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_config_set_keyset(config, keyset, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_config_set_vault(config, vault, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_engine_new(config, &engine, &err) == WIMPLE_STATUS_OK);
    wimple_config_free(config);
    wimple_policy_free(policy);
    return engine;
}

static wimple_input *about(const char *subject)
{
    wimple_input *input = NULL;
    CHECK(wimple_input_new(&input, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_input_set_tenant(input, TEXT("acme"), &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_input_set_subject(input, subject, strlen(subject), &err) == WIMPLE_STATUS_OK);
    return input;
}

static wimple_result *token(const wimple_engine *engine, const char *value, const char *subject)
{
    wimple_input *input = about(subject);
    wimple_result *result = NULL;
    CHECK(wimple_engine_redact(engine, value, strlen(value), input, &result, &err) == WIMPLE_STATUS_OK);
    CHECK(HOLDS(wimple_result_text(result), "wimv_email_address1"));
    wimple_input_free(input);
    return result;
}

static int restores(const wimple_engine *engine, wimple_str text, const char *subject, wimple_str expected)
{
    wimple_input *input = about(subject);
    wimple_result *result = NULL;
    int same;
    CHECK(wimple_engine_restore(engine, text.ptr, text.len, input, WIMPLE_EXACT, WIMPLE_SINK_TEXT, &result, &err)
          == WIMPLE_STATUS_OK);
    same = is_text(wimple_result_text(result), expected.ptr, expected.len);
    wimple_result_free(result);
    wimple_input_free(input);
    return same;
}

static wimple_str str(const char *text)
{
    wimple_str str;
    str.ptr = text;
    str.len = strlen(text);
    return str;
}

/* A receipt of the keyset that holds `part`. */
static void received(const wimple_keyset *keyset, wimple_text *receipt, const char *part)
{
    wimple_str text = wimple_text_str(receipt);
    bool verified = false;
    CHECK(wimple_keyset_verify_receipt(keyset, text.ptr, text.len, &verified, &err) == WIMPLE_STATUS_OK);
    CHECK(verified && holds_text(text, part, strlen(part)));
    wimple_text_free(receipt);
}

static void forked(const wimple_engine *engine, const wimple_vault *vault, const wimple_keyset *keyset)
{
    int status = 0;
    pid_t child = fork();
    CHECK(child >= 0);
    if (child == 0) {
        wimple_vault *own = NULL;
        wimple_result *result = NULL;
        size_t count = 0;
        CHECK(wimple_vault_count(vault, &count, &err) == WIMPLE_STATUS_VAULT);
        CHECK(strstr(err.message, "fork") != NULL);
        CHECK(wimple_engine_redact(engine, TEXT("x@example.com"), NULL, &result, &err) == WIMPLE_STATUS_VAULT);
        CHECK(wimple_vault_open(vault_path, strlen(vault_path), keyset, NULL, &own, &err) == WIMPLE_STATUS_VAULT);
        CHECK(strstr(err.message, "fork") != NULL);
        /* Another program ends the process: valgrind would count what the parent still uses. */
        execlp("true", "true", (char *)NULL);
        _exit(0);
    }
    CHECK(waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

int main(void)
{
    char folder[] = "/tmp/wimple-vault-XXXXXX";
    wimple_keyset *keyset = NULL, *old = NULL;
    wimple_vault *vault = NULL, *other = NULL, *memory = NULL;
    wimple_vault_options *options = NULL;
    wimple_engine *working;
    wimple_result *gone, *stays;
    wimple_text *text = NULL;
    int calls = 0;

    CHECK(mkdtemp(folder) != NULL);
    snprintf(vault_path, sizeof vault_path, "%s/customers.vault", folder);
    snprintf(keys_path, sizeof keys_path, "%s/keys.json", folder);
    snprintf(backup_path, sizeof backup_path, "%s/backup.vault", folder);
    CHECK(wimple_lock_new_wrapper(NULL, 0, turned, turned, NULL, NULL, &lock, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_keyset_new(&keyset, &err) == WIMPLE_STATUS_OK);

    /* A keyset that cannot be kept makes no vault. */
    CHECK(wimple_vault_create(vault_path, strlen(vault_path), keyset, save, NULL, NULL, &vault, &err)
          == WIMPLE_STATUS_CALLBACK);
    CHECK(wimple_vault_create(vault_path, strlen(vault_path), keyset, NULL, NULL, NULL, &vault, &err)
          == WIMPLE_STATUS_NULL_POINTER);
    CHECK(vault == NULL);
    CHECK(wimple_vault_options_new(&options, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_vault_options_set_wait(options, 2000, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_vault_options_set_max_bytes(options, 1 << 24, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_vault_options_set_quick_check(options, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_vault_options_set_today(options, 2026, 11, 25, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_vault_options_set_today(options, 2026, 2, 29, &err) == WIMPLE_STATUS_INVALID_ARGUMENT);
    CHECK(wimple_vault_create(vault_path, strlen(vault_path), keyset, save, &calls, options, &vault, &err)
          == WIMPLE_STATUS_OK);
    CHECK(calls == 1 && HOLDS(wimple_vault_id(vault), "vt_"));
    CHECK(wimple_vault_create(vault_path, strlen(vault_path), keyset, save, &calls, NULL, &other, &err)
          == WIMPLE_STATUS_VAULT);

    working = engine(keyset, vault);
    gone = token(working, "bo@example.com", "42");
    stays = token(working, "al@example.com", "43");
    forked(working, vault, keyset);

    CHECK(wimple_vault_export(vault, TEXT("acme"), TEXT("42"), &text, &err) == WIMPLE_STATUS_OK);
    CHECK(HOLDS(wimple_text_str(text), "bo@example.com") && !HOLDS(wimple_text_str(text), "al@example.com"));
    wimple_text_free(text);
    CHECK(wimple_vault_rectify(vault, TEXT("acme"), TEXT("43"), wimple_result_text(stays).ptr,
                               wimple_result_text(stays).len, TEXT("alan@example.com"), &text, &err)
          == WIMPLE_STATUS_OK);
    received(keyset, text, "\"action\":\"rectify\"");
    CHECK(restores(working, wimple_result_text(stays), "43", str("alan@example.com")));

    CHECK(wimple_vault_hold(vault, TEXT("acme"), TEXT("42"), &text, &err) == WIMPLE_STATUS_OK);
    received(keyset, text, "\"held\":true");
    CHECK(wimple_vault_erase(vault, TEXT("acme"), TEXT("42"), &text, &err) == WIMPLE_STATUS_VAULT);
    CHECK(strstr(err.message, "legal hold") != NULL);
    CHECK(wimple_vault_release(vault, TEXT("acme"), TEXT("42"), &text, &err) == WIMPLE_STATUS_OK);
    received(keyset, text, "\"held\":false");
    CHECK(wimple_vault_restrict(vault, TEXT("acme"), TEXT("42"), &text, &err) == WIMPLE_STATUS_OK);
    received(keyset, text, "\"restricted\":true");
    CHECK(restores(working, wimple_result_text(gone), "42", wimple_result_text(gone)));
    CHECK(wimple_vault_unrestrict(vault, TEXT("acme"), TEXT("42"), &text, &err) == WIMPLE_STATUS_OK);
    received(keyset, text, "\"restricted\":false");
    CHECK(restores(working, wimple_result_text(gone), "42", str("bo@example.com")));

    CHECK(wimple_vault_backup(vault, backup_path, strlen(backup_path), &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_vault_erase(vault, TEXT("acme"), TEXT("42"), &text, &err) == WIMPLE_STATUS_OK);
    received(keyset, text, "\"total\":1");
    CHECK(wimple_keyset_from_file(keys_path, strlen(keys_path), lock, &old, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_vault_finalise_erasure(vault, keyset, save, NULL, -1, &text, &err) == WIMPLE_STATUS_CALLBACK);
    CHECK(wimple_vault_finalise_erasure(vault, keyset, save, &calls, -1, &text, &err) == WIMPLE_STATUS_OK);
    CHECK(calls == 3);
    received(keyset, text, "\"destroyed_epochs\":[1]");
    CHECK(restores(working, wimple_result_text(gone), "42", wimple_result_text(gone)));
    CHECK(restores(working, wimple_result_text(stays), "43", str("alan@example.com")));

    /* The backup is dead, and so is the older keyset. */
    CHECK(wimple_vault_open(backup_path, strlen(backup_path), keyset, NULL, &other, &err) == WIMPLE_STATUS_VAULT);
    CHECK(wimple_vault_open(vault_path, strlen(vault_path), old, NULL, &other, &err) == WIMPLE_STATUS_VAULT);
    CHECK(strstr(err.message, "epoch key") != NULL);
    CHECK(wimple_vault_open(keys_path, strlen(keys_path), keyset, NULL, &other, &err) == WIMPLE_STATUS_VAULT);
    CHECK(wimple_vault_take_keys(vault, old, &err) == WIMPLE_STATUS_VAULT);
    CHECK(wimple_vault_take_keys(vault, keyset, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_vault_finalise_erasure(vault, keyset, save, &calls, 30, &text, &err) == WIMPLE_STATUS_OK);
    received(keyset, text, "\"old_copies_open_until\":\"2026-12-25\"");
    CHECK(wimple_vault_destroy_epochs(vault, keyset, save, &calls, &text, &err) == WIMPLE_STATUS_OK);
    received(keyset, text, "\"destroyed_epochs\":[]");

    CHECK(wimple_vault_set_retention(vault, TEXT("EMAIL_ADDRESS"), 0, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_vault_sweep(vault, &text, &err) == WIMPLE_STATUS_OK);
    received(keyset, text, "\"EMAIL_ADDRESS\":1");
    CHECK(wimple_vault_set_retention(vault, TEXT("EMAIL_ADDRESS"), -1, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_vault_set_retention(vault, TEXT("no type"), 1, &err) == WIMPLE_STATUS_INVALID_ARGUMENT);
    CHECK(wimple_vault_status(vault, &text, &err) == WIMPLE_STATUS_OK);
    CHECK(HOLDS(wimple_text_str(text), "\"epoch\":3"));
    wimple_text_free(text);
    CHECK(wimple_vault_check(vault, &text, &err) == WIMPLE_STATUS_OK);
    CHECK(HOLDS(wimple_text_str(text), "\"well\":true"));
    wimple_text_free(text);

    CHECK(wimple_vault_options_set_read_only(options, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_vault_options_set_any_file_system(options, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_vault_open(vault_path, strlen(vault_path), keyset, options, &other, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_vault_sweep(other, &text, &err) == WIMPLE_STATUS_VAULT);

    /* A vault in memory has none of this. */
    CHECK(wimple_vault_new_memory(&memory, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_vault_sweep(memory, &text, &err) == WIMPLE_STATUS_INVALID_ARGUMENT);
    CHECK(wimple_vault_sweep(NULL, &text, &err) == WIMPLE_STATUS_NULL_POINTER);
    CHECK(wimple_vault_id(memory).len == 0 && wimple_vault_id(NULL).len == 0);

    wimple_vault_free(memory);
    wimple_vault_free(other);
    wimple_vault_free(vault);
    wimple_vault_options_free(options);
    wimple_vault_options_free(NULL);
    wimple_engine_free(working);
    wimple_result_free(gone);
    wimple_result_free(stays);
    wimple_keyset_free(old);
    wimple_keyset_free(keyset);
    wimple_lock_free(lock);
    CHECK(unlink(vault_path) == 0 && unlink(keys_path) == 0 && unlink(backup_path) == 0);
    CHECK(rmdir(folder) == 0);
    return 0;
}

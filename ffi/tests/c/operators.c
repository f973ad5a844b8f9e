/* Operators that need more than a policy: roles, a key, functions of the host. */
#include "check.h"

#define CARD "4111 1111 1111 1111"
static const uint8_t key[] = "0123456789abcdef0123456789abcdef";

static wimple_error err;

/* The engine of a policy, with the key and the callbacks of the config. */
static wimple_status engine_of(wimple_config *config, const char *document, wimple_engine **out)
{
    wimple_policy *policy = NULL;
    wimple_status status = wimple_policy_from_document(document, strlen(document), &policy, &err);
    CHECK(status == WIMPLE_STATUS_OK);
    CHECK(wimple_config_set_policy(config, policy, &err) == WIMPLE_STATUS_OK);
    wimple_policy_free(policy);
    return wimple_engine_new(config, out, &err);
}

static void redacts(const wimple_engine *engine, const char *text, const wimple_input *input, const char *expected)
{
    wimple_result *result = NULL;
    CHECK(wimple_engine_redact(engine, text, strlen(text), input, &result, &err) == WIMPLE_STATUS_OK);
    CHECK(is_text(wimple_result_text(result), expected, strlen(expected)));
    wimple_result_free(result);
}

static void roles(void)
{
    wimple_config *config = NULL;
    wimple_engine *engine = NULL;
    wimple_input *input = NULL;

    CHECK(wimple_config_new(&config, &err) == WIMPLE_STATUS_OK);
    CHECK(engine_of(config, "version = 1\ndefault = { operator = \"partial\", roles = [\"billing\"] }\n", &engine)
          == WIMPLE_STATUS_OK);
    wimple_config_free(config);
    CHECK(wimple_input_new(&input, &err) == WIMPLE_STATUS_OK);
    redacts(engine, "card " CARD, NULL, "card **** **** **** 1111");
    CHECK(wimple_input_set_role(input, TEXT("agent"), &err) == WIMPLE_STATUS_OK);
    redacts(engine, "card " CARD, input, "card **** **** **** 1111");
    CHECK(wimple_input_set_role(input, TEXT("billing"), &err) == WIMPLE_STATUS_OK);
    redacts(engine, "card " CARD, input, "card 4111 11** **** 1111");
    CHECK(wimple_input_set_role(input, NULL, 0, &err) == WIMPLE_STATUS_OK);
    redacts(engine, "card " CARD, input, "card **** **** **** 1111");
    wimple_input_free(input);
    wimple_engine_free(engine);
}

static void less_exact(void)
{
    wimple_config *config = NULL;
    wimple_engine *engine = NULL;
    CHECK(wimple_config_new(&config, &err) == WIMPLE_STATUS_OK);
    CHECK(engine_of(config, "version = 1\n[on]\nIP_ADDRESS = \"generalize\"\n", &engine) == WIMPLE_STATUS_OK);
    redacts(engine, "login from 203.0.113.7", NULL, "login from 203.0.113.0/24");
    redacts(engine, "login from 203.0.113.0/24", NULL, "login from 203.0.113.0/24");
    wimple_engine_free(engine);
    wimple_config_free(config);
}

/* Operators with keys are written in the document; without keys there is no engine. */
static void keyed(void)
{
    static const char *const documents[][2] = {
        { "version = 1\ndefault = { operator = \"tokenize\", form = \"canonical\" }\n", "tokenize needs a keyset" },
        { "version = 1\ndefault = \"encrypt\"\n", "encrypt needs a keyset" },
        { "version = 1\n[on]\nCREDIT_CARD = { operator = \"fpe\", keep_last = 4 }\n", "fpe needs a keyset" },
        { "version = 1\ndefault = \"pseudonym\"\n", "pseudonym needs a keyset" },
        { "version = 1\n[on]\nDATE_OF_BIRTH = { operator = \"shift_date\", most = 90 }\n", "shift_date needs a keyset" },
    };
    wimple_config *config = NULL;
    wimple_engine *engine = NULL;
    wimple_input *input = NULL;
    size_t i;

    CHECK(wimple_config_new(&config, &err) == WIMPLE_STATUS_OK);
    for (i = 0; i < sizeof documents / sizeof documents[0]; i++) {
        CHECK(engine_of(config, documents[i][0], &engine) == WIMPLE_STATUS_POLICY && engine == NULL);
        CHECK(strstr(err.message, documents[i][1]) != NULL);
    }
    CHECK(engine_of(config, "version = 1\n", &engine) == WIMPLE_STATUS_OK);
    wimple_config_free(config);
    CHECK(wimple_input_new(&input, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_input_set_tenant(input, TEXT("acme"), &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_input_set_subject(input, TEXT("customer 17"), &err) == WIMPLE_STATUS_OK);
    redacts(engine, "card " CARD, input, "card [CREDIT_CARD]");
    CHECK(wimple_input_set_tenant(input, NULL, 0, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_input_set_subject(input, NULL, 0, &err) == WIMPLE_STATUS_OK);
    wimple_input_free(input);
    wimple_engine_free(engine);
}

static void hashes(void)
{
    static const char document[] = "version = 1\ndefault = \"hash\"\n"
                                   "[[test]]\ntext = \"card " CARD "\"\n"
                                   "redacted = \"card [CREDIT_CARD:192958ad24534342bde90c7a8c00999c]\"\n";
    wimple_config *config = NULL;
    wimple_engine *engine = NULL;
    wimple_policy *policy = NULL;
    wimple_text *text = NULL;

    /* Without a key, and with a bad one, there is no engine. */
    CHECK(wimple_config_new(&config, &err) == WIMPLE_STATUS_OK);
    CHECK(engine_of(config, document, &engine) == WIMPLE_STATUS_POLICY);
    CHECK(strstr(err.message, "hash needs a key") != NULL);
    CHECK(wimple_config_set_hash_key(config, key, 31, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_engine_new(config, &engine, &err) == WIMPLE_STATUS_INVALID_ARGUMENT);
    CHECK(strstr(err.message, "has 31") != NULL && strstr(err.message, "0123") == NULL);
    CHECK(engine == NULL);
    CHECK(wimple_config_set_hash_key(config, NULL, 32, &err) == WIMPLE_STATUS_NULL_POINTER);
    CHECK(wimple_config_set_hash_key(NULL, key, 32, &err) == WIMPLE_STATUS_NULL_POINTER);

    CHECK(wimple_config_set_hash_key(config, key, 32, &err) == WIMPLE_STATUS_OK);
    CHECK(engine_of(config, document, &engine) == WIMPLE_STATUS_OK);
    wimple_config_free(config);
    redacts(engine, "card 4111-1111-1111-1111", NULL, "card [CREDIT_CARD:192958ad24534342bde90c7a8c00999c]");

    /* The examples of such a policy are run with the engine's key. */
    CHECK(wimple_engine_check(engine, &text, &err) == WIMPLE_STATUS_OK);
    CHECK(IS(wimple_text_str(text), "[]"));
    wimple_text_free(text);
    text = NULL;
    CHECK(wimple_policy_from_document(TEXT(document), &policy, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_policy_check(policy, &text, &err) == WIMPLE_STATUS_POLICY && text == NULL);
    CHECK(wimple_engine_check(NULL, &text, &err) == WIMPLE_STATUS_NULL_POINTER && text == NULL);
    wimple_policy_free(policy);
    wimple_engine_free(engine);
}

/* What the functions below work on. */
typedef struct {
    int asked;
    int dropped;
} state;

static uint32_t numbered(void *user, wimple_ask *ask)
{
    char answer[32];
    int length;
    CHECK(IS(wimple_ask_entity(ask), "CREDIT_CARD") && IS(wimple_ask_category(ask), "financial"));
    CHECK(wimple_ask_score(ask) > 0.5 && wimple_ask_score(ask) <= 1.0);
    CHECK(IS(wimple_ask_value(ask), CARD));
    CHECK(wimple_ask_answer(ask, TEXT("\xff"), NULL) == WIMPLE_STATUS_INVALID_UTF8);
    CHECK(wimple_ask_answer(ask, TEXT("first thought"), NULL) == WIMPLE_STATUS_OK);
    length = snprintf(answer, sizeof answer, "[card %d]", ++((state *)user)->asked);
    return wimple_ask_answer(ask, answer, (size_t)length, NULL);
}

static uint32_t nothing(void *user, wimple_ask *ask)
{
    (void)user;
    return wimple_ask_answer(ask, NULL, 0, NULL);
}

static uint32_t refuses(void *user, wimple_ask *ask)
{
    ((state *)user)->asked++;
    wimple_ask_answer(ask, TEXT("too late"), NULL);
    return 17;
}

static uint32_t forgets(void *user, wimple_ask *ask)
{
    ((state *)user)->asked++;
    (void)ask;
    return 0;
}

static uint32_t leaks(void *user, wimple_ask *ask)
{
    (void)user;
    return wimple_ask_answer(ask, TEXT("4111-1111-1111-1111"), NULL);
}

static void dropped(void *user)
{
    ((state *)user)->dropped++;
}

static void callbacks(void)
{
    static const char document[] = "version = 1\n[[rule]]\ntypes = [\"CREDIT_CARD\"]\noperator = \"custom\"\n"
                                   "callback = \"cards\"\n";
    static const wimple_custom_fn failing[] = {refuses, forgets, leaks};
    static const char *const why[] = {"it gave no answer", "it gave no answer", "its answer holds the value"};
    wimple_config *config = NULL;
    wimple_engine *engine = NULL, *second = NULL;
    wimple_session *session = NULL;
    wimple_result *result = NULL;
    state used = {0, 0}, other = {0, 0};
    size_t i;

    CHECK(wimple_config_new(&config, &err) == WIMPLE_STATUS_OK);
    CHECK(engine_of(config, document, &engine) == WIMPLE_STATUS_POLICY);
    CHECK(strstr(err.message, "\"cards\"") != NULL && engine == NULL);
    CHECK(wimple_config_add_custom(config, TEXT("cards"), NULL, &other, dropped, &err) == WIMPLE_STATUS_NULL_POINTER);
    CHECK(wimple_config_add_custom(NULL, TEXT("cards"), numbered, &other, dropped, &err) == WIMPLE_STATUS_NULL_POINTER);
    CHECK(wimple_config_add_custom(config, TEXT("\xff"), numbered, &other, dropped, &err) == WIMPLE_STATUS_INVALID_UTF8);
    CHECK(other.dropped == 0);

    CHECK(wimple_config_add_custom(config, TEXT("cards"), numbered, &used, dropped, &err) == WIMPLE_STATUS_OK);
    CHECK(engine_of(config, document, &engine) == WIMPLE_STATUS_OK);
    CHECK(engine_of(config, document, &second) == WIMPLE_STATUS_OK);
    redacts(engine, "card " CARD " and card " CARD, NULL, "card [card 1] and card [card 2]");
    redacts(engine, "no card", NULL, "no card");
    redacts(second, "card " CARD, NULL, "card [card 3]");
    CHECK(wimple_engine_session(second, &session, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_session_redact(session, TEXT("card " CARD), NULL, &result, &err) == WIMPLE_STATUS_OK);
    CHECK(IS(wimple_result_text(result), "card [card 4]") && used.asked == 4);
    wimple_result_free(result);
    result = NULL;

    /* Another function of that name: engines keep the one they were made with. */
    CHECK(wimple_config_add_custom(config, TEXT("cards"), nothing, NULL, NULL, &err) == WIMPLE_STATUS_OK);
    wimple_engine_free(engine);
    wimple_engine_free(second);
    CHECK(used.dropped == 0);
    wimple_session_free(session);
    CHECK(used.dropped == 1);
    engine = NULL;
    CHECK(engine_of(config, document, &engine) == WIMPLE_STATUS_OK);
    redacts(engine, "card " CARD "!", NULL, "card !");
    wimple_engine_free(engine);

    /* What gives no answer stops the call, and nothing of the value is told. */
    for (i = 0; i < sizeof failing / sizeof failing[0]; i++) {
        CHECK(wimple_config_add_custom(config, TEXT("cards"), failing[i], &other, dropped, &err) == WIMPLE_STATUS_OK);
        CHECK(engine_of(config, document, &engine) == WIMPLE_STATUS_OK);
        CHECK(wimple_engine_redact(engine, TEXT("card " CARD), NULL, &result, &err) == WIMPLE_STATUS_CALLBACK);
        CHECK(result == NULL && err.status == WIMPLE_STATUS_CALLBACK);
        CHECK(strstr(err.message, why[i]) != NULL && strstr(err.message, "bytes 5..24") != NULL);
        CHECK(strstr(err.message, "4111") == NULL);
        wimple_engine_free(engine);
        CHECK(other.dropped == (int)i);
    }
    wimple_config_free(config);
    CHECK(other.dropped == 3 && other.asked == 2);
}

static void questions_of_nobody(void)
{
    CHECK(IS(wimple_ask_entity(NULL), "") && IS(wimple_ask_category(NULL), "") && IS(wimple_ask_value(NULL), ""));
    CHECK(wimple_ask_score(NULL) == 0.0);
    CHECK(wimple_ask_answer(NULL, TEXT("x"), &err) == WIMPLE_STATUS_NULL_POINTER);
}

int main(void)
{
    roles();
    less_exact();
    keyed();
    hashes();
    callbacks();
    questions_of_nobody();
    return 0;
}

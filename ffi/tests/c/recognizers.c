/* Recognizers of the host's own: in a policy document, and as functions that are called back. POSIX threads. */
#include <pthread.h>

#include "check.h"

static wimple_error err;

/* What the functions below count and do. */
typedef struct {
    unsigned calls;
    unsigned released;
    size_t start, end;
    double score;
    uint32_t answer;
    const wimple_engine *asks;
} host;

static void let_go(void *user)
{
    ((host *)user)->released++;
}

/* Adds one place, whatever the text is. */
static uint32_t one_place(void *user, wimple_question *question)
{
    host *h = user;
    h->calls++;
    if (h->end > 0) {
        wimple_question_add(question, h->start, h->end, h->score, NULL);
    }
    return h->answer;
}

/* Every "17C", without state. */
static uint32_t seats(void *user, wimple_question *question)
{
    wimple_str text = wimple_question_text(question);
    size_t at;
    CHECK(user == NULL);
    for (at = 0; at + 3 <= text.len; at++) {
        if (memcmp(text.ptr + at, "17C", 3) == 0) {
            CHECK(wimple_question_add(question, at, at + 3, WIMPLE_DEFAULT_SCORE, NULL) == WIMPLE_STATUS_OK);
        }
    }
    return 0;
}

static wimple_engine *engine_of(wimple_config *config)
{
    wimple_engine *engine = NULL;
    CHECK(wimple_engine_new(config, &engine, &err) == WIMPLE_STATUS_OK);
    return engine;
}

static void a_document(void)
{
    static const char document[] = "version = 1\n"
                                   "[[recognizer]]\ntype = \"CONTRACT_NO\"\nregex = 'CT-\\d{6}'\n"
                                   "[[recognizer]]\ntype = \"CODENAME\"\nwords = [\"M\xc3\xbcritz\"]\n"
                                   "[[test]]\ntext = \"CT-123456\"\nfinds = [\"CONTRACT_NO\"]\n";
    wimple_policy *policy = NULL;
    wimple_config *config = NULL;
    wimple_engine *engine;
    wimple_result *result = NULL;
    wimple_text *text = NULL;
    size_t last;

    CHECK(wimple_policy_from_document(TEXT(document), &policy, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_config_new(&config, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_config_set_policy(config, policy, &err) == WIMPLE_STATUS_OK);
    engine = engine_of(config);
    CHECK(wimple_engine_redact(engine, TEXT("CT-123456 to Muritz"), NULL, &result, &err) == WIMPLE_STATUS_OK);
    CHECK(IS(wimple_result_text(result), "[CONTRACT_NO] to [CODENAME]"));
    CHECK(IS(wimple_result_entity(result, 0), "CONTRACT_NO"));
    CHECK(IS(wimple_result_recognizer(result, 1), "words:CODENAME"));
    CHECK(IS(wimple_result_category(result, 1), "business"));
    wimple_result_free(result);

    last = wimple_engine_entity_count(engine);
    CHECK(last > 2 && IS(wimple_engine_entity_id(engine, last - 1), "CODENAME"));
    CHECK(IS(wimple_engine_entity_id(engine, last - 2), "CONTRACT_NO"));
    CHECK(IS(wimple_engine_entity_id(engine, last), ""));
    CHECK(wimple_engine_entity_count(NULL) == 0 && IS(wimple_engine_entity_id(NULL, 0), ""));

    CHECK(wimple_engine_check(engine, &text, &err) == WIMPLE_STATUS_OK);
    CHECK(IS(wimple_text_str(text), "[]"));
    wimple_text_free(text);
    wimple_engine_free(engine);
    wimple_config_free(config);
    wimple_policy_free(policy);

    policy = NULL;
    CHECK(wimple_policy_from_document(TEXT("version = 1\n[[recognizer]]\ntype = \"code\"\nregex = 'ab'\n"), &policy, &err)
          == WIMPLE_STATUS_POLICY);
    CHECK(strstr(err.message, "3:8") != NULL && policy == NULL);
}

/* What was given lives until the last of config and engines is gone, and is released once. */
static void lifetimes(void)
{
    host first = {0}, second = {0};
    wimple_config *config = NULL;
    wimple_engine *engine;
    wimple_result *result = NULL;

    first.score = second.score = WIMPLE_DEFAULT_SCORE;
    second.start = 1;
    second.end = 3;
    CHECK(wimple_config_new(&config, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_config_add_recognizer(config, TEXT("SEAT"), one_place, &first, let_go, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_config_add_recognizer(config, TEXT("SEAT"), one_place, &second, let_go, &err) == WIMPLE_STATUS_OK);
    CHECK(first.released == 1 && second.released == 0);
    engine = engine_of(config);
    wimple_config_free(config);
    CHECK(second.released == 0);
    CHECK(wimple_engine_redact(engine, TEXT("abcd"), NULL, &result, &err) == WIMPLE_STATUS_OK);
    CHECK(IS(wimple_result_text(result), "a[SEAT]d"));
    CHECK(IS(wimple_result_recognizer(result, 0), "callback:SEAT"));
    wimple_result_free(result);
    wimple_engine_free(engine);
    CHECK(second.released == 1 && first.calls == 0 && second.calls == 1);
}

/* What a policy declares: score, context words, category. */
static void declared(void)
{
    static const char document[] = "version = 1\n[[recognizer]]\ntype = \"SEAT\"\ncallback = true\nscore = 0.4\n"
                                   "context = [\"seat\"]\ncategory = \"account\"\n"
                                   "[[test]]\ntext = \"seat 17C\"\nfinds = [\"SEAT\"]\n";
    wimple_policy *policy = NULL;
    wimple_config *config = NULL;
    wimple_engine *engine = NULL;
    wimple_result *result = NULL;
    wimple_text *text = NULL;

    CHECK(wimple_policy_from_document(TEXT(document), &policy, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_policy_check(policy, &text, &err) == WIMPLE_STATUS_POLICY);
    CHECK(strstr(err.message, "the callback of SEAT was not given") != NULL);
    CHECK(wimple_config_new(&config, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_config_set_policy(config, policy, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_engine_new(config, &engine, &err) == WIMPLE_STATUS_POLICY && engine == NULL);
    CHECK(wimple_config_add_recognizer(config, TEXT("SEAT"), seats, NULL, NULL, &err) == WIMPLE_STATUS_OK);
    engine = engine_of(config);
    CHECK(wimple_engine_check(engine, &text, &err) == WIMPLE_STATUS_OK && IS(wimple_text_str(text), "[]"));
    wimple_text_free(text);
    CHECK(wimple_engine_redact(engine, TEXT("17C is none of them all, but seat 17C"), NULL, &result, &err)
          == WIMPLE_STATUS_OK);
    CHECK(IS(wimple_result_text(result), "17C is none of them all, but seat [SEAT]"));
    CHECK(IS(wimple_result_category(result, 0), "account"));
    wimple_result_free(result);
    wimple_engine_free(engine);
    wimple_config_free(config);
    wimple_policy_free(policy);
}

/* A callback that asks the default engine about the same text. */
static uint32_t asks_again(void *user, wimple_question *question)
{
    host *h = user;
    wimple_str text = wimple_question_text(question);
    wimple_result *result = NULL;
    CHECK(IS(wimple_question_path(question), "/seat") && IS(wimple_question_region(question), "DE")
          && IS(wimple_question_role(question), ""));
    CHECK(wimple_engine_analyze(h->asks, text.ptr, text.len, NULL, &result, NULL) == WIMPLE_STATUS_OK);
    CHECK(wimple_question_add(question, 0, wimple_result_span(result, 0, WIMPLE_BYTES).start, 0.9, NULL)
          == WIMPLE_STATUS_OK);
    wimple_result_free(result);
    return 0;
}

static void hints_and_reentry(void)
{
    host h = {0};
    wimple_config *config = NULL;
    wimple_engine *plain = engine_of(NULL), *engine;
    wimple_input *input = NULL;
    wimple_result *result = NULL;

    h.asks = plain;
    CHECK(wimple_config_new(&config, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_config_add_recognizer(config, TEXT("SEAT"), asks_again, &h, NULL, &err) == WIMPLE_STATUS_OK);
    engine = engine_of(config);
    CHECK(wimple_input_new(&input, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_input_set_path(input, TEXT("/seat"), &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_input_set_region(input, TEXT("DE"), &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_engine_redact(engine, TEXT("17C bo@example.com"), input, &result, &err) == WIMPLE_STATUS_OK);
    CHECK(IS(wimple_result_text(result), "[SEAT][EMAIL_ADDRESS]"));
    wimple_result_free(result);
    wimple_input_free(input);
    wimple_engine_free(engine);
    wimple_engine_free(plain);
    wimple_config_free(config);
}

/* What fails: the answer, a place, a score. Nothing of the text is told, and there is no output. */
static void failures(void)
{
    static const struct {
        size_t start, end;
        double score;
        uint32_t answer;
    } bad[] = {
        {0, 1, WIMPLE_DEFAULT_SCORE, 7}, /* says so */
        {0, 2, WIMPLE_DEFAULT_SCORE, 0}, /* inside a character */
        {2, 2, WIMPLE_DEFAULT_SCORE, 0}, /* empty */
        {3, 99, WIMPLE_DEFAULT_SCORE, 0}, /* beyond the end */
        {0, 1, 1.5, 0},
        {0, 1, -0.5, 0},
    };
    size_t i;
    for (i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        host h = {0};
        wimple_config *config = NULL;
        wimple_engine *engine;
        wimple_result *result = NULL;
        h.start = bad[i].start;
        h.end = bad[i].end;
        h.score = bad[i].score;
        h.answer = bad[i].answer;
        CHECK(wimple_config_new(&config, &err) == WIMPLE_STATUS_OK);
        CHECK(wimple_config_add_recognizer(config, TEXT("SEAT"), one_place, &h, let_go, &err) == WIMPLE_STATUS_OK);
        engine = engine_of(config);
        CHECK(wimple_engine_redact(engine, TEXT("x\xc3\xa9xylocarp"), NULL, &result, &err) == WIMPLE_STATUS_CALLBACK);
        CHECK(err.status == WIMPLE_STATUS_CALLBACK && strstr(err.message, "callback of SEAT failed") != NULL);
        CHECK(strstr(err.message, "xylocarp") == NULL && result == NULL);
        wimple_engine_free(engine);
        wimple_config_free(config);
        CHECK(h.calls == 1 && h.released == 1);
    }
}

static void wrong_uses(void)
{
    host h = {0};
    wimple_config *config = NULL;
    CHECK(wimple_config_new(&config, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_config_add_recognizer(NULL, TEXT("SEAT"), one_place, &h, let_go, &err) == WIMPLE_STATUS_NULL_POINTER);
    CHECK(wimple_config_add_recognizer(config, TEXT("SEAT"), NULL, &h, let_go, &err) == WIMPLE_STATUS_NULL_POINTER);
    CHECK(wimple_config_add_recognizer(config, NULL, 4, one_place, &h, let_go, &err) == WIMPLE_STATUS_NULL_POINTER);
    CHECK(wimple_config_add_recognizer(config, TEXT("a seat"), one_place, &h, let_go, &err)
          == WIMPLE_STATUS_INVALID_ARGUMENT);
    CHECK(wimple_config_add_recognizer(config, TEXT("\xff"), one_place, &h, let_go, &err) == WIMPLE_STATUS_INVALID_UTF8);
    wimple_config_free(config);
    CHECK(h.released == 0 && h.calls == 0);
    CHECK(wimple_question_add(NULL, 0, 1, 0.5, &err) == WIMPLE_STATUS_NULL_POINTER);
    CHECK(IS(wimple_question_text(NULL), "") && IS(wimple_question_path(NULL), "") && IS(wimple_question_region(NULL), ""));
}

static const wimple_engine *shared;

static void *work(void *unused)
{
    int round;
    for (round = 0; round < 200; round++) {
        wimple_result *result = NULL;
        CHECK(wimple_engine_redact(shared, TEXT("17C, 17C and bo@example.com"), NULL, &result, NULL) == WIMPLE_STATUS_OK);
        CHECK(IS(wimple_result_text(result), "[SEAT], [SEAT] and [EMAIL_ADDRESS]"));
        wimple_result_free(result);
    }
    return unused;
}

static void threads(void)
{
    pthread_t all[4];
    wimple_config *config = NULL;
    wimple_engine *engine;
    int i;
    CHECK(wimple_config_new(&config, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_config_add_recognizer(config, TEXT("SEAT"), seats, NULL, NULL, &err) == WIMPLE_STATUS_OK);
    engine = engine_of(config);
    wimple_config_free(config);
    shared = engine;
    for (i = 0; i < 4; i++) {
        CHECK(pthread_create(&all[i], NULL, work, NULL) == 0);
    }
    for (i = 0; i < 4; i++) {
        CHECK(pthread_join(all[i], NULL) == 0);
    }
    wimple_engine_free(engine);
}

int main(void)
{
    a_document();
    lifetimes();
    declared();
    hints_and_reentry();
    failures();
    wrong_uses();
    threads();
    return 0;
}

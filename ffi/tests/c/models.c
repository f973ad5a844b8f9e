/* Models of the host's own: one function that knows several types, asked about one text or about many. POSIX threads. */
#include <pthread.h>

#include "check.h"

static wimple_error err;

static const wimple_str types[] = {{"PERSON", 6}, {"SEAT", 4}};

/* What the functions below count and do. */
typedef struct {
    unsigned calls;
    unsigned texts;
    unsigned released;
    size_t index, start, end;
    const char *type;
    double score;
    uint32_t answer;
    const wimple_engine *asks;
} host;

static void let_go(void *user)
{
    ((host *)user)->released++;
}

/* Hands in "ANN" as a person and "17C" as a seat, in each text. Without state but what it counts. */
static uint32_t reads(void *user, wimple_reading *reading)
{
    host *h = user;
    size_t index, at;
    for (index = 0; index < wimple_reading_count(reading); index++) {
        wimple_str text = wimple_reading_text(reading, index);
        for (at = 0; at + 3 <= text.len; at++) {
            if (memcmp(text.ptr + at, "ANN", 3) == 0) {
                CHECK(wimple_reading_add(reading, index, TEXT("PERSON"), at, at + 3, 0.9, NULL) == WIMPLE_STATUS_OK);
            } else if (memcmp(text.ptr + at, "17C", 3) == 0) {
                CHECK(wimple_reading_add(reading, index, TEXT("SEAT"), at, at + 3, 0.4 + 0.2, NULL) == WIMPLE_STATUS_OK);
            }
        }
    }
    if (h != NULL) {
        h->calls++;
        h->texts += (unsigned)wimple_reading_count(reading);
    }
    return 0;
}

/* Hands in one place, whatever the text is. */
static uint32_t one_place(void *user, wimple_reading *reading)
{
    host *h = user;
    h->calls++;
    if (h->type != NULL) {
        wimple_reading_add(reading, h->index, h->type, strlen(h->type), h->start, h->end, h->score, NULL);
    }
    return h->answer;
}

static wimple_config *config_with(wimple_model_fn function, host *user)
{
    wimple_config *config = NULL;
    CHECK(wimple_config_new(&config, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_config_add_model(config, types, 2, function, user, user == NULL ? NULL : let_go, &err)
          == WIMPLE_STATUS_OK);
    return config;
}

/* The config is freed at once: the engine has what it needs. */
static wimple_engine *engine_with(wimple_model_fn function, host *user)
{
    wimple_config *config = config_with(function, user);
    wimple_engine *engine = NULL;
    CHECK(wimple_engine_new(config, &engine, &err) == WIMPLE_STATUS_OK);
    wimple_config_free(config);
    CHECK(user == NULL || user->released == 0);
    return engine;
}

static void one_text(void)
{
    host h = {0};
    wimple_engine *engine = engine_with(reads, &h);
    wimple_result *result = NULL;
    size_t last = wimple_engine_entity_count(engine);
    CHECK(IS(wimple_engine_entity_id(engine, last - 1), "SEAT"));
    CHECK(wimple_engine_redact(engine, TEXT("ANN has 17C, ip 192.0.2.7"), NULL, &result, &err) == WIMPLE_STATUS_OK);
    CHECK(IS(wimple_result_text(result), "[PERSON] has [SEAT], ip [IP_ADDRESS]"));
    CHECK(IS(wimple_result_entity(result, 1), "SEAT") && IS(wimple_result_category(result, 1), "business"));
    CHECK(wimple_result_score(result, 0) > 0.89 && wimple_result_score(result, 0) < 0.91);
    wimple_result_free(result);
    CHECK(h.calls == 1 && h.texts == 1);
    wimple_engine_free(engine);
    CHECK(h.released == 1);
}

static void many_texts(void)
{
    static const wimple_str texts[] = {{"17C is for ANN", 14}, {NULL, 0}, {"nothing", 7}, {"ANN, ANN", 8}};
    static const char *const after[] = {"[SEAT] is for [PERSON]", "", "nothing", "[PERSON], [PERSON]"};
    host h = {0};
    wimple_engine *engine = engine_with(reads, &h);
    wimple_result *results[4] = {NULL, NULL, NULL, NULL};
    size_t i;
    CHECK(wimple_engine_redact_many(engine, texts, 4, NULL, results, &err) == WIMPLE_STATUS_OK);
    CHECK(h.calls == 1 && h.texts == 4);
    for (i = 0; i < 4; i++) {
        CHECK(is_text(wimple_result_text(results[i]), after[i], strlen(after[i])));
        wimple_result_free(results[i]);
        results[i] = NULL;
    }
    CHECK(wimple_engine_redact_many(engine, NULL, 0, NULL, NULL, &err) == WIMPLE_STATUS_OK);

    /* Where one fails, nothing goes out. */
    {
        static const wimple_str bad[] = {{"ANN", 3}, {"\xff", 1}};
        CHECK(wimple_engine_redact_many(engine, bad, 2, NULL, results, &err) == WIMPLE_STATUS_INVALID_UTF8);
        CHECK(results[0] == NULL && results[1] == NULL);
    }
    CHECK(wimple_engine_redact_many(engine, texts, 4, NULL, NULL, &err) == WIMPLE_STATUS_NULL_POINTER);
    CHECK(wimple_engine_redact_many(engine, NULL, 4, NULL, results, &err) == WIMPLE_STATUS_NULL_POINTER);
    CHECK(wimple_engine_redact_many(NULL, texts, 4, NULL, results, &err) == WIMPLE_STATUS_NULL_POINTER);
    CHECK(results[0] == NULL);
    wimple_engine_free(engine);
}

/* A model that asks another engine about the same text, and sees the hints. */
static uint32_t asks_again(void *user, wimple_reading *reading)
{
    host *h = user;
    wimple_str text = wimple_reading_text(reading, 0);
    wimple_result *result = NULL;
    CHECK(wimple_reading_count(reading) == 1 && IS(wimple_reading_text(reading, 1), ""));
    CHECK(IS(wimple_reading_path(reading, 0), "/seat") && IS(wimple_reading_region(reading, 0), "DE")
          && IS(wimple_reading_role(reading, 0), ""));
    CHECK(wimple_engine_analyze(h->asks, text.ptr, text.len, NULL, &result, NULL) == WIMPLE_STATUS_OK);
    CHECK(wimple_reading_add(reading, 0, TEXT("SEAT"), 0, wimple_result_span(result, 0, WIMPLE_BYTES).start, 1.0, NULL)
          == WIMPLE_STATUS_OK);
    wimple_result_free(result);
    return 0;
}

static void hints_and_reentry(void)
{
    host h = {0};
    wimple_engine *plain = NULL, *engine;
    wimple_input *input = NULL;
    wimple_result *result = NULL;

    CHECK(wimple_engine_new(NULL, &plain, &err) == WIMPLE_STATUS_OK);
    h.asks = plain;
    engine = engine_with(asks_again, &h);
    CHECK(wimple_input_new(&input, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_input_set_path(input, TEXT("/seat"), &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_input_set_region(input, TEXT("DE"), &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_engine_redact(engine, TEXT("17C bo@example.com"), input, &result, &err) == WIMPLE_STATUS_OK);
    CHECK(IS(wimple_result_text(result), "[SEAT][EMAIL_ADDRESS]"));
    wimple_result_free(result);
    wimple_input_free(input);
    wimple_engine_free(engine);
    wimple_engine_free(plain);
}

/* What fails: the answer, a text, a type, a place, a score. Nothing of the text is told, and there is no output. */
static void failures(void)
{
    static const struct {
        const char *type;
        size_t index, start, end;
        double score;
        uint32_t answer;
    } bad[] = {
        {NULL, 0, 0, 0, 0, 7}, /* says so */
        {"SEAT", 0, 0, 1, 0.9, 7}, /* says so after a place */
        {"SEAT", 1, 0, 1, 0.9, 0}, /* another text */
        {"CITY", 0, 0, 1, 0.9, 0}, /* a type it did not name */
        {"\xff", 0, 0, 1, 0.9, 0}, /* no type at all */
        {"SEAT", 0, 0, 2, 0.9, 0}, /* inside a character */
        {"SEAT", 0, 2, 2, 0.9, 0}, /* empty */
        {"SEAT", 0, 3, 2, 0.9, 0}, /* backward */
        {"SEAT", 0, 3, 99, 0.9, 0}, /* beyond the end */
        {"SEAT", 0, 0, 1, 1.5, 0},
        {"SEAT", 0, 0, 1, WIMPLE_DEFAULT_SCORE, 0},
    };
    size_t i;
    for (i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        host h = {0};
        wimple_engine *engine = engine_with(one_place, &h);
        wimple_result *result = NULL;
        h.type = bad[i].type;
        h.index = bad[i].index;
        h.start = bad[i].start;
        h.end = bad[i].end;
        h.score = bad[i].score;
        h.answer = bad[i].answer;
        CHECK(wimple_engine_redact(engine, TEXT("x\xc3\xa9xylocarp"), NULL, &result, &err) == WIMPLE_STATUS_CALLBACK);
        CHECK(err.status == WIMPLE_STATUS_CALLBACK && strstr(err.message, "model") != NULL);
        CHECK(strstr(err.message, "xylocarp") == NULL && result == NULL);
        CHECK(h.calls == 1);
        wimple_engine_free(engine);
        CHECK(h.released == 1);
    }
}

static void wrong_uses(void)
{
    static const wimple_str unnamed[] = {{"a seat", 6}}, none[] = {{NULL, 4}}, bytes[] = {{"\xff", 1}};
    host h = {0};
    wimple_config *config = NULL;
    CHECK(wimple_config_new(&config, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_config_add_model(NULL, types, 2, reads, &h, let_go, &err) == WIMPLE_STATUS_NULL_POINTER);
    CHECK(wimple_config_add_model(config, NULL, 2, reads, &h, let_go, &err) == WIMPLE_STATUS_NULL_POINTER);
    CHECK(wimple_config_add_model(config, types, 2, NULL, &h, let_go, &err) == WIMPLE_STATUS_NULL_POINTER);
    CHECK(wimple_config_add_model(config, none, 1, reads, &h, let_go, &err) == WIMPLE_STATUS_NULL_POINTER);
    CHECK(wimple_config_add_model(config, types, 0, reads, &h, let_go, &err) == WIMPLE_STATUS_INVALID_ARGUMENT);
    CHECK(wimple_config_add_model(config, unnamed, 1, reads, &h, let_go, &err) == WIMPLE_STATUS_INVALID_ARGUMENT);
    CHECK(wimple_config_add_model(config, bytes, 1, reads, &h, let_go, &err) == WIMPLE_STATUS_INVALID_UTF8);
    wimple_config_free(config);
    CHECK(h.released == 0 && h.calls == 0);
    CHECK(wimple_reading_add(NULL, 0, TEXT("SEAT"), 0, 1, 0.5, &err) == WIMPLE_STATUS_NULL_POINTER);
    CHECK(wimple_reading_count(NULL) == 0 && IS(wimple_reading_text(NULL, 0), "") && IS(wimple_reading_path(NULL, 0), "")
          && IS(wimple_reading_region(NULL, 0), "") && IS(wimple_reading_role(NULL, 0), ""));
}

/* Two models are both asked; a turn of a session asks as a text does. */
static void beside_another(void)
{
    static const wimple_str city[] = {{"CITY", 4}};
    host first = {0}, second = {0};
    wimple_config *config = config_with(reads, &first);
    wimple_engine *engine = NULL;
    wimple_result *result = NULL;
    second.type = "CITY";
    second.start = 4;
    second.end = 8;
    second.score = 0.9;
    CHECK(wimple_config_add_model(config, city, 1, one_place, &second, let_go, &err) == WIMPLE_STATUS_OK);
    CHECK(wimple_engine_new(config, &engine, &err) == WIMPLE_STATUS_OK);
    wimple_config_free(config);
    CHECK(wimple_engine_redact(engine, TEXT("17C Zork"), NULL, &result, &err) == WIMPLE_STATUS_OK);
    CHECK(IS(wimple_result_text(result), "[SEAT] [CITY]"));
    wimple_result_free(result);
    wimple_engine_free(engine);
    CHECK(first.released == 1 && second.released == 1);
}

static const wimple_engine *shared;

static void *work(void *unused)
{
    static const wimple_str texts[] = {{"17C, 17C", 8}, {"for ANN", 7}};
    int round;
    for (round = 0; round < 200; round++) {
        wimple_result *results[2] = {NULL, NULL};
        CHECK(wimple_engine_redact_many(shared, texts, 2, NULL, results, NULL) == WIMPLE_STATUS_OK);
        CHECK(IS(wimple_result_text(results[0]), "[SEAT], [SEAT]") && IS(wimple_result_text(results[1]), "for [PERSON]"));
        wimple_result_free(results[0]);
        wimple_result_free(results[1]);
    }
    return unused;
}

static void threads(void)
{
    pthread_t all[4];
    wimple_engine *engine = engine_with(reads, NULL);
    int i;
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
    one_text();
    many_texts();
    hints_and_reentry();
    failures();
    wrong_uses();
    beside_another();
    threads();
    return 0;
}

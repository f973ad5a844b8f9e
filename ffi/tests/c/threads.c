/* One engine and one result, read by eight threads at once. POSIX threads. */
#include <pthread.h>

#include "check.h"

#define THREADS 8
#define ROUNDS 200

static const wimple_engine *engine;
static const wimple_result *shared;

static void *work(void *unused)
{
    int round;
    for (round = 0; round < ROUNDS; round++) {
        wimple_result *result = NULL;
        wimple_error err;
        CHECK(wimple_engine_redact(engine, TEXT("card 4111 1111 1111 1111, ip 192.0.2.7"), NULL, &result, &err)
              == WIMPLE_STATUS_OK);
        CHECK(IS(wimple_result_text(result), "card [CREDIT_CARD], ip [IP_ADDRESS]"));
        CHECK(wimple_result_count(result) == 2);
        wimple_result_free(result);
        CHECK(wimple_engine_redact(NULL, NULL, 0, NULL, &result, &err) == WIMPLE_STATUS_NULL_POINTER);
        CHECK(HOLDS(wimple_result_report(shared), "\"CREDIT_CARD\""));
        CHECK(IS(wimple_result_text(shared), "card [CREDIT_CARD]"));
    }
    return unused;
}

int main(void)
{
    pthread_t threads[THREADS];
    wimple_engine *made = NULL;
    wimple_result *result = NULL;
    int i;

    CHECK(wimple_engine_new(NULL, &made, NULL) == WIMPLE_STATUS_OK);
    CHECK(wimple_engine_redact(made, TEXT("card 4111 1111 1111 1111"), NULL, &result, NULL) == WIMPLE_STATUS_OK);
    engine = made;
    shared = result;
    for (i = 0; i < THREADS; i++) {
        CHECK(pthread_create(&threads[i], NULL, work, NULL) == 0);
    }
    for (i = 0; i < THREADS; i++) {
        CHECK(pthread_join(threads[i], NULL) == 0);
    }
    wimple_result_free(result);
    wimple_engine_free(made);
    return 0;
}

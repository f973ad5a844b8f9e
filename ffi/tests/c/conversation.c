/* Questions type bare answers, and a value over two messages revises the first. */
#include "check.h"

static wimple_result *say(wimple_session *session, unsigned speaker, const char *id, const char *text)
{
    wimple_input *input = NULL;
    wimple_result *result = NULL;
    CHECK(wimple_input_new(&input, NULL) == WIMPLE_STATUS_OK);
    CHECK(wimple_input_set_speaker(input, speaker, NULL) == WIMPLE_STATUS_OK);
    CHECK(wimple_input_set_turn(input, id, strlen(id), NULL) == WIMPLE_STATUS_OK);
    CHECK(wimple_input_set_time(input, 1000, NULL) == WIMPLE_STATUS_OK);
    CHECK(wimple_session_redact(session, text, strlen(text), input, &result, NULL) == WIMPLE_STATUS_OK);
    wimple_input_free(input);
    return result;
}

int main(void)
{
    wimple_engine *engine = NULL;
    wimple_session *session = NULL;
    wimple_input *input = NULL;
    wimple_result *result = NULL;
    wimple_error err;

    CHECK(wimple_engine_new(NULL, &engine, NULL) == WIMPLE_STATUS_OK);
    CHECK(wimple_engine_session(engine, &session, NULL) == WIMPLE_STATUS_OK);

    wimple_result_free(say(session, WIMPLE_SPEAKER_AGENT, "m1", "and the code on the back?"));
    result = say(session, WIMPLE_SPEAKER_CUSTOMER, "m2", "912");
    CHECK(IS(wimple_result_text(result), "[CARD_VERIFICATION_CODE]"));
    CHECK(IS(wimple_result_context(result, 0), "question"));
    CHECK(wimple_result_revision_count(result) == 0);
    CHECK(wimple_result_revision_turn(result, 0).len == 0 && wimple_result_revision_text(NULL, 0).len == 0);
    wimple_result_free(result);

    wimple_result_free(say(session, WIMPLE_SPEAKER_CUSTOMER, "m3", "4111 1111"));
    result = say(session, WIMPLE_SPEAKER_CUSTOMER, "m4", "1111 1111");
    CHECK(IS(wimple_result_text(result), "[CREDIT_CARD]"));
    CHECK(wimple_result_revision_count(result) == 1);
    CHECK(IS(wimple_result_revision_turn(result, 0), "m3"));
    CHECK(IS(wimple_result_revision_text(result, 0), "[CREDIT_CARD]"));
    wimple_result_free(result);

    CHECK(wimple_input_new(&input, NULL) == WIMPLE_STATUS_OK);
    CHECK(wimple_input_set_speaker(input, 4, &err) == WIMPLE_STATUS_INVALID_ARGUMENT);
    CHECK(strstr(err.message, "speaker") != NULL);
    CHECK(wimple_input_set_speaker(NULL, 0, NULL) == WIMPLE_STATUS_NULL_POINTER);
    CHECK(wimple_input_set_time(NULL, 0, NULL) == WIMPLE_STATUS_NULL_POINTER);
    CHECK(wimple_input_set_turn(input, "\xff", 1, NULL) == WIMPLE_STATUS_INVALID_UTF8);
    wimple_input_free(input);
    wimple_session_free(session);
    wimple_engine_free(engine);
    return 0;
}

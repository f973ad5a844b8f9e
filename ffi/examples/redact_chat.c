/* Redacts a chat, one message a line, from standard input to standard output. The whole chat is one session.
 *
 *     cargo build --release -p wimple-ffi
 *     cc -std=c99 -Iinclude ffi/examples/redact_chat.c target/release/libwimple.a -lpthread -ldl -lm -o redact_chat
 *     echo "my card is 4111 1111 1111 1111" | ./redact_chat        # my card is [CREDIT_CARD]
 */
#include <stdio.h>
#include <string.h>

#include "wimple.h"

/* The longest message; a longer one is refused rather than cut, since a cut may hide half a number. */
static char line[65536];

int main(void)
{
    wimple_engine *engine = NULL;
    wimple_session *session = NULL;
    wimple_error err;
    int failed = 0;

    if (wimple_engine_new(NULL, &engine, &err) != WIMPLE_STATUS_OK
        || wimple_engine_session(engine, &session, &err) != WIMPLE_STATUS_OK) {
        fprintf(stderr, "redact_chat: %s\n", err.message);
        wimple_engine_free(engine);
        return 1;
    }
    wimple_engine_free(engine); /* the session keeps it alive */

    while (!failed && fgets(line, sizeof line, stdin) != NULL) {
        wimple_result *result = NULL;
        size_t len = strlen(line);
        if (len == sizeof line - 1 && line[len - 1] != '\n') {
            fprintf(stderr, "redact_chat: a message is longer than %zu bytes\n", sizeof line - 2);
            failed = 1;
        } else if (wimple_session_redact(session, line, len, NULL, &result, &err) != WIMPLE_STATUS_OK) {
            fprintf(stderr, "redact_chat: %s\n", err.message);
            failed = 1;
        } else {
            wimple_str out = wimple_result_text(result);
            failed = fwrite(out.ptr, 1, out.len, stdout) != out.len || fflush(stdout) != 0;
        }
        wimple_result_free(result);
    }
    wimple_session_free(session);
    return failed || ferror(stdin) != 0;
}

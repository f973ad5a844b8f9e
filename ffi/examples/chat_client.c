/* A chat client's heart: what is typed is looked at with every key, what is sent is redacted, and what was sent before is
 * changed where a later message shows what it was.
 *
 *     cargo build --release -p wimple-ffi
 *     cc -std=c99 -Iinclude ffi/examples/chat_client.c target/release/libwimple.a -lpthread -ldl -lm -o chat_client
 *     printf '<my card is 4111 1111\n>1111 1111\n' | ./chat_client
 *
 * One event a line of standard input:
 *
 *     ~TEXT    the customer has typed so far: what would be sensitive is shown as dots, and nothing is sent or remembered
 *     >TEXT    the customer sends
 *     <TEXT    the agent sends
 *
 * A draft is answered by "typing: ...", a message by "1 customer: ..." and, for each message before it that has to be shown
 * anew, "1 becomes: ...". At the end stands the conversation as both sides see it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "wimple.h"

/* The longest line; a longer one is refused rather than cut, since a cut may hide half a number. */
static char line[65536];

/* A message as it is shown. Its id is its place in the conversation, counted from 1. */
typedef struct {
    const char *who;
    char *text;
} message;

typedef struct {
    message *messages;
    size_t count, room;
} conversation;

/* A copy of a text that dies with its result, with a zero at its end, which texts of the library do not have. */
static char *copy_of(wimple_str text)
{
    char *copy = malloc(text.len + 1);
    if (copy != NULL) {
        memcpy(copy, text.ptr, text.len);
        copy[text.len] = '\0';
    }
    return copy;
}

static int add(conversation *chat, const char *who, wimple_str text)
{
    if (chat->count == chat->room) {
        size_t room = chat->room == 0 ? 16 : 2 * chat->room;
        message *more = realloc(chat->messages, room * sizeof *more);
        if (more == NULL)
            return 0;
        chat->messages = more;
        chat->room = room;
    }
    chat->messages[chat->count].who = who;
    chat->messages[chat->count].text = copy_of(text);
    return chat->messages[chat->count++].text != NULL;
}

/* Shows a draft: a dot for each character of what would be sensitive. Spans are bytes of UTF-8. */
static wimple_status show_draft(wimple_session *session, const char *text, size_t len, wimple_error *err)
{
    wimple_result *found = NULL;
    size_t at = 0, i;
    wimple_status status = wimple_session_analyze(session, text, len, NULL, &found, err);

    if (status != WIMPLE_STATUS_OK)
        return status;
    printf("typing: ");
    for (i = 0; i < wimple_result_count(found); i++) {
        wimple_span span = wimple_result_span(found, i, WIMPLE_BYTES);
        if (span.start < at)
            continue; /* inside one that was shown already */
        fwrite(text + at, 1, span.start - at, stdout);
        for (at = span.start; at < span.end; at++)
            if (((unsigned char)text[at] & 0xC0) != 0x80)
                fputs("\xE2\x80\xA2", stdout);
    }
    fwrite(text + at, 1, len - at, stdout);
    putchar('\n');
    wimple_result_free(found);
    return WIMPLE_STATUS_OK;
}

/* Sends a message, and shows anew what it throws another light on. */
static wimple_status send_message(wimple_session *session, conversation *chat, int of_customer, const char *text,
                                  size_t len, wimple_error *err)
{
    const char *who = of_customer ? "customer" : "agent";
    wimple_input *input = NULL;
    wimple_result *sent = NULL;
    wimple_status status;
    wimple_str shown;
    char id[24];
    size_t i;

    sprintf(id, "%lu", (unsigned long)(chat->count + 1));
    status = wimple_input_new(&input, err);
    if (status == WIMPLE_STATUS_OK)
        status = wimple_input_set_speaker(input, of_customer ? WIMPLE_SPEAKER_CUSTOMER : WIMPLE_SPEAKER_AGENT, err);
    if (status == WIMPLE_STATUS_OK)
        status = wimple_input_set_turn(input, id, strlen(id), err);
    if (status == WIMPLE_STATUS_OK)
        status = wimple_session_redact(session, text, len, input, &sent, err);
    wimple_input_free(input);
    if (status != WIMPLE_STATUS_OK)
        return status;

    shown = wimple_result_text(sent);
    printf("%s %s: %.*s\n", id, who, (int)shown.len, shown.ptr);
    if (!add(chat, who, shown)) {
        fputs("chat_client: no memory\n", stderr);
        exit(1);
    }
    for (i = 0; i < wimple_result_revision_count(sent); i++) {
        wimple_str turn = wimple_result_revision_turn(sent, i);
        wimple_str anew = wimple_result_revision_text(sent, i);
        char *number_of = copy_of(turn), *text_anew = copy_of(anew);
        unsigned long number = number_of == NULL ? 0 : strtoul(number_of, NULL, 10);
        free(number_of);
        if (number == 0 || number > chat->count || text_anew == NULL) {
            fputs("chat_client: no such message, or no memory\n", stderr);
            exit(1);
        }
        free(chat->messages[number - 1].text);
        chat->messages[number - 1].text = text_anew;
        printf("%lu becomes: %s\n", number, text_anew);
    }
    wimple_result_free(sent);
    return WIMPLE_STATUS_OK;
}

int main(void)
{
    wimple_engine *engine = NULL;
    wimple_session *session = NULL;
    conversation chat = {NULL, 0, 0};
    wimple_error err;
    int failed = 0;
    size_t i;

    if (wimple_engine_new(NULL, &engine, &err) != WIMPLE_STATUS_OK
        || wimple_engine_session(engine, &session, &err) != WIMPLE_STATUS_OK) {
        fprintf(stderr, "chat_client: %s\n", err.message);
        wimple_engine_free(engine);
        return 1;
    }
    wimple_engine_free(engine); /* the session keeps it alive */

    while (!failed && fgets(line, sizeof line, stdin) != NULL) {
        size_t len = strlen(line);
        wimple_status status = WIMPLE_STATUS_OK;
        if (len == sizeof line - 1 && line[len - 1] != '\n') {
            fprintf(stderr, "chat_client: a message is longer than %zu bytes\n", sizeof line - 2);
            failed = 1;
            break;
        }
        if (len > 0 && line[len - 1] == '\n')
            len--;
        if (len == 0)
            continue;
        if (line[0] == '~')
            status = show_draft(session, line + 1, len - 1, &err);
        else if (line[0] == '>' || line[0] == '<')
            status = send_message(session, &chat, line[0] == '>', line + 1, len - 1, &err);
        else
            fputs("chat_client: a line starts with ~, > or <\n", stderr);
        if (status != WIMPLE_STATUS_OK) {
            fprintf(stderr, "chat_client: %s\n", err.message);
            failed = 1;
        }
    }
    puts("--");
    for (i = 0; i < chat.count; i++) {
        printf("%s: %s\n", chat.messages[i].who, chat.messages[i].text);
        free(chat.messages[i].text);
    }
    free(chat.messages);
    wimple_session_free(session);
    return failed || ferror(stdin) != 0;
}

/* wimple.h - finds personal and secret data in customer-support text and masks it. C99.
 *
 * THE CONTRACT
 *
 * Names. Functions named wimple_x_... are methods of wimple_x. _new makes, _free ends, once; freeing NULL does
 * nothing. There is nothing to initialise, and no global state but a list of the vault files that are open.
 *
 * Threads. A const first parameter means the call only reads, and such calls may run at the same time on one object;
 * all others need the object to themselves.
 *
 * Lifetimes. An object holds its own references to what it was made of: config, policy and engine may be freed in any
 * order, and a session keeps its engine alive. A wimple_str you receive is borrowed from the object you asked and dies
 * with it. Freeing a result, a text or an input wipes it.
 *
 * Arguments. Inputs come first, outputs last; outputs are written only on success. Texts are UTF-8, given as pointer
 * and length; NULL with length 0 is the empty text. Received texts are not NUL-terminated: the length counts. Where
 * an object is needed, NULL gives WIMPLE_STATUS_NULL_POINTER; questions that return no status answer NULL with an empty
 * text, zero or false. A wimple_input may always be NULL.
 *
 * Errors. A call returns WIMPLE_STATUS_OK, which is 0, or why it failed, and then it had no effect. err may be NULL;
 * it is written by every call that takes one, also by one that succeeds. Messages carry offsets, lengths, names and
 * ids, never your text; those about a policy document may quote the document. No call aborts the process or lets a
 * panic through, and no panic hook is installed.
 *
 * Callbacks. A function you give is called on the thread of the call that needs it, by several threads at the same time
 * where they share an engine, and may call Wimple itself, but for the session whose turn asks. What it is handed lives
 * until it returns. It may not throw or jump out. Where it reports a failure the call that needed it gives WIMPLE_STATUS_CALLBACK and has no output.
 *
 * Growth. New facts come as new functions: no struct grows and no signature changes while WIMPLE_ABI stays.
 *
 *     wimple_engine *engine = NULL;
 *     wimple_result *result = NULL;
 *     wimple_error err;
 *     if (wimple_engine_new(NULL, &engine, &err) != WIMPLE_STATUS_OK
 *         || wimple_engine_redact(engine, text, len, NULL, &result, &err) != WIMPLE_STATUS_OK) {
 *         fprintf(stderr, "wimple: %s\n", err.message);
 *         return 1;
 *     }
 *     wimple_str out = wimple_result_text(result);
 *     fwrite(out.ptr, 1, out.len, stdout);
 *     wimple_result_free(result);
 *     wimple_engine_free(engine);
 *
 * Generated from ffi/src; WIMPLE_BLESS=1 cargo test -p wimple-ffi --test header writes it anew.
 */

#ifndef WIMPLE_H
#define WIMPLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/**
 * The interface this header describes. Must equal wimple_abi().
 */
#define WIMPLE_ABI 1

/**
 * Version of this header, first part.
 */
#define WIMPLE_VERSION_MAJOR 0

/**
 * Version of this header, second part.
 */
#define WIMPLE_VERSION_MINOR 1

/**
 * Version of this header, third part.
 */
#define WIMPLE_VERSION_PATCH 0

/**
 * The score of a place for which the recognizer's own score counts.
 */
#define WIMPLE_DEFAULT_SCORE -1.0

/**
 * wimple_input_set_speaker: who is served speaks. So it is where nothing is said.
 */
#define WIMPLE_SPEAKER_CUSTOMER 0

/**
 * wimple_input_set_speaker: a person who serves speaks.
 */
#define WIMPLE_SPEAKER_AGENT 1

/**
 * wimple_input_set_speaker: a program that serves speaks.
 */
#define WIMPLE_SPEAKER_BOT 2

/**
 * wimple_input_set_speaker: the platform speaks.
 */
#define WIMPLE_SPEAKER_SYSTEM 3

/**
 * Restores placeholders only exactly as they were written.
 */
#define WIMPLE_EXACT 0

/**
 * Restores placeholders also where writers or language models changed case, brackets, escapes or spaces on the way.
 */
#define WIMPLE_TOLERANT 1

/**
 * Restores placeholders also where their brackets are gone or their names were translated. For texts of writers you know.
 */
#define WIMPLE_LOOSE 2

/**
 * Values are put into plain text, as they are.
 */
#define WIMPLE_SINK_TEXT 0

/**
 * Values are put into the strings of a JSON document, and escaped for it.
 */
#define WIMPLE_SINK_JSON 1

/**
 * Values are put into the text or the quoted attributes of an HTML page, and escaped for it.
 */
#define WIMPLE_SINK_HTML 2

/**
 * Spans in bytes of UTF-8.
 */
#define WIMPLE_BYTES 0

/**
 * Spans in UTF-16 code units, as JavaScript, Java, C# and Windows count.
 */
#define WIMPLE_UTF16 1

/**
 * Spans in code points, as Python counts.
 */
#define WIMPLE_CODE_POINTS 2

/**
 * How a call went. The same numbers in Rust, C and Python; more may be added.
 */
enum wimple_status
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /**
     * It went well.
     */
    WIMPLE_STATUS_OK = 0,
    /**
     * An object or a buffer that is needed was NULL.
     */
    WIMPLE_STATUS_NULL_POINTER = 100,
    /**
     * A text is not valid UTF-8; the message says at which byte.
     */
    WIMPLE_STATUS_INVALID_UTF8 = 101,
    /**
     * An argument is outside the values it may take.
     */
    WIMPLE_STATUS_INVALID_ARGUMENT = 102,
    /**
     * A policy is wrong; the message says where.
     */
    WIMPLE_STATUS_POLICY = 200,
    /**
     * A pattern of a policy does not compile or is too large.
     */
    WIMPLE_STATUS_PATTERN = 201,
    /**
     * A limit was exceeded.
     */
    WIMPLE_STATUS_LIMIT = 300,
    /**
     * An operator cannot apply to a value.
     */
    WIMPLE_STATUS_OPERATOR = 400,
    /**
     * The operating system gave no randomness.
     */
    WIMPLE_STATUS_RANDOM = 500,
    /**
     * A callback stopped the call.
     */
    WIMPLE_STATUS_CALLBACK = 600,
    /**
     * A keyset cannot be written, read or changed; the message says why.
     */
    WIMPLE_STATUS_KEYSET = 700,
    /**
     * A token cannot be made, or there are no keys to open one.
     */
    WIMPLE_STATUS_TOKEN = 710,
    /**
     * The vault gave no answer.
     */
    WIMPLE_STATUS_VAULT = 720,
    /**
     * A session cannot be sealed or resumed.
     */
    WIMPLE_STATUS_SESSION = 730,
    /**
     * A bug inside Wimple; the call had no effect.
     */
    WIMPLE_STATUS_PANIC = 900,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum wimple_status wimple_status;
#else
typedef uint32_t wimple_status;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/**
 * A value that waits for an answer. It lives while your function runs, and no longer.
 */
typedef struct wimple_ask wimple_ask;

/**
 * What an engine is made of.
 */
typedef struct wimple_config wimple_config;

/**
 * Finds personal and secret data and acts on it. Immutable: one engine serves all threads.
 */
typedef struct wimple_engine wimple_engine;

/**
 * An account of what was found and why, or of an entity type. Never holds your text.
 */
typedef struct wimple_explain wimple_explain;

/**
 * What is known about a text beside its bytes. Where a function takes one, NULL means nothing is known.
 */
typedef struct wimple_input wimple_input;

/**
 * The keys of an engine, one of them primary: new tokens are made with that, and each token is opened with the key it
 * names. Ids of keys are eight hexadecimal digits.
 */
typedef struct wimple_keyset wimple_keyset;

/**
 * What a keyset is sealed and opened with, and what it is held against when it is opened.
 */
typedef struct wimple_lock wimple_lock;

/**
 * Which operator for what. Immutable.
 */
typedef struct wimple_policy wimple_policy;

/**
 * A text in which your function is asked to find something, and the places it hands in. It lives while your function
 * runs, and no longer.
 */
typedef struct wimple_question wimple_question;

/**
 * Texts that your model is asked to read, numbered from 0, and the places it hands in. It lives while your function runs,
 * and no longer.
 */
typedef struct wimple_reading wimple_reading;

/**
 * Redacts a text that comes in pieces: what goes out, findings and report are those of the whole, however it is cut. What
 * may still change is held back, about 2.5 KiB; no byte of a value that is replaced ever goes out. After a call that failed
 * nothing goes out any more, and every later call fails.
 */
typedef struct wimple_redactor wimple_redactor;

/**
 * Puts values back into a text that comes in pieces, a language model's answer for one. What can be no placeholder or token
 * goes out at once.
 */
typedef struct wimple_restorer wimple_restorer;

/**
 * What came of one text. Immutable, and independent of the engine, the session and the text it came from.
 *
 * Findings are numbered from 0 in the order of their places; spans are disjoint or one lies inside another. Where index
 * is out of range, texts are empty, spans and numbers zero, truth values false.
 */
typedef struct wimple_result wimple_result;

/**
 * One conversation and its memory. Ended, it forgets.
 */
typedef struct wimple_session wimple_session;

/**
 * A text that is yours.
 */
typedef struct wimple_text wimple_text;

/**
 * Knows the tokens of a keyset and opens none.
 */
typedef struct wimple_token_recognizer wimple_token_recognizer;

/**
 * The places of one text that read like tokens, numbered from 0 in their order. Holds where and what, never a value.
 * Where index is out of range, texts are empty and spans zero.
 */
typedef struct wimple_tokens wimple_tokens;

/**
 * Keeps sealed values that tokens name. Engines that share a vault share its values. Calls on one may run at the same
 * time.
 */
typedef struct wimple_vault wimple_vault;

/**
 * How a vault on disk is opened: at first it waits five seconds for others, and has no limit of size.
 */
typedef struct wimple_vault_options wimple_vault_options;

/**
 * A key that waits to be wrapped or unwrapped. It lives while your function runs, and no longer.
 */
typedef struct wimple_wrapping wimple_wrapping;

/**
 * A borrowed text: UTF-8, len bytes at ptr, no NUL at its end. It dies with the object it was asked of. ptr is never
 * NULL; what does not exist is the empty text.
 */
typedef struct {
    const char *ptr;
    size_t len;
} wimple_str;

/**
 * What went wrong. Lives on your stack; nothing to free.
 */
typedef struct {
    /**
     * A wimple_status.
     */
    uint32_t status;
    /**
     * UTF-8, always NUL-terminated, cut between two characters where it is too long. Empty on success.
     */
    char message[252];
} wimple_error;

/**
 * Your function: it asks `ask` what the value is, hands in an answer and returns 0. Whatever else it returns, and 0
 * without an answer, makes the call that asked fail with WIMPLE_STATUS_CALLBACK; so does an answer that holds the
 * value. It is called from whatever threads use the engine, several at a time; it must return, neither by longjmp nor
 * by an exception, and may not use the session whose turn asks.
 */
typedef uint32_t (*wimple_custom_fn)(void *user, wimple_ask *ask);

/**
 * Your function that ends `user`. It is called once, when the last config and engine that hold `user` have ended or
 * were given another function of that name, by the thread that does it.
 */
typedef void (*wimple_drop_fn)(void *user);

/**
 * Your function: it finds places in the text of the question, hands them in with wimple_question_add and returns 0.
 * Whatever else it returns makes the call that asked fail with WIMPLE_STATUS_CALLBACK. It is called once a text, from
 * whatever threads use the engine, several at a time; it may call Wimple, also the engine that asks; it must return,
 * neither by longjmp nor by an exception, and may not use the session whose turn asks.
 */
typedef uint32_t (*wimple_recognizer_fn)(void *user, wimple_question *question);

/**
 * Your model: it reads all texts of the reading, hands in what it sees with wimple_reading_add and returns 0. Whatever
 * else it returns makes the call that asked fail with WIMPLE_STATUS_CALLBACK. It is called once for a text, and once for
 * all texts of wimple_engine_redact_many, from whatever threads use the engine, several at a time; it may call Wimple,
 * also the engine that asks; it must return, neither by longjmp nor by an exception, and may not use the session whose
 * turn asks.
 */
typedef uint32_t (*wimple_model_fn)(void *user, wimple_reading *reading);

/**
 * Your function: it asks wrapping for the key, has your key service encrypt (or decrypt) it, hands the answer in and
 * returns 0. Whatever else it returns, and 0 without an answer, makes the call fail with WIMPLE_STATUS_CALLBACK. It must
 * return, neither by longjmp nor by an exception; deadlines and new tries are its own affair.
 */
typedef uint32_t (*wimple_wrapper_fn)(void *user, wimple_wrapping *wrapping);

/**
 * Your function that has a keyset on disk before it returns 0, with wimple_keyset_to_file or otherwise. Whatever else it
 * returns makes the call that asked fail with WIMPLE_STATUS_CALLBACK. The keyset lives while your function runs; it may
 * not use the vault that asks.
 */
typedef uint32_t (*wimple_save_fn)(void *user, const wimple_keyset *keyset);

/**
 * Your function that takes what may go on: len bytes of UTF-8 at text, whole characters, never none. It returns 0, or
 * something else where it can take no more; then the stream has ended. It is called by wimple_redactor_write and the like,
 * on their thread, and may not use the stream or the session that called it.
 */
typedef int (*wimple_outlet_fn)(void *user, const char *text, size_t len);

/**
 * A place in the original text: from start up to, not including, end.
 */
typedef struct {
    size_t start;
    size_t end;
} wimple_span;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * The interface the library has. Where it is not WIMPLE_ABI, call nothing else.
 */
uint32_t wimple_abi(void);

/**
 * Version of the library: major * 1000000 + minor * 1000 + patch.
 */
uint32_t wimple_version_number(void);

/**
 * Version of the library: "0.1.0". Never dies.
 */
wimple_str wimple_version(void);

/**
 * Version of the catalogue of entity types: "2026.11.3". Never dies.
 */
wimple_str wimple_catalog_version(void);

/**
 * The text itself.
 */
wimple_str wimple_text_str(const wimple_text *text);

/**
 * Ends a text.
 */
void wimple_text_free(wimple_text *text);

/**
 * Reads a policy document: JSON where its first character that is not a space is '{', else TOML. What is wrong with
 * it, its patterns included, is WIMPLE_STATUS_POLICY, and the message gives line and column; it may quote that line.
 */
wimple_status wimple_policy_from_document(const char *document,
                                          size_t len,
                                          wimple_policy **out,
                                          wimple_error *err);

/**
 * A policy that follows a law or standard: "pci-dss", "hipaa-safe-harbor", "gdpr" or "ccpa". Documents say the same with
 * extends = ["pci-dss"].
 */
wimple_status wimple_policy_from_preset(const char *name,
                                        size_t len,
                                        wimple_policy **out,
                                        wimple_error *err);

/**
 * In what policy is weaker than other: what it leaves in a text, shows, or lets be had back that the other does not. The
 * answer is a JSON array with one object for each such thing, "[]" where there is none: {"types": ["CREDIT_CARD"],
 * "path": "", "was": "label", "now": "keep", "why": ["…"]}. No types means all of them.
 */
wimple_status wimple_policy_weaker_than(const wimple_policy *policy,
                                        const wimple_policy *other,
                                        wimple_text **out,
                                        wimple_error *err);

/**
 * What works in the policy and may not be what was meant. The answer is a JSON array, "[]" where there is nothing to say:
 * {"rule": "PCI DSS 4.0.1, 3.5.1", "problem": "…"}.
 */
wimple_status wimple_policy_warnings(const wimple_policy *policy,
                                     wimple_text **out,
                                     wimple_error *err);

/**
 * Runs the examples the policy carries ([[test]]). The answer is a JSON array with one object for each example that
 * failed, "[]" where all hold: {"test": its place from 0, "name": "…", "problem": "…"}. It never quotes a text. A policy
 * that needs a key or a callback is WIMPLE_STATUS_POLICY here: make an engine of it and use wimple_engine_check.
 */
wimple_status wimple_policy_check(const wimple_policy *policy,
                                  wimple_text **out,
                                  wimple_error *err);

/**
 * The policy as a JSON document that reads back as the same policy.
 */
wimple_status wimple_policy_to_json(const wimple_policy *policy,
                                    wimple_text **out,
                                    wimple_error *err);

/**
 * Ends a policy. Configs and engines that were given it keep their own.
 */
void wimple_policy_free(wimple_policy *policy);

/**
 * Makes a config with the default policy (the default set of entity types, minimum score 0.50, label everything) and
 * the default limits (1 GiB of input, ten million findings a call).
 */
wimple_status wimple_config_new(wimple_config **out,
                                wimple_error *err);

/**
 * Uses this policy. The config keeps its own reference.
 */
wimple_status wimple_config_set_policy(wimple_config *config,
                                       const wimple_policy *policy,
                                       wimple_error *err);

/**
 * The longest text of one call, in bytes. More than 4 GiB - 1 counts as 4 GiB - 1.
 */
wimple_status wimple_config_set_max_input(wimple_config *config, size_t bytes, wimple_error *err);

/**
 * The most findings one call may give.
 */
wimple_status wimple_config_set_max_findings(wimple_config *config,
                                             size_t count,
                                             wimple_error *err);

/**
 * The key of the operator hash: at least 32 random bytes, which are copied; wipe yours. Never part of a policy. Whether
 * it is long enough is said by wimple_engine_new, with WIMPLE_STATUS_INVALID_ARGUMENT where it is not.
 */
wimple_status wimple_config_set_hash_key(wimple_config *config,
                                         const uint8_t *key,
                                         size_t len,
                                         wimple_error *err);

/**
 * Ends a config. Engines made of it keep what they need.
 */
void wimple_config_free(wimple_config *config);

/**
 * Gives the config a function for the operator custom: the policy names it as callback = "name". Said twice, the later
 * counts. user is handed to the function as it is; drop, which may be NULL, ends it. Where this call fails, drop is not
 * called.
 */
wimple_status wimple_config_add_custom(wimple_config *config,
                                       const char *name,
                                       size_t len,
                                       wimple_custom_fn function,
                                       void *user,
                                       wimple_drop_fn drop,
                                       wimple_error *err);

/**
 * The type of the value: "CREDIT_CARD".
 */
wimple_str wimple_ask_entity(const wimple_ask *ask);

/**
 * The category of the type: "financial".
 */
wimple_str wimple_ask_category(const wimple_ask *ask);

/**
 * How sure the finding is, from 0.0 to 1.0.
 */
double wimple_ask_score(const wimple_ask *ask);

/**
 * The value itself.
 */
wimple_str wimple_ask_value(const wimple_ask *ask);

/**
 * Hands in what shall stand in the place of the value; it is copied. Said twice, the later counts. The empty text
 * deletes the value.
 */
wimple_status wimple_ask_answer(wimple_ask *ask,
                                const char *text,
                                size_t len,
                                wimple_error *err);

/**
 * Gives the config a function that finds an entity type: id is a built-in one or your own ("SEAT"). What the policy says
 * of it in a [[recognizer]] with callback = true (score, context words, category) counts; without one the usual values
 * do. Said twice of one type, the later counts. user is handed to the function as it is; drop, which may be NULL, ends
 * it. Where this call fails, drop is not called.
 */
wimple_status wimple_config_add_recognizer(wimple_config *config,
                                           const char *id,
                                           size_t len,
                                           wimple_recognizer_fn function,
                                           void *user,
                                           wimple_drop_fn drop,
                                           wimple_error *err);

/**
 * The text.
 */
wimple_str wimple_question_text(const wimple_question *question);

/**
 * Where the text came from, as its input says; empty where nothing was said.
 */
wimple_str wimple_question_path(const wimple_question *question);

/**
 * The country whose national forms are meant, as its input says; empty where nothing was said.
 */
wimple_str wimple_question_region(const wimple_question *question);

/**
 * Who will see the text, as its input says; empty where nothing was said.
 */
wimple_str wimple_question_role(const wimple_question *question);

/**
 * Hands in a place: the bytes from start up to, not including, end, on character edges, at least one and at most 1024;
 * score is 0.0 to 1.0, or WIMPLE_DEFAULT_SCORE. In any order; places may overlap. A place that cannot be taken fails
 * the call that asked, also where this status is not looked at.
 */
wimple_status wimple_question_add(wimple_question *question,
                                  size_t start,
                                  size_t end,
                                  double score,
                                  wimple_error *err);

/**
 * Gives the config a model: a function that finds the entity types named by ids, which are built-in ones or your own
 * ("SEAT"). It reads beside what Wimple finds; a policy with names = false leaves Wimple's own model out. Where both see
 * the same type and overlap, the value is what either covers; in all else its word counts like a form that nothing near
 * speaks for, so that a cue, a passed check and a longer value win. Allow lists and the minimum score hold for it. Said
 * more than once, all are asked. user is handed to the function as it is; drop, which may be NULL, ends it. Where this
 * call fails, drop is not called.
 */
wimple_status wimple_config_add_model(wimple_config *config,
                                      const wimple_str *ids,
                                      size_t count,
                                      wimple_model_fn function,
                                      void *user,
                                      wimple_drop_fn drop,
                                      wimple_error *err);

/**
 * How many texts there are.
 */
size_t wimple_reading_count(const wimple_reading *reading);

/**
 * One of the texts; empty where index is out of range, as the three below.
 */
wimple_str wimple_reading_text(const wimple_reading *reading, size_t index);

/**
 * Where it came from, as its input says; empty where nothing was said.
 */
wimple_str wimple_reading_path(const wimple_reading *reading, size_t index);

/**
 * The country whose national forms are meant, as its input says; empty where nothing was said.
 */
wimple_str wimple_reading_region(const wimple_reading *reading, size_t index);

/**
 * Who will see it, as its input says; empty where nothing was said.
 */
wimple_str wimple_reading_role(const wimple_reading *reading, size_t index);

/**
 * Hands in a place of text index: one of the types the model was added with, the bytes from start up to, not including,
 * end, on character edges, at least one and at most 1024; score is 0.0 to 1.0. In any order; places may overlap. A place
 * that cannot be taken fails the call that asked, also where this status is not looked at.
 */
wimple_status wimple_reading_add(wimple_reading *reading,
                                 size_t index,
                                 const char *id,
                                 size_t len,
                                 size_t start,
                                 size_t end,
                                 double score,
                                 wimple_error *err);

/**
 * Makes an input without hints.
 */
wimple_status wimple_input_new(wimple_input **out, wimple_error *err);

/**
 * Where the text came from: a JSON pointer ("/customer/ssn"), a column, a header. Policies may name paths, and the
 * words of its last part count as context. The empty text takes the hint back.
 */
wimple_status wimple_input_set_path(wimple_input *input,
                                    const char *path,
                                    size_t len,
                                    wimple_error *err);

/**
 * The region whose national forms are meant, as an ISO 3166 country code ("US", "GB"). The empty text takes the hint
 * back.
 */
wimple_status wimple_input_set_region(wimple_input *input,
                                      const char *region,
                                      size_t len,
                                      wimple_error *err);

/**
 * Who will see the text: "billing". Policies may show a role more of a value. The empty text takes the hint back.
 */
wimple_status wimple_input_set_role(wimple_input *input,
                                    const char *role,
                                    size_t len,
                                    wimple_error *err);

/**
 * Whose customer the text is about, where one host serves several: keys of one tenant open nothing of another. The empty
 * text takes the hint back.
 */
wimple_status wimple_input_set_tenant(wimple_input *input,
                                      const char *tenant,
                                      size_t len,
                                      wimple_error *err);

/**
 * Whom the text is about: the number or name by which the host knows the person. shift_date needs it. The empty text
 * takes the hint back.
 */
wimple_status wimple_input_set_subject(wimple_input *input,
                                       const char *subject,
                                       size_t len,
                                       wimple_error *err);

/**
 * Who says it, for wimple_session_redact: one of WIMPLE_SPEAKER_.... What an agent or a bot asks for is known in the
 * customer's bare answer. Another number is refused with WIMPLE_STATUS_INVALID_ARGUMENT.
 */
wimple_status wimple_input_set_speaker(wimple_input *input,
                                       uint32_t speaker,
                                       wimple_error *err);

/**
 * By what the host knows the message, for wimple_session_redact: a later turn may revise it. The empty text takes it back.
 */
wimple_status wimple_input_set_turn(wimple_input *input,
                                    const char *turn,
                                    size_t len,
                                    wimple_error *err);

/**
 * When it was said, for wimple_session_redact, in seconds since whenever the host counts from: a question is open for
 * ten minutes where both turns say when they were.
 */
wimple_status wimple_input_set_time(wimple_input *input,
                                    uint64_t seconds,
                                    wimple_error *err);

/**
 * Today's date, for the plausibility of birth and expiry dates: the library reads no clock. A day that is not in the
 * calendar is refused with WIMPLE_STATUS_INVALID_ARGUMENT.
 */
wimple_status wimple_input_set_today(wimple_input *input,
                                     uint32_t year,
                                     uint32_t month,
                                     uint32_t day,
                                     wimple_error *err);

/**
 * Ends an input.
 */
void wimple_input_free(wimple_input *input);

/**
 * Makes a lock of a passphrase, any bytes; they are copied, wipe yours. Sealing needs twelve characters or more. The key
 * is made of it by Argon2id with 64 MiB and three passes: a call takes a tenth of a second or so.
 */
wimple_status wimple_lock_new_passphrase(const uint8_t *passphrase,
                                         size_t len,
                                         wimple_lock **out,
                                         wimple_error *err);

/**
 * Makes a lock of a key service: one function encrypts, the other decrypts. name is written into the files, in clear, and
 * a file with another name is not opened; the empty name opens any. user is handed to the functions as it is; drop, which
 * may be NULL, ends it when the lock is freed. Where this call fails, drop is not called.
 */
wimple_status wimple_lock_new_wrapper(const char *name,
                                      size_t len,
                                      wimple_wrapper_fn wrap,
                                      wimple_wrapper_fn unwrap,
                                      void *user,
                                      wimple_drop_fn drop,
                                      wimple_lock **out,
                                      wimple_error *err);

/**
 * What day it is: a file whose primary key has expired by then is not opened.
 */
wimple_status wimple_lock_set_today(wimple_lock *lock,
                                    uint32_t year,
                                    uint32_t month,
                                    uint32_t day,
                                    wimple_error *err);

/**
 * The highest sequence number you have seen of the keyset: an older file is not opened.
 */
wimple_status wimple_lock_set_least_sequence(wimple_lock *lock,
                                             uint64_t sequence,
                                             wimple_error *err);

/**
 * Ends a lock and wipes its passphrase.
 */
void wimple_lock_free(wimple_lock *lock);

/**
 * The bytes to encrypt or decrypt: no text, and they are wiped when your function has returned.
 */
wimple_str wimple_wrapping_key(const wimple_wrapping *wrapping);

/**
 * Whose key it is: what key services call associated data or encryption context. Public; the same for both ways.
 */
wimple_str wimple_wrapping_bound(const wimple_wrapping *wrapping);

/**
 * Hands in what your key service has made of it; the bytes are copied. Said twice, the later counts.
 */
wimple_status wimple_wrapping_answer(wimple_wrapping *wrapping,
                                     const uint8_t *answer,
                                     size_t len,
                                     wimple_error *err);

/**
 * Makes a keyset of one fresh key, enabled and primary.
 */
wimple_status wimple_keyset_new(wimple_keyset **out, wimple_error *err);

/**
 * Reads what wimple_keyset_seal has written.
 */
wimple_status wimple_keyset_open(const char *text,
                                 size_t len,
                                 const wimple_lock *lock,
                                 wimple_keyset **out,
                                 wimple_error *err);

/**
 * Writes the keyset as JSON: ids, states and dates readable, keys encrypted, everything authenticated.
 */
wimple_status wimple_keyset_seal(const wimple_keyset *keyset,
                                 const wimple_lock *lock,
                                 wimple_text **out,
                                 wimple_error *err);

/**
 * Whether a receipt of a vault is of this keyset and says what it said; white space and the order of its fields do not
 * matter.
 */
wimple_status wimple_keyset_verify_receipt(const wimple_keyset *keyset,
                                           const char *receipt,
                                           size_t len,
                                           bool *out,
                                           wimple_error *err);

/**
 * Makes a new key and makes it primary; it is the last of the keys. The old ones stay enabled. Engines that were made
 * before do not see it.
 */
wimple_status wimple_keyset_rotate(wimple_keyset *keyset,
                                   wimple_error *err);

/**
 * Makes a new key, enabled and not primary; it is the last of the keys.
 */
wimple_status wimple_keyset_add(wimple_keyset *keyset, wimple_error *err);

/**
 * Makes an enabled key the primary one.
 */
wimple_status wimple_keyset_promote(wimple_keyset *keyset,
                                    const char *id,
                                    size_t len,
                                    wimple_error *err);

/**
 * Puts a key out of use, which may not be the primary one: its tokens stay closed until it is enabled again.
 */
wimple_status wimple_keyset_disable(wimple_keyset *keyset,
                                    const char *id,
                                    size_t len,
                                    wimple_error *err);

/**
 * Puts a disabled key into use again.
 */
wimple_status wimple_keyset_enable(wimple_keyset *keyset,
                                   const char *id,
                                   size_t len,
                                   wimple_error *err);

/**
 * Destroys a key, which may not be the primary one: what was made with it can never be opened. The id stays. Engines made
 * before, and older files, still have it.
 */
wimple_status wimple_keyset_destroy(wimple_keyset *keyset,
                                    const char *id,
                                    size_t len,
                                    wimple_error *err);

/**
 * Notes that somebody may have a key who should not: it is never made primary again, and still opens. The mark is never
 * taken back.
 */
wimple_status wimple_keyset_mark_compromised(wimple_keyset *keyset,
                                             const char *id,
                                             size_t len,
                                             wimple_error *err);

/**
 * Gives the slot of a destroyed key to the next key that is made. There are nine; a card that was made by fpe names its key
 * by the slot alone, so do it when no such card of the destroyed key is left.
 */
wimple_status wimple_keyset_free_slot(wimple_keyset *keyset,
                                      const char *id,
                                      size_t len,
                                      wimple_error *err);

/**
 * Notes the day a key was made. 0, 0, 0 takes it back.
 */
wimple_status wimple_keyset_set_created(wimple_keyset *keyset,
                                        const char *id,
                                        size_t len,
                                        uint32_t year,
                                        uint32_t month,
                                        uint32_t day,
                                        wimple_error *err);

/**
 * Sets the day from which a key shall be primary no more, see wimple_lock_set_today. 0, 0, 0 takes it back.
 */
wimple_status wimple_keyset_set_expires(wimple_keyset *keyset,
                                        const char *id,
                                        size_t len,
                                        uint32_t year,
                                        uint32_t month,
                                        uint32_t day,
                                        wimple_error *err);

/**
 * The name of the keyset: "ks_" and sixteen hexadecimal digits.
 */
wimple_str wimple_keyset_id(const wimple_keyset *keyset);

/**
 * How many changes the keyset has seen; see wimple_lock_set_least_sequence.
 */
uint64_t wimple_keyset_sequence(const wimple_keyset *keyset);

/**
 * How many keys there are, destroyed ones included; the oldest has index 0.
 */
size_t wimple_keyset_count(const wimple_keyset *keyset);

/**
 * The id of a key.
 */
wimple_str wimple_keyset_key_id(const wimple_keyset *keyset, size_t index);

/**
 * "enabled", "disabled" or "destroyed".
 */
wimple_str wimple_keyset_key_status(const wimple_keyset *keyset, size_t index);

/**
 * Whether new tokens are made with it.
 */
bool wimple_keyset_key_is_primary(const wimple_keyset *keyset, size_t index);

/**
 * Whether somebody may have it who should not.
 */
bool wimple_keyset_key_is_compromised(const wimple_keyset *keyset, size_t index);

/**
 * The day it was made, "2026-11-23"; empty where nobody has said it.
 */
wimple_str wimple_keyset_key_created(const wimple_keyset *keyset, size_t index);

/**
 * The day from which it shall be primary no more; empty where nobody has said it.
 */
wimple_str wimple_keyset_key_expires(const wimple_keyset *keyset, size_t index);

/**
 * Ends a keyset. Its keys are wiped when the last config, engine and session made with them have ended, too.
 */
void wimple_keyset_free(wimple_keyset *keyset);

/**
 * Gives a config the keys of the operators tokenize, encrypt, fpe, pseudonym, shift_date and hash, and of sealed sessions:
 * as they are now.
 */
wimple_status wimple_config_set_keyset(wimple_config *config,
                                       const wimple_keyset *keyset,
                                       wimple_error *err);

/**
 * Takes the recognition keys out of a keyset: they tell its tokens from other texts, and open none.
 */
wimple_status wimple_keyset_export_recognizer(const wimple_keyset *keyset,
                                              wimple_token_recognizer **out,
                                              wimple_error *err);

/**
 * Reads what wimple_token_recognizer_seal has written.
 */
wimple_status wimple_token_recognizer_open(const char *text,
                                           size_t len,
                                           const wimple_lock *lock,
                                           wimple_token_recognizer **out,
                                           wimple_error *err);

/**
 * Writes a token recognizer as JSON, as wimple_keyset_seal does with a keyset.
 */
wimple_status wimple_token_recognizer_seal(const wimple_token_recognizer *recognizer,
                                           const wimple_lock *lock,
                                           wimple_text **out,
                                           wimple_error *err);

/**
 * Ends a token recognizer.
 */
void wimple_token_recognizer_free(wimple_token_recognizer *recognizer);

/**
 * Lets an engine know tokens it cannot open, beside those of its keyset: nothing is looked for in them. Said more than once,
 * all count.
 */
wimple_status wimple_config_add_token_recognizer(wimple_config *config,
                                                 const wimple_token_recognizer *recognizer,
                                                 wimple_error *err);

/**
 * Reads a keyset from a file, path in UTF-8. On Unix, a file that others than its owner may read or write is refused.
 */
wimple_status wimple_keyset_from_file(const char *path,
                                      size_t len,
                                      const wimple_lock *lock,
                                      wimple_keyset **out,
                                      wimple_error *err);

/**
 * Writes a keyset to a file that only its owner may read, in the place of the old one: there is always one whole file.
 */
wimple_status wimple_keyset_to_file(const wimple_keyset *keyset,
                                    const char *path,
                                    size_t len,
                                    const wimple_lock *lock,
                                    wimple_error *err);

/**
 * Reads a keyset from the variable of the environment that is called name: the JSON itself, or that in base64.
 */
wimple_status wimple_keyset_from_env(const char *name,
                                     size_t len,
                                     const wimple_lock *lock,
                                     wimple_keyset **out,
                                     wimple_error *err);

/**
 * Makes an engine. config may be NULL: the defaults of wimple_config_new.
 */
wimple_status wimple_engine_new(const wimple_config *config,
                                wimple_engine **out,
                                wimple_error *err);

/**
 * How many entity types the engine looks for.
 */
size_t wimple_engine_entity_count(const wimple_engine *engine);

/**
 * The id of one of them, from 0: those of the catalogue that are on, in its order, then those of the policy's own
 * recognizers and of callbacks; empty where index is out of range.
 */
wimple_str wimple_engine_entity_id(const wimple_engine *engine,
                                   size_t index);

/**
 * Finds and changes nothing. The result has findings, but neither text nor report.
 */
wimple_status wimple_engine_analyze(const wimple_engine *engine,
                                    const char *text,
                                    size_t len,
                                    const wimple_input *input,
                                    wimple_result **out,
                                    wimple_error *err);

/**
 * Applies the policy to the text. The result has the new text, the findings and the report.
 */
wimple_status wimple_engine_redact(const wimple_engine *engine,
                                   const char *text,
                                   size_t len,
                                   const wimple_input *input,
                                   wimple_result **out,
                                   wimple_error *err);

/**
 * Applies the policy to each of count texts; a model (wimple_config_add_model) is asked once for all of them. out has
 * room for count results, which come in the order of the texts; each is freed by itself. Where one text fails, the whole
 * call does, and there is no result. input, which may be NULL, says the same of all of them.
 */
wimple_status wimple_engine_redact_many(const wimple_engine *engine,
                                        const wimple_str *texts,
                                        size_t count,
                                        const wimple_input *input,
                                        wimple_result **out,
                                        wimple_error *err);

/**
 * Says what was found and why, and what was not kept and why not.
 */
wimple_status wimple_engine_explain(const wimple_engine *engine,
                                    const char *text,
                                    size_t len,
                                    const wimple_input *input,
                                    wimple_explain **out,
                                    wimple_error *err);

/**
 * Runs the examples of the engine's policy with its key and callbacks. The answer is that of wimple_policy_check.
 */
wimple_status wimple_engine_check(const wimple_engine *engine,
                                  wimple_text **out,
                                  wimple_error *err);

/**
 * Begins a conversation. The session keeps the engine alive.
 */
wimple_status wimple_engine_session(const wimple_engine *engine,
                                    wimple_session **out,
                                    wimple_error *err);

/**
 * Takes up a conversation that wimple_session_seal wrote down, under a key of this engine's keyset and for the same name
 * and tenant. What cannot be taken up is WIMPLE_STATUS_SESSION, and the message says why; of a wrong name, a wrong tenant
 * and a changed text it says only that it does not open.
 */
wimple_status wimple_engine_resume(const wimple_engine *engine,
                                   const char *sealed,
                                   size_t len,
                                   const char *name,
                                   size_t name_len,
                                   const char *tenant,
                                   size_t tenant_len,
                                   wimple_session **out,
                                   wimple_error *err);

/**
 * Ends an engine.
 */
void wimple_engine_free(wimple_engine *engine);

/**
 * Makes a vault in memory: nothing of it outlives the process.
 */
wimple_status wimple_vault_new_memory(wimple_vault **out, wimple_error *err);

/**
 * How many values it keeps.
 */
wimple_status wimple_vault_count(const wimple_vault *vault, size_t *out, wimple_error *err);

/**
 * Lets the operator tokenize keep its values in this vault. The config keeps its own reference, as do engines made of it.
 */
wimple_status wimple_config_set_vault(wimple_config *config,
                                      const wimple_vault *vault,
                                      wimple_error *err);

/**
 * Ends a vault. Engines made with it keep using it.
 */
void wimple_vault_free(wimple_vault *vault);

/**
 * Makes the options of a vault on disk.
 */
wimple_status wimple_vault_options_new(wimple_vault_options **out, wimple_error *err);

/**
 * How many milliseconds a call waits for other threads and processes before it fails.
 */
wimple_status wimple_vault_options_set_wait(wimple_vault_options *options,
                                            uint32_t milliseconds,
                                            wimple_error *err);

/**
 * The most bytes the file may have; a call that needs more fails and changes nothing.
 */
wimple_status wimple_vault_options_set_max_bytes(wimple_vault_options *options,
                                                 uint64_t bytes,
                                                 wimple_error *err);

/**
 * What day it is, instead of the system's clock.
 */
wimple_status wimple_vault_options_set_today(wimple_vault_options *options,
                                             uint32_t year,
                                             uint32_t month,
                                             uint32_t day,
                                             wimple_error *err);

/**
 * Values can be found and restored; every change fails.
 */
wimple_status wimple_vault_options_set_read_only(wimple_vault_options *options, wimple_error *err);

/**
 * Has the whole file checked when it is opened.
 */
wimple_status wimple_vault_options_set_quick_check(wimple_vault_options *options,
                                                   wimple_error *err);

/**
 * Also opens a file on a network file system, where it will be damaged unless locks and shared memory work there.
 */
wimple_status wimple_vault_options_set_any_file_system(wimple_vault_options *options,
                                                       wimple_error *err);

/**
 * Ends options. Vaults opened with them stay as they are.
 */
void wimple_vault_options_free(wimple_vault_options *options);

/**
 * Makes a vault in a file, path in UTF-8, where there is no file yet. The key of its first epoch is added to the keyset,
 * and save is called with that: a vault whose epoch key is lost opens for nobody. options may be NULL. The file must not be
 * opened by another copy of SQLite in the same process. Where the call fails, the keyset may have a key more that is of no
 * use.
 */
wimple_status wimple_vault_create(const char *path,
                                  size_t len,
                                  wimple_keyset *keyset,
                                  wimple_save_fn save,
                                  void *user,
                                  const wimple_vault_options *options,
                                  wimple_vault **out,
                                  wimple_error *err);

/**
 * Opens a vault. Each process opens it for itself; a file that was open when the process was forked is not opened in it.
 * options may be NULL.
 */
wimple_status wimple_vault_open(const char *path,
                                size_t len,
                                const wimple_keyset *keyset,
                                const wimple_vault_options *options,
                                wimple_vault **out,
                                wimple_error *err);

/**
 * The name of a vault on disk: vt_ and sixteen hexadecimal digits. Empty of one in memory.
 */
wimple_str wimple_vault_id(const wimple_vault *vault);

/**
 * Takes a newer keyset up: after a rotation, or where another process has finished an erasure and calls here fail, since
 * the vault's epoch key is missing.
 */
wimple_status wimple_vault_take_keys(const wimple_vault *vault,
                                     const wimple_keyset *keyset,
                                     wimple_error *err);

/**
 * What is in the vault, in numbers, as JSON: safe to log.
 */
wimple_status wimple_vault_status(const wimple_vault *vault, wimple_text **out, wimple_error *err);

/**
 * Reads the whole file and says as JSON, in numbers, what is wrong with it: "well" is true where nothing is.
 */
wimple_status wimple_vault_check(const wimple_vault *vault,
                                 wimple_text **out,
                                 wimple_error *err);

/**
 * Writes a copy to a file that is not there yet, while others go on.
 */
wimple_status wimple_vault_backup(const wimple_vault *vault,
                                  const char *path,
                                  size_t len,
                                  wimple_error *err);

/**
 * Everything that is kept about a subject, as JSON, in clear. The text is wiped when it is freed.
 */
wimple_status wimple_vault_export(const wimple_vault *vault,
                                  const char *tenant,
                                  size_t tenant_len,
                                  const char *subject,
                                  size_t subject_len,
                                  wimple_text **out,
                                  wimple_error *err);

/**
 * Erases a subject: its tokens open no more. The answer is a receipt. Old copies of the file are reached by
 * wimple_vault_finalise_erasure.
 */
wimple_status wimple_vault_erase(const wimple_vault *vault,
                                 const char *tenant,
                                 size_t tenant_len,
                                 const char *subject,
                                 size_t subject_len,
                                 wimple_text **out,
                                 wimple_error *err);

/**
 * Puts a legal hold on a subject: nothing about it is erased until it is released. The answer is a receipt.
 */
wimple_status wimple_vault_hold(const wimple_vault *vault,
                                const char *tenant,
                                size_t tenant_len,
                                const char *subject,
                                size_t subject_len,
                                wimple_text **out,
                                wimple_error *err);

/**
 * Takes a legal hold off. The answer is a receipt.
 */
wimple_status wimple_vault_release(const wimple_vault *vault,
                                   const char *tenant,
                                   size_t tenant_len,
                                   const char *subject,
                                   size_t subject_len,
                                   wimple_text **out,
                                   wimple_error *err);

/**
 * Restricts a subject: its tokens stay closed; it can be exported and erased. The answer is a receipt.
 */
wimple_status wimple_vault_restrict(const wimple_vault *vault,
                                    const char *tenant,
                                    size_t tenant_len,
                                    const char *subject,
                                    size_t subject_len,
                                    wimple_text **out,
                                    wimple_error *err);

/**
 * Takes a restriction off. The answer is a receipt.
 */
wimple_status wimple_vault_unrestrict(const wimple_vault *vault,
                                      const char *tenant,
                                      size_t tenant_len,
                                      const char *subject,
                                      size_t subject_len,
                                      wimple_text **out,
                                      wimple_error *err);

/**
 * Corrects a value of a subject; which is a token of it, or its id in an export. Its tokens restore to the new value from
 * now on. The answer is a receipt.
 */
wimple_status wimple_vault_rectify(const wimple_vault *vault,
                                   const char *tenant,
                                   size_t tenant_len,
                                   const char *subject,
                                   size_t subject_len,
                                   const char *which,
                                   size_t which_len,
                                   const char *value,
                                   size_t value_len,
                                   wimple_text **out,
                                   wimple_error *err);

/**
 * Sets how many days values of a type are kept; below zero for ever. wimple_vault_sweep goes by it.
 */
wimple_status wimple_vault_set_retention(const wimple_vault *vault,
                                         const char *entity,
                                         size_t len,
                                         int64_t days,
                                         wimple_error *err);

/**
 * Forgets what is older than its type is kept; run it once a day. The answer is a receipt.
 */
wimple_status wimple_vault_sweep(const wimple_vault *vault, wimple_text **out, wimple_error *err);

/**
 * Makes erasures reach old copies of the file: the vault goes over to a new key of the keyset, and the old one is destroyed,
 * or, where keep_days is not below zero, kept for as many days, so that backups can be restored. save is called up to twice
 * with the keyset. Where the call fails, call it again; the keyset is as it was saved last, or has a key more. The answer is a
 * receipt.
 */
wimple_status wimple_vault_finalise_erasure(const wimple_vault *vault,
                                            wimple_keyset *keyset,
                                            wimple_save_fn save,
                                            void *user,
                                            int64_t keep_days,
                                            wimple_text **out,
                                            wimple_error *err);

/**
 * Destroys keys that were kept for backups and whose time is up; where there are any, save is called. The answer is a
 * receipt.
 */
wimple_status wimple_vault_destroy_epochs(const wimple_vault *vault,
                                          wimple_keyset *keyset,
                                          wimple_save_fn save,
                                          void *user,
                                          wimple_text **out,
                                          wimple_error *err);

/**
 * Applies the policy to the next turn of the conversation. The result may revise earlier turns: wimple_result_revision_count.
 */
wimple_status wimple_session_redact(wimple_session *session,
                                    const char *text,
                                    size_t len,
                                    const wimple_input *input,
                                    wimple_result **out,
                                    wimple_error *err);

/**
 * Says what is in the next turn of the conversation, as wimple_session_redact would find it, and remembers nothing of it: a
 * draft can be asked about with every key that is pressed.
 */
wimple_status wimple_session_analyze(wimple_session *session,
                                     const char *text,
                                     size_t len,
                                     const wimple_input *input,
                                     wimple_result **out,
                                     wimple_error *err);

/**
 * Puts the values back where their restorable placeholders stand. tolerance is WIMPLE_EXACT, WIMPLE_TOLERANT or
 * WIMPLE_LOOSE. The result has the text and the report, but no findings.
 */
wimple_status wimple_session_restore(const wimple_session *session,
                                     const char *text,
                                     size_t len,
                                     uint32_t tolerance,
                                     wimple_result **out,
                                     wimple_error *err);

/**
 * As wimple_session_restore, and escapes the values for the kind of text they are put into: sink is WIMPLE_SINK_TEXT,
 * WIMPLE_SINK_JSON or WIMPLE_SINK_HTML.
 */
wimple_status wimple_session_restore_into(const wimple_session *session,
                                          const char *text,
                                          size_t len,
                                          uint32_t tolerance,
                                          uint32_t sink,
                                          wimple_result **out,
                                          wimple_error *err);

/**
 * Writes the memory of the conversation down, encrypted under the primary key of the engine's keyset: a text of ASCII
 * characters from which wimple_engine_resume takes the conversation up again. It is bound to a name the host has for the
 * conversation and to a tenant, which may be empty. The session goes on.
 */
wimple_status wimple_session_seal(const wimple_session *session,
                                  const char *name,
                                  size_t name_len,
                                  const char *tenant,
                                  size_t tenant_len,
                                  wimple_text **out,
                                  wimple_error *err);

/**
 * Ends a session.
 */
void wimple_session_free(wimple_session *session);

/**
 * Puts the values of tokens back: of those made with the engine's keyset for the input's tenant, and, where a token is
 * bound to a subject, for the input's subject. tolerance is WIMPLE_EXACT, WIMPLE_TOLERANT or WIMPLE_LOOSE; sink is
 * WIMPLE_SINK_TEXT, WIMPLE_SINK_JSON or WIMPLE_SINK_HTML. The result has the text and the report, but no findings. An
 * engine without keyset answers WIMPLE_STATUS_TOKEN, a vault that gives no answer WIMPLE_STATUS_VAULT.
 */
wimple_status wimple_engine_restore(const wimple_engine *engine,
                                    const char *text,
                                    size_t len,
                                    const wimple_input *input,
                                    uint32_t tolerance,
                                    uint32_t sink,
                                    wimple_result **out,
                                    wimple_error *err);

/**
 * Renews the tokens of a text: those of older keys of the keyset become tokens of its primary key. Tenant and subject are
 * those of the input. The result has the text and the report, but no findings.
 */
wimple_status wimple_engine_retokenize(const wimple_engine *engine,
                                       const char *text,
                                       size_t len,
                                       const wimple_input *input,
                                       wimple_result **out,
                                       wimple_error *err);

/**
 * Begins a text. Its hints are those of input, which may be freed then; function gets what may go on, and user as it is. An
 * engine with recognizers that are functions is refused with WIMPLE_STATUS_INVALID_ARGUMENT: they see whole texts only.
 */
wimple_status wimple_redactor_new(const wimple_engine *engine,
                                  const wimple_input *input,
                                  wimple_outlet_fn function,
                                  void *user,
                                  wimple_redactor **out,
                                  wimple_error *err);

/**
 * Begins a turn of a conversation. Every call of this redactor must be given the same session, which stays yours and must
 * not be freed before the redactor; another turn may not be begun before this one has ended.
 */
wimple_status wimple_redactor_of_turn(wimple_session *session,
                                      const wimple_input *input,
                                      wimple_outlet_fn function,
                                      void *user,
                                      wimple_redactor **out,
                                      wimple_error *err);

/**
 * Takes the next piece of the text; it may end inside a character. session is NULL where the redactor was begun with an
 * engine. What may go on goes to your function before this returns.
 */
wimple_status wimple_redactor_write(wimple_redactor *redactor,
                                    wimple_session *session,
                                    const char *text,
                                    size_t len,
                                    wimple_error *err);

/**
 * Ends the text: what was held goes out. The result has findings and report, and the revisions of a turn, but no text.
 * out may be NULL.
 */
wimple_status wimple_redactor_end(wimple_redactor *redactor,
                                  wimple_session *session,
                                  wimple_result **out,
                                  wimple_error *err);

/**
 * How many bytes have come in and not gone out.
 */
size_t wimple_redactor_held(const wimple_redactor *redactor);

/**
 * Ends a redactor. What it held and has not been given out is wiped.
 */
void wimple_redactor_free(wimple_redactor *redactor);

/**
 * Begins to put the values of tokens back, as wimple_engine_restore does. Tenant and subject are those of input.
 */
wimple_status wimple_restorer_new(const wimple_engine *engine,
                                  const wimple_input *input,
                                  uint32_t tolerance,
                                  uint32_t sink,
                                  wimple_outlet_fn function,
                                  void *user,
                                  wimple_restorer **out,
                                  wimple_error *err);

/**
 * Begins to put the values of a session's placeholders back. Every call of this restorer must be given the same session,
 * which stays yours.
 */
wimple_status wimple_restorer_of_session(const wimple_session *session,
                                         uint32_t tolerance,
                                         uint32_t sink,
                                         wimple_outlet_fn function,
                                         void *user,
                                         wimple_restorer **out,
                                         wimple_error *err);

/**
 * Takes the next piece of the text; it may end inside a character. session is NULL where the restorer was begun with an
 * engine. What may go on goes to your function before this returns.
 */
wimple_status wimple_restorer_write(wimple_restorer *restorer,
                                    const wimple_session *session,
                                    const char *text,
                                    size_t len,
                                    wimple_error *err);

/**
 * Ends the text: what was held goes out. The result has the report alone. out may be NULL.
 */
wimple_status wimple_restorer_end(wimple_restorer *restorer,
                                  const wimple_session *session,
                                  wimple_result **out,
                                  wimple_error *err);

/**
 * Ends a restorer.
 */
void wimple_restorer_free(wimple_restorer *restorer);

/**
 * The new text; empty after an analysis, and of a text that came in pieces.
 */
wimple_str wimple_result_text(const wimple_result *result);

/**
 * What was found and done, in numbers and names, as JSON; empty after an analysis. Safe to log.
 */
wimple_str wimple_result_report(const wimple_result *result);

/**
 * One self-contained HTML page that shows text, what was found in it and why, and what became of it. text is the one
 * the result was redacted from; the results of other calls are refused with WIMPLE_STATUS_INVALID_ARGUMENT. The page
 * holds the text, folded away until a reader opens it; with originals false it is made from the redacted text, and no
 * value that was replaced is in it.
 */
wimple_status wimple_result_html(const wimple_result *result,
                                 const char *text,
                                 size_t len,
                                 bool originals,
                                 wimple_text **out,
                                 wimple_error *err);

/**
 * How many earlier turns of the conversation this one shows in another light: each must be shown anew.
 */
size_t wimple_result_revision_count(const wimple_result *result);

/**
 * Which turn a revision is of, as wimple_input_set_turn named it. Revisions are numbered from 0, in the order of their turns.
 */
wimple_str wimple_result_revision_turn(const wimple_result *result,
                                       size_t index);

/**
 * The text to show for that turn instead of the one given before.
 */
wimple_str wimple_result_revision_text(const wimple_result *result, size_t index);

/**
 * How many findings there are.
 */
size_t wimple_result_count(const wimple_result *result);

/**
 * What kind of data a finding is: "EMAIL_ADDRESS".
 */
wimple_str wimple_result_entity(const wimple_result *result, size_t index);

/**
 * The family of that kind: "contact".
 */
wimple_str wimple_result_category(const wimple_result *result, size_t index);

/**
 * How sure it is, 0.0 to 1.0.
 */
double wimple_result_score(const wimple_result *result, size_t index);

/**
 * Where it stood in the original text, in WIMPLE_BYTES, WIMPLE_UTF16 or WIMPLE_CODE_POINTS; zero for other units.
 */
wimple_span wimple_result_span(const wimple_result *result,
                               size_t index,
                               uint32_t unit);

/**
 * What found it; for a built-in recognizer the entity type.
 */
wimple_str wimple_result_recognizer(const wimple_result *result, size_t index);

/**
 * What its check said: "valid", "invalid" or "unknown".
 */
wimple_str wimple_result_verdict(const wimple_result *result, size_t index);

/**
 * What near it spoke for its type: "none", "before", "after", "field", "cue", "question" (in a session), "model" (the name
 * model reads the sentence so) or "earlier" (a name that the text has said before, or a value that
 * the session has).
 */
wimple_str wimple_result_context(const wimple_result *result,
                                 size_t index);

/**
 * The check failed, but the writer calls it by this type's name: a mistyped card is still a card number.
 */
bool wimple_result_claimed(const wimple_result *result,
                           size_t index);

/**
 * A published test number or reserved value.
 */
bool wimple_result_specimen(const wimple_result *result, size_t index);

/**
 * How the value is written: "plain", "signs" (other characters for the plain ones, or some that nobody sees) or "written"
 * (in words or codes, spaced out, with letters for digits).
 */
wimple_str wimple_result_folding(const wimple_result *result,
                                 size_t index);

/**
 * How many other entity types the same value could also be.
 */
size_t wimple_result_alternative_count(const wimple_result *result, size_t index);

/**
 * One of those entity types, best first.
 */
wimple_str wimple_result_alternative(const wimple_result *result, size_t index, size_t alternative);

/**
 * The harmless thing that competed for the same place and lost; empty where there was none.
 */
wimple_str wimple_result_twin(const wimple_result *result, size_t index);

/**
 * Ends a result and wipes its text.
 */
void wimple_result_free(wimple_result *result);

/**
 * Finds the places of a text that read like tokens, whichever way they are spelled. An engine without keys knows every
 * token for one of an unknown key.
 */
wimple_status wimple_engine_tokens(const wimple_engine *engine,
                                   const char *text,
                                   size_t len,
                                   wimple_tokens **out,
                                   wimple_error *err);

/**
 * How many there are.
 */
size_t wimple_tokens_count(const wimple_tokens *tokens);

/**
 * Where one stands, in WIMPLE_BYTES, WIMPLE_UTF16 or WIMPLE_CODE_POINTS; zero for other units.
 */
wimple_span wimple_tokens_span(const wimple_tokens *tokens, size_t index, uint32_t unit);

/**
 * Whose it is: "own", "unknown_key", "destroyed_key", "forged" or "damaged".
 */
wimple_str wimple_tokens_state(const wimple_tokens *tokens, size_t index);

/**
 * What kind of token: "vault", "deterministic", "random" or "hash"; empty where it is damaged.
 */
wimple_str wimple_tokens_kind(const wimple_tokens *tokens, size_t index);

/**
 * The type of the value it stands for, as the token names it: "EMAIL_ADDRESS"; empty where it is damaged.
 */
wimple_str wimple_tokens_entity(const wimple_tokens *tokens,
                                size_t index);

/**
 * The id of the key it was made with, eight hexadecimal digits; empty where it is damaged.
 */
wimple_str wimple_tokens_key_id(const wimple_tokens *tokens, size_t index);

/**
 * Ends a list of tokens.
 */
void wimple_tokens_free(wimple_tokens *tokens);

/**
 * For people.
 */
wimple_str wimple_explain_text(const wimple_explain *explain);

/**
 * For programs. Offsets are bytes.
 */
wimple_str wimple_explain_json(const wimple_explain *explain);

/**
 * Ends an explanation.
 */
void wimple_explain_free(wimple_explain *explain);

/**
 * How many entity types the catalogue has, benign twins included.
 */
size_t wimple_entity_count(void);

/**
 * The id of an entity type ("EMAIL_ADDRESS"), by its place in the catalogue from 0; empty where index is out of range.
 * Never dies.
 */
wimple_str wimple_entity_id(size_t index);

/**
 * What an entity type is: its shape, check, context words, examples and sources. An id the catalogue does not have is
 * refused with WIMPLE_STATUS_INVALID_ARGUMENT.
 */
wimple_status wimple_entity_explain(const char *id,
                                    size_t len,
                                    wimple_explain **out,
                                    wimple_error *err);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* WIMPLE_H */

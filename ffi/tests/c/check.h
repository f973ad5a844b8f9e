/* What the test programs share: a check that says where it failed, and comparison of received texts. C99 and C++. */
#ifndef WIMPLE_TESTS_CHECK_H
#define WIMPLE_TESTS_CHECK_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "wimple.h"

#define CHECK(condition)                                                        \
    do {                                                                        \
        if (!(condition)) {                                                     \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition);     \
            exit(1);                                                            \
        }                                                                       \
    } while (0)

/* Whether a received text is these characters. */
#define IS(received, literal) is_text((received), (literal), sizeof(literal) - 1)

/* Whether a received text holds these characters. */
#define HOLDS(received, literal) holds_text((received), (literal), sizeof(literal) - 1)

/* A literal as the two arguments pointer and length. */
#define TEXT(literal) (literal), (sizeof(literal) - 1)

static inline int is_text(wimple_str received, const char *text, size_t len)
{
    return received.ptr != NULL && received.len == len && memcmp(received.ptr, text, len) == 0;
}

static inline int holds_text(wimple_str received, const char *text, size_t len)
{
    size_t at;
    for (at = 0; at + len <= received.len; at++) {
        if (memcmp(received.ptr + at, text, len) == 0) {
            return 1;
        }
    }
    return 0;
}

#endif

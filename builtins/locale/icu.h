// builtins/locale/icu.h - ICU, the library that knows the locales and time zones of the world: loaded when a script
// asks for one that is not ours (builtins/locale/locale.h), never at the start, and not needed to build.
//
// The functions are ICU's C API, stable since version 67; an `error` above 0 is a failure.  Objects are void pointers
// here.
#ifndef NODULE_BUILTINS_LOCALE_ICU_H
#define NODULE_BUILTINS_LOCALE_ICU_H

#include "vm/native.h"

#define ICU_FUNCTIONS(F)                                                                                               \
  F(int32_t, uloc_forLanguageTag, (const char *tag, char *id, int32_t capacity, int32_t *parsed, int *error))          \
  F(int32_t, uloc_countAvailable, (void))                                                                              \
  F(const char *, uloc_getAvailable, (int32_t number))                                                                 \
  F(int32_t, uloc_getKeywordValue, (const char *id, const char *key, char *out, int32_t capacity, int *error))         \
  F(int32_t, uloc_setKeywordValue, (const char *key, const char *value, char *id, int32_t capacity, int *error))       \
  F(const char *, uloc_toLegacyType, (const char *key, const char *value))                                             \
  F(void *, ucol_open, (const char *id, int *error))                                                                   \
  F(void, ucol_close, (void *collator))                                                                                \
  F(void, ucol_setAttribute, (void *collator, int attribute, int value, int *error))                                   \
  F(int, ucol_strcoll, (const void *collator, const uint16_t *a, int32_t a_length, const uint16_t *b, int32_t length)) \
  F(void *, unumf_openForSkeletonAndLocale, (const uint16_t *skeleton, int32_t length, const char *id, int *error))    \
  F(void, unumf_close, (void *formatter))                                                                              \
  F(void *, unumf_openResult, (int *error))                                                                            \
  F(void, unumf_closeResult, (void *result))                                                                           \
  F(void, unumf_formatDouble, (const void *formatter, double number, void *result, int *error))                        \
  F(int32_t, unumf_resultToString, (const void *result, uint16_t *out, int32_t capacity, int *error))                  \
  F(void *, udatpg_open, (const char *id, int *error))                                                                 \
  F(void, udatpg_close, (void *generator))                                                                             \
  F(int32_t, udatpg_getBestPatternWithOptions,                                                                         \
    (void *generator, const uint16_t *skeleton, int32_t length, int options, uint16_t *out, int32_t capacity,          \
     int *error))                                                                                                      \
  F(int32_t, udatpg_getSkeleton,                                                                                       \
    (void *unused, const uint16_t *pattern, int32_t length, uint16_t *out, int32_t capacity, int *error))              \
  F(void *, udat_open,                                                                                                 \
    (int time_style, int date_style, const char *id, const uint16_t *zone, int32_t zone_length,                        \
     const uint16_t *pattern, int32_t length, int *error))                                                             \
  F(void, udat_close, (void *format))                                                                                  \
  F(int32_t, udat_format, (const void *format, double t, uint16_t *out, int32_t capacity, void *position, int *error)) \
  F(int32_t, udat_toPattern, (const void *format, int8_t localized, uint16_t *out, int32_t capacity, int *error))      \
  F(const void *, udat_getCalendar, (const void *format))                                                              \
  F(void *, ucal_open, (const uint16_t *zone, int32_t length, const char *id, int type, int *error))                   \
  F(void, ucal_close, (void *calendar))                                                                                \
  F(void, ucal_setMillis, (void *calendar, double t, int *error))                                                      \
  F(int32_t, ucal_get, (const void *calendar, int field, int *error))                                                  \
  F(void, ucal_setGregorianChange, (void *calendar, double t, int *error))                                             \
  F(int32_t, ucal_getCanonicalTimeZoneID,                                                                              \
    (const uint16_t *zone, int32_t length, uint16_t *out, int32_t capacity, int8_t *known, int *error))

typedef struct Icu {
#define F(type, name, parameters) type(*name) parameters;
  ICU_FUNCTIONS(F)
#undef F
} Icu;

extern Icu icu;  // its functions, once icu_load was true

// `wanted`, for the message: "locale", "time zone"; and its name.  False: ICU is not there, and a RangeError with the
// code ERR_NO_ICU says so and how it is installed.
NODISCARD bool icu_load(VM *vm, const char *wanted, Handle name);

#define ICU_BUFFER_OVERFLOW 15

#endif

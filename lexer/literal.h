// lexer/literal.h - private to lexer/: what the rules of lexer.re call to turn the text of a token into its value.
//
// Each function takes the text's first byte; lexer->cursor stands behind its last.

#ifndef NODULE_LEXER_LITERAL_H
#define NODULE_LEXER_LITERAL_H

#include "lexer/lexer.h"

// Updates the line and column bookkeeping for text that may hold line terminators or characters beyond ASCII.  Answers
// whether it held a line terminator.
bool lexer_pass_text(Lexer *lexer, const uint8_t *start, const uint8_t *end);

Token *lexer_token(const Lexer *lexer, TokenType type, const uint8_t *start);
Token *lexer_word(Lexer *lexer, TokenType type, const uint8_t *start);    // ASCII, or the ASCII start of an identifier
Token *lexer_identifier(Lexer *lexer, const uint8_t *start);              // any identifier, scanned from `start`
Token *lexer_number(Lexer *lexer, const uint8_t *start);                  // decimal
Token *lexer_radix_number(Lexer *lexer, const uint8_t *start, int bits);  // 0x 0o 0b
Token *lexer_leading_zero(Lexer *lexer, const uint8_t *start);            // 017, 089
Token *lexer_string(Lexer *lexer, const uint8_t *start);
Token *lexer_unterminated_string(Lexer *lexer, const uint8_t *start);
Token *lexer_template(Lexer *lexer, TokenType type, const uint8_t *start);  // one of the four TEMPLATE tokens
Token *lexer_regexp_literal(Lexer *lexer, const uint8_t *start);
Token *lexer_bad_regexp(Lexer *lexer, const uint8_t *start);  // unterminated
Token *lexer_unterminated_template(Lexer *lexer, const uint8_t *start);
Token *lexer_error(Lexer *lexer, const char *message, const uint8_t *start, const uint8_t *end, bool at_end_of_input);

// Skips to the end of the line; the terminator is left.
void lexer_skip_line(Lexer *lexer);
bool lexer_skip_unicode_space(Lexer *lexer, const uint8_t *start);  // NBSP, BOM, category Zs

#endif

// lexer/lexer.h - characters to tokens.
//
// The parser pulls tokens one at a time.  Two decisions need the grammar, so the lexer leaves them to its caller: a `/`
// or `/=` comes back as an operator and lexer_regexp() reads it again as a regular expression; a `}` comes back as a
// brace and lexer_template_rest() reads it again as the continuation of a template.
//
// Positions count as node does: columns in UTF-16 code units; LF, CR, CRLF, U+2028 and U+2029 end a line.

#ifndef NODULE_LEXER_LEXER_H
#define NODULE_LEXER_LEXER_H

#include "base/arena.h"

typedef enum TokenType {
#define TOKEN(name, text) TOKEN_##name,
#include "lexer/token.def"
  TOKEN_COUNT
} TokenType;

// What a lexical error is, and where.
typedef struct LexicalError {
  const char *message;
  Position position;
  uint32_t end_offset;
  bool at_end_of_input;  // more input could mend it
} LexicalError;

typedef struct TemplateText {
  const Atom *cooked;  // NULL when an escape sequence is invalid: an error unless the template is tagged
  const Atom *raw;
  const LexicalError *error;  // what is wrong with the cooked text
} TemplateText;

// clang-format off
typedef struct Token {
  uint8_t type;         // TokenType
  bool newline_before;  // a line terminator stands between the previous token and this one
  bool escaped;         // an identifier written with \u; a string with any escape or line continuation
  Position position;
  uint32_t end_offset;
  union {  // the others have no memory for it
    // strict_error: what strict mode has against the literal (legacy octal), or NULL.
    struct { const Atom *atom; const LexicalError *strict_error; } text;  // IDENTIFIER, ESCAPED_KEYWORD, STRING
    struct { double value; const LexicalError *strict_error; } number;
    const TemplateText *template_;
    struct { const Atom *pattern, *flags; } regexp;
    const LexicalError *error;
    Position callee;  // LPAREN, when the parser knows: where a call through it is reported
  };
} Token;
// clang-format on

typedef struct Lexer {
  Arena *arena;
  Arena *tokens;          // scratch memory by itself, so that the tree lies close together
  const uint8_t *source;  // the arena's copy, with a NUL at limit
  const uint8_t *cursor, *limit;
  const uint8_t *line_start;
  uint32_t line;
  int32_t surplus;       // bytes less code units between line_start and cursor
  bool surrogates;       // the text is WTF-8: made from a string that may have surrogates by themselves
  bool line_has_tokens;  // so `-->` is no comment
  uint16_t *units;       // scratch for literals
  size_t unit_count, unit_capacity;
} Lexer;

// Starts at the beginning of `source`, behind a byte order mark and a `#!` line.
void lexer_start(Lexer *lexer, Arena *arena, const char *source, size_t length);
void lexer_finish(Lexer *lexer);

// Goes on with a text that begins with the old one.  It is not copied: it must end with a NUL and stay.
void lexer_extend(Lexer *lexer, const char *source, size_t length);
void lexer_rewind(Lexer *lexer, const Lexer *mark);  // to where it was when it was copied to *mark

// Tokens stay until lexer_finish().
Token *lexer_next(Lexer *lexer);

// Reads the last token again.  Nothing may have been read after it.
Token *lexer_regexp(Lexer *lexer, const Token *slash);
Token *lexer_template_rest(Lexer *lexer, const Token *brace);

// The text of a token as an atom: for reserved words used as property names.
const Atom *lexer_token_atom(Lexer *lexer, const Token *token);

const char *token_text(TokenType type);

#endif

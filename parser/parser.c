// parser/parser.c - the driver: pulls tokens from the lexer, chooses the grammar's symbol for each (see grammar.y),
// inserts semicolons, and words the errors.
//
// It asks grammar_accepts() before it pushes anything, so the automaton never meets a token that does not fit: the same
// question decides where a regular expression may start, where a semicolon is missing, and what is an error.

#include "parser/parser.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "parser/grammar.h"

// ------------------------------------------------------------------------------------------------------ errors

void parser_error(Parser *parser, Position position, uint32_t end_offset, const char *format, ...) {
  if (parser->failed) return;
  parser->failed = true;
  parser->error->position = position;
  parser->error->end_offset = end_offset;
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(parser->error->message, sizeof parser->error->message, format, arguments);
  va_end(arguments);
}

void parser_error_token(Parser *parser, const Token *token, const char *message) {
  parser_error(parser, token->position, token->end_offset, "%s", message);
}

void parser_error_node(Parser *parser, const Node *node, const char *message) {
  parser_error(parser, node->position, node->end_offset, "%s", message);
}

void parser_lexical_error(Parser *parser, const LexicalError *error) {
  if (!parser->failed) parser->error->at_end_of_input = error->at_end_of_input;
  parser_error(parser, error->position, error->end_offset, "%s", error->message);
}

void parser_too_deep(Parser *parser) {
  if (!parser->failed) parser->error->too_deep = true;
  parser_error_token(parser, parser->previous, "Maximum call stack size exceeded");
}

bool parser_strict(const Parser *parser) { return parser->function->node->strict; }

static bool is_word(const Token *token) {
  return token->type == TOKEN_IDENTIFIER || token->type == TOKEN_ASYNC || token->type == TOKEN_GET ||
         token->type == TOKEN_LET || token->type == TOKEN_OF || token->type == TOKEN_SET;
}

void parser_unexpected(Parser *parser, const Token *token) {
  char text[200];
  if (is_word(token)) {
    const Atom *atom = lexer_token_atom(&parser->lexer, token);
    atom_to_utf8(atom, text, sizeof text);
    if (parser_strict(parser) && is_strict_reserved(parser, atom))
      parser_error_token(parser, token, "Unexpected strict mode reserved word");
    else parser_error(parser, token->position, token->end_offset, "Unexpected identifier '%s'", text);
    return;
  }
  switch (token->type) {
  case TOKEN_ERROR: parser_lexical_error(parser, token->error); break;
  case TOKEN_END:
    if (!parser->failed) parser->error->at_end_of_input = true;
    parser_error_token(parser, token, "Unexpected end of input");
    break;
  case TOKEN_NUMBER: parser_error_token(parser, token, "Unexpected number"); break;
  case TOKEN_STRING: parser_error_token(parser, token, "Unexpected string"); break;
  case TOKEN_TEMPLATE:
  case TOKEN_TEMPLATE_HEAD: parser_error_token(parser, token, "Unexpected template string"); break;
  case TOKEN_ESCAPED_KEYWORD: parser_error_token(parser, token, "Keyword must not contain escaped characters"); break;
  case TOKEN_ENUM: parser_error_token(parser, token, "Unexpected reserved word"); break;
  case TOKEN_SUPER: parser_error_token(parser, token, "'super' keyword unexpected here"); break;
  case TOKEN_IMPORT:
    parser_error_token(parser, token,
                       "Cannot use import statement outside a module (modules are not supported yet: use require)");
    break;
  default: parser_error(parser, token->position, token->end_offset, "Unexpected token '%s'", token_text(token->type));
  }
}

static const Token before_first = {.type = TOKEN_END};

static Token *next_token(Parser *parser) {
  Token *token = parser->ahead != NULL ? parser->ahead : lexer_next(&parser->lexer);
  parser->ahead = NULL;
  return token;
}

static const Token *peek_token(Parser *parser) {
  if (parser->ahead == NULL) parser->ahead = lexer_next(&parser->lexer);
  return parser->ahead;
}

static bool in_method(const Parser *parser) {
  const FunctionState *function = parser->function;
  while (function->node->kind == FUNCTION_ARROW) function = function->outer;
  return function->node->kind != FUNCTION_NORMAL;
}

// `{true}`, `{1}`: the name is what is wrong.
static bool is_bad_shorthand(const yypstate *state, const Token *name, const Token *token) {
  return (token->type == TOKEN_RBRACE || token->type == TOKEN_COMMA || token->type == TOKEN_ASSIGN) &&
         name->type != TOKEN_RBRACKET && grammar_accepts(state, T_COLON) && grammar_accepts(state, T_LPAREN) &&
         !grammar_accepts(state, T_DOT);
}

// A strict mode reserved word just read as an identifier.
static bool is_bad_reference(Parser *parser, const Token *previous) {
  return parser_strict(parser) && is_word(previous) && !parser->previous_is_property &&
         is_strict_reserved(parser, lexer_token_atom(&parser->lexer, previous));
}

// The text of the parameters of a dynamic function ends too early, or too late, where a whole parameter has been read.
static bool ends_dynamic_parameters(const Parser *parser, const yypstate *state, const Token *token) {
  if (!in_dynamic_parameters(parser)) return false;
  if (grammar_accepts(state, T_LBRACE) && parser->previous->type == TOKEN_RPAREN) return true;
  bool between = parser->previous->type == TOKEN_LPAREN || parser->previous->type == TOKEN_COMMA;
  return grammar_accepts(state, T_RPAREN) && (!between || token->position.offset > parser->parameters_end);
}

// A token that the end of the input has cut off.
static bool is_cut_off(const Token *token) { return token->type == TOKEN_ERROR && token->error->at_end_of_input; }

// An error at `token`, which does not fit: says what was expected when that helps more.
static void report(Parser *parser, const yypstate *state, const Token *token) {
  const Token *previous = parser->previous;
  bool expression = grammar_accepts(state, T_FUNCTION_EXPRESSION);
  if (ends_dynamic_parameters(parser, state, token)) {
    check_parameters_end(parser, previous->type == TOKEN_RPAREN ? previous : token);
  } else if (token->type == TOKEN_SUPER && expression && in_method(parser)) {
    parser_error_token(parser, token, "'super' is not supported yet");
  } else if (token->type == TOKEN_IMPORT && expression && peek_token(parser)->type == TOKEN_LPAREN) {
    parser_error_token(parser, token, "Dynamic import is not supported yet: use require");
  } else if (token->type == TOKEN_CLASS && expression) {
    parser_error_token(parser, token, "Classes are not supported yet");
  } else if (token->type == TOKEN_ARROW && parser->saw_async_call) {
    parser_error_token(parser, token, "Async functions are not supported yet");
  } else if (token->type == TOKEN_ARROW && previous->type == TOKEN_RPAREN && !token->newline_before) {
    parser_error_token(parser, previous, "Malformed arrow function parameter list");
  } else if (token->type == TOKEN_OPTIONAL_DOT && grammar_accepts(state, T_DOT)) {
    parser_error_token(parser, token, "Invalid optional chain from new expression");
  } else if (is_bad_shorthand(state, previous, token)) {
    parser_unexpected(parser, previous);
  } else if (is_bad_reference(parser, previous)) {
    parser_error_token(parser, previous, "Unexpected strict mode reserved word");
  } else if (previous->type == TOKEN_FUNCTION && token->type == TOKEN_LPAREN) {
    parser_error_token(parser, previous, "Function statements require a function name");
  } else if (grammar_accepts(state, T_ARGUMENTS_PROBE)) {
    if (token->type == TOKEN_END) parser->error->at_end_of_input = true;
    parser_error_token(parser, previous, "missing ) after argument list");
  } else if (grammar_accepts(state, T_TRY_PROBE)) {
    if (token->type == TOKEN_END) parser->error->at_end_of_input = true;
    parser_error_token(parser, previous, "Missing catch or finally after try");
  } else if (grammar_accepts(state, T_TEMPLATE_MIDDLE) && !is_cut_off(token)) {
    if (token->type == TOKEN_END) parser->error->at_end_of_input = true;
    parser_error_token(parser, previous, "Missing } in template expression");
  } else if (previous->type == TOKEN_IDENTIFIER && previous->text.atom == parser->atom_await &&
             !token->newline_before) {
    parser_error_token(parser, previous, "await is only valid in async functions and the top level bodies of modules");
  } else if (token->type == TOKEN_EXPORT) {
    parser_error_token(parser, token, "Unexpected token 'export' (modules are not supported yet: use module.exports)");
  } else {
    parser_unexpected(parser, token);
  }
}

// ------------------------------------------------------------------------------------------------------ tokens

// `let` starts a declaration when what follows can be bound, unless it can only be an identifier here.
static int classify_let(Parser *parser, const yypstate *state) {
  bool list = grammar_accepts(state, T_LET_DECLARATION);
  if (!list && !grammar_accepts(state, T_EMBEDDED_LET)) return T_LET;
  const Token *next = peek_token(parser);
  if (next->type == TOKEN_LBRACKET) return list ? T_LET_DECLARATION : T_EMBEDDED_LET;
  if (!is_word(next) && next->type != TOKEN_LBRACE) return T_LET;
  if (list) return T_LET_DECLARATION;
  return next->newline_before ? T_LET : T_EMBEDDED_LET;
}

// `async` is an identifier, but what can only be an async function gets its own error.
static int classify_async(Parser *parser, const yypstate *state, const Token *token) {
  if (parser->previous->type == TOKEN_DOT || parser->previous->type == TOKEN_OPTIONAL_DOT ||
      !grammar_accepts(state, T_FUNCTION_EXPRESSION))
    return T_ASYNC;
  const Token *next = peek_token(parser);
  if (next->type == TOKEN_LPAREN) parser->saw_async_call = true;
  if (!next->newline_before && (next->type == TOKEN_FUNCTION || (is_word(next) && next->type != TOKEN_OF)))
    unsupported(parser, token, "Async functions are not supported yet");
  return T_ASYNC;
}

static int first_accepted(const yypstate *state, int first, int second) {
  return grammar_accepts(state, first) ? first : second;
}

// The symbol for a token where the automaton stands.  May read the token anew.
static int classify(Parser *parser, const yypstate *state, Token **token_at) {
  Token *token = *token_at;
  switch (token->type) {
  case TOKEN_LBRACE: return first_accepted(state, T_LBRACE, T_OBJECT_LBRACE);
  case TOKEN_FUNCTION: return first_accepted(state, T_FUNCTION, T_FUNCTION_EXPRESSION);
  case TOKEN_IN: return first_accepted(state, T_FOR_IN, T_IN);
  case TOKEN_OF: return first_accepted(state, T_FOR_OF, T_OF);
  case TOKEN_LET: return classify_let(parser, state);
  case TOKEN_ASYNC: return classify_async(parser, state, token);
  case TOKEN_INCREMENT: return token->newline_before ? T_PREFIX_INCREMENT : T_INCREMENT;
  case TOKEN_DECREMENT: return token->newline_before ? T_PREFIX_DECREMENT : T_DECREMENT;
  case TOKEN_ARROW: return token->newline_before ? T_ERROR : T_ARROW;
  case TOKEN_RBRACE:
    if (!grammar_accepts(state, T_TEMPLATE_MIDDLE)) return T_RBRACE;
    token = *token_at = lexer_template_rest(&parser->lexer, token);
    break;
  case TOKEN_SLASH:
  case TOKEN_SLASH_ASSIGN: {
    int symbol = grammar_symbol(token->type);
    if (grammar_accepts(state, symbol) || !grammar_accepts(state, T_REGEXP)) return symbol;
    token = *token_at = lexer_regexp(&parser->lexer, token);
    break;
  }
  case TOKEN_LPAREN:
    token->callee = is_word(parser->previous) ? parser->previous->position : token->position;
    return T_LPAREN;
  default: break;
  }
  return grammar_symbol(token->type);
}

// ------------------------------------------------------------------------------------------------------ semicolons

// The symbol for a semicolon to insert before `token`, or 0.
static int missing_semicolon(const Parser *parser, const yypstate *state, const Token *token, bool fits) {
  if (token->newline_before && (token->type != TOKEN_SEMICOLON || parser->previous->type == TOKEN_THROW)) {
    switch (parser->previous->type) {
    case TOKEN_BREAK:
    case TOKEN_CONTINUE:
    case TOKEN_RETURN:
    case TOKEN_THROW:
      if (grammar_accepts(state, T_NEWLINE_SEMICOLON)) return T_NEWLINE_SEMICOLON;
      break;
    default: break;
    }
  }
  if (fits) return 0;
  if ((token->newline_before || token->type == TOKEN_RBRACE || token->type == TOKEN_END) &&
      grammar_accepts(state, T_AUTO_SEMICOLON))
    return T_AUTO_SEMICOLON;
  if (grammar_accepts(state, T_DO_SEMICOLON)) return T_DO_SEMICOLON;
  return 0;
}

// ------------------------------------------------------------------------------------------------------ parsing

// Pushes the symbols for one token.  Returns false at the end, after an error or not.
static bool push_token(Parser *parser, yypstate *state, Token *token) {
  for (;;) {
    int symbol = classify(parser, state, &token);
    bool fits = token->type != TOKEN_ERROR && grammar_accepts(state, symbol);
    int semicolon = missing_semicolon(parser, state, token, fits);
    if (parser->failed) return false;
    if (semicolon == 0) {
      if (!fits) {
        report(parser, state, token);
        return false;
      }
      YYSTYPE value = {.token = token};
      int status = yypush_parse(state, symbol, &value, parser);
      parser->previous_is_property = parser->previous->type == TOKEN_DOT ||
                                     parser->previous->type == TOKEN_OPTIONAL_DOT;
      parser->previous = token;
      return status == YYPUSH_MORE && !parser->failed;
    }
    YYSTYPE value = {.token = parser->previous};  // it ends where the last token ends
    if (yypush_parse(state, semicolon, &value, parser) != YYPUSH_MORE || parser->failed) return false;
  }
}

FunctionNode *parse(Arena *arena, const char *source, size_t length, const ParseOptions *options, ParseError *error) {
  Parser parser = {.arena = arena,
                   .error = error,
                   .previous = &before_first,
                   .machine_code = options->machine_code,
                   .parameters_end = options->parameters_end};
  *error = (ParseError){0};
  lexer_start(&parser.lexer, arena, source, length);
  parser.lexer.surrogates = options->wtf8;
  early_start(&parser, options);
  yypstate *state = yypstate_new();
  Token *token;
  if (state == NULL) parser_too_deep(&parser);
  do token = next_token(&parser);
  while (!parser.failed && push_token(&parser, state, token));
  FunctionNode *program = parser.failed ? NULL : early_finish(&parser, token);
  yypstate_delete(state);
  early_free(&parser);
  lexer_finish(&parser.lexer);
  return program;
}

// ------------------------------------------------------------------------------------------------- growing texts

struct PartialParse {
  Parser parser;
  ParseError error;
  yypstate *state;
  bool newline;  // a line has ended since the last token
};

PartialParse *partial_parse_create(const ParseOptions *options) {
  PartialParse *partial = checked_calloc(1, sizeof *partial);
  partial->parser = (Parser){.arena = arena_create(NULL), .error = &partial->error, .previous = &before_first};
  lexer_start(&partial->parser.lexer, partial->parser.arena, "", 0);
  partial->parser.lexer.surrogates = options->wtf8;
  early_start(&partial->parser, options);
  partial->state = yypstate_new();
  if (partial->state == NULL) parser_too_deep(&partial->parser);
  return partial;
}

void partial_parse_destroy(PartialParse *partial) {
  if (!partial) return;
  if (partial->state) yypstate_delete(partial->state);
  early_free(&partial->parser);
  lexer_finish(&partial->parser.lexer);
  arena_destroy(partial->parser.arena);
  free(partial);
}

// What `let` and `async` mean depends on the token behind them.
static bool is_decided(Parser *parser, const Token *token) {
  if (token->type != TOKEN_LET && token->type != TOKEN_ASYNC) return true;
  const Token *next = lexer_next(&parser->lexer);
  return next->type != TOKEN_END && !is_cut_off(next);
}

// Pushes one token.  False: there is none, or its meaning or its end is still to come; then it is read again.
static bool push_next(PartialParse *partial) {
  Parser *parser = &partial->parser;
  const Lexer before = parser->lexer;
  Token *token = lexer_next(&parser->lexer);
  token->newline_before |= partial->newline;
  if (token->type == TOKEN_END) {
    partial->newline = token->newline_before;
    parser->lexer.line_has_tokens = !token->newline_before;
    return false;
  }
  const Lexer after = parser->lexer;
  if (!is_cut_off(token) && is_decided(parser, token)) {
    lexer_rewind(&parser->lexer, &after);
    push_token(parser, partial->state, token);
    if (parser->ahead != NULL) lexer_rewind(&parser->lexer, &after);
    parser->ahead = NULL;
    partial->newline = false;
    if (!parser->failed) return true;
    if (!partial->error.at_end_of_input) return false;
    parser->failed = false;  // the rest of a template was not whole
    partial->error = (ParseError){0};
  }
  lexer_rewind(&parser->lexer, &before);
  return false;
}

// A semicolon at the end may be left out.
static bool may_end(const yypstate *state, bool in_parentheses) {
  const int endings[][3] = {{T_RPAREN, T_END},
                            {T_RPAREN, T_AUTO_SEMICOLON, T_END},
                            {T_END},
                            {T_AUTO_SEMICOLON, T_END},
                            {T_DO_SEMICOLON, T_END}};
  static const int counts[] = {2, 3, 1, 2, 2};
  for (int i = in_parentheses ? 0 : 2, end = in_parentheses ? 2 : 5; i < end; i++) {
    if (grammar_accepts_all(state, endings[i], counts[i])) return true;
  }
  return false;
}

PartialAnswer partial_parse(PartialParse *partial, const char *source, size_t length, bool in_parentheses) {
  Parser *parser = &partial->parser;
  if (parser->failed) return PARTIAL_WRONG;
  lexer_extend(&parser->lexer, source, length);
  while (push_next(partial)) continue;
  bool bare_throw = parser->previous->type == TOKEN_THROW && grammar_accepts(partial->state, T_NEWLINE_SEMICOLON);
  if (parser->failed || bare_throw) return PARTIAL_WRONG;
  const Lexer end = parser->lexer;
  const Token *rest = lexer_next(&parser->lexer);
  lexer_rewind(&parser->lexer, &end);
  bool undecided = rest->type == TOKEN_LET || rest->type == TOKEN_ASYNC;
  bool whole = undecided || (rest->type == TOKEN_END && may_end(partial->state, in_parentheses));
  return whole ? PARTIAL_MAY_BE_WHOLE : PARTIAL_UNFINISHED;
}

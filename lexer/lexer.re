// lexer/lexer.re - the rules of the tokens (ECMA-262 chapter 12), for re2c.
//
// A rule recognises a token and returns it; values are made in literal.c.  The rules work on bytes: characters beyond
// ASCII matter to a rule only as the line terminators U+2028 (e2 80 a8) and U+2029 (e2 80 a9); identifiers and white
// space that hold others are handed to literal.c, which decodes them.

#include "lexer/lexer.h"

#include "lexer/literal.h"

/*!re2c
  re2c:api:style = free-form;
  re2c:define:YYCTYPE = "uint8_t";
  re2c:define:YYCURSOR = "lexer->cursor";
  re2c:define:YYMARKER = "marker";
  re2c:define:YYLIMIT = "lexer->limit";
  re2c:yyfill:enable = 0;
  re2c:eof = 0;

  newline       = "\r\n" | [\r\n] | "\xe2\x80\xa8" | "\xe2\x80\xa9";
  digit         = [0-9];
  digits        = digit ("_"? digit)*;
  integer       = "0" | [1-9] ("_"? digit)*;
  exponent      = [eE] [+-]? digits;
  word_start    = [a-zA-Z$_];
  word          = word_start [a-zA-Z0-9$_]*;
  escape        = "\\" ("\r\n" | [^]);

  // A template's characters: `$` counts as one unless `{` follows.
  template_text = ([^`\\$] | escape | "$"+ ([^`\\${] | escape))* "$"*;

  regexp_class  = "[" ([^\]\\\r\n] | "\\" [^\r\n])* "]";
  regexp_char   = [^/\\[\r\n] | "\\" [^\r\n] | regexp_class;
  regexp_first  = [^*/\\[\r\n] | "\\" [^\r\n] | regexp_class;
*/

#define RETURN(name) return lexer_finish_token(lexer, TOKEN_##name, start, newline)
#define WORD(name) return with_newline(lexer_word(lexer, TOKEN_##name, start), newline)
#define VALUE(call) return with_newline(call, newline)

static inline Token *with_newline(Token *token, bool newline) {
  token->newline_before = newline;
  return token;
}

static inline Token *lexer_finish_token(const Lexer *lexer, TokenType type, const uint8_t *start, bool newline) {
  return with_newline(lexer_token(lexer, type, start), newline);
}

static Token *scan(Lexer *lexer) {
  const uint8_t *marker = NULL;
  bool newline = false;
  for (;;) {
    const uint8_t *start = lexer->cursor;
    /*!re2c
      // white space and comments
      [ \t\v\f]+   { continue; }
      newline      { newline = lexer_pass_text(lexer, start, lexer->cursor); continue; }
      "//"         { lexer_skip_line(lexer); continue; }
      "<!--"       { lexer_skip_line(lexer); continue; }
      "-->"        { if (lexer->line_has_tokens) { lexer->cursor--; RETURN(DECREMENT); }
                     lexer_skip_line(lexer); continue; }
      "/*" ([^*] | "*"+ [^*/])* "*"+ "/" { newline |= lexer_pass_text(lexer, start, lexer->cursor); continue; }
      "/*"         { lexer->cursor = lexer->limit;
                     VALUE(lexer_error(lexer, "Invalid or unexpected token", start, lexer->limit, true)); }

      // punctuators
      "{"    { RETURN(LBRACE); }
      "}"    { RETURN(RBRACE); }
      "("    { RETURN(LPAREN); }
      ")"    { RETURN(RPAREN); }
      "["    { RETURN(LBRACKET); }
      "]"    { RETURN(RBRACKET); }
      "."    { RETURN(DOT); }
      "..."  { RETURN(ELLIPSIS); }
      "?."   { if (lexer->cursor[0] >= '0' && lexer->cursor[0] <= '9') { lexer->cursor--; RETURN(QUESTION); }
               RETURN(OPTIONAL_DOT); }
      ";"    { RETURN(SEMICOLON); }
      ","    { RETURN(COMMA); }
      ":"    { RETURN(COLON); }
      "?"    { RETURN(QUESTION); }
      "=>"   { RETURN(ARROW); }
      "<"    { RETURN(LT); }
      ">"    { RETURN(GT); }
      "<="   { RETURN(LE); }
      ">="   { RETURN(GE); }
      "=="   { RETURN(EQ); }
      "!="   { RETURN(NE); }
      "==="  { RETURN(STRICT_EQ); }
      "!=="  { RETURN(STRICT_NE); }
      "+"    { RETURN(PLUS); }
      "-"    { RETURN(MINUS); }
      "*"    { RETURN(STAR); }
      "/"    { RETURN(SLASH); }
      "%"    { RETURN(PERCENT); }
      "**"   { RETURN(POWER); }
      "++"   { RETURN(INCREMENT); }
      "--"   { RETURN(DECREMENT); }
      "<<"   { RETURN(SHL); }
      ">>"   { RETURN(SAR); }
      ">>>"  { RETURN(SHR); }
      "&"    { RETURN(BIT_AND); }
      "|"    { RETURN(BIT_OR); }
      "^"    { RETURN(BIT_XOR); }
      "!"    { RETURN(NOT); }
      "~"    { RETURN(BIT_NOT); }
      "&&"   { RETURN(AND); }
      "||"   { RETURN(OR); }
      "??"   { RETURN(NULLISH); }
      "="    { RETURN(ASSIGN); }
      "+="   { RETURN(PLUS_ASSIGN); }
      "-="   { RETURN(MINUS_ASSIGN); }
      "*="   { RETURN(STAR_ASSIGN); }
      "/="   { RETURN(SLASH_ASSIGN); }
      "%="   { RETURN(PERCENT_ASSIGN); }
      "**="  { RETURN(POWER_ASSIGN); }
      "<<="  { RETURN(SHL_ASSIGN); }
      ">>="  { RETURN(SAR_ASSIGN); }
      ">>>=" { RETURN(SHR_ASSIGN); }
      "&="   { RETURN(BIT_AND_ASSIGN); }
      "|="   { RETURN(BIT_OR_ASSIGN); }
      "^="   { RETURN(BIT_XOR_ASSIGN); }
      "&&="  { RETURN(AND_ASSIGN); }
      "||="  { RETURN(OR_ASSIGN); }
      "??="  { RETURN(NULLISH_ASSIGN); }

      // words
      "async"      { WORD(ASYNC); }
      "break"      { WORD(BREAK); }
      "case"       { WORD(CASE); }
      "catch"      { WORD(CATCH); }
      "class"      { WORD(CLASS); }
      "const"      { WORD(CONST); }
      "continue"   { WORD(CONTINUE); }
      "debugger"   { WORD(DEBUGGER); }
      "default"    { WORD(DEFAULT); }
      "delete"     { WORD(DELETE); }
      "do"         { WORD(DO); }
      "else"       { WORD(ELSE); }
      "enum"       { WORD(ENUM); }
      "export"     { WORD(EXPORT); }
      "extends"    { WORD(EXTENDS); }
      "false"      { WORD(FALSE); }
      "finally"    { WORD(FINALLY); }
      "for"        { WORD(FOR); }
      "function"   { WORD(FUNCTION); }
      "get"        { WORD(GET); }
      "if"         { WORD(IF); }
      "import"     { WORD(IMPORT); }
      "in"         { WORD(IN); }
      "instanceof" { WORD(INSTANCEOF); }
      "let"        { WORD(LET); }
      "new"        { WORD(NEW); }
      "null"       { WORD(NULL_VALUE); }
      "of"         { WORD(OF); }
      "return"     { WORD(RETURN); }
      "set"        { WORD(SET); }
      "super"      { WORD(SUPER); }
      "switch"     { WORD(SWITCH); }
      "this"       { WORD(THIS); }
      "throw"      { WORD(THROW); }
      "true"       { WORD(TRUE); }
      "try"        { WORD(TRY); }
      "typeof"     { WORD(TYPEOF); }
      "var"        { WORD(VAR); }
      "void"       { WORD(VOID); }
      "while"      { WORD(WHILE); }
      "with"       { WORD(WITH); }
      word         { WORD(IDENTIFIER); }
      "\\"         { VALUE(lexer_identifier(lexer, start)); }
      [\x80-\xff]  { if (lexer_skip_unicode_space(lexer, start)) continue;
                     VALUE(lexer_identifier(lexer, start)); }

      // numbers
      integer ("." digits?)? exponent? | "." digits exponent?
                                   { VALUE(lexer_number(lexer, start)); }
      "0" [xX] [0-9a-fA-F] ("_"? [0-9a-fA-F])* { VALUE(lexer_radix_number(lexer, start, 4)); }
      "0" [oO] [0-7] ("_"? [0-7])* { VALUE(lexer_radix_number(lexer, start, 3)); }
      "0" [bB] [01] ("_"? [01])*   { VALUE(lexer_radix_number(lexer, start, 1)); }
      "0" [0-7]+                   { VALUE(lexer_leading_zero(lexer, start)); }
      "0" [0-7]* [89] digit* ("." digits?)? exponent?
                                   { VALUE(lexer_leading_zero(lexer, start)); }

      // strings and templates
      ["] ([^"\\\r\n] | escape)* ["] { VALUE(lexer_string(lexer, start)); }
      ['] ([^'\\\r\n] | escape)* ['] { VALUE(lexer_string(lexer, start)); }
      ["']         { VALUE(lexer_unterminated_string(lexer, start)); }
      "`" template_text "`"   { VALUE(lexer_template(lexer, TOKEN_TEMPLATE, start)); }
      "`" template_text "${"  { VALUE(lexer_template(lexer, TOKEN_TEMPLATE_HEAD, start)); }
      "`"          { VALUE(lexer_unterminated_template(lexer, start)); }

      $            { RETURN(END); }
      *            { VALUE(lexer_error(lexer, "Invalid or unexpected token", start, lexer->cursor, false)); }
    */
  }
}

Token *lexer_next(Lexer *lexer) {
  Token *token = scan(lexer);
  lexer->line_has_tokens = true;
  return token;
}

Token *lexer_regexp(Lexer *lexer, const Token *slash) {
  const uint8_t *marker = NULL, *start = lexer->source + slash->position.offset;
  bool newline = slash->newline_before;
  lexer->cursor = start;
  /*!local:re2c
    "/" regexp_first regexp_char* "/" [a-zA-Z0-9$_]*
                 { VALUE(lexer_regexp_literal(lexer, start)); }
    $            { VALUE(lexer_bad_regexp(lexer, start)); }
    *            { VALUE(lexer_bad_regexp(lexer, start)); }
  */
}

Token *lexer_template_rest(Lexer *lexer, const Token *brace) {
  const uint8_t *marker = NULL, *start = lexer->source + brace->position.offset;
  bool newline = brace->newline_before;
  lexer->cursor = start;
  /*!local:re2c
    "}" template_text "`"  { VALUE(lexer_template(lexer, TOKEN_TEMPLATE_TAIL, start)); }
    "}" template_text "${" { VALUE(lexer_template(lexer, TOKEN_TEMPLATE_MIDDLE, start)); }
    $            { VALUE(lexer_unterminated_template(lexer, start)); }
    *            { VALUE(lexer_unterminated_template(lexer, start)); }
  */
}

// parser/grammar.y - the grammar (ECMA-262), LALR(1) without conflicts.  An action builds one node.
//
// Where the standard's grammar looks ahead or has variants, the driver (parser.c) asks the automaton with
// grammar_accepts() and feeds one of several symbols for the same text:
//
//   {         "{"           a block, wherever one may start; else "object {"
//   function  "function"    a declaration, wherever one may stand; else "function expression"
//   let       "let declaration", "embedded let" (an error), else the identifier "let"
//   in, of    "for in", "for of" in the head of a loop; else the operator, the identifier
//   ++, --    "prefix ++" behind a line terminator
//   ;         "automatic ;" where one is inserted; "newline ;" behind return, break, continue, throw;
//             "do ;" behind a do-while statement
//
// Probes are never fed.  grammar_accepts() of a probe tells where the automaton stands, to word an error.
//
// Arrow parameters and assignment patterns are parsed as expressions (`cover`) and checked when `=>` or `=` follows.

%code requires {
#include "parser/parser.h"
}

%code provides {
// Would the automaton shift `token` next, perhaps after reductions?
bool grammar_accepts(const yypstate *state, int token);
bool grammar_accepts_all(const yypstate *state, const int *tokens, int count);  // one after the other
// The grammar's symbol for a token of the lexer.
int grammar_symbol(TokenType type);
}

%code {
#include <assert.h>
#include <string.h>

#include "base/memory.h"

#define YYMAXDEPTH 2000000
#define YYMALLOC checked_malloc
#define YYFREE free

// Values on the automaton's stack are moved at every reduction, so they are pointers: what they mean is in the arena.
#define NEW(Type, ...) memcpy(arena_allocate(parser->arena, sizeof(Type)), &(Type)__VA_ARGS__, sizeof(Type))

static void yyerror(Parser *parser, const char *message);
}

%define api.pure full
%define api.push-pull push
%define api.token.prefix {T_}
%define api.token.raw
%param {Parser *parser}
%expect 0

%union {
  const Token *token;
  Node *node;
  NodeList *list;
  FunctionNode *function;
  const Cover *cover;
  const Arguments *arguments;
}

// Symbols that stand for one token of lexer/token.def each.
%token END 0
%token ERROR
%token <token> ESCAPED_KEYWORD IDENTIFIER NUMBER STRING TEMPLATE TEMPLATE_HEAD TEMPLATE_MIDDLE TEMPLATE_TAIL REGEXP
%token <token> LBRACE "{" RBRACE "}" LPAREN "(" RPAREN ")" LBRACKET "[" RBRACKET "]" DOT "." ELLIPSIS "..."
%token <token> OPTIONAL_DOT "?." SEMICOLON ";" COMMA "," COLON ":" QUESTION "?" ARROW "=>"
%token <token> LT "<" GT ">" LE "<=" GE ">=" EQ "==" NE "!=" STRICT_EQ "===" STRICT_NE "!=="
%token <token> PLUS "+" MINUS "-" STAR "*" SLASH "/" PERCENT "%" POWER "**" INCREMENT "++" DECREMENT "--"
%token <token> SHL "<<" SAR ">>" SHR ">>>" BIT_AND "&" BIT_OR "|" BIT_XOR "^" NOT "!" BIT_NOT "~"
%token <token> AND "&&" OR "||" NULLISH "??"
%token <token> ASSIGN "=" PLUS_ASSIGN "+=" MINUS_ASSIGN "-=" STAR_ASSIGN "*=" SLASH_ASSIGN "/=" PERCENT_ASSIGN "%="
%token <token> POWER_ASSIGN "**=" SHL_ASSIGN "<<=" SAR_ASSIGN ">>=" SHR_ASSIGN ">>>=" BIT_AND_ASSIGN "&="
%token <token> BIT_OR_ASSIGN "|=" BIT_XOR_ASSIGN "^=" AND_ASSIGN "&&=" OR_ASSIGN "||=" NULLISH_ASSIGN "??="
%token <token> BREAK "break" CASE "case" CATCH "catch" CLASS "class" CONST "const" CONTINUE "continue"
%token <token> DEBUGGER "debugger" DEFAULT "default" DELETE "delete" DO "do" ELSE "else" ENUM "enum" EXPORT "export"
%token <token> EXTENDS "extends" FALSE "false" FINALLY "finally" FOR "for" FUNCTION "function" IF "if" IMPORT "import"
%token <token> IN "in" INSTANCEOF "instanceof" NEW "new" NULL_VALUE "null" RETURN "return" SUPER "super"
%token <token> SWITCH "switch" THIS "this" THROW "throw" TRUE "true" TRY "try" TYPEOF "typeof" VAR "var" VOID "void"
%token <token> WHILE "while" WITH "with"
%token <token> ASYNC "async" GET "get" LET "let" OF "of" SET "set"

// Symbols the driver chooses.
%token <token> OBJECT_LBRACE "object {"
%token <token> FUNCTION_EXPRESSION "function expression"
%token <token> LET_DECLARATION "let declaration" EMBEDDED_LET "embedded let"
%token <token> FOR_IN "for in" FOR_OF "for of"
%token <token> PREFIX_INCREMENT "prefix ++" PREFIX_DECREMENT "prefix --"
%token <token> AUTO_SEMICOLON "automatic ;" NEWLINE_SEMICOLON "newline ;" DO_SEMICOLON "do ;"

%token ARGUMENTS_PROBE  // behind an argument of a call
%token TRY_PROBE        // where catch or finally must follow

%precedence THEN
%precedence "else"
%left "??"
%left "||"
%left "&&"
%left "|"
%left "^"
%left "&"
%left "==" "!=" "===" "!=="
%left "<" ">" "<=" ">=" "in" "instanceof"
%left "<<" ">>" ">>>"
%left "+" "-"
%left "*" "/" "%"
%right "**"
%precedence UNARY

%type <token> assignment_operator identifier reserved_word member_name semicolon jump_end do_end for_open
%type <node> statement_item statement embedded block var_list lexical_list variables lexical_keyword declarator binding
%type <node> function_declaration if_statement iteration_statement loop_body jump_statement labelled_statement
%type <node> labelled_body switch_statement case try_statement catch
%type <node> expression expression_opt assignment binary unary update left_hand_side bare_new
%type <node> member call chain_base primary template template_open array object property property_name
%type <node> argument parameter function_expression arrow_function
%type <list> statements cases argument_list elements properties
%type <function> function_rest
%type <cover> cover
%type <arguments> arguments

%start program

%%

// ------------------------------------------------------------------------------------------------------ statements

program: body;

body:
    %empty
  | body statement_item                       { function_append(parser, $2); }
  ;

statements:
    %empty                                    { $$ = list_new(parser); }
  | statements statement_item                 { $$ = statement_add(parser, $1, $2); }
  ;

statement_item:
    statement
  | function_declaration                      { $$ = declare_function(parser, $1); }
  | lexical_list semicolon                    { $$ = variables_finish(parser, $1, $2->end_offset); }
  ;

statement:
    block
  | var_list semicolon                        { $$ = variables_finish(parser, $1, $2->end_offset); }
  | ";"                                       { $$ = node_token(parser, NODE_EMPTY, $1); }
  | expression semicolon                      { $$ = node_expression_statement(parser, $1, $2->end_offset); }
  | "debugger" semicolon                      { $$ = node_wrap(parser, NODE_DEBUGGER, $1, NULL, $2->end_offset); }
  | if_statement
  | iteration_statement
  | jump_statement
  | labelled_statement
  | switch_statement
  | try_statement
  | "with" "(" expression ")" embedded        { $$ = node_with(parser, $1, $3, $5); }
  ;

// The statement of an if or a loop.
embedded:
    statement
  | function_declaration                      { $$ = node_embedded_function(parser, $1); }
  | "embedded let"                            { $$ = embedded_let(parser, $1); }
  ;

semicolon: ";" | "automatic ;";
jump_end: semicolon | "newline ;";
do_end: semicolon | "do ;";

block:
    "{" { early_scope_enter(parser); } statements "}"
      { early_scope_leave(parser); $$ = node_list(parser, NODE_BLOCK, $1, *$3, $4); }
  ;

if_statement:
    "if" "(" expression ")" embedded %prec THEN            { $$ = node_if(parser, $1, $3, $5, NULL); }
  | "if" "(" expression ")" embedded "else" embedded       { $$ = node_if(parser, $1, $3, $5, $7); }
  ;

iteration_statement:
    "while" "(" expression ")" loop_body
      { $$ = NODE_OF(NODE_WHILE, $1, $5->end_offset, $3, $5); }
  | "do" loop_body "while" "(" expression ")" do_end
      { $$ = NODE_OF(NODE_DO_WHILE, $1, $7->end_offset, $2, $5); }
  | for_open expression_opt ";" expression_opt ";" expression_opt ")" loop_body
      { $$ = node_for(parser, $1, $2, $4, $6, $8); }
  | for_open variables ";" { variables_finish(parser, $2, $3->end_offset); }
      expression_opt ";" expression_opt ")" loop_body
      { $$ = node_for(parser, $1, $2, $5, $7, $9); }
  | for_open expression "for in" { for_in_left(parser, NODE_FOR_IN, $2); } expression ")" loop_body
      { $$ = node_for_in(parser, NODE_FOR_IN, $1, $2, $5, $7); }
  | for_open variables "for in" { for_in_left(parser, NODE_FOR_IN, $2); } expression ")" loop_body
      { $$ = node_for_in(parser, NODE_FOR_IN, $1, $2, $5, $7); }
  | for_open expression "for of" { for_in_left(parser, NODE_FOR_OF, $2); } assignment ")" loop_body
      { $$ = node_for_in(parser, NODE_FOR_OF, $1, $2, $5, $7); }
  | for_open variables "for of" { for_in_left(parser, NODE_FOR_OF, $2); } assignment ")" loop_body
      { $$ = node_for_in(parser, NODE_FOR_OF, $1, $2, $5, $7); }
  ;

for_open: "for" "(" { early_scope_enter(parser); $$ = $1; };

loop_body: { loop_enter(parser); } embedded { loop_leave(parser); $$ = checked_loop(parser, $2); };

jump_statement:
    "continue" jump_end                       { $$ = node_jump(parser, NODE_CONTINUE, $1, NULL, $2->end_offset); }
  | "continue" identifier semicolon           { $$ = node_jump(parser, NODE_CONTINUE, $1, $2, $3->end_offset); }
  | "break" jump_end                          { $$ = node_jump(parser, NODE_BREAK, $1, NULL, $2->end_offset); }
  | "break" identifier semicolon              { $$ = node_jump(parser, NODE_BREAK, $1, $2, $3->end_offset); }
  | "return" jump_end                         { $$ = node_return(parser, $1, NULL, $2->end_offset); }
  | "return" expression semicolon             { $$ = node_return(parser, $1, $2, $3->end_offset); }
  | "throw" expression semicolon              { $$ = NODE_OF(NODE_THROW, $1, $3->end_offset, $2); }
  | "throw" "newline ;"                       { $$ = throw_newline(parser, $1); }
  ;

labelled_statement:
    identifier ":" { label_enter(parser, $1); } labelled_body
      { $$ = label_leave(parser, $1, $4); }
  ;

labelled_body:
    statement
  | function_declaration                      { $$ = labelled_function(parser, $1); }
  | "embedded let"                            { $$ = embedded_let(parser, $1); }
  ;

switch_statement:
    "switch" "(" expression ")" "{" { early_scope_enter(parser); switch_enter(parser); } cases "}"
      { switch_leave(parser); early_scope_leave(parser); $$ = node_switch(parser, $1, $3, *$7, $8); }
  ;

cases:
    %empty                                    { $$ = list_new(parser); }
  | cases case                                { $$ = case_add(parser, $1, $2); }
  ;

case:
    "case" expression ":" statements          { $$ = node_case(parser, $1, $2, *$4, $3); }
  | "default" ":" statements                  { $$ = node_case(parser, $1, NULL, *$3, $2); }
  ;

try_statement:
    "try" block catch                         { $$ = node_try(parser, $1, $2, $3, NULL); }
  | "try" block "finally" block               { $$ = node_try(parser, $1, $2, NULL, $4); }
  | "try" block catch "finally" block         { $$ = node_try(parser, $1, $2, $3, $5); }
  | "try" block TRY_PROBE                     { $$ = $2; }
  ;

// Its value is a NODE_TRY with the parameter and the handler only.
catch:
    "catch" block                             { $$ = node_catch(parser, $1, NULL, $2); }
  | "catch" "(" binding ")" "{" { early_scope_enter(parser); declare_catch_parameter(parser, $3); } statements "}"
      { early_scope_leave(parser); $$ = node_catch(parser, $1, $3, node_list(parser, NODE_BLOCK, $5, *$7, $8)); }
  ;

// ------------------------------------------------------------------------------------------------------ variables

var_list:
    "var" declarator
      { $$ = variables_add(parser, node_variables(parser, KIND_VAR, $1), $2); }
  | var_list "," declarator                   { $$ = variables_add(parser, $1, $3); }
  ;

lexical_list:
    lexical_keyword declarator                { $$ = variables_add(parser, $1, $2); }
  | lexical_list "," declarator               { $$ = variables_add(parser, $1, $3); }
  ;

lexical_keyword:
    "let declaration"                         { $$ = node_variables(parser, KIND_LET, $1); }
  | "const"                                   { $$ = node_variables(parser, KIND_CONST, $1); }
  ;

variables: var_list | lexical_list;

declarator:
    binding                                   { $$ = node_declarator(parser, $1, NULL); }
  | binding "=" assignment                    { $$ = node_declarator(parser, $1, $3); }
  ;

binding:
    identifier                                { $$ = binding_identifier(parser, $1); }
  | array                                     { $$ = binding_pattern(parser, $1); }
  | object                                    { $$ = binding_pattern(parser, $1); }
  ;

// ------------------------------------------------------------------------------------------------------ functions

function_declaration:
    "function" identifier
      { function_begin(parser, FUNCTION_NORMAL, $1, $1->position, binding_identifier(parser, $2)); }
      function_rest                           { $$ = node_function(parser, NODE_FUNCTION_DECLARATION, $4); }
  | "function" "*"                            { $$ = unsupported(parser, $2, "Generators are not supported yet"); }
  ;

function_expression:
    "function expression"
      { function_begin(parser, FUNCTION_NORMAL, $1, $1->position, NULL); }
      function_rest                           { $$ = node_function_expression(parser, $3); }
  | "function expression" identifier
      { function_begin(parser, FUNCTION_NORMAL, $1, $1->position, binding_identifier(parser, $2)); }
      function_rest                           { $$ = node_function_expression(parser, $4); }
  | "function expression" "*"                 { $$ = unsupported(parser, $2, "Generators are not supported yet"); }
  ;

function_rest:
    "(" parameters ")" "{" { check_parameters_end(parser, $3); function_body_begin(parser); } body "}"
      { $$ = function_end(parser, $1, $3, $7); }
  ;

parameters:
    %empty
  | rest_parameter
  | parameter_list
  | parameter_list ","
  | parameter_list "," rest_parameter
  ;

parameter_list:
    parameter                                 { function_add_parameter(parser, $1); }
  | parameter_list "," parameter              { function_add_parameter(parser, $3); }
  ;

parameter:
    binding
  | binding "=" assignment                    { $$ = node_default(parser, $1, $2, $3); }
  ;

rest_parameter:
    "..." binding                             { function_add_parameter(parser, node_rest(parser, $1, $2)); }
  | "..." binding ","
      { parser_error_token(parser, $3, "Rest parameter must be last formal parameter"); }
  | "..." binding "="
      { parser_error_token(parser, $3, "Rest parameter may not have a default initializer"); }
  ;

arrow_function:
    arrow_head assignment                     { $$ = arrow_end_expression(parser, $2); }
  | arrow_head "{" body "}"                   { $$ = arrow_end_body(parser, $4); }
  ;

arrow_head:
    identifier "=>"                           { arrow_begin_identifier(parser, $1); }
  | cover "=>"                                { arrow_begin_cover(parser, $1); }
  ;

// A parenthesized expression, or the parameters of an arrow function.
cover:
    "(" expression ")"                        { $$ = NEW(Cover, {.expression = $2, .open = $1, .close = $3}); }
  | "(" ")"                                   { $$ = NEW(Cover, {.open = $1, .close = $2, .excess = $2}); }
  | "(" expression "," ")"
      { $$ = NEW(Cover, {.expression = $2, .open = $1, .close = $4, .excess = $4}); }
  | "(" "..." binding ")"
      { $$ = NEW(Cover, {.rest = node_rest(parser, $2, $3), .open = $1, .close = $4, .excess = $2}); }
  | "(" expression "," "..." binding ")"
      { $$ = NEW(Cover, {.expression = $2, .rest = node_rest(parser, $4, $5), .open = $1, .close = $6, .excess = $4}); }
  | "(" "..." binding ","
      { $$ = NEW(Cover, {.open = $1, .close = $4, .excess = $4}); rest_not_last(parser, $3); }
  | "(" expression "," "..." binding ","
      { $$ = NEW(Cover, {.open = $1, .close = $6, .excess = $6}); rest_not_last(parser, $5); }
  ;

// ------------------------------------------------------------------------------------------------------ expressions

expression:
    assignment
  | expression "," assignment                 { $$ = node_sequence(parser, $1, $3); }
  ;

expression_opt: %empty { $$ = NULL; } | expression;

// An expression has few steps from a name to the whole of it, for most expressions go through all of them.
assignment:
    binary
  | binary "?" assignment ":" assignment      { $$ = node_conditional(parser, $1, $3, $5); }
  | arrow_function
  | binary "=" assignment                     { $$ = node_assign(parser, OP_NONE, $1, $2, $3); }
  | binary assignment_operator assignment     { $$ = node_assign(parser, compound_operator($2->type), $1, $2, $3); }
  ;

assignment_operator:
    "+=" | "-=" | "*=" | "/=" | "%=" | "**=" | "<<=" | ">>=" | ">>>=" | "&=" | "|=" | "^=" | "&&=" | "||=" | "??="
  ;

binary:
    member
  | call
  | bare_new
  | update
  | unary
  | binary "??" binary                        { $$ = node_logical(parser, OP_NULLISH, $1, $2, $3); }
  | binary "||" binary                        { $$ = node_logical(parser, OP_OR, $1, $2, $3); }
  | binary "&&" binary                        { $$ = node_logical(parser, OP_AND, $1, $2, $3); }
  | binary "|" binary                         { $$ = node_binary(parser, OP_BIT_OR, $1, $2, $3); }
  | binary "^" binary                         { $$ = node_binary(parser, OP_BIT_XOR, $1, $2, $3); }
  | binary "&" binary                         { $$ = node_binary(parser, OP_BIT_AND, $1, $2, $3); }
  | binary "==" binary                        { $$ = node_binary(parser, OP_EQ, $1, $2, $3); }
  | binary "!=" binary                        { $$ = node_binary(parser, OP_NE, $1, $2, $3); }
  | binary "===" binary                       { $$ = node_binary(parser, OP_STRICT_EQ, $1, $2, $3); }
  | binary "!==" binary                       { $$ = node_binary(parser, OP_STRICT_NE, $1, $2, $3); }
  | binary "<" binary                         { $$ = node_binary(parser, OP_LT, $1, $2, $3); }
  | binary ">" binary                         { $$ = node_binary(parser, OP_GT, $1, $2, $3); }
  | binary "<=" binary                        { $$ = node_binary(parser, OP_LE, $1, $2, $3); }
  | binary ">=" binary                        { $$ = node_binary(parser, OP_GE, $1, $2, $3); }
  | binary "in" binary                        { $$ = node_binary(parser, OP_IN, $1, $2, $3); }
  | binary "instanceof" binary                { $$ = node_binary(parser, OP_INSTANCEOF, $1, $2, $3); }
  | binary "<<" binary                        { $$ = node_binary(parser, OP_SHL, $1, $2, $3); }
  | binary ">>" binary                        { $$ = node_binary(parser, OP_SAR, $1, $2, $3); }
  | binary ">>>" binary                       { $$ = node_binary(parser, OP_SHR, $1, $2, $3); }
  | binary "+" binary                         { $$ = node_binary(parser, OP_ADD, $1, $2, $3); }
  | binary "-" binary                         { $$ = node_binary(parser, OP_SUB, $1, $2, $3); }
  | binary "*" binary                         { $$ = node_binary(parser, OP_MUL, $1, $2, $3); }
  | binary "/" binary                         { $$ = node_binary(parser, OP_DIV, $1, $2, $3); }
  | binary "%" binary                         { $$ = node_binary(parser, OP_MOD, $1, $2, $3); }
  | binary "**" binary                        { $$ = node_binary(parser, OP_EXP, $1, $2, $3); }
  ;

unary:
    "-" binary %prec UNARY                    { $$ = node_unary(parser, OP_NEGATE, $1, $2); }
  | "+" binary %prec UNARY                    { $$ = node_unary(parser, OP_PLUS, $1, $2); }
  | "!" binary %prec UNARY                    { $$ = node_unary(parser, OP_NOT, $1, $2); }
  | "~" binary %prec UNARY                    { $$ = node_unary(parser, OP_BIT_NOT, $1, $2); }
  | "typeof" binary %prec UNARY               { $$ = node_unary(parser, OP_TYPEOF, $1, $2); }
  | "void" binary %prec UNARY                 { $$ = node_unary(parser, OP_VOID, $1, $2); }
  | "delete" binary %prec UNARY               { $$ = node_unary(parser, OP_DELETE, $1, $2); }
  | "++" binary %prec UNARY                   { $$ = node_update(parser, OP_INCREMENT, $1, $2, true); }
  | "--" binary %prec UNARY                   { $$ = node_update(parser, OP_DECREMENT, $1, $2, true); }
  | "prefix ++" binary %prec UNARY            { $$ = node_update(parser, OP_INCREMENT, $1, $2, true); }
  | "prefix --" binary %prec UNARY            { $$ = node_update(parser, OP_DECREMENT, $1, $2, true); }
  ;

update:
    left_hand_side "++"                       { $$ = node_update(parser, OP_INCREMENT, $2, $1, false); }
  | left_hand_side "--"                       { $$ = node_update(parser, OP_DECREMENT, $2, $1, false); }
  ;

left_hand_side: member | call | bare_new;

bare_new:
    "new" member                              { $$ = node_new_expression(parser, $1, $2, NULL); }
  | "new" bare_new                            { $$ = node_new_expression(parser, $1, $2, NULL); }
  ;

member:
    primary
  | member "." member_name                    { $$ = node_member(parser, $1, $3, false); }
  | member "[" expression "]"                 { $$ = node_index(parser, $1, $2, $3, $4, false); }
  | member template                           { $$ = node_template_tagged(parser, $1, $2); }
  | "new" member arguments                    { $$ = node_new_expression(parser, $1, $2, $3); }
  | "new" "." identifier                      { $$ = node_new_target(parser, $1, $3); }
  ;

call:
    member arguments                          { $$ = node_call(parser, $1, $2, false); }
  | call arguments                            { $$ = node_call(parser, $1, $2, false); }
  | call "." member_name                      { $$ = node_member(parser, $1, $3, false); }
  | call "[" expression "]"                   { $$ = node_index(parser, $1, $2, $3, $4, false); }
  | call template                             { $$ = node_template_tagged(parser, $1, $2); }
  | chain_base "?." member_name               { $$ = node_member(parser, $1, $3, true); }
  | chain_base "?." "[" expression "]"        { $$ = node_index(parser, $1, $3, $4, $5, true); }
  | chain_base "?." arguments                 { $$ = node_call(parser, $1, $3, true); }
  | chain_base "?." template                  { $$ = template_in_chain(parser, $1, $3); }
  ;

chain_base: member | call;

// A word behind a dot or as a property name.
member_name: identifier | reserved_word;

arguments:
    "(" ")"                                   { $$ = NEW(Arguments, {.open = $1, .end_offset = $2->end_offset}); }
  | "(" argument_list ")"                     { $$ = NEW(Arguments, {$1, *$2, $3->end_offset}); }
  | "(" argument_list "," ")"                 { $$ = NEW(Arguments, {$1, *$2, $4->end_offset}); }
  | "(" argument_list ARGUMENTS_PROBE         { $$ = NEW(Arguments, {$1, *$2, $1->end_offset}); }
  ;

argument_list:
    argument                                  { $$ = list_of(parser, $1); }
  | argument_list "," argument                { $$ = $1; list_add(parser, $$, $3); }
  ;

argument:
    assignment
  | "..." assignment                          { $$ = NODE_OF(NODE_SPREAD, $1, $2->end_offset, $2); }
  ;

primary:
    identifier                                { $$ = node_reference(parser, $1); }
  | "this"                                    { note_this(parser); $$ = node_token(parser, NODE_THIS, $1); }
  | template                                  { $$ = node_template_untagged(parser, $1); }
  | array
  | object
  | function_expression
  | cover                                     { $$ = node_parenthesized(parser, $1); }
  | "null"                                    { $$ = node_token(parser, NODE_NULL, $1); }
  | "true"                                    { $$ = node_token(parser, NODE_TRUE, $1); }
  | "false"                                   { $$ = node_token(parser, NODE_FALSE, $1); }
  | NUMBER                                    { $$ = node_number(parser, $1); }
  | STRING                                    { $$ = node_string(parser, $1); }
  | REGEXP                                    { $$ = node_regexp(parser, $1); }
  ;

template:
    TEMPLATE                                  { $$ = node_template(parser, $1); }
  | template_open expression TEMPLATE_TAIL    { $$ = template_add(parser, $1, $2, $3); }
  ;

template_open:
    TEMPLATE_HEAD                             { $$ = node_template(parser, $1); }
  | template_open expression TEMPLATE_MIDDLE  { $$ = template_add(parser, $1, $2, $3); }
  ;

array:
    "[" elements "]"                          { $$ = node_list(parser, NODE_ARRAY, $1, *$2, $3); }
  | "[" elements argument "]"
      { list_add(parser, $2, $3); $$ = node_list(parser, NODE_ARRAY, $1, *$2, $4); }
  ;

// Each element with the comma behind it; a comma alone is a hole.
elements:
    %empty                                    { $$ = list_new(parser); }
  | elements ","                              { $$ = $1; list_add(parser, $$, NULL); }
  | elements argument ","                     { $$ = $1; list_add(parser, $$, $2); }
  ;

object:
    "object {" "}"                            { $$ = node_object(parser, $1, (NodeList){0}, $2); }
  | "object {" properties "}"                 { $$ = node_object(parser, $1, *$2, $3); }
  | "object {" properties "," "}"             { $$ = node_object(parser, $1, *$2, $4); }
  ;

properties:
    property                                  { $$ = list_of(parser, $1); }
  | properties "," property                   { $$ = $1; list_add(parser, $$, $3); }
  ;

property:
    property_name ":" assignment              { $$ = property_value(parser, $1, PROPERTY_INIT, $3); }
  | identifier                                { $$ = node_shorthand(parser, $1, NULL, NULL); }
  | identifier "=" assignment                 { $$ = node_shorthand(parser, $1, $2, $3); }
  | "..." assignment                          { $$ = NODE_OF(NODE_SPREAD, $1, $2->end_offset, $2); }
  | property_name { method_begin(parser, FUNCTION_METHOD, $1, $1->position); } function_rest
      { $$ = property_function(parser, PROPERTY_METHOD, $1, $3); }
  | "get" property_name { method_begin(parser, FUNCTION_GETTER, $2, $1->position); } function_rest
      { $$ = property_function(parser, PROPERTY_GET, $2, $4); }
  | "set" property_name { method_begin(parser, FUNCTION_SETTER, $2, $1->position); } function_rest
      { $$ = property_function(parser, PROPERTY_SET, $2, $4); }
  | "async" property_name
      { $$ = unsupported(parser, $1, "Async functions are not supported yet"); }
  | "async" "*"
      { $$ = unsupported(parser, $1, "Async functions are not supported yet"); }
  | "*"                                       { $$ = unsupported(parser, $1, "Generators are not supported yet"); }
  ;

// A NODE_PROPERTY with its key only.
property_name:
    member_name                               { $$ = node_property(parser, node_name(parser, $1), $1->position); }
  | STRING                                    { $$ = node_property(parser, node_string(parser, $1), $1->position); }
  | NUMBER                                    { $$ = node_property(parser, node_number(parser, $1), $1->position); }
  | "[" assignment "]"
      { $$ = node_property(parser, $2, $1->position); $$->property.computed = true; }
  ;

identifier: IDENTIFIER | "async" | "get" | "let" | "of" | "set";

reserved_word:
    ESCAPED_KEYWORD
  | "break" | "case" | "catch" | "class" | "const" | "continue" | "debugger" | "default" | "delete" | "do" | "else"
  | "enum" | "export" | "extends" | "false" | "finally" | "for" | "function" | "if" | "import" | "in" | "instanceof"
  | "new" | "null" | "return" | "super" | "switch" | "this" | "throw" | "true" | "try" | "typeof" | "var" | "void"
  | "while" | "with"
  ;

%%

// ------------------------------------------------------------------------------------------------------ queries

int grammar_symbol(TokenType type) {
  static const short symbols[] = {
#define TOKEN(name, text) [TOKEN_##name] = T_##name,
#include "lexer/token.def"
  };
  return symbols[type];
}

// Runs the automaton for some tokens without touching its stack: `virtual` holds the states that it pushes, on top of
// what is left of the real stack.
static inline bool accepts(const yypstate *parser_state, const int *tokens, int count) {
  enum { MOST_VIRTUAL = 32 };  // more than `count` tokens and empty reductions in a row
  yysymbol_kind_t symbol = YYTRANSLATE(tokens[0]);
  const yy_state_t *real = parser_state->yyssp;
  yy_state_t virtual[MOST_VIRTUAL];
  int depth = 0, done = 0;
  for (;;) {
    int state = depth > 0 ? virtual[depth - 1] : *real;
    int rule = yydefact[state];
    int action = yypact[state];
    if (!yypact_value_is_default(action)) {
      action += symbol;
      if (action >= 0 && action <= YYLAST && yycheck[action] == symbol) {
        rule = yytable[action];
        if (rule > 0) {
          if (++done == count) return true;
          assert(depth < MOST_VIRTUAL);
          virtual[depth++] = (yy_state_t)rule;
          symbol = YYTRANSLATE(tokens[done]);
          continue;
        }
        if (yytable_value_is_error(rule)) return false;
        rule = -rule;
      }
    }
    if (rule == 0) return false;
    for (int pops = yyr2[rule]; pops > 0; pops--) {
      if (depth > 0) depth--;
      else real--;
    }
    state = depth > 0 ? virtual[depth - 1] : *real;
    int left = yyr1[rule] - YYNTOKENS;
    int target = yypgoto[left] + state;
    assert(depth < MOST_VIRTUAL);
    virtual[depth++] = (yy_state_t)(target >= 0 && target <= YYLAST && yycheck[target] == state ? yytable[target]
                                                                                                 : yydefgoto[left]);
  }
}

bool grammar_accepts(const yypstate *parser_state, int token) { return accepts(parser_state, &token, 1); }

bool grammar_accepts_all(const yypstate *parser_state, const int *tokens, int count) {
  return accepts(parser_state, tokens, count);
}

// The driver never pushes a token that does not fit, so all that is left is a stack beyond YYMAXDEPTH.
static void yyerror(Parser *parser, const char *message) {
  (void)message;
  parser_too_deep(parser);
}

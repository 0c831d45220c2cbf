// repl/piece.c - the piece of program that is being put together, line by line.  Every line is parsed once as it comes;
// the whole is parsed when it may be complete.  The text has a parenthesis in front of it, so that it can be read as an
// object literal, too.
#include "repl/session.h"

void piece_clear(Piece *piece) {
  partial_parse_destroy(piece->as_program);
  partial_parse_destroy(piece->as_object);
  piece->as_program = piece->as_object = NULL;
  buffer_clear(&piece->text);
  buffer_add(&piece->text, "(", 1);
}

void piece_free(Piece *piece) {
  piece_clear(piece);
  buffer_free(&piece->text);
}

void piece_add(Piece *piece, const char *text, size_t length) {
  buffer_add(&piece->text, text, length);
  if (length == 0 || text[length - 1] != '\n') buffer_add(&piece->text, "\n", 1);
}

bool piece_is_unfinished(Repl *repl) {
  Piece *piece = &repl->piece;
  const Buffer *text = &piece->text;
  const ParseOptions options = evaluate_parse_options(repl);
  if (!piece->as_program) {
    piece->as_program = partial_parse_create(&options);
    if (evaluate_may_be_object(piece_text(piece))) piece->as_object = partial_parse_create(&options);
  }
  PartialAnswer program = partial_parse(piece->as_program, piece_text(piece), piece_length(piece), false);
  PartialAnswer object = PARTIAL_WRONG;
  if (piece->as_object) object = partial_parse(piece->as_object, text->bytes, text->length, true);
  if (program == PARTIAL_MAY_BE_WHOLE || object == PARTIAL_MAY_BE_WHOLE) return evaluate_is_unfinished(repl);
  return program == PARTIAL_UNFINISHED || object == PARTIAL_UNFINISHED;
}

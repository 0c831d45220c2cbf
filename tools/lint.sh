#!/usr/bin/env bash
# The rooting rules that a text search can hold, the direction of includes, and cppcheck where it is installed.
set -u
cd "$(dirname "$0")/.."
status=0
say() { echo "lint: $*"; status=1; }

# A typed pointer into the heap serves one expression; a variable of such a type needs NO_GC, code space, or a comment
# (`does not move`, `no allocation`) in the lines around it.
types=$(sed -n 's/^STRUCT(\([A-Za-z]*\),.*/\1/p' objects/kinds.def | paste -sd'|')
while IFS=: read -r file line text; do
  sed -n "$((line > 6 ? line - 6 : 1)),$((line + 8))p" "$file" | grep -qE 'NO_GC|not move|never moves|no allocation|fresh|code space' ||
    echo "$file:$line:$text"
done < <(grep -nE "^ +($types) \*[a-z_]+ = as_" -r --include="*.c" builtins node observe repl cli 2>/dev/null) >/tmp/lint.$$
if [ -s /tmp/lint.$$ ]; then
  cat /tmp/lint.$$
  say "heap pointers in variables outside NO_GC"
fi
rm -f /tmp/lint.$$

# Includes point one way.
check_includes() { # folder, folders it must not include
  local bad
  bad=$(grep -nE "#include \"($2)/" -r --include="*.[ch]" "$1" 2>/dev/null)
  [ -n "$bad" ] && { echo "$bad"; say "$1/ includes from above"; }
}
check_includes base 'lexer|regexp|parser|compiler|heap|objects|vm|jit|builtins|node|observe|repl|cli'
check_includes heap 'regexp|objects|vm|builtins|node|observe|cli|compiler|parser|lexer'
check_includes lexer 'regexp|compiler|objects|heap|vm|builtins|node|observe|cli'
check_includes regexp 'parser|compiler|objects|heap|vm|builtins|node|observe|cli'
check_includes parser 'compiler|objects|heap|vm|builtins|node|observe|cli'
check_includes compiler 'objects|heap|vm|builtins|node|observe|cli'
check_includes objects 'regexp|vm|builtins|node|observe|cli|compiler|parser|lexer'
check_includes vm 'builtins|node|observe|cli'
check_includes jit 'regexp|builtins|node|observe|repl|cli|parser|lexer'
check_includes builtins 'node|observe|cli'
check_includes observe 'cli|repl|builtins'
check_includes node 'cli|repl'
check_includes repl 'cli'

# Memory comes from base/memory.h, which never answers NULL to who does not look.
unchecked='(^|[^_[:alnum:]])(malloc|calloc|realloc|reallocarray|strn?dup|open_memstream|v?asprintf|aligned_alloc|posix_memalign)\('
if grep -rnE "$unchecked" --include='*.c' --include='*.h' --include='*.re' --include='*.y' \
    lexer regexp parser compiler heap objects vm jit builtins node observe repl cli; then
  say "memory that is not from base/memory.h"
fi

tools/options.py tables --check || say "tables of flags"
tools/version.sh >/tmp/lint.$$ || { cat /tmp/lint.$$; say "the version"; }
rm -f /tmp/lint.$$

if command -v cppcheck >/dev/null; then
  cppcheck --quiet --enable=warning,portability --inline-suppr --error-exitcode=3 --suppress=nullPointerArithmetic --suppress=sizeofDivisionMemfunc \
    --suppress=uninitvar --suppress=internalAstError --suppress=syntaxError --suppress=preprocessorErrorDirective \
    --std=c11 -I. -j 2 heap >/dev/null || say "cppcheck"
fi
exit $status

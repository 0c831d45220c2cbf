#!/usr/bin/env bash
# The rules of the house: tools/lint.py, and cppcheck where it is installed.
set -u
cd "$(dirname "$0")/.."
status=0
say() { echo "lint: $*"; status=1; }

python3 tools/lint.py || say "tools/lint.py"
tools/options.py tables --check || say "tables of flags"
tools/version.sh >/dev/null || say "the version"
# A process may have several VMs: nothing in node/ is a variable of the process.
if grep -rnE '^ *static [^(]*(=|;)' --include='*.c' --include='*.h' node | grep -v 'const '; then
  say "state of the process in node/"
fi
if command -v cppcheck >/dev/null; then
  cppcheck --quiet --enable=warning,portability --inline-suppr --error-exitcode=3 --suppress=nullPointerArithmetic \
    --suppress=sizeofDivisionMemfunc --suppress=uninitvar --suppress=internalAstError --suppress=syntaxError \
    --suppress=preprocessorErrorDirective --std=c11 -I. -j 2 heap >/dev/null || say "cppcheck"
fi
exit $status

#!/usr/bin/env bash
# Runs every test: unit tests and scripts with gcc (release and debug), the scripts under --gc-stress --verify-heap, the
# scripts with AddressSanitizer and UndefinedBehaviorSanitizer, and a build with clang.  The last line counts them all:
# `N passed, N failed`.  Exit status 1 if anything failed.
set -u
cd "$(dirname "$0")/.."
jobs=$(nproc)
passed=0 failed=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT

count() {  # takes the closing line of a runner from the log
  local line
  line=$(grep -E '^[0-9]+ passed, [0-9]+ failed' "$log" | tail -n 1)
  if [ -z "$line" ]; then
    failed=$((failed + 1))
  else
    passed=$((passed + $(echo "$line" | awk '{print $1}')))
    failed=$((failed + $(echo "$line" | awk '{print $3}')))
  fi
}

step() {  # a command that passes or fails as a whole
  echo "== $*"
  if "$@" >"$log" 2>&1; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    tail -n 40 "$log"
  fi
}

scripts() {  # engine, flags...
  echo "== scripts: $*"
  local engine=$1
  shift
  python3 tools/run-tests.py -j "$jobs" --engine "$engine" "$@" tests | tee "$log"
  count
}

unit() {  # mode
  echo "== unit tests ($1)"
  local program
  for program in build/"$1"/tests/*/test-*; do
    case $program in *.o | *.d) continue ;; esac
    "$program" >"$log" 2>&1
    local status=$?
    local n
    n=$(grep -c '\[       OK \]' "$log")
    passed=$((passed + n))
    n=$(grep -c '^\[  FAILED  \] [^0-9]' "$log")
    [ "$status" != 0 ] && [ "$n" = 0 ] && n=1
    failed=$((failed + n))
    [ "$status" != 0 ] && { echo "$program"; tail -n 20 "$log"; }
  done
}

build() {  # mode, target
  step make --no-print-directory -j "$jobs" WERROR=1 MODE="$1" "$2"
}

build release all
build debug all
build debug unit-programs
build asan all
build asan unit-programs
build clang all
step tools/lint.sh
unit debug
unit asan
scripts ./nodule
echo "== whole runs"
python3 tests/programs.py --engine ./nodule --debug-engine build/debug/nodule | tee "$log"
count
echo "== examples"
python3 tests/examples.py | tee "$log"
count
scripts build/debug/nodule --stress --flags '--gc-stress=1 --verify-heap'
ASAN_OPTIONS=detect_leaks=0 scripts build/asan/nodule
scripts build/clang/nodule
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]

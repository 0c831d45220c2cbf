#!/usr/bin/env bash
# Runs every test: unit tests and scripts with gcc (release and debug), the scripts under --gc-stress --verify-heap
# (interpreted, as machine code, and as they are), the scripts with AddressSanitizer and UndefinedBehaviorSanitizer, the
# heap's unit tests and some scripts with ThreadSanitizer, a build with clang, and the fuzz targets with their seeds.  The
# last line counts them all: `N passed, N failed`.  Exit status 1 if anything failed.
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

# How long the run has taken so far, in front of what comes.
clock() { printf '   %d:%02d\n' $((SECONDS / 60)) $((SECONDS % 60)); }

step() {  # a command that passes or fails as a whole
  clock
  echo "== $*"
  if "$@" >"$log" 2>&1; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    tail -n 40 "$log"
  fi
}

scripts() {  # engine, flags...
  scripts_of tests "$@"
}

scripts_of() {  # folders, engine, flags...
  clock
  echo "== scripts: $*"
  local folders=$1 engine=$2
  shift 2
  # shellcheck disable=SC2086  # folders are words
  python3 tools/run-tests.py -j "$jobs" --engine "$engine" "$@" $folders | tee "$log"
  count
}

runner() {  # title, script, arguments
  clock
  echo "== $1"
  shift
  python3 "$@" | tee "$log"
  count
}

# Runners side by side, the longest first: each one's output goes to a file of its own, and they are told in this order.
together() {
  clock
  echo "== side by side: $*"
  local outputs n=0 command
  outputs=$(mktemp -d)
  for command in "$@"; do
    printf '%s\0' "python3 $command >$outputs/$n 2>&1"
    n=$((n + 1))
  done | xargs -0 -P "$jobs" -I {} bash -c '{}'
  n=0
  for command in "$@"; do
    echo "== $command"
    tee "$log" <"$outputs/$n"
    count
    n=$((n + 1))
  done
  rm -rf "$outputs"
}

# Runs the programs side by side; each one's output goes to a file of its own.
unit() {  # mode, command in front
  local mode=$1 program n status
  shift
  clock
  echo "== unit tests ($mode)"
  local outputs
  outputs=$(mktemp -d)
  for program in build/"$mode"/tests/*/test-* build/"$mode"/tests/*/*/test-*; do
    case $program in *.o | *.d | *\*) continue ;; esac
    printf '%s\0' "$program"
  done | xargs -0 -P "$jobs" -I {} bash -c '
    output=$1/$(echo "$2" | tr / _)
    shift
    program=$1
    shift
    "$@" "$program" >"$output" 2>&1
    echo "$? $program" >"$output.status"' unit "$outputs" {} "$@"
  compgen -G "$outputs/*.status" >/dev/null || failed=$((failed + 1))
  for status in $(compgen -G "$outputs/*.status"); do
    read -r n program <"$status"
    unit_count "${status%.status}" "$n" "$program"
  done
  rm -rf "$outputs"
}

unit_count() {  # output, status, program
  local n
  n=$(grep -c '\[       OK \]' "$1")
  passed=$((passed + n))
  n=$(grep -c '^\[  FAILED  \] [^0-9]' "$1")
  [ "$2" != 0 ] && [ "$n" = 0 ] && n=1
  failed=$((failed + n))
  [ "$2" != 0 ] && { echo "$3"; tail -n 20 "$1"; }
}

build() {  # mode, target
  step make --no-print-directory -j "$jobs" WERROR=1 MODE="$1" "$2"
}

build release all
build debug all
build debug unit-programs
build asan all
build asan unit-programs
build tsan all
build tsan heap-unit-programs
build clang all
build fuzz fuzz-programs
step tools/lint.sh
step python3 tests/lint.py
step fuzz/run.sh 0 parser regexp json program
unit debug
unit asan
# ThreadSanitizer wants to know where the system puts mappings.  Where that cannot be asked for, it has to do without.
fixed_addresses=(setarch "$(uname -m)" -R)
"${fixed_addresses[@]}" true 2>/dev/null || fixed_addresses=()
unit tsan "${fixed_addresses[@]}"
scripts ./nodule
runner "whole runs" tests/programs.py --engine ./nodule --debug-engine build/debug/nodule
runner "the system around it" tests/system.py --engine ./nodule
runner "interactive session" tests/repl.py
runner "interactive session, the heap" tests/repl-heap.py
runner "ways to run out of memory" tests/out-of-memory.py --engine ./nodule -j "$jobs"
runner "small limits of the system" tests/system-limits.py --engine ./nodule
runner "100,000 levels" tests/deep.py --engine ./nodule -j "$jobs"
runner "installation, man page, completion, archive" tests/dist.py
together 'tests/field.py' 'tests/properties.py' 'tests/baseline-random.py' 'tests/failing-memory.py --engine ./nodule' \
  'tests/packages.py' 'tests/test262.py' 'tests/icu.py' \
  "tests/icu.py --engine build/debug/nodule --flags='--gc-stress=1 --verify-heap'"
runner "examples" tests/examples.py
stressed() {  # folders, kind of stress
  scripts_of "$1" build/debug/nodule --stress --flags "--gc-stress=1 --gc-stress-after-start --verify-heap $2"
}
engine_folders=$(printf '%s ' tests/*/)
engine_folders=${engine_folders//tests\/node\/ /}
stressed tests --always-sparkplug
stressed tests '--gc-stress-scavenges --always-sparkplug'
stressed "$engine_folders" '--gc-stress-full --jitless'
stressed "$engine_folders" '--gc-stress-incremental --always-compact --always-sparkplug'
ASAN_OPTIONS=detect_leaks=0 scripts build/asan/nodule --flags --always-sparkplug
scripts_of 'tests/memory tests/observe' "${fixed_addresses[*]} $PWD/build/tsan/nodule" --tsan --flags=--gc-threads=3
scripts_of tests/language build/clang/nodule --flags --jitless
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]

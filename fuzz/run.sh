#!/usr/bin/env bash
# fuzz/run.sh SECONDS TARGET...: runs each target for so long; 0: every seed once.  What was learned stays in
# build/fuzz/corpus/; findings are written to build/fuzz/findings/.  Exit status 1 if there are any.
set -u
cd "$(dirname "$0")/.."
seconds=$1
shift
status=0

# Programs are the tests themselves: what needs modules or fills the heap is no use here.
seeds_of() {  # target, folder
  case $1 in
    parser | program)
      find tests/builtins tests/language tests/conversion tests/strings tests/compiler -name '*.js' -size -4k |
        while read -r file; do
          grep -qE 'require\(|process\.|out-of-memory' "$file" || cp "$file" "$2/$(echo "$file" | tr / -)"
        done
      ;;
    *) cp fuzz/seeds/"$1"/* "$2" ;;
  esac
}

# A target ends when a builtin does not come back; the next process goes on with what has been learned.
run() {  # target, seeds, corpus
  local target=$1 end=$((SECONDS + seconds))
  local flags=(-artifact_prefix="build/fuzz/findings/$target-" -timeout=120 -rss_limit_mb=3000)
  if [ "$seconds" = 0 ]; then
    build/fuzz/fuzz/"$target" "${flags[@]}" -runs=0 "$2"
    return
  fi
  while [ "$SECONDS" -lt "$end" ]; do
    build/fuzz/fuzz/"$target" "${flags[@]}" -dict="fuzz/seeds/$dictionary" -max_total_time=$((end - SECONDS)) \
      -print_final_stats=1 -max_len=4096 "$3" "$2" || return
  done
}

export ASAN_OPTIONS=allocator_may_return_null=1:max_allocation_size_mb=1000:detect_leaks=0
mkdir -p build/fuzz/findings
for target in "$@"; do
  dictionary=javascript.dict
  [ -f "fuzz/seeds/$target.dict" ] && dictionary=$target.dict
  seeds=$(mktemp -d)
  mkdir -p build/fuzz/corpus/"$target"
  seeds_of "$target" "$seeds"
  echo "== fuzz: $target, $(find "$seeds" -type f | wc -l) seeds"
  if run "$target" "$seeds" build/fuzz/corpus/"$target" >build/fuzz/"$target".log 2>&1; then
    grep -E '^(Done|stat::number_of_executed_units|Executed)' build/fuzz/"$target".log
  else
    status=1
    tail -n 60 build/fuzz/"$target".log
    ls build/fuzz/findings/"$target"-* 2>/dev/null
  fi
  rm -rf "$seeds"
done
exit $status

#!/usr/bin/env bash
# tools/dist.sh BUILD FOLDER NAME DOCUMENT...: FOLDER/NAME.tar.gz and SHA256SUMS.  BUILD has the programs and what is made
# for them.  The same files give the same bytes: sorted names, one time, no owners.  The time is SOURCE_DATE_EPOCH, by
# default the last commit's.
set -eu
build=$1 folder=$2 name=$3
shift 3
time=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 0)}
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
install -D -m 755 "$build/static/nodule" "$stage/$name/nodule"
for file in "$build/nodule.1" "$build/nodule.bash"; do install -D -m 644 "$file" "$stage/$name/${file##*/}"; done
for file in "$@" examples/*.js; do install -D -m 644 "$file" "$stage/$name/$file"; done
mkdir -p "$folder"
tar --sort=name --format=ustar --owner=0 --group=0 --numeric-owner --mtime="@$time" --mode=u=rwX,go=rX \
  -C "$stage" -cf - "$name" | gzip -9n >"$folder/$name.tar.gz"
cd "$folder"
sha256sum "$name.tar.gz" >SHA256SUMS

#!/usr/bin/env bash
# The version stands in base/version.h; documents, tests and the Debian package repeat it.
#
#   tools/version.sh          prints it; exit status 1 when something else names another
#   tools/version.sh 0.3.0    changes it; CHANGELOG.md and debian/changelog want words and are left to you
set -u
cd "$(dirname "$0")/.."
header=base/version.h
number='[0-9]+\.[0-9]+\.[0-9]+'
version=$(sed -nE "s/^#define NODULE_VERSION \"v($number)\"/\1/p" $header)
[ -n "$version" ] || { echo "$header: no version"; exit 1; }

# How texts name it: what nodule prints.
mentions="nodule v$number|expect: v$number\$|^v$number\$|nodule-$number-linux|nodule_${number}_amd64"
places=(README* SECURITY.md CONTRIBUTING.md docs tests/cli tests/node tests/system.py)

if [ $# = 1 ]; then
  [[ $1 =~ ^$number$ ]] || { echo "not a version: $1 (0.3.0, for example)"; exit 1; }
  grep -rlE "$mentions" "${places[@]}" | xargs -r sed -E -i "/$mentions/s/${version//./\\.}/$1/g"
  sed -i "/^#define NODULE_VERSION/s/\"v.*\"/\"v$1\"/" $header
  echo "$version -> $1; now say what is new in CHANGELOG.md and debian/changelog"
  exit
fi

status=0
wrong=$(grep -rnoE "$mentions" "${places[@]}" | grep -vF "$version")
[ -z "$wrong" ] || { echo "$wrong"; echo "these are not of version $version: tools/version.sh $version"; status=1; }
first() {  # file, what stands around the version: the newest entry is of this version
  [ ! -f "$1" ] || [ "$(sed -nE "s/$2/\1/p" "$1" | head -n 1)" = "$version" ] ||
    { echo "$1: the first entry is not of version $version"; status=1; }
}
first CHANGELOG.md "^## ($number).*"
first debian/changelog "^nodule \(($number)\).*"
[ $status = 0 ] && echo "$version"
exit $status

#!/usr/bin/env bash
# Reads real published lexicons out of packages from PyPI and scores the samples with them. Passes over what cannot be
# downloaded.
set -euo pipefail
cd "$(dirname "$0")/.."
program=.build/release/standpoint
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# check PACKAGE FILE-PATTERN FORMAT LEAST-ENTRIES
check() {
  if ! python3 -m pip download --quiet --no-deps --no-binary :none: --dest "$work/$1" "$1" >/dev/null 2>&1; then
    echo "published lexicons: $1 cannot be downloaded; passed over"
    return 0
  fi
  for archive in "$work/$1"/*; do
    case "$archive" in
      *.whl | *.zip) python3 -m zipfile -e "$archive" "$work/$1" ;;
      *.tar.gz) tar -xzf "$archive" -C "$work/$1" ;;
    esac
  done
  file=$(find "$work/$1" -name "$2" | head -n 1)
  [ -n "$file" ] || { echo "published lexicons: no $2 in $1" >&2; return 1; }
  entries=$("$program" lexicon convert "$file" | grep -c '^  - {') || true
  [ "$entries" -ge "$4" ] || { echo "published lexicons: $2: $entries entries, expected $4" >&2; return 1; }
  sed "s|lexicons: \[stance\]|lexicons: [$file]|" Pipelines/lexicon-only.yaml > "$work/with-$1.yaml"
  grep -q "$file" "$work/with-$1.yaml" || { echo "published lexicons: the pipeline was not changed" >&2; return 1; }
  status=0
  "$program" run "$work/with-$1.yaml" Samples --output "$work/out-$1" 2>/dev/null || status=$?
  [ "$status" -le 1 ] || return 1
  sided=$(grep -cE ',(favor|against),' "$work/out-$1/stances.csv") || true
  [ "$sided" -gt 0 ] || { echo "published lexicons: $2 finds no stance in the samples" >&2; return 1; }
  echo "published lexicons: $1: $entries entries read as $3, $sided stances in the samples"
}

check vaderSentiment vader_lexicon.txt vader 7000
check afinn AFINN-111.txt afinn 2400

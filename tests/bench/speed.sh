#!/usr/bin/env bash
# Measures the program over folders of 6 KB articles: best wall time, MB/s, CPU time, peak memory, beside `wc -w`.
# speed.sh PROGRAM [RUNS [COUNT…]]     (GNU time and python3 are needed)
set -euo pipefail
program=$(realpath "$1")
runs=${2:-3}
counts=("${@:3}")
((${#counts[@]})) || counts=(1000 5000 50000)
here=$(dirname "$(realpath "$0")")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

best() { # LABEL MEGABYTES COMMAND…
  local label=$1 megabytes=$2
  shift 2
  for _ in $(seq "$runs"); do
    /usr/bin/time -f '%e %U %S %M' -o "$work/time" "$@" > /dev/null
    cat "$work/time"
  done | sort -n | head -1 | awk -v label="$label" -v mb="$megabytes" \
    '{printf "%-28s %8.2f s %7.1f MB/s %8.2f s CPU %6.1f MB peak\n", label, $1, mb / ($1 > 0 ? $1 : 0.01), $2 + $3, $4 / 1024}'
}

for count in "${counts[@]}"; do
  python3 "$here/corpus.py" "$count" "$work/articles"
  find "$work/articles" -type f -print0 > "$work/names"
  megabytes=$(du -s --apparent-size --block-size=1000 "$work/articles" | awk '{print $1 / 1000}')
  for jobs in 1 2; do
    best "$count files, --jobs $jobs" "$megabytes" \
      "$program" parse --quiet --format ndjson --jobs "$jobs" -o "$work/log.ndjson" "$work/articles"
  done
  best "$count files, wc -w" "$megabytes" wc -w --files0-from="$work/names"
  rm -r "$work/articles"
done
best "1 file" 0.006 "$program" parse --quiet "$here/../../data/examples/ramnagar.txt"

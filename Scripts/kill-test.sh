#!/bin/sh
# Kills runs with SIGKILL at random moments between the first written document and the end, goes on with each by
# --resume, and compares every file with what an undisturbed run wrote, byte for byte (run.json aside).
#
#   sh Scripts/kill-test.sh [KILLS] [ARTICLES] [SEED]
set -eu
kills=${1:-50}
articles=${2:-600}
seed=${3:-1}
program=${STANDPOINT:-$(pwd)/.build/release/standpoint}
bench=${STANDPOINT_BENCH:-$(pwd)/.build/release/StandpointBench}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
files="documents.jsonl errors.jsonl stances.csv statements.csv speakers.csv documents.csv"

"$bench" corpus "$work/corpus" --articles "$articles" --seed "$seed"
run() { # OUTPUT JOBS MORE…: becomes the program, so that a signal reaches it
  out=$1 jobs=$2
  shift 2
  exec "$program" run news "$work/corpus" --output "$out" --jobs "$jobs" "$@"
}
now() { date +%s.%N; }

# How long a run is from its first written document to its end, by the clock of this machine.
measure() {
  rm -rf "$work/out"
  (run "$work/out" 2 2>/dev/null) &
  process=$!
  while [ ! -s "$work/out/documents.jsonl.partial" ] && kill -0 $process 2>/dev/null; do sleep 0.01; done
  start=$(now)
  wait $process || [ $? -eq 1 ]
  now | awk -v start="$start" '{ printf "%.3f", $1 - start }'
}
length=$(measure)
mv "$work/out" "$work/whole"

same=0 done=0 round=0 resumed=0
while [ $done -lt "$kills" ] && [ $round -lt $((kills * 4)) ]; do
  round=$((round + 1))
  moment=$(awk -v seed="$((seed * 1000 + round))" -v length_="$length" 'BEGIN { srand(seed); printf "%.3f", rand() * length_ }')
  rm -rf "$work/out"
  (run "$work/out" 2 2>/dev/null) &
  process=$!
  while [ ! -s "$work/out/documents.jsonl.partial" ] && kill -0 $process 2>/dev/null; do sleep 0.01; done
  sleep "$moment"
  kill -9 $process 2>/dev/null || true
  status=0
  wait $process 2>/dev/null || status=$?
  [ $status -eq 137 ] || continue # it had ended before
  done=$((done + 1))
  # Every fifth is killed a second time, on the way back.
  if [ $((done % 5)) -eq 0 ]; then
    (run "$work/out" 2 --resume 2>/dev/null) &
    process=$!
    sleep 0.4
    kill -9 $process 2>/dev/null || true
    wait $process 2>/dev/null || true
  fi
  status=0
  (run "$work/out" $((round % 3 + 1)) --resume 2>"$work/messages") || status=$?
  result=same
  [ $status -le 1 ] || result="exit status $status"
  for file in $files; do cmp -s "$work/whole/$file" "$work/out/$file" || result="$file differs"; done
  [ -z "$(find "$work/out" -name '*.partial' -o -name '*.journal' -o -name '*.ordered')" ] || result="files are left over"
  kept=$(sed -n 's/.*; \([0-9]*\) inputs were finished before.*/\1/p' "$work/messages")
  resumed=$((resumed + ${kept:-0}))
  [ "$result" = same ] && same=$((same + 1))
  echo "killed after ${moment} s of ${length}: $result, ${kept:-0} of $articles not done again"
done
echo "$same of $done byte-identical; on average $((resumed / (done > 0 ? done : 1))) of $articles articles not done again"
[ "$same" -eq "$kills" ]

#!/usr/bin/env bash
# Runs the recipes for GNU parallel and Slurm over the samples: what their parts join into must be, byte for byte, what one
# run writes. Slurm itself is played by a loop that sets its variables.
set -euo pipefail
cd "$(dirname "$0")/.."
STANDPOINT=$(realpath "${PROGRAM:-.build/release/standpoint}")
export STANDPOINT STANDPOINT_HOME="$PWD"
if ! command -v parallel >/dev/null 2>&1; then
  echo "installing parallel" >&2
  apt-get update -q >&2
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends parallel >&2
fi
work=$(mktemp -d)
trap 'status=$?; [ $status -eq 0 ] || cat "$work/log" >&2; rm -rf "$work"' EXIT
samples=$PWD/Samples recipes=$PWD/Integrations
cd "$work"

status=0
"$STANDPOINT" run news "$samples" --output one 2>>log || status=$?
[ "$status" -eq 1 ] || { echo "recipes: run ended with $status; 1 is expected, two samples are broken" >&2; exit 1; }

# same FOLDER RECIPE: run.json, which holds timings, aside.
same() {
  diff -r --exclude run.json one "$1" >&2 || { echo "recipes: $2: FAILED, the tables differ" >&2; exit 1; }
  echo "recipes: $2: the same bytes as one run"
}

"$recipes/parallel/shards.sh" 4 news "$samples" by-parallel --sshlogin 2/: --workdir . 2>>log
same by-parallel "GNU parallel, 4 parts"

# The commands of the README, as they stand there.
PATH="$(dirname "$STANDPOINT"):$PATH"
ln -s "$samples" articles
seq 4 | parallel --will-cite standpoint run news articles/ --shard {}/4 --output parts/{} --jobs 1 2>>log || true
standpoint merge out parts/* 2>>log
same out "GNU parallel, the README's commands"

for task in 1 2 3; do
  SLURM_ARRAY_TASK_ID=$task SLURM_ARRAY_TASK_MIN=1 SLURM_ARRAY_TASK_MAX=3 SLURM_CPUS_PER_TASK=2 \
    "$recipes/slurm/array.sh" news "$samples" by-slurm 2>>log
done
"$recipes/slurm/merge.sh" 3 by-slurm 2>>log
same by-slurm "Slurm array, 3 tasks"

# A part that is missing is noticed, and done by hand.
rm -r by-slurm by-slurm.parts/2
if "$recipes/slurm/merge.sh" 3 by-slurm 2>>log; then
  echo "recipes: FAILED, parts were joined without the second" >&2
  exit 1
fi
STANDPOINT_PARTS=3 SLURM_ARRAY_TASK_ID=2 SLURM_ARRAY_TASK_MIN=2 SLURM_ARRAY_TASK_MAX=2 \
  "$recipes/slurm/array.sh" news "$samples" by-slurm 2>>log
"$recipes/slurm/merge.sh" 3 by-slurm 2>>log
same by-slurm "Slurm array, a task queued again"

#!/bin/sh
#SBATCH --job-name=standpoint
#SBATCH --array=1-8
#SBATCH --cpus-per-task=2
#SBATCH --mem=1G
#SBATCH --time=04:00:00
#SBATCH --requeue
#SBATCH --output=standpoint-%A-%a.log
# One part of a run for each task of the array: sbatch array.sh PIPELINE INPUT OUTPUT. See README.md.
set -eu
[ $# -eq 3 ] || { echo "usage: sbatch --array=1-N array.sh PIPELINE INPUT OUTPUT" >&2; exit 2; }
program=${STANDPOINT:-standpoint}
# STANDPOINT_PARTS: of how many, where a single part is queued again by hand.
parts=${STANDPOINT_PARTS:-$SLURM_ARRAY_TASK_MAX}
[ -n "${STANDPOINT_PARTS:-}" ] || [ "${SLURM_ARRAY_TASK_MIN:-1}" -eq 1 ] ||
  { echo "array.sh: the array must begin at 1: --array=1-N" >&2; exit 2; }
status=0
# --resume: a task that Slurm stopped and queued again goes on where it was.
"$program" run "$1" "$2" --output "$3.parts/$SLURM_ARRAY_TASK_ID" --resume \
  --shard "$SLURM_ARRAY_TASK_ID/$parts" --jobs "${SLURM_CPUS_PER_TASK:-1}" || status=$?
# 1 says that some articles are in errors.jsonl: the part is whole all the same, and what waits for it may start.
[ "$status" -le 1 ] || exit "$status"

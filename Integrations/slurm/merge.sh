#!/bin/sh
#SBATCH --job-name=standpoint-merge
#SBATCH --mem=1G
#SBATCH --time=01:00:00
# Joins the parts of array.sh: sbatch --dependency=afterok:ARRAY-JOB merge.sh N OUTPUT.
set -eu
[ $# -eq 2 ] || { echo "usage: sbatch merge.sh N OUTPUT" >&2; exit 2; }
number=$1
output=$2
set --
for part in $(seq "$number"); do set -- "$@" "$output.parts/$part"; done
"${STANDPOINT:-standpoint}" merge "$output" "$@"

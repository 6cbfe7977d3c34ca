#!/bin/sh
#SBATCH --job-name=standpoint-merge
#SBATCH --mem=1G
#SBATCH --time=01:00:00
# Joins the parts of array.sh: sbatch --dependency=afterok:ARRAY-JOB merge.sh N OUTPUT.
set -eu
[ $# -eq 2 ] || { echo "usage: sbatch merge.sh N OUTPUT" >&2; exit 2; }
"${STANDPOINT:-standpoint}" merge "$2" $(seq -f "$2.parts/%g" "$1")

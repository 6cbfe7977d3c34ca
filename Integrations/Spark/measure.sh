#!/usr/bin/env bash
# The figures of README.md: measure.sh [ARTICLES]. VENV=folder keeps the virtual environment.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
swift build -c release --product standpoint-bench >&2
swift build -c release --product standpoint >&2
.build/release/standpoint-bench corpus "$work/articles" --articles "${1:-10000}" --seed 1
# shellcheck source=Integrations/Spark/environment.sh
. Integrations/Spark/environment.sh
"$PYSPARK_PYTHON" Integrations/Spark/measure.py "$work/articles"

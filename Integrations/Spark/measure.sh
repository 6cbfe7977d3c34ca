#!/usr/bin/env bash
# The figures of README.md: measure.sh [ARTICLES]. ROUNDS=n instead of 3; VENV=folder keeps the virtual environment.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
swift build -c release --product standpoint >&2
swift build -c release --product StandpointBench >&2
# One of the 21 samples that articles are made of is a feed; a record is one article, so feeds go.
.build/release/StandpointBench corpus "$work/articles" --articles "$((${1:-10000} * 21 / 20))" --seed 1
grep -rlZ '<rss' "$work/articles" | xargs -0 rm
# shellcheck source=Integrations/Spark/environment.sh
. Integrations/Spark/environment.sh
"$PYSPARK_PYTHON" Integrations/Spark/measure.py "$work/articles" --rounds "${ROUNDS:-3}"

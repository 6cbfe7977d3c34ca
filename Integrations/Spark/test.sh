#!/usr/bin/env bash
# Runs the Spark job for real on local[2,4] over the samples: the rows must be those of `standpoint run`. Makes a virtual
# environment for it that goes away again; VENV=folder keeps one.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# shellcheck source=Integrations/Spark/environment.sh
. Integrations/Spark/environment.sh
PROGRAM=${PROGRAM:-.build/release/standpoint} "$PYSPARK_PYTHON" Integrations/Spark/test_spark.py

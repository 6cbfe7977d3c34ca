#!/bin/sh
# Measures the release build on the development data and writes the lines between the markers of Benchmarks.md.
# Needs the measuring scripts and data beside the repository: MEASURE=path/to/measure.py make figures
set -eu
measure=${MEASURE:-../shared/eval/measure.py}
tasks=${TASKS:-"sentences syntax attribution:dev speakers newsmtsc dse seesaw extraction metadata"}
[ -f "$measure" ] || { echo "figures: no $measure; set MEASURE" >&2; exit 2; }
lines=$(mktemp)
trap 'rm -f "$lines"' EXIT
# shellcheck disable=SC2086
python3 "$measure" $tasks | grep '^[a-z]' >"$lines" || true
python3 - "$lines" "$(git rev-parse --short HEAD)" "$(date +%Y-%m-%d)" <<'PY'
import pathlib, sys
lines, commit, day = pathlib.Path(sys.argv[1]).read_text(), sys.argv[2], sys.argv[3]
page = pathlib.Path("Benchmarks.md")
text = page.read_text(encoding="utf-8")
begin, end = "<!-- figures -->", "<!-- /figures -->"
head, rest = text.split(begin, 1)
tail = rest.split(end, 1)[1]
body = "".join("    " + line + "\n" for line in lines.splitlines())
page.write_text(f"{head}{begin}\nCommit {commit}, {day}:\n\n{body}{end}{tail}", encoding="utf-8")
PY

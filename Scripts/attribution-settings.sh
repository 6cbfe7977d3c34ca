#!/bin/sh
# Measures settings of the stage `attribute` on development data and writes the table into Benchmarks.md: what
# `min-confidence` trades, and what models and rules give. Needs what Scripts/figures.sh needs.
set -eu
measure=${MEASURE:-../shared/eval/measure.py}
set=${SET:-dev}
[ -f "$measure" ] || { echo "attribution-settings: no $measure; set MEASURE" >&2; exit 2; }
here=$(pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ln -s "$here/Lexicons" "$here/Models" "$work/"
mkdir "$work/Pipelines"
for setting in "min-confidence: 0" "min-confidence: 0.5" "min-confidence: 0.7" "min-confidence: 0.9" \
  "model: attribution-own" "model: none"; do
  sed "s/authorial: never/authorial: never\n      $setting/" Pipelines/quotes.yaml >"$work/Pipelines/quotes.yaml"
  printf '%s\t' "$setting" >>"$work/lines"
  python3 "$measure" --standpoint "$here/.build/release/standpoint" --project "$work" "attribution:$set" |
    grep '^attribution' >>"$work/lines"
done
python3 - "$work/lines" <<'PY'
import pathlib, sys
rows = ["| setting of `attribute` | precision | recall | F1 | direct | mixed | indirect | source right |",
        "|---|---|---|---|---|---|---|---|"]
for line in pathlib.Path(sys.argv[1]).read_text().splitlines():
    setting, figures = line.split("\t")
    words = figures.split()
    value = dict(zip(words[1::2], words[2::2]))
    names = ["precision", "recall", "attribution_f1", "direct_f1", "mixed_f1", "indirect_f1", "source_accuracy"]
    rows.append(f"| `{setting}` | " + " | ".join(value[name][1:5] for name in names) + " |")
page = pathlib.Path("Benchmarks.md")
text = page.read_text(encoding="utf-8")
begin, end = "<!-- attribution settings -->", "<!-- /attribution settings -->"
head, rest = text.split(begin, 1)
page.write_text(head + begin + "\n" + "\n".join(rows) + "\n" + end + rest.split(end, 1)[1], encoding="utf-8")
PY

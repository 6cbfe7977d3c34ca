#!/bin/sh
# shards.sh N PIPELINE INPUT OUTPUT [PARALLEL-OPTION…]: a run in N parts by GNU parallel, joined into OUTPUT. Started again
# after a crash it goes on where it was.
set -eu
[ $# -ge 4 ] || { echo "usage: shards.sh N PIPELINE INPUT OUTPUT [PARALLEL-OPTION…]" >&2; exit 2; }
number=$1
export pipeline="$2" input="$3" output="$4"
export program="${STANDPOINT:-standpoint}"
shift 4
mkdir -p "$output.parts"
# Status 1 is a finished part with some articles in errors.jsonl.
part='"$program" run "$pipeline" "$input" --shard {}/'$number' --output "$output.parts/{}" --jobs 1 --resume || [ $? -eq 1 ]'
seq "$number" | parallel --will-cite --retries 3 --env program --env pipeline --env input --env output "$@" "$part"
set --
for part in $(seq "$number"); do set -- "$@" "$output.parts/$part"; done
"$program" merge "$output" "$@"

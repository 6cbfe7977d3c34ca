#!/bin/sh
# shards.sh N PIPELINE INPUT OUTPUT: a run in N parts by GNU parallel, joined into OUTPUT. Started again after a crash it
# goes on where it was. STANDPOINT_MACHINES divides the parts over machines, as parallel's --sshlogin.
set -eu
[ $# -eq 4 ] || { echo "usage: shards.sh N PIPELINE INPUT OUTPUT" >&2; exit 2; }
number=$1
export pipeline="$2" input="$3" output="$4"
export program="${STANDPOINT:-standpoint}"
# Status 1 is a finished part with some articles in errors.jsonl.
part='"$program" run "$pipeline" "$input" --shard {}/'$number' --output "$output.parts/{}" --jobs 1 --resume || [ $? -eq 1 ]'
mkdir -p "$output.parts"
if [ -n "${STANDPOINT_MACHINES:-}" ]; then
  set -- --sshlogin "$STANDPOINT_MACHINES" --workdir . --env program --env pipeline --env input --env output
else
  set --
fi
seq "$number" | parallel --will-cite --retries 3 "$@" "$part"
"$program" merge "$output" $(seq -f "$output.parts/%g" "$number")
rm -r "$output.parts"

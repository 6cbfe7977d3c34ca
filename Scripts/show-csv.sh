#!/bin/sh
# Shows the first rows of a run's stances, a few columns wide, and says where the files are.
set -eu
folder=$1
echo
echo "who            | stance of whom, about whom, what was said (first rows of $folder/stances.csv)"
awk -v file="$folder/stances.csv" '
  # A small CSV reader: fields in quotes may hold commas, doubled quotes and line ends.
  function read_row(   line, i, c, field, quoted, n) {
    n = 0; field = ""; quoted = 0
    while ((getline line < file) > 0) {
      for (i = 1; i <= length(line); i++) {
        c = substr(line, i, 1)
        if (quoted) {
          if (c == "\"" && substr(line, i + 1, 1) == "\"") { field = field c; i++ }
          else if (c == "\"") quoted = 0
          else field = field c
        } else if (c == "\"") quoted = 1
        else if (c == ",") { row[++n] = field; field = "" }
        else field = field c
      }
      if (!quoted) { row[++n] = field; return n }
      field = field " "
    }
    return 0
  }
  function cut(text, width) { return length(text) > width ? substr(text, 1, width - 1) "…" : text }
  BEGIN {
    n = read_row(); for (i = 1; i <= n; i++) at[row[i]] = i
    while (shown < 12 && read_row()) {
      if (row[at["stance"]] == "neutral" || row[at["speaker"]] == "") continue
      printf "%-26s %-8s %-22s %s\n", cut(row[at["speaker"]], 26), row[at["stance"]], cut(row[at["target"]], 22), cut(row[at["statement"]], 72)
      shown++
    }
  }'
echo
ls "$folder" | sed "s|^|$folder/|"
echo "Rows are machine-extracted: check the passage (start,end are offsets into the text of documents.jsonl)."

"""The samples as records, and the tables of `standpoint run` to compare with: what the tests here share."""

from __future__ import annotations

import csv
import gzip
import json
from pathlib import Path
from typing import Any, Iterator

#: The key of a record that holds a body, by the file's extension.
BODIES = {".txt": "text", ".html": "html", ".htm": "html", ".xml": "xml", ".md": "markdown"}

Record = dict[str, str]


def records(folder: Path) -> Iterator[Record]:
    """One record a file, with the id that `run` gives it. Feeds are left out: `run` makes a document of each item, and
    a record is one article."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        data = path.read_bytes()
        if path.suffix == ".gz":
            data, path = gzip.decompress(data), path.with_suffix("")
        if path.suffix not in BODIES or b"<rss" in data[:500]:
            continue
        yield {
            "id": name.removesuffix(".gz").removesuffix(path.suffix),
            "path": name,
            BODIES[path.suffix]: decoded(data),
        }


def decoded(data: bytes) -> str:
    """JSON holds characters, so whoever makes records decodes pages: UTF-8, or else windows-1252."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def write_records(folder: Path, path: Path) -> list[str]:
    """Writes JSON lines; the ids, in their order."""
    ids = []
    with path.open("w", encoding="utf-8") as file:
        for record in records(folder):
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
            ids.append(record["id"])
    return ids


def csv_rows(path: Path, ids: set[str]) -> list[tuple[str, ...]]:
    """The rows of those documents, as they stand in a table of `run`, sorted."""
    with path.open(encoding="utf-8", newline="") as file:
        return sorted(tuple(row.values()) for row in csv.DictReader(file) if row["document_id"] in ids)


def cells(row: dict[str, Any]) -> tuple[str, ...]:
    """A row as it would stand in a CSV table."""
    return tuple("" if v is None else f"{v:.4f}" if isinstance(v, float) else str(v) for v in row.values())

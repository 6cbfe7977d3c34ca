"""Answers as Parquet files that the tasks write themselves: articles go to the workers, and only counts come back.

A task writes its own files into a folder of its own below OUTPUT/_attempts, closes them, and then yields one row that
names the folder. Of the tries of a task Spark hands over the rows of just one that came to its end, so the driver moves
into place the files that it was told of, and nothing else: what a killed, doubled or late try has written is removed
with `_attempts`.

OUTPUT is a folder that driver and workers share, under the same path.
"""

from __future__ import annotations

import gc
import os
import shutil
import uuid
from typing import Any, Iterator

from standpoint_rows import STANCE_COLUMNS, STATEMENT_COLUMNS, Answer, Row
from standpoint_spark import DOCUMENT_COLUMNS, LOT, Filter, answered, arrow_fields, document_row

ERROR_COLUMNS = [("document_id", "string"), ("code", "string"), ("message", "string"), ("record", "string")]

#: The tables by name. `documents` has a row for each record that was sent.
TABLES = {
    "documents": DOCUMENT_COLUMNS, "statements": STATEMENT_COLUMNS, "stances": STANCE_COLUMNS, "errors": ERROR_COLUMNS,
}

ATTEMPTS = "_attempts"
#: Bytes of columns that wait in memory for their row group, of each table.
ROW_GROUP = 16 << 20
#: Half the size of snappy here, and no slower.
CODEC = "zstd"

COUNTS = ["documents", "failed", "statements", "stances"]
PART_SCHEMA = "attempt string, " + ", ".join(f"{name} long" for name in COUNTS)
#: What is said of a record without an id, which cannot be sent: nothing would tie its answer to it.
NAMELESS = {"code": "bad-record", "message": "no JSON, or without `id`"}


def answer_in_files(records: Any, filter: Filter, output: str) -> Any:
    """Answers (`id`, `record`) with files below OUTPUT/_attempts; a row for each task, of PART_SCHEMA. Collect it once,
    and give it to `move_into_place`. The folder `_attempts` is there already; records whose id is null become errors."""

    def answer(batches: Iterator[Any]) -> Iterator[Any]:
        import pyarrow

        part = Part(os.path.join(output, ATTEMPTS))
        waiting: list[list[str]] = []

        def lots() -> Iterator[list[bytes]]:
            for batch in batches:
                for start in range(0, batch.num_rows, LOT):
                    ids, lines = (batch.column(index).slice(start, LOT) for index in (0, 1))
                    pairs = list(zip(ids.to_pylist(), lines.cast(pyarrow.binary()).to_pylist()))
                    part.refuse([line for id, line in pairs if id is None])
                    if sent := [pair for pair in pairs if pair[0] is not None]:
                        waiting.append([id for id, _ in sent])
                        yield [line for _, line in sent]

        # Answers are trees without cycles; to look for some costs as much as to read them.
        gc.disable()
        try:
            for lines in answered(lots(), filter.command(filter.shipped())):
                part.add(waiting.pop(0), lines, filter.min_speaker_confidence)
            yield pyarrow.RecordBatch.from_pylist([part.close()])
        finally:
            gc.enable()

    return records.select("id", "record").mapInArrow(answer, PART_SCHEMA)


class Part:
    """The files of one try of a task."""

    def __init__(self, attempts: str) -> None:
        import pyarrow.parquet

        self.name = uuid.uuid4().hex
        folder = os.path.join(attempts, self.name)
        try:
            os.mkdir(folder)
        except FileNotFoundError as error:
            raise FileNotFoundError(
                f"{attempts} is not there: --by files needs an output that all nodes mount; else take --by arrow") from error
        self.counts = dict.fromkeys(COUNTS, 0)
        self.schemas = {table: pyarrow.schema(arrow_fields(pyarrow, columns)) for table, columns in TABLES.items()}
        self.writers = {
            table: pyarrow.parquet.ParquetWriter(os.path.join(folder, f"{table}.parquet"), schema, compression=CODEC)
            for table, schema in self.schemas.items()
        }
        self.waiting: dict[str, list[Any]] = {table: [] for table in TABLES}
        self.bytes = dict.fromkeys(TABLES, 0)

    def add(self, ids: list[str], lines: list[str], min_speaker_confidence: float) -> None:
        """The answers to as many records."""
        rows: dict[str, list[Row]] = {table: [] for table in TABLES}
        for id, line in zip(ids, lines):
            answer = Answer(line, min_speaker_confidence)
            document = document_row(answer, id)
            rows["documents"].append(document)
            if answer.error is None:
                statements, stances = answer.tables(id)
                rows["statements"] += statements
                rows["stances"] += stances
                self.counts["documents"] += 1
            else:
                rows["errors"].append(
                    {"document_id": id, "code": document["error_code"], "message": document["error_message"], "record": None})
                self.counts["failed"] += 1
        for table in ("statements", "stances"):
            self.counts[table] += len(rows[table])
        self._put(rows)

    def refuse(self, lines: list[bytes]) -> None:
        """Records without an id."""
        beginnings = [line.decode("utf-8")[:200] for line in lines]
        self._put({"errors": [{"document_id": None, **NAMELESS, "record": beginning} for beginning in beginnings]})

    def close(self) -> Row:
        """The row of PART_SCHEMA: from now on the files are whole."""
        for table, writer in self.writers.items():
            self._write(table)
            writer.close()
        return {"attempt": self.name, **self.counts}

    def _put(self, rows: dict[str, list[Row]]) -> None:
        import pyarrow

        for table, some in rows.items():
            if not some:
                continue
            schema = self.schemas[table]
            if list(some[0]) != schema.names:
                raise KeyError(f"a row of {table} has other columns than {schema.names}")
            # Three times as fast as by the columns' names.
            columns = zip(*(row.values() for row in some))
            arrays = [pyarrow.array(column, field.type) for column, field in zip(columns, schema)]
            batch = pyarrow.RecordBatch.from_arrays(arrays, schema=schema)
            self.waiting[table].append(batch)
            self.bytes[table] += batch.nbytes
            if self.bytes[table] > ROW_GROUP:
                self._write(table)

    def _write(self, table: str) -> None:
        import pyarrow

        if batches := self.waiting[table]:
            self.writers[table].write_table(pyarrow.Table.from_batches(batches))
            self.waiting[table], self.bytes[table] = [], 0


def make_attempts(output: str) -> None:
    """Before the first task."""
    os.makedirs(os.path.join(output, ATTEMPTS))


def move_into_place(output: str, parts: list[str], tables: list[str]) -> None:
    """Moves the tables' files of the tries named. A table without a file could not be read, so that no part at all is an
    empty one."""
    attempts = os.path.join(output, ATTEMPTS)
    if not parts:
        empty = Part(attempts)
        empty.close()
        parts = [empty.name]
    for table in tables:
        folder = os.path.join(output, table)
        os.mkdir(folder)
        for number, name in enumerate(parts):
            written = os.path.join(attempts, name, f"{table}.parquet")
            os.rename(written, os.path.join(folder, f"part-{number:05}-{name}.parquet"))
        # As Spark says that a table is whole.
        open(os.path.join(folder, "_SUCCESS"), "x").close()


def remove_attempts(output: str) -> None:
    """Whatever is left of tries that do not count. One that is late finds no folder, and ends."""
    attempts = os.path.join(output, ATTEMPTS)
    removed = f"{attempts}-removed"
    os.rename(attempts, removed)  # Nobody begins anything in it any more.
    shutil.rmtree(removed, ignore_errors=True)

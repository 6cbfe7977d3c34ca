"""Standpoint on Spark: articles in, answers out, one for one.

    articles = spark.read.parquet("articles").select("id", "html", "url")
    answers = answer_in_arrow(records(articles), Filter("news", program="/usr/local/bin/standpoint"))
    answers.selectExpr("inline(stances)").write.parquet("stances")

`answer_in_arrow` (`mapInArrow`) gives a data frame; `answer_by_pipe` (`rdd.pipe`) is the same for clusters whose Python
has no pyarrow; standpoint_files.py writes tables without a way through Java. All run one `standpoint filter` for each
task, on the cores that the task has, and hold a few records at a time. A task whose program ends badly fails, and Spark
tries it again.
"""

from __future__ import annotations

import collections
import dataclasses
import fcntl
import os
import shlex
import subprocess
import sys
import threading
from queue import SimpleQueue
from typing import IO, Any, Iterable, Iterator

from standpoint_rows import MIN_SPEAKER_CONFIDENCE, STANCE_COLUMNS, STATEMENT_COLUMNS, Answer, Row

#: Records that are with the program at a time, twice over: one lot being answered, the next waiting in the pipe.
LOT = 64
#: Bytes that the program's pipes hold, where the system lets them: it goes on while its last answers are being read.
PIPE = 1 << 19


class StandpointError(RuntimeError):
    """The program ended badly, or did not answer each record with one line."""


@dataclasses.dataclass(frozen=True)
class Filter:
    """What each task runs: `standpoint filter PIPELINE --jobs JOBS`.

    - `pipeline`: the name of a shipped pipeline, or a path that every worker has.
    - `program`: a path that every worker has; a relative one is looked for among what came with `--archives` and
      `--files` first. `Lexicons/`, `Pipelines/` and `Models/` are found beside it.
    - `home`: the folder that holds these three, where they are elsewhere.
    - `jobs`: as many as `spark.task.cpus`.
    - `min_speaker_confidence`: the pipeline's `min-speaker-confidence`, where it sets one.
    """

    pipeline: str
    program: str = "standpoint"
    home: str | None = None
    jobs: int = 1
    min_speaker_confidence: float = MIN_SPEAKER_CONFIDENCE

    def command(self, program: str | None = None) -> list[str]:
        home = ["--home", self.home] if self.home else []
        return [program or self.program, "filter", self.pipeline, "--jobs", str(self.jobs), *home]

    def shipped(self) -> str:
        """The program on this worker."""
        from pyspark import SparkFiles

        found = os.path.join(SparkFiles.getRootDirectory(), self.program)
        return found if os.path.isfile(found) else self.program


# The program, one a task


def answered(lots: Iterable[list[bytes]], command: list[str]) -> Iterator[list[str]]:
    """Answers lots of lines, in UTF-8, each with a list of as many lines, by one process that lives as long as the
    iterator.

    The caller's iterable is read by the caller's thread alone (Spark's workers are used again for the next task, so
    nothing may go on reading behind its back), and one lot ahead, so that the program never waits for it.

    Raises StandpointError, with the last lines that the program said, if it ends with another status than 0 or gives
    too few lines or too many.
    """
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    for pipe in (process.stdin, process.stdout):
        _widen(pipe)
    said: collections.deque[str] = collections.deque(maxlen=20)
    unsent: SimpleQueue[list[bytes] | None] = SimpleQueue()
    threads = [
        threading.Thread(target=_feed, args=(process, unsent), daemon=True),
        threading.Thread(target=_listen, args=(process, said), daemon=True),
    ]
    for thread in threads:
        thread.start()

    def answers(count: int) -> list[str]:
        lines: list[str] = []
        while len(lines) < count and (line := process.stdout.readline()).endswith(b"\n"):
            lines.append(line.decode("utf-8"))
        if len(lines) < count:
            raise problem(f"answered {len(lines)} of {count} records")
        return lines

    def problem(what: str) -> StandpointError:
        try:
            status = process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            status = process.wait()
        threads[1].join()
        return StandpointError("\n".join([f"`{shlex.join(command)}` {what}; exit status {status}", *said]))

    try:
        waiting: list[bytes] | None = None
        for lot in lots:
            unsent.put(lot)
            if waiting:
                yield answers(len(waiting))
            waiting = lot
        unsent.put(None)
        if waiting:
            yield answers(len(waiting))
        if process.stdout.read(1):
            raise problem("gave more lines than it was asked for")
        if process.wait() != 0:
            raise problem("ended badly")
    finally:
        unsent.put(None)
        if process.poll() is None:
            process.kill()
        process.wait()
        for thread in threads:
            thread.join()
        process.stdout.close()


def _widen(pipe: IO[bytes]) -> None:
    try:
        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, PIPE)
    except (AttributeError, OSError):
        pass  # Not Linux, or the user has as many wide pipes as the system grants: a narrow one will do.


def _feed(process: subprocess.Popen[bytes], unsent: SimpleQueue[list[bytes] | None]) -> None:
    try:
        with process.stdin as stdin:
            while (lot := unsent.get()) is not None:
                stdin.write(b"\n".join(lot) + b"\n")
                stdin.flush()
    except (BrokenPipeError, ValueError):
        pass  # The program has ended: its exit status says why.


def _listen(process: subprocess.Popen[bytes], said: collections.deque[str]) -> None:
    """Passes on what the program says, and keeps the end of it for the driver."""
    with process.stderr as stderr:
        for line in stderr:
            text = line.decode("utf-8", "replace").rstrip("\n")
            said.append(text)
            print(text, file=sys.stderr, flush=True)


# Data frames


def records(articles: Any) -> Any:
    """Articles, with the columns `id`, one of `text`, `html`, `xml` and `markdown`, and any others (`title`, `url`,
    `date` … are known to the program), as the columns (`id`, `record`) that the functions below take."""
    from pyspark.sql import functions as F

    # Spark leaves null fields out of the JSON.
    return articles.select(F.col("id").cast("string").alias("id"), F.to_json(F.struct("*")).alias("record"))


def _struct(columns: list[tuple[str, str]]) -> str:
    return "array<struct<" + ", ".join(f"{name}: {kind}" for name, kind in columns) + ">>"


#: What an answer has beside its rows, as (name, Spark type): a document, or why there is none.
DOCUMENT_COLUMNS = [
    ("document_id", "string"), ("error_code", "string"), ("error_message", "string"), ("path", "string"), ("title", "string"),
    ("authors", "string"), ("date", "string"), ("publication", "string"), ("url", "string"), ("language", "string"),
    ("genre", "string"), ("characters", "int"), ("warnings", "int"), ("document", "string"),
]
ANSWER_COLUMNS = [
    *DOCUMENT_COLUMNS, ("statements", _struct(STATEMENT_COLUMNS)), ("stances", _struct(STANCE_COLUMNS)),
]
ANSWER_SCHEMA = ", ".join(f"{name} {kind}" for name, kind in ANSWER_COLUMNS)


def answer_in_arrow(records: Any, filter: Filter) -> Any:
    """Answers (`id`, `record`) with ANSWER_COLUMNS, one row for one, by `mapInArrow`.

    Spark hands over `spark.sql.execution.arrow.maxRecordsPerBatch` records at a time: 10,000 unless told, which is a
    gigabyte of web pages. Set it to a few hundred.
    """

    def answer(batches: Iterator[Any]) -> Iterator[Any]:
        import pyarrow

        schema = _arrow_schema(pyarrow)
        asked: collections.deque[list[str]] = collections.deque()

        def lots() -> Iterator[list[bytes]]:
            for batch in batches:
                for start in range(0, batch.num_rows, LOT):
                    part = batch.slice(start, LOT)
                    asked.append(part.column(0).to_pylist())
                    yield part.column(1).cast(pyarrow.binary()).to_pylist()

        for lines in answered(lots(), filter.command(filter.shipped())):
            rows = [_row(Answer(line, filter.min_speaker_confidence), id) for id, line in zip(asked.popleft(), lines)]
            yield pyarrow.RecordBatch.from_pylist(rows, schema)

    return records.select("id", "record").mapInArrow(answer, ANSWER_SCHEMA)


def answer_by_pipe(records: Any, filter: Filter) -> Any:
    """The same by `rdd.pipe`, for workers without pyarrow. `filter.program` is an absolute path, or relative to a
    task's working directory; a record needs an id, since that alone ties its answer to it."""
    minimum = filter.min_speaker_confidence
    # Without checkCode Spark takes the lines of a program that fell over for all there are. Without an environment the
    # program has none at all.
    lines = records.rdd.map(lambda row: row.record).pipe(
        shlex.join(filter.command()), env=dict(os.environ), checkCode=True)

    def row(line: str) -> tuple[Any, ...]:
        values = _row(Answer(line, minimum), None)
        columns = {"statements": STATEMENT_COLUMNS, "stances": STANCE_COLUMNS}
        for table, names in columns.items():
            values[table] = [tuple(row[name] for name, _ in names) for row in values[table]]
        return tuple(values[name] for name, _ in ANSWER_COLUMNS)

    return records.sparkSession.createDataFrame(lines.map(row), ANSWER_SCHEMA, verifySchema=False)


def _row(answer: Answer, id: str | None) -> Row:
    """The values of ANSWER_COLUMNS; `id` is the record's, where the order of answers tells it."""
    row = document_row(answer, id)
    row["statements"], row["stances"] = ([], []) if answer.error else answer.tables(row["document_id"])
    return row


def document_row(answer: Answer, id: str | None) -> Row:
    """The values of DOCUMENT_COLUMNS."""
    if id is not None and isinstance(answer.object.get("id"), str) and answer.id != id:
        raise StandpointError(f"the answer to {id} is about {answer.id}: answers are out of step")
    row: Row = dict.fromkeys(name for name, _ in DOCUMENT_COLUMNS)
    row["document_id"] = answer.id if id is None else id
    if answer.error is not None:
        row.update(error_code=answer.error["code"], error_message=answer.error["message"])
        return row
    document = answer.object
    row.update({key: document[key] for key in ("path", "title", "date", "url", "language", "genre")})
    row.update(
        authors="; ".join(document["authors"]) or None, publication=document["site"], characters=len(document["text"]),
        warnings=len(document["warnings"]), document=answer.line.rstrip("\n"))
    return row


def arrow_fields(pyarrow: Any, columns: list[tuple[str, str]]) -> list[tuple[str, Any]]:
    """Columns without lists, as (name, Arrow type)."""
    kinds = {"string": pyarrow.string(), "double": pyarrow.float64(), "int": pyarrow.int32()}
    return [(name, kinds[kind]) for name, kind in columns]


def _arrow_schema(pyarrow: Any) -> Any:
    lists = [
        (table, pyarrow.list_(pyarrow.struct(arrow_fields(pyarrow, columns))))
        for table, columns in (("statements", STATEMENT_COLUMNS), ("stances", STANCE_COLUMNS))
    ]
    return pyarrow.schema(arrow_fields(pyarrow, DOCUMENT_COLUMNS) + lists)

"""Articles in, tables of statements and stances out, on a Spark cluster, with every record accounted for.

    spark-submit --master local[2] --py-files standpoint_rows.py,standpoint_spark.py,standpoint_files.py \\
        job.py news articles.jsonl \\
        --output out --program /usr/local/bin/standpoint

Reads JSON lines, gzipped or not, or Parquet: `id` and one of `text`, `html`, `xml`, `markdown`, with any other keys.
Writes OUTPUT/documents, with a row for each record, and from it OUTPUT/statements, OUTPUT/stances and OUTPUT/errors, as
Parquet. The last line on standard output is a JSON object of counts and seconds.

Exit status: 0 when every record came back, as a document or as a row of errors; 2 when one is missing or came back
twice, ids are not unique, or the output is there already: the message names the ids, and no other table is written.
"""

from __future__ import annotations

import argparse
import functools
import json
import sys
import time
from typing import Any, Callable

from pyspark.sql import DataFrame, Row, SparkSession
from pyspark.sql import functions as F

import standpoint_files
import standpoint_rows
import standpoint_spark

#: How many ids a message names.
NAMED = 20
#: Calls a function, and notes how long it took under a name.
Timed = Callable[[str, Callable[[], Any]], Any]


class JobError(Exception):
    """What is wrong, and which records it concerns."""


def main() -> int:
    arguments = parse_arguments()
    began = time.monotonic()
    spark = SparkSession.builder.appName("standpoint").getOrCreate()
    seconds = {"session": round(time.monotonic() - began, 2)}
    print(json.dumps({"session": seconds["session"]}), flush=True)
    try:
        print(json.dumps(run(spark, arguments, seconds)), flush=True)
        return 0
    except JobError as error:
        print(f"standpoint: error: {error}", file=sys.stderr, flush=True)
        return 2
    finally:
        spark.stop()


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pipeline", help="a shipped pipeline, or a path that every worker has")
    parser.add_argument("input", nargs="+", help="files or folders, by any address that Spark reads")
    parser.add_argument("--output", required=True, help="folder for the tables; it must not be there yet")
    parser.add_argument("--format", choices=["json", "parquet"], default="json", help="json: one object a line")
    parser.add_argument("--program", default="standpoint", help="path on the workers, or within --archives")
    parser.add_argument("--home", help="folder of Lexicons, Pipelines and Models, where they are not beside the program")
    parser.add_argument(
        "--by", choices=["files", "arrow", "pipe"],
        help="who writes the tables: the workers themselves, or Spark from what mapInArrow or rdd.pipe gives it; files "
        "if the output is a folder that all machines mount, else arrow")
    parser.add_argument("--partitions", type=int, help="spread the records over so many tasks first")
    parser.add_argument(
        "--min-speaker-confidence", type=float, default=standpoint_rows.MIN_SPEAKER_CONFIDENCE,
        help="as in the pipeline file, where it sets one")
    return parser.parse_args()


def run(spark: SparkSession, arguments: argparse.Namespace, seconds: dict[str, float]) -> dict[str, Any]:
    for module in (standpoint_rows, standpoint_spark, standpoint_files):
        spark.sparkContext.addPyFile(module.__file__)
    if spark.conf.get("spark.sql.execution.arrow.maxRecordsPerBatch") == "10000":
        spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", "256")
    shared = shared_folder(spark, arguments.output)
    by = arguments.by or ("files" if shared else "arrow")
    if by == "files" and not shared:
        raise JobError(f"{arguments.output} is no folder that machines mount: --by arrow or --by pipe writes there")

    def timed(name: str, do: Callable[[], Any]) -> Any:
        began = time.monotonic()
        done = do()
        seconds[name] = round(time.monotonic() - began, 2)
        return done

    asked = read(spark, arguments)
    nameless = timed("ids", lambda: check_unique(asked))
    program = standpoint_spark.Filter(
        arguments.pipeline, arguments.program, arguments.home, jobs=int(spark.conf.get("spark.task.cpus", "1")),
        min_speaker_confidence=arguments.min_speaker_confidence)
    spread = asked.repartition(arguments.partitions) if arguments.partitions else asked
    check = functools.partial(check_complete, asked, f"{arguments.output}/documents")
    if by == "files":
        counts = in_files(spread, program, shared, check, timed)
    else:
        answer = {"arrow": standpoint_spark.answer_in_arrow, "pipe": standpoint_spark.answer_by_pipe}[by]
        named = spread.where("id is not null")
        counts = in_spark(answer(named, program), asked, arguments.output, check, timed)
    return {**counts, "without_id": nameless, "by": by, "seconds": seconds}


def in_files(
    records: DataFrame, program: standpoint_spark.Filter, folder: str, check: Callable[[], None], timed: Timed
) -> dict[str, int]:
    """The tasks write the tables; the counts."""
    standpoint_files.make_attempts(folder)
    try:
        parts = timed("answers", standpoint_files.answer_in_files(records, program, folder).collect)
        names = [part.attempt for part in parts]
        standpoint_files.move_into_place(folder, names, ["documents"])
        timed("check", check)
        standpoint_files.move_into_place(folder, names, ["statements", "stances", "errors"])
    finally:
        standpoint_files.remove_attempts(folder)
    return {name: sum(part[name] for part in parts) for name in standpoint_files.COUNTS}


def in_spark(
    answers: DataFrame, asked: DataFrame, output: str, check: Callable[[], None], timed: Timed
) -> dict[str, int]:
    """Spark writes the tables, all of them from `documents`; the counts."""
    folder = f"{output}/documents"
    timed("answers", lambda: answers.write.parquet(folder))
    timed("check", check)
    written = answers.sparkSession.read.schema(answers.schema).parquet(folder)

    def tables() -> dict[str, int]:
        for name, table in tables_of(written, asked.where("id is null")).items():
            table.write.parquet(f"{output}/{name}")
        return written.agg(
            F.count("error_code").alias("failed"), F.count("document").alias("documents"),
            F.sum(F.size("statements")).alias("statements"), F.sum(F.size("stances")).alias("stances")).first().asDict()

    return {name: count or 0 for name, count in timed("tables", tables).items()}


def read(spark: SparkSession, arguments: argparse.Namespace) -> DataFrame:
    """The columns `id` and `record`. JSON lines go to the program as they are; the id of a line that is no JSON, or has
    none, is null."""
    if arguments.format == "parquet":
        return standpoint_spark.records(spark.read.parquet(*arguments.input))
    lines = spark.read.text(arguments.input, lineSep="\n").where("trim(value) != ''")
    return lines.select(F.get_json_object("value", "$.id").alias("id"), F.col("value").alias("record"))


def tables_of(answers: DataFrame, nameless: DataFrame) -> dict[str, DataFrame]:
    """The tables beside `documents`. Records without an id were not sent, and are errors too."""
    unsent = nameless.selectExpr(
        "string(null) as document_id", "'bad-record' as code", "'no JSON, or without `id`' as message",
        "substring(record, 1, 200) as record")
    failed = answers.where("error_code is not null").selectExpr(
        "document_id", "error_code as code", "error_message as message", "string(null) as record")
    return {
        "statements": answers.selectExpr("inline(statements)"),
        "stances": answers.selectExpr("inline(stances)"),
        "errors": failed.unionByName(unsent),
    }


def check_unique(asked: DataFrame) -> int:
    """How many records have no id."""
    bad = asked.groupBy("id").count().where("count > 1 or id is null").select(
        F.when(F.col("id").isNotNull(), "records share their id with another; ids must be unique").alias("what"),
        "id", "count").orderBy(F.col("what").desc_nulls_last(), "id")
    rows = bad.limit(NAMED + 1).collect()
    report(rows, bad)
    return rows[0]["count"] if rows else 0


def check_complete(asked: DataFrame, folder: str) -> None:
    """Every record has one answer, and no answer is to another record. The answers are read from where they were
    written."""
    answers = asked.sparkSession.read.schema("document_id string").parquet(folder)
    both = asked.where("id is not null").selectExpr("id", "1 as asked", "0 as answered").unionAll(
        answers.selectExpr("document_id as id", "0 as asked", "1 as answered"))
    counts = both.groupBy("id").agg(F.sum("asked").alias("asked"), F.sum("answered").alias("answered"))
    bad = counts.where("asked != 1 or answered != 1").select(
        F.when(F.col("answered") == 0, "records did not come back")
        .when(F.col("asked") == 0, "answers are to no record that was asked")
        .otherwise("records came back more than once").alias("what"), "id").orderBy(F.col("what").desc(), "id")
    report(bad.limit(NAMED + 1).collect(), bad)


def report(rows: list[Row], bad: DataFrame) -> None:
    """Raises JobError if there is a row of `what` and `id`; `rows` are the first of them."""
    if not rows or rows[0].what is None:
        return
    what = rows[0].what
    ids = [row.id for row in rows if row.what == what]
    count = len(ids) if len(ids) <= NAMED else bad.where(F.col("what") == what).count()
    more = f" and {count - NAMED} others" if count > NAMED else ""
    raise JobError(f"{count} {what}: {', '.join(map(str, ids[:NAMED]))}{more}")


def shared_folder(spark: SparkSession, output: str) -> str | None:
    """The output's path, if it is a folder of this machine; it is not there yet."""
    path, system = hadoop_path(spark, output)
    if system.exists(path):
        raise JobError(f"{output} is there already: name another --output, or remove it")
    address = system.makeQualified(path).toUri()
    return address.getPath() if address.getScheme() == "file" else None


def hadoop_path(spark: SparkSession, folder: str) -> tuple[Any, Any]:
    path = spark._jvm.org.apache.hadoop.fs.Path(folder)
    return path, path.getFileSystem(spark._jsc.hadoopConfiguration())


if __name__ == "__main__":
    sys.exit(main())

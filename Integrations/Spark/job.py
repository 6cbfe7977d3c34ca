"""Articles in, tables of statements and stances out, on a Spark cluster, with every record accounted for.

    spark-submit --master local[2] --py-files standpoint_rows.py,standpoint_spark.py job.py news articles.jsonl \\
        --output out --program /usr/local/bin/standpoint

Reads JSON lines, gzipped or not, or Parquet: `id` and one of `text`, `html`, `xml`, `markdown`, with any other keys.
Writes OUTPUT/documents, with a row for each record, and from it OUTPUT/statements, OUTPUT/stances and OUTPUT/errors, as
Parquet. The last line on standard output is a JSON object of counts and seconds.

Exit status: 0 when every record came back, as a document or as a row of errors; 2 when one is missing or came back
twice, ids are not unique, or the output is there already: the message names the ids, and no other table is written.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from typing import Any

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

import standpoint_rows
import standpoint_spark

#: How many ids a message names.
NAMED = 20


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
    parser.add_argument("--by", choices=["arrow", "pipe"], default="arrow", help="mapInArrow, or rdd.pipe")
    parser.add_argument("--partitions", type=int, help="spread the records over so many tasks first")
    parser.add_argument(
        "--min-speaker-confidence", type=float, default=standpoint_rows.MIN_SPEAKER_CONFIDENCE,
        help="as in the pipeline file, where it sets one")
    return parser.parse_args()


def run(spark: SparkSession, arguments: argparse.Namespace, seconds: dict[str, float]) -> dict[str, Any]:
    for module in (standpoint_rows, standpoint_spark):
        spark.sparkContext.addPyFile(module.__file__)
    if spark.conf.get("spark.sql.execution.arrow.maxRecordsPerBatch") == "10000":
        spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", "256")
    refuse_overwriting(spark, arguments.output)

    began = time.monotonic()
    asked = read(spark, arguments)
    nameless = asked.where("id is null")
    asked = asked.where("id is not null")
    check_unique(asked)
    seconds["ids"] = round(time.monotonic() - began, 2)

    began = time.monotonic()
    program = standpoint_spark.Filter(
        arguments.pipeline, arguments.program, arguments.home, jobs=int(spark.conf.get("spark.task.cpus", "1")),
        min_speaker_confidence=arguments.min_speaker_confidence)
    answer = {"arrow": standpoint_spark.answer_in_arrow, "pipe": standpoint_spark.answer_by_pipe}[arguments.by]
    spread = asked.repartition(arguments.partitions) if arguments.partitions else asked
    folder = f"{arguments.output}/documents"
    answer(spread, program).write.parquet(folder)
    answers = spark.read.parquet(folder)
    seconds["answers"] = round(time.monotonic() - began, 2)

    began = time.monotonic()
    check_complete(asked, answers)
    seconds["check"] = round(time.monotonic() - began, 2)

    began = time.monotonic()
    for name, table in tables_of(answers, nameless).items():
        table.write.parquet(f"{arguments.output}/{name}")
    counts = answers.agg(
        F.count("error_code").alias("failed"), F.count("document").alias("documents"),
        F.sum(F.size("statements")).alias("statements"), F.sum(F.size("stances")).alias("stances")).first().asDict()
    seconds["tables"] = round(time.monotonic() - began, 2)
    return {**{name: count or 0 for name, count in counts.items()}, "without_id": nameless.count(), "seconds": seconds}


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


def check_unique(asked: DataFrame) -> None:
    twice = asked.groupBy("id").count().where("count > 1").select("id")
    report(twice, "records share their id with another; ids must be unique")


def check_complete(asked: DataFrame, answers: DataFrame) -> None:
    """Every record has one answer, and no answer is to another record. The answers are read from where they were
    written."""
    both = asked.selectExpr("id", "1 as asked", "0 as answered").unionAll(
        answers.selectExpr("document_id as id", "0 as asked", "1 as answered"))
    bad = both.groupBy("id").agg(F.sum("asked").alias("asked"), F.sum("answered").alias("answered")).where(
        "asked != 1 or answered != 1").cache()
    report(bad.where("answered = 0"), "records did not come back")
    report(bad.where("asked = 0"), "answers are to no record that was asked")
    report(bad.where("answered > 1"), "records came back more than once")
    bad.unpersist()


def report(bad: DataFrame, what: str) -> None:
    """Raises JobError if there is a row."""
    ids = [row.id for row in bad.orderBy("id").limit(NAMED + 1).collect()]
    if not ids:
        return
    count = len(ids) if len(ids) <= NAMED else bad.count()
    more = f" and {count - NAMED} others" if count > NAMED else ""
    raise JobError(f"{count} {what}: {', '.join(map(str, ids[:NAMED]))}{more}")


def refuse_overwriting(spark: SparkSession, folder: str) -> None:
    path, system = hadoop_path(spark, folder)
    if system.exists(path):
        raise JobError(f"{folder} is there already: name another --output, or remove it")


def hadoop_path(spark: SparkSession, folder: str) -> tuple[Any, Any]:
    path = spark._jvm.org.apache.hadoop.fs.Path(folder)
    return path, path.getFileSystem(spark._jsc.hadoopConfiguration())


if __name__ == "__main__":
    sys.exit(main())

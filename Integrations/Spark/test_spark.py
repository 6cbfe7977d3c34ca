"""Tests of the Spark integration, with a real Spark on local[2,4]. Run by test.sh."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import unittest
import unittest.mock
from pathlib import Path
from typing import Any

import pyarrow.parquet
from pyspark.sql import SparkSession

import job
import samples
import standpoint_files
import standpoint_spark
from standpoint_spark import StandpointError, answered

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PROGRAM = Path(os.environ.get("PROGRAM", ROOT / ".build/release/standpoint")).resolve()
PIPELINE = "news"
#: Of --by.
WAYS = ("files", "arrow", "pipe")
#: Warnings about bytes: a record holds characters, which samples.py has decoded.
ENCODING_WARNINGS = {"wrong-encoding-label"}
#: Two tasks at a time, four tries each; settings for small data.
SETTINGS = {
    "spark.master": "local[2,4]",
    "spark.sql.shuffle.partitions": "4",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1",
    "spark.log.level": "ERROR",
}


class Work:
    """What the tests share: a folder, the samples as records, and what `run` writes for them."""

    @classmethod
    def prepare(cls) -> None:
        cls.folder = Path(tempfile.mkdtemp())
        cls.records = cls.folder / "records.jsonl"
        cls.ids = set(samples.write_records(ROOT / "Samples", cls.records))
        cls.run = cls.folder / "run"
        command = [PROGRAM, "run", PIPELINE, ROOT / "Samples", "--output", cls.run, "--home", ROOT]
        status = subprocess.run(command, stderr=subprocess.DEVNULL).returncode
        assert status == 1, f"standpoint run ended with {status}; two samples are broken on purpose"

    @classmethod
    def script(cls, name: str, text: str) -> str:
        """A program in the place of `standpoint`, which it may call as "$PROGRAM" "$@"."""
        path = cls.folder / name
        path.write_text(f"#!/bin/sh\nPROGRAM='{PROGRAM}'\n{text}\n")
        path.chmod(0o755)
        return str(path)


class AnsweredTests(unittest.TestCase):
    """The program on its pipes, without Spark."""

    def test_lots_come_back_whole_and_in_order(self) -> None:
        # Lines that no pipe holds: writing and reading must go on side by side.
        lots = [[f"{lot}-{line}-" + "x" * 300_000 for line in range(7)] for lot in range(5)] + [["last “ä”"]]
        asked = ([line.encode("utf-8") for line in lot] for lot in lots)
        got = [[line.rstrip("\n") for line in lines] for lines in answered(asked, ["cat"])]
        self.assertEqual(got, lots)

    def test_no_lots(self) -> None:
        self.assertEqual(list(answered(iter([]), ["cat"])), [])

    def test_a_program_that_ends_badly_is_an_error_with_its_words(self) -> None:
        with self.assertRaisesRegex(StandpointError, "exit status 3\nno such pipeline"):
            list(answered([[b"a"]], ["sh", "-c", "echo no such pipeline >&2; exit 3"]))
        with self.assertRaisesRegex(StandpointError, "ended badly; exit status 3"):
            list(answered([[b"a"]], ["sh", "-c", "cat; exit 3"]))

    def test_too_few_and_too_many_lines_are_errors(self) -> None:
        with self.assertRaisesRegex(StandpointError, "answered 1 of 2 records"):
            list(answered([[b"a", b"b"]], ["sed", "2d"]))
        with self.assertRaisesRegex(StandpointError, "more lines"):
            list(answered([[b"a", b"b"]], ["sed", "p"]))

    def test_whoever_stops_listening_ends_the_program(self) -> None:
        answers = answered(([b"a"] for _ in range(1000)), ["cat"])
        next(answers)
        answers.close()  # Waits for the program and the threads.


class FilesTests(unittest.TestCase):
    """What the tasks write and the driver moves, without Spark."""

    def setUp(self) -> None:
        self.output = str(Work.folder / self.id())
        standpoint_files.make_attempts(self.output)

    def part(self, id: str, message: str) -> standpoint_files.Part:
        part = standpoint_files.Part(os.path.join(self.output, standpoint_files.ATTEMPTS))
        answer = json.dumps({"id": id, "error": {"code": "bad-record", "message": message}})
        part.add([id], [answer], standpoint_spark.MIN_SPEAKER_CONFIDENCE)
        return part

    def move(self, parts: list[str]) -> dict[str, list[dict[str, Any]]]:
        standpoint_files.move_into_place(self.output, parts, list(standpoint_files.TABLES))
        standpoint_files.remove_attempts(self.output)
        self.assertEqual(set(os.listdir(self.output)), set(standpoint_files.TABLES))
        return {name: table(Path(self.output, name)) for name in standpoint_files.TABLES}

    def test_only_the_tries_that_are_named_count(self) -> None:
        self.part("a", "killed before it closed its files")
        first, again = self.part("a", "one"), self.part("a", "other")
        again.refuse(["“no id”".encode()])
        self.assertEqual([part.close()["failed"] for part in (first, again)], [1, 1])
        tables = self.move([again.name])
        self.assertEqual([row["error_message"] for row in tables["documents"]], ["other"])
        self.assertEqual(
            [(row["document_id"], row["record"]) for row in tables["errors"]], [("a", None), (None, "“no id”")])

    def test_tables_without_a_part_can_be_read(self) -> None:
        self.assertEqual(self.move([]), {name: [] for name in standpoint_files.TABLES})

    def test_a_try_that_comes_late_or_on_another_machine_fails(self) -> None:
        standpoint_files.remove_attempts(self.output)
        with self.assertRaisesRegex(FileNotFoundError, "an output that all nodes mount"):
            self.part("a", "late")

    def test_an_answer_to_another_record_fails(self) -> None:
        with self.assertRaisesRegex(StandpointError, "out of step"):
            part = self.part("a", "right")
            part.add(["b"], [json.dumps({"id": "a", "error": {"code": "x", "message": "y"}})], 0.35)


class JobTests(unittest.TestCase):
    """job.py as users start it, the program shipped as an archive."""

    def test_the_rows_are_those_of_run(self) -> None:
        # As in the tarball of `make dist`.
        archive = Work.folder / "standpoint.tar.gz"
        with tarfile.open(archive, "w:gz", compresslevel=1) as tar:
            tar.add(PROGRAM, "standpoint-1/bin/standpoint")
            for name in ("Lexicons", "Pipelines", "Models"):
                tar.add(ROOT / name, f"standpoint-1/share/standpoint/{name}")
        records = Work.folder / "with-damage.jsonl"
        records.write_text(Work.records.read_text(encoding="utf-8") + '{"text": "no id"}\n\n', encoding="utf-8")
        output = Work.folder / "job"
        settings = [word for key, value in SETTINGS.items() for word in ("--conf", f"{key}={value}")]
        done = subprocess.run(
            [
                os.path.join(os.environ["SPARK_HOME"], "bin", "spark-submit"), *settings,
                "--archives", f"{archive}#shipped", HERE / "job.py", PIPELINE, records, "--output", output,
                "--program", "shipped/standpoint-1/bin/standpoint",
            ],
            stdout=subprocess.PIPE, text=True, env={k: v for k, v in os.environ.items() if k != "STANDPOINT_HOME"})
        self.assertEqual(done.returncode, 0)
        counts = json.loads(done.stdout.splitlines()[-1])
        self.assertEqual((counts["documents"] + counts["failed"], counts["without_id"]), (len(Work.ids), 1))
        self.assertEqual(counts["by"], "files")
        self.assertEqual(set(os.listdir(output)), set(standpoint_files.TABLES))
        for name in ("statements", "stances"):
            self.assertEqual(counts[name], len(table(output / name)))
        equal_to_run(self, output, other_errors=[(None, "bad-record")])


class SessionTests(unittest.TestCase):
    """The rest, in one session."""

    @classmethod
    def setUpClass(cls) -> None:
        builder = SparkSession.builder.appName("standpoint-tests")
        for key, value in SETTINGS.items():
            builder = builder.config(key, value)
        # Tasks fail here on purpose.
        cls.spark = builder.config("spark.log.level", "OFF").getOrCreate()
        cls.articles = Work.folder / "articles.parquet"
        cls.spark.read.json(str(Work.records)).repartition(4).write.parquet(str(cls.articles))

    @classmethod
    def tearDownClass(cls) -> None:
        cls.spark.stop()

    def do(self, output: str, **options: Any) -> dict[str, Any]:
        arguments = argparse.Namespace(
            pipeline=PIPELINE, input=[str(self.articles)], output=str(Work.folder / output), format="parquet",
            program=str(PROGRAM), home=str(ROOT), by=None, partitions=None,
            min_speaker_confidence=standpoint_spark.MIN_SPEAKER_CONFIDENCE)
        vars(arguments).update(options)
        return job.run(self.spark, arguments, {})

    def test_parquet_gives_the_rows_of_run_and_the_same_counts_by_all_ways(self) -> None:
        counts = []
        for by in WAYS:
            done = self.do(f"by-{by}", by=by)
            self.assertEqual(done.pop("by"), by)
            done.pop("seconds")
            counts.append(done)
            equal_to_run(self, Work.folder / f"by-{by}")
        self.assertEqual(counts, counts[:1] * len(WAYS))
        self.assertEqual(counts[0]["documents"] + counts[0]["failed"], len(Work.ids))

    def test_a_killed_program_loses_nothing(self) -> None:
        for by in WAYS:
            program = Work.script(f"killed-{by}", killing_once(f"once-{by}", "kill -9 $$"))
            self.do(f"killed-{by}-out", by=by, program=program)
            self.assertTrue((Work.folder / f"once-{by}").exists())
            equal_to_run(self, Work.folder / f"killed-{by}-out")

    def test_a_killed_worker_loses_nothing(self) -> None:
        for by in ("files", "arrow"):
            program = Work.script(f"killed-worker-{by}", killing_once(f"once-worker-{by}", "kill -9 $PPID"))
            self.do(f"killed-worker-{by}-out", by=by, program=program)
            self.assertTrue((Work.folder / f"once-worker-{by}").exists())
            equal_to_run(self, Work.folder / f"killed-worker-{by}-out")

    def test_a_program_that_always_fails_fails_the_job(self) -> None:
        program = Work.script("fails", '"$PROGRAM" "$@"; echo out of luck >&2; exit 9')
        with self.assertRaisesRegex(Exception, "out of luck"):
            self.do("fails-arrow-out", program=program, by="arrow")
        with self.assertRaisesRegex(Exception, "out of luck"):
            self.do("fails-out", program=program)
        self.assertEqual(os.listdir(Work.folder / "fails-out"), [])
        with self.assertRaisesRegex(Exception, "Pipe function `.*/fails .*` exited with error code 9"):
            self.do("fails-pipe-out", program=program, by="pipe")

    def test_records_that_do_not_come_back_are_named(self) -> None:
        program = Work.script("loses", """"$PROGRAM" "$@" | grep -v '^{"id":"world/ferry-talks"'""")
        with self.assertRaisesRegex(job.JobError, "^1 records did not come back: world/ferry-talks$"):
            self.do("loses-out", program=program, by="pipe")
        self.assertEqual([path.name for path in (Work.folder / "loses-out").iterdir()], ["documents"])
        for by in ("files", "arrow"):
            with self.assertRaisesRegex(Exception, "answered [0-9]+ of [0-9]+ records"):
                self.do(f"loses-{by}-out", program=program, by=by)

    def test_files_that_get_lost_are_noticed(self) -> None:
        move = standpoint_files.move_into_place
        without_one = lambda output, parts, tables: move(output, parts[1:], tables)
        with unittest.mock.patch.object(standpoint_files, "move_into_place", without_one):
            with self.assertRaisesRegex(job.JobError, "^[0-9]+ records did not come back: "):
                self.do("lost-file-out", by="files")
        self.assertEqual(os.listdir(Work.folder / "lost-file-out"), ["documents"])

    def test_answers_twice_are_named(self) -> None:
        program = Work.script("doubles", """"$PROGRAM" "$@" | sed '/^{"id":"world.ferry-talks"/p'""")
        with self.assertRaisesRegex(job.JobError, "^1 records came back more than once: world/ferry-talks$"):
            self.do("doubles-out", program=program, by="pipe")

    def test_equal_ids_and_an_output_that_is_there_are_refused_before_any_work(self) -> None:
        twice = Work.folder / "twice.jsonl"
        twice.write_text('{"id": 7, "text": "a"}\n{"id": "7", "text": "b"}\n')
        with self.assertRaisesRegex(job.JobError, "ids must be unique: 7"):
            self.do("twice-out", input=[str(twice)], format="json", program="/bin/false")
        with self.assertRaisesRegex(job.JobError, "is there already"):
            self.do("run", program="/bin/false")


def killing_once(mark: str, kill: str) -> str:
    """A program that is killed amid its first task, after the answer to a record, and never again."""
    return f"""
    if mkdir '{Work.folder / mark}' 2>/dev/null; then
      head -n 1 | "$PROGRAM" "$@"
      {kill}
    fi
    exec "$PROGRAM" "$@"
    """


def equal_to_run(
    test: unittest.TestCase, output: Path, other_errors: list[tuple[str | None, str]] | None = None
) -> None:
    """Statements and stances cell for cell, the documents' JSON key for key, errors by id and code."""
    tables = {name: table(output / name) for name in ("documents", "statements", "stances", "errors")}
    for name in ("statements", "stances"):
        expected = samples.csv_rows(Work.run / f"{name}.csv", Work.ids)
        test.assertGreater(len(expected), 100)
        test.assertEqual(sorted(map(samples.cells, tables[name])), expected)
    test.assertEqual(
        {row["document_id"]: comparable(row["document"]) for row in tables["documents"] if row["document"]},
        {row["id"]: row for row in json_lines(Work.run / "documents.jsonl") if row["id"] in Work.ids})
    expected_errors = [(row["id"], row["code"]) for row in json_lines(Work.run / "errors.jsonl")] + (other_errors or [])
    test.assertEqual({row["document_id"] for row in tables["documents"]}, Work.ids)
    test.assertCountEqual([(row["document_id"], row["code"]) for row in tables["errors"]], expected_errors)


def table(folder: Path) -> list[dict[str, Any]]:
    return pyarrow.parquet.read_table(folder).to_pylist()


def json_lines(path: Path) -> list[dict[str, Any]]:
    return [comparable(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def comparable(line: str) -> dict[str, Any]:
    """All but the warnings that are about bytes."""
    document = json.loads(line)
    if "warnings" in document:
        document["warnings"] = [one for one in document["warnings"] if one["code"] not in ENCODING_WARNINGS]
    return document


if __name__ == "__main__":
    Work.prepare()
    try:
        result = unittest.main(exit=False, verbosity=2, warnings="ignore").result
    finally:
        shutil.rmtree(Work.folder, ignore_errors=True)
    bad = len(result.failures) + len(result.errors)
    print("spark: the rows are those of `standpoint run`" if bad == 0 else "spark: FAILED")
    print(f"{result.testsRun - bad} passed, {bad} failed")
    sys.exit(1 if bad else 0)

"""Measures the job on local[2,4] against `standpoint run --jobs 2`, on the same articles, with one of its workers killed on
the way and without. Run by measure.sh, which makes the articles.

    measure.py FOLDER-OF-ARTICLES [--program PROGRAM] [--pipeline news]

Prints seconds and CPU seconds, the session's start aside, and ends with 1 if a record is lost or doubled, or a row
differs. CPU seconds are those of all processes of the job, Java and Python workers included.
"""

from __future__ import annotations

import argparse
import ctypes
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pyarrow.parquet

import samples

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PARTITIONS = 16


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("articles", type=Path)
    parser.add_argument("--program", type=Path, default=ROOT / ".build/release/standpoint")
    parser.add_argument("--pipeline", default="news")
    parser.add_argument("--killed-only", action="store_true", help="without the undisturbed job")
    arguments = parser.parse_args()
    # Orphans come to this process, so that their CPU seconds are counted with its children's.
    ctypes.CDLL(None, use_errno=True).prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER
    work = Path(tempfile.mkdtemp())
    try:
        return measure(arguments, work)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def measure(arguments: argparse.Namespace, work: Path) -> int:
    program = arguments.program.resolve()
    records = work / "records.jsonl"
    ids = samples.write_records(arguments.articles, records)
    run = [program, "run", arguments.pipeline, arguments.articles, "--output", work / "run", "--jobs", "2",
           "--home", ROOT]

    def job(name: str) -> list[object]:
        return [
            Path(os.environ["SPARK_HOME"]) / "bin" / "spark-submit", "--master", "local[2,4]",
            "--conf", "spark.ui.enabled=false", "--conf", "spark.log.level=ERROR",
            "--conf", "spark.sql.shuffle.partitions=4",
            HERE / "job.py", arguments.pipeline, records, "--output", work / name, "--program", program, "--home", ROOT,
            "--partitions", str(PARTITIONS),
        ]

    print(f"{len(ids)} articles, {sum(len(line) for line in records.open('rb')) / 1e6:.1f} MB")
    plain = timed(run)
    figures("run --jobs 2", len(ids), plain["wall"], plain["cpu"])
    jobs = {"undisturbed": False, "a worker killed": True}
    if arguments.killed_only:
        del jobs["undisturbed"]
    for name, kills in jobs.items():
        job_run = timed(job(name), Killer() if kills else None)
        counts = json.loads(job_run["output"].splitlines()[-1])
        seconds = counts["seconds"]
        after_start = sum(seconds.values()) - seconds["session"]
        figures(f"Spark, {name}", len(ids), after_start, job_run["cpu"])
        print(f"  {json.dumps(counts)}")
        if kills:
            print(f"  killed: {', '.join(job_run['killed'])}")
        print(f"  throughput against run: {plain['wall'] / after_start:.2f}; CPU seconds: {job_run['cpu'] / plain['cpu']:.2f}"
              " (with the session's start)")
        if problems := differences(set(ids), work / name, work / "run") or (kills and len(job_run["killed"]) < 2):
            print(f"  FAILED: {problems}")
            return 1
        print("  no record lost, none twice, and all rows are those of run")
    return 0


def differences(ids: set[str], job: Path, run: Path) -> list[str]:
    """What differs from the tables of `run`."""
    found = []
    for name in ("statements", "stances"):
        rows = pyarrow.parquet.read_table(job / name).to_pylist()
        if sorted(map(samples.cells, rows)) != samples.csv_rows(run / f"{name}.csv", ids):
            found.append(name)
    answered = [
        id for table in ("documents", "errors")
        for id in pyarrow.parquet.read_table(job / table, columns=["document_id"]).column(0).to_pylist()]
    if len(answered) != len(ids) or set(answered) != ids:
        found.append(f"ids: {len(answered)} of {len(ids)}")
    return found


def figures(name: str, count: int, wall: float, cpu: float) -> None:
    print(f"{name}: {wall:.1f} s, {count / wall:.1f} articles a second; {cpu:.1f} CPU seconds", flush=True)


class Killer:
    """Kills a `standpoint filter`, and then a Python worker, while they answer."""

    def __init__(self) -> None:
        self.killed: list[str] = []

    def look(self, began: float) -> None:
        if len(self.killed) == 2 or time.monotonic() - began < 1:
            return
        for pid in descendants(os.getpid()):
            words = command(pid)
            if len(words) < 2 or words[1] != "filter" or cpu_seconds(pid) < 1 + len(self.killed):
                continue
            if self.killed:
                pid = parent(pid)
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                return
            self.killed.append("a Python worker" if self.killed else "a `standpoint filter`")
            return


def timed(arguments: list[object], killer: Killer | None = None) -> dict[str, object]:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.monotonic()
    with tempfile.TemporaryFile("w+") as output:
        process = subprocess.Popen([str(word) for word in arguments], stdout=output, stderr=subprocess.DEVNULL)
        while process.poll() is None:
            if killer:
                killer.look(began)
            time.sleep(0.25)
        wall = time.monotonic() - began
        if process.returncode not in (0, 1):
            raise SystemExit(f"{arguments[0]} ended with {process.returncode}")
        while True:  # the orphans
            try:
                os.waitpid(-1, 0)
            except ChildProcessError:
                break
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        output.seek(0)
        return {
            "wall": wall, "output": output.read(), "killed": killer.killed if killer else [],
            "cpu": after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
        }


def descendants(root: int) -> list[int]:
    """Processes below this one, by /proc."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            children.setdefault(parent(int(entry.name)), []).append(int(entry.name))
    found, waiting = [], [root]
    while waiting:
        below = children.get(waiting.pop(), [])
        found += below
        waiting += below
    return sorted(found)


def parent(pid: int) -> int:
    return int(stat(pid)[1]) if stat(pid) else -1


def cpu_seconds(pid: int) -> float:
    fields = stat(pid)
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK") if fields else 0


def stat(pid: int) -> list[str]:
    """The fields of /proc/PID/stat after the name; none of a process that is gone."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return []


def command(pid: int) -> list[str]:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text().split("\0")
    except OSError:
        return []


if __name__ == "__main__":
    sys.exit(main())

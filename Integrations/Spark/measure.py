"""Measures the job on local[2,4] against `standpoint run --jobs 2`, on the same articles, with one of its workers killed on
the way and without. Run by measure.sh, which makes the articles.

    measure.py FOLDER-OF-ARTICLES [--program PROGRAM] [--pipeline news] [--rounds 3] [--by files]

Prints seconds and CPU seconds, the session's start aside, and the medians of the ratios to the `run` of the same round;
ends with 1 if a record is lost or doubled, or a row differs. CPU seconds are those of all processes, Java and Python
workers included.
"""

from __future__ import annotations

import argparse
import collections
import ctypes
import dataclasses
import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pyarrow.parquet

import samples

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
#: Bytes of records in a task: a killed one loses seconds of work.
PART = 2 << 20
#: A job of minutes does not earn back what Java's second compiler costs.
JVM = ["--driver-java-options", "-XX:TieredStopAtLevel=1 -XX:+UseParallelGC"]


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("articles", type=Path)
    parser.add_argument("--program", type=Path, default=ROOT / ".build/release/standpoint")
    parser.add_argument("--pipeline", default="news")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--by", nargs="+", default=["files"], help="files, arrow, pipe")
    parser.add_argument("--killed-only", action="store_true", help="without the undisturbed jobs")
    arguments = parser.parse_args()
    # Orphans come to this process, so that they stay below it.
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

    def job(by: str) -> list[object]:
        return [
            Path(os.environ["SPARK_HOME"]) / "bin" / "spark-submit", "--master", "local[2,4]",
            "--conf", "spark.ui.enabled=false", "--conf", "spark.log.level=ERROR",
            "--conf", "spark.sql.shuffle.partitions=4", "--conf", f"spark.sql.files.maxPartitionBytes={PART}", *JVM,
            HERE / "job.py", arguments.pipeline, records, "--output", work / "job", "--program", program,
            "--home", ROOT, "--by", by,
        ]

    print(f"{len(ids)} articles, {sum(len(line) for line in records.open('rb')) / 1e6:.1f} MB")
    ratios: dict[str, list[tuple[float, float]]] = collections.defaultdict(list)
    for _ in range(arguments.rounds):
        shutil.rmtree(work / "run", ignore_errors=True)
        plain = timed(run)
        figures("run --jobs 2", len(ids), plain.wall, plain)
        for by in arguments.by:
            for kills in [True] if arguments.killed_only else [False, True]:
                shutil.rmtree(work / "job", ignore_errors=True)
                done = timed(job(by), Killer() if kills else None)
                name = f"Spark, {by}, {'workers killed' if kills else 'undisturbed'}"
                counts = json.loads(done.output.splitlines()[-1])
                after_start = sum(counts["seconds"].values()) - counts["seconds"]["session"]
                figures(name, len(ids), after_start, done)
                print(f"  {json.dumps(counts)}")
                if kills:
                    print(f"  killed: {', '.join(done.killed) or 'nothing'}")
                ratios[name].append((plain.wall / after_start, plain.all_cpu / done.all_cpu))
                print("  against run: {:.2f} by the clock, {:.2f} by CPU seconds".format(*ratios[name][-1]))
                problems = differences(set(ids), work / "job", work / "run")
                if kills and len(done.killed) < 2:
                    problems.append("too few were killed: take more articles")
                if problems:
                    print(f"  FAILED: {', '.join(problems)}")
                    return 1
                print("  no record lost, none twice, and all rows are those of run", flush=True)
    for name, some in ratios.items():
        clock, cpu = (statistics.median(ratio) for ratio in zip(*some))
        print(f"{name}: {clock:.2f} by the clock, {cpu:.2f} by CPU seconds, medians of {len(some)}")
    return 0


def differences(ids: set[str], job: Path, run: Path) -> list[str]:
    """What differs from the tables of `run`."""
    found = []
    for name in ("statements", "stances"):
        rows = pyarrow.parquet.read_table(job / name).to_pylist()
        if sorted(map(samples.cells, rows)) != samples.csv_rows(run / f"{name}.csv", ids):
            found.append(name)
    answered = pyarrow.parquet.read_table(job / "documents", columns=["document_id"]).column(0).to_pylist()
    if len(answered) != len(ids) or set(answered) != ids:
        found.append(f"ids: {len(answered)} of {len(ids)}")
    return found


def figures(name: str, count: int, wall: float, timing: Timing) -> None:
    parts = ", ".join(f"{program} {seconds}" for program, seconds in sorted(timing.cpu.items()))
    print(f"{name}: {wall:.1f} s, {count / wall:.1f} articles a second; {timing.all_cpu:.1f} CPU seconds ({parts})", flush=True)


class Killer:
    """Kills a `standpoint filter`, and then a Python worker, while they answer."""

    def __init__(self) -> None:
        self.killed: list[str] = []

    def look(self, began: float) -> None:
        if len(self.killed) == 2 or time.monotonic() - began < 1:
            return
        for pid in descendants(os.getpid()):
            words = command(pid)
            fields = stat(pid)
            if not fields or len(words) < 2 or words[1] != "filter" or seconds_of(fields) < 1 + len(self.killed):
                continue
            if self.killed:
                pid = parent(pid)
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                return
            self.killed.append("a Python worker" if self.killed else "a `standpoint filter`")
            return


def timed(arguments: list[object], killer: Killer | None = None) -> Timing:
    meter = Meter()
    # What is left of an earlier job has no part in this.
    meter.look()
    meter.at_start = dict(meter.total())
    started = False
    began = time.monotonic()
    with tempfile.TemporaryFile("w+") as output:
        process = subprocess.Popen([str(word) for word in arguments], stdout=output, stderr=subprocess.DEVNULL)
        while process.poll() is None:
            meter.look()
            # The job's first line says that the session is there.
            if not started and os.fstat(output.fileno()).st_size > 0:
                started, meter.at_start = True, dict(meter.total())
            if killer:
                killer.look(began)
            time.sleep(0.1)
        wall = time.monotonic() - began
        if process.returncode not in (0, 1):
            raise SystemExit(f"{arguments[0]} ended with {process.returncode}")
        output.seek(0)
        return Timing(wall, output.read(), meter.since_start(), killer.killed if killer else [])


@dataclasses.dataclass
class Timing:
    wall: float
    output: str
    #: By program.
    cpu: dict[str, float]
    killed: list[str]

    @property
    def all_cpu(self) -> float:
        return sum(self.cpu.values())


class Meter:
    """CPU seconds of the processes below this one, as /proc last said: the parents of many do not wait for them, so that
    the system's own sums lack some."""

    def __init__(self) -> None:
        self.seen: dict[tuple[int, str], tuple[str, float]] = {}
        self.at_start: dict[str, float] = {}

    def look(self) -> None:
        for pid in descendants(os.getpid()):
            if fields := stat(pid):
                key = (pid, fields[19])  # With the time at which it started.
                name = Path(command(pid)[0]).name or self.seen.get(key, ("", 0))[0]
                self.seen[key] = (name, seconds_of(fields))

    def total(self) -> collections.Counter[str]:
        sums: collections.Counter[str] = collections.Counter()
        for name, seconds in self.seen.values():
            sums[name] += seconds
        return sums

    def since_start(self) -> dict[str, float]:
        sums = {name: seconds - self.at_start.get(name, 0) for name, seconds in self.total().items()}
        return {name: round(seconds, 1) for name, seconds in sums.items() if seconds >= 0.05}


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
    fields = stat(pid)
    return int(fields[1]) if fields else -1


def seconds_of(fields: list[str]) -> float:
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


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

#!/usr/bin/env python3
"""Times the program on articles made of the samples: whole pipelines, their stages, bare libxml2 beside them.

    make bench [ARTICLES=2000] [COMPARE=bench.jsonl]

Each figure is the median of the rounds. CPU seconds are user plus system time of the child, start-up included. The
last line of the output is one JSON object, also appended to bench.jsonl; where that file has an earlier line of the
same corpus, each figure stands beside its earlier one. Where ../shared/data is present its pages and texts are timed
as well.
"""
import argparse, json, os, pathlib, platform, shutil, statistics, subprocess, sys, tempfile, time

STAGES = ("clean", "segment", "parse", "attribute", "resolve", "score", "render")
PIPELINES = ("news", "quotes", "sentences", "extract", "lexicon-only")


def child(arguments):
    """CPU seconds, wall seconds and peak memory (MiB) of a command."""
    start = time.monotonic()
    process = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    output, errors = process.stdout.read(), process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"bench: {' '.join(arguments)} failed ({process.returncode}): {errors.decode()[-400:]}")
    return {"cpu": usage.ru_utime + usage.ru_stime, "wall": time.monotonic() - start, "mib": usage.ru_maxrss / 1024}


def files(folder):
    return [path for path in pathlib.Path(folder).rglob("*") if path.is_file()]


def medians(rounds):
    return {key: statistics.median(one[key] for one in rounds) for key in rounds[0]}


class Bench:
    def __init__(self, options):
        self.options = options
        self.program = options.program
        self.scratch = pathlib.Path(tempfile.mkdtemp(prefix="standpoint-bench-"))
        self.figures = {}

    def run(self, name, pipeline, corpus, jobs=1):
        out = self.scratch / "out"
        rounds = []
        for _ in range(self.options.rounds):
            shutil.rmtree(out, ignore_errors=True)
            rounds.append(child([self.program, "run", pipeline, str(corpus), "--output", str(out), "--jobs", str(jobs)]))
            report = json.loads((out / "run.json").read_text())
        stages = {name: seconds for name, seconds in report["timings"].items() if name in STAGES}
        count, size = len(files(corpus)), sum(path.stat().st_size for path in files(corpus))
        cost = medians(rounds)
        figure = {
            "articles_per_cpu_second": count / cost["cpu"], "mb_per_cpu_second": size / 1e6 / cost["cpu"],
            "cpu_seconds": cost["cpu"], "wall_seconds": cost["wall"], "peak_mib": cost["mib"],
        }
        total = sum(stages.values())
        if total > 0:
            figure["stages"] = {stage: seconds / total for stage, seconds in stages.items()}
        figure["output_bytes_per_article"] = sum(path.stat().st_size for path in files(out)) / max(1, count)
        self.figures[name] = figure
        self.show(name)

    def show(self, name):
        figure = self.figures[name]
        line = (f"{name:32} {figure['articles_per_cpu_second']:9.1f} articles/CPU s {figure['mb_per_cpu_second']:8.2f} "
                f"MB/CPU s {figure['wall_seconds']:8.2f} s wall {figure['peak_mib']:6.0f} MiB")
        print(line, flush=True)
        if "stages" in figure:
            shares = "  ".join(f"{stage} {share:.0%}" for stage, share in figure["stages"].items())
            print(f"{'':32} {shares}", flush=True)

    def bare(self, name, corpus, against):
        """libxml2 alone on the same pages, in the same run."""
        pages = [path for path in files(corpus) if path.suffix in (".html", ".htm")]
        rounds = [child([self.options.bench, "markup", str(corpus)]) for _ in range(self.options.rounds)]
        cost = medians(rounds)
        self.figures[name] = {"pages_per_cpu_second": len(pages) / cost["cpu"], "cpu_seconds": cost["cpu"]}
        ratio = self.figures[against]["cpu_seconds"] / cost["cpu"]
        self.figures[against]["times_bare_libxml2"] = ratio
        print(f"{name:32} {len(pages) / cost['cpu']:9.1f} pages/CPU s; {against} takes {ratio:.1f} times as long")

    def start_up(self):
        article = next(path for path in sorted(files("Samples")) if path.suffix == ".txt" and path.stat().st_size)
        for pipeline in ("news", "lexicon-only"):
            out = self.scratch / "one"
            rounds = [child([self.program, "run", pipeline, str(article), "--output", str(out)]) for _ in range(9)]
            cost = medians(rounds)
            self.figures[f"start {pipeline}"] = {"wall_seconds": cost["wall"], "cpu_seconds": cost["cpu"]}
            print(f"{'start ' + pipeline:32} {cost['wall'] * 1000:9.0f} ms wall, {cost['cpu'] * 1000:.0f} ms CPU")

    def two_jobs(self, corpus):
        """Two jobs against one in turn, since the machine may change under the measuring."""
        one, two = [], []
        for _ in range(self.options.rounds):
            for jobs, rounds in ((1, one), (2, two)):
                out = self.scratch / "out"
                shutil.rmtree(out, ignore_errors=True)
                rounds.append(child([self.program, "run", "news", str(corpus), "--output", str(out), "--jobs", str(jobs)]))
        one, two = medians(one), medians(two)
        self.figures["two jobs against one"] = {"cpu": two["cpu"] / one["cpu"], "wall": one["wall"] / two["wall"],
                                                "peak_mib": two["mib"]}
        print(f"{'two jobs against one':32} {two['cpu'] / one['cpu']:.3f} times the CPU, {one['wall'] / two['wall']:.2f} "
              f"times as fast, {two['mib']:.0f} MiB")


def split(corpus, folder):
    """The pages of a corpus and its other articles, apart."""
    for path in files(corpus):
        kind = "pages" if path.suffix in (".html", ".htm") else "texts"
        (folder / kind).mkdir(parents=True, exist_ok=True)
        os.link(path, folder / kind / path.name)


def earlier(path, articles):
    """The last line of a file of results that had as many articles."""
    try:
        lines = [json.loads(line) for line in pathlib.Path(path).read_text().splitlines() if line.strip()]
    except FileNotFoundError:
        return None
    return next((line for line in reversed(lines) if line["articles"] == articles), None)


def compare(now, before):
    print(f"\nagainst {before['commit']} of {before['date']}:")
    for name, figure in now.items():
        old = before["figures"].get(name, {})
        for key in ("articles_per_cpu_second", "pages_per_cpu_second", "times_bare_libxml2", "peak_mib", "wall_seconds"):
            if key in figure and key in old and old[key]:
                print(f"  {name:32} {key:26} {old[key]:10.2f} → {figure[key]:10.2f}  ({figure[key] / old[key]:.2f})")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--program", default=".build/release/standpoint")
    parser.add_argument("--bench", default=".build/release/StandpointBench")
    parser.add_argument("--data", default="../shared/data")
    parser.add_argument("--results", default="bench.jsonl", help="earlier results; this run's line is added to it")
    options = parser.parse_args()
    bench = Bench(options)
    try:
        corpus = bench.scratch / "corpus"
        subprocess.run([options.bench, "corpus", str(corpus), "--articles", str(options.articles)], check=True)
        split(corpus, bench.scratch / "by-kind")
        bench.start_up()
        for pipeline in PIPELINES:
            bench.run(pipeline, pipeline, corpus)
        bench.run("extract, pages", "extract", bench.scratch / "by-kind/pages")
        bench.bare("bare libxml2", bench.scratch / "by-kind/pages", "extract, pages")
        bench.two_jobs(corpus)
        texts = pathlib.Path(options.data) / "polnear/dev/text"
        pages = pathlib.Path(options.data) / "extraction/wcxb/html"
        if texts.is_dir():
            for pipeline in ("news", "quotes", "lexicon-only"):
                bench.run(f"{pipeline}, development texts", pipeline, texts)
        if pages.is_dir():
            for pipeline in ("news", "extract"):
                bench.run(f"{pipeline}, development pages", pipeline, pages)
        commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout.strip()
        line = {"date": time.strftime("%Y-%m-%d"), "commit": commit, "machine": platform.machine(), "cores": os.cpu_count(),
                "articles": options.articles, "rounds": options.rounds, "figures": bench.figures}
        before = earlier(options.results, options.articles)
        if before:
            compare(bench.figures, before)
        text = json.dumps(line)
        with open(options.results, "a") as results:
            results.write(text + "\n")
        print(text)
    finally:
        shutil.rmtree(bench.scratch, ignore_errors=True)


if __name__ == "__main__":
    main()

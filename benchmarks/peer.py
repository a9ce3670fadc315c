"""The same two-valued conditions in a query engine; run by `benchmarks.bulk` with the engine's own Python.

`python peer.py polars|duckdb FOLDER`: FOLDER has a file of bytes for each column and `task.json`. Prints JSON: seconds
of each run, and how many people each condition is true for. Knows nothing of the program.
"""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

RUNS = 3


def polars(columns: dict[str, bytes], conditions: list[str]) -> Callable[[], list[int]]:
    """One frame, one selection of sums."""
    module = importlib.import_module("polars")
    frame = module.DataFrame(
        {
            name: module.Series(memoryview(codes), dtype=module.UInt8)
            for name, codes in columns.items()
        }
    )
    wanted = [
        module.sql_expr(text).sum().alias(f"c{number}") for number, text in enumerate(conditions)
    ]
    return lambda: [int(value) for value in frame.select(wanted).row(0)]


def duckdb(columns: dict[str, bytes], conditions: list[str]) -> Callable[[], list[int]]:
    """One table in memory, one query."""
    module, numpy = importlib.import_module("duckdb"), importlib.import_module("numpy")
    base = module.connect(config={"threads": 1})
    arrays = {name: numpy.frombuffer(codes, dtype="uint8") for name, codes in columns.items()}
    base.register("given", arrays)
    base.execute("CREATE TABLE people AS SELECT * FROM given")
    sums = ", ".join(f"count(*) FILTER (WHERE {text})" for text in conditions)
    query = f"SELECT {sums} FROM people"  # noqa: S608 - made by the benchmark itself
    return lambda: [int(value) for value in base.execute(query).fetchone()]


def main(engine: str, folder: Path) -> int:
    """Run, and say how long it took."""
    task = json.loads((folder / "task.json").read_text(encoding="utf-8"))
    columns = {name: (folder / name).read_bytes() for name in task["columns"]}
    work = {"polars": polars, "duckdb": duckdb}[engine](columns, task["conditions"])
    seconds, found = [], work()
    for _ in range(RUNS):
        start = perf_counter()
        found = work()
        seconds.append(perf_counter() - start)
    version = importlib.import_module(engine).__version__
    print(json.dumps({"version": version, "seconds": seconds, "true": found}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))

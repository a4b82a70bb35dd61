"""Counts the questions of a file of rows with Polars and with DuckDB: the shortest of three times, by the
clock and of all processors together, each after its import. What is not installed is said to be."""

import os
import sys
import time

FILE = sys.argv[1]
QUESTIONS = [f"Q{number}" for number in range(40)]


def now():
    times = os.times()
    return time.perf_counter(), times.user + times.system


def shortest(count):
    """The two times, with a blank between them."""
    times = []
    for _ in range(3):
        before = now()
        count()
        times.append([after - start for after, start in zip(now(), before)])
    return " ".join(str(min(each)) for each in zip(*times))


try:
    import polars

    def with_polars():
        rows = polars.read_csv(FILE, columns=QUESTIONS, infer_schema=False)
        return [rows[name].value_counts() for name in QUESTIONS]

    def with_lazy_polars():
        rows = polars.scan_csv(FILE, infer_schema=False).select(QUESTIONS)
        return polars.collect_all([rows.group_by(name).len() for name in QUESTIONS])

    print("polars", shortest(with_polars))
    print("lazy", shortest(with_lazy_polars))
except ImportError:
    print("polars not installed, left out")

try:
    import duckdb

    def with_duckdb():
        base = duckdb.connect()
        columns = ", ".join(QUESTIONS)
        base.execute(f"create table rows as select {columns} from read_csv('{FILE}', all_varchar = true)")
        return [base.execute(f"select {q}, count(*) from rows group by 1").fetchall() for q in QUESTIONS]

    print("duckdb", shortest(with_duckdb))
except ImportError:
    print("duckdb not installed, left out")

"""Counts the questions of a file of rows with Polars and with DuckDB: the shortest of three times, each
after its import. What is not installed is said to be."""

import sys
import time

FILE = sys.argv[1]
QUESTIONS = [f"Q{number}" for number in range(40)]


def shortest(count):
    times = []
    for _ in range(3):
        start = time.perf_counter()
        count()
        times.append(time.perf_counter() - start)
    return min(times)


try:
    import polars

    def with_polars():
        rows = polars.read_csv(FILE, columns=QUESTIONS, infer_schema=False)
        return [rows[name].value_counts() for name in QUESTIONS]

    def with_lazy_polars():
        rows = polars.scan_csv(FILE, infer_schema=False).select(QUESTIONS)
        return polars.collect_all([rows.group_by(name).len() for name in QUESTIONS])

    print("polars", min(shortest(with_polars), shortest(with_lazy_polars)))
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

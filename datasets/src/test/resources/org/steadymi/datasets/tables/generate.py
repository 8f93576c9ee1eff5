"""Writes the reference tables beside this file: python generate.py

Made with Python 3.11.7, numpy 2.4.6, pandas 3.1.1, pyarrow 26.0.1. The tests of this package say
again what they hold.
"""

import datetime
import os
from decimal import Decimal

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

os.chdir(os.path.dirname(os.path.abspath(__file__)))

# [4, 3]: row i, column j is 10 i + j - 5
grid = 10.0 * np.arange(4)[:, None] + np.arange(3) - 5

np.save("f8.npy", grid)
np.save("f8-fortran.npy", np.asfortranarray(grid))
np.save("f4-big.npy", grid.astype(">f4"))
np.save("vector-f8-big.npy", grid[:, 0].astype(">f8"))
np.save("objects.npy", np.array([1, "two"], dtype=object), allow_pickle=True)

arrays = {
    "grid": np.asfortranarray(grid.astype("<f4")),
    "truth": np.array([True, False, False, True]),
    "name": np.array(["b", "äöü", "", "b"]),
    "name_big": np.array(["b", "𝛼", "a", "b"]).astype(">U2"),
    "cube": np.zeros((4, 1, 1)),
    "objects": np.array([1, "two", None, 4], dtype=object),
    "complex": np.array([1j, 0, 0, 0]),
    "long": np.arange(5),
    "holes": np.array([1.5, np.nan, 2.5, 3.5]),
}
for kind in "iu":
    for size in (1, 2, 4, 8):
        edge = np.iinfo(f"{kind}{size}")
        for order in "<>":
            name = f"{kind}{size}" + ("" if order == "<" else "_big")
            arrays[name] = np.array([edge.min, 0, 1, edge.max], dtype=f"{order}{kind}{size}")
np.savez("stored.npz", **arrays)
np.savez_compressed("deflated.npz", **arrays)

frame = pd.DataFrame(
    {
        "age": pd.array([31, 42, None, 57], dtype="Int64"),
        "weight, kg": [70.5, np.nan, 81.25, 64.0],
        "city": ["Paris", 'a "b"', None, "Łódź"],
        "smokes": [True, False, True, False],
    }
)
frame.to_csv("pandas.csv", index=False)
frame.to_csv("pandas.tsv.gz", index=True, sep="\t", compression={"method": "gzip", "mtime": 0})
frame.to_csv("pandas-german.csv", index=False, sep=";", decimal=",", encoding="utf-8-sig")

schema = pa.schema(
    [
        ("i32", pa.int32()),
        ("i64", pa.int64()),
        ("u32", pa.uint32()),
        ("u64", pa.uint64()),
        ("i8", pa.int8()),
        ("f32", pa.float32()),
        ("f64", pa.float64()),
        ("truth", pa.bool_()),
        ("text", pa.string()),
        ("level", pa.dictionary(pa.int32(), pa.string())),
        ("price", pa.decimal128(9, 2)),
        ("fine", pa.decimal128(30, 3)),
        ("day", pa.date32()),
        ("bytes", pa.binary()),
        ("list", pa.list_(pa.int32())),
    ]
)
rows = {
    "i32": [-(2**31), None, 7, 2**31 - 1],
    "i64": [-(2**53), None, 7, 2**53],
    "u32": [0, None, 7, 2**32 - 1],
    "u64": [0, None, 7, 2**64 - 1],
    "i8": [-128, None, 7, 127],
    "f32": [0.1, None, -2.5, 1e30],
    "f64": [0.1, None, float("nan"), 1e300],
    "truth": [True, None, False, True],
    "text": ["b", None, "äöü", "b"],
    "level": ["low", None, "high", "low"],
    "price": [Decimal("1.25"), None, Decimal("-0.01"), Decimal("1234567.89")],
    "fine": [Decimal("1.125"), None, Decimal("-0.001"), Decimal("0")],
    "day": [datetime.date(2020, 1, 1)] * 4,
    "bytes": [b"a"] * 4,
    "list": [[1, 2]] * 4,
}
table = pa.table({field.name: pa.array(rows[field.name], field.type) for field in schema}, schema)
for codec in ("none", "snappy", "gzip", "zstd", "lz4", "brotli"):
    pq.write_table(table, f"{codec}.parquet", compression=codec, row_group_size=3)
pq.write_table(
    table.select(["i32", "f64", "text"]),
    "plain-v2.parquet",
    compression="gzip",
    use_dictionary=False,
    data_page_version="2.0",
    version="2.6",
)
with pq.ParquetWriter("empty-groups.parquet", table.select(["i32", "f64", "text"]).schema) as writer:
    for first, count in ((0, 0), (0, 3), (3, 0), (3, 1), (4, 0)):
        writer.write_table(table.select(["i32", "f64", "text"]).slice(first, count))
frame.to_parquet("pandas.parquet")

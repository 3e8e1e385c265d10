"""Verifies a whole JSON export of the record, by the description in `desk::record` alone.

    python3 record_verify.py EXPORT [HASH]

Prints the number of rows and the hash at the end. With HASH, one that was noted down earlier, that has to be in the
chain too. Ends with 1, and the number of the row at fault, if the chain is broken. Standard library only.
"""

import hashlib
import json
import sys

NOTHING = "0" * 64


def encoded(value):
    if value is None:
        return b"\x00"
    if isinstance(value, bool):
        raise ValueError("no row has a truth value")
    if isinstance(value, int):
        return b"\x01" + value.to_bytes(8, "big", signed=True)
    if isinstance(value, list):
        value = "\n".join(value)
    text = value.encode("utf-8")
    return b"\x02" + len(text).to_bytes(8, "big") + text


KEYS = (
    "format seq kind entry at version who osUser connection poolId region whom contact sub act reason verifiedBy "
    "status enabled outcome failure requestId changes through throughHash"
).split()


def verify(rows, noted):
    retired = [row for row in rows if row["kind"] == "retired"]
    seq, previous = (retired[-1]["through"], retired[-1]["throughHash"]) if retired else (0, NOTHING)
    seen = {previous}
    for row in rows:
        if list(row) != KEYS + ["hash"] or row["format"] != 1:
            return f"broken at row {row.get('seq')}: another shape"
        if row["seq"] != seq + 1:
            return f"broken at row {row['seq']}: rows before it are missing"
        digest = hashlib.sha256(previous.encode("ascii") + b"".join(encoded(row[key]) for key in KEYS))
        if digest.hexdigest() != row["hash"]:
            return f"broken at row {row['seq']}: changed"
        seq, previous = row["seq"], row["hash"]
        seen.add(previous)
    if noted is not None and noted not in seen:
        return "broken at the end: the noted hash is not there"
    print(len(rows), previous)
    return None


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as export:
        sys.exit(verify(json.load(export), sys.argv[2] if len(sys.argv) > 2 else None))

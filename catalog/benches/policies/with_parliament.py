"""Checks every policy in a directory with parliament, and prints how many seconds it took."""

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
    except Exception:  # parliament lacks some types of condition keys; count the time until the error
        pass
print(time.perf_counter() - start)

"""Runs the example on the cases of the table and writes target/bench/select.json.

Not named select.py: the standard library would import it in place of its own module."""

import glob
import json
import os
import subprocess
import sys
import time

example, data, out, peer = sys.argv[1:5]
bound = float(os.environ.get("AGIO_BENCH_PEER_SECONDS", "120"))
pb = os.path.join(data, "pabulib")

PEER = """
import sys, time
from pabutools.election import parse_pabulib, Cost_Sat
from pabutools.rules import method_of_equal_shares, sequential_phragmen
start = time.perf_counter()
instance, profile = parse_pabulib(sys.argv[1])
read = time.perf_counter()
if sys.argv[2] == "mes":
    method_of_equal_shares(instance, profile, sat_class=Cost_Sat)
elif sys.argv[2] == "add1":
    method_of_equal_shares(instance, profile, sat_class=Cost_Sat, voter_budget_increment=1)
else:
    sequential_phragmen(instance, profile)
print(read - start, time.perf_counter() - read)
"""


def ours(files, *words):
    """Seconds of reading, counting and explaining by the program's own clock, of the whole run, and MiB at most."""
    began = time.perf_counter()
    run = subprocess.Popen([example, "--json", *words, *files], stdout=subprocess.PIPE, text=True)
    text = run.stdout.read()
    _, status, usage = os.wait4(run.pid, 0)
    whole = time.perf_counter() - began
    if status != 0:
        sys.exit(f"{example} {words} failed")
    total = {"read": 0.0, "count": 0.0, "explain": 0.0, "whole": whole}
    for line in text.splitlines():
        for part, seconds in json.loads(line)["seconds"].items():
            total[part] += seconds
    # ru_maxrss of the child, in KiB.
    return total, usage.ru_maxrss / 1024


def theirs(file, rule):
    if not peer:
        return None, "the peer did not install"
    try:
        run = subprocess.run(
            [peer, "-c", PEER, file, rule], capture_output=True, text=True, timeout=bound
        )
    except subprocess.TimeoutExpired:
        return None, f"the peer was stopped after {bound:.0f} s"
    if run.returncode != 0:
        return None, "the peer failed"
    return float(run.stdout.split()[1]), ""


rows = []


def show(seconds):
    return f"{seconds * 1000:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"


def row(what, seconds, budget, bound_by, peer=(None, "")):
    peer_seconds, why = peer
    rows.append(
        {
            "what": what,
            "ours": show(seconds),
            "peer": f"pabutools {show(peer_seconds)}" if peer_seconds else why or "–",
            "ratio": f"{peer_seconds / seconds:.0f}x" if peer_seconds else "–",
            "budget": show(budget) if budget else "–",
            "reached": seconds <= budget if budget else None,
            "bound_by": bound_by,
        }
    )
    print(json.dumps(rows[-1], ensure_ascii=False), flush=True)


lodz = os.path.join(pb, "Poland_Lodz_2022.pb")
budapest = os.path.join(pb, "Hungary_Budapest_2024.pb")
wieliczka = os.path.join(pb, "Poland_Wieliczka_2023_Green_Budget.pb")

time_of, memory = ours([lodz], "--repeat", "50", "--explain")
row("Łódź 2022, reading, with the digest of the ballots", time_of["read"], 0.015,
    f"bytes of the file, and merging equal ballots; {memory:.0f} MiB at most")
row("Łódź 2022, equal shares by cost, with payments and reasons", time_of["count"], 0.002,
    "one pass over the ballots for the money of losers; fractions of 500 bits", theirs(lodz, "mes"))
row("Łódź 2022, what --explain adds: effective votes of every round, payers, proofs, smallest changes",
    time_of["explain"], None, "every supporter of every project in every round, nearly")
time_of, memory = ours([lodz], "--repeat", "20", "--completion", "add1")
row("Łódź 2022, add-one, 59 counts", time_of["count"], 0.060,
    "one exact count a step: steps are 1.5 % of a share, too far apart to be taken at once",
    (None, "pabutools: over 30 min, not run"))
time_of, memory = ours([lodz], "--rule", "phragmen", "--repeat", "20")
row("Łódź 2022, sequential Phragmén", time_of["count"], 0.015, "pairs of projects named together",
    theirs(lodz, "phragmen"))
time_of, memory = ours([wieliczka], "--repeat", "20", "--completion", "add1-exhaustive")
row("Wieliczka 2023, add-one until nothing fits", time_of["count"], 0.012, "counts of many steps at once",
    theirs(wieliczka, "add1"))
time_of, memory = ours([budapest], "--completion", "add1")
row("Budapest 2024, add-one by one forint, 23,176 steps", time_of["count"], 20,
    "counts of many steps at once, ended by projects that change places",
    (None, "no peer finishes in 300 s, not run"))
files = sorted(glob.glob(os.path.join(pb, "*.pb")))
whole, most = 0.0, 0.0
for words in (
    ["--rule", "mes"],
    ["--rule", "mes", "--utility", "cardinality"],
    ["--rule", "greedy"],
    ["--rule", "knapsack"],
    ["--rule", "phragmen"],
    ["--rule", "borda"],
):
    time_of, memory = ours(files, *words)
    whole, most = whole + time_of["whole"], max(most, memory)
row(f"all {len(files)} shared elections, six rules, with reading, starting and output", whole, 2,
    f"reading; {most:.0f} MiB at most")

with open(out, "w", encoding="utf-8") as file:
    json.dump({"title": "Selection within a budget (one core, exact)", "rows": rows}, file,
              ensure_ascii=False, indent=1)
    file.write("\n")
print("written:", out)

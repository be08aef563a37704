"""Runs the example on the cases of the table and writes target/bench/select.json."""

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
    """Seconds of reading and counting, explaining, and the peak of memory."""
    run = subprocess.Popen(
        ["/usr/bin/env", "sh", "-c", 'exec "$@"', "sh", example, "--json", *words, *files],
        stdout=subprocess.PIPE,
        text=True,
    )
    text = run.stdout.read()
    _, status, usage = os.wait4(run.pid, 0)
    if status != 0:
        sys.exit(f"{example} {words} failed")
    lines = [json.loads(line) for line in text.splitlines()]
    total = {"read": 0.0, "count": 0.0, "explain": 0.0}
    for line in lines:
        for part, seconds in line["seconds"].items():
            total[part] += seconds
    # The peak of a child: VmHWM of the process, in KiB.
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


def row(what, seconds, budget, peer_seconds=None, note="", memory=None):
    rows.append(
        {
            "what": what,
            "ours": f"{seconds * 1000:.1f} ms" if seconds < 1 else f"{seconds:.2f} s",
            "peer": f"pabutools {peer_seconds:.2f} s" if peer_seconds else note or "-",
            "ratio": f"{peer_seconds / seconds:.0f}x" if peer_seconds else "-",
            "budget": f"{budget * 1000:.0f} ms" if budget < 1 else f"{budget:.0f} s",
            "reached": seconds <= budget,
            "bound_by": f"peak {memory:.0f} MiB" if memory else "",
        }
    )
    print(rows[-1])


lodz = os.path.join(pb, "Poland_Lodz_2022.pb")
budapest = os.path.join(pb, "Hungary_Budapest_2024.pb")
wieliczka = os.path.join(pb, "Poland_Wieliczka_2023_Green_Budget.pb")

time_of, memory = ours([lodz], "--repeat", "30")
peer_seconds, note = theirs(lodz, "mes")
row("Łódź 2022, reading", time_of["read"], 0.015, memory=memory)
row("Łódź 2022, equal shares by cost, with payments and reasons", time_of["count"], 0.002,
    peer_seconds, note, memory)
time_of, memory = ours([lodz], "--repeat", "10", "--completion", "add1")
row("Łódź 2022, add-one, every step", time_of["count"], 0.060, note="peer: over 30 min", memory=memory)
time_of, memory = ours([lodz], "--rule", "phragmen", "--repeat", "10")
peer_seconds, note = theirs(lodz, "phragmen")
row("Łódź 2022, sequential Phragmén", time_of["count"], 0.015, peer_seconds, note, memory)
time_of, memory = ours([wieliczka], "--repeat", "10", "--completion", "add1-exhaustive")
peer_seconds, note = theirs(wieliczka, "add1")
row("Wieliczka 2023, add-one until nothing fits", time_of["count"], 0.012, peer_seconds, note, memory)
time_of, memory = ours([budapest], "--completion", "add1")
row("Budapest 2024, add-one by one forint, every step", time_of["count"], 20,
    note="no peer finishes", memory=memory)
files = sorted(glob.glob(os.path.join(pb, "*.pb")))
start = time.perf_counter()
memory = 0
for words in (
    ["--rule", "mes"],
    ["--rule", "mes", "--utility", "cardinality"],
    ["--rule", "greedy"],
    ["--rule", "knapsack"],
    ["--rule", "phragmen"],
    ["--rule", "borda"],
):
    _, peak = ours(files, *words)
    memory = max(memory, peak)
row(f"all {len(files)} shared elections, six rules, reading and output included",
    time.perf_counter() - start, 2, memory=memory)

with open(out, "w", encoding="utf-8") as file:
    json.dump({"title": "Selection within a budget (one core, exact)", "rows": rows}, file,
              ensure_ascii=False, indent=1)
    file.write("\n")
print("written:", out)

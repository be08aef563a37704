"""Least seconds of three runs of red-dwarf's pipeline on a participants-votes.csv, and peak memory."""
import csv, json, resource, sys, time

from reddwarf.implementations.polis import run_pipeline

votes = []
with open(sys.argv[1], newline="") as file:
    for row in csv.DictReader(file):
        for name, vote in row.items():
            if name.isdigit() and vote != "":
                votes.append({"participant_id": int(row["participant"]), "statement_id": int(name), "vote": int(vote)})
seconds = []
for _ in range(3):
    began = time.perf_counter()
    run_pipeline(votes=votes)
    seconds.append(time.perf_counter() - began)
print(json.dumps({"ms": min(seconds) * 1000, "peak_kb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}))

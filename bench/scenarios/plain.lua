-- The same address again and again.
dofile(os.getenv("AGIO_BENCH_SCENARIOS") .. "/common.lua")

-- Each request is a ballot of its own: the voters of the room hand in theirs and change them in turn.
local common = dofile(os.getenv("AGIO_BENCH_SCENARIOS") .. "/common.lua")
common.number_threads()

local voters, turn
local threads = tonumber(os.getenv("AGIO_BENCH_THREADS"))
local begin = tonumber(os.getenv("AGIO_BENCH_TURN"))

function init()
  voters = common.lines("voters.txt")
  turn = begin + thread_number
end

function request()
  local body = string.format(
    '{"token":"%s","submission":"00000000-0000-0000-0000-%012d","approvals":["P%02d","P%02d"]}',
    voters[turn % #voters + 1], turn, turn % 10, (turn + 3) % 10)
  turn = turn + threads
  return wrk.format("POST", nil, { ["Content-Type"] = "application/json" }, body)
end

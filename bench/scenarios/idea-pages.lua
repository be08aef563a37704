-- The pages of all ideas in turn: no page is warm for long.
local common = dofile(os.getenv("AGIO_BENCH_SCENARIOS") .. "/common.lua")
common.number_threads()

local ideas, folder, turn

function init()
  ideas = common.lines("ideas.txt")
  folder = wrk.path:match("^(.*)/")
  turn = thread_number * 7919
end

function request()
  turn = turn + 1
  return wrk.format("GET", folder .. "/" .. ideas[turn % #ideas + 1])
end

-- Each request is another person's support for another idea: no pair comes twice before
-- every person has supported every idea that had no support (800,000 pairs).
local common = dofile(os.getenv("AGIO_BENCH_SCENARIOS") .. "/common.lua")
common.number_threads()

local ideas, people, folder, turn
local threads = tonumber(os.getenv("AGIO_BENCH_THREADS"))
local begin = tonumber(os.getenv("AGIO_BENCH_TURN"))

function init()
  ideas = common.lines("quiet-ideas.txt")
  people = common.lines("people.txt")
  folder = wrk.path
  turn = begin + thread_number
end

-- At each lap of the ideas, each idea gets the next person.
function request()
  local place = turn % #ideas
  local lap = math.floor(turn / #ideas)
  local headers = { ["Content-Type"] = "application/json" }
  if #people > 0 then
    headers["Authorization"] = "Bearer " .. people[(lap + place) % #people + 1]
  end
  turn = turn + threads
  return wrk.format("POST", folder .. ideas[place + 1] .. "/support", headers, "{}")
end

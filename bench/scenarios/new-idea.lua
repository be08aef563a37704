-- New ideas of about 100 words, no two alike.
local common = dofile(os.getenv("AGIO_BENCH_SCENARIOS") .. "/common.lua")
common.number_threads()

local people, turn
local threads = tonumber(os.getenv("AGIO_BENCH_THREADS"))
local begin = tonumber(os.getenv("AGIO_BENCH_TURN"))
local sentence = "Vorremmo un punto di ascolto vicino a casa, aperto anche al pomeriggio, dove chi ha bisogno di aiuto trovi una persona che lo accompagna. "

function init()
  people = common.lines("people.txt")
  turn = begin + thread_number
end

function request()
  local headers = { ["Content-Type"] = "application/json" }
  if #people > 0 then headers["Authorization"] = "Bearer " .. people[turn % #people + 1] end
  local body = string.format('{"title":"Punto di ascolto numero %d","text":"%sProposta %d."}', turn, sentence:rep(4), turn)
  turn = turn + threads
  return wrk.format("POST", nil, headers, body)
end

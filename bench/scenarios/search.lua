-- Words that people look for, in turn, one and two at a time.
dofile(os.getenv("AGIO_BENCH_SCENARIOS") .. "/common.lua")

local words = { "trasporto", "anziani", "scuola", "lavoro", "casa", "salute", "giovani", "digitale", "sportello", "quartiere" }
local folder = wrk.path:match("^([^?]*)")
local turn = 0

function request()
  turn = turn + 1
  local query = words[turn % #words + 1]
  if turn % 2 == 0 then query = query .. "+" .. words[math.floor(turn / #words) % #words + 1] end
  return wrk.format("GET", folder .. "?q=" .. query)
end

-- Shared by the scenarios: the list files beside the data, and the measures as one line of JSON.
local common = {}

function common.lines(name)
  local list = {}
  local file = io.open(os.getenv("AGIO_BENCH_WORK") .. "/" .. name)
  if file then
    for line in file:lines() do list[#list + 1] = line end
    file:close()
  end
  return list
end

-- Each wrk thread has its own Lua state: this numbers the threads, so that no two threads send the
-- same support or idea.
function common.number_threads()
  local count = 0
  function setup(thread)
    thread:set("thread_number", count)
    count = count + 1
  end
end

-- Errors of status are counted by wrk as 400 and above.
function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format(
    'RESULT {"requests":%d,"microseconds":%d,"bytes":%d,"p50":%d,"p99":%d,"max":%d,"refused":%d,"broken":%d}\n',
    summary.requests, summary.duration, summary.bytes,
    latency:percentile(50), latency:percentile(99), latency.max,
    errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end

return common

-- For wrk: asks for the addresses of a file, one after the other, and prints what came of it as JSON.
-- A line of the file is a path, and after a tab the ETag that a browser would send. With "once", each address is asked once.
local lines, at, answered, once = {}, 0, 0, false

function init(args)
  for line in io.lines(args[1]) do
    local path, etag = line:match("^([^\t]*)\t?(.*)$")
    local headers = { ["Accept-Encoding"] = "br, gzip" }
    if etag ~= "" then headers["If-None-Match"] = etag end
    lines[#lines + 1] = wrk.format("GET", path, headers)
  end
  once = args[2] == "once"
end

function request()
  at = at + 1
  return lines[(at - 1) % #lines + 1]
end

-- Addresses beyond the last begin again, while the last answers are still awaited. wrk itself would wait for its time to end.
function response()
  answered = answered + 1
  if once and answered == #lines then
    io.write("ANSWERED\n")
    io.flush()
    wrk.thread:stop()
  end
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    'RESULT {"requests":%d,"seconds":%.3f,"bytes":%d,"p50":%.3f,"p99":%.3f,"statuses":%d,"broken":%d}\n',
    summary.requests, summary.duration / 1e6, summary.bytes, latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end

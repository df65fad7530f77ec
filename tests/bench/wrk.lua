-- One line of JSON at the end: wrk's own summary has no 95th percentile.
done = function(summary, latency)
  local failed = summary.errors
  io.write(string.format(
    '{"requests": %d, "seconds": %f, "p50": %f, "p95": %f, "failed": %d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(95) / 1e3,
    failed.connect + failed.read + failed.write + failed.status + failed.timeout
  ))
end

// Turns what was measured into the rows of the table: map.js LINES PEER.json OUT.json
const fs = require('node:fs')

const [lines, peerFile, out] = process.argv.slice(2)
const measured = fs.readFileSync(lines, 'utf8').trim().split('\n').map(line => JSON.parse(line))
const peer = fs.existsSync(peerFile) ? JSON.parse(fs.readFileSync(peerFile, 'utf8')) : null
const ms = value => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`
const mib = kb => `${Math.round(kb / 1024)} MiB`
const budgets = { '30000x1000x50': [500, null, 64], '100000x1000x51': [1500, 50, 143] }
const rows = []
const row = (what, ours, peers, budget, show, bound) =>
  rows.push({
    what, ours: show(ours), peer: peers ? show(peers) : '–', ratio: peers ? `${(peers / ours).toFixed(1)}x` : '–',
    budget: budget ? show(budget) : '–', reached: budget ? ours <= budget : null, bound_by: bound,
  })
for (const one of measured) {
  const real = one.case.endsWith('.csv')
  const name = `${one.people} people, ${one.statements} statements, ${one.votes} votes${real ? ' (bowling-green)' : ' (generated)'}`
  const [cold, update, memory] = real ? [40, 5, 32] : budgets[one.case]
  row(`${name}: map from nothing`, one.cold_ms, real ? peer?.ms : null, cold, ms, 'pairs of votes: one addition a pair')
  row(`${name}: one more vote`, one.update_ms, null, update, ms, 'places of everybody, Lanczos steps')
  row(`${name}: peak memory`, one.peak_kb, real ? peer?.peak_kb : null, memory * 1024, mib, '12 bytes a vote, 16 a pair of statements')
}
fs.writeFileSync(out, JSON.stringify({ title: 'Opinion map (one core)', rows }, null, 1))
for (const one of rows) console.log([one.what, one.ours, one.peer, one.ratio, one.budget, one.reached].join(' | '))

// The measures as a Markdown page.

const whole = (value) => Math.round(value).toLocaleString('en-GB');
const short = (value, digits = 2) => value.toFixed(digits);

/** Where a scenario stands against its goal: 'yes', 'no', or 'not valid' when requests failed. */
export function verdict({ rate, nginx_rate, goal, errors }) {
  if (errors > 0) return `not valid: ${whole(errors)} requests failed`;
  const reached = goal.rate ? rate >= goal.rate : rate / nginx_rate >= goal.share;
  return reached ? 'yes' : 'no';
}

const as_table = (rows) => rows.map((row) => `| ${row.join(' | ')} |`).join('\n');

const said = (reached) => (typeof reached === 'boolean' ? (reached ? 'yes' : 'no') : reached);

/** A table of another script, with its title. */
function other({ title, rows, notes }) {
  const head = ['work', 'ours', 'peer', 'ratio', 'budget', 'reached', 'bound by'];
  const cells = rows.map((row) => [row.what, row.ours, row.peer, row.ratio, row.budget, said(row.reached), row.bound_by].map((cell) => String(cell ?? '-')));
  return `\n## ${title}\n${as_table([head, head.map(() => '---'), ...cells])}\n${notes ? `\n${notes}\n` : ''}`;
}

export function report({ machine, date, seconds, rounds, connections, start, results, others, peer_memory_megabytes }) {
  const rows = results.map((result) => {
    const { name, rate, p50, p99, nginx_rate, bytes, memory, goal, peer } = result;
    return [
      name,
      whole(rate),
      nginx_rate ? `${short(rate / nginx_rate)} of ${whole(nginx_rate)}` : '-',
      short(p50),
      short(p99),
      bytes ? whole(bytes) : '-',
      whole(memory),
      goal.rate ? `${whole(goal.rate)} a second` : `${goal.share} of nginx`,
      verdict(result),
      peer ? `${peer} (${whole(rate / peer)} times)` : '-',
    ];
  });
  const head = ['work', 'a second', 'share of nginx', 'p50 ms', 'p99 ms', 'bytes', 'peak MB', 'goal', 'reached', 'peer a second'];
  const table = [head, head.map((_, column) => (column === 0 ? '---' : '---:')), ...rows];
  const most = Math.max(...results.map(({ memory }) => memory));
  return `# Benchmarks
Written by \`make bench\` on ${date.toISOString().slice(0, 10)}; do not edit. These are measures, not tests: compare
the ratios, since the numbers belong to the machine.

| | |
|---|---|
| machine | ${machine.processor}, ${machine.cores} cores, ${machine.memory_gigabytes} GB, ${machine.kernel} |
| programs | ${machine.agio}; ${machine.nginx}; ${machine.wrk} |
| load | wrk on the same machine, ${connections} connections, ${seconds} s, median of ${rounds}; program and nginx in turn |
| data | one path, 2,000 ideas of about 100 words in 6 categories, 500 people, 4,000 comments and 8,000 supports on 400 of the ideas |
| start to first answer | ${whole(start.milliseconds)} ms (goal: under 1,000) |
| memory when idle | ${whole(start.idle_megabytes)} MB (goal: under 100) |
| most memory under load | ${whole(most)} MB (peer: ${peer_memory_megabytes} MB) |

## Pages and calls
${as_table(table)}

- *From the database*: the page cache is off (\`AGIO_PAGE_CACHE=off\`), each page is made anew. *Unchanged*: it is on.
- *Durable*: the answer is sent after the transaction is on the disk. The rate counts accepted requests only.
- *nginx* serves the same bytes as a static file, uncompressed, \`worker_processes auto\`, no access log.
- The pages of a body must take under 50 ms at p99 at 16 connections.
- *Peer*: a Django participation platform, measured on a machine like this one with the same data and load.
${others.map(other).join('')}`;
}

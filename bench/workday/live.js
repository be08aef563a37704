// Opens 1,000 streams of a day, hands in ballots one after the other, and takes the time from the
// sending of each to its arrival on every screen.

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const SCREENS = 1000;
const BALLOTS = 60;
const BUDGET = 300;
const binary = path.resolve(process.env.AGIO_BIN);
const port = Number(process.env.AGIO_BENCH_PORT ?? 8195);
const base = `http://127.0.0.1:${port}`;
const work = await mkdtemp(path.join(tmpdir(), 'agio-live-'));
const env = { PATH: process.env.PATH, AGIO_DATA: work, AGIO_LISTEN: `127.0.0.1:${port}`, AGIO_BASE_URL: base, AGIO_LOG: 'warn', AGIO_RATE_LIMIT: 'off' };

const { stdout } = await promisify(execFile)(binary, ['demo', '--size', 'bench', '--json'], { env, maxBuffer: 64 << 20 });
const { body, day, voters } = JSON.parse(stdout);
const program = spawn(binary, ['serve'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
try {
  await answers();
  /** For each screen: called with each new count of ballots. */
  const waiting = Array.from({ length: SCREENS }, () => () => {});
  const agent = new Agent({ maxSockets: Infinity });
  for (let first = 0; first < SCREENS; first += 100) {
    await Promise.all(Array.from({ length: 100 }, (_, k) => screen(agent, (count) => waiting[first + k](count))));
  }
  await pause(1_000);
  const times = [];
  for (let n = 1; n <= BALLOTS; n += 1) {
    const began = performance.now();
    const seen = waiting.map((_, k) => new Promise((done) => {
      waiting[k] = (count) => { if (count >= n) done(performance.now() - began); };
    }));
    await vote(n);
    const late = pause(10_000).then(() => { throw new Error(`ballot ${n} did not reach every screen in 10 s`); });
    times.push(...await Promise.race([Promise.all(seen), late]));
    await pause(150);
  }
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  const row = {
    what: `a ballot seen on ${SCREENS.toLocaleString('en-GB')} screens at once, ${BALLOTS} ballots: p99 (median)`,
    ours: `${at(0.99).toFixed(0)} ms (${at(0.5).toFixed(0)} ms)`,
    budget: `${BUDGET} ms`,
    reached: at(0.99) < BUDGET ? 'yes' : 'no',
    bound_by: 'commits within 100 ms of each other are told together; screens and program share the cores',
  };
  const out = process.argv[2];
  await mkdir(path.dirname(out), { recursive: true });
  await writeFile(out, JSON.stringify({ title: 'Live screens', rows: [row] }));
  console.log(JSON.stringify(row));
} finally {
  program.kill('SIGKILL');
  await rm(work, { recursive: true, force: true });
}
process.exit();

async function answers() {
  for (let n = 0; n < 600; n += 1) {
    const answer = await fetch(`${base}/status`).catch(() => undefined);
    if (answer?.ok) return;
    await pause(50);
  }
  throw new Error('the program does not answer');
}

/** Follows the day; resolves when the line is open. */
async function screen(agent, tell) {
  const request = get(`${base}/${body}/giornate/${day}/eventi`, { agent, headers: { accept: 'text/event-stream' } });
  const [answer] = await once(request, 'response');
  if (answer.statusCode !== 200) throw new Error(`a screen got ${answer.statusCode}`);
  let text = '';
  answer.setEncoding('utf8').on('data', (piece) => {
    text += piece;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const data = /^data:\s*(\{.*\})$/m.exec(text.slice(0, end));
      text = text.slice(end + 2);
      if (data) tell(JSON.parse(data[1]).ballots ?? 0);
    }
  });
}

async function vote(n) {
  const submission = `00000000-0000-0000-0000-${String(n).padStart(12, '0')}`;
  const answer = await fetch(`${base}/api/v1/bodies/${body}/days/${day}/ballots`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: voters[n], submission, approvals: ['P01', 'P04'] }),
  });
  if (!answer.ok) throw new Error(`a ballot got ${answer.status}: ${await answer.text()}`);
}

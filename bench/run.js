// Measures each scenario with wrk, the program and nginx in turn, and writes the report.

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { cpus, release, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { report } from './report.js';
import { peer_memory_megabytes, scenarios } from './scenarios/index.js';

const project = fileURLToPath(new URL('..', import.meta.url));
const scripts = fileURLToPath(new URL('scenarios', import.meta.url));
const binary = path.resolve(project, process.env.AGIO_BIN ?? 'target/release/agio');
const seconds = Number(process.env.AGIO_BENCH_SECONDS ?? 20);
const rounds = Number(process.env.AGIO_BENCH_ROUNDS ?? 3);
const connections = Number(process.env.AGIO_BENCH_CONNECTIONS ?? 16);
const only = process.env.AGIO_BENCH_ONLY ?? '';
const threads = Math.min(2, connections);
const run = promisify(execFile);
const say = (text) => console.log(text);

const work = await mkdtemp(path.join(tmpdir(), 'agio-bench-'));
const children = new Set();
process.on('exit', () => {
  children.forEach((child) => child.kill('SIGKILL'));
  rmSync(work, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

try {
  await main();
} finally {
  await Promise.all([...children].map(end));
}

async function main() {
  say('making the data set: one path, 2,000 ideas, 500 people, 4,000 comments, 8,000 supports');
  const prepared = path.join(work, 'prepared');
  await mkdir(prepared);
  const { stdout } = await run(binary, ['demo', '--size', 'bench', '--json'], {
    env: settings(prepared, 0),
    maxBuffer: 64 << 20,
  });
  const town = JSON.parse(stdout);
  if (!town.body || !town.path || !town.ideas?.length || !town.voters?.length) {
    throw new Error('"agio demo --size bench --json" must print {"body", "path", "ideas": [codes], "supported": 400, "people": [tokens], "day", "voters": [secrets]}');
  }
  await writeFile(path.join(work, 'ideas.txt'), town.ideas.map((code) => `${code}\n`).join(''));
  const quiet = town.ideas.slice(town.supported ?? 0);
  await writeFile(path.join(work, 'quiet-ideas.txt'), quiet.map((code) => `${code}\n`).join(''));
  await writeFile(path.join(work, 'voters.txt'), town.voters.map((secret) => `${secret}\n`).join(''));
  await writeFile(path.join(work, 'people.txt'), (town.people ?? []).map((token) => `${token}\n`).join(''));

  const start = await measure_start(prepared);
  const results = [];
  for (const scenario of scenarios.filter(({ name }) => name.includes(only))) {
    results.push(await measure(scenario, town, prepared));
  }
  if (results.length === 0) throw new Error(`no scenario has "${only}" in its name`);
  const target = path.resolve(project, process.env.AGIO_BENCH_REPORT ?? 'docs/benchmarks.md');
  const others = await other_tables();
  const text = report({ machine: await machine(), date: new Date(), seconds, rounds, connections, start, results, others, peer_memory_megabytes });
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, text);
  say(`\n${text}\nwritten: ${target}`);
  const bad = results.filter(({ errors }) => errors > 0);
  if (bad.length > 0) {
    console.error(`not valid, with refused or broken requests: ${bad.map(({ name }) => name).join('; ')}`);
    process.exitCode = 1;
  }
}

/** What the other scripts of this folder measured: { title, rows } each. */
async function other_tables() {
  const folder = path.resolve(project, process.env.CARGO_TARGET_DIR ?? 'target', 'bench');
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(names.map(async (name) => JSON.parse(await readFile(path.join(folder, name), 'utf8'))));
}

function settings(data, port, cache = 'on') {
  return {
    PATH: process.env.PATH,
    HOME: work,
    AGIO_LISTEN: `127.0.0.1:${port}`,
    AGIO_DATA: data,
    AGIO_BASE_URL: `http://127.0.0.1:${port}`,
    AGIO_LOG: 'warn',
    AGIO_PAGE_CACHE: cache,
    AGIO_RATE_LIMIT: 'off',
    // Another engine may be measured: the variable is passed on, the data must be there.
    ...(process.env.AGIO_DATABASE_URL ? { AGIO_DATABASE_URL: process.env.AGIO_DATABASE_URL } : {}),
  };
}

async function free_port() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

function launch(command, args, options) {
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'], ...options });
  children.add(child);
  child.once('close', () => children.delete(child));
  child.once('error', (error) => console.error(`${command}: ${error.message}`));
  return child;
}

async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  const hammer = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await closed;
  clearTimeout(hammer);
}

async function until_answers(child, url) {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await pause(2)) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the program for ${url} ended`);
    const answer = await fetch(url).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
  }
  throw new Error(`no answer from ${url}`);
}

async function start_agio(data, cache) {
  const port = await free_port();
  const child = launch(binary, ['serve'], { env: settings(data, port, cache), cwd: work });
  await until_answers(child, `http://127.0.0.1:${port}/status`);
  return { child, base: `http://127.0.0.1:${port}` };
}

/** Most memory the process ever held, in megabytes; Linux only. */
async function peak_memory(child) {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)[1]) / 1024;
}

async function measure_start(data) {
  const times = [];
  let idle;
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    const agio = await start_agio(data, 'on');
    times.push(performance.now() - began);
    await pause(1_000);
    idle = await peak_memory(agio.child);
    await end(agio.child);
  }
  return { milliseconds: median(times), idle_megabytes: idle };
}

async function measure(scenario, town, prepared) {
  const data = path.join(work, 'data');
  await cp(prepared, data, { recursive: true });
  const agio = await start_agio(data, scenario.cache);
  const address = scenario.address(town);
  const nginx = scenario.nginx ? await start_nginx(agio.base, address) : undefined;
  const script = scenario.script ?? 'plain.lua';
  const ours = [];
  const theirs = [];
  let turn = 0;
  const load = async (duration) => {
    const result = await wrk(agio.base + address, script, duration, turn);
    // Past the last turn that any thread can have used, answered or not: no write comes twice.
    turn += threads * (result.requests + connections);
    return result;
  };
  await load(1); // warm up, not counted
  for (let round = 1; round <= rounds; round += 1) {
    ours.push(await load(seconds));
    say(`${scenario.name}, round ${round}: ${Math.round(ours.at(-1).rate)} a second`);
    if (!nginx) continue;
    theirs.push(await wrk(nginx.url, 'plain.lua', seconds, 0));
    say(`  nginx: ${Math.round(theirs.at(-1).rate)} a second`);
  }
  const memory = await peak_memory(agio.child);
  await end(agio.child);
  if (nginx) await end(nginx.child);
  await rm(data, { recursive: true });
  const middle = by_rate(ours);
  return {
    ...scenario,
    rate: middle.rate,
    p50: middle.p50 / 1000,
    p99: middle.p99 / 1000,
    nginx_rate: nginx ? by_rate(theirs).rate : undefined,
    bytes: nginx?.bytes,
    memory,
    errors: [...ours, ...theirs].reduce((sum, { refused, broken }) => sum + refused + broken, 0),
  };
}

/** nginx on the loopback address, with the page's own bytes as a static file. */
async function start_nginx(base, address) {
  // wrk asks for no compression, so neither does this copy.
  const answer = await fetch(base + address, { headers: { 'accept-encoding': 'identity' } });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  const bytes = Buffer.from(await answer.arrayBuffer());
  const root = await mkdtemp(path.join(work, 'nginx-'));
  await writeFile(path.join(root, 'page.html'), bytes);
  const port = await free_port();
  const configuration = path.join(root, 'nginx.conf');
  await writeFile(
    configuration,
    `${process.getuid() === 0 ? 'user root;' : ''}
daemon off;
worker_processes auto;
pid ${root}/nginx.pid;
error_log stderr crit;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000000;
  open_file_cache max=100;
  client_body_temp_path ${root}/1; proxy_temp_path ${root}/2; fastcgi_temp_path ${root}/3;
  uwsgi_temp_path ${root}/4; scgi_temp_path ${root}/5;
  types { text/html html; }
  server { listen 127.0.0.1:${port} backlog=1024; root ${root}; }
}
`,
  );
  const child = launch('nginx', ['-c', configuration, '-p', root, '-e', 'stderr']);
  const url = `http://127.0.0.1:${port}/page.html`;
  await until_answers(child, url);
  return { child, url, bytes: bytes.length };
}

async function wrk(url, script, duration, turn) {
  const { stdout } = await run('wrk', [`-t${threads}`, `-c${connections}`, `-d${duration}s`, '-s', path.join(scripts, script), url], {
    env: {
      PATH: process.env.PATH,
      AGIO_BENCH_WORK: work,
      AGIO_BENCH_SCENARIOS: scripts,
      AGIO_BENCH_THREADS: String(threads),
      AGIO_BENCH_TURN: String(turn),
    },
  });
  const line = /^RESULT (.*)$/m.exec(stdout);
  if (!line) throw new Error(`wrk said nothing of use about ${url}:\n${stdout}`);
  const result = JSON.parse(line[1]);
  return { ...result, rate: (result.requests - result.refused) / (result.microseconds / 1e6) };
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** The round with the median rate. */
function by_rate(list) {
  return list.toSorted((a, b) => a.rate - b.rate)[Math.floor(list.length / 2)];
}

async function machine() {
  const version = async (command, ...args) => {
    const { stdout, stderr } = await run(command, args).catch((error) => error);
    return `${stdout ?? ''}${stderr ?? ''}`.split('\n')[0];
  };
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memory_gigabytes: Math.round(totalmem() / 2 ** 30),
    kernel: `Linux ${release()}`,
    agio: await version(binary, '--version'),
    nginx: await version('nginx', '-v'),
    wrk: (await version('wrk', '-v')).replace(/ Copyright.*/, ''),
  };
}

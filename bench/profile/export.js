// Exports of a large register, one after the other: seconds, megabytes sent, peak memory of the program.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const binary = path.resolve(process.env.AGIO_BIN);
const services = Number(process.env.AGIO_BENCH_SERVICES ?? 20_000);
const MOST_MEMORY = 64; // megabytes a stream may add to the program at rest
const work = await mkdtemp(path.join(tmpdir(), 'agio-export-'));
let program;
process.on('exit', () => {
  program?.kill('SIGKILL');
  rmSync(work, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

const probe = createServer().listen(0, '127.0.0.1');
await once(probe, 'listening');
const { port } = probe.address();
probe.close();
const url = `http://127.0.0.1:${port}`;
const env = { PATH: process.env.PATH, HOME: work, AGIO_DATA: work, AGIO_LISTEN: `127.0.0.1:${port}`, AGIO_BASE_URL: url, AGIO_RATE_LIMIT: 'false' };

const towns = ['035005', '035006', '035023', '035024', '035026', '035028', '035029', '035032'];
const areas = ['ANZ', 'DIS', 'FAM', 'DIP'];
const lines = ['codice,nome,descrizione,aree,comuni,canali,livello attuale,luogo,orari,requisiti,costo,sito'];
for (let n = 1; n <= services; n += 1) {
  lines.push(`S-${n},Servizio numero ${n},"Aiuto a chi ne ha bisogno, nella zona ${n % 40}.",${areas[n % 4]},${towns[n % towns.length]},01.1.1,LEVEL ${1 + (n % 4)},"Via Roma ${n}",lun-ven 9-13,Residenza,"${n % 90},50",https://example.it/servizi/${n}`);
}
await writeFile(path.join(work, 'servizi.csv'), `${lines.join('\n')}\n`);
await run(binary, ['migrate'], { env });
await run(binary, ['body', 'add', 'misura', 'Ente di misura', '--kind', 'union'], { env });
await run(binary, ['import', 'servizi', path.join(work, 'servizi.csv'), '--body', 'misura'], { env, maxBuffer: 64 << 20 });

program = spawn(binary, ['serve'], { env, stdio: 'ignore' });
for (let wait = 0; ; wait += 1) {
  if (await fetch(`${url}/status`).then((a) => a.ok, () => false)) break;
  if (wait > 600) throw new Error('the program does not answer');
  await pause(100);
}
const status = async (name) => Number((await readFile(`/proc/${program.pid}/status`, 'utf8')).match(new RegExp(`${name}:\\s+(\\d+)`))[1]) / 1024;
const atRest = await status('VmRSS');

const rows = [];
for (const [what, address] of [
  ['CSV', '/dati/servizi.csv'],
  ['CPSV-AP_IT, Turtle', '/dati/servizi.ttl'],
  ['CPSV-AP_IT, RDF/XML', '/dati/servizi.rdf'],
  ['CPSV-AP_IT, JSON-LD', '/dati/servizi.jsonld'],
  ['CPSV-AP 3.2, Turtle', '/dati/servizi.ttl?profilo=cpsv-ap'],
  ['HSDS 3.0, all pages in full', null],
]) {
  await writeFile(`/proc/${program.pid}/clear_refs`, '5');
  const began = performance.now();
  let bytes = 0;
  if (address) bytes = await length(url + address);
  else for (let page = 1; page <= Math.ceil(services / 500); page += 1) bytes += await length(`${url}/hsds/3.0/services?full=true&per_page=500&page=${page}`);
  const seconds = (performance.now() - began) / 1000;
  const added = (await status('VmHWM')) - atRest;
  rows.push({
    what: `${what}: ${services} services`,
    ours: `${seconds.toFixed(2)} s, ${(bytes / 1e6).toFixed(1)} MB sent, peak ${added.toFixed(0)} MB above rest`,
    peer: '',
    ratio: '',
    budget: `peak at most ${MOST_MEMORY} MB above rest`,
    reached: added <= MOST_MEMORY,
    bound_by: 'one core: writing text',
  });
}
async function length(address) {
  const answer = await fetch(address, { headers: { 'accept-encoding': 'identity' } });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  let sum = 0;
  for await (const piece of answer.body) sum += piece.length;
  return sum;
}
const folder = path.join(process.env.CARGO_TARGET_DIR ?? 'target', 'bench');
await mkdir(folder, { recursive: true });
await writeFile(path.join(folder, 'profile-export.json'), `${JSON.stringify({ title: 'Open data: full exports', rows }, null, 2)}\n`);
for (const row of rows) console.log(`${row.what}: ${row.ours}${row.reached ? '' : '  (budget not reached)'}`);
program.kill();
process.exit(0);

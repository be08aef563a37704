// Starting and stopping a program, tried on small stand-ins that behave well or badly.

import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { start_agio } from '../harness/index.js';

let folder;
before(async () => (folder = await mkdtemp(path.join(tmpdir(), 'agio-selftest-'))));
after(() => rm(folder, { recursive: true, force: true }));

const SERVER = `
  const [host, port] = process.env.AGIO_LISTEN.split(':');
  console.log('arguments', process.argv.slice(2).join(' '), 'secret', process.env.AGIO_SELFTEST_SECRET);
  require('node:http').createServer((q, r) => r.end('ok')).listen(port, host);
`;

async function stand_in(name, script) {
  const file = path.join(folder, name);
  await writeFile(file, `#!${process.execPath}\n${script}`);
  await chmod(file, 0o755);
  process.env.AGIO_BIN = file;
}

test('a program is started with its settings alone, and its data are removed', async () => {
  process.env.AGIO_SELFTEST_SECRET = 'yes';
  await stand_in('good', SERVER);
  const agio = await start_agio({ demo: true });
  assert.match(agio.logs(), /arguments serve --demo secret undefined/);
  assert((await stat(agio.data)).isDirectory());
  await agio.stop();
  await assert.rejects(stat(agio.data), /ENOENT/);
  await assert.rejects(fetch(agio.url));
});

test('after a power cut it starts again on the same data and address', async () => {
  await stand_in('cut', SERVER);
  const agio = await start_agio();
  await agio.kill();
  await assert.rejects(fetch(agio.url));
  await agio.start();
  assert.equal((await fetch(agio.url)).status, 200);
  await agio.stop();
});

test('another command sees the same data', async () => {
  await stand_in('command', `if (process.argv[2] === 'doctor') console.log(process.env.AGIO_DATA); else {${SERVER}}`);
  const agio = await start_agio();
  assert.equal((await agio.command('doctor')).trim(), agio.data);
  await agio.stop();
});

test('a program that ends at once is reported with what it said', async () => {
  await stand_in('ends', `console.error('no such database'); process.exit(3)`);
  await assert.rejects(start_agio(), /ended \(3\) before it answered\nno such database/);
});

test('a program that never answers is reported', async () => {
  await stand_in('mute', 'setInterval(() => {}, 1000)');
  await assert.rejects(start_agio({ patience: 300 }), /no answer from .*\/status in 300 ms/);
});

test('a panic in the log fails the story', async () => {
  await stand_in('panics', `${SERVER}; console.error("thread 'main' panicked at src/main.rs:1")`);
  const agio = await start_agio();
  await assert.rejects(agio.stop(), /the program panicked/);
});

test('a bad ending fails the story', async () => {
  await stand_in('bad-end', `${SERVER}; process.on('SIGTERM', () => process.exit(7))`);
  const agio = await start_agio();
  await assert.rejects(agio.stop(), /ended with code 7/);
});

test('a missing binary is named', async () => {
  process.env.AGIO_BIN = path.join(folder, 'missing');
  await assert.rejects(start_agio(), /missing is not there/);
});

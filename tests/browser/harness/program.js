// The program under test: the real binary, on a free port, with its own data folder.

import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const project = fileURLToPath(new URL('../../..', import.meta.url));
const running = new Set();

// A test file that is stopped half-way must not leave a program behind.
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

/** The binary to test: AGIO_BIN, or the debug build. */
export function agio_binary() {
  return path.resolve(project, process.env.AGIO_BIN ?? 'target/debug/agio');
}

/** A TCP port of the loopback address that nobody uses now. */
export async function free_port() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

/**
 * Starts the program and waits until `/status` answers 200.
 *
 * `demo`: loads the demo town. `args`: instead of `serve`. `env`: more AGIO_* settings.
 * `data`: an existing folder, kept at the end (the default is a new one, removed).
 * `patience`: milliseconds to wait for the first answer.
 */
export async function start_agio({ demo = false, args, env = {}, data, patience = 60_000 } = {}) {
  const binary = agio_binary();
  await access(binary).catch(() => {
    throw new Error(`${binary} is not there: run "cargo build -p agio", or set AGIO_BIN`);
  });
  const folder = data ?? (await mkdtemp(path.join(tmpdir(), 'agio-story-')));
  const port = await free_port();
  const program = new Program(binary, folder, port, env, args ?? ['serve', ...(demo ? ['--demo'] : [])]);
  program.removes_data = data === undefined;
  try {
    await program.start(patience);
  } catch (error) {
    await program.discard();
    throw error;
  }
  return program;
}

class Program {
  #binary;
  #args;
  #env;
  #child;
  #output = '';

  constructor(binary, data, port, env, args) {
    this.#binary = binary;
    this.#args = args;
    this.data = data;
    this.url = `http://127.0.0.1:${port}`;
    // Only what the program needs: settings of the person who runs the tests stay outside.
    this.#env = {
      PATH: process.env.PATH,
      HOME: data,
      AGIO_LISTEN: `127.0.0.1:${port}`,
      AGIO_DATA: data,
      AGIO_BASE_URL: this.url,
      AGIO_LOG: 'info',
      RUST_BACKTRACE: '1',
      ...env,
    };
  }

  /** Starts it, again after `kill()` or `stop()`, on the same data and port. */
  async start(patience = 60_000) {
    assert(!this.#child, 'the program is already running');
    const child = spawn(this.#binary, this.#args, { cwd: this.data, env: this.#env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    running.add(child);
    let refused;
    child.once('error', (error) => (refused = error));
    child.once('close', () => running.delete(child));
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (this.#output += text));
    }
    const deadline = Date.now() + patience;
    for (;;) {
      if (refused) throw refused;
      if (child.exitCode !== null || child.signalCode !== null) {
        throw new Error(`the program ended (${child.exitCode ?? child.signalCode}) before it answered\n${this.logs()}`);
      }
      const answer = await fetch(`${this.url}/status`, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
      await answer?.arrayBuffer();
      if (answer?.ok) return;
      if (Date.now() > deadline) {
        throw new Error(`no answer from ${this.url}/status in ${patience} ms (last: ${answer?.status})\n${this.logs()}`);
      }
      await pause(50);
    }
  }

  /** Runs another command of the same binary on the same data; gives its standard output. */
  async command(...args) {
    const { stdout } = await promisify(execFile)(this.#binary, args, {
      cwd: this.data,
      env: this.#env,
      maxBuffer: 64 << 20,
    });
    return stdout;
  }

  /** The last lines the program printed. */
  logs(lines = 60) {
    return this.#output.trimEnd().split('\n').slice(-lines).join('\n');
  }

  /** Ends it with no warning, as a power cut would. The data stay. */
  async kill() {
    await this.#end('SIGKILL');
  }

  /** Ends it politely, removes its data; fails if it panicked or ended badly. */
  async stop() {
    const { code, signal, late } = await this.#end('SIGTERM');
    await this.#remove_data();
    assert(!late, `the program did not stop within 10 s of SIGTERM\n${this.logs()}`);
    assert(code === 0 || code === null, `the program ended with code ${code}, signal ${signal}\n${this.logs()}`);
    const panic = this.#output.split('\n').find((line) => line.includes('panicked at'));
    assert(!panic, `the program panicked: ${panic}\n${this.logs()}`);
  }

  /** Ends it and removes its data without judging: for a start that failed. */
  async discard() {
    await this.kill();
    await this.#remove_data();
  }

  async #end(signal) {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.pid === undefined) return { code: null, signal: null, late: false };
    let late = false;
    if (child.exitCode === null && child.signalCode === null) {
      const closed = once(child, 'close');
      child.kill(signal);
      const hammer = setTimeout(() => {
        late = true;
        child.kill('SIGKILL');
      }, 10_000);
      await closed;
      clearTimeout(hammer);
    }
    return { code: child.exitCode, signal: child.signalCode, late };
  }

  async #remove_data() {
    if (this.removes_data) await rm(this.data, { recursive: true, force: true });
  }
}

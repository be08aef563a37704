// A person with a browser: one context, one page, and a record of everything that went wrong in it.

import assert from 'node:assert/strict';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox', // root and containers have no user namespaces
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

let launched;

/** The browser's path: AGIO_CHROMIUM, or the first known name on the PATH. */
export function chromium_path() {
  if (process.env.AGIO_CHROMIUM) return process.env.AGIO_CHROMIUM;
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const name of NAMES) {
      const file = path.join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // not here: look in the next place
      }
    }
  }
  throw new Error('no Chromium found: install the package "chromium", or set AGIO_CHROMIUM');
}

/** One browser for all the visitors of a test file. */
export function open_browser() {
  launched ??= chromium.launch({ executablePath: chromium_path(), headless: true, args: FLAGS });
  return launched;
}

/** Call in `after()`: without it the test file does not end. */
export async function close_browser() {
  const browser = await launched;
  launched = undefined;
  await browser?.close();
}

/**
 * A new person, with no cookies.
 *
 * `base`: the program's address, the only host the pages may contact. `js`: JavaScript on or off.
 * `lang`: 'it-IT' or 'en-GB'. `width`: CSS pixels; below 600 it is a phone with a touch screen.
 */
export async function new_visitor({ base, js = true, lang = 'it-IT', width = 1280, height = width < 600 ? 740 : 800 } = {}) {
  assert(base, 'new_visitor needs the address of the program: { base: agio.url }');
  const browser = await open_browser();
  const settings = {
    baseURL: base,
    javaScriptEnabled: js,
    locale: lang,
    timezoneId: 'Europe/Rome',
    viewport: { width, height },
    hasTouch: width < 600,
    reducedMotion: 'reduce', // axe and pictures must not catch a transition half-way
  };
  const context = await browser.newContext(settings);
  context.setDefaultTimeout(15_000);
  const trouble = watch(context, new URL(base).origin);
  const page = await context.newPage();
  return new Visitor(context, page, settings, trouble);
}

class Visitor {
  #expected = [];

  constructor(context, page, settings, trouble) {
    this.context = context;
    this.page = page;
    this.settings = settings;
    this.trouble = trouble;
  }

  /** Goes to an address of the program and expects this status. */
  async goto(address, status = 200) {
    const answer = await this.page.goto(address);
    assert.equal(answer.status(), status, `${address} answered ${answer.status()}`);
    return answer;
  }

  /** Announces a console error that the story provokes on purpose. */
  expect_trouble(pattern) {
    this.#expected.push(pattern);
  }

  /** Fails if a page logged an error, broke the CSP, threw, or asked another host for anything. */
  assert_no_trouble() {
    const unexpected = this.trouble.filter((text) => !this.#expected.some((pattern) => pattern.test(text)));
    assert.deepEqual(unexpected, [], `the pages had trouble:\n  ${unexpected.join('\n  ')}`);
  }

  /** Ends the visit; fails if there was trouble during it. */
  async close() {
    await this.context.close();
    this.assert_no_trouble();
  }
}

function watch(context, own_origin) {
  const trouble = [];
  const failed_pages = new Set();
  context.on('response', (answer) => {
    // The browser logs an error for a page that answers 404 or 422; that answer is the
    // story's business. The same for a picture or a script is a fault.
    if (answer.request().isNavigationRequest() && answer.status() >= 400) failed_pages.add(answer.url());
  });
  context.on('request', (request) => {
    const address = new URL(request.url());
    if (!['data:', 'blob:', 'about:'].includes(address.protocol) && address.origin !== own_origin) {
      trouble.push(`third party: ${request.url()} asked by ${request.frame().url()}`);
    }
  });
  context.on('console', (message) => {
    if (message.type() !== 'error') return;
    const from = message.location().url;
    if (message.text().startsWith('Failed to load resource') && failed_pages.has(from)) return;
    trouble.push(`console: ${message.text()} (${from})`);
  });
  context.on('weberror', (error) => trouble.push(`script error: ${error.error().stack ?? error.error()}`));
  return trouble;
}

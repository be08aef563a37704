// What must hold on every page: accessibility, no sideways scrolling, a light first view.

import assert from 'node:assert/strict';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { new_visitor, open_browser } from './visitor.js';

const axe_source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pictures = fileURLToPath(new URL('../out/', import.meta.url));
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/**
 * Fails when axe finds a violation of WCAG 2.0, 2.1 or 2.2 A and AA, or of its best practices.
 *
 * Returns what axe could not decide, for a person to look at.
 */
export async function check_page(visitor) {
  const { page, settings } = visitor;
  const result = settings.javaScriptEnabled ? await run_axe(page) : await run_axe_on_twin(visitor);
  assert.equal(result.violations.length, 0, describe(page.url(), result.violations));
  return result.incomplete;
}

function run_axe(page) {
  return page
    .evaluate(axe_source)
    .then(() =>
      page.evaluate(
        ([values]) =>
          globalThis.axe.run(globalThis.document, {
            runOnly: { type: 'tag', values },
            // Off by default in axe, but part of WCAG 2.2 AA.
            rules: { 'target-size': { enabled: true } },
            resultTypes: ['violations', 'incomplete'],
          }),
        [STANDARDS],
      ),
    );
}

// With JavaScript off no promise ever resolves in the page, so axe cannot run there. It runs on a
// twin: the same DOM as text, without scripts and with what <noscript> shows, at the same address
// with the same cookies and styles. Nothing is sent again to the program except for style sheets,
// fonts and pictures, so the answer to a form can be checked too.
async function run_axe_on_twin({ page, context, settings }) {
  const html = (await page.content())
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/gi, '')
    .replace(/<\/?noscript\b[^>]*>/gi, '');
  const browser = await open_browser();
  const twin = await browser.newContext({
    ...settings,
    javaScriptEnabled: true,
    storageState: await context.storageState(),
  });
  try {
    const copy = await twin.newPage();
    let served = false;
    await copy.route('**/*', async (route) => {
      if (served || !route.request().isNavigationRequest()) return route.continue();
      served = true;
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
    });
    await copy.goto(page.url());
    return await run_axe(copy);
  } finally {
    await twin.close();
  }
}

function describe(address, violations) {
  const lines = [`${address}: axe found ${violations.length} kinds of violation`];
  for (const { id, impact, help, helpUrl, nodes } of violations) {
    lines.push(`\n- ${id} (${impact}): ${help}\n  ${helpUrl}`);
    for (const node of nodes.slice(0, 5)) {
      lines.push(`    ${node.target.join(' ')}`, `      ${node.html.slice(0, 200)}`);
      for (const { message } of [...node.any, ...node.all, ...node.none]) lines.push(`      ${message}`);
    }
    if (nodes.length > 5) lines.push(`    and ${nodes.length - 5} more`);
  }
  return lines.join('\n');
}

/**
 * Fails when a page 320 px wide (1280 px at 400 % zoom, WCAG 1.4.10) scrolls sideways.
 *
 * Names the elements that stick out. The window gets its width back.
 */
export async function no_horizontal_scroll({ page }, width = 320) {
  const before = page.viewportSize();
  await page.setViewportSize({ width, height: 640 });
  try {
    const found = await page.evaluate(() => {
      const root = globalThis.document.documentElement;
      const edge = root.clientWidth;
      if (root.scrollWidth <= edge) return undefined;
      const scrolls_inside = (element) => {
        for (let parent = element.parentElement; parent && parent !== root; parent = parent.parentElement) {
          if (parent !== globalThis.document.body && globalThis.getComputedStyle(parent).overflowX !== 'visible') return true;
        }
        return false;
      };
      const guilty = [...globalThis.document.body.querySelectorAll('*')]
        .filter((element) => element.getBoundingClientRect().right > edge + 0.5 && !scrolls_inside(element))
        .slice(0, 8)
        .map((element) => `${element.outerHTML.split('>')[0].slice(0, 120)}> ends at ${Math.round(element.getBoundingClientRect().right)} px`);
      return { is: root.scrollWidth, guilty };
    });
    assert(!found, `${page.url()} is ${found?.is} px wide in a ${width} px window:\n  ${found?.guilty.join('\n  ')}`);
  } finally {
    await page.setViewportSize(before);
  }
}

/**
 * Measures a first visit, with an empty cache, to a public page; fails above the budget.
 *
 * Bytes are those that crossed the network, headers and fonts included; 1 kB is 1,000 bytes.
 */
export async function first_view(base, address, { kilobytes = 150, script_kilobytes = 30, ...visitor_settings } = {}) {
  const visitor = await new_visitor({ base, ...visitor_settings });
  const kinds = new Map();
  const open = new Set();
  const received = [];
  try {
    const network = await visitor.context.newCDPSession(visitor.page);
    network.on('Network.requestWillBeSent', ({ requestId, type }) => {
      if (type !== 'EventSource' && type !== 'WebSocket') open.add(requestId); // never finish
    });
    network.on('Network.responseReceived', ({ requestId, type, response }) => kinds.set(requestId, { type, url: response.url }));
    network.on('Network.loadingFailed', ({ requestId }) => open.delete(requestId));
    network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      open.delete(requestId);
      received.push({ bytes: encodedDataLength, ...kinds.get(requestId) });
    });
    await network.send('Network.enable');
    await visitor.page.goto(address, { waitUntil: 'load' });
    const deadline = Date.now() + 10_000;
    do await pause(300);
    while (open.size > 0 && Date.now() < deadline);
  } finally {
    await visitor.close();
  }
  const sum = (list) => list.reduce((total, { bytes }) => total + bytes, 0);
  const total = sum(received);
  const script = sum(received.filter(({ type }) => type === 'Script'));
  const table = received
    .sort((a, b) => b.bytes - a.bytes)
    .map(({ bytes, type, url }) => `  ${String(bytes).padStart(8)}  ${type}  ${url}`)
    .join('\n');
  assert(total > 0, `${address}: nothing was measured`);
  assert(total <= kilobytes * 1000, `${address}: the first view is ${total} bytes, more than ${kilobytes} kB\n${table}`);
  assert(script <= script_kilobytes * 1000, `${address}: ${script} bytes of script, more than ${script_kilobytes} kB\n${table}`);
  return { total, script, table };
}

/** With AGIO_SHOTS=1, pictures of the page at 360, 1280 and 1920 px in tests/browser/out/. */
export async function shot({ page }, name) {
  if (process.env.AGIO_SHOTS !== '1') return [];
  await mkdir(pictures, { recursive: true });
  const before = page.viewportSize();
  const files = [];
  for (const [width, height] of [[360, 740], [1280, 800], [1920, 1080]]) {
    await page.setViewportSize({ width, height });
    const file = path.join(pictures, `${name}-${width}.png`);
    await page.screenshot({ path: file, fullPage: true });
    files.push(file);
  }
  await page.setViewportSize(before);
  return files;
}

// Every public page that a visitor reaches by links, in Italian and without JavaScript, and the
// weight of the first view of the pages people arrive on.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { check_page, close_browser, first_view, new_visitor, no_horizontal_scroll, start_agio } from '../harness/index.js';

const STARTS = ['/', '/unione-bassa-reggiana/', '/rimini/'];
const MOST_SHAPES = 90;
// The two bodies where most has happened are looked at one by one; the others stand for each other.
const TOLD_APART = ['unione-bassa-reggiana', 'rimini'];
const NETWORK_PAGES = new Set(['accedi', 'registrati', 'password-dimenticata', 'cerca', 'contatti', 'accessibilita', 'privacy', 'licenza', 'stato', 'sorgente', 'accesso', 'api', 'scrivania']);
const DOWNLOAD = /\.(csv|xlsx|pdf|json|pb|zip|svg|ics|xml|ttl|rdf|jsonld|docx|txt)$|\/sorgente$|^\/api\/|^\/hsds\//;

let agio;
before(async () => (agio = await start_agio({ demo: true })));
after(async () => {
  await close_browser();
  await agio?.stop();
});

// Two addresses with the same shape are made by the same code: one of them is enough.
function shape(address) {
  const parts = address.pathname.split('/').filter(Boolean);
  const named = parts.map((part, index) => {
    if (index === 0) return NETWORK_PAGES.has(part) || TOLD_APART.includes(part) ? part : ':body';
    if (['percorsi', 'giornate', 'versioni', 'azioni', 'monitoraggio'].includes(parts[index - 1])) return ':one';
    if (['servizi', 'basi-dati'].includes(parts[index - 1]) && parts[index - 2] === 'profilo') return ':one';
    if (/^\d+$/.test(part)) return ':n';
    return part;
  });
  const asked = [...new Set(address.searchParams.keys())].sort().join('&');
  return `/${named.join('/')}${asked ? `?${asked}` : ''}`;
}

test('every public page reached by links is whole, accessible and narrow enough', async () => {
  const waiting = STARTS.map((start) => new URL(start, agio.url));
  const known = new Set(waiting.map(shape));
  const visited = [];
  const faults = [];
  const note = (visitor, address) => async (check) => {
    await check(visitor).catch((error) => faults.push(`${address.pathname}${address.search}: ${error.message}`));
  };

  async function look(visitor, address) {
    const { page } = visitor;
    const answer = await page.goto(address.href);
    visited.push(address.pathname + address.search);
    const tell = note(visitor, address);
    await tell(async () => assert.equal(answer.status(), 200));
    await tell(async () => assert.equal(await page.locator('h1').count(), 1, 'one h1'));
    await tell(async () => assert.equal(await page.locator('html').getAttribute('lang'), 'it'));
    await tell(check_page);
    await tell(no_horizontal_scroll);
    const links = await page.locator('a[href]:not([download]):not([hreflang])').evaluateAll((all) => all.map((link) => link.href));
    for (const href of links) {
      const link = new URL(href);
      if (link.origin !== new URL(agio.url).origin || DOWNLOAD.test(link.pathname)) continue;
      link.hash = '';
      const like = shape(link);
      if (known.has(like) || known.size >= MOST_SHAPES) continue;
      known.add(like);
      waiting.push(link);
    }
  }

  let busy = 0;
  async function walker() {
    const visitor = await new_visitor({ base: agio.url, js: false });
    while (waiting.length > 0 || busy > 0) {
      const address = waiting.shift();
      if (!address) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        continue;
      }
      busy += 1;
      await look(visitor, address).finally(() => (busy -= 1));
    }
    await visitor.close();
  }
  await Promise.all([walker(), walker(), walker()]);

  assert.deepEqual(faults, [], `${faults.length} faults:\n${faults.join('\n')}`);
  assert(visited.length > 40, `only ${visited.length} pages were reached:\n${visited.join('\n')}`);
});

for (const address of [
  '/',
  '/unione-bassa-reggiana/',
  '/unione-bassa-reggiana/percorsi/agenda-sociale/idee',
  '/unione-bassa-reggiana/profilo',
  '/rimini/profilo',
  '/rimini/agenda',
]) {
  test(`the first view of ${address} is light`, async () => {
    assert.equal((await fetch(agio.url + address)).status, 200, `${address} is there`);
    await first_view(agio.url, address);
  });
}

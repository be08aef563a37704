// From "non riesco a pagare l'affitto" to a telephone number: on a phone, with keys alone, without
// JavaScript, in both languages.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { check_page, close_browser, first_view, keyboard_only, new_visitor, no_horizontal_scroll, shot, start_agio } from '../harness/index.js';

const NEEDS = '/unione-bassa-reggiana/bisogni';

let agio;
before(async () => (agio = await start_agio({ demo: true })));
after(async () => {
  await close_browser();
  await agio?.stop();
});

async function seen(visitor, name) {
  assert.equal(await visitor.page.locator('h1').count(), 1);
  await check_page(visitor);
  await no_horizontal_scroll(visitor);
  if (name) await shot(visitor, `needs-${visitor.settings.locale.slice(0, 2)}-${name}`);
}

const LANGUAGES = [
  { lang: 'it-IT', words: 'non riesco a pagare l’affitto', go: 'Avanti', whom: 'Per me', call: 'Chiama 0522 000016', help: 'Fatti aiutare' },
  { lang: 'en-GB', words: 'I cannot pay the rent', go: 'Go on', whom: 'For me', call: 'Call 0522 000016', help: 'Get help' },
];

for (const { lang, words, go, whom, call, help } of LANGUAGES) {
  test(`from plain words to a telephone number, in ${lang}`, async () => {
    const visitor = await new_visitor({ base: agio.url, js: false, lang, width: 360 });
    const { page } = visitor;
    const keys = keyboard_only(visitor);
    const main = page.locator('main');
    await visitor.goto(NEEDS);
    await seen(visitor, 'start');
    await keys.write(main.locator('#q-parole'), words);
    await keys.activate(main.getByRole('button', { name: go }));
    await page.waitForURL(/parole=/);
    await seen(visitor, 'whom');
    await keys.activate(main.getByRole('link', { name: whom, exact: true }));
    await page.waitForURL(/per=me/);
    await seen(visitor, 'where');
    await keys.activate(main.getByRole('link', { name: 'Guastalla', exact: true }));
    await page.waitForURL(/dove=035024/);
    await seen(visitor, 'answer');
    const phone = main.getByRole('link', { name: call });
    await keys.tab_to(phone);
    assert.equal(await phone.getAttribute('href'), 'tel:0522000016');
    assert.match(await main.locator('#persona').innerText(), new RegExp(help));
    assert.deepEqual(await visitor.context.cookies(), [], 'nothing is remembered but in the address');
    await visitor.close();
  });
}

test('each button is large enough, and leads to people', async () => {
  const visitor = await new_visitor({ base: agio.url, js: false, width: 320 });
  const { page } = visitor;
  await visitor.goto(NEEDS);
  const buttons = page.locator('main .agio-needs a');
  const addresses = await buttons.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  assert(addresses.length >= 9);
  for (const box of await buttons.evaluateAll((all) => all.map((link) => link.getBoundingClientRect().height))) {
    assert(box >= 44, `${box} px are too few for a finger`);
  }
  for (const address of addresses) {
    await visitor.goto(`${address}&per=altro&dove=ovunque`);
    await seen(visitor);
    assert(await page.locator('#persona a').count(), address);
  }
  await visitor.goto(`${NEEDS}?bisogno=paura`);
  assert.equal(await page.locator('main .agio-needs a').first().getAttribute('href'), 'tel:112');
  await shot(visitor, 'needs-fear');
  await visitor.goto('/unione-bassa-reggiana/profilo/servizi?q=asistenza');
  await seen(visitor, 'list');
  await visitor.close();
});

test('the first view of the page is light', async () => {
  await first_view(agio.url, NEEDS);
});

// A stranger opens the program: the network's home and the way into one body, in both languages.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { check_page, close_browser, first_view, new_visitor, no_horizontal_scroll, shot, start_agio } from '../harness/index.js';

let agio;
before(async () => (agio = await start_agio({ demo: true })));
after(async () => {
  await close_browser();
  await agio?.stop();
});

for (const lang of ['it-IT', 'en-GB']) {
  for (const js of [true, false]) {
    test(`the home is readable in ${lang} ${js ? 'with' : 'without'} JavaScript`, async () => {
      const visitor = await new_visitor({ base: agio.url, js, lang });
      const { page } = visitor;
      await visitor.goto('/');
      assert.equal(await page.locator('html').getAttribute('lang'), lang.slice(0, 2));
      assert.equal(await page.locator('h1').count(), 1);
      await check_page(visitor);
      await no_horizontal_scroll(visitor);
      await shot(visitor, `home-${lang.slice(0, 2)}`);
      await visitor.close();
    });
  }
}

test('an address that does not exist gives a page as good as the others', async () => {
  const visitor = await new_visitor({ base: agio.url, js: false });
  await visitor.goto('/questa-pagina-non-esiste', 404);
  assert.equal(await visitor.page.locator('h1').count(), 1);
  await check_page(visitor);
  await no_horizontal_scroll(visitor);
  await visitor.close();
});

test('the first view of the home is light', async () => {
  await first_view(agio.url, '/');
});

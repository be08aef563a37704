// The checks themselves: each must pass on a page without the fault and fail on one that has it.

import assert from 'node:assert/strict';
import { access } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { assert_focus_visible, check_page, close_browser, first_view, keyboard_only, new_visitor, no_horizontal_scroll, shot } from '../harness/index.js';
import { start_site } from './pages.js';

let site;
before(async () => (site = await start_site()));
after(async () => {
  await close_browser();
  site.stop();
});

const visit = async (address, settings) => {
  const visitor = await new_visitor({ base: site.url, ...settings });
  await visitor.goto(address);
  return visitor;
};

for (const js of [true, false]) {
  const how = js ? 'with JavaScript' : 'without JavaScript';

  for (const address of ['/clean', '/noscript', '/form', '/wide-inside']) {
    test(`axe accepts ${address} ${how}`, async () => {
      const visitor = await visit(address, { js });
      await check_page(visitor);
      await visitor.close();
    });
  }

  for (const [address, rule] of [['/pale', 'color-contrast'], ['/no-alt', 'image-alt'], ['/small-targets', 'target-size'], ['/no-main', 'landmark-one-main']]) {
    test(`axe reports ${rule} ${how}`, async () => {
      const visitor = await visit(address, { js });
      await assert.rejects(check_page(visitor), (error) => error.message.includes(`- ${rule} (`) && error.message.includes(address));
      await visitor.close();
    });
  }

  test(`the focus is found missing or hidden ${how}`, async () => {
    const visitor = await visit('/no-ring', { js });
    const link = visitor.page.getByRole('link', { name: 'via' });
    await assert.rejects(keyboard_only(visitor).tab_to(link), /focus cannot be seen/);
    await visitor.goto('/lid');
    await assert.rejects(keyboard_only(visitor).tab_to(link), /hidden behind/);
    await visitor.goto('/clean');
    const good = visitor.page.getByRole('link', { name: 'senza difetti' });
    await keyboard_only(visitor).tab_to(good);
    await assert_focus_visible(good);
    await visitor.close();
  });

  test(`a form is filled with keys alone ${how}`, async () => {
    const visitor = await visit('/form', { js });
    const { page } = visitor;
    const keys = keyboard_only(visitor);
    await keys.write(page.getByLabel('Titolo'), 'Un taxi sociale');
    await keys.choose(page.getByLabel('Famiglie'));
    await keys.select(page.getByLabel('Comune'), 'Guastalla');
    await keys.tick(page.getByLabel('Avvisami'));
    await keys.activate(page.getByRole('button', { name: 'Invia' }));
    await page.getByText('Manca il titolo').waitFor();
    assert.deepEqual(site.posts.pop(), { title: 'Un taxi sociale', who: 'famiglie', town: 'Guastalla', news: 'on' });
    // The answer to a form is checked as it stands: asking for it again would give another page.
    await assert.rejects(check_page(visitor), /color-contrast/);
    assert.equal(site.posts.length, 0, 'the check sent the form again');
    await visitor.close();
  });
}

test('axe sees what only people without JavaScript see', async () => {
  const without = await visit('/pale-noscript', { js: false });
  await assert.rejects(check_page(without), /color-contrast/);
  await without.close();
  const with_js = await visit('/pale-noscript', { js: true });
  await check_page(with_js);
  await with_js.close();
});

test('JavaScript off is off', async () => {
  const visitor = await visit('/noscript', { js: false });
  assert.equal(await visitor.page.title(), 'Prova');
  assert(await visitor.page.locator('noscript p').isVisible());
  await visitor.close();
});

test('a control that Tab cannot reach is reported', async () => {
  const visitor = await visit('/unreachable');
  await assert.rejects(keyboard_only(visitor).tab_to(visitor.page.getByRole('button')), /never reached/);
  await visitor.close();
});

test('sideways scrolling is reported with its culprit', async () => {
  const visitor = await visit('/wide');
  await assert.rejects(no_horizontal_scroll(visitor), /id="culprit"/);
  assert.equal(visitor.page.viewportSize().width, 1280);
  for (const address of ['/clean', '/wide-inside']) {
    await visitor.goto(address);
    await no_horizontal_scroll(visitor);
  }
  await visitor.close();
});

for (const [address, pattern] of [
  ['/inline-style', /console: .*Content Security Policy/],
  ['/inline-script', /console: .*Content Security Policy/],
  ['/third-party', /third party: http:\/\/third-party\.invalid/],
  ['/missing-script', /console: Failed to load resource/],
  ['/throws', /broken on purpose/],
]) {
  test(`the visit to ${address} is in trouble`, async () => {
    const visitor = await visit(address);
    await assert.rejects(visitor.close(), pattern);
  });
}

test('a style in the text is trouble without JavaScript too', async () => {
  const visitor = await visit('/inline-style', { js: false });
  await assert.rejects(visitor.close(), /Content Security Policy/);
});

test('a page that answers 404 on purpose is no trouble, and trouble can be announced', async () => {
  const visitor = await new_visitor({ base: site.url });
  await visitor.goto('/nowhere', 404);
  await assert.rejects(visitor.goto('/nowhere'), /answered 404/);
  await visitor.goto('/missing-script');
  visitor.expect_trouble(/missing\.js/);
  await visitor.close();
});

test('the first view is weighed, script apart', async () => {
  const { total, script } = await first_view(site.url, '/noscript');
  assert(script > 30 && total > script && total < 5_000, `${total} bytes, ${script} of script`);
  await assert.rejects(first_view(site.url, '/heavy'), /40\d\d\d bytes of script/);
  await assert.rejects(first_view(site.url, '/heavy', { kilobytes: 35 }), /more than 35 kB/);
});

test('pictures are taken only when asked', async () => {
  const visitor = await visit('/clean');
  const before = process.env.AGIO_SHOTS;
  process.env.AGIO_SHOTS = '0';
  assert.deepEqual(await shot(visitor, 'selftest'), []);
  process.env.AGIO_SHOTS = '1';
  const files = await shot(visitor, 'selftest');
  assert.equal(files.length, 3);
  await Promise.all(files.map((file) => access(file)));
  if (before === undefined) delete process.env.AGIO_SHOTS;
  else process.env.AGIO_SHOTS = before;
  await visitor.close();
});

test('language, width and touch are those asked for', async () => {
  const visitor = await visit('/clean', { lang: 'en-GB', width: 360 });
  const seen = await visitor.page.evaluate(() => [globalThis.navigator.language, globalThis.innerWidth, globalThis.navigator.maxTouchPoints > 0]);
  assert.deepEqual(seen, ['en-GB', 360, true]);
  await visitor.close();
});

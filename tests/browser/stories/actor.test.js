// An association says "it is a service of ours", keeps the card, proposes; staff accept; the public
// reads it. And an office answers a letter with one tap. No JavaScript anywhere.

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { check_page, close_browser, new_visitor, no_horizontal_scroll, shot, start_agio } from '../harness/index.js';

const BODY = '/unione-bassa-reggiana';
const DESK = `${BODY}/scrivania`;
const PASSWORD = 'agenda-sociale-demo';
const PHONE = 360;
const ORGANISATION = 'Auser di prova';

let agio;
/** What the story learned on its way. */
const told = {};

before(async () => {
  agio = await start_agio({ demo: true });
  const file = path.join(agio.data, 'password.txt');
  await writeFile(file, `${PASSWORD}\n`);
  await agio.command('user', 'add', 'auser@demo.example', 'Volontaria (demo)', '--password-file', file);
});
after(async () => {
  await close_browser();
  await agio?.stop();
});

/** The checks that hold on every page, on the page the person is on now. */
async function seen(visitor, name) {
  const { page } = visitor;
  assert.equal(await page.locator('h1').count(), 1, `${page.url()} has one h1`);
  await check_page(visitor);
  await no_horizontal_scroll(visitor);
  if (name) await shot(visitor, `actor-${name}`);
}

async function goes(visitor, address, name) {
  await visitor.goto(address);
  await seen(visitor, name);
}

async function signed_in(email, settings) {
  const visitor = await new_visitor({ base: agio.url, js: false, ...settings });
  await visitor.goto('/accedi');
  await visitor.page.locator('#f-email').fill(email);
  await visitor.page.locator('#f-password').fill(PASSWORD);
  await press(visitor, 'Accedi');
  return visitor;
}

/** Presses a button and waits for the page it leads to; `status` is that of its answer. */
async function press({ page }, name, status = 200) {
  const button = page.locator('main').getByRole('button', { name, exact: typeof name === 'string' }).first();
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().isNavigationRequest() && response.status() !== 303),
    button.click(),
  ]);
  await page.waitForLoadState();
  const said = status === 200 ? await page.locator('.agio-errors li').allInnerTexts() : [];
  assert.equal(answer.status(), status, `${page.url()}: ${said.join(' / ')}`);
}

async function says({ page }, pattern) {
  assert.match(await page.locator('main').innerText(), pattern);
}

test('an association asks to keep a card', async () => {
  const stranger = await new_visitor({ base: agio.url, js: false, width: PHONE });
  await stranger.goto(`${BODY}/profilo/servizi`);
  told.card = await stranger.page.locator('.agio-cards a').first().getAttribute('href');
  await goes(stranger, told.card, 'service');
  await says(stranger, /È un vostro servizio\?/);
  await stranger.close();

  const anna = await signed_in('auser@demo.example', { width: PHONE });
  told.anna = anna;
  await goes(anna, `${BODY}/schede`, 'mine-empty');
  await goes(anna, `${told.card}/richiesta`, 'claim');
  await press(anna, 'Manda la richiesta', 422);
  await seen(anna, 'claim-refused');
  await anna.page.locator('#f-organisation').fill(ORGANISATION);
  await anna.page.locator('#f-why').fill('Guidiamo noi, con venti volontari.');
  await press(anna, 'Manda la richiesta');
  await says(anna, /Richiesta mandata/);
  await seen(anna, 'mine-waiting');
});

test('staff accept the claim', async () => {
  const lead = await signed_in('referente@demo.example');
  told.lead = lead;
  await goes(lead, DESK, 'desk');
  await says(lead, /Una richiesta di tenere una scheda/);
  await goes(lead, `${DESK}/attori`, 'register');
  await goes(lead, `${DESK}/attori/richieste`, 'claims');
  await lead.page.locator('tbody a').first().click();
  await lead.page.waitForLoadState();
  await seen(lead, 'claim-page');
  await press(lead, 'Non accettare', 422);
  await seen(lead, 'claim-page-refused');
  await lead.page.locator('#f-form').selectOption('odv');
  await press(lead, 'Accetta la richiesta');
  await seen(lead);
  await goes(lead, `${DESK}/attori/auser-di-prova`, 'actor-edit');
  await goes(lead, `${BODY}/profilo/attori`, 'actors');
  await goes(lead, `${BODY}/profilo/attori/auser-di-prova`, 'actor');
});

test('the association proposes, and staff accept', async () => {
  const { anna, lead } = told;
  const code = told.card.split('/').pop();
  await goes(anna, `${BODY}/schede`, 'mine');
  await goes(anna, `${BODY}/schede/${code}`, 'edit');
  await press(anna, 'Manda la proposta', 409);
  await seen(anna, 'edit-nothing');
  await anna.page.locator('summary', { hasText: 'Dove, quando, quanto costa' }).click();
  await anna.page.locator('#f-place').fill('Via della Prova 12');
  await anna.page.locator('#f-opening_hours').fill('Ogni mattina, 9-12');
  await press(anna, 'Manda la proposta');
  await seen(anna, 'proposal');

  const stranger = await new_visitor({ base: agio.url, js: false });
  await stranger.goto(told.card);
  assert.doesNotMatch(await stranger.page.locator('main').innerText(), /Via della Prova 12/);

  await goes(lead, `${DESK}/proposte`, 'proposals');
  await lead.page.locator('tbody a').first().click();
  await lead.page.waitForLoadState();
  await seen(lead, 'proposal-page');
  await press(lead, 'Non accettare', 422);
  await seen(lead);
  await lead.page.locator('#c-place').check();
  await lead.page.locator('#c-opening_hours').check();
  await press(lead, 'Accetta i campi spuntati');
  await seen(lead);

  await stranger.goto(told.card);
  await says(stranger, /Via della Prova 12/);
  await says(stranger, /Auser di prova/);
  await stranger.close();
});

test('a service that is missing is drafted and published', async () => {
  const { anna, lead } = told;
  await goes(anna, `${BODY}/schede/nuova`, 'new');
  await anna.page.locator('#f-name').fill('Spesa a casa (prova)');
  await press(anna, 'Proponi questo servizio');
  await seen(anna, 'new-sent');
  await goes(lead, `${DESK}/proposte`);
  await lead.page.locator('tbody a').first().click();
  await lead.page.waitForLoadState();
  await seen(lead, 'new-page');
  await press(lead, 'Accetta come bozza');
  await seen(lead, 'new-draft');
  await press(lead, 'Pubblica la scheda');
  const stranger = await new_visitor({ base: agio.url, js: false });
  await goes(stranger, `${BODY}/profilo/servizi?q=spesa+a+casa`);
  await says(stranger, /Spesa a casa \(prova\)/);
  await stranger.close();
});

test('an office answers a letter with one tap', async () => {
  const { lead } = told;
  await goes(lead, `${DESK}/conferme`, 'asks-empty');
  await goes(lead, `${DESK}/conferme/nuova?tutte=si`, 'ask');
  await press(lead, 'Chiedi per le schede spuntate', 422);
  await seen(lead, 'ask-refused');
  for (const box of await lead.page.locator('tbody input[type=checkbox]').all().then((all) => all.slice(0, 2))) await box.check();
  await lead.page.locator('#f-email').fill('ufficio@demo.example');
  await press(lead, 'Chiedi per le schede spuntate');
  await seen(lead, 'asks');

  const office = await new_visitor({ base: agio.url, js: false, width: PHONE });
  await office.goto('/dev/posta');
  const links = office.page.locator('.agio-card').first().locator('a[href*="/conferma/"]');
  assert.equal(await links.count(), 2, 'one letter, a link for each card');
  const [first, second] = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  await goes(office, first, 'confirm');
  await press(office, 'È tutto giusto');
  await says(office, /la scheda è confermata/);
  await office.goto(first, 410);
  await seen(office, 'confirm-used');
  await goes(office, second);
  await office.page.getByRole('link', { name: 'Qualcosa è cambiato' }).click();
  await office.page.waitForLoadState();
  await seen(office, 'changed');
  await press(office, 'Manda', 409);
  await seen(office, 'changed-nothing');
  await office.page.locator('#f-message').fill('Da gennaio siamo aperti anche il sabato.');
  await press(office, 'Manda');
  await says(office, /l’ente guarda che cosa è cambiato/);
  await office.close();
  await goes(lead, `${DESK}/conferme`, 'asks-answered');
  await says(lead, /tutto giusto/);
  await goes(lead, `${DESK}/proposte`);
  await says(lead, /solo un messaggio/);
  await lead.close();
  await told.anna.close();
});

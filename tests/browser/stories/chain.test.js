// The whole chain in one story: from a spreadsheet of services to a published promise with its
// numbers, and from every voice forward to the number and back.
//
// Everything works without JavaScript; it is on only for the room that votes live.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { check_page, close_browser, keyboard_only, new_visitor, no_horizontal_scroll, shot, start_agio } from '../harness/index.js';

const BODY = '/unione-bassa-reggiana';
const DESK = `${BODY}/scrivania`;
const PATH = `${BODY}/percorsi/agenda-sociale`;
const DAY = `${BODY}/giornate/mille-euro`;
const PASSWORD = 'agenda-sociale-demo';
const PHONE = 360;

const IDEA = 'Un facilitatore digitale al mercato del lunedì';
const BUS = 'Un pulmino per le visite';
const BENCH = 'Panchine davanti agli sportelli';

const SHEET = `codice;nome;descrizione;canali;stato
ZZ-01;Telefono amico della Bassa;Una voce che ascolta, ogni pomeriggio.;;
ZZ-02;Compagnia a domicilio;Due ore alla settimana con chi vive solo.;;
`;

let agio;
let broken = false;
/** What the story learned on its way. */
const told = {};
/** Public addresses seen in Italian, to be read again in English. */
const addresses = new Set();
/** What was checked already. */
const sights = new Set();

before(async () => (agio = await start_agio({ demo: true })));
after(async () => {
  await close_browser();
  await agio?.stop();
});

// A chapter needs those before it.
function chapter(name, story) {
  test(name, async (t) => {
    if (broken) return t.skip('an earlier chapter failed');
    broken = true;
    await story();
    broken = false;
  });
}

function person(settings = {}) {
  return new_visitor({ base: agio.url, js: false, ...settings });
}

/** The checks that hold on every page, on the page the person is on now. */
async function seen(visitor, name) {
  const { page } = visitor;
  assert.equal(await page.locator('h1').count(), 1, `${page.url()} has one h1`);
  // Four voters see the same form: once is enough.
  const sight = [new URL(page.url()).pathname, visitor.settings.locale, await page.locator('main').innerText()].join('\n');
  if (!sights.has(sight)) {
    sights.add(sight);
    await check_page(visitor);
    await no_horizontal_scroll(visitor);
  }
  if (name) await shot(visitor, `chain-${name}`);
}

/** Goes to a public page, checks it, and keeps its address for the English tour. */
async function reads(visitor, address, name) {
  await visitor.goto(address);
  addresses.add(address);
  await seen(visitor, name);
}

/** Goes to a page that only staff see, and checks it. */
async function works(visitor, address, name) {
  await visitor.goto(address);
  await seen(visitor, name);
}

async function signed_in(email, settings) {
  const visitor = await person(settings);
  await visitor.goto('/accedi');
  await seen(visitor);
  await visitor.page.locator('#f-email').fill(email);
  await visitor.page.locator('#f-password').fill(PASSWORD);
  await press(visitor, 'Accedi');
  await visitor.page.waitForURL(/scrivania/);
  await seen(visitor);
  return visitor;
}

/** Does what leads to another page, and waits until that page is there. */
async function arrive({ page }, act) {
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().isNavigationRequest() && response.status() !== 303),
    act(),
  ]);
  await page.waitForLoadState();
  const said = answer.ok() ? [] : await page.locator('.agio-errors li, .alert').allInnerTexts();
  assert.equal(answer.status(), 200, `${page.url()}: ${said.join(' / ')}`);
}

/** Presses a button in the page, and expects a good answer. */
function press(visitor, name) {
  const button = visitor.page.locator('main').getByRole('button', { name, exact: typeof name === 'string' });
  return arrive(visitor, () => button.first().click());
}

function follow(visitor, name) {
  return arrive(visitor, () => visitor.page.locator('main').getByRole('link', { name }).first().click());
}

/** Fills in fields by their names: selects, radio buttons and boxes too. */
async function fill({ page }, fields) {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main form [name="${name}"]`).first();
    const kind = await field.evaluate((element) => (element.tagName === 'SELECT' ? 'select' : element.type));
    if (kind === 'select') await field.selectOption(value);
    else if (kind === 'radio' || kind === 'checkbox') await page.locator(`main form [name="${name}"][value="${value}"]`).check();
    else await field.fill(value);
  }
}

function day_from_now(days) {
  const day = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome' }).format(day);
}

chapter('an office brings in its spreadsheet, and the services are public', async () => {
  const office = await signed_in('referente@demo.example');
  told.office = office;
  const { page } = office;
  await works(office, `${DESK}/importa`, 'import');
  await fill(office, { cosa: 'servizi' });
  await page.locator('#f-file').setInputFiles({ name: 'servizi.csv', mimeType: 'text/csv', buffer: Buffer.from(SHEET) });
  await press(office, 'Leggi il foglio');
  await seen(office, 'import-columns');
  await press(office, 'Guarda l’anteprima');
  await seen(office, 'import-preview');
  assert.match(await page.locator('main').innerText(), /Telefono amico della Bassa/);
  await press(office, /^(Salva|Importa)/);
  await seen(office);

  const citizen = await person({ width: PHONE });
  await reads(citizen, `${BODY}/profilo`);
  await reads(citizen, `${BODY}/profilo/servizi?q=telefono+amico`);
  await follow(citizen, 'Telefono amico della Bassa');
  addresses.add(new URL(citizen.page.url()).pathname);
  await seen(citizen, 'service');
  assert.match(await citizen.page.locator('main').innerText(), /Una voce che ascolta/);
  await citizen.close();
});

chapter('a citizen with a phone and no mouse sends an idea and follows it by its code', async () => {
  const citizen = await person({ width: PHONE });
  const { page } = citizen;
  const keys = keyboard_only(citizen);
  const main = page.locator('main');
  await reads(citizen, '/');
  await reads(citizen, `${BODY}/`, 'home');
  await reads(citizen, PATH);
  await keys.activate(main.locator('a[href$="/idee/nuova"]').first());
  await page.locator('#f-title').waitFor();
  addresses.add(`${PATH}/idee/nuova`);
  await seen(citizen, 'idea-new');
  // What is missing is said beside the field, and nothing is lost.
  await keys.write(page.locator('#f-title'), IDEA);
  await keys.activate(main.getByRole('button', { name: 'Invia l’idea' }));
  await page.locator('#f-text-error').waitFor();
  assert.equal(await page.locator('#f-title').inputValue(), IDEA);
  await seen(citizen, 'idea-refused');
  await keys.write(page.locator('#f-text'), 'Mia madre non riesce a prenotare da sola, e al mercato ci va ogni settimana.');
  const elderly = page.locator('#f-areas option[value="ANZ"]');
  await keys.select(page.locator('#f-areas'), (await elderly.textContent()).trim());
  await keys.activate(main.getByRole('button', { name: 'Invia l’idea' }));
  await page.locator('.agio-code-value').waitFor();
  await seen(citizen, 'idea-sent');
  told.code = (await page.locator('.agio-code-value').innerText()).replace(/[^A-Z0-9]/g, '');
  assert.match(told.code, /^[A-Z0-9]{6}$/);

  await keys.activate(main.locator(`a[href$="${BODY}/segui"]`).first());
  await page.locator('#f-code').waitFor();
  addresses.add(`${BODY}/segui`);
  await seen(citizen);
  await keys.write(page.locator('#f-code'), told.code.toLowerCase());
  await keys.activate(main.getByRole('button', { name: 'Guarda a che punto è' }));
  await page.getByRole('heading', { level: 1, name: IDEA }).waitFor();
  await seen(citizen, 'idea-mine');
  await citizen.close();
});

chapter('a moderator publishes it and the office admits it', async () => {
  const moderator = await signed_in('moderatore@demo.example');
  const { page } = moderator;
  await works(moderator, `${DESK}/percorsi`);
  await works(moderator, `${DESK}/percorsi/agenda-sociale`);
  await works(moderator, `${DESK}/percorsi/agenda-sociale/moderazione`, 'moderation');
  for (let step = 0; !(await page.locator('main h2').first().innerText()).includes(IDEA); step += 1) {
    assert(step < 50, 'the idea never came up for moderation');
    await follow(moderator, 'Lascia');
  }
  const action = await page.locator('form[action$="/pubblica"]').getAttribute('action');
  told.number = action.split('/').at(-2);
  told.idea = `${PATH}/idee/${told.number}`;
  await press(moderator, 'Pubblica');
  await seen(moderator);
  await moderator.close();

  const { office } = told;
  await works(office, `${DESK}/percorsi/agenda-sociale/idee`);
  await works(office, `${DESK}/percorsi/agenda-sociale/idee/${told.number}`, 'idea-desk');
  await press(office, 'Ammetti');
  await seen(office);

  const citizen = await person({ width: PHONE });
  await reads(citizen, `${PATH}/idee`, 'ideas');
  await reads(citizen, told.idea, 'idea-admitted');
  assert.equal(await citizen.page.locator('h1').innerText(), IDEA);
  assert.match(await citizen.page.locator('main').innerText(), /Ammessa/i);
  await citizen.close();
});

chapter('a facilitator prepares the day, and its rules are frozen', async () => {
  const room = await signed_in('facilitatore@demo.example');
  told.room = room;
  const { page } = room;
  await works(room, `${DESK}/giornate`);
  await works(room, `${DESK}/giornate/nuova`, 'day-new');
  await fill(room, { path: 'agenda-sociale', title: 'Come usiamo mille euro?', day: day_from_now(0), place: 'Sala civica, Guastalla', budget: '1.000' });
  await page.locator('#f-slug').fill('mille-euro');
  await press(room, 'Crea la giornata');
  await seen(room, 'day-prepared');

  await page.locator(`#idea-${told.number}`).check();
  await press(room, 'Fai un progetto con le idee segnate');
  await seen(room);
  assert.equal(await page.locator('#f-title').inputValue(), IDEA);
  await fill(room, { code: 'MERCATO', cost: '600' });
  await press(room, 'Aggiungi il progetto');
  for (const [code, title, cost] of [['PULMINO', BUS, '300'], ['PANCHINE', BENCH, '400']]) {
    await follow(room, 'Scrivi un progetto');
    await fill(room, { title, summary: 'Per chi si muove a fatica.', cost, code });
    await press(room, 'Aggiungi il progetto');
  }
  await seen(room);
  await step(room, 'Fissa le regole');
  told.room_code = (await page.locator('.agio-code-value').innerText()).trim();
  assert.equal(told.room_code.length, 6);

  const citizen = await person({ width: PHONE });
  await reads(citizen, `${BODY}/giornate`);
  await reads(citizen, DAY, 'day');
  const text = await citizen.page.locator('main').innerText();
  assert(text.includes(IDEA) && text.includes(BUS) && !text.includes(told.room_code));
  await citizen.close();
});

/** Takes a step of the day from its console: the question first, then the answer. */
async function step(room, name) {
  await room.goto(`${DESK}/giornate/mille-euro`);
  await follow(room, name);
  await seen(room);
  await press(room, name);
  await seen(room);
}

chapter('the room votes, each with a phone, and the screen counts them live', async () => {
  const { room } = told;
  const projector = await signed_in('facilitatore@demo.example', { js: true, width: 1920 });
  await works(projector, `${DAY}/schermo`, 'screen-join');
  const early = await person({ js: true, width: PHONE });
  await enter(early);
  await early.page.getByRole('heading', { level: 1, name: 'Ci siamo quasi' }).waitFor();
  await seen(early, 'wait');

  await step(room, 'Apri il voto');
  // Nobody touches these two: the room tells them that the vote is open.
  await projector.page.getByRole('heading', { level: 1, name: 'Si vota adesso' }).waitFor();
  await early.page.locator('#b-MERCATO').waitFor();
  await seen(projector, 'screen-open');
  const counter = projector.page.locator('[data-live-counter="ballots"]');
  assert.equal(await counter.innerText(), '0');
  await projector.page.locator('[data-live-status]:not(.is-off)').waitFor({ state: 'attached' });

  const receipts = [await vote(early, ['MERCATO', 'PULMINO'], 'ballot')];
  await counter.filter({ hasText: /^1$/ }).waitFor();
  for (const choices of [['MERCATO'], ['MERCATO', 'PANCHINE'], ['PULMINO']]) {
    const voter = await person({ width: PHONE });
    await enter(voter);
    receipts.push(await vote(voter, choices));
    await counter.filter({ hasText: new RegExp(`^${receipts.length}$`) }).waitFor();
    await voter.close();
  }
  assert.equal(new Set(receipts).size, 4, 'each ballot has a receipt of its own');
  await works(room, `${DESK}/giornate/mille-euro`, 'console-open');
  await step(room, 'Chiudi il voto');
  await projector.page.getByRole('heading', { level: 1, name: 'Il voto è chiuso' }).waitFor();
  await step(room, 'Conta le schede');
  await works(room, `${DESK}/giornate/mille-euro/risultati`);
  await step(room, 'Pubblica il risultato');
  await projector.page.getByRole('heading', { level: 1, name: 'Ecco che cosa abbiamo scelto' }).waitFor();
  await seen(projector, 'screen-chosen');
  await Promise.all([projector.close(), early.close(), room.close()]);

  const citizen = await person({ width: PHONE });
  await reads(citizen, DAY);
  await reads(citizen, `${DAY}/risultati`, 'results');
  const { page } = citizen;
  assert.equal(await page.locator('.agio-vote.is-chosen').count(), 2);
  const why = async (title) => page.locator('.agio-vote', { hasText: title }).locator('.agio-vote-text').innerText();
  assert.match(await why(IDEA), /3 approvazioni su 4 schede[\s\S]*\bScelto: .*a testa/);
  assert.match(await why(BUS), /2 approvazioni su 4 schede[\s\S]*\bScelto: .*a testa/);
  assert.match(await why(BENCH), /Una approvazione su 4 schede[\s\S]*Non scelto: [\s\S]*mancavano/i);
  await reads(citizen, `${DAY}/controlla`);
  await citizen.page.locator('#f-ricevuta, [name="ricevuta"]').first().fill(receipts[3]);
  await press(citizen, 'Controlla');
  await page.getByText('La scheda c’è').first().waitFor();
  await seen(citizen);
  await citizen.close();
});

/** Joins the day with the code of the room, with keys alone. */
async function enter(voter) {
  const keys = keyboard_only(voter);
  await voter.goto(`${BODY}/vota`);
  addresses.add(`${BODY}/vota`);
  await seen(voter);
  await keys.write(voter.page.locator('#f-codice'), told.room_code.toLowerCase());
  await keys.activate(voter.page.locator('main').getByRole('button', { name: 'Entra' }));
  await voter.page.waitForURL(`**${DAY}/vota*`);
}

/** Fills in the ballot with keys alone; gives the receipt. */
async function vote(voter, choices, name) {
  const keys = keyboard_only(voter);
  const { page } = voter;
  for (const code of choices) await keys.tick(page.locator(`#b-${code}`));
  await seen(voter, name);
  await keys.activate(page.locator('main').getByRole('button', { name: 'Invia la scheda' }));
  await page.waitForURL(`**${DAY}/ricevuta*`);
  await seen(voter, name && `${name}-receipt`);
  return (await page.locator('.agio-code-value').innerText()).trim();
}

chapter('the office turns what was chosen into actions, and publishes the first Agenda', async () => {
  const { office } = told;
  const { page } = office;
  const agenda = `${DESK}/agenda`;
  const citizen = await person({ width: PHONE });
  await reads(citizen, `${BODY}/agenda`);
  assert.match(await citizen.page.locator('main').innerText(), /L’Agenda non è ancora pubblicata/);

  await works(office, agenda, 'agenda-desk');
  const day = page.locator('main form:has(input[name="day"][value="mille-euro"])');
  await arrive(office, () => day.getByRole('button').click());
  await page.locator('main').getByRole('link', { name: IDEA }).first().waitFor();
  await seen(office, 'agenda-begun');
  for (const [title, cost] of [[IDEA, '600'], [BUS, '300']]) await complete(office, title, cost);

  await works(office, `${agenda}/bozza`);
  await fill(office, { title: 'Agenda Sociale della Bassa Reggiana', promise: 'Entro un anno nessuno resterà solo davanti a uno sportello digitale.' });
  await press(office, 'Salva');
  await seen(office, 'agenda-complete');
  await works(office, `${agenda}/approva`, 'agenda-approval');
  await fill(office, { act: 'Delibera di Giunta n. 45', day: day_from_now(0) });
  await press(office, 'Approva e congela');
  await citizen.goto(`${BODY}/agenda`);
  assert.match(await citizen.page.locator('main').innerText(), /non è ancora pubblicata/, 'approved is not published');
  await works(office, `${agenda}/pubblica`, 'agenda-publication');
  await press(office, 'Pubblica per tutti');
  await seen(office);

  await reads(citizen, `${BODY}/agenda`, 'agenda');
  await reads(citizen, `${BODY}/agenda/versioni`);
  await reads(citizen, `${BODY}/agenda/versioni/1`);
  await citizen.goto(`${BODY}/agenda`);
  told.pdf = await citizen.page.locator('main a[href$=".pdf"]').first().getAttribute('href');
  const paper = await citizen.context.request.get(told.pdf);
  assert.equal(paper.status(), 200);
  assert.match(paper.headers()['content-type'], /^application\/pdf/);
  const bytes = await paper.body();
  assert.equal(bytes.subarray(0, 4).toString('latin1'), '%PDF');
  assert(bytes.length > 10_000, `${bytes.length} bytes are no document`);
  await follow(citizen, IDEA);
  told.action = new URL(citizen.page.url()).pathname;
  assert.match(told.action, /\/agenda\/azioni\/AZ-\d+$/);
  addresses.add(told.action);
  await seen(citizen, 'action');
  await citizen.close();
});

/** Adds to an action what it lacks: who, when, for whom, a result and its indicator. */
async function complete(office, title, cost) {
  const { page } = office;
  await office.goto(`${DESK}/agenda`);
  await arrive(office, () => page.locator('main table').getByRole('link', { name: title }).click());
  await seen(office);
  const here = new URL(page.url()).pathname;
  await works(office, `${here}/modifica`);
  await fill(office, {
    summary: 'Ogni lunedì una persona aiuta chi vuole prenotare o chiedere.',
    kind: 'skills',
    areas: 'ANZ',
    inclusion: 'Di persona e al telefono, senza prenotare.',
    responsible: 'Servizio sociale',
    start: day_from_now(1),
    end: day_from_now(200),
    cost,
    funding_source: 'Fondo sociale',
    funding_cents: cost,
  });
  await press(office, 'Salva');
  await works(office, `${here}/risultati/nuovo`);
  await fill(office, { text: 'Chi ha bisogno trova aiuto vicino a casa.', kind: 'outcome' });
  await press(office, 'Salva');
  await seen(office);
  await fill(office, {
    name: 'Persone aiutate',
    definition: 'Persone diverse che ricevono aiuto.',
    unit: 'persone',
    decimals: '0',
    kind: 'outcome',
    polarity: 'higher',
    baseline: '0',
    baseline_day: day_from_now(-30),
    target_day: day_from_now(200),
    target_min: '400',
    source: 'Registro degli sportelli',
    frequency: 'monthly',
    responsible: 'Servizio sociale',
  });
  await press(office, 'Salva');
  await seen(office);
  assert.match(await page.locator('main').innerText(), /Questa azione è completa/);
}

chapter('a number is written down, and everybody sees how far the promise is', async () => {
  const { office } = told;
  const { page } = office;
  await works(office, `${DESK}/misure`, 'readings');
  await follow(office, /^IN-01/);
  await seen(office);
  await fill(office, { day: day_from_now(0), value: '100', evidence: 'Registro di oggi' });
  await press(office, 'Registra la misura');
  await seen(office, 'reading');
  await office.close();

  const citizen = await person({ width: PHONE });
  await reads(citizen, `${BODY}/monitoraggio`, 'follow-up');
  const row = citizen.page.locator('main tr', { hasText: 'IN-01' });
  assert.match(await row.innerText(), /100\spersone/);
  assert.equal(await row.locator('progress').getAttribute('value'), '25', 'a quarter of the way');
  await reads(citizen, `${BODY}/monitoraggio/IN-01`, 'indicator');
  await reads(citizen, `${BODY}/`);
  await citizen.close();
});

chapter('the thread goes from the voice to the number, and back', async () => {
  const citizen = await person({ width: PHONE });
  const { page } = citizen;
  await reads(citizen, told.idea, 'thread');
  const thread = page.locator('.agio-thread');
  const text = await thread.innerText();
  assert.match(text, /Come usiamo mille euro|MERCATO|Progetto/i);
  assert.match(text, /100\spersone/);
  await arrive(citizen, () => thread.locator(`a[href*="${told.action}"]`).first().click());
  await seen(citizen, 'action-thread');
  await arrive(citizen, () => page.locator(`.agio-thread a[href*="${told.idea}"]`).first().click());
  assert.equal(await page.locator('h1').innerText(), IDEA);

  // Who kept the code sees the same.
  await citizen.goto(`${BODY}/segui`);
  await page.locator('#f-code').fill(told.code);
  await press(citizen, 'Guarda a che punto è');
  await seen(citizen);
  await page.locator(`main a[href$="${told.idea}"]`).first().waitFor();
  await citizen.close();
});

chapter('all of it can be read in English', async () => {
  assert(addresses.size > 20, `only ${addresses.size} addresses`);
  const titles = new Map();
  const waiting = [...addresses];
  const reader = async () => {
    const visitor = await person({ lang: 'en-GB', width: PHONE });
    for (let address = waiting.shift(); address; address = waiting.shift()) {
      await visitor.goto(address);
      assert.equal(await visitor.page.locator('html').getAttribute('lang'), 'en', address);
      titles.set(address, await visitor.page.title());
      await seen(visitor);
    }
    await visitor.close();
  };
  await Promise.all([reader(), reader(), reader()]);
  assert.match(titles.get(`${DAY}/risultati`), /Result/i);
});

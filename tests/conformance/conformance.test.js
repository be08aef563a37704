// What the program publishes, asked of the real program with the demo town in it.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { start_agio } from '../browser/harness/program.js';
import { faults as table_faults } from './csvw.js';
import { count, faults, graph } from './rdf.js';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const read = (name) => readFileSync(here(name), 'utf8');
// The standards lie beside the project, or beside the folder that holds a worktree of it.
const shared = ['../../../shared/standards/', '../../../../shared/standards/'].map(here).find(existsSync);
if (!shared) console.log('skipped: official shapes and schemas, ../shared/standards is not there');

const DCAT = ['http://dati.gov.it/onto/dcatapit#Catalog', 'http://dati.gov.it/onto/dcatapit#Dataset', 'http://dati.gov.it/onto/dcatapit#Distribution', 'http://www.w3.org/ns/dcat#Dataset'];
const IT = ['https://w3id.org/italia/onto/CPSV/PublicService', 'https://w3id.org/italia/onto/CPSV/Channel'];
const EU = ['http://purl.org/vocab/cpsv#PublicService', 'http://data.europa.eu/m8g/PublicOrganisation', 'http://data.europa.eu/m8g/Channel'];
const SETS = [
  { name: 'catalogue', path: '/dati/catalogo', kinds: DCAT, own: 'shapes/catalogue.ttl', official: ['dcat-ap/releases/3.0.0/shacl/dcat-ap-SHACL.ttl', 'derived/dcat-ap_it.shacl.ttl'], ko: 'derived/samples/dcat_ko.ttl' },
  { name: 'CPSV-AP_IT', path: '/dati/servizi', kinds: IT, own: 'shapes/services-it.ttl', official: ['derived/cpsv-ap_it.shacl.ttl'], ko: 'derived/samples/cpsv_it_ko.ttl' },
  { name: 'CPSV-AP 3.2', path: '/dati/servizi', query: '?profilo=cpsv-ap', kinds: EU, own: 'shapes/services-eu.ttl', official: ['cpsv-ap/releases/3.2.0/shacl/cpsv-ap-SHACL.ttl'], ko: 'derived/samples/cpsv_eu_ko.ttl' },
];
let program;
before(async () => { program = await start_agio({ demo: true, env: { AGIO_RATE_LIMIT: 'false' } }); });
after(async () => { await program?.stop(); });

async function get(path) {
  const answer = await fetch(program.url + path);
  assert.equal(answer.status, 200, path);
  return answer;
}
const text_of = async (path) => (await get(path)).text();
const none = (list, what) => assert.deepEqual(list.slice(0, 10), [], what);

for (const { name, path, query = '', kinds, own, official, ko } of SETS) {
  test(`${name}: three syntaxes say the same, and what the shapes ask`, async () => {
    const shapes = await graph(read(own), 'ttl');
    const sizes = [];
    for (const syntax of ['ttl', 'rdf', 'jsonld']) {
      const data = await graph(await text_of(`${path}.${syntax}${query}`), syntax);
      sizes.push(data.size);
      if (syntax === 'ttl') none(await faults(shapes, data, kinds), own);
    }
    assert.equal(new Set(sizes).size, 1, `statements: ${sizes}`);
    assert.ok((await faults(shapes, await graph('', 'ttl'), kinds)).length > 0, 'an emptied export must not pass');
  });

  test(`${name}: official shapes`, { skip: !shared }, async () => {
    const data = await graph(await text_of(`${path}.ttl${query}`), 'ttl');
    const bad = await graph(readFileSync(shared + ko, 'utf8'), 'ttl');
    let refused = 0;
    for (const file of official) {
      const shapes = await graph(readFileSync(shared + file, 'utf8'), 'ttl');
      none(await faults(shapes, data, kinds), file);
      refused += (await faults(shapes, bad, [])).length;
    }
    assert.ok(refused > 0, 'the bad sample must be refused');
    assert.ok((await faults(await graph(read(own), 'ttl'), bad, [])).length > 0, 'our shapes must refuse it too');
  });
}

test('a body alone has the same', async () => {
  const data = await graph(await text_of('/unione-bassa-reggiana/dati/servizi.ttl'), 'ttl');
  assert.ok(count(data, IT[0]) > 5);
  none(await faults(await graph(read('shapes/services-it.ttl'), 'ttl'), data, IT), 'body');
});

for (const word of ['servizi', 'basi-dati', 'collegamenti']) {
  test(`CSVW: ${word} is what its description says`, async () => {
    for (const root of ['', '/unione-bassa-reggiana']) {
      const metadata = JSON.parse(await text_of(`${root}/dati/${word}.csv-metadata.json`));
      assert.equal(metadata.url, `${program.url}${root}/dati/${word}.csv`);
      const text = await text_of(`${root}/dati/${word}.csv`);
      none(table_faults(text, metadata), word);
      const [head] = text.split('\r\n');
      assert.ok(table_faults(`${head}\r\n`, metadata).length > 0, 'an emptied table must not pass');
      assert.ok(table_faults(text.replace(/\r\n[^,]*,/, '\r\n,'), metadata).length > 0, 'a missing value must not pass');
      assert.ok(table_faults(`${text}x\r\n`, metadata).length > 0, 'a short row must not pass');
    }
  });
}

/** A checker of one definition: ours, or the file of the official schemas. */
function checkers() {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats(ajv);
  ajv.addSchema(JSON.parse(read('shapes/hsds.json')));
  const ours = (name) => ajv.compile({ $ref: `urn:agio:hsds#/$defs/${name}` });
  let theirs = () => null;
  if (shared) {
    const full = new Ajv2020({ strict: false, allErrors: true });
    formats(full);
    const folder = `${shared}hsds/3.0/schema/`;
    for (const file of readdirSync(folder).filter((f) => f.endsWith('.json') && f !== 'openapi.json')) {
      const schema = JSON.parse(readFileSync(folder + file, 'utf8'));
      delete schema.$id;
      full.addSchema({ ...schema, $id: `hsds:///${file}` });
    }
    theirs = (name) => full.getSchema(`hsds:///${name}.json`);
  }
  return { ours, theirs };
}

test('HSDS: every live answer follows the schemas', async () => {
  const { ours, theirs } = checkers();
  const hold = (json, name, official) => {
    for (const check of [ours(name), official && theirs(official)].filter(Boolean)) {
      check(json);
      none(check.errors ?? [], name);
    }
  };
  const json = async (path) => {
    const answer = await get(`/hsds/3.0${path}`);
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    return answer.json();
  };
  hold(await json('/'), 'root');
  const first = await json('/services?per_page=500&full=true');
  hold(first, 'page');
  assert.ok(first.contents.length > 10, 'services');
  first.contents.forEach((service) => hold(service, 'service', 'service'));
  const briefs = await json('/services?per_page=3&page=2');
  assert.equal(briefs.contents.length, 3);
  briefs.contents.forEach((service) => hold(service, 'service', 'service'));
  const whole = await json(`/services/${first.contents[0].id}`);
  assert.deepEqual(whole, first.contents[0]);
  for (const [path, name, official] of [['organizations', 'organization', 'organization'], ['taxonomies', 'taxonomy', 'taxonomy'], ['taxonomy_terms', 'term', 'taxonomy_term'], ['service_at_locations', 'at', 'service_at_location']]) {
    const page = await json(`/${path}?per_page=20`);
    hold(page, 'page');
    assert.ok(page.contents.length > 0, path);
    for (const item of page.contents) hold(item, name, official);
    assert.deepEqual(await json(`/${path}/${page.contents[0].id}`), page.contents[0]);
  }
  const wrong = structuredClone(first.contents[0]);
  wrong.status = 'open';
  delete wrong.name;
  for (const check of [ours('service'), theirs('service')].filter(Boolean)) assert.equal(check(wrong), false, 'a bad service must not pass');
  assert.equal(ours('page')({ contents: [] }), false, 'an emptied page must not pass');
});

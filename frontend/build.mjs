// Builds frontend/dist: styles, scripts, fonts, icons, and manifest.json that maps
// a logical name ("agio.css") to the file that carries its content's hash.
// The program embeds the folder; nothing here runs on a server.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build, transform } from 'esbuild';
import { Logger, compile } from 'sass';

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, 'dist');
const italia = join(here, 'node_modules/bootstrap-italia');
const browsers = ['chrome90', 'firefox90', 'safari14.1'];

const manifest = {};
const sizes = [];

function emit(name, content) {
  const bytes = Buffer.from(content);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  const extension = extname(name);
  const hashed = `${name.slice(0, -extension.length)}.${hash}${extension}`;
  writeFileSync(join(dist, hashed), bytes);
  manifest[name] = hashed;
  const packed = extension === '.woff2' ? bytes.length : brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  const gzipped = extension === '.woff2' ? bytes.length : gzipSync(bytes, { level: 9 }).length;
  sizes.push({ name, bytes: bytes.length, gzip: gzipped, brotli: packed });
  return hashed;
}

// Files that templates and pages may name an icon in.
function sources(folder, found = []) {
  if (!existsSync(folder)) return found;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) sources(path, found);
    else if (['.html', '.rs'].includes(extname(entry.name))) found.push(path);
  }
  return found;
}

// The whole sprite is 94 kB: keep the symbols that some template or page names.
function icons() {
  const sprite = readFileSync(join(italia, 'dist/svg/sprites.svg'), 'utf8');
  const symbols = new Map([...sprite.matchAll(/<symbol id="(it-[a-z0-9-]+)".*?<\/symbol>/gs)].map((m) => [m[1], m[0]]));
  const wanted = new Set();
  for (const path of sources(join(here, '../crates'))) {
    const text = readFileSync(path, 'utf8');
    for (const [, name] of text.matchAll(/["#](it-[a-z0-9-]+)/g)) if (symbols.has(name)) wanted.add(name);
    for (const [, name] of text.matchAll(/icon\("(it-[a-z0-9-]+)"/g)) {
      if (!symbols.has(name)) throw new Error(`${path}: no icon is called ${name}`);
    }
  }
  const kept = [...wanted].sort().map((name) => symbols.get(name));
  return `<svg xmlns="http://www.w3.org/2000/svg">${kept.join('')}</svg>`;
}

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });

const fonts = {};
for (const [name, file] of [['regular', 'regular'], ['semibold', '600'], ['bold', '700']]) {
  const path = join(italia, `dist/fonts/Titillium_Web/titillium-web-v10-latin-ext_latin-${file}.woff2`);
  fonts[name] = emit(`titillium-${name}.woff2`, readFileSync(path));
}

const styles = compile(join(here, 'scss/agio.scss'), {
  loadPaths: [join(here, 'scss'), join(italia, 'src/scss')],
  quietDeps: true,
  // Bootstrap Italia 2 is written with @import; its parts can be had no other way.
  silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'if-function'],
  logger: Logger.silent,
});
const css = styles.css.replace(/url\("?font:([a-z]+)"?\)/g, (_, name) => `url("${fonts[name]}")`);
emit('agio.css', (await transform(css, { loader: 'css', minify: true, target: browsers })).code);

for (const name of ['agio', 'live']) {
  const bundle = await build({
    entryPoints: [join(here, `ts/${name}.ts`)],
    bundle: true,
    minify: true,
    format: 'iife',
    target: browsers,
    write: false,
    legalComments: 'none',
  });
  emit(`${name}.js`, bundle.outputFiles[0].contents);
}

emit('icons.svg', icons());
emit('favicon.svg', readFileSync(join(here, 'favicon.svg')));
writeFileSync(join(dist, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);

console.table(Object.fromEntries(sizes.map(({ name, ...size }) => [name, size])));

// First view of a public page: everything but live.js, with 12 kB left for the page itself.
const first = sizes.filter(({ name }) => name !== 'live.js');
const total = first.reduce((sum, { gzip }) => sum + gzip, 0);
const script = first.filter(({ name }) => name.endsWith('.js')).reduce((sum, { gzip }) => sum + gzip, 0);
console.log(`first view without the page: ${total} bytes gzip, script ${script}`);
if (total > 138_000 || script > 30_000) throw new Error('over the budget of the first view (docs/frontend.md)');

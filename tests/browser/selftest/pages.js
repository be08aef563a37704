// A tiny site to try the checks on: for each fault a page that has it, and a page that has none.

import { once } from 'node:events';
import { createServer } from 'node:http';

const STYLE = `
  body { margin: 0; font: 1rem/1.5 sans-serif; color: #111; background: #fff }
  main { padding: 1rem; max-width: 40rem }
  a, button, input, select { font: inherit; padding: 0.5rem; min-width: 44px; min-height: 44px }
  :focus-visible { outline: 3px solid #06c; outline-offset: 2px }
  .pale { color: #ccc }
  .wide { width: 900px }
  .scroller { overflow-x: auto }
  .small { display: inline-block; padding: 0; min-width: 0; min-height: 0; width: 10px; height: 10px; margin: 1px; border: 0 }
  .no-ring:focus-visible { outline: none }
  .lid { position: fixed; inset: 0; background: #fff }
`;

const page = (content, head = '') => `<!doctype html><html lang="it"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Prova</title>
<link rel="stylesheet" href="/style.css">${head}</head>
<body><main><h1>Prova</h1>${content}</main></body></html>`;

const form = (extra = '') => `<form method="post" action="/form">
  <p><label for="title">Titolo</label> <input id="title" name="title"></p>
  <fieldset><legend>Per chi</legend>
    <label><input type="radio" name="who" value="anziani"> Anziani</label>
    <label><input type="radio" name="who" value="famiglie"> Famiglie</label></fieldset>
  <p><label for="town">Comune</label> <select id="town" name="town"><option>Boretto</option><option>Guastalla</option></select></p>
  <p><label><input type="checkbox" name="news"> Avvisami</label></p>
  <button>Invia</button>${extra}</form>`;

const PAGES = {
  '/clean': page('<p>Una pagina <a href="/form">senza difetti</a>.</p>'),
  '/noscript': page('<noscript><p>Senza JavaScript</p></noscript>', '<script src="/title.js" defer></script>'),
  '/pale': page('<p class="pale">Testo che non si legge</p>'),
  '/pale-noscript': page('<noscript><p class="pale">Testo che non si legge</p></noscript>'),
  '/no-alt': page('<p><img src="/dot.svg"></p>'),
  '/small-targets': page('<p><button class="small" aria-label="uno"></button><button class="small" aria-label="due"></button></p>'),
  '/no-main': page('').replace('<main>', '<div>').replace('</main>', '</div>'),
  '/wide': page('<div class="wide" id="culprit">largo</div>'),
  '/wide-inside': page('<div class="scroller" tabindex="0" role="region" aria-label="Tabella"><div class="wide">largo</div></div>'),
  '/inline-style': page('<p style="color: red">stile nel testo</p>'),
  '/inline-script': page('<script>document.title = "no"</script>'),
  '/third-party': page('<p><img alt="" src="http://third-party.invalid/pixel.png"></p>'),
  '/missing-script': page('', '<script src="/missing.js" defer></script>'),
  '/throws': page('', '<script src="/throws.js" defer></script>'),
  '/heavy': page('', '<script src="/heavy.js" defer></script>'),
  '/form': page(form()),
  '/no-ring': page('<a class="no-ring" href="/clean">via</a>'),
  '/lid': page('<a href="/clean">via</a><div class="lid"></div>'),
  '/unreachable': page('<a href="/clean">via</a> <button tabindex="-1">Invia</button>'),
};

const FILES = {
  '/style.css': ['text/css', STYLE],
  '/title.js': ['text/javascript', 'document.title = "con JavaScript"'],
  '/throws.js': ['text/javascript', 'throw new Error("broken on purpose")'],
  '/heavy.js': ['text/javascript', `// ${'x'.repeat(40_000)}`],
  '/dot.svg': ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>'],
  '/favicon.ico': ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
};

/** Starts the site; gives its address and a way to stop it. */
export async function start_site() {
  const posts = [];
  const server = createServer((request, response) => {
    response.setHeader('content-security-policy', "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' http://third-party.invalid; form-action 'self'");
    const file = FILES[request.url];
    if (file) return response.setHeader('content-type', file[0]).end(file[1]);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (request.method === 'POST') {
      let body = '';
      return request
        .on('data', (part) => (body += part))
        .on('end', () => {
          posts.push(Object.fromEntries(new URLSearchParams(body)));
          response.writeHead(422).end(page(`<p class="pale">Manca il titolo</p>${form()}`));
        });
    }
    const found = PAGES[request.url];
    return response.writeHead(found ? 200 : 404).end(found ?? page('<p>Non trovata</p>'));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    posts,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

// Live pages (working day): counters and fragments follow the server's events.
//
//   <div data-live="/bassa-reggiana/giornate/3/eventi">
//     <p data-live-status data-on="Collegato" data-off="Riprovo a collegarmi…" role="status">…</p>
//     <strong data-live-counter="ballots">12</strong>
//     <div hx-get="…/tavolo" hx-trigger="live:tables from:body">…</div>
//
// Events of the stream:
//   counters   {"ballots": 13, "present": 41}   numbers put in place
//   refresh    tables                           asks htmx for the fragments that wait for live:tables
//   reload                                      the act has changed: the page is asked again
// EventSource resumes by itself with Last-Event-ID.
import htmx from 'htmx.org/dist/htmx.esm.js';

// "1.234": Italian leaves four figures together unless told otherwise.
const figures = new Intl.NumberFormat(document.documentElement.lang, { useGrouping: 'always' });

function count(counters: Record<string, number>): void {
  for (const [name, value] of Object.entries(counters)) {
    for (const place of document.querySelectorAll(`[data-live-counter="${CSS.escape(name)}"]`)) {
      if (place instanceof HTMLProgressElement) place.value = value;
      else place.textContent = figures.format(value);
    }
  }
}

// A person who has begun to fill something in is told, not interrupted.
let touched = false;
document.addEventListener('input', () => {
  touched = true;
});

function reload(root: HTMLElement): void {
  const notice = root.querySelector<HTMLElement>('[data-live-changed]');
  if (touched && notice) notice.hidden = false;
  else location.reload();
}

function follow(root: HTMLElement, address: string): void {
  const status = root.querySelector<HTMLElement>('[data-live-status]');
  const say = (on: boolean): void => {
    if (!status) return;
    const text = (on ? status.dataset.on : status.dataset.off) ?? '';
    if (status.textContent !== text) status.textContent = text;
    status.classList.toggle('is-off', !on);
  };
  const source = new EventSource(address);
  source.addEventListener('open', () => say(true));
  source.addEventListener('error', () => say(false));
  source.addEventListener('counters', (event) => count(JSON.parse((event as MessageEvent<string>).data)));
  source.addEventListener('refresh', (event) => htmx.trigger(document.body, `live:${(event as MessageEvent<string>).data}`));
  source.addEventListener('reload', () => reload(root));
  window.addEventListener('pagehide', () => source.close());
  // Back from the browser's memory the stream is closed and the page may be old.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
}

for (const root of document.querySelectorAll<HTMLElement>('[data-live]')) {
  if (root.dataset.live) follow(root, root.dataset.live);
}

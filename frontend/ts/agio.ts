// Small comforts on every page. Nothing here is needed to use a page.

// Controls that only work with a script are written `hidden` by the server.
function show(control: HTMLElement): void {
  control.hidden = false;
}

// The list of errors takes the focus, so that it is read first.
document.querySelector<HTMLElement>('[data-focus]')?.focus();

// The phone menu closes with Escape and gives the focus back.
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  const menu = document.querySelector<HTMLDetailsElement>('.agio-menu-phone[open]');
  if (!menu) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
});

// How many characters are left, counted as the server counts them: by code point.
for (const area of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-count]')) {
  const counter = document.getElementById(`${area.id}-count`);
  const max = Number(area.dataset.count);
  const figures = new Intl.NumberFormat(document.documentElement.lang, { useGrouping: 'always' });
  if (!counter) continue;
  const update = (): void => {
    const left = max - [...area.value.replace(/\r\n/g, '\n')].length;
    const text = left < 0 ? area.dataset.countOver : area.dataset.countLeft;
    counter.textContent = (text ?? '#').replace('#', figures.format(Math.abs(left)));
    counter.classList.toggle('is-over', left < 0);
  };
  area.addEventListener('input', update);
  update();
}

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
  show(button);
  button.addEventListener('click', () => window.print());
}

if (navigator.clipboard) {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    show(button);
    const text = button.querySelector('span');
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset.copy ?? '');
      if (text) text.textContent = button.dataset.copied ?? '';
    });
  }
}

// A password can be looked at while it is typed.
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-reveal]')) {
  const field = document.getElementById(button.dataset.reveal ?? '') as HTMLInputElement | null;
  const text = button.querySelector('span');
  if (!field || !text) continue;
  const words = [text.textContent, button.dataset.hide ?? ''];
  show(button);
  button.addEventListener('click', () => {
    const hidden = field.type === 'password';
    field.type = hidden ? 'text' : 'password';
    text.textContent = words[hidden ? 1 : 0] ?? '';
  });
  // Shown or not, it is sent as a password: the browser must not remember it as a text.
  field.form?.addEventListener('submit', () => {
    field.type = 'password';
  });
}

// A second click on a button does not send a form twice.
document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  if (form.method !== 'post') return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = '1';
});
// Coming back with the browser's arrow, the form may be sent again.
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form')) delete form.dataset.sent;
});

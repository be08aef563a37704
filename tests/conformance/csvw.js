// A strict reader of CSV on the Web: every cell must be what its description says.

/** The rows of a text (RFC 4180). */
export function rows(text) {
  const all = [];
  let row = [], cell = '', quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const c = text[at];
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[at + 1] === '"') { cell += '"'; at += 1; } else quoted = false;
    } else if (c === '"') {
      if (cell !== '') throw new Error('a quote inside a bare cell');
      quoted = true;
    } else if (c === ',') { row.push(cell); cell = ''; } else if (c === '\n' || c === '\r') {
      if (c === '\r' && text[at + 1] === '\n') at += 1;
      row.push(cell); all.push(row); row = []; cell = '';
    } else cell += c;
  }
  if (quoted) throw new Error('an open quote');
  if (cell !== '' || row.length) { row.push(cell); all.push(row); }
  return all;
}

const BASES = {
  string: () => true,
  integer: (v) => /^[+-]?\d+$/.test(v),
  decimal: (v) => /^[+-]?\d+(\.\d+)?$/.test(v),
  date: (v) => /^\d{4}-\d{2}-\d{2}$/.test(v) && new Date(`${v}T00:00:00Z`).toISOString().startsWith(v),
  boolean: (v) => v === 'true' || v === 'false',
  anyURI: (v) => /^[a-z][a-z0-9+.-]*:[^\s<>"]+$/i.test(v),
};

/** What is wrong with a table; an empty list when it is as described. */
export function faults(text, metadata) {
  const wrong = [];
  const context = [metadata['@context']].flat();
  if (context[0] !== 'http://www.w3.org/ns/csvw') wrong.push('no CSVW context');
  if (!metadata['dc:license']?.['@id']) wrong.push('no licence');
  const { columns = [], primaryKey = [] } = metadata.tableSchema ?? {};
  if (!columns.length) wrong.push('no columns');
  const [head = [], ...body] = rows(text);
  const names = columns.map((column) => column.titles ?? column.name);
  if (JSON.stringify(head) !== JSON.stringify(names)) wrong.push(`headings ${head} instead of ${names}`);
  if (!body.length) wrong.push('no rows');
  const keys = new Set();
  body.forEach((row, n) => {
    const line = n + 2;
    if (row.length !== columns.length) return wrong.push(`line ${line}: ${row.length} cells`);
    columns.forEach((column, at) => {
      const value = row[at];
      if (value === '') {
        if (column.required) wrong.push(`line ${line}: no ${column.name}`);
        return;
      }
      const type = typeof column.datatype === 'string' ? { base: column.datatype } : column.datatype;
      const values = column.separator ? value.split(column.separator) : [value];
      for (const one of values) {
        if (!BASES[type.base]?.(one)) wrong.push(`line ${line}: ${column.name} is not ${type.base}: ${one}`);
        if (type.base === 'string' && type.format && !new RegExp(`^(?:${type.format})$`).test(one)) {
          wrong.push(`line ${line}: ${column.name} is none of ${type.format}: ${one}`);
        }
      }
    });
    const key = JSON.stringify(primaryKey.map((name) => row[columns.findIndex((c) => c.name === name)]));
    if (primaryKey.length && keys.has(key)) wrong.push(`line ${line}: ${key} twice`);
    keys.add(key);
  });
  return wrong;
}

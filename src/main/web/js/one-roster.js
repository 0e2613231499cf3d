// Reads a OneRoster export (1.1 or 1.2, CSV) on the device. Only the resulting list leaves the device: names of classes, year groups
// and numbers of children. While the files are read, only a child's number in the export is kept, so that no child is counted
// twice.
import { words } from './common/words.js';
import sentences from '../../resources/messages/schools/oneRosterScript.properties';

const say = words(sentences);
const panel = document.querySelector('[data-one-roster]');
const list = document.getElementById('list');
const picker = document.getElementById('files');
const schools = document.getElementById('which-school');
const choice = document.getElementById('school-choice');
const said = document.getElementById('read');
const names = panel.dataset.groups.split('|');
const first = Number(panel.dataset.first);
const today = new Date().toISOString().slice(0, 10);

const WANTED = {
  'manifest.csv': ['propertyName', 'value'],
  'orgs.csv': ['sourcedId', 'status', 'name', 'type'],
  'academicsessions.csv': ['sourcedId', 'status', 'endDate'],
  'classes.csv': ['sourcedId', 'status', 'title', 'grades', 'classCode', 'classType', 'schoolSourcedId', 'termSourcedIds'],
  'enrollments.csv': ['status', 'classSourcedId', 'userSourcedId', 'role', 'endDate'],
  'users.csv': ['sourcedId', 'grades'],
};
const MOST_BYTES = 300_000_000;

class Unreadable extends Error {}

// Calls back with the wanted columns of each row, and skips all others.
function eachRow(text, wanted, row) {
  /** @type {number[]} */
  let columns = null;
  let at = 0;
  let field = 0;
  const titles = [];
  const cells = new Map();
  while (at < text.length) {
    let value = '';
    const keep = columns === null || columns[field] !== undefined;
    if (text[at] === '"') {
      let end = at + 1;
      for (;;) {
        end = text.indexOf('"', end);
        if (end < 0) throw new Unreadable(say('unclosed'));
        if (text[end + 1] !== '"') break;
        end += 2;
      }
      if (keep) value = text.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
      while (at < text.length && text[at] !== ',' && text[at] !== '\n' && text[at] !== '\r') at++;
    } else {
      let end = at;
      while (end < text.length && text[end] !== ',' && text[end] !== '\n' && text[end] !== '\r') end++;
      if (keep) value = text.slice(at, end);
      at = end;
    }
    if (columns === null) titles.push(value.trim());
    else if (keep) cells.set(columns[field], value.trim());
    field++;
    if (text[at] === ',') {
      at++;
      if (at < text.length) continue;
    }
    while (text[at] === '\r' || text[at] === '\n') at++;
    if (columns === null) {
      const found = titles.map((name) => wanted.findIndex((each) => each.toLowerCase() === name.toLowerCase()));
      columns = found.map((place) => (place < 0 ? undefined : place));
    } else {
      row(Object.fromEntries(wanted.map((name, i) => [name, cells.get(i) ?? ''])));
    }
    field = 0;
    cells.clear();
  }
}

const rows = (text, wanted) => {
  const all = [];
  eachRow(text, wanted, (row) => all.push(row));
  return all;
};

const baseName = (path) => path.replaceAll('\\', '/').split('/').pop().toLowerCase();

function decode(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

// A zip's directory is at its end.
async function unzip(buffer) {
  const view = new DataView(buffer);
  let end = view.byteLength - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) throw new Unreadable(say('noZip'));
  const files = new Map();
  let at = view.getUint32(end + 16, true);
  for (let i = view.getUint16(end + 10, true); i > 0; i--) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) throw new Unreadable(say('damaged'));
    const method = view.getUint16(at + 10, true);
    const packed = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    const nameLength = view.getUint16(at + 28, true);
    const name = baseName(decode(new Uint8Array(buffer, at + 46, nameLength)));
    const local = view.getUint32(at + 42, true);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (!WANTED[name]) continue;
    if (size > MOST_BYTES || view.getUint16(local + 6, true) & 1) throw new Unreadable(say('locked'));
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const bytes = new Uint8Array(buffer, start, packed);
    if (method === 0) files.set(name, decode(bytes));
    else if (method === 8 && 'DecompressionStream' in window) {
      const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
      files.set(name, decode(await new Response(stream).arrayBuffer()));
    } else throw new Unreadable(say('unpack'));
  }
  return files;
}

async function open(chosen) {
  const files = new Map();
  for (const file of chosen) {
    if (file.size > MOST_BYTES) throw new Unreadable(say('tooLarge', { file: file.name }));
    const name = baseName(file.name);
    if (name.endsWith('.zip')) for (const [inside, text] of await unzip(await file.arrayBuffer())) files.set(inside, text);
    else if (WANTED[name]) files.set(name, decode(await file.arrayBuffer()));
  }
  return files;
}

// "05" is Year 5, "KG" the first year; words such as "Year 5" or "P3" are kept.
function grade(code) {
  const plain = code.trim();
  if (/^(kg|r|re|00?)$/i.test(plain)) return names[0];
  if (/^\d{1,2}$/.test(plain)) return names[Number(plain) - first] ?? '';
  return /\d|reception/i.test(plain) ? plain : '';
}

const live = (row) => row.status.toLowerCase() !== 'tobedeleted';

function read(files) {
  const of = (name) => (files.has(name) ? rows(files.get(name), WANTED[name]) : []);
  if (!files.has('classes.csv')) throw new Unreadable(say('noClasses'));
  const partial = of('manifest.csv').filter((row) => /^file\.(classes|enrollments)$/i.test(row.propertyName) && /delta/i.test(row.value));
  if (partial.length) throw new Unreadable(say('changesOnly'));
  const over = new Set(of('academicsessions.csv').filter((row) => row.endDate && row.endDate < today).map((row) => row.sourcedId));
  const isOver = (row) => {
    const terms = row.termSourcedIds.split(',').filter(Boolean);
    return terms.length > 0 && terms.every((term) => over.has(term.trim()));
  };
  const classes = of('classes.csv').filter((row) => row.sourcedId && live(row) && !isOver(row));
  const children = new Map(classes.map((row) => [row.sourcedId, new Set()]));
  if (files.has('enrollments.csv')) {
    eachRow(files.get('enrollments.csv'), WANTED['enrollments.csv'], (row) => {
      if (live(row) && row.role.toLowerCase() === 'student' && (!row.endDate || row.endDate >= today)) {
        children.get(row.classSourcedId)?.add(row.userSourcedId);
      }
    });
  }
  const grades = new Map();
  if (files.has('users.csv')) {
    eachRow(files.get('users.csv'), WANTED['users.csv'], (row) => { if (row.grades) grades.set(row.sourcedId, row.grades); });
  }
  const schoolNames = new Map(of('orgs.csv').map((row) => [row.sourcedId, row.name]));
  return classes.map((row) => ({
    school: row.schoolSourcedId,
    schoolName: schoolNames.get(row.schoolSourcedId) ?? row.schoolSourcedId,
    name: (row.title || row.classCode).replace(/\s+/g, ' '),
    code: row.classCode,
    home: row.classType.toLowerCase() === 'homeroom',
    children: children.get(row.sourcedId).size,
    years: years(row.grades || [...children.get(row.sourcedId)].map((id) => grades.get(id) ?? '').join(',')),
  }));
}

const years = (codes) => [...new Set(codes.split(',').map(grade).filter(Boolean))].sort((a, b) => order(a) - order(b));

const order = (year) => (names.indexOf(year) < 0 ? 99 : names.indexOf(year));

function write(classes) {
  const home = classes.filter((each) => each.home);
  const taken = home.length ? home : classes;
  const left = classes.length - taken.length;
  const twice = (each) => taken.some((other) => other !== each && other.name.toLowerCase() === each.name.toLowerCase());
  list.value = taken.map((each) => [
    twice(each) && each.code ? `${each.name} ${each.code}` : each.name,
    each.years.join(' and '),
    each.children ? String(each.children) : '',
  ].filter(Boolean).join('\t')).join('\n');
  tell(!taken.length ? say('none') : [
    say(home.length ? 'homeClasses' : 'classes', { n: taken.length }),
    left ? say('leftOut', { n: left }) : '',
    home.length ? '' : say('whichAreHome'),
  ].filter(Boolean).join(' '));
  if (taken.length) list.focus();
}

function tell(text, wrong) {
  said.textContent = text;
  said.classList.toggle('govuk-error-message', Boolean(wrong));
}

async function choose() {
  choice.hidden = true;
  if (!picker.files.length) return;
  tell(say('reading'));
  try {
    const classes = read(await open(picker.files));
    const found = new Map(classes.map((each) => [each.school, each.schoolName]));
    if (found.size < 2) {
      write(classes);
      return;
    }
    schools.replaceChildren(new Option(say('choose'), ''), ...[...found].map(([id, name]) => new Option(name, id)));
    choice.hidden = false;
    schools.onchange = () => schools.value && write(classes.filter((each) => each.school === schools.value));
    tell(say('schools', { n: found.size }));
  } catch (problem) {
    const known = problem instanceof Unreadable;
    tell(known ? problem.message : say('unreadable'), true);
  }
}

panel.hidden = false;
picker.addEventListener('change', choose);

// The table of targets: keys as in a spreadsheet, pasting a block and undoing it, sums while typing. Without scripts it is a plain form.
import { words } from './common/words.js';
import sentences from '../../resources/messages/reach/targetsScript.properties';

const say = words(sentences);
const form = document.getElementById('targets');

function start() {
  const cells = [...form.querySelectorAll('.tuk-grid__i')];
  const columns = Number(form.dataset.columns);
  const totals = [...form.querySelectorAll('[data-total]')];
  const format = new Intl.NumberFormat('en-GB');
  const bare = (text) => text.replace(/[,’'\s]/g, '').replace(/\.0+$/, '');
  const number = (text) => (/^\d{1,7}$/.test(bare(text)) ? Number(bare(text)) : null);
  const isBad = (text) => text.trim() !== '' && number(text) === null;
  const isChanged = (cell) => isBad(cell.value) || number(cell.value) !== number(cell.dataset.was);
  const inForce = totals.map((total) => number(total.textContent) ?? 0);
  const anyInForce = totals.map((total) => number(total.textContent) !== null);
  const undo = form.querySelector('[data-undo]');
  const pasted = form.querySelector('[data-pasted]');
  const pastes = [];
  let leaving = false;

  const nameOf = (cell) => cell.getAttribute('aria-labelledby').split(' ').map((id) => document.getElementById(id).textContent).join(', ');

  function show() {
    const changed = cells.filter(isChanged);
    for (const cell of cells) {
      cell.parentElement.classList.toggle('tuk-grid--ch', isChanged(cell) && !isBad(cell.value));
      cell.parentElement.classList.toggle('tuk-grid--bad', isBad(cell.value));
      if (isBad(cell.value)) cell.setAttribute('aria-invalid', 'true'); else cell.removeAttribute('aria-invalid');
    }
    totals.forEach((total, column) => {
      const own = cells.filter((_, i) => i % columns === column);
      const more = own.reduce((sum, cell) => sum + (number(cell.value) ?? 0) - (number(cell.dataset.was) ?? 0), 0);
      const typed = own.some((cell) => number(cell.value) !== null);
      total.textContent = anyInForce[column] || typed ? format.format(inForce[column] + more) : '–';
    });
    const n = changed.length;
    form.querySelector('[data-changes]').textContent = say(n ? 'changed' : 'unchanged', { n });
    form.querySelector('tfoot th').firstChild.textContent = say(n ? 'sumTyped' : 'sumInForce', { sum: form.dataset.sum });
    form.querySelector('button[type=submit]').textContent = say(n ? 'proposeChanges' : 'propose', { n });
    undo.hidden = pastes.length === 0;
  }

  function go(event, at) {
    if (!cells[at]) return;
    event.preventDefault();
    cells[at].focus();
    cells[at].select();
  }

  const all = (field) => field.selectionStart === 0 && field.selectionEnd === field.value.length;

  form.addEventListener('keydown', (event) => {
    const at = cells.indexOf(event.target);
    if (at < 0 || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const field = event.target;
    const column = at % columns;
    if (event.key === 'Enter') {
      event.preventDefault(); // Enter must not submit: the button does
      go(event, event.shiftKey ? at - columns : at + columns);
    } else if (event.shiftKey) {
      return;
    } else if (event.key === 'ArrowUp') {
      go(event, at - columns);
    } else if (event.key === 'ArrowDown') {
      go(event, at + columns);
    } else if (event.key === 'ArrowLeft' && column > 0 && (all(field) || field.selectionEnd === 0)) {
      go(event, at - 1);
    } else if (event.key === 'ArrowRight' && column < columns - 1 && (all(field) || field.selectionStart === field.value.length)) {
      go(event, at + 1);
    } else if (event.key === 'Escape') {
      field.value = field.dataset.was;
      show();
    }
  });

  form.addEventListener('paste', (event) => {
    const at = cells.indexOf(event.target);
    const block = event.clipboardData.getData('text').replace(/\r?\n$/, '').split(/\r?\n/).map((line) => line.split('\t'));
    if (at < 0 || (block.length === 1 && block[0].length === 1)) return;
    event.preventDefault();
    const stood = new Map();
    const bad = [];
    let outside = 0;
    block.forEach((line, down) => line.forEach((value, right) => {
      const column = at % columns + right;
      const cell = cells[at - (at % columns) + down * columns + column];
      if (cell && column < columns) {
        stood.set(cell, cell.value);
        cell.value = value.trim();
        if (isBad(value)) bad.push(say('notWhole', { cell: nameOf(cell), value: value.trim() }));
      } else {
        outside++;
      }
    }));
    pastes.push({ stood, first: event.target });
    pasted.textContent = [say(outside ? 'pastedInPart' : 'pasted', { n: stood.size, left: outside }), ...bad].join(' ');
    show();
  });

  function takeBack() {
    const last = pastes.pop();
    for (const [cell, value] of last.stood) cell.value = value;
    pasted.textContent = say('undone');
    last.first.focus();
    show();
  }

  // The browser's undo does not know about pasted blocks: undo here reverts a paste, until something is typed.
  let typedSince = false;
  form.addEventListener('paste', () => { typedSince = false; });
  form.addEventListener('input', () => { typedSince = true; });
  form.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z' && pastes.length && !typedSince) {
      event.preventDefault();
      takeBack();
    }
  });
  undo.addEventListener('click', takeBack);

  form.addEventListener('submit', () => { leaving = true; });
  window.addEventListener('pageshow', () => { leaving = false; });
  window.addEventListener('beforeunload', (event) => {
    if (!leaving && cells.some((cell) => isChanged(cell) && cell.value !== cell.defaultValue)) event.preventDefault();
  });

  form.addEventListener('input', show);
  show();
}

if (form) start();

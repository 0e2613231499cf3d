// The grid of paper registers: Enter moves down as in a spreadsheet, and a copied block is pasted cell by cell. Without scripts it is a
// plain form.
import { words } from './common/words.js';
import sentences from '../../resources/messages/attendance/paperRegistersScript.properties';

const say = words(sentences);
const form = document.getElementById('registers');

function start() {
  const cells = [...form.querySelectorAll('.tuk-paper__i')];
  const columns = Number(form.dataset.columns);
  const pasted = form.querySelector('[data-pasted]');
  let leaving = false;

  form.addEventListener('keydown', (event) => {
    const at = cells.indexOf(event.target);
    if (at < 0 || event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    event.preventDefault(); // Enter must not submit: the buttons do
    const next = cells[event.shiftKey ? at - columns : at + columns];
    if (next) {
      next.focus();
      next.select();
    }
  });

  form.addEventListener('paste', (event) => {
    const at = cells.indexOf(event.target);
    const block = event.clipboardData.getData('text').replace(/\r?\n$/, '').split(/\r?\n/).map((line) => line.split('\t'));
    if (at < 0 || (block.length === 1 && block[0].length === 1)) return;
    event.preventDefault();
    let taken = 0;
    let outside = 0;
    block.forEach((line, down) => line.forEach((value, right) => {
      const column = (at % columns) + right;
      const cell = cells[at - (at % columns) + down * columns + column];
      if (cell && column < columns) {
        cell.value = value.trim();
        taken++;
      } else {
        outside++;
      }
    }));
    pasted.textContent = say(outside ? 'pastedInPart' : 'pasted', { n: taken, left: outside });
  });

  form.addEventListener('submit', () => { leaving = true; });
  window.addEventListener('pageshow', () => { leaving = false; });
  window.addEventListener('beforeunload', (event) => {
    if (!leaving && cells.some((cell) => cell.value !== cell.defaultValue)) event.preventDefault();
  });
}

if (form) start();

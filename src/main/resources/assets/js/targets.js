// The grid of targets: arrow keys, Esc, pasting a block and taking it back, and sums while typing. Without it the form works as it is.
const form = document.getElementById('targets');
const cells = [...form.querySelectorAll('.tuk-grid__i')];
const columns = form.querySelectorAll('tbody tr:first-child .tuk-grid__i').length;
const format = new Intl.NumberFormat('en-GB');
const number = (text) => (/^\d{1,7}$/.test(text.replace(/[,\s]/g, '')) ? Number(text.replace(/[,\s]/g, '')) : null);
const undo = form.querySelector('[data-undo]');
const pasted = form.querySelector('[data-pasted]');
const pastes = [];
let leaving = false;
const before = sum(cells, (cell) => cell.dataset.was);

function sum(some, read) {
  return some.reduce((total, cell) => total + (number(read(cell)) ?? 0), 0);
}

const changes = () => cells.filter((cell) => cell.value.trim() !== cell.dataset.was
  && (number(cell.value) === null || number(cell.value) !== number(cell.dataset.was)));

function show() {
  const typed = (cell) => cell.value;
  const changed = changes();
  for (const cell of cells) {
    cell.parentElement.classList.toggle('tuk-grid--ch', changed.includes(cell));
  }
  for (const output of form.querySelectorAll('output[data-row]')) {
    const row = [...output.closest('tr').querySelectorAll('.tuk-grid__i')];
    output.value = row.some((cell) => cell.value) ? format.format(sum(row, typed)) : '–';
  }
  form.querySelectorAll('output[data-term]').forEach((output, column) => {
    output.value = format.format(sum(cells.filter((_, i) => i % columns === column), typed));
  });
  const now = sum(cells, typed);
  form.querySelector('output[data-all]').value = format.format(now);
  form.querySelector('[data-sum]').textContent = format.format(now);
  const difference = now - before;
  const words = difference ? `was ${format.format(before)}, ${format.format(Math.abs(difference))} ${difference > 0 ? 'more' : 'fewer'}` : 'set for the year';
  form.querySelector('[data-difference]').textContent = words;
  undo.hidden = pastes.length === 0;
  form.querySelector('button[type=submit]').textContent = changed.length ? `Save ${changed.length} ${changed.length === 1 ? 'change' : 'changes'}` : 'Save targets';
}

form.addEventListener('keydown', (event) => {
  const at = cells.indexOf(event.target);
  if (at < 0) return;
  const step = { ArrowUp: -columns, ArrowDown: columns }[event.key];
  if (step && cells[at + step]) {
    event.preventDefault();
    cells[at + step].focus();
    cells[at + step].select();
  } else if (event.key === 'Escape') {
    event.target.value = event.target.dataset.was;
    show();
  }
});

form.addEventListener('paste', (event) => {
  const at = cells.indexOf(event.target);
  const block = event.clipboardData.getData('text').replace(/\r?\n$/, '').split(/\r?\n/).map((line) => line.split('\t'));
  if (at < 0 || (block.length === 1 && block[0].length === 1)) return;
  event.preventDefault();
  const stood = new Map();
  let outside = 0;
  block.forEach((line, down) => line.forEach((value, right) => {
    const column = at % columns + right;
    const cell = cells[at - (at % columns) + down * columns + column];
    if (cell && column < columns) {
      stood.set(cell, cell.value);
      cell.value = value.trim();
    } else {
      outside++;
    }
  }));
  pastes.push({ stood, first: event.target });
  const some = (count) => `${count} ${count === 1 ? 'cell' : 'cells'}`;
  pasted.textContent = `${some(stood.size)} pasted${outside ? `, ${some(outside)} did not fit and ${outside === 1 ? 'was' : 'were'} left out` : ''}.`;
  show();
});

function takeBack() {
  const last = pastes.pop();
  for (const [cell, value] of last.stood) cell.value = value;
  pasted.textContent = 'The pasted cells stand as before.';
  last.first.focus();
  show();
}

// A browser's own undo knows what was typed, not what was pasted here: after typing it is the browser's again.
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
window.addEventListener('beforeunload', (event) => {
  if (!leaving && changes().length) event.preventDefault();
});

form.addEventListener('input', show);
show();

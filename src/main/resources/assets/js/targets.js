// The grid of targets: arrow keys, Esc, pasting a block, and sums while typing. Without it the form works as it is.
const form = document.getElementById('targets');
const cells = [...form.querySelectorAll('.tuk-grid__i')];
const columns = form.querySelectorAll('tbody tr:first-child .tuk-grid__i').length;
const format = new Intl.NumberFormat('en-GB');
const number = (text) => (/^\d{1,7}$/.test(text.replace(/[,\s]/g, '')) ? Number(text.replace(/[,\s]/g, '')) : null);
const before = sum(cells, (cell) => cell.dataset.was);

function sum(some, read) {
  return some.reduce((total, cell) => total + (number(read(cell)) ?? 0), 0);
}

function show() {
  const typed = (cell) => cell.value;
  const changed = cells.filter((cell) => number(cell.value) !== number(cell.dataset.was));
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
  const block = event.clipboardData.getData('text').trim().split(/\r?\n/).map((line) => line.split('\t'));
  if (at < 0 || (block.length === 1 && block[0].length === 1)) return;
  event.preventDefault();
  block.forEach((line, down) => line.forEach((value, right) => {
    const column = at % columns + right;
    const cell = cells[at - (at % columns) + down * columns + column];
    if (cell && column < columns) cell.value = value.trim();
  }));
  show();
});

form.addEventListener('input', show);
show();

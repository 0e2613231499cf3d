// Sorts a table with data-sortable in place. Without scripts the links in its head ask the server for another order.
import { inOrder } from './order.js';

// The attributes data-ascending and data-descending have the words to announce; "#" is the name of the column.
function announce(table, down, column) {
  const words = down ? table.dataset.descending : table.dataset.ascending;
  if (!words) return;
  let status = table.nextElementSibling;
  if (!status || !status.classList.contains('tuk-sorted')) {
    status = document.createElement('p');
    status.className = 'tuk-sorted govuk-visually-hidden';
    status.setAttribute('role', 'status');
    table.after(status);
  }
  status.textContent = words.replace('#', column);
}

function textOf(cell) { return cell.dataset.sort === undefined ? cell.textContent : cell.dataset.sort; }

// The total, in the foot or in a row of class tuk-total, stays where it is.
function sort(table, head) {
  const down = head.getAttribute('aria-sort') === 'ascending';
  table.tHead.querySelectorAll('[aria-sort]').forEach((other) => other.setAttribute('aria-sort', 'none'));
  head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
  const body = table.tBodies[0];
  const rows = [...body.rows].filter((row) => !row.classList.contains('tuk-total'));
  const sorted = inOrder(rows, (row) => textOf(row.cells[head.cellIndex]), down);
  body.prepend(...sorted);
  announce(table, down, head.textContent.trim());
}

document.querySelectorAll('table[data-sortable]').forEach((table) => table.tHead.addEventListener('click', (event) => {
  const link = event.target.closest('a.tuk-sort');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  sort(table, link.closest('th'));
}));

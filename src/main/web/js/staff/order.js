// The order of the rows of a table by one of its columns.
const NUMBER = /^[-–−+]?\d[\d,]*(\.\d+)?\s?%?$/;
const EMPTY = /^[-–—]?$/;
const words = new Intl.Collator('en-GB', { numeric: true });

/**
 * What a cell is sorted by: a number, text, or null if it is empty.
 *
 * @param {string} text the cell's data-sort, otherwise its text
 */
export function sortValue(text) {
  const plain = text.trim();
  if (EMPTY.test(plain)) return null;
  return NUMBER.test(plain) ? Number(plain.replace(/[–−]/, '-').replace(/[+,%\s]/g, '')) : plain;
}

// Empty cells are last in both directions; numbers come before text.
function compare(one, other, down) {
  if (one === null || other === null) return (one === null ? 1 : 0) - (other === null ? 1 : 0);
  const way = down ? -1 : 1;
  if (typeof one === 'number' && typeof other === 'number') return way * (one - other);
  if (typeof one !== typeof other) return way * (typeof one === 'number' ? -1 : 1);
  return way * words.compare(one, other);
}

/**
 * The rows in order; rows with the same value keep theirs.
 *
 * @template Row
 * @param {Row[]} rows
 * @param {(row: Row) => string} textOf
 * @param {boolean} down highest first
 * @returns {Row[]}
 */
export function inOrder(rows, textOf, down) {
  const values = new Map(rows.map((row) => [row, sortValue(textOf(row))]));
  return rows.slice().sort((one, other) => compare(values.get(one), values.get(other), down));
}

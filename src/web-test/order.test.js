// Sorts rows as the head of a table does.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inOrder, sortValue } from '../main/web/js/staff/order.js';

const up = (rows) => inOrder(rows, (row) => row, false);
const down = (rows) => inOrder(rows, (row) => row, true);

test('numbers are sorted by their value, with commas, percent and minus', () => {
  assert.deepEqual(up(['1,204', '87', '9 %', '−3']), ['−3', '9 %', '87', '1,204']);
  assert.deepEqual(down(['1,204', '87', '9 %']), ['1,204', '87', '9 %']);
  assert.equal(sortValue(' 12.5% '), 12.5);
});

test('text with a number in it is text, in the order of people', () => {
  assert.equal(sortValue('12 March 2026'), '12 March 2026');
  assert.deepEqual(up(['Class 10', 'class 2', 'Élan', 'Zoo', 'Earl']), ['class 2', 'Class 10', 'Earl', 'Élan', 'Zoo']);
});

test('dates are sorted by their data-sort', () => {
  assert.deepEqual(down(['2026-03-12', '2025-12-31', '2026-11-01']), ['2026-11-01', '2026-03-12', '2025-12-31']);
});

test('empty cells are last in both directions', () => {
  assert.deepEqual(up(['–', '2', '', '1']), ['1', '2', '–', '']);
  assert.deepEqual(down(['–', '2', '', '1']), ['2', '1', '–', '']);
});

test('rows with the same value keep their order, and the list that was given is not changed', () => {
  const rows = [['b', '1'], ['a', '2'], ['c', '1']];
  assert.deepEqual(inOrder(rows, (row) => row[1], false).map((row) => row[0]), ['b', 'c', 'a']);
  assert.deepEqual(inOrder(rows, (row) => row[1], true).map((row) => row[0]), ['a', 'b', 'c']);
  assert.equal(rows[0][0], 'b');
});

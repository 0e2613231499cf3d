// Stores values on a device, or in memory where the browser refuses.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import './browser.js';

const storage = await import('../main/web/js/child/storage.js');
storage.write('code', { code: 'ABC-1234' });
const next = await import('../main/web/js/child/storage.js?next');
localStorage.setItem = () => { throw new Error('a private window'); };
const refused = await import('../main/web/js/child/storage.js?refused');

test('a value of one page is there for the next', () => {
  assert.equal(storage.canStore, true);
  assert.deepEqual(next.read('code'), { code: 'ABC-1234' });
  next.write('code', null);
  assert.equal(storage.read('code'), null);
});

test('where storage is refused, values live in memory', () => {
  assert.equal(refused.canStore, false);
  refused.write('out.a', { events: [1] });
  refused.change('out.a', (box) => ({ events: box.events.concat(2) }));
  assert.deepEqual(refused.read('out.a'), { events: [1, 2] });
  assert.deepEqual(refused.storedNames('out.'), ['out.a']);
  refused.write('out.a', null);
  assert.equal(refused.read('out.a'), null);
  assert.deepEqual(refused.storedNames('out.'), []);
});

test('a value that does not fit in full storage lives in memory', () => {
  storage.write('now', { id: 'a' });
  assert.deepEqual(storage.read('now'), { id: 'a' });
  assert.equal(localStorage.getItem('tuk.now'), null);
});

// Marks answers of each kind as the child's page does.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mark } from '../main/web/js/lesson/marking.js';

test('a single answer is right or to be tried again', () => {
  assert.deepEqual(mark('single', 'b', 'b'), { tone: 'right', verdicts: { b: 'yes' }, good: 1, most: true, missing: 0 });
  assert.deepEqual(mark('single', 'b', 'a'), { tone: 'again', verdicts: { a: 'no' }, good: 0, most: false, missing: 0 });
});

test('any of several right answers is right', () => {
  assert.equal(mark('single', 'a c', 'c').tone, 'right');
});

test('a question without a right answer is told', () => {
  assert.deepEqual(mark('single', '', 'a'), { tone: 'told', verdicts: {}, good: 0, most: false, missing: 0 });
  assert.equal(mark('scale', undefined, 3).tone, 'told');
});

test('of several answers all must be there, and none too many', () => {
  assert.equal(mark('multiple', 'a b', ['b', 'a']).tone, 'right');
  assert.deepEqual(mark('multiple', 'a b c', ['a', 'b']),
    { tone: 'again', verdicts: { a: 'yes', b: 'yes' }, good: 2, most: true, missing: 1 });
  assert.deepEqual(mark('multiple', 'a b', ['a', 'b', 'd']),
    { tone: 'again', verdicts: { a: 'yes', b: 'yes', d: 'no' }, good: 2, most: true, missing: 0 });
});

test('an order says of each row whether it belongs sooner or later', () => {
  assert.equal(mark('order', 'a b c', ['a', 'b', 'c']).tone, 'right');
  assert.deepEqual(mark('order', 'a b c', ['a', 'c', 'b']),
    { tone: 'again', verdicts: { a: 'yes', c: 'later', b: 'sooner' }, good: 1, most: false, missing: 0 });
});

test('a thing is marked by its place', () => {
  assert.deepEqual(mark('places', 'cat=home dog=park', ['cat=home', 'dog=home']),
    { tone: 'again', verdicts: { cat: 'yes', dog: 'no' }, good: 1, most: false, missing: 0 });
  assert.equal(mark('places', 'cat=home dog=park', ['dog=park', 'cat=home']).tone, 'right');
});

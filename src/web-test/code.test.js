// Reads a join code as it is typed or scanned.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cardIn, cleanCode, dashCode, sealed } from '../main/web/js/child/code.js';

const PRINTED_BEFORE = 'K7M4PX2CABCDEFGHJKMNP';
const SCANNED = PRINTED_BEFORE + 'QRSTU';

test('a typed code has eight symbols, in any case, with blanks or a dash', () => {
  assert.equal(cleanCode(' k7m4-px 2c '), 'K7M4PX2C');
  assert.equal(sealed('K7M4PX2C'), 'K7M4PX2C');
});

test('a scanned code has 18 symbols more, and a part of them is no seal', () => {
  cleanCode(SCANNED.slice(0, -1));
  assert.equal(sealed('K7M4PX2C'), 'K7M4PX2C');
  assert.equal(cleanCode(SCANNED), 'K7M4PX2C');
  assert.equal(sealed('K7M4PX2C'), SCANNED);
  assert.equal(sealed('K7M4PX2D'), 'K7M4PX2D');
});

test('a code printed before 1.4.0 has 13 symbols more', () => {
  assert.equal(cleanCode(PRINTED_BEFORE), 'K7M4PX2C');
  assert.equal(sealed('K7M4PX2C'), PRINTED_BEFORE);
});

test('a scanned code of seven symbols, of a room opened before codes had eight, keeps its seal', () => {
  const earlier = SCANNED.slice(1);
  assert.equal(cleanCode(earlier), '7M4PX2C');
  assert.equal(sealed('7M4PX2C'), earlier);
});

test('the field shows a dash after four symbols', () => {
  const field = { value: 'k7m4p', selectionStart: 5, setSelectionRange() {} };
  dashCode(field);
  assert.equal(field.value, 'K7M4-P');
});

test('the QR code of a card is not a join code', () => {
  assert.equal(cardIn('card=17'), 17);
  assert.equal(cardIn(SCANNED), 0);
});

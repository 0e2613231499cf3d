// The sentences of scripts are found by their keys, and their values filled in.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { words } from '../main/web/js/common/words.js';

const MESSAGES = new URL('../main/resources/messages/', import.meta.url);

const say = words(`# A comment
place=At a place
placeOf(n,what)=Place {n}: {what}
done(n)={n, plural, one {# line is} other {# lines are}} here: {n, plural, one {open it} other {open them}}.
silent=: no signal
`);

test('a sentence is found by its whole key', () => {
  assert.equal(say('place'), 'At a place');
  assert.equal(say('silent'), ': no signal');
  assert.throws(() => say('pla'), TypeError);
});

test('values are filled in as they are, and numbers with commas', () => {
  assert.equal(say('placeOf', { n: 1234567, what: '{n} = $&' }), 'Place 1,234,567: {n} = $&');
});

test('a number chooses between one and other', () => {
  assert.equal(say('done', { n: 1 }), '1 line is here: open it.');
  assert.equal(say('done', { n: 0 }), '0 lines are here: open them.');
  assert.equal(say('done', { n: 1200 }), '1,200 lines are here: open them.');
});

test('each sentence in messages is one that scripts can fill in', () => {
  const files = readdirSync(MESSAGES).filter((wing) => !wing.includes('.'))
    .flatMap((wing) => readdirSync(new URL(wing, MESSAGES)).map((file) => wing + '/' + file))
    .filter((file) => file.endsWith('Script.properties'));
  assert.ok(files.length > 0);
  for (const file of files) {
    const sentences = readFileSync(new URL(file, MESSAGES), 'utf8');
    for (const line of sentences.trim().split('\n').filter((each) => !each.startsWith('#'))) {
      const [, key, names = ''] = /^(\w+)(?:\((\w+(?:,\w+)*)\))?=\S/.exec(line) ?? assert.fail(`${file}: ${line}`);
      for (const n of [1, 2]) {
        const values = Object.fromEntries(names.split(',').map((name) => [name, n]));
        assert.doesNotMatch(words(sentences)(key, values), /[{}#\\']/, `${file}: ${line}`);
      }
    }
  }
});

// Keys from outside reach no prototype: not in JSON, not in what is stored, not in an answer of a server.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { serve } from './browser.js';

const { own, parse } = await import('../main/web/js/common/json.js');
const server = await serve();
const { post } = await import('../main/web/js/child/server.js');
const storage = await import('../main/web/js/child/storage.js');
const { mark } = await import('../main/web/js/lesson/marking.js');
after(() => server.stop());

const HOSTILE = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"a":[{"__proto__":{"polluted":1}}]}';

function isClean(value) {
  assert.equal({}.polluted, undefined);
  assert.equal(value.polluted, undefined);
  assert.equal(Object.getPrototypeOf(value), Object.prototype);
  assert.equal(Object.assign({}, value).polluted, undefined);
  assert.deepEqual(Object.keys(value), ['constructor', 'a']);
  assert.equal(value.a[0].polluted, undefined);
}

test('JSON loses the key __proto__, at every depth', () => isClean(parse(HOSTILE)));

test('an answer of a server reaches no prototype', async () => {
  server.answers.push(() => [200, JSON.parse(HOSTILE)]);
  const answer = await post('/api/progress', { events: [] });
  isClean(answer.body);
});

test('a stored value reaches no prototype, and a name may be __proto__', () => {
  localStorage.setItem('tuk.look', HOSTILE);
  isClean(storage.read('look'));
  storage.write('__proto__', { polluted: 1 });
  assert.equal({}.polluted, undefined);
  storage.write('__proto__', null);
});

test('an answer whose key is __proto__ is marked like another', () => {
  const marked = mark('multiple', 'a b', ['a', '__proto__']);
  assert.equal(own(marked.verdicts, '__proto__'), 'no');
  assert.equal(own(marked.verdicts, 'a'), 'yes');
  assert.equal({}.no, undefined);
});

test('what all objects have is nobody’s own', () => {
  assert.equal(own({}, 'constructor'), undefined);
  assert.equal(own({ a: 1 }, 'a'), 1);
});

test('the linter refuses keys from outside, JSON that is not read by parse() and changed prototypes', async () => {
  const linter = new ESLint({ cwd: fileURLToPath(new URL('../..', import.meta.url)), overrideConfigFile: 'src/web-test/eslint.config.js' });
  const refused = ['o[k] = 1;', 'o[k].a = 1;', 'o[k] ??= 1;', 'o[k]++;', 'return k in o;', 'for (const a in o) k(a);', 'Reflect.set(o, k, 1);',
    'Object.defineProperty(o, k, {});', 'JSON.parse(k);', 'o.json();', 'o.__proto__.a = 1;', 'Object.setPrototypeOf(o, k);',
    'o[k] = 1; // eslint-disable-line'];
  for (const script of ['odd', 'child/odd', 'lesson/odd', 'common/odd', 'lesson-worker', 'studio']) {
    for (const code of [...refused, 'return o[k];']) {
      const [read] = await linter.lintText(`// Odd.\nexport function odd(o, k) { ${code}\n}\n`, { filePath: `src/main/web/js/${script}.js` });
      assert.equal(read.messages.some(({ ruleId }) => ruleId === 'no-restricted-syntax'), refused.includes(code), `${script}: ${code}`);
    }
  }
});

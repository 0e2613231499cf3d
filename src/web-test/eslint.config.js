// Rules for scripts. Those that forbid something say which browser lacks it: teachers and children use tablets with Safari 15.0 and Chrome 92.
import js from '@eslint/js';
import globals from 'globals';

// Each module begins with a comment that says what it is for.
const openingSentence = {
  create: (context) => ({
    Program(program) {
      const first = context.sourceCode.getAllComments()[0];
      const above = first && first.type === 'Line' && (!program.body[0] || first.range[0] < program.body[0].range[0]);
      if (!above) context.report({ loc: { line: 1, column: 0 }, message: 'Say in a comment at the top what this module is for.' });
    },
  }),
};

const method = (names, why) => ({ selector: `CallExpression > MemberExpression.callee[property.name=/^(${names})$/]`, message: why });
const member = (names, why) => ({ selector: `MemberExpression[property.name=/^(${names})$/]`, message: why });

const OLD = [
  method('at', 'Safari 15.0 has no at(): use an index.'),
  method('hasOwn|groupBy|fromAsync', 'Safari 15.0 does not have it.'),
  method('findLast|findLastIndex|toSorted|toReversed|toSpliced|with', 'Safari 15.0 does not have it: copy the array first.'),
  method('randomUUID', 'Safari 15.0 has no randomUUID(): use uuid().'),
  method('showModal', 'Safari 15.0 has no dialogs.'),
  method('requestSubmit', 'Safari 15 does not have it: click the button.'),
  { selector: 'CallExpression[callee.object.name="AbortSignal"]', message: 'Safari 15.0 has no AbortSignal.timeout() and any(): use an AbortController.' },
  { selector: 'Literal[value=/:has\\(/]', message: 'Safari 15.0 does not know :has().' },
];
const BY_STORAGE = 'Store by child/storage.js.';
const UNSAFE = [
  member('localStorage|sessionStorage|indexedDB|cookieStore', BY_STORAGE),
  member('innerHTML|outerHTML|insertAdjacentHTML', 'Make elements: text is never markup.'),
  { selector: 'MemberExpression[object.name="document"][property.name="write"]', message: 'Make elements: text is never markup.' },
  { selector: 'ImportExpression', message: 'Import at the top: a page loads a fixed number of scripts.' },
];
const COOKIES = [member('cookie', 'Only live-room.js sets a cookie.')];
const BY_KEY = 'A key from outside may be __proto__: use a Map, Object.fromEntries() or { ...object, [key]: value }.';
const PROTOTYPES = [
  { selector: 'AssignmentExpression > MemberExpression.left[computed=true]:not([property.type="Literal"])', message: BY_KEY },
  { selector: 'AssignmentExpression > MemberExpression.left > MemberExpression.object[computed=true]:not([property.type="Literal"])', message: BY_KEY },
  { selector: 'UpdateExpression > MemberExpression[computed=true]:not([property.type="Literal"])', message: BY_KEY },
  { selector: 'BinaryExpression[operator="in"]:not([left.type="Literal"])', message: 'It finds what all objects have: use own().' },
  { selector: 'ForInStatement', message: 'It finds what all objects have: use Object.keys().' },
  { selector: 'CallExpression[callee.object.name="JSON"][callee.property.name="parse"]', message: 'Use parse(), which drops __proto__.' },
  method('json', 'Use parse(await answer.text()), which drops __proto__.'),
  member('__proto__|__defineSetter__|__defineGetter__|setPrototypeOf', 'No object changes its prototype.'),
  member('defineProperty|defineProperties', BY_KEY),
  { selector: 'CallExpression[callee.object.name="Reflect"]', message: BY_KEY },
];
// What a browser stores is in docs/compliance/protection.md: the scripts below, and no other, may store anything.
const STORES = ['child/storage', 'lesson/thoughts', 'studio', 'studio-welsh', 'projector'].map((name) => `src/main/web/js/${name}.js`);
const STORAGE = ['localStorage', 'sessionStorage', 'indexedDB', 'cookieStore'].map((name) => ({ name, message: BY_STORAGE }));
// The pages of a lesson, for use without a network: the first stores them, the second deletes them.
const LESSON_CACHE = ['lesson-worker', 'child/tidy'].map((name) => `src/main/web/js/${name}.js`);
const CACHES = [{ name: 'caches', message: 'Only lesson-worker.js keeps pages.' }];
const CACHES_OF_A_WINDOW = [member('caches', 'Only lesson-worker.js keeps pages.')];
const CHILDREN = [
  member('style', 'The policy of children’s pages forbids inline styles: use a class.'),
  member('inert', 'Safari 15.0 does not have it.'),
];
const OLD_GLOBALS = ['structuredClone', 'BroadcastChannel', 'reportError'].map((name) => ({ name, message: 'Safari 15.0 does not have it.' }));

export default [
  { ignores: ['src/main/web/js/vendor/', 'src/web-test/node_modules/'] },
  js.configs.recommended,
  {
    files: ['src/main/web/js/**/*.js'],
    languageOptions: { ecmaVersion: 2022, sourceType: 'module', globals: globals.browser },
    // no script switches a rule off for itself
    linterOptions: { noInlineConfig: true },
    plugins: { local: { rules: { 'opening-sentence': openingSentence } } },
    rules: {
      'local/opening-sentence': 'error',
      eqeqeq: 'error',
      'max-len': ['error', { code: 140 }],
      'max-lines': ['error', 300],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-globals': ['error', ...OLD_GLOBALS, ...STORAGE, ...CACHES],
      'no-restricted-syntax': ['error', ...OLD, ...UNSAFE, ...COOKIES, ...PROTOTYPES, ...CACHES_OF_A_WINDOW],
      'no-shadow': 'error',
      'no-use-before-define': ['error', { functions: false, variables: false }],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['src/main/web/js/{child,lesson}.js', 'src/main/web/js/{child,lesson}/*.js'],
    rules: {
      'no-restricted-globals': [
        'error', ...OLD_GLOBALS, ...STORAGE, ...CACHES, { name: 'EventSource', message: 'It cannot send the Seat header: use hearRoom().' },
      ],
      'no-restricted-syntax': ['error', ...OLD, ...UNSAFE, ...COOKIES, ...PROTOTYPES, ...CACHES_OF_A_WINDOW, ...CHILDREN],
    },
  },
  { files: STORES, rules: { 'no-restricted-globals': ['error', ...OLD_GLOBALS, ...CACHES] } },
  {
    files: LESSON_CACHE,
    rules: {
      'no-restricted-globals': ['error', ...OLD_GLOBALS, ...STORAGE],
      'no-restricted-syntax': ['error', ...OLD, ...UNSAFE, ...COOKIES, ...PROTOTYPES, ...CHILDREN],
    },
  },
  {
    files: ['src/main/web/js/live-room.js'],
    rules: { 'no-restricted-syntax': ['error', ...OLD, ...UNSAFE, ...PROTOTYPES, ...CACHES_OF_A_WINDOW] },
  },
  {
    files: ['src/main/web/js/common/json.js'],
    rules: { 'no-restricted-syntax': ['error', ...OLD, ...UNSAFE, ...COOKIES, ...CACHES_OF_A_WINDOW] },
  },
  { files: ['src/main/web/js/lesson-worker.js'], languageOptions: { globals: globals.serviceworker } },
  { files: ['src/web-test/*.js'], languageOptions: { ecmaVersion: 2022, sourceType: 'module', globals: globals.node } },
];

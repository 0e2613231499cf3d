// Checks that children's scripts parse as ES2021, and that scripts and styles use only what the oldest school tablets support,
// by MDN's browser compatibility data. A name that several interfaces share passes if one of them is old enough.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'acorn';
import { full } from 'acorn-walk';
import bcd from '@mdn/browser-compat-data' with { type: 'json' };

const OLDEST = { safari: '15', safari_ios: '15', chrome: '92', chrome_android: '92' };
const WEB = join(dirname(fileURLToPath(import.meta.url)), '../../main/web');
const SCRIPTS = join(WEB, 'js');
const STYLES = join(WEB, 'css/child');
// Features a page can do without: a browser that lacks them loses nothing else.
const HARMLESS = new Map([
  ['loading', 'pictures then load with the page'],
  [':focus-visible', 'used only in :not(); a browser that ignores the rule keeps the outline'],
  ['resize', 'fields then keep their size'],
  ['hyphens', 'used together with -webkit-hyphens'],
  ['text-size-adjust', 'used together with -webkit-text-size-adjust'],
]);

function newer(version, than) {
  const [a, b] = [version, than].map(text => text.replace('≤', '').split('.').map(Number));
  for (let i = 0; i < 3; i++) if ((a[i] || 0) !== (b[i] || 0)) return (a[i] || 0) > (b[i] || 0);
  return false;
}

// Partial support counts as support. Missing, or behind a flag, a prefix or another name, does not.
function has(stated, version) {
  if (stated.flags || stated.prefix || stated.alternative_name) return false;
  if (stated.version_added === true) return true;
  return typeof stated.version_added === 'string' && stated.version_added !== 'preview'
    && !newer(stated.version_added, version) && !(stated.version_removed && !newer(stated.version_removed, version));
}

function lacks(compat) {
  return Object.entries(OLDEST).filter(([browser, version]) => {
    const stated = [compat.support[browser]].flat().filter(Boolean);
    return stated.length > 0 && !stated.some(one => has(one, version));
  }).map(([browser]) => browser);
}

// Maps each name in the web's and the language's interfaces to the browsers that lack it in every interface.
function names(...trees) {
  const known = new Map();
  function note(name, compat) {
    const lacking = lacks(compat);
    const before = known.get(name);
    known.set(name, before ? before.filter(one => lacking.includes(one)) : lacking);
  }
  for (const tree of trees) {
    for (const [name, api] of Object.entries(tree)) {
      if (api.__compat) note(name, api.__compat);
      for (const [member, part] of Object.entries(api)) {
        if (member !== '__compat' && part.__compat) note(member.replace(/_(static|event)$/, ''), part.__compat);
      }
    }
  }
  return known;
}

function files(path) {
  const whole = join(SCRIPTS, path);
  return statSync(whole).isDirectory() ? readdirSync(whole).sort().map(file => join(path, file)) : [path];
}

const problems = [];
const apis = names(bcd.api, bcd.javascript.builtins);
const properties = names({ all: bcd.css.properties });
const selectors = names({ all: bcd.css.selectors });
let checked = 0;

const scripts = ['child.js', 'child', 'lesson.js', 'lesson', 'lesson-worker.js'].flatMap(files).map(file => {
  const text = readFileSync(join(SCRIPTS, file), 'utf8');
  try {
    return { file, text, tree: parse(text, { ecmaVersion: 2021, sourceType: 'module' }) };
  } catch (error) {
    problems.push(`${file}: not ES2021: ${error.message}`);
    return null;
  }
}).filter(Boolean);

// Our own names: variables, and members of our own objects.
const variables = new Set();
const members = new Set(['number']); // and a member that the classroom API sends
for (const { tree } of scripts) {
  full(tree, node => {
    if (node.type === 'Property') members.add(node.key.name || node.key.value);
    if (node.type.startsWith('Import') && node.local) variables.add(node.local.name);
    if (node.type === 'VariableDeclarator') variables.add(node.id.name);
    if (/Function/.test(node.type)) [node.id, ...node.params].filter(Boolean).forEach(one => variables.add(one.name));
    if (node.type === 'CatchClause' && node.param) variables.add(node.param.name);
    if (node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression' && node.left.object.type === 'Identifier') members.add(node.left.property.name);
  });
}

function use(file, name, shown, known) {
  if (!known.has(name)) return;
  checked++;
  const lacking = known.get(name);
  if (lacking.length && !HARMLESS.has(shown)) problems.push(`${file}: ${shown} is not in ${lacking.join(', ')}`);
}

for (const { file, tree } of scripts) {
  full(tree, node => {
    if (node.type === 'MemberExpression' && !node.computed && !members.has(node.property.name)
      && !/^(dataset|lesson|my|outbox|turns|views)$/.test(node.object.property ? node.object.property.name : node.object.name)) {
      use(file, node.property.name, node.property.name, apis);
    }
    if (node.type === 'Identifier' && !variables.has(node.name)) use(file, node.name, node.name, apis);
  });
}

for (const file of readdirSync(STYLES)) {
  const text = readFileSync(join(STYLES, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  for (const [, name] of text.matchAll(/[{;]\s*([a-z][a-z-]+)\s*:/g)) use(file, name, name, properties);
  for (const [, name] of text.matchAll(/::?([a-z-]+)(?=[^;{}]*\{)/g)) use(file, name, `:${name}`, selectors);
}

const unique = [...new Set(problems)];
unique.forEach(problem => console.log(`FAIL  ${problem}`));
console.log(`${unique.length ? 'FAIL' : 'PASS'}  children's scripts parse as ES2021; ${checked} uses of the web's interfaces and styles compared with Safari 15.0 and Chrome 92 (browser-compat-data ${bcd.__meta.version}): ${unique.length} not there`);
process.exit(unique.length ? 1 : 0);

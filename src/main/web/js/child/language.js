// The language of a page: switched in place at any time, so that no card, position or answer is lost, and stored on this device.
// The other language is fetched after the first screen, so that it also works without a network.
import { lesson } from './lesson.js';
import { byId } from './page.js';
import { showPage } from './pages.js';
import { call } from './server.js';
import { change, read, write } from './storage.js';

const ahead = new Map();
const refused = new Set();
let known = { text: null, names: new Map() };

function spoken() { return document.documentElement.lang.slice(0, 2); }

// The languages that this page can be switched to.
export function otherLanguages() {
  return Array.from(new Set(Array.from(document.querySelectorAll('[data-language]'), function (one) { return one.dataset.language; })));
}

function isHelping() { return document.documentElement.classList.contains('helping'); }

function address(language) { return location.pathname + '?language=' + language; }

function fetchPage(language) {
  const where = address(language);
  const seat = (read('now') || {}).seat;
  if (ahead.has(where)) return Promise.resolve(ahead.get(where));
  return call(where, { headers: seat ? { Seat: seat } : {} }).then(function (answer) {
    const html = answer.status === 200 ? answer.body.text : '';
    if (html) ahead.set(where, html);
    return html;
  });
}

// An unfinished answer: some items placed, a story before its end.
function answerSoFar(form) {
  const things = Array.from(form.querySelectorAll('[data-thing][data-at]'), function (one) {
    return one.dataset.thing + '=' + one.dataset.at;
  });
  const turns = form.dataset.taken ? form.dataset.taken.split(' ') : [];
  if (form.dataset.kind === 'story') return turns;
  const some = form.dataset.kind === 'places' ? things : lesson.answerOf(form);
  return some && some.length === 0 ? null : some;
}

function turnSoFar(form) { return (form.querySelector('.scene:not([hidden]) input:checked') || {}).value; }

// Input that is not sent yet: answers by question, and a half-typed code.
function unsent() {
  const code = byId('code');
  const chosen = Array.from(document.querySelectorAll('form.q:not(.marked)'), function (form) {
    return { question: form.dataset.question, answer: answerSoFar(form), turn: turnSoFar(form) };
  });
  return function () {
    if (code && byId('code')) byId('code').value = code.value;
    chosen.forEach(function (one) {
      const form = document.querySelector('form.q[data-question="' + one.question + '"]:not(.marked)');
      if (form && one.answer !== null) {
        if (form.dataset.kind === 'story') lesson.retell(form, one.answer, one.turn);
        else lesson.chooseAnswer(form, one.answer);
        form.dispatchEvent(new Event('change'));
      }
    });
  };
}

// Replaces the page with the one in another language; returns whether there is one.
export function speak(language) {
  return fetchPage(language).then(function (html) {
    if (!html || spoken() === language) return false;
    const again = unsent();
    const helping = isHelping();
    // Ask for the room's state again, so that a pause stays one.
    if (read('now')) change('now', function (now) { now.since = 0; return now; });
    showPage(html);
    again();
    if (helping) document.querySelector('[data-help]').click();
    return spoken() === language;
  });
}

// Follows the room's language if nobody chose one on this device.
export function speakAs(language, then) {
  if (read('language') || refused.has(language) || language === spoken() || otherLanguages().indexOf(language) < 0) return false;
  speak(language).then(function (is) {
    if (is) refused.delete(language);
    else refused.add(language);
    then();
  });
  return true;
}

function choose(event) {
  event.preventDefault();
  const language = event.currentTarget.dataset.language;
  write('language', language);
  speak(language).then(function (is) {
    const title = is && !isHelping() && document.querySelector('main .step:not([hidden]) h1');
    if (title) title.focus();
  });
}

// The query string with the language chosen on this device.
export function inMyLanguage() {
  const mine = read('language');
  return mine ? '?language=' + mine : '';
}

// A text of the page for the script; "#" is replaced by the value.
export function word(name, value) {
  const text = byId('start').dataset[name] || '';
  return value === undefined ? text : text.replace('#', value);
}

// The name of a card in the language of the page; the classroom API sends it in English.
export function nameOf(card, name) {
  const start = byId('start').dataset;
  const text = start.names || '';
  if (known.text !== text) {
    known = { text: text, names: new Map() };
    text.split(';').forEach(function (one) { known.names.set(one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)); });
  }
  const visitor = start.visitorNamed && /^Visitor (\d+)$/.exec(name);
  return visitor ? start.visitorNamed.replace('#', visitor[1]) : known.names.get(card) || name;
}

export function dressLanguage() {
  const others = otherLanguages();
  document.querySelectorAll('[data-language]').forEach(function (one) { one.addEventListener('click', choose); });
  const mine = read('language');
  if (mine && mine !== spoken() && others.indexOf(mine) >= 0) speak(mine);
}

export function fetchLanguages() { otherLanguages().forEach(fetchPage); }

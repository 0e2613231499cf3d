// Placing things: pairs, groups, gaps. One thing is selected; a tap on a place puts it there, a tap on a placed thing selects it
// again. There is no dragging.
import { quote, say } from './wording.js';

function all(form, what) { return Array.from(form.querySelectorAll('[data-' + what + ']')); }

function words(element) { return element.dataset.name || element.querySelector('.words').textContent.trim(); }

function place(form, key) { return form.querySelector('[data-place="' + key + '"]'); }

function inHand(form) { return form.querySelector('[data-thing][aria-pressed="true"]'); }

function hold(form, thing) {
  all(form, 'thing').forEach(function (one) { one.setAttribute('aria-pressed', String(one === thing)); });
}

function waiting(form) { return all(form, 'thing').filter(function (one) { return !one.dataset.at; }); }

// Updates the label and the position of each thing.
function draw(form) {
  const left = form.querySelector('.left');
  if (left) left.textContent = waiting(form).length ? left.dataset.left.replace('#', waiting(form).length) : left.dataset.none;
  all(form, 'place').forEach(function (one) {
    one.classList.remove('joined');
    if (one.querySelector('.num')) one.querySelector('.num').hidden = true;
  });
  all(form, 'thing').forEach(function (thing, i) {
    const at = thing.dataset.at;
    const where = at ? place(form, at) : null;
    thing.classList.toggle('joined', Boolean(at));
    if (where) thing.setAttribute('aria-label', words(thing) + ': ' + words(where));
    else thing.removeAttribute('aria-label');
    if (thing.dataset.name) thing.querySelector('.words').textContent = where ? words(where) : '?';
    const tray = form.querySelector('.sort [data-in="' + at + '"]') || form.querySelector('.inhand');
    if (tray && thing.parentNode.parentNode !== tray) tray.appendChild(thing.parentNode);
    number(thing, where, i + 1);
  });
  if (form.querySelector('.inhand')) form.querySelector('.inhand').hidden = !waiting(form).length;
}

function number(thing, where, is) {
  const mine = thing.querySelector('.num');
  if (!mine) return;
  mine.hidden = !where;
  mine.textContent = is;
  if (!where) return;
  where.classList.add('joined');
  where.querySelector('.num').hidden = false;
  where.querySelector('.num').textContent = is;
}

function put(form, thing, where) {
  const told = form.querySelector('[data-put]').dataset;
  if ('alone' in told) {
    all(form, 'thing').forEach(function (one) { if (one.dataset.at === where.dataset.place) delete one.dataset.at; });
  }
  thing.dataset.at = where.dataset.place;
  const next = waiting(form)[0];
  draw(form);
  hold(form, next || null);
  say(form, quote(quote(told.put, '#', words(thing)), '@', words(where)) + ' ' + (next ? quote(told.next, '#', words(next)) : told.all));
}

function takeBack(form, thing) {
  delete thing.dataset.at;
  draw(form);
  hold(form, thing);
  thing.focus();
  say(form, quote(form.querySelector('[data-put]').dataset.next, '#', words(thing)));
}

// The answer in the format of the classroom API, or null while something is not placed.
export function placement(form) {
  return waiting(form).length ? null : all(form, 'thing').map(function (thing) { return thing.dataset.thing + '=' + thing.dataset.at; });
}

// Each thing with its place in words, and the key of its feedback: the word in a gap, otherwise the thing.
export function placedWords(form) {
  return all(form, 'thing').map(function (thing) {
    const where = words(place(form, thing.dataset.at));
    return thing.dataset.name ? [where, thing.dataset.at, thing.dataset.thing] : [words(thing) + ' – ' + where, thing.dataset.thing];
  });
}

export function placeAll(form, answer) {
  answer.forEach(function (one) {
    const pair = one.split('=');
    const thing = form.querySelector('[data-thing="' + pair[0] + '"]');
    if (thing) thing.dataset.at = pair[1];
  });
  draw(form);
  hold(form, waiting(form)[0] || null);
}

export function dressPlaces(form, onChange) {
  all(form, 'thing').forEach(function (thing) {
    thing.addEventListener('click', function () {
      takeBack(form, thing);
      onChange();
    });
  });
  all(form, 'place').forEach(function (where) {
    where.addEventListener('click', function () {
      const thing = inHand(form);
      if (thing) put(form, thing, where);
      else say(form, form.querySelector('[data-put]').dataset.all);
      onChange();
    });
  });
  draw(form);
  hold(form, waiting(form)[0]);
}

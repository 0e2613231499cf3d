// Deletes what this device stores apart from outboxes: the lesson of the cards it holds, and all data of a class once no card is
// in use. Unsent events stay in their outbox until they are stored.
import { otherLanguages } from './language.js';
import * as outbox from './outbox.js';
import { call, pause } from './server.js';
import { change, read, storedNames, write } from './storage.js';

const OF_A_CLASS = ['code', 'held', 'more', 'others'];
const giving = new Set();
let asked = false;

function worker() { return navigator.serviceWorker || null; }

function tell(seats) {
  const loaded = window.performance ? performance.getEntriesByType('resource').map(function (one) { return one.name; }) : [];
  return function (registration) {
    if (!registration || !registration.active) return;
    registration.active.postMessage({ seats: seats, loaded: loaded, languages: seats.length ? otherLanguages() : [] });
  };
}

function nothing() { /* without storage the lesson works while its page is open */ }

// Keeps the lesson for use without a network while one of these seats is held here.
export function keepLessonFor(seats) {
  if (!worker() || location.pathname !== '/lesson') return;
  worker().register('/lesson-worker.js', { scope: '/lesson' })
    .then(function () { return worker().ready; })
    .then(tell(seats))
    .catch(nothing);
}

// Done here as well as in the service worker, which may be asleep or removed.
function dropLessons() {
  try {
    if (worker()) worker().getRegistration('/lesson').then(tell([])).catch(nothing);
    if (!window.caches) return;
    caches.keys().then(function (names) {
      names.forEach(function (name) { if (name.indexOf('tuk.lesson.') === 0) caches.delete(name); });
    }).catch(nothing);
  } catch {
    nothing();
  }
}

function dropCookie() {
  if (asked || !read('cookie')) return;
  asked = true;
  call('/api/classroom/seats', { method: 'DELETE', keepalive: true }).then(function (answer) {
    asked = false;
    if (answer.status === 204 && !read('now')) write('cookie', null);
  });
}

// Cards whose children gave the tablet away: once their events are stored, each card can be picked on another device.
export function giveCardsBack(cards) {
  change('leaving', function (others) {
    return (others || []).concat(cards.map(function (one) { return { id: one.id, seat: one.seat }; }));
  });
  giveBack();
}

function giveBack() {
  (read('leaving') || []).forEach(function (one) {
    if (giving.has(one.id) || outbox.waiting(one.id).length) return;
    giving.add(one.id);
    call('/api/classroom/seats', { method: 'DELETE', headers: { Seat: one.seat }, keepalive: true }).then(function (answer) {
      giving.delete(one.id);
      if (answer.status === 0 || answer.status === 429 || answer.status >= 500) {
        setTimeout(giveBack, 1000 + pause(4, answer.retryAfter));
        return;
      }
      change('leaving', function (all) {
        const left = (all || []).filter(function (other) { return other.id !== one.id; });
        return left.length ? left : null;
      });
    });
  });
}

// Runs once no card is in use on this device.
export function tidy() {
  if (read('now') || (read('others') || []).length) return;
  OF_A_CLASS.forEach(function (name) { write(name, null); });
  dropLessons();
  dropCookie();
  storedNames('out.').forEach(function (box) {
    if (outbox.waiting(box.slice(4)).length === 0) write(box, null);
  });
}

outbox.listen(tidy);
outbox.listen(giveBack);
['online', 'pageshow'].forEach(function (sign) { window.addEventListener(sign, giveBack); });

// A page that the Back button restores from memory would show the last child's card.
window.addEventListener('pageshow', function (event) { if (event.persisted) location.reload(); });

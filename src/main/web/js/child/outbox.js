// One outbox per seat that this device has held today: it sends until everything is stored, even after the tablet went to
// another child. An event keeps its key, so that sending it twice stores it once.
import { pause, post, uuid } from './server.js';
import { change, read, storedNames, write } from './storage.js';

/**
 * @typedef {object} Event
 * @property {string} kind viewed, answered or finished
 * @property {string} step
 * @property {string} [question]
 * @property {any} [answer]
 * @property {string} [key] set when it is added
 * @property {number} [at] milliseconds since 1970, set when it is added
 *
 * @typedef {'added' | 'stored' | 'moved' | 'over' | 'lost' | 'waiting'} Change
 * @typedef {(id: string, what: Change, late?: Event[]) => void} Listener
 */

const MOST = 100;
/** @type {Map<string, { failures: number, size: number, busy: boolean, timer: number, dead: boolean, due?: number }>} */
const states = new Map();
/** @type {Listener[]} */
const listeners = [];

function state(id) {
  if (!states.has(id)) states.set(id, { failures: 0, size: MOST, busy: false, timer: 0, dead: false });
  return states.get(id);
}

function name(id) { return 'out.' + id; }

export function open(id, seat) {
  write(name(id), { seat: seat, taken: Date.now(), events: [] });
}

// Opens the outbox again if it was removed, once empty, during another card's turn.
export function ensure(id, seat) {
  change(name(id), function (box) { return box || { seat: seat, taken: Date.now(), events: [] }; });
}

/**
 * @param {string} id the card's seat key
 * @param {Event} event
 * @param {boolean} [unhurried] it may wait for others
 */
export function add(id, event, unhurried) {
  event.key = uuid();
  event.at = Date.now();
  change(name(id), function (box) {
    if (box) box.events.push(event);
    return box;
  });
  tell(id, 'added');
  wake(id, unhurried ? 700 : 0);
}

/** @returns {Event[]} */
export function waiting(id) {
  const box = read(name(id));
  return box ? box.events : [];
}

// The card has a new seat: events that were too late for the old seat are sent under the new one.
export function reseat(id, seat, late) {
  change(name(id), function (box) {
    return { seat: seat, taken: box ? box.taken : Date.now(), events: (late || []).concat(box ? box.events : []) };
  });
  wake(id, 0);
}

// The number of answers that this device still has to send, for all cards.
export function answers() {
  return storedNames('out.').reduce(function (sum, box) {
    return sum + waiting(box.slice(4)).filter(function (event) { return event.kind === 'answered'; }).length;
  }, 0);
}

// Reports each change of an outbox.
/** @param {Listener} listener */
export function listen(listener) { listeners.push(listener); }

export function wakeAll() {
  storedNames('out.').forEach(function (box) { wake(box.slice(4), 0); });
}

function tell(id, what, late) { listeners.forEach(function (listener) { listener(id, what, late); }); }

function wake(id, after) {
  const box = state(id);
  const due = Date.now() + after;
  if (box.dead || box.busy || box.timer && box.due <= due) return;
  clearTimeout(box.timer);
  box.due = due;
  box.timer = setTimeout(function () { box.timer = 0; send(id); }, after);
}

function current() { return (read('now') || {}).id; }

function remove(id, keys) {
  change(name(id), function (box) {
    if (!box) return null;
    box.events = box.events.filter(function (event) { return keys.indexOf(event.key) < 0; });
    return box.events.length === 0 && id !== current() ? null : box;
  });
}

function wire(event) {
  const sent = { key: event.key, kind: event.kind, step: event.step, agoMs: Math.max(0, Date.now() - event.at) };
  if (event.question) {
    sent.question = event.question;
    sent.answer = event.answer;
  }
  return sent;
}

function send(id) {
  const box = read(name(id));
  const now = state(id);
  if (!box || now.busy) return;
  const batch = box.events.slice(0, now.size);
  if (batch.length === 0) {
    remove(id, []);
    return;
  }
  now.busy = true;
  post('/api/progress', { seat: box.seat, events: batch.map(wire), waiting: box.events.length - batch.length }).then(function (answer) {
    now.busy = false;
    settle(id, now, batch, answer);
  });
}

function settle(id, now, batch, answer) {
  const stored = answer.body.stored || [];
  const refused = (answer.body.refused || []).map(function (one) { return one.key; });
  remove(id, stored.concat(refused));
  switch (answer.status) {
    case 200:
    case 422:
      now.failures = 0;
      tell(id, 'stored');
      again(id, 0);
      break;
    case 409:
      // Events dated before the move are stored; the others came after the card had moved to another device.
      remove(id, batch.map(function (event) { return event.key; }));
      tell(id, 'moved', batch.filter(function (event) { return stored.concat(refused).indexOf(event.key) < 0; }));
      again(id, 0);
      break;
    case 410:
      write(name(id), null);
      tell(id, 'over');
      break;
    case 401:
      now.dead = true;
      if (new Date(batch[0].at).toDateString() !== new Date().toDateString()) write(name(id), null);
      tell(id, 'lost');
      break;
    case 400:
    case 413:
      if (batch.length > 1) now.size = Math.ceil(batch.length / 2);
      else remove(id, [batch[0].key]);
      again(id, 0);
      break;
    default:
      now.failures++;
      tell(id, 'waiting');
      // Without any answer the network is down: try again soon, to notice when it is back.
      again(id, pause(now.failures, answer.retryAfter, answer.status === 0 ? 4000 : 0));
  }
}

function again(id, after) {
  if (waiting(id).length > 0) wake(id, after);
  else remove(id, []);
}

['online', 'pageshow', 'focus'].forEach(function (sign) { window.addEventListener(sign, wakeAll); });
document.addEventListener('visibilitychange', function () { if (!document.hidden) wakeAll(); });

// Up to three cards on one tablet, if the teacher allows it: the cards that wait for their turn. Each has its own seat, position,
// answers and outbox.
import { nameOf, word } from './language.js';
import * as outbox from './outbox.js';
import { artOf, colourOf, el, svg } from './page.js';
import { call } from './server.js';
import { read, write } from './storage.js';

const MOST = 3;

export function others() { return read('others') || []; }

function without(id) { return others().filter(function (one) { return one.id !== id; }); }

export function isRoom() { return others().length < MOST - 1; }

// Puts a card aside with its position and its answers.
export function keep(card) {
  write('others', without(card.id).filter(function (one) { return one.seat !== card.seat; }).concat(card).slice(1 - MOST));
}

export function take(id) {
  const card = others().filter(function (one) { return one.id === id; })[0] || null;
  write('others', without(id));
  return card;
}

export function drop(id) { write('others', without(id)); }

// Removes a card that another device holds too.
export function dropSeat(seat) { write('others', others().filter(function (one) { return one.seat !== seat; })); }

export function forget() { write('others', null); }

// Sends a sign of life for the waiting cards, and removes those that another device has taken.
export function greet(then) {
  others().forEach(function (one) {
    call('/api/room', { headers: { Seat: one.seat } }).then(function (answer) {
      const gone = answer.status === 401 || answer.status === 410 || answer.body.state === 'moved';
      if (gone) drop(one.id);
      then(gone);
    });
  });
}

// Draws the cards on this device, the current one first.
export function draw(list, now, onPick) {
  list.textContent = '';
  (now ? [now] : []).concat(others()).forEach(function (one) {
    const button = el('button', 'card ' + (one.card ? colourOf(one.card) : 'c-gold'));
    button.type = 'button';
    button.appendChild(svg(one.card ? artOf(one.card) : '#buoy', 'a'));
    const name = button.appendChild(el('b', '', nameOf(one.card, one.name)));
    if (one.ended) name.appendChild(el('small', '', ' ' + word('hasFinished')));
    button.addEventListener('click', function () { onPick(one.id); });
    list.appendChild(el('li')).appendChild(button);
  });
}

outbox.listen(function (id, what) {
  if (what === 'moved' || what === 'over' || what === 'lost') drop(id);
});

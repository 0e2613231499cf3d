// Joining: code, class, card, "is this you?", seat. The code is removed from the address first.
import { cardIn, cleanCode, dashCode, EARLIER_LENGTH, sealed } from './code.js';
import { nameOf, speak, speakAs, word } from './language.js';
import { openLesson } from './opening.js';
import * as outbox from './outbox.js';
import { byId } from './page.js';
import { pause, post, uuid } from './server.js';
import { change, read, write } from './storage.js';
import { tidy } from './tidy.js';
import * as turns from './turns.js';
import * as views from './views.js';

const scanned = location.hash.slice(1);
if (location.pathname === '/' && scanned) history.replaceState(null, '', '/');
// A QR code on a card contains the card; the one on the board contains the join code.
let wanted = cardIn(scanned);
const fromBoard = wanted ? '' : scanned;
let code = '';
let room = null;
let chosen = null;
let waiting = null;
let adding = false;
let typed = true;
function isToday(time) { return new Date(time).toDateString() === new Date().toDateString(); }

function view(name) { views.show(name, room, cardsOf()); }

function cardsOf() { return chosen && chosen.group ? chosen.group.cards : []; }

// Repeats a call until there is an answer to act on; after overload or a lost network it waits, at a random time for each device.
function ask(address, body, title, text) {
  const attempt = waiting = { failures: 0, timer: 0, now: null };
  return new Promise(function (done) {
    function once() {
      post(address, body).then(function (answer) {
        if (attempt !== waiting) return;
        if (answer.status === 0 || answer.status === 429 || answer.status >= 500) {
          attempt.failures++;
          if (attempt.failures > 1 || answer.retryAfter) wait(title, answer.status === 0 ? word('offline') : text);
          attempt.timer = setTimeout(once, pause(attempt.failures, answer.retryAfter));
        } else {
          done(answer);
        }
      });
    }
    attempt.now = function () { clearTimeout(attempt.timer); once(); };
    once();
  });
}

function wait(title, text) { if (views.waiting(title, text)) view('wait'); }

function lookUp(then) {
  const asked = code;
  ask('/api/classroom', { code: sealed(code) }, word('nearly'), word('busy'))
    .then(function (answer) {
      if (answer.status === 200) {
        if (speakAs(answer.body.language, function () { submit(asked); })) return;
        room = answer.body;
        write('code', { code: code, at: Date.now() });
        if (chosen && chosen.group) {
          chosen.group = room.classes.filter(function (one) { return one.class === chosen.group.class; })[0];
        }
        then();
      } else if (wanted && !typed) {
        askForCode();
      } else {
        wrongCode();
      }
    });
}

// A scanned card uses the last code of today on this device; without one it waits until a code is typed.
function openCard() {
  const last = read('code');
  if (!last || !isToday(last.at)) {
    askForCode();
    return;
  }
  code = last.code;
  typed = false;
  chosen = null;
  lookUp(chooseClass);
}

function askForCode() {
  room = chosen = waiting = null;
  write('code', null);
  byId('card-said').hidden = false;
  byId('card-number').textContent = word('cardNumber', wanted);
  byId('back-to').hidden = true;
  view('code');
}

function wrongCode() {
  room = chosen = null;
  view('code');
  views.wrongCode(code.length);
}

function chooseClass() {
  const having = room.classes.filter(function (one) { return wanted && cardOf(one); });
  const classes = having.length ? having : room.classes;
  if (classes.length === 1) {
    pickClass(classes[0]);
    return;
  }
  views.listClasses(classes, pickClass);
  view('class');
}

function cardOf(group) { return group.cards.filter(function (card) { return card.number === wanted; })[0]; }

function pickClass(group) {
  const number = wanted;
  const card = cardOf(group);
  chosen = { group: group };
  wanted = 0;
  if (card && isHere(card)) back();
  else if (card) confirm(card);
  else showCards(number ? word('notInLesson', number) : word('tap'));
}

// Is the child of this card already at this device?
function isHere(card) {
  const now = read('now');
  return now && isToday(now.taken) && now.code === code && now.class === chosen.group.class && now.card === card.card;
}

// Tells the child before choosing that some cards are not available yet.
function showCards(why) {
  const lead = room.locked && why === word('tap') ? word('locked') : why;
  views.fill(byId('cards'), cardsOf(), false, confirm);
  view('cards');
  byId('cards-lead').textContent = lead;
  byId('cards-lead').classList.toggle('heed', lead !== word('tap'));
}

function confirm(card) {
  chosen.want = { key: uuid(), card: card, resume: card.taken };
  views.paper(card, card.taken);
  view('confirm');
}

function takeSeat() {
  const want = chosen.want;
  const card = want.card ? want.card.number : null;
  const body = { code: sealed(code), key: want.key, class: chosen.group.class, card: card, holds: read('held') || [] };
  if (want.visitor) body.visitor = want.visitor;
  if (want.resume) body.resume = true;
  ask('/api/classroom/seats', body, word('nearly'), word('busy'))
    .then(function (answer) { seated(want, answer); });
}

function seated(want, answer) {
  const attempt = waiting;
  switch (answer.status) {
    case 201:
      sitDown(want, answer.body);
      break;
    case 202:
      if (answer.body.why === 'door') wait(word('atDoor'), word('atDoorText'));
      else wait(word('asking'), word('askingFor', nameOf(want.card.card, want.card.name)));
      attempt.timer = setTimeout(function () { if (attempt === waiting) takeSeat(); }, (answer.retryAfter || 3) * 1000);
      break;
    case 409:
      lookUp(function () {
        showCards(word({ locked: 'locked', refused: 'refused' }[answer.body.why] || 'justTaken'));
      });
      break;
    case 422:
      lookUp(function () { chooseClass(); });
      break;
    default:
      wrongCode();
  }
}

function sitDown(want, seat) {
  outbox.open(want.key, seat.seat);
  change('held', function (held) { return (held || []).concat(seat.seat).slice(-6); });
  const before = read('now');
  turns.dropSeat(seat.seat);
  if (!adding && before && before.card !== (want.card ? want.card.card : '')) write('look', null);
  if (!adding) turns.forget();
  else if (before && before.seat !== seat.seat) turns.keep(before);
  write('cookie', 1);
  write('now', {
    id: want.key, code: code, class: chosen.group.class, sharing: adding, seat: seat.seat, name: seat.name,
    card: want.card ? want.card.card : '', taken: Date.now(),
    step: seat.step || '', done: seat.done || [], seen: [], answers: {}, since: 0
  });
  openLesson(wait);
}

function visit(kind) {
  chosen.want = { key: uuid(), card: null, visitor: kind };
  takeSeat();
}

function submit(text) {
  code = cleanCode(text);
  if (code.length < EARLIER_LENGTH) {
    wrongCode();
    return;
  }
  byId('code-error').hidden = true;
  typed = true;
  chosen = null;
  lookUp(chooseClass);
}

function on(id, act) { byId(id).addEventListener('click', act); }

export function join() {
  code = '';
  room = chosen = waiting = null;
  const field = byId('code');
  field.addEventListener('input', function () { dashCode(field); });
  byId('join').addEventListener('submit', function (event) {
    event.preventDefault();
    submit(field.value);
  });
  on('was-here', function () {
    views.fill(byId('before'), cardsOf().filter(function (card) { return card.taken; }), true, confirm);
    view('before');
  });
  on('all-cards', function () { showCards(word('tap')); });
  on('no-card', function () { view('visitor'); });
  on('yes', takeSeat);
  on('wait-stop', function () {
    waiting = null;
    if (chosen && chosen.group) lookUp(function () { showCards(word('tap')); });
    else view('code');
  });
  document.querySelector('[data-back]').addEventListener('click', function () { showCards(word('tap')); });
  document.querySelectorAll('[data-visitor]').forEach(function (button) {
    button.addEventListener('click', function () { visit(button.dataset.visitor); });
  });
  window.addEventListener('online', function () { if (waiting && waiting.now && waiting.failures) waiting.now(); });
  window.addEventListener('hashchange', function () {
    const hash = location.hash.slice(1);
    history.replaceState(null, '', '/');
    wanted = cardIn(hash);
    if (wanted) openCard();
    else if (cleanCode(hash)) submit(hash);
  });
  begin(field);
}

function back() {
  change('now', function (seat) { seat.left = seat.opened = 0; return seat; });
  openLesson(wait);
}

// In the language of the class that hands over; the next class starts as usual.
function showHandedOver() {
  views.handedOver();
  view('handover');
  on('handover-go', function () {
    write('handed', null);
    view('code');
    if (document.documentElement.lang.slice(0, 2) !== 'en') speak('en');
  });
}

function begin(field) {
  const now = read('now');
  const today = now && isToday(now.taken);
  if (now && !today) {
    write('now', null);
    write('look', null);
  }
  const handed = read('handed');
  const more = read('more');
  write('more', null);
  adding = Boolean(more && now && today && !scanned);
  byId('back-lesson').hidden = !adding;
  if (now && today && !scanned) {
    if (now.opened && Date.now() - now.opened < 20000 && !now.left) {
      openLesson(wait);
      return;
    }
    byId('back-name').textContent = nameOf(now.card, now.name);
    byId('back-to').hidden = false;
    on('back-go', back);
    on('back-lesson', back);
  }
  if (handed && !speakAs(handed, showHandedOver)) showHandedOver();
  if (!now || !today) turns.forget();
  tidy();
  outbox.wakeAll();
  if (adding) submit(more.code);
  if (wanted) openCard();
  if (fromBoard && cleanCode(fromBoard)) {
    field.value = fromBoard;
    dashCode(field);
    submit(fromBoard);
  }
}

// Shows a lesson step by step, remembers the position, and sends events to the classroom.
import { own } from '../common/json.js';
import { offerReading } from './aloud.js';
import { answerOf } from './answer.js';
import { clearBadge, drawBadge } from './badge.js';
import { showCaptions } from './captions.js';
import { handOver, leaveLesson, letGo, openJoinPage, stopLesson } from './handing.js';
import { followRoom, seekSeat } from './led.js';
import { chooseAnswer, dressQuestion, showAnswer, showFeedback } from './question.js';
import { drawDock, isBelow, mode, showNote, showStep, wearCard } from './screen.js';
import { byId, fetchLanguages, keepLessonFor, outbox, read, rememberPage, turns, write } from './shared.js';
import { currentForm, isPassed, keepPosition, logEvent, my, placeOf } from './state.js';
import { goOn, retell } from './story.js';
import { forgetThoughts, restoreThoughts } from './thoughts.js';
import { greetOthers, joinAnother } from './whose-turn.js';
import { say } from './wording.js';

function finish() {
  if (!my.now.finished) {
    my.now.finished = true;
    logEvent('finished', my.steps[my.steps.length - 1].dataset.step);
  }
  showStep(my.steps.length, true);
}

function check() {
  const q = currentForm();
  const key = q.dataset.question;
  if (goOn(q)) {
    my.now.told = { ...my.now.told, [key]: q.dataset.taken.split(' ') };
    keepPosition();
    drawDock();
    return;
  }
  const answer = answerOf(q);
  if (answer === null && isBelow(q)) {
    const first = q.querySelector('input, button');
    q.scrollIntoView();
    first.focus({ preventScroll: true });
    return;
  }
  if (answer === null) {
    say(q, byId('next-words').dataset.choose);
    return;
  }
  if (!isPassed(key)) logEvent('answered', my.steps[my.at].dataset.step, { question: key, answer: answer });
  my.now.answers = { ...my.now.answers, [key]: answer };
  keepPosition();
  showFeedback(q, answer, false, drawDock);
  drawDock();
}

function press() {
  const is = mode();
  if (is === 'check') check();
  else if (is === 'done') handOver();
  else if (is === 'next' && my.at === my.steps.length - 1) finish();
  else if (is === 'next') showStep(my.at + 1, true);
}

function questions() {
  document.querySelectorAll('form.q').forEach(function (q) {
    q.reset();
    dressQuestion(q, drawDock);
    const answer = own(my.now.answers, q.dataset.question);
    if (my.now.closed.indexOf(q.dataset.question) >= 0 && q.dataset.right) {
      showAnswer(q, answer);
      return;
    }
    if (answer === undefined) {
      // Continue a story where the child left it.
      if (own(my.now.told, q.dataset.question)) retell(q, own(my.now.told, q.dataset.question));
      return;
    }
    chooseAnswer(q, answer);
    showFeedback(q, answer, true, drawDock);
  });
}

function buttons() {
  byId('next').addEventListener('click', press);
  byId('leave').addEventListener('click', leaveLesson);
  byId('handover').addEventListener('click', handOver);
  if (byId('turn-open')) byId('turn-open').addEventListener('click', function () { showNote('turn'); });
  byId('turn-more').addEventListener('click', joinAnother);
  document.querySelectorAll('[data-backstep]').forEach(function (button) {
    button.addEventListener('click', function () { showStep(my.at - 1, true); });
  });
  document.querySelectorAll('[data-leave]').forEach(function (link) {
    link.addEventListener('click', function () { write('now', null); });
  });
}

function heard(id, what, cameLate) {
  if (!my.now || my.tried || !byId('saved')) return;
  if (id !== my.now.id) {
    letGo();
    return;
  }
  if (!my.over && (what === 'over' || what === 'lost')) stopLesson(what);
  if (what === 'moved') {
    my.late = my.late.concat(cameLate || []);
    seekSeat();
  }
  drawBadge(id);
  letGo();
}

// Keeps the lesson for use without a network while its cards are here.
function keepLesson() {
  if (my.now && !my.tried && !my.over) {
    keepLessonFor([my.now].concat(turns.others()).map(function (one) { return one.id; }));
  }
}

// Fetches the pictures of later screens after the first screen is shown, so that the lesson works without a network.
function fetchPictures() {
  document.querySelectorAll('img[loading="lazy"]').forEach(function (picture) { picture.loading = 'eager'; });
}

export function play() {
  const main = byId('start');
  my.tried = 'try' in main.dataset;
  rememberPage();
  my.now = my.tried ? { id: 'try', step: '', done: [], seen: [], answers: {} } : read('now');
  if (!my.now) {
    location.replace('/');
    return;
  }
  my.now.left = my.now.opened = 0;
  my.steps = Array.from(main.querySelectorAll('[data-step]'));
  my.ending = main.querySelector('[data-ending]');
  my.ending.classList.toggle('early', Boolean(my.now.early));
  my.held = null;
  my.stopRoom = my.gone = my.over = my.roomEnded = false;
  my.seeking = null;
  my.late = [];
  my.now.closed = my.now.closed || [];
  my.now.told = my.now.told || {};
  clearTimeout(my.asking);
  if (!my.tried) outbox.ensure(my.now.id, my.now.seat);
  clearBadge();
  wearCard();
  questions();
  if (my.tried) forgetThoughts();
  restoreThoughts(my.now.id);
  buttons();
  const index = placeOf(my.now.step);
  showStep(my.now.ended ? my.steps.length : index < 0 ? Math.min(my.now.place || 0, my.steps.length - 1) : index, false);
  offerReading();
  showCaptions();
  setTimeout(fetchPictures, 2500);
  setTimeout(fetchLanguages, 6000);
  if (my.tried) return;
  outbox.wakeAll();
  // A class that starts must not ask all at once; a device that returns may have missed the end, and asks now.
  my.asking = setTimeout(followRoom, my.now.since ? 1 : 1000 + Math.random() * 1000, 0);
  setTimeout(keepLesson, 4000);
  greetOthers();
}

// Back online, or visible again: ask for the room's state.
window.addEventListener('online', function () {
  if (my.asking) followRoom(0);
  if (my.leaving) {
    clearTimeout(my.leaving);
    openJoinPage(1);
  }
  keepLesson();
});
document.addEventListener('visibilitychange', function () { if (my.asking && !document.hidden) followRoom(0); });
// Scrolling and each loaded picture change the visible part of the screen.
['scroll', 'load'].forEach(function (sign) {
  document.addEventListener(sign, function () {
    if (my.now && my.steps && byId('next-words')) drawDock();
  }, { passive: true, capture: true });
});
['pointerdown', 'keydown'].forEach(function (sign) { window.addEventListener(sign, function () { my.touched = Date.now(); }); });
outbox.listen(heard);
setInterval(greetOthers, 25000);
setInterval(function () { if (my.now && !my.tried && byId('saved')) drawBadge(my.now.id); }, 500);

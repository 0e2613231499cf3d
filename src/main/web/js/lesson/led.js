// The teacher's actions on the room: take the class to a step, show an answer, move a card, end the lesson.
import { own } from '../common/json.js';
import { letGo, stopLesson } from './handing.js';
import { showAnswer } from './question.js';
import { findSeat, hearRoom } from './room.js';
import { drawDock, showNote, showStep, wearCard } from './screen.js';
import { byId, canStore, openPage, outbox, pause } from './shared.js';
import { currentForm, isPassed, keepPosition, my, placeOf } from './state.js';
import { forgetThoughts } from './thoughts.js';
import { drawTurnButton } from './whose-turn.js';

function room(state) {
  my.now.since = state.n;
  my.now.sharing = Boolean(state.sharing);
  keepPosition();
  drawTurnButton();
  if (state.state === 'ended') {
    my.stopRoom = true;
    my.held = null;
    byId('ended-by-teacher').hidden = false;
    my.roomEnded = true;
    forgetThoughts();
    my.now.early = my.now.early || !my.now.finished;
    my.ending.classList.toggle('early', my.now.early);
    showStep(my.steps.length, true);
    letGo();
  } else if (state.state === 'moved') {
    seekSeat();
  } else if (state.state === 'withdrawn') {
    stopLesson(state.state);
  } else if (isOther(state.lesson)) {
    turnTo(state.lesson);
  } else {
    pace(state);
  }
}

// A new version replaced the lesson, because a step was withdrawn: reload the page once per version.
function isOther(lesson) {
  const version = (/version=(\d+)/.exec(lesson || '') || [])[1];
  return version && byId('start').dataset.version !== version && my.now.version !== version;
}

function turnTo(lesson) {
  my.now.version = /version=(\d+)/.exec(lesson)[1];
  my.stopRoom = true;
  keepPosition();
  if (canStore) location.reload();
  else openPage('/lesson', { Seat: my.now.seat });
}

// Applies the teacher's actions: step, shown answers, "look up".
function pace(state) {
  const step = state.step || '';
  const taken = step && step !== my.now.led;
  const was = my.now.led || '';
  my.now.led = step;
  (state.revealed || []).forEach(function (key) {
    if (my.now.closed.indexOf(key) >= 0) return;
    my.now.closed.push(key);
    closeQuestion(key);
  });
  keepPosition();
  if (taken && placeOf(step) >= 0 && placeOf(step) !== my.at) showStep(placeOf(step), !my.held);
  else if (step !== was) drawDock();
  if (state.state === 'paused' && !my.held) {
    showNote('paused');
  } else if (state.state === 'open' && my.held && my.held.dataset.note === 'paused') {
    showNote('');
  }
}

// Every child sees the answer now, answered or not, and goes on.
function closeQuestion(key) {
  const q = document.querySelector('form.q[data-question="' + key + '"]');
  if (!q || !q.dataset.right) return;
  const within = q.contains(document.activeElement);
  if (!isPassed(key)) my.now.done.push(key);
  showAnswer(q, own(my.now.answers, key));
  if (within) q.querySelector('.answered h2').focus({ preventScroll: true });
  if (q === currentForm() && !my.held) q.querySelector('.answered').scrollIntoView({ block: 'nearest' });
  drawDock();
}

// The card moved to another device, or the teacher gave this device another card: the seat's key finds it.
export function seekSeat() {
  if (my.seeking || my.over || my.gone) return;
  const mine = my.seeking = my.now;
  findSeat(my.now).then(function (found) {
    my.seeking = null;
    if (mine !== my.now || my.over) return;
    if (!found) {
      stopLesson('moved');
      return;
    }
    keepPosition();
    outbox.reseat(my.now.id, my.now.seat, my.late);
    my.late = [];
    wearCard();
    followRoom(0);
  });
}

// Polls the room's state; the server answers when there is something newer.
export function followRoom(failures) {
  clearTimeout(my.asking);
  my.asking = 0;
  if (my.stopRoom || my.tried) return;
  const mine = my.now;
  const seat = my.now.seat;
  const isMine = function () { return !my.stopRoom && mine === my.now && seat === my.now.seat && !my.seeking; };
  hearRoom(my.now, function (state) { if (isMine()) room(state); }).then(function (answer) {
    if (!isMine()) return;
    if (answer.status === 410) stopLesson('over');
    else if (answer.status === 401) stopLesson('lost');
    else if (answer.status === 409) seekSeat();
    if (answer.status === 200 || answer.status === 204) my.asking = setTimeout(followRoom, answer.broken ? Math.random() * 800 : 50, 0);
    else if (!my.stopRoom) my.asking = setTimeout(followRoom, 1000 + pause(failures + 1, answer.retryAfter), failures + 1);
  });
}

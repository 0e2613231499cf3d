// The parts of the screen: one step or a note, the dock below it, the progress, the card.
import { answerOf, isReady } from './answer.js';
import { artOf, byId, colourOf, nameOf, word } from './shared.js';
import { currentForm, isPassed, keepPosition, ledTo, logEvent, my } from './state.js';
import { forgetThoughts } from './thoughts.js';
import { drawTurnButton, drawTurns } from './whose-turn.js';

export function mode() {
  if (my.at === my.steps.length) return 'done';
  const q = currentForm();
  if (q && !q.classList.contains('marked') && !(isPassed(q.dataset.question) && answerOf(q) === null)) return 'check';
  return my.at >= ledTo() && my.at < my.steps.length - 1 ? 'wait' : 'next';
}

// Is the question below the visible part, as after a long scene on a small screen?
export function isBelow(q) {
  const first = q.querySelector('input, button');
  return !my.held && first && first.getBoundingClientRect().top > document.querySelector('.dock').getBoundingClientRect().top - 24;
}

export function drawDock() {
  const words = byId('next-words');
  const is = mode();
  // If nothing is right or wrong, the button does not say "check".
  words.textContent = words.dataset[is === 'check' && !currentForm().dataset.right ? 'mine' : is];
  byId('next-art').setAttribute('href', is === 'wait' ? '#eyes' : is === 'next' ? '#i-right' : '#i-tick');
  const empty = is === 'check' && !isReady(currentForm());
  const below = empty && isBelow(currentForm());
  if (below) {
    words.textContent = words.dataset.below;
    byId('next-art').setAttribute('href', '#i-down');
  }
  if (is === 'wait' || empty && !below) byId('next').setAttribute('aria-disabled', 'true');
  else byId('next').removeAttribute('aria-disabled');
  byId('next').hidden = Boolean(my.held);
  drawTurnButton();
}

function progress() {
  const list = byId('steps');
  list.hidden = my.at === my.steps.length;
  list.setAttribute('aria-label', word('stepOf', Math.min(my.at, my.steps.length - 1) + 1).replace('@', my.steps.length));
  Array.from(list.children).forEach(function (one, i) {
    one.className = i < my.at ? 'done' : i === my.at ? 'now' : '';
    one.firstElementChild.textContent = word(i < my.at ? 'stepDone' : i === my.at ? 'youAreHere' : 'toCome');
    if (i === my.at) one.setAttribute('aria-current', 'step');
    else one.removeAttribute('aria-current');
  });
}

function screen() { return my.held || (my.at === my.steps.length ? my.ending : my.steps[my.at]); }

function draw(moveFocus) {
  document.querySelectorAll('main > .step').forEach(function (one) { one.hidden = one !== screen(); });
  const stage = screen().querySelector('.stage');
  stage.insertBefore(byId('top'), stage.firstChild);
  progress();
  window.scrollTo(0, 0);
  drawDock();
  if (moveFocus) screen().querySelector('h1').focus();
}

export function showStep(index, moveFocus) {
  my.at = index;
  my.now.step = my.at < my.steps.length ? my.steps[my.at].dataset.step : '';
  my.now.place = my.at;
  my.now.ended = my.at === my.steps.length;
  if (my.now.ended) forgetThoughts(my.now.id);
  if (my.at < my.steps.length && my.now.seen.indexOf(my.now.step) < 0) {
    my.now.seen.push(my.now.step);
    logEvent('viewed', my.now.step);
  }
  keepPosition();
  draw(moveFocus);
}

// Shows a message instead of the step: paused, moved, withdrawn, over, lost.
export function showNote(what) {
  my.held = what ? document.querySelector('[data-note="' + what + '"]') : null;
  if (what === 'turn') drawTurns();
  draw(true);
}

export function wearCard() {
  if (my.tried) return;
  byId('tag-name').textContent = nameOf(my.now.card, my.now.name);
  byId('tag').className = 'tag';
  if (byId('mine')) byId('mine').className = byId('mine').className.replace(/ ?c-\w+/, '');
  if (my.now.card) {
    byId('tag').classList.add(colourOf(my.now.card));
    byId('tag-art').setAttribute('href', artOf(my.now.card));
  } else {
    byId('tag').classList.add('c-gold');
  }
  byId('tag').hidden = false;
  if (!byId('mine') || !my.now.card) return;
  byId('mine').hidden = false;
  byId('mine').classList.add(colourOf(my.now.card));
  byId('mine-name').textContent = nameOf(my.now.card, my.now.name);
  byId('mine-art').setAttribute('href', artOf(my.now.card));
}

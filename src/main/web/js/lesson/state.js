// The state of the lesson: its card, its current step and its answers. The other parts of the player share it.
import { own } from '../common/json.js';
import { outbox, write } from './shared.js';

export const my = { touched: Date.now() };

export function keepPosition() { if (!my.tried && !my.over) write('now', my.now); }

export function logEvent(kind, step, more) {
  if (my.tried) return;
  outbox.add(my.now.id, Object.assign({ kind: kind, step: step }, more), kind === 'viewed');
}

export function currentForm() { return my.at < my.steps.length ? my.steps[my.at].querySelector('form.q') : null; }

// Questions answered here, or on another device before the card moved here, do not hold the child up.
export function isPassed(key) { return own(my.now.answers, key) !== undefined || my.now.done.indexOf(key) >= 0; }

export function placeOf(key) { return my.steps.findIndex(function (step) { return step.dataset.step === key; }); }

// The index of the step to which the teacher has taken the class; past the last step if each child goes alone.
export function ledTo() {
  const place = my.now.led ? placeOf(my.now.led) : -1;
  return place < 0 ? my.steps.length : place;
}

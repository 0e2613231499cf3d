// The answer that a child has given so far to a question.
import { placement } from './places.js';
import { hasTurn, turnsOf } from './story.js';

// The answer in a form, in the format of the classroom API, or null if it is not complete.
export function answerOf(form) {
  switch (form.dataset.kind) {
    case 'order':
      return Array.from(form.querySelectorAll('.row'), function (row) { return row.dataset.key; });
    case 'multiple': {
      const keys = Array.from(form.querySelectorAll('input:checked'), function (input) { return input.value; });
      return keys.length ? keys : null;
    }
    case 'places':
      return placement(form);
    case 'story':
      return turnsOf(form);
    case 'scale': {
      const point = form.querySelector('input:checked');
      return point ? parseInt(point.value, 10) : null;
    }
    default: {
      const one = form.querySelector('input:checked');
      return one ? one.value : null;
    }
  }
}

// Is there an answer, or the next turn of a story, to confirm?
export function isReady(form) {
  return answerOf(form) !== null || form.dataset.kind === 'story' && hasTurn(form);
}

// A question on its screen: choosing, moving, immediate feedback, another try.
import { offerFeedback, stopReading } from './aloud.js';
import { mark } from './marking.js';
import { dressPlaces, placeAll, placedWords } from './places.js';
import { byId, el, svg } from './shared.js';
import { endStory, walkTo } from './story.js';
import { quote, say, wording } from './wording.js';

function badge(good) {
  const sign = el('span', 'badge ' + (good ? 'yes' : 'look-again'));
  sign.appendChild(svg(good ? '#i-tick' : '#i-bulb', 'i'));
  return sign;
}

function said(form, when) {
  const found = Array.from(form.querySelectorAll('[data-when]')).filter(function (one) { return one.dataset.when === String(when); })[0];
  return found ? found.textContent : '';
}

function name(form, key) { return form.querySelector('[data-key="' + key + '"] label > span:last-child').textContent.trim(); }

function heading(kind, marked, form, answer) {
  if (marked.tone === 'told') return kind === 'story' ? wording().way : quote(wording().told, '#', name(form, answer));
  if (kind === 'multiple' && marked.tone === 'right') return wording().all;
  if (marked.tone === 'right') return wording().right;
  if ((kind === 'order' || kind === 'places') && marked.good > 0) return placed(marked.good, marked.most);
  return kind === 'multiple' && marked.most ? wording().nearly : wording().again;
}

// The sentence that says how many are placed right, and whether that is most of them.
function placed(good, most) {
  if (good === 1) return wording().oneBest;
  const number = wording().numbers.split(' ')[good - 2] || String(good);
  return most ? wording().best.replace('#', number) : wording().someBest.replace('#', number.toLowerCase());
}

// Every part of an answer with its feedback: [its words, its key, its thing if that differs].
function parts(form, kind, answer) {
  if (kind === 'places') return placedWords(form);
  return answer.map(function (key) { return [name(form, key), key]; });
}

function explain(form, kind, answer, marked) {
  if (kind === 'order') return [el('p', '', said(form, marked.tone === 'right' ? 'right' : 'other'))];
  if (!Array.isArray(answer)) return [el('p', '', said(form, answer))];
  const list = el('ul');
  parts(form, kind, answer).forEach(function (part) {
    const item = list.appendChild(el('li'));
    item.appendChild(el('b', '', part[0]));
    const verdict = marked.verdicts[part[2] || part[1]];
    if (verdict) item.appendChild(el('i', 'v ' + verdict, wording()[verdict]));
    item.appendChild(document.createTextNode(said(form, part[1])));
  });
  return marked.missing ? [el('p', '', wording().more), list] : [list];
}

function able(form, is) {
  form.querySelectorAll('input, [data-thing], [data-place]').forEach(function (control) { control.disabled = !is; });
}

function showMarks(form, kind, marked) {
  form.classList.add('marked');
  able(form, false);
  form.querySelectorAll('[data-key], [data-thing], [data-spot]').forEach(function (one) {
    const verdict = marked.verdicts[one.dataset.key || one.dataset.thing || one.dataset.spot];
    if (!verdict) return;
    if (kind === 'order') {
      one.classList.add(verdict === 'yes' ? 'ok' : 'near');
      one.querySelector('.mv').hidden = true;
      one.appendChild(el('span', 'mark', wording()[verdict === 'yes' ? 'inPlace' : verdict])).appendChild(badge(verdict === 'yes'));
    } else {
      one.classList.add('chosen', verdict);
      if (!one.dataset.spot) one.appendChild(badge(verdict === 'yes'));
    }
  });
}

function clear(form) {
  form.classList.remove('marked');
  form.querySelector('.answered').textContent = '';
  form.querySelectorAll('.mark, [data-key] > .badge, [data-thing] > .badge').forEach(function (sign) { sign.remove(); });
  able(form, true);
  form.querySelectorAll('[type="radio"]').forEach(function (input) { input.checked = false; });
  if (form.dataset.kind === 'story') walkTo(form, []);
  form.querySelectorAll('[data-key], [data-thing], [data-spot]').forEach(function (one) {
    one.classList.remove('ok', 'near', 'chosen', 'yes', 'no', 'hers', 'moved');
    const arrows = one.querySelector('.mv');
    if (arrows) arrows.hidden = false;
  });
}

// Another try is for the child only: the class's results keep each child's first answer.
function goAgain(form, kind, onAgain) {
  const again = el('button', 'btn plain');
  again.type = 'button';
  again.appendChild(svg('#i-again', 'i'));
  again.appendChild(document.createTextNode(kind === 'story' ? wording().otherWay : wording().retry));
  again.addEventListener('click', function () {
    clear(form);
    const first = form.querySelector('input, [data-move], [data-thing], [data-place]');
    if (first) first.focus();
    onAgain();
  });
  return again;
}

// Shows the feedback for an answer. The heading gets the focus unless the child only returned to the screen. Without onAgain there
// is no other try.
export function showFeedback(form, answer, quiet, onAgain) {
  const kind = form.dataset.kind;
  const marked = mark(kind, form.dataset.right, answer);
  stopReading();
  say(form, '');
  showMarks(form, kind, marked);
  if (kind === 'story') endStory(form);
  const box = el('div', 'fb ' + marked.tone);
  if (marked.tone !== 'told') box.appendChild(badge(marked.tone === 'right'));
  const text = box.appendChild(el('div'));
  const title = text.appendChild(el('h2', '', heading(kind, marked, form, answer)));
  title.tabIndex = -1;
  explain(form, kind, answer, marked).forEach(function (part) { text.appendChild(part); });
  if (onAgain && (marked.tone === 'again' || kind === 'story')) {
    text.appendChild(goAgain(form, kind, onAgain));
    if (marked.tone === 'again' && wording().firstKept) text.appendChild(el('p', 'first', wording().firstKept));
  }
  const place = form.querySelector('.answered');
  place.textContent = '';
  place.appendChild(box);
  if (!quiet) {
    title.focus({ preventScroll: true });
    box.scrollIntoView({ block: 'nearest' });
  }
  offerFeedback(form);
}

// The teacher has shown the answer: a child who was right keeps the feedback, every other child sees the answer now. The child's
// choice stays marked, without further feedback.
export function showAnswer(form, mine) {
  const kind = form.dataset.kind;
  const best = form.dataset.right.split(' ');
  clear(form);
  if (mine !== undefined && mark(kind, form.dataset.right, mine).tone === 'right') {
    chooseAnswer(form, mine);
    showFeedback(form, mine, true);
    return;
  }
  if (kind !== 'story') chooseAnswer(form, best);
  const one = kind === 'single' && best.length === 1;
  showFeedback(form, one ? best[0] : best, true);
  const title = form.querySelector('.answered h2');
  title.textContent = byId('next-words').dataset.shown;
  // The feedback for the right answer starts with "Yes": the answer's own words go first, so that the "Yes" refers to them.
  if (one) title.parentNode.insertBefore(el('p', 'shown', name(form, best[0])), title.nextSibling);
  (kind === 'single' || kind === 'multiple' ? [].concat(mine) : []).forEach(function (key) {
    const choice = form.querySelector('[data-key="' + key + '"]');
    if (choice) choice.classList.add('hers');
  });
}

function ends(list) {
  const rows = Array.from(list.children);
  rows.forEach(function (row, i) {
    row.querySelector('.no').textContent = i + 1;
    row.querySelectorAll('[data-move]').forEach(function (button) {
      const end = button.dataset.move === '-1' ? i === 0 : i === rows.length - 1;
      if (end) button.setAttribute('aria-disabled', 'true');
      else button.removeAttribute('aria-disabled');
    });
  });
}

function move(form, list, button) {
  if (button.getAttribute('aria-disabled')) return;
  const row = button.parentNode.parentNode;
  const up = button.dataset.move === '-1';
  if (up) list.insertBefore(row, row.previousElementSibling);
  else list.insertBefore(row.nextElementSibling, row);
  Array.from(list.children).forEach(function (one) { one.classList.toggle('moved', one === row); });
  ends(list);
  button.focus();
  say(form, quote(wording().isNumber, '#', row.querySelector('p').textContent).replace('@', Array.from(list.children).indexOf(row) + 1));
}

// Restores the order of rows that this child had left.
export function arrange(form, keys) {
  const list = form.querySelector('.order');
  keys.forEach(function (key) {
    const row = list.querySelector('[data-key="' + key + '"]');
    if (row) list.appendChild(row);
  });
  ends(list);
}

export function chooseAnswer(form, answer) {
  if (form.dataset.kind === 'order') {
    arrange(form, answer);
    return;
  }
  if (form.dataset.kind === 'places') placeAll(form, answer);
  const keys = (Array.isArray(answer) ? answer : [answer]).map(String);
  form.querySelectorAll('input').forEach(function (input) { input.checked = keys.indexOf(input.value) >= 0; });
  if (form.dataset.kind === 'story') walkTo(form, keys);
  lightSpots(form);
}

// Spots in a picture: a tap on one ticks its line in the list, and the list lights the spot.
function lightSpots(form, at) {
  form.querySelectorAll('[data-spot]').forEach(function (spot) {
    const box = byId(form.dataset.question + '-' + spot.dataset.spot);
    spot.classList.toggle('on', box.checked);
    spot.classList.toggle('at', box === at);
  });
}

function dressSpots(form) {
  form.querySelectorAll('[data-spot]').forEach(function (spot) {
    spot.addEventListener('click', function () {
      const box = byId(form.dataset.question + '-' + spot.dataset.spot);
      if (!box.disabled) box.click();
    });
  });
  form.addEventListener('change', function () { lightSpots(form, document.activeElement); });
  form.addEventListener('focusin', function (event) { lightSpots(form, event.target); });
  form.addEventListener('focusout', function () { lightSpots(form); });
}

export function dressQuestion(form, onChange) {
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  form.addEventListener('change', onChange);
  if (form.querySelector('[data-spot]')) dressSpots(form);
  if (form.dataset.kind === 'places') dressPlaces(form, onChange);
  const list = form.querySelector('.order');
  if (!list) return;
  ends(list);
  list.querySelectorAll('[data-move]').forEach(function (button) {
    button.addEventListener('click', function () { move(form, list, button); });
  });
}

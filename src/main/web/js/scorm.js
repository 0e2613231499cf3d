// A lesson on its own in a learning platform: shows one screen after another with feedback to answers, and reports to the platform how
// much was right and whether the lesson was finished. It contacts nobody else.
import { words } from './common/words.js';
import sentences from '../../resources/messages/exchange/scormScript.properties';

const say = words(sentences);

function find(from) {
  for (let i = 0; from && i < 12; i++) {
    try {
      if (from.API) return from.API;
      if (from.parent === from) return null;
      from = from.parent;
    } catch {
      return null;
    }
  }
  return null;
}

const api = find(window) || find(window.opener);
let open = false;

function tell(name, value) {
  if (open) api.LMSSetValue(name, String(value));
}

function start() {
  if (!api) return;
  open = String(api.LMSInitialize('')) === 'true';
  if (!open) return;
  const status = String(api.LMSGetValue('cmi.core.lesson_status'));
  if (status !== 'completed' && status !== 'passed') tell('cmi.core.lesson_status', 'incomplete');
  api.LMSCommit('');
}

function finish() {
  if (open) {
    api.LMSFinish('');
    open = false;
  }
}

const screens = Array.from(document.querySelectorAll('.screen:not(.asked-help)'));
const help = document.getElementById('help');
const back = document.getElementById('back');
const next = document.getElementById('next');
const where = document.getElementById('where');
const forms = Array.from(document.querySelectorAll('form'));
let at = 0;

function score() {
  const scored = forms.filter(function (form) { return form.dataset.scored === 'true'; });
  const good = scored.filter(function (form) { return form.dataset.was === 'right'; });
  if (scored.length === 0) return;
  tell('cmi.core.score.min', 0);
  tell('cmi.core.score.max', 100);
  tell('cmi.core.score.raw', Math.round(100 * good.length / scored.length));
}

function show(number) {
  help.hidden = true;
  at = Math.max(0, Math.min(screens.length - 1, number));
  screens.forEach(function (screen, i) { screen.hidden = i !== at; });
  back.hidden = at === 0;
  next.hidden = at === screens.length - 1;
  next.textContent = say('next');
  where.textContent = at === screens.length - 1 ? '' : say('screen', { n: at + 1, of: screens.length - 1 });
  if (at === screens.length - 1) {
    score();
    tell('cmi.core.lesson_status', 'completed');
    if (open) api.LMSCommit('');
  }
  window.scrollTo(0, 0);
  screens[at].querySelector('h1').focus({preventScroll: true});
}

back.addEventListener('click', function () { show(help.hidden ? at - 1 : at); });
next.addEventListener('click', function () { show(help.hidden ? at + 1 : at); });
document.getElementById('get-help').addEventListener('click', function () {
  if (!help.hidden) return show(at);
  screens.forEach(function (screen) { screen.hidden = true; });
  help.hidden = false;
  back.hidden = true;
  next.hidden = false;
  next.textContent = say('backToLesson');
  where.textContent = '';
  help.querySelector('h1').focus();
});

function each(root, what, act) {
  root.querySelectorAll(what).forEach(act);
}

function told(form, keys, fits) {
  const box = form.querySelector('.fb');
  const heading = box.querySelector('h2') || box.firstChild.insertBefore(document.createElement('h2'), box.firstChild.firstChild);
  const scored = form.dataset.scored === 'true';
  heading.textContent = say(fits ? 'right' : 'again');
  heading.hidden = !scored;
  box.classList.toggle('again', scored && !fits);
  each(box, '[data-for]', function (part) { part.hidden = keys.indexOf(part.dataset.for) < 0; });
  box.hidden = false;
  form.dataset.was = fits ? 'right' : 'other';
  box.focus();
  score();
  if (open) api.LMSCommit('');
}

function same(some, others) {
  return some.length === others.length && some.every(function (one) { return others.indexOf(one) >= 0; });
}

function right(form) {
  return form.dataset.right ? form.dataset.right.split(' ') : [];
}

const check = {
  choice: function (form) {
    const chosen = [];
    each(form, 'input:checked', function (input) { chosen.push(input.value); });
    if (chosen.length === 0) return;
    each(form, '[data-key]', function (part) {
      const on = chosen.indexOf(part.dataset.key) >= 0;
      part.classList.toggle('chosen', on);
      part.classList.toggle('yes', on && right(form).indexOf(part.dataset.key) >= 0);
      part.classList.toggle('no', on && form.dataset.scored === 'true' && right(form).indexOf(part.dataset.key) < 0);
    });
    form.classList.toggle('marked', form.dataset.scored === 'true');
    told(form, chosen, same(chosen, right(form)));
  },
  order: function (form) {
    const order = [];
    each(form, '[data-key]', function (row) { order.push(row.dataset.key); });
    const fits = order.join(' ') === form.dataset.right;
    told(form, [fits ? 'right' : 'other'], fits);
  },
  places: function (form) {
    placed(form, function (select) { return select.parentNode.dataset.key; });
  },
  gaps: function (form) {
    placed(form, function (select) { return select.value; });
  }
};

function placed(form, keyOf) {
  const keys = [];
  let fits = true;
  /** @type {HTMLSelectElement} */
  let empty = null;
  each(form, 'select', function (select) {
    if (!select.value) empty = empty || select;
    const yes = select.value === select.dataset.right;
    fits = fits && yes;
    keys.push(keyOf(select));
    select.classList.toggle('yes', !!select.value && yes);
    select.classList.toggle('no', !!select.value && !yes);
  });
  if (empty) return empty.focus();
  told(form, keys, fits);
}

forms.forEach(function (form) {
  form.addEventListener('submit', function (event) {
    event.preventDefault();
    if (check[form.dataset.kind]) check[form.dataset.kind](form);
  });
  form.addEventListener('click', function (event) {
    const mover = event.target.closest('[data-move]');
    if (mover) {
      const row = mover.closest('li');
      const up = mover.dataset.move === '-1';
      const other = up ? row.previousElementSibling : row.nextElementSibling;
      if (other) row.parentNode.insertBefore(row, up ? other : other.nextElementSibling);
      mover.focus();
    }
    const turn = event.target.closest('.turn');
    if (turn) take(form, turn);
  });
  const first = form.querySelector('.scene');
  if (first) first.hidden = false;
});

function take(form, turn) {
  const scene = turn.closest('.scene');
  each(scene, '.turn', function (other) {
    other.disabled = true;
    other.classList.toggle('taken', other === turn);
  });
  turn.nextElementSibling.hidden = false;
  if (turn.dataset.best !== 'true') form.dataset.missed = 'yes';
  const to = turn.dataset.to;
  const following = to ? form.querySelector('[data-scene="' + to + '"]') : null;
  if (following) following.hidden = false;
  if (!following || !following.querySelector('.turn')) {
    form.dataset.was = form.dataset.missed ? 'other' : 'right';
    score();
  }
}

start();
window.addEventListener('pagehide', finish);
window.addEventListener('beforeunload', finish);
show(0);

// The views of the join page: code, grid of cards, waiting, handing over.
import { CODE_LENGTH } from './code.js';
import { nameOf, word } from './language.js';
import * as outbox from './outbox.js';
import { artOf, byId, colourOf, el, svg } from './page.js';
import { write } from './storage.js';

export function show(name, room, cards) {
  document.querySelectorAll('.view').forEach(function (one) { one.hidden = one.id !== 'v-' + name; });
  byId('more').hidden = name !== 'code';
  byId('was-here').hidden = name !== 'cards' || !cards.some(function (card) { return card.taken; });
  byId('all-cards').hidden = name !== 'before' && name !== 'visitor';
  document.documentElement.setAttribute('data-age', !room ? '' : parseInt(room.band, 10) <= 10 ? 'young' : 'older');
  const focus = name === 'code' ? byId('code') : byId('v-' + name).querySelector('h1');
  if (focus) focus.focus();
  window.scrollTo(0, 0);
}

// Taken cards stay buttons, so that a child can return to their own card.
export function fill(list, cards, back, onPick) {
  list.textContent = '';
  cards.forEach(function (card) {
    const out = card.taken && !back;
    const button = el('button', 'card ' + colourOf(card.card) + (out ? ' out' : ''));
    button.type = 'button';
    button.appendChild(svg(artOf(card.card), 'a'));
    if (out) {
      button.appendChild(svg('#i-person', 'tk'));
      button.setAttribute('aria-label', word('takenCard', nameOf(card.card, card.name)));
    }
    button.appendChild(el('b', '', out ? word('taken') : nameOf(card.card, card.name)));
    button.addEventListener('click', function () { onPick(card); });
    list.appendChild(el('li')).appendChild(button);
  });
}

export function listClasses(classes, onPick) {
  const list = byId('classes');
  list.textContent = '';
  classes.forEach(function (one) {
    const button = el('button', 'btn plain', one.name);
    button.type = 'button';
    button.addEventListener('click', function () { onPick(one); });
    list.appendChild(button);
  });
}

export function paper(card, resume) {
  byId('v-confirm').className = 'view ground ' + colourOf(card.card);
  byId('confirm-art').setAttribute('href', artOf(card.card));
  byId('confirm-name').textContent = nameOf(card.card, card.name);
  byId('confirm-taken').hidden = !resume;
  byId('yes-words').textContent = word(resume ? 'yesBefore' : 'yes');
}

export function waiting(title, text) {
  byId('wait-title').textContent = title;
  if (byId('wait-text').textContent !== text) byId('wait-text').textContent = text;
  return byId('v-wait').hidden;
}

export function handedOver() {
  if (!byId('v-handover')) return;
  const left = outbox.answers();
  if (left === 0) write('handed', null);
  byId('handover-title').textContent = word(left ? 'keepOn' : 'ready');
  byId('handover-sent').hidden = left > 0;
  byId('handover-waiting').hidden = left === 0;
  const words = left === 1 ? word('oneLeft') : word('manyLeft', left);
  if (byId('handover-count').textContent !== words) byId('handover-count').textContent = words;
}

export function wrongCode(signs) {
  const error = byId('code-error');
  const few = signs < CODE_LENGTH;
  error.hidden = true;
  error.querySelector('h2').textContent = few ? error.dataset.missing : error.dataset.wrong;
  error.querySelector('p').textContent = few ? error.dataset.few.replace('#', signs) : error.dataset.check;
  byId('code-still').hidden = few;
  setTimeout(function () { error.hidden = false; }, 30);
  byId('code').setAttribute('aria-invalid', 'true');
  // Missing characters are added at the end; a new code replaces the old one.
  if (few) byId('code').focus();
  else byId('code').select();
}

outbox.listen(handedOver);

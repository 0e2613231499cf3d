// Switches between cards that share a tablet, if the teacher allows it and more than one is here.
import { showNote } from './screen.js';
import { byId, nameOf, openPage, post, showAgain, turns, write } from './shared.js';
import { keepPosition, my } from './state.js';

export function drawTurnButton() {
  if (!byId('turn-open')) return;
  byId('turn-open').hidden = my.tried || my.roomEnded || Boolean(my.held) || !(my.now.sharing || turns.others().length);
}

export function drawTurns() {
  const lead = byId('turn-lead').dataset;
  const mine = turns.others().length ? lead.pass : lead.one;
  byId('turn-lead').textContent = my.gone ? lead.gone.replace('#', nameOf(my.now.card, my.now.name)) : mine;
  turns.draw(byId('turns'), my.gone ? null : my.now, pickTurn);
  byId('turn-more').hidden = !my.now.sharing || my.gone || !turns.isRoom();
  byId('turn-away').hidden = true;
}

function pickTurn(id) {
  if (id === my.now.id && !my.gone) showNote('');
  else passTo(id);
}

// Reloads the page for the next card, so that no choice of one card is sent for another.
function passTo(id) {
  const next = turns.take(id);
  if (!next) {
    drawTurns();
    return;
  }
  if (!my.gone) turns.keep(my.now);
  next.sharing = my.now.sharing;
  write('now', next);
  my.stopRoom = true;
  showAgain();
  byId('tag').focus();
}

// Loads the card list first: without a network the child stays in the lesson.
export function joinAnother() {
  const mine = my.now;
  post('/api/classroom', { code: my.now.code || '' }).then(function (answer) {
    if (mine !== my.now) return;
    byId('turn-away').hidden = answer.status === 200;
    if (answer.status !== 200) return;
    my.stopRoom = true;
    my.now.left = my.now.opened = 0;
    keepPosition();
    write('more', { code: my.now.code });
    openPage('/');
  });
}

export function greetOthers() {
  if (!my.now || my.tried || !byId('turns')) return;
  turns.greet(function (left) {
    if (left && my.held && my.held.dataset.note === 'turn') drawTurns();
    drawTurnButton();
  });
}

// The worry box. Its text is sent only from here: never through an outbox, never stored on the device. The page knows its card after
// the end of the lesson, too, when the device has let go of it; worries are taken for an hour after it.
import { artOf, byId, call, inTurn, nameOf, post, uuid } from './shared.js';
import { my } from './state.js';

const MOST = 2000;
// The key and the seat of the last try: the same text sent again is the same worry, also if an error hid a successful commit, and
// if the child closed the box in between.
let key = '';
let tried = '';
let busy = false;

function part(name) { return byId('worry-' + name); }

function show(what) {
  part('wait').hidden = what !== 'wait';
  part('form').hidden = what !== 'form' && what !== 'again';
  part('instead').hidden = what !== 'instead' && what !== 'again';
  part('said').hidden = what !== 'said';
  // Do not promise a reader if nothing can be written.
  part('write').hidden = part('reads').hidden = what === 'instead';
  part('who').hidden = what !== 'instead';
}

// Shows an error next to its field.
function error(which) {
  part('choose').textContent = which === 'choose' ? part('form').dataset.choose : '';
  part('error').textContent = which && which !== 'choose' ? part('form').dataset[which] : '';
  if (which) part(which === 'choose' ? 'yes' : 'words').focus();
}

function forget() { key = tried = ''; }

function empty() {
  if (!byId('worry')) return;
  part('form').reset();
  part('find').hidden = Boolean((my.now || {}).card);
  error('');
}

// Shows whom to turn to instead. Text that can be sent again stays visible; without text there is no field.
function instead(answer, again) {
  const nobody = answer.status === 503 && answer.body.why === 'nobody';
  // Without text there is nothing to send again.
  const full = answer.body.why !== 'many' ? 'enough' : again ? 'many' : 'now';
  const why = nobody ? 'nobody' : answer.status === 410 ? 'over' : answer.status === 429 ? full : 'now';
  part('why').textContent = part('instead').dataset[why];
  // Not offered again in this lesson.
  if (nobody) document.querySelectorAll('[data-worry]').forEach(function (offer) { offer.hidden = true; });
  show((why === 'now' || why === 'many') && again ? 'again' : 'instead');
  part('why').focus();
}

function isTry() { return 'try' in byId('start').dataset; }

function open() {
  const now = my.now;
  empty();
  byId('help').hidden = true;
  byId('worry').hidden = false;
  part('card').textContent = nameOf(now.card || 'blue-otter', now.name || 'Blue Otter');
  if (now.card) part('art').setAttribute('href', artOf(now.card));
  part('mine').hidden = !now.card && !isTry();
  show(isTry() ? 'form' : 'wait');
  window.scrollTo(0, 0);
  part('title').focus();
  if (isTry()) return;
  inTurn(function () { return call('/api/worry', { headers: { Seat: now.seat }, patience: 6000 }); }).then(function (answer) {
    if (byId('worry').hidden || part('wait').hidden) return;
    if (answer.status === 200) show('form');
    else instead(answer, false);
  });
}

function close() {
  if (!byId('worry') || byId('worry').hidden) return;
  byId('worry').hidden = true;
  empty();
}

function sent() {
  forget();
  empty();
  show('said');
  part('sent').focus();
}

function send() {
  const now = my.now;
  const words = part('words').value.trim();
  const yes = part('yes').checked;
  if (busy) return;
  const problem = !part('mine').hidden && !yes && !part('no').checked ? 'choose' : !words ? 'empty' : words.length > MOST ? 'long' : '';
  error(problem);
  if (problem) return;
  if (isTry()) {
    sent();
    return;
  }
  const tries = now.seat + words;
  if (tries !== tried) key = uuid();
  tried = tries;
  busy = true;
  const worry = { seat: now.seat, key: key, words: words, mine: yes || !now.card };
  inTurn(function () { return post('/api/worry', worry); }).then(function (answer) {
    busy = false;
    if (answer.status === 201) sent();
    else if (answer.status === 422 || answer.status === 413) error('long');
    else instead(answer, true);
  });
}

document.addEventListener('click', function (event) {
  if (event.target.closest('[data-worry]')) open();
  else if (event.target.closest('[data-worry-back]')) {
    close();
    byId('help').hidden = false;
    byId('help-title').focus();
  } else if (event.target.closest('#help-close, [data-help]')) close();
});
document.addEventListener('change', function (event) {
  if (!event.target.closest('[name="mine"]')) return;
  part('find').hidden = part('yes').checked;
  part('choose').textContent = '';
});
document.addEventListener('submit', function (event) {
  if (!event.target.closest('#worry-form')) return;
  event.preventDefault();
  send();
});
window.addEventListener('pagehide', function () {
  forget();
  empty();
});

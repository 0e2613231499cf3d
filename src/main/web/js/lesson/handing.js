// The end of a lesson on this device: handed over, left, ended by the teacher, or withdrawn.
import { showNote } from './screen.js';
import { byId, call, canStore, giveCardsBack, openPage, outbox, pause, tidy, turns, write } from './shared.js';
import { keepPosition, my } from './state.js';
import { forgetThoughts } from './thoughts.js';

export function handOver() {
  if (my.tried) {
    location.assign('/modules');
    return;
  }
  if (turns.others().some(function (one) { return !one.ended; })) {
    byId('look').hidden = true;
    showNote('turn');
    return;
  }
  const cards = [my.now].concat(turns.others());
  turns.forget();
  forgetThoughts();
  my.stopRoom = my.over = true;
  write('now', null);
  write('language', null);
  giveCardsBack(cards);
  write('handed', document.documentElement.lang.slice(0, 2));
  tidy();
  outbox.wakeAll();
  openJoinPage(0);
}

// Without a network stay on this page, which sends the outbox; the browser's error page would not.
export function openJoinPage(failures) {
  call('/', { patience: 5000 }).then(function (answer) {
    if (answer.status === 200) {
      if (canStore) location.replace('/');
      else openPage('/');
      return;
    }
    byId('top').hidden = byId('look').hidden = byId('saved').hidden = true;
    if (!failures) showNote('handed');
    my.leaving = setTimeout(openJoinPage, 1000 + pause(Math.min(failures, 2), 0), failures + 1);
  });
}

// The teacher ended the lesson: the last screen stays, and after the last answer of every card here is stored this device deletes
// the rest.
export function letGo() {
  if (my.over || !my.now.ended || !my.roomEnded) return;
  if ([my.now].concat(turns.others()).some(function (one) { return outbox.waiting(one.id).length; })) return;
  my.over = true;
  setTimeout(rest, 60000, my.now);
  turns.forget();
  write('now', null);
  tidy();
}

// The next class must not see this card: a tablet that nobody touches for five minutes returns to the join page.
function rest(mine) {
  if (!my.over || mine !== my.now) return;
  if (Date.now() - my.touched > 300000) handOver();
  else setTimeout(rest, 60000, mine);
}

export function leaveLesson() {
  if (my.tried) {
    location.assign('/modules');
    return;
  }
  my.stopRoom = true;
  my.now.left = Date.now();
  forgetThoughts();
  keepPosition();
  if (canStore) location.replace('/');
  else openPage('/');
}

export function stopLesson(what) {
  forgetThoughts(my.now.id);
  my.stopRoom = true;
  if (what !== 'lost') write('now', null);
  // A withdrawn session affects every card on this tablet; none of it is kept.
  if (what === 'withdrawn') {
    my.over = true;
    turns.forget();
  }
  tidy();
  my.gone = what !== 'withdrawn';
  showNote(my.gone && turns.others().length ? 'turn' : what);
}

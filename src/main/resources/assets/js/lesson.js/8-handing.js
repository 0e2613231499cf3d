// The end of a lesson on this device: handed over, left, ended by the teacher, or not to be gone on with.
(function (tuk) {
  'use strict';
  const my = tuk.lesson;

  my.handOver = function () {
    if (my.tried) {
      location.assign('/modules');
      return;
    }
    if (tuk.turns.others().some(function (one) { return !one.ended; })) {
      tuk.id('look').hidden = true;
      my.hold('turn');
      return;
    }
    const cards = [my.now].concat(tuk.turns.others());
    tuk.turns.forget();
    tuk.forgetThoughts();
    my.stopRoom = my.over = true;
    tuk.write('now', null);
    tuk.write('language', null);
    tuk.giveBack(cards);
    tuk.write('handed', document.documentElement.lang.slice(0, 2));
    tuk.tidy();
    tuk.outbox.wakeAll();
    my.openJoinPage(0);
  };

  // Without a network the page stays, for what waits goes from here; an error page of the browser sends nothing.
  my.openJoinPage = function (failures) {
    tuk.call('/', { patience: 5000 }).then(function (answer) {
      if (answer.status === 200) {
        if (tuk.kept) location.replace('/');
        else tuk.go('/');
        return;
      }
      tuk.id('top').hidden = tuk.id('look').hidden = tuk.id('saved').hidden = true;
      if (!failures) my.hold('handed');
      my.leaving = setTimeout(my.openJoinPage, 1000 + tuk.pause(Math.min(failures, 2), 0), failures + 1);
    });
  };

  // The teacher has ended the lesson: its last screen stays, and with its last answer stored this device forgets the rest.
  my.letGo = function () {
    if (!my.over && my.now.ended && my.roomEnded && !tuk.turns.others().length && !tuk.outbox.waiting(my.now.id).length) {
      my.over = true;
      setTimeout(rest, 60000, my.now);
      tuk.write('now', null);
      tuk.tidy();
    }
  };

  // The next class never sees this card: a tablet that nobody has touched for five minutes gets ready by itself.
  function rest(mine) {
    if (!my.over || mine !== my.now) return;
    if (Date.now() - my.touched > 300000) my.handOver();
    else setTimeout(rest, 60000, mine);
  }

  my.leave = function () {
    if (my.tried) {
      location.assign('/modules');
      return;
    }
    my.stopRoom = true;
    my.now.left = Date.now();
    tuk.forgetThoughts();
    my.keep();
    if (tuk.kept) location.replace('/');
    else tuk.go('/');
  };

  my.stop = function (what) {
    tuk.forgetThoughts(my.now.id);
    my.stopRoom = true;
    if (what !== 'lost') tuk.write('now', null);
    // A session that is withdrawn is so for every card on this tablet, and nothing of it is kept again.
    if (what === 'withdrawn') {
      my.over = true;
      tuk.turns.forget();
    }
    tuk.tidy();
    my.gone = what !== 'withdrawn';
    my.hold(my.gone && tuk.turns.others().length ? 'turn' : what);
  };
})(window.tuk);

// The end of a lesson on this device: handed over, left, ended by the teacher, or withdrawn.
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

  // Without a network stay on this page, which sends the outbox; the browser's error page would not.
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

  // The teacher ended the lesson: the last screen stays, and after the last answer is stored this device deletes the rest.
  my.letGo = function () {
    if (!my.over && my.now.ended && my.roomEnded && !tuk.turns.others().length && !tuk.outbox.waiting(my.now.id).length) {
      my.over = true;
      setTimeout(rest, 60000, my.now);
      tuk.write('now', null);
      tuk.tidy();
    }
  };

  // The next class must not see this card: a tablet that nobody touches for five minutes returns to the join page.
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
    // A withdrawn session affects every card on this tablet; none of it is kept.
    if (what === 'withdrawn') {
      my.over = true;
      tuk.turns.forget();
    }
    tuk.tidy();
    my.gone = what !== 'withdrawn';
    my.hold(my.gone && tuk.turns.others().length ? 'turn' : what);
  };
})(window.tuk);

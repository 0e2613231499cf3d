// Shows a lesson step by step, remembers the position, and sends events to the classroom.
(function (tuk) {
  'use strict';
  const my = tuk.lesson;

  function finish() {
    if (!my.now.finished) {
      my.now.finished = true;
      my.log('finished', my.steps[my.steps.length - 1].dataset.step);
    }
    my.show(my.steps.length, true);
  }

  function check() {
    const q = my.form();
    const key = q.dataset.question;
    if (tuk.goOn(q)) {
      my.now.told[key] = q.dataset.taken.split(' ');
      my.keep();
      my.dock();
      return;
    }
    const answer = tuk.answerOf(q);
    if (answer === null && my.isBelow(q)) {
      const first = q.querySelector('input, button');
      q.scrollIntoView();
      first.focus({ preventScroll: true });
      return;
    }
    if (answer === null) {
      tuk.say(q, tuk.id('next-words').dataset.choose);
      return;
    }
    if (!my.isPassed(key)) my.log('answered', my.steps[my.at].dataset.step, { question: key, answer: answer });
    my.now.answers[key] = answer;
    my.keep();
    tuk.showFeedback(q, answer, false, my.dock);
    my.dock();
  }

  function press() {
    const is = my.mode();
    if (is === 'check') check();
    else if (is === 'done') my.handOver();
    else if (is === 'next' && my.at === my.steps.length - 1) finish();
    else if (is === 'next') my.show(my.at + 1, true);
  }

  function questions() {
    document.querySelectorAll('form.q').forEach(function (q) {
      q.reset();
      tuk.dressQuestion(q, my.dock);
      const answer = my.now.answers[q.dataset.question];
      if (my.now.closed.indexOf(q.dataset.question) >= 0 && q.dataset.right) {
        tuk.showAnswer(q, answer);
        return;
      }
      if (answer === undefined) {
        // Continue a story where the child left it.
        if (my.now.told[q.dataset.question]) tuk.retell(q, my.now.told[q.dataset.question]);
        return;
      }
      tuk.choose(q, answer);
      tuk.showFeedback(q, answer, true, my.dock);
    });
  }

  function buttons() {
    tuk.id('next').addEventListener('click', press);
    tuk.id('leave').addEventListener('click', my.leave);
    tuk.id('handover').addEventListener('click', my.handOver);
    if (tuk.id('turn-open')) tuk.id('turn-open').addEventListener('click', function () { my.hold('turn'); });
    tuk.id('turn-more').addEventListener('click', my.joinAnother);
    document.querySelectorAll('[data-backstep]').forEach(function (button) {
      button.addEventListener('click', function () { my.show(my.at - 1, true); });
    });
    document.querySelectorAll('[data-leave]').forEach(function (link) {
      link.addEventListener('click', function () { tuk.write('now', null); });
    });
  }

  function heard(id, what, cameLate) {
    if (!my.now || id !== my.now.id || my.tried || !tuk.id('saved')) return;
    if (!my.over && (what === 'over' || what === 'lost')) my.stop(what);
    if (what === 'moved') {
      my.late = my.late.concat(cameLate || []);
      my.seek();
    }
    tuk.badge(id);
    my.letGo();
  }

  // Keeps the lesson for use without a network while its cards are here.
  function keepLesson() {
    if (my.now && !my.tried && !my.over) {
      tuk.keepLesson([my.now].concat(tuk.turns.others()).map(function (one) { return one.id; }));
    }
  }

  // Fetches the pictures of later screens after the first screen is shown, so that the lesson works without a network.
  function fetchPictures() {
    document.querySelectorAll('img[loading="lazy"]').forEach(function (picture) { picture.loading = 'eager'; });
  }

  tuk.play = function () {
    const main = tuk.id('start');
    my.tried = 'try' in main.dataset;
    // In a separate document, so that copied pictures are not fetched.
    tuk.clean = tuk.clean || document.implementation.createHTMLDocument('').importNode(document.body, true);
    my.now = my.tried ? { id: 'try', step: '', done: [], seen: [], answers: {} } : tuk.read('now');
    if (!my.now) {
      location.replace('/');
      return;
    }
    my.now.left = my.now.opened = 0;
    my.steps = Array.from(main.querySelectorAll('[data-step]'));
    my.ending = main.querySelector('[data-ending]');
    my.ending.classList.toggle('early', Boolean(my.now.early));
    my.held = null;
    my.stopRoom = my.gone = my.over = my.roomEnded = false;
    my.seeking = null;
    my.late = [];
    my.now.closed = my.now.closed || [];
    my.now.told = my.now.told || {};
    clearTimeout(my.asking);
    if (!my.tried) tuk.outbox.ensure(my.now.id, my.now.seat);
    tuk.badgeClear();
    my.wearCard();
    questions();
    if (my.tried) tuk.forgetThoughts();
    tuk.think(my.now.id);
    buttons();
    const index = my.placeOf(my.now.step);
    my.show(my.now.ended ? my.steps.length : index < 0 ? Math.min(my.now.place || 0, my.steps.length - 1) : index, false);
    tuk.aloud();
    tuk.captions();
    setTimeout(fetchPictures, 2500);
    setTimeout(tuk.fetchLanguages, 6000);
    if (my.tried) return;
    tuk.outbox.wakeAll();
    // A class that starts must not ask all at once; a device that returns may have missed the end, and asks now.
    my.asking = setTimeout(my.follow, my.now.since ? 1 : 1000 + Math.random() * 1000, 0);
    setTimeout(keepLesson, 4000);
    my.greetOthers();
  };

  // Back online, or visible again: ask for the room's state.
  window.addEventListener('online', function () {
    if (my.asking) my.follow(0);
    if (my.leaving) {
      clearTimeout(my.leaving);
      my.openJoinPage(1);
    }
    keepLesson();
  });
  document.addEventListener('visibilitychange', function () { if (my.asking && !document.hidden) my.follow(0); });
  // Scrolling and each loaded picture change the visible part of the screen.
  ['scroll', 'load'].forEach(function (sign) {
    document.addEventListener(sign, function () { if (my.now && my.steps && tuk.id('next-words')) my.dock(); }, { passive: true, capture: true });
  });
  ['pointerdown', 'keydown'].forEach(function (sign) { window.addEventListener(sign, function () { my.touched = Date.now(); }); });
  tuk.outbox.listen(heard);
  setInterval(my.greetOthers, 25000);
  setInterval(function () { if (my.now && !my.tried && tuk.id('saved')) tuk.badge(my.now.id); }, 500);
  tuk.start();
})(window.tuk);

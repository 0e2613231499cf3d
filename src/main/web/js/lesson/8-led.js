// The teacher's actions on the room: take the class to a step, show an answer, move a card, end the lesson.
(function (tuk) {
  'use strict';
  const my = tuk.lesson;

  function room(state) {
    my.now.since = state.n;
    my.now.sharing = Boolean(state.sharing);
    my.keep();
    my.turnButton();
    if (state.state === 'ended') {
      my.stopRoom = true;
      my.held = null;
      tuk.id('ended-by-teacher').hidden = false;
      my.roomEnded = true;
      my.now.early = my.now.early || !my.now.finished;
      my.ending.classList.toggle('early', my.now.early);
      my.show(my.steps.length, true);
      my.letGo();
    } else if (state.state === 'moved') {
      my.seek();
    } else if (state.state === 'withdrawn') {
      my.stop(state.state);
    } else if (isOther(state.lesson)) {
      turnTo(state.lesson);
    } else {
      pace(state);
    }
  }

  // A new version replaced the lesson, because a step was withdrawn: reload the page once per version.
  function isOther(lesson) {
    const version = (/version=(\d+)/.exec(lesson || '') || [])[1];
    return version && tuk.id('start').dataset.version !== version && my.now.version !== version;
  }

  function turnTo(lesson) {
    my.now.version = /version=(\d+)/.exec(lesson)[1];
    my.stopRoom = true;
    my.keep();
    if (tuk.kept) location.reload();
    else tuk.go('/lesson', { Seat: my.now.seat });
  }

  // Applies the teacher's actions: step, shown answers, "look up".
  function pace(state) {
    const step = state.step || '';
    const taken = step && step !== my.now.led;
    const was = my.now.led || '';
    my.now.led = step;
    (state.revealed || []).forEach(function (key) {
      if (my.now.closed.indexOf(key) >= 0) return;
      my.now.closed.push(key);
      closeQuestion(key);
    });
    my.keep();
    if (taken && my.placeOf(step) >= 0 && my.placeOf(step) !== my.at) my.show(my.placeOf(step), !my.held);
    else if (step !== was) my.dock();
    if (state.state === 'paused' && !my.held) {
      my.hold('paused');
    } else if (state.state === 'open' && my.held && my.held.dataset.note === 'paused') {
      my.hold('');
    }
  }

  // Every child sees the answer now, answered or not, and goes on.
  function closeQuestion(key) {
    const q = document.querySelector('form.q[data-question="' + key + '"]');
    if (!q || !q.dataset.right) return;
    const within = q.contains(document.activeElement);
    if (!my.isPassed(key)) my.now.done.push(key);
    tuk.showAnswer(q, my.now.answers[key]);
    if (within) q.querySelector('.answered h2').focus({ preventScroll: true });
    if (q === my.form() && !my.held) q.querySelector('.answered').scrollIntoView({ block: 'nearest' });
    my.dock();
  }

  // The card moved to another device, or the teacher gave this device another card: the seat's key finds it.
  my.seek = function () {
    if (my.seeking || my.over || my.gone) return;
    const mine = my.seeking = my.now;
    tuk.findSeat(my.now).then(function (found) {
      my.seeking = null;
      if (mine !== my.now || my.over) return;
      if (!found) {
        my.stop('moved');
        return;
      }
      my.keep();
      tuk.outbox.reseat(my.now.id, my.now.seat, my.late);
      my.late = [];
      my.wearCard();
      my.follow(0);
    });
  };

  // Polls the room's state; the server answers when there is something newer.
  my.follow = function (failures) {
    clearTimeout(my.asking);
    my.asking = 0;
    if (my.stopRoom || my.tried) return;
    const mine = my.now;
    const seat = my.now.seat;
    const isMine = function () { return !my.stopRoom && mine === my.now && seat === my.now.seat && !my.seeking; };
    tuk.hearRoom(my.now, function (state) { if (isMine()) room(state); }).then(function (answer) {
      if (!isMine()) return;
      if (answer.status === 410) my.stop('over');
      else if (answer.status === 401) my.stop('lost');
      else if (answer.status === 409) my.seek();
      if (answer.status === 200 || answer.status === 204) my.asking = setTimeout(my.follow, answer.broken ? Math.random() * 800 : 50, 0);
      else if (!my.stopRoom) my.asking = setTimeout(my.follow, 1000 + tuk.pause(failures + 1, answer.retryAfter), failures + 1);
    });
  };
})(window.tuk);

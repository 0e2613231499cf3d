// Shows a lesson step by step, remembers where this child is, and tells the classroom.
(function (tuk) {
  'use strict';
  let now, tried, steps, ending, at, held, stopRoom, asking, gone, over, roomEnded, leaving, seeking, late, touched = Date.now();

  function keep() { if (!tried && !over) tuk.write('now', now); }

  function log(kind, step, more) {
    if (tried) return;
    tuk.outbox.add(now.id, Object.assign({ kind: kind, step: step }, more), kind === 'viewed');
  }

  function form() { return at < steps.length ? steps[at].querySelector('form.q') : null; }

  // A question answered on this device, or on another one before the card came here, does not hold a child up.
  function isPassed(key) { return key in now.answers || now.done.indexOf(key) >= 0; }

  function mode() {
    if (at === steps.length) return 'done';
    const q = form();
    if (q && !q.classList.contains('marked') && !(isPassed(q.dataset.question) && tuk.answerOf(q) === null)) return 'check';
    return at >= led() && at < steps.length - 1 ? 'wait' : 'next';
  }

  function placeOf(key) { return steps.findIndex(function (step) { return step.dataset.step === key; }); }

  // The step to which the teacher has taken the class; beyond the last while each child goes on by itself.
  function led() {
    const place = now.led ? placeOf(now.led) : -1;
    return place < 0 ? steps.length : place;
  }

  // A long scene on a small screen hides that there is something to answer.
  function isBelow(q) {
    const first = q.querySelector('input, button');
    return !held && first && first.getBoundingClientRect().top > document.querySelector('.dock').getBoundingClientRect().top - 24;
  }

  function dock() {
    const words = tuk.id('next-words');
    const is = mode();
    words.textContent = words.dataset[is];
    tuk.id('next-art').setAttribute('href', is === 'next' || is === 'wait' ? '#i-right' : '#i-tick');
    const empty = is === 'check' && !tuk.ready(form());
    const below = empty && isBelow(form());
    if (below) {
      words.textContent = words.dataset.below;
      tuk.id('next-art').setAttribute('href', '#i-down');
    }
    if (is === 'wait' || empty && !below) tuk.id('next').setAttribute('aria-disabled', 'true');
    else tuk.id('next').removeAttribute('aria-disabled');
    tuk.id('next').hidden = Boolean(held);
    turnButton();
  }

  function progress() {
    const list = tuk.id('steps');
    list.hidden = at === steps.length;
    list.setAttribute('aria-label', tuk.word('stepOf', Math.min(at, steps.length - 1) + 1).replace('@', steps.length));
    Array.from(list.children).forEach(function (one, i) {
      one.className = i < at ? 'done' : i === at ? 'now' : '';
      one.firstElementChild.textContent = tuk.word(i < at ? 'stepDone' : i === at ? 'youAreHere' : 'toCome');
      if (i === at) one.setAttribute('aria-current', 'step');
      else one.removeAttribute('aria-current');
    });
  }

  function screen() { return held || (at === steps.length ? ending : steps[at]); }

  function draw(moveFocus) {
    document.querySelectorAll('main > .step').forEach(function (one) { one.hidden = one !== screen(); });
    const stage = screen().querySelector('.stage');
    stage.insertBefore(tuk.id('top'), stage.firstChild);
    progress();
    window.scrollTo(0, 0);
    dock();
    if (moveFocus) screen().querySelector('h1').focus();
  }

  function show(index, moveFocus) {
    at = index;
    now.step = at < steps.length ? steps[at].dataset.step : '';
    now.place = at;
    now.ended = at === steps.length;
    if (now.ended) tuk.forgetThoughts(now.id);
    if (at < steps.length && now.seen.indexOf(now.step) < 0) {
      now.seen.push(now.step);
      log('viewed', now.step);
    }
    keep();
    draw(moveFocus);
  }

  function finish() {
    if (!now.finished) {
      now.finished = true;
      log('finished', steps[steps.length - 1].dataset.step);
    }
    show(steps.length, true);
  }

  function check() {
    const q = form();
    if (tuk.goOn(q)) {
      dock();
      return;
    }
    const answer = tuk.answerOf(q);
    if (answer === null && isBelow(q)) {
      const first = q.querySelector('input, button');
      q.scrollIntoView();
      first.focus({ preventScroll: true });
      return;
    }
    if (answer === null) {
      tuk.say(q, tuk.id('next-words').dataset.choose);
      return;
    }
    const key = q.dataset.question;
    if (!isPassed(key)) log('answered', steps[at].dataset.step, { question: key, answer: answer });
    now.answers[key] = answer;
    keep();
    tuk.showFeedback(q, answer, false, dock);
    dock();
  }

  function press() {
    const is = mode();
    if (is === 'check') check();
    else if (is === 'done') handOver();
    else if (is === 'next' && at === steps.length - 1) finish();
    else if (is === 'next') show(at + 1, true);
  }

  function handOver() {
    if (tried) {
      location.assign('/modules');
      return;
    }
    if (tuk.turns.others().some(function (one) { return !one.ended; })) {
      tuk.id('look').hidden = true;
      hold('turn');
      return;
    }
    tuk.turns.forget();
    tuk.forgetThoughts();
    stopRoom = over = true;
    tuk.write('now', null);
    tuk.write('handed', 1);
    tuk.tidy();
    tuk.outbox.wakeAll();
    openJoinPage(0);
  }

  // Without a network the page stays, for what waits goes from here; an error page of the browser sends nothing.
  function openJoinPage(failures) {
    tuk.call('/', { patience: 5000 }).then(function (answer) {
      if (answer.status === 200) {
        if (tuk.kept) location.replace('/');
        else tuk.go('/');
        return;
      }
      tuk.id('top').hidden = tuk.id('look').hidden = tuk.id('saved').hidden = true;
      if (!failures) hold('handed');
      leaving = setTimeout(openJoinPage, 1000 + tuk.pause(Math.min(failures, 2), 0), failures + 1);
    });
  }

  // The teacher has ended the lesson: its last screen stays, and with its last answer stored this device forgets the rest.
  function letGo() {
    if (!over && now.ended && roomEnded && !tuk.turns.others().length && !tuk.outbox.waiting(now.id).length) {
      over = true;
      setTimeout(rest, 60000, now);
      tuk.write('now', null);
      tuk.tidy();
    }
  }

  // The next class never sees this card: a tablet that nobody has touched for five minutes gets ready by itself.
  function rest(mine) {
    if (!over || mine !== now) return;
    if (Date.now() - touched > 300000) handOver();
    else setTimeout(rest, 60000, mine);
  }

  function leave() {
    if (tried) {
      location.assign('/modules');
      return;
    }
    stopRoom = true;
    now.left = Date.now();
    tuk.forgetThoughts();
    keep();
    if (tuk.kept) location.replace('/');
    else tuk.go('/');
  }

  // Something the child must know instead of the step: paused, moved, withdrawn, over, lost.
  function hold(what) {
    held = what ? document.querySelector('[data-note="' + what + '"]') : null;
    if (what === 'turn') drawTurns();
    draw(true);
  }

  function stop(what) {
    tuk.forgetThoughts(now.id);
    stopRoom = true;
    if (what === 'over' || what === 'moved') tuk.write('now', null);
    tuk.tidy();
    gone = what === 'over' || what === 'moved' || what === 'lost';
    hold(gone && tuk.turns.others().length ? 'turn' : what);
  }

  // Whose turn is it? Shown where the teacher lets cards share a tablet, and as long as more than one is on this one.
  function turnButton() {
    if (!tuk.id('turn-open')) return;
    tuk.id('turn-open').hidden = tried || Boolean(held) || !(now.sharing || tuk.turns.others().length);
  }

  function drawTurns() {
    const lead = tuk.id('turn-lead').dataset;
    tuk.id('turn-lead').textContent = gone ? lead.gone.replace('#', tuk.named(now.card, now.name)) : tuk.turns.others().length ? lead.pass : lead.one;
    tuk.turns.draw(tuk.id('turns'), gone ? null : now, pickTurn);
    tuk.id('turn-more').hidden = !now.sharing || gone || !tuk.turns.isRoom();
    tuk.id('turn-away').hidden = true;
  }

  function pickTurn(id) {
    if (id === now.id && !gone) hold('');
    else passTo(id);
  }

  // The page begins afresh for the next card, so that nothing chosen for one can be sent for another.
  function passTo(id) {
    const next = tuk.turns.take(id);
    if (!next) {
      drawTurns();
      return;
    }
    if (!gone) tuk.turns.keep(now);
    next.sharing = now.sharing;
    tuk.write('now', next);
    stopRoom = true;
    document.body.replaceWith(document.importNode(tuk.clean, true));
    tuk.start();
    tuk.id('tag').focus();
  }

  // The card list is asked for first: without a network the child stays in the lesson.
  function joinAnother() {
    const mine = now;
    tuk.post('/api/classroom', { code: now.code || '' }).then(function (answer) {
      if (mine !== now) return;
      tuk.id('turn-away').hidden = answer.status === 200;
      if (answer.status !== 200) return;
      stopRoom = true;
      now.left = now.opened = 0;
      keep();
      tuk.write('more', { code: now.code });
      tuk.go('/');
    });
  }

  function greetOthers() {
    if (!now || tried || !tuk.id('turns')) return;
    tuk.turns.greet(function (left) {
      if (left && held && held.dataset.note === 'turn') drawTurns();
      turnButton();
    });
  }

  function room(state) {
    now.since = state.n;
    now.sharing = Boolean(state.sharing);
    keep();
    turnButton();
    if (state.state === 'ended') {
      stopRoom = true;
      held = null;
      tuk.id('ended-by-teacher').hidden = false;
      roomEnded = true;
      show(steps.length, true);
      letGo();
    } else if (state.state === 'moved') {
      seek();
    } else if (state.state === 'withdrawn') {
      stop(state.state);
    } else if (isOther(state.lesson)) {
      turnTo(state.lesson);
    } else {
      pace(state);
    }
  }

  // Another version of this lesson runs now, because a step was withdrawn: the page is fetched again, once for a version.
  function isOther(lesson) {
    const version = (/version=(\d+)/.exec(lesson || '') || [])[1];
    return version && tuk.id('start').dataset.version !== version && now.version !== version;
  }

  function turnTo(lesson) {
    now.version = /version=(\d+)/.exec(lesson)[1];
    stopRoom = true;
    keep();
    if (tuk.kept) location.reload();
    else tuk.go('/lesson', { Seat: now.seat });
  }

  // What the teacher does: the class is taken to a step, a question's answer is shown, all are to look up.
  function pace(state) {
    const step = state.step || '';
    const taken = step && step !== now.led;
    const was = now.led || '';
    now.led = step;
    (state.revealed || []).forEach(function (key) {
      if (now.closed.indexOf(key) >= 0) return;
      now.closed.push(key);
      closeQuestion(key);
    });
    keep();
    if (taken && placeOf(step) >= 0 && placeOf(step) !== at) show(placeOf(step), !held);
    else if (step !== was) dock();
    if (state.state === 'paused' && !held) {
      hold('paused');
    } else if (state.state === 'open' && held && held.dataset.note === 'paused') {
      hold('');
    }
  }

  // Whoever has not answered sees the answer now, and goes on.
  function closeQuestion(key) {
    const q = document.querySelector('form.q[data-question="' + key + '"]');
    if (!q || isPassed(key) || q.classList.contains('marked')) return;
    const right = q.dataset.right || '';
    const answer = { single: right, multiple: right.split(' '), order: right.split(' '), places: right.split(' ') }[q.dataset.kind];
    now.done.push(key);
    if (right && answer) {
      tuk.choose(q, answer);
      tuk.showFeedback(q, answer, true, dock);
      const title = q.querySelector('.answered h2');
      if (title) title.textContent = tuk.id('next-words').dataset.shown;
    } else {
      tuk.say(q, tuk.id('next-words').dataset.shown);
    }
    dock();
  }

  // The card went elsewhere: to another device, or the teacher has put this child on another one, which keeps its key.
  function seek() {
    if (seeking || over || gone) return;
    const mine = seeking = now;
    tuk.findSeat(now).then(function (found) {
      seeking = null;
      if (mine !== now || over) return;
      if (!found) {
        stop('moved');
        return;
      }
      keep();
      tuk.outbox.reseat(now.id, now.seat, late);
      late = [];
      wearCard();
      follow(0);
    });
  }

  // Asks what the room does; the server keeps the question open until there is something newer.
  function follow(failures) {
    clearTimeout(asking);
    asking = 0;
    if (stopRoom || tried) return;
    const mine = now;
    const seat = now.seat;
    const isMine = function () { return !stopRoom && mine === now && seat === now.seat && !seeking; };
    tuk.hearRoom(now, function (state) { if (isMine()) room(state); }).then(function (answer) {
      if (!isMine()) return;
      if (answer.status === 410) stop('over');
      else if (answer.status === 401) stop('lost');
      else if (answer.status === 409) seek();
      if (answer.status === 200 || answer.status === 204) asking = setTimeout(follow, answer.broken ? Math.random() * 800 : 50, 0);
      else if (!stopRoom) asking = setTimeout(follow, 1000 + tuk.pause(failures + 1, answer.retryAfter), failures + 1);
    });
  }

  function wearCard() {
    if (tried) return;
    tuk.id('tag-name').textContent = tuk.named(now.card, now.name);
    tuk.id('tag').className = 'tag';
    if (tuk.id('mine')) tuk.id('mine').className = tuk.id('mine').className.replace(/ ?c-\w+/, '');
    if (now.card) {
      tuk.id('tag').classList.add(tuk.colour(now.card));
      tuk.id('tag-art').setAttribute('href', tuk.art(now.card));
    } else {
      tuk.id('tag').classList.add('c-gold');
    }
    tuk.id('tag').hidden = false;
    if (!tuk.id('mine') || !now.card) return;
    tuk.id('mine').hidden = false;
    tuk.id('mine').classList.add(tuk.colour(now.card));
    tuk.id('mine-name').textContent = tuk.named(now.card, now.name);
    tuk.id('mine-art').setAttribute('href', tuk.art(now.card));
  }

  function questions() {
    document.querySelectorAll('form.q').forEach(function (q) {
      q.reset();
      tuk.dressQuestion(q, dock);
      const answer = now.answers[q.dataset.question];
      if (answer === undefined) return;
      tuk.choose(q, answer);
      tuk.showFeedback(q, answer, true, dock);
    });
  }

  function buttons() {
    tuk.id('next').addEventListener('click', press);
    tuk.id('leave').addEventListener('click', leave);
    tuk.id('handover').addEventListener('click', handOver);
    if (tuk.id('turn-open')) tuk.id('turn-open').addEventListener('click', function () { hold('turn'); });
    tuk.id('turn-more').addEventListener('click', joinAnother);
    document.querySelectorAll('[data-backstep]').forEach(function (button) {
      button.addEventListener('click', function () { show(at - 1, true); });
    });
    document.querySelectorAll('[data-leave]').forEach(function (link) {
      link.addEventListener('click', function () { tuk.write('now', null); });
    });
  }

  function heard(id, what, cameLate) {
    if (!now || id !== now.id || tried || !tuk.id('saved')) return;
    if (!over && (what === 'over' || what === 'lost')) stop(what);
    if (what === 'moved') {
      late = late.concat(cameLate || []);
      seek();
    }
    tuk.badge(id);
    letGo();
  }

  // The lesson opens again without a network as long as its cards are here.
  function keepLesson() {
    if (now && !tried && !over) {
      tuk.keepLesson([now].concat(tuk.turns.others()).map(function (one) { return one.id; }));
    }
  }

  // After the first screen stands, the pictures of the others are fetched, so that the lesson goes on without a network.
  function fetchPictures() {
    document.querySelectorAll('img[loading="lazy"]').forEach(function (picture) { picture.loading = 'eager'; });
  }

  tuk.play = function () {
    const main = tuk.id('start');
    tried = 'try' in main.dataset;
    // In a document of its own, where a copied picture is not fetched.
    tuk.clean = tuk.clean || document.implementation.createHTMLDocument('').importNode(document.body, true);
    now = tried ? { id: 'try', step: '', done: [], seen: [], answers: {} } : tuk.read('now');
    if (!now) {
      location.replace('/');
      return;
    }
    now.left = now.opened = 0;
    steps = Array.from(main.querySelectorAll('[data-step]'));
    ending = main.querySelector('[data-ending]');
    held = null;
    stopRoom = gone = over = roomEnded = false;
    seeking = null;
    late = [];
    now.closed = now.closed || [];
    clearTimeout(asking);
    if (!tried) tuk.outbox.ensure(now.id, now.seat);
    tuk.badgeClear();
    wearCard();
    questions();
    if (tried) tuk.forgetThoughts();
    tuk.think(now.id);
    buttons();
    const index = placeOf(now.step);
    show(now.ended ? steps.length : index < 0 ? Math.min(now.place || 0, steps.length - 1) : index, false);
    tuk.aloud();
    tuk.captions();
    setTimeout(fetchPictures, 2500);
    setTimeout(tuk.fetchLanguages, 6000);
    if (tried) return;
    tuk.outbox.wakeAll();
    asking = setTimeout(follow, 1000 + Math.random() * 1000, 0);
    setTimeout(keepLesson, 4000);
    greetOthers();
  };

  // Back on the network, or looked at again: what is the room doing now?
  window.addEventListener('online', function () {
    if (asking) follow(0);
    if (leaving) {
      clearTimeout(leaving);
      openJoinPage(1);
    }
    keepLesson();
  });
  document.addEventListener('visibilitychange', function () { if (asking && !document.hidden) follow(0); });
  // What is on the screen and what below it changes with scrolling, and with each picture that comes.
  ['scroll', 'load'].forEach(function (sign) {
    document.addEventListener(sign, function () { if (now && steps && tuk.id('next-words')) dock(); }, { passive: true, capture: true });
  });
  ['pointerdown', 'keydown'].forEach(function (sign) { window.addEventListener(sign, function () { touched = Date.now(); }); });
  tuk.outbox.listen(heard);
  setInterval(greetOthers, 25000);
  setInterval(function () { if (now && !tried && tuk.id('saved')) tuk.badge(now.id); }, 500);
  tuk.start();
})(window.tuk);

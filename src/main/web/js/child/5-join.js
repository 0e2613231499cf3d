// Joining: code, class, card, "is this you?", seat. The code is removed from the address first.
(function (tuk) {
  'use strict';
  const views = tuk.views;
  const scanned = location.hash.slice(1);
  if (location.pathname === '/' && scanned) history.replaceState(null, '', '/');
  // A QR code on a card contains the card; the one on the board contains the join code.
  let wanted = cardIn(scanned);
  const fromBoard = wanted ? '' : scanned;
  let code = '';
  let room = null;
  let chosen = null;
  let waiting = null;
  let adding = false;
  let typed = true;

  function cardIn(hash) {
    const found = /^card=(\d{1,3})$/.exec(hash);
    return found ? Number(found[1]) : 0;
  }

  function isToday(time) { return new Date(time).toDateString() === new Date().toDateString(); }

  function view(name) { views.show(name, room, cardsOf()); }

  function cardsOf() { return chosen && chosen.group ? chosen.group.cards : []; }

  // Repeats a call until there is an answer to act on; after overload or a lost network it waits, at a random time for each device.
  function ask(address, body, title, text) {
    const attempt = waiting = { failures: 0 };
    return new Promise(function (done) {
      function once() {
        tuk.post(address, body).then(function (answer) {
          if (attempt !== waiting) return;
          if (answer.status === 0 || answer.status === 429 || answer.status >= 500) {
            attempt.failures++;
            if (attempt.failures > 1 || answer.retryAfter) wait(title, answer.status === 0 ? offline() : text);
            attempt.timer = setTimeout(once, tuk.pause(attempt.failures, answer.retryAfter));
          } else {
            done(answer);
          }
        });
      }
      attempt.now = function () { clearTimeout(attempt.timer); once(); };
      once();
    });
  }

  function offline() { return tuk.word('offline'); }

  function wait(title, text) { if (views.waiting(title, text)) view('wait'); }

  function lookUp(then) {
    const asked = code;
    ask('/api/classroom', { code: code }, tuk.word('nearly'), tuk.word('busy'))
      .then(function (answer) {
        if (answer.status === 200) {
          if (tuk.speakAs(answer.body.language, function () { submit(asked); })) return;
          room = answer.body;
          tuk.write('code', { code: code, at: Date.now() });
          if (chosen && chosen.group) {
            chosen.group = room.classes.filter(function (one) { return one.class === chosen.group.class; })[0];
          }
          then();
        } else if (wanted && !typed) {
          askForCode();
        } else {
          wrongCode();
        }
      });
  }

  // A scanned card uses the last code of today on this device; without one it waits until a code is typed.
  function openCard() {
    const last = tuk.read('code');
    if (!last || !isToday(last.at)) {
      askForCode();
      return;
    }
    code = last.code;
    typed = false;
    chosen = null;
    lookUp(chooseClass);
  }

  function askForCode() {
    room = chosen = waiting = null;
    tuk.write('code', null);
    tuk.id('card-said').hidden = false;
    tuk.id('card-number').textContent = tuk.word('cardNumber', wanted);
    tuk.id('back-to').hidden = true;
    view('code');
  }

  function wrongCode() {
    room = chosen = null;
    view('code');
    views.wrongCode(code.length);
  }

  function chooseClass() {
    const having = room.classes.filter(function (one) { return wanted && cardOf(one); });
    const classes = having.length ? having : room.classes;
    if (classes.length === 1) {
      pickClass(classes[0]);
      return;
    }
    views.classes(classes, pickClass);
    view('class');
  }

  function cardOf(group) { return group.cards.filter(function (card) { return card.number === wanted; })[0]; }

  function pickClass(group) {
    const number = wanted;
    const card = cardOf(group);
    chosen = { group: group };
    wanted = 0;
    if (card && isHere(card)) back();
    else if (card) confirm(card);
    else showCards(number ? tuk.word('notInLesson', number) : tuk.word('tap'));
  }

  // Is the child of this card already at this device?
  function isHere(card) {
    const now = tuk.read('now');
    return now && isToday(now.taken) && now.code === code && now.class === chosen.group.class && now.card === card.card;
  }

  // Tells the child before choosing that some cards are not available yet.
  function showCards(why) {
    const lead = room.locked && why === tuk.word('tap') ? tuk.word('locked') : why;
    views.fill(tuk.id('cards'), cardsOf(), false, confirm);
    view('cards');
    tuk.id('cards-lead').textContent = lead;
    tuk.id('cards-lead').classList.toggle('heed', lead !== tuk.word('tap'));
  }

  function confirm(card) {
    chosen.want = { key: tuk.uuid(), card: card, resume: card.taken };
    views.paper(card, card.taken);
    view('confirm');
  }

  function takeSeat() {
    const want = chosen.want;
    const body = { code: code, key: want.key, class: chosen.group.class, card: want.card ? want.card.number : null, holds: tuk.read('held') || [] };
    if (want.visitor) body.visitor = want.visitor;
    if (want.resume) body.resume = true;
    ask('/api/classroom/seats', body, tuk.word('nearly'), tuk.word('busy'))
      .then(function (answer) { seated(want, answer); });
  }

  function seated(want, answer) {
    const attempt = waiting;
    switch (answer.status) {
      case 201:
        sitDown(want, answer.body);
        break;
      case 202:
        wait(tuk.word('asking'), tuk.word('askingFor', tuk.named(want.card.card, want.card.name)));
        attempt.timer = setTimeout(function () { if (attempt === waiting) takeSeat(); }, (answer.retryAfter || 3) * 1000);
        break;
      case 409:
        lookUp(function () {
          showCards(tuk.word({ locked: 'locked', refused: 'refused' }[answer.body.why] || 'justTaken'));
        });
        break;
      case 422:
        lookUp(function () { chooseClass(); });
        break;
      default:
        wrongCode();
    }
  }

  function sitDown(want, seat) {
    tuk.outbox.open(want.key, seat.seat);
    tuk.change('held', function (held) { return (held || []).concat(seat.seat).slice(-6); });
    const before = tuk.read('now');
    tuk.turns.dropSeat(seat.seat);
    if (!adding && before && before.card !== (want.card ? want.card.card : '')) tuk.write('look', null);
    if (!adding) tuk.turns.forget();
    else if (before && before.seat !== seat.seat) tuk.turns.keep(before);
    tuk.write('cookie', 1);
    tuk.write('now', {
      id: want.key, code: code, class: chosen.group.class, sharing: adding, seat: seat.seat, name: seat.name, card: want.card ? want.card.card : '', taken: Date.now(),
      step: seat.step || '', done: seat.done || [], seen: [], answers: {}, since: 0
    });
    openLesson();
  }

  // Without cookies the lesson's address leads back here: then the lesson is shown in this page.
  function openLesson() {
    const now = tuk.read('now');
    const turnedAway = now.opened && Date.now() - now.opened < 20000 && /\/$/.test(location.pathname);
    now.opened = Date.now();
    tuk.write('now', now);
    wait(tuk.word('opens'), tuk.word('opening'));
    if (tuk.kept && navigator.cookieEnabled && !turnedAway) {
      location.assign('/lesson' + tuk.inMyLanguage());
      return;
    }
    let failures = 0;
    (function once() {
      tuk.go('/lesson', { Seat: now.seat }).then(function (shown) {
        if (!shown) setTimeout(once, tuk.pause(++failures, 0));
      });
    })();
  }

  function visit(kind) {
    chosen.want = { key: tuk.uuid(), card: null, visitor: kind };
    takeSeat();
  }

  function submit(text) {
    code = views.clean(text);
    if (code.length < views.SIGNS) {
      wrongCode();
      return;
    }
    tuk.id('code-error').hidden = true;
    typed = true;
    chosen = null;
    lookUp(chooseClass);
  }

  function on(id, act) { tuk.id(id).addEventListener('click', act); }

  tuk.join = function () {
    code = '';
    room = chosen = waiting = null;
    const field = tuk.id('code');
    field.addEventListener('input', function () { views.dash(field); });
    tuk.id('join').addEventListener('submit', function (event) {
      event.preventDefault();
      submit(field.value);
    });
    on('was-here', function () {
      views.fill(tuk.id('before'), cardsOf().filter(function (card) { return card.taken; }), true, confirm);
      view('before');
    });
    on('all-cards', function () { showCards(tuk.word('tap')); });
    on('no-card', function () { view('visitor'); });
    on('yes', takeSeat);
    on('wait-stop', function () {
      waiting = null;
      if (chosen && chosen.group) lookUp(function () { showCards(tuk.word('tap')); });
      else view('code');
    });
    document.querySelector('[data-back]').addEventListener('click', function () { showCards(tuk.word('tap')); });
    document.querySelectorAll('[data-visitor]').forEach(function (button) {
      button.addEventListener('click', function () { visit(button.dataset.visitor); });
    });
    window.addEventListener('online', function () { if (waiting && waiting.now && waiting.failures) waiting.now(); });
    window.addEventListener('hashchange', function () {
      const hash = location.hash.slice(1);
      history.replaceState(null, '', '/');
      wanted = cardIn(hash);
      if (wanted) openCard();
      else if (views.clean(hash)) submit(views.clean(hash));
    });
    begin(field);
  };

  function back() {
    tuk.change('now', function (seat) { seat.left = seat.opened = 0; return seat; });
    openLesson();
  }

  // In the language of the class that hands over; the next class starts as usual.
  function showHandedOver() {
    views.handedOver();
    view('handover');
    on('handover-go', function () {
      tuk.write('handed', null);
      view('code');
      if (document.documentElement.lang.slice(0, 2) !== 'en') tuk.speak('en');
    });
  }

  function begin(field) {
    const now = tuk.read('now');
    const today = now && isToday(now.taken);
    if (now && !today) {
      tuk.write('now', null);
      tuk.write('look', null);
    }
    const handed = tuk.read('handed');
    const more = tuk.read('more');
    tuk.write('more', null);
    adding = Boolean(more && now && today && !scanned);
    tuk.id('back-lesson').hidden = !adding;
    if (now && today && !scanned) {
      if (now.opened && Date.now() - now.opened < 20000 && !now.left) {
        openLesson();
        return;
      }
      tuk.id('back-name').textContent = tuk.named(now.card, now.name);
      tuk.id('back-to').hidden = false;
      on('back-go', back);
      on('back-lesson', back);
    }
    if (handed && !tuk.speakAs(handed, showHandedOver)) showHandedOver();
    if (!now || !today) tuk.turns.forget();
    tuk.tidy();
    tuk.outbox.wakeAll();
    if (adding) submit(more.code);
    if (wanted) openCard();
    if (fromBoard && views.clean(fromBoard)) {
      field.value = fromBoard;
      views.dash(field);
      submit(fromBoard);
    }
  }
})(window.tuk);

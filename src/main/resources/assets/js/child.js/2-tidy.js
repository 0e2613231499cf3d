// What this device keeps beside its outboxes: the lesson of the cards it holds, and nothing of a class once no card is in
// use. What waits to be sent stays in its outbox until it is stored.
(function (tuk) {
  'use strict';
  const OF_A_CLASS = ['code', 'held', 'more', 'others'];
  const giving = {};
  let asked = false;

  function worker() { return navigator.serviceWorker || null; }

  function tell(seats) {
    const loaded = window.performance ? performance.getEntriesByType('resource').map(function (one) { return one.name; }) : [];
    return function (registration) {
      if (registration && registration.active) registration.active.postMessage({ seats: seats, loaded: loaded, languages: seats.length ? tuk.otherLanguages() : [] });
    };
  }

  function nothing() { /* a device that keeps nothing plays as long as its page is open */ }

  // The lesson shown is to open again without a network, for as long as one of these seats is held here.
  tuk.keepLesson = function (seats) {
    if (!worker() || location.pathname !== '/lesson') return;
    worker().register('/lesson-worker.js', { scope: '/lesson' })
      .then(function () { return worker().ready; })
      .then(tell(seats))
      .catch(nothing);
  };

  // Done here as well as by the worker, which may be asleep or have gone.
  function dropLessons() {
    try {
      if (worker()) worker().getRegistration('/lesson').then(tell([])).catch(nothing);
      if (!window.caches) return;
      caches.keys().then(function (names) {
        names.forEach(function (name) { if (name.indexOf('tuk.lesson.') === 0) caches.delete(name); });
      }).catch(nothing);
    } catch (refused) {
      nothing();
    }
  }

  function dropCookie() {
    if (asked || !tuk.read('cookie')) return;
    asked = true;
    tuk.call('/api/classroom/seats', { method: 'DELETE', keepalive: true }).then(function (answer) {
      asked = false;
      if (answer.status === 204 && !tuk.read('now')) tuk.write('cookie', null);
    });
  }

  // Cards whose children have given the tablet away: once all they did is stored, each can be picked on another one.
  tuk.giveBack = function (cards) {
    tuk.change('leaving', function (others) {
      return (others || []).concat(cards.map(function (one) { return { id: one.id, seat: one.seat }; }));
    });
    giveBack();
  };

  function giveBack() {
    (tuk.read('leaving') || []).forEach(function (one) {
      if (giving[one.id] || tuk.outbox.waiting(one.id).length) return;
      giving[one.id] = true;
      tuk.call('/api/classroom/seats', { method: 'DELETE', headers: { Seat: one.seat }, keepalive: true }).then(function (answer) {
        giving[one.id] = false;
        if (answer.status === 0 || answer.status === 429 || answer.status >= 500) {
          setTimeout(giveBack, 1000 + tuk.pause(4, answer.retryAfter));
          return;
        }
        tuk.change('leaving', function (all) {
          const left = (all || []).filter(function (other) { return other.id !== one.id; });
          return left.length ? left : null;
        });
      });
    });
  }

  // Once no card is in use on this device.
  tuk.tidy = function () {
    if (tuk.read('now') || (tuk.read('others') || []).length) return;
    OF_A_CLASS.forEach(function (name) { tuk.write(name, null); });
    dropLessons();
    dropCookie();
    tuk.names('out.').forEach(function (box) {
      if (tuk.outbox.waiting(box.slice(4)).length === 0) tuk.write(box, null);
    });
  };

  tuk.outbox.listen(tuk.tidy);
  tuk.outbox.listen(giveBack);
  ['online', 'pageshow'].forEach(function (sign) { window.addEventListener(sign, giveBack); });

  // A page that the Back button brings from memory would show the last child's card.
  window.addEventListener('pageshow', function (event) { if (event.persisted) location.reload(); });
})(window.tuk);

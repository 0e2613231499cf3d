// Deletes what this device stores apart from outboxes: the lesson of the cards it holds, and all data of a class once no card is
// in use. Unsent events stay in their outbox until they are stored.
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

  function nothing() { /* without storage the lesson works while its page is open */ }

  // Keeps the lesson for use without a network while one of these seats is held here.
  tuk.keepLesson = function (seats) {
    if (!worker() || location.pathname !== '/lesson') return;
    worker().register('/lesson-worker.js', { scope: '/lesson' })
      .then(function () { return worker().ready; })
      .then(tell(seats))
      .catch(nothing);
  };

  // Done here as well as in the service worker, which may be asleep or removed.
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

  // Cards whose children gave the tablet away: once their events are stored, each card can be picked on another device.
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

  // Runs once no card is in use on this device.
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

  // A page that the Back button restores from memory would show the last child's card.
  window.addEventListener('pageshow', function (event) { if (event.persisted) location.reload(); });
})(window.tuk);

// Up to three cards on one tablet, where the teacher allows it: who waits while another card has its turn. Each keeps its
// own seat, place and answers, and its own outbox.
(function (tuk) {
  'use strict';
  const MOST = 3;

  function all() { return tuk.read('others') || []; }

  function without(id) { return all().filter(function (one) { return one.id !== id; }); }

  tuk.turns = {
    others: all,

    isRoom: function () { return all().length < MOST - 1; },

    // Puts a card aside, with its place and its answers.
    keep: function (card) {
      tuk.write('others', without(card.id).filter(function (one) { return one.seat !== card.seat; }).concat(card).slice(1 - MOST));
    },

    take: function (id) {
      const card = all().filter(function (one) { return one.id === id; })[0] || null;
      tuk.write('others', without(id));
      return card;
    },

    drop: function (id) { tuk.write('others', without(id)); },

    // A card that is held elsewhere too would be there twice.
    dropSeat: function (seat) { tuk.write('others', all().filter(function (one) { return one.seat !== seat; })); },

    forget: function () { tuk.write('others', null); },

    // A sign of life for those who wait; one that has gone to another device is not here any more.
    greet: function (then) {
      all().forEach(function (one) {
        tuk.call('/api/room', { headers: { Seat: one.seat } }).then(function (answer) {
          const gone = answer.status === 401 || answer.status === 410 || answer.body.state === 'moved';
          if (gone) tuk.turns.drop(one.id);
          then(gone);
        });
      });
    },

    // The cards on this device, the one whose turn it is first.
    draw: function (list, now, onPick) {
      list.textContent = '';
      (now ? [now] : []).concat(all()).forEach(function (one) {
        const button = tuk.el('button', 'card ' + (one.card ? tuk.colour(one.card) : 'c-gold'));
        button.type = 'button';
        button.appendChild(tuk.svg(one.card ? tuk.art(one.card) : '#buoy', 'a'));
        const name = button.appendChild(tuk.el('b', '', tuk.named(one.card, one.name)));
        if (one.ended) name.appendChild(tuk.el('small', '', ' ' + tuk.word('hasFinished')));
        button.addEventListener('click', function () { onPick(one.id); });
        list.appendChild(tuk.el('li')).appendChild(button);
      });
    }
  };

  tuk.outbox.listen(function (id, what) {
    if (what === 'moved' || what === 'over' || what === 'lost') tuk.turns.drop(id);
  });
})(window.tuk);

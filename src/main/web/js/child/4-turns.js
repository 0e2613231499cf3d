// Up to three cards on one tablet, if the teacher allows it: the cards that wait for their turn. Each has its own seat, position,
// answers and outbox.
(function (tuk) {
  'use strict';
  const MOST = 3;

  function all() { return tuk.read('others') || []; }

  function without(id) { return all().filter(function (one) { return one.id !== id; }); }

  tuk.turns = {
    others: all,

    isRoom: function () { return all().length < MOST - 1; },

    // Puts a card aside with its position and its answers.
    keep: function (card) {
      tuk.write('others', without(card.id).filter(function (one) { return one.seat !== card.seat; }).concat(card).slice(1 - MOST));
    },

    take: function (id) {
      const card = all().filter(function (one) { return one.id === id; })[0] || null;
      tuk.write('others', without(id));
      return card;
    },

    drop: function (id) { tuk.write('others', without(id)); },

    // Removes a card that another device holds too.
    dropSeat: function (seat) { tuk.write('others', all().filter(function (one) { return one.seat !== seat; })); },

    forget: function () { tuk.write('others', null); },

    // Sends a sign of life for the waiting cards, and removes those that another device has taken.
    greet: function (then) {
      all().forEach(function (one) {
        tuk.call('/api/room', { headers: { Seat: one.seat } }).then(function (answer) {
          const gone = answer.status === 401 || answer.status === 410 || answer.body.state === 'moved';
          if (gone) tuk.turns.drop(one.id);
          then(gone);
        });
      });
    },

    // Draws the cards on this device, the current one first.
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

// Switches between cards that share a tablet, if the teacher allows it and more than one is here.
(function (tuk) {
  'use strict';
  const my = tuk.lesson;

  my.turnButton = function () {
    if (!tuk.id('turn-open')) return;
    tuk.id('turn-open').hidden = my.tried || Boolean(my.held) || !(my.now.sharing || tuk.turns.others().length);
  };

  my.drawTurns = function () {
    const lead = tuk.id('turn-lead').dataset;
    tuk.id('turn-lead').textContent = my.gone ? lead.gone.replace('#', tuk.named(my.now.card, my.now.name)) : tuk.turns.others().length ? lead.pass : lead.one;
    tuk.turns.draw(tuk.id('turns'), my.gone ? null : my.now, pickTurn);
    tuk.id('turn-more').hidden = !my.now.sharing || my.gone || !tuk.turns.isRoom();
    tuk.id('turn-away').hidden = true;
  };

  function pickTurn(id) {
    if (id === my.now.id && !my.gone) my.hold('');
    else passTo(id);
  }

  // Reloads the page for the next card, so that no choice of one card is sent for another.
  function passTo(id) {
    const next = tuk.turns.take(id);
    if (!next) {
      my.drawTurns();
      return;
    }
    if (!my.gone) tuk.turns.keep(my.now);
    next.sharing = my.now.sharing;
    tuk.write('now', next);
    my.stopRoom = true;
    document.body.replaceWith(document.importNode(tuk.clean, true));
    tuk.start();
    tuk.id('tag').focus();
  }

  // Loads the card list first: without a network the child stays in the lesson.
  my.joinAnother = function () {
    const mine = my.now;
    tuk.post('/api/classroom', { code: my.now.code || '' }).then(function (answer) {
      if (mine !== my.now) return;
      tuk.id('turn-away').hidden = answer.status === 200;
      if (answer.status !== 200) return;
      my.stopRoom = true;
      my.now.left = my.now.opened = 0;
      my.keep();
      tuk.write('more', { code: my.now.code });
      tuk.go('/');
    });
  };

  my.greetOthers = function () {
    if (!my.now || my.tried || !tuk.id('turns')) return;
    tuk.turns.greet(function (left) {
      if (left && my.held && my.held.dataset.note === 'turn') my.drawTurns();
      my.turnButton();
    });
  };
})(window.tuk);

// The parts of the screen: one step or a note, the dock below it, the progress, the card.
(function (tuk) {
  'use strict';
  const my = tuk.lesson;

  my.mode = function () {
    if (my.at === my.steps.length) return 'done';
    const q = my.form();
    if (q && !q.classList.contains('marked') && !(my.isPassed(q.dataset.question) && tuk.answerOf(q) === null)) return 'check';
    return my.at >= my.led() && my.at < my.steps.length - 1 ? 'wait' : 'next';
  };

  // Is the question below the visible part, as after a long scene on a small screen?
  my.isBelow = function (q) {
    const first = q.querySelector('input, button');
    return !my.held && first && first.getBoundingClientRect().top > document.querySelector('.dock').getBoundingClientRect().top - 24;
  };

  my.dock = function () {
    const words = tuk.id('next-words');
    const is = my.mode();
    // If nothing is right or wrong, the button does not say "check".
    words.textContent = words.dataset[is === 'check' && !my.form().dataset.right ? 'mine' : is];
    tuk.id('next-art').setAttribute('href', is === 'wait' ? '#eyes' : is === 'next' ? '#i-right' : '#i-tick');
    const empty = is === 'check' && !tuk.ready(my.form());
    const below = empty && my.isBelow(my.form());
    if (below) {
      words.textContent = words.dataset.below;
      tuk.id('next-art').setAttribute('href', '#i-down');
    }
    if (is === 'wait' || empty && !below) tuk.id('next').setAttribute('aria-disabled', 'true');
    else tuk.id('next').removeAttribute('aria-disabled');
    tuk.id('next').hidden = Boolean(my.held);
    my.turnButton();
  };

  function progress() {
    const list = tuk.id('steps');
    list.hidden = my.at === my.steps.length;
    list.setAttribute('aria-label', tuk.word('stepOf', Math.min(my.at, my.steps.length - 1) + 1).replace('@', my.steps.length));
    Array.from(list.children).forEach(function (one, i) {
      one.className = i < my.at ? 'done' : i === my.at ? 'now' : '';
      one.firstElementChild.textContent = tuk.word(i < my.at ? 'stepDone' : i === my.at ? 'youAreHere' : 'toCome');
      if (i === my.at) one.setAttribute('aria-current', 'step');
      else one.removeAttribute('aria-current');
    });
  }

  function screen() { return my.held || (my.at === my.steps.length ? my.ending : my.steps[my.at]); }

  function draw(moveFocus) {
    document.querySelectorAll('main > .step').forEach(function (one) { one.hidden = one !== screen(); });
    const stage = screen().querySelector('.stage');
    stage.insertBefore(tuk.id('top'), stage.firstChild);
    progress();
    window.scrollTo(0, 0);
    my.dock();
    if (moveFocus) screen().querySelector('h1').focus();
  }

  my.show = function (index, moveFocus) {
    my.at = index;
    my.now.step = my.at < my.steps.length ? my.steps[my.at].dataset.step : '';
    my.now.place = my.at;
    my.now.ended = my.at === my.steps.length;
    if (my.now.ended) tuk.forgetThoughts(my.now.id);
    if (my.at < my.steps.length && my.now.seen.indexOf(my.now.step) < 0) {
      my.now.seen.push(my.now.step);
      my.log('viewed', my.now.step);
    }
    my.keep();
    draw(moveFocus);
  };

  // Shows a message instead of the step: paused, moved, withdrawn, over, lost.
  my.hold = function (what) {
    my.held = what ? document.querySelector('[data-note="' + what + '"]') : null;
    if (what === 'turn') my.drawTurns();
    draw(true);
  };

  my.wearCard = function () {
    if (my.tried) return;
    tuk.id('tag-name').textContent = tuk.named(my.now.card, my.now.name);
    tuk.id('tag').className = 'tag';
    if (tuk.id('mine')) tuk.id('mine').className = tuk.id('mine').className.replace(/ ?c-\w+/, '');
    if (my.now.card) {
      tuk.id('tag').classList.add(tuk.colour(my.now.card));
      tuk.id('tag-art').setAttribute('href', tuk.art(my.now.card));
    } else {
      tuk.id('tag').classList.add('c-gold');
    }
    tuk.id('tag').hidden = false;
    if (!tuk.id('mine') || !my.now.card) return;
    tuk.id('mine').hidden = false;
    tuk.id('mine').classList.add(tuk.colour(my.now.card));
    tuk.id('mine-name').textContent = tuk.named(my.now.card, my.now.name);
    tuk.id('mine-art').setAttribute('href', tuk.art(my.now.card));
  };
})(window.tuk);

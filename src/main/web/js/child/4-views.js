// The views of the join page: code, grid of cards, waiting, handing over.
(function (tuk) {
  'use strict';
  const views = tuk.views = {};

  views.SIGNS = 7;

  views.clean = function (text) { return text.toUpperCase().replace(/[^A-Z0-9]/g, '').slice(0, views.SIGNS); };

  views.show = function (name, room, cards) {
    document.querySelectorAll('.view').forEach(function (one) { one.hidden = one.id !== 'v-' + name; });
    tuk.id('more').hidden = name !== 'code';
    tuk.id('was-here').hidden = name !== 'cards' || !cards.some(function (card) { return card.taken; });
    tuk.id('all-cards').hidden = name !== 'before' && name !== 'visitor';
    document.documentElement.setAttribute('data-age', !room ? '' : /^(4-7|8-10)$/.test(room.band) ? 'young' : 'older');
    const focus = name === 'code' ? tuk.id('code') : tuk.id('v-' + name).querySelector('h1');
    if (focus) focus.focus();
    window.scrollTo(0, 0);
  };

  // Taken cards stay buttons, so that a child can return to their own card.
  views.fill = function (list, cards, back, onPick) {
    list.textContent = '';
    cards.forEach(function (card) {
      const out = card.taken && !back;
      const button = tuk.el('button', 'card ' + tuk.colour(card.card) + (out ? ' out' : ''));
      button.type = 'button';
      button.appendChild(tuk.svg(tuk.art(card.card), 'a'));
      if (out) {
        button.appendChild(tuk.svg('#i-person', 'tk'));
        button.setAttribute('aria-label', tuk.word('takenCard', tuk.named(card.card, card.name)));
      }
      button.appendChild(tuk.el('b', '', out ? tuk.word('taken') : tuk.named(card.card, card.name)));
      button.addEventListener('click', function () { onPick(card); });
      list.appendChild(tuk.el('li')).appendChild(button);
    });
  };

  views.classes = function (classes, onPick) {
    const list = tuk.id('classes');
    list.textContent = '';
    classes.forEach(function (one) {
      const button = tuk.el('button', 'btn plain', one.name);
      button.type = 'button';
      button.addEventListener('click', function () { onPick(one); });
      list.appendChild(button);
    });
  };

  views.paper = function (card, resume) {
    tuk.id('v-confirm').className = 'view ground ' + tuk.colour(card.card);
    tuk.id('confirm-art').setAttribute('href', tuk.art(card.card));
    tuk.id('confirm-name').textContent = tuk.named(card.card, card.name);
    tuk.id('confirm-taken').hidden = !resume;
    tuk.id('yes-words').textContent = tuk.word(resume ? 'yesBefore' : 'yes');
  };

  views.waiting = function (title, text) {
    tuk.id('wait-title').textContent = title;
    if (tuk.id('wait-text').textContent !== text) tuk.id('wait-text').textContent = text;
    return tuk.id('v-wait').hidden;
  };

  views.handedOver = function () {
    if (!tuk.id('v-handover')) return;
    const left = tuk.outbox.answers();
    if (left === 0) tuk.write('handed', null);
    tuk.id('handover-title').textContent = tuk.word(left ? 'keepOn' : 'ready');
    tuk.id('handover-sent').hidden = left > 0;
    tuk.id('handover-waiting').hidden = left === 0;
    const words = left === 1 ? tuk.word('oneLeft') : tuk.word('manyLeft', left);
    if (tuk.id('handover-count').textContent !== words) tuk.id('handover-count').textContent = words;
  };

  // Inserts the dash after three characters.
  views.dash = function (field) {
    const symbols = views.clean(field.value);
    const shown = symbols.length > 3 ? symbols.slice(0, 3) + '-' + symbols.slice(3) : symbols;
    const atEnd = field.selectionStart === field.value.length;
    if (field.value !== shown) field.value = shown;
    if (atEnd) field.setSelectionRange(shown.length, shown.length);
  };

  views.wrongCode = function (signs) {
    const error = tuk.id('code-error');
    const few = signs < views.SIGNS;
    error.hidden = true;
    error.querySelector('h2').textContent = few ? error.dataset.missing : error.dataset.wrong;
    error.querySelector('p').textContent = few ? error.dataset.few.replace('#', signs) : error.dataset.check;
    tuk.id('code-still').hidden = few;
    setTimeout(function () { error.hidden = false; }, 30);
    tuk.id('code').setAttribute('aria-invalid', 'true');
    // Missing characters are added at the end; a new code replaces the old one.
    if (few) tuk.id('code').focus();
    else tuk.id('code').select();
  };

  tuk.outbox.listen(views.handedOver);
})(window.tuk);

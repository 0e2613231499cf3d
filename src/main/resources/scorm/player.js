// A lesson on its own in a learning platform: shows one screen after another with feedback to answers, and reports to the platform how
// much was right and whether the lesson was finished. It contacts nobody else.
(function () {
  'use strict';

  function find(from) {
    for (var i = 0; from && i < 12; i++) {
      try {
        if (from.API) return from.API;
        if (from.parent === from) return null;
        from = from.parent;
      } catch (e) {
        return null;
      }
    }
    return null;
  }

  var api = find(window) || find(window.opener);
  var open = false;

  function tell(name, value) {
    if (open) api.LMSSetValue(name, String(value));
  }

  function start() {
    if (!api) return;
    open = String(api.LMSInitialize('')) === 'true';
    if (!open) return;
    var status = String(api.LMSGetValue('cmi.core.lesson_status'));
    if (status !== 'completed' && status !== 'passed') tell('cmi.core.lesson_status', 'incomplete');
    api.LMSCommit('');
  }

  function finish() {
    if (open) {
      api.LMSFinish('');
      open = false;
    }
  }

  var screens = Array.prototype.slice.call(document.querySelectorAll('.screen:not(.asked-help)'));
  var help = document.getElementById('help');
  var back = document.getElementById('back');
  var next = document.getElementById('next');
  var where = document.getElementById('where');
  var forms = Array.prototype.slice.call(document.querySelectorAll('form'));
  var at = 0;

  function score() {
    var scored = forms.filter(function (form) { return form.dataset.scored === 'true'; });
    var right = scored.filter(function (form) { return form.dataset.was === 'right'; });
    if (scored.length === 0) return;
    tell('cmi.core.score.min', 0);
    tell('cmi.core.score.max', 100);
    tell('cmi.core.score.raw', Math.round(100 * right.length / scored.length));
  }

  function show(number) {
    help.hidden = true;
    at = Math.max(0, Math.min(screens.length - 1, number));
    screens.forEach(function (screen, i) { screen.hidden = i !== at; });
    back.hidden = at === 0;
    next.hidden = at === screens.length - 1;
    next.textContent = 'Next';
    where.textContent = at === screens.length - 1 ? '' : 'Screen ' + (at + 1) + ' of ' + (screens.length - 1);
    if (at === screens.length - 1) {
      score();
      tell('cmi.core.lesson_status', 'completed');
      if (open) api.LMSCommit('');
    }
    window.scrollTo(0, 0);
    screens[at].querySelector('h1').focus({preventScroll: true});
  }

  back.addEventListener('click', function () { show(help.hidden ? at - 1 : at); });
  next.addEventListener('click', function () { show(help.hidden ? at + 1 : at); });
  document.getElementById('get-help').addEventListener('click', function () {
    if (!help.hidden) return show(at);
    screens.forEach(function (screen) { screen.hidden = true; });
    help.hidden = false;
    back.hidden = true;
    next.hidden = false;
    next.textContent = 'Back to the lesson';
    where.textContent = '';
    help.querySelector('h1').focus();
  });

  function each(root, what, act) {
    Array.prototype.forEach.call(root.querySelectorAll(what), act);
  }

  function told(form, keys, right) {
    var box = form.querySelector('.fb');
    var heading = box.querySelector('h2') || box.firstChild.insertBefore(document.createElement('h2'), box.firstChild.firstChild);
    var scored = form.dataset.scored === 'true';
    heading.textContent = right ? 'Yes' : 'Let’s look again';
    heading.hidden = !scored;
    box.classList.toggle('again', scored && !right);
    each(box, '[data-for]', function (words) { words.hidden = keys.indexOf(words.dataset.for) < 0; });
    box.hidden = false;
    form.dataset.was = right ? 'right' : 'other';
    box.focus();
    score();
    if (open) api.LMSCommit('');
  }

  function same(some, others) {
    return some.length === others.length && some.every(function (one) { return others.indexOf(one) >= 0; });
  }

  function right(form) {
    return form.dataset.right ? form.dataset.right.split(' ') : [];
  }

  var check = {
    choice: function (form) {
      var chosen = [];
      each(form, 'input:checked', function (input) { chosen.push(input.value); });
      if (chosen.length === 0) return;
      each(form, '[data-key]', function (part) {
        var on = chosen.indexOf(part.dataset.key) >= 0;
        part.classList.toggle('chosen', on);
        part.classList.toggle('yes', on && right(form).indexOf(part.dataset.key) >= 0);
        part.classList.toggle('no', on && form.dataset.scored === 'true' && right(form).indexOf(part.dataset.key) < 0);
      });
      form.classList.toggle('marked', form.dataset.scored === 'true');
      told(form, chosen, same(chosen, right(form)));
    },
    order: function (form) {
      var order = [];
      each(form, '[data-key]', function (row) { order.push(row.dataset.key); });
      var fits = order.join(' ') === form.dataset.right;
      told(form, [fits ? 'right' : 'other'], fits);
    },
    places: function (form) {
      placed(form, function (select) { return select.parentNode.dataset.key; });
    },
    gaps: function (form) {
      placed(form, function (select) { return select.value; });
    }
  };

  function placed(form, keyOf) {
    var keys = [];
    var fits = true;
    var empty = null;
    each(form, 'select', function (select) {
      if (!select.value) empty = empty || select;
      var yes = select.value === select.dataset.right;
      fits = fits && yes;
      keys.push(keyOf(select));
      select.classList.toggle('yes', !!select.value && yes);
      select.classList.toggle('no', !!select.value && !yes);
    });
    if (empty) return empty.focus();
    told(form, keys, fits);
  }

  forms.forEach(function (form) {
    form.addEventListener('submit', function (event) {
      event.preventDefault();
      if (check[form.dataset.kind]) check[form.dataset.kind](form);
    });
    form.addEventListener('click', function (event) {
      var mover = event.target.closest('[data-move]');
      if (mover) {
        var row = mover.closest('li');
        var up = mover.dataset.move === '-1';
        var other = up ? row.previousElementSibling : row.nextElementSibling;
        if (other) row.parentNode.insertBefore(row, up ? other : other.nextElementSibling);
        mover.focus();
      }
      var turn = event.target.closest('.turn');
      if (turn) take(form, turn);
    });
    var first = form.querySelector('.scene');
    if (first) first.hidden = false;
  });

  function take(form, turn) {
    var scene = turn.closest('.scene');
    each(scene, '.turn', function (other) {
      other.disabled = true;
      other.classList.toggle('taken', other === turn);
    });
    var words = turn.nextElementSibling;
    words.hidden = false;
    if (turn.dataset.best !== 'true') form.dataset.missed = 'yes';
    var to = turn.dataset.to;
    var following = to ? form.querySelector('[data-scene="' + to + '"]') : null;
    if (following) following.hidden = false;
    if (!following || !following.querySelector('.turn')) {
      form.dataset.was = form.dataset.missed ? 'other' : 'right';
      score();
    }
  }

  start();
  window.addEventListener('pagehide', finish);
  window.addEventListener('beforeunload', finish);
  show(0);
})();

// The language of a page: switched in place at any time, so that no card, position or answer is lost, and stored on this device.
// The other language is fetched after the first screen, so that it also works without a network.
(function (tuk) {
  'use strict';
  const ahead = {};
  const refused = {};
  let known = { text: null, names: {} };

  function spoken() { return document.documentElement.lang.slice(0, 2); }

  function offered() {
    return Array.from(new Set(Array.from(document.querySelectorAll('[data-language]'), function (one) { return one.dataset.language; })));
  }

  function isHelping() { return document.documentElement.classList.contains('helping'); }

  function address(language) { return location.pathname + '?language=' + language; }

  function fetchPage(language) {
    const where = address(language);
    const seat = (tuk.read('now') || {}).seat;
    if (ahead[where]) return Promise.resolve(ahead[where]);
    return tuk.call(where, { headers: seat ? { Seat: seat } : {} }).then(function (answer) {
      const html = answer.status === 200 ? answer.body.text : '';
      if (html) ahead[where] = html;
      return html;
    });
  }

  // An unfinished answer: some items placed, a story before its end.
  function answerSoFar(form) {
    const things = Array.from(form.querySelectorAll('[data-thing][data-at]'), function (one) { return one.dataset.thing + '=' + one.dataset.at; });
    const turns = form.dataset.taken ? form.dataset.taken.split(' ') : [];
    if (form.dataset.kind === 'story') return turns;
    const some = form.dataset.kind === 'places' ? things : tuk.answerOf(form);
    return some && some.length === 0 ? null : some;
  }

  function turnSoFar(form) { return (form.querySelector('.scene:not([hidden]) input:checked') || {}).value; }

  // Input that is not sent yet: answers by question, and a half-typed code.
  function unsent() {
    const code = tuk.id('code');
    const chosen = Array.from(document.querySelectorAll('form.q:not(.marked)'), function (form) {
      return { question: form.dataset.question, answer: answerSoFar(form), turn: turnSoFar(form) };
    });
    return function () {
      if (code && tuk.id('code')) tuk.id('code').value = code.value;
      chosen.forEach(function (one) {
        const form = document.querySelector('form.q[data-question="' + one.question + '"]:not(.marked)');
        if (form && one.answer !== null) {
          if (form.dataset.kind === 'story') tuk.retell(form, one.answer, one.turn);
          else tuk.choose(form, one.answer);
          form.dispatchEvent(new Event('change'));
        }
      });
    };
  }

  // Replaces the page with the one in another language; returns whether there is one.
  tuk.speak = function (language) {
    return fetchPage(language).then(function (html) {
      if (!html || spoken() === language) return false;
      const again = unsent();
      const helping = isHelping();
      // Ask for the room's state again, so that a pause stays one.
      if (tuk.read('now')) tuk.change('now', function (now) { now.since = 0; return now; });
      tuk.show(html);
      again();
      if (helping) document.querySelector('[data-help]').click();
      return spoken() === language;
    });
  };

  // Follows the room's language if nobody chose one on this device.
  tuk.speakAs = function (language, then) {
    if (tuk.read('language') || refused[language] || language === spoken() || offered().indexOf(language) < 0) return false;
    tuk.speak(language).then(function (is) {
      refused[language] = !is;
      then();
    });
    return true;
  };

  function choose(event) {
    event.preventDefault();
    const language = event.currentTarget.dataset.language;
    tuk.write('language', language);
    tuk.speak(language).then(function (is) {
      const title = is && !isHelping() && document.querySelector('main .step:not([hidden]) h1');
      if (title) title.focus();
    });
  }

  // The query string with the language chosen on this device.
  tuk.inMyLanguage = function () {
    const mine = tuk.read('language');
    return mine ? '?language=' + mine : '';
  };

  // A text of the page for the script; "#" is replaced by the value.
  tuk.word = function (name, value) {
    const text = tuk.id('start').dataset[name] || '';
    return value === undefined ? text : text.replace('#', value);
  };

  // The name of a card in the language of the page; the classroom API sends it in English.
  tuk.named = function (card, name) {
    const start = tuk.id('start').dataset;
    const text = start.names || '';
    if (known.text !== text) {
      known = { text: text, names: {} };
      text.split(';').forEach(function (one) { known.names[one.slice(0, one.indexOf('='))] = one.slice(one.indexOf('=') + 1); });
    }
    const visitor = start.visitorNamed && /^Visitor (\d+)$/.exec(name);
    return visitor ? start.visitorNamed.replace('#', visitor[1]) : known.names[card] || name;
  };

  tuk.dressLanguage = function () {
    const others = offered();
    document.querySelectorAll('[data-language]').forEach(function (one) { one.addEventListener('click', choose); });
    const mine = tuk.read('language');
    if (mine && mine !== spoken() && others.indexOf(mine) >= 0) tuk.speak(mine);
  };

  tuk.otherLanguages = offered;

  tuk.fetchLanguages = function () { offered().forEach(fetchPage); };
})(window.tuk);

// On every children's page: the look, and the help.
(function (tuk) {
  'use strict';

  const KINDS = ['theme', 'size', 'lines', 'letters', 'words', 'motion'];

  function wear(look) {
    const root = document.documentElement;
    KINDS.forEach(function (what) {
      if (look[what]) root.setAttribute('data-' + what, look[what]);
      else root.removeAttribute('data-' + what);
    });
  }

  function asDeviceAsks() {
    const asks = function (what) { return window.matchMedia && matchMedia('(prefers-' + what + ')').matches; };
    return {
      theme: asks('contrast: more') ? 'contrast' : asks('color-scheme: dark') ? 'dark' : '',
      motion: asks('reduced-motion: reduce') ? 'less' : ''
    };
  }

  function look() { return Object.assign(asDeviceAsks(), tuk.read('look')); }

  function open(button, panel, is) {
    panel.hidden = !is;
    button.setAttribute('aria-expanded', String(is));
    const to = is ? panel.querySelector('[tabindex="-1"]') : button;
    if (to) to.focus();
  }

  function help(is) {
    document.documentElement.classList.toggle('helping', is);
    tuk.id('help-close').hidden = !is;
    tuk.id('start').hidden = is;
    if (is) tuk.back = window.pageYOffset;
    open(document.querySelector('[data-help]'), tuk.id('help'), is);
    window.scrollTo(0, is ? 0 : tuk.back || 0);
  }

  function dressLook() {
    const button = tuk.id('look-open');
    const panel = tuk.id('look');
    if (!button) return;
    const inputs = Array.from(panel.querySelectorAll('input'));
    function put() {
      const worn = look();
      wear(worn);
      inputs.forEach(function (input) { input.checked = input.value === (worn[input.name] || ''); });
    }
    put();
    inputs.forEach(function (input) {
      input.addEventListener('change', function () {
        const next = look();
        next[input.name] = input.checked ? input.value : '';
        tuk.write('look', next);
        wear(next);
      });
    });
    tuk.id('look-again').addEventListener('click', function () {
      tuk.write('look', null);
      put();
    });
    button.addEventListener('click', function () { open(button, panel, panel.hidden); });
    tuk.id('look-close').addEventListener('click', function () { open(button, panel, false); });
    document.addEventListener('keydown', function (event) {
      if (event.key === 'Escape' && !panel.hidden) open(button, panel, false);
    });
    document.addEventListener('click', function (event) {
      if (!panel.hidden && !panel.contains(event.target) && !button.contains(event.target)) panel.hidden = true;
      button.setAttribute('aria-expanded', String(!panel.hidden));
    });
  }

  tuk.dress = function () {
    wear(look());
    dressLook();
    const button = document.querySelector('[data-help]');
    if (!button) return;
    button.addEventListener('click', function () { help(tuk.id('help').hidden); });
    tuk.id('help-close').addEventListener('click', function () { help(false); });
    tuk.id('help').addEventListener('keydown', function (event) { if (event.key === 'Escape') help(false); });
  };
})(window.tuk);

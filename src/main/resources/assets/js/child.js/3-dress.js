// What every children's page has: how it looks, and help.
(function (tuk) {
  'use strict';

  function wear(look) {
    const root = document.documentElement;
    ['theme', 'size'].forEach(function (what) {
      if (look[what]) root.setAttribute('data-' + what, look[what]);
      else root.removeAttribute('data-' + what);
    });
  }

  function asDeviceAsks() {
    const asks = function (what) { return window.matchMedia && matchMedia(what).matches; };
    return { theme: asks('(prefers-contrast: more)') ? 'contrast' : asks('(prefers-color-scheme: dark)') ? 'dark' : '' };
  }

  function look() { return tuk.read('look') || asDeviceAsks(); }

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
    const worn = look();
    panel.querySelectorAll('input').forEach(function (input) {
      input.checked = input.value === (worn[input.name] || '');
      input.addEventListener('change', function () {
        const next = look();
        next[input.name] = input.value;
        tuk.write('look', next);
        wear(next);
      });
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

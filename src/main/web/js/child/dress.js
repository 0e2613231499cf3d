// On every children's page: the look, and the help.
import { byId } from './page.js';
import { read, write } from './storage.js';

let back = 0;
const KINDS = ['theme', 'size', 'lines', 'letters', 'words', 'motion'];

function wear(worn) {
  const root = document.documentElement;
  KINDS.forEach(function (what) {
    if (worn[what]) root.setAttribute('data-' + what, worn[what]);
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

function look() { return { ...asDeviceAsks(), ...read('look') }; }

function open(button, panel, is) {
  panel.hidden = !is;
  button.setAttribute('aria-expanded', String(is));
  const to = is ? panel.querySelector('[tabindex="-1"]') : button;
  if (to) to.focus();
}

function help(is) {
  document.documentElement.classList.toggle('helping', is);
  byId('help-close').hidden = !is;
  byId('start').hidden = is;
  if (is) back = window.pageYOffset;
  open(document.querySelector('[data-help]'), byId('help'), is);
  window.scrollTo(0, is ? 0 : back);
}

function dressLook() {
  const button = byId('look-open');
  const panel = byId('look');
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
      const next = { ...look(), [input.name]: input.checked ? input.value : '' };
      write('look', next);
      wear(next);
    });
  });
  byId('look-again').addEventListener('click', function () {
    write('look', null);
    put();
  });
  button.addEventListener('click', function () { open(button, panel, panel.hidden); });
  byId('look-close').addEventListener('click', function () { open(button, panel, false); });
  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape' && !panel.hidden) open(button, panel, false);
  });
  document.addEventListener('click', function (event) {
    if (!panel.hidden && !panel.contains(event.target) && !button.contains(event.target)) panel.hidden = true;
    button.setAttribute('aria-expanded', String(!panel.hidden));
  });
}

export function dress() {
  wear(look());
  dressLook();
  const button = document.querySelector('[data-help]');
  if (!button) return;
  button.addEventListener('click', function () { help(byId('help').hidden); });
  byId('help-close').addEventListener('click', function () { help(false); });
  byId('help').addEventListener('keydown', function (event) { if (event.key === 'Escape') help(false); });
}

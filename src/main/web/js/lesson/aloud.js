// Reads a screen aloud: with a recording if the lesson has one, otherwise with a voice on this device, otherwise there is no button.
// An online voice would receive every word, so it is never used. Nothing speaks before a tap.
import { el, svg, word } from './shared.js';

const PASSED_OVER = '[hidden],.vh,.answered,.badge,button,svg,[aria-hidden="true"],#top,#look,.say-line,[data-feedback]';
const BLOCKS = 'h1,h2,h3,p,li,legend,label,blockquote,dt,dd,summary,.words';
const SENTENCE = /[^.!?…]+(?:[.!?…]+["”’)]*\s*|$)/g;
let button = null;
let units = [];
let place = 0;
let spoken = null;
let sound = null;

// A voice for the page's language: en-GB, or Welsh.
function voice() {
  const lang = document.documentElement.lang.toLowerCase();
  return window.speechSynthesis ? speechSynthesis.getVoices().filter(function (one) {
    return one.localService === true && one.lang.toLowerCase().replace('_', '-').indexOf(lang) === 0;
  })[0] : null;
}

function isRead(node, root) {
  const over = node.parentNode.closest(node.parentNode.closest('.words') ? '[hidden]' : PASSED_OVER);
  return node.nodeValue.trim() !== '' && (!over || over.contains(root));
}

// Sentences with their text nodes: a sentence may cross inline emphasis, but not the end of its block.
function sentences(roots) {
  const found = [];
  let open = null;
  roots.forEach(function (root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) if (isRead(walker.currentNode, root)) nodes.push(walker.currentNode);
    nodes.forEach(function (node) {
      const block = node.parentNode.closest(BLOCKS);
      const parts = document.createDocumentFragment();
      (node.nodeValue.match(SENTENCE) || [node.nodeValue]).forEach(function (text) {
        const piece = parts.appendChild(el('span', 'piece', text));
        if (!open || open.block !== block) found.push(open = { block: block, pieces: [] });
        open.pieces.push(piece);
        if (/[.!?…]["”’)]*\s*$/.test(text)) open = null;
      });
      node.parentNode.replaceChild(parts, node);
    });
  });
  return found;
}

function words(unit) { return unit.pieces.map(function (piece) { return piece.textContent; }).join('').trim(); }

function point(at) {
  units.forEach(function (unit, i) {
    unit.pieces.forEach(function (piece) { piece.classList.toggle('now-read', i === at); });
  });
}

function wear(on) {
  button.firstChild.firstChild.setAttribute('href', on ? '#i-pause' : '#i-say');
  button.setAttribute('aria-label', on ? word('pause') : button.dataset.label);
}

// Stops, and removes the marks from the words.
export function stopReading() {
  hush();
  if (!button) return;
  wear(false);
  units.forEach(function (unit) {
    unit.pieces.forEach(function (piece) {
      const home = piece.parentNode;
      if (!home) return;
      home.replaceChild(document.createTextNode(piece.textContent), piece);
      home.normalize();
    });
  });
  units = [];
  button = null;
  sound = null;
}

function hush() {
  spoken = null;
  if (window.speechSynthesis) speechSynthesis.cancel();
  if (sound) sound.pause();
}

function speak() {
  if (place >= units.length || button.offsetParent === null) {
    stopReading();
    return;
  }
  const one = new SpeechSynthesisUtterance(words(units[place]));
  one.voice = voice();
  one.lang = one.voice.lang;
  one.rate = document.documentElement.getAttribute('data-band') === '4-7' ? 0.85 : 1;
  one.onend = function () {
    if (one !== spoken) return;
    place++;
    speak();
  };
  one.onerror = function () { if (one === spoken) stopReading(); };
  spoken = one;
  point(place);
  speechSynthesis.speak(one);
}

// A recording has no sentence marks: the time of a sentence is estimated from its length.
function follow() {
  const lengths = units.map(function (unit) { return words(unit).length; });
  const whole = lengths.reduce(function (sum, one) { return sum + one; }, 0);
  let until = sound.duration ? sound.currentTime / sound.duration * whole : 0;
  point(lengths.findIndex(function (one) { return (until -= one) < 0; }));
}

function play(address) {
  if (!sound) {
    sound = new Audio(address);
    sound.addEventListener('timeupdate', function () { if (this === sound) follow(); });
    sound.addEventListener('ended', stopReading);
    sound.addEventListener('error', stopReading);
  }
  const playing = sound.play();
  if (playing) playing.catch(function () { /* the error event handles it */ });
}

function press(pressed, roots, recording) {
  if (button === pressed && (spoken || sound && !sound.paused)) {
    hush();
    wear(false);
    return;
  }
  if (button !== pressed) {
    stopReading();
    button = pressed;
    units = sentences(roots);
    place = 0;
  }
  wear(true);
  if (recording) play(recording);
  else speak();
}

function add(to, before, label, roots, recording) {
  if (!recording && !voice() || to.querySelector(':scope > .say')) return;
  const one = el('button', 'say');
  one.type = 'button';
  one.dataset.label = label;
  one.setAttribute('aria-label', label);
  one.appendChild(svg('#i-say', 'i'));
  one.addEventListener('click', function () { press(one, roots, recording); });
  to.classList.add('aloud');
  to.insertBefore(one, before);
}

// Every screen has a button; for bands that cannot read yet, every answer has one too.
export function offerReading() {
  stopReading();
  document.querySelectorAll('main > .step').forEach(function (step) {
    const head = step.querySelector('h1').parentNode;
    add(head, head.firstChild, word('listen'), [step], step.dataset.audio);
  });
  if (document.documentElement.getAttribute('data-band') !== '4-7') return;
  document.querySelectorAll('form.q [data-key]').forEach(function (answer) {
    const said = answer.querySelector('label, p');
    if (said) add(answer, null, word('listenTo', said.textContent.trim()), [said]);
  });
}

// The button that reads the feedback of a question.
export function offerFeedback(form) {
  const box = form.querySelector('.fb > div');
  if (box) add(box, box.firstChild, word('listenTo', word('whatWeSay')), [box]);
}

document.addEventListener('click', function (event) {
  if (button && event.target.closest('.dock, [data-backstep], #leave, #handover')) stopReading();
});
window.addEventListener('pagehide', hush);
document.addEventListener('visibilitychange', function () { if (document.hidden) stopReading(); });
if (window.speechSynthesis && speechSynthesis.addEventListener) {
  speechSynthesis.addEventListener('voiceschanged', function () { if (document.querySelector('[data-step]')) offerReading(); });
}

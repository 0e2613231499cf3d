// Draws spots on a picture with mouse, finger or arrow keys. The number fields next to it stay in step, and work alone without
// scripts.
import { words } from './common/words.js';
import sentences from '../../resources/messages/studio/studioPlacesScript.properties';

const say = words(sentences);
const form = document.getElementById('st-form');
const pictures = '/studio/drafts/' + form.dataset.kept.split('/')[0] + '/files/pictures/';
const WIDE = 640;
const HIGH = 400;
const LEAST = 64;
const STEP = 8;
const SIDES = ['x', 'y', 'width', 'height'];

const board = document.createElement('div');
board.className = 'st-board';
board.setAttribute('role', 'group');
board.setAttribute('aria-label', say('places'));
const picture = document.createElement('img');
picture.alt = '';
picture.draggable = false;
const help = document.createElement('p');
help.className = 'govuk-hint';
help.id = 'st-board-hint';
help.textContent = say('help');
const said = document.createElement('p');
said.className = 'govuk-visually-hidden';
said.setAttribute('role', 'status');

const another = document.createElement('button');
another.type = 'button';
another.className = 'govuk-button govuk-button--secondary tuk-btn-slim';
another.textContent = say('add');
another.addEventListener('click', () => draw(free(), true));
let drawn = null; // a spot whose fields are not in the form yet
let held = null; // the pointer's action: which spot, from where

function list() { return form.querySelector('#f-question-spots'); }

function chosen() {
  const select = form.querySelector('[name="words:question.picture.file"]');
  return select ? select.value : '';
}

function field(place, side) { return form.querySelector('[name="words:question.spots[' + place + '].' + side + '"]'); }

function places() { return list().querySelectorAll(':scope > .st-entry').length; }

// A spot's position, or null while its fields are incomplete.
function read(place) {
  const typed = SIDES.map((side) => field(place, side).value.trim());
  if (!typed.every((text) => /^\d{1,3}$/.test(text))) return null;
  return Object.fromEntries(SIDES.map((side, i) => [side, Number(typed[i])]));
}

function inside(at) {
  const width = Math.min(WIDE, Math.max(LEAST, Math.round(at.width)));
  const height = Math.min(HIGH, Math.max(LEAST, Math.round(at.height)));
  return {
    x: Math.min(WIDE - width, Math.max(0, Math.round(at.x))),
    y: Math.min(HIGH - height, Math.max(0, Math.round(at.y))),
    width,
    height,
  };
}

// Its right and lower edges stay on the picture.
function resized(was, right, down) {
  return inside({ ...was, width: Math.min(WIDE - was.x, was.width + right), height: Math.min(HIGH - was.y, was.height + down) });
}

function write(place, at) {
  for (const side of SIDES) field(place, side).value = at[side];
  lay(place, at);
}

// Saved automatically, like typing.
function changed(place) { field(place, 'x').dispatchEvent(new Event('input', { bubbles: true })); }

function button(place) { return board.querySelector('[data-place="' + place + '"]'); }

function lay(place, at) {
  let one = button(place);
  if (!at) {
    if (one) one.remove();
    return;
  }
  if (!one) {
    one = document.createElement('button');
    one.type = 'button';
    one.className = 'st-place';
    one.dataset.place = place;
    one.setAttribute('aria-describedby', help.id);
    const corner = document.createElement('span');
    corner.className = 'st-place__c';
    const number = document.createElement('b');
    one.append(number, corner);
    board.append(one);
  }
  const what = field(place, 'text').value.trim();
  const right = field(place, 'right').checked;
  one.toggleAttribute('data-right', right);
  one.querySelector('b').textContent = place + (right ? ' ✓' : '');
  const key = what ? right ? 'placeOfRight' : 'placeOf' : right ? 'placeRight' : 'place';
  one.setAttribute('aria-label', say(key, { n: place, what, position: say('position', at), size: say('size', at) }));
  one.style.setProperty('left', 100 * at.x / WIDE + '%');
  one.style.setProperty('top', 100 * at.y / HIGH + '%');
  one.style.setProperty('width', 100 * at.width / WIDE + '%');
  one.style.setProperty('height', 100 * at.height / HIGH + '%');
}

function layAll() {
  const file = chosen();
  board.hidden = help.hidden = another.hidden = !file;
  if (file && picture.dataset.file !== file) {
    picture.dataset.file = file;
    picture.src = pictures + file;
  }
  for (const old of [...board.querySelectorAll('.st-place')]) if (old.dataset.place > places()) old.remove();
  for (let place = 1; place <= places(); place++) lay(place, read(place));
}

// The form may be replaced at any time, and is replaced when a field for a drawn spot was added.
function ready() {
  const spots = list();
  if (!spots || form.querySelector('fieldset').disabled) return;
  spots.querySelector('input[type=hidden]').before(help, board, another, said);
  if (drawn && places() > drawn.after) put(places());
  layAll();
}

function put(place) {
  const { at, pressed } = drawn;
  write(place, at);
  drawn = null;
  changed(place);
  const what = field(place, 'text');
  if (pressed) setTimeout(() => button(place).focus());
  else if (!what.value) setTimeout(() => what.focus());
  said.textContent = say(pressed ? 'added' : 'drawn', { n: place });
}

// A drawn spot uses the first place without a position, or adds a place.
function draw(at, pressed) {
  drawn = { at, pressed, after: places() };
  for (let place = 1; place <= places(); place++) {
    if (!read(place)) {
      put(place);
      return;
    }
  }
  const add = list().querySelector(':scope > .st-add button');
  if (add) {
    add.click();
  } else {
    drawn = null;
    said.textContent = say('full');
  }
}

// The position of a new spot: a free area, or the middle.
function free() {
  const there = [...Array(places()).keys()].map((one) => read(one + 1)).filter(Boolean);
  for (let y = STEP; y + 120 < HIGH; y += 128) {
    for (let x = STEP; x + 120 < WIDE; x += 128) {
      const clear = there.every((one) => one.x >= x + 120 || one.x + one.width <= x || one.y >= y + 120 || one.y + one.height <= y);
      if (clear) return { x, y, width: 120, height: 120 };
    }
  }
  return { x: 260, y: 140, width: 120, height: 120 };
}

function pointOf(event) {
  const box = picture.getBoundingClientRect();
  return { x: WIDE * (event.clientX - box.left) / box.width, y: HIGH * (event.clientY - box.top) / box.height };
}

board.addEventListener('pointerdown', (event) => {
  if (event.button) return;
  const one = event.target.closest('.st-place');
  const place = one ? Number(one.dataset.place) : 0;
  held = { place, from: pointOf(event), was: place ? read(place) : null, corner: Boolean(event.target.closest('.st-place__c')) };
  board.setPointerCapture(event.pointerId);
  event.preventDefault();
  if (one) one.focus();
});

board.addEventListener('pointermove', (event) => {
  if (!held) return;
  const to = pointOf(event);
  const right = to.x - held.from.x;
  const down = to.y - held.from.y;
  if (!held.place) {
    held.at = {
      x: Math.max(0, Math.min(to.x, held.from.x)),
      y: Math.max(0, Math.min(to.y, held.from.y)),
      width: Math.abs(right),
      height: Math.abs(down),
    };
    outline(held.at);
  } else if (held.corner) {
    held.at = resized(held.was, right, down);
    write(held.place, held.at);
  } else {
    held.at = inside({ ...held.was, x: held.was.x + right, y: held.was.y + down });
    write(held.place, held.at);
  }
});

board.addEventListener('pointerup', () => {
  const done = held;
  held = null;
  outline(null);
  if (!done || !done.at) return;
  if (done.place) changed(done.place);
  // a press that slips draws nothing
  else if (done.at.width > 16 && done.at.height > 16) draw(inside(done.at));
});

board.addEventListener('pointercancel', () => {
  if (held && held.place) write(held.place, held.was);
  held = null;
  outline(null);
});

const frame = document.createElement('span');
frame.className = 'st-place st-place--new';

function outline(at) {
  if (!at) {
    frame.remove();
    return;
  }
  frame.style.setProperty('left', 100 * at.x / WIDE + '%');
  frame.style.setProperty('top', 100 * at.y / HIGH + '%');
  frame.style.setProperty('width', 100 * at.width / WIDE + '%');
  frame.style.setProperty('height', 100 * at.height / HIGH + '%');
  board.append(frame);
}

const ARROWS = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };

board.addEventListener('keydown', (event) => {
  const one = event.target.closest('.st-place');
  const way = ARROWS[event.key];
  if (!one || !way || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  const place = Number(one.dataset.place);
  const was = read(place);
  write(place, event.shiftKey ? resized(was, way[0], way[1]) : inside({ ...was, x: was.x + way[0], y: was.y + way[1] }));
  changed(place);
  said.textContent = say(event.shiftKey ? 'size' : 'position', read(place));
});

board.append(picture);
ready();
new MutationObserver(ready).observe(form, { childList: true });
form.addEventListener('input', () => { if (list() && !held) layAll(); });
form.addEventListener('change', () => { if (list() && !held) layAll(); });

// Records the text of a step with the microphone: listen, record again, and add the recording to the step like any edit. Hidden if the
// browser cannot record; the microphone is on only between Record and Stop.
import { words } from './common/words.js';
import { refusal } from './studio/refusal.js';
import sentences from '../../resources/messages/studio/studioRecordScript.properties';

const say = words(sentences);
const form = document.getElementById('st-form');
const [draft, step] = form.dataset.kept.split('/');
const files = '/studio/drafts/' + draft + '/files/recordings/';
const MOST_SECONDS = 60;
// Formats that old iPads and Chromebooks play: AAC if the browser can record it, otherwise WAV with 16,000 samples a second.
const AAC = 'audio/mp4;codecs=mp4a.40.2';
const SAMPLES = 16000;
const HARDLY_HEARD = 0.02;
const WHY = {
  NotAllowedError: say('notAllowed'),
  NotFoundError: say('notFound'),
  NotReadableError: say('busy'),
};
const able = window.isSecureContext && navigator.mediaDevices && navigator.mediaDevices.getUserMedia
  && window.MediaRecorder && window.AudioContext && window.OfflineAudioContext;

let recorder = null;
let take = null; // a recording that is not in the step yet: its sound and its file
let playing = null;
let sending = false;
let context = null;

const panel = document.createElement('div');
panel.className = 'st-rec';
panel.setAttribute('role', 'group');
panel.setAttribute('aria-label', say('panel'));
const record = button(say('record'), begin);
const stop = button(say('stop'), () => recorder.stop());
const listen = button(say('listen'), hear);
const use = button(say('use'), send);
const timer = document.createElement('span');
timer.className = 'st-rec__t';
timer.setAttribute('role', 'timer');
const said = document.createElement('p');
said.className = 'st-rec__s';
said.setAttribute('role', 'status');
panel.append(record, stop, listen, use, timer, said);

function button(label, act) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'govuk-button govuk-button--secondary tuk-btn-slim';
  made.textContent = label;
  made.addEventListener('click', act);
  return made;
}

function chooser() {
  return form.querySelector('[data-record]').parentElement.querySelector('select');
}

// The form may be replaced at any time: the panel, with a recording in progress, stays.
function place() {
  const at = form.querySelector('[data-record]');
  if (!at || form.querySelector('fieldset').disabled) return;
  at.append(panel);
  chooser().addEventListener('change', show);
  show();
}

function show() {
  const now = Boolean(recorder);
  record.hidden = now || sending;
  record.textContent = say(take || chooser().value ? 'again' : 'record');
  stop.hidden = !now;
  listen.hidden = now || sending || !take && !chooser().value;
  listen.textContent = say(playing ? 'stopListening' : 'listen');
  use.hidden = now || sending || !take;
  timer.hidden = !now && !take;
}

function tell(sentence, bad) {
  said.textContent = sentence;
  said.toggleAttribute('data-bad', Boolean(bad));
}

function clock(seconds) {
  return Math.floor(seconds / 60) + ':' + String(Math.floor(seconds % 60)).padStart(2, '0');
}

function sound() {
  context = context || new AudioContext();
  context.resume();
  return context;
}

function hush() {
  if (playing) playing.stop();
  playing = null;
}

async function begin() {
  hush();
  tell('');
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true } });
  } catch (error) {
    tell(WHY[error.name] || say('unusable'), true);
    return;
  }
  const aac = MediaRecorder.isTypeSupported(AAC);
  const parts = [];
  recorder = new MediaRecorder(stream, aac ? { mimeType: AAC, audioBitsPerSecond: 48000 } : {});
  recorder.addEventListener('dataavailable', (event) => parts.push(event.data));
  recorder.addEventListener('stop', () => {
    clearInterval(ticking);
    for (const track of stream.getTracks()) track.stop();
    recorder = null;
    ended(new Blob(parts), aac);
  });
  const since = performance.now();
  const tick = () => {
    const seconds = (performance.now() - since) / 1000;
    timer.textContent = say('time', { now: clock(seconds), most: clock(MOST_SECONDS) });
    if (seconds >= MOST_SECONDS && recorder) recorder.stop();
  };
  const ticking = setInterval(tick, 250);
  take = null;
  recorder.start();
  tick();
  show();
  tell(say('recording'));
  stop.focus();
}

async function ended(blob, aac) {
  try {
    const heard = await sound().decodeAudioData(await blob.arrayBuffer());
    take = { heard, file: aac ? blob : await wav(heard), ending: aac ? 'm4a' : 'wav' };
    timer.textContent = clock(heard.duration);
    const samples = heard.getChannelData(0);
    const silent = !samples.some((one) => Math.abs(one) > HARDLY_HEARD);
    if (silent) tell(say('silent'), true);
    else if (heard.duration >= MOST_SECONDS - 1) tell(say('long'), true);
    else tell(say('recorded'));
  } catch {
    tell(say('nothing'), true);
  }
  show();
  (take ? listen : record).focus();
}

async function wav(heard) {
  const length = Math.ceil(Math.min(heard.duration, MOST_SECONDS) * SAMPLES);
  const offline = new OfflineAudioContext(1, length, SAMPLES);
  const source = offline.createBufferSource();
  source.buffer = heard;
  source.connect(offline.destination);
  source.start();
  const samples = (await offline.startRendering()).getChannelData(0);
  const bytes = new DataView(new ArrayBuffer(44 + 2 * length));
  const word = (at, text) => [...text].forEach((letter, i) => bytes.setUint8(at + i, letter.charCodeAt(0)));
  word(0, 'RIFF');
  bytes.setUint32(4, 36 + 2 * length, true);
  word(8, 'WAVEfmt ');
  bytes.setUint32(16, 16, true);
  bytes.setUint16(20, 1, true);
  bytes.setUint16(22, 1, true);
  bytes.setUint32(24, SAMPLES, true);
  bytes.setUint32(28, 2 * SAMPLES, true);
  bytes.setUint16(32, 2, true);
  bytes.setUint16(34, 16, true);
  word(36, 'data');
  bytes.setUint32(40, 2 * length, true);
  samples.forEach((one, i) => bytes.setInt16(44 + 2 * i, Math.max(-1, Math.min(1, one)) * 32767, true));
  return new Blob([bytes]);
}

async function hear() {
  if (playing) {
    hush();
    show();
    return;
  }
  try {
    const player = sound();
    const heard = take ? take.heard : await player.decodeAudioData(await (await fetch(files + chooser().value)).arrayBuffer());
    playing = player.createBufferSource();
    playing.buffer = heard;
    playing.connect(player.destination);
    playing.addEventListener('ended', (event) => {
      if (event.target === playing) playing = null;
      show();
    });
    playing.start();
  } catch {
    playing = null;
    tell(say('unplayable'), true);
  }
  show();
}

// Named after the step; the file of another step is never overwritten.
function name() {
  const has = [...chooser().options].map((option) => option.value);
  const stem = step.slice(0, 22).replace(/-+$/, '') + '-aloud';
  for (let i = 1; ; i++) {
    const free = stem + (i > 1 ? '-' + i : '') + '.' + take.ending;
    if (!has.includes(free) || chooser().value === free) return free;
  }
}

function send() {
  hush();
  const called = name();
  const body = new FormData();
  body.set('csrf', form.elements.csrf.value);
  body.set('draft', draft);
  body.set('files', take.file, called);
  const request = new XMLHttpRequest();
  request.open('POST', '/studio/files');
  request.responseType = 'document';
  request.upload.addEventListener('progress', (event) => tell(say('sent', { percent: Math.round(100 * event.loaded / event.total) })));
  request.addEventListener('load', () => sent(request.response, request.status, called));
  request.addEventListener('error', () => sent(null, 0, called));
  sending = true;
  tell(say('sending'));
  show();
  request.send(body);
}

function sent(page, status, called) {
  sending = false;
  const refused = refusal(page, status);
  if (page && !refused && page.querySelector('a[href="' + files + called + '"]')) {
    take = null;
    const select = chooser();
    if (![...select.options].some((option) => option.value === called)) select.append(new Option(called, called));
    select.value = called;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    tell(say('added', { file: called }));
    show();
    listen.focus();
    return;
  }
  tell(refused || say('lost'), true);
  show();
  use.focus();
}

if (able) {
  place();
  new MutationObserver(place).observe(form, { childList: true });
  addEventListener('beforeunload', (event) => {
    if (recorder || take || sending) event.preventDefault();
  });
}

// Sends what a child did until the server has stored it.
import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { serve, stores } from './browser.js';

const server = await serve();
const outbox = await import('../main/web/js/child/outbox.js');
const { read, storedNames, write } = await import('../main/web/js/child/storage.js');
Math.random = () => 0; // no pause before another try
after(() => server.stop());

const told = [];
outbox.listen((id, what, late) => told.push([id, what, late]));
let card = 0;

// Each test has a card of its own: an outbox keeps its state while the page is open.
function open() {
  const id = 'card-' + ++card;
  outbox.open(id, 'seat-' + card);
  return id;
}

const answer = (question) => ({ kind: 'answered', step: 's1', question, answer: 'a' });

async function until(isSo) {
  for (let tries = 0; !isSo(); tries++) {
    assert.ok(tries < 200, 'it did not happen: ' + isSo);
    await new Promise((again) => { setTimeout(again, 10); });
  }
}

const keysOf = (body) => body.events.map((event) => event.key);
const has = (what) => told.some((one) => one[1] === what);

beforeEach(() => {
  server.heard.length = server.answers.length = told.length = 0;
  storedNames('').forEach((name) => write(name, null));
});

test('an event is stored on the device first, and removed when the server has stored it', async () => {
  const id = open();
  outbox.add(id, answer('q1'));
  assert.equal(outbox.waiting(id).length, 1);
  assert.equal(outbox.answers(), 1);
  await until(() => has('stored'));
  assert.deepEqual(outbox.waiting(id), []);
  const [sent] = server.heard;
  assert.equal(sent.seat, 'seat-' + card);
  assert.equal(sent.events[0].question, 'q1');
  assert.ok(sent.events[0].agoMs >= 0);
});

test('an event keeps its key when the connection breaks after it was sent', async () => {
  const id = open();
  server.answers.push(() => null);
  outbox.add(id, answer('q1'));
  await until(() => has('stored'));
  assert.ok(has('waiting'));
  assert.equal(server.heard.length, 2);
  assert.deepEqual(keysOf(server.heard[0]), keysOf(server.heard[1]));
});

test('an event that the server refuses is not sent again', async () => {
  const id = open();
  server.answers.push((body) => [422, { stored: [], refused: [{ key: body.events[0].key }] }]);
  outbox.add(id, answer('q1'));
  await until(() => has('stored'));
  assert.deepEqual(outbox.waiting(id), []);
  assert.equal(server.heard.length, 1);
});

test('a busy server is asked again', async () => {
  const id = open();
  server.answers.push(() => [503, {}], () => [429, {}]);
  outbox.add(id, answer('q1'));
  await until(() => has('stored'));
  assert.equal(server.heard.length, 3);
  assert.deepEqual(outbox.waiting(id), []);
});

test('a batch that is too large is halved, until a single event that nobody takes is dropped', async () => {
  const id = open();
  const refuse = (body) => (body.events.length > 1 || body.events[0].question === 'bad' ? [413, {}] : stores(body));
  server.answers.push(refuse, refuse, refuse, refuse, refuse);
  outbox.add(id, answer('bad'), true);
  outbox.add(id, answer('q2'), true);
  outbox.add(id, answer('q3'), true);
  outbox.wakeAll();
  await until(() => outbox.waiting(id).length === 0);
  assert.deepEqual(server.heard.map((body) => body.events.map((event) => event.question)),
    [['bad', 'q2', 'q3'], ['bad', 'q2'], ['bad'], ['q2'], ['q3']]);
});

test('after a move, events that were too late are sent under the new seat', async () => {
  const id = open();
  server.answers.push((body) => [409, { stored: [body.events[0].key], refused: [] }]);
  outbox.add(id, answer('before'), true);
  outbox.add(id, answer('after'), true);
  outbox.wakeAll();
  await until(() => has('moved'));
  const late = told.find((one) => one[1] === 'moved')[2];
  assert.deepEqual(late.map((event) => event.question), ['after']);
  outbox.reseat(id, 'other-seat', late);
  await until(() => has('stored'));
  assert.equal(server.heard[1].seat, 'other-seat');
  assert.deepEqual(keysOf(server.heard[1]), [late[0].key]);
});

test('when the session is over nothing stays on the device', async () => {
  const id = open();
  server.answers.push(() => [410, {}]);
  outbox.add(id, answer('q1'));
  await until(() => has('over'));
  assert.equal(read('out.' + id), null);
});

test('a lost seat keeps the events of today, and sends no more', async () => {
  const id = open();
  server.answers.push(() => [401, {}]);
  outbox.add(id, answer('q1'));
  await until(() => has('lost'));
  outbox.wakeAll();
  assert.equal(outbox.waiting(id).length, 1);
  assert.equal(server.heard.length, 1);
});

test('an outbox has keys, answers and times, and nothing that names anybody', async () => {
  const id = open();
  outbox.add(id, answer('q1'));
  const box = read('out.' + id);
  assert.deepEqual(Object.keys(box), ['seat', 'taken', 'events']);
  assert.deepEqual(Object.keys(box.events[0]), ['kind', 'step', 'question', 'answer', 'key', 'at']);
  await until(() => has('stored'));
});

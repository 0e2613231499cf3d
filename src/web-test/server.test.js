// Calls that the server takes one at a time from each seat.
import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { serve } from './browser.js';

const server = await serve();
const { inTurn, post } = await import('../main/web/js/child/server.js');
Math.random = () => 0; // no pause beyond the half second
after(() => server.stop());
beforeEach(() => { server.heard.length = server.answers.length = 0; });

const refused = (why) => () => [429, { why }];
const send = () => inTurn(() => post('/api/worry', { key: 'one', words: 'the same' }));

test('what is sent while an earlier call still runs is sent again, and nobody is told', async () => {
  server.answers.push(refused('many'), refused('many'), () => [201, { key: 'one' }]);
  assert.equal((await send()).status, 201);
  assert.deepEqual(server.heard, Array(3).fill({ key: 'one', words: 'the same' }));
});

test('a third refusal is the answer', async () => {
  server.answers.push(refused('many'), refused('many'), refused('many'));
  const answer = await send();
  assert.deepEqual([answer.status, answer.body.why, server.heard.length], [429, 'many', 3]);
});

test('other refusals are not tried again', async () => {
  server.answers.push(refused('enough'));
  assert.equal((await send()).body.why, 'enough');
  assert.equal(server.heard.length, 1);
});

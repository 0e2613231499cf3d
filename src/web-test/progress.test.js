import { test } from "node:test";
import assert from "node:assert/strict";
import { after } from "../main/web/js/live-room/progress.js";

const card = (number, answered) => ({ class: "a", card: number, answered });
const all = { revision: 1, steps: 9, cards: [card(1, 0), card(2, 0), { visitor: 3 }], waiting: [] };

test("a difference changes its cards and removes those that are gone", () => {
  const now = after(all, { revision: 2, cards: [card(2, 1), card(4, 0)], gone: ["v/3"], waiting: [{ seat: 5 }] });
  assert.deepEqual(now.cards, [card(1, 0), card(2, 1), card(4, 0)]);
  assert.deepEqual([now.revision, now.steps, now.waiting.length], [2, 9, 1]);
});

test("a progress that is no difference replaces what was known", () => {
  const fresh = { ...all, cards: [card(7, 2)] };
  assert.deepEqual(after(all, fresh), fresh);
  assert.deepEqual(after(null, fresh), fresh);
});

// Calls to the server: one format of answer, keys that make a repeated call harmless, and pauses that spread a class.
import { parse } from '../common/json.js';

/**
 * @typedef {object} Answer
 * @property {number} status 0 without an answer
 * @property {any} body JSON, or a page in "text"
 * @property {number} retryAfter seconds, 0 if the server says nothing
 */

export function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = bytes[6] & 15 | 64;
  bytes[8] = bytes[8] & 63 | 128;
  const hex = Array.from(bytes, function (b) { return (b + 256).toString(16).slice(1); }).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/**
 * Back-off with full jitter: a random time up to twice the last one, so that a class does not return at once.
 *
 * @param {number} failures how many in a row
 * @param {number} [retryAfter] seconds that the server asked for
 * @param {number} [most] milliseconds
 * @returns {number} milliseconds
 */
export function pause(failures, retryAfter, most) {
  const wait = Math.random() * Math.min(most || 20000, 500 * Math.pow(2, Math.min(failures, 10)));
  return retryAfter ? retryAfter * 1000 + wait : wait;
}

/**
 * One call of the classroom API. Never rejects: without an answer the status is 0.
 *
 * @param {string} address
 * @param {RequestInit & { patience?: number }} [options] patience in milliseconds
 * @returns {Promise<Answer>}
 */
export function call(address, options) {
  /** @type {RequestInit & { patience?: number }} */
  const asked = Object.assign({ credentials: 'same-origin', cache: 'no-store' }, options);
  const control = window.AbortController ? new AbortController() : null;
  const timer = setTimeout(function () { if (control) control.abort(); }, asked.patience || 15000);
  if (control) asked.signal = control.signal;
  return fetch(address, asked)
    .then(function (response) {
      return response.text().then(function (text) {
        const body = bodyOf(text);
        const after = parseInt(response.headers.get('Retry-After'), 10);
        return { status: response.status, body: body, retryAfter: after > 0 ? Math.min(after, 120) : 0 };
      });
    })
    .catch(function () { return { status: 0, body: {}, retryAfter: 0 }; })
    .then(function (answer) { clearTimeout(timer); return answer; });
}

function bodyOf(text) {
  try {
    return parse(text);
  } catch {
    return { text: text };
  }
}

/**
 * @param {string} address
 * @param {object} body
 */
export function post(address, body) {
  return call(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    keepalive: true
  });
}

// The server takes one call of a kind from a seat at a time; an earlier one has ended within seconds.
const TRIES = 3;

/**
 * Makes a call again, quietly, while the server says that an earlier one of the same seat still runs.
 *
 * @param {() => Promise<Answer>} once
 * @param {number} [tried]
 * @returns {Promise<Answer>}
 */
export function inTurn(once, tried) {
  const tries = (tried || 0) + 1;
  return once().then(function (answer) {
    if (answer.status !== 429 || answer.body.why !== 'many' || tries >= TRIES) return answer;
    return new Promise(function (done) {
      setTimeout(function () { done(inTurn(once, tries)); }, 500 + pause(tries));
    });
  });
}

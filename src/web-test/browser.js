// The parts of a browser that scripts without a page need: storage, events, and calls to a real server on this machine.
import { createServer } from 'node:http';

class Storage {
  #values = new Map();
  get length() { return this.#values.size; }
  key(place) { return [...this.#values.keys()][place]; }
  getItem(name) { return this.#values.has(name) ? this.#values.get(name) : null; }
  setItem(name, value) { this.#values.set(name, String(value)); }
  removeItem(name) { this.#values.delete(name); }
}

globalThis.window = Object.assign(new EventTarget(), { AbortController });
globalThis.document = Object.assign(new EventTarget(), { hidden: false });
globalThis.localStorage = new Storage();

/**
 * A server that answers each request with the next of the answers, a function of the request's body to [status, body]; null closes the
 * connection. It collects the bodies that it received.
 */
export async function serve() {
  const heard = [];
  const answers = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const part of request) text += part;
    heard.push(JSON.parse(text));
    const answer = (answers.shift() || stores)(heard[heard.length - 1]);
    if (answer === null) request.socket.destroy();
    else response.writeHead(answer[0], { 'Content-Type': 'application/json' }).end(JSON.stringify(answer[1]));
  });
  await new Promise((ready) => { server.listen(0, '127.0.0.1', ready); });
  const call = globalThis.fetch;
  globalThis.fetch = (address, options) => call(new URL(address, `http://127.0.0.1:${server.address().port}`), options);
  return { heard, answers, stop: () => server.close() };
}

/** Stores every event. */
export const stores = (body) => [200, { stored: body.events.map((event) => event.key), refused: [] }];

// A service worker that keeps the lesson of the cards on this device, so that it continues and opens without a network. Each lesson
// has a cache named after the hash of its content, with the seats that need it; without a seat the cache is deleted.
const NAME = 'tuk.lesson.';
const PAGE = '/lesson';
const SEATS = '/lesson/seats';
const PART = /^\/(assets|pictures|media)\//;
const PATIENCE = 4000;
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
let turn = 0;
let none = false;

worker.addEventListener('install', function () { worker.skipWaiting(); });
worker.addEventListener('activate', function (event) { event.waitUntil(worker.clients.claim()); });

// The page sends the seats that this device holds (none: delete all) and what it has loaded so far.
worker.addEventListener('message', function (event) {
  const said = event.data || {};
  if (!Array.isArray(said.seats)) return;
  const mine = ++turn;
  none = !said.seats.length;
  event.waitUntil(none ? drop('') : keep(said.seats, said, mine));
});

worker.addEventListener('fetch', function (event) {
  const request = event.request;
  const address = new URL(request.url);
  if (request.method !== 'GET' || address.origin !== location.origin) return;
  if (address.pathname === PAGE && (request.mode === 'navigate' || address.search)) event.respondWith(lesson(request, address.search));
  else if (PART.test(address.pathname)) event.respondWith(part(request));
});

// Caches the page that the browser has just shown, then its parts one by one, so that the parts before a lost network stay.
async function keep(seats, said, mine) {
  const page = await fetch(PAGE, { cache: 'force-cache', redirect: 'manual' });
  if (!page.ok || mine !== turn) return;
  const hash = (page.headers.get('ETag') || '').replace(/[^0-9a-z]/gi, '');
  const html = await page.clone().text();
  const cache = await caches.open(NAME + hash);
  await cache.put(PAGE, page);
  await cache.put(SEATS, new Response(JSON.stringify(seats)));
  const languages = (said.languages || []).map(function (one) { return PAGE + '?language=' + one; });
  for (const address of parts(html, said.loaded || []).concat(languages)) {
    if (mine !== turn) break;
    await add(cache, address).catch(function () { /* the page sends the message again when the network is back */ });
  }
  if (none) await drop('');
  else if (mine === turn) await drop(NAME + hash);
}

function parts(html, loaded) {
  const named = html.match(/"\/(?:assets|pictures|media)\/[^"#?]+/g) || [];
  const here = loaded.map(function (address) { return new URL(address, location.href); })
    .filter(function (address) { return address.origin === location.origin && PART.test(address.pathname); })
    .map(function (address) { return address.pathname; });
  return Array.from(new Set(here.concat(named.map(function (one) { return one.slice(1); }))));
}

async function add(cache, address) {
  if (await cache.match(address, { ignoreVary: true })) return;
  const whole = await fetch(address);
  if (whole.status === 200) await cache.put(address, whole);
}

async function drop(but) {
  const names = await caches.keys();
  await Promise.all(names.map(function (name) {
    return name.indexOf(NAME) === 0 && name !== but ? caches.delete(name) : null;
  }));
}

// Answers from the network if it is fast enough, otherwise from the cache. A browser that was closed has lost its session cookie but
// not its seat, and would be sent to the join page: it gets the cached lesson too.
async function lesson(request, language) {
  const asked = fetch(request);
  const answer = await Promise.race([asked.catch(function () { return null; }), pause()]);
  if (answer && answer.ok) return answer;
  return await kept(PAGE + language) || request.mode === 'navigate' && await kept(PAGE) || asked;
}

function pause() { return new Promise(function (done) { setTimeout(done, PATIENCE, null); }); }

function kept(address) { return caches.match(address, { ignoreVary: true }); }

async function part(request) {
  const whole = await kept(new URL(request.url).pathname);
  if (!whole) return fetch(request);
  const range = /^bytes=(\d*)-(\d*)$/.exec(request.headers.get('Range') || '');
  return range && range[0] !== 'bytes=-' ? slice(whole, range[1], range[2]) : whole;
}

// Browsers request sound and film in ranges.
async function slice(whole, first, last) {
  const bytes = await whole.arrayBuffer();
  const size = bytes.byteLength;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (from > to) return new Response(null, { status: 416, headers: { 'Content-Range': 'bytes */' + size } });
  return new Response(bytes.slice(from, to + 1), {
    status: 206,
    headers: {
      'Content-Type': whole.headers.get('Content-Type') || '',
      'Content-Range': 'bytes ' + from + '-' + to + '/' + size,
      'Content-Length': String(to - from + 1),
      'Accept-Ranges': 'bytes'
    }
  });
}

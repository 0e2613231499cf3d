// Storage on this device, and calls to the server. Plain ES2017, for old tablets.
// Everything is in window.tuk; the parts of this folder are joined into one script.
window.tuk = window.tuk || {};
(function (tuk) {
  'use strict';
  const PREFIX = 'tuk.';
  const memory = {};

  // Private windows and locked-down tablets may refuse storage: then values live in this page's memory.
  tuk.kept = (function () {
    try {
      localStorage.setItem(PREFIX + 'try', '1');
      localStorage.removeItem(PREFIX + 'try');
      return true;
    } catch (refused) {
      return false;
    }
  })();

  tuk.read = function (name) {
    try {
      const text = name in memory ? memory[name] : tuk.kept ? localStorage.getItem(PREFIX + name) : null;
      return text ? JSON.parse(text) : null;
    } catch (unreadable) {
      return null;
    }
  };

  tuk.write = function (name, value) {
    const text = value === null ? null : JSON.stringify(value);
    try {
      if (!tuk.kept) throw new Error('nothing is kept here');
      if (text === null) localStorage.removeItem(PREFIX + name);
      else localStorage.setItem(PREFIX + name, text);
      delete memory[name];
    } catch (full) {
      if (text === null) delete memory[name];
      else memory[name] = text;
    }
  };

  // Reads, changes and writes a stored value at once, so that a change by another tab is not lost.
  tuk.change = function (name, how) {
    const value = how(tuk.read(name));
    tuk.write(name, value);
    return value;
  };

  tuk.names = function (start) {
    const names = Object.keys(memory);
    if (tuk.kept) {
      for (let i = 0; i < localStorage.length; i++) {
        const name = localStorage.key(i);
        if (name.indexOf(PREFIX) === 0) names.push(name.slice(PREFIX.length));
      }
    }
    return names.filter(function (name, i) { return name.indexOf(start) === 0 && names.indexOf(name) === i; });
  };

  tuk.uuid = function () {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = bytes[6] & 15 | 64;
    bytes[8] = bytes[8] & 63 | 128;
    const hex = Array.from(bytes, function (b) { return (b + 256).toString(16).slice(1); }).join('');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  };

  // Back-off with full jitter: a random time up to twice the last one, so that a class does not return at once.
  tuk.pause = function (failures, retryAfter, most) {
    const wait = Math.random() * Math.min(most || 20000, 500 * Math.pow(2, Math.min(failures, 10)));
    return retryAfter ? retryAfter * 1000 + wait : wait;
  };

  // One call of the classroom API. Never rejects: without an answer the status is 0.
  tuk.call = function (address, options) {
    const asked = Object.assign({ credentials: 'same-origin', cache: 'no-store' }, options);
    const control = window.AbortController ? new AbortController() : null;
    const timer = setTimeout(function () { if (control) control.abort(); }, asked.patience || 15000);
    if (control) asked.signal = control.signal;
    return fetch(address, asked)
      .then(function (response) {
        return response.text().then(function (text) {
          let body = {};
          try { body = JSON.parse(text); } catch (page) { body = { text: text }; }
          const after = parseInt(response.headers.get('Retry-After'), 10);
          return { status: response.status, body: body, retryAfter: after > 0 ? Math.min(after, 120) : 0 };
        });
      })
      .catch(function () { return { status: 0, body: {}, retryAfter: 0 }; })
      .then(function (answer) { clearTimeout(timer); return answer; });
  };

  tuk.post = function (address, body) {
    return tuk.call(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      keepalive: true
    });
  };

  // A card's key has its colour and its drawing: "blue-otter".
  tuk.colour = function (card) { return 'c-' + card.slice(0, card.indexOf('-')); };
  tuk.art = function (card) {
    const drawing = card.slice(card.indexOf('-') + 1);
    const later = (document.getElementById('start').dataset.second || '').split(' ').indexOf(drawing) >= 0;
    return (later ? document.body.dataset.moreCards : document.body.dataset.cards) + '#' + drawing;
  };

  tuk.svg = function (href, kind) {
    const name = 'http://www.w3.org/2000/svg';
    const svg = document.createElementNS(name, 'svg');
    svg.setAttribute('class', kind);
    svg.setAttribute('aria-hidden', 'true');
    svg.setAttribute('focusable', 'false');
    svg.appendChild(document.createElementNS(name, 'use')).setAttribute('href', href);
    return svg;
  };

  tuk.el = function (name, kind, text) {
    const element = document.createElement(name);
    if (kind) element.className = kind;
    if (text) element.textContent = text;
    return element;
  };

  tuk.id = function (id) { return document.getElementById(id); };

  // Replaces this page in place where opening a new page would lose what only memory holds.
  tuk.show = function (html) {
    tuk.clean = null;
    const page = new DOMParser().parseFromString(html, 'text/html');
    const root = document.documentElement;
    ['class', 'data-band', 'data-age'].forEach(function (name) {
      const value = page.documentElement.getAttribute(name);
      if (value === null) root.removeAttribute(name);
      else root.setAttribute(name, value);
    });
    root.lang = page.documentElement.lang;
    document.title = page.title;
    const more = page.querySelector('script[src*="/js/lesson.js"]');
    document.body.replaceWith(document.adoptNode(page.body));
    if (more && !tuk.play) addScript(more.getAttribute('src'));
    else tuk.start();
  };

  // A lesson shown in place of the join page loads its own script, which then starts it.
  function addScript(address) {
    const script = document.createElement('script');
    script.src = address;
    script.addEventListener('error', function () { setTimeout(addScript, 2000, address); });
    document.head.appendChild(script);
  }

  tuk.start = function () {
    // The look belongs to one child: if no card is in use, the next child starts with the device's own look.
    if (tuk.id('join') && !tuk.read('now')) tuk.write('look', null);
    tuk.dress();
    if (tuk.id('join')) tuk.join();
    else if (document.querySelector('[data-step]')) tuk.play();
    tuk.dressLanguage();
  };

  // Opens another of our pages, or shows it in place where opening it would lose something.
  tuk.go = function (address, headers) {
    if (tuk.kept && !headers) {
      location.assign(address);
      return Promise.resolve(true);
    }
    return tuk.call(address, { headers: headers || {} }).then(function (answer) {
      if (answer.status === 200) tuk.show(answer.body.text);
      return answer.status === 200;
    });
  };
})(window.tuk);

// Makes and finds parts of the page.

// A card's key has its colour and its drawing: "blue-otter".
export function colourOf(card) { return 'c-' + card.slice(0, card.indexOf('-')); }

export function artOf(card) {
  const drawing = card.slice(card.indexOf('-') + 1);
  const later = (document.getElementById('start').dataset.second || '').split(' ').indexOf(drawing) >= 0;
  return (later ? document.body.dataset.moreCards : document.body.dataset.cards) + '#' + drawing;
}

export function svg(href, kind) {
  const name = 'http://www.w3.org/2000/svg';
  const picture = document.createElementNS(name, 'svg');
  picture.setAttribute('class', kind);
  picture.setAttribute('aria-hidden', 'true');
  picture.setAttribute('focusable', 'false');
  picture.appendChild(document.createElementNS(name, 'use')).setAttribute('href', href);
  return picture;
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {string} [kind] its classes
 * @param {string} [text]
 */
export function el(name, kind, text) {
  const element = document.createElement(name);
  if (kind) element.className = kind;
  if (text) element.textContent = text;
  return element;
}

/** @returns {any} */
export function byId(id) { return document.getElementById(id); }

// The badge that says whether answers are saved: unobtrusive normally, calm without a network.
import { byId, el, outbox, svg } from './shared.js';

const ICONS = { saved: '#i-cloud', sent: '#i-cloud', sending: '#i-sending', away: '#i-device' };
let trouble = false;
let shown = '';
let fade = 0;

function put(kind, text) {
  const badge = byId('saved');
  if (!badge || shown === text) return;
  shown = text;
  badge.className = 'saved' + (kind === 'away' ? ' wide' : '');
  badge.textContent = '';
  if (!text) return;
  badge.appendChild(svg(ICONS[kind], 'i'));
  badge.appendChild(el('span', '', text));
}

export function drawBadge(id) {
  const words = byId('saved').dataset;
  const events = outbox.waiting(id);
  if (events.length === 0) {
    if (trouble) {
      trouble = false;
      put('sent', words.sent);
      fade = setTimeout(function () { put('saved', words.saved); }, 4000);
    } else if (shown !== words.sent) {
      put('saved', words.saved);
    }
    return;
  }
  const age = Date.now() - events[0].at;
  if (age < 2000) return;
  clearTimeout(fade);
  if (age < 8000) {
    put('sending', words.sending);
    return;
  }
  trouble = true;
  const answers = events.filter(function (event) { return event.kind === 'answered'; }).length;
  const calm = answers === 0 ? words.none : answers === 1 ? words.one : words.many.replace('#', answers);
  put('away', age > 300000 ? words.long : calm);
}

export function clearBadge() { shown = ''; trouble = false; }

// Receives the room's changes by a stream, or by a long poll if the network blocks streams. Also finds the card again by its seat's
// key after the teacher has moved it.
import { parse } from '../common/json.js';
import { call, change, inTurn, outbox, post } from './shared.js';

let dry = 0;
let open = null;

function address(now) {
  const answers = outbox.waiting(now.id).filter(function (event) { return event.kind === 'answered'; });
  return '/api/room?waiting=' + answers.length;
}

function poll(now, tell) {
  return call(address(now) + '&since=' + (now.since || 0), { headers: { Seat: now.seat }, patience: 40000 }).then(function (answer) {
    if (answer.status === 200) tell(answer.body);
    return answer;
  });
}

// The server sends the room's state at once, and later a comment every 15 seconds: a silent stream is blocked. Only a call shows the
// server that the device is there, because a connection that Wi-Fi has cut looks open to it for minutes.
function stream(now, tell) {
  const control = open = new AbortController();
  const decoder = new TextDecoder();
  const here = setInterval(function () { call(address(now), { headers: { Seat: now.seat } }); }, 23000 + Math.random() * 4000);
  let timer, heard, text = '';
  function patience(millis) {
    clearTimeout(timer);
    timer = setTimeout(function () { control.abort(); }, millis);
  }
  function read(reader) {
    return reader.read().then(function (part) {
      if (part.done) return { status: 204 };
      patience(24000);
      const lines = (text + decoder.decode(part.value, { stream: true })).split('\n');
      text = lines.pop();
      lines.forEach(function (line) {
        if (line.indexOf('data:')) return;
        heard = true;
        tell(parse(line.slice(5)));
      });
      return read(reader);
    });
  }
  patience(6000);
  const headers = { Seat: now.seat, Accept: 'text/event-stream' };
  return fetch(address(now) + '&stays=1', { headers: headers, credentials: 'same-origin', cache: 'no-store', signal: control.signal })
    .then(function (answer) {
      return answer.status === 200 && answer.body ? read(answer.body.getReader()) : { status: answer.status };
    })
    .catch(function () { return { status: heard ? 204 : 0, broken: true }; })
    .then(function (answer) {
      clearTimeout(timer);
      clearInterval(here);
      dry = heard ? 0 : dry + 1;
      return answer;
    });
}

// Reports each change; ends with a status when it is time to ask again: 200 and 204 at once, others after a pause.
export function hearRoom(now, tell) {
  return dry < 2 && window.AbortController && window.ReadableStream && window.TextDecoder ? stream(now, tell) : poll(now, tell);
}

// Back online: an older stream may stay silent for ever.
window.addEventListener('online', function () { if (open) open.abort(); });

// The seat under this device's key: another card's if the teacher moved the child; null if the device no longer holds one.
export function findSeat(now) {
  return inTurn(function () {
    return post('/api/classroom/seats', { code: now.code || '', key: now.id, card: null, holds: [] });
  }).then(function (answer) {
    if (answer.status !== 201) return null;
    const seat = answer.body;
    return post('/api/classroom', { code: now.code }).then(function (list) {
      (list.body.classes || []).forEach(function (one) {
        one.cards.forEach(function (card) {
          if (card.number !== seat.card || card.name !== seat.name) return;
          now.card = card.card;
          now.class = one.class;
        });
      });
      now.seat = seat.seat;
      now.name = seat.name;
      change('held', function (held) { return (held || []).concat(seat.seat).slice(-6); });
      return now;
    });
  });
}

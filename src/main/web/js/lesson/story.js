// A story with branches, scene by scene.

function scenes(form) { return Array.from(form.querySelectorAll('[data-scene]')); }

function scene(form, key) { return key ? form.querySelector('[data-scene="' + key + '"]') : null; }

function here(form) { return scenes(form).filter(function (one) { return !one.hidden; })[0]; }

function taken(form) { return form.dataset.taken ? form.dataset.taken.split(' ') : []; }

function chosen(form) { return here(form).querySelector('input:checked'); }

function after(form) { return scene(form, chosen(form).parentNode.dataset.to); }

function goesOn(next) { return Boolean(next && next.querySelector('input')); }

function show(form, next, said) {
  scenes(form).forEach(function (one) { one.hidden = one !== next; });
  form.querySelector('.came').textContent = said;
}

function came(form) {
  const key = chosen(form).value;
  return Array.from(form.querySelectorAll('[data-when]')).filter(function (one) { return one.dataset.when === key; })[0].textContent;
}

// Has the child chosen a turn that is not confirmed yet?
export function hasTurn(form) { return Boolean(chosen(form)); }

// The choices made, once the story has ended; null before.
export function turnsOf(form) {
  if (!here(form).querySelector('input')) return taken(form);
  return chosen(form) && !goesOn(after(form)) ? taken(form).concat(chosen(form).value) : null;
}

// Shows the next scene, if the chosen turn leads to one with more choices.
function advance(form) {
  const next = after(form);
  if (!goesOn(next)) return false;
  const turns = taken(form).concat(chosen(form).value);
  show(form, next, came(form));
  form.dataset.taken = turns.join(' ');
  return true;
}

export function goOn(form) {
  if (form.dataset.kind !== 'story' || form.classList.contains('marked') || !chosen(form) || !advance(form)) return false;
  form.querySelector('.came').focus({ preventScroll: true });
  form.scrollIntoView();
  return true;
}

function choose(form, turn) {
  const input = turn ? here(form).querySelector('[data-key="' + turn + '"] input') : null;
  if (input) input.checked = true;
  return Boolean(input);
}

// Replays the turns that were taken, and selects the one that is not confirmed yet.
export function retell(form, turns, next) {
  turns.every(function (turn) { return choose(form, turn) && advance(form); });
  choose(form, next);
}

export function endStory(form) {
  if (!chosen(form)) return;
  const last = after(form);
  const words = came(form);
  form.dataset.taken = taken(form).concat(chosen(form).value).join(' ');
  if (last) show(form, last, words);
}

// Moves a story to where these turns lead, with the last one selected but not confirmed.
export function walkTo(form, turns) {
  form.dataset.taken = turns.slice(0, -1).join(' ');
  const last = turns.length ? form.querySelector('[data-key="' + turns[turns.length - 1] + '"]') : null;
  show(form, last ? last.closest('[data-scene]') : scenes(form)[0], '');
}

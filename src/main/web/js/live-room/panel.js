// The panel next to the tiles: who needs the teacher, the class's step, its answers, and what to discuss now.
import { words } from "../common/words.js";
import sentences from "../../../resources/messages/classroom/liveRoomScript.properties";

const say = words(sentences);

export function write(node, text) {
  if (node && node.textContent !== text) node.textContent = text;
}

export function drawPanel(part, root, progress, seen) {
  drawSteps(root, seen.onStep, seen.here, progress.stands);
  drawAnswers(root, progress);
  drawNow(part, root, progress.stands.at || stepOfMost(seen.onStep));
  drawDoor(part, progress.stands.door);
  drawNeeds(part, root, progress, seen.silent);
  drawSure(part, root, progress.cards, seen.hidden);
  drawStands(part, root, progress.stands);
}

function drawBar(row, count, of) {
  const scale = String(Math.max(1, of));
  row.querySelector(".tuk-optbar").setAttribute("viewBox", `0 0 ${scale} 1`);
  row.querySelector(".tuk-pips__t").setAttribute("width", scale);
  row.querySelector(".tuk-pips__p").setAttribute("width", String(count));
  const number = row.querySelector(".tuk-opts__n");
  write(number, String(count));
  number.classList.toggle("tuk-opts__n--none", count === 0);
}

// The number of present children on each step.
function drawSteps(root, onStep, here, stands) {
  root.querySelectorAll('[data-part="steps"] tr').forEach((row) => {
    drawBar(row, onStep.get(row.dataset.step) || 0, here);
    row.classList.toggle("tuk-opts__at", row.dataset.step === String(stands.at || 0));
  });
}

// An option's count and its bar, as a share of those who answered; without answers it stays at 0.
function drawAnswers(root, progress) {
  const byStep = new Map(progress.answers.map((one) => [String(one.step), one]));
  const revealed = (progress.stands.revealed || []).map(String);
  root.querySelectorAll(".tuk-asked").forEach((question) => {
    const one = byStep.get(question.dataset.step) || { answered: 0, counts: [] };
    write(question.querySelector(".tuk-given__n"), say("answers", { n: one.answered }));
    question.querySelectorAll("tbody tr").forEach((row, at) => drawBar(row, one.counts[at] || 0, one.answered));
    const shown = revealed.includes(question.dataset.step);
    question.querySelectorAll("[data-open]").forEach((form) => { form.hidden = shown; });
    question.querySelectorAll("[data-shown]").forEach((line) => { line.hidden = !shown; });
  });
}

// The step of most children; those who finished are past every step.
function stepOfMost(onStep) {
  const places = [...onStep].filter(([step]) => step !== "0").map(([step, count]) => [step === "done" ? Infinity : Number(step), count]);
  return places.length ? places.sort((one, other) => other[1] - one[1] || one[0] - other[0])[0][0] : 0;
}

// The current question of the class, or its last one, is open and comes first; nothing moves while it has the focus.
function drawNow(part, root, step) {
  const place = part("now");
  if (!place) return;
  const all = [...root.querySelectorAll(".tuk-asked")].sort((one, other) => one.dataset.step - other.dataset.step);
  const now = all.filter((one) => Number(one.dataset.step) <= step).pop();
  if (!now || now.parentNode === place || place.contains(document.activeElement) || now.contains(document.activeElement)) return;
  const list = part("answers");
  all.filter((one) => one.parentNode === place).forEach((old) => {
    old.open = false;
    list.insertBefore(old, all.find((one) => one.parentNode === list && Number(one.dataset.step) > Number(old.dataset.step)) || null);
  });
  place.append(now);
  now.open = true;
  part("every").hidden = all.length === 1;
}

function numberOf(tile) { return tile.dataset.key.startsWith("v/") ? "" : tile.querySelector(".tuk-tile__no").lastChild.textContent; }

function nameOf(tile) { return (numberOf(tile) + " " + tile.querySelector(".tuk-tile__name").textContent).trim(); }

function shortNameOf(tile) { return numberOf(tile) || nameOf(tile); }

// Devices that wait until the teacher lets them in.
function drawDoor(part, door) {
  if (!part("door")) return;
  part("door").hidden = !door;
  if (!door) return;
  write(part("door-count"), say("atDoor", { n: door.waiting }));
  part("door-full").hidden = !door.full;
  part("door-quick").hidden = Boolean(door.full);
}

// Only changes are written, so that a button that someone is about to press does not move.
function drawNeeds(part, root, progress, silent) {
  const waiting = progress.waiting;
  const list = part("waiting");
  if (!list) return;
  const wanted = new Map(waiting.map((ask) => [String(ask.seat), ask.name]));
  list.querySelectorAll(".tuk-ask").forEach((item) => {
    if (!wanted.delete(item.dataset.seat)) item.remove();
  });
  wanted.forEach((name, seat) => {
    const item = document.getElementById("ask").content.firstElementChild.cloneNode(true);
    item.dataset.seat = seat;
    item.querySelectorAll("[data-name]").forEach((node) => { node.textContent = node.tagName === "B" ? name : " " + name; });
    item.querySelectorAll("form").forEach((form) => form.setAttribute("action",
      form.getAttribute("action").replace("SEAT", seat).replace(/sessions\/[^/]+/, "sessions/" + root.dataset.id)));
    list.append(item);
  });
  // Many silent at once means the Wi-Fi, not a child: one line, so that the rest of the page stays visible.
  replace(part("silent"), silent.length > 3
    ? [boldAndRest(say("silentMany", { n: silent.length, cards: silent.map(shortNameOf).join(", ") }))]
    : silent.map((tile) => boldAndRest(say("silentOne", { card: nameOf(tile) }))));
  part("nobody").hidden = waiting.length + silent.length > 0 || Boolean(progress.stands.door);
}

// Sure and wrong: misconceptions to discuss before the lesson ends.
function drawSure(part, root, cards, hidden) {
  const box = part("sure");
  if (!box) return;
  const byStep = new Map();
  cards.forEach((card) => (card.sureWrong || []).forEach((step) => {
    byStep.set(step, (byStep.get(step) || []).concat(card.visitor ? say("sureVisitor", { n: card.visitor }) : String(card.card)));
  }));
  box.hidden = hidden || byStep.size === 0;
  replace(part("sure-list"), [...byStep].sort((one, other) => one[0] - other[0]).map(([step, who]) => {
    const stem = root.querySelector(`.tuk-asked[data-step="${step}"] [data-stem]`);
    return [say("step", { n: step }), `${stem ? " " + stem.textContent : ""} ${say("cards", { n: who.length, names: who.join(", ") })}`];
  }));
}

function drawStands(part, root, stands) {
  toggle(part("pause"), stands.paused, "no", "yes");
  toggle(part("lock"), stands.locked, "no", "yes");
  if (part("paused-note")) part("paused-note").hidden = !stands.paused;
  if (part("led")) {
    part("led").hidden = !stands.at;
    part("free-pace").hidden = Boolean(stands.at);
    write(part("led-step"), String(stands.at || ""));
  }
}

// A form with two states: the value it sends next, and which of its labels is visible.
function toggle(form, is, whenOn, whenOff) {
  if (!form) return;
  form.querySelector("[data-value]").value = is ? whenOn : whenOff;
  form.querySelectorAll("[data-on]").forEach((node) => { node.hidden = !is; });
  form.querySelectorAll("[data-off]").forEach((node) => { node.hidden = Boolean(is); });
}

/** @param {string} sentence that begins in bold */
function boldAndRest(sentence) { return sentence.split(/<\/?b>/).slice(1); }

function replace(list, lines) {
  const all = lines.map((line) => line.join("")).join("\n");
  if (list.dataset.words === all) return;
  list.dataset.words = all;
  list.replaceChildren(...lines.map(([strong, rest]) => {
    const item = document.createElement("li");
    const name = document.createElement("b");
    name.textContent = strong;
    item.append(name, rest);
    return item;
  }));
}

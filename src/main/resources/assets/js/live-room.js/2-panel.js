// Beside the tiles: who needs the teacher, where the class is, what it answered, what is worth talking about now.
function write(node, text) {
  if (node && node.textContent !== text) node.textContent = text;
}

function drawPanel(part, root, progress, seen) {
  drawSteps(root, seen.onStep, progress.stands);
  drawAnswers(root, progress);
  drawNeeds(part, root, progress.waiting, seen.silent);
  drawSure(part, root, progress.cards, seen.hidden);
  drawStands(part, root, progress.stands);
}

function drawSteps(root, onStep, stands) {
  root.querySelectorAll('[data-part="steps"] tr').forEach((row) => {
    const on = onStep.get(row.dataset.step) || 0;
    row.querySelector(".tuk-pips__p").setAttribute("width", String(on));
    row.classList.toggle("tuk-opts__at", row.dataset.step === String(stands.at || 0));
    const number = row.querySelector(".tuk-opts__n");
    write(number, String(on));
    number.classList.toggle("tuk-opts__n--none", on === 0);
  });
}

// A count of an option and its bar; a question that nobody has answered yet stays at nothing.
function drawAnswers(root, progress) {
  const byStep = new Map(progress.answers.map((one) => [String(one.step), one]));
  const revealed = (progress.stands.revealed || []).map(String);
  root.querySelectorAll('[data-part="answers"] details').forEach((question) => {
    const one = byStep.get(question.dataset.step) || { answered: 0, counts: [] };
    write(question.querySelector(".tuk-given__n"), one.answered === 1 ? "1 answer" : one.answered + " answers");
    question.querySelectorAll("tbody tr").forEach((row, at) => {
      const chose = one.counts[at] || 0;
      row.querySelector(".tuk-pips__p").setAttribute("width", String(chose));
      const number = row.querySelector(".tuk-opts__n");
      write(number, String(chose));
      number.classList.toggle("tuk-opts__n--none", chose === 0);
    });
    const shown = revealed.includes(question.dataset.step);
    question.querySelectorAll("[data-open]").forEach((form) => { form.hidden = shown; });
    question.querySelectorAll("[data-shown]").forEach((line) => { line.hidden = !shown; });
  });
}

// Only what has changed is written again, so that a button someone is about to press stays where it is.
function drawNeeds(part, root, waiting, silent) {
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
  replace(part("silent"), silent.map((tile) => {
    const number = tile.dataset.key.startsWith("v/") ? "" : tile.querySelector(".tuk-tile__no").lastChild.textContent + " ";
    return [number + tile.querySelector(".tuk-tile__name").textContent, ": no signal. Answers are kept on the device."];
  }));
  part("nobody").hidden = waiting.length + silent.length > 0;
}

// Sure and wrong: what a child believes firmly and should not is talked about before the bell.
function drawSure(part, root, cards, hidden) {
  const box = part("sure");
  if (!box) return;
  const byStep = new Map();
  cards.forEach((card) => (card.sureWrong || []).forEach((step) => {
    byStep.set(step, (byStep.get(step) || []).concat(card.visitor ? "visitor " + card.visitor : String(card.card)));
  }));
  box.hidden = hidden || byStep.size === 0;
  replace(part("sure-list"), [...byStep].sort((one, other) => one[0] - other[0]).map(([step, who]) => {
    const stem = root.querySelector(`[data-part="answers"] [data-step="${step}"] [data-stem]`);
    return ["Step " + step, (stem ? " " + stem.textContent : "") + (who.length === 1 ? " Card " : " Cards ") + who.join(", ")];
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

// A form of two states: the value it sends next, and which of its words are seen.
function toggle(form, is, whenOn, whenOff) {
  if (!form) return;
  form.querySelector("[data-value]").value = is ? whenOn : whenOff;
  form.querySelectorAll("[data-on]").forEach((node) => { node.hidden = !is; });
  form.querySelectorAll("[data-off]").forEach((node) => { node.hidden = Boolean(is); });
}

function replace(list, lines) {
  const words = lines.map((line) => line.join("")).join("\n");
  if (list.dataset.words === words) return;
  list.dataset.words = words;
  list.replaceChildren(...lines.map(([strong, rest]) => {
    const item = document.createElement("li");
    const name = document.createElement("b");
    name.textContent = strong;
    item.append(name, rest);
    return item;
  }));
}

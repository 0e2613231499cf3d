// The teacher's live room: asks once a second how far each card has come, and moves the tiles. They never change place.
const room = document.getElementById("room");
const byId = (id) => document.getElementById(id);
const steps = Number(room.dataset.steps);
const EVERY = 1000;
const WHEN_HIDDEN = 5000;
const SAY_EVERY = 10000;
const SIGNS = { absent: "–", busy: "…", right: "✓", wrong: "✕", done: "●", wait: "⇡" };
let hidden = document.cookie.includes("hide-right-and-wrong=");
let show = "all";
let known = "";
let latest = null;
let failures = 0;
let lastSaid = { at: 0, words: "" };

function lookOf(card) {
  if (card.state === "left") return ["absent", "Left"];
  if (card.state === "silent") return ["wait", "No signal"];
  if (card.state === "finished") return ["done", "Finished"];
  if (!card.answered) return ["busy", card.step ? "On step " + card.step : "Has joined"];
  if (hidden || card.lastRight === undefined || card.lastRight === null) return [hidden ? "done" : "busy", "Answered"];
  return card.lastRight ? ["right", "Right"] : ["wrong", "Wrong"];
}

function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

function paint(tile, look, words, step) {
  const name = "tuk-tile tuk-tile--" + look;
  if (tile.className !== name) tile.className = name;
  write(tile.querySelector(".tuk-tile__i"), SIGNS[look]);
  write(tile.querySelector(".tuk-tile__w"), words);
  write(tile.querySelector(".tuk-tile__step"), step && (look === "right" || look === "wrong") ? "at " + step : "");
  tile.querySelector(".tuk-pips__p").setAttribute("width", String(look === "absent" ? 0 : words === "Finished" ? steps : step));
}

function keyOf(card) {
  return card.visitor ? "v/" + card.visitor : card.class + "/" + card.card;
}

function addVisitor(card) {
  const tile = byId("visitor").content.firstElementChild.cloneNode(true);
  tile.dataset.key = keyOf(card);
  tile.querySelector(".tuk-tile__n").textContent = String(card.visitor);
  tile.querySelector(".tuk-tile__name").textContent = "Visitor " + card.visitor;
  byId("visitors").hidden = byId("to-visitors").hidden = false;
  byId("visitors").querySelector(".tuk-tiles").append(tile);
  byId("visitor-count").textContent = String(byId("visitors").querySelectorAll(".tuk-tile").length);
}

function draw(progress) {
  latest = progress;
  const cards = new Map(progress.cards.map((card) => [keyOf(card), card]));
  progress.cards.filter((card) => card.visitor && !room.querySelector(`[data-key="${keyOf(card)}"]`)).forEach(addVisitor);
  const sums = { here: 0, wrong: 0, absent: 0, done: 0, right: 0, wait: 0 };
  const onStep = new Map();
  const silent = [];
  room.querySelectorAll(".tuk-tile").forEach((tile) => {
    const card = cards.get(tile.dataset.key);
    const [look, words] = card ? lookOf(card) : ["absent", "Not here"];
    const step = card ? card.step || 0 : 0;
    const visitor = tile.dataset.key.startsWith("v/");
    paint(tile, look, words, step);
    sums[look === "done" && words !== "Finished" ? "busy" : look] += 1;
    if (look !== "absent" && !visitor) {
      sums.here += 1;
      const place = words === "Finished" ? "done" : String(step);
      onStep.set(place, (onStep.get(place) || 0) + 1);
    }
    if (look === "wait") silent.push(tile);
    tile.hidden = (show === "absent" && look !== "absent") || (show === "not-right" && look !== "wrong");
  });
  write(byId("here"), String(sums.here));
  room.querySelectorAll("#steps tr").forEach((row) => {
    const on = onStep.get(row.dataset.step) || 0;
    row.querySelector(".tuk-pips__p").setAttribute("width", String(on));
    const number = row.querySelector(".tuk-opts__n");
    write(number, String(on));
    number.classList.toggle("tuk-opts__n--none", on === 0);
  });
  write(room.querySelector('[data-show="not-right"] span'), String(sums.wrong));
  write(room.querySelector('[data-show="absent"] span'), String(sums.absent));
  drawAnswers(progress.answers);
  drawNeeds(progress.waiting, silent);
  say(`${sums.here} of ${room.dataset.cards} here, ${onStep.get("done") || 0} finished, ${sums.wait} without a signal.`
    + (progress.waiting.length ? ` ${progress.waiting.length} asking to come in on a second device.` : ""));
}

// A count of an option and its bar; a question that nobody has answered yet stays at nothing.
function drawAnswers(answers) {
  const byStep = new Map(answers.map((one) => [String(one.step), one]));
  room.querySelectorAll("#answers details").forEach((question) => {
    const one = byStep.get(question.dataset.step) || { answered: 0, counts: [] };
    write(question.querySelector(".tuk-given__n"), one.answered === 1 ? "1 answer" : one.answered + " answers");
    question.querySelectorAll("tbody tr").forEach((row, at) => {
      const chose = one.counts[at] || 0;
      row.querySelector(".tuk-pips__p").setAttribute("width", String(chose));
      const number = row.querySelector(".tuk-opts__n");
      write(number, String(chose));
      number.classList.toggle("tuk-opts__n--none", chose === 0);
    });
  });
}

// Only what has changed is written again, so that a button someone is about to press stays where it is.
function drawNeeds(waiting, silent) {
  const list = byId("waiting");
  const wanted = new Map(waiting.map((ask) => [String(ask.seat), ask.name]));
  list.querySelectorAll(".tuk-ask").forEach((item) => {
    if (!wanted.delete(item.dataset.seat)) item.remove();
  });
  wanted.forEach((name, seat) => {
    const item = byId("ask").content.firstElementChild.cloneNode(true);
    item.dataset.seat = seat;
    item.querySelectorAll("[data-name]").forEach((node) => { node.textContent = node.tagName === "B" ? name : " " + name; });
    item.querySelectorAll("form").forEach((form) => form.setAttribute("action", form.getAttribute("action").replace("SEAT", seat)));
    list.append(item);
  });
  const lines = silent.map((tile) => {
    const number = tile.dataset.key.startsWith("v/") ? "" : tile.querySelector(".tuk-tile__no").lastChild.textContent + " ";
    return number + tile.querySelector(".tuk-tile__name").textContent;
  });
  const quiet = byId("silent");
  const words = lines.join("\n");
  if (quiet.dataset.words !== words) {
    quiet.dataset.words = words;
    quiet.replaceChildren(...lines.map((line) => {
      const item = document.createElement("li");
      const name = document.createElement("b");
      name.textContent = line;
      item.append(name, ": no signal. Answers are kept on the device.");
      return item;
    }));
  }
  byId("nobody").hidden = waiting.length + silent.length > 0;
}

function say(words) {
  const now = Date.now();
  if (words === lastSaid.words || now - lastSaid.at < SAY_EVERY) return;
  lastSaid = { at: now, words };
  byId("said").textContent = words;
}

function lost(words) {
  const line = byId("lost");
  line.hidden = !words;
  write(line, words);
}

async function ask() {
  try {
    const answer = await fetch(room.dataset.progress, {
      headers: { "If-None-Match": known, "X-Requested-With": "JavaScript", Accept: "application/json" },
      cache: "no-store", credentials: "same-origin", redirect: "manual",
    });
    if (answer.status === 200) {
      known = answer.headers.get("ETag") || "";
      const progress = await answer.json();
      if (latest && latest.open && !progress.open) return location.reload();
      draw(progress);
    } else if (answer.status !== 304) {
      throw answer;
    }
    failures = 0;
    lost("");
  } catch (problem) {
    failures += 1;
    if (problem.status === 401 || problem.status === 499 || problem.type === "opaqueredirect") {
      lost("Your sign-in has run out. The lesson goes on: reload this page to sign in again.");
    } else if (failures > 2) {
      lost("No connection just now. The lesson goes on; this page will catch up by itself.");
    }
  }
  setTimeout(ask, document.hidden ? WHEN_HIDDEN : EVERY);
}

function drawHide() {
  byId("hide").setAttribute("aria-pressed", String(hidden));
  byId("hide").textContent = hidden ? "Show right and wrong" : "Hide right and wrong";
  byId("hidden-note").hidden = !hidden;
  room.querySelector('[data-show="not-right"]').hidden = hidden;
  room.querySelectorAll("[data-right]").forEach((mark) => { mark.hidden = hidden; });
}

function choose(button) {
  show = button.dataset.show;
  byId("filter").querySelectorAll("button").forEach((one) => one.setAttribute("aria-pressed", String(one === button)));
}

byId("hide").addEventListener("click", () => {
  hidden = !hidden;
  document.cookie = "hide-right-and-wrong=yes; path=/sessions; SameSite=Lax; max-age=" + (hidden ? 14400 : 0);
  if (hidden && show === "not-right") choose(byId("filter").querySelector('[data-show="all"]'));
  drawHide();
  if (latest) draw(latest);
});
byId("filter").addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button) {
    choose(button);
    if (latest) draw(latest);
  }
});
const end = document.querySelector(".tuk-end");
end.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && end.open) {
    end.open = false;
    end.querySelector("summary").focus();
  }
});
document.addEventListener("visibilitychange", () => { if (!document.hidden) known = ""; });
const minutes = byId("minutes");
setInterval(() => write(minutes, String(Number(minutes.dataset.minutes) + Math.floor(performance.now() / 60000))), 5000);
byId("filter").hidden = false;
byId("hide").hidden = false;
drawHide();
ask();

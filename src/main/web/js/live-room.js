// The teacher's live rooms: tiles that show each card without changing places, and the teacher's actions on the room.
import { bodyOf } from "./common/form-body.js";
import { words } from "./common/words.js";
import { follow } from "./live-room/feed.js";
import { keyOf } from "./live-room/progress.js";
import { drawPanel, write } from "./live-room/panel.js";
import sentences from "../../resources/messages/classroom/liveRoomScript.properties";

const say = words(sentences);
const SAY_EVERY = 10000;
const SIGNS = { absent: "–", busy: "…", right: "✓", wrong: "✕", unsure: "?", done: "●", wait: "⇡" };
const ANSWERED = { right: say("right"), wrong: say("wrong"), unsure: say("unsure") };
const HTTPS = location.protocol === "https:";
let hidden = document.cookie.includes("hide-right-and-wrong=");
const redraws = [];

function lookOf(card) {
  if (card.state === "left") return ["absent", say("left")];
  if (card.state === "silent") return ["wait", say("noSignal")];
  if (card.waiting) return ["wait", say("waiting", { n: card.waiting })];
  if (card.state === "finished") return ["done", say("finished")];
  if (!card.here) return ["busy", card.step ? say("onStep", { n: card.step }) : say("joined")];
  if (hidden) return ["done", say("answered")];
  return card.here === "given" ? ["busy", say("answered")] : [card.here, ANSWERED[card.here]];
}

function isFinished(card) {
  return card && card.state === "finished" && !card.waiting;
}

function watch(root) {
  const part = (name) => root.querySelector(`[data-part="${name}"]`)
    || document.querySelector(`[data-part="${name}"][data-of="${root.dataset.id}"]`);
  const steps = Number(root.dataset.steps);
  let show = "all";
  let latest = null;
  let lastSaid = { at: 0, sentence: "" };

  function paint(tile, look, state, step, done) {
    const name = "tuk-tile tuk-tile--" + look;
    if (tile.className !== name) tile.className = name;
    write(tile.querySelector(".tuk-tile__i"), SIGNS[look]);
    write(tile.querySelector(".tuk-tile__w"), state);
    write(tile.querySelector(".tuk-tile__step"), step && (look === "right" || look === "wrong") ? say("atStep", { n: step }) : "");
    tile.querySelector(".tuk-pips__p").setAttribute("width", String(look === "absent" ? 0 : done ? steps : step));
  }

  function addVisitor(card) {
    const tile = document.getElementById("visitor").content.firstElementChild.cloneNode(true);
    tile.dataset.key = keyOf(card);
    write(tile.querySelector(".tuk-tile__n"), String(card.visitor));
    write(tile.querySelector(".tuk-tile__name"), say("visitor", { n: card.visitor }));
    const visitors = part("visitors");
    visitors.hidden = false;
    visitors.querySelector(".tuk-tiles").append(tile);
    if (part("to-visitors")) part("to-visitors").hidden = false;
    write(part("visitor-count"), String(visitors.querySelectorAll(".tuk-tile").length));
  }

  function draw(progress) {
    if (latest && latest.open && !progress.open) {
      location.reload();
      return;
    }
    latest = progress;
    const cards = new Map(progress.cards.map((card) => [keyOf(card), card]));
    progress.cards.filter((card) => card.visitor && !root.querySelector(`[data-key="${keyOf(card)}"]`)).forEach(addVisitor);
    root.querySelectorAll('[data-key^="v/"]').forEach((tile) => { tile.hidden = !cards.has(tile.dataset.key); });
    const sums = { here: 0, wrong: 0, absent: 0 };
    const onStep = new Map();
    const silent = [];
    root.querySelectorAll(".tuk-tile").forEach((tile) => {
      const card = cards.get(tile.dataset.key);
      const [look, state] = card ? lookOf(card) : ["absent", say("notHere")];
      const step = card ? card.step || 0 : 0;
      const visitor = tile.dataset.key.startsWith("v/");
      paint(tile, look, state, step, isFinished(card));
      const lastWrong = look !== "absent" && card.lastRight === false;
      if (look === "absent" && !visitor) sums.absent += 1;
      if (look !== "absent" && !visitor) {
        sums.here += 1;
        sums.wrong += lastWrong ? 1 : 0;
        const place = isFinished(card) ? "done" : String(step);
        onStep.set(place, (onStep.get(place) || 0) + 1);
      }
      if (card && card.state === "silent") silent.push(tile);
      if (!visitor) tile.hidden = (show === "absent" && look !== "absent") || (show === "not-right" && !lastWrong);
    });
    write(part("here"), String(sums.here));
    write(root.querySelector('[data-show="not-right"] span'), String(sums.wrong));
    write(root.querySelector('[data-show="absent"] span'), String(sums.absent));
    drawPanel(part, root, progress, { onStep, here: sums.here, silent, hidden });
    announce([
      say("sums", { here: sums.here, all: root.dataset.cards, finished: onStep.get("done") || 0, silent: silent.length }),
      progress.stands.paused ? say("paused") : "",
      progress.waiting.length ? say("asking", { n: progress.waiting.length }) : "",
      progress.stands.door ? say("atDoor", { n: progress.stands.door.waiting }) : "",
    ].filter(Boolean).join(" "));
  }

  function announce(sentence) {
    const now = Date.now();
    if (!part("said") || sentence === lastSaid.sentence || now - lastSaid.at < SAY_EVERY) return;
    lastSaid = { at: now, sentence };
    part("said").textContent = sentence;
  }

  function trouble(problem, failures) {
    const line = document.getElementById("lost");
    if (!problem) line.hidden = true;
    else if (problem.status === 401 || problem.status === 499 || problem.type === "opaqueredirect") {
      line.hidden = false;
      write(line, say("signedOut"));
    } else if (failures > 2) {
      line.hidden = false;
      write(line, say("noConnection"));
    }
  }

  const filter = part("filter");
  if (filter) {
    filter.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      show = button.dataset.show;
      filter.querySelectorAll("button").forEach((one) => one.setAttribute("aria-pressed", String(one === button)));
      if (latest) draw(latest);
    });
  }
  redraws.push(() => {
    if (filter) filter.querySelector('[data-show="not-right"]').hidden = hidden;
    if (hidden && show === "not-right") filter.querySelector('[data-show="all"]').click();
    root.querySelectorAll("[data-right]").forEach((mark) => { mark.hidden = hidden; });
    if (latest) draw(latest);
  });
  // The form for one card: its list includes cards that joined later. Touching a tile selects its card.
  const tool = part("card-tool");
  function fillTool(chosen) {
    const list = tool.querySelector('select[name="key"]');
    const here = [...root.querySelectorAll(".tuk-tile:not(.tuk-tile--absent)")];
    list.replaceChildren(...here.map((tile) => {
      const number = tile.dataset.key.startsWith("v/") ? "" : tile.querySelector(".tuk-tile__no").lastChild.textContent + " ";
      return new Option(number + tile.querySelector(".tuk-tile__name").textContent, tile.dataset.key);
    }));
    if (chosen) list.value = chosen;
  }
  if (tool) tool.addEventListener("toggle", () => { if (tool.open && !tool.dataset.chosen) fillTool(""); delete tool.dataset.chosen; });
  root.addEventListener("click", (event) => {
    const tile = event.target.closest(".tuk-tile");
    if (!tile || !tool || tile.classList.contains("tuk-tile--absent")) return;
    if (!tool.open) tool.dataset.chosen = "yes";
    fillTool(tile.dataset.key);
    tool.open = true;
    tool.querySelector("select").focus();
  });
  follow(root.dataset.progress, draw, trouble);
}

// Sends the teacher's actions without a new page; if that fails, the browser submits the form.
document.addEventListener("submit", async (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (!("act" in form.dataset)) return;
  event.preventDefault();
  const body = bodyOf(form);
  const pressed = /** @type {HTMLButtonElement} */ (event.submitter);
  if (pressed && pressed.name) body.set(pressed.name, pressed.value);
  try {
    const answer = await fetch(form.action, {
      method: "POST", body, headers: { "X-Requested-With": "JavaScript" }, credentials: "same-origin", redirect: "manual",
    });
    if (answer.status !== 204) throw answer;
  } catch {
    form.removeAttribute("data-act");
    form.submit();
  }
});

const hide = document.getElementById("hide");
function drawHide() {
  if (hide) {
    hide.setAttribute("aria-pressed", String(hidden));
    write(hide, say(hidden ? "show" : "hide"));
    document.getElementById("hidden-note").hidden = !hidden;
  }
  redraws.forEach((redraw) => redraw());
}
if (hide) hide.addEventListener("click", () => {
  hidden = !hidden;
  document.cookie = (HTTPS ? "__Host-" : "") + "hide-right-and-wrong=yes; path=/; SameSite=Lax; max-age=" + (hidden ? 14400 : 0)
    + (HTTPS ? "; Secure" : "");
  drawHide();
});
document.querySelectorAll(".tuk-end").forEach((end) => end.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && end.open) {
    end.open = false;
    end.querySelector("summary").focus();
  }
}));
document.querySelectorAll("[data-minutes]").forEach((minutes) => setInterval(
  () => write(minutes, String(Number(minutes.dataset.minutes) + Math.floor(performance.now() / 60000))), 5000));
document.querySelectorAll("[data-progress]").forEach(watch);
drawHide();

// The class's wall: who has joined, by card only; or a step, moved by key or clicker, with hands counted.
import { bodyOf } from "./common/form-body.js";
import { parse } from "./common/json.js";

const byId = (id) => document.getElementById(id);

const arrivals = byId("arrivals");
const asked = document.querySelector("[data-place]");
const room = document.querySelector("[data-progress]");
if (room) watch(room.dataset.progress, (progress) => {
  follow(progress.stands);
  if (arrivals) drawArrivals(progress.cards);
  if (asked) drawAsked(progress);
});
// Two rooms on one wall: each half says whether its tablets are paused.
document.querySelectorAll("[data-room]").forEach((half) => watch(half.dataset.room, (progress) => {
  half.querySelector(".paused").hidden = !progress.stands.paused;
}));

// A question with spare room is shown larger. A screen that does not fit is compressed: spaces and pictures first, then answers side by
// side. Before the type would become too small to read at eight metres, a question is shown after its introduction, and heads are counted
// after the last text. Only content that is still too long gets smaller type, and scrolls as the last resort.
/** @typedef {[type: number, gap: number, pictures: number, also?: string]} Way */
/** @type {Way[]} */
const ROOMY = [[1.25, 1, 1], [1.12, 1, 1]];
/** @type {Way[]} */
const GIVES_WAY = [
  [1, 1, 1], [1, 0.8, 0.85], [1, 0.6, 0.7], [1, 0.45, 0.6], [1, 0.6, 0.7, "tight"], [1, 0.4, 0.5, "tight"], [1, 0.4, 0.45, "tight bare"],
];
/** @type {Way[]} */
const SMALLER = [
  [0.95, 0.4, 0.45, "tight bare"], [0.9, 0.4, 0.45, "tight bare"], [0.86, 0.35, 0.4, "tight bare"], [0.83, 0.3, 0.35, "tight bare"],
];
// Phones and small windows scroll like any page.
const SMALL = matchMedia("(max-width: 59.99em)");
const INTRODUCTION = ":is(.work > .pic, .work > div > :is(.md, .script):not(:empty), .told-scene > :is(.md, .pic))";
const leadsUp = document.querySelector("[data-asks] " + INTRODUCTION)
  || byId("forward") && document.querySelector(".ends > .md");
let part = 0;
function fits(ways, how) {
  const page = document.documentElement;
  return ways.some(([type, gap, pictures, also]) => {
    page.style.setProperty("--fit", type);
    page.style.setProperty("--gap", gap);
    page.style.setProperty("--pic", pictures);
    page.className = [also, how].filter(Boolean).join(" ");
    return page.scrollHeight <= innerHeight || SMALL.matches;
  });
}
function fit() {
  if (fits(document.querySelector("[data-asks]") && !SMALL.matches ? ROOMY.concat(GIVES_WAY) : GIVES_WAY, "")) part = 0;
  else if (leadsUp) {
    part = part || (shown() ? 2 : 1);
    if (!fits(GIVES_WAY, "part-" + part)) fits(SMALLER, "part-" + part);
  } else {
    fits(SMALLER, "");
  }
  document.querySelectorAll("[data-turns]").forEach((link) => { link.hidden = part !== 1; });
}

// Switches between a question and its introduction; returns whether there was something to switch.
function turn(to) {
  if (part === 0 || part === to) return false;
  part = to;
  fit();
  return true;
}
addEventListener("resize", fit);
new ResizeObserver(fit).observe(document.querySelector("main"));

function watch(address, draw) {
  let known = "";
  let wasOpen = false;
  async function ask() {
    try {
      const answer = await fetch(address, {
        headers: { "If-None-Match": known, "X-Requested-With": "JavaScript" },
        cache: "no-store", credentials: "same-origin", redirect: "manual",
      });
      if (answer.status === 200) {
        known = answer.headers.get("ETag") || "";
        const progress = parse(await answer.text());
        if (wasOpen && !progress.open) return location.reload();
        wasOpen = progress.open;
        draw(progress);
      }
    } catch {
      // the wall keeps showing its last state
    }
    setTimeout(ask, document.hidden ? 5000 : 1000);
  }
  ask();
}

// Pauses like the tablets, and follows the class's step; a teacher who then shows another step stays there.
function follow(stands) {
  byId("paused").hidden = !stands.paused;
  const at = String(stands.at || 0);
  const known = "wall " + room.dataset.progress;
  const was = sessionStorage.getItem(known);
  sessionStorage.setItem(known, at);
  const away = at !== "0" && at !== room.dataset.at;
  if (away && (was === null ? !location.search : was !== at)) location.replace("?step=" + at);
  const link = byId("to-led");
  if (link) {
    link.hidden = !away;
    link.href = "?step=" + at;
    link.textContent = link.dataset.words.replace("#", at);
  }
}

function drawArrivals(cards) {
  const here = new Set(cards.filter((card) => !card.visitor && card.state !== "left").map((card) => card.class + "/" + card.card));
  let count = 0;
  arrivals.querySelectorAll("[data-key]").forEach((item) => {
    const is = here.has(item.dataset.key);
    const was = item.classList.contains("in");
    count += is ? 1 : 0;
    item.classList.toggle("in", is);
    item.classList.toggle("new", is && !was);
    if (is && !was) setTimeout(() => item.classList.remove("new"), 4000);
  });
  if (byId("here").textContent !== String(count)) byId("here").textContent = String(count);
}

// A question that the class answers on its devices: whether its answer is shown, here or from the teacher's room, and how many
// were sure of a wrong one. Never who.
function drawAsked(progress) {
  if ((progress.stands.revealed || []).map(String).includes(asked.dataset.place)) tell();
  const line = byId("sure");
  if (!line) return;
  const many = progress.cards.filter((card) => (card.sureWrong || []).map(String).includes(line.dataset.of)).length;
  line.hidden = many === 0 || !("always" in line.dataset) && !shown();
  const words = many === 1 ? line.dataset.one : line.dataset.many.replace("#", many);
  if (line.textContent !== words) line.textContent = words;
}

// Hands, counted per answer with a tap or the answer's number on the keyboard, and stored for a class without devices. A failed
// request is sent again.
const counts = [...document.querySelectorAll(".count")];
const stage = document.querySelector("[data-hands]");
const done = [];
const unsent = new Map();
if (stage) {
  const kept = new Map(stage.dataset.hands.split(" ").filter(Boolean).map((one) => one.split(":")));
  counts.forEach((count) => {
    count.hidden = false;
    count.querySelector("output").textContent = kept.get(keyOf(count)) || "0";
    count.addEventListener("click", (event) => {
      const by = event.target.classList.contains("more") ? 1 : event.target.classList.contains("less") ? -1 : 0;
      if (by) raise(count, by);
    });
  });
  byId("undo").addEventListener("click", undo);
  say();
}

function keyOf(count) { return count.closest("[data-key]").dataset.key; }

function handsOf(count) { return Number(count.querySelector("output").textContent); }

function raise(count, by) {
  if (handsOf(count) + by < 0) return;
  done.push({ count, by });
  put(count, handsOf(count) + by);
}

function undo() {
  const last = done.pop();
  if (last) put(last.count, handsOf(last.count) - last.by);
}

function put(count, hands) {
  count.querySelector("output").textContent = String(hands);
  unsent.set(keyOf(count), hands);
  say();
  send();
}

function say() {
  const all = counts.reduce((sum, one) => sum + handsOf(one), 0);
  if (all || done.length) byId("hands").textContent = all === 1 ? byId("hands").dataset.one : byId("hands").dataset.many.replace("#", all);
  byId("undo").hidden = done.length === 0;
}

let sending = false;
async function send() {
  if (sending || !byId("hands-to")) return;
  sending = true;
  while (unsent.size) {
    const [answer, hands] = unsent.entries().next().value;
    const form = byId("hands-to");
    const body = bodyOf(form);
    body.set("step", stage.dataset.step);
    body.set("answer", answer);
    body.set("hands", String(hands));
    try {
      const stored = await fetch(form.action, { method: "POST", body, credentials: "same-origin", redirect: "manual", keepalive: true });
      if (stored.status !== 204) throw stored;
      if (unsent.get(answer) === hands) unsent.delete(answer);
    } catch {
      await new Promise((again) => { setTimeout(again, 2000); });
    }
  }
  sending = false;
}

function shown() {
  const work = document.querySelector(".work");
  return Boolean(work && "answer" in work.dataset);
}

function tell() {
  if (shown()) return;
  document.querySelector(".work").dataset.answer = "";
  if (byId("answer")) byId("answer").remove();
  part = part && 2;
  fit();
}

// Showing an answer on the wall closes the question on the devices; if the room cannot be told now, the form says so.
const answer = byId("answer");
const reveal = byId("reveal");
if (answer) {
  answer.addEventListener("click", async (event) => {
    event.preventDefault();
    answer.disabled = true;
    if (reveal) {
      const told = await fetch(reveal.action, {
        method: "POST", body: bodyOf(reveal), headers: { "X-Requested-With": "JavaScript" },
        credentials: "same-origin", redirect: "manual",
      }).catch(() => null);
      if (!told || told.status !== 204) return reveal.submit();
    }
    tell();
  });
}

for (const [id, to] of [["forward", 2], ["back", 1]]) {
  if (byId(id)) byId(id).addEventListener("click", (event) => { if (turn(to)) event.preventDefault(); });
}

document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest("input")) return;
  const count = counts.filter((one) => one.offsetParent)[Number(event.key) - 1];
  if (stage && count) raise(count, 1);
  if (stage && (event.key === "Backspace" || event.key.toLowerCase() === "u")) {
    event.preventDefault();
    undo();
  }
  const back = ["ArrowLeft", "PageUp"].includes(event.key) ? byId("back") : null;
  const link = ["ArrowRight", "PageDown"].includes(event.key) ? byId("forward") : back;
  if (link) {
    event.preventDefault();
    link.click();
  }
});

// A story continues with the class's choice, one scene at a time.
const scenes = [...document.querySelectorAll(".told-scene")];
scenes.slice(1).forEach((scene) => { scene.hidden = true; });
document.querySelectorAll(".go-on").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => {
    const here = button.closest(".told-scene");
    const next = scenes.find((scene) => scene.dataset.scene === button.dataset.to);
    const said = document.createElement("p");
    said.className = "came";
    said.setAttribute("role", "status");
    said.textContent = button.dataset.said;
    here.querySelectorAll(".came").forEach((old) => old.remove());
    if (next) {
      next.querySelectorAll(".came").forEach((old) => old.remove());
      next.prepend(said);
      scenes.forEach((scene) => { scene.hidden = scene !== next; });
    } else {
      here.append(said);
    }
    fit();
    said.scrollIntoView({ block: "nearest" });
  });
});

// Chromium shows no captions for sound without a picture: they are shown below the player.
const heard = document.querySelector("video.heard");
if (heard) {
  const track = heard.textTracks[0];
  track.mode = "hidden";
  track.addEventListener("cuechange", () => {
    document.querySelector(".caption").textContent = [...track.activeCues].map((cue) => cue.getCueAsHTML().textContent).join(" ");
  });
}

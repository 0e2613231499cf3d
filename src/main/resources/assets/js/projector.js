// What the class sees on the wall: who has arrived, by card only; or a step, moved on by key or clicker, with hands counted.
const byId = (id) => document.getElementById(id);

const arrivals = byId("arrivals");
if (arrivals) watch();

function watch() {
  let known = "";
  let wasOpen = false;
  async function ask() {
    try {
      const answer = await fetch(arrivals.dataset.progress, {
        headers: { "If-None-Match": known, "X-Requested-With": "JavaScript" },
        cache: "no-store", credentials: "same-origin", redirect: "manual",
      });
      if (answer.status === 200) {
        known = answer.headers.get("ETag") || "";
        const progress = await answer.json();
        if (wasOpen && !progress.open) return location.reload();
        wasOpen = progress.open;
        draw(progress.cards);
      }
    } catch {
      // The wall goes on showing what it knows.
    }
    setTimeout(ask, document.hidden ? 5000 : 1000);
  }
  ask();
}

function draw(cards) {
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

const counts = [...document.querySelectorAll(".count")];
counts.forEach((count) => {
  count.hidden = false;
  count.addEventListener("click", (event) => {
    const output = count.querySelector("output");
    const by = event.target.classList.contains("more") ? 1 : event.target.classList.contains("less") ? -1 : 0;
    output.textContent = String(Math.max(0, Number(output.textContent) + by));
    const all = counts.reduce((sum, one) => sum + Number(one.querySelector("output").textContent), 0);
    byId("hands").textContent = all === 1 ? "1 hand" : all + " hands";
  });
});

const answer = byId("answer");
if (answer) {
  answer.addEventListener("click", (event) => {
    event.preventDefault();
    byId("told").hidden = false;
    document.querySelectorAll('.hand[data-right="true"]').forEach((hand) => hand.classList.add("right"));
    answer.remove();
  });
}

document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const link = ["ArrowRight", "PageDown"].includes(event.key) ? byId("forward") : ["ArrowLeft", "PageUp"].includes(event.key) ? byId("back") : null;
  if (link) {
    event.preventDefault();
    link.click();
  }
});

// A story goes on with what the class has chosen: one scene at a time.
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
    said.scrollIntoView({ block: "nearest" });
  });
});

// Moves the progress bar while a register is read or imported, and reloads the page at the end.
const EVERY = 1000;

async function look() {
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" }, cache: "no-store" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("progress");
    if (!fresh || !fresh.hasAttribute("data-under-way")) {
      location.reload();
      return;
    }
    for (const part of ["#bar", "label[for=bar]", ".tuk-tag"]) {
      const here = document.querySelector("#progress " + part);
      const there = fresh.querySelector(part);
      if (here.value !== undefined && there.hasAttribute("value")) {
        here.max = there.max;
        here.value = there.value;
      } else if (here.value === undefined) {
        here.textContent = there.textContent;
      }
    }
  } catch {
    // the next request may succeed
  }
  setTimeout(look, EVERY);
}

setTimeout(look, EVERY);

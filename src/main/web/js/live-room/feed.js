// Receives a room's progress by a stream, or by a long poll if the network blocks streams.
import { parse } from "../common/json.js";
import { after } from "./progress.js";

const DEAD_AFTER = 15000;
const FIRST_WITHIN = 5000;
const HEADERS = { "X-Requested-With": "JavaScript" };
/** @type {RequestInit} */
const OPTIONS = { cache: "no-store", credentials: "same-origin", redirect: "manual" };

const pause = (millis) => new Promise((done) => { setTimeout(done, millis); });

// Calls tell(progress) for each change, trouble(problem) when the server does not answer, and trouble(null) when it does again.
export function follow(address, tell, trouble) {
  let known = "";
  let dry = 0;
  let failures = 0;

  async function stream() {
    const control = new AbortController();
    let timer = setTimeout(() => control.abort(), FIRST_WITHIN);
    let heard = false;
    let progress = null;
    try {
      const headers = { ...HEADERS, Accept: "text/event-stream" };
      const answer = await fetch(address + "?changes=true", { ...OPTIONS, headers, signal: control.signal });
      if (answer.status !== 200 || !answer.body) throw answer;
      const reader = answer.body.getReader();
      const decoder = new TextDecoder();
      let text = "";
      for (;;) {
        const part = await reader.read();
        if (part.done) return heard;
        clearTimeout(timer);
        timer = setTimeout(() => control.abort(), DEAD_AFTER);
        text += decoder.decode(part.value, { stream: true });
        const lines = text.split("\n");
        text = lines.pop();
        for (const line of lines.filter((one) => one.startsWith("data:"))) {
          heard = true;
          dry = 0;
          fine();
          progress = after(progress, parse(line.slice(5)));
          tell(progress);
        }
      }
    } catch (problem) {
      if (heard) return true;
      throw problem;
    } finally {
      clearTimeout(timer);
    }
  }

  async function ask() {
    const headers = { ...HEADERS, Accept: "application/json", "If-None-Match": known };
    const answer = await fetch(address + "?wait=true", { ...OPTIONS, headers });
    if (answer.status !== 200 && answer.status !== 304) throw answer;
    if (answer.status === 200) {
      known = answer.headers.get("ETag") || "";
      tell(parse(await answer.text()));
    }
    fine();
  }

  function fine() {
    failures = 0;
    trouble(null);
  }

  (async function on() {
    for (;;) {
      try {
        if (dry < 2 && window.ReadableStream) {
          if (!(await stream())) dry += 1;
        } else {
          await ask();
        }
        await pause(100);
      } catch (problem) {
        failures += 1;
        dry += 1;
        trouble(problem, failures);
        await pause(Math.min(5000, 300 * failures));
      }
    }
  })();
  document.addEventListener("visibilitychange", () => { if (!document.hidden) known = ""; });
}

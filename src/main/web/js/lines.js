// Downloads a long list row by row with a progress bar; without scripts the browser downloads the link itself.
import { words } from './common/words.js';
import sentences from '../../resources/messages/reach/linesScript.properties';

const say = words(sentences);
const LINE_FEED = 10;

document.querySelectorAll('a[data-lines]').forEach((link) => {
  const way = document.getElementById(link.dataset.lines);
  const bar = way.querySelector('progress');
  const label = way.querySelector('label');
  link.addEventListener('click', (event) => {
    event.preventDefault();
    if (way.hidden) {
      take(link, way, bar, label).catch(() => {
        way.hidden = true;
        location.assign(link.href);
      });
    }
  });
});

async function take(link, way, bar, label) {
  way.hidden = false;
  label.textContent = say('fetching');
  const answer = await fetch(link.href);
  const all = Number(answer.headers.get('Lines'));
  if (!answer.ok || !answer.headers.get('Content-Type').startsWith('text/csv')) {
    throw new Error('no lines');
  }
  bar.max = Math.max(1, all);
  const parts = [];
  let lines = -1; // do not count the heading
  const reader = answer.body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    parts.push(read.value);
    lines += read.value.reduce((count, byte) => count + (byte === LINE_FEED ? 1 : 0), 0);
    bar.value = Math.max(0, lines);
    label.textContent = say('soFar', { n: Math.max(0, lines), all });
  }
  const file = URL.createObjectURL(new Blob(parts, { type: 'text/csv' }));
  const save = document.createElement('a');
  save.href = file;
  save.download = /filename="([^"]+)"/.exec(answer.headers.get('Content-Disposition'))[1];
  save.click();
  URL.revokeObjectURL(file);
  label.textContent = say('done', { n: all });
  setTimeout(() => (way.hidden = true), 5000);
}

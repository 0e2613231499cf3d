// Downloads a long list row by row with a progress bar; without scripts the browser downloads the link itself.
const LINE_FEED = 10;

document.querySelectorAll('a[data-lines]').forEach((link) => {
  const way = document.getElementById(link.dataset.lines);
  const bar = way.querySelector('progress');
  const words = way.querySelector('label');
  link.addEventListener('click', (event) => {
    event.preventDefault();
    if (way.hidden) {
      take(link, way, bar, words).catch(() => {
        way.hidden = true;
        location.assign(link.href);
      });
    }
  });
});

async function take(link, way, bar, words) {
  way.hidden = false;
  words.textContent = 'Fetching the lines…';
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
    words.textContent = `${Math.max(0, lines).toLocaleString('en-GB')} of ${all.toLocaleString('en-GB')} lines`;
  }
  const file = URL.createObjectURL(new Blob(parts, { type: 'text/csv' }));
  const save = document.createElement('a');
  save.href = file;
  save.download = /filename="([^"]+)"/.exec(answer.headers.get('Content-Disposition'))[1];
  save.click();
  URL.revokeObjectURL(file);
  words.textContent = `All ${all.toLocaleString('en-GB')} lines are here.`;
  setTimeout(() => (way.hidden = true), 5000);
}

// Updates the register's sums while boxes are ticked and heads are typed. The page works without scripts.
import { words } from './common/words.js';
import sentences from '../../resources/messages/attendance/registerScript.properties';

const say = words(sentences);
const form = document.querySelector('[data-register]');
const all = (root, selector) => [...root.querySelectorAll(selector)];
const whole = (input) => (input && /^\d{1,3}$/.test(input.value.trim()) ? Number(input.value.trim()) : null);

function sectionSum(section) {
  const headsOnly = section.querySelector('[data-kept][value=heads]')?.checked ?? false;
  const boxes = headsOnly ? [] : all(section, '.tuk-reg__c input');
  const checks = headsOnly ? [] : all(section, '[data-check]');
  const answer = (check) => check.querySelector('input:checked')?.value ?? '';
  const absent = boxes.filter((box) => box.checked).length;
  const of = all(section, '.tuk-reg__c').length;
  return {
    headsOnly,
    of,
    here: boxes.length - absent + checks.filter((check) => answer(check) === 'here').length,
    toCheck: checks.filter((check) => answer(check) === '').length,
    notHere: absent + checks.filter((check) => answer(check) === 'absent').length,
    guests: whole(section.querySelector('[data-guests]')) ?? 0,
    heads: whole(section.querySelector('[data-heads]')),
  };
}

// Visitors count with the class they are put in; a card of a class that is not here counts with the first.
function visitorsWith(sections) {
  const counts = new Map(sections.map((section) => [section, 0]));
  for (const select of all(form, '[data-visitors] select')) {
    const [kind, id] = select.value.split('-');
    if (kind !== 'with' && kind !== 'card') continue;
    const own = sections.find((section) => section.querySelector(`#heads-${id}`)) ?? sections[0];
    counts.set(own, counts.get(own) + 1);
  }
  return counts;
}

function compare(sum, marks) {
  if (sum.heads === null) return '';
  const more = sum.heads - marks;
  if (more < 0) return say('tooMany', { n: -more });
  if (sum.toCheck > 0 || more === 0) return more === 0 && sum.toCheck === 0 ? say('asMarked') : '';
  if (sum.headsOnly) return say('withoutCards', { n: more });
  return say('more', { n: more });
}

function update() {
  const sections = all(form, '[data-section]');
  const visitors = visitorsWith(sections);
  const unsaid = all(form, '[data-visitors] select').filter((select) => select.value === '').length;
  const total = { here: 0, toCheck: unsaid, notHere: 0, of: 0, heads: 0 };
  for (const section of sections) {
    const sum = sectionSum(section);
    const marks = sum.here + sum.guests + visitors.get(section);
    const compared = compare(sum, marks);
    const line = section.querySelector('[data-says]');
    if (line.textContent !== compared) line.textContent = compared;
    const unknown = section.querySelector('[data-unknown]');
    unknown.hidden = !(sum.heads !== null && marks > sum.heads) && !unknown.querySelector('input').checked;
    total.here += sum.headsOnly ? sum.heads ?? marks : marks;
    total.toCheck += sum.toCheck;
    total.notHere += sum.notHere;
    total.of += sum.of;
    total.heads = sum.heads === null || total.heads === null ? null : total.heads + sum.heads;
  }
  const typed = form.querySelector('[data-heads-sum]');
  if (typed) typed.textContent = total.heads === null ? say('notTyped') : String(total.heads);
  const bar = form.querySelector('[data-sum]');
  if (!bar) return;
  const { toCheck, notHere } = total;
  const key = toCheck && notHere ? 'sumBoth' : toCheck ? 'sumToCheck' : notHere ? 'sumNotHere' : 'sum';
  const [, bold, rest] = say(key, total).split(/<\/?b>/);
  bar.replaceChildren(
    Object.assign(document.createElement('b'), { textContent: bold }),
    `${rest} `,
    Object.assign(document.createElement('span'), { className: 'tuk-quiet', textContent: say('of', { n: total.of }) }),
  );
}

form.addEventListener('input', update);
form.addEventListener('change', update);
update();

// Steps can be dragged; the buttons above the form do the same. The list may be replaced during a drag.
import { form } from './form.js';

let held = '';

export function makeDraggable(leave) {
  const list = document.querySelector('.st-steps');
  if (!list || form.querySelector('fieldset').disabled) return;
  for (const item of list.children) {
    item.draggable = true;
    item.addEventListener('dragstart', () => { held = item.dataset.step; });
    item.addEventListener('dragover', (event) => {
      event.preventDefault();
      item.classList.add('st-over');
    });
    item.addEventListener('dragleave', () => item.classList.remove('st-over'));
    item.addEventListener('drop', async (event) => {
      event.preventDefault();
      item.classList.remove('st-over');
      if (!held || held === item.dataset.step) return;
      const to = String([...list.children].indexOf(item) + 1);
      const body = new URLSearchParams({ csrf: form.elements.csrf.value, to });
      await fetch(list.dataset.move + held + '/move', { method: 'POST', body });
      leave();
      location.reload();
    });
  }
}

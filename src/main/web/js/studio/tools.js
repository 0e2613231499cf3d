// Formatting buttons above Markdown fields.
import { words } from '../common/words.js';
import { form } from './form.js';
import sentences from '../../../resources/messages/studio/studioToolsScript.properties';

const say = words(sentences);
const MARKS = [['B', say('bold'), '**', '**'], ['I', say('italic'), '*', '*'], ['•', say('list'), '\n- ', '']];

export function addTools(changed) {
  for (const area of form.querySelectorAll('textarea[data-markdown]')) {
    const bar = document.createElement('div');
    bar.className = 'st-tools';
    for (const [sign, name, before, after] of MARKS) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = sign;
      button.setAttribute('aria-label', name);
      button.addEventListener('click', () => {
        const { selectionStart: from, selectionEnd: to, value } = area;
        area.setRangeText(before + value.slice(from, to) + after, from, to, 'end');
        area.focus();
        changed();
      });
      bar.append(button);
    }
    area.before(bar);
  }
}

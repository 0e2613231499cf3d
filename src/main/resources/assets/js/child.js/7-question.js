// A question on its screen: choosing, moving, feedback at once, another go.
(function (tuk) {
  'use strict';

  function wording() { return tuk.id('start').dataset; }

  function badge(good) {
    const mark = tuk.el('span', 'badge ' + (good ? 'yes' : 'look-again'));
    mark.appendChild(tuk.svg(good ? '#i-tick' : '#i-bulb', 'i'));
    return mark;
  }

  function said(form, when) {
    const found = Array.from(form.querySelectorAll('[data-when]')).filter(function (one) { return one.dataset.when === String(when); })[0];
    return found ? found.textContent : '';
  }

  function heading(kind, marked, form) {
    if (kind === 'scale') return wording().told.replace('#', form.querySelector('input:checked').parentNode.textContent.trim());
    if (kind === 'multiple' && marked.tone === 'right') return wording().all;
    if (marked.tone === 'right') return wording().right;
    if (kind === 'order' && marked.good > 0) return marked.good === 1 ? wording().oneBest : wording().best.replace('#', ['', '', 'Two', 'Three', 'Four', 'Five', 'Six'][marked.good] || marked.good);
    return kind === 'multiple' && marked.good > 0 ? wording().nearly : wording().again;
  }

  function explain(form, kind, answer, marked) {
    if (kind === 'order') return [tuk.el('p', '', said(form, marked.tone === 'right' ? 'right' : 'other'))];
    if (kind !== 'multiple') return [tuk.el('p', '', said(form, answer))];
    const list = tuk.el('ul');
    answer.forEach(function (key) {
      const item = list.appendChild(tuk.el('li'));
      item.appendChild(tuk.el('b', '', form.querySelector('[data-key="' + key + '"]').textContent.trim()));
      item.appendChild(document.createTextNode(said(form, key)));
    });
    return marked.missing ? [tuk.el('p', '', wording().more), list] : [list];
  }

  function showMarks(form, kind, marked) {
    form.classList.add('marked');
    form.querySelectorAll('input').forEach(function (input) { input.disabled = true; });
    form.querySelectorAll('[data-key]').forEach(function (one) {
      const verdict = marked.verdicts[one.dataset.key];
      if (!verdict) return;
      if (kind === 'order') {
        one.classList.add(verdict === 'yes' ? 'ok' : 'near');
        one.querySelector('.mv').hidden = true;
        const mark = one.appendChild(tuk.el('span', 'mark', verdict === 'yes' ? 'In place' : verdict === 'sooner' ? 'Sooner is better' : 'Later is better'));
        mark.appendChild(badge(verdict === 'yes'));
      } else {
        one.classList.add('chosen', verdict);
        one.appendChild(badge(verdict === 'yes'));
      }
    });
  }

  function clear(form) {
    form.classList.remove('marked');
    form.querySelector('.answered').textContent = '';
    form.querySelectorAll('.mark, [data-key] > .badge').forEach(function (mark) { mark.parentNode.removeChild(mark); });
    form.querySelectorAll('input').forEach(function (input) {
      input.disabled = false;
      if (input.type === 'radio') input.checked = false;
    });
    form.querySelectorAll('[data-key]').forEach(function (one) {
      one.classList.remove('ok', 'near', 'chosen', 'yes', 'no', 'moved');
      const arrows = one.querySelector('.mv');
      if (arrows) arrows.hidden = false;
    });
  }

  // Shows what an answer is worth. The heading takes the focus unless the child only came back to the screen.
  tuk.showFeedback = function (form, answer, quiet, onAgain) {
    const kind = form.dataset.kind;
    const marked = tuk.mark(kind, form.dataset.right, answer);
    tuk.say(form, '');
    showMarks(form, kind, marked);
    const box = tuk.el('div', 'fb ' + marked.tone);
    if (marked.tone !== 'told') box.appendChild(badge(marked.tone === 'right'));
    const text = box.appendChild(tuk.el('div'));
    const title = text.appendChild(tuk.el('h2', '', heading(kind, marked, form)));
    title.tabIndex = -1;
    explain(form, kind, answer, marked).forEach(function (part) { text.appendChild(part); });
    if (marked.tone === 'again') {
      const again = text.appendChild(tuk.el('button', 'btn plain'));
      again.type = 'button';
      again.appendChild(tuk.svg('#i-again', 'i'));
      again.appendChild(document.createTextNode(wording().retry));
      again.addEventListener('click', function () {
        clear(form);
        const first = form.querySelector('input, [data-move]');
        if (first) first.focus();
        onAgain();
      });
    }
    const place = form.querySelector('.answered');
    place.textContent = '';
    place.appendChild(box);
    if (!quiet) {
      title.focus({ preventScroll: true });
      box.scrollIntoView({ block: 'nearest' });
    }
  };

  tuk.say = function (form, text) {
    const line = form.querySelector('.say-line');
    if (line.textContent !== text) line.textContent = text;
  };

  function ends(list) {
    const rows = Array.from(list.children);
    rows.forEach(function (row, i) {
      row.querySelector('.no').textContent = i + 1;
      row.querySelectorAll('[data-move]').forEach(function (button) {
        const end = button.dataset.move === '-1' ? i === 0 : i === rows.length - 1;
        if (end) button.setAttribute('aria-disabled', 'true');
        else button.removeAttribute('aria-disabled');
      });
    });
  }

  function move(form, list, button) {
    if (button.getAttribute('aria-disabled')) return;
    const row = button.parentNode.parentNode;
    const up = button.dataset.move === '-1';
    if (up) list.insertBefore(row, row.previousElementSibling);
    else list.insertBefore(row.nextElementSibling, row);
    Array.from(list.children).forEach(function (one) { one.classList.toggle('moved', one === row); });
    ends(list);
    button.focus();
    tuk.say(form, '“' + row.querySelector('p').textContent + '” is now number ' + (Array.from(list.children).indexOf(row) + 1) + '.');
  }

  // Puts rows back where this child had left them.
  tuk.arrange = function (form, keys) {
    const list = form.querySelector('.order');
    keys.forEach(function (key) {
      const row = list.querySelector('[data-key="' + key + '"]');
      if (row) list.appendChild(row);
    });
    ends(list);
  };

  tuk.choose = function (form, answer) {
    if (form.dataset.kind === 'order') {
      tuk.arrange(form, answer);
      return;
    }
    const keys = (Array.isArray(answer) ? answer : [answer]).map(String);
    form.querySelectorAll('input').forEach(function (input) { input.checked = keys.indexOf(input.value) >= 0; });
  };

  tuk.dressQuestion = function (form, onChange) {
    form.addEventListener('submit', function (event) { event.preventDefault(); });
    form.addEventListener('change', onChange);
    const list = form.querySelector('.order');
    if (!list) return;
    ends(list);
    list.querySelectorAll('[data-move]').forEach(function (button) {
      button.addEventListener('click', function () { move(form, list, button); });
    });
  };
})(window.tuk);

// What a child writes or ticks for itself: kept for its card in this tab alone, so that it outlives a reload but not the tab,
// and gone when the lesson ends, is left or is handed over. It is no event, so nothing sends it.
(function (tuk) {
  'use strict';
  const PREFIX = 'tuk.thoughts.';
  let memory = {};

  function read(id) {
    try {
      return JSON.parse(sessionStorage.getItem(PREFIX + id)) || memory[id] || {};
    } catch (refused) {
      return memory[id] || {};
    }
  }

  function write(id, thoughts) {
    memory[id] = thoughts;
    try {
      sessionStorage.setItem(PREFIX + id, JSON.stringify(thoughts));
    } catch (refused) {
      // Where nothing is kept, this page remembers.
    }
  }

  function fields() { return Array.from(document.querySelectorAll('[data-think] input, [data-think] textarea')); }

  tuk.think = function (id) {
    const kept = read(id);
    fields().forEach(function (field, i) {
      if (field.type === 'checkbox') field.checked = Boolean(kept[i]);
      else field.value = kept[i] || '';
      field.addEventListener('input', function () {
        kept[i] = field.type === 'checkbox' ? field.checked : field.value;
        write(id, kept);
      });
    });
  };

  // Of one card, or of every card of this tab.
  tuk.forgetThoughts = function (id) {
    fields().forEach(function (field) {
      if (field.type === 'checkbox') field.checked = false;
      else field.value = '';
    });
    if (id) delete memory[id];
    else memory = {};
    try {
      Object.keys(sessionStorage).forEach(function (name) {
        if (name === PREFIX + id || !id && name.indexOf(PREFIX) === 0) sessionStorage.removeItem(name);
      });
    } catch (refused) {
      // Nothing was kept.
    }
  };
})(window.tuk);

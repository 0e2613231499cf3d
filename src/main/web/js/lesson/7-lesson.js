// The state of the lesson: its card, its current step and its answers. The other parts of the player share it.
(function (tuk) {
  'use strict';
  const my = tuk.lesson = { touched: Date.now() };

  my.keep = function () { if (!my.tried && !my.over) tuk.write('now', my.now); };

  my.log = function (kind, step, more) {
    if (my.tried) return;
    tuk.outbox.add(my.now.id, Object.assign({ kind: kind, step: step }, more), kind === 'viewed');
  };

  my.form = function () { return my.at < my.steps.length ? my.steps[my.at].querySelector('form.q') : null; };

  // Questions answered here, or on another device before the card moved here, do not hold the child up.
  my.isPassed = function (key) { return key in my.now.answers || my.now.done.indexOf(key) >= 0; };

  my.placeOf = function (key) { return my.steps.findIndex(function (step) { return step.dataset.step === key; }); };

  // The index of the step to which the teacher has taken the class; past the last step if each child goes alone.
  my.led = function () {
    const place = my.now.led ? my.placeOf(my.now.led) : -1;
    return place < 0 ? my.steps.length : place;
  };
})(window.tuk);

// The functions of child.js, which the page loads first.
/** @type {typeof import('../child/shared.js').shared} */
const shared = window.tuk;

export const {
  artOf, byId, call, canStore, change, colourOf, el, fetchLanguages, giveCardsBack, inTurn, keepLessonFor, nameOf, openPage, outbox, pause,
  post, read, registerLesson, rememberPage, showAgain, startPage, svg, tidy, turns, uuid, word, write,
} = shared;

// What the script of a lesson uses of the script of every child's page, which the browser has loaded before.
import { fetchLanguages, nameOf, word } from './language.js';
import { lesson, registerLesson } from './lesson.js';
import { add, ensure, listen, reseat, waiting, wakeAll } from './outbox.js';
import { artOf, byId, colourOf, el, svg } from './page.js';
import { openPage, rememberPage, showAgain, startPage } from './pages.js';
import { call, inTurn, pause, post, uuid } from './server.js';
import { canStore, change, read, write } from './storage.js';
import { giveCardsBack, keepLessonFor, tidy } from './tidy.js';
import { draw, forget, greet, isRoom, keep, others, take } from './turns.js';

export const shared = {
  artOf, byId, call, canStore, change, colourOf, el, fetchLanguages, giveCardsBack, inTurn, keepLessonFor, lesson, nameOf, openPage,
  pause, post, read, registerLesson, rememberPage, showAgain, startPage, svg, tidy, uuid, word, write,
  outbox: { add, ensure, listen, reseat, waiting, wakeAll },
  turns: { draw, forget, greet, isRoom, keep, others, take },
};

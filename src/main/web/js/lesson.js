// Plays a lesson on a child's page. The browser has loaded child.js before.
import './lesson/worry.js';
import { answerOf } from './lesson/answer.js';
import { mark } from './lesson/marking.js';
import { play } from './lesson/player.js';
import { chooseAnswer } from './lesson/question.js';
import { registerLesson, startPage } from './lesson/shared.js';
import { retell } from './lesson/story.js';

// a test in a browser compares mark with the server
registerLesson({ play, answerOf, chooseAnswer, mark, retell });
startPage();

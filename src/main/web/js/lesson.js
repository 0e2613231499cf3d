// Plays a lesson on a child's page, after child.js.
import './lesson/6-marking.js';
import './lesson/7-lesson.js';
import './lesson/7-places.js';
import './lesson/7-question.js';
import './lesson/7-story.js';
import './lesson/7-thoughts.js';
import './lesson/8-aloud.js';
import './lesson/8-badge.js';
import './lesson/8-captions.js';
import './lesson/8-handing.js';
import './lesson/8-led.js';
import './lesson/8-room.js';
import './lesson/8-screen.js';
import './lesson/8-whose-turn.js';
import './lesson/8-worry.js';
import './lesson/9-player.js';

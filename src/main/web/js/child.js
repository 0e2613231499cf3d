// The page of a child: stores, sends, joins and translates.
import './child/1-device.js';
import './child/2-outbox.js';
import './child/2-tidy.js';
import './child/3-dress.js';
import './child/3-language.js';
import './child/4-turns.js';
import './child/4-views.js';
import './child/5-join.js';
import './child/8-away.js';
import './child/9-start.js';

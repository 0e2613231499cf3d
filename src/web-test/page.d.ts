// What the type check knows of the pages. Templates and journeys hold the markup: here, whatever a selector finds has every property.
interface ParentNode {
  querySelector(selectors: string): any;
  querySelectorAll(selectors: string): NodeListOf<any>;
}
interface Document {
  getElementById(id: string): any;
}
interface Element {
  closest(selectors: string): any;
}
interface EventTarget {
  closest(selectors: string): any;
}
interface Window {
  /** What child.js shares with lesson.js. */
  tuk: typeof import('../main/web/js/child/shared.js').shared;
}
/** Sentences of messages/ that a script shows. */
declare module '*.properties' {
  const sentences: string;
  export default sentences;
}

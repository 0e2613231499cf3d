// Functions of the lesson's script, which registers them when it is loaded.
/** @type {Object<'play' | 'answerOf' | 'chooseAnswer' | 'mark' | 'retell', Function>} */
export const lesson = { play: null, answerOf: null, chooseAnswer: null, mark: null, retell: null };

export function registerLesson(functions) { Object.assign(lesson, functions); }

// Functions of the lesson's script, which registers them when it is loaded.
export const lesson = { play: null, answerOf: null, chooseAnswer: null, retell: null };

export function registerLesson(functions) { Object.assign(lesson, functions); }

import { answerQuestions } from '../threads/answer-questions.ts'
import { isSound } from './soundness.ts'

/** The thread reads one plan through and answers whether it is sound. */
answerQuestions<string, null, boolean>((path) => () => isSound(path))

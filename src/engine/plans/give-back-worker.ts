import { answerQuestions } from '../threads/answer-questions.ts'
import type { GiveBackAnswer, GiveBackTask } from './give-back-task.ts'
import { giveBackWork } from './give-back-work.ts'

/** The thread reads the open plan, writes into its workbook and checks that. */
answerQuestions<null, GiveBackTask, GiveBackAnswer>(giveBackWork)

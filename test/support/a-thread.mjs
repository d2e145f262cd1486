// A thread for tests, which does at once or never whatever it is asked. Plain JavaScript: see built-threads.mjs.
import { answerQuestions } from '../../src/engine/threads/answer-questions.ts'

answerQuestions((about) => {
  let asked = 0
  return ({ kind }, { onProgress, part }) => {
    asked += 1
    switch (kind) {
      case 'count':
        return { about, asked }
      case 'tell':
        onProgress(1, 2)
        part('first')
        onProgress(2, 2)
        part('second')
        return 'told'
      case 'hand over': {
        const bytes = new Uint8Array([1, 2, 3])
        part(bytes, [bytes.buffer])
        return bytes.length
      }
      case 'wait':
        onProgress(0, 0)
        return new Promise(() => {})
      case 'spin':
        onProgress(0, 0)
        for (;;);
      case 'fill': {
        const all = []
        for (;;) all.push(new Array(1_000).fill(asked))
      }
      case 'throw':
        throw Object.assign(new Error('It broke.'), { code: 'EBROKEN' })
      case 'exit':
        return process.exit(3)
      case 'die later':
        setTimeout(() => process.exit(3), 10)
        return 'as it was'
    }
  }
})

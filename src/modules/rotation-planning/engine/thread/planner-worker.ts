import { parentPort, type MessagePort } from 'node:worker_threads'
import { solver } from '../solver.ts'
import { warm } from '../warm.ts'
import { answer } from './answers.ts'
import type { Question, Reply } from './questions.ts'

/** The planning thread: it compiles the solver once, and answers one question after the other. */
const port = parentPort as MessagePort
const say = (reply: Reply) => port.postMessage(reply)

let isAsked = false

port.on('message', (question: Question) => {
  isAsked = true
  const { id } = question
  answer(question, (progress) => say({ id, progress })).then(
    (found) => say({ id, answer: found }),
    (error: unknown) => say({ id, failure: error instanceof Error ? error.message : String(error) }),
  )
})

// Who asks at once is not kept waiting for a warmer solver.
void solver().then((highs) => setImmediate(() => isAsked || warm(highs)))

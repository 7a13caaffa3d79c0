import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { platformProblems } from '#platform/problems.ts'

/** argon2id as OWASP asks: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Each hashing takes a thread of four and 19 MiB: more at once would starve the rest of the server. */
const AT_ONCE = 2
const WAITING = 50
let running = 0
const queue: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (queue.length >= WAITING) throw platformProblems.busy()
  if (running >= AT_ONCE) await new Promise<void>((go) => queue.push(go))
  else running += 1
  try {
    return await work()
  } finally {
    const next = queue.shift()
    if (next) next()
    else running -= 1
  }
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, cost))

let ofNobody: Promise<string> | undefined

/** Whether the password fits the hash. Without a hash (no such account) it takes as long and says no. */
export async function isPassword(password: string, known: string | undefined): Promise<boolean> {
  const stored = known ?? (await (ofNobody ??= hashPassword(newPassword())))
  const fits = await inTurn(() => verify(stored, password))
  return fits && known !== undefined
}

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A first password that can be read out on the phone: three times four signs, 59 bits. */
export function newPassword(): string {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return [group(), group(), group()].join('-')
}

/**
 * A problem is anything that goes wrong in a way a person should read about: a broken rule, a missing thing, a
 * refused permission. It travels to the browser as RFC 9457 JSON. Anything that is not a Problem is a bug and
 * becomes a plain 500.
 */
export class Problem extends Error {
  readonly code: string
  readonly status: number
  readonly facts: Record<string, unknown>

  constructor(code: string, status: number, message: string, facts: Record<string, unknown> = {}) {
    super(message)
    this.name = 'Problem'
    this.code = code
    this.status = status
    this.facts = facts
  }
}

type Facts = Record<string, unknown>
type Entry<F extends Facts> = readonly [status: number, text: (facts: F) => string]

/** Declares the problems of one module; each key becomes a function that makes one, its code is `module.key`. */
export function defineProblems<const T extends Record<string, Entry<never>>>(module: string, table: T) {
  const make = Object.entries(table).map(([name, [status, text]]) => [
    name,
    (facts: Facts = {}) => new Problem(`${module}.${name}`, status, (text as (f: Facts) => string)(facts), facts),
  ])
  return Object.fromEntries(make) as {
    [K in keyof T]: T[K] extends readonly [number, () => string]
      ? () => Problem
      : T[K] extends Entry<infer F>
        ? (facts: F) => Problem
        : never
  }
}

/** Throws the problem, if there is one. Reads as a sentence: `refuse(whyNotClose(task, facts))`. */
export function refuse(problem: Problem | undefined): void {
  if (problem) throw problem
}

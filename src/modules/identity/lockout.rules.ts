const FAILURES = 5
export const LOCKED_MINUTES = 10

export interface Attempts {
  failures: number
  lockedUntil: Date | null
}

/** Minutes and seconds until the account opens again; undefined when it is open. */
export function lockLeft({ lockedUntil }: Attempts, now: Date): { minutes: number; seconds: number } | undefined {
  const left = (lockedUntil?.getTime() ?? 0) - now.getTime()
  return left > 0 ? { minutes: Math.ceil(left / 60_000), seconds: Math.ceil(left / 1000) } : undefined
}

/** The account after one more wrong password: the fifth locks it and starts the count anew. */
export function afterFailure({ failures }: Attempts, now: Date): Attempts {
  if (failures + 1 < FAILURES) return { failures: failures + 1, lockedUntil: null }
  return { failures: 0, lockedUntil: new Date(now.getTime() + LOCKED_MINUTES * 60_000) }
}

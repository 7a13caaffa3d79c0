import { offices, type Role } from '#shared/access.ts'

/** Whose roles ask for a second factor: offices and bureaus, and who keeps the accounts. */
const asking: readonly Role[] = [...offices, 'administrator']

export const asksForSecondFactor = (role: Role): boolean => asking.includes(role)

export type SecondFactorState = 'on' | 'off' | 'advised' | 'required'

/** What a person is told about the second factor. */
export function stateOf(given: {
  on: boolean
  roles: readonly Role[]
  config: 'required' | 'optional'
}): SecondFactorState {
  if (given.on) return 'on'
  if (!given.roles.some(asksForSecondFactor)) return 'off'
  return given.config === 'required' ? 'required' : 'advised'
}

export const RECOVERY_CODES = 10

/** A recovery code as it is typed: without its dash, in small letters. */
export const plainCode = (typed: string): string => typed.toLowerCase().replace(/[^a-z0-9]/g, '')

/** Six digits come from the phone; anything else is a recovery code. */
export const isPhoneCode = (typed: string): boolean => /^\d{6}$/.test(typed.replace(/\s/g, ''))

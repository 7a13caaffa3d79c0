import { createContext, useContext, type ComponentType } from 'react'

/** A page of the small entry: its address below /m, and the page itself, fetched when it is opened. */
export interface PhonePage {
  path: string
  load: () => Promise<{ default: ComponentType }>
  /** For visitors too. */
  open?: true
}

/** Who is signed in on this phone, as far as its pages ask. */
export interface PhoneMe {
  name: string
  grants: { role: string; unitId: number; unitName: string; unitKind: string }[]
}

export const MeContext = createContext<PhoneMe | null>(null)
export const useMe = (): PhoneMe | null => useContext(MeContext)

/** What a page for visitors calls when it must know who comes after all. */
export const SignInContext = createContext<() => void>(() => undefined)
export const useSignIn = (): (() => void) => useContext(SignInContext)

/** Who keeps venues: the heads of schools, and the office of a cluster. */
export const keepsVenues = ({ grants }: PhoneMe): boolean =>
  grants.some(({ role }) => ['principal', 'liaison', 'cluster-office'].includes(role))

import { ask } from '#phone/ask.ts'
import type { PhoneMe } from '#phone/screen.ts'
import type { sessionApi } from '../session.contract.ts'

export { SignIn } from './sign-in.tsx'

export const readMe = (): Promise<PhoneMe> => ask<typeof sessionApi.me>('GET /api/session', {})
export const signOut = () => ask<typeof sessionApi.signOut>('DELETE /api/session', {})

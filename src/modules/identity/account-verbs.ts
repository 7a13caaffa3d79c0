import { accountApi } from './account.contract.ts'
import { invitationApi } from './invitation.contract.ts'

/** What is done to accounts, as the record calls it: who keeps the accounts reads it wherever it was done. */
export const accountVerbs: readonly string[] = [...Object.values(accountApi), ...Object.values(invitationApi)]
  .filter(({ method }) => method !== 'GET')
  .map(({ method, path }) => `${method} ${path}`)

/** What other modules may ask of the accounts. */
export { accountVerbs } from './account-verbs.ts'
export { listAccountsAt } from './reach.sql.ts'

import type { Module } from '#platform/module.ts'
import { userCommands } from './account.commands.ts'
import { makeFirstAccounts } from './first.actions.ts'
import { sessionRoutes } from './session.routes.ts'
import { clearSessions, whoIs } from './who.actions.ts'

export const identity: Module = {
  name: 'identity',
  routes: sessionRoutes,
  commands: userCommands,
  welcome: makeFirstAccounts,
  hourly: clearSessions,
  whoIs,
}

import type { Module } from '#platform/module.ts'
import { userCommands } from './account.commands.ts'
import { makeFirstAccounts } from './first.actions.ts'
import { accountRoutes } from './account.routes.ts'
import { invitationRoutes } from './invitation.routes.ts'
import { secondFactorRoutes } from './second-factor.routes.ts'
import { sessionRoutes } from './session.routes.ts'
import { clearSessions, whoIs } from './who.actions.ts'

export const identity: Module = {
  name: 'identity',
  routes: (host) => {
    sessionRoutes(host)
    secondFactorRoutes(host)
    accountRoutes(host)
    invitationRoutes(host)
  },
  commands: userCommands,
  welcome: makeFirstAccounts,
  hourly: clearSessions,
  whoIs,
}

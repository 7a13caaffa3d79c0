import type { Module } from '#platform/module.ts'
import { identityAbouts } from './account.abouts.ts'
import { userCommands } from './account.commands.ts'
import { makeFirstAccounts } from './first.actions.ts'
import { accountRoutes } from './account.routes.ts'
import { correctionTodos } from './correction.actions.ts'
import { dataRoutes } from './data.routes.ts'
import { invitationRoutes } from './invitation.routes.ts'
import { outsideRoutes } from './outside.routes.ts'
import { secondFactorRoutes } from './second-factor.routes.ts'
import { sessionRoutes } from './session.routes.ts'
import { accountsOfTeachers } from './teacher-facts.sql.ts'
import { clearSessions, whoIs } from './who.actions.ts'

export const identity: Module = {
  name: 'identity',
  routes: (host) => {
    sessionRoutes(host)
    secondFactorRoutes(host)
    accountRoutes(host)
    invitationRoutes(host)
    outsideRoutes(host)
    dataRoutes(host)
  },
  commands: userCommands,
  abouts: identityAbouts,
  todos: [correctionTodos],
  teacherFacts: [accountsOfTeachers],
  welcome: makeFirstAccounts,
  hourly: clearSessions,
  whoIs,
}

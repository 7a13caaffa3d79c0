import { existsSync } from 'node:fs'
import { route, type Host } from '#platform/route.ts'
import { refuse } from '#shared/problem.ts'
import { importAccess } from './import.access.ts'
import { importPath } from './import.jobs.ts'
import { loadImport } from './import.reply.ts'
import { markedCopy } from './marked.actions.ts'
import { markedApi } from './marked.contract.ts'
import { transferProblems } from './problems.ts'

export function markedRoutes(host: Host): void {
  route(host, markedApi.read, {
    load: (ctx, { params }) => loadImport(ctx, params.importId),
    may: importAccess.read,
    run: async (ctx, { subject }) => {
      refuse(existsSync(importPath(ctx.config, subject.id)) ? undefined : transferProblems.fileGone())
      return markedCopy(ctx, subject)
    },
    audited: true,
  })
}

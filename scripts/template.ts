/** Makes the empty cluster that new embedded databases are copied from, so that the first start need not. */
import { projectRoot } from '#platform/config.ts'
import { engineTemplate, makeTemplate } from '#platform/database/template.ts'

await makeTemplate(engineTemplate(projectRoot()))

import { createRequire } from 'node:module'
import { join } from 'node:path'
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'
import { beforeAll, expect, test } from 'vitest'
import { projectRoot } from '#platform/config.ts'

/** test/planted is a small house in which every rule is broken once, beside files that break none. */
const planted: Record<string, string> = {
  'no-cycles': 'src/shared/egg.ts → src/shared/hen.ts',
  'nothing-unresolved': 'src/shared/lost.ts → ./nowhere.ts',
  'shared-leans-on-nothing': 'src/shared/greedy.ts → src/platform/clock.ts',
  'platform-leans-on-shared': 'src/platform/nosy.ts → src/modules/plans/index.ts',
  'ui-leans-on-shared': 'src/ui/nosy.ts → src/modules/plans/plan.contract.ts',
  'pure-files-stay-pure': 'src/modules/plans/dirty.rules.ts → fs',
  'through-the-door': 'src/modules/tasks/sneaky.actions.ts → src/modules/plans/plan.sql.ts',
  'modules-do-not-know-main': 'src/modules/tasks/upward.actions.ts → src/main/modules.ts',
  'web-stays-in-the-browser': 'src/modules/tasks/web/backdoor.ts → src/modules/tasks/task.sql.ts',
  'phone-stays-small': 'src/modules/tasks/phone/heavy.ts → src/modules/plans/plan.contract.ts',
  'server-stays-out-of-the-browser': 'src/modules/tasks/task.routes.ts → src/modules/tasks/web/task-page.ts',
  'no-node-in-the-browser': 'src/modules/tasks/web/reader.ts → fs',
  'main-enters-by-the-door': 'src/main/deep.ts → src/modules/plans/plan.sql.ts',
  'sql-holds-only-sql': 'src/modules/tasks/busy.sql.ts → src/modules/tasks/polite.actions.ts',
  'kysely-only-in-sql': 'src/modules/tasks/loose.actions.ts → kysely',
  'no-stray-packages': 'src/platform/stray.ts → pino',
  'product-without-dev-packages': 'src/platform/tester.ts → vitest',
}

const rules = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as {
  forbidden: IForbiddenRuleType[]
  options: Record<string, unknown>
}
let fired: Map<string, string[]>

beforeAll(async () => {
  const { doNotFollow: _, ...options } = rules.options
  const baseDir = join(projectRoot(), 'test/planted')
  const { output } = await cruise(['src'], {
    ...options,
    doNotFollow: { path: 'node_modules' },
    ruleSet: rules,
    validate: true,
    baseDir,
  })
  fired = new Map()
  for (const { rule, from, to } of (output as ICruiseResult).summary.violations) {
    const target = to.replace(/^.*node_modules\/([^/]+)\/.*$/, '$1')
    fired.set(rule.name, [...(fired.get(rule.name) ?? []), `${from} → ${target}`])
  }
})

test('every import rule has its planted violation', () => {
  expect(rules.forbidden.map(({ name }) => name).sort()).toEqual(Object.keys(planted).sort())
})

test.each(Object.keys(planted))('%s fires on the planted violation and on nothing else', (name) => {
  expect(fired.get(name)).toEqual([planted[name]])
})

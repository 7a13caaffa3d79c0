/** `npm test` on a machine that has nothing but Node: installs the packages, then hands over to suite.ts. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { checkNode, ensureInstalled, root } from './prepare.mjs'

checkNode()
ensureInstalled()
const suite = ['--import', 'tsx', join(root, 'scripts/suite.ts'), ...process.argv.slice(2)]
process.exitCode =
  spawnSync(process.execPath, suite, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status ?? 1

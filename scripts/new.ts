/**
 * `npm run new -- module NAME NOUN 中文名` writes a module with its first noun; `npm run new -- noun MODULE NOUN 中文名`
 * adds a noun to a module. What it writes passes every check; make it say what your subject needs.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '#platform/config.ts'
import { camelCase, renamed, type Names } from './new/names.ts'

const root = projectRoot()
const templates = join(root, 'scripts/new')
const usage = `usage: npm run new -- module NAME NOUN 中文名
       npm run new -- noun MODULE NOUN 中文名
NAME and NOUN in lower-case English with hyphens: open-days, open-day`

function main(kind: string | undefined, names: Names): void {
  const folder = join(root, 'src/modules', names.module)
  const isNew = kind === 'module'
  const wellFormed = [names.module, names.noun].every((word) => /^[a-z]+(-[a-z]+)*$/.test(word)) && names.title !== ''
  if (!wellFormed || (!isNew && kind !== 'noun')) return stop(usage)
  if (isNew === existsSync(folder))
    return stop(isNew ? `${names.module} is there already` : `no module ${names.module}`)
  if (existsSync(join(folder, `${names.noun}.contract.ts`))) return stop(`${names.noun} is there already`)
  writeNoun(folder, names, isNew)
  if (isNew) register(names.module)
  else plugIn(join(folder, 'module.ts'), names)
  npx('prettier', '--write', '--log-level=warn', ...written)
  for (const script of ['scripts/tables.ts', 'scripts/problems.ts']) npx('tsx', script)
  console.log(`wrote src/modules/${names.module}`)
}

function writeNoun(folder: string, names: Names, isNew: boolean): void {
  mkdirSync(join(folder, 'migrations'), { recursive: true })
  for (const file of readdirSync(templates).filter((name) => name.startsWith('visit.')))
    write(join(folder, file.replace('visit', names.noun).replace('.txt', '')), template(file, names))
  writeMigration(folder, names, isNew)
  writeProblems(join(folder, 'problems.ts'), names)
  if (isNew) write(join(folder, 'module.ts'), template('module.ts.txt', names))
}

function writeMigration(folder: string, names: Names, isNew: boolean): void {
  const text = template('migration.sql.txt', names)
  const number = String(readdirSync(join(folder, 'migrations')).length + 1).padStart(3, '0')
  const path = join(folder, 'migrations', `${number}_${names.noun.replaceAll('-', '_')}.sql`)
  write(path, isNew ? text : text.replace(/create schema[^;]*;\ngrant usage[^;]*;\n\n/, ''))
}

/** Into the problems that the module has, or into a file of its own. */
function writeProblems(path: string, names: Names): void {
  const fresh = template('problems.ts.txt', names)
  if (!existsSync(path)) return write(path, fresh)
  const line = /^ {2}\w+: \[.*$/m.exec(fresh)![0]
  write(path, readFileSync(path, 'utf8').replace(/^(export const \w+ = defineProblems\('\w+', \{\n)/m, `$1${line}\n`))
}

/** Below every module that holds facts, above those that gather from all. */
function register(module: string): void {
  const path = join(root, 'src/main/modules.ts')
  const name = camelCase(module)
  const text = readFileSync(path, 'utf8')
    .replace(/^import \{ assessment \}/m, `import { ${name} } from '#modules/${module}/module.ts'\n$&`)
    .replace(/^ {2}assessment,/m, `  ${name},\n$&`)
  write(path, text)
}

/** Binds the noun's URLs beside those that the module has. */
function plugIn(path: string, { noun }: Names): void {
  const own = `${camelCase(noun)}Routes`
  const text = readFileSync(path, 'utf8')
    .replace(/^ {2}routes: (\w+),$/m, '  routes: (host) => {\n    $1(host)\n  },')
    .replace(/^ {2}routes(?:: \(host\) => |\(host\) )\{\n/m, `$&    ${own}(host)\n`)
  if (!text.includes(own)) return console.log(`call ${own}(host) from the routes of ${path}`)
  write(path, `import { ${own} } from './${noun}.routes.ts'\n${text}`)
}

const template = (file: string, names: Names): string =>
  renamed(file, readFileSync(join(templates, file), 'utf8'), names)

const written: string[] = []

function write(path: string, text: string): void {
  writeFileSync(path, text)
  if (/\.ts$/.test(path)) written.push(path)
}

const npx = (...args: string[]) => execFileSync('npx', args, { cwd: root, stdio: 'inherit' })

function stop(why: string): void {
  console.error(why)
  process.exitCode = 2
}

const [kind, module = '', noun = '', title = ''] = process.argv.slice(2)
main(kind, { module, noun, title })

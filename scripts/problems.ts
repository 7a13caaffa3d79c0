/** Writes docs/problems.md: every problem that a person may meet, from the problems.ts of platform and modules. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { projectRoot } from '#platform/config.ts'
import { parse, sourcesBelow, visit } from '../test/sources.ts'

interface Line {
  code: string
  status: string
  sentence: string
}

const head = `# Problems

Every problem that a person may meet: its code, its HTTP status and its sentence (… stands for a fact of the case).
Written by \`npm run problems\` from the problems.ts files; a test keeps it complete.

| code | status | sentence |
|---|---|---|
`

/** The text of docs/problems.md as it should be. */
export function problemsPage(): string {
  const lines = sourcesBelow(['src'], /\/problems\.ts$/).flatMap((source) => {
    const found: Line[] = []
    visit(parse(source), (node) => found.push(...linesOf(node)))
    return found
  })
  return head + lines.map(({ code, status, sentence }) => `| \`${code}\` | ${status} | ${sentence} |\n`).join('')
}

/** The lines of one call `defineProblems('module', { name: [status, sentence] })`. */
function linesOf(node: ts.Node): Line[] {
  if (!ts.isCallExpression(node) || node.expression.getText() !== 'defineProblems') return []
  const [module, table] = node.arguments
  if (!module || !ts.isStringLiteral(module) || !table || !ts.isObjectLiteralExpression(table)) return []
  return table.properties.filter(ts.isPropertyAssignment).map(({ name, initializer }) => {
    const [status, say] = ts.isArrayLiteralExpression(initializer) ? initializer.elements : []
    return { code: `${module.text}.${name.getText()}`, status: status?.getText() ?? '', sentence: sentenceOf(say) }
  })
}

function sentenceOf(say: ts.Node | undefined): string {
  return say && ts.isArrowFunction(say) ? wordsOf(say.body).replaceAll('|', '\\|') : ''
}

/** The words of an expression; what depends on the case is …, alternatives stand side by side. */
function wordsOf(node: ts.Node): string {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('')
  if (ts.isParenthesizedExpression(node)) return wordsOf(node.expression)
  if (ts.isConditionalExpression(node)) return `${wordsOf(node.whenTrue)} / ${wordsOf(node.whenFalse)}`
  if (ts.isBinaryExpression(node)) return wordsOf(node.left) + wordsOf(node.right)
  return '…'
}

if (process.argv[1]?.endsWith('problems.ts')) writeFileSync(join(projectRoot(), 'docs/problems.md'), problemsPage())

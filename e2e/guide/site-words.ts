import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

const root = join(import.meta.dirname, '../../src')

/** All Chinese words that the site may show, read from where they are declared (`defineWords`). */
export function siteWords(): string[] {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => /words\.ts$/.test(path))
  return [...paths.flatMap((path) => wordsIn(readFileSync(join(root, path), 'utf8'))), ...phoneWords()]
}

/** The small entry has one language: its words stand in its pages. */
function phoneWords(): string[] {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\bphone\b.*\.tsx$/.test(path),
  )
  return paths.flatMap((path) => {
    const found: string[] = []
    const visit = (node: ts.Node): void => {
      if (ts.isJsxText(node) || ts.isStringLiteralLike(node)) found.push(node.text.trim())
      node.forEachChild(visit)
    }
    const text = readFileSync(join(root, path), 'utf8')
    visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX))
    return found.filter((words) => /\p{Script=Han}/u.test(words))
  })
}

function wordsIn(text: string): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'defineWords') found.push(...valuesOf(node))
    node.forEachChild(visit)
  }
  visit(ts.createSourceFile('words.ts', text, ts.ScriptTarget.Latest, true))
  return found
}

function valuesOf({ arguments: [, chinese] }: ts.CallExpression): string[] {
  if (!chinese || !ts.isObjectLiteralExpression(chinese)) return []
  return chinese.properties.flatMap((property) =>
    ts.isPropertyAssignment(property) && ts.isStringLiteralLike(property.initializer)
      ? [property.initializer.text]
      : [],
  )
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A word of the site as a pattern: what is filled in at run time may be anything, within one phrase. */
export const asPattern = (word: string): RegExp =>
  new RegExp(
    `^${word
      .split(/\{\{\w+\}\}/)
      .map(escaped)
      .join('[^，。]+')}$`,
  )

/** Words of which little stands fast would fit anything. */
export const isTelling = (word: string): boolean =>
  !word.includes('{{') || /\p{L}{2}/u.test(word.replaceAll(/\{\{\w+\}\}/g, ' '))

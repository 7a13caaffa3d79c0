import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { projectRoot } from '#platform/config.ts'

export interface Source {
  /** Below the project, with /. */
  path: string
  text: string
}

/** Every file below some folders of the project whose name ends as asked. */
export function sourcesBelow(folders: readonly string[], ending: RegExp): Source[] {
  return folders.flatMap((folder) =>
    (readdirSync(join(projectRoot(), folder), { recursive: true }) as string[])
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
      .filter((path) => ending.test(path))
      .sort()
      .map((path) => ({ path, text: readFileSync(join(projectRoot(), path), 'utf8') })),
  )
}

export const parse = ({ path, text }: Source): ts.SourceFile =>
  ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true)

export function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node)
  ts.forEachChild(node, (child) => visit(child, look))
}

/** The length in lines of every function that has a name: declarations, methods, and functions kept in a constant. */
export function functionLengths(source: Source): { name: string; lines: number }[] {
  const file = parse(source)
  const found: { name: string; lines: number }[] = []
  visit(file, (node) => {
    const name = nameOfFunction(node)
    if (!name) return
    const line = (position: number) => file.getLineAndCharacterOfPosition(position).line
    found.push({ name: `${source.path} ${name}`, lines: line(node.end) - line(node.getStart()) + 1 })
  })
  return found
}

function nameOfFunction(node: ts.Node): string | undefined {
  if ((ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) && node.body) return node.name?.getText()
  if (!ts.isVariableDeclaration(node) || !node.initializer) return undefined
  const isFunction = ts.isArrowFunction(node.initializer) || ts.isFunctionExpression(node.initializer)
  return isFunction ? node.name.getText() : undefined
}

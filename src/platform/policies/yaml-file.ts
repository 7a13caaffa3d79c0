import { readFileSync } from 'node:fs'
import { isMap, isNode, LineCounter, parseDocument, type Document } from 'yaml'
import { z } from 'zod'

type Path = readonly PropertyKey[]

/** What is wrong in a file, and where: 'policies/shanghai/region.yaml:12 …'. */
export interface Mistake {
  file: string
  line: number
  message: string
}

/** One YAML file as read: its value where it has the right shape, its mistakes, and where in it a thing stands. */
export interface YamlFile<T> {
  name: string
  value: T | undefined
  mistakes: Mistake[]
  /** A mistake at a place in the value, for what only a look at several files can find. */
  mistakeAt(path: Path, message: string): Mistake
}

const inChinese = z.locales.zhCN().localeError

/** Reads one file and holds it against its schema; `name` is how mistakes call it. Never throws for what stands in it. */
export function readYaml<S extends z.ZodType>(path: string, name: string, schema: S): YamlFile<z.output<S>> {
  const lines = new LineCounter()
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines })
  const mistakeAt = (at: Path, message: string): Mistake => ({ file: name, line: lineOf(document, lines, at), message })
  const broken = [...document.errors, ...document.warnings].map(({ message, pos }) => ({
    file: name,
    line: lines.linePos(pos[0]).line,
    message: `不是正确的 YAML：${message.split('\n')[0]}`,
  }))
  if (broken.length > 0) return { name, value: undefined, mistakes: broken, mistakeAt }
  const parsed = schema.safeParse(document.toJS(), { error: inChinese, reportInput: true })
  const mistakes = parsed.success ? [] : parsed.error.issues.flatMap((issue) => mistakesOf(issue, mistakeAt))
  return { name, value: parsed.data, mistakes, mistakeAt }
}

function mistakesOf(issue: z.core.$ZodIssue, mistakeAt: YamlFile<unknown>['mistakeAt']): Mistake[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => mistakeAt([...issue.path, key], `没有“${key}”这一项`))
  const key = issue.path.at(-1)
  const what = typeof key === 'string' ? `“${key}”` : ''
  if (issue.code === 'invalid_type' && issue.input === undefined) return [mistakeAt(issue.path, `缺少${what}`)]
  return [mistakeAt(issue.path, `${what}${issue.message}`)]
}

/** The line of a key or an item; of something missing, the line of what it should stand in. */
function lineOf(document: Document, lines: LineCounter, path: Path): number {
  for (let depth = path.length; depth > 0; depth--) {
    const offset = offsetOf(document, path.slice(0, depth))
    if (offset !== undefined) return lines.linePos(offset).line
  }
  return 1
}

function offsetOf(document: Document, path: Path): number | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  if (isMap(parent)) {
    const pair = parent.items.find(({ key }) => String(key) === String(path.at(-1)))
    return isNode(pair?.key) ? pair.key.range?.[0] : undefined
  }
  const node = document.getIn(path, true)
  return isNode(node) ? node.range?.[0] : undefined
}

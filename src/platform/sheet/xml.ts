import { sheetProblems } from './problems.ts'

/** Names come without their prefix; attributes as written (read them with `attribute`); an empty tag opens and closes. */
export interface XmlHandler {
  open(name: string, attributes: string): void
  close(name: string): void
  text(value: string): void
}

export interface XmlLimits {
  tokenChars: number
  depth: number
}

const LESS = 60
const GREATER = 62
const SLASH = 47
const COLON = 58
const EXCLAMATION = 33
const QUESTION = 63

/**
 * Reads XML as it streams in, for parts of a workbook only: several times faster than a general parser, because it
 * knows no DTD (a DOCTYPE is refused), no namespaces and no positions. What is not well-formed is refused as damaged.
 */
export class XmlReader {
  readonly #handler: XmlHandler
  readonly #limits: XmlLimits
  readonly #openTags: string[] = []
  #rest = ''
  #sawRoot = false

  constructor(handler: XmlHandler, limits: XmlLimits) {
    this.#handler = handler
    this.#limits = limits
  }

  write(chunk: string): void {
    const xml = this.#rest + chunk
    let at = 0
    for (let next = this.#token(xml, at); next > at; next = this.#token(xml, at)) at = next
    this.#rest = xml.slice(at)
    if (this.#rest.length > this.#limits.tokenChars) throw sheetProblems.tooComplex()
  }

  /** To be called after the last chunk: a document that stops in the middle is damaged. */
  end(): void {
    if (!this.#sawRoot || this.#openTags.length > 0 || this.#rest.trim()) throw sheetProblems.damaged()
  }

  /** Handles the token that begins at `at` and returns where it ends; `at` itself while it is not complete. */
  #token(xml: string, at: number): number {
    if (at >= xml.length) return at
    if (xml.charCodeAt(at) !== LESS) return this.#text(xml, at)
    switch (xml.charCodeAt(at + 1)) {
      case SLASH:
        return this.#closeTag(xml, at)
      case QUESTION:
        return skipPast(xml, '?>', at)
      case EXCLAMATION:
        return this.#declaration(xml, at)
      default:
        return this.#openTag(xml, at)
    }
  }

  #text(xml: string, at: number): number {
    const end = xml.indexOf('<', at)
    if (end < 0) return at
    if (this.#openTags.length > 0) this.#handler.text(unescapeXml(xml.slice(at, end)))
    return end
  }

  #openTag(xml: string, at: number): number {
    const end = tagEnd(xml, at + 1)
    if (end < 0) return at
    const selfClosing = xml.charCodeAt(end - 1) === SLASH
    const nameEnd = endOfName(xml, at + 1, selfClosing ? end - 1 : end)
    const name = xml.slice(at + 1, nameEnd)
    this.#enter(name)
    const local = localName(name)
    this.#handler.open(local, xml.slice(nameEnd, selfClosing ? end - 1 : end))
    if (selfClosing) {
      this.#openTags.pop()
      this.#handler.close(local)
    }
    return end + 1
  }

  #enter(name: string): void {
    if (!name || (this.#sawRoot && this.#openTags.length === 0)) throw sheetProblems.damaged()
    this.#sawRoot = true
    if (this.#openTags.push(name) > this.#limits.depth) throw sheetProblems.tooComplex()
  }

  #closeTag(xml: string, at: number): number {
    const end = xml.indexOf('>', at)
    if (end < 0) return at
    const name = this.#openTags.pop()
    if (!name || !xml.startsWith(name, at + 2)) throw sheetProblems.damaged()
    if (at + 2 + name.length !== end && xml.slice(at + 2 + name.length, end).trim()) throw sheetProblems.damaged()
    this.#handler.close(localName(name))
    return end + 1
  }

  #declaration(xml: string, at: number): number {
    if (xml.startsWith('<!--', at)) return skipPast(xml, '-->', at + 4, at)
    if (xml.startsWith('<![CDATA[', at)) return this.#cdata(xml, at)
    const started = xml.slice(at, at + 9)
    if (started.length < 9 && ('<![CDATA['.startsWith(started) || '<!--'.startsWith(started))) return at
    throw /^<!D/i.test(started) ? sheetProblems.unsafeDeclaration() : sheetProblems.damaged()
  }

  #cdata(xml: string, at: number): number {
    const end = xml.indexOf(']]>', at + 9)
    if (end < 0) return at
    if (this.#openTags.length > 0) this.#handler.text(xml.slice(at + 9, end))
    return end + 3
  }
}

function skipPast(xml: string, mark: string, from: number, at = from): number {
  const end = xml.indexOf(mark, from)
  return end < 0 ? at : end + mark.length
}

/** Where the tag's '>' stands: one inside quotes does not count. -1 while it has not come in. */
function tagEnd(xml: string, from: number): number {
  let quote = 0
  for (let at = from; at < xml.length; at++) {
    const code = xml.charCodeAt(at)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === GREATER) return at
    else if (code === 34 || code === 39) quote = code
    else if (code === LESS) throw sheetProblems.damaged()
  }
  return -1
}

function endOfName(xml: string, from: number, to: number): number {
  let at = from
  while (at < to && xml.charCodeAt(at) > 32) at++
  return at
}

function localName(name: string): string {
  return name.length < 3 ? name : name.slice(name.indexOf(':') + 1)
}

/** The value of an attribute, whatever its prefix (but xmlns); undefined when it is not there. */
export function attribute(attributes: string, wanted: string): string | undefined {
  let at = 0
  for (;;) {
    const equals = attributes.indexOf('=', at)
    if (equals < 0) return undefined
    let start = equals + 1
    while (attributes.charCodeAt(start) <= 32) start++
    const end = attributes.indexOf(attributes[start] === "'" ? "'" : '"', start + 1)
    if (end < 0) throw sheetProblems.damaged()
    if (isNamed(attributes, at, equals, wanted)) return unescapeXml(attributes.slice(start + 1, end))
    at = end + 1
  }
}

function isNamed(attributes: string, from: number, equals: number, wanted: string): boolean {
  let end = equals
  while (attributes.charCodeAt(end - 1) <= 32) end--
  const start = end - wanted.length
  if (start < from || !attributes.startsWith(wanted, start)) return false
  const before = start === from ? 32 : attributes.charCodeAt(start - 1)
  return before <= 32 || (before === COLON && attributes.slice(start - 6, start - 1) !== 'xmlns')
}

const namedEntities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function unescapeXml(text: string): string {
  return text.includes('&') ? text.replace(/&([^;&]*);?/g, (_, entity: string) => resolveEntity(entity)) : text
}

function resolveEntity(entity: string): string {
  const numeric = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(entity)
  if (!numeric) return namedEntities[entity] ?? damaged()
  const code = numeric[1] ? parseInt(numeric[1], 16) : Number(numeric[2])
  return code <= 0x10ffff ? String.fromCodePoint(code) : damaged()
}

function damaged(): never {
  throw sheetProblems.damaged()
}

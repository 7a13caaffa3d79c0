export const DECISION_MB = 20

const magic: readonly [type: string, bytes: readonly number[]][] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
]
const ZIP = [0x50, 0x4b, 0x03, 0x04]

const begins = (head: Uint8Array, bytes: readonly number[]) => bytes.every((byte, at) => head[at] === byte)

/** What a file is by its first bytes; a package is a Word file where it is called one. Undefined where it can be no decision. */
export function decisionType(head: Uint8Array, name: string, docx: string): string | undefined {
  const found = magic.find(([, bytes]) => begins(head, bytes))?.[0]
  return found ?? (/\.docx$/i.test(name) && begins(head, ZIP) ? docx : undefined)
}

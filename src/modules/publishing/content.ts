import { createHash } from 'node:crypto'
import type { PolicyPack } from '#shared/policy.ts'
import type { RuleVersion } from './report.contract.ts'

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex')

/** Tells contents apart, whatever the order in which a database gives their fields back. */
export const hashOf = (content: unknown): string => sha256(JSON.stringify(inOrder(content)))

export const checksumOf = (bytes: Uint8Array): string => sha256(bytes)

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, inOrder(inner)]),
  )
}

/** A rule book by name, and eight digits that change with its text. */
export const versionOf = (pack: PolicyPack): RuleVersion => ({ name: pack.name, version: hashOf(pack).slice(0, 8) })

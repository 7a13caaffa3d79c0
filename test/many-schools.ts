import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { System } from '#platform/cli.ts'
import type { Import } from '#modules/transfer/import.contract.ts'
import { writeLedger } from './ledger-files.ts'
import type { SplitLedger } from './split-ledger.ts'

/** Somebody who asks a running server, with a cookie. */
export interface Asker {
  address: string
  cookie: string
}

async function asked<T>({ address, cookie }: Asker, path: string, init: RequestInit = {}): Promise<T> {
  const headers = { cookie, origin: address, ...(init.headers as Record<string, string>) }
  const reply = await fetch(address + path, { ...init, headers })
  if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`)
  return (await reply.json()) as T
}

export const get = <T>(asker: Asker, path: string) => asked<T>(asker, path)
export const post = <T>(asker: Asker, path: string, body: object = {}) =>
  asked<T>(asker, path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  })

/** The cluster and the schools by name, as they are on file. */
export const idsOf = (system: System, cluster: string) =>
  system.inContext(async ({ db }) => {
    const { rows } = await sql<{ id: number; name: string }>`
      select s.id, s.name from organizations.membership m
      join organizations.unit s on s.id = m.school_id
      join organizations.unit c on c.id = m.cluster_id and c.name = ${cluster}`.execute(db)
    const { rows: own } = await sql<{ id: number }>`
      select id from organizations.unit where name = ${cluster}`.execute(db)
    return { clusterId: own[0]!.id, schools: new Map(rows.map(({ name, id }) => [name, id])) }
  })

/** Schools send their parts at once, and each confirms as soon as it is checked; the imports when all are taken. */
export async function handInAtOnce(
  asker: Asker,
  parts: SplitLedger['parts'],
  { schools, callId, folder }: { schools: ReadonlyMap<string, number>; callId: string; folder: string },
): Promise<Import[]> {
  const files = await Promise.all(
    [...parts].map(async ([name, ledger], at) => {
      const path = await writeLedger(`${folder}/${at}.xlsx`, ledger)
      return { schoolId: schools.get(name)!, name: `${name}2023学年.xlsx`, content: await readFile(path) }
    }),
  )
  return Promise.all(
    files.map(async ({ schoolId, name, content }) => {
      const body = new FormData()
      body.append('file', new File([content], name))
      const path = `/api/units/${schoolId}/hand-ins/${callId}`
      const { id } = await asked<Import>(asker, path, { method: 'POST', body })
      const checked = await ended(asker, id)
      if (checked.status !== 'checked') throw new Error(`${name}: ${checked.status} ${checked.failure ?? ''}`)
      await post(asker, `/api/imports/${id}/take`)
      return ended(asker, id)
    }),
  )
}

async function ended(asker: Asker, id: string): Promise<Import> {
  for (;;) {
    const one = await get<Import>(asker, `/api/imports/${id}`)
    if (!['waiting', 'checking', 'taking'].includes(one.status)) return one
    await pause(600)
  }
}

/** The parts of which some rows were refused: they name a teacher of a school that had not handed in yet. */
export const partsRefused = ({ parts }: SplitLedger, imports: readonly Import[]): SplitLedger['parts'] =>
  new Map(
    [...parts].filter(([name]) =>
      imports.some(({ schoolName, report }) => schoolName === name && report!.faultsTotal > 0),
    ),
  )

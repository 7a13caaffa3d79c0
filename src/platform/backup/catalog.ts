import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import type { Migration } from '../database/migrate.ts'

export interface Column {
  name: string
  /** The type's name as SQL takes it: 'timestamp with time zone', 'integer[]'. */
  type: string
}

export interface Table {
  /** 'people.teacher_year' */
  name: string
  /** Quoted for SQL. */
  sqlName: string
  columns: Column[]
  /** The primary key's columns, quoted. */
  key: string[]
}

/** 'teaching-research/001_research.sql' → 'teaching_research' */
const schemaOf = ({ name }: Pick<Migration, 'name'>) => name.split('/')[0]!.replaceAll('-', '_')

/** The schemas that hold what the product keeps. */
export const schemasOf = (migrations: readonly Pick<Migration, 'name'>[]): string[] => [
  ...new Set(migrations.map(schemaOf)),
]

/** The tables of these schemas, without columns that the database works out by itself. */
export async function listTables(db: Db, schemas: readonly string[]): Promise<Table[]> {
  const { rows } = await sql<Table>`
    select n.nspname || '.' || c.relname as name, format('%I.%I', n.nspname, c.relname) as sql_name,
           (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
            from pg_attribute a
            where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
           (select coalesce(json_agg(quote_ident(a.attname) order by a.attnum), '[]')
            from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
            where i.indrelid = c.oid and i.indisprimary) as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname = any (${schemas}::text[])
    order by n.nspname, c.relname`.execute(db)
  return rows
}

/** How many rows a table holds. */
export async function countRows(db: Db, table: Table): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.raw(table.sqlName)}`.execute(db)
  return rows[0]!.n
}

export interface Sequence {
  name: string
  value: string
  called: boolean
}

/** The state of every sequence of these schemas, those of identity columns too. */
export async function listSequences(db: Db, schemas: readonly string[]): Promise<Sequence[]> {
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'S' and n.nspname = any (${schemas}::text[]) order by 1`.execute(db)
  const sequences: Sequence[] = []
  for (const { name } of rows) {
    const state = await sql<Omit<Sequence, 'name'>>`
      select last_value::text as value, is_called as called from ${sql.raw(name)}`.execute(db)
    sequences.push({ name, ...state.rows[0]! })
  }
  return sequences
}

/** The migrations that the database has gone through; undefined if it has never been set up. */
export async function listApplied(db: Db): Promise<Pick<Migration, 'name' | 'checksum'>[] | undefined> {
  const { rows } = await sql<{ exists: boolean }>`
    select to_regclass('public.yanzhen_migration') is not null as exists`.execute(db)
  if (!rows[0]!.exists) return undefined
  const applied = await sql<Pick<Migration, 'name' | 'checksum'>>`
    select name, checksum from public.yanzhen_migration order by applied_at, name`.execute(db)
  return applied.rows
}

import { sql } from 'kysely'

export const findTask = () => sql`select 1`

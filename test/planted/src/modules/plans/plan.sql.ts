import { sql } from 'kysely'

export const findPlan = () => sql`select 1`

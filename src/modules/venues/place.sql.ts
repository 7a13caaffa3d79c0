import { sql, type RawBuilder } from 'kysely'

/** In a statement: the longitude and latitude of a venue. */
interface VenueAt {
  longitude: RawBuilder<number | null>
  latitude: RawBuilder<number | null>
}

/**
 * Where a venue is: its own place, or its campus's, its partner's, its school's. The names are those that the statement
 * gives to the four; one that it does not join is left out.
 */
export function venueAt(of: { venue: string; campus: string; site?: string; school: string }): VenueAt {
  const names = [of.venue, of.campus, of.site, of.school].filter((name) => name !== undefined)
  const first = (column: string) =>
    sql<number | null>`coalesce(${sql.join(names.map((name) => sql.ref(`${name}.${column}`)))})`
  return { longitude: first('longitude'), latitude: first('latitude') }
}

/**
 * The size of a made-up city for measuring and for looking around. Numbers are spread evenly: school s of 0…schools-1
 * belongs to cluster s mod clusters, cluster c to district c mod districts.length, teacher t to school t mod schools.
 */
export interface SeedCity {
  /** Codes of the districts, already on file. */
  districts: readonly number[]
  clusters: number
  schools: number
  teachers: number
  schoolYears: readonly number[]
}

export const CITY: Omit<SeedCity, 'districts'> = {
  clusters: 250,
  schools: 3_000,
  teachers: 250_000,
  schoolYears: [2021, 2022, 2023],
}

/** Units of the made-up city have numbers of their own, far from those of real units. */
export const FIRST_CLUSTER = 20_000_000
export const FIRST_SCHOOL = 30_000_000

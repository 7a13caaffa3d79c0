import type { PersonFile, PersonOnFile } from '#platform/person-file.ts'
import { listPersons, type FoundPerson } from './person-file.sql.ts'

/** The register as identity asks it: whose account is a teacher's? Behind the wall of who asks. */
export const personFile: PersonFile = {
  list: async (ctx, school, q) => (await listPersons(ctx.db, school, { q })).map(personOf),
  find: async (ctx, school, personId) => (await listPersons(ctx.db, school, { personId })).map(personOf)[0],
}

const personOf = ({ districtId, personId, name, subject, title }: FoundPerson): PersonOnFile => ({
  districtId,
  personId,
  name,
  note: [subject, title].filter(Boolean).join('，'),
})

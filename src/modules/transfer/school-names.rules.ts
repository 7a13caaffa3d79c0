import { nearest } from '#shared/nearest.ts'

interface Named {
  id: number
  name: string
  shortName: string
}

export const plainSchoolName = (name: string) => name.normalize('NFKC').replace(/\s+/g, '')

/** Finds schools by the names that people write: 学校名称 or 学校简称, whatever the widths and blanks. */
export class SchoolNames<S extends Named> {
  readonly #byName = new Map<string, S | 'several'>()
  readonly #nearest = new Map<string, string | undefined>()

  constructor(schools: Iterable<S>) {
    const all = [...schools]
    for (const school of all) this.#byName.set(plainSchoolName(school.name), school)
    for (const school of all) this.#addShortName(plainSchoolName(school.shortName), school)
  }

  /** A full name wins over another school's short name; a short name of two schools means neither. */
  #addShortName(name: string, school: S): void {
    const known = this.#byName.get(name)
    if (known === undefined) this.#byName.set(name, school)
    else if (known === 'several' || (known.id !== school.id && plainSchoolName(known.name) !== name))
      this.#byName.set(name, 'several')
  }

  find(name: string): S | 'several' | undefined {
    return this.#byName.get(plainSchoolName(name))
  }

  /** The full name of the school whose full or short name is nearest; undefined where there is no school. */
  nearest(name: string): string | undefined {
    const written = plainSchoolName(name)
    if (!this.#nearest.has(written)) this.#nearest.set(written, this.#fullName(nearest(written, this.#byName.keys())))
    return this.#nearest.get(written)
  }

  #fullName(name: string | undefined): string | undefined {
    const school = name === undefined ? undefined : this.#byName.get(name)
    return school === 'several' ? name : school?.name
  }
}

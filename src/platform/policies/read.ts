import type { z } from 'zod'
import type { CityPolicies, Policies, PolicyBook, Region } from './book.ts'
import { checkFolders } from './checks.ts'
import { filesOf, readFolders, type Folder } from './folder.ts'
import { IndicatorsFile, RotationFile, type RegionFile } from './schema.ts'
import type { Mistake } from './yaml-file.ts'

/** The policy files are wrong: every mistake with its file and line, one a line of the message. */
export class PolicyMistakes extends Error {
  readonly mistakes: readonly Mistake[]

  constructor(mistakes: readonly Mistake[]) {
    super(['政策包有误：', ...mistakes.map(({ file, line, message }) => `${file}:${line} ${message}`)].join('\n'))
    this.name = 'PolicyMistakes'
    this.mistakes = mistakes
  }
}

/**
 * Reads every folder of `root`/policies. Throws PolicyMistakes, naming file and line of each, when something is wrong.
 * `measures` are the names that indicators may be counted by; without them the names are not checked.
 */
export function readPolicies(root: string, measures?: ReadonlySet<string>): PolicyBook {
  const folders = readFolders(root)
  const mistakes = folders.flatMap(filesOf).flatMap((file) => file.mistakes)
  mistakes.push(...checkFolders(folders, measures))
  if (mistakes.length > 0) throw new PolicyMistakes(mistakes)
  return bookOf(folders)
}

function bookOf(folders: readonly Folder[]): PolicyBook {
  const common = merge(folders.filter(({ region }) => !region).map(policiesIn))
  const cities = folders.flatMap((folder): CityPolicies[] =>
    folder.region?.value ? [{ ...merge([common, policiesIn(folder)]), region: regionOf(folder.region.value) }] : [],
  )
  return { common, cities, subjects: new Set(folders.flatMap(({ subjects }) => subjects?.value?.subjects ?? [])) }
}

const policiesIn = (folder: Folder): Policies => {
  const { indicators, eligibility, rotation, calendar, training, packs } = folder
  return {
    ...(indicators?.value ?? IndicatorsFile.parse({})),
    packs: packs.flatMap(({ value }) => value ?? []),
    eligibility: eligibility?.value?.rules ?? [],
    exemptions: eligibility?.value?.exemptions ?? [],
    rotation: rotation?.value ?? RotationFile.parse({}),
    terms: calendar?.value?.terms ?? [],
    training: training.flatMap(({ value }) => value ?? []),
    ...oneFileEach(folder),
  }
}

const oneFileEach = ({ courseRubric, studioRubric, pupilServices }: Folder) => ({
  courseRubric: courseRubric?.value,
  studioRubric: studioRubric?.value,
  pupilServices: pupilServices?.value,
})

const merge = (parts: readonly Policies[]): Policies => ({
  dimensions: [...new Set(parts.flatMap(({ dimensions }) => dimensions))],
  indicators: parts.flatMap(({ indicators }) => indicators),
  tables: parts.flatMap(({ tables }) => tables),
  packs: parts.flatMap(({ packs }) => packs),
  eligibility: parts.flatMap(({ eligibility }) => eligibility),
  exemptions: parts.flatMap(({ exemptions }) => exemptions),
  rotation: {
    forms: parts.flatMap(({ rotation }) => rotation.forms),
    purposes: parts.flatMap(({ rotation }) => rotation.purposes),
    rules: parts.flatMap(({ rotation }) => rotation.rules),
  },
  terms: parts.flatMap(({ terms }) => terms),
  training: parts.flatMap(({ training }) => training).sort((a, b) => (a.from < b.from ? -1 : 1)),
  courseRubric: parts.findLast((part) => part.courseRubric)?.courseRubric,
  pupilServices: parts.findLast((part) => part.pupilServices)?.pupilServices,
  studioRubric: parts.findLast((part) => part.studioRubric)?.studioRubric,
})

const regionOf = ({ city, districts }: z.output<typeof RegionFile>): Region => ({
  city,
  districts: new Map(districts.map(({ code, name }) => [code, name])),
  towns: districts.flatMap(({ code: districtId, towns }) => towns.map((town) => ({ ...town, districtId }))),
})

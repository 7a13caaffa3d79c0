import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import {
  CalendarFile,
  CourseRubricFile,
  EligibilityFile,
  IndicatorsFile,
  PackFile,
  PupilServicesFile,
  RegionFile,
  RotationFile,
  StudioRubricFile,
  SubjectsFile,
  TrainingFile,
} from './schema.ts'
import { readYaml, type YamlFile } from './yaml-file.ts'

/** The files of one folder of policies/; one without region.yaml is common to all cities. */
export interface Folder {
  region: YamlFile<z.output<typeof RegionFile>> | undefined
  indicators: YamlFile<z.output<typeof IndicatorsFile>> | undefined
  subjects: YamlFile<z.output<typeof SubjectsFile>> | undefined
  eligibility: YamlFile<z.output<typeof EligibilityFile>> | undefined
  rotation: YamlFile<z.output<typeof RotationFile>> | undefined
  calendar: YamlFile<z.output<typeof CalendarFile>> | undefined
  /** One file for each five-year plan. */
  training: YamlFile<z.output<typeof TrainingFile>>[]
  courseRubric: YamlFile<z.output<typeof CourseRubricFile>> | undefined
  pupilServices: YamlFile<z.output<typeof PupilServicesFile>> | undefined
  studioRubric: YamlFile<z.output<typeof StudioRubricFile>> | undefined
  packs: YamlFile<z.output<typeof PackFile>>[]
}

const isTraining = (file: string): boolean => /^training(-.*)?\.yaml$/.test(file)

const known = [
  'region.yaml',
  'indicators.yaml',
  'subjects.yaml',
  'eligibility.yaml',
  'rotation.yaml',
  'calendar.yaml',
  'course-rubric.yaml',
  'pupil-services.yaml',
  'studio-rubric.yaml',
]

/** Every folder of `root`/policies, what is common first. */
export function readFolders(root: string): Folder[] {
  return readdirSync(join(root, 'policies'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readFolder(root, `policies/${name}`))
    .sort((a, b) => Number(a.region !== undefined) - Number(b.region !== undefined))
}

export const filesOf = ({ packs, training, ...others }: Folder): YamlFile<unknown>[] =>
  [...Object.values(others), ...training, ...packs].filter((file) => file !== undefined)

function readFolder(root: string, folder: string): Folder {
  const at = (file: string) => join(root, folder, file)
  const read = <S extends z.ZodType>(file: string, schema: S) => readYaml(at(file), `${folder}/${file}`, schema)
  const readIfThere = <S extends z.ZodType>(file: string, schema: S) =>
    existsSync(at(file)) ? read(file, schema) : undefined
  const others = readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.yaml') && !known.includes(file))
    .sort()
  return {
    region: readIfThere('region.yaml', RegionFile),
    indicators: readIfThere('indicators.yaml', IndicatorsFile),
    subjects: readIfThere('subjects.yaml', SubjectsFile),
    eligibility: readIfThere('eligibility.yaml', EligibilityFile),
    rotation: readIfThere('rotation.yaml', RotationFile),
    calendar: readIfThere('calendar.yaml', CalendarFile),
    training: others.filter(isTraining).map((file) => read(file, TrainingFile)),
    courseRubric: readIfThere('course-rubric.yaml', CourseRubricFile),
    pupilServices: readIfThere('pupil-services.yaml', PupilServicesFile),
    studioRubric: readIfThere('studio-rubric.yaml', StudioRubricFile),
    packs: others.filter((file) => !isTraining(file)).map((file) => read(file, PackFile)),
  }
}

import { majority, type TitleFacts } from './title.rules.ts'

/** What the parts of a file say about whose ledger of which year it is. */
export interface Sayings {
  /** Asked for on the command line, or the cluster that the file was uploaded for. */
  asked: TitleFacts
  fileName: TitleFacts
  /** One for each sheet, in the order of the file. */
  titles: readonly TitleFacts[]
}

export interface Whose {
  cluster: string | undefined
  schoolYear: number | undefined
}

/**
 * Whose ledger of which year a file is. The year: as asked for, else as the file name says, else what most titles say.
 * The cluster: as asked for, else what most titles say, else the file name; file names are written in a hurry.
 */
export function whoseLedger({ asked, fileName, titles }: Sayings): Whose {
  const titled = majority(titles.map(({ cluster }) => cluster))
  const cluster = asked.cluster ?? titled ?? (titles.some((one) => one.cluster) ? undefined : fileName.cluster)
  const schoolYear = asked.schoolYear ?? fileName.schoolYear ?? majority(titles.map((one) => one.schoolYear))
  return { cluster, schoolYear }
}

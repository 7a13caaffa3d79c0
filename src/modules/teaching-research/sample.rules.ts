import { unionStages } from './union.contract.ts'

/** The field of a union by its name, and its stages by those of its schools, in the order in which they are told. */
export const sampleUnion = (name: string, stages: readonly string[]) => ({
  field: name.replace(/(学科教研)?联合体$/, ''),
  stages: unionStages.filter((stage) => stages.includes(stage)),
})

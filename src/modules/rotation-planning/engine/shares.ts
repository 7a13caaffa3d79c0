import { balanceSteps } from './balance.ts'
import { writeFrame, type Rule } from './frame.ts'
import { MatrixWriter, type Row } from './matrix.ts'
import { buildModel, type Model } from './model.ts'
import { bendable, ruleOf, type Bendable } from './relax.ts'
import { boundsOf, dataOf, type Highs, type HighsModel } from './solver.ts'
import type { Instance } from './instance.ts'

interface Kept {
  model: Model
  rows: readonly Row<Rule>[]
  relaxation: HighsModel
}

/**
 * Whether a plan would be possible if a teacher could go in parts: quickly told, and where not, there is none. What differs
 * from the instance asked about last in the bounds of rows alone goes on from there, ten times quicker than anew.
 */
export class Shares {
  private readonly highs: Highs
  private kept: Kept | undefined

  constructor(highs: Highs) {
    this.highs = highs
  }

  dispose(): void {
    this.kept?.relaxation.dispose()
    this.kept = undefined
  }

  arePossible(instance: Instance): boolean {
    return this.refuted(instance) === undefined
  }

  /**
   * The rules that a proof of impossibility needs; undefined where none is. Rules about persons leave out columns, so that
   * each proof may need them.
   */
  refuted(instance: Instance): Set<Bendable> | undefined {
    const { modelStatus } = this.highs.constants
    const { rows, relaxation } = this.ready(instance)
    relaxation.run()
    if (relaxation.getModelStatus() !== modelStatus.infeasible) return undefined
    const prices = relaxation.getDualRay()?.values ?? []
    const named = new Set(rows.flatMap(({ rule }, at) => (prices[at] === 0 ? [] : (ruleOf[rule.family] ?? []))))
    return new Set(bendable.filter((rule) => named.has(rule) || !rulesOfRows.has(rule)))
  }

  private ready(instance: Instance): Kept {
    const { kept } = this
    if (!kept || !differInBounds(kept.model.ground.instance, instance)) return this.begin(instance)
    const rows = rowsUnder(kept.model, instance)
    const changed = rows.flatMap((row, at) =>
      row.lower === kept.rows[at]!.lower && row.upper === kept.rows[at]!.upper ? [] : [at],
    )
    for (const at of changed) kept.relaxation.changeRowBounds(at, rows[at]!.lower, rows[at]!.upper)
    return (this.kept = { ...kept, rows: [...rows, ...kept.rows.slice(rows.length)] })
  }

  private begin(instance: Instance): Kept {
    this.dispose()
    const model = buildModel(instance)
    const data = dataOf(model, boundsOf(model), { keep: [...model.columns.keys()], whole: false })
    const relaxation = this.highs.createModel(data)
    relaxation.options.set({ output_flag: false, presolve: 'off' })
    return (this.kept = { model, rows: model.rows, relaxation })
  }
}

const rulesOfRows = new Set(Object.values(ruleOf))

/** Whether all that differs are numbers that are nothing but bounds of rows. */
const differInBounds = (a: Instance, b: Instance): boolean =>
  a.teachers === b.teachers &&
  a.schools === b.schools &&
  a.groups === b.groups &&
  a.rules.farthest === b.rules.farthest &&
  a.rules.backbonePermille === b.rules.backbonePermille &&
  (a.rules.teams > 0 || b.rules.teams === 0)

/** The rows that rules are told in, as they are under other rules. */
function rowsUnder({ ground }: Model, instance: Instance): readonly Row<Rule>[] {
  const writer = new MatrixWriter<Rule, unknown>()
  writeFrame(writer, { ...ground, instance }, balanceSteps(ground))
  return writer.rows
}

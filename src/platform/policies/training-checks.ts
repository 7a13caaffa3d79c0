import type { z } from 'zod'
import type { Place } from './checks.ts'
import type { TrainingFile } from './schema.ts'
import type { Mistake } from './yaml-file.ts'

type Plan = z.output<typeof TrainingFile>

/** What only a look at a five-year plan as a whole finds: cells that do not exist, a sum that is another, plans that meet. */
export function checkPlans(plans: readonly Place<Plan>[]): Mistake[] {
  const inOrder = [...plans].sort((a, b) => (a.item.from < b.item.from ? -1 : 1))
  const meeting = inOrder.filter((plan, n) => n > 0 && plan.item.from <= inOrder[n - 1]!.item.until)
  return [
    ...plans.flatMap(checkPlan),
    ...meeting.map(({ item, mistake }) => mistake('from', `从${item.from}开始，与前一个五年计划的日期重叠`)),
  ]
}

function checkPlan({ item, mistake }: Place<Plan>): Mistake[] {
  const seen = new Set<string>()
  const ofCells = item.required.flatMap(({ tier, field }, n) => {
    const key = `${tier}/${field}`
    const again = seen.has(key)
    seen.add(key)
    return [
      ...(item.tiers.includes(tier) ? [] : [mistake(`required/${n}/tier`, `没有级别“${tier}”`)]),
      ...(item.fields.includes(field) ? [] : [mistake(`required/${n}/field`, `没有内容“${field}”`)]),
      ...(again ? [mistake(`required/${n}/tier`, `“${tier}”的“${field}”写了两次`)] : []),
    ]
  })
  const sum = item.required.reduce((total, { credits }) => total + credits, 0)
  return [
    ...ofCells,
    ...(Math.abs(sum - item.sum) < 1e-9 ? [] : [mistake('sum', `各项加起来是 ${sum} 学分，写的是 ${item.sum} 学分`)]),
    ...item.recognisedAs
      .filter((tier) => !item.tiers.includes(tier))
      .map((tier) => mistake('recognisedAs', `没有级别“${tier}”`)),
    ...(item.from < item.until ? [] : [mistake('until', '计划的最后一天早于第一天')]),
  ]
}

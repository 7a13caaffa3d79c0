import type { RuleVerdict } from '../figure.contract.ts'

/** Where a rule comes from; its own words open in place. */
export function Clause({ rule }: { rule: RuleVerdict }) {
  return (
    <details className="clause">
      <summary>
        {rule.packName} {rule.clause}
      </summary>
      <blockquote>{rule.words}</blockquote>
      {rule.note && <p className="note">{rule.note}</p>}
    </details>
  )
}

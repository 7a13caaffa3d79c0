import { defineWords } from '#ui/words.ts'

export const undoWords = defineWords(
  'undoImport',
  {
    undo: '撤销这次导入',
    sure: '撤销后，这次新增的 {{added}} 行会删去，变更的 {{updated}} 行恢复原样，指标重新计算。',
    doIt: '确认撤销',
    keep: '不撤销',
    done: '已撤销《{{file}}》，数据恢复到导入之前',
    inTheWay: '有 {{n}} 处要先处理，暂时不能整份撤销：',
    laterFirst:
      '后来的导入可以先撤销，从最近的一次开始。手工改过的内容不会被撤销冲掉：请改好台账再导入一次，或到那里直接更正。',
    look: '去看',
    undone: '已撤销',
    undoneBy: '{{who}}于{{year}}年{{month}}月{{date}}日 {{clock}} 撤销，数据已恢复到导入之前。',
    checking: '正在查看后来有没有改动',
  },
  {
    undo: 'Undo this import',
    sure: 'The {{added}} rows it added go, the {{updated}} it changed are what they were, figures are recounted.',
    doIt: 'Undo it',
    keep: 'Keep it',
    done: '“{{file}}” is undone; the data are as before',
    inTheWay: '{{n}} things stand in the way:',
    laterFirst:
      'Later imports can be undone first, the newest before the others. What was edited by hand is kept: import a corrected ledger, or mend it there.',
    look: 'Look',
    undone: 'Undone',
    undoneBy: 'Undone by {{who}} on {{year}}/{{month}}/{{date}} {{clock}}; the data are as before.',
    checking: 'Looking for later changes',
  },
)

import { defineWords } from '#ui/words.ts'

/** Files that go out: the ledger to fill in, and one's own with its faults marked. */
export const fileWords = defineWords(
  'transfer-files',
  {
    template: '下载台账空表',
    templateWhy: '带下拉选项和填写说明，填好直接传上来。',
    templateYear: '空表的学年',
    marked: '下载标好问题的原表',
    markedWhy: '还是您的那份表：格式、图表和印章不变，有问题的格子标红，旁边写明原因。',
  },
  {
    template: 'Download an empty ledger',
    templateWhy: 'With lists to choose from and notes on how to fill it in.',
    templateYear: 'School year of the empty ledger',
    marked: 'Download your file with the faults marked',
    markedWhy:
      'Your own file: formats, charts and seals as they were, the cells at fault in red, the reason beside them.',
  },
)

import { defineWords } from '#ui/words.ts'

export const auditWords = defineWords(
  'audit',
  {
    menu: '最近变动',
    title: '最近变动',
    lead: '谁在什么时候做了什么，至少保留 184 天',
    at: '时间',
    who: '谁',
    what: '做了什么',
    unit: '单位',
    about: '说明',
    refused: '未获准',
    none: '还没有变动',
    time: '{{month}}月{{date}}日 {{clock}}',
    timeLongAgo: '{{year}}年{{month}}月{{date}}日 {{clock}}',
  },
  {
    menu: 'Changes',
    title: 'What changed lately',
    lead: 'Who did what and when; kept for 184 days at least',
    at: 'Time',
    who: 'Who',
    what: 'What',
    unit: 'Unit',
    about: 'About',
    refused: 'refused',
    none: 'Nothing changed yet',
    time: '{{month}}/{{date}} {{clock}}',
    timeLongAgo: '{{year}}/{{month}}/{{date}} {{clock}}',
  },
)

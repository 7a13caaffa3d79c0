import { defineWords } from '#ui/words.ts'

export const cartridgeWords = defineWords(
  'cartridge',
  {
    lead: '课程纲要、每个课时、上传的文件和网址，打成一个包（.imscc），别的教学平台可以整门导入。',
    version: '导出的是已发布的第 {{n}} 版。',
    draft: '课程还没有发布，导出的是现在写好的内容。',
    'as1.3': '下载课程包（Common Cartridge 1.3）',
    'for1.3': '给 Canvas、Open edX、Chamilo 等平台',
    'as1.1': '下载课程包（Common Cartridge 1.1）',
    'for1.1': '给 Moodle：它只读到 1.1',
    licence: '署名和使用许可（{{licence}}）写在包里，交给别人时请一并告知。下载会留下记录。',
  },
  {
    lead: 'Outline, lessons, files and addresses in one package (.imscc) that other platforms take in as a whole.',
    version: 'What was published as version {{n}}.',
    draft: 'Not published yet: what is written so far.',
    'as1.3': 'Download the package (Common Cartridge 1.3)',
    'for1.3': 'For Canvas, Open edX, Chamilo and others',
    'as1.1': 'Download the package (Common Cartridge 1.1)',
    'for1.1': 'For Moodle, which reads up to 1.1',
    licence: 'Byline and licence ({{licence}}) stand in the package. That it was downloaded is on record.',
  },
)
